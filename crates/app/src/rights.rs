//! Who may do what: one table, role × use case. The page asks it too. A branch sees and changes its own unit only.

use crate::api::Act;
use domain::kernel::{Actor, Role, UnitCode};
use domain::organisation::LedgerRole;
use serde::Serialize;

/// How far a role reaches with a use case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub enum Reach {
    /// Not at all.
    None,
    /// What is the account's own within its unit: the tickets that a requester asked for, that an engineer is a hand of.
    Mine,
    /// Within the account's own unit.
    Own,
    /// For every unit.
    Any,
}

/// Which record a request is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// One's own account and session, files, or the program itself.
    Oneself,
    /// A unit.
    Unit(UnitCode),
    /// A record of a unit, and whether it is the account's own matter.
    Record {
        /// Whose.
        unit: UnitCode,
        /// Own.
        mine: bool,
    },
    /// The province as a whole: acts of the unit the ledger was founded for.
    Province,
    /// Several units; the handler checks each it meets.
    Several,
}

/// Groups of use cases that share a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No account is needed.
    Public,
    /// Anybody signed in.
    Signed,
    /// Accounts, settings, restore.
    Administer,
    /// Organisation, rule book, contract: the province's data.
    Govern,
    /// What every account of a unit knows of it: its name, what types of tickets it has.
    KnowUnit,
    /// Reading one unit.
    ReadUnit,
    /// Reading tickets, with their files and what is counted of them.
    ReadTickets,
    /// Reading documents.
    ReadDocuments,
    /// An engineer's own scores and attendance (ORG-13).
    ReadOwn,
    /// Looking for words in what one reads.
    Find,
    /// Reading customers and opportunities: their affairs are theirs, not the contractor's (CUS-03).
    ReadCustomers,
    /// Reading quotes and competitors' prices before the outcome (SEC-09); whoever did the opportunity does too.
    ReadPrices,
    /// Reading the province as a whole, fees included.
    ReadProvince,
    /// Scoring and declaring in a unit.
    Score,
    /// Engineers' arrival, papers, notes, leaving, requests.
    Staff,
    /// Tickets, opportunities, customers: managing them.
    Work,
    /// What is the requester's on a ticket: registering, confirming, rating, changing the demand.
    Ask,
    /// What is an engineer's on a ticket: taking, recording, passing on, delivering.
    Handle,
    /// Filing documents and their versions.
    FileDocuments,
    /// Keeping records of an opportunity.
    KeepRecords,
    /// Giving one's opinion on a document; who sits at a seat is checked beside, and reading the document is asked for before.
    Opine,
    /// What is a unit leader's: 审核 of a unit's month and its return, approving a request for a replacement.
    ReviewMonth,
    /// A party's confirmation.
    Confirm,
    /// Raising an objection.
    Object,
    /// Answering an objection, delivering a result, deciding applications for leave and overtime.
    Answer,
    /// 编制, money, exemptions.
    Settle,
    /// 复核, 审批, deciding.
    Decide,
    /// Reports of a unit.
    UnitReport,
    /// Backup, verify, log.
    Keep,
}

