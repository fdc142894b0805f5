//! The acts that make a quarter official: confirm, object, deliver, finalise, revise, pay.

mod confirm;
mod finalise;
mod money;
mod objection;
mod objection_slip;

#[cfg(test)]
mod tests;

pub use confirm::{ConfirmFacts, confirm_unit};
pub use finalise::{
    Revision, RevisionState, SettlementStep, decide_termination, finalise, open_revision, prepare,
    return_settlement, review,
};
pub use money::{carry_adjustment, record_invoice, record_payment};
pub use objection::{
    Delivery, LONGEST_OBJECTION, Objection, ObjectionFacts, ObjectionState, accept_rejection,
    answer_objection, decide_objection, deliver_result, raise_objection,
};
pub use objection_slip::{
    MOST_OBJECTIONS, ObjectionSlip, RaisedBefore, SheetPerson, SheetRead, SheetRef, SlipArrival,
    SlipObjection, SlipRecord, read_sheet, take_slip, write_slip,
};
