//! Making a package: written under another name beside its own, recorded, and only then given its name.

use super::archive::Packing;
use super::manifest::{FORMAT, LedgerIdentity, MANIFEST, Manifest, ManifestAbout, ManifestFile, VERSION};
use super::path::{of_version, root};
use crate::api::Act;
use crate::copies::handed_out;
use crate::document::collected::Collected;
use crate::document::kept::keep_words;
use crate::document::source::{Bytes, Reading};
use crate::document::whose::known;
use crate::error::AppError;
use crate::exchange::FileView;
use crate::parse::text_given;
use crate::reports::index_of;
use crate::session::{App, no_ledger_open};
use domain::Refusal;
use domain::document::for_workers_alone;
use domain::kernel::Digest;
use ledger::LedgerError;
use ledger::document::list::DocumentRow;
use ledger::document::reading::{Way, note};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::io;
use std::path::Path;
use ts_rs::TS;

/// Says what a package of a thing's documents would hold.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PackageContents {
    /// On what they hang, as `opportunity/CD-SJ-202610-0001`.
    pub about: String,
}

/// What a package would hold.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PackageContentsView {
    /// Documents, each in its last version.
    pub documents: u32,
    /// Bytes of all of them.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Those that leave only with a reason: number and title.
    pub guarded: Vec<String>,
    /// Whether there are others that whoever asks may not read.
    pub left_out: bool,
}

/// Writes a thing's documents as a package (移交包).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PackageDocuments {
    /// On what they hang; of an opportunity its tickets' documents are in it too.
    pub about: String,
    /// Why; needed where confidential documents or prices are among them.
    #[serde(default)]
    pub reason: String,
    /// The file.
    pub out: String,
}

/// A package that was written.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PackageView {
    /// Where.
    pub path: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Documents in it.
    pub documents: u32,
    /// Whether there are others that whoever made it may not read.
    pub left_out: bool,
    /// SHA-256 of its manifest, as the journal has it.
    pub manifest: String,
}

fn needs_reason(row: &DocumentRow) -> bool {
    for_workers_alone(&row.class, row.secrecy)
}

fn counted(collected: &Collected) -> u32 {
    u32::try_from(collected.documents.len()).unwrap_or(u32::MAX)
}

/// `packageContents`.
pub fn contents(app: &mut App, request: PackageContents) -> Result<PackageContentsView, AppError> {
    let collected = Collected::of(app, Act::PackageContents, &request.about)?;
    let guarded = collected.documents.iter().filter(|(row, _)| needs_reason(row));
    Ok(PackageContentsView {
        documents: counted(&collected),
        bytes: collected.bytes(),
        guarded: guarded
            .map(|(_, line)| format!("{} {}", line.number, line.title.as_deref().unwrap_or_default()))
            .collect(),
        left_out: collected.left_out,
    })
}

/// `packageDocuments`.
pub fn write(app: &mut App, request: PackageDocuments) -> Result<PackageView, AppError> {
    let collected = Collected::of(app, Act::PackageDocuments, &request.about)?;
    if collected.documents.is_empty() {
        return Err(AppError::refused("nothingToPackage", json!({ "about": collected.about.key() })));
    }
    // Said before gigabytes are written.
    if text_given(Some(&request.reason)).is_none()
        && collected.documents.iter().any(|(row, _)| needs_reason(row))
    {
        return Err(Refusal::ReasonNeeded.into());
    }
    let index = index_of(app, &collected)?;
    let target = Path::new(&request.out);
    let failed = |error: &io::Error| AppError::file(target, error);
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut scratch =
        tempfile::Builder::new().prefix(".huiqian-").tempfile_in(folder).map_err(|e| failed(&e))?;
    let mut manifest = manifest(app, &collected)?;
    let digest = fill(app, scratch.as_file_mut(), target, &collected, &index, &mut manifest)?;
    scratch.as_file().sync_all().map_err(|e| failed(&e))?;
    let bytes = scratch.as_file().metadata().map_err(|e| failed(&e))?.len();
    // On record before it has its name: no package goes out that the journal does not know.
    record(app, &collected, digest, &request.reason)?;
    ledger::replace(scratch, target).map_err(|e| failed(&e))?;
    let (documents, left_out) = (counted(&collected), collected.left_out);
    let file = FileView { path: target.display().to_string(), bytes };
    let FileView { path, bytes } = handed_out(app, "packageDocuments", Some(collected.unit), file)?;
    Ok(PackageView { path, bytes, documents, left_out, manifest: digest.to_string() })
}

