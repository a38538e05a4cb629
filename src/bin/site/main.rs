//! Puts the site together around the WebAssembly: `site check` reads the content, `site paper` writes the form to print to
//! standard output, `site pages FOLDER` writes the pages around the quiz, `site trim MODULE` and `site order MODULE WAY` prepare the
//! module for wasm-opt, `site shorten FOLDER` leaves out of module and glue what they do not need, `site finish FOLDER` completes
//! what Trunk has built there, those pages included, and `site seal FOLDER PACKAGE` names what the element loads by its content,
//! once nothing changes any more, and completes the package for bundlers.

mod address;
mod binary;
mod first;
mod functions;
mod glue;
mod icon;
mod names;
mod order;
mod package;
mod pages;
mod paper;
mod seal;
mod sealed;
mod table;
mod template;
mod tokens;
mod unused;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use exhale::content::{Content, build};

const CONTENT: &str = "content";
const FRAME: template::Template = template::Template { name: "frame.html", text: include_str!("../../../embed/frame.html") };
/// The folder of the element, by the major version of its interface: snippets on other pages point into it.
const ELEMENT: &str = "v1";
/// The style sheets of the quiz, in their order: `src/component/inside.rs` has the same.
const QUIZ: &[&str] = &["quiz/base", "quiz/statement", "quiz/moves", "quiz/picture", "quiz/result", "quiz/devices", "quiz/print"];
/// Those of the form on paper.
const PAPER: &[&str] = &["paper", "paper-key", "paper-narrow", "paper-print"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check"] => languages().map(|_| ()),
        ["paper"] => languages().and_then(|languages| {
            print!("{}", paper::page(&english(&languages)?.content, ""));
            Ok(())
        }),
        ["pages", folder] => languages().and_then(|languages| pages::write(Path::new(folder), &languages)),
        ["trim", module] => change(module, |module| Ok(unused::without(&table::without_dead_closures(module)?.0)?.0)),
        ["shorten", folder] => shorten(Path::new(folder)),
        ["order", module, way] => change(module, |module| order::with_order(module, way)),
        ["seal", folder, package] => seal::seal(Path::new(folder), Path::new(package)),
        ["finish", folder] => finish(Path::new(folder)),
        _ => Err("usage: site check | site paper | site pages FOLDER | site trim MODULE | site shorten FOLDER | site order MODULE WAY | site finish FOLDER | site seal FOLDER PACKAGE"
            .to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A content file, checked.
struct Language {
    source: String,
    content: Content<String>,
}

/// Every content file, in alphabetical order.
fn languages() -> Result<Vec<Language>, String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(CONTENT)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(|error| format!("{CONTENT}/ cannot be read: {error}"))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    if paths.is_empty() {
        return Err(format!("{CONTENT}/ holds no .toml file"));
    }
    paths.iter().map(|path| language(path)).collect()
}

/// The language of the first pages of the site.
const ENGLISH: &str = "en";

/// English, which has to be there.
fn english(languages: &[Language]) -> Result<&Language, String> {
    languages.iter().find(|language| language.content.lang == ENGLISH).ok_or_else(|| format!("{CONTENT}/en.toml is missing"))
}

fn language(path: &Path) -> Result<Language, String> {
    let source = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let content = build::parse(&source).map_err(|mistake| format!("{}: {mistake}", path.display()))?;
    if path.file_stem().is_none_or(|stem| *stem != *content.lang) {
        return Err(format!("{}: lang: expected the name of the file, found \"{}\"", path.display(), content.lang));
    }
    Ok(Language { source, content })
}

fn change(module: &str, change: impl Fn(&[u8]) -> Result<Vec<u8>, String>) -> Result<(), String> {
    let module = Path::new(module);
    let changed = change(&fs::read(module).map_err(said(module))?)?;
    fs::write(module, changed).map_err(said(module))
}

/// What trunk calls the module, and the script around it.
const MODULE: &str = "exhale_bg.wasm";
const GLUE: &str = "exhale.js";

fn shorten(folder: &Path) -> Result<(), String> {
    let (glue, module) = (folder.join(GLUE), folder.join(MODULE));
    let long_glue = glue::trimmed(&fs::read_to_string(&glue).map_err(said(&glue))?)?;
    let long_module = fs::read(&module).map_err(said(&module))?;
    let (short_module, short_glue) = names::shorten(&long_module, &long_glue)?;
    for (path, bytes) in [(&glue, short_glue.as_bytes()), (&module, &short_module)] {
        fs::write(path, bytes).map_err(said(path))?;
    }
    Ok(())
}

fn finish(folder: &Path) -> Result<(), String> {
    let languages = languages()?;
    let english = english(&languages)?;
    let element = folder.join(ELEMENT);
    fs::create_dir_all(&element).map_err(said(&element))?;
    for language in &languages {
        let path = element.join(format!("content.{}", language.content.lang));
        fs::write(&path, build::pack(&language.content)).map_err(said(&path))?;
    }
    for name in [GLUE, MODULE, "snippets"] {
        let path = folder.join(name);
        fs::rename(&path, element.join(name)).map_err(said(&path))?;
    }
    let read = |path: &str| fs::read_to_string(path).map_err(said(Path::new(path)));
    let own = address::Address::of_the_build()?.own();
    let tokens = read("styles/tokens.css")?;
    let themes = read("styles/themes.css")?;
    let body = read("styles/body.css")?;
    let page = |tokens: &str, sheet: &str| tokens::sheet(tokens, &(body.clone() + sheet));
    let joined =
        |names: &[&str]| names.iter().map(|name| read(&format!("styles/{name}.css"))).collect::<Result<String, String>>();
    let (quiz, paper) = (joined(QUIZ)?, joined(PAPER)?);
    let files = [
        (element.join("embed.d.ts"), read("package/embed.d.ts")?),
        (element.join("custom-elements.json"), read("package/custom-elements.json")?),
        (element.join("frame.js"), read("embed/frame.js")?),
        (element.join("frame-boot.js"), read("embed/frame-boot.js")?),
        (
            element.join("frame.html"),
            template::with_first(&FRAME.fill(&english.source, &[("own", &own)])?, Some(&first::screen(english)?)),
        ),
        (element.join("frame.css"), page(&tokens::of_page(&(tokens.clone() + &themes)), &read("styles/frame.css")?)),
        (element.join("quiz.css"), tokens::of_quiz(&(tokens.clone() + &themes)) + &quiz),
        (folder.join("page.css"), tokens::settled(&page(&tokens::of_page(&tokens), &read("styles/page.css")?))),
        // It shows the colours of the quiz too, in a shadow root.
        (folder.join("builder.css"), page(&(tokens.clone() + &themes), &read("styles/builder.css")?)),
        (folder.join("paper.css"), page(&tokens::of_page(&tokens), &paper)),
    ];
    for (path, text) in files {
        fs::write(&path, text).map_err(said(&path))?;
    }
    pages::write(folder, &languages)
}

/// What could not be done with a file, with its name.
fn said(path: &Path) -> impl Fn(io::Error) -> String + use<> {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}")
}
