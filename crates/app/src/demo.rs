//! The demo year.

use crate::error::AppError;
use crate::session::App;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes a ledger with a believable demo year.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeDemo {
    /// The folder; the program's own where absent.
    pub dir: Option<String>,
}

/// An account to try.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DemoAccount {
    /// Signs in as.
    pub account: String,
    /// The holder's name.
    pub name: String,
    /// Its role.
    pub role: String,
    /// Its password.
    pub password: String,
}

/// What was made.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DemoView {
    /// The ledger's folder.
    pub dir: String,
    /// Accounts to try.
    pub accounts: Vec<DemoAccount>,
    /// The demo's recovery code.
    pub recovery_code: String,
    /// Key files of both parties, and their password.
    pub keys: Vec<String>,
    /// Password of the key files.
    pub key_password: String,
    /// Units.
    #[ts(type = "number")]
    pub units: usize,
    /// Engineers.
    #[ts(type = "number")]
    pub engineers: usize,
}

/// `makeDemo`.
pub fn make(_: &mut App, _: MakeDemo) -> Result<DemoView, AppError> {
    Err(AppError::refused("internal", serde_json::json!({})))
}
