//! The folders that the browsers are shown, each served from an origin of its own.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use exhale_test_support::project;

use super::Process;

/// The folder of the built site. `EXHALE_DIST` is a path from the top level of the project, or an absolute one.
pub fn dist() -> PathBuf {
    project(env::var_os("EXHALE_DIST").unwrap_or_else(|| "dist".into()))
}

/// Counts the servers: each engine has its own for the same folder.
static STARTED: AtomicU32 = AtomicU32::new(0);

/// A running server of a folder.
pub struct Site {
    pub address: String,
    /// A line for each request: its path, and the Referer header.
    pub log: PathBuf,
    _process: Process,
}

impl Site {
    /// The built site.
    pub fn dist() -> Site {
        let dist = dist();
        assert!(fs::exists(dist.join("index.html")).unwrap_or(false), "{} is not built: run make build", dist.display());
        let mut released = OsString::from("version-1-0-0=");
        released.push(project("tests/browser/released/1.0.0"));
        Site::serve(&dist, &["--copies".into(), "--overlay".into(), released])
    }

    /// Pages of other sites that embed the quiz from this one: `tests/browser/pages`.
    pub fn hosts(&self) -> Site {
        let pages = project("tests/browser/pages");
        let headers = pages.join("headers.json");
        let fill = |name: &str, value: &str| ["--fill".into(), format!("{name}={value}").into()];
        let address = &self.address;
        let filled = [fill("site", address), fill("origin", address.trim_end_matches('/'))];
        Site::serve(&pages, &[&filled.concat()[..], &["--rules".into(), headers.into()]].concat())
    }

    /// A folder, with options of `server.py`.
    pub fn serve(folder: &Path, options: &[OsString]) -> Site {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let log = env::temp_dir().join(format!("exhale-requests-{}-{number}-{name}", std::process::id()));
        fs::write(&log, "").expect("the temporary folder is writable");
        let mut process = Command::new("python3")
            .arg(project("tests/browser/server.py"))
            .arg("--log")
            .arg(&log)
            .args(options)
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is on PATH");
        let mut address = String::new();
        let out = process.stdout.take().expect("its output is piped");
        let process = Process(process);
        BufReader::new(out).read_line(&mut address).expect("the server prints its address");
        Site { address: address.trim().to_owned(), log, _process: process }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.log);
    }
}
