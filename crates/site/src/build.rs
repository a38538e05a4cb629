//! The whole site, around the WebAssembly module that wasm-bindgen has written for bundlers.
//!
//! Every file is written once, when what goes into it is known: first what the element loads, named by its hash; then the
//! scripts, which have those names; then the pages, the folder of this very version, and the package for bundlers.

use std::{
    fs,
    path::{Path, PathBuf},
};

use exhale_content::compile::compile;

use crate::{
    asset::{self, Asset, ELEMENT, LOADER, SHEET, VERSION, files},
    at,
    bundler::{bundle, bundle_classic, bundle_for_our_page, minify, minify_for_old_browsers},
    fingerprint, hosting,
    languages::{Language, languages},
    names, package, pages, read, styles, write,
};

/// What wasm-bindgen writes, and the element loads.
const BINDINGS: [&str; 2] = ["exhale_bg.js", asset::MODULE];
/// The names of what the module imports and exports.
const NAMES: &str = "names.js";
/// The scripts of our own page and of the page of the frame, besides the element: each is one file in a release.
const OURS: [&str; 2] = ["first-party.js", "iframe-child.js"];
/// The script of the snippet, which loads `embed.js`.
const SNIPPET: &str = "quiz.js";
/// `embed.js` on our own pages: with all it would load later.
pub const PAGE_ELEMENT: &str = "page-embed.js";

/// How the site is built.
#[derive(Clone, Copy)]
pub enum Mode<'a> {
    /// Scripts as they are written, and pages that reload themselves under `trunk serve`.
    Development,
    /// Bundled and minified, and the package for bundlers in a folder of its own.
    Release {
        /// That folder.
        package: &'a Path,
    },
}

/// Completes the site in a folder that holds what wasm-bindgen wrote.
///
/// # Errors
/// One sentence: a mistake in a content file, or a file that cannot be read or written, or bundled.
pub fn build(site: &Path, mode: Mode<'_>) -> Result<(), String> {
    let languages = languages()?;
    let element = site.join(ELEMENT);
    write_loaded(site, &element, &languages, mode)?;
    let assets = asset::rename(&element)?;

    let scratch = Scratch::new(site)?;
    let scripts = match mode {
        Mode::Development => element.clone(),
        Mode::Release { .. } => scratch.0.join(ELEMENT),
    };
    copy_scripts("embed", &scripts)?;
    write(scripts.join("files.js"), files_script(&assets, |asset| (asset.file.clone(), asset.integrity.clone())))?;
    let pinned = match mode {
        Mode::Development => {
            write(element.join(PAGE_ELEMENT), "import \"./embed.js\";\n")?;
            None
        }
        Mode::Release { .. } => Some(bundle_element(&scripts, &element, &assets)?),
    };
    for (from, name) in [("package", "embed.d.ts"), ("package", "custom-elements.json")] {
        write(element.join(name), read(format!("{from}/{name}"))?)?;
    }

    let sheet = assets.iter().find(|asset| asset.name == SHEET).ok_or_else(|| format!("{SHEET} is missing"))?;
    let is_release = matches!(mode, Mode::Release { .. });
    pages::write(
        site,
        &languages,
        &pages::Options { sheet: &sheet.file, integrity: &sheet.integrity, cards: is_release, reload: !is_release },
    )?;
    let version = fingerprint::copy(&element, &site.join(format!("v{VERSION}")), pinned.as_deref())?;
    write_page_scripts(site, &scratch.0, &version, mode)?;

    if let Mode::Release { package } = mode {
        hosting::write(site, &assets)?;
        let scripts = scratch.0.join("package");
        copy_scripts("embed", &scripts)?;
        fs::rename(scripts.join("assets.package.js"), scripts.join("assets.js")).map_err(at(&scripts))?;
        write(scripts.join("files.js"), files_script(&assets, package::file_and_integrity))?;
        package::write_package(package, &element, &assets)?;
        bundle(&scripts.join("runtime.js"), &package.join("runtime.js"), None)?;
        write(scripts.join("load-runtime.js"), "export const loadRuntime = () => import(\"./runtime.js\");\n")?;
        bundle(&scripts.join("embed.js"), &package.join(package::ENTRY), Some("./runtime.js"))?;
    }
    Ok(())
}

/// Bundles the scripts of the element. Gives the file that `embed.js` is in the folder of this version.
fn bundle_element(scripts: &Path, element: &Path, assets: &[Asset]) -> Result<PathBuf, String> {
    for name in OURS {
        bundle_for_our_page(&scripts.join(name), &element.join(name))?;
    }
    bundle(&scripts.join("frame.js"), &element.join("frame.js"), None)?;
    minify_for_old_browsers(&scripts.join(SNIPPET), &element.join(SNIPPET))?;
    let entry = scripts.join("embed.js");
    // Whole, for `integrity`; and for our own pages, which need all of it at once, but not what pages of others need.
    let pinned = scripts.join("pinned/embed.js");
    bundle(&entry, &pinned, None)?;
    bundle_page_element(scripts, element, assets)?;
    // In two parts, the second loaded once a quiz comes near. An embed.js from a cache may name one that is no longer there: then
    // it takes the newest.
    bundle(&scripts.join("runtime.js"), &element.join("runtime.js"), None)?;
    let runtime = asset::copy_with_hash(element, "runtime.js")?;
    write(scripts.join("load-runtime.js"), read("embed/load-runtime.beside.js")?.replace("{{ runtime }}", &runtime))?;
    bundle_classic(&entry, &element.join("embed.js"))?;
    Ok(pinned)
}

