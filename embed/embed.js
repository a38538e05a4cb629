// Defines <exhale-quiz>. What shows the quiz is loaded when the element comes near the viewport (runtime.js).
//
// Nothing here depends on being a module: where an optimizer drops `type="module"`, the script works all the same.

import { ATTRIBUTE_NAMES, isLinked, property, read } from "./attributes.js";
import { loadRuntime } from "./load-runtime.js";
import { VERSION } from "./version.js";

/** @import { ExhaleComplete, ExhaleQuizState } from "../package/embed.d.ts" */
/** @import { EventDetails, EventType } from "./iframe-parent.js" */
/** @import { QuizError } from "./loading.js" */

/**
 * A quiz that is ready, in the page or in a frame.
 *
 * @typedef {object} Quiz
 * @property {(names: string[]) => void} set Reads the attributes of these names again.
 * @property {() => void} restart
 * @property {() => void} focus
 * @property {(() => void) | undefined} [updateHeight] Called after each change of the screen.
 * @property {() => Promise<void>} [restyle] Gives the quiz its style sheet again.
 * @property {() => void} [adopt] Called when the element is in another document.
 * @property {Set<string> | null} [changed] Attributes that changed in this task.
 */

/**
 * What the element gives to what shows the quiz. A script of an older version from a cache may give it to a newer one.
 *
 * @typedef {object} Host
 * @property {ShadowRoot} root
 * @property {AbortSignal} signal Aborts when the element leaves the page.
 * @property {HTMLElement | null} firstScreen The first screen in the markup, if there is one.
 * @property {(node: Element) => void} show Shows a node in the shadow root, in the place of what the element shows so far.
 * @property {() => HTMLSlotElement} showContent Shows what the element contains.
 * @property {() => ExhaleQuizState} state
 * @property {(quiz: Quiz | null) => void} setQuiz From here on, changes of attributes and calls of methods reach the quiz.
 * @property {() => void} onReady
 * @property {(type: EventType, detail: EventDetails[EventType]) => boolean} onEvent Dispatches an event of the quiz. False if the
 *   page has prevented the default.
 * @property {(error: Partial<QuizError>) => void} onError The quiz has stopped, and says so itself.
 * @property {(error: Partial<QuizError>) => void} onFailure The quiz cannot be shown.
 */

const TAG = "exhale-quiz";

/**
 * The state after an event.
 *
 * @type {Partial<Record<EventType, ExhaleQuizState>>}
 */
const STATE_AFTER = { start: "running", progress: "running", complete: "done", reset: "ready", error: "error" };

// Scripts on the page may have replaced `HTMLElement`. On a server there is none, and importing this does nothing.
const Base = /** @type {typeof HTMLElement} */ (globalThis.document?.createElement("i").constructor ?? Object);

class ExhaleQuiz extends Base {
  static version = VERSION;
  static observedAttributes = ["lang", ...ATTRIBUTE_NAMES];

  static {
    for (const name of ATTRIBUTE_NAMES) {
      Object.defineProperty(this.prototype, property(name), {
        /** @this {ExhaleQuiz} */
        get() {
          // Frameworks set a property wherever there is one: `start`, a method, also takes the value of the attribute.
          return name === "start" ? this.#start : read(this, name);
        },
        /**
         * @this {ExhaleQuiz}
         * @param {string | number | null | undefined} value
         */
        set(value) {
          // Frameworks set null or undefined where no value is given.
          if (value == null) this.removeAttribute(name);
          else this.setAttribute(name, `${value}`);
        },
        enumerable: true,
      });
    }
  }

  /** Our own pages have it in their markup, with the first screen in it. */
  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #internals = this.attachInternals?.();
  /** @type {ExhaleQuizState} */
  #state = "idle";
  /** @type {ExhaleComplete | null} */
  #result = null;
  /**
   * Ends all that was started for this place on the page.
   *
   * @type {AbortController | null}
   */
  #abort = null;
  /** @type {() => void} */
  #resolve = () => {};
  /** @type {(error: unknown) => void} */
  #reject = () => {};
  /** @type {Quiz | null} */
  #quiz = null;
  /** The first screen in the markup, if there is one. */
  #firstScreen = this.#root.querySelector(".exhale")?.parentElement ?? null;
  /**
   * What the element shows. Browser extensions and scripts of the page may add to the shadow root: never look for it by its place.
   *
   * @type {Element | null}
   */
  #shown = this.#firstScreen;

  constructor() {
    super();
    this.#initialise();
  }

  #initialise() {
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ready.catch(() => {}); // never "unhandled": exhale-error reports it
    if (!this.#firstScreen) this.#showContent();
    this.#setState("idle");
  }

  /** @param {Element} node */
  #show(node) {
    if (this.#shown?.parentNode === this.#root) this.#shown.replaceWith(node);
    else this.#root.append(node);
    this.#shown = node;
  }

