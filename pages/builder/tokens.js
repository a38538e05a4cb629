// The colours that the quiz has by itself, from the style sheet of this page, which holds the tokens that the quiz has too.

import { colour } from "./colours.js";

/** An element with the tokens of a quiz, and nothing in it. */
let probe;

/** The ground and the accent of the quiz in a theme, as #rrggbb. The ground of `inherit` is not known: null. Without the style sheet both are. */
export const tokens = (theme) => {
  if (!probe) {
    probe = document.createElement("div");
    const sheet = new CSSStyleSheet();
    const rules = [...(document.querySelector("link[rel=stylesheet]").sheet?.cssRules ?? [])];
    sheet.replaceSync(rules.map((rule) => rule.cssText).join("\n"));
    probe.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    probe.hidden = true;
    document.body.append(probe);
  }
  // Without a theme it is the device's; what is chosen then counts for the light.
  probe.setAttribute("theme", theme || "light");
  const style = getComputedStyle(probe);
  const [surface, accent] = ["surface", "accent"].map((name) => colour(style.getPropertyValue(`--exhale-${name}`)));
  return { surface, accent };
};
