//! Where shared links lead: to the page, without anything that may identify the taker; to its route if it has one; to our own page
//! if it has no address on the web. A link opens where it leads.

use exhale_quiz::link::{FIELD, ShareAddress, SharePage, ShareTo, Shared, in_fragment};
use proptest::{collection::vec, prelude::*, sample::select};

const LINK: &str = "040vapctkkt809me";
const HOSTED: &str = "https://quiz.example/es/";
const PREVIEWS: &str = "https://quiz.example/r/";

fn shared() -> Shared {
    LINK.parse().expect("a link")
}

/// The link from a page, without its own characters.
fn start(page: &SharePage<'_>, to: ShareTo<'_>) -> Option<String> {
    let link = ShareAddress::new(page, to, FIELD)?.link(&shared());
    Some(link.strip_suffix(LINK).expect("the characters of the link come last").to_owned())
}

fn of_page(href: &str, canonical: &str) -> Option<String> {
    start(&SharePage { href, canonical, hosted: HOSTED, previews: PREVIEWS }, ShareTo::Page)
}

#[test]
fn a_link_leads_to_the_page_without_what_may_identify_the_taker() {
    for (href, expected) in [
        ("https://blog.example/post", "https://blog.example/post#exhale="),
        ("https://blog.example/post/", "https://blog.example/post/#exhale="),
        ("http://localhost:8080/a%20b/c.html", "http://localhost:8080/a%20b/c.html#exhale="),
        ("http://[::1]:8080/", "http://[::1]:8080/#exhale="),
        // Queries.
        ("https://blog.example/post?token=SECRET", "https://blog.example/post#exhale="),
        ("https://blog.example/post?", "https://blog.example/post#exhale="),
        ("https://blog.example/?token=SECRET#top", "https://blog.example/#exhale="),
        ("https://blog.example?token=SECRET", "https://blog.example#exhale="),
        ("https://blog.example/post?utm_source=mail&fbclid=1&mc_eid=2", "https://blog.example/post#exhale="),
        ("https://blog.example/post?session=1&email=a@b.example", "https://blog.example/post#exhale="),
        ("https://blog.example/post?a=1?token=SECRET", "https://blog.example/post#exhale="),
        ("https://blog.example/?p=123", "https://blog.example/?p=123#exhale="),
        ("https://blog.example/?page_id=7&preview=true&preview_nonce=1a2b", "https://blog.example/?page_id=7#exhale="),
        ("https://blog.example/show.php?token=SECRET&id=42&p=7#c3", "https://blog.example/show.php?id=42&p=7#exhale="),
        ("https://blog.example/?id=SECRET", "https://blog.example/#exhale="),
        ("https://blog.example/?id=1234567890", "https://blog.example/?id=1234567890#exhale="),
        ("https://blog.example/?id=12345678901", "https://blog.example/#exhale="),
        ("https://blog.example/?id=", "https://blog.example/#exhale="),
        ("https://blog.example/?id", "https://blog.example/#exhale="),
        ("https://blog.example/?p=1%32", "https://blog.example/#exhale="),
        ("https://blog.example/?xp=1&p[]=2&P=3&=4", "https://blog.example/#exhale="),
        // Names and passwords.
        ("https://anna:secret@blog.example/post", "https://blog.example/post#exhale="),
        ("https://anna@blog.example:8443/post?token=SECRET", "https://blog.example:8443/post#exhale="),
        ("https://a@b:c@blog.example/", "https://blog.example/#exhale="),
        ("https://blog.example/@anna/post", "https://blog.example/@anna/post#exhale="),
        ("https://blog.example\\@evil.example/", "https://blog.example\\@evil.example/#exhale="),
        // Parameters in the path.
        ("https://blog.example/quiz;jsessionid=1A2B", "https://blog.example/quiz#exhale="),
        ("https://blog.example/a;v=1/quiz;JSESSIONID=1A2B?x=1", "https://blog.example/a/quiz#exhale="),
        ("https://wiki.example/Steins;Gate", "https://wiki.example/Steins;Gate#exhale="),
        // Fragments.
        ("https://blog.example/post#top", "https://blog.example/post#exhale="),
        ("https://blog.example/post#access_token=SECRET", "https://blog.example/post#exhale="),
        ("https://blog.example/post#exhale=040vapctkkt809me", "https://blog.example/post#exhale="),
        ("https://blog.example/post#/exhale%3D040vapctkkt809me).", "https://blog.example/post#exhale="),
        ("https://blog.example/post#!exhale=040v", "https://blog.example/post#exhale="),
        ("https://blog.example/post#?secret=1a2b", "https://blog.example/post#exhale="),
    ] {
        assert_eq!(of_page(href, "").as_deref(), Some(expected), "{href}");
    }
}

