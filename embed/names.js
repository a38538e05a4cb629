// What the module imports and exports, by the names that the module has for it. In a release wasm-opt gives it short ones, and the build
// writes this file anew (crates/site/src/names.rs).

import * as bindings from "./exhale_bg.js";

export const IMPORTS = { "./exhale_bg.js": bindings };

/**
 * The exports by the names that wasm-bindgen gave them.
 *
 * @param {WebAssembly.Exports} exports
 */
export const named = (exports) => exports;
