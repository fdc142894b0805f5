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
    /// Reading one unit.
    ReadUnit,
    /// Reading customers and opportunities: their affairs are theirs, not the contractor's (CUS-03).
    ReadCustomers,
    /// Reading the province as a whole, fees included.
    ReadProvince,
    /// Scoring and declaring in a unit.
    Score,
    /// Engineers' arrival, papers, notes, leaving, requests.
    Staff,
    /// Tickets: registering, assigning, doing, closing.
    Work,
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

/// The table. Columns: administrator, unit manager, unit leader, clerk, provider's representative, auditor.
fn row(kind: Kind) -> [Reach; 6] {
    use Reach::{Any, None as No, Own};
    match kind {
        Kind::Public | Kind::Signed => [Any, Any, Any, Any, Any, Any],
        Kind::Administer => [Any, No, No, No, No, No],
        Kind::Govern => [Any, No, No, Any, No, No],
        Kind::ReadUnit => [Any, Own, Own, Any, Any, Any],
        Kind::ReadCustomers => [Any, Own, Own, Any, No, No],
        Kind::ReadProvince => [Any, Own, Own, Any, Any, Any],
        Kind::Score => [Any, Own, No, Any, No, No],
        Kind::Staff => [Any, Own, Own, Any, No, No],
        Kind::Work => [Any, Own, Own, Any, No, No],
        Kind::Opine => [Any, Own, Own, Any, Any, No],
        Kind::ReviewMonth => [Any, No, Own, Any, No, No],
        Kind::Confirm => [Any, No, Own, Any, Any, No],
        Kind::Object => [Any, Own, Own, Any, Any, No],
        Kind::Answer => [Any, Own, Own, Any, No, No],
        Kind::Settle => [Any, No, No, Any, No, No],
        Kind::Decide => [Any, No, Own, Any, No, No],
        Kind::UnitReport => [Any, Own, Own, Any, Any, Any],
        Kind::Keep => [Any, No, No, Any, No, Any],
    }
}

/// How far a role reaches with a use case.
#[must_use]
pub fn reach(act: Act, role: Role) -> Reach {
    let column = Role::ALL.iter().position(|r| *r == role).unwrap_or(Role::ALL.len() - 1);
    row(act.kind())[column]
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
            | Kind::Opine
            | Kind::ReadCustomers
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
    match (reach(act, actor.role), target) {
        (Reach::None, _) => false,
        (Reach::Any, _) | (Reach::Own, Target::Oneself | Target::Several) => true,
        (Reach::Own, Target::Unit(unit)) => actor.unit.as_ref() == Some(unit),
        (Reach::Own, Target::Province) => actor.unit.as_ref() == Some(home),
    }
}