#[test]
fn a_canonical_address_on_the_same_host_is_taken() {
    for (href, canonical, expected) in [
        ("https://blog.example/post?token=SECRET", "https://blog.example/post/", "https://blog.example/post/#exhale="),
        ("https://blog.example/?p=123", "https://blog.example/2026/post/", "https://blog.example/2026/post/#exhale="),
        ("https://blog.example/a", "https://blog.example/?p=123", "https://blog.example/?p=123#exhale="),
        ("https://blog.example/a#top", "https://blog.example/b#top", "https://blog.example/b#exhale="),
        ("https://www.blog.example/a", "https://blog.example/b", "https://blog.example/b#exhale="),
        ("http://localhost:8080/a", "http://localhost:8080/b", "http://localhost:8080/b#exhale="),
        // The better scheme of the two.
        ("https://blog.example/a", "http://blog.example/b", "https://blog.example/b#exhale="),
        ("http://blog.example/a", "https://blog.example/b", "https://blog.example/b#exhale="),
        // It is no more trusted with a query than the page.
        (
            "https://blog.example/a?token=SECRET",
            "https://blog.example/b?token=SECRET&id=5",
            "https://blog.example/b?id=5#exhale=",
        ),
        ("https://anna:secret@blog.example/a", "https://anna:secret@blog.example/b;sid=1", "https://blog.example/b#exhale="),
        // Where the quiz may not be.
        ("https://blog.example/a?x=1", "https://other.example/b", "https://blog.example/a#exhale="),
        ("https://blog.example/a", "https://blog.example.evil.example/b", "https://blog.example/a#exhale="),
        ("https://blog.example/a", "https://m.blog.example/b", "https://blog.example/a#exhale="),
        ("http://localhost:8080/a", "http://localhost:9090/b", "http://localhost:8080/a#exhale="),
        ("http://localhost:8080/a", "https://blog.example/b", "http://localhost:8080/a#exhale="),
        ("https://a.example/a", "https://www.a.example@b.example/b", "https://a.example/a#exhale="),
        ("https://www.example/a", "https://example/b", "https://example/b#exhale="),
        ("https://ww.example/a", "https://example/b", "https://ww.example/a#exhale="),
        // No address on the web.
        ("https://blog.example/a", "javascript:alert(1)", "https://blog.example/a#exhale="),
        ("https://blog.example/a", "/b", "https://blog.example/a#exhale="),
        ("https://blog.example/a", "https://", "https://blog.example/a#exhale="),
        // A route is in the page's own address only.
        ("https://app.example/app#/quiz", "https://app.example/", "https://app.example/app#/quiz?exhale="),
        ("https://app.example/app#/exhale=040v", "https://app.example/", "https://app.example/#exhale="),
    ] {
        assert_eq!(of_page(href, canonical).as_deref(), Some(expected), "{href} is {canonical}");
    }
}

#[test]
fn the_route_of_a_page_stays_and_can_be_followed() {
    for (href, expected) in [
        ("https://app.example/#/quiz", "https://app.example/#/quiz?exhale="),
        ("https://app.example/#/", "https://app.example/#/?exhale="),
        ("https://app.example/#!/quiz", "https://app.example/#!/quiz?exhale="),
        ("https://app.example/#!quiz", "https://app.example/#!quiz?exhale="),
        ("https://app.example/index.html?token=SECRET#/a/quiz", "https://app.example/index.html#/a/quiz?exhale="),
        ("https://anna:secret@app.example/#/quiz", "https://app.example/#/quiz?exhale="),
        // Its query as that of a page.
        ("https://app.example/#/quiz?token=SECRET", "https://app.example/#/quiz?exhale="),
        ("https://app.example/?p=1#/quiz?id=5&token=SECRET", "https://app.example/?p=1#/quiz?id=5&exhale="),
        ("https://app.example/#/quiz&token=SECRET", "https://app.example/#/quiz?exhale="),
        ("https://app.example/#/quiz&id=5?token=SECRET&p=6", "https://app.example/#/quiz?id=5&p=6&exhale="),
        ("https://app.example/#/quiz#top", "https://app.example/#/quiz?exhale="),
        ("https://app.example/#/quiz;token=SECRET", "https://app.example/#/quiz?exhale="),
        // A result that is open is not in it, in whatever form.
        ("https://app.example/#/quiz?exhale=040vapctkkt809me", "https://app.example/#/quiz?exhale="),
        ("https://app.example/#/quiz&exhale=040vapctkkt809me", "https://app.example/#/quiz?exhale="),
        ("https://app.example/#/quiz?exhale%3D040vapctkkt809me.&id=5", "https://app.example/#/quiz?id=5&exhale="),
        ("https://app.example/#/quiz/exhale=040vapctkkt809me", "https://app.example/#/quiz?exhale="),
    ] {
        assert_eq!(of_page(href, "").as_deref(), Some(expected), "{href}");
        let fragment = expected.split_once('#').expect("a fragment").1;
        assert_eq!(in_fragment(&format!("{fragment}{LINK}"), FIELD), Some(Ok(shared())), "{expected}");
    }
}

