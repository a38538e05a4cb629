// The quiz in the page: drawn into the shadow root of an element by the module, which all quizzes on the page share.

import { asset } from "./assets.js";
import { keepHeight } from "./height.js";
import { languageOf } from "./language.js";
import { language, onTrap, quizError, styles, wasmSupportError } from "./loading.js";
import { settings } from "./settings.js";
import { warn } from "./warn.js";

/** @import { Emit } from "./exhale_bg.js" */
/** @import { Host, Quiz } from "./embed.js" */
/** @import { TakeOver } from "./first-party.js" */
/** @import { QuizError } from "./loading.js" */

/**
 * What an element gives for its quiz.
 *
 * @typedef {object} InlineHost
 * @property {Promise<TakeOver | undefined> | undefined} takeOver What replaces the first screen.
 * @property {(error: QuizError, root: HTMLElement) => void} onPanic Called when the module has stopped.
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
 * @type {Set<(error: QuizError) => void>}
 */
const onPanic = new Set();

/** Whether the module has stopped: then it shows no quiz any more. */
export const hasPanicked = () => Boolean(panic);

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

/** How often to look, from task to task, whether it is drawn: the page may have replaced what that takes, such as `Promise`. */
const LONGEST_DRAWING = 2000;

/**
 * Draws a quiz, apart from the page. Returns it, and what shows it in the place of what the element shows so far. Nothing, or false,
 * once `signal` has ended the quiz.
 *
 * @param {HTMLElement} element
 * @param {Host & InlineHost} host
 */
export const mountInline = async (element, { root: shadowRoot, takeOver, signal, ...host }) => {
  const reason = panic ?? wasmSupportError();
  if (reason) throw reason;
  let lang = languageOf(element);
  // A page from a cache may link a style sheet that is no longer there; Firefox lists one that failed, without rules.
  // Our own page has it in its own sheet.
  const isSheet = (/** @type {string | null} */ href) =>
    href === asset("quiz.css")[0] || (import.meta.OURS && href?.endsWith("/start.css"));
  const isStyled = [...shadowRoot.styleSheets].some((sheet) => isSheet(sheet.href) && sheet.cssRules[0]);
  const restyle = async () => {
    const sheet = await styles(element.ownerDocument);
    return () => {
      const { adoptedStyleSheets } = shadowRoot;
      if (!adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
    };
  };
  const [applyStyles, { bindings, ...loaded }, replaceFirstScreen] = await Promise.all([
    isStyled ? null : restyle(),
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
  /** @param {QuizError} error */
  const stopQuiz = (error) => host.onPanic(error, root);
  signal.addEventListener("abort", () => {
    onPanic.delete(stopQuiz);
    if (!panic) bindings.unmount(mounted);
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
    restyle: import.meta.OURS ? undefined : async () => (await restyle())(),
  };

  const isOver = () => signal.aborted || panic;
  const replace = () => {
    if (isOver()) return;
    host.show(root);
    applyStyles?.();
    onPanic.add(stopQuiz);
  };
  const show = async () => {
    let looks = 0;
    // Yew draws in a microtask, or in a later task while it is busy with another quiz on the page. And an element that is removed
    // in this task is never ready.
    do await new Promise((resolve) => setTimeout(resolve));
    while (!root.hasChildNodes() && !isOver() && (import.meta.OURS || ++looks < LONGEST_DRAWING));
    if (signal.aborted) return false;
    if (panic) throw panic;
    if (!import.meta.OURS && !root.hasChildNodes()) throw quizError("globals", "Nothing was drawn.");
    if (replaceFirstScreen) await replaceFirstScreen(root, replace);
    else replace();
    if (isOver()) return false;
    quiz.updateHeight = keepHeight(root, signal, host.isOver);
    return true;
  };
  return { quiz, show };
};
