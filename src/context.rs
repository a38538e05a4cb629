//! What every screen draws from: the state, the props and the texts.

use std::rc::Rc;

use yew::{prelude::*, virtual_dom::VText};

use crate::{
    content::{Messages, TextId},
    events::QuizEvent,
    input::{InputHandler, Intent},
    props::QuizProps,
    quiz::{Letter, Partner, QuizResult, number},
    state::State,
};

/// What every screen draws from.
#[derive(Clone)]
pub struct QuizContext {
    /// What the app or the page has set.
    pub props: Rc<QuizProps>,
    /// Everything that changes.
    pub state: Rc<State>,
    /// Handles input.
    pub input: InputHandler,
}

impl QuizContext {
    /// The texts.
    pub fn messages(&self) -> Messages {
        self.props.messages
    }

    /// The callback for a click with this meaning.
    pub fn on_click(&self, intent: Intent) -> Callback<MouseEvent> {
        self.input.on(intent)
    }

    /// Tells the app or the page of an event. True if it does itself what would follow.
    pub fn emit(&self, event: QuizEvent) -> bool {
        self.props.on_event.as_ref().is_some_and(|on_event| on_event.emit(event))
    }

    /// True if what asks the user to do something is shown.
    pub fn shows_ideas(&self, result: &QuizResult) -> bool {
        !result.safety.ideas_wait() || self.state.ideas_open
    }

    /// What a result says to this user.
    pub fn letter(&self, result: &QuizResult) -> Letter {
        Letter::of(result, self.state.context.unwrap_or_default(), self.state.ideas_open)
    }

    /// True if the user has no partner now.
    pub fn is_alone(&self) -> bool {
        self.state.context.is_some_and(|context| context.partner == Some(Partner::NotNow))
    }

    /// The `aria-level` of a heading so many levels below the quiz's own, where that is not the level of its tag: under a host's
    /// headings the look stays the same.
    pub fn level(&self, below: u8) -> Option<AttrValue> {
        let level = self.props.heading_level();
        (level != 2).then(|| number(level + below).into())
    }

    /// The value of an attribute.
    pub fn value(&self, text: TextId) -> AttrValue {
        self.messages().get(text).into()
    }

    /// A text.
    pub fn text(&self, text: TextId) -> Html {
        self::text(self.value(text))
    }

    /// A paragraph.
    pub fn paragraph(&self, text: TextId) -> Html {
        paragraph(self.value(text))
    }

    /// A paragraph in small letters.
    pub fn small(&self, text: TextId) -> Html {
        html! { <p class="small">{ self.text(text) }</p> }
    }

    /// The paragraph that a screen begins with.
    pub fn lead(&self, text: TextId) -> Html {
        html! { <p class="lead">{ self.text(text) }</p> }
    }

    /// Words to say to somebody.
    pub fn say(&self, text: TextId) -> Html {
        html! { <p class="say">{ self.text(text) }</p> }
    }

    /// The heading of a section.
    pub fn heading(&self, text: TextId) -> Html {
        html! { <h2 aria-level={self.level(0)}>{ self.text(text) }</h2> }
    }

    /// The heading of a part of a section.
    pub fn subheading(&self, text: impl Into<AttrValue>) -> Html {
        html! { <h3 aria-level={self.level(1)}>{ self::text(text) }</h3> }
    }

    /// What is always in sight of something that unfolds.
    pub fn summary(&self, text: TextId) -> Html {
        html! { <summary>{ self.text(text) }</summary> }
    }
}

/// A text. In braces `html!` would copy it.
pub fn text(text: impl Into<AttrValue>) -> Html {
    VText::new(text).into()
}

/// A text that changes while its element stays. In an element of its own, which is replaced with it: browsers that translate a page
/// replace the text nodes that Yew would change.
pub fn changing(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    html! { <span key={&*text}>{ self::text(text.clone()) }</span> }
}

/// A paragraph.
pub fn paragraph(text: impl Into<AttrValue>) -> Html {
    html! { <p>{ self::text(text) }</p> }
}
