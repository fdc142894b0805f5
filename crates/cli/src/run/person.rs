//! One engineer's way: announced, on duty, noted on, moved, gone, replaced.

use super::{Program, unit, word};
use crate::arguments::{Behalf, Data, Handover, Person as Typed, Replacement};
use crate::output::{Answer, Side, table};
use app::AppError;
use app::requests::{
    AnnounceArrival, AnnouncedPeople, ApproveReplacement, CorrectPaper, DossierView, FilePaper, HandoverLine,
    HeadCount, LinkSuccessor, MakeArrivalPaper, MakePersonnelRegister, MakeReplacementRequest, MissingPapers,
    NameManager, NoteWork, OnBehalfOf, Person, RecordLeaving, RecordPerson, RequestReplacement, SaveScan,
    SendReplacement, StrikeWorkNote, TransferPerson, WithdrawArrival, WithdrawReplacement,
};

fn behalf(typed: Behalf) -> Option<OnBehalfOf> {
    let Behalf { behalf_party: party, behalf_person: person, basis } = typed;
    (party.is_some() || person.is_some()).then(|| OnBehalfOf {
        party,
        person,
        basis: basis.unwrap_or_default(),
    })
}

/// Skills as a request has them: none typed says nothing, one empty text takes them away.
fn skills(typed: Vec<String>) -> Option<Vec<String>> {
    (!typed.is_empty()).then_some(typed)
}

fn lines(items: Vec<(String, String)>) -> Result<Vec<HandoverLine>, AppError> {
    let line = |(kind, what): (String, String)| {
        Ok(HandoverLine { kind: word("badRequest", &kind)?, what, note: None })
    };
    items.into_iter().map(line).collect()
}

impl Program {
    pub(super) fn person(&mut self, typed: Typed) -> Result<Answer, AppError> {
        match typed {
            Typed::Announce { staff_no, unit: code, on: expected_on, data } => {
                let Data { name, post, phone, contact, skill } = data;
                let (unit, skills) = (unit(&code)?, skills(skill));
                self.record(AnnounceArrival {
                    staff_no,
                    unit,
                    expected_on,
                    name,
                    post,
                    phone,
                    contact,
                    skills,
                })
            }
            Typed::Withdraw { staff_no, reason } => self.record(WithdrawArrival { staff_no, reason }),
            Typed::Change { staff_no, data } => {
                let Data { name, post, phone, contact, skill } = data;
                self.record(RecordPerson { staff_no, name, post, phone, contact, skills: skills(skill) })
            }
            Typed::Paper { staff_no, paper: kind, signed, scan, arrived: arrived_on, behalf: typed } => self
                .record(FilePaper {
                    staff_no,
                    kind,
                    number: signed.paper_no,
                    signed_on: signed.signed,
                    scan,
                    arrived_on,
                    on_behalf: behalf(typed),
                }),
            Typed::CorrectPaper { staff_no, paper, signed, scan, arrived, behalf: typed, reason } => self
                .record(CorrectPaper {
                    staff_no,
                    kind: paper,
                    number: signed.paper_no,
                    signed_on: signed.signed,
                    scan,
                    arrived_on: arrived,
                    on_behalf: behalf(typed),
                    reason,
                }),
            Typed::SaveScan { staff_no, digest: scan, out } => {
                let saved = self.invoke(SaveScan { staff_no, scan, out })?;
                self.written(&saved)
            }
            Typed::MakePaper { staff_no, paper: kind, out } => {
                let made = self.invoke(MakeArrivalPaper { staff_no, kind, out })?;
                self.written(&made)
            }
            Typed::Register { unit: units, gone, out } => {
                let made = self.invoke(MakePersonnelRegister { units, gone, out })?;
                self.written(&made)
            }
            Typed::Manager { staff_no, account, name, arrived: arrived_on } => {
                self.record(NameManager { staff_no, arrived_on, account, name })
            }
            Typed::Note { staff_no, text, on, requirement, object_grade } => {
                self.record(NoteWork { staff_no, on, text, requirement, object_grade })
            }
            Typed::StrikeNote { staff_no, number, reason } => {
                self.record(StrikeWorkNote { staff_no, number, reason })
            }
            Typed::Leave { staff_no, last_day, handover } => {
                let Handover { reason, item, nothing, receiver, receiver_name, scan } = handover;
                let entries = lines(item)?;
                self.record(RecordLeaving {
                    staff_no,
                    last_day,
                    reason,
                    entries,
                    nothing,
                    receiver,
                    receiver_name,
                    scan,
                })
            }
            Typed::Transfer { staff_no, new_unit, first_day, handover } => {
                let Handover { reason, item, nothing, receiver, receiver_name, scan } = handover;
                let (to, entries) = (unit(&new_unit)?, lines(item)?);
                self.record(TransferPerson {
                    staff_no,
                    to,
                    first_day,
                    reason,
                    entries,
                    nothing,
                    receiver,
                    receiver_name,
                    scan,
                })
            }
            Typed::Show { staff_no } => {
                let file = self.invoke(Person { staff_no })?;
                let text = self.file(&file);
                Answer::of(&file, text)
            }
            Typed::Announced => self.announced(),
            Typed::Missing { unit, limit } => self.missing(unit, limit),
            Typed::Headcount { month } => self.head_count(month),
            Typed::Replacement(replacement) => self.replacement(replacement),
        }
    }

