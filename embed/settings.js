// What the module is told of an element: its attributes.

import { hashKey, opensLinks, read } from "./attributes.js";
import { PREVIEWS, home } from "./assets.js";
import { warn } from "./warn.js";

/**
 * The element as this script sees it. `address` is set inside a frame (iframe-child.js): the page around the frame, where links
 * to a result lead.
 *
 * @typedef {HTMLElement & { address?: string }} QuizElement
 */

/**
 * A folder with preview pages other than ours, ending in `/`; empty where there is none.
 *
 * @param {HTMLElement} element
 */
const resultBase = (element) => {
  const base = read(element, "result-base");
  if (!base || /^https?:\/\/[^?#]+$/.test(base)) return base && base.replace(/\/*$/, "/");
  warn(`result-base="${base}" is not an http address`);
  return "";
};

/**
 * The settings for the module, one a line (`props` in src/element.rs).
 *
 * @param {QuizElement} element
 * @param {string} lang
 */
export const settings = (element, lang) => {
  const { address } = element;
  const base = resultBase(element);
  const share = base && !element.hasAttribute("share") ? "hosted" : read(element, "share");
  const hosted = base ? `${base}${lang}/picture/` : home(lang);
  return [
    read(element, "persist"),
    read(element, "help-href"),
    read(element, "help-label"),
    share,
    address ?? "",
    hosted,
    share === "none" ? "" : base || PREVIEWS,
    hashKey(element),
    opensLinks(element) ? "yes" : "no",
    read(element, "start"),
    read(element, "label"),
    read(element, "heading-level"),
    // Our own page hears nothing of what happens in the quiz.
    import.meta.OURS ? "no" : "yes",
  ].join("\n");
};