fn manifest(app: &App, collected: &Collected) -> Result<Manifest, AppError> {
    let ledger = app.ledger()?;
    let units = ledger::organisation::query::units(app.conn()?)?;
    let unit_name = units.get(&collected.unit).map_or_else(|| collected.unit.to_string(), |u| u.name.clone());
    let made_at = app.now()?.with_timezone(&crate::clock::china());
    Ok(Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        made_at: made_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
        ledger: LedgerIdentity {
            origin: ledger.origin().as_str().to_owned(),
            unit: collected.unit.to_string(),
            unit_name,
            head: ledger.head()?.map(|head| head.hash.to_string()),
        },
        about: ManifestAbout {
            kind: collected.about.kind().to_owned(),
            key: collected.about.key(),
            title: collected.title.clone(),
        },
        left_out: collected.left_out,
        files: Vec::new(),
    })
}

/// Writes everything into the file; answers the manifest's hash.
fn fill(
    app: &mut App,
    file: &mut std::fs::File,
    target: &Path,
    collected: &Collected,
    index: &[u8],
    manifest: &mut Manifest,
) -> Result<Digest, AppError> {
    let App { ledger, watching, .. } = app;
    let ledger = ledger.as_ref().ok_or_else(no_ledger_open)?;
    let failed = |error: &io::Error| AppError::file(target, error);
    let folder = root(&collected.title, &collected.about.key());
    let mut bytes = Bytes::of(collected.bytes(), watching);
    let mut packing = Packing::new(file);
    let path = format!("{folder}/文件目录.pdf");
    packing.add(&path, index).map_err(|e| failed(&e))?;
    let index = ManifestFile {
        path,
        size: index.len() as u64,
        sha256: hash(index).to_string(),
        document: None,
        number: None,
        title: None,
        secrecy: None,
    };
    manifest.files.push(index);
    for (row, line) in &collected.documents {
        let title = line.title.as_deref().unwrap_or_default();
        let which = (&*line.document, row.versions);
        let path = of_version(&folder, &line.category_name, which, title, line.ending.as_deref());
        let mut reading = Reading::new(ledger.open_blob(&row.file)?, &mut bytes);
        let added = packing.add(&path, &mut reading);
        if reading.was_cancelled() {
            return Err(LedgerError::Cancelled.into());
        }
        if reading.was_damaged() {
            return Err(LedgerError::AttachmentDamaged { digest: row.file }.into());
        }
        manifest.files.push(ManifestFile {
            path,
            size: added.map_err(|e| failed(&e))?,
            sha256: row.file.to_string(),
            document: Some(line.document.clone()),
            number: Some(row.versions),
            title: line.title.clone(),
            secrecy: Some(line.secrecy.clone()),
        });
    }
    let text = serde_json::to_vec_pretty(manifest).unwrap_or_default();
    packing.add(MANIFEST, &*text).map_err(|e| failed(&e))?;
    packing.finish().map_err(|e| failed(&e))?;
    Ok(hash(&text))
}

pub(super) fn hash(bytes: &[u8]) -> Digest {
    Digest::new(Sha256::digest(bytes).into())
}

/// Records that each of them left, and who read it that way.
fn record(app: &mut App, collected: &Collected, manifest: Digest, reason: &str) -> Result<(), AppError> {
    let at = app.now()?;
    let ((), _) = app.act(|tx, actor| {
        let mut events = Vec::new();
        for (row, _) in &collected.documents {
            let document = known(tx.conn(), &row.no)?;
            let reason = keep_words(tx, &row.no, document.next_words, &[("text", reason)])?;
            events.extend(document.hand_over(row.versions, manifest, reason)?);
            note(tx.conn(), &row.no, row.versions, &actor.account, at, Way::Packaged)?;
        }
        Ok((events, ()))
    })?;
    Ok(())
}
