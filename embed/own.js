// What only our own pages have. The first screen stands there before any script runs, and is taken up by the quiz; and once the
// quiz is there, nothing is fetched any more.

import { adopt } from "./adopt.js";
import { watch } from "./early.js";
import "./kept.js";

/** Watches over the first screen in `root`. Call what it gives with what mounts a quiz there: that takes it up. */
export const first = (root, keeps) => {
  const stop = watch(root, keeps);
  return (mount) => {
    const again = stop();
    const mounted = adopt(root, mount);
    queueMicrotask(again);
    return mounted;
  };
};

// Where embed.js did not come, or cannot be read, that first screen leads nowhere: it makes way for what the page says then.
// By then every script of the page has run that will.
addEventListener("DOMContentLoaded", () => {
  const quiz = document.querySelector("exhale-quiz:not(:defined)");
  quiz?.replaceWith(quiz.querySelector("[slot=failed]"));
});

// A shared picture is shown in the other language too.
for (const link of document.querySelectorAll("a[hreflang]")) {
  link.onclick = () => {
    link.hash = location.hash;
  };
}

// A picture is printed by itself (page.css). Firefox prints a copy of the page, in which no state of an element is left.
addEventListener("beforeprint", () => {
  const asks = document.querySelector("exhale-quiz")?.shadowRoot?.querySelector("fieldset");
  document.body.className = asks ? "" : "answered";
});

// A second policy: the browser itself sees to it. The picture for saving is drawn from a `data:` address. Three things that are
// the same for everybody may be asked for by others than the page, when they like: the icon and the manifest by the browser,
// /robots.txt by Lighthouse, under the policy of the page that it looks at.
const close = () => {
  const policy = document.createElement("meta");
  const at = (path) => new URL(path, import.meta.url);
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `default-src 'none'; img-src data: ${at("../icon.png")}; manifest-src ${at("../manifest.webmanifest")}; connect-src ${at("/robots.txt")}`;
  document.head.append(policy);
};
addEventListener("exhale-ready", close, { once: true });