/// The table. Columns: administrator, unit manager, unit leader, clerk, provider's representative, auditor, requester, engineer,
/// commercial officer.
fn row(kind: Kind) -> [Reach; 9] {
    use Reach::{Any, Mine, None as No, Own};
    match kind {
        Kind::Public | Kind::Signed => [Any, Any, Any, Any, Any, Any, Any, Any, Any],
        Kind::Administer => [Any, No, No, No, No, No, No, No, No],
        Kind::Govern => [Any, No, No, Any, No, No, No, No, No],
        Kind::KnowUnit => [Any, Own, Own, Any, Any, Any, Own, Own, Own],
        Kind::ReadUnit => [Any, Own, Own, Any, Any, Any, No, No, No],
        Kind::ReadTickets => [Any, Own, Own, Any, Any, Any, Mine, Mine, No],
        Kind::ReadDocuments => [Any, Own, Own, Any, Any, Any, Mine, Mine, Mine],
        Kind::ReadOwn => [Any, Own, Own, Any, Any, Any, No, Mine, No],
        Kind::Find => [Any, Own, Own, Any, Any, Any, Mine, Mine, Own],
        Kind::ReadCustomers => [Any, Own, Own, Any, No, No, No, No, Own],
        Kind::ReadPrices => [Any, Own, Own, No, No, No, No, No, Own],
        Kind::ReadProvince => [Any, Own, Own, Any, Any, Any, No, No, No],
        Kind::Score => [Any, Own, No, Any, No, No, No, No, No],
        Kind::Staff => [Any, Own, Own, Any, No, No, No, No, No],
        Kind::Work => [Any, Own, Own, Any, No, No, No, No, No],
        Kind::Ask => [Any, Own, Own, Any, No, No, Mine, No, No],
        Kind::Handle => [Any, Own, Own, Any, No, No, No, Mine, No],
        Kind::FileDocuments => [Any, Own, Own, Any, No, No, Mine, Mine, Mine],
        Kind::KeepRecords => [Any, Own, Own, Any, No, No, No, No, Own],
        Kind::Opine => [Any, Own, Own, Any, Any, No, No, No, No],
        Kind::ReviewMonth => [Any, No, Own, Any, No, No, No, No, No],
        Kind::Confirm => [Any, No, Own, Any, Any, No, No, No, No],
        Kind::Object => [Any, Own, Own, Any, Any, No, No, No, No],
        Kind::Answer => [Any, Own, Own, Any, No, No, No, No, No],
        Kind::Settle => [Any, No, No, Any, No, No, No, No, No],
        Kind::Decide => [Any, No, Own, Any, No, No, No, No, No],
        Kind::UnitReport => [Any, Own, Own, Any, Any, Any, No, No, No],
        Kind::Keep => [Any, No, No, Any, No, Any, No, No, No],
    }
}

/// How far a role reaches with a use case.
#[must_use]
pub fn reach(act: Act, role: Role) -> Reach {
    reach_of(act.kind(), role)
}

/// How far a role reaches with the use cases of a row.
#[must_use]
pub fn reach_of(kind: Kind, role: Role) -> Reach {
    Role::ALL.iter().position(|known| *known == role).map_or(Reach::None, |column| row(kind)[column])
}

/// Whether this installation does such things at all: settlement belongs to the province, scoring to units and
/// province, and a provider's ledger only receives, checks and signs.
#[must_use]
pub fn belongs_here(act: Act, role: LedgerRole) -> bool {
    match (role, act.kind()) {
        (LedgerRole::Province, _) => true,
        (LedgerRole::Branch, Kind::Settle | Kind::Decide) => false,
        (LedgerRole::Branch, _) => true,
        (
            LedgerRole::Provider,
            Kind::Score
            | Kind::Staff
            | Kind::Work
            | Kind::Ask
            | Kind::Handle
            | Kind::FileDocuments
            | Kind::KeepRecords
            | Kind::Opine
            | Kind::ReadCustomers
            | Kind::ReadPrices
            | Kind::ReviewMonth
            | Kind::Confirm
            | Kind::Settle
            | Kind::Decide
            | Kind::Answer,
        ) => false,
        (LedgerRole::Provider, _) => true,
    }
}

/// Whether an actor may do it to that record.
#[must_use]
pub fn may(act: Act, actor: &Actor, target: &Target, home: &UnitCode) -> bool {
    let own = |unit: &UnitCode| actor.unit.as_ref() == Some(unit);
    match (reach(act, actor.role), target) {
        (Reach::None, _) | (Reach::Mine, Target::Unit(_) | Target::Province) => false,
        (Reach::Any, _) | (Reach::Own | Reach::Mine, Target::Oneself | Target::Several) => true,
        (Reach::Mine, Target::Record { unit, mine }) => *mine && own(unit),
        (Reach::Own, Target::Unit(unit) | Target::Record { unit, .. }) => own(unit),
        (Reach::Own, Target::Province) => own(home),
    }
}
