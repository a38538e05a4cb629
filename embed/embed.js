// Defines <exhale-quiz>, and loads the quiz when the element comes near the viewport.

import { ATTRIBUTE_NAMES, hashKey, languageOf, property, read } from "./attributes.js";
import { mountInline } from "./inline-quiz.js";
import { Base, elements, linkToPaper, loadFirstParty, loadIframeParent } from "./assets.js";
import { VERSION } from "./files.js";

/** @import { ExhaleComplete, ExhaleQuizState } from "../package/embed.d.ts" */
/** @import { AttributeName } from "./attributes.js" */
/** @import { TakeOver } from "./first-party.js" */
/** @import { EventDetails, EventType } from "./iframe-parent.js" */
/** @import { QuizError } from "./loading.js" */

/**
 * A quiz that is ready, in the page or in a frame.
 *
 * @typedef {object} Quiz
 * @property {(names: string[]) => void} set Reads the attributes of these names again.
 * @property {() => void} restart
 * @property {() => void} focus
 * @property {Set<string> | null} [changed] Attributes that changed in this task.
 */

/**
 * The state after an event.
 *
 * @type {Partial<Record<EventType, ExhaleQuizState>>}
 */
const STATE_AFTER = { start: "running", progress: "running", complete: "done", reset: "ready", error: "error" };

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
  /**
   * Keeps the height of the quiz after a change of the screen.
   *
   * @type {(() => void) | null}
   */
  #updateHeight = null;
  /** The first screen in the markup, if there is one. */
  #firstScreen = this.#root.querySelector("div");
  /**
   * What replaces the first screen in the markup by the quiz.
   *
   * @type {Promise<TakeOver | undefined> | null}
   */
  #takeOver = null;

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

  /** Shows what the element contains, until the quiz is ready. */
  #showContent() {
    this.#firstScreen = null;
    this.#root.replaceChildren(document.createElement("slot"));
  }

  /**
   * Prepares to take over the first screen in the markup: if it is in the right language, and no shared result comes instead.
   *
   * @param {HTMLElement} firstScreen
   */
  #prepareTakeOver(firstScreen) {
    const screen = /** @type {HTMLElement | null} */ (firstScreen.firstElementChild);
    if (new RegExp(hashKey(this), "i").test(location.hash) || screen?.lang !== languageOf(this)) {
      this.#showContent();
    } else {
      // Where that script does not come, or breaks off, which WebKit takes for all of it, the quiz draws its own first screen.
      this.#takeOver = loadFirstParty()
        .then(({ prepareTakeOver }) => prepareTakeOver(firstScreen, read(this, "persist") === "on"))
        .catch(() => undefined);
    }
  }

  connectedCallback() {
    if (this.#abort) return;
    // Properties that were set before the element was defined.
    for (const name of ATTRIBUTE_NAMES.map(property)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    if (this.#firstScreen) this.#prepareTakeOver(this.#firstScreen);
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    // WebKit restores a page of ours from its cache without what was still loading: load it again. Not other pages, where a
    // reload could lose what the user has written.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#takeOver && this.#state === "error" && location.reload(), {
      signal,
    });
    const loading = read(this, "loading");
    if (loading === "eager") {
      this.#load(signal);
    } else if (loading === "click") {
      /** @param {Event} event */
      const onclick = (event) => {
        if (this.#state !== "idle") return;
        event.preventDefault();
        this.#start().catch(() => {}); // exhale-error reports it
      };
      this.addEventListener("click", onclick, { signal });
    } else {
      const observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#load(signal),
        { rootMargin: "400px" },
      );
      observer.observe(this);
      signal.addEventListener("abort", () => observer.disconnect());
      for (const type of ["pointerover", "focusin"]) this.addEventListener(type, () => this.#load(signal), { signal });
    }
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it within one task: only a real removal ends the quiz.
    queueMicrotask(() => {
      if (this.isConnected || !this.#abort) return;
      this.#abort.abort();
      this.#abort = this.#quiz = this.#result = this.#updateHeight = this.#firstScreen = this.#takeOver = null;
      this.#initialise();
    });
  }

  connectedMoveCallback() {}

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
    read(this, "theme"); // the style sheet uses it; this warns of an invalid one
    const mode = read(this, "mode");
    try {
      if (mode === "iframe") return await this.#loadFrame(signal);
      try {
        await this.#loadInline(signal);
      } catch (error) {
        const { code } = /** @type {QuizError} */ (error);
        if (mode === "inline" || code === "unsupported" || code === "panic" || signal.aborted) throw error;
        // A page of ours may be allowed what this page forbids.
        await this.#loadFrame(signal).catch(() => {
          throw error;
        });
      }
    } catch (error) {
      if (!signal.aborted) this.#showFailure(/** @type {Error} */ (error));
    }
  }

  /** @param {AbortSignal} signal */
  async #loadInline(signal) {
    const mounted = await mountInline(this, {
      shadowRoot: this.#root,
      firstScreen: this.#firstScreen,
      takeOver: this.#takeOver,
      signal,
      onEvent: (type, detail) => this.#onEvent(type, detail),
      onPanic: (error) => this.#showCrashNotice(error),
      isOver: () => this.#state === "done" || this.#state === "error",
    });
    if (!mounted) return;
    // From here on, changes of attributes reach the quiz.
    this.#quiz = mounted.quiz;
    const updateHeight = await mounted.show();
    if (!updateHeight) return;
    this.#updateHeight = updateHeight;
    this.#onReady();
  }

  /**
   * Takes an event of the quiz over, and dispatches it. False if the page has prevented the default.
   *
   * @param {EventType} type
   * @param {EventDetails[EventType]} detail
   */
  #onEvent(type, detail) {
    if (type === "complete" || type === "reset") this.#result = /** @type {ExhaleComplete | null} */ (detail);
    this.#setState(STATE_AFTER[type] ?? this.#state);
    this.#updateHeight?.();
    return this.#emit(type, detail);
  }

  /** @param {AbortSignal} signal */
  async #loadFrame(signal) {
    const { enframe } = await loadIframeParent();
    if (signal.aborted) return;
    const quiz = await enframe(this, {
      root: this.#root,
      signal,
      read: (name) => (name === "lang" ? languageOf(this) : read(this, /** @type {AttributeName} */ (name))),
      key: hashKey(this),
      onEvent: (type, detail) => this.#onEvent(type, detail),
    });
    if (signal.aborted) return;
    this.#quiz = quiz;
    this.#onReady();
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

  #onReady() {
    this.#setState("ready");
    this.#emit("ready");
    this.#resolve();
  }

  /**
   * Shows what the element contains, with what its author wrote for this case (slot="failed").
   *
   * @param {Partial<QuizError>} error
   */
  #showFailure(error) {
    this.#showContent();
    const slot = document.createElement("slot");
    slot.name = "failed";
    // What the author wrote comes first; what else the element contains stands in for it.
    slot.append(...this.#root.childNodes);
    this.#root.append(slot);
    this.#reject(error);
    this.#emitError(error);
  }

  /** @param {Partial<QuizError>} error */
  #emitError(error) {
    this.#setState("error");
    this.#updateHeight?.();
    this.#emit("error", { code: error.code ?? "network", message: String(error.message ?? error) });
  }

  /**
   * Shows the notice that the quiz has ready for the case that the module stops.
   *
   * @param {QuizError} error
   */
  #showCrashNotice(error) {
    const notice = this.#root.querySelector("[part=error]");
    if (!notice?.parentElement) return this.#showFailure(error);
    const hadFocus = this.matches(":focus-within");
    for (const part of notice.parentElement.children) part.toggleAttribute("hidden", part !== notice);
    const reload = /** @type {HTMLButtonElement} */ (notice.querySelector("button"));
    reload.onclick = () => location.reload();
    const { lang } = /** @type {HTMLElement} */ (notice.closest("[lang]"));
    linkToPaper(/** @type {HTMLAnchorElement} */ (notice.querySelector("a")), lang);
    if (hadFocus) reload.focus({ preventScroll: true });
    this.#quiz = null;
    this.#emitError(error);
  }

  /**
   * @param {EventType} type
   * @param {EventDetails[EventType]} detail
   */
  #emit(type, detail = null) {
    return this.dispatchEvent(new CustomEvent(`exhale-${type}`, { bubbles: true, composed: true, cancelable: true, detail }));
  }
}

if (!elements.get("exhale-quiz")) elements.define("exhale-quiz", ExhaleQuiz);
