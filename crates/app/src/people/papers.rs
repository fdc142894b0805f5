//! 到岗接收函, 信息安全协议, 安全生产承诺书 and 管理人 of a stay.

use super::{file_of, require_stay};
use crate::accounts::{self, AccountView};
use crate::api::Act;
use crate::error::AppError;
use crate::exchange::open_file;
use crate::organisation::parse_party;
use crate::parse;
use crate::personal::keep_name;
use crate::session::{App, Receipt};
use chrono::NaiveDate;
use domain::Refusal;
use domain::kernel::{StaffNo, UnitCode};
use domain::people::{NewPaper, OnBehalf, PaperKind};
use domain::personal::{FilePart, Subject};
use ledger::Tx;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// 代录: for whom a step is entered, and what shows that they took it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OnBehalfOf {
    /// The party whose step it is: `client` or `provider`.
    #[ts(optional = nullable)]
    pub party: Option<String>,
    /// The person whose step it is, by name.
    #[ts(optional = nullable)]
    pub person: Option<String>,
    /// What shows it: the number of a 快文, a letter, a screenshot.
    pub basis: String,
}

/// Files a signed paper. The letter of somebody announced puts them on duty.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct FilePaper {
    /// 工号.
    pub staff_no: String,
    /// `letter`, `agreement` or `pledge`.
    pub kind: String,
    /// 文号.
    pub number: String,
    /// The day on which both parties had signed.
    pub signed_on: String,
    /// File of the signed copy.
    pub scan: String,
    /// First day of the stay that it belongs to; the newest where absent. Of the letter of somebody announced the first
    /// day on duty; where absent the later of the day of signing and the day announced.
    #[ts(optional = nullable)]
    pub arrived_on: Option<String>,
    /// 代录.
    #[ts(optional = nullable)]
    pub on_behalf: Option<OnBehalfOf>,
}

/// Corrects what was filed of a paper.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CorrectPaper {
    /// 工号.
    pub staff_no: String,
    /// `letter`, `agreement` or `pledge`.
    pub kind: String,
    /// 文号.
    pub number: String,
    /// The day on which both parties had signed.
    pub signed_on: String,
    /// File of another signed copy; the one on record stays where absent.
    #[ts(optional = nullable)]
    pub scan: Option<String>,
    /// First day of the stay that it belongs to; the newest where absent.
    #[ts(optional = nullable)]
    pub arrived_on: Option<String>,
    /// 代录, as it is to stand.
    #[ts(optional = nullable)]
    pub on_behalf: Option<OnBehalfOf>,
    /// Why.
    pub reason: String,
}

/// Names who answers for a person in the unit (管理人): an account or a name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct NameManager {
    /// 工号.
    pub staff_no: String,
    /// First day of the stay; the newest where absent.
    #[ts(optional = nullable)]
    pub arrived_on: Option<String>,
    /// An account of this ledger.
    #[ts(optional = nullable)]
    pub account: Option<String>,
    /// The name of somebody without an account.
    #[ts(optional = nullable)]
    pub name: Option<String>,
}

/// Lists the accounts of a unit that may be named as the manager of somebody there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PossibleManagers {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
}

/// Reads `letter`, `agreement` or `pledge`.
pub(crate) fn paper_kind(text: &str) -> Result<PaperKind, AppError> {
    let known = PaperKind::ALL.into_iter().find(|kind| kind.code() == text);
    known.ok_or_else(|| AppError::refused("badPaper", json!({ "value": text })))
}

pub(super) fn day(text: Option<&String>) -> Result<Option<NaiveDate>, AppError> {
    text.map(|text| parse::date(text)).transpose()
}

/// For whom, with the name kept beside the journal as that part of the file.
pub(super) fn on_behalf(
    tx: &Tx<'_>,
    part: FilePart,
    staff_no: &StaffNo,
    given: Option<&OnBehalfOf>,
) -> Result<Option<OnBehalf>, AppError> {
    let Some(given) = given else { return Ok(None) };
    let subject = Subject::File(part, staff_no.clone());
    let person = keep_name(tx, &subject, given.person.as_deref().unwrap_or_default())?;
    let party = given.party.as_deref().map(parse_party).transpose()?;
    Ok(Some(OnBehalf { party, person, basis: given.basis.clone() }))
}

