//! Files of a ticket: each paper that one of its acts brought along, with category and version (TKT-23).

use super::{Behalf, TicketType};
use crate::event::Event;
use crate::form::ItemState;
use crate::kernel::Digest;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a file is to its ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FileCategory {
    /// 成果: a part of the checklist.
    Part,
    /// 送审文件: what a round of audit was asked about.
    Audit,
    /// 记录附件: what a record came with.
    Record,
    /// 申请与答复: a new application where the demand changed, what others were asked with, what they answered with.
    Application,
    /// 代录依据: what shows a step that was entered for somebody.
    Evidence,
}

/// A file of a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketFile {
    /// Place of its act among those that were asked about.
    pub act: usize,
    /// What it is.
    pub category: FileCategory,
    /// Code of the part, or of the kind of record.
    pub part: Option<String>,
    /// Number of the record.
    pub number: Option<u32>,
    /// 1, 2, … among the different files of its part or of the audits; 1 for records and evidence, which have one each.
    pub version: u32,
    /// SHA-256.
    pub digest: Digest,
    /// Whether it still holds: not followed by another version, taken back or struck.
    pub holds: bool,
}

impl TicketFile {
    /// Whether only those see it who do the work, as the prices of a bid.
    #[must_use]
    pub fn is_restricted(&self, kind: &TicketType) -> bool {
        let part = self.part.as_deref().filter(|_| self.category == FileCategory::Part);
        part.and_then(|part| kind.item(part)).is_some_and(|item| item.restricted)
    }
}

/// What a step that was entered for somebody rests on.
fn behalf(event: &Event) -> Option<&Behalf> {
    match event {
        Event::TicketConsented(e) => Some(&e.behalf),
        Event::AuditDecided(e) => Some(&e.behalf),
        Event::CustomerAccepted(e) => Some(&e.behalf),
        Event::TicketReviewed(e) => e.behalf.as_ref(),
        Event::TicketConfirmed(e) => e.behalf.as_ref(),
        Event::TicketRated(e) => e.behalf.as_ref(),
        Event::PostponementAnswered(e) => e.behalf.as_ref(),
        Event::ThirdApproved(e) => e.behalf.as_ref(),
        Event::DemandChanged(e) => e.behalf.as_ref(),
        Event::HelpAnswered(e) => Some(&e.behalf),
        _ => None,
    }
}

fn application(act: usize, file: Option<Digest>) -> Option<TicketFile> {
    let category = FileCategory::Application;
    file.map(|digest| TicketFile { act, category, part: None, number: None, version: 1, digest, holds: true })
}

/// The files of a ticket, in the order of its acts, which are given from the first one on. A file that is handed in twice for
/// the same part keeps its version, and stands where it came first.
#[must_use]
pub fn files<'e>(acts: impl IntoIterator<Item = &'e Event>) -> Vec<TicketFile> {
    let mut files: Vec<TicketFile> = Vec::new();
    let mut versions: BTreeMap<(FileCategory, String), u32> = BTreeMap::new();
    for (act, event) in acts.into_iter().enumerate() {
        let mut of_series =
            |files: &mut Vec<TicketFile>, category, part: Option<&str>, digest: Option<Digest>| {
                let mut same: Vec<&mut TicketFile> = files
                    .iter_mut()
                    .filter(|file| file.category == category && file.part.as_deref() == part)
                    .collect();
                for former in &mut same {
                    former.holds = Some(former.digest) == digest;
                }
                let Some(digest) = digest.filter(|digest| same.iter().all(|file| file.digest != *digest))
                else {
                    return;
                };
                let version = versions.entry((category, part.unwrap_or_default().to_owned())).or_default();
                *version += 1;
                let (version, part) = (*version, part.map(str::to_owned));
                files.push(TicketFile { act, category, part, number: None, version, digest, holds: true });
            };
        match event {
            Event::TicketItemSet(e) => {
                let digest = match &e.item_state {
                    ItemState::Done { file, .. } => *file,
                    ItemState::NotApplicable { .. } | ItemState::Open => None,
                };
                of_series(&mut files, FileCategory::Part, Some(&e.item), digest);
            }
            Event::AuditAsked(e) => of_series(&mut files, FileCategory::Audit, None, Some(e.file)),
            Event::TicketRecorded(e) => files.extend(e.file.map(|digest| TicketFile {
                act,
                category: FileCategory::Record,
                part: Some(e.kind.clone()),
                number: Some(e.number),
                version: 1,
                digest,
                holds: true,
            })),
            Event::OpinionSettled(e) => files.extend(e.file.map(|digest| TicketFile {
                act,
                category: FileCategory::Record,
                part: None,
                number: Some(e.record),
                version: 2,
                digest,
                holds: true,
            })),
            Event::DemandChanged(e) => files.extend(application(act, e.file)),
            Event::HelpAsked(e) => files.extend(application(act, e.file)),
            Event::HelpAnswered(e) => files.extend(application(act, e.file)),
            Event::TicketRecordStruck(e) => {
                for file in files.iter_mut().filter(|file| file.number == Some(e.number)) {
                    file.holds = false;
                }
            }
            _ => {}
        }
        files.extend(behalf(event).and_then(|behalf| behalf.evidence).map(|digest| TicketFile {
            act,
            category: FileCategory::Evidence,
            part: None,
            number: None,
            version: 1,
            digest,
            holds: true,
        }));
    }
    files
}
