// Buttons that copy a snippet, and say so.

import { say } from "./words.js";

/**
 * The older way, for where the clipboard cannot be written to. Where that is refused too, the text stays selected.
 *
 * @param {Element} code
 */
const copySelected = (code) => {
  getSelection()?.selectAllChildren(code);
  /** @param {ClipboardEvent} event */
  const oncopy = (event) => {
    // The text alone: without this the browser adds its style.
    event.clipboardData?.setData("text/plain", code.textContent);
    event.preventDefault();
  };
  document.addEventListener("copy", oncopy);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", oncopy);
  }
};

/** @param {Element} code */
const copy = async (code) => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    return copySelected(code);
  }
};

/**
 * Makes the button of a snippet copy its code.
 *
 * @param {Element} snippet
 */
export const addCopyButton = (snippet) => {
  const output = /** @type {HTMLElement} */ (snippet.querySelector("output"));
  const button = /** @type {HTMLElement} */ (snippet.querySelector("button"));
  button.addEventListener("click", async () => {
    output.textContent = "";
    const code = /** @type {Element} */ (snippet.querySelector("code"));
    const isCopied = await copy(code);
    // What is to be copied by hand has to be in sight.
    if (!isCopied) code.scrollIntoView({ block: "nearest" });
    output.textContent = say(isCopied ? "copied" : "by-hand");
  });
};
