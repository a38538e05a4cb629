//! The component.

use web_sys::Element;
use yew::prelude::*;

use super::{Outcome, Progress, Share, ShareRequest, Start, Theme, inside::Inside};
use crate::content::Messages;

/// What [`Quiz`] takes. All of it may be left out, and may change at any time; but under which `hash_key` links open is settled
/// by the first render.
#[derive(Clone, PartialEq, Properties)]
pub struct QuizProps {
    /// The texts of another language than English: a `content.xx.txt` that the site is built with, as [`Messages::read`] gives
    /// it. Without the feature `english` it must be given.
    #[cfg_attr(feature = "english", prop_or_else(super::english))]
    pub words: Messages,
    /// Which colours it takes.
    #[prop_or_default]
    pub theme: Theme,
    /// Where it begins.
    #[prop_or_default]
    pub start: Start,
    /// Whether answers are kept in the browser.
    #[prop_or(true)]
    pub persist: bool,
    /// Where a shared link leads.
    #[prop_or_default]
    pub share: Share,
    /// The field of the fragment that holds a shared picture: letters, digits, `_` and `-`; `exhale` otherwise. A link opens in
    /// every quiz on the page that has this key.
    #[prop_or_default]
    pub hash_key: Option<AttrValue>,
    /// The level of its headings, 2–6; those in sections are one deeper.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Where one local line to turn to leads, in the safety note: an `https:`, `http:` or `tel:` address.
    #[prop_or_default]
    pub help_href: Option<AttrValue>,
    /// What that line is called.
    #[prop_or_default]
    pub help_label: Option<AttrValue>,
    /// The accessible name of the quiz.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Classes of the element it stands in: for `--exhale-…` properties and `::part(…)`.
    #[prop_or_default]
    pub class: Classes,
    /// What shows in its place until it is there: in a page from a server, and without scripts.
    #[prop_or_default]
    pub children: Html,
    /// A first answer is given, or a kept run is taken up.
    #[prop_or_default]
    pub on_start: Option<Callback<()>>,
    /// Another statement shows.
    #[prop_or_default]
    pub on_progress: Option<Callback<Progress>>,
    /// A sketch or a result shows.
    #[prop_or_default]
    pub on_complete: Option<Callback<Outcome>>,
    /// The taker asks for a link to be shared. Say `true` if your app does that itself.
    #[prop_or_default]
    pub on_share: Option<Callback<ShareRequest, bool>>,
    /// The quiz is back at its beginning.
    #[prop_or_default]
    pub on_reset: Option<Callback<()>>,
}

/// The quiz, for another Yew app.
///
/// ```
/// use exhale::{Outcome, Quiz, Theme};
/// use yew::prelude::*;
///
/// #[component]
/// fn App() -> Html {
///     let link = use_state(|| None);
///     let on_complete = {
///         let link = link.clone();
///         move |outcome: Outcome| link.set(outcome.share_url)
///     };
///     html! {
///         <>
///             <Quiz theme={Theme::Dark} heading_level=3 {on_complete}>
///                 <p>{ "The quiz needs a browser with scripts." }</p>
///             </Quiz>
///             if let Some(link) = &*link {
///                 <a href={link.clone()}>{ "Your picture" }</a>
///             }
///         </>
///     }
/// }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// #     let page = yew::LocalServerRenderer::<App>::new().hydratable(false).render().await;
/// #     assert_eq!(page, r#"<div theme="dark"><p>The quiz needs a browser with scripts.</p></div>"#);
/// # }
/// ```
///
/// It renders a `<div>` with a shadow root, of which a server renders the `<div>` alone.
pub struct Quiz {
    host: NodeRef,
    inside: Option<Inside>,
}

impl Component for Quiz {
    type Message = ();
    type Properties = QuizProps;

    fn create(_: &Context<Quiz>) -> Quiz {
        Quiz { host: NodeRef::default(), inside: None }
    }

    fn changed(&mut self, context: &Context<Quiz>, _: &QuizProps) -> bool {
        if let Some(inside) = &mut self.inside {
            inside.update(context.props());
        }
        true
    }

    fn view(&self, context: &Context<Quiz>) -> Html {
        let QuizProps { class, theme, children, .. } = context.props();
        html! { <div ref={&self.host} class={class.clone()} theme={*theme}>{ children.clone() }</div> }
    }

    fn rendered(&mut self, context: &Context<Quiz>, first: bool) {
        if first && let Some(host) = self.host.cast::<Element>() {
            self.inside = Some(Inside::new(&host, context.props()));
        }
    }

    fn destroy(&mut self, _: &Context<Quiz>) {
        if let Some(inside) = self.inside.take() {
            inside.end();
        }
    }
}
