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
mod found;
mod oembed;

use std::{fs, path::Path};

use card::Face;
use exhale::{
    content::{Content, fill},
    quiz::Profile,
};

use crate::{
    ENGLISH, Language,
    address::Address,
    english, first, icon, paper, said,
    template::{Template, with_first},
};

const QUIZ: Template = Template { name: "index.html", text: include_str!("../../../index.html") };
const BUILDER: Template = Template { name: "pages/builder.html", text: include_str!("../../../pages/builder.html") };
const MISSING: Template = Template { name: "pages/404.html", text: include_str!("../../../pages/404.html") };
/// The name of the page for a picture without a profile.
const ANY: &str = "picture";
/// Each page lies three folders deep: `r/en/navigator/`.
const ROOT: &str = "../../../";

/// Where a page has its languages: links to itself in the others, or, in the page that writes snippets, what can be chosen.
const LANGUAGES: &str = "<!-- languages -->";
/// The same page in another language.
const LINK: Template = Template {
    name: "a language in index.html",
    text: r#"<a href="{{address}}" hreflang="{{lang}}" lang="{{lang}}">{{page.language}}</a> "#,
};
/// A language to choose: where a link in it leads, and what the link and the frame are called.
const CHOICE: Template = Template {
    name: "a language in pages/builder.html",
    text: r#"<option value="{{lang}}" data-home="{{home}}" data-link="{{builder.link}}" data-frame="{{builder.frame-title}}">{{page.language}}</option>"#,
};
/// The address in the link there where nobody says where the site will stand.
const SOMEWHERE: &str = "https://quiz.example/";

/// Writes `index.html`, `paper.html` and `builder.html` in each language, `r/`, `robots.txt`, what is found by name, and `404.html`
/// with its script.
pub fn write(folder: &Path, languages: &[Language]) -> Result<(), String> {
    let site = Site { address: Address::of_the_build()?, source: found::source()?, icon: icon::inline(), languages };
    for language in languages {
        for profile in Profile::ALL.map(Some).into_iter().chain([None]) {
            site.preview(folder, language, profile)?;
        }
        site.home(folder, language)?;
    }
    let english = english(languages)?;
    put(folder, "icon.png", icon::png()?)?;
    put(folder, found::MANIFEST, found::manifest(&english.content))?;
    put(folder, "robots.txt", found::robots(&site.address))?;
    if let Some(map) = found::map(&site.address, languages) {
        put(folder, found::MAP, map)?;
    }
    put(folder, "404.html", MISSING.fill(&english.source, &[("root", site.address.path()), ("icon", &site.icon)])?)?;
    put(folder, "404.js", include_str!("../../../pages/404.js"))
}

/// What the pages have in common.
struct Site<'a> {
    address: Address,
    /// Where its source is, if whoever builds it says so.
    source: Option<String>,
    icon: String,
    languages: &'a [Language],
}

