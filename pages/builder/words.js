// What the script says: the page has it, in the language of the page.

const words = document.getElementById("words").content;

/** A sentence with its {names} filled in. */
export const say = (name, values = {}) =>
  words.querySelector(`[data-name="${name}"]`).textContent.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Says it next to a field, whose id has `-says` behind it there. What is said already is not said again: it would be read out. */
export const tell = (field, text, isWrong) => {
  const said = document.getElementById(`${field.id}-says`);
  if (said.textContent !== text) said.textContent = text;
  if (isWrong) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
};

/** Nobody is told of a mistake in the middle of a word. One that was told stays until it is mended. */
export const isTold = (field, isWrong, isSettled) => isWrong && (isSettled || field.hasAttribute("aria-invalid"));
