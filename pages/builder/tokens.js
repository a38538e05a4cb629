// The colours of the quiz, from the style sheet of this page, which has the same custom properties.

/** @import { Colour } from "./colours.js" */
/** @import { Theme } from "./snippets.js" */

/**
 * An empty element with the custom properties of a quiz.
 *
 * @type {HTMLElement | undefined}
 */
let probe;

const makeProbe = () => {
  const element = document.createElement("div");
  const sheet = new CSSStyleSheet();
  const linked = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=stylesheet]"));
  const rules = [...(linked.sheet?.cssRules ?? [])];
  sheet.replaceSync(rules.map((rule) => rule.cssText).join("\n"));
  element.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  element.hidden = true;
  // A custom property is not resolved where it is `light-dark(…)`: these are. Set by CSSOM, which a strict CSP allows.
  element.style.color = "var(--exhale-accent, transparent)";
  element.style.backgroundColor = "var(--exhale-surface, transparent)";
  element.style.setProperty("forced-color-adjust", "none"); // the colours of the quiz, not those of a high-contrast mode
  document.body.append(element);
  return element;
};

/**
 * A computed colour, `rgb(…)`, as a `Colour`; null if it is transparent.
 *
 * @param {string} computed
 * @returns {Colour | null}
 */
const toHex = (computed) => {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed)?.slice(1);
  return channels ? `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}` : null;
};

/**
 * The background and the accent of the quiz in a theme. The background of `inherit` is not known: null. Without the style sheet,
 * both are null.
 *
 * @param {Theme} theme Without one, the device decides; this then gives the light colours.
 * @returns {{ surface: Colour | null, accent: Colour | null }}
 */
export const tokens = (theme) => {
  probe ??= makeProbe();
  probe.setAttribute("theme", theme || "light");
  const { backgroundColor, color } = getComputedStyle(probe);
  return { surface: toHex(backgroundColor), accent: toHex(color) };
};
