//! Sharing: a link that holds the three lines, always in sight, and what it holds and does not.

use super::{
    ask::Ask,
    hands::Then,
    keeping::sentence,
    markup::{Look, Markup, tag},
    qr,
    settings::{Setting, Settings},
    state::{Sharing, State, Told},
    view::View,
};
use crate::{
    content::Messages,
    quiz::{Picture, link::Shared},
};

/// The link to a result: the page it stands on, and the scores behind a `#`, which no server sees. Empty where there is
/// nothing to share.
pub fn link(words: Messages, settings: &Settings, state: &State, picture: &Picture) -> String {
    linked(words, settings, state, picture, state.sharing)
}

/// The link as it is before the person has chosen anything for it: what the page is told.
pub fn plain_link(words: Messages, settings: &Settings, state: &State, picture: &Picture) -> String {
    linked(words, settings, state, picture, Sharing::default())
}

fn linked(words: Messages, settings: &Settings, state: &State, picture: &Picture, sharing: Sharing) -> String {
    let (mut page, previews) = (&*state.here.address, settings.get(Setting::Previews));
    let shared = Shared::of(&picture.scores, sharing.reasons).filter(|_| !picture.same_answer && !page.is_empty());
    let Some(shared) = shared else { return String::new() };
    let (mut lang, mut name, mut slash) = ("", "", "");
    if sharing.preview {
        page = previews;
        lang = words.get(words.lang);
        name = picture.headline.map_or("picture", |headline| headline.profile.slug());
        slash = "/";
    } else if settings.get(Setting::Share).is_empty() && !previews.is_empty() && page.starts_with(previews) {
        // The address of a page with a preview card names somebody's picture: our own page is the folder above `r/`.
        page = &previews[..previews.len().saturating_sub(2)];
    }
    [page, lang, slash, name, slash, "#", settings.field(), "=", &String::from(shared)].concat()
}

pub fn section(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let (words, state) = (&view.words.share, view.state);
    let link = link(view.words, view.settings, state, picture);
    if link.is_empty() {
        return;
    }
    out.open(tag!["section", "class" = "share", "part" = "share"]);
    out.key("share");
    out.h2(words.title);
    out.open("div");
    out.key("text");
    out.p(words.holds);
    out.p(words.need_not);
    out.close();
    let tag = tag!["input", "class" = "text", "part" = "share-link", "dir" = "ltr", "readonly" = "", "aria-label" = "{0}"];
    out.open_filled(tag, &[view.words.get(words.link)]);
    out.key("link");
    out.value(link.clone());
    out.found_by(view.hands.link());
    out.close();
    out.open(tag!["div", "class" = "moves"]);
    out.key("moves");
    if state.here.can_share {
        out.button(Look::Plain, "share", words.share, Then::Ask(Ask::ShareLink));
    }
    out.button(Look::Plain, "copy", words.copy, Then::Ask(Ask::CopyLink));
    let label = if state.sharing.reasons { words.without_reasons } else { words.with_reasons };
    out.button(Look::Quiet, "share", label, Then::Share(Sharing { reasons: !state.sharing.reasons, ..state.sharing }));
    let label = if state.sharing.qr { words.without_qr } else { words.with_qr };
    out.button(Look::Quiet, "share", label, Then::Share(Sharing { qr: !state.sharing.qr, ..state.sharing }));
    if !view.settings.get(Setting::Previews).is_empty() {
        let label = if state.sharing.preview { words.without_preview } else { words.with_preview };
        out.button(Look::Quiet, "share", label, Then::Share(Sharing { preview: !state.sharing.preview, ..state.sharing }));
    }
    out.close();
    if state.sharing.preview {
        let name = picture.headline.map_or(view.words.result.unnamed, |headline| view.words.profile(headline.profile).name);
        out.open("p");
        out.key("preview");
        out.filled(view.words.fill(words.preview, &[view.words.get(name)]));
        out.close();
    }
    if state.sharing.qr {
        qr::draw(out, &link, view.words.get(words.qr));
    }
    if let Some(told @ (Told::LinkCopied | Told::LinkShared | Told::LinkSelected)) = &state.told {
        out.open("p");
        out.key("told");
        out.text(sentence(view.words, told));
        out.close();
    }
    out.close();
}
