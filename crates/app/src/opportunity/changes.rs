//! Which fields the acts of an opportunity changed, for its history.

use super::subject;
use crate::error::AppError;
use crate::personal::texts_at;
use crate::timeline::{ChangedFieldView, TimelineActView};
use chrono::NaiveDate;
use domain::Event;
use domain::form::Answers;
use domain::kernel::Digest;
use domain::opportunity::{Basics, Change, OpportunityNo, basics_changes, stage_changes};
use domain::personal::OpportunityPart;
use ledger::Entry;
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// What an opportunity was before an act.
#[derive(Default)]
struct Before {
    basics: Option<(Basics, NaiveDate)>,
    people: Option<Digest>,
    answers: Answers,
    texts: BTreeMap<String, String>,
}

/// Says of each act what it changed; `entries` are the acts, oldest first.
pub(super) fn told(
    conn: &Connection,
    no: &OpportunityNo,
    entries: &[Entry],
    acts: &mut [TimelineActView],
) -> Result<(), AppError> {
    let mut before = Before::default();
    for (entry, act) in entries.iter().zip(acts) {
        let changes = match Event::decode(&entry.kind, entry.version, &entry.body) {
            Some(Event::OpportunityRegistered(e)) => {
                before.basics = Some((e.basics, e.found_on));
                before.people = Some(e.people);
                Vec::new()
            }
            Some(Event::OpportunityChanged(e)) => {
                let after = (e.basics, e.found_on);
                let mut changes = before.basics.as_ref().map_or_else(Vec::new, |(basics, found_on)| {
                    basics_changes((basics, *found_on), (&after.0, after.1))
                });
                if before.people != Some(e.people) {
                    changes.extend(manager(conn, no, before.people.as_ref(), &e.people)?);
                }
                before.basics = Some(after);
                before.people = Some(e.people);
                changes
            }
            Some(Event::OpportunityFilled(e)) => {
                let texts = texts_at(conn, &subject(OpportunityPart::Fields, no), e.text.as_ref())?;
                let changes = stage_changes((&before.answers, &before.texts), (&e.answers, &texts));
                (before.answers, before.texts) = (e.answers, texts);
                changes
            }
            _ => Vec::new(),
        };
        act.changed = changes.into_iter().map(view).collect();
    }
    Ok(())
}

/// Another 客户经理 or 行业经理, by name.
fn manager(
    conn: &Connection,
    no: &OpportunityNo,
    before: Option<&Digest>,
    after: &Digest,
) -> Result<Option<Change>, AppError> {
    let name = |digest: Option<&Digest>| -> Result<Option<String>, AppError> {
        Ok(texts_at(conn, &subject(OpportunityPart::Manager, no), digest)?.remove("name"))
    };
    let (before, after) = (name(before)?, name(Some(after))?);
    let field = "manager".to_owned();
    Ok((before != after).then_some(Change { field, label: None, before, after }))
}

fn view(change: Change) -> ChangedFieldView {
    let Change { field, label, before, after } = change;
    ChangedFieldView { field, label, before, after }
}
