// The page's side of a frame with the quiz: gives it the height it needs, and sends its events on.
//
// As a script of its own it serves every <iframe> on the page that shows our frame.html; embed.js has it serve its own.
// The frame says hello; it is answered with a port, and everything else goes over that: no instance hears another.

/** Frames inside elements, which the document does not list. */
const adopted = new Map();
/** The port to each frame. */
const ports = new WeakMap();
/** Frames whose page has been given a port. */
const answered = new WeakSet();

const HOME = new URL("frame.html", import.meta.url);
/** How long a frame may take to say hello, in milliseconds: one that the page refuses never does. */
const PATIENCE = 10_000;

/** True if the frame is one of ours, and so is the page in it. */
const isOurs = (frame, origin) => {
  const { origin: home, pathname } = new URL(frame.src, document.baseURI);
  const opaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return home === HOME.origin && pathname.endsWith("/frame.html") && origin === (opaque ? "null" : home);
};

addEventListener("message", ({ data, origin, source }) => {
  if (data?.exhale !== 1 || data.type !== "hello") return;
  const frame = [...adopted.keys(), ...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
  if (!frame || answered.has(frame) || !isOurs(frame, origin)) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event) => heard(frame, event.data);
  ports.get(frame)?.close();
  ports.set(frame, port1);
  answered.add(frame);
  adopted.get(frame)?.greeted();
  // The next page in the frame may say hello again.
  frame.addEventListener("load", () => answered.delete(frame), { once: true });
  // An opaque origin cannot be addressed; that the window is the frame's was seen above.
  source.postMessage({ exhale: 1, type: "init", href: adopted.get(frame)?.href }, origin === "null" ? "*" : origin, [port2]);
});

const EVENTS = ["ready", "start", "progress", "complete", "share", "reset", "error"];

const heard = (frame, data) => {
  const { type, detail = null, h, top } = Object(data);
  // Important: a page may reset everything, also what its elements say of themselves.
  if (type === "resize" && h > 0 && h < 20_000) frame.style.setProperty("height", `${Math.ceil(h)}px`, "important");
  if (type === "scroll" && top >= 0 && top < 20_000) {
    const y = frame.getBoundingClientRect().top + top;
    if (y < 0 || y > innerHeight - 48) scrollBy({ top: y - 16 });
  }
  if (!EVENTS.includes(type)) return;
  const told = adopted.get(frame)?.heard;
  if (told) told(type, detail);
  else frame.dispatchEvent(new CustomEvent(`exhale-${type}`, { bubbles: true, composed: true, detail }));
};

/** Serves a frame that the document does not list, until `signal` aborts. `ready` is its first event; others are `told`. */
const adopt = (frame, signal, href, told) => {
  let patience;
  const ready = new Promise((resolve, reject) => {
    const fail = () => reject(new Error("The frame does not answer."));
    patience = setTimeout(fail, PATIENCE);
    const refused = ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === "frame-src" && blockedURI.startsWith(HOME.origin)) fail();
    };
    document.addEventListener("securitypolicyviolation", refused, { signal });
    let isReady = false;
    adopted.set(frame, {
      href,
      // From its first word on, its own page says what goes wrong.
      greeted: () => clearTimeout(patience),
      heard: (type, detail) => {
        if (isReady) return told(type, detail);
        isReady = type === "ready";
        if (isReady) resolve();
        if (type === "error") reject(Object.assign(new Error(detail?.message), { code: detail?.code }));
      },
    });
  });
  signal.addEventListener("abort", () => {
    clearTimeout(patience);
    adopted.delete(frame);
    ports.get(frame)?.close();
  });
  return ready;
};

/** What a frame takes from the element, and what from the style of the page. */
const ATTRIBUTES = ["lang", "theme", "start", "persist", "heading-level", "help-href", "help-label", "label"];
const TOKENS = ["ink", "surface", "accent", "on-accent", "muted", "border", "focus", "radius", "inset", "max-width"];

/**
 * Shows the quiz of an element in a frame, at the end of its shadow root, once the frame says that it is ready. `read` gives
 * the value of an attribute, `key` is the field of the fragment that holds a link, `heard` is told of events.
 */
export const enframe = async (element, { root, signal, read, key, heard: told }) => {
  const attributes = (names) => names.map((name) => [name, read(name)]).filter(([, value]) => value);
  const style = getComputedStyle(element);
  const tokens = TOKENS.map((token) => [token, style.getPropertyValue(`--exhale-${token}`).trim()]);
  const query = new URLSearchParams([...attributes(ATTRIBUTES), ...tokens.filter(([, value]) => value)]);
  const share = read("share");
  if (share === "none") query.set("share", share);
  const link = location.hash
    .slice(1)
    .split("&")
    .find((field) => field.startsWith(`${key}=`));
  const frame = document.createElement("iframe");
  Object.assign(frame, {
    src: `${HOME}?${query}${link ? `#exhale=${link.slice(key.length + 1)}` : ""}`,
    title: read("label") || element.textContent.trim() || "Exhale",
    // An engine that does not know a feature warns of it.
    allow: `clipboard-write${navigator.share ? "; web-share" : ""}`,
  });
  // A strict style-src forbids an attribute `style`, not this.
  for (const [name, value] of [
    ["display", "none"],
    ["width", "100%"],
    ["border", "0"],
  ])
    frame.style.setProperty(name, value);
  const ready = adopt(frame, signal, share === "page" ? location.href.split("#")[0] : "", told);
  root.append(frame);
  try {
    await ready;
  } catch (error) {
    frame.remove();
    throw error;
  }
  root.firstElementChild.remove();
  frame.style.setProperty("display", "block");
  const send = (message) => ports.get(frame)?.postMessage(message);
  return {
    set: (names) => send({ type: "set", attributes: attributes(names.filter((name) => ATTRIBUTES.includes(name))) }),
    restart: () => send({ type: "reset" }),
    focus: () => {
      frame.focus({ preventScroll: true });
      send({ type: "focus" });
    },
  };
};
