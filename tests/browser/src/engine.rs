//! The browser engines, and how each is started.

mod device;
mod drivers;
mod protocol;
mod site;

use std::{env, fs, path::PathBuf};

use serde_json::{Map, Value, json};

pub use self::{
    device::Device,
    drivers::{Drivers, Process},
    protocol::{devtools, send, send_raw, timeouts},
    site::{Site, dist},
};

/// A browser engine that the suites run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The engines that an environment variable lists, separated by commas; `None` if it is unset or empty.
    ///
    /// # Panics
    /// If it holds anything else.
    pub fn list_from(variable: &str) -> Option<Vec<Engine>> {
        let list = env::var(variable).ok().filter(|list| !list.is_empty())?;
        let parse = |name: &str| Engine::ALL.into_iter().find(|engine| engine.name() == name.trim());
        let engines: Option<Vec<_>> = list.split(',').map(parse).collect();
        Some(engines.unwrap_or_else(|| panic!("{variable}={list}: expected names from chromium, firefox, webkit")))
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

    fn capabilities(self, device: Device) -> Map<String, Value> {
        let value = match self {
            Engine::Chromium => {
                let emulation = device.phone.map_or(json!({}), |(width, height)| {
                    json!({ "deviceMetrics": { "width": width, "height": height, "pixelRatio": 2.0, "touch": true, "mobile": true } })
                });
                let scheme = format!("--blink-settings=preferredColorScheme={}", u8::from(!device.dark));
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "mobileEmulation": emulation, "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                        "--window-size=800,900", scheme,
                    ] },
                })
            }
            Engine::Firefox => json!({ "browserName": "firefox", "moz:firefoxOptions": {
                "args": ["-headless", "-width", "800", "-height", "900"],
                "prefs": firefox_prefs(device),
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

fn firefox_prefs(device: Device) -> Value {
    json!({
        "layout.css.prefers-color-scheme.content-override": u8::from(!device.dark),
        "ui.prefersReducedMotion": u8::from(device.reduced_motion),
        "browser.display.document_color_use": if device.forced_colors { 2 } else { 0 },
        "javascript.enabled": !device.without_scripts,
        // By script: Latin, Arabic.
        "font.size.variable.x-western": if device.large_text { 32 } else { 16 },
        "font.size.variable.ar": if device.large_text { 32 } else { 16 },
    })
}

/// The browser of `WebKitGTK`, which is not on PATH: Debian installs it beside the library, in a folder named after the architecture.
fn mini_browser() -> PathBuf {
    let folders = fs::read_dir("/usr/lib").into_iter().flatten().chain(fs::read_dir("/usr/libexec").into_iter().flatten());
    let mut found: Vec<_> = folders
        .filter_map(Result::ok)
        .flat_map(|folder| ["webkit2gtk-4.1", "webkitgtk-6.0", ""].map(|name| folder.path().join(name).join("MiniBrowser")))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop().expect("WebKitGTK's MiniBrowser is installed: run scripts/setup.sh test")
}
