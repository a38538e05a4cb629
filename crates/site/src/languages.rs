//! The content files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use exhale::HelpLine;
use exhale_content::compile::{self, Language as Texts};

use crate::read;

const FOLDER: &str = "content";
/// The language of the first pages of the site.
pub const ENGLISH: &str = "en";

/// A content file, checked.
pub struct Language {
    /// As it is written: templates name its texts by their keys.
    pub source: String,
    /// What it says.
    pub texts: Texts,
}

impl Language {
    /// Its BCP 47 tag.
    pub fn lang(&self) -> &str {
        &self.texts.quiz.lang
    }

    /// The folder of its first pages in the site: empty for English.
    pub fn home(&self) -> String {
        if self.lang() == ENGLISH { String::new() } else { format!("{}/", self.lang()) }
    }

    /// The help line on our own pages. The page around a frame names its own there.
    pub fn help_line(&self) -> Option<HelpLine> {
        let page = &self.texts.site.page;
        HelpLine::new(page.help_href.clone(), page.help_label.clone())
    }
}

/// Every content file, in alphabetical order.
pub fn languages() -> Result<Vec<Language>, String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(FOLDER)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(|error| format!("{FOLDER}/ cannot be read: {error}"))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    if paths.is_empty() {
        return Err(format!("{FOLDER}/ holds no .toml file"));
    }
    paths.iter().map(|path| language(path)).collect()
}

/// English, which has to be there.
pub fn english(languages: &[Language]) -> Result<&Language, String> {
    languages.iter().find(|language| language.lang() == ENGLISH).ok_or_else(|| format!("{FOLDER}/en.toml is missing"))
}

fn language(path: &Path) -> Result<Language, String> {
    let source = read(path)?;
    let texts = compile::parse(&source).map_err(|mistake| format!("{}: {mistake}", path.display()))?;
    if path.file_stem().is_none_or(|stem| *stem != *texts.quiz.lang) {
        return Err(format!("{}: lang: expected the name of the file, found \"{}\"", path.display(), texts.quiz.lang));
    }
    let language = Language { source, texts };
    if language.help_line().is_none() {
        return Err(format!(
            "{}: page.help-href: expected an address that begins with https://, http:// or tel:",
            path.display()
        ));
    }
    Ok(language)
}
