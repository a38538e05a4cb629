//! Pools of browsers, each with its WebDriver: started on demand, reused by the next test, and ended with the run.

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
    Device, Engine, firefox_prefs,
    protocol::{RESET_FIREFOX, close_all_tabs, devtools, in_firefox, reset_chromium, timeouts},
};

/// A child process that is killed when it is dropped.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A virtual display, for `WebKitGTK`, which has no headless mode.
struct Screen {
    name: String,
    _process: Process,
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
        let process = Process(process);
        let mut number = String::new();
        BufReader::new(out).read_line(&mut number).expect("Xvfb prints its display number");
        Screen { name: format!(":{}", number.trim()), _process: process }
    }
}

/// How long a driver may take to open or close a session.
const SESSION_TIMEOUT: Duration = Duration::from_secs(45);

/// The drivers of an engine: one for each open browser, since two of the three drivers allow only one session.
pub struct Drivers {
    pub engine: Engine,
    idle: Mutex<Vec<Driver>>,
}

impl Drivers {
    pub fn of(engine: Engine) -> Drivers {
        Drivers { engine, idle: Mutex::default() }
    }

    /// A browser with an empty profile and an empty tab, to be returned with [`Drivers::give_back`].
    pub async fn open(&self, device: Device) -> Result<Driver, Failed> {
        let known = {
            let mut idle = self.idle.lock().expect("not poisoned");
            let place = idle.iter().position(|driver| self.engine == Engine::Firefox || driver.device.starts_like(device));
            place.map(|place| idle.swap_remove(place))
        };
        let mut driver = known.unwrap_or_else(|| self.start(device));
        driver.device = device;
        // Starting a browser takes as long as many tests do: these two engines are reset instead.
        if let Some(client) = &driver.client {
            match self.engine {
                Engine::Firefox => in_firefox(client, &driver.address, RESET_FIREFOX, &json!([firefox_prefs(device)])).await,
                Engine::Chromium => {
                    reset_chromium(client, &driver.address).await;
                    self.set(device, client, &driver.address).await?;
                }
                Engine::WebKit => unreachable!("its sessions are closed after each test"),
            }
            return Ok(driver);
        }
        let client = self.connected(device, &mut driver).await?;
        // Longer than any wait in a test.
        client.update_timeouts(timeouts(Duration::from_mins(1))).await?;
        self.set(device, &client, &driver.address).await?;
        driver.client = Some(client);
        Ok(driver)
    }

    /// A session. `WebKit`'s driver sometimes never answers: then another driver is started.
    async fn connected(&self, device: Device, driver: &mut Driver) -> Result<Client, Failed> {
        for _ in 0..3 {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(self.engine.capabilities(device));
            if let Ok(client) = tokio::time::timeout(SESSION_TIMEOUT, builder.connect(&driver.address)).await {
                return Ok(client?);
            }
            *driver = self.start(device);
        }
        Err(format!("{} does not open a session", self.engine.driver()).into())
    }

    /// Applies what cannot be set when a browser is started.
    async fn set(&self, device: Device, client: &Client, driver: &str) -> Result<(), Failed> {
        match self.engine {
            Engine::Firefox => {}
            Engine::WebKit => {
                // The viewport of the other engines, plus the title bar.
                client.set_window_size(800, 975).await?;
                if device.forced_colors || device.without_scripts || device.large_text {
                    return Err(format!("WebKitGTK has no setting for {device:?}").into());
                }
            }
            Engine::Chromium => {
                if device.without_scripts {
                    devtools(client, driver, "Emulation.setScriptExecutionDisabled", &json!({ "value": true })).await;
                }
                if device.large_text {
                    devtools(client, driver, "Page.setFontSizes", &json!({ "fontSizes": { "standard": 32, "fixed": 26 } })).await;
                }
                let wishes = [
                    ("forced-colors", "active", device.forced_colors),
                    ("prefers-reduced-motion", "reduce", device.reduced_motion),
                ];
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

    /// Takes a browser back after a test. One that cannot be closed or emptied is not used again.
    pub async fn give_back(&self, mut driver: Driver) {
        let Some(client) = &driver.client else { return };
        let clean_up =
            async { if self.engine == Engine::WebKit { client.clone().close().await } else { close_all_tabs(client).await } };
        let is_clean = tokio::time::timeout(SESSION_TIMEOUT, clean_up).await.is_ok_and(|result| result.is_ok());
        if self.engine == Engine::WebKit {
            driver.client = None;
        }
        if is_clean {
            self.idle.lock().expect("not poisoned").push(driver);
        }
    }

    pub async fn close(&self) {
        if self.engine == Engine::WebKit {
            for reduced_motion in [true, false] {
                let _ = fs::remove_dir_all(gtk_settings(reduced_motion));
            }
        }
        let idle = std::mem::take(&mut *self.idle.lock().expect("not poisoned"));
        for driver in idle {
            Drivers::end(driver).await;
        }
    }

    /// Ends a browser: one that is closed first leaves no profile behind.
    pub async fn end(driver: Driver) {
        if let Some(client) = driver.client.clone() {
            let _ = tokio::time::timeout(SESSION_TIMEOUT, client.close()).await;
        }
    }

    fn start(&self, device: Device) -> Driver {
        let port = free_port();
        let mut command = Command::new(self.engine.driver());
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        command.process_group(0);
        if self.engine == Engine::Firefox {
            command.arg("--allow-system-access");
            command.arg(format!("--websocket-port={}", free_port()));
        }
        // One display each: only one window of a display has keyboard focus.
        let screen = (self.engine == Engine::WebKit).then(Screen::start);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            command.env("GTK_THEME", if device.dark { "Adwaita:dark" } else { "Adwaita" });
            // GTK's setting for reduced motion.
            let settings = gtk_settings(device.reduced_motion);
            let animations = u8::from(!device.reduced_motion);
            fs::create_dir_all(settings.join("gtk-3.0")).expect("the temporary folder takes a folder");
            fs::write(settings.join("gtk-3.0/settings.ini"), format!("[Settings]\ngtk-enable-animations={animations}\n"))
                .expect("the temporary folder takes a file");
            command.env("XDG_CONFIG_HOME", settings);
        }
        let process = command.spawn().unwrap_or_else(|error| panic!("{} cannot be started: {error}", self.engine.driver()));
        let driver = Driver {
            address: format!("http://127.0.0.1:{port}"),
            device,
            client: None,
            process: Process(process),
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

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

/// The folder of GTK's settings, with animations or without.
fn gtk_settings(reduced_motion: bool) -> PathBuf {
    env::temp_dir().join(format!("exhale-gtk-{}-{reduced_motion}", std::process::id()))
}

/// A running WebDriver and its browser.
pub struct Driver {
    pub address: String,
    pub client: Option<Client>,
    device: Device,
    process: Process,
    _screen: Option<Screen>,
}

impl Drop for Driver {
    /// Kills the whole process group: also a browser that no longer answers.
    fn drop(&mut self) {
        let group = format!("-{}", self.process.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
    }
}
