//! A local help line: an ordinary link or a telephone number, and a label.

use exhale::HelpLine;

#[test]
fn links_and_telephone_numbers_with_a_label_are_taken() {
    for href in ["https://help.example/", "HTTP://help.example", "tel:+44800"] {
        let help = HelpLine::new(href, "Somebody to talk to").expect(href);
        assert_eq!((&**help.href(), &**help.label()), (href, "Somebody to talk to"));
    }
}

#[test]
fn whatever_else_is_given_is_none() {
    let other = [
        "",
        "help.example",
        "//help.example",
        "javascript:alert(1)",
        " https://help.example",
        "java\nscript:x",
        "data:text/html,x",
        "tel:",
        "https://",
        "mailto:a@b.example",
        "ħttps://x",
    ];
    for href in other {
        assert_eq!(HelpLine::new(href, "Label"), None, "{href}");
    }
    assert_eq!(HelpLine::new("tel:1", ""), None);
}
