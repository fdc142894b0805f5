//! 离岗 and 调动, with the handover.

use super::{file_of, require_stay};
use crate::api::Act;
use crate::error::AppError;
use crate::exchange::open_file;
use crate::parse;
use crate::session::{App, Receipt};
use chrono::NaiveDate;
use domain::kernel::UnitCode;
use domain::people::{HandoverEntry, HandoverKind, HandoverList, LeavingFacts, NewLeaving};
use domain::personal::{FilePart, Subject};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// A line of a handover list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct HandoverLine {
    /// Of which kind.
    #[ts(type = "\"ticket\" | \"document\" | \"customer\" | \"other\"")]
    pub kind: HandoverKind,
    /// What.
    pub what: String,
    /// What is to be known of it.
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// Records that a person leaves, with what is handed over to whom.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordLeaving {
    /// 工号.
    pub staff_no: String,
    /// The last day there.
    pub last_day: String,
    /// Why.
    pub reason: String,
    /// What is handed over.
    #[serde(default)]
    pub entries: Vec<HandoverLine>,
    /// Why there is nothing to hand over, where there are no lines.
    #[ts(optional = nullable)]
    pub nothing: Option<String>,
    /// 工号 of who takes over; the successor of a replacement where nobody is named.
    #[ts(optional = nullable)]
    pub receiver: Option<String>,
    /// Name of who takes over, where they are no engineer on record.
    #[ts(optional = nullable)]
    pub receiver_name: Option<String>,
    /// File of the signed list.
    #[ts(optional = nullable)]
    pub scan: Option<String>,
}

/// Moves a person to another unit in one act: the stay here ends the day before the first one there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TransferPerson {
    /// 工号.
    pub staff_no: String,
    /// 单位代码 of the new unit.
    #[ts(type = "string")]
    pub to: UnitCode,
    /// First day there.
    pub first_day: String,
    /// Why.
    pub reason: String,
    /// What is handed over.
    #[serde(default)]
    pub entries: Vec<HandoverLine>,
    /// Why there is nothing to hand over, where there are no lines.
    #[ts(optional = nullable)]
    pub nothing: Option<String>,
    /// 工号 of who takes over.
    #[ts(optional = nullable)]
    pub receiver: Option<String>,
    /// Name of who takes over, where they are no engineer on record.
    #[ts(optional = nullable)]
    pub receiver_name: Option<String>,
    /// File of the signed list.
    #[ts(optional = nullable)]
    pub scan: Option<String>,
}

/// What a leaving and a move have in common.
struct Handed {
    staff_no: String,
    last_day: NaiveDate,
    reason: String,
    entries: Vec<HandoverLine>,
    nothing: Option<String>,
    receiver: Option<String>,
    receiver_name: Option<String>,
    scan: Option<String>,
}

/// `recordLeaving`.
pub fn leave(app: &mut App, request: RecordLeaving) -> Result<Receipt, AppError> {
    let last_day = parse::date(&request.last_day)?;
    let RecordLeaving { staff_no, reason, entries, nothing, receiver, receiver_name, scan, .. } = request;
    let handed = Handed { staff_no, last_day, reason, entries, nothing, receiver, receiver_name, scan };
    hand_over(app, Act::RecordLeaving, handed, None)
}

/// `transferPerson`: asks for the right in both units.
pub fn transfer(app: &mut App, request: TransferPerson) -> Result<Receipt, AppError> {
    let first_day = parse::date(&request.first_day)?;
    app.require_unit(Act::TransferPerson, &request.to)?;
    let last_day = first_day.pred_opt().unwrap_or(first_day);
    let TransferPerson { staff_no, to, reason, entries, nothing, receiver, receiver_name, scan, .. } =
        request;
    let handed = Handed { staff_no, last_day, reason, entries, nothing, receiver, receiver_name, scan };
    hand_over(app, Act::TransferPerson, handed, Some(&to))
}

fn hand_over(app: &mut App, act: Act, handed: Handed, to: Option<&UnitCode>) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&handed.staff_no)?;
    let receiver = handed.receiver.as_deref().map(parse::staff_no).transpose()?;
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    require_stay(app, act, &file, None)?;
    let scan = handed.scan.as_deref().map(open_file).transpose()?;
    app.decide(|tx, _| {
        let file = file_of(tx.conn(), &staff_no, today)?;
        let named = handed.receiver_name.as_deref().is_some_and(|name| !name.trim().is_empty());
        let receiver = receiver.or_else(|| file.default_receiver().filter(|_| !named));
        let line = |line: HandoverLine| HandoverEntry { kind: line.kind, what: line.what, note: line.note };
        let list = HandoverList {
            entries: handed.entries.into_iter().map(line).collect(),
            nothing: handed.nothing,
            receiver: handed.receiver_name,
        };
        let list = list.checked(receiver.as_ref())?;
        let entries = u32::try_from(list.entries.len()).unwrap_or(u32::MAX);
        let part = FilePart::Handover(file.stay(None)?.membership.arrived_on);
        let fields = json!(list).as_object().cloned().unwrap_or_default();
        let subject = Subject::File(part, staff_no.clone()).to_string();
        let facts = LeavingFacts {
            units: ledger::organisation::query::units(tx.conn())?.into_keys().collect(),
            receiver_known: match &receiver {
                Some(receiver) => ledger::people::query::is_known(tx.conn(), receiver)?,
                None => false,
            },
        };
        let new = NewLeaving {
            last_day: handed.last_day,
            reason: handed.reason,
            receiver,
            entries,
            list: tx.put_personal(&subject, &fields)?,
            scan: scan.map(|scan| tx.put_blob(scan)).transpose()?.map(|stored| stored.digest),
        };
        Ok(match to {
            Some(to) => file.transfer(&facts, new, to)?,
            None => file.leave(&facts, new)?,
        })
    })
}
