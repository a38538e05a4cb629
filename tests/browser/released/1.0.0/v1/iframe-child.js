// Inside the frame: sets the quiz up from the address, and keeps the page around it informed over a port (see frame.js).

const quiz = document.querySelector("exhale-quiz");

/** What the address and the page around may set, and what each may be. The element says what is wrong with a value. */
const ATTRIBUTES = ["lang", "theme", "start", "persist", "share", "heading-level", "help-href", "help-label", "label"];
const COLOURS = ["ink", "surface", "accent", "on-accent", "muted", "border", "focus"];
const LENGTHS = ["radius", "inset", "max-width"];

const isThere = () => ["ready", "running", "done"].includes(quiz.state);

const set = (name, value) => {
  if (typeof value !== "string" || value.length > 500) return;
  if (name === "lang" && isThere() && value !== quiz.lang) {
    // Once the quiz is there nothing is fetched into this page any more (own.js): another language is another page.
    const address = new URL(location);
    for (const known of ATTRIBUTES) if (quiz.hasAttribute(known)) address.searchParams.set(known, quiz.getAttribute(known));
    address.searchParams.set(name, value);
    return location.replace(address);
  }
  if (ATTRIBUTES.includes(name)) quiz.setAttribute(name, value);
  // The first screen stands there already, with what this leaves out.
  if (name === "start" && value === "first") quiz.shadowRoot?.querySelector(".kept p")?.remove();
  // The page of the frame has the ground of the quiz.
  if (name === "theme") document.documentElement.setAttribute(name, value);
  const isToken =
    (COLOURS.includes(name) && CSS.supports("color", value)) || (LENGTHS.includes(name) && CSS.supports("border-radius", value));
  if (!isToken || /var\(/i.test(value)) return;
  for (const element of [document.documentElement, quiz]) element.style.setProperty(`--exhale-${name}`, value);
};

// Another page must not make us share what it likes: the address may only turn sharing off.
for (const [name, value] of new URLSearchParams(location.search)) {
  if (name !== "share" || value === "none") set(name, value);
}

let port = null;
const say = (type, more) => port?.postMessage({ type, ...more });

/** The height the quiz needs. Not that of the document, which is never less than the frame's. */
const height = () => Math.ceil(quiz.getBoundingClientRect().height);
let said = 0;
const resize = () => {
  const h = height();
  if (Math.abs(h - said) <= 1) return;
  said = h;
  say("resize", { h });
  if (quiz.state !== "loading") toWordPress("height", h);
};
new ResizeObserver(resize).observe(quiz);

for (const kind of ["ready", "start", "progress", "complete", "share", "reset", "error"]) {
  quiz.addEventListener(`exhale-${kind}`, ({ detail }) => {
    say(kind, { detail });
    // After a move the top of the quiz is to be seen: only the page around can scroll there.
    if (kind === "progress" || kind === "complete" || kind === "reset") say("scroll", { top: 0 });
  });
}

const asked = ({ data }) => {
  const { type, attributes } = Object(data);
  if (type === "set" && Array.isArray(attributes)) for (const pair of attributes) if (Array.isArray(pair)) set(...pair);
  if (type === "focus") quiz.focus();
  if (type === "reset") quiz.reset();
};

addEventListener("message", ({ data, source, ports }) => {
  if (source !== parent) return;
  if (data?.exhale === 1 && data.type === "init" && ports[0]) {
    port = ports[0];
    port.onmessage = asked;
    if (/^https?:\/\/[^#]+$/.test(data.href)) {
      quiz.address = data.href;
      quiz.setAttribute("share", quiz.share); // where the quiz is there already, it looks again
    }
    // What it may have missed.
    if (isThere()) say("ready");
    if (quiz.result) say("complete", { detail: quiz.result });
    if (quiz.state === "error") say("error", { detail: { code: "network", message: "The quiz could not be loaded." } });
    said = 0;
    resize();
  }
  // WordPress asks again once it listens.
  if (data?.message === "ready" && data.secret === secret) toWordPress("height", height());
});

/** WordPress frames a page it found by oEmbed, without an origin, and shows it once it has told its height. */
const secret = /[#&?]secret=([\w-]{1,64})/.exec(location.hash)?.[1];
function toWordPress(message, value) {
  if (secret) parent.postMessage({ message, value, secret }, "*");
}

/** Until the page around answers: it may start to listen late. */
const hello = () => {
  for (const delay of [0, 100, 300, 1000, 3000]) {
    setTimeout(() => port || parent.postMessage({ exhale: 1, type: "hello" }, "*"), delay);
  }
};
if (parent !== self) {
  hello();
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    port = null;
    hello();
  });
}