#[test]
fn a_page_without_an_address_on_the_web_shares_links_to_ours_or_none() {
    for href in [
        "",
        "about:srcdoc",
        "about:blank",
        "about:srcdoc#/quiz",
        "blob:https://blog.example/0b8f",
        "file:///home/anna/quiz.html",
        "data:text/html,https://blog.example/",
        "javascript:void(0)",
        "chrome-extension://abc/quiz.html",
        "capacitor://localhost/",
        "view-source:https://blog.example/",
        "ftp://blog.example/",
        "//blog.example/",
        "/post",
        "https:/blog.example",
        "https://",
        "https:///post",
        "https://?x",
        "https://anna@/post",
        "httpsé//blog.example/",
        "null",
    ] {
        for canonical in ["", "https://blog.example/post"] {
            assert_eq!(of_page(href, canonical).as_deref(), Some("https://quiz.example/es/#exhale="), "{href}");
            for hosted in ["", "file:///home/anna/", "about:blank"] {
                let page = SharePage { href, canonical, hosted, previews: "" };
                assert_eq!(start(&page, ShareTo::Page), None, "{href}");
            }
        }
    }
}

#[test]
fn a_page_with_a_preview_card_shares_links_to_our_page_itself() {
    for href in ["https://quiz.example/r/es/navigator/", "https://quiz.example/r/en/picture/?ref=blog#exhale=040v"] {
        assert_eq!(of_page(href, "").as_deref(), Some("https://quiz.example/es/#exhale="), "{href}");
        assert_eq!(of_page(href, href).as_deref(), Some("https://quiz.example/es/#exhale="), "{href}");
    }
    for href in ["https://quiz.example/", "https://quiz.example/fa/", "https://quiz.example/rest/"] {
        assert_eq!(of_page(href, ""), Some(format!("{href}#exhale=")), "{href}");
    }
}

#[test]
fn the_embedding_page_decides() {
    let page = SharePage { href: "https://blog.example/post", canonical: "", hosted: HOSTED, previews: PREVIEWS };
    for (to, expected) in [
        ("", Some("https://blog.example/post#exhale=")),
        ("page", Some("https://blog.example/post#exhale=")),
        ("hosted", Some("https://quiz.example/es/#exhale=")),
        ("none", None),
        ("https://app.example/quiz", Some("https://app.example/quiz#exhale=")),
        (" https://app.example/quiz#top ", Some("https://app.example/quiz#exhale=")),
        ("HTTPS://App.example/quiz", Some("https://App.example/quiz#exhale=")),
        ("https://app.example/quiz?topic=control", Some("https://app.example/quiz?topic=control#exhale=")),
        ("https://app.example/#/quiz", Some("https://app.example/#/quiz?exhale=")),
        ("https://app.example/#/quiz?topic=control", Some("https://app.example/#/quiz?topic=control&exhale=")),
        ("https://app.example/#/quiz&exhale=040v", Some("https://app.example/#/quiz?exhale=")),
        ("https://anna:secret@app.example/quiz", Some("https://app.example/quiz#exhale=")),
        ("https://app.example/quiz;v=1?token=1", Some("https://app.example/quiz;v=1?token=1#exhale=")),
        ("https://quiz.example/r/en/navigator/", Some("https://quiz.example/r/en/navigator/#exhale=")),
        // What is no address leads nowhere: least is shared.
        ("None", None),
        ("nowhere", None),
        ("/quiz", None),
        ("javascript:alert(1)", None),
    ] {
        assert_eq!(start(&page, ShareTo::from(to)).as_deref(), expected, "{to}");
    }
    assert_eq!(start(&SharePage { hosted: "", ..page }, ShareTo::Hosted), None);
    // Our own page is taken as it is, too.
    let page = SharePage { hosted: "http://quiz.example/?lang=es#/quiz", canonical: "https://quiz.example/other", ..page };
    let expected = Some("http://quiz.example/?lang=es#/quiz?exhale=".to_owned());
    assert_eq!(start(&page, ShareTo::Hosted), expected);
    assert_eq!(start(&SharePage { href: "about:srcdoc", ..page }, ShareTo::Page), expected);
    let page = SharePage { hosted: "https://quiz.example/?lang=es", ..page };
    let expected = Some("https://quiz.example/?lang=es#exhale=".to_owned());
    assert_eq!(start(&page, ShareTo::Hosted), expected);
    assert_eq!(start(&SharePage { href: "about:srcdoc", ..page }, ShareTo::Page), expected);
}

