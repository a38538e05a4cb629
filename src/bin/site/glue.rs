//! The script that wasm-bindgen writes around the module, without what no page here needs: other ways to be loaded, engines
//! that cannot run the element anyway (no `FinalizationRegistry`, no `encodeInto`), strings beyond two gigabytes, and strings
//! written where they lie. A quarter of its bytes (docs/size.md).
//!
//! All of it goes by the text of one version of wasm-bindgen, which `scripts/env.sh` pins: what is not found stops the build.

/// How the module is loaded: `await glue.default(response, onstop)`, once. `onstop` is told of the error that a call from the
/// browser has ended with: from then on the module may be in any state. (What a page's own `error` event tells, engines hide:
/// `WebKit` names neither the error nor where it came from.) A host that sends it under another type than
/// `application/wasm` is slower, not refused.
const LOADER: &str = r#"let wasm;
let stopped;
export default async (response, onstop) => {
    stopped = onstop;
    const source = await response;
    const imports = __wbg_get_imports();
    const streams = source.headers.get("content-type") === "application/wasm";
    const loading = streams ? WebAssembly.instantiateStreaming(source, imports) : WebAssembly.instantiate(await source.arrayBuffer(), imports);
    wasm = (await loading).instance.exports;
    wasm.__wbindgen_start();
};
const given = (place, string) => {
    getDataViewMemory0().setInt32(place, string, true);
    getDataViewMemory0().setInt32(place + 4, WASM_VECTOR_LEN, true);
};
"#;

/// Functions, by name, and what stands for them.
const FUNCTIONS: &[(&str, &str)] = &[
    (
        "passStringToWasm0",
        "function passStringToWasm0(arg, malloc) {
    const bytes = cachedTextEncoder.encode(arg);
    const ptr = malloc(bytes.length, 1) >>> 0;
    getUint8ArrayMemory0().set(bytes, ptr);
    WASM_VECTOR_LEN = bytes.length;
    return ptr;
}
",
    ),
    ("decodeText", "const decodeText = (bytes) => cachedTextDecoder.decode(bytes);\n"),
    (
        "getDataViewMemory0",
        "function getDataViewMemory0() {
    if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    return cachedDataViewMemory0;
}
",
    ),
    (
        "getUint8ArrayMemory0",
        "function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer) cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    return cachedUint8ArrayMemory0;
}
",
    ),
    (
        "handleError",
        "const handled = (f) => (...args) => {
    try {
        return f(...args);
    } catch (e) {
        wasm.__wbindgen_exn_store(addToExternrefTable0(e));
    }
};
",
    ),
];

/// Texts that stand there at least once, and what stands for each.
const TEXTS: &[(&str, &str)] = &[
    (", wasm.__wbindgen_realloc)", ")"),
    ("const MAX_SAFARI_DECODE_BYTES = 2146435072;\nlet numBytesDecoded = 0;\n", ""),
    ("cachedTextDecoder.decode();\n", ""),
    ("(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : ", ""),
    // Where a string is that an import gives: its length is that of the one just written.
    ("const len1 = WASM_VECTOR_LEN;\n            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);\n", ""),
    ("var len1 = WASM_VECTOR_LEN;\n            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);\n", ""),
    ("getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);", "given(arg0 >>> 0, ptr1);"),
    // A call from the browser that ends with an error.
    ("} finally {", "} catch (e) {\n            stopped(e);\n            throw e;\n        } finally {"),
    // Yew's word on the console before it stops: the stop itself is caught and said (embed/loading.js).
    (
        "var v0 = getArrayJsValueFromWasm0(arg0, arg1);\n            wasm.__wbindgen_free(arg0, arg1 * 4, 4);\n            console.error(...(v0));",
        "",
    ),
    // The global object by other names than `globalThis`, which is asked for first, and is there.
    (
        "const ret = typeof global === 'undefined' ? undefined : global;\n            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);",
        "return 0;",
    ),
    (
        "const ret = typeof self === 'undefined' ? undefined : self;\n            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);",
        "return 0;",
    ),
    (
        "const ret = typeof window === 'undefined' ? undefined : window;\n            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);",
        "return 0;",
    ),
    // What is asked of a value is asked of no window that is closed to us.
    ("let result;\n            try {\n                result = ", "const ret = "),
    (";\n            } catch (_) {\n                result = false;\n            }\n            const ret = result;", ";"),
    // An import that may throw, and its end.
    (": function() { return handleError(function (", ": handled(("),
    ("\n        }, arguments); },", "\n        }),"),
];

