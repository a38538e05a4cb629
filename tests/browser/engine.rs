//! The browser engines, what each needs to be started, and what it is shown.

mod drivers;
mod look;
mod site;
mod wire;

use std::{env, fs, path::PathBuf};

use serde_json::{Map, Value, json};

pub use self::{
    drivers::{Drivers, Running},
    look::Look,
    site::{Site, dist},
    wire::{answer, devtools, patient, send},
};

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
