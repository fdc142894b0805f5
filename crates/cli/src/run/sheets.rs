//! Spreadsheets in and out.

use super::{Program, read_text};
use crate::output::{Answer, REFUSED};
use crate::secret::refusal;
use app::requests::{
    AccountWorkbook, ExportSheet, FileView, FolderFile, ImportFolder, ImportSheet, MakeTemplate, MonthSheet,
    RankingNotice, SettlementWorkbook,
};
use app::{AppError, ErrorClass};
use serde_json::json;
use std::path::Path;

impl Program {
    pub(super) fn import(
        &mut self,
        kind: String,
        path: &Path,
        map: Option<&Path>,
        dry_run: bool,
    ) -> Result<Answer, AppError> {
        let map = map.map(read_text).transpose()?;
        self.sign_in()?;
        if kind == "assessments" && path.is_dir() {
            if map.is_some() {
                return Err(refusal("mapWithFolder", ErrorClass::Usage, json!({})));
            }
            return self.import_folder(path, dry_run);
        }
        let request = ImportSheet { kind, path: path.display().to_string(), map, dry_run };
        let done = self.watched(|p| p.invoke(request))?;
        let key = if dry_run { "import.checked" } else { "import.done" };
        let values = [("rows", done.rows.to_string()), ("changed", done.changed.to_string())];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let text = self.say(key, &values) + &self.unscored(&done.unscored) + &self.ignored(&done.ignored);
        Answer::of(&done, text)
    }

    fn import_folder(&mut self, path: &Path, dry_run: bool) -> Result<Answer, AppError> {
        let request = ImportFolder { path: path.display().to_string(), dry_run };
        let done = self.watched(|p| p.invoke(request))?;
        let mut lines: Vec<String> = done.files.iter().map(|file| self.folder_line(file, dry_run)).collect();
        let values = [("files", done.files.len().to_string()), ("refused", done.refused.to_string())];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(self.say("import.folder", &values));
        let answer = Answer::of(&done, lines.join("\n"))?;
        Ok(if done.refused > 0 { answer.with_status(REFUSED) } else { answer })
    }

    fn folder_line(&self, file: &FolderFile, dry_run: bool) -> String {
        let result = match &file.error {
            Some(error) => self.say("import.refused", &[("reason", &self.words.error(error))]),
            None => {
                let key = if dry_run { "import.checked" } else { "import.done" };
                let values = [("rows", file.rows.to_string()), ("changed", file.changed.to_string())];
                let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
                self.say(key, &values) + &self.unscored(&file.unscored)
            }
        };
        format!("{}: {result}", file.file)
    }

    fn unscored(&self, people: &[String]) -> String {
        if people.is_empty() {
            return String::new();
        }
        let people = people.join(&self.words.plain("list.separator"));
        self.say("import.unscored", &[("people", &people)])
    }

    fn ignored(&self, people: &[String]) -> String {
        if people.is_empty() {
            return String::new();
        }
        let people = people.join(&self.words.plain("list.separator"));
        self.say("import.ignored", &[("people", &people)])
    }

    pub(super) fn export(
        &mut self,
        kind: String,
        out: String,
        unit: Option<String>,
        month: Option<String>,
        quarter: Option<String>,
    ) -> Result<Answer, AppError> {
        let file = self.invoke(ExportSheet { kind, out, unit, month, quarter })?;
        self.written(&file)
    }

    pub(super) fn template(
        &mut self,
        kind: String,
        out: String,
        unit: Option<String>,
        all_units: bool,
        month: Option<String>,
    ) -> Result<Answer, AppError> {
        self.sign_in()?;
        let request = MakeTemplate { kind, out, unit, all_units, month };
        let made = self.watched(|p| p.invoke(request))?;
        let mut lines: Vec<String> = made.files.iter().map(|file| self.written_line(file)).collect();
        if lines.is_empty() {
            lines.push(self.words.plain("template.none"));
        }
        Answer::of(&made, lines.join("\n"))
    }

    pub(super) fn workbook(&mut self, quarter: String, out: String) -> Result<Answer, AppError> {
        let file = self.invoke(SettlementWorkbook { quarter, out })?;
        self.written(&file)
    }

    pub(super) fn month_sheet(
        &mut self,
        unit: String,
        month: String,
        out: String,
    ) -> Result<Answer, AppError> {
        let unit = super::unit(&unit)?;
        let file = self.invoke(MonthSheet { unit, month, out })?;
        self.written(&file)
    }

    pub(super) fn ranking(&mut self, quarter: String, out: String) -> Result<Answer, AppError> {
        let lower = out.to_lowercase();
        let other = ["xlsx", "docx"].into_iter().find(|ending| lower.ends_with(&format!(".{ending}")));
        let format = other.unwrap_or("pdf").to_owned();
        let file = self.invoke(RankingNotice { quarter, out, format })?;
        self.written(&file)
    }

    pub(super) fn account_book(&mut self, out: String) -> Result<Answer, AppError> {
        let file = self.invoke(AccountWorkbook { out })?;
        self.written(&file)
    }

    pub(super) fn written(&self, file: &FileView) -> Result<Answer, AppError> {
        Answer::of(file, self.written_line(file))
    }

    fn written_line(&self, file: &FileView) -> String {
        self.say("file.written", &[("path", &file.path), ("bytes", &file.bytes.to_string())])
    }
}
