//! Files in and out: spreadsheets, folders of returned month workbooks, templates.

mod bad_cells;
mod export;
mod import;
mod months;
mod preview;
mod refused;
mod standing;
mod template;

pub use bad_cells::{BadCellsWorkbook, bad_cells_workbook};
pub use export::{ExportSheet, export};
pub use import::{ImportSheet, ImportView, import};
pub(crate) use import::{ask_units, keep_units, read_units_file};
pub use months::{FolderFile, FolderView, ImportFolder, import_folder};
pub(crate) use refused::{
    Places, assessment_refusals, day_refusals, errors_refused, input_refusals, row_refusals,
};
pub use template::{MakeTemplate, template};

use crate::error::AppError;
use serde::Serialize;
use sheet::{FileFormat, Kind};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use ts_rs::TS;

/// A file that was written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FileView {
    /// Where.
    pub path: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Files that were written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FilesView {
    /// Each.
    pub files: Vec<FileView>,
}

/// Writes bytes whole or not at all.
pub(crate) fn write_file(path: &str, bytes: &[u8]) -> Result<FileView, AppError> {
    copy_to(path, bytes)
}

/// Writes what is read whole or not at all: a temporary name beside the file, flushed, then renamed over it.
pub(crate) fn copy_to(path: &str, mut contents: impl Read) -> Result<FileView, AppError> {
    let target = Path::new(path);
    let failed = |error: &std::io::Error| AppError::file(target, error);
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut scratch =
        tempfile::Builder::new().prefix(".huiqian-").tempfile_in(folder).map_err(|e| failed(&e))?;
    let bytes = std::io::copy(&mut contents, scratch.as_file_mut()).map_err(|e| failed(&e))?;
    scratch.as_file().sync_all().map_err(|e| failed(&e))?;
    ledger::replace(scratch, target).map_err(|e| failed(&e))?;
    Ok(FileView { path: target.display().to_string(), bytes })
}

/// Writes rows of a kind: CSV where the name ends so, else a workbook.
pub(crate) fn write_sheet<K: Kind>(kind: &K, rows: &[K::Row], out: &str) -> Result<FileView, AppError> {
    let csv = out.to_lowercase().ends_with(".csv");
    let format = if csv { FileFormat::Csv } else { FileFormat::Xlsx };
    write_file(out, &sheet::write(kind, rows, format)?)
}

/// A text as the beginning or as part of a file's name, without what Windows does not take in one: characters that mean
/// something else, blanks and full stops at an end, names of devices.
pub(crate) fn safe_name(text: &str) -> String {
    let forbidden = |c: char| "<>:\"/\\|?*".contains(c) || c.is_control();
    let name: String = text.chars().map(|c| if forbidden(c) { '_' } else { c }).collect();
    let name = name.trim_matches([' ', '.']);
    if is_device(name) { format!("_{name}") } else { name.to_owned() }
}

/// Whether Windows takes a name for a device's, which it does whatever stands after the first full stop.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&&*stem) {
        return true;
    }
    ["COM", "LPT"].iter().filter_map(|device| stem.strip_prefix(device)).any(|number| {
        let mut digits = number.chars();
        digits.next().is_some_and(|digit| "0123456789¹²³".contains(digit)) && digits.next().is_none()
    })
}

/// Opens a file that the user named.
pub(crate) fn open_file(path: &str) -> Result<File, AppError> {
    File::open(path).map_err(|error| AppError::file(Path::new(path), &error))
}

/// Reads a file that the user named, up to a limit in bytes.
pub(crate) fn read_file(path: &str, limit: u64) -> Result<Vec<u8>, AppError> {
    let file = open_file(path)?;
    let length = file.metadata().map(|m| m.len()).unwrap_or(0);
    if length > limit {
        return Err(AppError::refused(
            "fileTooLarge",
            serde_json::json!({ "path": path, "bytes": length, "limitBytes": limit }),
        ));
    }
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes).map_err(|error| AppError::file(Path::new(path), &error))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn no_name_is_one_that_windows_does_not_take() {
        for (text, name) in [
            ("成都分公司", "成都分公司"),
            ("甲/乙:丙", "甲_乙_丙"),
            ("a<b>c\"d\\e|f?g*h\ti", "a_b_c_d_e_f_g_h_i"),
            ("分公司. . ", "分公司"),
            (" .隐藏", "隐藏"),
            ("CON", "_CON"),
            ("nul.xlsx", "_nul.xlsx"),
            ("Aux .tar.gz", "_Aux .tar.gz"),
            ("com1", "_com1"),
            ("LPT²", "_LPT²"),
            ("COM", "COM"),
            ("COM10", "COM10"),
            ("CONTRACT", "CONTRACT"),
            ("省NUL", "省NUL"),
        ] {
            assert_eq!(safe_name(text), name);
        }
    }
}
