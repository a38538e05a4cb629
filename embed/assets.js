// Where the files of the element are: beside embed.js, whatever page uses it. assets.package.js replaces this file in the package
// for bundlers.

import { FILES } from "./files.js";

/** @import { Asset, FileName } from "./files.js" */

/** @param {string} name */
const resolve = (name) => new URL(name, import.meta.url).href;

/** The names of all files, among them `content.en.txt` for each language. */
export const NAMES = Object.keys(FILES);

/**
 * The address of a file, and its integrity.
 *
 * @param {FileName} name
 */
export const asset = (name) => /** @type {Asset} */ (FILES[name]);

/**
 * The start page of our site in a language. The English one is at the top of the site.
 *
 * @param {string} lang
 */
export const home = (lang) => resolve(lang === "en" ? "../" : `../${lang}/`);

/** The folder of the pages for shared results. */
export const PREVIEWS = resolve("../r/");

/**
 * Makes a link lead to the paper form.
 *
 * @param {HTMLAnchorElement} link
 * @param {string} lang
 */
export const linkToPaper = (link, lang) => {
  link.href = `${home(lang)}paper.html`;
};

/** @returns {Promise<typeof import("./iframe-parent.js")>} */
export const loadIframeParent = () => import(resolve("frame.js"));

/**
 * What only our own pages need, among other things to take over the first screen in their markup.
 *
 * @returns {Promise<Pick<typeof import("./first-party.js"), "prepareTakeOver">>}
 */
export const loadFirstParty = () => import(resolve("first-party.js"));
