// The one line to turn to: only what the quiz would show goes into the snippets, and what is missing or wrong is said.

import { isTold, say, tell } from "./words.js";

const name = document.getElementById("help-label");
const address = document.getElementById("help-href");

/** The kinds of address that the quiz takes (src/widget/help.rs). Engines differ on what they make of a space in one. */
const isAddress = (text) => /^(https?:\/\/|tel:)\S+$/i.test(text);

/** The help line, or null. */
export const readHelp = (isSettled) => {
  const label = name.value.replace(/\s+/g, " ").trim();
  const href = address.value.trim();
  const isWrong = href !== "" && !isAddress(href);
  const lacksName = href !== "" && !isWrong && !label;
  const lacksAddress = label !== "" && !href;
  const told = isTold(address, isWrong || lacksAddress, isSettled);
  tell(name, isTold(name, lacksName, isSettled) ? say("help-no-name") : "", isTold(name, lacksName, isSettled));
  tell(address, told ? say(isWrong ? "help-wrong" : "help-no-address") : "", told);
  return label && href && !isWrong ? { href, label } : null;
};
