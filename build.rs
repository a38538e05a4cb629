//! Packs the English words that `exhale::Quiz` brings along (feature `component`). Every other build has no use for it.

#[cfg(feature = "component")]
#[allow(dead_code, unused_imports, clippy::struct_field_names, reason = "checked where all of it is used: in the crate")]
#[path = "src/content/mod.rs"]
mod content;
#[cfg(feature = "component")]
#[allow(dead_code, unused_imports, clippy::struct_field_names, reason = "checked where all of it is used: in the crate")]
#[path = "src/quiz/mod.rs"]
mod quiz;

#[cfg(feature = "component")]
fn main() {
    use std::{env, fs, path::Path};

    const SOURCE: &str = "content/en.toml";
    println!("cargo::rerun-if-changed={SOURCE}");
    let words =
        content::build::parse(&fs::read_to_string(SOURCE).expect(SOURCE)).unwrap_or_else(|mistake| panic!("{SOURCE}: {mistake}"));
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder for what is built");
    fs::write(Path::new(&folder).join("content.en"), content::build::pack(&words)).expect("the folder takes a file");
}

#[cfg(not(feature = "component"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
