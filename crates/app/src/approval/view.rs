//! An approval as it is shown: its way with who sits where, and what was said, with the version's hash beside each word (SIG-11).

use super::kept::course;
use crate::api::Act;
use crate::clock::local_text;
use crate::document::{read, text_of};
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::{account_subject, texts_at};
use crate::restricted::does_work;
use crate::session::App;
use domain::approval::{ApprovalState, Chair, Course};
use domain::document::{DocumentNo, DocumentPart};
use domain::kernel::{AccountName, Digest, Role};
use domain::personal::Subject;
use domain::{Event, Refusal};
use ledger::Entry;
use ledger::approval::facts;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Shows an approval of a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Approval {
    /// 文档编号.
    pub document: String,
    /// Which; the last one where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub number: Option<u32>,
}

/// 代理.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StandInView {
    /// Their name.
    pub name: String,
    /// From that day on.
    pub from: String,
    /// Until that day; without end where absent.
    pub to: Option<String>,
}

/// A seat.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalSeatView {
    /// 1, 2, … through all stages.
    pub number: u32,
    /// 职务.
    pub post: String,
    /// Who sits there; absent where the name was erased.
    pub name: Option<String>,
    /// Their account; absent where they have none.
    pub account: Option<String>,
    /// 加签.
    pub further: bool,
    /// `agreed`, `waiting`, or `open` where it is not their turn, or not needed.
    pub state: String,
    /// Who stands in.
    pub stand_in: Option<StandInView>,
    /// Whether whoever asks may give its opinion now.
    pub mine: bool,
    /// Whether whoever asks may name who stands in.
    pub may_name: bool,
}

/// A stage.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalStageView {
    /// 1, 2, …
    pub number: u32,
    /// What users call it.
    pub name: String,
    /// `review`, `final` or `publish`.
    pub kind: String,
    /// `inOrder`, `all` or `oneOf`.
    pub mode: String,
    /// 跨部门会议: with minutes.
    pub meeting: bool,
    /// `done`, `current` or `open`.
    pub state: String,
    /// Who sits there.
    pub seats: Vec<ApprovalSeatView>,
}

/// What was done.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalActView {
    /// `submitted`, `agreed`, `published`, `sentBack`, `furtherAsked`, `standInNamed`, `reminded`, `withdrawn`, `newVersion` or `voided`.
    pub kind: String,
    /// Who did it.
    pub by: String,
    /// When, local time.
    pub at: String,
    /// The stage that it was about.
    pub stage: Option<String>,
    /// 职务 of the seat.
    pub post: Option<String>,
    /// Whose opinion it is, where somebody else recorded it (代录); who was asked or named, by 加签 and 代理.
    pub person: Option<String>,
    /// Whether somebody else recorded it.
    pub recorded: bool,
    /// Whether it was given by who stands in.
    pub standing_in: bool,
    /// The day on which it was given, where somebody else recorded it.
    pub on: Option<String>,
    /// What the 代录 rests on.
    pub basis: Option<String>,
    /// The stage that it was sent back to; absent where it went to the writer.
    pub to: Option<String>,
    /// From and until when, of 代理.
    pub days: Option<(String, Option<String>)>,
    /// Its words; absent where there are none, or erased.
    pub text: Option<String>,
    /// SHA-256 of a file that came with it.
    pub evidence: Option<String>,
    /// SHA-256 of the version that was judged.
    pub file: Option<String>,
}

/// An approval.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DocumentApprovalView {
    /// 文档编号 with the unit.
    pub document: String,
    /// 题名; absent where it was erased.
    pub title: Option<String>,
    /// 1, 2, … of the document.
    pub number: u32,
    /// The version that it is bound to.
    pub version: u32,
    /// SHA-256 of that version.
    pub file: String,
    /// `running`, `published`, `returned`, `withdrawn` or `lapsed`.
    pub state: String,
    /// The stage that it has reached, from 1.
    pub stage: u32,
    /// Who submitted.
    pub submitter: String,
    /// When, local time.
    pub submitted_at: String,
    /// What they wrote.
    pub note: Option<String>,
    /// The way.
    pub stages: Vec<ApprovalStageView>,
    /// What was done, oldest first.
    pub acts: Vec<ApprovalActView>,
    /// Whether whoever asks is waited for.
    pub mine: bool,
    /// Whether they may record an opinion for another.
    pub may_record: bool,
    /// Whether they may remind.
    pub may_remind: bool,
    /// Whether they may take it back.
    pub may_withdraw: bool,
}

/// `approval`.
pub fn approval(app: &mut App, request: Approval) -> Result<DocumentApprovalView, AppError> {
    let no = read(app, Act::Approval, &request.document)?.no;
    let number = course(app.conn()?, &no, request.number)?.number;
    view(app, &no, number)
}

/// The approvals of a document, the newest first.
pub(crate) fn of_document(app: &App, no: &DocumentNo) -> Result<Vec<DocumentApprovalView>, AppError> {
    let last = facts::last_number(app.conn()?, no)?.unwrap_or(0);
    (1..=last).rev().map(|number| view(app, no, number)).collect()
}

