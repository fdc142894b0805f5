//! Checking a package that somebody sent: every file that its manifest names is there as it was, and nothing else is.

use super::archive::{Archive, Packed};
use super::manifest::{FORMAT, MANIFEST, MANIFEST_LIMIT, Manifest, ManifestFile, VERSION};
use super::path::is_safe;
use super::write::hash;
use crate::document::source::{Bytes, Reading};
use crate::error::AppError;
use crate::exchange::open_file;
use crate::session::App;
use domain::Event;
use domain::document::DocumentNo;
use domain::kernel::Digest;
use ledger::LedgerError;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::Path;
use ts_rs::TS;

/// Checks a package (核对移交包). Needs no ledger; one that is open says whether it handed this package over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CheckPackage {
    /// The file.
    pub path: String,
}

/// Something that is wrong with a package.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PackageFindingView {
    /// Which.
    pub code: String,
    /// Its details.
    #[ts(type = "Record<string, unknown>")]
    pub params: Value,
}

/// What a package's documents hang on.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PackageAbout {
    /// `ticket`, `opportunity`, `customer` or `person`.
    pub kind: String,
    /// Its number.
    pub key: String,
    /// What it is called.
    pub title: String,
}

/// What a check says of a package.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PackageCheckView {
    /// Whether everything is there as its manifest says, and nothing else.
    pub intact: bool,
    /// What is wrong.
    pub findings: Vec<PackageFindingView>,
    /// When it was made, as it says.
    pub made_at: String,
    /// Which installation made it, as it says.
    pub origin: String,
    /// Whose documents they are, as it says.
    pub unit: String,
    /// On what they hang, as it says.
    pub about: PackageAbout,
    /// Whether documents are missing that whoever made it could not read, as it says.
    pub left_out: bool,
    /// Documents that its manifest names.
    pub documents: u32,
    /// Bytes of all files.
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256 of its manifest: compare it with what the sender's ledger says.
    pub manifest: String,
    /// `handedOver`: the open ledger made exactly this package; `notHandedOver`: it says that it comes from the open ledger, whose
    /// journal knows nothing of it; absent where another ledger made it, or none is open.
    pub known: Option<String>,
}

/// Findings that are told one by one; more are of no use to anybody.
const MOST_FINDINGS: usize = 200;

fn finding(code: &str, path: &str) -> PackageFindingView {
    PackageFindingView { code: format!("packageFinding.{code}"), params: json!({ "path": path }) }
}

/// `checkPackage`.
pub fn check(app: &mut App, request: CheckPackage) -> Result<PackageCheckView, AppError> {
    let place = Path::new(&request.path);
    let failed = |error: &io::Error| AppError::file(place, error);
    let no_package = || AppError::refused("notPackage", json!({ "path": request.path }));
    let file = open_file(&request.path)?;
    if file.metadata().map_err(|e| failed(&e))?.is_dir() {
        return Err(AppError::refused("isFolder", json!({ "path": request.path })));
    }
    let mut archive = Archive::open(file).ok_or_else(no_package)?;
    let (packed, whole) = archive.list().map_err(|_| no_package())?;
    let (manifest, digest) = read_manifest(&mut archive, &packed).ok_or_else(no_package)?;
    if manifest.version != VERSION {
        let params = json!({ "path": request.path, "found": manifest.version, "known": VERSION });
        return Err(AppError::refused("packageVersion", params));
    }
    let mut findings = compare(app, &mut archive, &packed, &manifest, place)?;
    if !whole {
        findings.push(finding("hidden", MANIFEST));
    }
    findings.truncate(MOST_FINDINGS);
    let documents = manifest.files.iter().filter(|file| file.document.is_some()).count();
    Ok(PackageCheckView {
        intact: findings.is_empty(),
        findings,
        known: known(app, &manifest, &digest)?,
        made_at: manifest.made_at,
        origin: manifest.ledger.origin,
        unit: manifest.ledger.unit_name,
        about: PackageAbout {
            kind: manifest.about.kind,
            key: manifest.about.key,
            title: manifest.about.title,
        },
        left_out: manifest.left_out,
        documents: u32::try_from(documents).unwrap_or(u32::MAX),
        bytes: packed.iter().fold(0, |sum, file| sum.saturating_add(file.size)),
        manifest: digest.to_string(),
    })
}

