//! Decides where shared links lead. Anything in an address that may identify the taker or a visit is left out.

use super::{
    fragment::without_link,
    link::Shared,
    text::{split, split_once},
};

/// The page with the quiz, in absolute addresses as browsers resolve them (`location.href`, `link.href`).
#[derive(Clone, Copy, Debug, Default)]
pub struct SharePage<'a> {
    /// The address of the page; for a quiz in a frame, that of the page around it, or empty if unknown.
    pub href: &'a str,
    /// The address in the page's `<link rel="canonical">`, or empty.
    pub canonical: &'a str,
    /// The address of our own page with the quiz, or empty.
    pub hosted: &'a str,
    /// The folder of our pages with preview cards, or empty. Their addresses name a profile, so no link leads back to them.
    pub previews: &'a str,
}

/// Where the embedding page wants shared links to lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareTo<'a> {
    /// To the page with the quiz; to our own page if that one has no `http` or `https` address.
    Page,
    /// To our own page.
    Hosted,
    /// To this page with the quiz.
    Address(&'a str),
    /// Nowhere: no links are offered.
    Nowhere,
}

impl<'a> From<&'a str> for ShareTo<'a> {
    /// Reads `page`, which is also the meaning of an empty text, `hosted`, `none`, or an address.
    fn from(text: &'a str) -> ShareTo<'a> {
        match text {
            "" | "page" => ShareTo::Page,
            "hosted" => ShareTo::Hosted,
            "none" => ShareTo::Nowhere,
            address => ShareTo::Address(address),
        }
    }
}

/// The address that shared links lead to, up to the `=` of the field: only the characters of a link are missing.
///
/// ```
/// use exhale_quiz::link::{ShareAddress, SharePage, ShareTo};
///
/// let shared = "040vapctkkt809me".parse()?;
/// let link = |href| {
///     let page = SharePage { href, ..SharePage::default() };
///     ShareAddress::new(&page, ShareTo::Page, "exhale").map(|address| address.link(&shared))
/// };
/// assert_eq!(link("https://a.example/post?token=1").unwrap(), "https://a.example/post#exhale=040vapctkkt809me");
/// assert_eq!(link("https://a.example/#/quiz").unwrap(), "https://a.example/#/quiz?exhale=040vapctkkt809me");
/// assert_eq!(link("about:srcdoc"), None);
/// # Ok::<(), exhale_quiz::link::LinkError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareAddress(String);

impl ShareAddress {
    /// Decides the address of links with this field; `None` if no links are offered. Only `http` and `https` addresses count, and
    /// credentials (`user:password@`) are always removed.
    ///
    /// For the page with the quiz, the first of these:
    /// * its own address and route, if its fragment is a route (`#/quiz`, `#!/quiz`);
    /// * its canonical address, if the host is the same, ignoring `www.`: another host may not have the quiz;
    /// * its own address without the fragment.
    ///
    /// In all three, queries are reduced to whole numbers named `p`, `page_id` or `id`, which identify pages in WordPress without
    /// permalinks and in many small systems; any other parameter may identify the taker. Path parameters (`;jsessionid=1`) are
    /// removed.
    ///
    /// Our own page and a given address are used unchanged, except for a fragment that is not a route.
    pub fn new(page: &SharePage<'_>, to: ShareTo<'_>, field: &str) -> Option<ShareAddress> {
        let (address, is_chosen) = match to {
            ShareTo::Page if page.previews.is_empty() || !page.href.starts_with(page.previews) => (page.href, false),
            ShareTo::Page | ShareTo::Hosted => (page.hosted, true),
            ShareTo::Address(address) => (address, true),
            ShareTo::Nowhere => return None,
        };
        let (parts, is_chosen) = match Parts::of(address) {
            Some(parts) => (parts, is_chosen),
            None if is_chosen => return None,
            None => (Parts::of(page.hosted)?, true),
        };
        let route = without_link(parts.fragment, field);
        let has_route = matches!(route.as_bytes().first(), Some(b'/' | b'!'));
        let canonical = Parts::of(page.canonical)
            .filter(|canonical| !is_chosen && !has_route && without_www(canonical.host) == without_www(parts.host));
        let Parts { scheme, host, path, query, .. } = canonical.unwrap_or(parts);
        // Canonical addresses often still say http.
        let scheme = if parts.scheme == HTTPS { HTTPS } else { scheme };
        let mut address = [scheme, host].concat();
        push(&mut address, path, query, is_chosen);
        address.push('#');
        if has_route {
            let end = route.bytes().position(|byte| matches!(byte, b'?' | b'&' | b'#')).unwrap_or(route.len());
            // Routers parse a query in a route, but take `&` as part of the path.
            let separator = push(&mut address, &route[..end], &route[end..], is_chosen);
            address.push(separator);
        }
        address.push_str(field);
        address.push('=');
        Some(ShareAddress(address))
    }

