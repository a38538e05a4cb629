//! Compiles `content/en.toml`.

use std::{env, fs, path::Path};

use exhale_content::compile::{compile, parse};

const SOURCE: &str = "../../content/en.toml";

fn main() {
    println!("cargo::rerun-if-changed={SOURCE}");
    let source = fs::read_to_string(SOURCE).expect(SOURCE);
    let language = parse(&source).unwrap_or_else(|mistake| panic!("content/en.toml: {mistake}"));
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder for what is built");
    fs::write(Path::new(&folder).join("content.en.txt"), compile(&language.quiz)).expect("the folder takes a file");
}