/// The manifest and its hash; `None` where there is none of ours.
fn read_manifest(archive: &mut Archive, packed: &[Packed]) -> Option<(Manifest, Digest)> {
    let listed = packed.iter().find(|file| file.path.as_deref() == Some(MANIFEST))?;
    if !listed.plain || listed.size > MANIFEST_LIMIT {
        return None;
    }
    let mut text = Vec::new();
    archive.contents(listed).ok()?.read_to_end(&mut text).ok()?;
    let manifest: Manifest = serde_json::from_slice(&text).ok()?;
    (manifest.format == FORMAT).then(|| (manifest, hash(&text)))
}

/// Holds what is there against what should be.
fn compare(
    app: &mut App,
    archive: &mut Archive,
    packed: &[Packed],
    manifest: &Manifest,
    place: &Path,
) -> Result<Vec<PackageFindingView>, AppError> {
    let mut findings = Vec::new();
    let mut there: BTreeMap<&str, &Packed> = BTreeMap::new();
    for file in packed {
        let Some(path) = file.path.as_deref().filter(|path| is_safe(path)) else {
            findings.push(finding("unsafePath", file.path.as_deref().unwrap_or_default()));
            continue;
        };
        if there.insert(path, file).is_some() {
            findings.push(finding("twice", path));
        }
    }
    there.remove(MANIFEST);
    let mut bytes = Bytes::of(there.values().map(|file| file.size).sum(), &mut app.watching);
    // Names that differ in capitals alone are one file on Windows.
    let mut listed = BTreeSet::new();
    for wanted in &manifest.files {
        if !is_safe(&wanted.path) {
            findings.push(finding("unsafePath", &wanted.path));
            continue;
        }
        if !listed.insert(wanted.path.to_lowercase()) || wanted.path == MANIFEST {
            findings.push(finding("twice", &wanted.path));
            continue;
        }
        match there.remove(&*wanted.path) {
            None => findings.push(finding("missing", &wanted.path)),
            Some(file) if !file.plain => findings.push(finding("packed", &wanted.path)),
            Some(file) if !is_same(archive, file, wanted, &mut bytes, place)? => {
                findings.push(finding("changed", &wanted.path));
            }
            Some(_) => {}
        }
    }
    findings.extend(there.into_keys().map(|path| finding("extra", path)));
    Ok(findings)
}

fn is_same(
    archive: &mut Archive,
    file: &Packed,
    wanted: &ManifestFile,
    bytes: &mut Bytes<'_>,
    place: &Path,
) -> Result<bool, AppError> {
    if file.size != wanted.size {
        return Ok(false);
    }
    let Ok(contents) = archive.contents(file) else { return Ok(false) };
    let mut reading = Reading::new(contents, bytes);
    let mut hasher = Sha256::new();
    let copied = io::copy(&mut reading, &mut hasher);
    if reading.was_cancelled() {
        return Err(LedgerError::Cancelled.into());
    }
    match copied {
        // What the archive's reader complains about is a changed file; a disk that fails is not.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) => {
            Ok(false)
        }
        Err(error) if error.raw_os_error().is_none() => Ok(false),
        Err(error) => Err(AppError::file(place, &error)),
        Ok(_) => Ok(Digest::new(hasher.finalize().into()).to_string() == wanted.sha256),
    }
}

/// What the open ledger says of the package.
fn known(app: &mut App, manifest: &Manifest, digest: &Digest) -> Result<Option<String>, AppError> {
    if app.ledger.is_none() && app.dir().join("ledger.sqlite3").exists() {
        app.open()?;
    }
    let Some(ledger) = &app.ledger else { return Ok(None) };
    let named = manifest.files.iter().find_map(|file| file.document.as_ref()?.parse::<DocumentNo>().ok());
    let acts = match named {
        Some(no) => ledger::document::query::acts(ledger.conn(), &no)?,
        None => Vec::new(),
    };
    let handed_over = acts.iter().any(|entry| {
        matches!(
            Event::decode(&entry.kind, entry.version, &entry.body),
            Some(Event::DocumentPackaged(packaged)) if packaged.package == *digest
        )
    });
    if handed_over {
        return Ok(Some("handedOver".to_owned()));
    }
    let ours = ledger.origin().as_str() == manifest.ledger.origin
        || ledger.former_origins()?.iter().any(|former| former.origin.as_str() == manifest.ledger.origin);
    Ok(ours.then(|| "notHandedOver".to_owned()))
}
