//! What is said when the WebAssembly has stopped. It is there all the time, hidden: then nothing here runs any more, and
//! `embed.js` only has to show it.

use yew::prelude::*;

use crate::context::QuizContext;

/// The notice.
pub fn crash_notice(quiz: &QuizContext) -> Html {
    let (messages, state) = (&quiz.messages().trouble, &quiz.state);
    let is_stored = state.is_persisted && state.can_store == Some(true);
    html! {
        <div class="note" part="error" role="alert" hidden=true>
            { quiz.paragraph(messages.text) }
            { quiz.paragraph(if is_stored { messages.kept } else { messages.again }) }
            <p class="moves">
                <button class="btn" type="button">{ quiz.text(messages.reload) }</button>
                <a class="btn" data-look="quiet" href="">{ quiz.text(messages.paper) }</a>
            </p>
        </div>
    }
}
