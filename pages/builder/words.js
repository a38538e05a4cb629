// What the script says: the texts are in the page, in its language.

const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById("words"));

/**
 * A sentence with its {names} filled in.
 *
 * @param {string} name
 * @param {Record<string, string>} [values]
 */
export const say = (name, values = {}) => {
  const { textContent } = /** @type {Element} */ (content.querySelector(`[data-name="${name}"]`));
  return textContent.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
};

/**
 * Shows a text next to a field, in the element with its id and `-says`, and marks the field as invalid or valid. A text that is
 * there already is not set again: screen readers would repeat it.
 *
 * @param {HTMLInputElement} field
 * @param {string} text
 * @param {boolean} isWrong
 */
export const tell = (field, text, isWrong) => {
  const output = /** @type {HTMLElement} */ (document.getElementById(`${field.id}-says`));
  if (output.textContent !== text) output.textContent = text;
  if (isWrong) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
};

/**
 * Whether to show a mistake: not in the middle of a word; and one that is shown stays until it is corrected.
 *
 * @param {HTMLInputElement} field
 * @param {boolean} isWrong
 * @param {boolean} isSettled Whether the user has left the field.
 */
export const isTold = (field, isWrong, isSettled) => isWrong && (isSettled || field.hasAttribute("aria-invalid"));
