// What is chosen in the form.

import { readAccent } from "./accent.js";
import { readHelp } from "./help.js";

const form = document.querySelector("form");
const value = (name) => form.elements[name].value;
const [ofPage, ...languages] = form.elements.lang.options;

/**
 * What is chosen, as snippets.js takes it, and what goes into the snippets in the language that is chosen. `isSettled`: the
 * person has left the field, so it may be said that something is wrong in it.
 */
export const read = (isSettled) => {
  const theme = value("theme");
  const [chosen] = form.elements.lang.selectedOptions;
  // Which language a page has that we do not know: the words around the quiz are in ours, which comes first.
  const spoken = chosen === ofPage ? languages[0] : chosen;
  const { home, link, frame } = spoken.dataset;
  const choices = {
    lang: value("lang"),
    theme,
    start: value("start"),
    share: value("share"),
    accent: readAccent(theme, isSettled),
    help: readHelp(isSettled),
  };
  return [choices, { home, link, frame, lang: spoken.value }];
};

/** Calls back after every change, and says if a field was left. */
export const onChange = (then) => {
  form.addEventListener("input", () => then(false));
  form.addEventListener("change", () => then(true));
  form.addEventListener("submit", (event) => event.preventDefault());
};
