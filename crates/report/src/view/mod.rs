//! What the reports are made from. Everything a reader sees comes as text that was computed and formatted elsewhere;
//! only the charts get numbers, because they must be placed.
//!
//! Texts may hold any character; line feeds start a new line. Lists print in the order given.

mod arrival;
mod certification;
mod confirmation;
mod fee;
mod form;
mod head;
mod index;
mod month;
mod ranking;
mod register;
mod replacement;
mod settlement;
mod slip;
mod survey;
mod ticket;

pub use arrival::{ArrivalPaper, ArrivalPaperKind};
pub use certification::{CertificationResult, CertifiedGate};
pub use confirmation::{AssessedPerson, ConfirmationSheet, Objection, PersonMonth, Remark, UnitMonth};
pub use fee::{FeeStatement, Invoice, Money, MoneyLine, Payment};
pub use form::{FormPaper, FormStepLine, FormTaskLine};
pub use head::{Classification, DocumentHead, PartySignatory, Responsible, SignatureAppearance};
pub use index::{DocumentIndex, IndexGroup, IndexLine};
pub use month::{MonthPerson, MonthSheet, MonthTickets};
pub use ranking::{NoticeExempt, NoticeLine, RankingNotice};
pub use register::{PersonnelRegister, RegisteredPerson, RegisteredUnit};
pub use replacement::{ReplacementRequest, RequestStep, TrialMonth, WorkNote};
pub use settlement::{
    AnnexPerson, ComputedItem, Deduction, ExemptUnit, FormulaLine, GroupResult, RankedUnit, SettlementReport,
    Threshold, TrendPoint, UnitConfirmation, UnitResult,
};
pub use slip::{ObjectionSlip, SlipLine};
pub use survey::{SurveyReport, SurveySection};
pub use ticket::{
    NamedText, TicketActLine, TicketAuditLine, TicketDay, TicketDossier, TicketFileLine, TicketPartLine,
    TicketRecordLine, TicketTermLine,
};
