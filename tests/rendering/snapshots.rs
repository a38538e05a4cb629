//! The golden results and those of the twelve readers, as a person reads them. What changes in one shows as a difference, to be read before it is kept.
//!
//! To renew them all: `INSTA_UPDATE=always cargo test --test rendering`, and then read `git diff`. `make test`, which is
//! what CI runs, writes nothing: there a difference is a failure. Elsewhere the new text is left beside the old one, as
//! `.snap.new`.

use std::{collections::BTreeSet, fs};

use exhale::state::State;
use insta::{Settings, assert_snapshot};

use exhale_test_support::golden::golden;

use crate::{
    personas::personas,
    reading::plain,
    screen::drawn,
    sheets::Sheet,
    states::{opened, result_of},
    texts::PLAIN,
};

/// Each golden case and one in which the ideas that wait have been opened, and each reader.
fn results() -> Vec<(String, State)> {
    let name = |title: &str| title.replace(['_', ' '], "-").to_lowercase();
    let mut results: Vec<(String, State)> = golden().iter().map(|case| (name(&case.name), result_of(&Sheet::of(case)))).collect();
    let (title, waiting) =
        results.iter().find(|(title, _)| title == "max-pull-full").expect("a case in which ideas wait").clone();
    results.push((format!("{title}-opened"), opened(&waiting)));
    results.extend(personas().into_iter().map(|persona| (persona.title.clone(), persona.result())));
    results
}

#[test]
fn the_golden_results_read_as_before() {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut changed = Vec::new();
    for (name, state) in results() {
        let quiz = drawn(&PLAIN, &state);
        let text = plain(quiz.find("result").expect("a result"));
        // All are compared, so that one run renews or names all.
        let compare = || settings.bind(|| assert_snapshot!(name.as_str(), text));
        if std::panic::catch_unwind(std::panic::AssertUnwindSafe(compare)).is_err() {
            changed.push(name);
        }
    }
    assert!(changed.is_empty(), "these read differently: {changed:?}");
}

#[test]
fn there_is_no_snapshot_of_a_case_that_is_gone() {
    let files = fs::read_dir("tests/rendering/snapshots").expect("the snapshots are there");
    let files = files.map(|file| file.expect("a file").file_name().into_string().expect("a plain name"));
    let kept: BTreeSet<String> = files.filter_map(|name| Some(name.strip_suffix(".snap")?.to_owned())).collect();
    assert_eq!(kept, results().into_iter().map(|(name, _)| name).collect());
}
