// The accent colour: which is chosen, what goes with it, and how legible it is.

import { contrast, inkOn, parseColour, READABLE, readableOn, VISIBLE } from "./colours.js";
import { tokens } from "./tokens.js";
import { isTold, say, tell } from "./words.js";

/** @import { Colour } from "./colours.js" */
/** @import { Accent, Theme } from "./snippets.js" */

const pick = /** @type {HTMLInputElement} */ (document.getElementById("pick"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("accent"));

/**
 * Rounded down: what is not quite enough must not look like it.
 *
 * @param {number} value
 */
const ratio = (value) => {
  // The digits of the texts around it.
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1, numberingSystem: "latn" };
  return (Math.floor(value * 10) / 10).toLocaleString(document.documentElement.lang, digits);
};

/** @typedef {Record<"light" | "dark", Colour>} Grounds The background of the quiz in both themes. */

/**
 * @param {keyof Grounds} ground
 * @param {number} value The contrast.
 */
const rating = (ground, value) => {
  const verdict = value >= READABLE ? "easy" : value >= VISIBLE ? "fair" : "faint";
  return say(`${ground}-${verdict}`, { ratio: ratio(value) });
};

/**
 * How legible a colour is in a theme, with `dark` instead of it on dark.
 *
 * @param {Theme} theme
 * @param {Colour} colour
 * @param {Colour} dark
 * @param {Grounds} grounds
 */
const ratings = (theme, colour, dark, grounds) => {
  const onLight = contrast(colour, grounds.light);
  const onDark = contrast(colour, grounds.dark);
  if (theme === "inherit") return say("inherit", { light: ratio(onLight), dark: ratio(onDark) });
  if (theme) return theme === "light" ? rating("light", onLight) : rating("dark", onDark);
  if (dark === colour) return `${rating("light", onLight)} ${rating("dark", onDark)}`;
  return `${rating("light", onLight)} ${say("dark-instead", { colour: dark, ratio: ratio(contrast(dark, grounds.dark)) })}`;
};

/**
 * The chosen colour; null where it is the default of the theme.
 *
 * @param {Theme} theme
 * @param {boolean} isSettled Whether the user has left the field.
 * @returns {Accent | null}
 */
export const readAccent = (theme, isSettled) => {
  const text = field.value.trim();
  const standard = tokens(theme).accent;
  const light = tokens("light").surface;
  const { surface: dark, accent: standardDark } = tokens("dark");
  // Nothing to compare with where the style sheet could not be loaded.
  pick.disabled = field.disabled = !standard;
  if (!standard || !light || !dark || !standardDark) return null;
  const parsed = parseColour(text);
  const colour = parsed ?? standard;
  const isStandard = colour === standard;
  const onDark = isStandard ? standardDark : readableOn(dark, colour);
  pick.value = colour;
  field.placeholder = standard;
  const isWrong = isTold(field, text !== "" && !parsed, isSettled);
  const verdict = `${isStandard ? `${say("own")} ` : ""}${ratings(theme, colour, onDark, { light, dark })}`;
  tell(field, isWrong ? say("wrong") : verdict, isWrong);
  return isStandard ? null : { colour, ink: inkOn(colour), dark: onDark, darkInk: inkOn(onDark) };
};

// Keep the two fields in step.
pick.addEventListener("input", () => (field.value = pick.value));
