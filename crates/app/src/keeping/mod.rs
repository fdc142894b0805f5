//! Keeping the ledger safe: backups by hand and by plan, looking into a backup, restoring one.

mod backup;
mod plan;
mod preview;
mod restore;
mod run;
mod turn;

pub(crate) use plan::known_backups;

pub use backup::{BackupLedger, BackupView, backup};
pub use plan::{
    BackupPlan, BackupPlanView, FailedBackup, KeptBackup, PlaceView, SetBackupPlan, read_plan, set_plan,
};
pub use preview::{BackupPreviewView, PreviewBackup, preview};
pub use restore::{RestoreLedger, RestoreView, restore};
pub use run::{BackupRunView, Occasion, RanView, RunBackupPlan, run};
