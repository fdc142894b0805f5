//! What stands behind a count: each line of the evidence, note, training or award in words.

use super::person::EvidenceView;
use super::view::CountedLineView;
use crate::error::AppError;
use crate::organisation::word;
use crate::session::App;
use domain::certification::CountSource;
use domain::kernel::StaffNo;
use domain::personal::{FilePart, Subject};
use ledger::development::query as development;
use serde_json::Value;
use std::collections::BTreeMap;

/// Everything of a person that can be counted, by what it is and its number.
pub(super) struct Countable(BTreeMap<(CountSource, u32), (String, Option<String>)>);

impl Countable {
    /// Of that person; `evidence`: of the case looked at.
    pub(super) fn of(app: &App, staff_no: &StaffNo, evidence: &[EvidenceView]) -> Result<Self, AppError> {
        let conn = app.conn()?;
        let mut known = BTreeMap::new();
        for line in evidence {
            let on = line.on.clone().unwrap_or_else(|| line.entered_on.clone());
            known.insert((CountSource::Evidence, line.line), (on, line.text.clone()));
        }
        let file = crate::people::file_of(conn, staff_no, app.today()?)?;
        for note in &file.notes {
            let subject = Subject::File(FilePart::Note(note.number), staff_no.clone()).to_string();
            let fields = ledger::personal_at(conn, &subject, &note.text)?;
            let text = fields.as_ref().and_then(|f| f.get("text")).and_then(Value::as_str);
            let value = (note.on.to_string(), text.map(str::to_owned));
            known.insert((CountSource::WorkNote, note.number), value);
        }
        for (source, trainings) in [
            (CountSource::TrainingHeld, development::trainings_by(conn, staff_no)?),
            (CountSource::TrainingAttended, development::trainings_of(conn, staff_no)?),
        ] {
            for state in trainings {
                let value = (state.training.on.to_string(), Some(state.training.title));
                known.insert((source, state.number), value);
            }
        }
        for line in development::conduct_of(conn, staff_no)? {
            let kind = line.award.map(|award| word(&award)).unwrap_or_default();
            known.insert((CountSource::Commendation, line.number), (line.on.to_string(), Some(kind)));
        }
        for (ticket, number) in ledger::ticket::query::done_by(conn, staff_no)?.into_iter().zip(1..) {
            let value = (ticket.closed_on.to_string(), Some(format!("{} {}", ticket.no, ticket.title)));
            known.insert((CountSource::Ticket, number), value);
        }
        Ok(Self(known))
    }

    /// What a line is.
    pub(super) fn line(&self, source: CountSource, number: u32) -> CountedLineView {
        let found = self.0.get(&(source, number));
        let (on, text) = (found.map(|(on, _)| on.clone()), found.and_then(|(_, text)| text.clone()));
        CountedLineView { number, on, text }
    }
}