  /** Shows what the element contains, until the quiz is ready. */
  #showContent() {
    const slot = document.createElement("slot");
    this.#show(slot);
    return slot;
  }

  connectedCallback() {
    // What is around it may have another language.
    if (this.#abort) return import.meta.OURS || this.#quiz?.set(["lang"]);
    // Properties that were set before the element was defined.
    for (const name of ATTRIBUTE_NAMES.map(property)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const load = () => this.#load(signal);
    if (import.meta.OURS) return load();
    const loading = read(this, "loading");
    if (loading === "eager" || (loading === "lazy" && isLinked(this))) return load();
    if (loading === "click") {
      /** @param {Event} event */
      const onclick = (event) => {
        if (this.#state !== "idle") return;
        event.preventDefault();
        this.#start().catch(() => {}); // exhale-error reports it
      };
      this.addEventListener("click", onclick, { signal });
      return;
    }
    addEventListener("hashchange", () => isLinked(this) && load(), { signal });
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) load();
          if (isIntersecting || getComputedStyle(target).display !== "contents") continue;
          // Without a box of its own it is never seen.
          const box = target.querySelector(":scope > :not([slot])") ?? target.parentElement;
          if (box) observer.observe(box);
        }
      },
      { rootMargin: "400px" },
    );
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
    for (const type of ["pointerover", "focusin"]) this.addEventListener(type, load, { signal });
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it within one task: only a real removal ends the quiz.
    queueMicrotask(() => {
      if (this.isConnected || !this.#abort) return;
      this.#abort.abort();
      this.#abort = this.#quiz = this.#result = this.#firstScreen = null;
      this.#initialise();
    });
  }

  connectedMoveCallback() {
    if (!import.meta.OURS) this.#quiz?.set(["lang"]);
  }

  adoptedCallback() {
    if (!import.meta.OURS) this.#quiz?.adopt?.();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    // Changes in one task are passed on together.
    if (this.#quiz && !this.#quiz.changed?.add(name)) {
      const changed = (this.#quiz.changed = new Set([name]));
      queueMicrotask(() => {
        if (!this.#quiz) return;
        this.#quiz.changed = null;
        this.#quiz.set([...changed]);
      });
    }
  }

  get state() {
    return this.#state;
  }

  /** The detail of the last `exhale-complete`. */
  get result() {
    return this.#result;
  }

  getShareUrl() {
    return this.#result?.shareUrl ?? null;
  }

  /** The method `start`: loads the quiz wherever it is on the page, and moves focus to it. */
  async #start() {
    if (!this.#abort) return;
    this.#load(this.#abort.signal);
    await this.ready;
    this.focus();
  }

  /** Starts again. The answers so far stay stored. */
  reset() {
    this.#quiz?.restart();
  }

  focus() {
    if (this.#quiz) this.#quiz.focus();
    else super.focus();
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    if (this.#state !== "idle") return;
    this.#setState("loading");
    /** @type {Host} */
    const host = {
      root: this.#root,
      signal,
      firstScreen: this.#firstScreen,
      show: (node) => this.#show(node),
      showContent: () => this.#showContent(),
      state: () => this.#state,
      setQuiz: (quiz) => (this.#quiz = quiz),
      onReady: () => {
        this.#setState("ready");
        this.#emit("ready");
        this.#resolve();
      },
      onEvent: (type, detail) => {
        if (type === "complete" || type === "reset") this.#result = /** @type {ExhaleComplete | null} */ (detail);
        this.#setState(STATE_AFTER[type] ?? this.#state);
        this.#quiz?.updateHeight?.();
        return this.#emit(type, detail);
      },
      onError: (error) => this.#onError(error),
      onFailure: (error) => this.#showFailure(error),
    };
    try {
      const { showQuiz } = await loadRuntime();
      if (!signal.aborted) await showQuiz(this, host);
    } catch (error) {
      if (signal.aborted) return;
      // What explains other failures (host-page.js) comes with it.
      if (!import.meta.OURS) console.warn(`${TAG}: not shown, since its script did not load. ${error}`);
      this.#showFailure(/** @type {Error} */ (error));
    }
  }

  /** @param {ExhaleQuizState} state */
  #setState(state) {
    const states = this.#internals?.states;
    states?.delete(this.#state);
    this.#state = state;
    try {
      states?.add(state);
    } catch {
      // Browsers before `:state()` take only names that begin with two dashes.
    }
  }

  /**
   * Shows what the element contains, with what its author wrote for this case (slot="failed").
   *
   * @param {Partial<QuizError>} error
   */
  #showFailure(error) {
    const content = this.#showContent();
    const slot = document.createElement("slot");
    slot.name = "failed";
    this.#show(slot);
    // What the author wrote comes first; what else the element contains stands in for it.
    slot.append(content);
    // The title of our own page stays above it.
    if (import.meta.OURS) this.querySelector("[slot=opening]")?.setAttribute("slot", "failed");
    this.#reject(error);
    this.#onError(error);
  }

  /** @param {Partial<QuizError>} error */
  #onError(error) {
    this.#setState("error");
    this.#quiz?.updateHeight?.();
    this.#emit("error", { code: error.code ?? "network", message: `${error.message}` });
  }

  /**
   * @param {EventType} type
   * @param {EventDetails[EventType]} detail
   */
  #emit(type, detail = null) {
    return this.dispatchEvent(new CustomEvent(`exhale-${type}`, { bubbles: true, composed: true, cancelable: true, detail }));
  }
}

// The first definition on a page wins.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, ExhaleQuiz);
