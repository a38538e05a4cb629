//! A link as a QR code: one path, black on white in every theme, with the white border that readers need.

use yew::prelude::*;

use crate::{context::QuizContext, qr::Code, quiz::number};

/// White modules on each side.
const BORDER: usize = 4;

/// The code; a sentence for a link that is longer than a code of ours can hold.
pub fn code(quiz: &QuizContext, link: &str) -> Html {
    let messages = &quiz.messages().share;
    let Some(code) = Code::of(link) else { return quiz.paragraph(messages.qr_too_long) };
    let size = number((code.size + 2 * BORDER) as u32);
    let mut path = String::with_capacity(8000);
    for y in 0..code.size {
        for x in 0..code.size {
            if code.is_dark(x, y) {
                for part in ["M", &number((x + BORDER) as u32), " ", &number((y + BORDER) as u32), "h1v1h-1z"] {
                    path += part;
                }
            }
        }
    }
    html! {
        <svg class="qr" part="qr" role="img" aria-label={quiz.value(messages.qr)} viewBox={["0 0 ", &size, " ", &size].concat()}>
            <rect width="100%" height="100%" fill="#fff" />
            <path d={path} fill="#000" />
        </svg>
    }
}
