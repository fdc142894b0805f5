//! Closing the window: where the plan wants a backup first, the page says so, and the window goes once it is made. Whoever
//! does not want to wait closes a second time.

use crate::bridge::Bridge;
use app::AppError;
use serde::Serialize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tauri::{AppHandle, Emitter as _, Manager as _, State, Window, WindowEvent};

/// Name of the event that carries [`Told`].
const CLOSING: &str = "closing";
/// How long a backup that is given up may take to remove what it has written.
const GIVING_UP: Duration = Duration::from_millis(800);

/// Whether the window was asked to close.
#[derive(Default)]
pub struct Closing(AtomicBool);

/// What the page is told meanwhile.
#[derive(Clone, Serialize)]
struct Told {
    /// What failed, once it did; empty while it is being made.
    failed: Vec<AppError>,
}

/// The window's events: only the wish to close it matters here.
pub fn hear(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    api.prevent_close();
    let handle = window.app_handle().clone();
    // The second time nothing is waited for.
    if window.state::<Closing>().0.swap(true, Ordering::Relaxed) {
        give_up(handle);
        return;
    }
    // A thread of its own: the window's must go on showing what happens.
    std::thread::spawn(move || {
        let tell = |failed| {
            // A page that is gone hears nothing; closing a second time is always possible.
            let _ = handle.emit(CLOSING, Told { failed });
        };
        let failed = handle.state::<Bridge>().back_up_for_closing(|| tell(Vec::new()));
        if failed.is_empty() { leave(&handle) } else { tell(failed) }
    });
}

/// Closes without waiting any longer.
#[tauri::command]
pub fn close_now(handle: AppHandle) {
    give_up(handle);
}

/// Stays open after a backup that failed.
#[tauri::command]
pub fn stay_open(closing: State<'_, Closing>, bridge: State<'_, Bridge>) {
    bridge.give_up(false);
    closing.0.store(false, Ordering::Relaxed);
}

/// Asks everything to stop and goes, having given it the time to take back what it has written.
fn give_up(handle: AppHandle) {
    handle.state::<Bridge>().give_up(true);
    std::thread::spawn(move || {
        std::thread::sleep(GIVING_UP);
        leave(&handle);
    });
}

fn leave(handle: &AppHandle) {
    match handle.get_webview_window("main") {
        // Asks nobody any more.
        Some(window) if window.destroy().is_ok() => {}
        _ => handle.exit(0),
    }
}
