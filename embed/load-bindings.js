// How the loader of the WebAssembly is loaded, with wasm-bindgen's functions: from its own file, which all quizzes on a page share. In
// the scripts of our own page it is in their file (load-bindings.within.js).

import { asset } from "./assets.js";

/** @import * as Bindings from "./exhale.js" */

/** @returns {Promise<typeof Bindings>} */
export const loadBindings = async () => {
  // A dynamic import takes no integrity: the preload does, where the engine enforces it.
  const [href, integrity] = asset("exhale.js");
  const preload = document.createElement("link");
  Object.assign(preload, { rel: "modulepreload", integrity, href });
  document.head.append(preload);
  try {
    return await import(/* webpackIgnore: true */ /* @vite-ignore */ href);
  } finally {
    preload.remove();
  }
};
