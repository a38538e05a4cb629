// The page's side of a frame with the quiz: gives the frame the height it needs, and dispatches its events on the page.
//
// As a script of its own it serves every <iframe> on the page that shows our frame.html; embed.js uses it for the frame of an
// element. The frame says hello and is answered with a port; everything else goes over that port, so no instance hears another.

/** @import { ExhaleError, ExhaleQuizEventMap } from "../package/embed.d.ts" */

/** @typedef {keyof ExhaleQuizEventMap extends `exhale-${infer Type}` ? Type : never} EventType Without `exhale-`. */
/** @typedef {{ [Type in EventType]: ExhaleQuizEventMap[`exhale-${Type}`]["detail"] }} EventDetails */
/** @typedef {(type: EventType, detail: EventDetails[EventType]) => void} OnEvent */

/** @typedef {{ type: EventType, detail?: EventDetails[EventType] }} EventMessage */
/** @typedef {{ type: "resize", h: number }} ResizeMessage The height of the quiz in CSS pixels. */
/** @typedef {{ type: "scroll", top: number }} ScrollMessage What should be visible, in CSS pixels from the top of the frame. */
/** @typedef {EventMessage | ResizeMessage | ScrollMessage} MessageFromChild */
/** @typedef {{ type: "set" | "focus" | "reset", attributes?: [name: string, value: string][] }} MessageToChild */

/**
 * What serves the frame of an element.
 *
 * @typedef {object} Adopted
 * @property {string} href The address of this page for shared links; empty for a page of ours.
 * @property {() => void} onHello
 * @property {OnEvent} onEvent
 */

/**
 * Frames inside elements, which the document does not list.
 *
 * @type {Map<HTMLIFrameElement, Adopted>}
 */
const adopted = new Map();
/**
 * The port to each frame.
 *
 * @type {WeakMap<HTMLIFrameElement, MessagePort>}
 */
const ports = new WeakMap();
/**
 * Frames whose page has been given a port.
 *
 * @type {WeakSet<HTMLIFrameElement>}
 */
const answered = new WeakSet();

const HOME = new URL("frame.html", import.meta.url);
/** How long a frame may take to say hello, in milliseconds: one that the page's policy blocks never does. */
const TIMEOUT = 10_000;
/** No quiz is as high as this, in CSS pixels. */
const MAX_HEIGHT = 20_000;

/**
 * Whether the frame is one of ours, and the page in it too.
 *
 * @param {HTMLIFrameElement} frame
 * @param {string} origin
 */
const isOurs = (frame, origin) => {
  const { origin: home, pathname } = new URL(frame.src, document.baseURI);
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return home === HOME.origin && pathname.endsWith("/frame.html") && origin === (isOpaque ? "null" : home);
};

addEventListener("message", ({ data, origin, source }) => {
  if (data?.exhale !== 1 || data.type !== "hello") return;
  const frame = [...adopted.keys(), ...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
  if (!frame || answered.has(frame) || !isOurs(frame, origin)) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event) => onMessage(frame, event.data);
  ports.get(frame)?.close();
  ports.set(frame, port1);
  answered.add(frame);
  adopted.get(frame)?.onHello();
  // The next page in the frame may say hello again.
  frame.addEventListener("load", () => answered.delete(frame), { once: true });
  const message = { exhale: 1, type: "init", href: adopted.get(frame)?.href };
  // An opaque origin cannot be addressed; that the window is the frame's was checked above.
  /** @type {Window} */ (source).postMessage(message, origin === "null" ? "*" : origin, [port2]);
});

/** @type {unknown[]} */
const EVENTS = ["ready", "start", "progress", "complete", "share", "reset", "error"];

/**
 * @param {HTMLIFrameElement} frame
 * @param {unknown} data What the frame sends: each part is checked.
 */
const onMessage = (frame, data) => {
  const { type, detail = null, h, top } = /** @type {EventMessage & ResizeMessage & ScrollMessage} */ (Object(data));
  // Important: a page may reset everything, also what its elements set on themselves.
  if (type === "resize" && h > 0 && h < MAX_HEIGHT) frame.style.setProperty("height", `${Math.ceil(h)}px`, "important");
  if (type === "scroll" && top >= 0 && top < MAX_HEIGHT) {
    const y = frame.getBoundingClientRect().top + top;
    if (y < 0 || y > innerHeight - 48) scrollBy({ top: y - 16 });
  }
  if (!EVENTS.includes(type)) return;
  const element = adopted.get(frame);
  if (element) element.onEvent(type, detail);
  else frame.dispatchEvent(new CustomEvent(`exhale-${type}`, { bubbles: true, composed: true, detail }));
};