/// `filePaper`.
pub fn file_paper(app: &mut App, request: FilePaper) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let kind = paper_kind(&request.kind)?;
    let (signed_on, day) = (parse::date(&request.signed_on)?, day(request.arrived_on.as_ref())?);
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    // A day that is no known stay's is the first one on duty of whoever is announced.
    let known_stay = day.is_some_and(|day| file.stay(Some(day)).is_ok());
    let arriving = file.announced().filter(|_| !known_stay).map(|open| open.unit.clone());
    match &arriving {
        Some(unit) => app.require_unit(Act::FilePaper, unit)?,
        None => require_stay(app, Act::FilePaper, &file, day)?,
    }
    let scan = open_file(&request.scan)?;
    app.decide(|tx, _| {
        let file = file_of(tx.conn(), &staff_no, today)?;
        let first_day = match (arriving.is_some(), day) {
            (true, Some(day)) => day,
            (true, None) => file.day_of_arrival(signed_on)?,
            (false, day) => file.stay(day)?.membership.arrived_on,
        };
        let part = FilePart::Paper(first_day, kind);
        let paper = NewPaper {
            kind,
            number: request.number.clone(),
            signed_on,
            scan: Some(tx.put_blob(scan)?.digest),
            on_behalf: on_behalf(tx, part, &staff_no, request.on_behalf.as_ref())?,
        };
        Ok(if arriving.is_some() {
            file.arrive(paper, first_day, today)?
        } else {
            file.file_paper(Some(first_day), paper, today)?
        })
    })
}

/// `correctPaper`.
pub fn correct_paper(app: &mut App, request: CorrectPaper) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let kind = paper_kind(&request.kind)?;
    let (signed_on, day) = (parse::date(&request.signed_on)?, day(request.arrived_on.as_ref())?);
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    require_stay(app, Act::CorrectPaper, &file, day)?;
    let scan = request.scan.as_deref().map(open_file).transpose()?;
    app.decide(|tx, _| {
        let file = file_of(tx.conn(), &staff_no, today)?;
        let first_day = file.stay(day)?.membership.arrived_on;
        let part = FilePart::Paper(first_day, kind);
        let paper = NewPaper {
            kind,
            number: request.number.clone(),
            signed_on,
            scan: scan.map(|scan| tx.put_blob(scan)).transpose()?.map(|stored| stored.digest),
            on_behalf: on_behalf(tx, part, &staff_no, request.on_behalf.as_ref())?,
        };
        Ok(file.correct_paper(Some(first_day), paper, &request.reason, today)?)
    })
}

/// `possibleManagers`.
pub fn possible_managers(app: &mut App, request: PossibleManagers) -> Result<Vec<AccountView>, AppError> {
    let mut accounts = ledger::account::query::accounts(app.conn()?)?;
    accounts.retain(|account| account.open && account.unit.as_ref() == Some(&request.unit));
    accounts::views(app, accounts)
}

/// `nameManager`.
pub fn name_manager(app: &mut App, request: NameManager) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let day = day(request.arrived_on.as_ref())?;
    let account = request.account.as_deref().map(parse::account).transpose()?;
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    require_stay(app, Act::NameManager, &file, day)?;
    if let Some(account) = &account
        && !ledger::account::query::is_open(app.conn()?, account)?
    {
        return Err(Refusal::UnknownAccount { account: account.clone() }.into());
    }
    app.decide(|tx, _| {
        let file = file_of(tx.conn(), &staff_no, today)?;
        let first_day = file.stay(day)?.membership.arrived_on;
        let subject = Subject::File(FilePart::Manager(first_day), staff_no.clone());
        let name = keep_name(tx, &subject, request.name.as_deref().unwrap_or_default())?;
        Ok(file.name_manager(Some(first_day), account, name)?)
    })
}
