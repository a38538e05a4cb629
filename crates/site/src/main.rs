//! The command `site`: puts the Exhale site together around the compiled WebAssembly.

mod address;
mod asset;
mod build;
mod bundler;
mod fingerprint;
mod first_screen;
mod hosting;
mod icon;
mod keep;
mod languages;
mod names;
mod package;
mod pages;
mod paper;
mod styles;
mod template;

use std::{env, fs, io, path::Path, process::ExitCode};

use build::Mode;
use languages::{english, languages};

const USAGE: &str = "\
site check                    checks the content files
site paper                    prints the form on paper, in English
site pages FOLDER [no-cards]  writes the pages around the quiz into a folder; the cards of shared links take longest
site address FOLDER           writes the pages of a finished site again, for the address that EXHALE_SITE_URL has now
site keep FOLDER NOW           copies into a new site what the site as it stands NOW has more in the folder of the element, for a year
site build FOLDER [PACKAGE]   makes the site of a folder that holds what wasm-bindgen wrote for bundlers. With PACKAGE, a folder
                              for the npm package, it is a release: bundled and minified by esbuild, which has to be on PATH
site trunk                    the same as a hook of Trunk: a release if Trunk builds one, otherwise for development";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["check"] => languages().map(|_| ()),
        ["paper"] => {
            print!("{}", paper::page(&english(&languages()?)?.texts, ""));
            Ok(())
        }
        ["pages", folder] => pages::write(Path::new(folder), &languages()?, &pages::Options::PAGES_ALONE),
        ["pages", folder, "no-cards"] => {
            let options = pages::Options { cards: false, ..pages::Options::PAGES_ALONE };
            pages::write(Path::new(folder), &languages()?, &options)
        }
        ["address", folder] => {
            let folder = Path::new(folder);
            let sheet = asset::sheet(&folder.join(asset::ELEMENT))?;
            let options =
                pages::Options { sheet: &sheet.file, integrity: &sheet.integrity, cards: false, ..pages::Options::PAGES_ALONE };
            pages::write(folder, &languages()?, &options)
        }
        ["keep", folder, now] => {
            for name in keep::keep(Path::new(folder), Path::new(now))? {
                eprintln!("{}/{name} stays", asset::ELEMENT);
            }
            Ok(())
        }
        ["build", folder] => build::build(Path::new(folder), Mode::Development),
        ["build", folder, package] => build::build(Path::new(folder), Mode::Release { package: Path::new(package) }),
        ["trunk"] => {
            let variable = |name: &str| env::var(name).map_err(|_| format!("{name} is not set: Trunk runs this as a hook"));
            let folder = variable("TRUNK_STAGING_DIR")?;
            let profile = variable("TRUNK_PROFILE")?;
            take_bindings(Path::new(&folder), &profile)?;
            let is_release = profile == "release";
            let mode = if is_release { Mode::Release { package: Path::new("target/npm") } } else { Mode::Development };
            build::build(Path::new(&folder), mode)
        }
        _ => Err(format!("usage:\n{USAGE}")),
    }
}

/// Trunk stages the module and its entry. The bindings it leaves where wasm-bindgen wrote them, in the target folder, which is that of
/// this program.
fn take_bindings(staged: &Path, profile: &str) -> Result<(), String> {
    let program = env::current_exe().map_err(|error| format!("this program is not found: {error}"))?;
    let target = program.ancestors().nth(2).ok_or("this program is in no target folder")?;
    let bindings = target.join("wasm-bindgen").join(profile).join("exhale_bg.js");
    fs::copy(&bindings, staged.join("exhale_bg.js")).map(|_| ()).map_err(at(&bindings))
}

/// Names the file in what went wrong with it.
fn at(path: &Path) -> impl Fn(io::Error) -> String + use<> {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}")
}

fn read(path: impl AsRef<Path>) -> Result<String, String> {
    fs::read_to_string(&path).map_err(at(path.as_ref()))
}

/// Writes a file, and the folder it is in.
fn write(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result<(), String> {
    let path = path.as_ref();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    fs::write(path, bytes).map_err(at(path))
}
