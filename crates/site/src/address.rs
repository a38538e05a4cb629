//! Where the site will stand, if whoever builds it says so. Pages do not need it, for they link to each other by relative
//! addresses. Five things do: networks want the picture of a card by its whole address, blogs want everything so that they are
//! told about the quiz by oEmbed, the page for a missing address is served at any depth, so may be the index of a folder, and the
//! frame may have no origin.

use std::env;

const VARIABLE: &str = "EXHALE_SITE_URL";

/// The address of the site's first page, with a slash at its end.
pub struct Address(Option<String>);

impl Address {
    /// As the environment says it; empty is not said.
    ///
    /// # Errors
    /// One sentence, if it is no such address.
    pub fn of_the_build() -> Result<Address, String> {
        let said = env::var_os(VARIABLE).unwrap_or_default().to_string_lossy().into_owned();
        if said.is_empty() {
            Ok(Address(None))
        } else if path(&said).is_some() {
            Ok(Address(Some(said)))
        } else {
            Err(format!("{VARIABLE}: expected an address such as https://quiz.example/, / at its end, found {said:?}"))
        }
    }

    /// The address, if it is known.
    pub fn known(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// A file by its whole address, or, where that is not known, as `relative` says it.
    pub fn whole(&self, file: &str, relative: &str) -> String {
        self.0.as_ref().map_or_else(|| relative.to_owned(), |address| format!("{address}{file}"))
    }

    /// From where the frame may load what belongs to it, as a policy says it. `'self'` is enough but in a sandbox without an origin,
    /// such as WordPress puts round the frame: there `WebKit` takes it for nobody. So the origin is named, or, where it is not known,
    /// any is let through until the quiz is there: from then on none is (`embed/first-party.js`).
    pub fn own(&self) -> String {
        let origin = self.0.as_deref().zip(self.0.as_deref().and_then(path)).map(|(address, path)| address.strip_suffix(path));
        format!("'self' {}", origin.flatten().unwrap_or("http: https:"))
    }

    /// What leads from a page that is the index of its folder to the first page: the whole path where that is known, else `relative`.
    /// Some servers show such a page without the last slash, and relative addresses lead to the folder above from there.
    pub fn root<'a>(&'a self, relative: &'a str) -> &'a str {
        self.0.as_deref().and_then(path).unwrap_or(relative)
    }

    /// The path of the first page on its host. Where nobody says, the site has its host for itself.
    pub fn path(&self) -> &str {
        self.0.as_deref().and_then(path).unwrap_or("/")
    }
}

/// The path of an address; `None` if it is not one of a folder on the web.
fn path(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let (host, path) = rest.split_at(rest.find('/')?);
    let is_plain = |text: &str, more: &str| text.chars().all(|letter| letter.is_ascii_alphanumeric() || more.contains(letter));
    let is_folder = path.ends_with('/') && !path.contains("//");
    (is_folder && host.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[') && is_plain(host, "-.:[]"))
        .then_some(path)
        .filter(|path| is_plain(path, "-._~/%"))
}

#[cfg(test)]
mod tests {
    use super::{Address, path};

    #[test]
    fn an_address_is_that_of_a_folder_on_the_web() {
        assert_eq!(path("https://quiz.example/"), Some("/"));
        assert_eq!(path("http://127.0.0.1:8080/a/b-c/"), Some("/a/b-c/"));
        for bad in [
            "quiz.example/",
            "ftp://quiz.example/",
            "https://quiz.example",
            "https:///",
            "https://quiz.example/a",
            "https://quiz.example//",
            "https://quiz.example/?a/",
            "https://quiz.example/#/",
            "https://quiz.example/\"/",
            "https://a b/",
            "https://me@quiz.example/",
        ] {
            assert_eq!(path(bad), None, "{bad}");
        }
    }

    #[test]
    fn without_an_address_the_site_stands_at_the_top_of_its_host() {
        assert_eq!(Address(None).path(), "/");
        assert_eq!(Address(None).root("../"), "../");
        assert_eq!(Address(None).whole("r/a.png", "a.png"), "a.png");
        let address = Address(Some("https://quiz.example/b/".to_owned()));
        assert_eq!(address.root("../"), "/b/");
        assert_eq!(address.own(), "'self' https://quiz.example");
        assert_eq!(Address(None).own(), "'self' http: https:");
        assert_eq!((address.path(), &*address.whole("r/a.png", "a.png")), ("/b/", "https://quiz.example/b/r/a.png"));
    }
}
