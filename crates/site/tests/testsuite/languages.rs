//! What holds for every content file, and for the pages made from it: `content/*.toml`, `site pages`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use exhale_content::compile::{Language, parse};
use exhale_content::with_digits;
use exhale_quiz::{Answer, Answers, Form, INSTRUMENT, Position, Reason, Scale, Scores};
use exhale_test_support::languages::languages;
use exhale_test_support::page;
use exhale_test_support::{project, read};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use serde_json::Value;

/// Every content file, by its language.
fn sources() -> BTreeMap<String, String> {
    let read = |lang: String| (lang.clone(), read(&format!("content/{lang}.toml")));
    languages().into_iter().map(read).collect()
}

fn contents() -> BTreeMap<String, Language> {
    let parsed = |(lang, source): (String, String)| {
        let content = parse(&source).unwrap_or_else(|mistake| panic!("content/{lang}.toml: {mistake}"));
        (lang, content)
    };
    sources().into_iter().map(parsed).collect()
}

/// Every text of a content file with its key.
fn texts(source: &str) -> Vec<(String, String)> {
    fn walk(key: &str, value: &toml::Value, out: &mut Vec<(String, String)>) {
        match value {
            toml::Value::Table(table) => table.iter().for_each(|(name, value)| walk(&format!("{key}.{name}"), value, out)),
            toml::Value::Array(all) => {
                all.iter().enumerate().for_each(|(index, value)| walk(&format!("{key}[{index}]"), value, out));
            }
            value => out.push((key.to_owned(), value.as_str().expect("only texts").to_owned())),
        }
    }
    let mut out = Vec::new();
    walk("", &toml::Value::Table(source.parse().unwrap()), &mut out);
    out
}

/// Lower-case words. The joiner in the middle of a Persian word is no letter: it parts them.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words that the statements of a translation do without, as those in English do (`docs/instrument.md`, 3.1): negations and
/// absolutes, and words that say which sex somebody has or that there are children.
const REFUSED: &[(&str, &str)] = &[
    (
        "es",
        "no nunca jamás nada nadie ningún ninguno ninguna ni tampoco siempre todo toda todos todas cada sin \
         él ella hombre mujer marido esposo esposa novio novia señor señora hijo hija hijos hijas niño niña niños niñas \
         cansado cansada solo sola seguro segura tenso tensa tranquilo tranquila preocupado preocupada juntos juntas ambos ambas",
    ),
    (
        "fa",
        "نه هیچ هرگز همیشه همه هر بدون نیست نیستم نیستیم ندارم ندارد نمی نکنم نباشد نشود \
         زن مرد شوهر همسر خانم آقا پسر دختر پدر مادر بچه فرزند",
    ),
];

#[test]
fn the_languages_are_those_that_the_docs_name() {
    let docs = read("docs/embedding.md");
    let row = docs.lines().find(|line| line.starts_with("| `lang` |")).expect("a row for lang");
    let named: Vec<&str> = row.split('|').nth(2).unwrap().split('`').skip(1).step_by(2).collect();
    assert_eq!(contents().into_keys().collect::<Vec<_>>(), named, "the row of lang in docs/embedding.md names the languages");
    for content in contents().values() {
        assert_eq!(content.quiz.name, "Exhale");
        assert_eq!(content.quiz.safety.leave_href, "https://www.wikipedia.org/");
    }
}

#[test]
fn no_two_texts_of_a_list_are_alike_and_nothing_was_left_in_english() {
    let all = contents();
    let english: BTreeMap<String, String> = texts(&sources()["en"]).into_iter().collect();
    for (lang, content) in &all {
        let mut items = content.quiz.items.to_vec();
        items.sort_unstable();
        items.dedup();
        assert_eq!(items.len(), 30, "{lang}");
        let mut options = content.quiz.statement.options.to_vec();
        options.dedup();
        assert_eq!(options.len(), 5, "{lang}");
        if lang == "en" {
            continue;
        }
        // Names and signs are the same everywhere, and a few words of one language are those of another.
        let alike = texts(&sources()[lang]).into_iter().filter(|(key, text)| english[key] == *text && text.contains(' '));
        let alike: Vec<String> = alike.map(|(key, _)| key).collect();
        assert!(
            alike.iter().all(|key| [".result.value", ".result.quote", ".both.chart", ".preview.alt-line"].contains(&&**key)),
            "{lang}: still in English: {alike:?}"
        );
    }
}

