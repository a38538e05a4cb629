//! The short names that wasm-opt gives to what the module imports and exports. wasm-bindgen's have hashes in them: they are a
//! twentieth of what the module weighs.

use serde::Deserialize;

/// What `wasm-opt --minify-imports-and-exports-and-modules` prints: for each import its module, its name and its new name, for each
/// export its name and its new name. The new name of every module is `a`.
#[derive(Deserialize)]
struct Names {
    imports: Vec<[String; 3]>,
    exports: Vec<[String; 2]>,
}

/// `names.js` for these names, as `embed/names.js` stands for those of wasm-bindgen: without exports that the scripts `users` do not use.
///
/// # Errors
/// One sentence, if wasm-opt prints something else.
pub fn script(printed: &str, users: &str) -> Result<String, String> {
    let names: Names = serde_json::from_str(printed).map_err(|error| format!("wasm-opt printed no list of names: {error}"))?;
    if let Some([module, ..]) = names.imports.iter().find(|[module, ..]| module != "./exhale_bg.js") {
        return Err(format!("the module imports from {module}, which names.js does not know"));
    }
    let imports = names.imports.iter().map(|[_, name, short]| format!("  {short}: bindings.{name},\n"));
    let used = names.exports.iter().filter(|[name, _]| users.contains(&**name));
    let exports = used.map(|[name, short]| format!("  {name}: exports.{short},\n"));
    let [listed, exported] = [imports.collect::<Vec<_>>().concat(), exports.collect::<Vec<_>>().concat()];
    Ok(format!(
        "import * as bindings from \"./exhale_bg.js\";\n\nexport const IMPORTS = {{ a: {{\n{listed}}} }};\n\nexport const named = (exports) => ({{\n{exported}}});\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn each_short_name_leads_to_the_long_one() {
        let printed = r#"{ "imports": [["./exhale_bg.js", "__wbg_key_1", "A"]], "exports": [["mount", "B"], ["unused", "C"]] }"#;
        let script = script(printed, "wasm.mount()").unwrap();
        assert!(script.contains("  A: bindings.__wbg_key_1,\n") && script.contains("  mount: exports.B,\n"), "{script}");
        assert!(!script.contains("unused"), "{script}");
    }

    #[test]
    fn anything_else_is_refused() {
        for printed in ["", "{}", r#"{ "imports": [["env", "x", "A"]], "exports": [] }"#] {
            assert!(script(printed, "").is_err(), "{printed}");
        }
    }
}