#[test]
fn a_link_has_the_field_of_its_quiz() {
    let page = SharePage { href: "https://app.example/#/quiz?exhale=040v&his_2=040v", ..SharePage::default() };
    let address = ShareAddress::new(&page, ShareTo::Page, "his_2").expect("an address");
    assert_eq!(address.link(&shared()), "https://app.example/#/quiz?his_2=040vapctkkt809me");
}

/// Addresses of the pieces that matter, in any order.
fn any_address() -> impl Strategy<Value = String> {
    let pieces = [
        "https://",
        "http://",
        "blog.example",
        "www.",
        "anna:SECRET@",
        ":8080",
        "/",
        "/post",
        "/quiz",
        "//",
        "?",
        "&",
        "#",
        "#/",
        "#!/",
        ";",
        "=",
        "token=SECRET",
        ";sid=SECRET",
        "id=5",
        "p=",
        "7",
        "exhale=",
        LINK,
        "exhale%3D040v",
        "%",
        "%23",
        "exh=",
        "ale=",
        "Exhale=",
        " ",
        "\n",
        "ü",
        "\\",
        "about:srcdoc",
    ];
    (select(vec!["https://blog.example", "https://www.blog.example/", ""]), vec(select(pieces.to_vec()), 0..10))
        .prop_map(|(start, pieces)| start.to_owned() + &pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_leads_to_the_web_and_opens_there(
        href in prop_oneof![any_address(), any::<String>()], canonical in any_address(), hosted in any_address(),
        to in prop_oneof![Just(String::new()), Just("hosted".to_owned()), any_address()]
    ) {
        let page = SharePage { href: &href, canonical: &canonical, hosted: &hosted, previews: PREVIEWS };
        let Some(address) = ShareAddress::new(&page, ShareTo::from(&*to), FIELD) else { return Ok(()) };
        let link = address.link(&shared());
        let (page, fragment) = link.split_once('#').expect("a fragment");
        let rest = page.strip_prefix("https://").or_else(|| page.strip_prefix("http://")).expect("an address on the web");
        prop_assert!(!rest.split(['/', '\\', '?']).next().unwrap_or_default().contains('@'), "{}", link);
        prop_assert_eq!(in_fragment(fragment, FIELD), Some(Ok(shared())), "{}", link);
        prop_assert!(link.ends_with(LINK), "{}", link);
    }

    #[test]
    fn no_query_leads_anywhere_but_to_a_numbered_page(
        host in "[a-z]{1,6}\\.example", path in "(/[a-z]{0,4}){0,3}", query in "[a-zA-Z0-9_%=&?/;.-]{0,30}",
        canonical in any::<bool>(), route in select(vec!["", "#top", "#/quiz", "#!/quiz"]), in_route in any::<bool>()
    ) {
        let here = if in_route && route.ends_with("quiz") {
            format!("https://{host}{path}{route}?{query}")
        } else {
            format!("https://{host}{path}?{query}{route}")
        };
        let canonical = if canonical { &*here } else { "" };
        let page = SharePage { href: &here, canonical, ..SharePage::default() };
        let link = ShareAddress::new(&page, ShareTo::Page, FIELD).expect("an address").link(&shared());
        let bare = format!("https://{host}{path}");
        let rest = link.strip_prefix(&bare).expect("the page").replace(&format!("exhale={LINK}"), "");
        let rest = rest.replace(route.strip_prefix("#top").unwrap_or(route), "");
        for parameter in rest.split(['?', '&', '#']).filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            prop_assert!(["p", "page_id", "id"].contains(&name) && value.parse::<u64>().is_ok(), "{} in {}", parameter, link);
        }
    }
}
