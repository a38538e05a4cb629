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
 * The attributes of the element, without those that have their default.
 *
 * @param {Choices} choices
 */
export const attributes = ({ lang, theme, start, share, help }) =>
  /** @type {Pairs} */ (
    Object.entries({ lang, theme, start, share, "help-href": help?.href, "help-label": help?.label }).filter(([, value]) => value)
  );

/**
 * Whether the device decides between light and dark, and the accent needs a value for each.
 *
 * @param {Theme} theme
 * @param {Accent} accent
 */
const needsBoth = (theme, accent) => !theme && accent.dark !== accent.colour;

/**
 * The lines of a style sheet that give the element its accent, if one is chosen.
 *
 * @param {Choices} choices
 */
export const style = ({ theme, accent }) => {
  if (!accent) return [];
  /**
   * @param {string} colour
   * @param {string} ink
   */
  const rule = (colour, ink) => `exhale-quiz { --exhale-accent: ${colour}; --exhale-on-accent: ${ink}; }`;
  const lines = [rule(accent.colour, accent.ink)];
  if (needsBoth(theme, accent)) lines.push(`@media (prefers-color-scheme: dark) { ${rule(accent.dark, accent.darkInk)} }`);
  return lines;
};

/**
 * The same for the address of the frame, which takes values, not rules.
 *
 * @param {Choices} choices
 * @returns {Pairs}
 */
const colours = ({ theme, accent }) => {
  if (!accent) return [];
  /**
   * @param {string} one
   * @param {string} other
   */
  const pair = (one, other) => (needsBoth(theme, accent) ? `light-dark(${one},${other})` : one);
  return [
    ["accent", pair(accent.colour, accent.dark)],
    ["on-accent", pair(accent.ink, accent.darkInk)],
  ];
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
  const css = style(choices);
  const opening = css.length ? `<style>\n${css.map((line) => `  ${line}\n`).join("")}</style>\n` : "";
  const anchor = `<a href="${escaped(site + home)}">${escaped(link)}</a>`;
  const element = `${opening}<exhale-quiz${markup(attributes(choices))}>\n  ${anchor}\n</exhale-quiz>`;
  // A frame does not know the page around it: its links lead to our pages anyway, and its language is English unless it is set.
  const framed = { ...choices, share: choices.share === "none" ? "none" : "", lang: choices.lang || (lang === "en" ? "" : lang) };
  const query = new URLSearchParams([...attributes(framed), ...colours(choices)]).toString();
  const address = `${site}v1/frame.html${query && `?${query}`}`;
  return {
    script: `${element}\n<script type="module" src="${escaped(site)}v1/embed.js"></script>`,
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
