//! Sharing: a link that holds the three lines, always in sight, and what it holds and does not.

use super::{
    asked::Ask,
    hands::Then,
    keeping::sentence,
    markup::{Look, Markup, attributes},
    qr,
    state::{Sharing, State, Told},
    view::View,
};
use crate::{
    content::Words,
    quiz::{
        Picture,
        link::{FIELD, Shared},
    },
};

/// The link to a result: the page it stands on, and the scores behind a `#`, which no server sees. Empty where there is
/// nothing to share.
pub fn link(words: Words, state: &State, picture: &Picture) -> String {
    let shared = Shared::of(&picture.scores, state.sharing.reasons).filter(|_| !picture.same_answer);
    let Some(shared) = shared else { return String::new() };
    let payload = shared.write();
    if !state.sharing.preview {
        let here = &state.here;
        let mut page = &*here.address;
        // The address of a page with a preview card names somebody's picture: our own page is the folder above `r/`.
        if !here.previews.is_empty() && page.starts_with(&here.previews) {
            page = &here.previews[..here.previews.len().saturating_sub(2)];
        }
        return [page, "#", FIELD, "=", &payload].concat();
    }
    let name = picture.headline.map_or("picture", |headline| headline.profile.slug());
    [&*state.here.previews, words.get(words.lang), "/", name, "/#", FIELD, "=", &payload].concat()
}

pub fn section(view: &View<'_>, out: &mut Markup, picture: &Picture) {
    let (words, state) = (&view.words.share, view.state);
    let link = link(view.words, state, picture);
    if link.is_empty() {
        return;
    }
    out.open("section", attributes!["class" = "share", "part" = "share"]);
    out.key("share");
    out.h2(words.title);
    out.open("div", &[]);
    out.key("text");
    out.p(words.holds);
    out.p(words.need_not);
    out.close();
    let names = &["class", "part", "readonly", "aria-label"];
    out.open_with("input", names, vec!["text".into(), "share-link".into(), "".into(), words.link.into()]);
    out.key("link");
    out.value(link.clone());
    out.found_by(view.hands.link());
    out.close();
    out.open("div", attributes!["class" = "moves"]);
    out.key("moves");
    if state.here.can_share {
        out.button(Look::Plain, "share", words.share, Then::Ask(Ask::ShareLink));
    }
    out.button(Look::Plain, "copy", words.copy, Then::Ask(Ask::CopyLink));
    let label = if state.sharing.reasons { words.without_reasons } else { words.with_reasons };
    out.button(Look::Quiet, "share", label, Then::Share(Sharing { reasons: !state.sharing.reasons, ..state.sharing }));
    let label = if state.sharing.qr { words.without_qr } else { words.with_qr };
    out.button(Look::Quiet, "share", label, Then::Share(Sharing { qr: !state.sharing.qr, ..state.sharing }));
    if !state.here.previews.is_empty() {
        let label = if state.sharing.preview { words.without_preview } else { words.with_preview };
        out.button(Look::Quiet, "share", label, Then::Share(Sharing { preview: !state.sharing.preview, ..state.sharing }));
    }
    out.close();
    if state.sharing.preview {
        let name = picture.headline.map_or(view.words.result.unnamed, |headline| view.words.profile(headline.profile).name);
        out.open("p", &[]);
        out.key("preview");
        out.filled(view.words.fill(words.preview, &[("name", view.words.get(name))]));
        out.close();
    }
    if state.sharing.qr {
        qr::draw(out, &link, words.qr);
    }
    if let Some(told @ (Told::LinkCopied | Told::LinkShared | Told::LinkSelected)) = &state.told {
        out.open("p", &[]);
        out.key("told");
        out.text(sentence(view.words, told));
        out.close();
    }
    out.close();
}
