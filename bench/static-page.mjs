// A page without any script that shows the same first screen as ours: the fastest that the browser can be. It is made from our
// page as it is in a browser, so its contents and size cannot differ.

import { transform } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @import { Browser, Tab } from "./protocol.d.ts" */

/** Runs in our page: its markup with the quiz outside a shadow root, as somebody would write it by hand. */
const withoutShadowRoot = () => {
  const page = /** @type {Element} */ (document.documentElement.cloneNode(true));
  const screen = document.querySelector("exhale-quiz")?.shadowRoot?.querySelector(".exhale");
  if (!screen) return null;
  const place = document.createElement("div");
  place.className = "quiz";
  place.append(screen.cloneNode(true));
  page.querySelector("exhale-quiz")?.replaceWith(place);
  for (const element of page.querySelectorAll(
    "script, template, noscript, meta[http-equiv], [hidden], link[rel$=preload], .quiz :is(style, link)",
  )) {
    element.remove();
  }
  // Without a script, links lead on.
  for (const button of place.querySelectorAll("button")) {
    const link = document.createElement("a");
    link.className = button.className;
    link.href = "paper.html";
    link.append(...button.childNodes);
    button.replaceWith(link);
  }
  for (const element of place.querySelectorAll("*")) {
    for (const attribute of ["style", "part"]) element.removeAttribute(attribute);
  }
  const comments = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(/** @type {Comment} */ (comments.currentNode));
  for (const comment of found) comment.remove();
  return `<!doctype html>\n${page.outerHTML}\n`;
};

/**
 * The style sheet of the quiz for an element instead of a shadow root.
 *
 * @param {string} css
 */
const lightStyles = (css) => css.replace(/:host\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, ".quiz$1").replaceAll(":host", ".quiz");

/** The style sheet of our page, which has that of the quiz in it. */
const SHEET = "start.css";
const LINK = /<link rel="stylesheet" href="start\.css">/;

/**
 * Writes the page into a folder; and into another one the same with its style in it, so that it is one request.
 *
 * @param {string} folder
 * @param {string} oneFile
 * @param {string} dist The folder of our site.
 * @param {Browser} browser
 * @param {string} origin Where our site is served.
 */
export const staticPage = async (folder, oneFile, dist, browser, origin) => {
  const tab = await browser.tab();
  let html;
  try {
    await tab.send("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
    await tab.send("Page.navigate", { url: `${origin}/` });
    html = await evaluateWhenReady(tab);
  } finally {
    await tab.close();
  }
  if (!LINK.test(html)) throw new Error(`our page has no style sheet ${SHEET}: see bench/static-page.mjs`);
  const { code } = await transform(lightStyles(readFileSync(join(dist, SHEET), "utf8")), { loader: "css", minify: true });
  writeFileSync(join(folder, SHEET), code);
  writeFileSync(join(folder, "index.html"), html);
  writeFileSync(
    join(oneFile, "index.html"),
    html.replace(LINK, () => `<style>${code.trim()}</style>`),
  );
  for (const place of [folder, oneFile]) writeFileSync(join(place, "paper.html"), readFileSync(join(dist, "paper.html")));
};

/** @param {Tab} tab */
const evaluateWhenReady = async (tab) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { result } = await tab.send("Runtime.evaluate", {
      expression: `document.querySelector("exhale-quiz")?.state === "ready" && (${withoutShadowRoot})()`,
      returnByValue: true,
    });
    if (result.value) return String(result.value);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("our page did not show the quiz within twenty seconds");
};
