// What only our own pages have. The first screen stands there before any script runs, and is taken up by the quiz; and once the
// quiz is there, nothing is fetched any more.

import { adopt } from "./adopt.js";
import { watch } from "./early.js";

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

// A second policy: the browser itself sees to it. The picture for saving is drawn from a `data:` address. Lighthouse asks for
// /robots.txt, which is the same for everybody, under the policy of the page that it looks at.
const close = () => {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `default-src 'none'; img-src data:; connect-src ${new URL("/robots.txt", location)}`;
  document.head.append(policy);
};
addEventListener("exhale-ready", close, { once: true });
