//! Browsers and servers: started for a run of the suite, ended with it.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, error::CmdError, wd::TimeoutConfiguration};
use hyper_util::client::legacy::connect::HttpConnector;
use libtest_mimic::Failed;
use serde_json::{Map, Value, json};

/// A browser engine the suite can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The engines that are asked for: all, or the one that `EXHALE_ENGINE` names.
    pub fn from_environment() -> Vec<Engine> {
        let Some(asked) = env::var_os("EXHALE_ENGINE").filter(|asked| !asked.is_empty()) else { return Engine::ALL.to_vec() };
        let engine = Engine::ALL.into_iter().find(|engine| *engine.name() == *asked);
        vec![engine.unwrap_or_else(|| panic!("EXHALE_ENGINE={}: expected chromium, firefox or webkit", asked.display()))]
    }

    pub const fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    const fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        }
    }

    fn capabilities(self, look: Look) -> Map<String, Value> {
        let value = match self {
            Engine::Chromium => {
                let scheme = u8::from(!look.dark);
                let screen = look.phone.map_or(json!({}), |(width, height)| {
                    json!({ "deviceMetrics": { "width": width, "height": height, "pixelRatio": 2.0, "touch": true, "mobile": true } })
                });
                let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "mobileEmulation": screen, "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                        "--window-size=800,900", scheme,
                    ] },
                })
            }
            Engine::Firefox => json!({ "browserName": "firefox", "moz:firefoxOptions": {
                "args": ["-headless", "-width", "800", "-height", "900"],
                "prefs": firefox_prefs(look),
            } }),
            Engine::WebKit => json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": {
                "binary": mini_browser(),
                "args": ["--automation"],
            } }),
        };
        let Value::Object(capabilities) = value else { unreachable!("the literals above are objects") };
        capabilities
    }
}

fn firefox_prefs(look: Look) -> Value {
    json!({
        "layout.css.prefers-color-scheme.content-override": u8::from(!look.dark),
        "ui.prefersReducedMotion": u8::from(look.still),
        "browser.display.document_color_use": if look.forced_colors { 2 } else { 0 },
        "javascript.enabled": !look.without_scripts,
        // By script: Latin, Arabic.
        "font.size.variable.x-western": if look.large_text { 32 } else { 16 },
        "font.size.variable.ar": if look.large_text { 32 } else { 16 },
    })
}

/// The browser of `WebKitGTK`, which no folder of `PATH` has: Debian keeps it beside the library, in a folder of the machine's name.
fn mini_browser() -> PathBuf {
    let folders = fs::read_dir("/usr/lib").into_iter().flatten().chain(fs::read_dir("/usr/libexec").into_iter().flatten());
    let mut found: Vec<_> = folders
        .filter_map(Result::ok)
        .flat_map(|folder| ["webkit2gtk-4.1", "webkitgtk-6.0", ""].map(|name| folder.path().join(name).join("MiniBrowser")))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop().expect("WebKitGTK's MiniBrowser is installed: scripts/setup.sh test")
}

/// How a page is looked at.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the person's device")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Width and height of a phone's screen in CSS pixels; otherwise an ordinary window. In Chromium alone it is a phone; in the
    /// others it is a frame of that size.
    pub phone: Option<(u16, u16)>,
    pub dark: bool,
    /// The person has set fewer colours, their own.
    pub forced_colors: bool,
    /// The person has set text of twice the size in the browser.
    pub large_text: bool,
    /// The person wants less motion.
    pub still: bool,
    pub without_scripts: bool,
}

impl Look {
    pub const DARK: Look = Look { dark: true, ..Look::PLAIN };
    pub const FORCED_COLORS: Look = Look { forced_colors: true, ..Look::PLAIN };
    pub const STILL: Look = Look { still: true, ..Look::PLAIN };
    pub const WITHOUT_SCRIPTS: Look = Look { without_scripts: true, ..Look::PLAIN };
    const PLAIN: Look =
        Look { phone: None, dark: false, forced_colors: false, large_text: false, still: false, without_scripts: false };

    pub const fn phone(width: u16, height: u16) -> Look {
        Look { phone: Some((width, height)), ..Look::PLAIN }
    }

