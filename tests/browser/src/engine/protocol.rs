//! WebDriver commands that the client library does not offer.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

use fantoccini::{Client, error::CmdError, wd::TimeoutConfiguration};
use serde_json::{Value, json};

/// Timeouts for loading a page and for a script in it.
pub fn timeouts(time: Duration) -> TimeoutConfiguration {
    TimeoutConfiguration::new(Some(time), Some(time), Some(Duration::ZERO))
}

/// Closes every tab but one empty one.
pub async fn close_all_tabs(client: &Client) -> Result<(), CmdError> {
    let old = client.windows().await?;
    let fresh = client.new_window(true).await?;
    for window in old {
        client.switch_to_window(window).await?;
        client.close_window().await?;
    }
    client.switch_to_window(fresh.handle).await
}

/// Clears all data of Firefox, and sets its preferences.
pub const RESET_FIREFOX: &str = r#"
    const [prefs, done] = arguments;
    for (const [name, value] of Object.entries(prefs)) {
        if (typeof value === "boolean") Services.prefs.setBoolPref(name, value);
        else Services.prefs.setIntPref(name, value);
    }
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done });
"#;

/// Clears all data and permissions of Chromium, and focuses its tab.
pub async fn reset_chromium(client: &Client, driver: &str) {
    devtools(client, driver, "Storage.clearDataForOrigin", &json!({ "origin": "*", "storageTypes": "all" })).await;
    devtools(client, driver, "Network.clearBrowserCache", &json!({})).await;
    devtools(client, driver, "Browser.resetPermissions", &json!({})).await;
    // A tab opened by a driver has no focus.
    devtools(client, driver, "Page.bringToFront", &json!({})).await;
}

/// Runs a script in Firefox's privileged context, not in the page.
pub async fn in_firefox(client: &Client, driver: &str, script: &str, arguments: &Value) {
    send(client, driver, "moz/context", Some(&json!({ "context": "chrome" }))).await;
    send(client, driver, "execute/async", Some(&json!({ "script": script, "args": arguments }))).await;
    send(client, driver, "moz/context", Some(&json!({ "context": "content" }))).await;
}

/// Sends a command of the Chrome `DevTools` protocol.
pub async fn devtools(client: &Client, driver: &str, command: &str, parameters: &Value) -> Value {
    send(client, driver, "goog/cdp/execute", Some(&json!({ "cmd": command, "params": parameters }))).await
}

/// Sends a command: with a body as POST, without one as GET. Returns the value of the response.
pub async fn send(client: &Client, driver: &str, command: &str, body: Option<&Value>) -> Value {
    let (status, body) = send_raw(client, driver, command, body).await;
    assert!(status.contains(" 200 "), "the driver does not know {command}: {status}: {body}");
    serde_json::from_str::<Value>(&body).expect("JSON")["value"].take()
}

/// The same, returning the status line and the body of the response.
pub async fn send_raw(client: &Client, driver: &str, command: &str, body: Option<&Value>) -> (String, String) {
    let session = client.session_id().await.expect("a session").expect("a session");
    let (method, body) = body.map_or(("GET", String::new()), |body| ("POST", body.to_string()));
    let (host, length) = (driver.trim_start_matches("http://"), body.len());
    let head = format!(
        "{method} /session/{session}/{command} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    let mut stream = TcpStream::connect(host).expect("the driver listens");
    stream.write_all((head + &body).as_bytes()).expect("the driver reads");
    // The driver keeps the connection open: Content-Length tells where the response ends.
    let (mut response, mut length) = (BufReader::new(stream), 0);
    let mut lines = response.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty());
    let status = lines.next().unwrap_or_default();
    for line in lines {
        if let Some((_, value)) = line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length")) {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    response.read_exact(&mut body).expect("the driver answers");
    (status, String::from_utf8_lossy(&body).into_owned())
}