/// The element for our own pages, with the loader in it.
fn bundle_page_element(scripts: &Path, element: &Path, assets: &[Asset]) -> Result<(), String> {
    let ours = scripts.join("ours");
    copy_scripts("embed", &ours)?;
    fs::rename(ours.join("load-bindings.within.js"), ours.join("load-bindings.js")).map_err(at(&ours))?;
    let (loaders, others): (Vec<&Asset>, Vec<&Asset>) = assets.iter().partition(|asset| asset.name == LOADER);
    let loader = loaders.first().ok_or_else(|| format!("{LOADER} is missing"))?;
    let loader = fs::canonicalize(element.join(&loader.file)).map_err(at(element))?;
    let loader = serde_json::to_string(&loader).map_err(|error| error.to_string())?;
    write(ours.join(LOADER), format!("export * from {loader};\nexport {{ default }} from {loader};\n"))?;
    write(ours.join("files.js"), files_script(others, |asset| (asset.file.clone(), asset.integrity.clone())))?;
    bundle_for_our_page(&ours.join("embed.js"), &element.join(PAGE_ELEMENT))
}

/// What the element loads: bindings, module, texts and styles.
fn write_loaded(site: &Path, element: &Path, languages: &[Language], mode: Mode<'_>) -> Result<(), String> {
    fs::create_dir_all(element).map_err(at(element))?;
    for name in BINDINGS {
        let path = site.join(name);
        fs::rename(&path, element.join(name)).map_err(at(&path))?;
    }
    let loader = element.join(LOADER);
    write(&loader, read("embed/exhale.js")?)?;
    // Where wasm-opt has shortened the names, it has said which.
    let printed = site.join("names.json");
    let names = if printed.exists() {
        let users = read(element.join("exhale_bg.js"))? + &read(&loader)?;
        names::script(&read(&printed)?, &users)?
    } else {
        read("embed/names.js")?
    };
    write(element.join(NAMES), names)?;
    let _ = fs::remove_file(&printed);
    // An entry for bundlers that know WebAssembly.
    let entry = site.join(LOADER);
    fs::remove_file(&entry).map_err(at(&entry))?;
    if let Mode::Release { .. } = mode {
        bundle(&loader, &loader, None)?;
        for name in ["exhale_bg.js", NAMES] {
            let path = element.join(name);
            fs::remove_file(&path).map_err(at(&path))?;
        }
    }
    for language in languages {
        write(element.join(format!("content.{}.txt", language.lang())), compile(&language.texts.quiz))?;
    }
    for (address, sheet) in styles::sheets()? {
        let path = site.join(address);
        write(&path, sheet)?;
        if let Mode::Release { .. } = mode {
            minify(&path)?;
        }
    }
    Ok(())
}

/// The scripts of the builder, of the page about the quiz, and of the page for a missing address.
fn write_page_scripts(site: &Path, scratch: &Path, version: &fingerprint::Hashes, mode: Mode<'_>) -> Result<(), String> {
    let folder = match mode {
        Mode::Development => site.to_owned(),
        Mode::Release { .. } => scratch.join("pages"),
    };
    copy_scripts("pages", &folder)?;
    copy_scripts("pages/builder", &folder.join("builder"))?;
    let list = serde_json::to_string(version).map_err(|error| error.to_string())?;
    let pinned = format!("export const PINNED = {{ folder: \"v{VERSION}\", files: {list} }};\n");
    write(folder.join("builder/pinned.js"), pinned)?;
    if let Mode::Release { .. } = mode {
        for name in ["builder.js", "about.js"] {
            bundle(&folder.join(name), &site.join(name), None)?;
        }
        // It is no module: it has to run before anything else.
        let missing = site.join("404.js");
        write(&missing, read(folder.join("404.js"))?)?;
        minify(&missing)?;
    }
    Ok(())
}

/// Copies the scripts that stand in a folder, those in folders below it left out.
fn copy_scripts(from: &str, to: &Path) -> Result<(), String> {
    let from = Path::new(from);
    let is_script = |name: &&String| Path::new(name).extension().is_some_and(|extension| extension == "js");
    if from == Path::new("embed") {
        write(to.join("version.js"), format!("export const VERSION = \"{VERSION}\";\n"))?;
    }
    // The loader and the names have their place beside the bindings already.
    for name in files(from)?.iter().filter(is_script).filter(|name| ![LOADER, NAMES].contains(&name.as_str())) {
        write(to.join(name), read(from.join(name))?)?;
    }
    Ok(())
}

/// `files.js`: the address of each file that the element loads, by the name that the scripts call it, and its integrity.
fn files_script<'a>(
    assets: impl IntoIterator<Item = &'a Asset>,
    file_and_integrity: impl Fn(&Asset) -> (String, String),
) -> String {
    let line = |asset: &Asset| {
        let (file, integrity) = file_and_integrity(asset);
        format!("  \"{}\": [new URL(\"./{file}\", import.meta.url).href, \"{integrity}\"],\n", asset.name)
    };
    let lines: String = assets.into_iter().map(line).collect();
    format!("export const FILES = {{\n{lines}}};\n")
}

/// A folder for sources that esbuild reads; gone in the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(site: &Path) -> Result<Scratch, String> {
        let folder = site.join(".scripts");
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
