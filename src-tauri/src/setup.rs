//! Builds the program: one instance, one window, the plugins, and the state that the bridge uses.

use crate::bridge::{self, Bridge};
use crate::closing::{self, Closing};
use app::{App, Options};
use std::process::ExitCode;
use tauri::{AppHandle, Manager as _};

/// Runs until the window is closed. A start that fails says why on stderr.
pub fn run() -> ExitCode {
    let outcome = tauri::Builder::default()
        // First of the plugins, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|handle, _args, _dir| show(handle)))
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .setup(|program| {
            program.manage(Closing::default());
            program.manage(Bridge::new(App::new(Options::default()), program.handle().clone()));
            Ok(())
        })
        .on_window_event(closing::hear)
        .invoke_handler(tauri::generate_handler![
            bridge::call,
            bridge::cancel,
            bridge::notify,
            closing::close_now,
            closing::stay_open
        ])
        .run(tauri::generate_context!());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("慧签无法启动 / Huiqian cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A second start brings the first one's window to the front.
fn show(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window("main") {
        // Each may be refused by the desktop; there is nothing else to do then.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
