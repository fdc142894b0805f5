//! Files that the user named, copied to the ledger's disk ahead of the act: watched, stoppable, whole or not at all.

use crate::error::AppError;
use crate::session::{App, no_ledger_open};
use crate::watching::Watching;
use domain::document::file_name;
use ledger::{LedgerError, Progress, Stage, Staged};
use serde_json::json;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

/// A document's version has at most so many bytes.
const LARGEST: u64 = 4 << 30;

/// A file that can be filed.
pub(super) struct Source {
    path: String,
    /// Under which name it is kept.
    pub name: String,
    /// Bytes.
    pub size: u64,
    metadata: Metadata,
}

impl Source {
    /// Looks at the file without reading it.
    pub fn find(path: &str) -> Result<Self, AppError> {
        let place = Path::new(path);
        let metadata = std::fs::metadata(place).map_err(|error| AppError::file(place, &error))?;
        let refused = |code: &str| AppError::refused(code, json!({ "path": path }));
        if metadata.is_dir() {
            return Err(refused("isFolder"));
        }
        // A device or a pipe has no end that one could wait for.
        if !metadata.is_file() {
            return Err(refused("noOrdinaryFile"));
        }
        let size = metadata.len();
        if size == 0 {
            return Err(refused("emptyFile"));
        }
        if size > LARGEST {
            let params = json!({ "path": path, "bytes": size, "limitBytes": LARGEST });
            return Err(AppError::refused("fileTooLarge", params));
        }
        let name = file_name(path).ok_or_else(|| refused("isFolder"))?;
        Ok(Self { path: path.to_owned(), name, size, metadata })
    }

    /// Copies it; refused where it changes meanwhile.
    fn stage(&self, ledger: &ledger::Ledger, bytes: &mut Bytes<'_>) -> Result<Staged, AppError> {
        let place = Path::new(&self.path);
        let failed = |error: &io::Error| AppError::file(place, error);
        let mut reading = Reading { file: File::open(place).map_err(|e| failed(&e))?, bytes, failed: None };
        // One more byte than it had tells that it grew.
        let staged = ledger.stage(reading.by_ref().take(self.size + 1));
        match reading.failed.take() {
            Some(Stopped::Cancelled) => return Err(LedgerError::Cancelled.into()),
            Some(Stopped::Failed(error)) => return Err(failed(&error)),
            None => {}
        }
        let staged = staged?;
        let now = std::fs::metadata(place).map_err(|e| failed(&e))?;
        let same_time = match (self.metadata.modified(), now.modified()) {
            (Ok(before), Ok(after)) => before == after,
            // A disk without times tells a change by its size alone.
            _ => true,
        };
        if !same_time || now.len() != self.size || staged.size() != self.size {
            return Err(AppError::refused("fileChanged", json!({ "path": self.path })));
        }
        Ok(staged)
    }
}

/// Copies these files to the ledger's disk. What was copied goes again where one fails or somebody stops it.
pub(super) fn stage(app: &mut App, sources: &[Source]) -> Result<Vec<Staged>, AppError> {
    let App { ledger, watching, .. } = app;
    let ledger = ledger.as_ref().ok_or_else(no_ledger_open)?;
    let total = sources.iter().map(|source| source.size).sum();
    let mut bytes = Bytes { done: 0, told: 0, total, watching };
    bytes.tell()?;
    sources.iter().map(|source| source.stage(ledger, &mut bytes)).collect()
}

/// How many bytes of all files were copied.
pub(super) struct Bytes<'w> {
    done: u64,
    told: u64,
    total: u64,
    watching: &'w mut Watching,
}

impl<'w> Bytes<'w> {
    /// None of so many yet.
    pub fn of(total: u64, watching: &'w mut Watching) -> Self {
        Self { done: 0, told: 0, total, watching }
    }

    fn tell(&mut self) -> Result<(), LedgerError> {
        self.told = self.done;
        let progress = Progress { stage: Stage::Transfer, done: self.done, total: self.total };
        if (self.watching.watch())(progress) { Ok(()) } else { Err(LedgerError::Cancelled) }
    }

    fn more(&mut self, read: u64) -> Result<(), LedgerError> {
        self.done += read;
        let worth_telling =
            self.done - self.told >= (self.total / 200).max(1 << 20) || self.done == self.total;
        if worth_telling { self.tell() } else { Ok(()) }
    }
}

enum Stopped {
    Cancelled,
    Failed(io::Error),
}

/// Reads and tells; keeps apart what the source could not give from what the ledger's disk could not take.
pub(super) struct Reading<'b, 'w, R> {
    file: R,
    bytes: &'b mut Bytes<'w>,
    failed: Option<Stopped>,
}

impl<'b, 'w, R: Read> Reading<'b, 'w, R> {
    /// Reads from there.
    pub fn new(file: R, bytes: &'b mut Bytes<'w>) -> Self {
        Self { file, bytes, failed: None }
    }

    /// Whether the contents were not what their hash says.
    pub fn was_damaged(&self) -> bool {
        matches!(&self.failed, Some(Stopped::Failed(error)) if error.kind() == io::ErrorKind::InvalidData)
    }

    /// Whether somebody stopped it.
    pub fn was_cancelled(&self) -> bool {
        matches!(self.failed, Some(Stopped::Cancelled))
    }
}

impl<R: Read> Read for Reading<'_, '_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.file.read(buffer) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                let told = io::Error::new(error.kind(), error.to_string());
                self.failed = Some(Stopped::Failed(error));
                return Err(told);
            }
        };
        if self.bytes.more(read as u64).is_err() {
            self.failed = Some(Stopped::Cancelled);
            return Err(io::Error::other("cancelled"));
        }
        Ok(read)
    }
}
