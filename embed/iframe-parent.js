// The page's side of a frame with the quiz: gives the frame the height it needs, and dispatches its events on the page.
//
// As a script of its own it serves every <iframe> on the page that shows our frame.html; embed.js uses it for the frame of an
// element. The frame says hello and is answered with a port; everything else goes over that port, so no instance hears another.
// docs/embedding.md, "Messages", lists what is said, and since which version.

import { linkIn } from "./linked.js";

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
 * The answer to a hello; the port comes with it.
 *
 * @typedef {object} InitMessage
 * @property {1} exhale
 * @property {"init"} type
 * @property {string | undefined} nonce That of the hello.
 * @property {string | undefined} href The address of this page for shared links, with its route if that is in the fragment.
 * @property {string | undefined} canonical The address that this page gives as its own.
 * @property {string | null} sandbox What the frame may do, as its attribute says.
 * @property {string} query The settings in the address of the frame: a server may drop them on the way.
 */

/**
 * What serves the frame of an element.
 *
 * @typedef {object} Adopted
 * @property {string} href The address of this page for shared links; empty for a page of ours.
 * @property {() => void} onHello
 * @property {OnEvent} onEvent
 */

/**
 * Frames of elements, known by reference.
 *
 * @type {Map<HTMLIFrameElement, Adopted>}
 */
const adopted = new Map();
/**
 * The port to each frame, and the nonce that it was given for: another nonce is that of another page in the frame. A frame of
 * version 1.0.0 has none.
 *
 * @type {WeakMap<HTMLIFrameElement, { port: MessagePort, nonce: string | undefined }>}
 */
const connections = new WeakMap();
/**
 * The origin that first said hello in a frame, for the attributes that the frame had then.
 *
 * @type {WeakMap<HTMLIFrameElement, { attributes: string, origin: string }>}
 */
const origins = new WeakMap();

/** Where this script comes from. One that a proxy hands on as a blob has no address to resolve against. */
const HERE = import.meta.url.startsWith("blob:") ? document.baseURI : import.meta.url;
const HOME = new URL("frame.html", HERE);
/** How long a frame that has loaded may take to say hello, in milliseconds: ours does before it has loaded. */
const GRACE = 3_000;
/** No quiz is as high as this, in CSS pixels. */
const MAX_HEIGHT = 20_000;
/** How much has to be visible of what is scrolled to, and the room above it afterwards; in CSS pixels. */
const LINE = 48;
const MARGIN = 16;

/**
 * All frames below a node, also those in open shadow roots.
 *
 * @param {Document | ShadowRoot} root
 * @returns {Generator<HTMLIFrameElement>}
 */
const framesIn = function* (root) {
  yield* root.querySelectorAll("iframe");
  for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) yield* framesIn(shadowRoot);
};

/** @returns {Generator<HTMLIFrameElement>} */
const frames = function* () {
  yield* adopted.keys();
  yield* framesIn(document);
};

/** @param {HTMLIFrameElement} frame */
const addressOf = ({ src }) => {
  try {
    return new URL(src, document.baseURI);
  } catch {
    return HOME;
  }
};

/** @param {HTMLIFrameElement} frame */
const isNamedAsOurs = (frame) => adopted.has(frame) || /\/frame(\.html)?$/.test(addressOf(frame).pathname);

/**
 * Whether the page in a frame may be served: the window was found to be the frame's already. A server may have redirected it, so
 * its origin need not be that of the attribute `src`: enough is that the page around has put our frame.html there, or that the
 * origin is ours. From then on no other origin is served in it, unless the page changes the frame.
 *
 * @param {HTMLIFrameElement} frame
 * @param {string} origin
 */
const isServed = (frame, origin) => {
  const attributes = `${frame.src} ${frame.getAttribute("sandbox")}`;
  const first = origins.get(frame);
  if (first?.attributes === attributes) return first.origin === origin;
  if (origin !== HOME.origin && !isNamedAsOurs(frame)) return false;
  origins.set(frame, { attributes, origin });
  return true;
};

