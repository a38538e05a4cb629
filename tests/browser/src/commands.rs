//! The commands of this workspace that tests run: `score` and `site`.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
    sync::LazyLock,
};

use exhale_test_support::project;
use serde_json::Value;

static SCORE: LazyLock<PathBuf> = LazyLock::new(|| build("exhale-score"));
static SITE: LazyLock<PathBuf> = LazyLock::new(|| build("exhale-site"));

pub fn score() -> Command {
    Command::new(&*SCORE)
}

/// Runs at the top of the project.
pub fn site() -> Command {
    let mut command = Command::new(&*SITE);
    command.current_dir(project("."));
    command
}

/// Builds a package with one executable, and returns the path of that.
fn build(package: &str) -> PathBuf {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "--locked", "--package", package, "--message-format", "json-render-diagnostics"])
        .current_dir(project("."))
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo is on PATH");
    assert!(output.status.success(), "{package} could not be built: see output above");
    let messages = String::from_utf8(output.stdout).expect("UTF-8");
    let executable = |line: &str| serde_json::from_str::<Value>(line).ok()?["executable"].as_str().map(PathBuf::from);
    messages.lines().filter_map(executable).next_back().unwrap_or_else(|| panic!("{package} has no executable"))
}
