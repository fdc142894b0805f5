//! Approval of documents: submitted, opined on, sent back, listed (DOC-19 … DOC-21, SIG-11).

mod due;
mod files;
mod form;
mod kept;
mod list;
mod opine;
mod submit;
mod view;

pub(crate) use due::{ApprovalTask, approvals_due};
pub use files::{LookAtOpinionFile, SaveOpinionFile, look_at, save};
pub use form::{
    ApprovalForm, ApprovalFormView, CandidateView, RouteTemplateView, TemplateSeatView, TemplateStageView,
    form,
};
pub(crate) use kept::{asked_of, handed_over};
pub use list::{ApprovalCounts, ApprovalLine, Approvals, ApprovalsView, approvals};
pub use opine::{
    AskFurtherOpinion, GiveOpinion, NameStandIn, RecordOpinion, RemindApproval, WithdrawApproval,
    ask_further, give, name_stand_in, record, remind, withdraw,
};
pub use submit::{SeatAsked, StageAsked, SubmitForApproval, submit};
pub(crate) use view::of_document;
pub use view::{
    Approval, ApprovalActView, ApprovalSeatView, ApprovalStageView, DocumentApprovalView, StandInView,
    approval,
};
