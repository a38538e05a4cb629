//! `bindgen MODULE FOLDER`: writes the module and the JavaScript around it, as bundlers take them, into a folder.
//!
//! The same as `wasm-bindgen --target bundler --no-typescript`, without a command to install: wasm-bindgen wants the command and
//! the crate to be of one version, and Cargo.lock sees to that here.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = &arguments[..] else {
        eprintln!("usage: bindgen MODULE FOLDER");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    let written = bindgen.input_path(module).bundler(true).and_then(|bindgen| bindgen.typescript(false).generate(folder));
    if let Err(error) = written {
        eprintln!("bindgen: {module}: {error:#}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
