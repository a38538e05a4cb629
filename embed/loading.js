// Loads what a quiz consists of: once for a page, however many elements are on it.

import { NAMES, asset } from "./assets.js";
import { loadBindings } from "./load-bindings.js";

/** @import { ExhaleError } from "../package/embed.d.ts" */
/** @import { FileName } from "./files.js" */

/** @typedef {typeof import("./exhale.js")} Bindings */
/** @typedef {Error & { code: ExhaleError["code"], href?: string }} QuizError `href`: the file that did not come. */

/**
 * @typedef {object} Language
 * @property {Bindings} bindings
 * @property {number} messages The number of the language in the module, from 1.
 */

/** The languages with a content file. */
export const LANGUAGES = NAMES.flatMap((name) => name.match(/^content\.(.+)\.txt$/)?.[1] ?? []);

/**
 * @param {ExhaleError["code"]} code
 * @param {string} message
 * @param {string} [href] The file that did not come.
 * @returns {QuizError}
 */
export const quizError = (code, message, href) => Object.assign(new Error(message), { code, href });

/**
 * What all elements on the page share: the style sheet, the WebAssembly module and each language.
 *
 * @type {Map<string | Document, Promise<unknown>>}
 */
const shared = new Map();

/**
 * @template T
 * @param {string | Document} name
 * @param {() => Promise<T>} load
 */
const once = (name, load) => {
  if (!shared.has(name)) {
    const loading = load();
    shared.set(name, loading);
    // A failure is not kept: the next element, or the next try, loads again.
    loading.catch(() => shared.delete(name));
  }
  return /** @type {Promise<T>} */ (shared.get(name));
};

/** @param {FileName} name */
const fetchAsset = async (name) => {
  const [href, integrity] = asset(name);
  const response = await fetch(href, { integrity }).catch((error) => {
    throw quizError("network", error.message, href);
  });
  if (!response.ok) throw quizError("network", `${href}: HTTP ${response.status}`, href);
  return response;
};

/**
 * The style sheet, one for each document: no other can adopt it.
 *
 * @param {Document} document
 */
export const styles = (document) =>
  once(document, async () => {
    const sheet = new (document.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(await (await fetchAsset("quiz.css")).text());
    return sheet;
  });

/** @type {(error: unknown) => void} */
let trapHandler;

/**
 * Sets what is called when a call into the module ends with an error.
 *
 * @param {(error: unknown) => void} handler
 */
export const onTrap = (handler) => (trapHandler = handler);

const wasm = () =>
  once("wasm", async () => {
    const module = fetchAsset("exhale_bg.wasm");
    module.catch(() => {}); // reported below; here only so that it is never "unhandled"
    const bindings = await loadBindings();
    await bindings.default(module, trapHandler);
    return bindings;
  });

/**
 * Loads the module, and the texts of a language into it.
 *
 * @param {string} lang One of `LANGUAGES`.
 * @returns {Promise<Language>}
 */
export const language = (lang) =>
  once(lang, async () => {
    const text = fetchAsset(`content.${lang}.txt`).then((response) => response.text());
    const [bindings, content] = await Promise.all([wasm(), text]);
    const messages = bindings.read(content);
    if (!messages) throw new Error(`content.${lang}.txt is of another version`);
    return { bindings, messages };
  });

/** Why this page cannot run WebAssembly, if it cannot. Checked before anything is fetched. */
export const wasmSupportError = () => {
  if (!globalThis.WebAssembly) return quizError("unsupported", "No WebAssembly.");
  try {
    // Under such a policy WebKit compiles a module, and refuses to instantiate it.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (error) {
    return quizError("csp-wasm", /** @type {Error} */ (error).message);
  }
  return null;
};
