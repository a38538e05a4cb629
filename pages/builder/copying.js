// Buttons that copy a snippet, and say so.

import { say } from "./words.js";

/** Where the clipboard cannot be written to, an older way; where that is refused too, the text is left marked. */
const copyMarked = (code) => {
  getSelection().selectAllChildren(code);
  const oncopy = (event) => {
    // The text alone: without this the browser adds how it looks.
    event.clipboardData.setData("text/plain", code.textContent);
    event.preventDefault();
  };
  document.addEventListener("copy", oncopy);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", oncopy);
  }
};

const copy = async (code) => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    return copyMarked(code);
  }
};

/** Makes the button of a snippet copy it. */
export const copies = (snippet) => {
  const said = snippet.querySelector("output");
  snippet.querySelector("button").addEventListener("click", async () => {
    said.textContent = "";
    const isCopied = await copy(snippet.querySelector("code"));
    said.textContent = say(isCopied ? "copied" : "by-hand");
  });
};