#[test]
fn the_statements_of_a_translation_keep_the_rules_of_the_original() {
    for (lang, content) in contents().iter().filter(|(lang, _)| *lang != "en") {
        let (_, refused) =
            REFUSED.iter().find(|(of, _)| of == lang).unwrap_or_else(|| panic!("{lang}: name its words in REFUSED"));
        let refused: Vec<&str> = refused.split_whitespace().collect();
        for item in &content.quiz.items {
            assert!(item.split_whitespace().count() <= 18, "{lang}: {item}");
            let found: Vec<String> = words(item).into_iter().filter(|word| refused.contains(&&**word)).collect();
            assert!(found.is_empty(), "{lang}: {found:?} in {item}");
        }
    }
    // The check finds what it looks for.
    assert!(words("Lo hago yo, no mi pareja.").contains(&"no".to_owned()));
    assert!(words("این کار را نمی‌کنم.").contains(&"نمی".to_owned()));
}

#[test]
fn spanish_gives_neither_the_taker_nor_the_partner_a_sex() {
    // Forms in -o or -a of what the texts might say of a person.
    let refused = "cansado cansada tenso tensa tranquilo tranquila preocupado preocupada juntos juntas enamorado enamorada \
                   él marido esposo esposa novio novia bienvenido bienvenida agotado agotada lectores lectoras";
    let refused: Vec<&str> = refused.split_whitespace().collect();
    for (key, text) in texts(&sources()["es"]) {
        let found: Vec<String> = words(&text).into_iter().filter(|word| refused.contains(&&**word)).collect();
        assert!(found.is_empty(), "{key}: {found:?} in {text}");
        assert!(!text.contains("o/a") && !text.contains('@') && !text.contains("(a)"), "{key}: {text}");
    }
}

#[test]
fn persian_is_written_with_its_own_letters_and_marks() {
    for (key, text) in texts(&sources()["fa"]) {
        for wrong in ['\u{64a}', '\u{643}', '“', '”', '?', ';'] {
            assert!(!text.contains(wrong), "{key}: {wrong} in {text}");
        }
        // One way to write numbers, that of the numbers which the quiz fills in. Latin words keep theirs.
        let is_foreign = |letter: char| ('٠'..='٩').contains(&letter) || letter.is_ascii_digit();
        let is_latin = ["Apache 2.0", "#", "tel:"].iter().any(|word| text.contains(word));
        assert!(is_latin || key == ".numbers" || !text.contains(is_foreign), "{key}: {text}");
    }
}

/// Sums run from left to right in every language: among words that run the other way they are set apart, by U+2066 and U+2069.
#[test]
fn sums_among_words_that_run_the_other_way_are_set_apart() {
    let mut checked = 0;
    for (lang, content) in contents() {
        for (key, text) in texts(&sources()[&lang]) {
            let marks = |mark| text.matches(mark).count();
            assert_eq!(marks('\u{2066}'), marks('\u{2069}'), "{lang}{key}");
            if content.quiz.dir == "ltr" {
                assert_eq!(marks('\u{2066}'), 0, "{lang}{key}");
                continue;
            }
            let mut apart = false;
            let mut before = None;
            for letter in text.chars() {
                match letter {
                    '\u{2066}' => apart = true,
                    '\u{2069}' => apart = false,
                    // A sum that begins with a word runs the way of its words, and so do its signs.
                    '=' | '±' | '−' if before.is_some_and(|last: char| last.is_numeric() || last == '}') => {
                        assert!(apart, "{lang}{key}: {text}");
                        checked += 1;
                    }
                    _ => {}
                }
                if letter != ' ' {
                    before = Some(letter);
                }
            }
        }
    }
    assert!(checked >= 10, "{checked}");
}

#[test]
fn the_worked_example_is_worked_out_right() {
    // Statements 9, 20 and 29 as the example answers them; the other reasons of the line so that they have its numbers.
    let given = [(9, 4), (20, 5), (29, 3)];
    let sheet = given
        .into_iter()
        .fold(Answers::NONE, |sheet, (place, value)| sheet.with(Position::new(place).unwrap(), Answer::new(value)));
    let reason = Reason::new(1).unwrap();
    let score = Scores::of(&INSTRUMENT, Form::Full, &sheet).reason(reason).unwrap();
    assert_eq!((score.answered, score.sixths), (3, 14));
    assert_eq!(reason.scale(), Scale::Control);
    assert_eq!((14 + 10 + 8, 3 * 24, (32.0_f64 / 72.0 * 100.0).round()), (32, 72, 44.0));
    assert_eq!(reason.scale().reasons().count(), 3);
    for (lang, content) in contents() {
        let example = &content.site.page.about.example;
        let options = &content.quiz.statement.options;
        for text in [&options[3], &options[4], &options[2], &content.quiz.reason(reason).name] {
            assert!(example.contains(text.as_str()), "{lang}: no {text}");
        }
        for text in ["9", "20", "29", "7 ÷ 3 × 6 = 14", "10", "8", "32 ÷ 72 × 100 = 44"] {
            let text = with_digits(text, &content.quiz.numbers);
            assert!(example.contains(&text), "{lang}: no {text}");
        }
    }
}

