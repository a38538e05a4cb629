//! What is said when the WebAssembly has come to a stop. It is there all the time, hidden: then nothing here runs any more,
//! and `embed.js` only has to show it.

use super::{
    markup::{Markup, attributes},
    view::View,
};

pub fn note(view: &View<'_>, out: &mut Markup) {
    let (words, state) = (&view.words.trouble, view.state);
    out.open("div", attributes!["class" = "note", "part" = "error", "role" = "alert", "hidden" = ""]);
    out.key("trouble");
    out.p(words.text);
    out.p(if state.own && state.keeps == Some(true) { words.kept } else { words.again });
    out.open("p", attributes!["class" = "moves"]);
    out.leaf("button", attributes!["class" = "btn", "type" = "button"], words.reload);
    out.leaf("a", attributes!["class" = "btn quiet", "href" = ""], words.paper);
    out.close();
    out.close();
}
