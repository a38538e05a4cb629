//! A shadow root for the quiz in another Yew app.

use gloo::events::EventListener;
use web_sys::Element;
use yew::{
    AppHandle, Renderer,
    html::{ImplicitClone, IntoPropValue},
    prelude::*,
};

use crate::{
    app::QuizWidget,
    browser::{page, shadow},
    props::QuizProps,
    style,
};

/// What [`QuizHost`] takes.
#[derive(Clone, PartialEq, Properties)]
pub struct QuizHostProps {
    /// What the quiz takes: `yew::props!(QuizProps { … })`.
    #[cfg_attr(feature = "english", prop_or_else(|| yew::props!(QuizProps {})))]
    pub quiz: QuizProps,
    /// The colours of the quiz.
    #[prop_or_default]
    pub theme: Theme,
    /// Classes of the element that the quiz stands in: for `--exhale-…` properties and `::part(…)`.
    #[prop_or_default]
    pub class: Classes,
    /// What shows in its place until it is there: in a page from a server, and without scripts.
    #[prop_or_default]
    pub children: Html,
}

/// The colours of the quiz.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark, as the device is set.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// The text and background of the page around.
    Inherit,
}

impl ImplicitClone for Theme {}

impl IntoPropValue<Option<AttrValue>> for Theme {
    /// The attribute that the style sheet reads.
    fn into_prop_value(self) -> Option<AttrValue> {
        let name = match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Inherit => "inherit",
        };
        Some(name.into())
    }
}

/// The quiz in a shadow root, for another Yew app: the styles of neither affect the other.
///
/// ```
/// use exhale::{QuizEvent, QuizHost, QuizProps, Theme};
/// use yew::{prelude::*, props};
///
/// #[component]
/// fn App() -> Html {
///     let link = use_state(|| None);
///     let on_event = {
///         let link = link.clone();
///         move |event| {
///             if let QuizEvent::Complete(summary) = event {
///                 link.set(summary.share_url);
///             }
///             false
///         }
///     };
///     let quiz = props!(QuizProps { heading_level: 3, on_event });
///     html! {
///         <>
///             <QuizHost {quiz} theme={Theme::Dark}>
///                 <p>{ "The quiz needs a browser with scripts." }</p>
///             </QuizHost>
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
/// It renders a `<div>` with a shadow root, of which a server renders the `<div>` alone. In the shadow root is a [`QuizWidget`], as a
/// Yew app of its own: in a portal its events would go on to the handlers of the components around it, hotkeys among them, and Yew
/// would keep the element around the portal after it is gone.
pub struct QuizHost {
    host: NodeRef,
    mounted: Option<Mounted>,
}

struct Mounted {
    root: Element,
    app: AppHandle<QuizWidget>,
    _keys: [EventListener; 3],
}

impl Component for QuizHost {
    type Message = ();
    type Properties = QuizHostProps;

    fn create(_: &Context<QuizHost>) -> QuizHost {
        QuizHost { host: NodeRef::default(), mounted: None }
    }

    fn changed(&mut self, context: &Context<QuizHost>, _: &QuizHostProps) -> bool {
        if let Some(mounted) = &mut self.mounted {
            mounted.app.update(context.props().quiz.clone());
        }
        true
    }

    fn view(&self, context: &Context<QuizHost>) -> Html {
        let QuizHostProps { class, theme, children, .. } = context.props();
        html! { <div ref={&self.host} class={class.clone()} theme={*theme}>{ children.clone() }</div> }
    }

    fn rendered(&mut self, context: &Context<QuizHost>, first: bool) {
        if first
            && let Some(host) = page::element(&self.host)
            // Where the browser refuses, what shows in its place stays.
            && let Ok(root) = shadow::attach(&host, style::SHEET)
        {
            let app = Renderer::<QuizWidget>::with_root_and_props(root.clone(), context.props().quiz.clone()).render();
            let keys = shadow::stop_keys(&root);
            self.mounted = Some(Mounted { root, app, _keys: keys });
        }
    }

    fn destroy(&mut self, _: &Context<QuizHost>) {
        if let Some(mounted) = self.mounted.take() {
            mounted.app.destroy();
            // Yew keeps the element that an app was mounted into for good, and with it whatever that stands in.
            mounted.root.remove();
        }
    }
}