const SITE: &str = "https://quiz.example/exhale/";

fn written(name: &str, address: &str, source: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    let run = command
        .arg("pages")
        .arg(&folder)
        .arg("no-cards")
        .current_dir(project(""))
        .env("EXHALE_SITE_URL", address)
        .env("EXHALE_SOURCE_URL", source)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    folder
}

fn home(lang: &str) -> String {
    if lang == "en" { String::new() } else { format!("{lang}/") }
}

#[test]
fn each_language_has_its_own_pages_with_links_to_the_others() {
    let site = written("pages", "", "");
    for (lang, content) in contents() {
        let page_of = |file: &str| page::read(&fs::read_to_string(site.join(home(&lang)).join(file)).unwrap());
        let page = page_of("index.html");
        assert_eq!((page.the("html").attribute("lang"), page.the("html").attribute("dir")), (&*lang, &*content.quiz.dir));
        assert_eq!(page.the("title").text(), content.site.page.title);
        assert_eq!(page.the("exhale-quiz").attribute("lang"), lang);
        assert_eq!(page.the("legend").text(), content.quiz.items[0], "the first statement is there before any script");
        let links: Vec<_> = page.the("nav").all("a").iter().map(|link| (link.attribute("hreflang"), link.text())).collect();
        let others = contents().into_iter().filter(|(other, _)| *other != lang);
        let others: Vec<(String, String)> = others.map(|(other, content)| (other, content.site.page.language)).collect();
        assert_eq!(links, others.iter().map(|(lang, name)| (&**lang, name.clone())).collect::<Vec<_>>());
        for link in page.the("nav").all("a") {
            let target = site.join(home(&lang)).join(link.attribute("href")).join("index.html");
            let target = page::read(&fs::read_to_string(&target).unwrap_or_else(|error| panic!("{}: {error}", target.display())));
            assert_eq!(target.the("html").attribute("lang"), link.attribute("hreflang"));
        }
        let paper = page_of("paper.html");
        assert_eq!(paper.the("title").text(), content.site.paper.title);
        // Both pages after the statements are headed in the same way: for whoever scores it.
        let headings = [".key", ".picture"].map(|part| paper.the(part).all("h2")[0].text());
        let [key, picture] = headings.each_ref().map(|heading| heading.split_once(": ").expect("for whom, and what").0);
        assert_eq!(key, picture, "{lang}");
        let about = page_of("about.html");
        assert!(about.the(".about").text().contains(&content.site.page.about.origin));
        for link in about.the("nav").all("a") {
            let target = fs::read_to_string(site.join(home(&lang)).join(link.attribute("href"))).unwrap();
            let target = page::read(&target);
            assert_eq!(target.the("html").attribute("lang"), link.attribute("hreflang"));
            assert!(!target.all(".about").is_empty());
        }
        assert!(page_of("builder.html").the("title").text().starts_with(&content.site.builder.title));
        // Pictures lead to the same picture in the other language.
        let picture = page::read(&fs::read_to_string(site.join(format!("r/{lang}/navigator/index.html"))).unwrap());
        let link = picture.the("nav").all("a")[0];
        assert_eq!(link.attribute("href"), format!("../../../r/{}/navigator/", link.attribute("hreflang")));
        let form = picture.all("a").into_iter().find(|link| link.attribute("href").ends_with("paper.html")).unwrap();
        assert!(site.join(format!("r/{lang}/navigator")).join(form.attribute("href")).is_file());
    }
}

