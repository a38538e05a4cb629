// "Put this on your site": the snippets and the preview follow the choices in the form.

import { look, onChange, read, unfoldChosen } from "./builder/choices.js";
import { addCopyButton } from "./builder/copying.js";
import { PINNED } from "./builder/pinned.js";
import { attributes, snippets } from "./builder/snippets.js";
import { say } from "./builder/words.js";

/** @import { Choices, Pairs } from "./builder/snippets.js" */

/** The folder of the site: this script is at its top, the page may be in the folder of a language. */
const SITE = new URL(".", import.meta.url).href;

// The colours of the quiz come from the style sheet of the page, and WebKit may run this before it is loaded. Without it the
// colour field is disabled; everything else works.
const linked = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=stylesheet]"));
if (!linked.sheet && document.readyState !== "complete") {
  await new Promise((resolve) => {
    for (const type of ["load", "error"]) linked.addEventListener(type, resolve, { once: true });
    addEventListener("load", resolve, { once: true });
  });
}

const quiz = /** @type {HTMLElement} */ (document.querySelector("exhale-quiz"));
/** @type {Pairs} */
let current = [];

/**
 * Gives the preview the attributes of the snippet. The quiz in it keeps its place.
 *
 * @param {Choices} choices
 */
const updatePreview = (choices) => {
  const wanted = attributes(choices);
  for (const [name] of current) if (!wanted.some(([other]) => other === name)) quiz.removeAttribute(name);
  for (const [name, value] of wanted) if (quiz.getAttribute(name) !== value) quiz.setAttribute(name, value);
  current = wanted;
};

const summary = /** @type {Element} */ (document.getElementById("summary"));
const all = [...document.querySelectorAll(".snippet")];
all.forEach(addCopyButton);

/** @param {boolean} isSettled Whether the user has left the field. */
const update = (isSettled) => {
  const [choices, texts] = read(isSettled);
  updatePreview(choices);
  const written = snippets(choices, SITE, PINNED, texts);
  for (const snippet of all) {
    const code = /** @type {Element} */ (snippet.querySelector("code"));
    const text = written[snippet.id] ?? "";
    if (code.textContent === text) continue;
    code.textContent = text;
    // "Copied" is no longer true.
    /** @type {Element} */ (snippet.querySelector("output")).textContent = "";
  }
  const { script = "" } = written;
  summary.textContent = say("summary", { n: `${script.split("\n").length}`, look: look() });
  const isShown = new Map([["inherit", choices.theme === "inherit"]]);
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-with]"))) {
    note.hidden = !isShown.get(note.dataset.with ?? "");
  }
};

onChange(update);
// Browsers may restore earlier choices: after a reload, or on the way back to this page.
addEventListener("pageshow", () => {
  update(true);
  unfoldChosen();
});
update(false);
