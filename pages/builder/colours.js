// Which colour is legible on which background: contrast as WCAG 2 defines it.

/** @typedef {string} Colour `#rrggbb`, in lower case. */

/** The contrast at which text of any size is legible, and at which a shape can be told from its background. */
export const READABLE = 4.5;
export const VISIBLE = 3;

/**
 * A colour as people write it: with or without #, six digits or three. Null if it is none.
 *
 * @param {string} text
 * @returns {Colour | null}
 */
export const parseColour = (text) => {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (!digits) return null;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
};

/** @typedef {[red: number, green: number, blue: number]} Channels Each from 0 to 1. */

/**
 * @param {Colour} colour
 * @returns {Channels}
 */
const channels = (colour) => {
  const channel = (/** @type {number} */ at) => parseInt(colour.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
};

/** @param {Colour} colour */
const luminance = (colour) => {
  const linear = (/** @type {number} */ c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = channels(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/**
 * The contrast of two colours, from 1 to 21.
 *
 * @param {Colour} one
 * @param {Colour} other
 */
export const contrast = (one, other) => {
  const both = [luminance(one), luminance(other)];
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
};

/**
 * Black or white, whichever is more legible on a colour: one of them always has a contrast of 4.5.
 *
 * @param {Colour} colour
 */
export const inkOn = (colour) => (contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#fff" : "#000");

/**
 * The colour, or the first lighter one of the same hue that is legible on a dark background.
 *
 * @param {Colour} background
 * @param {Colour} colour
 * @returns {Colour}
 */
export const readableOn = (background, colour) => {
  const all = channels(colour);
  const lightness = (Math.min(...all) + Math.max(...all)) / 2;
  /** How far a hue of this lightness can be from grey. */
  const room = (/** @type {number} */ l) => 1 - Math.abs(2 * l - 1);
  let lighter = colour;
  for (let percent = Math.round(lightness * 100); percent <= 100 && contrast(lighter, background) < READABLE; percent++) {
    const now = Math.max(percent / 100, lightness);
    const scale = lightness === 0 ? 0 : room(now) / room(lightness);
    const hex = (/** @type {number} */ c) =>
      Math.round(255 * (now + (c - lightness) * scale))
        .toString(16)
        .padStart(2, "0");
    lighter = `#${all.map(hex).join("")}`;
  }
  return lighter;
};