    /// The link to a result.
    pub fn link(&self, shared: &Shared) -> String {
        [&self.0, &*String::from(*shared)].concat()
    }
}

/// A host without `www.`.
fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Appends a path and its query: unchanged if the address was chosen, otherwise without path parameters (`/quiz;jsessionid=1`) and
/// with only the page numbers of the query. Returns the separator for one more parameter.
fn push(address: &mut String, path: &str, query: &str, is_chosen: bool) -> char {
    if is_chosen {
        address.push_str(path);
        address.push_str(query);
        return if query.is_empty() { '?' } else { '&' };
    }
    for (place, segment) in split(path, b'/').enumerate() {
        if place > 0 {
            address.push('/');
        }
        let has_parameters = |parameters: &str| parameters.bytes().any(|byte| byte == b'=');
        let name = split_once(segment, b';').filter(|(_, rest)| has_parameters(rest)).map_or(segment, |(name, _)| name);
        address.push_str(name);
    }
    let mut separator = '?';
    for parameter in split(query, b'?').flat_map(|query| split(query, b'&')) {
        let Some((name, value)) = split_once(parameter, b'=') else { continue };
        let is_number = (1..=10).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && matches!(name, "p" | "page_id" | "id") {
            address.push(separator);
            address.push_str(parameter);
            separator = '&';
        }
    }
    separator
}

const HTTPS: &str = "https://";

/// The parts of an address on the web.
#[derive(Clone, Copy)]
struct Parts<'a> {
    /// Ends in `//`.
    scheme: &'static str,
    /// With its port, but without a name and a password.
    host: &'a str,
    path: &'a str,
    /// With its `?`.
    query: &'a str,
    /// Without its `#`.
    fragment: &'a str,
}

impl Parts<'_> {
    fn of(address: &str) -> Option<Parts<'_>> {
        let address = address.trim_ascii();
        let (address, fragment) = split_once(address, b'#').unwrap_or((address, ""));
        // Setting this bit makes letters lower case, and changes neither `:` nor `/`.
        let begins_with = |scheme: &&str| scheme.bytes().eq(address.bytes().take(scheme.len()).map(|byte| byte | 0x20));
        let scheme = [HTTPS, "http://"].into_iter().find(begins_with)?;
        let rest = &address[scheme.len()..];
        let split_at = |text, is_end: fn(u8) -> bool| str::split_at(text, text.bytes().position(is_end).unwrap_or(text.len()));
        let (rest, query) = split_at(rest, |byte| byte == b'?');
        // Browsers treat `\` like `/` here.
        let (authority, path) = split_at(rest, |byte| matches!(byte, b'/' | b'\\'));
        let host = authority.bytes().rposition(|byte| byte == b'@').map_or(authority, |sign| &authority[sign + 1..]);
        (!host.is_empty()).then_some(Parts { scheme, host, path, query, fragment })
    }
}
