// What the user has chosen in the form.

import { readAccent } from "./accent.js";
import { readHelp } from "./help.js";

/** @import { Choices, Texts, Theme } from "./snippets.js" */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const languageField = /** @type {HTMLSelectElement} */ (form.elements.namedItem("lang"));
const [ofPage, ...languages] = languageField.options;

/** @param {string} name */
const value = (name) => /** @type {RadioNodeList} */ (form.elements.namedItem(name)).value;

/**
 * What is chosen, and what the snippets say in the language that is chosen.
 *
 * @param {boolean} isSettled Whether the user has left the field: mistakes in it may be reported.
 * @returns {[Choices, Texts]}
 */
export const read = (isSettled) => {
  const theme = /** @type {Theme} */ (value("theme"));
  const [chosen] = languageField.selectedOptions;
  // Where the language is that of a page we do not know, the texts are in ours, which comes first.
  const option = /** @type {HTMLOptionElement} */ (chosen === ofPage ? languages[0] : chosen);
  const { home = "", link = "", frame = "" } = option.dataset;
  const choices = {
    lang: languageField.value,
    theme,
    start: value("start"),
    share: value("share"),
    accent: readAccent(theme, isSettled),
    help: readHelp(isSettled),
  };
  return [choices, { home, link, frame, lang: option.value }];
};

/** What is chosen for light and dark, in words. */
export const look = () => form.querySelector("[name=theme]:checked")?.parentElement?.textContent ?? "";

/**
 * Calls back after every change, with whether the user has left the field.
 *
 * @param {(isSettled: boolean) => void} callback
 */
export const onChange = (callback) => {
  form.addEventListener("input", () => callback(false));
  form.addEventListener("change", () => callback(true));
  form.addEventListener("submit", (event) => event.preventDefault());
};

/** Opens what is folded in if something is chosen there: it must be in sight. */
export const unfoldChosen = () => {
  const chosen = new FormData(form);
  for (const fold of form.querySelectorAll("details")) {
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (fold.querySelectorAll("[name]"));
    fold.open ||= [...fields].some(({ name }) => chosen.get(name));
  }
};