addEventListener("message", ({ data, origin, source }) => {
  if (data?.exhale !== 1 || data.type !== "hello" || !source) return;
  const frame = [...frames()].find((one) => one.contentWindow === source);
  if (!frame || !isServed(frame, origin)) return;
  const nonce = typeof data.nonce === "string" ? data.nonce : undefined;
  const before = connections.get(frame);
  if (before && before.nonce === nonce) return;
  before?.port.close();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event) => onMessage(frame, event.data);
  connections.set(frame, { port: port1, nonce });
  // Without a nonce, the next page in the frame cannot be told from this one otherwise.
  if (nonce === undefined) frame.addEventListener("load", () => connections.delete(frame), { once: true });
  const element = adopted.get(frame);
  element?.onHello();
  /** @type {InitMessage} */
  const message = {
    exhale: 1,
    type: "init",
    nonce,
    href: element?.href,
    canonical: element?.href && canonical(),
    sandbox: frame.getAttribute("sandbox"),
    query: addressOf(frame).search,
  };
  // An opaque origin cannot be addressed; that the window is the frame's was checked above.
  /** @type {Window} */ (source).postMessage(message, origin === "null" ? "*" : origin, [port2]);
});

// A frame may have said hello before this script came.
for (const frame of framesIn(document)) {
  if (isNamedAsOurs(frame)) frame.contentWindow?.postMessage({ exhale: 1, type: "hello" }, "*");
}

/** Whether this page has its route in the fragment: then that is a part of its address. */
const hasRoute = () => /^#!?\//.test(location.hash);

