// What only pages of others need: they have their own address, language and policies, and want to be told why a quiz does not
// show. Our own page leaves it out.

import { ATTRIBUTES, ATTRIBUTE_NAMES, hashKey, isLinked, read } from "./attributes.js";
import { asset, loadIframeParent } from "./assets.js";
import { quizError } from "./loading.js";
import { languageOf } from "./language.js";
import { warn } from "./warn.js";

/** @import { Host, Quiz } from "./embed.js" */
/** @import { AttributeName } from "./attributes.js" */
/** @import { QuizError } from "./loading.js" */

/**
 * Warns of attributes that have none of the values that they take.
 *
 * @param {HTMLElement} element
 */
const checkAttributes = (element) => {
  for (const name of ATTRIBUTE_NAMES) {
    const value = element.getAttribute(name);
    /** @type {readonly string[] | string} */
    const allowed = ATTRIBUTES[name];
    if (value === null || typeof allowed === "string" || allowed.includes(value.trim().toLowerCase())) continue;
    const effect = read(element, name) === allowed[0] ? "" : `counts as ${read(element, name)}, since it `;
    warn(`${name}="${value}" ${effect}is not one of ${allowed.join(", ")}`);
  }
  const key = read(element, "hash-key");
  if (key !== hashKey(element)) warn(`hash-key="${key}" is not made of letters, digits, _ and -`);
};

/**
 * Throws where the module would be drawn on this page, but not work: scripts may have replaced what it asks about.
 *
 * @param {HTMLElement} element
 * @param {ShadowRoot} root
 */
const checkGlobals = (element, root) => {
  const isIntact = element instanceof Element && root instanceof ShadowRoot && window instanceof Window;
  if (!isIntact) throw quizError("globals", "A script has replaced Element, ShadowRoot or Window.");
};

/**
 * @param {HTMLElement} element
 * @param {Host} host
 */
const showInFrame = async (element, { signal, show, showContent, onEvent, onFailure, setQuiz }) => {
  const { enframe } = await loadIframeParent();
  if (signal.aborted) return;
  // The frame stands beside the content until it is ready, then in its place.
  const content = showContent();
  const place = document.createElement("div");
  place.style.setProperty("display", "contents");
  show(place);
  place.append(content);
  const quiz = /** @type {Quiz} */ (
    await enframe(element, {
      root: /** @type {ShadowRoot} */ (/** @type {unknown} */ (place)),
      signal,
      read: (name) => (name === "lang" ? languageOf(element) : read(element, /** @type {AttributeName} */ (name))),
      key: hashKey(element),
      onEvent,
    })
  );
  if (signal.aborted) return;
  content.remove();
  quiz.adopt = () => onFailure(quizError("network", "A frame that is moved to another document starts anew there."));
  setQuiz(quiz);
  return quiz;
};

/**
 * Scrolls to a quiz that a shared result in the address is for, as to the target of any fragment: unless the reader has scrolled.
 * Returns what scrolls again once the quiz is there, unless the reader has begun to read.
 *
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 */
const followLink = (element, signal) => {
  let reads = false;
  const scroll = () => {
    if (reads || !isLinked(element)) return;
    const { top } = element.getBoundingClientRect();
    // Where its beginning is in sight already, nothing has to move.
    if (top < -1 || top > innerHeight / 2) element.scrollIntoView();
  };
  const onInput = () => (reads = true);
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(type, onInput, { signal, capture: true, passive: true });
  const onHashChange = () => {
    reads = false;
    scroll();
  };
  addEventListener("hashchange", onHashChange, { signal });
  for (let box = element.parentElement; box; box = box.parentElement) reads ||= box.scrollTop > 0;
  reads ||= scrollY > 0;
  scroll();
  return scroll;
};

/**
 * Follows the language of what is around the element, also across shadow roots.
 *
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 * @param {Quiz} quiz
 */
const followLanguage = (element, signal, quiz) => {
  let lang = languageOf(element);
  const observer = new MutationObserver(() => {
    if (lang === languageOf(element)) return;
    lang = languageOf(element);
    quiz.set(["lang"]);
  });
  /** @type {Node | undefined} */
  let node = element;
  while (node) {
    /** @type {Node & { host?: Element }} */
    const root = node.getRootNode();
    observer.observe(root, { subtree: true, attributeFilter: ["lang", "xml:lang"] });
    node = root.host;
  }
  signal.addEventListener("abort", () => observer.disconnect());
};

