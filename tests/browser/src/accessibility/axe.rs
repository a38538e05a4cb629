//! axe-core finds no violations on any screen or page, in any colour scheme.

use std::{env, fs, path::PathBuf, process::Command, sync::LazyLock};

use exhale_test_support::project;
use libtest_mimic::Failed;
use serde_json::json;

use super::screens;
use crate::{Context, Test, engine::Device, page::Page};

pub const TESTS: &[Test] = &[
    ("every screen of the quiz, in light", |context| quiz(context, Device::default())),
    ("every screen of the quiz, in the dark", |context| quiz(context, Device::DARK)),
    ("every screen of the quiz, in colours of one's own", |context| quiz(context, Device::FORCED_COLORS)),
    ("every other page, in light", |context| pages(context, Device::default())),
    ("every other page, in the dark", |context| pages(context, Device::DARK)),
    ("every other page, in colours of one's own", |context| pages(context, Device::FORCED_COLORS)),
];

/// The script that `scripts/setup.sh test` installs.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = env::var_os("EXHALE_AXE").map_or_else(installed, PathBuf::from);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("axe-core is not there: run scripts/setup.sh test ({}: {error})", path.display()))
});

/// Where `scripts/env.sh` says that it is.
fn installed() -> PathBuf {
    let mut shell = Command::new("bash");
    let shell = shell.current_dir(project(".")).args(["-c", "source scripts/env.sh && printf %s \"$EXHALE_AXE\""]);
    String::from_utf8(shell.output().expect("bash is on PATH").stdout).expect("UTF-8").into()
}

/// Every rule for WCAG 2.0 to 2.2, A and AA, and axe's best practices. The page of a frame is part of a host page, which has the
/// main heading and the main landmark.
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

/// The violations on a screen. `EXHALE_AXE_SAYS` prints what axe could not decide.
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

fn quiz(context: &Context, on: Device) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut found = Vec::new();
        screens::each_of_the_quiz(&page, async |screen| found.extend(look(&page, screen).await)).await;
        assert!(found.is_empty(), "{found:#?}");
    })
}

fn pages(context: &Context, on: Device) -> Result<(), Failed> {
    context.browse(on, |page| async move {
        let mut found = Vec::new();
        screens::each_page(&page, async |screen| found.extend(look(&page, screen).await)).await;
        assert!(found.is_empty(), "{found:#?}");
    })
}
