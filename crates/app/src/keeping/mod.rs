//! Keeping the ledger safe: backups by hand and by plan, looking into a backup, restoring one.

mod backup;
mod check;
mod plan;
mod preview;
mod restore;
mod run;
mod stray;
mod turn;

pub(crate) use check::bad_files;
pub(crate) use plan::known_backups;

pub use backup::{BackupLedger, BackupView, backup};
pub use check::{
    BadFileView, CheckFiles, CheckOccasion, CheckRanView, CheckUnderWay, EndedCheck, FileCheck,
    FileCheckView, check_files, file_check,
};
pub use plan::{
    BackupPlan, BackupPlanView, FailedBackup, KeptBackup, PlaceView, SetBackupPlan, read_plan, set_plan,
};
pub use preview::{BackupPreviewView, PreviewBackup, preview};
pub use restore::{RestoreLedger, RestoreView, restore};
pub use run::{BackupRunView, Occasion, RanView, RunBackupPlan, run};
pub use stray::{
    PutAsideView, PutFilesAside, StrayFileView, StrayFiles, StrayFilesView, put_files_aside, stray_files,
};
