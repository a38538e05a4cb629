// Loads the counter. wasm-bindgen writes exhale-bench-yew_bg.js.
import * as bindings from "bindings";

const { instance } = await WebAssembly.instantiateStreaming(fetch("counter.wasm"), { "./exhale-bench-yew_bg.js": bindings });
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
