//! The one command between the page and `app`: a use case's name and request in, `{"ok": …}` or `{"error": …}` out.
//!
//! Use cases run on a blocking thread, one after the other, because one program has one open ledger; the window's
//! own thread only passes messages. Backups that fall due run beside them, on a ledger opened again. Long ones tell how
//! far they are by the event [`PROGRESS`], and stop at the next such moment once [`cancel`] was asked for.

use app::requests::{Occasion, RunBackupPlan};
use app::{App, AppError, ErrorClass};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use tauri::{AppHandle, Emitter as _, State};
use tauri_plugin_notification::NotificationExt as _;

/// Name of the event that carries a [`Step`].
pub const PROGRESS: &str = "progress";

/// How far the running use case has come in its current stage.
#[derive(Clone, Serialize)]
struct Step {
    stage: &'static str,
    done: u64,
    total: u64,
}

/// The program behind the window.
pub struct Bridge {
    app: Arc<Mutex<App>>,
    cancelled: Arc<AtomicBool>,
    /// The window closes without waiting: everything stops, backups beside too.
    leaving: Arc<AtomicBool>,
}

impl Bridge {
    /// Puts the program behind the window; `handle` is where progress is told.
    pub fn new(mut app: App, handle: AppHandle) -> Self {
        let cancelled = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&cancelled);
        app.watch(Box::new(move |progress| {
            let step = Step { stage: progress.stage.code(), done: progress.done, total: progress.total };
            // A window that is gone hears nothing; the job ends all the same.
            let _ = handle.emit(PROGRESS, step);
            !asked.load(Ordering::Relaxed)
        }));
        Self { app: Arc::new(Mutex::new(app)), cancelled, leaving: Arc::default() }
    }

    /// Makes the backup that the plan wants before the program is closed, and answers what failed. A job that is running
    /// is asked to stop, as closing the window asks it to. `waits` is called as soon as it is clear that there is a
    /// backup to make.
    pub fn back_up_for_closing(&self, waits: impl Fn()) -> Vec<AppError> {
        let mut app = match self.app.try_lock() {
            Ok(app) => app,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => {
                self.stop();
                self.app.lock().unwrap_or_else(PoisonError::into_inner)
            }
        };
        // What was cancelled is over; the backup is not meant.
        self.cancelled.store(false, Ordering::Relaxed);
        if !app.backs_up_on_closing() {
            return Vec::new();
        }
        waits();
        match app.invoke(RunBackupPlan { occasion: Occasion::Closing }) {
            Ok(ran) => ran.places.into_iter().filter_map(|place| place.failed).collect(),
            Err(error) => vec![error],
        }
    }

    /// Asks whatever runs at the window to stop.
    fn stop(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Asks everything to stop, or takes that back.
    pub fn give_up(&self, leaving: bool) {
        self.leaving.store(leaving, Ordering::Relaxed);
        self.cancelled.store(leaving, Ordering::Relaxed);
    }
}

/// Runs one use case. Never fails itself: a refusal is an answer.
#[tauri::command]
pub async fn call(bridge: State<'_, Bridge>, use_case: String, request: Value) -> Result<Value, ()> {
    let app = Arc::clone(&bridge.app);
    let cancelled = Arc::clone(&bridge.cancelled);
    let leaving = Arc::clone(&bridge.leaving);
    let job = tauri::async_runtime::spawn_blocking(move || {
        // A use case that panicked has rolled its transaction back; the program goes on.
        let mut app = app.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mut apart) = app.apart(&use_case, &request) {
            drop(app);
            apart.watch(Box::new(move |_| !leaving.load(Ordering::Relaxed)));
            return apart.call(&use_case, request);
        }
        cancelled.store(false, Ordering::Relaxed);
        app.call(&use_case, request)
    });
    let outcome = job.await.unwrap_or_else(|defect| Err(internal(&defect.to_string())));
    Ok(envelope(outcome))
}

/// Asks the running use case to stop; one that does not tell its progress runs to its end.
#[tauri::command]
pub fn cancel(bridge: State<'_, Bridge>) {
    bridge.stop();
}

/// Shows a notification of the desktop. One that shows none, or a user who forbade it, is no error of the program.
#[tauri::command]
pub fn notify(handle: AppHandle, title: String, body: String) {
    let _ = handle.notification().builder().title(title).body(body).show();
}

fn envelope(outcome: Result<Value, AppError>) -> Value {
    match outcome {
        Ok(response) => json!({ "ok": response }),
        Err(error) => json!({ "error": error }),
    }
}

fn internal(incident: &str) -> AppError {
    AppError {
        code: "internal".to_owned(),
        class: ErrorClass::Environment,
        params: Map::new(),
        incident: Some(incident.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{envelope, internal};
    use serde_json::json;

    #[test]
    fn the_envelope_carries_either_an_answer_or_an_error() {
        assert_eq!(envelope(Ok(json!([1]))), json!({ "ok": [1] }));
        let error = envelope(Err(internal("what happened")));
        assert_eq!(error["error"]["code"], "internal");
        assert_eq!(error["error"]["incident"], "what happened");
    }
}
