// Which colour can be seen on which ground: contrast as WCAG 2 defines it. Colours are #rrggbb.

/** Contrast at which text of any size can be read, and at which a shape can be told from its ground. */
export const READABLE = 4.5;
export const VISIBLE = 3;

/** A colour as somebody writes it: with or without #, six digits or three. Null if it is none. */
export const colour = (text) => {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1].toLowerCase();
  if (!digits) return null;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
};

/** Red, green and blue, from 0 to 1. */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

const luminance = (colour) => {
  const [red, green, blue] = channels(colour).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** From 1 to 21. */
export const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Black or white, whichever reads better on a colour: one of them always has 4.5 to 1. */
export const inkOn = (colour) => (contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#fff" : "#000");

/** The colour, or the first lighter one of the same hue that can be read on a dark ground. */
export const readableOn = (ground, colour) => {
  const all = channels(colour);
  const lightness = (Math.min(...all) + Math.max(...all)) / 2;
  /** How far a hue of this lightness can be from grey. */
  const room = (lightness) => 1 - Math.abs(2 * lightness - 1);
  const from = Math.round(lightness * 100);
  for (let percent = from; percent <= 100 && contrast(colour, ground) < READABLE; percent++) {
    const now = Math.max(percent / 100, lightness);
    const far = lightness === 0 ? 0 : room(now) / room(lightness);
    const part = (c) =>
      Math.round(255 * (now + (c - lightness) * far))
        .toString(16)
        .padStart(2, "0");
    colour = `#${all.map(part).join("")}`;
  }
  return colour;
};
