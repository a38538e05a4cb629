// Inside the frame: configures the quiz from the address, and sends its events to the page around over a port (iframe-parent.js).

/** @import { ExhaleQuiz } from "../package/embed.d.ts" */
/** @import { QuizElement } from "./attributes.js" */
/** @import { MessageFromChild, MessageToChild } from "./iframe-parent.js" */

const quiz = /** @type {ExhaleQuiz & QuizElement} */ (document.querySelector("exhale-quiz"));

/** What the address and the page around may set, by kind of value. The element warns of invalid attributes. */
const ATTRIBUTES = ["lang", "theme", "start", "persist", "share", "heading-level", "help-href", "help-label", "label"];
const COLOURS = ["ink", "surface", "accent", "on-accent", "muted", "border", "focus"];
const LENGTHS = ["radius", "inset", "max-width"];

const isMounted = () => ["ready", "running", "done"].includes(quiz.state);

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

// Another page must not decide where our links lead: the address may only turn sharing off.
for (const [name, value] of new URLSearchParams(location.search)) {
  if (name !== "share" || value === "none") set(name, value);
}

/** @type {MessagePort | null} */
let port = null;
/** @param {MessageFromChild} message */
const send = (message) => port?.postMessage(message);

/** The height of the quiz in CSS pixels. That of the document is never less than the frame's. */
const height = () => Math.ceil(quiz.getBoundingClientRect().height);
let sentHeight = 0;
const sendHeight = () => {
  const h = height();
  if (Math.abs(h - sentHeight) <= 1) return;
  sentHeight = h;
  send({ type: "resize", h });
  if (quiz.state !== "loading") sendToWordPress("height", h);
};
new ResizeObserver(sendHeight).observe(quiz);

for (const type of /** @type {const} */ (["ready", "start", "progress", "complete", "share", "reset", "error"])) {
  quiz.addEventListener(`exhale-${type}`, ({ detail }) => {
    send({ type, detail });
    // After a change of the screen its top should be visible: only the page around can scroll there.
    if (type === "progress" || type === "complete" || type === "reset") send({ type: "scroll", top: 0 });
  });
}

/** @param {MessageEvent<unknown>} event */
const onPortMessage = ({ data }) => {
  // A claim of another page: each part is checked.
  const { type, attributes } = /** @type {Partial<MessageToChild>} */ (Object(data));
  if (type === "set" && Array.isArray(attributes)) for (const pair of attributes) if (Array.isArray(pair)) set(...pair);
  if (type === "focus") quiz.focus();
  if (type === "reset") quiz.reset();
};

addEventListener("message", ({ data, source, ports }) => {
  if (source !== parent) return;
  if (data?.exhale === 1 && data.type === "init" && ports[0]) {
    port = ports[0];
    port.onmessage = onPortMessage;
    if (/^https?:\/\/[^#]+$/.test(data.href)) {
      quiz.address = data.href;
      quiz.setAttribute("share", quiz.share); // a quiz that is mounted reads its settings again
    }
    // What the page may have missed.
    if (isMounted()) send({ type: "ready" });
    if (quiz.result) send({ type: "complete", detail: quiz.result });
    if (quiz.state === "error") send({ type: "error", detail: { code: "network", message: "The quiz could not be loaded." } });
    sentHeight = 0;
    sendHeight();
  }
  // WordPress asks again once it listens.
  if (data?.message === "ready" && data.secret === secret) sendToWordPress("height", height());
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

/** Repeated until the page around answers: it may begin to listen late. Delays in milliseconds. */
const sayHello = () => {
  for (const delay of [0, 100, 300, 1000, 3000]) {
    setTimeout(() => port || parent.postMessage({ exhale: 1, type: "hello" }, "*"), delay);
  }
};
if (parent !== self) {
  sayHello();
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    port = null;
    sayHello();
  });
}
