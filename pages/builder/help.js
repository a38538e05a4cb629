// The help line: the snippets get only what the quiz would show, and the form reports what is missing or invalid.

import { isTold, say, tell } from "./words.js";

/** @import { Help } from "./snippets.js" */

const labelField = /** @type {HTMLInputElement} */ (document.getElementById("help-label"));
const addressField = /** @type {HTMLInputElement} */ (document.getElementById("help-href"));

/**
 * Whether the quiz takes the address (`Help` in src/). Browsers differ about spaces in an address.
 *
 * @param {string} text
 */
const isAddress = (text) => /^(https?:\/\/|tel:)\S+$/i.test(text);

/**
 * @param {boolean} isSettled
 * @returns {Help | null}
 */
export const readHelp = (isSettled) => {
  const label = labelField.value.replace(/\s+/g, " ").trim();
  const href = addressField.value.trim();
  const isWrong = href !== "" && !isAddress(href);
  const lacksLabel = isTold(labelField, href !== "" && !isWrong && !label, isSettled);
  const lacksAddress = label !== "" && !href;
  const isShown = isTold(addressField, isWrong || lacksAddress, isSettled);
  tell(labelField, lacksLabel ? say("help-no-name") : "", lacksLabel);
  tell(addressField, isShown ? say(isWrong ? "help-wrong" : "help-no-address") : "", isShown);
  return label && href && !isWrong ? { href, label } : null;
};