    /// Whether a browser that was started for the one can be set to the other.
    fn starts_like(self, other: Look) -> bool {
        (self.phone, self.dark, self.still) == (other.phone, other.dark, other.still)
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

/// A screen for the one browser that needs one.
struct Screen {
    name: String,
    _process: Running,
}

impl Screen {
    fn start() -> Screen {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1100x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb cannot be started: {error}"));
        let out = process.stdout.take().expect("its output is piped");
        let process = Running(process);
        let mut number = String::new();
        BufReader::new(out).read_line(&mut number).expect("Xvfb says its number");
        Screen { name: format!(":{}", number.trim()), _process: process }
    }
}

/// How long a driver may take to begin a session, or to end one.
const ANSWER: Duration = Duration::from_secs(45);

/// The drivers of an engine: one for each browser that is open, since two of the three have one session at most.
pub struct Drivers {
    pub engine: Engine,
    idle: Mutex<Vec<Driver>>,
}

impl Drivers {
    pub fn of(engine: Engine) -> Drivers {
        Drivers { engine, idle: Mutex::default() }
    }

    /// A browser in which nothing has been opened yet and nothing is kept: to be given back.
    pub async fn open(&self, look: Look) -> Result<Driver, Failed> {
        let known = {
            let mut idle = self.idle.lock().expect("nobody panics with it");
            let place = idle.iter().position(|driver| self.engine == Engine::Firefox || driver.look.starts_like(look));
            place.map(|place| idle.swap_remove(place))
        };
        let mut driver = known.unwrap_or_else(|| self.start(look));
        driver.look = look;
        // Starting a browser takes as long as many a test: these two go on with nothing in them.
        if let Some(client) = &driver.client {
            match self.engine {
                Engine::Firefox => in_firefox(client, &driver.address, FRESH, &json!([firefox_prefs(look)])).await,
                Engine::Chromium => {
                    forget(client, &driver.address).await;
                    self.set(look, client, &driver.address).await?;
                }
                Engine::WebKit => unreachable!("its sessions are ended"),
            }
            return Ok(driver);
        }
        let client = self.connected(look, &mut driver).await?;
        // How long a test waits is its own business.
        client.update_timeouts(patient(Duration::from_mins(1))).await?;
        self.set(look, &client, &driver.address).await?;
        driver.client = Some(client);
        Ok(driver)
    }

    /// A session. Now and then `WebKit`'s driver does not answer at all: then another does.
    async fn connected(&self, look: Look, driver: &mut Driver) -> Result<Client, Failed> {
        for _ in 0..3 {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(self.engine.capabilities(look));
            if let Ok(client) = tokio::time::timeout(ANSWER, builder.connect(&driver.address)).await {
                return Ok(client?);
            }
            *driver = self.start(look);
        }
        Err(format!("{} does not open a session", self.engine.driver()).into())
    }

    /// What cannot be said when a browser is started.
    async fn set(&self, look: Look, client: &Client, driver: &str) -> Result<(), Failed> {
        match self.engine {
            Engine::Firefox => {}
            Engine::WebKit => {
                // As large a page as the others have: the window is larger by its bar.
                client.set_window_size(800, 975).await?;
                if look.forced_colors || look.without_scripts || look.large_text {
                    return Err(format!("WebKitGTK cannot be asked for {look:?}").into());
                }
            }
            Engine::Chromium => {
                if look.without_scripts {
                    devtools(client, driver, "Emulation.setScriptExecutionDisabled", &json!({ "value": true })).await;
                }
                if look.large_text {
                    devtools(client, driver, "Page.setFontSizes", &json!({ "fontSizes": { "standard": 32, "fixed": 26 } })).await;
                }
                let wishes = [("forced-colors", "active", look.forced_colors), ("prefers-reduced-motion", "reduce", look.still)];
                let features: Vec<_> = wishes
                    .into_iter()
                    .filter(|(.., wished)| *wished)
                    .map(|(name, value, _)| json!({ "name": name, "value": value }))
                    .collect();
                if !features.is_empty() {
                    devtools(client, driver, "Emulation.setEmulatedMedia", &json!({ "features": features })).await;
                }
            }
        }
        Ok(())
    }

    /// Takes a browser back after a test. One that does not end, or does not let go of what is open, is not used again.
    pub async fn give_back(&self, mut driver: Driver) {
        let Some(client) = &driver.client else { return };
        let let_go = async { if self.engine == Engine::WebKit { client.clone().close().await } else { emptied(client).await } };
        let is_well = tokio::time::timeout(ANSWER, let_go).await.is_ok_and(|let_go| let_go.is_ok());
        if self.engine == Engine::WebKit {
            driver.client = None;
        }
        if is_well {
            self.idle.lock().expect("nobody panics with it").push(driver);
        }
    }

    pub async fn close(&self) {
        if self.engine == Engine::WebKit {
            for still in [true, false] {
                let _ = fs::remove_dir_all(gtk_settings(still));
            }
        }
        let idle = std::mem::take(&mut *self.idle.lock().expect("nobody panics with it"));
        for driver in idle {
            if let Some(client) = driver.client.clone() {
                let _ = tokio::time::timeout(ANSWER, client.close()).await;
            }
        }
    }

    fn start(&self, look: Look) -> Driver {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
        let mut command = Command::new(self.engine.driver());
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        command.process_group(0);
        if self.engine == Engine::Firefox {
            command.arg("--allow-system-access");
            let own = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
            command.arg(format!("--websocket-port={own}"));
        }
        // One for each: of two windows on a screen one alone has the keyboard, and shows where focus is.
        let screen = (self.engine == Engine::WebKit).then(Screen::start);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            command.env("GTK_THEME", if look.dark { "Adwaita:dark" } else { "Adwaita" });
            // GTK reads from there whether things may move.
            let settings = gtk_settings(look.still);
            let animations = u8::from(!look.still);
            fs::create_dir_all(settings.join("gtk-3.0")).expect("the temporary folder takes a folder");
            fs::write(settings.join("gtk-3.0/settings.ini"), format!("[Settings]\ngtk-enable-animations={animations}\n"))
                .expect("the temporary folder takes a file");
            command.env("XDG_CONFIG_HOME", settings);
        }
        let process = command.spawn().unwrap_or_else(|error| panic!("{} cannot be started: {error}", self.engine.driver()));
        let driver = Driver {
            address: format!("http://127.0.0.1:{port}"),
            look,
            client: None,
            process: Running(process),
            _screen: screen,
        };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return driver;
            }
            thread::sleep(Duration::from_millis(100));
        }
        panic!("{} does not listen", self.engine.driver());
    }
}

