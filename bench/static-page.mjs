// A page without any script that shows the same first screen as ours: what the browser cannot be faster than. It is taken from
// our own page as it stands in a browser, so that it can never say or weigh something else.

import { transform } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** In our page: its markup with the quiz in the light, as a page without scripts would have been written. */
const inTheLight = () => {
  const page = document.documentElement.cloneNode(true);
  const quiz = document.querySelector("exhale-quiz");
  const place = document.createElement("div");
  place.className = "quiz";
  const screen = quiz.shadowRoot.querySelector(".exhale");
  place.append(screen.cloneNode(true));
  page.querySelector("exhale-quiz").replaceWith(place);
  for (const element of page.querySelectorAll(
    "script, template, noscript, meta[http-equiv], [hidden], link[rel$=preload], .quiz :is(style, link)",
  )) {
    element.remove();
  }
  // What would lead on by script does so by a link.
  for (const button of place.querySelectorAll("button")) {
    const link = document.createElement("a");
    link.className = button.className;
    link.href = "paper.html";
    link.append(...button.childNodes);
    button.replaceWith(link);
  }
  for (const element of place.querySelectorAll("*")) {
    for (const name of ["style", "part"]) element.removeAttribute(name);
  }
  screen.removeAttribute("style");
  const comments = document.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  return `<!doctype html>\n${page.outerHTML}\n`;
};

/** The style sheet of the quiz, for a place in the page instead of a shadow root. */
const lightStyles = (css) => css.replace(/:host\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, ".quiz$1").replaceAll(":host", ".quiz");

export const staticPage = async (folder, dist, browser, origin) => {
  const tab = await browser.tab();
  let html;
  try {
    await tab.send("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
    await tab.send("Page.navigate", { url: `${origin}/` });
    html = await evaluateWhenReady(tab);
  } finally {
    await tab.close();
  }
  const sheet = readdirSync(join(dist, "v1")).find((name) => /^quiz(\.\w+)?\.css$/.test(name));
  if (!sheet) throw new Error(`${join(dist, "v1")} has no style sheet of the quiz: run make build`);
  const { code } = await transform(lightStyles(readFileSync(join(dist, "v1", sheet), "utf8")), { loader: "css", minify: true });
  writeFileSync(join(folder, "quiz.css"), code);
  for (const name of ["page.css", "paper.html"]) writeFileSync(join(folder, name), readFileSync(join(dist, name)));
  writeFileSync(join(folder, "index.html"), html.replace("</head>", '<link rel="stylesheet" href="quiz.css"></head>'));
};

const evaluateWhenReady = async (tab) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { result } = await tab.send("Runtime.evaluate", {
      expression: `document.querySelector("exhale-quiz")?.state === "ready" && (${inTheLight})()`,
      returnByValue: true,
    });
    if (result.value) return result.value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("our page did not show the quiz within twenty seconds");
};
