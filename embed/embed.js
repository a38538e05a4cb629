// <exhale-quiz>: defines the element, and loads the quiz when one is on the page.
// Everything is found beside this file, whatever page it is used on.

const here = (name) => new URL(name, import.meta.url);

/** The languages there is a content file for. */
const LANGUAGES = ["en"];

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

const fetched = async (name) => {
  const response = await fetch(here(name));
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
    const glue = await import(here("exhale.js"));
    await glue.default({ module_or_path });
    return glue;
  });

const language = (lang) =>
  once(`content.${lang}`, async () => {
    const bytes = fetched(`content.${lang}`).then((response) => response.arrayBuffer());
    const [glue, content] = await Promise.all([wasm(), bytes]);
    const words = glue.read(new Uint8Array(content));
    if (!words) throw new Error(`content.${lang} is not a content file of this version`);
    return { glue, words };
  });

class ExhaleQuiz extends HTMLElement {
  #unmount = null;
  #generation = 0;

  constructor() {
    super();
    // What stands inside the element shows until the quiz is there.
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
  }

  async connectedCallback() {
    if (this.#unmount) return;
    const generation = ++this.#generation;
    try {
      const wanted = this.lang.toLowerCase().split("-")[0];
      const lang = LANGUAGES.includes(wanted) ? wanted : LANGUAGES[0];
      const [sheet, { glue, words }] = await Promise.all([styles(), language(lang)]);
      if (generation !== this.#generation || !this.isConnected) return;
      this.shadowRoot.adoptedStyleSheets = [sheet];
      const root = document.createElement("div");
      const attribute = (name) => this.getAttribute(name) ?? "";
      const persist = attribute("persist") !== "off";
      const mounted = glue.mount(root, words, persist, attribute("help-href"), attribute("help-label"), here("../r/").href);
      this.#unmount = () => glue.unmount(mounted);
      this.shadowRoot.replaceChildren(root);
      this.removeAttribute("state");
      this.#tell("exhale-ready");
    } catch (error) {
      this.setAttribute("state", "error");
      this.#tell("exhale-error", { code: "network", message: String(error.message ?? error) });
    }
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it again within one task: only a real removal ends the quiz.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#generation++;
      this.#unmount?.();
      this.#unmount = null;
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    });
  }

  connectedMoveCallback() {}

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("exhale-quiz")) customElements.define("exhale-quiz", ExhaleQuiz);