/// The folder from which GTK reads whether things may move.
fn gtk_settings(still: bool) -> PathBuf {
    env::temp_dir().join(format!("exhale-gtk-{}-{still}", std::process::id()))
}

/// A running WebDriver, and the browser that hangs on it.
pub struct Driver {
    pub address: String,
    pub client: Option<Client>,
    look: Look,
    process: Running,
    _screen: Option<Screen>,
}

impl Drop for Driver {
    /// Ends the browser too, also one that no longer listens.
    fn drop(&mut self) {
        let group = format!("-{}", self.process.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
    }
}

/// How long the driver waits for a page, and for a script in it.
pub fn patient(time: Duration) -> TimeoutConfiguration {
    TimeoutConfiguration::new(Some(time), Some(time), Some(Duration::ZERO))
}

/// Closes all that is open but one empty tab.
async fn emptied(client: &Client) -> Result<(), CmdError> {
    let old = client.windows().await?;
    let fresh = client.new_window(true).await?;
    for window in old {
        client.switch_to_window(window).await?;
        client.close_window().await?;
    }
    client.switch_to_window(fresh.handle).await
}

/// Forgets all that a browser keeps, and sets what the person has asked for.
const FRESH: &str = r#"
    const [prefs, done] = arguments;
    for (const [name, value] of Object.entries(prefs)) {
        if (typeof value === "boolean") Services.prefs.setBoolPref(name, value);
        else Services.prefs.setIntPref(name, value);
    }
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done });
"#;

/// Has Chromium forget all that it keeps, and all that it was allowed; its tab is the one that is looked at.
async fn forget(client: &Client, driver: &str) {
    devtools(client, driver, "Storage.clearDataForOrigin", &json!({ "origin": "*", "storageTypes": "all" })).await;
    devtools(client, driver, "Network.clearBrowserCache", &json!({})).await;
    devtools(client, driver, "Browser.resetPermissions", &json!({})).await;
    // A tab that a driver opened has no focus.
    devtools(client, driver, "Page.bringToFront", &json!({})).await;
}

/// Runs a script in Firefox itself, not in the page.
async fn in_firefox(client: &Client, driver: &str, script: &str, arguments: &Value) {
    send(client, driver, "moz/context", Some(&json!({ "context": "chrome" }))).await;
    send(client, driver, "execute/async", Some(&json!({ "script": script, "args": arguments }))).await;
    send(client, driver, "moz/context", Some(&json!({ "context": "content" }))).await;
}

/// A command of Chromium's own, which WebDriver has no word for.
pub async fn devtools(client: &Client, driver: &str, command: &str, parameters: &Value) -> Value {
    send(client, driver, "goog/cdp/execute", Some(&json!({ "cmd": command, "params": parameters }))).await
}

/// Sends the driver a command that the client has no word for; without a body it is a question.
pub async fn send(client: &Client, driver: &str, command: &str, body: Option<&Value>) -> Value {
    let (status, answer) = answer(client, driver, command, body).await;
    assert!(status.contains(" 200 "), "the driver does not know {command}: {status}: {answer}");
    serde_json::from_str::<Value>(&answer).expect("JSON")["value"].take()
}

/// What the driver answers: the line of its status, and the body.
pub async fn answer(client: &Client, driver: &str, command: &str, body: Option<&Value>) -> (String, String) {
    let session = client.session_id().await.expect("a session").expect("a session");
    let (method, body) = body.map_or(("GET", String::new()), |body| ("POST", body.to_string()));
    let (host, length) = (driver.trim_start_matches("http://"), body.len());
    let head = format!(
        "{method} /session/{session}/{command} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    let mut stream = TcpStream::connect(host).expect("the driver listens");
    stream.write_all((head + &body).as_bytes()).expect("the driver reads");
    // The driver keeps the connection open: its answer is as long as it says.
    let (mut answer, mut length) = (BufReader::new(stream), 0);
    let mut lines = answer.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty());
    let status = lines.next().unwrap_or_default();
    for line in lines {
        if let Some((_, value)) = line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length")) {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut answered = vec![0; length];
    answer.read_exact(&mut answered).expect("the driver answers");
    (status, String::from_utf8_lossy(&answered).into_owned())
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
