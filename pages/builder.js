// "Put this on your site": the snippets and the preview follow what is chosen in the form.

import { onChange, read } from "./builder/choices.js";
import { copies } from "./builder/copying.js";
import { attributes, snippets, style } from "./builder/snippets.js";

/** The folder of this version, and the integrity of what is in it. The build writes them here. */
const PINNED = "@pinned";
/** The folder of the site, wherever that stands: this script is in it, its pages may be in that of a language. */
const SITE = new URL(".", import.meta.url).href;

// The colours of the quiz are read from the style sheet of the page, before which WebKit may run this. Without it there are
// no colours to choose from; all else works.
const linked = document.querySelector("link[rel=stylesheet]");
if (!linked.sheet && document.readyState !== "complete") {
  await new Promise((then) => {
    for (const kind of ["load", "error"]) linked.addEventListener(kind, then, { once: true });
    addEventListener("load", then, { once: true });
  });
}

const quiz = document.querySelector("exhale-quiz");
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
let isFollowing = [];

/** The preview has the attributes and the style of the snippet, and keeps its place. */
const preview = (choices) => {
  const wanted = attributes(choices);
  for (const [name] of isFollowing) if (!wanted.some(([kept]) => kept === name)) quiz.removeAttribute(name);
  for (const [name, value] of wanted) if (quiz.getAttribute(name) !== value) quiz.setAttribute(name, value);
  isFollowing = wanted;
  sheet.replaceSync(style(choices).join("\n"));
};

const all = [...document.querySelectorAll(".snippet")];
all.forEach(copies);

const follow = (isSettled) => {
  const [choices, texts] = read(isSettled);
  preview(choices);
  const written = snippets(choices, SITE, PINNED, texts);
  for (const snippet of all) {
    const code = snippet.querySelector("code");
    if (code.textContent === written[snippet.id]) continue;
    code.textContent = written[snippet.id];
    // What was copied is no longer what stands there.
    snippet.querySelector("output").textContent = "";
  }
  const notes = { style: choices.accent, inherit: choices.theme === "inherit" };
  for (const note of document.querySelectorAll("[data-with]")) note.hidden = !notes[note.dataset.with];
};

onChange(follow);
// Browsers may put back what was chosen before: after a reload, or on the way back to this page.
addEventListener("pageshow", () => follow(true));
follow(false);
