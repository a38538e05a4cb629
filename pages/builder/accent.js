// The one colour: which is chosen, what goes with it, and how well it can be seen.

import { colour, contrast, inkOn, READABLE, readableOn, VISIBLE } from "./colours.js";
import { tokens } from "./tokens.js";
import { isTold, say, tell } from "./words.js";

const pick = document.getElementById("pick");
const field = document.getElementById("accent");

/** Rounded down: what is not quite enough must not look like it. */
const ratio = (contrast) => {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (Math.floor(contrast * 10) / 10).toLocaleString(document.documentElement.lang, digits);
};

const judged = (ground, contrast) => {
  const verdict = contrast >= READABLE ? "easy" : contrast >= VISIBLE ? "fair" : "faint";
  return say(`${ground}-${verdict}`, { ratio: ratio(contrast) });
};

/** How well a colour can be seen in a theme, where `instead` stands in for it on dark. */
const verdict = (theme, chosen, instead) => {
  const [onLight, onDark] = ["light", "dark"].map((ground) => contrast(chosen, tokens(ground).surface));
  if (theme === "inherit") return say("inherit", { light: ratio(onLight), dark: ratio(onDark) });
  if (theme) return theme === "light" ? judged("light", onLight) : judged("dark", onDark);
  if (instead === chosen) return `${judged("light", onLight)} ${judged("dark", onDark)}`;
  const there = { colour: instead, ratio: ratio(contrast(instead, tokens("dark").surface)) };
  return `${judged("light", onLight)} ${say("dark-instead", there)}`;
};

/** The colour as snippets.js takes it: null where it is the one that the quiz has anyway in this theme. */
export const readAccent = (theme, isSettled) => {
  const text = field.value.trim();
  const own = tokens(theme).accent;
  // Nothing to compare with: the style sheet did not come.
  pick.disabled = field.disabled = !own;
  if (!own) return null;
  const chosen = colour(text) ?? own;
  const isOwn = chosen === own;
  const dark = tokens("dark");
  const instead = isOwn ? dark.accent : readableOn(dark.surface, chosen);
  pick.value = chosen;
  field.placeholder = own;
  const isWrong = isTold(field, text && !colour(text), isSettled);
  tell(field, isWrong ? say("wrong") : `${isOwn ? `${say("own")} ` : ""}${verdict(theme, chosen, instead)}`, isWrong);
  return isOwn ? null : { colour: chosen, ink: inkOn(chosen), dark: instead, darkInk: inkOn(instead) };
};

// What is picked is written, and what is written is read.
pick.addEventListener("input", () => (field.value = pick.value));