#[test]
fn the_map_and_the_addresses_in_other_languages_are_whole_or_not_there() {
    let site = written("map", SITE, "");
    let map = fs::read_to_string(site.join("sitemap.xml")).unwrap();
    let listed: Vec<&str> = map.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    assert_eq!(listed.len(), 4 * contents().len());
    for address in &listed {
        let file = address.strip_prefix(SITE).expect("whole");
        let file = if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
        assert!(site.join(&file).is_file(), "{file}");
    }
    assert!(fs::read_to_string(site.join("robots.txt")).unwrap().ends_with(&format!("\nSitemap: {SITE}sitemap.xml\n")));
    let pages = [("index.html", ""), ("about.html", "about.html")];
    for (lang, (file, shown)) in contents().keys().flat_map(|lang| pages.map(|page| (lang, page))) {
        let page = page::read(&fs::read_to_string(site.join(home(lang)).join(file)).unwrap());
        let links = page.all("link");
        let links = links.iter().filter(|link| !link.attribute("hreflang").is_empty());
        let links: Vec<_> =
            links.map(|link| (link.attribute("hreflang").to_owned(), link.attribute("href").to_owned())).collect();
        let mut expected: Vec<_> =
            contents().into_keys().map(|lang| (lang.clone(), format!("{SITE}{}{shown}", home(&lang)))).collect();
        expected.push(("x-default".to_owned(), format!("{SITE}{shown}")));
        assert_eq!(links, expected, "{lang}: {file}");
        let answer = fs::read_to_string(site.join(home(lang)).join("oembed.json")).unwrap();
        assert!(answer.contains(&format!("frame.html?lang={lang}")), "{answer}");
    }
    let site = written("no-map", "", "");
    assert!(!site.join("sitemap.xml").exists());
    assert_eq!(fs::read_to_string(site.join("robots.txt")).unwrap(), "User-agent: *\nDisallow:\n");
    for (file, _) in pages {
        assert!(!fs::read_to_string(site.join(file)).unwrap().contains("rel=\"alternate\""));
    }
}

/// Some servers show the index of a folder without its last slash.
#[test]
fn addresses_in_the_index_of_a_folder_lead_to_the_same_without_its_last_slash() {
    let site = written("folder", "https://quiz.example/some/quiz/", "");
    let homes = contents().into_keys().map(|lang| home(&lang));
    let pictures = contents().into_keys().map(|lang| format!("r/{lang}/picture/"));
    for folder in homes.chain(pictures) {
        let page = page::read(&fs::read_to_string(site.join(&folder).join("index.html")).unwrap());
        let elements = page.everything();
        let links = elements.iter().flat_map(|element| element.attributes()).filter(|(name, _)| ["href", "src"].contains(name));
        let links: Vec<&str> = links.map(|(_, link)| link).filter(|link| !link.is_empty() && !link.contains(':')).collect();
        assert!(links.len() > 8, "{links:?}");
        for link in links {
            let file = link.strip_prefix("/some/quiz/").unwrap_or_else(|| panic!("{folder}: {link}"));
            let file = if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
            // Style sheets and scripts are written by another command.
            assert!(file.starts_with("v1/") || file == "start.css" || site.join(&file).is_file(), "{folder}: {link}");
        }
    }
    // Where nobody says where the site will stand, at least a language that is a folder of the top level.
    let page = page::read(&fs::read_to_string(written("nowhere", "", "").join("es/index.html")).unwrap());
    assert!(page.all("a").iter().any(|link| link.attribute("href") == "../es/paper.html"));
}

#[test]
fn the_manifest_names_an_icon_of_the_size_it_says() {
    let site = written("manifest", "", "");
    let manifest: Value = serde_json::from_str(&fs::read_to_string(site.join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["start_url"], "./");
    for icon in manifest["icons"].as_array().unwrap() {
        let drawn = Pixmap::decode_png(&fs::read(site.join(icon["src"].as_str().unwrap())).unwrap()).unwrap();
        assert_eq!(icon["sizes"], format!("{}x{}", drawn.width(), drawn.height()));
        assert!(drawn.pixels().iter().all(PremultipliedColorU8::is_opaque), "phones cut its corners themselves");
    }
}

#[test]
fn the_source_is_linked_where_somebody_says_where_it_is() {
    let place = "https://code.example/exhale";
    let linked = |folder: PathBuf| {
        let page = page::read(&fs::read_to_string(folder.join("about.html")).unwrap());
        let links = page.the(".about").all("a");
        links.into_iter().filter(|link| link.attribute("href") == place).count()
    };
    assert_eq!(linked(written("source", "", place)), 1);
    let without = written("no-source", "", "");
    let page = page::read(&fs::read_to_string(without.join("about.html")).unwrap());
    assert!(page.the(".about").all("a").iter().all(|link| !link.attribute("href").is_empty()), "no link leads nowhere");
    assert_eq!(linked(without), 0);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages");
    let run = Command::new(env!("CARGO_BIN_EXE_site"))
        .arg("pages")
        .arg(folder)
        .current_dir(project(""))
        .env("EXHALE_SOURCE_URL", "code.example")
        .output();
    let run = run.unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(!run.status.success() && said.starts_with("site: EXHALE_SOURCE_URL: expected an address"), "{said}");
}

#[test]
fn a_text_of_two_lines_is_refused() {
    let source = sources()["en"].replace("\nheading = \"What makes", "\nheading = \"What\\nmakes");
    assert!(parse(&source).unwrap_err().to_string().contains("page.heading: expected one line"));
}