/** Where the files of the quiz are. */
const origin = () => new URL(asset("quiz.css")[0]).origin;

/** The tokens that attributes set. */
const TOKENS = /** @type {const} */ ({ accent: "--exhale-accent", "accent-text": "--exhale-on-accent" });

/**
 * Sets the tokens for which the element has attributes. A strict policy allows it, and what strips `<style>` leaves nothing.
 *
 * @param {HTMLElement} element
 * @param {string[]} names The attributes that may have changed.
 */
const setTokens = (element, names) => {
  for (const name of names) {
    const token = TOKENS[/** @type {keyof typeof TOKENS} */ (name)];
    if (!token) continue;
    const value = read(element, /** @type {AttributeName} */ (name));
    if (value && !CSS.supports("color", value)) warn(`${name}="${value}" is not a colour`);
    else element.style.setProperty(token, value); // nothing removes it
    if (!element.getAttribute("style")) element.removeAttribute("style");
  }
};

/**
 * What to do about each kind of failure.
 *
 * @type {Record<QuizError["code"], string>}
 */
const ADVICE = {
  network: "Look at the failed request above: the network, a content blocker, or a host without Access-Control-Allow-Origin.",
  "csp-wasm":
    "The policy of the page forbids WebAssembly, and our frame could not stand in: add 'wasm-unsafe-eval' to script-src, or the origin of the quiz to frame-src.",
  unsupported: "This browser has no WebAssembly, or has it turned off.",
  globals: "A script of the page replaces what the browser has, and our frame could not stand in: load that script elsewhere.",
  panic: "The quiz has stopped because of a mistake in it. Loading the page again may help; please report it.",
};

/**
 * Why a file could not be fetched, as far as another request can tell.
 *
 * @param {string} href
 */
const diagnose = async (href) => {
  const found = await fetch(href, { method: "HEAD" }).catch(() => null);
  if (found?.ok)
    return `${href} has other content than was built, or breaks off: look for what changes it on its way, such as a proxy or git's autocrlf.`;
  if (found)
    return `Its host has no such file (HTTP ${found.status}): upload all of dist/; or a cache has files of two versions: empty it, or load the page again.`;
  const isThere = await fetch(href, { method: "HEAD", mode: "no-cors" }).catch(() => null);
  if (isThere) return `${href} comes without the header Access-Control-Allow-Origin: see docs/hosting.md.`;
  return `${href} cannot be reached: no network, a content blocker, or its host is down.`;
};

/**
 * @param {HTMLElement} element
 * @param {Host} host
 */
export const prepareHostPage = (element, host) => {
  const { root, signal, firstScreen } = host;
  checkAttributes(element);
  /** What the policy of the page has refused meanwhile. */
  const refused = new Set();
  /** @param {SecurityPolicyViolationEvent} event */
  const onViolation = ({ effectiveDirective, blockedURI, disposition }) => {
    if (disposition === "enforce" && blockedURI.startsWith(origin())) refused.add(effectiveDirective);
  };
  document.addEventListener("securitypolicyviolation", onViolation, { signal });
  const names = Object.keys(TOKENS);
  setTokens(
    element,
    names.filter((name) => element.hasAttribute(name)),
  );
  // The page of the frame is as high as the quiz: it has nothing to scroll.
  const scroll = firstScreen ? undefined : followLink(element, signal);
  return {
    /** @param {Quiz} quiz */
    onShown: (quiz) => {
      followLanguage(element, signal, quiz);
      const { set } = quiz;
      /** @type {Quiz["set"]} */
      quiz.set = (changed) => {
        setTokens(element, changed);
        set(changed);
      };
      scroll?.();
      quiz.adopt ??= () =>
        quiz.restyle?.().catch((/** @type {Error} */ { message }) => warn(`no style sheet in the other document: ${message}`));
    },
    check: () => checkGlobals(element, root),
    showInFrame: () => showInFrame(element, host),
    /**
     * Says on the console why the quiz does not show, and what to do.
     *
     * @param {QuizError} error
     */
    explain: async ({ code, message, href }) => {
      const what = code === "network" && href && !refused.size ? await diagnose(href) : ADVICE[code];
      const policy = refused.size ? `The policy of the page forbids it: add ${origin()} to ${[...refused].join(" and ")}.` : what;
      warn(`not shown (${code}). ${message} ${policy} See "Where the quiz does not show" in docs/embedding.md.`);
    },
  };
};
