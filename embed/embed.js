// <exhale-quiz>: defines the element, and loads the quiz when it comes near the viewport.

import { ATTRIBUTES, hashKey, languageOf, property, read, settings, warn } from "./attributes.js";
import { keepHeight } from "./height.js";
import { language, onStop, refused, styles, trouble } from "./loading.js";
import { Base, elements, frames, own, paper } from "#places";

const HEARD = { start: "running", progress: "running", complete: "done", reset: "ready", error: "error" };

class ExhaleQuiz extends Base {
  static version = "@version";
  static observedAttributes = ["lang", ...Object.keys(ATTRIBUTES)];
  static #mounted = new Set();
  static #broken = null;

  static {
    onStop((error) => this.#broke(error));
    for (const name of Object.keys(ATTRIBUTES)) {
      Object.defineProperty(this.prototype, property(name), {
        get() {
          // Frameworks set a property wherever there is one, so the attribute of that name can be set as one too.
          return name === "start" ? this.#start : read(this, name);
        },
        set(value) {
          // What frameworks set for a value that is not given.
          value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
        },
        enumerable: true,
      });
    }
  }

  /** Every quiz on the page stands on the same module: where that has come to a stop, none goes on. */
  static #broke(error) {
    this.#broken ??= trouble("panic", String(error));
    for (const quiz of this.#mounted) quiz.#stop();
    this.#mounted.clear();
    return this.#broken;
  }

  /** Our own pages have the first screen in it before any script runs. */
  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #internals = this.attachInternals?.();
  #state = "idle";
  #result = null;
  /** Ends what was begun for this place on the page. */
  #life = null;
  #resolve;
  #reject;
  /** What can be asked of the quiz, once it is there: `set` and `restart`. */
  #quiz = null;
  /** Keeps the height of the quiz after a move. */
  #settle;
  /** The first screen as it stood in the page, if it did. */
  #first = this.#root.querySelector("div");
  /** Takes it up. */
  #taking = null;

  constructor() {
    super();
    this.#begin();
  }

  #begin() {
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ready.catch(() => {}); // whoever waits for it is told; nobody else needs to be
    if (!this.#first) this.#wait();
    this.#become("idle");
  }

  /** What stands inside the element shows until the quiz is there. */
  #wait() {
    this.#first = null;
    this.#root.replaceChildren(document.createElement("slot"));
  }

