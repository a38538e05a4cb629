//! Files that hosts read and do not serve: headers, media types, and what git must leave as it is. Each is harmless where it means
//! nothing. docs/hosting.md has what other servers need.

use std::{fmt::Write, path::Path};

use crate::{
    asset::{Asset, ELEMENT, VERSION},
    write as put,
};

/// With a hash in their name, or of a version that never changes.
const FOR_GOOD: &str = "  Cache-Control: public, max-age=31536000, immutable\n";

/// Endings that Microsoft's server does not know in every version, and answers with 404 then.
const IIS_TYPES: [(&str, &str); 2] = [(".wasm", "application/wasm"), (".json", "application/json")];

/// Writes them at the top of the site.
///
/// # Errors
/// If a file cannot be written.
pub fn write(site: &Path, assets: &[Asset]) -> Result<(), String> {
    put(site.join("_headers"), headers(assets))?;
    put(site.join("web.config"), web_config())?;
    // Where the site is published from a git repository, Jekyll would build it again.
    put(site.join(".nojekyll"), "")?;
    put(site.join(".gitattributes"), "# Files are checked against their hashes: git must not change their line ends.\n* -text\n")
}

/// For Netlify and Cloudflare Pages. Only the end of an address may be a `*` in both, and rules that set the same header would add
/// up: so each file is named.
fn headers(assets: &[Asset]) -> String {
    let mut text = String::from("/*\n  Access-Control-Allow-Origin: *\n");
    for asset in assets {
        let _ = writeln!(text, "/{ELEMENT}/{}", asset.file);
        text.push_str(FOR_GOOD);
    }
    let _ = writeln!(text, "/v{VERSION}/*");
    text + FOR_GOOD
}

/// For IIS. What is set higher up is removed first: the same ending or header twice would be an error there.
fn web_config() -> String {
    let mut types = String::new();
    for (ending, media_type) in IIS_TYPES {
        let _ = writeln!(types, "      <remove fileExtension=\"{ending}\" />");
        let _ = writeln!(types, "      <mimeMap fileExtension=\"{ending}\" mimeType=\"{media_type}\" />");
    }
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
{types}    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="Access-Control-Allow-Origin" />
        <add name="Access-Control-Allow-Origin" value="*" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::{headers, web_config};
    use crate::asset::Asset;

    #[test]
    fn no_rule_sets_a_header_that_another_sets_for_the_same_address() {
        let asset = |file: &str| Asset { name: String::new(), file: file.to_owned(), integrity: String::new() };
        let text = headers(&[asset("quiz.una_vlJF.css"), asset("exhale_bg.una_vlJF.wasm")]);
        let rules: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(rules[..3], ["/*", "/v1/quiz.una_vlJF.css", "/v1/exhale_bg.una_vlJF.wasm"]);
        assert!(rules.iter().all(|rule| rule.find('*').is_none_or(|place| place == rule.len() - 1)), "{rules:?}");
        assert_eq!(text.matches("Access-Control-Allow-Origin").count(), 1);
        assert_eq!(text.matches("Cache-Control").count(), rules.len() - 1);
    }

    #[test]
    fn what_iis_is_told_is_removed_before_it_is_added() {
        let text = web_config();
        for (remove, add) in
            [("<remove fileExtension=\".wasm\"", "<mimeMap fileExtension=\".wasm\""), ("<remove name=", "<add name=")]
        {
            assert!(text.find(remove).unwrap() < text.find(add).unwrap());
        }
    }
}
