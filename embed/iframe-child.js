// Inside the frame: configures the quiz from the address, and sends its events to the page around over a port (iframe-parent.js).
// What a frame may not do is in restrictions.js.

import { restrict, restrictTo } from "./restrictions.js";

/** @import { ExhaleQuiz } from "../package/embed.d.ts" */
/** @import { QuizElement } from "./attributes.js" */
/** @import { InitMessage, MessageFromChild, MessageToChild } from "./iframe-parent.js" */

const quiz = /** @type {ExhaleQuiz & QuizElement} */ (document.querySelector("exhale-quiz"));

/** What the address and the page around may set, by kind of value. The element warns of invalid attributes. */
const ATTRIBUTES = ["lang", "theme", "start", "persist", "share", "heading-level", "help-href", "help-label", "label"];
const COLOURS = ["ink", "surface", "accent", "on-accent", "muted", "border", "focus"];
const LENGTHS = ["radius", "inset", "max-width"];

const isMounted = () => ["ready", "running", "done"].includes(quiz.state);
/** Whether the quiz will not come: it says so itself, or its script did not come. */
const hasFailed = () => quiz.state === "error" || (!quiz.state && document.readyState === "complete");

/** Whether another page takes the place of this one: what is cut off on the way, such as a file that was loading, is no failure. */
let isReplaced = false;

/**
 * Sets an attribute of the quiz, or a custom property of its style. Ignores anything else.
 *
 * @param {string} name
 * @param {unknown} value
 */
