//! What is done with a running approval: opinions, 加签, 代理, reminding, taking back.

use super::kept::{asked_of, course, words};
use super::submit::SeatAsked;
use super::view::person_of;
use crate::api::Act;
use crate::document::{known, read};
use crate::error::AppError;
use crate::parse::{self, day_or, text_given};
use crate::session::{App, Receipt};
use crate::ticket::StepOfAnother;
use crate::ticket::words::{Another, opened, stored};
use domain::approval::{Acting, Asked, Opinion, Seat, Verdict};
use domain::ticket::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Gives one's opinion on a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GiveOpinion {
    /// 文档编号.
    pub document: String,
    /// At which seat; the one that waits for oneself where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub seat: Option<u32>,
    /// 同意, and not 退回.
    pub agrees: bool,
    /// To which stage it is sent back; to the writer where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<u32>,
    /// The opinion; why, where it is sent back.
    #[serde(default)]
    pub text: String,
    /// A file that goes with it, as the minutes of a meeting.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub file: Option<String>,
}

/// Records an opinion that was given elsewhere, for its giver (代录).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RecordOpinion {
    /// 文档编号.
    pub document: String,
    /// At which seat.
    pub seat: u32,
    /// 同意, and not 退回.
    pub agrees: bool,
    /// To which stage it is sent back; to the writer where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<u32>,
    /// The opinion; why, where it is sent back.
    #[serde(default)]
    pub text: String,
    /// The day on which it was given; today where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Whose it is, where it is not the seat's holder, and what shows it.
    pub behalf: StepOfAnother,
}

/// Asks for one more opinion at the stage that an approval has reached (加签).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AskFurtherOpinion {
    /// 文档编号.
    pub document: String,
    /// Whose.
    pub asked: SeatAsked,
    /// Why.
    #[serde(default)]
    pub text: String,
}

/// Names who may give a seat's opinion beside its holder, for a time (代理).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct NameStandIn {
    /// 文档编号.
    pub document: String,
    /// Which seat.
    pub seat: u32,
    /// Who.
    pub account: String,
    /// From that day on; from today where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Until that day; without end where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// Why.
    #[serde(default)]
    pub text: String,
}

/// Reminds those whose opinions are waited for (催办).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RemindApproval {
    /// 文档编号.
    pub document: String,
    /// What is said to them.
    #[serde(default)]
    pub text: String,
}

/// Takes an approval back (撤回).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct WithdrawApproval {
    /// 文档编号.
    pub document: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

fn verdict(agrees: bool, to: Option<u32>) -> Verdict {
    if agrees { Verdict::Agree } else { Verdict::SendBack(to) }
}

/// `giveOpinion`.
pub fn give(app: &mut App, request: GiveOpinion) -> Result<Receipt, AppError> {
    let no = read(app, Act::GiveOpinion, &request.document)?.no;
    let file = opened(request.file.as_deref())?;
    let (today, two_person) = (app.today()?, app.installation()?.two_person);
    app.decide(|tx, actor| {
        let (document, course) = (known(tx.conn(), &no)?, course(tx.conn(), &no, None)?);
        let seat = match request.seat {
            Some(seat) => seat,
            None => course.seat_of(&actor.account, today)?,
        };
        let opinion = Opinion {
            seat,
            verdict: verdict(request.agrees, request.to),
            words: words(tx, &document, &[("text", &request.text)])?,
            file: stored(tx, file)?,
            behalf: None,
        };
        let acting = Acting { actor, today, two_person, number: document.next_words };
        Ok(course.opine(opinion, acting)?)
    })
}

