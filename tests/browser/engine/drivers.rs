//! The browsers: started for a run of the suite, each with its driver, and ended with it.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Mutex,
    thread,
    time::Duration,
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use libtest_mimic::Failed;
use serde_json::json;

use super::{
    Engine, Look, firefox_prefs,
    wire::{FRESH, devtools, emptied, forget, in_firefox, patient},
};

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
