//! The manifest of a package: what is in it, and whose it is.

use serde::{Deserialize, Serialize};

/// Its name within the package.
pub(super) const MANIFEST: &str = "manifest.json";
/// What it says it is.
pub(super) const FORMAT: &str = "huiqian-handover";
/// How it is written; another version is of another program.
pub(super) const VERSION: u32 = 1;
/// Bytes at most.
pub(super) const MANIFEST_LIMIT: u64 = 64 << 20;

/// The manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// When it was made, local time with its offset.
    pub made_at: String,
    /// Which ledger it comes from.
    pub ledger: LedgerIdentity,
    /// On what the documents hang.
    pub about: ManifestAbout,
    /// Whether there were documents that whoever made it could not read.
    pub left_out: bool,
    /// Every file but this one, in the order in which they lie.
    pub files: Vec<ManifestFile>,
}

/// A ledger, as others know it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LedgerIdentity {
    /// Which installation.
    pub origin: String,
    /// 单位代码 of the unit whose documents they are.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// Hash of the journal's last entry when it was made.
    pub head: Option<String>,
}

/// What documents hang on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ManifestAbout {
    /// `ticket`, `opportunity`, `customer` or `person`.
    pub kind: String,
    /// Its number.
    pub key: String,
    /// What it is called.
    pub title: String,
}

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ManifestFile {
    /// Where it lies, with `/` between folders.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// 文档编号 with the unit; absent of the index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Which version of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// 题名.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// 密级.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<String>,
}
