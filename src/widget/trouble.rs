//! What is said when the WebAssembly has come to a stop. It is there all the time, hidden: then nothing here runs any more,
//! and `embed.js` only has to show it.

use super::{
    markup::{Markup, tag},
    view::View,
};

pub fn note(view: &View<'_>, out: &mut Markup) {
    let (words, state) = (&view.words.trouble, view.state);
    out.open(tag!["div", "class" = "note", "part" = "error", "role" = "alert", "hidden" = ""]);
    out.key("trouble");
    out.p(words.text);
    out.p(if state.own && state.keeps == Some(true) { words.kept } else { words.again });
    out.open(tag!["p", "class" = "moves"]);
    out.leaf(tag!["button", "class" = "btn", "type" = "button"], words.reload);
    out.leaf(tag!["a", "class" = "btn quiet", "href" = ""], words.paper);
    out.close();
    out.close();
}
