//! What axe-core finds on each screen, in each look: nothing.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use libtest_mimic::Failed;
use serde_json::json;

use super::screens;
use crate::{Context, Test, engine::Look, page::Page};

pub const TESTS: &[Test] = &[
    ("every screen of the quiz, in light", |context| quiz(context, Look::default())),
    ("every screen of the quiz, in the dark", |context| quiz(context, Look::DARK)),
    ("every screen of the quiz, in colours of one's own", |context| quiz(context, Look::FORCED_COLORS)),
    ("every other page, in light", |context| pages(context, Look::default())),
    ("every other page, in the dark", |context| pages(context, Look::DARK)),
    ("every other page, in colours of one's own", |context| pages(context, Look::FORCED_COLORS)),
];

/// The script, which `scripts/setup.sh test` installs.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = env::var_os("EXHALE_AXE").map_or_else(kept, PathBuf::from);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("axe-core is not there: run scripts/setup.sh test ({}: {error})", path.display()))
});

/// Where `scripts/env.sh` has it installed.
fn kept() -> PathBuf {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/env.sh")).expect("scripts/env.sh");
    let version = source.lines().find_map(|line| line.strip_prefix("AXE_VERSION=")).expect("scripts/env.sh names the version");
    let folder = |name: &str| env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    let cache = folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache"))).expect("there is a home");
    let cache = folder("EXHALE_CACHE").unwrap_or_else(|| cache.join("exhale"));
    cache.join(format!("tools/axe-core-{version}/node_modules/axe-core/axe.min.js"))
}

/// Every rule for WCAG 2.0 to 2.2, A and AA, and axe's own best practices. The page of a frame is part of somebody's page, which
/// has the main heading and the main landmark.
const RUN: &str = r#"
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const enabled = !location.pathname.endsWith("/frame.html");
    const rules = { "target-size": { enabled: true }, "page-has-heading-one": { enabled }, "landmark-one-main": { enabled } };
    const short = (found) => found.map(({ id, nodes }) =>
        [id, ...nodes.slice(0, 4).map(({ target, failureSummary }) => `${target.flat().join(" ")}: ${failureSummary}`)]);
    return (async () => {
        const { violations, incomplete, passes } = await axe.run(document, { runOnly: tags, rules });
        return { violations: short(violations), incomplete: short(incomplete), passes: passes.length };
    })()
"#;

/// What axe finds on a screen. With `EXHALE_AXE_SAYS` it prints what it could not tell.
async fn look(page: &Page, screen: &str) -> Vec<String> {
    if page.run("return !window.axe").await == json!(true) {
        page.client.execute(&AXE, Vec::new()).await.expect("axe can be read");
    }
    let said = page.run(RUN).await;
    assert!(said["passes"].as_u64().is_some_and(|passes| passes >= 10), "{screen}: axe has looked: {said}");
    if env::var_os("EXHALE_AXE_SAYS").is_some() {
        println!("{screen}: {:#}", said["incomplete"]);
    }
    said["violations"].as_array().expect("a list").iter().map(|found| format!("{screen}: {found}")).collect()
}

fn quiz(context: &Context, on: Look) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut found = Vec::new();
        screens::each_of_the_quiz(&page, async |screen| found.extend(look(&page, screen).await)).await;
        assert!(found.is_empty(), "{found:#?}");
    })
}

fn pages(context: &Context, on: Look) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut found = Vec::new();
        screens::each_page(&page, async |screen| found.extend(look(&page, screen).await)).await;
        assert!(found.is_empty(), "{found:#?}");
    })
}
