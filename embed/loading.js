// Loads what a quiz is made of: once a page, however many elements there are.

import { NAMES, place } from "#places";

/** The languages there is a content file for. */
export const LANGUAGES = NAMES.flatMap((name) => name.match(/^content\.(.+)/)?.[1] ?? []);

export const trouble = (code, message) => Object.assign(new Error(message), { code });

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
  const [href, integrity] = place(what);
  const response = await fetch(href, { integrity });
  if (!response.ok) throw new Error(`${href}: HTTP ${response.status}`);
  return response;
};

export const styles = () =>
  once("styles", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetched("quiz.css")).text());
    return sheet;
  });

/** Called when the module has come to a stop. */
let stopped;
export const onStop = (then) => (stopped = then);

const wasm = () =>
  once("wasm", async () => {
    const module = fetched("exhale_bg.wasm");
    module.catch(() => {}); // reported below; here only so that it is never "unhandled"
    // A dynamic import takes no integrity: the preload does, where the engine enforces it.
    const [href, integrity] = place("exhale.js");
    const preload = document.createElement("link");
    Object.assign(preload, { rel: "modulepreload", integrity, href });
    document.head.append(preload);
    try {
      const glue = await import(/* webpackIgnore: true */ /* @vite-ignore */ href);
      await glue.default(module, stopped);
      return glue;
    } finally {
      preload.remove();
    }
  });

export const language = (lang) =>
  once(lang, async () => {
    const bytes = fetched(`content.${lang}`).then((response) => response.arrayBuffer());
    const [glue, content] = await Promise.all([wasm(), bytes]);
    const words = glue.read(new Uint8Array(content));
    if (!words) throw new Error(`content.${lang} is of another version`);
    return { glue, words };
  });

/** Why this page can run no WebAssembly, if it cannot: asked before anything is fetched. */
export const refused = () => {
  if (!globalThis.WebAssembly) return trouble("unsupported", "No WebAssembly.");
  try {
    // WebKit's policy lets it be compiled, and refuses it to run.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (error) {
    return trouble("csp-wasm", error.message);
  }
};
