//! Every business act as the journal keeps it. Frozen once released: a change is a new version with a pure upcast.
//!
//! An event holds inputs, result and rule version; replay never recomputes. Personal data stands as a salted digest.
//! One list, though long: every kind with its version, in one place, from which reading and writing are made. The
//! bodies are frozen by `tests/events/bodies.txt`.

use crate::account::Account;
use crate::approval::{EndedBy, Route, Seat, Standing};
use crate::assessment::Assessment;
use crate::attendance::{Correction, Matter, TimeOfDay, WorkingHours};
use crate::certification::{Decision, GateResult, Proof, ShownBehaviour, Standard};
use crate::customer::{ContactGrades, CustomerBasics, CustomerNo};
use crate::deadline::DeadlineRules;
use crate::development::{AbilityItem, Award, Sanction, Training, Violation};
use crate::document::{About, DocumentClass, DocumentNo, Secrecy};
use crate::form::{Answers, ItemState};
use crate::kernel::{
    AccountName, DayKind, Digest, EntryKey, Exact, Month, Origin, Quarter, Role, Score, StaffNo, UnitCode,
    Yuan,
};
use crate::opportunity::{ApprovalOf, Basics, OpportunityNo, Outcome, Stage, VoidedFor};
use crate::organisation::{CertificateRecord, ContractTerm, Installation, Party, PartyRecord, Unit};
use crate::people::{Approval, Dispatch, Evidence, Leaving, Membership, PaperRecord};
use crate::personal::Subject;
use crate::registers::{FormNo, FormState, FormType, FormTypeKey, Links, StepOutcome, TaskOwner};
use crate::rulebook::{Rubric, RuleSet};
use crate::settlement::Settlement;
use crate::settlement::official::SlipRecord;
use crate::signing::{PaperSeal, ReportSubject, SignatureFound};
use crate::ticket::{
    ApprovalPost, Behalf, Channel, CloseResult, Complexity, HelpFrom, PassedBy, PostponementAnswer, Rating,
    ReviewOutcome, SkipReason, TicketNo, TicketState, TicketType, ToldBy, TypeKey, Urgency,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident $kind:literal $version:literal { $($(#[$fdoc:meta])* $field:ident: $ty:ty),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(rename_all = "camelCase")]
            pub struct $name { $($(#[$fdoc])* pub $field: $ty,)* }
        )*

        /// A business act.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event { $($(#[$doc])* $name($name),)* }

        impl Event {
            /// Name of the act in the journal.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$name(_) => $kind,)* }
            }

            /// Version of its body.
            #[must_use]
            pub fn version(&self) -> u16 {
                match self { $(Self::$name(_) => $version,)* }
            }

            /// The exact bytes that are hashed and stored.
            #[must_use]
            pub fn encode(&self) -> Vec<u8> {
                let encoded = match self { $(Self::$name(body) => serde_json::to_vec(body),)* };
                encoded.expect("events hold text keys only")
            }

            /// Reads a body back; `None` where this program does not know the kind or version, or the body is not of it.
            #[must_use]
            pub fn decode(kind: &str, version: u16, body: &[u8]) -> Option<Self> {
                match (kind, version) {
                    $(($kind, $version) => serde_json::from_slice(body).ok().map(Self::$name),)*
                    _ => None,
                }
            }

            /// Every kind, for lists and filters.
            pub const KINDS: &'static [&'static str] = &[$($kind),*];
        }
    };
}

events! {
    /// The ledger was made.
    LedgerFounded "ledger.founded" 1 {
        /// What it is.
        installation: Installation,
    }
    /// The ledger was restored from a backup and took a new origin.
    LedgerRestored "ledger.restored" 1 {
        /// The origin before.
        former: Origin,
        /// Its last entry.
        head: Option<EntryKey>,
    }
    /// The ledger carries its own today (demo year).
    TodayFixed "ledger.todayFixed" 1 {
        /// The day that counts as today.
        today: NaiveDate,
    }
    /// Two-person work was turned on or off.
    TwoPersonSet "ledger.twoPersonSet" 1 {
        /// On.
        on: bool,
    }
    /// How long personal data of engineers who left are kept was set.
    RetentionSet "ledger.retentionSet" 1 {
        /// Whole months after the last day on duty.
        months: u16,
    }
    /// An account was opened.
    AccountOpened "account.opened" 1 {
        /// Signs in as.
        account: AccountName,
        /// May do what that role may.
        role: Role,
        /// Its unit.
        unit: Option<UnitCode>,
        /// 职务.
        post: Option<String>,
        /// Salted digest of the holder's name.
        personal: Digest,
    }
    /// An account was closed.
    AccountClosed "account.closed" 1 {
        /// Which.
        account: AccountName,
    }
    /// An engineer's account was tied to a staff number.
    AccountTied "account.tied" 1 {
        /// Which.
        account: AccountName,
        /// 工号.
        staff_no: StaffNo,
    }
    /// An account's work was offered to a successor (岗位交接).
    HandoverOffered "account.handoverOffered" 1 {
        /// Whose.
        from: AccountName,
        /// Who is to take it.
        to: AccountName,
        /// What the leaver writes to them.
        note: Option<String>,
    }
    /// An offer was taken back or declined.
    HandoverWithdrawn "account.handoverWithdrawn" 1 {
        /// Whose work.
        from: AccountName,
    }
    /// The successor took the work over; the old account is closed by the entry after this.
    HandoverTaken "account.handoverTaken" 1 {
        /// Whose.
        from: AccountName,
        /// By whom.
        to: AccountName,
        /// Matters that were open.
        matters: u32,
    }
    /// A password was changed by its holder or an administrator.
    PasswordChanged "account.passwordChanged" 1 {
        /// Whose.
        account: AccountName,
    }
    /// The recovery code printed at founding was used.
    RecoveryUsed "account.recoveryUsed" 1 {
        /// Whose password it reset.
        account: AccountName,
    }
    /// Somebody's personal data were erased (个人信息保护法).
    PersonalErased "personal.erased" 1 {
        /// Whose.
        subject: Subject,
        /// Why.
        reason: String,
    }
    /// A unit was added or changed.
    UnitRecorded "unit.recorded" 1 {
        /// As it now is.
        unit: Unit,
    }
    /// A party was added or changed.
    PartyRecorded "party.recorded" 1 {
        /// As it now is.
        record: PartyRecord,
    }
    /// A party's certificate was registered.
    CertificateRegistered "party.certificateRegistered" 1 {
        /// Whose.
        party: Party,
        /// Which.
        certificate: CertificateRecord,
    }
    /// A root is trusted from now on.
    RootTrusted "party.rootTrusted" 1 {
        /// Which.
        certificate: CertificateRecord,
    }
    /// A root is no longer trusted.
    RootUntrusted "party.rootUntrusted" 1 {
        /// Which, by its fingerprint.
        fingerprint: Digest,
    }
    /// The contract's term for a quarter was recorded.
    ContractTermRecorded "contract.termRecorded" 1 {
        /// The term.
        term: ContractTerm,
    }
    /// Special days of the calendar were recorded.
    CalendarRecorded "calendar.recorded" 1 {
        /// Day, kind, name.
        days: Vec<(NaiveDate, DayKind, String)>,
    }
    /// Special days of the calendar became ordinary days again.
    CalendarCleared "calendar.cleared" 1 {
        /// Which.
        days: Vec<NaiveDate>,
    }
    /// A unit's working hours were set (作息时间).
    AttendanceHoursSet "attendance.hoursSet" 1 {
        /// As they hold from their month on.
        hours: WorkingHours,
    }
    /// A person's punches of a month were taken in.
    PunchesRecorded "attendance.punchesRecorded" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Calendar day and times.
        days: Vec<(NaiveDate, Vec<TimeOfDay>)>,
    }
    /// A day was set by hand (补卡、更正), or left to the punches again.
    DayCorrected "attendance.dayCorrected" 1 {
        /// Where.
        unit: UnitCode,
        /// Whose.
        staff_no: StaffNo,
        /// Number among the person's attendance records.
        number: u32,
        /// Which day.
        day: NaiveDate,
        /// To what; `None`: as the punches say.
        correction: Option<Correction>,
        /// Why; salted digest of the text.
        reason: Digest,
    }
    /// Leave or overtime was applied for.
    ApplicationMade "attendance.applied" 1 {
        /// Where.
        unit: UnitCode,
        /// For whom.
        staff_no: StaffNo,
        /// Number among the person's attendance records.
        number: u32,
        /// What for.
        matter: Matter,
        /// Only after the first day had passed.
        late: bool,
        /// Why, and why late; salted digest of the texts.
        reason: Digest,
    }
    /// An application was approved or refused.
    ApplicationDecided "attendance.applicationDecided" 1 {
        /// Where.
        unit: UnitCode,
        /// For whom.
        staff_no: StaffNo,
        /// Its number.
        number: u32,
        /// 批准.
        approved: bool,
        /// Why; salted digest of the text.
        reason: Option<Digest>,
        /// 代录.
        on_behalf: bool,
        /// 快文号 behind it.
        document: Option<String>,
        /// Picture or scan behind it.
        evidence: Option<Digest>,
    }
    /// An application was taken back.
    ApplicationWithdrawn "attendance.applicationWithdrawn" 1 {
        /// Where.
        unit: UnitCode,
        /// For whom.
        staff_no: StaffNo,
        /// Its number.
        number: u32,
        /// Why; salted digest of the text.
        reason: Digest,
    }
    /// A rubric version was issued.
    RubricIssued "rulebook.rubricIssued" 1 {
        /// The version.
        rubric: Rubric,
    }
    /// A rule-set version was issued.
    RuleSetIssued "rulebook.ruleSetIssued" 1 {
        /// The version.
        rule_set: RuleSet,
    }
    /// An engineer was added or their post or personal data changed.
    EngineerRecorded "engineer.recorded" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// 岗位.
        post: Option<String>,
        /// Salted digest of name and phone; `None` where they did not change.
        personal: Option<Digest>,
    }
    /// A membership of a unit began or changed.
    MembershipRecorded "engineer.membershipRecorded" 1 {
        /// As it now is; (staff number, unit, arrival) identifies it.
        membership: Membership,
    }
    /// An engineer is to come to a unit, for the first time or again (登记); the same number changes the day.
    ArrivalAnnounced "engineer.arrivalAnnounced" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Its number among the person's.
        number: u32,
        /// Where to.
        unit: UnitCode,
        /// The day on which they are to come.
        expected_on: NaiveDate,
    }
    /// An announcement was taken back: the person does not come.
    ArrivalWithdrawn "engineer.arrivalWithdrawn" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Which announcement.
        number: u32,
        /// Why.
        reason: String,
    }
    /// Somebody announced came on duty (到岗); membership and letter stand beside this.
    Arrived "engineer.arrived" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Which announcement.
        number: u32,
        /// First day on duty.
        arrived_on: NaiveDate,
    }
    /// A signed paper of a stay was filed, or corrected.
    PaperFiled "engineer.paperFiled" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Where.
        unit: UnitCode,
        /// First day of the stay.
        arrived_on: NaiveDate,
        /// The paper as it now stands.
        paper: PaperRecord,
        /// Why it was corrected; `None` where it is filed for the first time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        correction: Option<String>,
    }
    /// 管理人 of a stay was named.
    ManagerNamed "engineer.managerNamed" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Where.
        unit: UnitCode,
        /// First day of the stay.
        arrived_on: NaiveDate,
        /// An account of this ledger.
        account: Option<AccountName>,
        /// Salted digest of the name of somebody without an account.
        name: Option<Digest>,
    }
    /// Something was noted about somebody's work (工作记录).
    WorkNoted "engineer.workNoted" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Its number among the person's.
        number: u32,
        /// Where.
        unit: UnitCode,
        /// The day it is about.
        on: NaiveDate,
        /// Salted digest of the text.
        text: Digest,
        /// The behaviour that it shows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shows: Option<ShownBehaviour>,
    }
    /// A note was struck.
    WorkNoteStruck "engineer.workNoteStruck" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Which.
        number: u32,
        /// Why.
        reason: String,
    }
    /// Somebody leaves a unit, with a handover; the membership's end stands beside this.
    LeavingRecorded "engineer.leavingRecorded" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Where.
        unit: UnitCode,
        /// First day of the stay.
        arrived_on: NaiveDate,
        /// How it ended.
        leaving: Leaving,
    }
    /// A replacement of an engineer was asked for (要求更换).
    ReplacementRequested "replacement.requested" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Its number among the person's.
        number: u32,
        /// The unit that asks.
        unit: UnitCode,
        /// First day of the stay that it is about.
        arrived_on: NaiveDate,
        /// What it rests on, as it stood then.
        evidence: Evidence,
        /// What the unit says besides.
        reason: Option<String>,
    }
    /// The unit leader approved a request for a replacement.
    ReplacementApproved "replacement.approved" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Which request.
        number: u32,
        /// The approval.
        approval: Approval,
    }
    /// A request for a replacement went to the provider.
    ReplacementSent "replacement.sent" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Which request.
        number: u32,
        /// By which 快文.
        dispatch: Dispatch,
    }
    /// The provider answered a request with a successor.
    SuccessorLinked "replacement.successorLinked" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Which request.
        number: u32,
        /// 工号 of the successor.
        successor: StaffNo,
        /// That day.
        on: NaiveDate,
    }
    /// A request for a replacement was taken back.
    ReplacementWithdrawn "replacement.withdrawn" 1 {
        /// 工号.
        staff_no: StaffNo,
        /// Which request.
        number: u32,
        /// Why.
        reason: String,
    }
    /// A score was submitted.
    AssessmentRecorded "assessment.recorded" 1 {
        /// The score.
        assessment: Assessment,
    }
    /// A unit's month was reviewed and closed.
    MonthClosed "month.closed" 1 {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
        /// 编制: accounts that recorded its scores or declared its gaps.
        prepared_by: Vec<AccountName>,
        /// Scores in it.
        headcount: u32,
        /// Mean of all of them.
        mean: Option<Exact>,
    }
    /// A unit's month was reopened (退回修改).
    MonthReopened "month.reopened" 1 {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
        /// Why.
        reason: String,
    }
    /// 本月无在岗人员.
    NoEngineerDeclared "month.noEngineerDeclared" 1 {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
        /// Why.
        reason: String,
    }
    /// 本月不评分.
    NotAssessedDeclared "month.notAssessedDeclared" 1 {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
        /// Who.
        staff_no: StaffNo,
        /// Why.
        reason: String,
    }
    /// 不纳入考核, declared.
    ExemptionDeclared "unit.exemptionDeclared" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// Why.
        reason: String,
        /// The paper behind it.
        attachment: Option<Digest>,
    }
    /// 不纳入考核, agreed to by a second person.
    ExemptionApproved "unit.exemptionApproved" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
    }
    /// A party confirmed a unit's quarter result.
    UnitConfirmed "unit.confirmed" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// Which party.
        party: Party,
        /// 代录.
        on_behalf: bool,
        /// The paper behind it.
        evidence: Option<Digest>,
        /// Digest of the figures confirmed.
        figures: Digest,
        /// The unit's score confirmed.
        score: Option<Exact>,
    }
    /// A confirmation lost its force because a month was reopened.
    ConfirmationVoided "unit.confirmationVoided" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// Whose.
        party: Party,
    }
    /// A unit's result was delivered to the provider (送达).
    ResultDelivered "unit.resultDelivered" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// On that day.
        on: NaiveDate,
        /// To whom; salted digest of the name.
        to: Digest,
        /// Digest of the figures delivered.
        figures: Digest,
        /// Why another day than the one on record, where the same figures were delivered before.
        correction: Option<String>,
    }
    /// An objection was raised.
    ObjectionRaised "objection.raised" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// Its number.
        number: u32,
        /// By which party.
        by: Party,
        /// About whom, if about one person.
        staff_no: Option<StaffNo>,
        /// What.
        text: String,
        /// Entered for the party by the client's clerk or an administrator (代录).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        on_behalf: bool,
        /// The day it came in, where that is not the day it was entered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        received_on: Option<NaiveDate>,
        /// The 异议单 it came by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slip: Option<SlipRecord>,
    }
    /// The unit answered an objection.
    ObjectionAnswered "objection.answered" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// Its number.
        number: u32,
        /// Accepted.
        accepted: bool,
        /// Why.
        text: String,
    }
    /// The objector accepted the unit's rejection: nothing is left to decide.
    RejectionAccepted "objection.rejectionAccepted" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// Its number.
        number: u32,
    }
    /// The province decided an objection.
    ObjectionDecided "objection.decided" 1 {
        /// Which unit.
        unit: UnitCode,
        /// Which quarter.
        quarter: Quarter,
        /// Its number.
        number: u32,
        /// Upheld.
        upheld: bool,
        /// Why.
        reason: String,
    }
    /// 编制.
    SettlementPrepared "settlement.prepared" 1 {
        /// Which quarter.
        quarter: Quarter,
        /// Which revision.
        revision: u32,
        /// Digest of its figures.
        figures: Digest,
    }
    /// 复核.
    SettlementReviewed "settlement.reviewed" 1 {
        /// Which quarter.
        quarter: Quarter,
        /// Which revision.
        revision: u32,
        /// Digest of its figures.
        figures: Digest,
    }
    /// 退回修改.
    SettlementReturned "settlement.returned" 1 {
        /// Which quarter.
        quarter: Quarter,
        /// Which revision.
        revision: u32,
        /// Why.
        reason: String,
    }
    /// 审定: official.
    SettlementFinalised "settlement.finalised" 1 {
        /// Which revision.
        revision: u32,
        /// Digest of its figures.
        figures: Digest,
        /// Inputs, result and rule versions.
        settlement: Settlement,
    }
    /// A new revision of a final quarter.
    RevisionOpened "settlement.revisionOpened" 1 {
        /// Which quarter.
        quarter: Quarter,
        /// The new revision.
        revision: u32,
        /// Why.
        reason: String,
    }
    /// What the client decided about ending the contract.
    TerminationDecided "settlement.terminationDecided" 1 {
        /// The second low quarter.
        quarter: Quarter,
        /// 解除.
        exercise: bool,
        /// Why.
        reason: String,
    }
    /// A line carried into another quarter.
    AdjustmentCarried "settlement.adjustmentCarried" 1 {
        /// From.
        from_quarter: Quarter,
        /// To.
        to_quarter: Quarter,
        /// Yuan; negative is 扣回.
        amount: Yuan,
        /// Why.
        reason: String,
    }
    /// An invoice.
    InvoiceRecorded "settlement.invoiceRecorded" 1 {
        /// For which quarter.
        quarter: Quarter,
        /// 发票号码.
        number: String,
        /// 专票 rather than 普票.
        special: bool,
        /// Yuan; negative is a red invoice.
        amount: Yuan,
        /// Its date.
        on: NaiveDate,
    }
    /// A payment.
    PaymentRecorded "settlement.paymentRecorded" 1 {
        /// For which quarter.
        quarter: Quarter,
        /// 凭证号.
        voucher: String,
        /// Yuan; negative is a refund.
        amount: Yuan,
        /// Its date.
        on: NaiveDate,
    }
    /// A formal report was given out.
    ReportIssued "report.issued" 1 {
        /// About what.
        subject: ReportSubject,
        /// Which quarter.
        quarter: Quarter,
        /// Which revision.
        revision: u32,
        /// 报告编号.
        report_no: String,
        /// 校验码.
        check_code: String,
        /// SHA-256 of the file.
        file: Digest,
    }
    /// A countersigned report was accepted, with what the check found at that moment (受理时有效).
    ReportAccepted "report.accepted" 1 {
        /// Which quarter.
        quarter: Quarter,
        /// Which revision.
        revision: u32,
        /// SHA-256 of the file.
        file: Digest,
        /// Both signatures.
        signatures: Vec<SignatureFound>,
    }
    /// A report signed on paper was recorded.
    PaperRecorded "report.paperRecorded" 1 {
        /// Which quarter.
        quarter: Quarter,
        /// Which revision.
        revision: u32,
        /// SHA-256 of the scan.
        scan: Digest,
        /// Who signed; salted digest of the names.
        signers: Digest,
        /// Which report, stamped with what.
        paper: PaperSeal,
    }
    /// A second person agreed to the paper signature; the quarter is closed.
    PaperApproved "report.paperApproved" 1 {
        /// Which quarter.
        quarter: Quarter,
        /// Which revision.
        revision: u32,
    }
    /// A version of the qualification standard was issued.
    StandardIssued "certification.standardIssued" 1 {
        /// The version.
        standard: Standard,
    }
    /// A certification case was opened (§6.4).
    CaseOpened "certification.opened" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which of theirs.
        number: u32,
        /// The level applied for.
        level: u32,
        /// Version of the standard.
        standard: u32,
        /// On that day.
        on: NaiveDate,
    }
    /// Evidence was brought for a case.
    EvidenceRecorded "certification.evidenceRecorded" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which of their cases.
        number: u32,
        /// Which line of the case.
        line: u32,
        /// What.
        evidence: Proof,
        /// Salted digest of the words behind it.
        text: Option<Digest>,
        /// The paper behind it.
        paper: Option<Digest>,
    }
    /// Evidence was taken back (作废).
    EvidenceStruck "certification.evidenceStruck" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which of their cases.
        number: u32,
        /// Which line.
        line: u32,
        /// Why.
        reason: String,
    }
    /// Both exams of a person in a sitting.
    ExamRecorded "certification.examRecorded" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Day of the sitting.
        sitting: NaiveDate,
        /// 综合知识.
        general: Score,
        /// 服务营销业务专业.
        professional: Score,
        /// Why other results than those on record.
        correction: Option<String>,
    }
    /// A case was decided by the reviewers.
    CaseDecided "certification.decided" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which of their cases.
        number: u32,
        /// The level it was about.
        level: u32,
        /// What was decided.
        decision: Decision,
        /// The gates as they stood.
        gates: Vec<GateResult>,
        /// 评定人; salted digest of the name.
        evaluator: Digest,
        /// 代录.
        on_behalf: bool,
        /// What the 代录 rests on.
        basis: Option<String>,
        /// The paper behind it.
        paper: Option<Digest>,
    }
    /// A case was taken back.
    CaseWithdrawn "certification.withdrawn" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which of their cases.
        number: u32,
        /// Why.
        reason: String,
    }
    /// A training was planned.
    TrainingPlanned "training.planned" 1 {
        /// 1, 2, …
        number: u32,
        /// As planned.
        training: Training,
    }
    /// Whether somebody attended a training.
    TrainingAttended "training.attended" 1 {
        /// Which.
        number: u32,
        /// Who.
        staff_no: StaffNo,
        /// Was there.
        attended: bool,
        /// The test's result.
        result: Option<Score>,
    }
    /// A training was called off.
    TrainingCancelled "training.cancelled" 1 {
        /// Which.
        number: u32,
        /// Why.
        reason: String,
    }
    /// An award or an interview.
    AwardGiven "conduct.awardGiven" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which line of theirs.
        number: u32,
        /// What.
        award: Award,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the words behind it.
        text: Option<Digest>,
        /// The paper behind it.
        paper: Option<Digest>,
    }
    /// A violation was found.
    ViolationFound "conduct.violationFound" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which line of theirs.
        number: u32,
        /// Which kind.
        violation: Violation,
        /// Found on that day.
        found_on: NaiveDate,
        /// Salted digest of the words behind it.
        text: Option<Digest>,
        /// The paper behind it.
        paper: Option<Digest>,
    }
    /// A violation was decided.
    ViolationDecided "conduct.violationDecided" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which line of theirs.
        number: u32,
        /// What follows.
        sanction: Sanction,
        /// Whether a replacement is asked for.
        replace: bool,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the words behind it.
        text: Option<Digest>,
        /// The paper behind it.
        paper: Option<Digest>,
    }
    /// A line was withdrawn.
    ConductWithdrawn "conduct.withdrawn" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which line of theirs.
        number: u32,
        /// Why.
        reason: String,
    }
    /// One of the five abilities was judged (§6.5).
    AbilityJudged "ability.judged" 1 {
        /// Whose.
        staff_no: StaffNo,
        /// Which.
        item: AbilityItem,
        /// Met.
        met: bool,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the note.
        note: Option<Digest>,
    }
    /// A customer was registered.
    CustomerRegistered "customer.registered" 1 {
        /// 客户编号.
        customer: CustomerNo,
        /// Name, sector, grade.
        basics: CustomerBasics,
        /// Salted digest of address, telephone and needs.
        text: Option<Digest>,
    }
    /// What is known of a customer was recorded anew.
    CustomerChanged "customer.changed" 1 {
        /// 客户编号.
        customer: CustomerNo,
        /// Name, sector, grade.
        basics: CustomerBasics,
        /// Salted digest of address, telephone and needs.
        text: Option<Digest>,
    }
    /// Somebody of a customer was recorded, or what is known of them anew.
    ContactRecorded "customer.contactRecorded" 1 {
        /// 客户编号.
        customer: CustomerNo,
        /// 1, 2, … of the customer.
        number: u32,
        /// How high they stand.
        grades: ContactGrades,
        /// Salted digest of who they are.
        person: Digest,
    }
    /// Somebody is not at the customer any more.
    ContactLeft "customer.contactLeft" 1 {
        /// 客户编号.
        customer: CustomerNo,
        /// Which of its people.
        number: u32,
        /// Since that day.
        on: NaiveDate,
    }
    /// An opportunity was registered.
    OpportunityRegistered "opportunity.registered" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// What it is.
        basics: Basics,
        /// Salted digest of 客户经理 or 行业经理.
        people: Digest,
        /// Known of since that day.
        found_on: NaiveDate,
    }
    /// What an opportunity is was recorded anew.
    OpportunityChanged "opportunity.changed" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// What it is.
        basics: Basics,
        /// Salted digest of 客户经理 or 行业经理.
        people: Digest,
        /// Known of since that day.
        found_on: NaiveDate,
        /// In its stage since that day: it follows the former while the opportunity has not moved.
        since: NaiveDate,
    }
    /// What the stages ask for was filled in.
    OpportunityFilled "opportunity.filled" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// All of it.
        answers: Answers,
        /// Salted digest of the personal fields.
        text: Option<Digest>,
    }
    /// An opportunity went to another stage.
    OpportunityMoved "opportunity.moved" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Number of the words beside the journal.
        number: u32,
        /// From there.
        from: Stage,
        /// To there.
        to: Stage,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the reason.
        text: Option<Digest>,
    }
    /// A record of an opportunity was kept, or written anew.
    OpportunityRecorded "opportunity.recorded" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// 1, 2, … of the opportunity.
        number: u32,
        /// Its kind, by code.
        kind: String,
        /// Its day.
        on: NaiveDate,
        /// What was filled in.
        answers: Answers,
        /// Salted digest of the personal texts.
        text: Option<Digest>,
        /// SHA-256 of its file.
        file: Option<Digest>,
    }
    /// A record of an opportunity was struck.
    OpportunityRecordStruck "opportunity.recordStruck" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Which.
        number: u32,
        /// Why.
        reason: String,
    }
    /// An opportunity ended.
    OpportunityConcluded "opportunity.concluded" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Number of the words beside the journal.
        number: u32,
        /// How.
        outcome: Outcome,
        /// Its day.
        on: NaiveDate,
        /// 成交金额, yuan.
        amount: Option<Yuan>,
        /// Salted digest of the reason, and of what succeeded and failed.
        text: Option<Digest>,
    }
    /// An opportunity's end was taken back.
    OpportunityReopened "opportunity.reopened" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the reason.
        text: Option<Digest>,
    }
    /// A success was handed over to delivery.
    OpportunityHandedOver "opportunity.handedOver" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// 合同编号.
        contract_no: Option<String>,
        /// 合同签订日期.
        signed_on: Option<NaiveDate>,
        /// Salted digest of who takes over, and of the plan.
        text: Option<Digest>,
    }
    /// The outcome of an opportunity was put right; what came after it stays.
    OutcomeCorrected "opportunity.outcomeCorrected" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Number of the words beside the journal.
        number: u32,
        /// How it ended.
        outcome: Outcome,
        /// On that day.
        on: NaiveDate,
        /// 成交金额, yuan.
        amount: Option<Yuan>,
        /// Salted digest of the reason, and of what succeeded and failed.
        text: Option<Digest>,
    }
    /// An opportunity was voided: it counts nowhere.
    OpportunityVoided "opportunity.voided" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Why, in a word.
        why: VoidedFor,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the reason.
        text: Option<Digest>,
    }
    /// Somebody who does not sit at this program approved or refused something of an opportunity (代录).
    OpportunityApproved "opportunity.approved" 1 {
        /// 商机编号.
        opportunity: OpportunityNo,
        /// Number of the words beside the journal.
        number: u32,
        /// What.
        of: ApprovalOf,
        /// Which record, where it is of one.
        record: Option<u32>,
        /// Its day.
        on: NaiveDate,
        /// Approved, and not refused.
        approved: bool,
        /// What it rests on.
        behalf: Behalf,
        /// Salted digest of who it was, and of their words.
        text: Option<Digest>,
    }
    /// A customer was struck from the list.
    CustomerStruck "customer.struck" 1 {
        /// 客户编号.
        customer: CustomerNo,
        /// The customer that it is, to whom everything of it goes; absent where it is nobody.
        into: Option<CustomerNo>,
        /// Why.
        reason: String,
    }
    /// It was said to which customer and opportunity a ticket belongs.
    TicketLinked "ticket.linked" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// 客户.
        customer: Option<CustomerNo>,
        /// 商机.
        opportunity: Option<OpportunityNo>,
    }
    /// The terms that hold from a day on were set.
    DeadlineRulesSet "deadline.rulesSet" 1 {
        /// All of them.
        rules: DeadlineRules,
        /// Why; absent in what was set before reasons were asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }
    /// A type of tickets was made or changed.
    TicketTypeIssued "ticket.typeIssued" 1 {
        /// Of that unit; `None` for all.
        unit: Option<UnitCode>,
        /// 1, 2, … of its code.
        version: u32,
        /// What it asks for.
        body: TicketType,
    }
    /// A type of tickets was taken out of use.
    TicketTypeRetired "ticket.typeRetired" 1 {
        /// Of that unit; `None` for all.
        unit: Option<UnitCode>,
        /// Its code.
        code: String,
    }
    /// A ticket was registered.
    TicketRegistered "ticket.registered" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Its type.
        kind: TypeKey,
        /// The type's version; 0 for what came with the program.
        kind_version: u32,
        /// What it is about.
        title: String,
        /// The customer's organisation.
        customer: Option<String>,
        /// 申请人 with an account.
        requester: Option<AccountName>,
        /// Salted digest of 申请人's name and phone.
        contact: Option<Digest>,
        /// How it came in.
        channel: Channel,
        /// How urgent.
        urgency: Urgency,
        /// How complex.
        complexity: Complexity,
        /// Came in that day.
        received_on: NaiveDate,
        /// 要求完成.
        due_on: Option<NaiveDate>,
        /// Where it stands now.
        state: TicketState,
    }
    /// A ticket's fields were filled in, all of them anew.
    TicketFilled "ticket.filled" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// What was filled in.
        answers: Answers,
        /// Salted digest of the personal texts.
        text: Option<Digest>,
    }
    /// The sales manager consented to an application.
    TicketConsented "ticket.consented" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// What it rests on.
        behalf: Behalf,
        /// Salted digest of who consented.
        person: Digest,
        /// Reviewed by that day.
        review_by: NaiveDate,
        /// Where it stands now.
        state: TicketState,
    }
    /// An application was reviewed.
    TicketReviewed "ticket.reviewed" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// What it came to.
        outcome: ReviewOutcome,
        /// Salted digest of the opinion.
        text: Option<Digest>,
        /// 代录.
        behalf: Option<Behalf>,
        /// Where it stands now.
        state: TicketState,
    }
    /// Somebody was made responsible.
    TicketAssigned "ticket.assigned" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// 第一责任人.
        first: StaffNo,
        /// 第二责任人.
        second: Option<StaffNo>,
        /// Its day.
        on: NaiveDate,
        /// Taken by that day.
        take_by: NaiveDate,
        /// Delivered by that day.
        due_on: NaiveDate,
        /// Salted digest of the reason.
        text: Option<Digest>,
        /// Where it stands now.
        state: TicketState,
    }
    /// The one responsible took it.
    TicketTaken "ticket.taken" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Its day.
        on: NaiveDate,
        /// Where it stands now.
        state: TicketState,
    }
    /// Somebody is waited for.
    TicketPaused "ticket.paused" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Since that day.
        from: NaiveDate,
        /// Salted digest of the reason.
        text: Option<Digest>,
    }
    /// The waiting is over.
    TicketResumed "ticket.resumed" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Its day.
        to: NaiveDate,
        /// Delivered by that day now.
        due_on: Option<NaiveDate>,
    }
    /// Another last day was agreed on.
    TicketRescheduled "ticket.rescheduled" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// The new day.
        to: NaiveDate,
        /// Agreed on that day.
        on: NaiveDate,
        /// Salted digest of with whom and why.
        text: Option<Digest>,
    }
    /// A record was kept on a ticket.
    TicketRecorded "ticket.recorded" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// 1, 2, … of the ticket.
        number: u32,
        /// Which kind.
        kind: String,
        /// Its day.
        on: NaiveDate,
        /// What was filled in.
        answers: Answers,
        /// Salted digest of the personal texts.
        text: Option<Digest>,
        /// SHA-256 of its file.
        file: Option<Digest>,
    }
    /// An opinion among a ticket's records was settled.
    OpinionSettled "ticket.opinionSettled" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// The record that holds the opinion.
        record: u32,
        /// 采纳, or not.
        accepted: bool,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of how, or why not.
        text: Option<Digest>,
        /// SHA-256 of the changed version.
        file: Option<Digest>,
    }
    /// A record was struck.
    TicketRecordStruck "ticket.recordStruck" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Which.
        number: u32,
        /// Why.
        reason: String,
    }
    /// Something was said of a part of a ticket.
    TicketItemSet "ticket.itemSet" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Which part.
        item: String,
        /// Where it stands.
        item_state: ItemState,
    }
    /// A step of the work was taken.
    TicketStepTaken "ticket.stepTaken" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Which.
        step: String,
        /// Its day.
        on: NaiveDate,
        /// So many of the steps are taken now.
        taken: u32,
        /// Salted digest of the words.
        text: Option<Digest>,
    }
    /// An audit was asked for.
    AuditAsked "ticket.auditAsked" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// 1, 2, …
        round: u32,
        /// SHA-256 of the file.
        file: Digest,
        /// Its day.
        on: NaiveDate,
        /// After the last day for it.
        late: bool,
    }
    /// An audit was answered.
    AuditDecided "ticket.auditDecided" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Which round.
        round: u32,
        /// Accepted.
        accepted: bool,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of who answered and what does not conform.
        text: Option<Digest>,
        /// What it rests on.
        behalf: Behalf,
    }
    /// The outcome of a ticket was delivered.
    TicketDelivered "ticket.delivered" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the words.
        text: Option<Digest>,
        /// Where it stands now.
        state: TicketState,
    }
    /// The customer agreed with the outcome.
    CustomerAccepted "ticket.customerAccepted" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of who agreed.
        text: Option<Digest>,
        /// What it rests on.
        behalf: Behalf,
    }
    /// The requester confirmed, or said why not.
    TicketConfirmed "ticket.confirmed" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Over.
        accepted: bool,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the words.
        text: Option<Digest>,
        /// 代录.
        behalf: Option<Behalf>,
        /// Where it stands now.
        state: TicketState,
    }
    /// The requester rated the support.
    TicketRated "ticket.rated" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// 1 to 5 for each question.
        rating: Rating,
        /// Salted digest of the words.
        text: Option<Digest>,
        /// 代录.
        behalf: Option<Behalf>,
    }
    /// A ticket ended.
    TicketClosed "ticket.closed" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// How.
        result: CloseResult,
        /// Salted digest of the advice.
        text: Option<Digest>,
        /// Where it stands now.
        state: TicketState,
    }
    /// The requester was asked whether it can be put off.
    PostponementAsked "ticket.postponementAsked" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// The first is free from that day.
        free_on: NaiveDate,
        /// Done by that day then.
        to: NaiveDate,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of why.
        text: Option<Digest>,
    }
    /// The requester answered.
    PostponementAnswered "ticket.postponementAnswered" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// What.
        answer: PostponementAnswer,
        /// Its day.
        on: NaiveDate,
        /// Done by that day now, where agreed.
        due_on: Option<NaiveDate>,
        /// Salted digest of what was said, and whose answer it was.
        text: Option<Digest>,
        /// 代录.
        behalf: Option<Behalf>,
    }
    /// An incident was passed to the second.
    IncidentPassed "ticket.incidentPassed" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// 1, 2, … of the ticket.
        incident: u32,
        /// The second.
        to: StaffNo,
        /// Who arranged for it.
        by: PassedBy,
        /// 时间: from that day.
        from: NaiveDate,
        /// To that day.
        until: NaiveDate,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of 内容 and 范围.
        text: Option<Digest>,
    }
    /// The second took it.
    IncidentTaken "ticket.incidentTaken" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Which.
        incident: u32,
        /// Its day.
        on: NaiveDate,
    }
    /// The second could not.
    IncidentRefused "ticket.incidentRefused" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Which.
        incident: u32,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the explanation to 售前经理.
        text: Option<Digest>,
    }
    /// It returned to the first.
    IncidentReturned "ticket.incidentReturned" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Which.
        incident: u32,
        /// How the first was told.
        told_by: ToldBy,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of what came of it.
        text: Option<Digest>,
    }
    /// A third engineer was approved.
    ThirdApproved "ticket.thirdApproved" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Of whom.
        staff_no: StaffNo,
        /// Whose approval.
        post: ApprovalPost,
        /// Its day.
        on: NaiveDate,
        /// Salted digest of the opinion, and whose it was.
        text: Option<Digest>,
        /// 代录.
        behalf: Option<Behalf>,
    }
    /// Somebody was skipped in turn.
    TurnSkipped "ticket.turnSkipped" 1 {
        /// 用人单位.
        unit: UnitCode,
        /// 工单号.
        ticket: TicketNo,
        /// Who.
        staff_no: StaffNo,
        /// Why.
        why: SkipReason,
        /// Its day.
        on: NaiveDate,
    }
    /// The demand changed.
    DemandChanged "ticket.demandChanged" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its day.
        on: NaiveDate,
        /// Whether it is applied for and reviewed again.
        again: bool,
        /// SHA-256 of the application.
        file: Option<Digest>,
        /// Salted digest of what changes, and who said so.
        text: Option<Digest>,
        /// 代录.
        behalf: Option<Behalf>,
        /// To be reviewed by that day.
        review_by: Option<NaiveDate>,
        /// Where it stands now.
        state: TicketState,
    }
    /// Others were asked.
    HelpAsked "ticket.helpAsked" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// 1, 2, … of the ticket.
        help: u32,
        /// Whom.
        from: HelpFrom,
        /// The department's name.
        department: Option<String>,
        /// Its day.
        on: NaiveDate,
        /// SHA-256 of the form.
        file: Option<Digest>,
        /// Salted digest of what is asked.
        text: Option<Digest>,
    }
    /// Others answered, and the requester was told.
    HelpAnswered "ticket.helpAnswered" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Which.
        help: u32,
        /// Whether it is solved.
        solved: bool,
        /// Its day.
        on: NaiveDate,
        /// The requester was told on that day.
        told_on: NaiveDate,
        /// SHA-256 of their paper.
        file: Option<Digest>,
        /// Salted digest of the answer, and whose it was.
        text: Option<Digest>,
        /// What it rests on.
        behalf: Behalf,
    }
    /// Who gets copies was set.
    CopiesSet "ticket.copiesSet" 1 {
        /// 工单号.
        ticket: TicketNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of their names.
        text: Option<Digest>,
    }
    /// A type of forms was made or changed.
    FormTypeIssued "form.typeIssued" 1 {
        /// The unit that made it; `None` for all units.
        unit: Option<UnitCode>,
        /// 1, 2, … of its code.
        version: u32,
        /// What it asks for.
        body: FormType,
    }
    /// A type of forms was taken out of use.
    FormTypeRetired "form.typeRetired" 1 {
        /// The unit that made it; `None` for all units.
        unit: Option<UnitCode>,
        /// Its code.
        code: String,
    }
    /// A form was registered.
    FormRegistered "form.registered" 1 {
        /// 编号.
        form: FormNo,
        /// Its type.
        kind: FormTypeKey,
        /// In that version.
        kind_version: u32,
        /// What it is about.
        title: String,
        /// Its day.
        on: NaiveDate,
        /// What it is linked to.
        links: Links,
        /// Fields.
        answers: Answers,
        /// Salted digest of the personal fields.
        text: Option<Digest>,
        /// The step that comes next.
        next_step: Option<String>,
        /// The last day of the step whose term ends first.
        due_on: Option<NaiveDate>,
        /// Where it stands.
        state: FormState,
    }
    /// A form was written anew.
    FormCorrected "form.corrected" 1 {
        /// 编号.
        form: FormNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Times that it was filled in, this one counted.
        version: u32,
        /// What it is about.
        title: String,
        /// Its day.
        on: NaiveDate,
        /// What it is linked to.
        links: Links,
        /// Fields.
        answers: Answers,
        /// Salted digest of the personal fields.
        text: Option<Digest>,
        /// Salted digest of the reason.
        words: Option<Digest>,
        /// The step that comes next.
        next_step: Option<String>,
        /// The last day of the step whose term ends first.
        due_on: Option<NaiveDate>,
        /// Where it stands.
        state: FormState,
    }
    /// A step of a form was taken.
    FormStepTaken "form.stepTaken" 1 {
        /// 编号.
        form: FormNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Its code.
        step: String,
        /// What came of it.
        outcome: StepOutcome,
        /// On that day.
        on: NaiveDate,
        /// What was filled in with it.
        answers: Answers,
        /// Salted digest of its words, personal fields and whose step it was.
        words: Option<Digest>,
        /// Where it was entered for somebody.
        behalf: Option<Behalf>,
        /// The step that comes next.
        next_step: Option<String>,
        /// The last day of the step whose term ends first.
        due_on: Option<NaiveDate>,
        /// Where it stands.
        state: FormState,
    }
    /// Something was said of a part of a form's checklist.
    FormItemSet "form.itemSet" 1 {
        /// 编号.
        form: FormNo,
        /// Code of the part.
        item: String,
        /// Where it stands.
        item_state: ItemState,
    }
    /// A file was added to a form.
    FormFileAdded "form.fileAdded" 1 {
        /// 编号.
        form: FormNo,
        /// 1, 2, … of the form.
        number: u32,
        /// What it is called.
        name: String,
        /// SHA-256.
        file: Digest,
    }
    /// A form's file was struck.
    FormFileStruck "form.fileStruck" 1 {
        /// 编号.
        form: FormNo,
        /// Which.
        number: u32,
        /// Why.
        reason: String,
    }
    /// A form was voided.
    FormVoided "form.voided" 1 {
        /// 编号.
        form: FormNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of the reason.
        words: Option<Digest>,
    }
    /// A task was given.
    TaskGiven "task.given" 1 {
        /// 编号 of the form that it comes out of.
        form: FormNo,
        /// 1, 2, … of the form.
        task: u32,
        /// Number of the words beside the journal.
        number: u32,
        /// Who.
        owner: TaskOwner,
        /// The last day.
        until: NaiveDate,
        /// Salted digest of what is to be done, and of the name of whoever is no engineer.
        words: Digest,
    }
    /// A task was given another last day, or to somebody else.
    TaskMoved "task.moved" 1 {
        /// 编号 of its form.
        form: FormNo,
        /// Which.
        task: u32,
        /// Number of the words beside the journal.
        number: u32,
        /// Who.
        owner: TaskOwner,
        /// The last day.
        until: NaiveDate,
        /// Salted digest of the reason, and of the name of whoever is no engineer.
        words: Option<Digest>,
    }
    /// It was said whether a task was done.
    TaskEnded "task.ended" 1 {
        /// 编号 of its form.
        form: FormNo,
        /// Which.
        task: u32,
        /// Number of the words beside the journal.
        number: u32,
        /// Whether it was done.
        done: bool,
        /// On that day.
        on: NaiveDate,
        /// Salted digest of the note.
        words: Option<Digest>,
    }
    /// A document was filed, with its first version.
    DocumentFiled "document.filed" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// On what it hangs.
        about: About,
        /// What it is.
        class: DocumentClass,
        /// 密级.
        secrecy: Secrecy,
        /// 有效期至: its last day.
        valid_until: Option<NaiveDate>,
        /// On that day.
        on: NaiveDate,
        /// Salted digest of title, note and tags.
        text: Digest,
        /// SHA-256 of the file.
        file: Digest,
        /// Salted digest of the file's name.
        name: Digest,
    }
    /// A document got a new version; whoever had it checked out gave it back by that.
    DocumentVersionAdded "document.versionAdded" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// 2, 3, … of the document.
        number: u32,
        /// SHA-256 of the file.
        file: Digest,
        /// Salted digest of the file's name and of what was changed.
        name: Digest,
    }
    /// A document was described anew.
    DocumentDescribed "document.described" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// What it is.
        class: DocumentClass,
        /// 密级.
        secrecy: Secrecy,
        /// 有效期至: its last day.
        valid_until: Option<NaiveDate>,
        /// Number of title, note and tags beside the journal.
        text_number: u32,
        /// Salted digest of them.
        text: Digest,
    }
    /// A document was checked out: nobody else adds a version.
    DocumentCheckedOut "document.checkedOut" 1 {
        /// 文档编号.
        document: DocumentNo,
    }
    /// A document was given back without a new version.
    DocumentCheckedIn "document.checkedIn" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of the reason, where somebody else released it.
        words: Option<Digest>,
    }
    /// It was said where the paper copy of a document lies.
    DocumentPlaced "document.placed" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of place and keeper; `None` where there is no paper copy any more.
        words: Option<Digest>,
    }
    /// The paper copy of a document was lent.
    DocumentLent "document.lent" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Number of the words beside the journal.
        number: u32,
        /// On that day.
        on: NaiveDate,
        /// To be returned by that day.
        due_on: NaiveDate,
        /// Salted digest of to whom, and of a note.
        words: Digest,
    }
    /// The paper copy of a document came back.
    DocumentReturned "document.returned" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Number of the loan's words.
        number: u32,
        /// On that day.
        on: NaiveDate,
    }
    /// A document was voided.
    DocumentVoided "document.voided" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of the reason.
        words: Digest,
    }
    /// A version of a document left the ledger in a package of several.
    DocumentPackaged "document.packaged" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Which version.
        version: u32,
        /// SHA-256 of the package's manifest.
        package: Digest,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of the reason, where one was given.
        words: Option<Digest>,
    }
    /// A version of a document was submitted for approval.
    DocumentSubmitted "document.submitted" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// 1, 2, … of the document.
        approval: u32,
        /// The version that it is bound to.
        version: u32,
        /// SHA-256 of that version.
        file: Digest,
        /// The way that it goes.
        route: Route,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of a note, and of the names of those without an account.
        words: Option<Digest>,
        /// Where it stands since.
        stands: Standing,
    }
    /// A seat of an approval agreed.
    OpinionGiven "document.opinionGiven" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Which approval of the document.
        approval: u32,
        /// Which seat.
        seat: u32,
        /// The version that was agreed to.
        version: u32,
        /// SHA-256 of that version.
        file: Digest,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of the opinion, and of whose it is where somebody else recorded it.
        words: Option<Digest>,
        /// SHA-256 of the file that came with it.
        evidence: Option<Digest>,
        /// Whether it was given by who stands in.
        standing_in: bool,
        /// The day on which it was given, where somebody else recorded it.
        on: Option<NaiveDate>,
        /// 代录.
        behalf: Option<Behalf>,
        /// Where the approval stands since.
        stands: Standing,
    }
    /// A seat of an approval sent the document back.
    ApprovalSentBack "document.sentBack" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Which approval of the document.
        approval: u32,
        /// Which seat.
        seat: u32,
        /// The version that was judged.
        version: u32,
        /// SHA-256 of that version.
        file: Digest,
        /// To which stage; to the writer where `None`.
        to: Option<u32>,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of the reason, and of whose opinion it is where somebody else recorded it.
        words: Option<Digest>,
        /// SHA-256 of the file that came with it.
        evidence: Option<Digest>,
        /// Whether it was given by who stands in.
        standing_in: bool,
        /// The day on which it was given, where somebody else recorded it.
        on: Option<NaiveDate>,
        /// 代录.
        behalf: Option<Behalf>,
        /// Where the approval stands since.
        stands: Standing,
    }
    /// One more opinion was asked for (加签).
    FurtherOpinionAsked "document.furtherOpinionAsked" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Which approval of the document.
        approval: u32,
        /// At which stage.
        stage: u32,
        /// The new seat.
        seat: Seat,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of why, and of a name without an account.
        words: Option<Digest>,
        /// Where the approval stands since.
        stands: Standing,
    }
    /// Somebody may give a seat's opinion beside its holder, for a time (代理).
    StandInNamed "document.standInNamed" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Which approval of the document.
        approval: u32,
        /// Which seat.
        seat: u32,
        /// Who.
        account: AccountName,
        /// From that day on.
        from: NaiveDate,
        /// Until that day, that day included.
        to: Option<NaiveDate>,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of why.
        words: Option<Digest>,
    }
    /// Those whose opinions are waited for were reminded.
    ApprovalReminded "document.approvalReminded" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Which approval of the document.
        approval: u32,
        /// Whose opinions are waited for.
        seats: Vec<u32>,
        /// On that day.
        on: NaiveDate,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of what was said.
        words: Option<Digest>,
    }
    /// An approval ended without its stages: taken back, or its version passed.
    ApprovalWithdrawn "document.approvalWithdrawn" 1 {
        /// 文档编号.
        document: DocumentNo,
        /// Which approval of the document.
        approval: u32,
        /// By what.
        by: EndedBy,
        /// Number of the words beside the journal.
        number: u32,
        /// Salted digest of the reason.
        words: Option<Digest>,
    }
}

impl From<&AccountOpened> for Account {
    fn from(event: &AccountOpened) -> Self {
        Self {
            account: event.account.clone(),
            role: event.role,
            unit: event.unit.clone(),
            post: event.post.clone(),
            open: true,
            engineer: None,
        }
    }
}

#[cfg(test)]
mod tests;
