// Turns the choices in the form into the code to paste. Pure: uses neither the page nor its texts.

/** @import { ExhaleQuizTheme } from "../../package/embed.d.ts" */
/** @import { Colour } from "./colours.js" */
/** @import { PINNED } from "./pinned.js" */

/** @typedef {Exclude<ExhaleQuizTheme, "auto"> | ""} Theme Empty: the device decides. */

/**
 * @typedef {object} Accent
 * @property {Colour} colour
 * @property {string} ink The text on it: `#fff` or `#000`.
 * @property {Colour} dark The same colour, or one that is legible on dark.
 * @property {string} darkInk
 */

/**
 * @typedef {object} Help
 * @property {string} href
 * @property {string} label
 */

/**
 * What is chosen: values of attributes, empty where the attribute is not needed.
 *
 * @typedef {object} Choices
 * @property {string} lang
 * @property {Theme} theme
 * @property {string} start
 * @property {string} share
 * @property {Accent | null} accent
 * @property {Help | null} help
 */

/**
 * What the snippets say.
 *
 * @typedef {object} Texts
 * @property {string} home Where the link leads, below the site.
 * @property {string} link
 * @property {string} frame The title of the frame.
 * @property {string} lang The language of these.
 */

/** @typedef {[name: string, value: string][]} Pairs */

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Escapes a text for HTML, also for attributes in quotation marks.
 *
 * @param {string} text
 */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** @param {Pairs} pairs */
const markup = (pairs) => pairs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

/**
 * The colours for the accent and for the text on it: with a value each for light and for dark, where the device decides between
 * them and one does not do for both.
 *
 * @param {Choices} choices
 */
const colours = ({ theme, accent }) => {
  if (!accent) return [];
  const needsBoth = !theme && accent.dark !== accent.colour;
  /**
   * @param {string} one
   * @param {string} other
   */
  const pair = (one, other) => (needsBoth ? `light-dark(${one},${other})` : one);
  return [pair(accent.colour, accent.dark), pair(accent.ink, accent.darkInk)];
};

/**
 * The attributes of the element, without those that have their default.
 *
 * @param {Choices} choices
 */
export const attributes = (choices) => {
  const { lang, theme, start, share, help } = choices;
  const [accent, accentText] = colours(choices);
  const all = {
    lang,
    theme,
    start,
    share,
    "help-href": help?.href,
    "help-label": help?.label,
    accent,
    "accent-text": accentText,
  };
  return /** @type {Pairs} */ (Object.entries(all).filter(([, value]) => value));
};

/**
 * Every snippet by its name, which is the id of its element in the page.
 *
 * @param {Choices} choices
 * @param {string} site The address of the folder of the quiz, with a `/` at its end.
 * @param {typeof PINNED} pinned
 * @param {Texts} texts
 * @returns {Record<string, string>}
 */
export const snippets = (choices, site, pinned, { home, link, frame, lang }) => {
  const { origin } = new URL(site);
  const anchor = `<a href="${escaped(site + home)}">${escaped(link)}</a>`;
  const element = `<exhale-quiz${markup(attributes(choices))}>\n  ${anchor}\n</exhale-quiz>`;
  // A frame does not know the page around it: its links lead to our pages anyway, and its language is English unless it is set.
  const framed = { ...choices, share: choices.share === "none" ? "none" : "", lang: choices.lang || (lang === "en" ? "" : lang) };
  /** @param {string} name */
  const token = (name) => (name === "accent-text" ? "on-accent" : name);
  const query = new URLSearchParams(attributes(framed).map(([name, value]) => [token(name), value])).toString();
  const address = `${site}v1/frame.html${query && `?${query}`}`;
  return {
    script: `${element}\n<script async src="${escaped(site)}v1/quiz.js"></script>`,
    pinned: `${element}\n<script type="module" crossorigin src="${escaped(site + pinned.folder)}/embed.js" integrity="${pinned.files["embed.js"]}"></script>`,
    frame:
      `<iframe src="${escaped(address)}" title="${escaped(frame)}" width="100%" height="640"\n` +
      `  frameborder="0" loading="lazy" allow="clipboard-write">${anchor}</iframe>`,
    height: `<script type="module" src="${escaped(site)}v1/frame.js"></script>`,
    address: site + home,
    link: anchor,
    policy: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
    "policy-frame": `frame-src ${origin}; script-src ${origin}`,
  };
};
