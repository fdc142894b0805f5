//! The test host: the built page and the real use cases on 127.0.0.1, so that a browser can walk through what the
//! window shows without WebKit. Not shipped. Runs one use case at a time, as the window does, and refuses requests that
//! name another host than itself.
//!
//! `POST /call` runs a use case; meanwhile `GET /progress` answers how far it has come (`null` where there is nothing to
//! tell) and `POST /cancel` asks it to stop. Everything else is the page.
//!
//! Prints `http://127.0.0.1:PORT/` as its first line once it listens, and runs until it is ended.

use app::{App, Options};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use clap::Parser;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The window's own configuration: the page is served under the same content security policy.
const CONFIGURATION: &str = include_str!("../../../tauri.conf.json");
/// Largest request body read, bytes.
const BODY_LIMIT: usize = 16 << 20;

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
    policy: HeaderValue,
}

/// A use case that panicked has rolled its transaction back; the program goes on, as the window does.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn main() -> ExitCode {
    if let Some(ended) = app::child_if_asked() {
        return ended;
    }
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
    let policy = HeaderValue::from_str(policy)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", arguments.port)).await?;
        let address = listener.local_addr()?.to_string();
        println!("http://{address}/");
        io::stdout().flush()?;
        let host = Arc::new(Host { app: Mutex::new(app), job, page, address, policy });
        let router = Router::new()
            .route("/call", post(call))
            .route("/cancel", post(cancel))
            .route("/progress", get(progress))
            .fallback(get(file))
            .layer(DefaultBodyLimit::max(BODY_LIMIT))
            .layer(from_fn_with_state(Arc::clone(&host), guard))
            .with_state(host);
        axum::serve(listener, router).await?;
        Ok(())
    })
}

/// Refuses who asks for another host, and puts the window's policy on every answer.
async fn guard(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let named = request.headers().get(header::HOST).and_then(|name| name.to_str().ok());
    let mut answer = if named == Some(host.address.as_str()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "this host answers to its own address only").into_response()
    };
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, host.policy.clone());
    answer
}

async fn cancel(State(host): State<Arc<Host>>) -> Response {
    host.job.cancelled.store(true, Ordering::Relaxed);
    json_answer(&Value::Null)
}

async fn progress(State(host): State<Arc<Host>>) -> Response {
    json_answer(&locked(&host.job.step))
}

async fn call(State(host): State<Arc<Host>>, body: Bytes) -> Response {
    let call: Call = match serde_json::from_slice(&body) {
        Ok(call) => call,
        Err(error) => return (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    };
    let job = tokio::task::spawn_blocking(move || {
        let mut app = locked(&host.app);
        if let Some(mut apart) = app.apart(&call.use_case, &call.request) {
            drop(app);
            return apart.call(&call.use_case, call.request);
        }
        host.job.cancelled.store(false, Ordering::Relaxed);
        let outcome = app.call(&call.use_case, call.request);
        *locked(&host.job.step) = Value::Null;
        outcome
    });
    match job.await {
        Ok(Ok(response)) => json_answer(&json!({ "ok": response })),
        Ok(Err(error)) => json_answer(&json!({ "error": error })),
        Err(defect) => (StatusCode::INTERNAL_SERVER_ERROR, defect.to_string()).into_response(),
    }
}

async fn file(State(host): State<Arc<Host>>, uri: Uri) -> Response {
    let path = uri.path();
    let relative = Path::new(if path == "/" { "index.html" } else { path.trim_start_matches('/') });
    if !relative.components().all(|c| matches!(c, Component::Normal(_))) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match fs::read(host.page.join(relative)) {
        Ok(bytes) => typed(media_type(relative), bytes),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
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

fn json_answer(value: &Value) -> Response {
    typed("application/json", value.to_string().into_bytes())
}

fn typed(media_type: &'static str, body: Vec<u8>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    (headers, body).into_response()
}
