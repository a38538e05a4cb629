// Loads the WebAssembly module. wasm-bindgen writes exhale_bg.js, with the functions that the module imports and exports.

import { __wbg_set_wasm } from "./exhale_bg.js";
import { IMPORTS, named } from "./names.js";

export { mount, read, restart, unmount, update } from "./exhale_bg.js";

/**
 * Wraps the exports so that `onTrap` is called when a call ends with an error: from then on the module may be in any state.
 * Left out are the memory, and the allocator that the bindings use within a call (`__…`). An `error` event on the window would not
 * do: in WebKit it has neither the error nor where it came from.
 *
 * @param {WebAssembly.Exports} exports
 * @param {(error: unknown) => void} onTrap
 */
const guarded = (exports, onTrap) => {
  /** @param {Function} call */
  const guard =
    (call) =>
    (/** @type {unknown[]} */ ...args) => {
      try {
        return call(...args);
      } catch (error) {
        onTrap(error);
        throw error;
      }
    };
  return Object.fromEntries(
    Object.entries(exports).map(([name, value]) => [
      name,
      typeof value === "function" && !name.startsWith("__") ? guard(value) : value,
    ]),
  );
};

/**
 * Instantiates the module and starts it, once.
 *
 * @param {Promise<Response>} response The file with the module.
 * @param {(error: unknown) => void} onTrap Called with the error that a call into the module ended with.
 */
export default async (response, onTrap) => {
  const source = await response;
  // A host that sends another content type makes it slower, not fail.
  const { instance } =
    source.headers.get("Content-Type") === "application/wasm"
      ? await WebAssembly.instantiateStreaming(source, IMPORTS)
      : await WebAssembly.instantiate(await source.arrayBuffer(), IMPORTS);
  const exports = named(instance.exports);
  __wbg_set_wasm(guarded(exports, onTrap));
  /** @type {() => void} */ (exports.__wbindgen_start)();
};
