//! The pages with the quiz in them, and the one for an address where there is nothing.
//!
//! What a network shows of a shared link stands in the page at its address, and the picture stands after the `#`, which no
//! network reads. So each profile has a page of its own, the same but for its card: `r/en/navigator/#exhale=…`. The picture
//! decides what is shown there; the page's name only serves the card. None has an `og:url` or a canonical link: networks
//! would take that address for the shared one, and what is after its `#` would be lost. The first page alone tells blogs how to
//! show the quiz: what stands after a `#` would not reach them.
//!
//! English has the first pages of the site, every other language has its own in a folder of its name: `es/`, `es/paper.html`.

mod card;
mod discovery;
mod oembed;

use std::path::Path;

use card::{Card, Line};
use exhale_content::{compile::Language as Texts, fill};
use exhale_quiz::{Band, Profile, Scale};
use minijinja::{Value, context};

use crate::{
    address::Address,
    first_screen, icon,
    languages::{Language, english},
    paper,
    template::Template,
    write as put,
};

const QUIZ: Template = Template { name: "index.html", text: include_str!("../../../index.html") };
const FRAME: Template = Template { name: "embed/frame.html", text: include_str!("../../../embed/frame.html") };
const ABOUT: Template = Template { name: "pages/about.html", text: include_str!("../../../pages/about.html") };
const BUILDER: Template = Template { name: "pages/builder.html", text: include_str!("../../../pages/builder.html") };
const MISSING: Template = Template { name: "pages/404.html", text: include_str!("../../../pages/404.html") };
/// The name of the page for a picture without a profile.
const ANY: &str = "picture";
/// Each page lies three folders deep: `r/en/navigator/`.
const ROOT: &str = "../../../";
/// The address in the link there where nobody says where the site will stand.
const SOMEWHERE: &str = "https://quiz.example/";

/// How the pages are written.
pub struct Options<'a> {
    /// The file of the style sheet.
    pub sheet: &'a str,
    /// What it must hold.
    pub integrity: &'a str,
    /// Whether the cards of shared links are drawn.
    pub cards: bool,
    /// Whether pages reload themselves, under `trunk serve`.
    pub reload: bool,
}

impl Options<'_> {
    /// For pages that are looked at without the element.
    pub const PAGES_ALONE: Options<'static> = Options { sheet: crate::asset::SHEET, integrity: "", cards: true, reload: false };
}

/// Writes `index.html`, `about.html`, `paper.html` and `builder.html` in each language, `r/`, the page of the frame, `robots.txt`, what is found
/// by name, and `404.html`.
pub fn write(folder: &Path, languages: &[Language], options: &Options<'_>) -> Result<(), String> {
    let site = Site {
        folder,
        address: Address::of_the_build()?,
        source: discovery::source()?,
        icon: icon::inline(),
        languages,
        options,
    };
    for language in languages {
        for profile in Profile::ALL.map(Some).into_iter().chain([None]) {
            site.preview(language, profile)?;
        }
        site.home(language)?;
    }
    let english = english(languages)?;
    site.frame(english)?;
    put(folder.join("icon.png"), icon::png()?)?;
    put(folder.join(discovery::MANIFEST), discovery::manifest(&english.texts.quiz))?;
    put(folder.join("robots.txt"), discovery::robots(&site.address))?;
    if let Some(map) = discovery::map(&site.address, languages) {
        put(folder.join(discovery::MAP), map)?;
    }
    let values = context! { root => site.address.path(), icon => &site.icon };
    put(folder.join("404.html"), MISSING.render(&english.source, values)?)
}

/// What the pages have in common.
struct Site<'a> {
    folder: &'a Path,
    address: Address,
    /// Where its source is, if whoever builds it says so.
    source: Option<String>,
    icon: String,
    languages: &'a [Language],
    options: &'a Options<'a>,
}

