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

use super::Running;

/// The folder of the shipped site.
pub fn dist() -> PathBuf {
    env::var_os("EXHALE_DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), Into::into)
}

/// How many servers there have been: each engine has its own of the same folder.
static STARTED: AtomicU32 = AtomicU32::new(0);

/// A folder, served from an origin of its own.
pub struct Site {
    pub address: String,
    /// A line for each request: its path, and the Referer header.
    pub log: PathBuf,
    _process: Running,
}

impl Site {
    /// The shipped site.
    pub fn shipped() -> Site {
        let dist = dist();
        assert!(fs::exists(dist.join("index.html")).unwrap_or(false), "{} is not built: run make build", dist.display());
        Site::serve(&dist, &["--copies".into()])
    }

    /// Somebody else's pages, which have the quiz of this site on them.
    pub fn hosts(&self) -> Site {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
        let headers = pages.join("headers.json");
        let fill = |name: &str, value: &str| ["--fill".into(), format!("{name}={value}").into()];
        let address = &self.address;
        let filled = [fill("site", address), fill("origin", address.trim_end_matches('/'))];
        Site::serve(&pages, &[&filled.concat()[..], &["--rules".into(), headers.into()]].concat())
    }

    /// A folder, with options of `scripts/serve.py`.
    pub fn serve(folder: &Path, options: &[OsString]) -> Site {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let log = env::temp_dir().join(format!("exhale-requests-{}-{number}-{name}", std::process::id()));
        fs::write(&log, "").expect("the temporary folder takes a file");
        let mut process = Command::new("python3")
            .arg(root.join("scripts/serve.py"))
            .args(["--port", "0", "--log"])
            .arg(&log)
            .args(options)
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is on PATH");
        let mut address = String::new();
        let out = process.stdout.take().expect("its output is piped");
        let process = Running(process);
        BufReader::new(out).read_line(&mut address).expect("the server prints its address");
        Site { address: address.trim().to_owned(), log, _process: process }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.log);
    }
}
