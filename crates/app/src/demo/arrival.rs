//! People in November: somebody on probation, somebody announced for December, papers of a few who are there, notes.

use super::cast::Engineer;
use super::year::{Stage, at, manager, unit_code};
use crate::error::AppError;
use crate::people::{AnnounceArrival, FilePaper, NameManager, NoteWork};
use domain::kernel::Role;
use std::io::Write as _;

/// Stands for a signed copy: one empty page.
pub(super) const SCAN: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// Papers of a stay: kind, and the word in their number.
const PAPERS: [(&str, &str); 3] = [("letter", "接收函"), ("agreement", "安全协议"), ("pledge", "承诺书")];

/// 工号 of who is on probation at the end of the year.
const ON_PROBATION: &str = "QT0203";

/// How many of 成都 have their papers.
const WITH_PAPERS: usize = 3;

/// Three papers for tickets, each with words of its own.
pub(super) fn papers() -> Result<Vec<tempfile::NamedTempFile>, AppError> {
    let paper = |words: &str| {
        let mut paper = tempfile::NamedTempFile::new().map_err(|error| scratch(&error))?;
        paper.write_all(words.as_bytes()).map_err(|error| scratch(&error))?;
        Ok(paper)
    };
    ["演示文件：汇报材料。\n", "演示文件：初稿。\n", "演示文件：定稿。\n"].into_iter().map(paper).collect()
}

/// A file that stands for a signed copy.
pub(super) fn scan() -> Result<tempfile::NamedTempFile, AppError> {
    let mut scan = tempfile::NamedTempFile::new().map_err(|error| scratch(&error))?;
    scan.write_all(SCAN).map_err(|error| scratch(&error))?;
    Ok(scan)
}

impl Stage<'_> {
    /// All three papers of somebody announced, who is on duty from `first_day`; and the manager.
    pub(super) fn arrives(
        &mut self,
        staff_no: &str,
        unit: &str,
        signed_on: &str,
        first_day: &str,
    ) -> Result<(), AppError> {
        let scan = scan()?;
        for (kind, word) in PAPERS {
            self.app.invoke(FilePaper {
                staff_no: staff_no.to_owned(),
                kind: kind.to_owned(),
                number: format!("{unit}-{word}-{staff_no}"),
                signed_on: signed_on.to_owned(),
                scan: scan.path().display().to_string(),
                arrived_on: Some(first_day.to_owned()),
                on_behalf: None,
            })?;
        }
        self.app.invoke(NameManager {
            staff_no: staff_no.to_owned(),
            arrived_on: None,
            account: Some(manager(unit)),
            name: None,
        })?;
        Ok(())
    }

    /// Somebody comes to 绵阳 on 2026-11-09 and is on probation until December.
    pub(super) fn november(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        self.by(&manager("MY"), Role::UnitManager, Some("MY"), at("2026-11-03", 10))?;
        self.app.invoke(AnnounceArrival {
            staff_no: ON_PROBATION.to_owned(),
            unit: unit_code("MY")?,
            expected_on: "2026-11-09".to_owned(),
            name: Some("曹一鸣".to_owned()),
            post: Some("售前工程师".to_owned()),
            phone: Some("13800002030".to_owned()),
            contact: None,
            skills: Some(vec!["信息安全".to_owned()]),
        })?;
        self.by(&manager("MY"), Role::UnitManager, Some("MY"), at("2026-11-09", 9))?;
        self.arrives(ON_PROBATION, "MY", "2026-11-06", "2026-11-09")?;
        self.open_case(engineers)?;
        self.by(&manager("MY"), Role::UnitManager, Some("MY"), at("2026-11-16", 17))?;
        self.app.invoke(NoteWork {
            staff_no: ON_PROBATION.to_owned(),
            on: "2026-11-13".to_owned(),
            text: "跟随走访两家客户，需求记录完整，方案目录经指导后完成。".to_owned(),
            requirement: None,
            object_grade: None,
        })?;
        self.november_attendance(engineers)
    }

    /// The unit managers of 成都 and 南充 at their desks.
    pub(super) fn people(&mut self, engineers: &[Engineer]) -> Result<(), AppError> {
        let scan = scan()?;
        let scan = scan.path().display().to_string();

        self.by(&manager("CD"), Role::UnitManager, Some("CD"), at("2026-11-18", 10))?;
        let there = engineers.iter().filter(|e| e.unit == "CD" && e.left_on.is_none());
        for (number, engineer) in there.take(WITH_PAPERS).enumerate() {
            // The last of them still lacks one paper and a manager.
            let whole = number + 1 < WITH_PAPERS;
            for (kind, word) in PAPERS.into_iter().take(if whole { 3 } else { 2 }) {
                self.app.invoke(FilePaper {
                    staff_no: engineer.staff_no.clone(),
                    kind: kind.to_owned(),
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
