// The language of a quiz: that of its element or of what is around it, in the forms that pages really use.

import { LANGUAGES } from "./loading.js";
import { warn } from "./warn.js";

/**
 * The language that the element, or what is around it, is written in, as its author has put it; empty where nobody says.
 *
 * @param {Node | null} node
 * @returns {string}
 */
const declared = (node) => {
  if (!node)
    return /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[http-equiv=content-language i]"))?.content ?? "";
  const { host } = /** @type {ShadowRoot} */ (node);
  const lang =
    /** @type {Partial<Element>} */ (node).getAttribute?.("lang") ||
    /** @type {Partial<Element>} */ (node).getAttribute?.("xml:lang");
  return lang || declared(host ?? node.parentNode);
};

/**
 * The language of a tag as pages write it: `es` of `ES-mx`, `es_ES.UTF-8`, `spa`.
 *
 * @param {string} tag
 */
const primary = (tag) => {
  try {
    return new Intl.Locale(/** @type {string} */ (tag.trim().split(/[.,;@ ]/)[0]).replaceAll("_", "-")).language;
  } catch {
    return "";
  }
};

/**
 * The language of an element or of the page around it, or else English.
 *
 * @type {(element: HTMLElement) => string}
 */
export const languageOf = import.meta.OURS
  ? ({ lang }) => lang
  : (element) => {
      const lang = primary(declared(element));
      if (LANGUAGES.includes(lang)) return lang;
      if (element.lang) warn(`lang="${element.lang}" is not one of ${LANGUAGES.join(", ")}`);
      return LANGUAGES.includes("en") ? "en" : /** @type {string} */ (LANGUAGES[0]);
    };