impl Site<'_> {
    /// The page and the card of a picture with this profile.
    fn preview(&self, language: &Language, profile: Option<Profile>) -> Result<(), String> {
        let preview = Preview::of(&language.texts, profile);
        let path = preview.path(language.lang());
        let image = self.address.whole(&format!("{path}og.png"), "og.png");
        let root = self.address.root(ROOT);
        let place = |other: &Language| format!("{root}{}", preview.path(other.lang()));
        let more = context! {
            root,
            home => root.to_owned() + &language.home(),
            languages => self.others(language, place),
            // Somebody's picture is shown there: no first statement comes before it. A blog would not be told of what stands
            // after the `#`.
            oembed => (),
            alternates => (),
            first_screen => (),
        };
        put(self.folder.join(&path).join("index.html"), self.quiz(language, &preview, &image, more)?)?;
        if !self.options.cards {
            return Ok(());
        }
        let drawn = card::png(&preview.card).map_err(|problem| format!("content/{}.toml: {path}: {problem}", language.lang()))?;
        put(self.folder.join(&path).join("og.png"), drawn)
    }

    /// The first page of a language, and what leads on from it.
    fn home(&self, language: &Language) -> Result<(), String> {
        let (home, site) = (language.home(), &language.texts.site);
        let root = "../".repeat(home.matches('/').count());
        // The card of any picture, under the words of the page itself.
        let page = &site.page;
        let preview =
            Preview { title: page.title.clone(), description: page.description.clone(), ..Preview::of(&language.texts, None) };
        let image = preview.path(language.lang()) + "og.png";
        let image = self.address.whole(&image, &(root.clone() + &image));
        let answer = oembed::answer(&self.address, &language.texts, &home, &image);
        let file = format!("{home}{}", oembed::FILE);
        let from_index = self.address.root(&root);
        let place = |other: &Language| match other.home() {
            first if first.is_empty() && from_index.is_empty() => "./".to_owned(),
            other => from_index.to_owned() + &other,
        };
        let more = context! {
            root => from_index,
            // Also where a server shows the page without the last slash: from `es`, `paper.html` would be the English form.
            home => from_index.to_owned() + &home,
            languages => self.others(language, place),
            oembed => answer.as_ref().map(|_| self.address.whole(&file, oembed::FILE)),
            alternates => discovery::alternates(&self.address, self.languages, ""),
            first_screen => Value::from_safe_string(first_screen::screen(language, false)?),
        };
        put(self.folder.join(&home).join("index.html"), self.quiz(language, &preview, &image, more)?)?;
        if let Some(answer) = answer {
            put(self.folder.join(&file), answer)?;
        }
        put(self.folder.join(&home).join(discovery::ABOUT), self.about(language, &root)?)?;
        put(self.folder.join(&home).join("paper.html"), paper::page(&language.texts, &root))?;
        put(self.folder.join(&home).join("builder.html"), self.builder(language, &root)?)
    }

    /// The page with the quiz. `more` says where it stands.
    fn quiz(&self, language: &Language, preview: &Preview, image: &str, more: Value) -> Result<String, String> {
        let values = context! {
            title => &preview.title,
            description => &preview.description,
            icon => &self.icon,
            card => context! { image, width => card::SIZE.0, height => card::SIZE.1, alt => &preview.alt },
            reload => self.options.reload,
        };
        let page = QUIZ.render(&language.source, context! { ..more, ..values })?;
        // Every visitor loads it: without indentation it is 30 bytes smaller in brotli.
        Ok(page.lines().map(str::trim_start).flat_map(|line| [line, "\n"]).collect())
    }

    /// The same page in the other languages.
    fn others(&self, language: &Language, place: impl Fn(&Language) -> String) -> Value {
        let others = self.languages.iter().filter(|other| other.lang() != language.lang());
        let link = |other: &Language| {
            context! { address => place(other), lang => other.lang(), name => &other.texts.site.page.language }
        };
        others.map(link).collect()
    }

    /// The page of the frame. It stands in for the element on other pages, and checks the style sheet as that does.
    fn frame(&self, english: &Language) -> Result<(), String> {
        let texts = |language: &Language| {
            let Texts { quiz, site } = &language.texts;
            context! { lang => language.lang(), dir => &quiz.dir, open => &site.frame.open, leave => &site.frame.leave }
        };
        let values = context! {
            languages => self.languages.iter().map(texts).collect::<Value>(),
            own => self.address.own(),
            sheet => self.options.sheet,
            integrity => self.options.integrity,
            first_screen => Value::from_safe_string(first_screen::screen(english, true)?),
        };
        put(self.folder.join(crate::asset::ELEMENT).join("frame.html"), FRAME.render(&english.source, values)?)
    }

    /// The page about the quiz. `root` leads to the first page of the site.
    fn about(&self, language: &Language, root: &str) -> Result<String, String> {
        let place = |other: &Language| format!("{root}{}{}", other.home(), discovery::ABOUT);
        let values = context! {
            root,
            icon => &self.icon,
            reload => self.options.reload,
            source => &self.source,
            languages => self.others(language, place),
            alternates => discovery::alternates(&self.address, self.languages, discovery::ABOUT),
        };
        ABOUT.render(&language.source, values)
    }

    /// The page that writes snippets.
    fn builder(&self, language: &Language, root: &str) -> Result<String, String> {
        let (own, others): (Vec<_>, Vec<_>) = self.languages.iter().partition(|other| other.lang() == language.lang());
        let choice = |language: &Language| {
            let site = &language.texts.site;
            context! {
                lang => language.lang(),
                home => language.home(),
                link => &site.builder.link,
                frame => &site.builder.frame_title,
                name => &site.page.language,
            }
        };
        let values = context! {
            site => self.address.whole(&language.home(), SOMEWHERE),
            root => root,
            icon => &self.icon,
            reload => self.options.reload,
            languages => own.into_iter().chain(others).map(choice).collect::<Value>(),
        };
        BUILDER.render(&language.source, values)
    }
}

