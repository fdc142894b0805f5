//! The test host: the built page and the real use cases on 127.0.0.1, so that a browser can walk through what the
//! window shows without WebKit. Not shipped. Runs one use case at a time, as the window does, and refuses requests that
//! name another host than itself.
//!
//! `POST /call` runs a use case; meanwhile `GET /progress` answers how far it has come (`null` where there is nothing to
//! tell) and `POST /cancel` asks it to stop. Everything else is the page.
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
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
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

/// What the page is told of the running use case, and what it asked of it.
#[derive(Default)]
struct Job {
    /// Newest step; `null` where nothing was told yet or nothing runs.
    step: Mutex<Value>,
    cancelled: AtomicBool,
}

/// What requests are answered from.
struct Host {
    app: Mutex<App>,
    job: Arc<Job>,
    page: PathBuf,
    /// `127.0.0.1:PORT`.
    address: String,
    policy: Header,
}

/// A use case that panicked has rolled its transaction back; the program goes on, as the window does.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
    let job = Arc::new(Job::default());
    let mut app = App::new(Options { dir: Some(arguments.ledger), ..Options::default() });
    let told = Arc::clone(&job);
    app.watch(Box::new(move |progress| {
        *locked(&told.step) =
            json!({ "stage": progress.stage.code(), "done": progress.done, "total": progress.total });
        !told.cancelled.load(Ordering::Relaxed)
    }));
    let configuration: Value = serde_json::from_str(CONFIGURATION)?;
    let policy = configuration["app"]["security"]["csp"].as_str().ok_or("tauri.conf.json has no csp")?;
    let policy = Header::from_bytes("Content-Security-Policy", policy)
        .map_err(|()| "the csp of tauri.conf.json is no header")?;
    let server = Server::http(("127.0.0.1", arguments.port))?;
    let address = server.server_addr().to_string();
    println!("http://{address}/");
    io::stdout().flush()?;
    let host = Host { app: Mutex::new(app), job, page, address, policy };
    // A thread for each request, so that none waits behind a use case that is not about it. A browser opens only a few
    // connections to one address.
    std::thread::scope(|scope| {
        for request in server.incoming_requests() {
            let host = &host;
            scope.spawn(move || host.serve(request));
        }
    });
    Ok(())
}

type Answer = Response<io::Cursor<Vec<u8>>>;

impl Host {
    fn serve(&self, mut request: Request) {
        let answer = self.answer(&mut request).with_header(self.policy.clone());
        if let Err(error) = request.respond(answer) {
            eprintln!("huiqian-host: the browser went away: {error}");
        }
    }

    fn answer(&self, request: &mut Request) -> Answer {
        let here = |h: &&Header| h.field.equiv("Host") && h.value.as_str() == self.address;
        if request.headers().iter().find(here).is_none() {
            return plain(403, "this host answers to its own address only");
        }
        match (request.method(), request.url().split('?').next().unwrap_or("/")) {
            (Method::Post, "/call") => self.call(request),
            (Method::Post, "/cancel") => {
                self.job.cancelled.store(true, Ordering::Relaxed);
                json_answer(&Value::Null)
            }
            (Method::Get, "/progress") => json_answer(&locked(&self.job.step)),
            (Method::Get, path) => file(&self.page, path),
            _ => plain(405, "GET, or POST /call or /cancel"),
        }
    }

    fn call(&self, request: &mut Request) -> Answer {
        let mut body = Vec::new();
        if let Err(error) = request.as_reader().take(BODY_LIMIT).read_to_end(&mut body) {
            return plain(400, &error.to_string());
        }
        let call: Call = match serde_json::from_slice(&body) {
            Ok(call) => call,
            Err(error) => return plain(400, &error.to_string()),
        };
        let mut app = locked(&self.app);
        self.job.cancelled.store(false, Ordering::Relaxed);
        let outcome = app.call(&call.use_case, call.request);
        *locked(&self.job.step) = Value::Null;
        drop(app);
        json_answer(&match outcome {
            Ok(response) => json!({ "ok": response }),
            Err(error) => json!({ "error": error }),
        })
    }
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

fn json_answer(value: &Value) -> Answer {
    typed(200, "application/json", value.to_string().into_bytes())
}

fn plain(status: u16, text: &str) -> Answer {
    typed(status, "text/plain; charset=utf-8", text.as_bytes().to_vec())
}

fn typed(status: u16, media_type: &str, body: Vec<u8>) -> Answer {
    let header = Header::from_bytes("Content-Type", media_type).expect("media types are ASCII");
    Response::from_data(body).with_status_code(status).with_header(header)
}
