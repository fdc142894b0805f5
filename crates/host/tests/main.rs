//! The host as a browser meets it.
#![allow(clippy::unwrap_used)] // clippy sees only `#[test]` functions as tests, not what they call

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

struct Host {
    process: Child,
    address: String,
    folder: tempfile::TempDir,
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Host {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("page");
        std::fs::create_dir(&page).unwrap();
        std::fs::write(page.join("index.html"), "<!doctype html>").unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_huiqian-host"))
            .args(
                [&page, &folder.path().join("ledger")]
                    .iter()
                    .zip(["--page", "--ledger"])
                    .flat_map(|(path, option)| [option.to_owned(), path.display().to_string()]),
            )
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { process, address, folder }
    }

    /// Status and body.
    fn ask(&self, method: &str, path: &str, host: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        write!(stream, "{head}Content-Length: {length}\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap();
        (status, answer.split_once("\r\n\r\n").map_or("", |(_, body)| body).to_owned())
    }

    fn json(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, answer) = self.ask(method, path, &self.address, &body);
        assert_eq!(status, 200, "{method} {path}: {answer}");
        serde_json::from_str(&answer).unwrap()
    }
}

#[test]
fn a_long_use_case_tells_its_progress_and_is_cancelled_from_another_connection() {
    let host = Host::start();
    let none = Value::Null;
    assert_eq!(host.json("GET", "/progress", &none), Value::Null);
    let folder = host.folder.path().join("demo");
    let call = json!({ "useCase": "makeDemo", "request": { "dir": folder.display().to_string() } });
    std::thread::scope(|scope| {
        let answer = scope.spawn(|| host.json("POST", "/call", &call));
        let patience = Instant::now();
        let step = loop {
            let step = host.json("GET", "/progress", &none);
            if step["done"].as_u64().is_some_and(|done| done > 2) {
                break step;
            }
            assert!(patience.elapsed() < Duration::from_secs(60) && !answer.is_finished(), "{step}");
            std::thread::sleep(Duration::from_millis(5));
        };
        assert_eq!(step["stage"], "year");
        assert!(step["done"].as_u64() < step["total"].as_u64(), "{step}");
        host.json("POST", "/cancel", &none);
        assert_eq!(answer.join().unwrap()["error"]["code"], "cancelled");
    });
    assert!(!folder.exists());
    assert_eq!(host.json("GET", "/progress", &none), Value::Null);
    // What was asked of one use case is not asked of the next.
    let status = host.json("POST", "/call", &json!({ "useCase": "ledgerStatus", "request": {} }));
    assert_eq!(status["ok"]["exists"], false);
}

#[test]
fn other_addresses_methods_and_files_are_refused() {
    let host = Host::start();
    for (method, path, name, expected) in [
        ("GET", "/", host.address.as_str(), 200),
        ("GET", "/nothing.js", &host.address, 404),
        ("GET", "/../ledger/x", &host.address, 404),
        ("PUT", "/call", &host.address, 405),
        ("GET", "/progress", "elsewhere.example", 403),
        ("POST", "/cancel", "elsewhere.example", 403),
    ] {
        assert_eq!(host.ask(method, path, name, "").0, expected, "{method} {path} {name}");
    }
}
