//! What the run ends with: how many tests of each suite passed in each engine.

use std::{
    fmt::{self, Display},
    sync::Mutex,
};

use libtest_mimic::Failed;

use crate::engine::Engine;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed,
    NotPossible,
}

/// Suite × engine.
pub struct Summary {
    engines: Vec<Engine>,
    suites: Vec<&'static str>,
    ended: Mutex<Vec<(Engine, &'static str, Outcome)>>,
}

impl Summary {
    pub fn new(engines: &[Engine], suites: impl Iterator<Item = &'static str>) -> Summary {
        let mut suites: Vec<_> = suites.collect();
        suites.dedup();
        Summary { engines: engines.to_vec(), suites, ended: Mutex::default() }
    }

    /// Takes down how a test of a suite has ended, and hands it on.
    pub fn note(&self, engine: Engine, suite: &'static str, result: Result<(), Failed>) -> Result<(), Failed> {
        self.add(engine, suite, if result.is_ok() { Outcome::Passed } else { Outcome::Failed });
        result
    }

    pub fn add(&self, engine: Engine, suite: &'static str, outcome: Outcome) {
        self.ended.lock().expect("nobody panics with it").push((engine, suite, outcome));
    }

    fn cell(&self, engine: Engine, suite: Option<&str>) -> String {
        let ended = self.ended.lock().expect("nobody panics with it");
        let count = |outcome| {
            let is_meant = |entry: &&(Engine, &str, Outcome)| {
                entry.0 == engine && entry.2 == outcome && suite.is_none_or(|suite| suite == entry.1)
            };
            ended.iter().filter(is_meant).count()
        };
        let said = |outcome, say: fn(usize) -> String| Some(count(outcome)).filter(|&number| number > 0).map(say);
        let parts = [
            said(Outcome::Passed, |number| format!("{number} passed")),
            said(Outcome::NotPossible, |number| format!("not possible ({number})")),
            said(Outcome::Failed, |number| format!("{number} FAILED")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl Display for Summary {
    /// Suites of which nothing ran are left out.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut row = |name: &str, cells: &mut dyn Iterator<Item = String>| {
            write!(to, "{name:<24}")?;
            for cell in cells {
                write!(to, " | {cell:<28}")?;
            }
            writeln!(to)
        };
        row("suite", &mut self.engines.iter().map(|engine| engine.name().to_owned()))?;
        for &suite in &self.suites {
            let cells: Vec<_> = self.engines.iter().map(|&engine| self.cell(engine, Some(suite))).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                row(suite, &mut cells.into_iter())?;
            }
        }
        row("all", &mut self.engines.iter().map(|&engine| self.cell(engine, None)))
    }
}
