//! 认证: who is due, a person against one level, evidence, exams, the reviewers' decision (§6.4). Certification is the
//! province's: its clerk and administrator keep the cases, units read those of their own people.

mod acts;
mod counted;
mod due;
mod follow;
mod list;
mod person;
mod standard;
mod view;

pub use acts::{
    DecideCase, OpenCase, RecordEvidence, RecordExam, StrikeEvidence, WithdrawCase, decide, evidence, exam,
    open, strike, withdraw,
};
pub use list::{CertificationLine, Certifications, CertificationsView, certifications};
pub use person::{Certification, CertificationView, certification};
pub use standard::{IssueStandard, Standards, StandardsView, issue, standards};
pub use view::{GateView, QuarterGradeView, StandardView};

pub(crate) use due::due_cases;
pub(crate) use follow::Following;
pub use follow::{FollowView, FollowedView};
pub(crate) use person::words_at;

use crate::api::Act;
use crate::error::AppError;
use crate::session::App;
use domain::Refusal;
use domain::kernel::StaffNo;
use domain::people::{Membership, Probation, last_probation};
use ledger::rusqlite::Connection;

/// All stays of a person, oldest first.
pub(crate) fn stays_of(conn: &Connection, staff_no: &StaffNo) -> Result<Vec<Membership>, AppError> {
    Ok(ledger::people::query::memberships_of(conn, staff_no)?)
}

/// The probation of somebody with these stays that ends last.
fn probation_of(conn: &Connection, stays: &[Membership]) -> Result<Option<Probation>, AppError> {
    Ok(last_probation(stays, &ledger::people::query::letters(conn)?))
}

/// Refuses whoever may see none of the person's units.
pub(crate) fn require_seen(
    app: &App,
    act: Act,
    staff_no: &StaffNo,
    stays: &[Membership],
) -> Result<(), AppError> {
    let mut refused = None;
    for stay in stays {
        match app.require_unit(act, &stay.unit) {
            Ok(()) => return Ok(()),
            Err(error) => refused = Some(error),
        }
    }
    Err(refused.unwrap_or_else(|| Refusal::UnknownEngineer { staff_no: staff_no.clone() }.into()))
}