/// The glue, shorter.
///
/// # Errors
/// Names the part that is not as this version of wasm-bindgen writes it.
pub fn trimmed(glue: &str) -> Result<String, String> {
    let (kept, _) = glue.split_once("let wasmModule, wasmInstance, wasm;").ok_or("the glue has another loader")?;
    let mut glue = kept.to_owned();
    for (name, new) in FUNCTIONS {
        glue = with_function(&glue, name, new)?;
    }
    glue = replaced(&glue, "if (!('encodeInto' in cachedTextEncoder)) {\n", "\n}\n", "")?;
    for (old, new) in TEXTS {
        if !glue.contains(old) {
            return Err(format!("the glue has no {old:?}"));
        }
        glue = glue.replace(old, new);
    }
    Ok(imports(&glue) + LOADER)
}

/// The glue with its imports as arrow functions, `name: (arg0) => {`, which return what they have worked out.
fn imports(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut lines = glue.lines().peekable();
    while let Some(line) = lines.next() {
        let is_result = line.contains("const ret = ") && lines.peek().is_some_and(|next| next.trim() == "return ret;");
        match line.split_once(": function(") {
            Some((name, rest)) if name.trim_start().starts_with("__wb") => {
                out.extend([name, ": (", &rest.replacen(") {", ") => {", 1)]);
            }
            _ if line.contains(": handled((") => out.push_str(&line.replacen(") {", ") => {", 1)),
            _ if is_result => {
                out.push_str(&line.replacen("const ret = ", "return ", 1));
                lines.next();
            }
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// The script with another function, or whatever has its name, in place of one.
fn with_function(glue: &str, name: &str, new: &str) -> Result<String, String> {
    replaced(glue, &format!("\nfunction {name}("), "\n}\n", &format!("\n{new}"))
}

/// The script with something else in place of what begins and ends like this, once.
fn replaced(glue: &str, begins: &str, ends: &str, new: &str) -> Result<String, String> {
    let missing = || format!("the glue has no {:?}", begins.trim());
    let (before, rest) = glue.split_once(begins).ok_or_else(missing)?;
    let (_, after) = rest.split_once(ends).ok_or_else(missing)?;
    Ok([before, new, after].concat())
}

#[cfg(test)]
mod tests {
    use super::{imports, replaced, trimmed};

    #[test]
    fn imports_become_arrow_functions_and_other_functions_stay() {
        let glue = "        __wbg_a_1: function(arg0) {\n            const ret = arg0.a;\n            return ret;\n        },\n\
                    function other(arg0) {\n    const ret = arg0;\n    if (ret) {}\n    return ret;\n}\n";
        let expected = "        __wbg_a_1: (arg0) => {\n            return arg0.a;\n        },\n\
                        function other(arg0) {\n    const ret = arg0;\n    if (ret) {}\n    return ret;\n}\n";
        assert_eq!(imports(glue), expected);
    }

    #[test]
    fn another_glue_stops_the_build() {
        assert_eq!(trimmed("let wasm;").unwrap_err(), "the glue has another loader");
        assert_eq!(
            trimmed("let wasmModule, wasmInstance, wasm;").unwrap_err(),
            "the glue has no \"function passStringToWasm0(\""
        );
        assert_eq!(replaced("a\nif (x) {\n}\nb", "if (x) {", "}\n", "").unwrap(), "a\nb");
    }
}
