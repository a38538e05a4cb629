// Reads the attributes of an element. An invalid value causes one warning, and counts as the default.

import { LANGUAGES } from "./loading.js";
import { PREVIEWS, home } from "./assets.js";

/**
 * The element as this script sees it. `address` is set inside a frame (iframe-child.js): the page around the frame, where links
 * to a result lead.
 *
 * @typedef {HTMLElement & { address?: string }} QuizElement
 */

/** The attributes: a list of values, the default first; or any text, and the default. */
export const ATTRIBUTES = /** @type {const} */ ({
  theme: ["auto", "light", "dark", "inherit"],
  loading: ["lazy", "eager", "click"],
  mode: ["auto", "inline", "iframe"],
  share: ["page", "hosted", "none"],
  start: ["intro", "first"],
  persist: ["on", "off"],
  "heading-level": ["2", "3", "4", "5", "6"],
  "hash-key": "exhale",
  "result-base": "",
  "help-href": "",
  "help-label": "",
  label: "",
});

/** @typedef {keyof typeof ATTRIBUTES} AttributeName */
/** @typedef {{ [Name in AttributeName]: (typeof ATTRIBUTES)[Name] extends readonly (infer Value)[] ? Value : string }} Values */

export const ATTRIBUTE_NAMES = /** @type {AttributeName[]} */ (Object.keys(ATTRIBUTES));

/**
 * The property for an attribute: `headingLevel` for `heading-level`.
 *
 * @param {string} attribute
 */
export const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const warned = new Set();
/**
 * Warns once for each text.
 *
 * @param {string} text
 */
export const warn = (text) => warned.has(text) || console.warn(`exhale-quiz: ${warned.add(text) && text}`);

/** @typedef {<Name extends AttributeName>(element: HTMLElement, name: Name) => Values[Name]} Read */

/** The value of an attribute: the default where it is missing or invalid; in a text, no more than single spaces. */
export const read = /** @type {Read} */ (
  (element, name) => {
    const value = element.getAttribute(name);
    /** @type {readonly string[] | string} */
    const allowed = ATTRIBUTES[name];
    if (typeof allowed === "string") return value?.replace(/\s+/g, " ").trim() || allowed;
    if (value !== null && allowed.includes(value)) return value;
    if (value !== null) warn(`${name}="${value}" is not one of ${allowed.join(", ")}`);
    return allowed[0];
  }
);

/**
 * The language of an element or of the page around it, or else English.
 *
 * @param {HTMLElement} element
 */
export const languageOf = (element) => {
  const { lang } = element;
  const wanted = lang || /** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang || "";
  const primary = wanted.toLowerCase().split("-")[0] ?? "";
  if (LANGUAGES.includes(primary)) return primary;
  if (lang) warn(`lang="${lang}" is not one of ${LANGUAGES.join(", ")}`);
  return LANGUAGES.includes("en") ? "en" : /** @type {string} */ (LANGUAGES[0]);
};

/**
 * The field of the fragment that holds a shared result: letters, digits, `_` and `-`.
 *
 * @param {HTMLElement} element
 */
export const hashKey = (element) => {
  const key = read(element, "hash-key");
  if (/^[\w-]+$/.test(key)) return key;
  warn(`hash-key="${key}" is not made of letters, digits, _ and -`);
  return "exhale";
};

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
  const key = hashKey(element);
  // A shared result opens in one quiz only: the first of those with its field.
  const quizzes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(element.localName));
  const first = [...quizzes].find((quiz) => hashKey(quiz) === key);
  return [
    read(element, "persist"),
    read(element, "help-href"),
    read(element, "help-label"),
    share,
    address ?? "",
    hosted,
    share === "none" ? "" : base || PREVIEWS,
    key,
    (first ?? element) === element ? "yes" : "no",
    read(element, "start"),
    read(element, "label"),
    read(element, "heading-level"),
  ].join("\n");
};