const set = (name, value) => {
  if (typeof value !== "string" || value.length > 500) return;
  if (name === "lang" && isMounted() && value !== quiz.lang) {
    // By now this page may fetch nothing more (first-party.js): for another language, another page is loaded.
    const address = new URL(location.href);
    for (const known of ATTRIBUTES) {
      const current = quiz.getAttribute(known);
      if (current !== null) address.searchParams.set(known, current);
    }
    address.searchParams.set(name, value);
    isReplaced = true;
    location.replace(address);
    return;
  }
  if (ATTRIBUTES.includes(name)) quiz.setAttribute(name, value);
  // The first screen in the markup has what this leaves out.
  if (name === "start" && value === "first") quiz.shadowRoot?.querySelector(".kept p")?.remove();
  // The page of the frame has the background of the quiz.
  if (name === "theme") document.documentElement.setAttribute(name, value);
  const isToken =
    (COLOURS.includes(name) && CSS.supports("color", value)) || (LENGTHS.includes(name) && CSS.supports("border-radius", value));
  if (!isToken || /var\(/i.test(value)) return;
  for (const element of [document.documentElement, quiz]) element.style.setProperty(`--exhale-${name}`, value);
};

/** @param {string} fields */
const setAll = (fields) => {
  for (const [name, value] of new URLSearchParams(fields)) {
    // Another page must not decide where our links lead: the address may only turn sharing off.
    if (name !== "share" || value === "none") set(name, value);
  }
};
// Behind the `#` too: a server that leaves out `.html` by a redirect may drop the query, but the browser keeps the fragment.
setAll(location.search);
setAll(location.hash.replace(/^#\??/, ""));

/** @type {MessagePort | null} */
let port = null;
/** @param {MessageFromChild} message */
const send = (message) => {
  if (!isReplaced) port?.postMessage(message);
};

/** What is said while the height cannot be measured, as in a frame that is not displayed: that of the snippet, in CSS pixels. */
const UNKNOWN_HEIGHT = 640;
let sentHeight = 0;
let toldWordPress = 0;
/**
 * Sends the height of the page, which is the quiz or what stands in for it. That of the document is never less than the frame's.
 *
 * Not only where a ResizeObserver says so: Chromium runs none in a frame of another origin that is hidden, or far from the viewport,
 * and some pages hide a frame until it has told its height.
 */
const sendHeight = () => {
  const measured = Math.ceil(document.body.getBoundingClientRect().height);
  const isThere = isMounted() || hasFailed();
  const h = measured || (isThere ? UNKNOWN_HEIGHT : 0);
  if (Math.abs(h - sentHeight) > 1) {
    sentHeight = h;
    send({ type: "resize", h });
  }
  // It shows a frame that has told its height: until the quiz is there, its link is better.
  if (isThere && Math.abs(h - toldWordPress) > 1) {
    toldWordPress = h;
    sendToWordPress("height", h);
  }
};
new ResizeObserver(sendHeight).observe(document.body);
addEventListener("load", () => {
  if (hasFailed()) sendFailure();
  sendHeight();
});

const sendFailure = () => send({ type: "error", detail: { code: "network", message: "The quiz could not be loaded." } });

/** Whether the taker, or the page around, has done something yet. */
let isUsed = false;
for (const type of ["pointerdown", "keydown", "click"]) quiz.addEventListener(type, () => (isUsed = true), { capture: true });

/** Whether a move is on its way to the page around. */
let isMoving = false;
/**
 * After a move of the taker its heading should be visible, in whatever scrolls.
 *
 * @param {Element | null | undefined} heading
 */
const onMove = (heading) => {
  if (!isUsed || isMoving || !heading) return;
  isMoving = true;
  // In a microtask the next screen has been drawn, and the quiz has scrolled this page if there is something to scroll.
  queueMicrotask(() => {
    isMoving = false;
    sendHeight();
    if (port) send({ type: "scroll", top: Math.max(heading.getBoundingClientRect().top, 0) });
    else bringIntoSight(heading);
  });
};
/**
 * Where the page around does not help, the browser may: it scrolls that page too. An observer sees what is visible of a frame, and is
 * told once at least.
 *
 * @param {Element} heading
 */
const bringIntoSight = (heading) => {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    if (!entry?.isIntersecting) heading.scrollIntoView();
  });
  observer.observe(heading);
};
let movedAt = Number.NEGATIVE_INFINITY;
/**
 * Focus goes to the heading with every move. But a browser does not say so where the frame itself has no focus.
 *
 * @param {Event} event
 */
const onFocus = ({ target }) => {
  const heading = /** @type {Element} */ (target);
  if (!heading.matches(".exhale [tabindex]")) return;
  movedAt = performance.now();
  onMove(heading);
};
// In the root: focus that moves within it is not told outside. Without a root in the markup there is one once the quiz is ready.
const watchFocus = () => quiz.shadowRoot?.addEventListener("focusin", onFocus);
watchFocus();
quiz.addEventListener("exhale-ready", watchFocus);

for (const type of /** @type {const} */ (["ready", "start", "progress", "complete", "share", "reset", "error"])) {
  quiz.addEventListener(`exhale-${type}`, ({ detail }) => {
    send({ type, detail });
    sendHeight();
    if (type === "progress" || type === "complete" || type === "reset")
      onMove(quiz.shadowRoot?.querySelector(".exhale [tabindex]"));
  });
}

/** @param {MessageEvent<unknown>} event */
const onPortMessage = ({ data }) => {
  // A claim of another page: each part is checked.
  const { type, attributes } = /** @type {Partial<MessageToChild>} */ (Object(data));
  if (type === "set" && Array.isArray(attributes)) for (const pair of attributes) if (Array.isArray(pair)) set(...pair);
  if (type === "focus") quiz.focus();
  if (type === "reset") {
    isUsed = true;
    quiz.reset();
  }
  sendHeight();
};

/** @param {unknown} value */
const isAddress = (value) => typeof value === "string" && /^https?:\/\/\S+$/.test(value);

/**
 * @param {MessagePort} newPort
 * @param {Partial<InitMessage>} message A claim of another page: each part is checked.
 */
const connect = (newPort, { href, canonical, sandbox, query }) => {
  port?.close();
  port = newPort;
  port.onmessage = onPortMessage;
  if (typeof query === "string" && query.length > 1 && !location.search && !location.hash.startsWith("#settings&")) {
    // The server has dropped the query.
    isReplaced = true;
    location.hash = `settings&${query.slice(1)}${location.hash.replace("#", "&")}`;
    location.reload();
    return;
  }
  if (typeof sandbox === "string") restrictTo(sandbox);
  const address = [canonical, href].find(isAddress);
  if (address) {
    quiz.address = address;
    // Links lead there now. A quiz that is mounted reads its settings again.
    if (quiz.getAttribute("share") !== "none") quiz.setAttribute("share", "page");
  }
  // What the page may have missed.
  if (isMounted()) send({ type: "ready" });
  if (quiz.result) send({ type: "complete", detail: quiz.result });
  if (hasFailed()) sendFailure();
  sentHeight = 0;
  sendHeight();
};

/** Tells an answer to this page from one to a page that was in this frame before. */
let nonce = "";
addEventListener("message", ({ data, source, ports }) => {
  if (source !== parent || parent === self) return;
  // The page around has begun to listen.
  if (data?.exhale === 1 && data.type === "hello") sayHello();
  // A page with a script of version 1.0.0 answers without the nonce.
  const isAnswer = data?.exhale === 1 && data.type === "init" && (data.nonce ?? nonce) === nonce;
  if (isAnswer && ports[0]) connect(ports[0], data);
  // WordPress asks again once it listens.
  if (data?.message === "ready" && data.secret === secret) {
    toldWordPress = 0;
    sendHeight();
  }
});

/** WordPress embeds a page it found by oEmbed without an origin, and shows it once it has received its height. */
const secret = /[#&?]secret=([\w-]{1,64})/.exec(location.hash)?.[1];
/**
 * @param {string} message
 * @param {number} value
 */
function sendToWordPress(message, value) {
  if (secret) parent.postMessage({ message, value, secret }, "*");
}

function sayHello() {
  if (!port) parent.postMessage({ exhale: 1, type: "hello", nonce }, "*");
}
/** Repeated until the page around answers: it may begin to listen late. Delays in milliseconds. */
const connectSoon = () => {
  port = null;
  nonce = crypto.getRandomValues(new Uint32Array(4)).join("-");
  for (const delay of [0, 100, 300, 1000, 3000, 10_000, 30_000]) setTimeout(sayHello, delay);
};
if (parent !== self) {
  connectSoon();
  addEventListener("pageshow", ({ persisted }) => persisted && connectSoon());
  restrict(quiz, () => performance.now() - movedAt);
}
