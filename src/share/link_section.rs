//! Sharing: a link that holds the three lines, always in sight, and what it holds and does not.

use yew::prelude::*;

use super::{qr, sentence};
use crate::{
    button::{Look, button},
    content::TextId,
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
    let share = |label, method: ShareMethod| {
        button(quiz, Look::Plain, method.slug(), quiz.text(label), Intent::Run(Effect::ShareLink(method)))
    };
    let toggle = |is_on, on: TextId, off: TextId, options| {
        let label = changing(quiz.value(if is_on { on } else { off }));
        button(quiz, Look::Quiet, "share", label, Intent::Dispatch(Action::SetLinkOptions(options)))
    };
    let said = state
        .outcome
        .as_ref()
        .filter(|outcome| matches!(outcome, Outcome::LinkCopied | Outcome::LinkShared | Outcome::LinkSelected));
    html! {
        <section class="share" part="share">
            { quiz.heading(messages.title) }
            <div>
                { quiz.paragraph(messages.holds) }
                { quiz.paragraph(messages.need_not) }
            </div>
            <input
                class="text"
                part="share-link"
                dir="ltr"
                readonly=true
                aria-label={quiz.value(messages.link)}
                value={link.clone()}
                ref={&quiz.input.nodes().link_field}
            />
            <div class="moves">
                if state.host_env.can_share {
                    { share(messages.share, ShareMethod::Share) }
                }
                { share(messages.copy, ShareMethod::Copy) }
                { toggle(
                    options.reasons,
                    messages.without_reasons,
                    messages.with_reasons,
                    LinkOptions { reasons: !options.reasons, ..options },
                ) }
                { toggle(options.qr, messages.without_qr, messages.with_qr, LinkOptions { qr: !options.qr, ..options }) }
                if !quiz.props.previews.is_empty() && quiz.shows_ideas(result) {
                    { toggle(
                        options.preview,
                        messages.without_preview,
                        messages.with_preview,
                        LinkOptions { preview: !options.preview, ..options },
                    ) }
                }
            </div>
            if shows_preview(quiz, result, options) {
                <p>{ text(preview(quiz, result)) }</p>
            }
            if options.qr {
                { qr::code(quiz, &link) }
            }
            if let Some(outcome) = said {
                <p>{ changing(quiz.value(sentence(all, outcome))) }</p>
            }
        </section>
    }
}

/// What the preview card of the link shows.
fn preview(quiz: &QuizContext, result: &QuizResult) -> String {
    let messages = quiz.messages();
    let name = result.headline.map_or(messages.result.unnamed, |headline| messages.profile(headline.profile).name);
    messages.fill(messages.share.preview, &[messages.get(name)])
}