/// The word of a state.
pub(super) fn state_word(state: ApprovalState) -> String {
    word(&state)
}

type Acts = Vec<(Entry, Event)>;

fn acts(conn: &Connection, no: &DocumentNo, number: u32) -> Result<Acts, AppError> {
    let entries = facts::acts(conn, no, number)?;
    let event = |entry: Entry| {
        let event = Event::decode(&entry.kind, entry.version, &entry.body)?;
        Some((entry, event))
    };
    Ok(entries.into_iter().filter_map(event).collect())
}

fn texts(
    conn: &Connection,
    no: &DocumentNo,
    number: u32,
    digest: Option<&Digest>,
) -> Result<BTreeMap<String, String>, AppError> {
    texts_at(conn, &Subject::Document(DocumentPart::Words(number), no.clone()), digest)
}

/// The names of those without an account, by seat.
fn outside(conn: &Connection, no: &DocumentNo, acts: &Acts) -> Result<BTreeMap<u32, String>, AppError> {
    let mut names = BTreeMap::new();
    let mut next = 0;
    for (_, event) in acts {
        match event {
            Event::DocumentSubmitted(e) => {
                next = e.route.stages.iter().map(|stage| stage.seats.len()).sum();
                for (name, text) in texts(conn, no, e.number, e.words.as_ref())? {
                    if let Some(seat) = name.strip_prefix("seat").and_then(|seat| seat.parse().ok()) {
                        names.insert(seat, text);
                    }
                }
            }
            Event::FurtherOpinionAsked(e) => {
                next += 1;
                if let Some(text) = texts(conn, no, e.number, e.words.as_ref())?.remove("person") {
                    names.insert(u32::try_from(next).unwrap_or(u32::MAX), text);
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

/// Who sits at a seat of the last approval, by name.
pub(super) fn person_of(app: &App, no: &DocumentNo, seat: u32) -> Result<Option<String>, AppError> {
    let conn = app.conn()?;
    let known = course(conn, no, None)?;
    let Some(chair) = known.chairs.iter().find(|chair| chair.number == seat) else { return Ok(None) };
    match &chair.account {
        Some(account) => app.account_name(account).map(Some),
        None => Ok(outside(conn, no, &acts(conn, no, known.number)?)?.remove(&seat)),
    }
}

fn view(app: &App, no: &DocumentNo, number: u32) -> Result<DocumentApprovalView, AppError> {
    let conn = app.conn()?;
    let acts = acts(conn, no, number)?;
    let events = acts.iter().map(|(entry, event)| (event, &entry.actor.account));
    let unknown = || Refusal::UnknownApproval { document: no.clone(), number };
    let course = Course::told(events).ok_or_else(unknown)?;
    let (actor, today) = (app.signed_in()?.clone(), app.today()?);
    let mut accounts: Vec<&AccountName> = acts.iter().map(|(entry, _)| &entry.actor.account).collect();
    for chair in &course.chairs {
        accounts.extend(chair.account.as_ref());
        accounts.extend(chair.stand_in.as_ref().map(|one| &one.account));
    }
    accounts.extend(acts.iter().filter_map(|(_, event)| match event {
        Event::StandInNamed(e) => Some(&e.account),
        _ => None,
    }));
    let subjects: Vec<String> = accounts.into_iter().map(account_subject).collect();
    let known = app.names(&subjects)?;
    let names = Names {
        of: |account: &AccountName| {
            known.get(&account_subject(account)).cloned().unwrap_or_else(|| account.to_string())
        },
        outside: outside(conn, no, &acts)?,
    };
    let waiting: Vec<u32> = course.waiting().iter().map(|chair| chair.number).collect();
    let works = does_work(app, Act::SubmitForApproval, &no.unit)?;
    let running = course.state == ApprovalState::Running;
    let submitted_by_me = course.submitter == actor.account || actor.role == Role::Administrator;
    let seat = |chair: &Chair| {
        let waits = waiting.contains(&chair.number);
        let open = running && !chair.agreed && chair.stage >= course.stage;
        ApprovalSeatView {
            number: chair.number,
            post: chair.post.clone(),
            name: names.of_chair(chair),
            account: chair.account.as_ref().map(ToString::to_string),
            further: chair.further,
            state: if chair.agreed {
                "agreed"
            } else if waits {
                "waiting"
            } else {
                "open"
            }
            .to_owned(),
            stand_in: chair.stand_in.as_ref().map(|one| StandInView {
                name: (names.of)(&one.account),
                from: one.from.to_string(),
                to: one.to.map(|day| day.to_string()),
            }),
            mine: waits && chair.is_for(&actor.account, today),
            may_name: open && (submitted_by_me || chair.account.as_ref() == Some(&actor.account)),
        }
    };
    let stages = (1_u32..).zip(&course.route.stages).map(|(number, stage)| {
        let state = match course.state {
            ApprovalState::Published => "done",
            _ if number < course.stage => "done",
            ApprovalState::Running if number == course.stage => "current",
            _ => "open",
        };
        ApprovalStageView {
            number,
            name: stage.name.clone(),
            kind: word(&stage.kind),
            mode: word(&stage.mode),
            meeting: stage.meeting,
            state: state.to_owned(),
            seats: course.chairs.iter().filter(|chair| chair.stage == number).map(seat).collect(),
        }
    });
    let stages: Vec<ApprovalStageView> = stages.collect();
    let mut act_views = Vec::new();
    for (entry, event) in &acts {
        let said = event.personal().into_iter().next();
        let mut said = match &said {
            Some((subject, digest)) => texts_at(conn, subject, Some(digest))?,
            None => BTreeMap::new(),
        };
        let mut shown = told(event, &course, &names);
        shown.by = (names.of)(&entry.actor.account);
        shown.at = local_text(entry.at);
        shown.text = said.remove("text").filter(|text| !text.is_empty());
        if shown.person.is_none() {
            shown.person = said.remove("person").filter(|text| !text.is_empty());
        }
        act_views.push(shown);
    }
    let known_document = crate::document::known(conn, no)?;
    let title = text_of(conn, no, (known_document.text_number, known_document.text))?.title;
    Ok(DocumentApprovalView {
        document: no.to_string(),
        title: Some(title).filter(|title| !title.is_empty()),
        number,
        version: course.version,
        file: course.file.to_string(),
        state: state_word(course.state),
        stage: course.stage,
        submitter: (names.of)(&course.submitter),
        submitted_at: act_views.first().map(|act| act.at.clone()).unwrap_or_default(),
        note: act_views.first().and_then(|act| act.text.clone()),
        mine: stages.iter().flat_map(|stage| &stage.seats).any(|seat| seat.mine),
        stages,
        acts: act_views,
        may_record: running && works,
        may_remind: running && works,
        may_withdraw: running && works && submitted_by_me,
    })
}

/// What those who sit somewhere are called.
struct Names<F> {
    of: F,
    outside: BTreeMap<u32, String>,
}

impl<F: Fn(&AccountName) -> String> Names<F> {
    fn of_chair(&self, chair: &Chair) -> Option<String> {
        match &chair.account {
            Some(account) => Some((self.of)(account)),
            None => self.outside.get(&chair.number).cloned(),
        }
    }
}

/// What an act says, without who did it and its words.
fn told<F: Fn(&AccountName) -> String>(event: &Event, course: &Course, names: &Names<F>) -> ApprovalActView {
    let mut shown = ApprovalActView {
        kind: String::new(),
        by: String::new(),
        at: String::new(),
        stage: None,
        post: None,
        person: None,
        recorded: false,
        standing_in: false,
        on: None,
        basis: None,
        to: None,
        days: None,
        text: None,
        evidence: None,
        file: None,
    };
    let stage_name = |stage: u32| course.stage_at(stage).map(|stage| stage.name.clone());
    let mut at_seat = |number: u32| {
        let chair = course.chairs.iter().find(|chair| chair.number == number);
        shown.stage = chair.and_then(|chair| stage_name(chair.stage));
        shown.post = chair.map(|chair| chair.post.clone());
        chair.and_then(|chair| course.stage_at(chair.stage)).map(|stage| stage.kind)
    };
    let kind = match event {
        Event::DocumentSubmitted(e) => {
            shown.file = Some(e.file.to_string());
            "submitted"
        }
        Event::OpinionGiven(e) => {
            let published = at_seat(e.seat) == Some(domain::approval::StageKind::Publish);
            shown.recorded = e.behalf.is_some();
            shown.standing_in = e.standing_in;
            shown.on = e.on.map(|day| day.to_string());
            shown.basis =
                e.behalf.as_ref().map(|behalf| behalf.basis.clone()).filter(|text| !text.is_empty());
            shown.evidence = e.evidence.map(|file| file.to_string());
            shown.file = Some(e.file.to_string());
            if published { "published" } else { "agreed" }
        }
        Event::ApprovalSentBack(e) => {
            at_seat(e.seat);
            shown.recorded = e.behalf.is_some();
            shown.standing_in = e.standing_in;
            shown.on = e.on.map(|day| day.to_string());
            shown.basis =
                e.behalf.as_ref().map(|behalf| behalf.basis.clone()).filter(|text| !text.is_empty());
            shown.to = e.to.and_then(stage_name);
            shown.evidence = e.evidence.map(|file| file.to_string());
            shown.file = Some(e.file.to_string());
            "sentBack"
        }
        Event::FurtherOpinionAsked(e) => {
            shown.stage = stage_name(e.stage);
            shown.post = Some(e.seat.post.clone());
            shown.person = e.seat.account.as_ref().map(&names.of);
            "furtherAsked"
        }
        Event::StandInNamed(e) => {
            at_seat(e.seat);
            shown.person = Some((names.of)(&e.account));
            shown.days = Some((e.from.to_string(), e.to.map(|day| day.to_string())));
            "standInNamed"
        }
        Event::ApprovalReminded(_) => "reminded",
        Event::ApprovalWithdrawn(e) => match e.by {
            domain::approval::EndedBy::Submitter => "withdrawn",
            domain::approval::EndedBy::Version => "newVersion",
            domain::approval::EndedBy::Void => "voided",
        },
        _ => "",
    };
    kind.clone_into(&mut shown.kind);
    shown
}
