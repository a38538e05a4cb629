// <exhale-quiz>: defines the element, and loads the quiz when it comes near the viewport.
// Everything is found beside this file, whatever page it is used on.

/** What is loaded: its name, which ends in a hash, and its integrity. The build writes them here. */
const FILES = "@files";

/** The attributes, each with what it may be, of which the first is what it is without one; or with any text, and that text. */
const ATTRIBUTES = {
  theme: ["auto", "light", "dark", "inherit"],
  loading: ["lazy", "eager", "click"],
  mode: ["auto", "inline", "iframe"],
  share: ["page", "hosted", "none"],
  start: ["intro", "first"],
  persist: ["on", "off"],
  "heading-level": ["2", "3", "4", "5", "6"],
  "hash-key": "exhale",
  "result-base": "",
  "help-href": "",
  "help-label": "",
  label: "",
};

const here = (name) => new URL(name, import.meta.url).href;

const warned = new Set();
const warn = (text) => warned.has(text) || console.warn(`exhale-quiz: ${warned.add(text) && text}`);

const trouble = (code, message) => Object.assign(new Error(message), { code });

/** One style sheet, one WebAssembly module and one reading of each language serve every element on the page. */
const shared = new Map();
const once = (name, load) => {
  if (!shared.has(name)) {
    const loading = load();
    shared.set(name, loading);
    // A failure is not kept: the next element, or the next try, loads again.
    loading.catch(() => shared.delete(name));
  }
  return shared.get(name);
};

const fetched = async (what) => {
  const [name, integrity] = FILES[what];
  const response = await fetch(here(name), { integrity });
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return response;
};

const styles = () =>
  once("styles", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetched("quiz.css")).text());
    return sheet;
  });

const wasm = () =>
  once("wasm", async () => {
    const module_or_path = fetched("exhale_bg.wasm");
    module_or_path.catch(() => {}); // reported below; here only so that it is never "unhandled"
    // A dynamic import takes no integrity: the preload does, where the engine enforces it.
    const [name, integrity] = FILES["exhale.js"];
    const preload = document.createElement("link");
    Object.assign(preload, { rel: "modulepreload", crossOrigin: "", integrity, href: here(name) });
    document.head.append(preload);
    try {
      const glue = await import(here(name));
      await glue.default({ module_or_path });
      addEventListener("error", ({ error }) => {
        // A trap: from here on the module may be in any state.
        if (error instanceof WebAssembly.RuntimeError && String(error.stack).includes(here("."))) broke(error);
      });
      return glue;
    } finally {
      preload.remove();
    }
  });

const language = (lang) =>
  once(lang, async () => {
    const bytes = fetched(`content.${lang}`).then((response) => response.arrayBuffer());
    const [glue, content] = await Promise.all([wasm(), bytes]);
    const words = glue.read(new Uint8Array(content));
    if (!words) throw new Error(`content.${lang} is not a content file of this version`);
    return { glue, words };
  });

/** Why this page can run no WebAssembly, if it cannot: asked before anything is fetched. */
const refused = () => {
  if (!globalThis.WebAssembly) return trouble("unsupported", "This browser has no WebAssembly.");
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    return trouble("csp-wasm", error.message);
  }
};

const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const HEARD = { start: "running", progress: "running", complete: "done", reset: "ready", error: "error" };

/** Set by the class: every quiz on the page stands on the same module, and where that has come to a stop, none goes on. */
let broke;

class ExhaleQuiz extends HTMLElement {
  static version = "@version";
  static observedAttributes = ["lang", ...Object.keys(ATTRIBUTES)];
  static #mounted = new Set();
  static #broken = null;

