//! Browsers and servers: started for a run of the suite, ended with it.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, error::NewSessionError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

/// A browser engine the suite can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub fn from_environment() -> Engine {
        match env::var("EXHALE_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => panic!("EXHALE_ENGINE={other}: expected chromium, firefox or webkit"),
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    fn driver(self, port: u16) -> Command {
        let program = match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        };
        let mut command = Command::new(program);
        command.arg(format!("--port={port}"));
        command
    }

    fn capabilities(self, look: Look) -> Map<String, Value> {
        let value = match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "mobileEmulation": look.screen(), "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=800,900", look.scheme(),
                ] },
            }),
            Engine::Firefox => json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"] } }),
            Engine::WebKit => {
                let browser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
                json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] } })
            }
        };
        let Value::Object(capabilities) = value else { unreachable!("the literals above are objects") };
        capabilities
    }

    /// A new session with an empty profile. Only Chromium can be given another look than the ordinary one.
    pub async fn connect(self, driver: &str, look: Look) -> Result<Client, NewSessionError> {
        ClientBuilder::new(HttpConnector::new()).capabilities(self.capabilities(look)).connect(driver).await
    }
}

/// The screen a page is looked at on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Width and height of a phone's screen in CSS pixels; otherwise an ordinary window.
    pub phone: Option<(u16, u16)>,
    pub dark: bool,
}

impl Look {
    fn screen(self) -> Value {
        self.phone.map_or(json!({}), |(width, height)| {
            json!({ "deviceMetrics": { "width": width, "height": height, "pixelRatio": 2.0, "touch": true, "mobile": true } })
        })
    }

    const fn scheme(self) -> &'static str {
        if self.dark { "--blink-settings=preferredColorScheme=0" } else { "--blink-settings=preferredColorScheme=1" }
    }
}

/// A process that ends with its owner.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The engine's WebDriver.
pub struct Driver {
    pub address: String,
    _process: Running,
}

impl Driver {
    pub fn start(engine: Engine) -> Driver {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
        let mut command = engine.driver(port);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.unwrap_or_else(|error| panic!("{} cannot be started: {error}", command.get_program().display()));
        let driver = Driver { address: format!("http://127.0.0.1:{port}"), _process: Running(process) };
        for _ in 0..100 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return driver;
            }
            thread::sleep(Duration::from_millis(100));
        }
        panic!("{} does not listen", command.get_program().display());
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.log);
    }
}

/// The folder of the shipped site.
pub fn dist() -> PathBuf {
    env::var_os("EXHALE_DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), Into::into)
}

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
        let log = env::temp_dir().join(format!("exhale-requests-{}-{name}", std::process::id()));
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
