//! What is printed at the end: the results of each suite in each engine with their times, and the slowest tests.

use std::{
    cmp::Reverse,
    fmt::{self, Display},
    sync::Mutex,
    time::Duration,
};

use crate::engine::Engine;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed,
    ExpectedFailure,
}

/// A test that has ended.
pub struct Entry {
    pub engine: Engine,
    pub suite: &'static str,
    /// With the name of the suite.
    pub name: String,
    pub outcome: Outcome,
    pub time: Duration,
}

const SLOWEST: usize = 10;

/// Suite × engine.
pub struct Summary {
    engines: Vec<Engine>,
    suites: Vec<&'static str>,
    entries: Mutex<Vec<Entry>>,
}

impl Summary {
    pub fn new(engines: &[Engine], suites: impl Iterator<Item = &'static str>) -> Summary {
        let mut suites: Vec<_> = suites.collect();
        suites.dedup();
        Summary { engines: engines.to_vec(), suites, entries: Mutex::default() }
    }

    pub fn add(&self, entry: Entry) {
        self.entries.lock().expect("not poisoned").push(entry);
    }

    /// Counts, and the sum of the times of the tests, which is longer than the run: several run at once.
    fn cell(&self, engine: Engine, suite: Option<&str>) -> String {
        let all = self.entries.lock().expect("not poisoned");
        let entries: Vec<&Entry> =
            all.iter().filter(|entry| entry.engine == engine && suite.is_none_or(|suite| suite == entry.suite)).collect();
        let mut parts = Vec::new();
        for (outcome, label) in
            [(Outcome::Passed, "passed"), (Outcome::ExpectedFailure, "expected to fail"), (Outcome::Failed, "FAILED")]
        {
            let count = entries.iter().filter(|entry| entry.outcome == outcome).count();
            if count > 0 {
                parts.push(format!("{count} {label}"));
            }
        }
        if !entries.is_empty() {
            let time: Duration = entries.iter().map(|entry| entry.time).sum();
            parts.push(format!("{} s", time.as_secs_f64().round()));
        }
        parts.join(", ")
    }
}

impl Display for Summary {
    /// Suites of which no test ran are left out.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut row = |name: &str, cells: &mut dyn Iterator<Item = String>| {
            write!(to, "{name:<20}")?;
            for cell in cells {
                write!(to, " | {cell:<38}")?;
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
        row("all", &mut self.engines.iter().map(|&engine| self.cell(engine, None)))?;
        let mut entries = self.entries.lock().expect("not poisoned");
        entries.sort_by_key(|entry| Reverse(entry.time));
        writeln!(to, "slowest:")?;
        for Entry { engine, name, time, .. } in entries.iter().take(SLOWEST) {
            writeln!(to, "{:>5.0} s [{}] {name}", time.as_secs_f64(), engine.name())?;
        }
        Ok(())
    }
}
