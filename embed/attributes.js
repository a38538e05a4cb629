// Reads the attributes of an element. host-page.js warns of invalid ones, once the quiz is near.

import { linkIn } from "./linked.js";

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
  accent: "",
  "accent-text": "",
});

/** @typedef {import("./settings.js").QuizElement} QuizElement */
/** @typedef {keyof typeof ATTRIBUTES} AttributeName */
/** @typedef {{ [Name in AttributeName]: (typeof ATTRIBUTES)[Name] extends readonly (infer Value)[] ? Value : string }} Values */

export const ATTRIBUTE_NAMES = /** @type {AttributeName[]} */ (Object.keys(ATTRIBUTES));

/**
 * The property for an attribute: `headingLevel` for `heading-level`.
 *
 * @param {string} attribute
 */
export const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** @typedef {<Name extends AttributeName>(element: HTMLElement, name: Name) => Values[Name]} Read */

/**
 * The value of an attribute: the default where it is missing or invalid; in a text, no more than single spaces. Where the value is
 * about privacy, all that does not clearly agree means no: `persist="false"` stores nothing.
 */
export const read = /** @type {Read} */ (
  (element, name) => {
    const value = element.getAttribute(name)?.trim();
    /** @type {readonly string[] | string} */
    const allowed = ATTRIBUTES[name];
    if (typeof allowed === "string") return value?.replace(/\s+/g, " ") || allowed;
    const known = value?.toLowerCase();
    if (known && allowed.includes(known)) return known;
    const refuses = /^(persist|share)$/.test(name) && known && !/^(true|yes|1)$/.test(known);
    return allowed.at(refuses ? -1 : 0);
  }
);

/**
 * The field of the fragment that holds a shared result: letters, digits, `_` and `-`.
 *
 * @param {HTMLElement} element
 */
export const hashKey = (element) => {
  const key = read(element, "hash-key");
  return /^[\w-]+$/.test(key) ? key : ATTRIBUTES["hash-key"];
};

/**
 * Whether a shared result opens in this element: in the first on the page with its field.
 *
 * @param {HTMLElement} element
 */
export const opensLinks = (element) => {
  /** @type {Iterable<HTMLElement>} */
  const quizzes = document.querySelectorAll(element.localName);
  return ([...quizzes].find((quiz) => hashKey(quiz) === hashKey(element)) ?? element) === element;
};

/**
 * Whether the address may hold a shared result for this element.
 *
 * @param {HTMLElement} element
 */
export const isLinked = (element) => Boolean(linkIn(location.hash, hashKey(element))) && opensLinks(element);
