//! People in November: somebody announced for December, papers of a few who are there, a note on the newest.

use super::cast::Engineer;
use super::year::{Stage, at, manager, unit_code};
use crate::error::AppError;
use crate::people::{AnnounceArrival, FilePaper, NameManager, NoteWork};
use domain::kernel::Role;
use std::io::Write as _;

/// Stands for a signed copy: one empty page.
const SCAN: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// How many of 成都 have their papers.
const WITH_PAPERS: usize = 3;

impl Stage<'_> {
    /// The unit managers of 成都 and 南充 at their desks.
    pub(super) fn people(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let mut scan = tempfile::NamedTempFile::new().map_err(|error| scratch(&error))?;
        scan.write_all(SCAN).map_err(|error| scratch(&error))?;
        let scan = scan.path().display().to_string();

        self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-11-18", 10))?;
        let there = engineers.iter().filter(|e| e.unit == "CD" && e.left_on.is_none());
        for (number, engineer) in there.take(WITH_PAPERS).enumerate() {
            let kinds: &[(&str, &str)] =
                &[("letter", "接收函"), ("agreement", "安全协议"), ("pledge", "承诺书")];
            // The last of them still lacks one paper and a manager.
            let whole = number + 1 < WITH_PAPERS;
            for (kind, word) in kinds.iter().take(if whole { 3 } else { 2 }) {
                self.app.invoke(FilePaper {
                    staff_no: engineer.staff_no.clone(),
                    kind: (*kind).to_owned(),
                    number: format!("CD-{word}-{:03}", number + 1),
                    signed_on: engineer.arrived_on.to_string(),
                    scan: scan.clone(),
                    arrived_on: None,
                    on_behalf: None,
                })?;
            }
            if whole {
                self.app.invoke(NameManager {
                    staff_no: engineer.staff_no.clone(),
                    arrived_on: None,
                    account: Some(manager("CD")),
                    name: None,
                })?;
            }
        }
        self.app.invoke(AnnounceArrival {
            staff_no: "QT0201".to_owned(),
            unit: unit_code("CD")?,
            expected_on: "2026-12-01".to_owned(),
            name: Some("蒋若曦".to_owned()),
            post: Some("售前工程师".to_owned()),
            phone: Some("13800002010".to_owned()),
            contact: None,
            skills: Some(vec!["云网融合".to_owned(), "方案编制".to_owned()]),
        })?;

        self.by(&manager("NC"), Role::UnitManager, Some("NC"), at("2026-11-18", 11))?;
        if let Some(newest) = engineers.iter().filter(|e| e.unit == "NC").max_by_key(|e| e.arrived_on) {
            self.app.invoke(NoteWork {
                staff_no: newest.staff_no.clone(),
                on: (newest.arrived_on + chrono::Days::new(7)).to_string(),
                text: "首次独立完成需求调研，材料齐全。".to_owned(),
                requirement: None,
                object_grade: None,
            })?;
        }
        Ok(())
    }
}

fn scratch(error: &std::io::Error) -> AppError {
    AppError::file(&std::env::temp_dir(), error)
}