    fn replacement(&mut self, typed: Replacement) -> Result<Answer, AppError> {
        let number = None;
        match typed {
            Replacement::Request { staff_no, reason } => self.record(RequestReplacement { staff_no, reason }),
            Replacement::Approve { staff_no, on, evidence, behalf: typed } => {
                self.record(ApproveReplacement { staff_no, number, on, on_behalf: behalf(typed), evidence })
            }
            Replacement::Send { staff_no, dispatch, on, copy } => {
                self.record(SendReplacement { staff_no, number, dispatch, on, copy })
            }
            Replacement::Make { staff_no, request: number, out } => {
                let made = self.invoke(MakeReplacementRequest { staff_no, number, out })?;
                self.written(&made)
            }
            Replacement::Successor { staff_no, successor } => {
                self.record(LinkSuccessor { staff_no, number, successor })
            }
            Replacement::Withdraw { staff_no, reason } => {
                self.record(WithdrawReplacement { staff_no, number, reason })
            }
        }
    }

    fn announced(&mut self) -> Result<Answer, AppError> {
        let people = self.invoke(AnnouncedPeople {})?;
        let headings = ["staffNo", "name", "unit", "expectedOn"].map(|key| self.heading(key));
        let rows = people
            .iter()
            .map(|p| vec![p.staff_no.clone(), p.name.clone(), p.unit_name.clone(), p.expected_on.clone()]);
        let text = table(&headings, rows.collect());
        Answer::of(&people, text)
    }

    fn missing(&mut self, unit: Option<String>, limit: u32) -> Result<Answer, AppError> {
        let units = unit.map(|unit| vec![unit]);
        let found = self.invoke(MissingPapers { limit, offset: None, units })?;
        let headings = ["staffNo", "name", "unit", "missing"].map(|key| self.heading(key));
        let words = self.words;
        let row = |line: &app::requests::MissingPapersLine| {
            let missing: Vec<String> =
                line.missing.iter().map(|item| words.term("requirement", item)).collect();
            vec![line.staff_no.clone(), line.name.clone(), line.unit_name.clone(), missing.join(" ")]
        };
        let mut text = table(&headings, found.lines.iter().map(row).collect());
        text.push('\n');
        text.push_str(&self.say("person.found", &[("found", &found.found.to_string())]));
        Answer::of(&found, text)
    }

    fn head_count(&mut self, month: String) -> Result<Answer, AppError> {
        let units = self.invoke(HeadCount { month })?;
        let [unit, people, staff] = ["unit", "people", "staffNos"].map(|key| self.heading(key));
        let headings = [unit, (people.0, Side::Right), staff];
        let rows =
            units.iter().map(|u| vec![u.unit_name.clone(), u.people.to_string(), u.staff_nos.join(" ")]);
        let text = table(&headings, rows.collect());
        Answer::of(&units, text)
    }

    fn heading(&self, key: &str) -> (String, Side) {
        (self.words.plain(&format!("person.{key}")), Side::Left)
    }

    /// What is on record about a person, in lines.
    fn file(&self, file: &DossierView) -> String {
        let words = self.words;
        let unit = file.unit_name.clone().unwrap_or_default();
        let standing = words.term("standing", &file.standing);
        let mut lines = vec![format!("{} {} {unit} {standing}", file.staff_no, file.name)];
        for item in &file.checklist {
            let state = words.plain(if item.met { "person.met" } else { "person.lacking" });
            lines.push(format!("  {} {state}", words.term("requirement", &item.item)));
        }
        if let Some(probation) = &file.probation {
            let values = [("from", probation.from.as_str()), ("to", &probation.to)];
            lines.push(words.say("person.probation", &values));
        }
        for since in &file.history {
            let standing = words.term("standing", &since.standing);
            lines.push(format!("  {} {standing} {}", since.from, since.unit_name));
        }
        for month in &file.months {
            let mut line = format!("  {} {} {}", month.month, month.unit, month.score);
            if month.may_ask_replacement {
                line.push(' ');
                line.push_str(&words.plain("person.mayAsk"));
            }
            lines.push(line);
        }
        for request in &file.replacements {
            let state = words.term("replacementState", &request.state);
            let number = request.number.to_string();
            lines.push(words.say("person.replacement", &[("number", &number), ("state", &state)]));
        }
        lines.join("\n")
    }
}