  static {
    broke = (error) => {
      this.#broken ??= trouble("panic", String(error));
      for (const quiz of this.#mounted) quiz.#stop();
      this.#mounted.clear();
      return this.#broken;
    };
    for (const name of Object.keys(ATTRIBUTES).filter((name) => name !== "start")) {
      Object.defineProperty(this.prototype, property(name), {
        get() {
          return this.#is(name);
        },
        set(value) {
          this.setAttribute(name, value);
        },
        configurable: true,
        enumerable: true,
      });
    }
  }

  #root = this.attachShadow({ mode: "open" });
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
    // What stands inside the element shows until the quiz is there.
    this.#root.replaceChildren(document.createElement("slot"));
    this.#become("idle");
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
    const life = (this.#life = new AbortController());
    const { signal } = life;
    const loading = this.#is("loading");
    if (loading === "eager") {
      this.#load(life);
    } else if (loading === "click") {
      const onclick = (event) => {
        if (this.#state !== "idle") return;
        event.preventDefault();
        this.start().catch(() => {}); // said by exhale-error
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
      this.#life = this.#quiz = this.#result = this.#settle = null;
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

  /** Loads the quiz, wherever it stands on the page, and goes to it. */
  async start() {
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

  /** The value of an attribute, or what it is without one. */
  #is(name) {
    const value = this.getAttribute(name);
    const allowed = ATTRIBUTES[name];
    if (!Array.isArray(allowed)) return value?.replace(/\s+/g, " ").trim() || allowed;
    if (allowed.includes(value)) return value;
    if (value !== null) warn(`${name}="${value}" is not one of ${allowed.join(", ")}`);
    return allowed[0];
  }

  #lang() {
    const own = this.lang;
    const wanted = own || this.closest("[lang]")?.lang || "";
    const found = wanted.toLowerCase().split("-")[0];
    if (FILES[`content.${found}`]) return found;
    const there = Object.keys(FILES).flatMap((name) => name.match(/^content\.(.+)/)?.[1] ?? []);
    if (own) warn(`lang="${own}" is not one of ${there.join(", ")}`);
    return there.includes("en") ? "en" : there[0];
  }

  #hashKey() {
    const key = this.#is("hash-key");
    if (/^[\w-]+$/.test(key)) return key;
    warn(`hash-key="${key}" is not made of letters, digits, _ and -`);
    return "exhale";
  }

  /** A folder of pages with preview cards other than ours. */
  #resultBase() {
    const base = this.#is("result-base");
    if (!base || /^https?:\/\/[^?#]+$/.test(base)) return base && base.replace(/\/*$/, "/");
    warn(`result-base="${base}" is not an http address`);
    return "";
  }

  /** What the quiz itself needs to know, one setting a line (src/widget/settings.rs). */
  #settings(lang) {
    const base = this.#resultBase();
    const share = base && !this.hasAttribute("share") ? "hosted" : this.#is("share");
    const hosted = this.address || (base ? `${base}${lang}/picture/` : here("../"));
    const key = this.#hashKey();
    // One link, one picture: the first of those that look for it shows it.
    const rivals = [...document.querySelectorAll(this.localName)].filter((quiz) => #quiz in quiz && quiz.#hashKey() === key);
    return [
      this.#is("persist"),
      this.#is("help-href"),
      this.#is("help-label"),
      { page: this.address ?? "", hosted, none: "none" }[share],
      share === "none" ? "" : base || here("../r/"),
      key,
      (rivals[0] ?? this) === this ? "yes" : "no",
      this.#is("start"),
      this.#is("label"),
      this.#is("heading-level"),
    ].join("\n");
  }

  async #load(life) {
    if (this.#state !== "idle") return;
    this.#become("loading");
    this.#is("theme"); // the style sheet reads it; a wrong one is said here
    const mode = this.#is("mode");
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
    let lang = this.#lang();
    const [sheet, loaded] = await Promise.all([styles(), language(lang)]);
    if (signal.aborted) return;
    let { glue, words } = loaded;
    const guarded = (call) => {
      if (ExhaleQuiz.#broken) throw ExhaleQuiz.#broken;
      try {
        return call();
      } catch (error) {
        throw broke(error);
      }
    };
    const root = document.createElement("div");
    this.#listen(root, signal);
    const mounted = guarded(() => glue.mount(root, words, this.#settings(lang)));
    ExhaleQuiz.#mounted.add(this);
    signal.addEventListener("abort", () => {
      if (ExhaleQuiz.#mounted.delete(this)) glue.unmount(mounted);
    });
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(root);
    this.#keepHeight(root, signal);
    this.#quiz = {
      set: async () => {
        try {
          lang = this.#lang();
          ({ words } = await language(lang));
          if (!signal.aborted) guarded(() => glue.update(mounted, words, this.#settings(lang)));
        } catch (error) {
          warn(`the attributes could not be changed: ${error.message}`);
        }
      },
      restart: () => guarded(() => glue.restart(mounted)),
      focus: () => root.querySelector("[tabindex]")?.focus({ preventScroll: true }),
    };
    this.#isReady();
  }

  /** Yew keeps the element a quiz was mounted into: its listeners must let go of this one. */
  #listen(root, signal) {
    // The shortcuts of the page are not meant by whoever types in the quiz.
    const keep = (event) => {
      const leaves = event.ctrlKey || event.altKey || event.metaKey || event.key === "Tab" || event.key === "Escape";
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

  /** The tallest step so far stays the height until the result, so that what follows on the page does not jump. */
  #keepHeight(root, signal) {
    let tallest = 0;
    let width = 0;
    this.#settle = () => {
      const { style } = root.firstElementChild;
      style.minBlockSize = "";
      if (this.#state === "done" || this.#state === "error") return;
      tallest = Math.max(tallest, root.offsetHeight);
      style.minBlockSize = `${tallest}px`;
    };
    const afresh = () => {
      tallest = 0;
      this.#settle();
    };
    const sizes = new ResizeObserver(() => {
      if (width === root.offsetWidth) return;
      width = root.offsetWidth;
      afresh();
    });
    sizes.observe(root);
    // What was unfolded may fold again.
    root.addEventListener("toggle", afresh, { capture: true, signal });
    signal.addEventListener("abort", () => sizes.disconnect());
  }

  async #framed({ signal }) {
    const { enframe } = await import(here("frame.js"));
    if (signal.aborted) return;
    const quiz = await enframe(this, {
      root: this.#root,
      signal,
      read: (name) => (name === "lang" ? this.#lang() : this.#is(name)),
      key: this.#hashKey(),
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
    const slot = document.createElement("slot");
    slot.name = "failed";
    slot.append(document.createElement("slot"));
    this.#root.replaceChildren(slot);
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
    const had = this.matches(":focus-within");
    for (const part of note.parentNode.children) part.hidden = part !== note;
    const again = note.querySelector("button");
    again.onclick = () => location.reload();
    note.querySelector("a").href = here("../paper.html");
    if (had) again.focus({ preventScroll: true });
    this.#quiz = null;
    this.#failed(ExhaleQuiz.#broken);
  }

  #tell(kind, detail = null) {
    this.dispatchEvent(new CustomEvent(`exhale-${kind}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("exhale-quiz")) customElements.define("exhale-quiz", ExhaleQuiz);
