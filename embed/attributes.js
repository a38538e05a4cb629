// What the attributes of an element say. A wrong value is named in one warning, and the first of those allowed stands for it.

import { LANGUAGES } from "./loading.js";
import { PREVIEWS, home } from "#places";

/** The attributes, each with what it may be, of which the first is what it is without one; or with any text, and that text. */
export const ATTRIBUTES = {
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
};

/** The name of an attribute as a property. */
export const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const warned = new Set();
export const warn = (text) => warned.has(text) || console.warn(`exhale-quiz: ${warned.add(text) && text}`);

/** The value of an attribute, or what it is without one. */
export const read = (element, name) => {
  const value = element.getAttribute(name);
  const allowed = ATTRIBUTES[name];
  if (!Array.isArray(allowed)) return value?.replace(/\s+/g, " ").trim() || allowed;
  if (allowed.includes(value)) return value;
  if (value !== null) warn(`${name}="${value}" is not one of ${allowed.join(", ")}`);
  return allowed[0];
};

/** The language of an element, or of the page around it, or else English. */
export const languageOf = (element) => {
  const own = element.lang;
  const wanted = own || element.closest("[lang]")?.lang || "";
  const found = wanted.toLowerCase().split("-")[0];
  if (LANGUAGES.includes(found)) return found;
  if (own) warn(`lang="${own}" is not one of ${LANGUAGES.join(", ")}`);
  return LANGUAGES.includes("en") ? "en" : LANGUAGES[0];
};

/** The field of the fragment that holds a shared picture. */
export const hashKey = (element) => {
  const key = read(element, "hash-key");
  if (/^[\w-]+$/.test(key)) return key;
  warn(`hash-key="${key}" is not made of letters, digits, _ and -`);
  return "exhale";
};

/** A folder of pages with preview cards other than ours. */
const resultBase = (element) => {
  const base = read(element, "result-base");
  if (!base || /^https?:\/\/[^?#]+$/.test(base)) return base && base.replace(/\/*$/, "/");
  warn(`result-base="${base}" is not an http address`);
  return "";
};

/** What the quiz itself needs to know, one setting a line (src/widget/settings.rs). */
export const settings = (element, lang) => {
  const { address } = element;
  const base = resultBase(element);
  const share = base && !element.hasAttribute("share") ? "hosted" : read(element, "share");
  const hosted = address || (base ? `${base}${lang}/picture/` : home(lang));
  const key = hashKey(element);
  // One link, one picture: the first of those that look for it shows it.
  const first = [...document.querySelectorAll(element.localName)].find((quiz) => hashKey(quiz) === key);
  return [
    read(element, "persist"),
    read(element, "help-href"),
    read(element, "help-label"),
    { page: address ?? "", hosted, none: "none" }[share],
    share === "none" ? "" : base || PREVIEWS,
    key,
    (first ?? element) === element ? "yes" : "no",
    read(element, "start"),
    read(element, "label"),
    read(element, "heading-level"),
  ].join("\n");
};
