// The quiz in the page: drawn into the shadow root of an element by the module, which all quizzes on the page share.

import { languageOf, settings, warn } from "./attributes.js";
import { keepHeight } from "./height.js";
import { language, onTrap, quizError, styles, wasmSupportError } from "./loading.js";

/** @import { Emit } from "./exhale_bg.js" */
/** @import { Quiz } from "./embed.js" */
/** @import { TakeOver } from "./first-party.js" */
/** @import { EventDetails, EventType } from "./iframe-parent.js" */
/** @import { QuizError } from "./loading.js" */

/**
 * What an element gives for its quiz.
 *
 * @typedef {object} Host
 * @property {ShadowRoot} shadowRoot
 * @property {HTMLElement | null} firstScreen The first screen in the markup, if there is one.
 * @property {Promise<TakeOver | undefined> | null} takeOver What replaces the first screen.
 * @property {AbortSignal} signal Ends the quiz.
 * @property {(type: EventType, detail: EventDetails[EventType]) => boolean} onEvent False if the page has prevented the default.
 * @property {(error: QuizError) => void} onPanic Called when the module has stopped.
 * @property {() => boolean} isOver Whether the quiz keeps its height no more.
 */

/**
 * Why the module has stopped, if it has: then no quiz goes on.
 *
 * @type {QuizError | null}
 */
let panic = null;
/**
 * What each quiz on the page does then.
 *
 * @type {Set<Host["onPanic"]>}
 */
const onPanic = new Set();

/** @param {unknown} error */
const stop = (error) => {
  panic ??= quizError("panic", String(error));
  const callbacks = [...onPanic];
  onPanic.clear();
  for (const callback of callbacks) callback(panic);
  return panic;
};
onTrap(stop);

/**
 * Calls into the module.
 *
 * @template T
 * @param {() => T} call
 */
const guarded = (call) => {
  if (panic) throw panic;
  try {
    return call();
  } catch (error) {
    throw stop(error);
  }
};

/**
 * Keys pressed in the quiz must not trigger keyboard shortcuts of the page.
 *
 * @param {KeyboardEvent} event
 */
const stopKey = (event) => {
  const leaves = event.ctrlKey || event.altKey || event.metaKey || /^(Tab|Escape)$/.test(event.key);
  if (!leaves) event.stopPropagation();
};

/**
 * Draws a quiz, apart from the page. Returns it, and what shows it in the place of the first screen: that returns what to call after
 * each change of the screen. Both return nothing once `signal` or the module has ended the quiz.
 *
 * @param {HTMLElement} element
 * @param {Host} host
 */
export const mountInline = async (element, { shadowRoot, firstScreen, takeOver, signal, ...host }) => {
  const reason = panic ?? wasmSupportError();
  if (reason) throw reason;
  let lang = languageOf(element);
  // A page from a cache may link a style sheet that is no longer there.
  const isStyled = shadowRoot.styleSheets[0]?.cssRules[0];
  const [sheet, { bindings, ...loaded }, replaceFirstScreen] = await Promise.all([
    isStyled ? null : styles(),
    language(lang),
    takeOver,
  ]);
  if (signal.aborted) return;
  let { messages } = loaded;

  const root = document.createElement("div");
  // Yew keeps the element that a quiz was mounted into: `signal` removes the listeners, so that they do not keep this one.
  for (const type of /** @type {const} */ (["keydown", "keyup", "keypress"])) root.addEventListener(type, stopKey, { signal });
  /** @type {Emit} */
  const emit = (type, json, link) => {
    const detail = json ? JSON.parse(json) : null;
    if (type === "complete") detail.shareUrl = link || null;
    if (type === "share") detail.url = link;
    return !host.onEvent(type, detail);
  };
  const mounted = guarded(() => bindings.mount(root, messages, settings(element, lang), emit));
  onPanic.add(host.onPanic);
  signal.addEventListener("abort", () => {
    if (onPanic.delete(host.onPanic)) bindings.unmount(mounted);
  });

  /** @type {Quiz} */
  const quiz = {
    set: async () => {
      try {
        lang = languageOf(element);
        ({ messages } = await language(lang));
        if (!signal.aborted) guarded(() => bindings.update(mounted, messages, settings(element, lang), emit));
      } catch (error) {
        warn(`attributes not changed: ${/** @type {Error} */ (error).message}`);
      }
    },
    restart: () => guarded(() => bindings.restart(mounted)),
    focus: () => {
      const title = /** @type {HTMLElement | null} */ (root.querySelector("[tabindex]"));
      title?.getBoundingClientRect(); // Firefox does not focus a legend that has not been laid out.
      title?.focus({ preventScroll: true });
    },
  };

  const isOver = () => signal.aborted || panic;
  const replace = () => {
    if (isOver()) return;
    // Beside a first screen in the markup stands its style sheet.
    if (firstScreen) firstScreen.replaceWith(root);
    else shadowRoot.replaceChildren(root);
    if (sheet) shadowRoot.adoptedStyleSheets = [sheet];
  };
  const show = async () => {
    // Yew draws in a microtask, or in a later task while it is busy with another quiz on the page. And an element that is removed
    // in this task is never ready.
    do await new Promise((resolve) => setTimeout(resolve));
    while (!root.firstElementChild && !isOver());
    if (replaceFirstScreen) await replaceFirstScreen(root, replace);
    else replace();
    return isOver() ? undefined : keepHeight(root, signal, host.isOver);
  };
  return { quiz, show };
};