/** The address of this page. What does not belong into a link the module leaves out. */
const pageAddress = () => (hasRoute() ? location.href : location.href.replace(/#.*/s, ""));

/** The address that this page gives as its own, if it is one of this site: it knows no route. */
const canonical = () => {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel~=canonical i]"));
  return link?.href.startsWith(`${location.origin}/`) && !hasRoute() ? link.href.replace(/#.*/s, "") : undefined;
};

/** @type {unknown[]} */
const EVENTS = ["ready", "start", "progress", "complete", "share", "reset", "error"];

/**
 * @param {HTMLIFrameElement} frame
 * @param {unknown} data What the frame sends: each part is checked.
 */
const onMessage = (frame, data) => {
  const { type, detail = null, h, top } = /** @type {EventMessage & ResizeMessage & ScrollMessage} */ (Object(data));
  if (type === "resize" && isLength(h) && h > 0) setHeight(frame, h);
  if (type === "scroll" && isLength(top)) bringIntoSight(frame, top);
  if (!EVENTS.includes(type)) return;
  const element = adopted.get(frame);
  if (element) element.onEvent(type, detail);
  else frame.dispatchEvent(new CustomEvent(`exhale-${type}`, { bubbles: true, composed: true, detail }));
};

/** @param {unknown} value */
const isLength = (value) => typeof value === "number" && value >= 0 && value < MAX_HEIGHT;

/**
 * @param {HTMLIFrameElement} frame
 * @param {number} height What the page in it needs.
 */
const setHeight = (frame, height) => {
  const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  // Important: a page may reset everything, also what its elements set on themselves.
  frame.style.setProperty("height", `${Math.ceil(height) + border}px`, "important");
};

/**
 * What an element is scrolled with: its slot, its parent, or the element that has the shadow root.
 *
 * @param {Element} element
 * @returns {Element | null}
 */
const around = (element) =>
  element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;

/**
 * Scrolls whatever scrolls around a frame, from the inside out, until a place in it can be seen. What can be seen stays where it is.
 *
 * @param {HTMLIFrameElement} frame
 * @param {number} top From the top of the frame.
 */
const bringIntoSight = (frame, top) => {
  const page = document.scrollingElement;
  const root = document.documentElement;
  /** @type {ScrollBehavior} */
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "auto";
  let y = frame.getBoundingClientRect().top + frame.clientTop + top;
  /**
   * @param {Element} scroller
   * @param {number} edge The top of what it shows.
   * @param {number} height
   */
  const scroll = (scroller, edge, height) => {
    const start = edge + (Number.parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0);
    if (y >= start && y <= edge + height - LINE) return;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const goal = Math.min(Math.max(scrollTop + y - start - MARGIN, 0), scrollHeight - clientHeight);
    scroller.scrollTo({ top: goal, behavior });
    // Where it scrolls smoothly, it is not there yet.
    y -= goal - scrollTop;
  };
  for (let element = /** @type {Element | null} */ (frame); element && element !== root; element = around(element)) {
    const { overflowY, position } = getComputedStyle(element);
    // What `body` says of overflow is the viewport's, unless the root has a word of its own.
    const isViewport = element === page || (element === document.body && getComputedStyle(root).overflowY === "visible");
    if (!isViewport && /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight) {
      scroll(element, element.getBoundingClientRect().top + element.clientTop, element.clientHeight);
    }
    // A dialog stays where it is, however the page scrolls.
    if (position === "fixed") return;
  }
  if (page) scroll(page, 0, innerHeight);
};

/**
 * Serves the frame of an element, until `signal` aborts. Its first event must be `ready`: the promise resolves; later ones go to
 * `onEvent`.
 *
 * It waits as long as the frame takes to load. But a frame that has loaded without a hello shows something else: what the browser
 * shows for a page that it may not or cannot show.
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
    let isGreeted = false;
    frame.addEventListener("load", () => isGreeted || (timeout = setTimeout(fail, GRACE)), { signal });
    /** @param {SecurityPolicyViolationEvent} event */
    const onViolation = ({ disposition, effectiveDirective, blockedURI }) => {
      if (disposition !== "report" && effectiveDirective === "frame-src" && blockedURI.startsWith(HOME.origin)) fail();
    };
    document.addEventListener("securitypolicyviolation", onViolation, { signal });
    let isReady = false;
    adopted.set(frame, {
      href,
      // From here on, the frame reports what goes wrong.
      onHello: () => {
        isGreeted = true;
        clearTimeout(timeout);
      },
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
    connections.get(frame)?.port.close();
  });
  return ready;
};

/** What a frame takes from the attributes of the element, and from the custom properties that the page sets on it. */
const ATTRIBUTES = ["lang", "theme", "start", "persist", "heading-level", "help-href", "help-label", "label"];
const TOKENS = ["ink", "surface", "accent", "on-accent", "muted", "border", "focus", "radius", "inset", "max-width"];

/** Until the quiz is ready its frame takes no room and is not shown, but is laid out as wide as it will be. */
const HIDDEN = { "max-height": "0", visibility: "hidden" };

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
  const link = linkIn(location.hash, key);
  const frame = document.createElement("iframe");
  Object.assign(frame, {
    src: `${HOME}?${query}${link ? `#exhale${link}` : ""}`,
    title: read("label") || element.textContent.trim() || "Exhale",
    // An engine warns of a feature that it does not know.
    allow: `clipboard-write${typeof navigator.share === "function" ? "; web-share" : ""}`,
  });
  // A strict style-src forbids an attribute `style`, not this.
  for (const [name, value] of Object.entries({ display: "block", width: "100%", border: "0", ...HIDDEN })) {
    frame.style.setProperty(name, value);
  }
  const ready = adopt(frame, signal, share === "page" ? pageAddress() : "", onEvent);
  root.append(frame);
  try {
    await ready;
  } catch (error) {
    adopted.delete(frame);
    frame.remove();
    throw error;
  }
  // What showed until now. Not by its place: others may have put something into the root.
  for (const slot of root.querySelectorAll("slot")) slot.remove();
  for (const name of Object.keys(HIDDEN)) frame.style.removeProperty(name);
  /** @param {MessageToChild} message */
  const send = (message) => connections.get(frame)?.port.postMessage(message);
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
