//! A server of the page that is running, asked as a browser would ask it.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::running::command;

/// The bundled village.
pub const VILLAGE: &str = include_str!("../../instances/dorp.json");

/// A server that is running, and a browser that it has let in.
pub struct Running {
    /// The process.
    pub child: Child,
    /// The name and port of the server.
    pub host: String,
    /// The cookie of the browser.
    pub cookie: String,
    /// The address that lets a browser in once.
    pub address: String,
}

/// An answer: its status, its head, and its body.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The head.
    pub head: String,
    /// The body.
    pub body: String,
}

/// The events of a server.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// Reads until there is a line.
    pub fn wait_for(&mut self, line: &str) {
        let mut read = String::new();
        while read.trim_end() != line {
            read.clear();
            assert!(self.0.read_line(&mut read).unwrap() > 0, "the events end before {line}");
        }
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Running {
    /// Starts a server on a folder and enters.
    pub fn start(folder: &Path) -> Self {
        Self::started(command().args(["serve", folder.to_str().unwrap(), "--no-browser"]))
    }

    /// Enters a server that a command starts.
    pub fn started(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut line).unwrap();
        let (_, address) = line.trim().split_once("http://").expect("the line names the address");
        let (host, path) = address.split_once('/').unwrap();
        let (host, address) = (host.to_owned(), format!("/{path}"));
        let mut running = Self { child, host, cookie: String::new(), address };
        let entered = running.send("GET", &running.address.clone(), &[], "");
        assert_eq!(entered.status, 303);
        let cookie =
            entered.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        running.cookie = cookie.split(';').next().unwrap().to_owned();
        running
    }

    /// Sends a request.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.try_send(method, path, headers, body).expect("the server answers")
    }

    /// Sends a request; `None` if the server is gone.
    fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Option<Answer> {
        send_to(&self.host, method, path, headers, body)
    }

    /// Enters a server with an address, and returns its first screen.
    pub fn visit(address: &str) -> String {
        let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let ask = |path: &str, headers: &[(&str, &str)]| {
            send_to(host, "GET", path, headers, "").expect("the server answers")
        };
        let entered = ask(&format!("/{path}"), &[]);
        let cookie = entered.head.lines().find_map(|line| line.strip_prefix("set-cookie: "));
        let cookie = cookie.expect("a cookie").split(';').next().unwrap();
        ask("/", &[("cookie", cookie)]).body
    }

    /// The events from now on.
    pub fn events(&self) -> Events {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let (host, cookie) = (&self.host, &self.cookie);
        write!(stream, "GET /api/events HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\n\r\n")
            .unwrap();
        let mut events = Events(BufReader::new(stream));
        events.wait_for("event: hello");
        events
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[("cookie", &self.cookie)], "")
    }

    /// Posts JSON as the page does.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.try_post(path, body).expect("the server answers")
    }

    /// The same; `None` if the server is gone.
    pub fn try_post(&self, path: &str, body: &Value) -> Option<Answer> {
        let origin = format!("http://{}", self.host);
        let headers =
            [("cookie", &*self.cookie), ("origin", &*origin), ("content-type", "application/json")];
        self.try_send("POST", path, &headers, &body.to_string())
    }

    pub fn state(&self) -> Value {
        self.get("/api/state").json()
    }

    pub fn revision(&self) -> u64 {
        self.state()["revision"].as_u64().unwrap()
    }

    /// Does an operation at the present revision.
    pub fn edit(&self, operation: &Value) -> Answer {
        self.post("/api/edit", &json!({ "revision": self.revision(), "operation": operation }))
    }

    pub fn load_village(&self) {
        let village: Value = serde_json::from_str(VILLAGE).unwrap();
        let loaded = self.edit(&json!({ "do": "load", "instance": village }));
        assert_eq!(loaded.status, 200, "{}", loaded.body);
    }

    /// Searches to the end, and returns the state after it.
    pub fn search(&self, hold_clusters: bool) -> Value {
        self.search_with(&json!({ "hold_clusters": hold_clusters }))
    }

    pub fn search_with(&self, wish: &Value) -> Value {
        let begun = self.post("/api/search", &json!({ "revision": self.revision(), "wish": wish }));
        assert_eq!(begun.status, 200, "{}", begun.body);
        let since = Instant::now();
        loop {
            let state = self.state();
            if state["is_searching"] == json!(false) {
                return state;
            }
            assert!(since.elapsed() < Duration::from_secs(120), "the search does not end");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Ends the process as a power cut would, also in the midst of a request.
    pub fn end(&self) {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-9", &id]).status().unwrap();
    }

    /// Ends the process as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a request to a server; `None` if it is gone.
fn send_to(
    host: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Answer> {
    let mut stream = TcpStream::connect(host).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\n");
    if !headers.iter().any(|(name, _)| *name == "host") {
        write!(head, "host: {host}\r\n").unwrap();
    }
    for (name, value) in headers {
        write!(head, "{name}: {value}\r\n").unwrap();
    }
    write!(head, "content-length: {}\r\n\r\n{body}", body.len()).unwrap();
    stream.write_all(head.as_bytes()).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    // A workbook is no text: of that the head is enough.
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("project");
    (folder, project)
}

pub fn instance(project: &Path) -> String {
    std::fs::read_to_string(project.join("instance.json")).unwrap()
}

/// Drops files on the page, each a name and a text.
pub fn drop_files(server: &Running, files: &[(&str, &str)]) -> Answer {
    let files: Vec<Value> = files
        .iter()
        .map(|(name, text)| json!({ "name": name, "base64": STANDARD.encode(text) }))
        .collect();
    server.post("/api/files", &json!({ "revision": server.revision(), "files": files }))
}
