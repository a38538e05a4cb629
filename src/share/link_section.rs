//! Sharing: a link that holds the three lines, always in sight, and what it holds and does not.

use yew::prelude::*;

use super::{qr, sentence};
use crate::{
    button::{Look, button},
    context::{QuizContext, changing, text},
    effects::Effect,
    events::ShareMethod,
    input::Intent,
    quiz::{
        QuizResult,
        link::{ShareAddress, SharePage, ShareTo, Shared},
    },
    state::{Action, LinkOptions, Outcome},
};

/// The link to a result: an address, and the scores behind a `#`, which no server sees. Empty where there is nothing to share.
pub fn share_link(quiz: &QuizContext, result: &QuizResult, options: LinkOptions) -> String {
    let shared = Shared::of(&result.scores, options.reasons).filter(|_| result.same_answer.is_none());
    let (Some(shared), Some(address)) = (shared, &quiz.state.host_env.address) else { return String::new() };
    if !shows_preview(quiz, result, options) {
        return address.link(&shared);
    }
    let lang = quiz.messages().get(quiz.messages().lang);
    let name = result.headline.map_or("picture", |headline| headline.profile.slug());
    let page = [&*quiz.props.previews, lang, "/", name, "/"].concat();
    let address = ShareAddress::new(&SharePage::default(), ShareTo::Address(&page), quiz.props.hash_key());
    address.map(|address| address.link(&shared)).unwrap_or_default()
}

/// True if the link leads to a page with a preview card, which has the name of the result in its address: not while ideas wait.
fn shows_preview(quiz: &QuizContext, result: &QuizResult, options: LinkOptions) -> bool {
    options.preview && quiz.shows_ideas(result)
}

/// The section with the link.
pub fn share_section(quiz: &QuizContext, result: &QuizResult) -> Html {
    let (all, state) = (quiz.messages(), &quiz.state);
    let messages = &all.share;
    let options = state.link_options;
    let link = AttrValue::from(share_link(quiz, result, options));
    if link.is_empty() {
        return Html::default();
    }
    let (label, method) =
        if state.host_env.can_share { (messages.share, ShareMethod::Share) } else { (messages.copy, ShareMethod::Copy) };
    let is_said = |outcome: &&Outcome| matches!(outcome, Outcome::LinkCopied | Outcome::LinkShared | Outcome::LinkSelected);
    html! {
        <section class="share" part="share">
            <h2 tabindex="-1" aria-level={quiz.level(0)} ref={&quiz.input.nodes().sharing}>{ quiz.text(messages.title) }</h2>
            { quiz.paragraph(messages.holds) }
            { quiz.paragraph(messages.need_not) }
            <div class="checks">
                { option(quiz, "with-reasons", quiz.text(messages.reasons), options.reasons, LinkOptions { reasons: !options.reasons, ..options }) }
                { (!quiz.props.previews.is_empty() && quiz.shows_ideas(result)).then(|| option(quiz, "with-name", text(named(quiz, result)), options.preview, LinkOptions { preview: !options.preview, ..options })) }
            </div>
            <div class="moves">
                { button(quiz, Look::Primary, method.slug(), quiz.text(label), Intent::Run(Effect::ShareLink(method))) }
                if let Some(outcome) = state.outcome.as_ref().filter(is_said) {
                    <p>{ changing(quiz.value(sentence(all, outcome))) }</p>
                }
            </div>
            <input
                class="text"
                part="share-link"
                dir="ltr"
                readonly=true
                aria-label={quiz.value(messages.link)}
                value={&link}
                ref={&quiz.input.nodes().link_field}
            />
            { qr::code(quiz, &link) }
        </section>
    }
}

/// Something that the link may hold besides.
fn option(quiz: &QuizContext, id: &'static str, label: Html, is_on: bool, options: LinkOptions) -> Html {
    let toggle = quiz.on_click(Intent::Dispatch(Action::SetLinkOptions(options)));
    html! {
        <p class="check">
            <input type="checkbox" {id} checked={is_on} onclick={toggle} />
            <label for={id}>{ label }</label>
        </p>
    }
}

/// That the address of the link names the picture, and so do messengers that show a card for it.
fn named(quiz: &QuizContext, result: &QuizResult) -> String {
    let messages = quiz.messages();
    let name = result.headline.map_or(messages.result.unnamed, |headline| messages.profile(headline.profile).name);
    messages.fill(messages.share.named, &[messages.get(name)])
}