/**
 * Serves a frame that the document does not list, until `signal` aborts. Its first event must be `ready`: the promise resolves;
 * later ones go to `onEvent`.
 *
 * @param {HTMLIFrameElement} frame
 * @param {AbortSignal} signal
 * @param {string} href
 * @param {OnEvent} onEvent
 * @returns {Promise<void>}
 */
const adopt = (frame, signal, href, onEvent) => {
  /** @type {ReturnType<typeof setTimeout>} */
  let timeout;
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => {
    const fail = () => reject(new Error("The frame does not answer."));
    timeout = setTimeout(fail, TIMEOUT);
    /** @param {SecurityPolicyViolationEvent} event */
    const onViolation = ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === "frame-src" && blockedURI.startsWith(HOME.origin)) fail();
    };
    document.addEventListener("securitypolicyviolation", onViolation, { signal });
    let isReady = false;
    adopted.set(frame, {
      href,
      // From here on, the frame reports what goes wrong.
      onHello: () => clearTimeout(timeout),
      onEvent: (type, detail) => {
        if (isReady) return onEvent(type, detail);
        isReady = type === "ready";
        if (isReady) resolve();
        if (type === "error") {
          const { code, message } = /** @type {Partial<ExhaleError>} */ (detail ?? {});
          reject(Object.assign(new Error(message), { code }));
        }
      },
    });
  });
  signal.addEventListener("abort", () => {
    clearTimeout(timeout);
    adopted.delete(frame);
    ports.get(frame)?.close();
  });
  return ready;
};

/** What a frame takes from the attributes of the element, and from the custom properties that the page sets on it. */
const ATTRIBUTES = ["lang", "theme", "start", "persist", "heading-level", "help-href", "help-label", "label"];
const TOKENS = ["ink", "surface", "accent", "on-accent", "muted", "border", "focus", "radius", "inset", "max-width"];

/**
 * @typedef {object} FrameOptions
 * @property {ShadowRoot} root
 * @property {AbortSignal} signal Aborts when the element leaves the page.
 * @property {(name: string) => string} read The value of an attribute of the element.
 * @property {string} key The field of the fragment that holds a shared result.
 * @property {OnEvent} onEvent
 */

/**
 * Shows the quiz of an element in a frame at the end of its shadow root, once the frame reports that the quiz is ready.
 *
 * @param {HTMLElement} element
 * @param {FrameOptions} options
 */
export const enframe = async (element, { root, signal, read, key, onEvent }) => {
  /**
   * @param {string[]} names
   * @returns {[name: string, value: string][]}
   */
  const attributes = (names) =>
    names.flatMap((name) => {
      const value = read(name);
      return value ? [[name, value]] : [];
    });
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
    // An engine warns of a feature that it does not know.
    allow: `clipboard-write${typeof navigator.share === "function" ? "; web-share" : ""}`,
  });
  // A strict style-src forbids an attribute `style`, not this.
  frame.style.setProperty("display", "none");
  frame.style.setProperty("width", "100%");
  frame.style.setProperty("border", "0");
  const ready = adopt(frame, signal, share === "page" ? location.href.replace(/#.*/s, "") : "", onEvent);
  root.append(frame);
  try {
    await ready;
  } catch (error) {
    frame.remove();
    throw error;
  }
  root.firstElementChild?.remove();
  frame.style.setProperty("display", "block");
  /** @param {MessageToChild} message */
  const send = (message) => ports.get(frame)?.postMessage(message);
  return {
    /** @param {string[]} names */
    set: (names) => send({ type: "set", attributes: attributes(names.filter((name) => ATTRIBUTES.includes(name))) }),
    restart: () => send({ type: "reset" }),
    focus: () => {
      frame.focus({ preventScroll: true });
      send({ type: "focus" });
    },
  };
};