/// What is said of a link to a picture with this profile, whoever's it is.
struct Preview {
    slug: &'static str,
    title: String,
    description: String,
    alt: String,
    card: Card,
}

impl Preview {
    fn of(texts: &Texts, profile: Option<Profile>) -> Preview {
        let words = &texts.site.preview;
        let card = card(texts, profile);
        let values = [("question", &*card.question), ("note", &*card.note)];
        let Some(profile) = profile else {
            return Preview {
                slug: ANY,
                title: words.any.title.clone(),
                description: words.any.description.clone(),
                alt: fill(&words.any.alt, &values),
                card,
            };
        };
        let named = texts.quiz.profile(profile);
        let line = |line: &Line| fill(&words.alt_line, &[("line", &line.name), ("band", &line.words.join(" "))]);
        let lines = card.lines.each_ref().map(line).join(" ");
        let [question, note] = values;
        Preview {
            slug: profile.slug(),
            title: fill(&words.title, &[("name", &named.name)]),
            description: fill(&words.description, &[("line", &named.line)]),
            alt: fill(&words.alt, &[question, ("name", &named.name), ("lines", &lines), note]),
            card,
        }
    }

    /// Its folder in the site.
    fn path(&self, lang: &str) -> String {
        format!("r/{lang}/{}/", self.slug)
    }
}

/// The card of a picture with this profile, or of the quiz itself.
fn card(texts: &Texts, profile: Option<Profile>) -> Card {
    let (quiz, site) = (&texts.quiz, &texts.site);
    Card {
        question: site.page.heading.clone(),
        name: profile.map(|profile| quiz.profile(profile).name.clone()),
        lines: Scale::ALL.map(|scale| line(texts, scale, profile.map_or(&[], |profile| profile.bands(scale)))),
        note: site.preview.note.clone(),
        mark: quiz.name.clone(),
        right_to_left: quiz.dir == "rtl",
    }
}

/// A line of a card, with what is known of it: `bands` is where it can lie.
fn line(texts: &Texts, scale: Scale, bands: &[Band]) -> Line {
    let words = &texts.site.preview;
    // Trust is drawn the other way round.
    let mut drawn: Vec<(usize, &str)> = bands.iter().map(|band| (band.index(), &**texts.quiz.band(scale, *band))).collect();
    if scale == Scale::Trust {
        drawn = drawn.into_iter().rev().map(|(index, word)| (2 - index, word)).collect();
    }
    let said = match drawn[..] {
        [(_, word)] => vec![word.to_owned()],
        [(_, first), (_, second)] => vec![fill(&words.or, &[("band", first)]), second.to_owned()],
        [_, _, _] => vec![words.anywhere.clone()],
        _ => Vec::new(),
    };
    let bands = drawn.first().map_or(0, |(first, _)| *first)..drawn.last().map_or(0, |(last, _)| last + 1);
    Line { name: texts.quiz.scale(scale).name.clone(), bands, words: said }
}
