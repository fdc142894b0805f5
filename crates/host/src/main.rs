//! The test host: the built page and the real use cases on 127.0.0.1, so that a browser can walk through what the
//! window shows without WebKit. Not shipped. Answers one request at a time, as the window does; refuses requests
//! that name another host than itself.
//!
//! Prints `http://127.0.0.1:PORT/` as its first line once it listens, and runs until it is ended.

use app::{App, Options};
use clap::Parser;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use tiny_http::{Header, Method, Request, Response, Server};

/// The window's own configuration: the page is served under the same content security policy.
const CONFIGURATION: &str = include_str!("../../../tauri.conf.json");
/// Largest request body read, bytes.
const BODY_LIMIT: u64 = 16 << 20;

#[derive(Parser)]
struct Arguments {
    /// The built page.
    #[arg(long, default_value = "ui/dist")]
    page: PathBuf,
    /// The ledger's folder.
    #[arg(long)]
    ledger: PathBuf,
    /// Port; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

/// One use case, as the page posts it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Call {
    use_case: String,
    request: Value,
}

fn main() -> ExitCode {
    match serve(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("huiqian-host: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve(arguments: Arguments) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let page = arguments.page.canonicalize().map_err(|error| {
        format!("{}: {error}; build the page first (npm run build)", arguments.page.display())
    })?;
    let mut app = App::new(Options { dir: Some(arguments.ledger), ..Options::default() });
    let configuration: Value = serde_json::from_str(CONFIGURATION)?;
    let policy = configuration["app"]["security"]["csp"].as_str().ok_or("tauri.conf.json has no csp")?;
    let policy = Header::from_bytes("Content-Security-Policy", policy)
        .map_err(|()| "the csp of tauri.conf.json is no header")?;
    let server = Server::http(("127.0.0.1", arguments.port))?;
    let address = server.server_addr().to_string();
    println!("http://{address}/");
    io::stdout().flush()?;
    for mut request in server.incoming_requests() {
        let answer = answer(&mut app, &page, &address, &mut request);
        if let Err(error) = request.respond(answer.with_header(policy.clone())) {
            eprintln!("huiqian-host: the browser went away: {error}");
        }
    }
    Ok(())
}

type Answer = Response<io::Cursor<Vec<u8>>>;

fn answer(app: &mut App, page: &Path, address: &str, request: &mut Request) -> Answer {
    let here = |h: &&Header| h.field.equiv("Host") && h.value.as_str() == address;
    if request.headers().iter().find(here).is_none() {
        return plain(403, "this host answers to its own address only");
    }
    match (request.method(), request.url().split('?').next().unwrap_or("/")) {
        (Method::Post, "/call") => call(app, request),
        (Method::Get, path) => file(page, path),
        _ => plain(405, "GET, or POST /call"),
    }
}

fn call(app: &mut App, request: &mut Request) -> Answer {
    let mut body = Vec::new();
    if let Err(error) = request.as_reader().take(BODY_LIMIT).read_to_end(&mut body) {
        return plain(400, &error.to_string());
    }
    let call: Call = match serde_json::from_slice(&body) {
        Ok(call) => call,
        Err(error) => return plain(400, &error.to_string()),
    };
    let envelope = match app.call(&call.use_case, call.request) {
        Ok(response) => json!({ "ok": response }),
        Err(error) => json!({ "error": error }),
    };
    typed(200, "application/json", envelope.to_string().into_bytes())
}

fn file(page: &Path, path: &str) -> Answer {
    let relative = Path::new(if path == "/" { "index.html" } else { path.trim_start_matches('/') });
    if !relative.components().all(|c| matches!(c, Component::Normal(_))) {
        return plain(404, "not found");
    }
    match fs::read(page.join(relative)) {
        Ok(bytes) => typed(200, media_type(relative), bytes),
        Err(_) => plain(404, "not found"),
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn plain(status: u16, text: &str) -> Answer {
    typed(status, "text/plain; charset=utf-8", text.as_bytes().to_vec())
}

fn typed(status: u16, media_type: &str, body: Vec<u8>) -> Answer {
    let header = Header::from_bytes("Content-Type", media_type).expect("media types are ASCII");
    Response::from_data(body).with_status_code(status).with_header(header)
}