  /** The first screen in the page is of use if it is in the language that is asked for, and no shared picture comes instead. */
  #watch() {
    if (location.hash.includes(`${hashKey(this)}=`) || this.#first.firstElementChild?.lang !== languageOf(this)) {
      this.#wait();
    } else {
      // Where that script does not come, the quiz draws its own first screen.
      this.#taking = own().then(
        ({ first }) => first(this.#first, read(this, "persist") === "on"),
        () => {},
      );
    }
  }

  connectedCallback() {
    if (this.#life) return;
    // Properties that were set before the element was defined.
    for (const name of Object.keys(ATTRIBUTES).map(property)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#first) this.#watch();
    const life = (this.#life = new AbortController());
    const { signal } = life;
    // Back to a page of our own that WebKit has kept as it was, but without what was on its way to it: as if it had not been kept.
    // Not to others: what somebody has written there would be lost.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#taking && this.#state === "error" && location.reload(), {
      signal,
    });
    const loading = read(this, "loading");
    if (loading === "eager") {
      this.#load(life);
    } else if (loading === "click") {
      const onclick = (event) => {
        if (this.#state !== "idle") return;
        event.preventDefault();
        this.#start().catch(() => {}); // said by exhale-error
      };
      this.addEventListener("click", onclick, { signal });
    } else {
      const near = new IntersectionObserver((all) => all.some((entry) => entry.isIntersecting) && this.#load(life), {
        rootMargin: "400px",
      });
      near.observe(this);
      signal.addEventListener("abort", () => near.disconnect());
      for (const kind of ["pointerover", "focusin"]) this.addEventListener(kind, () => this.#load(life), { signal });
    }
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it again within one task: only a real removal ends the quiz.
    queueMicrotask(() => {
      if (this.isConnected || !this.#life) return;
      this.#life.abort();
      this.#life = this.#quiz = this.#result = this.#settle = this.#first = this.#taking = null;
      this.#begin();
    });
  }

  connectedMoveCallback() {}

  attributeChangedCallback(name) {
    // All that change in one task are told once.
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

  /** The method `start`: loads the quiz, wherever it stands on the page, and goes to it. */
  async #start() {
    if (!this.#life) return;
    this.#load(this.#life);
    await this.ready;
    this.focus();
  }

  /** Starts again. What was answered stays kept. */
  reset() {
    this.#quiz?.restart();
  }

  focus() {
    if (this.#quiz) this.#quiz.focus();
    else super.focus();
  }

  async #load(life) {
    if (this.#state !== "idle") return;
    this.#become("loading");
    read(this, "theme"); // the style sheet reads it; a wrong one is said here
    const mode = read(this, "mode");
    try {
      if (mode === "iframe") return await this.#framed(life);
      try {
        await this.#inline(life);
      } catch (error) {
        if (mode === "inline" || error.code === "unsupported" || ExhaleQuiz.#broken || life.signal.aborted) throw error;
        // What this page forbids, a page of our own may do.
        await this.#framed(life).catch(() => {
          throw error;
        });
      }
    } catch (error) {
      if (!life.signal.aborted) this.#fail(error);
    }
  }

  async #inline({ signal }) {
    const reason = ExhaleQuiz.#broken ?? refused();
    if (reason) throw reason;
    let lang = languageOf(this);
    // A page from a cache may name a style sheet that is no longer there.
    const styled = this.#root.styleSheets[0]?.cssRules[0];
    const [sheet, loaded, take] = await Promise.all([styled ?? styles(), language(lang), this.#taking]);
    if (signal.aborted) return;
    let { glue, words } = loaded;
    const guarded = (call) => {
      if (ExhaleQuiz.#broken) throw ExhaleQuiz.#broken;
      try {
        return call();
      } catch (error) {
        throw ExhaleQuiz.#broke(error);
      }
    };
    const root = this.#first ?? document.createElement("div");
    this.#listen(root, signal);
    const draw = () => glue.mount(root, words, settings(this, lang));
    const mounted = guarded(() => (take ? take(draw) : draw()));
    ExhaleQuiz.#mounted.add(this);
    signal.addEventListener("abort", () => {
      if (ExhaleQuiz.#mounted.delete(this)) glue.unmount(mounted);
    });
    if (!this.#first) this.#root.replaceChildren(root);
    if (!styled) this.#root.adoptedStyleSheets = [sheet];
    // From here on, what is set is told to the quiz.
    this.#quiz = {
      set: async () => {
        try {
          lang = languageOf(this);
          ({ words } = await language(lang));
          if (!signal.aborted) guarded(() => glue.update(mounted, words, settings(this, lang)));
        } catch (error) {
          warn(`attributes not changed: ${error.message}`);
        }
      },
      restart: () => guarded(() => glue.restart(mounted)),
      focus: () => root.querySelector("[tabindex]")?.focus({ preventScroll: true }),
    };
    // Where Yew is still at another quiz of the page, it draws this one in a later task.
    const over = () => signal.aborted || ExhaleQuiz.#broken;
    while (!root.firstElementChild && !over()) await new Promise((then) => setTimeout(then));
    if (over()) return;
    this.#settle = keepHeight(root, signal, () => this.#state === "done" || this.#state === "error");
    this.#isReady();
  }

  /** Yew keeps the element a quiz was mounted into: its listeners must let go of this one. */
  #listen(root, signal) {
    // The shortcuts of the page are not meant by whoever types in the quiz.
    const keep = (event) => {
      const leaves = event.ctrlKey || event.altKey || event.metaKey || /^(Tab|Escape)$/.test(event.key);
      if (!leaves) event.stopPropagation();
    };
    for (const kind of ["keydown", "keyup", "keypress"]) root.addEventListener(kind, keep, { signal });
    for (const kind of Object.keys(HEARD)) {
      root.addEventListener(`exhale-${kind}`, ({ detail }) => this.#heard(kind, detail), { signal });
    }
  }

  #heard(kind, detail) {
    if (kind === "complete" || kind === "reset") this.#result = detail;
    this.#become(HEARD[kind] ?? this.#state);
    this.#settle?.();
  }

  async #framed({ signal }) {
    const { enframe } = await frames();
    if (signal.aborted) return;
    const quiz = await enframe(this, {
      root: this.#root,
      signal,
      read: (name) => (name === "lang" ? languageOf(this) : read(this, name)),
      key: hashKey(this),
      heard: (kind, detail) => {
        this.#heard(kind, detail);
        this.#tell(kind, detail);
      },
    });
    if (signal.aborted) return;
    this.#quiz = quiz;
    this.#isReady();
  }

  #become(state) {
    const states = this.#internals?.states;
    states?.delete(this.#state);
    this.#state = state;
    try {
      states?.add(state);
    } catch {
      // Engines before `:state()` take other names only.
    }
  }

  #isReady() {
    this.#become("ready");
    this.#tell("ready");
    this.#resolve();
  }

  /** What stands inside the element stays, with what its author wrote for this case (slot="failed"). */
  #fail(error) {
    this.#wait();
    const slot = document.createElement("slot");
    slot.name = "failed";
    this.#root.prepend(slot);
    slot.append(slot.nextSibling);
    this.#reject(error);
    this.#failed(error);
  }

  #failed(error) {
    this.#become("error");
    this.#settle?.();
    this.#tell("error", { code: error.code ?? "network", message: String(error.message ?? error) });
  }

  /** The module has come to a stop: shows what the quiz has ready for that. */
  #stop() {
    const note = this.#root.querySelector("[part=error]");
    if (!note) return this.#fail(ExhaleQuiz.#broken);
    const had = this.matches(":focus-within");
    for (const part of note.parentNode.children) part.hidden = part !== note;
    const again = note.querySelector("button");
    again.onclick = () => location.reload();
    paper(note.querySelector("a"), note.closest("[lang]").lang);
    if (had) again.focus({ preventScroll: true });
    this.#quiz = null;
    this.#failed(ExhaleQuiz.#broken);
  }

  #tell(kind, detail = null) {
    this.dispatchEvent(new CustomEvent(`exhale-${kind}`, { bubbles: true, composed: true, detail }));
  }
}

if (!elements.get("exhale-quiz")) elements.define("exhale-quiz", ExhaleQuiz);
