// For our own pages only: lets the quiz take over the first screen that is in their markup, and forbids requests once the quiz is
// ready.

import { recordEarlyInput } from "./early-input.js";

/**
 * Replaces the first screen by the quiz, once no key or pointer is down on it: a tap that has begun ends where it began.
 *
 * @callback TakeOver
 * @param {HTMLElement} root What the quiz is drawn in.
 * @param {() => void} show Replaces the one by the other.
 * @returns {Promise<void>}
 */

/**
 * Records early input on the first screen, until the function that this returns replaces it.
 *
 * @param {HTMLElement} firstScreen
 * @param {boolean} persists Whether a choice outlives a reload.
 * @returns {TakeOver | undefined}
 */
export const prepareTakeOver = (firstScreen, persists) => {
  const early = recordEarlyInput(firstScreen, persists);
  return async (root, show) => {
    await early.untilReleased();
    const replay = early.stop(root);
    show();
    replay();
  };
};

// Where the element cannot be loaded or parsed, the first screen would not react: show the page's text for that case instead, under
// its title.
const { src } = /** @type {HTMLScriptElement} */ (document.querySelector("script[src$='embed.js']"));
import(src).catch(() => {
  const quiz = document.querySelector("exhale-quiz:not(:defined)");
  quiz?.replaceWith(...quiz.querySelectorAll("[slot=opening], [slot=failed]"));
});

// A shared result stays open when the language changes.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"))) {
  link.onclick = () => {
    link.hash = location.hash;
  };
}

// What is kept can be deleted on the page about the quiz. In Firefox and WebKit a page that lies in the back/forward cache meanwhile is
// not told, as those in other tabs are: it would keep its answers again.
const isKept = () => {
  try {
    return "exhale.run" in localStorage;
  } catch {
    return false;
  }
};
let wasKept = false;
addEventListener("pagehide", () => {
  wasKept = isKept();
});
addEventListener("pageshow", () => {
  if (wasKept && !isKept()) dispatchEvent(new StorageEvent("storage"));
});

// Adds a stricter CSP after load; blocks further requests. The result image is drawn from a `data:` address. Three files that are
// the same for everybody stay allowed, since others than the page may request them at any time: the browser the icon and the
// manifest, Lighthouse /robots.txt, under the policy of the page that it audits.
const forbidRequests = () => {
  const policy = document.createElement("meta");
  /** @param {string} path */
  const at = (path) => new URL(path, import.meta.url);
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `default-src 'none'; img-src data: ${at("../icon.png")}; manifest-src ${at("../manifest.json")}; connect-src ${at("/robots.txt")}`;
  document.head.append(policy);
};
addEventListener("exhale-ready", forbidRequests, { once: true });
