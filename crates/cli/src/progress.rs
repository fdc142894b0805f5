//! Progress bars on a terminal's stderr, and Ctrl-C, which ends a long job where it asks whether to go on.

use crate::words::Words;
use app::{Progress, Stage, Watch};
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A long job's face on stderr. It goes when this is dropped.
pub struct Job {
    bar: ProgressBar,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl Job {
    /// A job that tells how far it has come, and the watch that `app` is to tell it.
    pub fn watched(words: Words) -> (Self, Watch) {
        let cancelled = Arc::new(AtomicBool::new(false));
        let pressed = Arc::clone(&cancelled);
        // Asked a second time, or where the handler cannot be set, Ctrl-C ends the program as ever: every act is one
        // transaction, and files are written under another name first.
        let _ = ctrlc::set_handler(move || {
            if pressed.swap(true, Ordering::SeqCst) {
                std::process::exit(130);
            }
        });
        let bar = ProgressBar::no_length();
        let style = ProgressStyle::with_template("{msg} [{bar:30}] {percent:>3}% {elapsed}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        let shown = bar.clone();
        let mut stage: Option<Stage> = None;
        let watch: Watch = Box::new(move |progress: Progress| {
            if stage != Some(progress.stage) {
                stage = Some(progress.stage);
                shown.set_message(words.term("stage", progress.stage.code()));
            }
            shown.set_length(progress.total.max(1));
            shown.set_position(progress.done);
            !cancelled.load(Ordering::SeqCst)
        });
        (Self { bar }, watch)
    }
}