/// `recordOpinion`.
pub fn record(app: &mut App, request: RecordOpinion) -> Result<Receipt, AppError> {
    let no = read(app, Act::RecordOpinion, &request.document)?.no;
    let (today, two_person) = (app.today()?, app.installation()?.two_person);
    let on = day_or(request.on.as_deref(), today)?;
    let named = match text_given(Some(&request.behalf.person)) {
        Some(person) => person.to_owned(),
        None => person_of(app, &no, request.seat)?.unwrap_or_default(),
    };
    let another = Another::open(Some(StepOfAnother { person: named, ..request.behalf }))?;
    app.decide(|tx, actor| {
        let (document, course) = (known(tx.conn(), &no)?, course(tx.conn(), &no, None)?);
        let (behalf, person) = Another::store(tx, another)?;
        let opinion = Opinion {
            seat: request.seat,
            verdict: verdict(request.agrees, request.to),
            words: words(tx, &document, &[("text", &request.text), ("person", &person)])?,
            file: None,
            behalf: behalf.map(|behalf| (behalf, on)),
        };
        let acting = Acting { actor, today, two_person, number: document.next_words };
        Ok(course.opine(opinion, acting)?)
    })
}

/// `askFurtherOpinion`.
pub fn ask_further(app: &mut App, request: AskFurtherOpinion) -> Result<Receipt, AppError> {
    let document = read(app, Act::AskFurtherOpinion, &request.document)?;
    let (today, two_person) = (app.today()?, app.installation()?.two_person);
    let candidates = asked_of(app, &document)?;
    let account = text_given(request.asked.account.as_deref()).map(parse::account).transpose()?;
    let person =
        if account.is_none() { request.asked.person.clone().unwrap_or_default() } else { String::new() };
    let seat = Seat { post: request.asked.post.clone(), account };
    app.decide(|tx, actor| {
        let (document, course) = (known(tx.conn(), &document.no)?, course(tx.conn(), &document.no, None)?);
        let said = words(tx, &document, &[("text", &request.text), ("person", &person)])?;
        let asked = Asked { known: &candidates, submitter: &course.submitter, two_person };
        let acting = Acting { actor, today, two_person, number: document.next_words };
        Ok(course.ask_further(seat, said, &asked, acting)?)
    })
}

/// `nameStandIn`.
pub fn name_stand_in(app: &mut App, request: NameStandIn) -> Result<Receipt, AppError> {
    let document = read(app, Act::NameStandIn, &request.document)?;
    let (today, two_person) = (app.today()?, app.installation()?.two_person);
    let candidates = asked_of(app, &document)?;
    let account = parse::account(&request.account)?;
    let from = day_or(request.from.as_deref(), today)?;
    let to = text_given(request.to.as_deref()).map(parse::date).transpose()?;
    app.decide(|tx, actor| {
        let (document, course) = (known(tx.conn(), &document.no)?, course(tx.conn(), &document.no, None)?);
        let said = words(tx, &document, &[("text", &request.text)])?;
        let asked = Asked { known: &candidates, submitter: &course.submitter, two_person };
        let acting = Acting { actor, today, two_person, number: document.next_words };
        Ok(course.name_stand_in(request.seat, account, (from, to), said, &asked, acting)?)
    })
}

/// `remindApproval`.
pub fn remind(app: &mut App, request: RemindApproval) -> Result<Receipt, AppError> {
    let no = read(app, Act::RemindApproval, &request.document)?.no;
    let today = app.today()?;
    app.decide(|tx, actor| {
        let (document, course) = (known(tx.conn(), &no)?, course(tx.conn(), &no, None)?);
        let acting = Acting { actor, today, two_person: false, number: document.next_words };
        // Nothing is kept beside the journal for an act that does nothing.
        if course.remind(Words::default(), acting)?.is_empty() {
            return Ok(Vec::new());
        }
        Ok(course.remind(words(tx, &document, &[("text", &request.text)])?, acting)?)
    })
}

/// `withdrawApproval`.
pub fn withdraw(app: &mut App, request: WithdrawApproval) -> Result<Receipt, AppError> {
    let no = read(app, Act::WithdrawApproval, &request.document)?.no;
    let today = app.today()?;
    app.decide(|tx, actor| {
        let (document, course) = (known(tx.conn(), &no)?, course(tx.conn(), &no, None)?);
        let said = words(tx, &document, &[("text", &request.reason)])?;
        Ok(course.withdraw(said, Acting { actor, today, two_person: false, number: document.next_words })?)
    })
}
