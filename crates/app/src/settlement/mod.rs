//! The quarter: working it out, confirming, objecting, making it official.

mod acts;
mod confirm;
mod objected;
mod objection;
mod point_values;
mod shape;
mod unit;
mod view;

pub use acts::{
    DecideTermination, OpenRevision, PrepareSettlement, ReturnSettlement, StepSettlement, decide_termination,
    open_revision, prepare, return_it, step,
};
pub use confirm::{ConfirmUnits, ConfirmView, UnitOutcome, confirm};
pub(crate) use confirm::{confirm_facts, standing};
pub use objected::{CameByView, DeliveryView, ObjectionView};
pub(crate) use objection::objection_facts;
pub use objection::{
    AcceptRejection, AnswerObjection, DecideObjection, DeliverResult, RaiseObjection, accept_rejection,
    answer, decide, deliver, object,
};
pub use point_values::{PointValueView, PointValues, ShiftedView, values as point_values};
pub use shape::{
    AdjustmentView, ConfirmationView, GroupView, MonthView, PersonScoreView, QuarterView, Quarters,
    RuleSetRef, Settle, SettlementView, StepView, TaxView, TerminationView, UnitQuarter, UnitQuarterView,
    UnitScoreView,
};
pub use unit::unit_quarter;
pub(crate) use view::{Computed, compute, compute_with};
pub use view::{quarters, settle};
