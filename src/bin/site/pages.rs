//! The pages with the quiz in them, and the one for an address where there is nothing.
//!
//! What a network shows of a shared link stands in the page at its address, and the picture stands after the `#`, which no
//! network reads. So each profile has a page of its own, the same but for its card: `r/en/navigator/#exhale=…`. The picture
//! decides what is shown there; the page's name only serves the card. None has an `og:url` or a canonical link: networks
//! would take that address for the shared one, and what is after its `#` would be lost. The first page alone tells blogs how to
//! show the quiz: what stands after a `#` would not reach them.

mod card;
mod oembed;

use std::{fs, path::Path};

use card::Face;
use exhale::{
    content::{Content, fill},
    quiz::Profile,
};

use crate::{
    Language,
    address::Address,
    first, said,
    template::{Template, with_first},
};

const QUIZ: Template = Template { name: "index.html", text: include_str!("../../../index.html") };
const BUILDER: Template = Template { name: "pages/builder.html", text: include_str!("../../../pages/builder.html") };
const MISSING: Template = Template { name: "pages/404.html", text: include_str!("../../../pages/404.html") };
/// The name of the page for a picture without a profile.
const ANY: &str = "picture";
/// Each page lies three folders deep: `r/en/navigator/`.
const ROOT: &str = "../../../";

/// Where the page that writes snippets has its languages.
const LANGUAGES: &str = "<!--languages-->";
/// A language there: where a link in it leads, and what the link and the frame are called.
const LANGUAGE: Template = Template {
    name: "a language in pages/builder.html",
    text: r#"<option value="{{lang}}" data-home="{{home}}" data-link="{{builder.link}}" data-frame="{{builder.frame-title}}">{{lang}}</option>"#,
};
/// The address in the link there where nobody says where the site will stand.
const SOMEWHERE: &str = "https://quiz.example/";

/// Writes `index.html`, `r/`, `builder.html`, `robots.txt`, and `404.html` with its script; `english` is the language of the first page.
pub fn write(folder: &Path, languages: &[Language], english: &Language) -> Result<(), String> {
    let address = Address::of_the_build()?;
    for language in languages {
        let content = &language.content;
        for profile in Profile::ALL.map(Some).into_iter().chain([None]) {
            let preview = Preview::of(content, profile);
            let path = preview.path(&content.lang);
            let folder = folder.join(&path);
            fs::create_dir_all(&folder).map_err(said(&folder))?;
            let image = address.whole(&format!("{path}og.png"), "og.png");
            let page = quiz(language, &preview, [&preview.title, &preview.description], ROOT, &image, None)?;
            // What is shown there is somebody's picture: no first statement comes before it.
            let page = with_first(&page, None);
            put(&folder.join("index.html"), page)?;
            let drawn =
                card::png(&preview.face).map_err(|problem| format!("content/{}.toml: {path}: {problem}", content.lang))?;
            put(&folder.join("og.png"), drawn)?;
        }
    }
    let content = &english.content;
    let preview = Preview::of(content, None);
    let image = preview.path(&content.lang) + "og.png";
    let image = address.whole(&image, &image);
    let answer = oembed::answer(&address, content, &image);
    let discovery = answer.as_ref().map(|_| address.whole(oembed::FILE, oembed::FILE));
    let head = [&*content.page.title, &*content.page.description];
    let page = quiz(english, &preview, head, "", &image, discovery.as_deref())?;
    let page = with_first(&page, Some(&first::screen(english)?));
    if let Some(answer) = answer {
        put(&folder.join(oembed::FILE), answer)?;
    }
    put(&folder.join("index.html"), page)?;
    put(&folder.join("builder.html"), builder(languages, english, &address.whole("", SOMEWHERE))?)?;
    put(&folder.join("robots.txt"), ROBOTS)?;
    put(&folder.join("404.html"), MISSING.fill(&english.source, &[("root", address.path())])?)?;
    put(&folder.join("404.js"), include_str!("../../../pages/404.js"))
}

fn put(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), String> {
    fs::write(path, bytes).map_err(said(path))
}

/// Everything may be found but what asks for itself not to be, in its own page.
const ROBOTS: &str = "User-agent: *\nDisallow:\n";

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

/// The page that writes snippets.
fn builder(languages: &[Language], english: &Language, site: &str) -> Result<String, String> {
    let (own, others): (Vec<_>, Vec<_>) = languages.iter().partition(|language| language.content.lang == english.content.lang);
    let options = own.into_iter().chain(others).map(|language| {
        let content = &language.content;
        let page =
            if content.lang == english.content.lang { String::new() } else { Preview::of(content, None).path(&content.lang) };
        LANGUAGE.fill(&language.source, &[("home", &page)])
    });
    let page = BUILDER.fill(&english.source, &[("site", site)])?;
    Ok(page.replace(LANGUAGES, &options.collect::<Result<String, String>>()?))
}

/// The page with the quiz. `root` leads from it to the first page; `oembed` is where a blog learns how to show it.
fn quiz(
    language: &Language,
    preview: &Preview,
    head: [&str; 2],
    root: &str,
    image: &str,
    oembed: Option<&str>,
) -> Result<String, String> {
    let [width, height] = [card::SIZE.0, card::SIZE.1].map(|length| length.to_string());
    let values = [
        ("title", head[0]),
        ("description", head[1]),
        ("root", root),
        ("card.title", &*preview.title),
        ("card.description", &*preview.description),
        ("card.image", image),
        ("card.width", &*width),
        ("card.height", &*height),
        ("card.alt", &*preview.alt),
        ("oembed", oembed.unwrap_or_default()),
    ];
    let page = QUIZ.fill(&language.source, &values)?;
    // One line of the template is for Trunk, which has done what it says; one is for blogs, if they can be told.
    let stays = |line: &&str| !line.contains("data-trunk") && (oembed.is_some() || !line.contains("json+oembed"));
    // A line begins where its text does: the spaces before it are for whoever edits the template.
    Ok(page.split_inclusive('\n').filter(stays).map(str::trim_start).collect())
}
