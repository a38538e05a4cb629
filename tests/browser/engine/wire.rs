//! What is said to a driver for which the client has no word.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

use fantoccini::{Client, error::CmdError, wd::TimeoutConfiguration};
use serde_json::{Value, json};

/// How long the driver waits for a page, and for a script in it.
pub fn patient(time: Duration) -> TimeoutConfiguration {
    TimeoutConfiguration::new(Some(time), Some(time), Some(Duration::ZERO))
}

/// Closes all that is open but one empty tab.
pub async fn emptied(client: &Client) -> Result<(), CmdError> {
    let old = client.windows().await?;
    let fresh = client.new_window(true).await?;
    for window in old {
        client.switch_to_window(window).await?;
        client.close_window().await?;
    }
    client.switch_to_window(fresh.handle).await
}

/// Forgets all that a browser keeps, and sets what the person has asked for.
pub const FRESH: &str = r#"
    const [prefs, done] = arguments;
    for (const [name, value] of Object.entries(prefs)) {
        if (typeof value === "boolean") Services.prefs.setBoolPref(name, value);
        else Services.prefs.setIntPref(name, value);
    }
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done });
"#;

/// Has Chromium forget all that it keeps, and all that it was allowed; its tab is the one that is looked at.
pub async fn forget(client: &Client, driver: &str) {
    devtools(client, driver, "Storage.clearDataForOrigin", &json!({ "origin": "*", "storageTypes": "all" })).await;
    devtools(client, driver, "Network.clearBrowserCache", &json!({})).await;
    devtools(client, driver, "Browser.resetPermissions", &json!({})).await;
    // A tab that a driver opened has no focus.
    devtools(client, driver, "Page.bringToFront", &json!({})).await;
}

/// Runs a script in Firefox itself, not in the page.
pub async fn in_firefox(client: &Client, driver: &str, script: &str, arguments: &Value) {
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
