//! The smallest page that does something with Yew, compiled as the quiz is: what is left of a page's costs once the quiz is taken away.

use yew::prelude::*;

#[component]
fn Counter() -> Html {
    let count = use_state(|| 0_u32);
    let onclick = {
        let count = count.clone();
        move |_| count.set(*count + 1)
    };
    html! { <button {onclick}>{ *count }</button> }
}

fn main() {
    yew::Renderer::<Counter>::new().render();
}