impl Site<'_> {
    /// The page and the card of a picture with this profile.
    fn preview(&self, folder: &Path, language: &Language, profile: Option<Profile>) -> Result<(), String> {
        let preview = Preview::of(&language.content, profile);
        let path = preview.path(&language.content.lang);
        let image = self.address.whole(&format!("{path}og.png"), "og.png");
        let place = |other: &Language| format!("../../{}", preview.path(&other.content.lang).trim_start_matches("r/"));
        let page = self.quiz(language, &preview, ROOT, &image, None, place)?;
        // What is shown there is somebody's picture: no first statement comes before it.
        put(folder, &format!("{path}index.html"), with_first(&page, None))?;
        let drawn =
            card::png(&preview.face).map_err(|problem| format!("content/{}.toml: {path}: {problem}", language.content.lang))?;
        put(folder, &format!("{path}og.png"), drawn)
    }

    /// The first page of a language, and what leads on from it.
    fn home(&self, folder: &Path, language: &Language) -> Result<(), String> {
        let content = &language.content;
        let home = home(&content.lang);
        let root = "../".repeat(home.matches('/').count());
        // The card of any picture, under the words of the page itself.
        let page = &content.page;
        let preview = Preview { title: page.title.clone(), description: page.description.clone(), ..Preview::of(content, None) };
        let image = preview.path(&content.lang) + "og.png";
        let image = self.address.whole(&image, &(root.clone() + &image));
        let answer = oembed::answer(&self.address, content, &home, &image);
        let file = format!("{home}{}", oembed::FILE);
        let discovery = answer.as_ref().map(|_| self.address.whole(&file, oembed::FILE));
        let place = |other: &Language| match self::home(&other.content.lang) {
            first if first.is_empty() && root.is_empty() => "./".to_owned(),
            other => root.clone() + &other,
        };
        let page = self.quiz(language, &preview, &root, &image, discovery.as_deref(), place)?;
        put(folder, &format!("{home}index.html"), with_first(&page, Some(&first::screen(language)?)))?;
        if let Some(answer) = answer {
            put(folder, &file, answer)?;
        }
        put(folder, &format!("{home}paper.html"), paper::page(content, &root))?;
        put(folder, &format!("{home}builder.html"), self.builder(language, &root)?)
    }

    /// The page with the quiz. `root` leads from it to the first page of the site, `place` to the same page in another language;
    /// `oembed` is where a blog learns how to show it.
    fn quiz(
        &self,
        language: &Language,
        preview: &Preview,
        root: &str,
        image: &str,
        oembed: Option<&str>,
        place: impl Fn(&Language) -> String,
    ) -> Result<String, String> {
        let content = &language.content;
        let [width, height] = [card::SIZE.0, card::SIZE.1].map(|length| length.to_string());
        let values = [
            ("title", &*preview.title),
            ("description", &*preview.description),
            ("root", root),
            // The page of a picture leads to the first pages of its own language; a first page stands among them.
            ("home", &*if root == ROOT { root.to_owned() + &home(&content.lang) } else { String::new() }),
            ("icon", &*self.icon),
            ("source", self.source.as_deref().unwrap_or_default()),
            ("card.image", image),
            ("card.width", &*width),
            ("card.height", &*height),
            ("card.alt", &*preview.alt),
            ("oembed", oembed.unwrap_or_default()),
        ];
        let page = QUIZ.fill(&language.source, &values)?;
        let others = self.languages.iter().filter(|other| other.content.lang != content.lang);
        let links = others.map(|other| LINK.fill(&other.source, &[("address", &place(other))]));
        let page = page.replace(LANGUAGES, links.collect::<Result<String, String>>()?.trim_end());
        let alternates = oembed.map(|_| found::alternates(&self.address, self.languages));
        let page = page.replace(found::ALTERNATES, &alternates.unwrap_or_default());
        // One line of the template is for Trunk, which has done what it says; one is for blogs, if they can be told; and one leads
        // to the source, if it is known where that is.
        let stays = |line: &&str| {
            !line.contains("data-trunk")
                && (oembed.is_some() || !line.contains("json+oembed"))
                && !line.contains("<a href=\"\">")
                && !line.trim().is_empty()
        };
        // A line begins where its text does: the spaces before it are for whoever edits the template.
        Ok(page.split_inclusive('\n').filter(stays).map(str::trim_start).collect())
    }

    /// The page that writes snippets.
    fn builder(&self, language: &Language, root: &str) -> Result<String, String> {
        let (own, others): (Vec<_>, Vec<_>) =
            self.languages.iter().partition(|other| other.content.lang == language.content.lang);
        let choices = own
            .into_iter()
            .chain(others)
            .map(|language| CHOICE.fill(&language.source, &[("home", &home(&language.content.lang))]));
        let site = self.address.whole(&home(&language.content.lang), SOMEWHERE);
        let page = BUILDER.fill(&language.source, &[("site", &*site), ("root", root), ("icon", &self.icon)])?;
        Ok(page.replace(LANGUAGES, &choices.collect::<Result<String, String>>()?))
    }
}

/// The folder of a language's first pages in the site: empty for English.
pub fn home(lang: &str) -> String {
    if lang == ENGLISH { String::new() } else { format!("{lang}/") }
}

/// Writes a file of the site, and the folder it is in.
fn put(site: &Path, file: &str, bytes: impl AsRef<[u8]>) -> Result<(), String> {
    let path = site.join(file);
    let folder = path.parent().unwrap_or(site);
    fs::create_dir_all(folder).map_err(said(folder))?;
    fs::write(&path, bytes).map_err(said(&path))
}

/// What is said of a link to a picture with this profile, whoever's it is.
struct Preview {
    slug: &'static str,
    title: String,
    description: String,
    alt: String,
    face: Face,
}

impl Preview {
    fn of(content: &Content<String>, profile: Option<Profile>) -> Preview {
        let (words, any) = (&content.preview, &content.preview.any);
        let face = |whose: &str, name: &str, line: String, note: &str| Face {
            mark: content.name.clone(),
            whose: whose.to_owned(),
            name: name.to_owned(),
            line,
            note: note.to_owned(),
            right_to_left: content.dir == "rtl",
        };
        let Some(profile) = profile else {
            return Preview {
                slug: ANY,
                title: any.title.clone(),
                description: any.description.clone(),
                alt: any.alt.clone(),
                face: face(&any.whose, &any.name, any.line.clone(), &any.note),
            };
        };
        let texts = content.profile(profile);
        let values = [("name", &*texts.name), ("line", &*texts.line)];
        Preview {
            slug: profile.slug(),
            title: fill(&words.title, &values),
            description: fill(&words.description, &values),
            alt: fill(&words.alt, &values),
            face: face(&words.whose, &texts.name, fill(&words.line, &values), &words.note),
        }
    }

    /// Its folder in the site.
    fn path(&self, lang: &str) -> String {
        format!("r/{lang}/{}/", self.slug)
    }
}
