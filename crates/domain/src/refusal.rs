//! What the rules refuse, with the value that was wrong and what would be allowed. `app` turns these into words.

use crate::approval::{ApprovalState, Step};
use crate::certification::Gate;
use crate::customer::CustomerNo;
use crate::document::DocumentNo;
use crate::kernel::{AccountName, Digest, Month, Quarter, Role, Score, StaffNo, UnitCode, Yuan};
use crate::opportunity::{OpportunityNo, Stage, StageGap};
use crate::organisation::{Festival, Party};
use crate::people::{PaperKind, ReplacementState};
use crate::registers::{FormNo, Link};
use crate::settlement::Blocker;
use crate::ticket::{ApprovalPost, Gap, TicketNo, TicketState};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::Serialize;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $ty:ty),* $(,)? })?)*) => {
        /// Why an act is refused. Serialised as `{code, params}`.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
        #[serde(tag = "code", content = "params", rename_all = "camelCase", rename_all_fields = "camelCase")]
        #[error("{self:?}")]
        #[expect(missing_docs, reason = "each variant's sentence names its fields")]
        pub enum Refusal { $($(#[$doc])* $name $({ $($field: $ty),* })?,)* }

        impl Refusal {
            /// Names of all variants, for the check that every one has words in both languages.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];
        }
    };
}

refusals! {
    /// The unit code is not on record.
    UnknownUnit { unit: UnitCode }
    /// A branch knows its own unit only.
    ForeignUnit { unit: UnitCode }
    /// One file names a unit twice.
    UnitTwice { unit: UnitCode, first_row: usize }
    /// A name is empty or longer than the limit in characters.
    NameLength { limit: u32 }
    /// One file names a quarter twice.
    QuarterTwice { quarter: Quarter, first_row: usize }
    /// The end lies before the beginning.
    DatesReversed { from: NaiveDate, to: NaiveDate }
    /// The quarter lies outside the contract's days.
    QuarterOutsideContract { quarter: Quarter, from: NaiveDate, to: NaiveDate }
    /// An amount must not be negative here.
    NegativeAmount { amount: Yuan }
    /// The quarter is final; a revision must be opened first.
    QuarterFinal { quarter: Quarter }
    /// The quarter is not final yet.
    QuarterNotFinal { quarter: Quarter }
    /// The quarter is closed by both signatures.
    QuarterClosed { quarter: Quarter }
    /// The certificate is registered for the other party, or signs for both.
    CertificateOfOtherParty { party: Party }
    /// The certificate has run out.
    CertificateExpired { not_after: DateTime<Utc> }
    /// The root is not among those trusted.
    RootNotTrusted { fingerprint: Digest }
    /// The staff number is not on record.
    UnknownEngineer { staff_no: StaffNo }
    /// One file names a person (and month) twice.
    PersonTwice { staff_no: StaffNo, first_row: usize }
    /// The person already belongs to a unit on some of these days.
    MembershipOverlaps { staff_no: StaffNo, unit: UnitCode, from: NaiveDate, to: Option<NaiveDate> }
    /// A score on record would fall outside the membership.
    ScoredOutsideMembership { staff_no: StaffNo, unit: UnitCode, month: Month }
    /// The person was not in that unit in that month.
    NotOnDuty { staff_no: StaffNo, unit: UnitCode, month: Month }
    /// The month lies in the future.
    MonthInFuture { month: Month, this_month: Month }
    /// The person is declared 本月不评分.
    DeclaredNotAssessed { staff_no: StaffNo, month: Month }
    /// A different score is submitted already.
    ScoreSubmitted { staff_no: StaffNo, month: Month, submitted: Score }
    /// The person has a score for that month.
    PersonScored { staff_no: StaffNo, month: Month }
    /// The month is closed.
    MonthClosed { unit: UnitCode, month: Month }
    /// The month lies in the future and cannot be closed.
    MonthNotOver { month: Month }
    /// Persons of the month are neither scored nor declared.
    PersonsNotScored { unit: UnitCode, month: Month, staff_nos: Vec<StaffNo> }
    /// Nobody's score is due in the month, and that is not declared.
    MonthWithoutScores { unit: UnitCode, month: Month }
    /// There is nothing submitted to reopen.
    NothingToReopen { unit: UnitCode, month: Month }
    /// No rubric holds for the quarter.
    NoRubric { quarter: Quarter }
    /// The rubric asks for items.
    TotalNotAllowed { version: u32 }
    /// The rubric has no such item.
    UnknownItem { item: String, version: u32 }
    /// One record names an item twice.
    ItemTwice { item: String }
    /// The points, or an item's maximum, have more than four decimals.
    PointsTooFine { item: String }
    /// The points lie outside 0 and the item's maximum, or the maximum itself outside 0 and 100.
    PointsOutOfRange { item: String, max: Decimal }
    /// The item asks for a reason.
    ReasonMissing { item: String }
    /// An item of the rubric has no points.
    ItemMissing { item: String }
    /// Item codes are empty or repeat.
    RubricCodes
    /// The maxima do not sum to 100.
    RubricSum { sum: Decimal }
    /// A rubric without items must allow totals.
    RubricEmpty
    /// A weight lies outside 0 and 1, or the weights do not sum to 1.
    WeightSum { sum: Decimal }
    /// The bands do not cover 0 to 100 in ascending order.
    BandGap
    /// A number of working days in a rule set lies outside 1 and that maximum.
    DaysOutOfRange { days: u32, max: u32 }
    /// An act needs a reason.
    ReasonNeeded
    /// An act needs the paper behind it.
    AttachmentNeeded
    /// An engineer was on duty.
    EngineerOnDuty { unit: UnitCode, staff_no: StaffNo }
    /// No exemption is on record.
    NoExemption { unit: UnitCode, quarter: Quarter }
    /// The unit is 不纳入考核 in the quarter.
    UnitExempt { unit: UnitCode, quarter: Quarter }
    /// The unit's quarter has a gap.
    UnitIncomplete { unit: UnitCode, blocker: Blocker }
    /// What a point is worth is told the client once every month is closed; this one is not.
    PointValuesTooEarly { unit: UnitCode, month: Month }
    /// The quarter has gaps.
    QuarterBlocked { quarter: Quarter, blockers: Vec<Blocker> }
    /// The figures changed since they were prepared or reviewed.
    FiguresChanged { quarter: Quarter }
    /// An earlier step is missing.
    StepMissing { step: Step }
    /// The step asks for a second person.
    SecondPersonNeeded { step: Step }
    /// An administrator does not review or approve.
    BusinessAccountNeeded { step: Step }
    /// Nothing is prepared that could be returned.
    NothingToReturn { quarter: Quarter }
    /// There is no right to end the contract.
    NoTerminationRight { quarter: Quarter }
    /// The decision is on record already.
    TerminationDecided { quarter: Quarter }
    /// The day lies in the future.
    DateInFuture { date: NaiveDate, today: NaiveDate }
    /// A receiver must be named.
    ReceiverNeeded
    /// That result was delivered already; another day needs a reason.
    ResultDelivered { unit: UnitCode, on: NaiveDate }
    /// The term for objections has run out.
    ObjectionLate { until: NaiveDate }
    /// A slip holds no objection, or more than the limit.
    ObjectionCount { limit: u32 }
    /// An objection of a slip is longer than the limit in characters.
    ObjectionLong { limit: u32 }
    /// Whoever writes a slip says their name.
    WriterNeeded
    /// The sheet that is objected to does not name that person.
    NotOnSheet { staff_no: StaffNo }
    /// The sheet that a slip objects to is not of this ledger, nor are its figures those that stand here.
    SheetOfOtherLedger { unit: UnitCode, quarter: Quarter }
    /// No objection has that number.
    UnknownObjection { number: u32 }
    /// The objection is answered already.
    ObjectionAnswered { number: u32 }
    /// The unit has not rejected the objection, so there is nothing to accept.
    ObjectionNotRejected { number: u32 }
    /// An invoice or voucher number is on record already.
    NumberTaken { number: String }
    /// A number is needed.
    NumberNeeded
    /// The amount is zero.
    ZeroAmount
    /// A line cannot be carried into its own quarter.
    SameQuarter { quarter: Quarter }
    /// The report is not this ledger's newest revision of the quarter.
    ReportNotOfLedger { quarter: Quarter }
    /// A party's signature is missing.
    SignatureMissing { party: Party }
    /// The signer is not the party's registered certificate.
    SignerNotRegistered { party: Party, signer: String }
    /// The signer does not chain to a trusted root.
    SignerNotTrusted { party: Party, signer: String }
    /// The paper belongs to another report or revision.
    PaperOfOtherReport { expected: String }
    /// No paper signature is on record.
    NoPaper { quarter: Quarter }
    /// The account name is taken.
    AccountTaken { account: AccountName }
    /// The role belongs to a unit.
    AccountNeedsUnit { role: Role }
    /// No survey is made with the ticket.
    NoSurvey { ticket: TicketNo }
    /// A survey without plan or interview has nothing to report.
    SurveyUnplanned { ticket: TicketNo }
    /// That step is another engineer's of the ticket.
    OtherHand { ticket: TicketNo }
    /// 商务专员 keeps the commercial records of an opportunity alone.
    CommercialRecordsAlone
    /// An engineer's account is tied to a staff number.
    AccountNeedsEngineer { role: Role }
    /// Only an engineer's account is tied to a staff number.
    AccountOfOtherRole { account: AccountName, role: Role }
    /// The engineer has an open account already.
    EngineerHasAccount { staff_no: StaffNo, account: AccountName }
    /// No open account of that name.
    UnknownAccount { account: AccountName }
    /// The last administrator stays.
    LastAdministrator
    /// The successor is closed, the leaver themselves, or of another role or unit.
    NoSuccessor { account: AccountName, role: Role }
    /// The successor is leaving too.
    SuccessorLeaves { account: AccountName }
    /// The person never was in the unit.
    NotOfUnit { staff_no: StaffNo, unit: UnitCode }
    /// The provider does not say when its own slip came in.
    ReceivedByClient { date: NaiveDate }
    /// A slip cannot have come in before it was written.
    ReceivedBeforeWritten { date: NaiveDate, written_on: NaiveDate }
    /// Nothing was offered of that account's work.
    NoHandover { account: AccountName }
    /// The work was offered to somebody else.
    HandoverToAnother { account: AccountName }
    /// No personal data are kept under such a name.
    UnknownSubject { subject: String }
    /// Nothing is kept of that subject, or not any more.
    NothingToErase { subject: String }
    /// The service still runs on those data.
    StillInUse { subject: String }
    /// The data are what a ticket, an opportunity or a form runs on that has not ended.
    MatterOpen { subject: String }
    /// The time for which they are kept has not passed: so many months, then from that day on.
    RetentionRuns { subject: String, months: u16, from: NaiveDate }
    /// Longer than anything is kept.
    RetentionOutOfRange { most: u16 }
    /// A backup plan that makes something needs a place for it.
    PlaceNeeded
    /// A place keeps at least one file, and no absurd number of them.
    KeepOutOfRange { most: u32 }
    /// The person is not on duty in the unit on that day.
    NotOnDutyThatDay { staff_no: StaffNo, day: NaiveDate }
    /// Nobody works that day, so there is nothing to set.
    DayOff { day: NaiveDate }
    /// One list names a day twice.
    DayTwice { day: NaiveDate, first_row: usize }
    /// A list of holidays leaves a working day within a festival.
    HolidayGap { day: NaiveDate, name: String }
    /// A list of a year's holidays lacks a festival.
    FestivalMissing { year: i32, festival: Festival }
    /// A list of a year's holidays names a festival's day of another year.
    OtherYear { day: NaiveDate, year: i32 }
    /// A make-up day that is worked anyway.
    MakeUpOnWorkday { day: NaiveDate }
    /// The month's scores are reviewed, and attendance is what they rest on: it must be reopened first.
    AttendanceMonthClosed { unit: UnitCode, month: Month }
    /// The record holds no opinion that waits to be settled.
    NothingToSettle { number: u32 }
    /// A rule for tickets whose values the measure cannot have, or that stand the wrong way round.
    WorkRuleUnfit { item: String }
    /// An item computed from tickets is neither a veto nor docked for attendance.
    WorkRuleAlone { item: String }
    /// The points differ from what the rubric's rule makes of the month's tickets, and nobody says why.
    ComputedDiffers { item: String, computed: Decimal, given: Decimal }
    /// What the month's tickets come to has changed since these people's scores were submitted.
    ComputedChanged { unit: UnitCode, month: Month, staff_nos: Vec<StaffNo> }
    /// Working hours need days of the week.
    WeekdaysNeeded
    /// Beginning, rest and end do not follow each other within a day.
    HoursUnfit
    /// A grace or another number of minutes is longer than that.
    MinutesOutOfRange { most: u32 }
    /// The text is no mark of a day.
    MarkUnreadable { text: String }
    /// The person has leave on some of these days already, or asked for it.
    LeaveOverlaps { number: u32, from: NaiveDate, to: NaiveDate }
    /// A leave is longer than so many days.
    LeaveTooLong { most: u32 }
    /// Overtime of that day is applied for already.
    OvertimeTwice { number: u32, day: NaiveDate }
    /// Overtime is nothing, or more than so many hours.
    OvertimeOutOfRange { most: u32 }
    /// What should be applied for beforehand needs a note why it was not.
    AppliedLate { day: NaiveDate, today: NaiveDate }
    /// The person has no application of that number.
    UnknownApplication { staff_no: StaffNo, number: u32 }
    /// The application is decided or taken back.
    ApplicationDecided { staff_no: StaffNo, number: u32 }
    /// A decision that is recorded for the leader needs what it rests on.
    DecisionBasisNeeded
    /// The person is announced for another unit.
    AnnouncedElsewhere { staff_no: StaffNo, unit: UnitCode }
    /// The person is not announced, or has arrived.
    NotAnnounced { staff_no: StaffNo }
    /// The person is announced: the letter comes before everything else, a list of people among it.
    LetterBeforeDuty { staff_no: StaffNo, unit: UnitCode }
    /// The first day on duty lies before the letter.
    ArrivedBeforeLetter { arrived_on: NaiveDate, signed_on: NaiveDate }
    /// The person never was on duty anywhere.
    NeverOnDuty { staff_no: StaffNo }
    /// No stay of the person began that day.
    NoStayFrom { staff_no: StaffNo, arrived_on: NaiveDate }
    /// That paper is filed for the stay.
    PaperFiled { staff_no: StaffNo, arrived_on: NaiveDate, paper: PaperKind, number: String }
    /// That paper is not filed, so there is nothing to correct.
    PaperNotFiled { staff_no: StaffNo, arrived_on: NaiveDate, paper: PaperKind }
    /// A paper's number, or that of a 快文, is needed.
    PaperNumberNeeded
    /// The signed copy, or what shows a step, is needed.
    ScanNeeded
    /// An account or a name, and not both.
    ManagerNeeded
    /// An entry on behalf says for whom and what shows it.
    BasisNeeded
    /// A text is needed.
    TextNeeded
    /// A text is longer than the limit in characters.
    TextLong { limit: u32 }
    /// The person was in no unit that day.
    NotThereOn { staff_no: StaffNo, date: NaiveDate }
    /// No note has that number.
    UnknownWorkNote { staff_no: StaffNo, number: u32 }
    /// The person has left already.
    LeftAlready { staff_no: StaffNo, unit: UnitCode, left_on: NaiveDate }
    /// The person is in that unit.
    SameUnit { staff_no: StaffNo, unit: UnitCode }
    /// A handover list has lines, or says why there are none, and not more than so many.
    HandoverEmpty { most: u32 }
    /// Whoever takes over must be named.
    HandoverReceiverNeeded
    /// Whoever leaves cannot take over.
    ReceiverLeaves { staff_no: StaffNo }
    /// No submitted score of the probation lies below the edge.
    NoReplacementGround { staff_no: StaffNo, unit: UnitCode, points: Decimal }
    /// A replacement is asked for already.
    ReplacementOpen { staff_no: StaffNo, number: u32 }
    /// No request for a replacement has that number.
    UnknownReplacement { staff_no: StaffNo, number: u32 }
    /// The request is not where that step could be taken.
    ReplacementElsewhere { staff_no: StaffNo, number: u32, replacement_state: ReplacementState }
    /// The step is a unit leader's: another role enters it on behalf.
    OnBehalfNeeded { role: Role }
    /// The successor is the person, or neither announced nor on duty in the unit.
    SuccessorNotThere { staff_no: StaffNo, unit: UnitCode }
    /// The standard has no such level.
    UnknownLevel { level: u32, highest: u32 }
    /// The standard names no such grade of clients or projects.
    UnknownObjectGrade { name: String }
    /// A standard names a grade of clients or projects twice.
    ObjectGradeTwice { name: String }
    /// A standard's levels are not 1, 2, … up to the limit.
    StandardLevels { most: u32 }
    /// A number of a standard's level makes no sense.
    StandardNumber { level: u32 }
    /// A standard's edges of A, B and C do not fall.
    StandardBands
    /// A standard names a cell twice, or a cell without a code.
    RequirementTwice { level: u32, requirement: String }
    /// A standard holds from before the one issued last.
    StandardFromEarlier { from: NaiveDate }
    /// A standard's line stands twice.
    StandardLineTwice { first_row: usize }
    /// A level of a standard lacks years, quarters or limits.
    StandardLineMissing { level: u32 }
    /// A standard does not say from which day it holds.
    StandardFromMissing
    /// The person is not on duty.
    NotServing { staff_no: StaffNo }
    /// The probation lasts until that day.
    OnProbation { staff_no: StaffNo, until: NaiveDate }
    /// The person has an open case already.
    CaseOpen { staff_no: StaffNo, level: u32 }
    /// The person has no open case.
    NoOpenCase { staff_no: StaffNo }
    /// The person holds that level or a higher one.
    LevelHeld { staff_no: StaffNo, level: u32 }
    /// Words or a paper must stand behind it.
    EvidenceNeeded
    /// The level counts no such behaviour.
    UnknownRequirement { requirement: String, level: u32 }
    /// A count lies outside 1 and the limit.
    CountOutOfRange { most: u32 }
    /// The standard counts no such behaviour.
    UnknownBehaviour { requirement: String }
    /// No evidence of the case has that number.
    UnknownEvidence { line: u32 }
    /// The results of that sitting are on record; others need a reason.
    ExamRecorded { staff_no: StaffNo, sitting: NaiveDate }
    /// Gates are not judged: proof is missing.
    GatesUnproven { gates: Vec<Gate> }
    /// Gates are not met.
    GatesUnmet { gates: Vec<Gate> }
    /// At least one person must be named.
    NobodyNamed
    /// No training has that number, or it was called off.
    UnknownTraining { number: u32 }
    /// The person was not named for that training.
    NotInvited { staff_no: StaffNo, number: u32 }
    /// Somebody was recorded for the training already.
    TrainingHeld { number: u32 }
    /// No award or violation has that number, or it was withdrawn.
    UnknownConduct { number: u32 }
    /// There is nothing to decide: an award, or decided already.
    ConductDecided { number: u32 }
    /// What was chosen is not in its list.
    NotInList { value: String }
    /// A unit has used up its numbers.
    NumbersUsedUp { unit: UnitCode }
    /// No customer of the unit has that number.
    UnknownCustomer { customer: String }
    /// The unit has a customer of that name.
    CustomerKnown { customer: CustomerNo, name: String }
    /// Several customers of the unit have that name.
    CustomerAmbiguous { name: String, customers: Vec<CustomerNo> }
    /// The customer has nobody of that number.
    UnknownContact { number: u32 }
    /// No opportunity has that number.
    UnknownOpportunity { opportunity: String }
    /// 线索日期 lies after the first contact, a move or a record of the opportunity.
    FoundAfter { day: NaiveDate, latest: NaiveDate }
    /// 交付负责人 must be named.
    DeliveryManagerNeeded
    /// 客户经理 or 行业经理 must be named.
    AccountManagerNeeded
    /// The opportunity has ended.
    OpportunityEnded { opportunity: OpportunityNo }
    /// The opportunity has not ended.
    OpportunityRuns { opportunity: OpportunityNo }
    /// The opportunity was voided.
    OpportunityVoid { opportunity: OpportunityNo }
    /// Tickets belong to the opportunity.
    OpportunityHasTickets { opportunity: OpportunityNo, count: u32 }
    /// The opportunity was handed over to delivery.
    OpportunityHanded { opportunity: OpportunityNo }
    /// The opportunity was not handed over.
    OpportunityNotHanded { opportunity: OpportunityNo }
    /// A ticket of this type that has ended keeps an opportunity.
    OpportunityKept { ticket: TicketNo }
    /// The name that was typed is another customer's than the one to whom the ticket belongs.
    NameOfAnother { name: String, customer: CustomerNo, known: String }
    /// The customer was struck.
    CustomerStruck { customer: CustomerNo }
    /// Opportunities, tickets or forms belong to the customer.
    CustomerInUse { customer: CustomerNo, opportunities: u32, tickets: u32, forms: u32, documents: u32 }
    /// The opportunity is no success.
    NotWon { opportunity: OpportunityNo }
    /// The stage lacks something, and no reason is given for leaving it so.
    StageIncomplete { opportunity: OpportunityNo, pipeline_stage: Stage, gaps: Vec<StageGap> }
    /// What nothing is won without is missing.
    OpportunityIncomplete { opportunity: OpportunityNo, gaps: Vec<StageGap> }
    /// The opportunity has no such record, or it was struck.
    UnknownOpportunityRecord { number: u32 }
    /// The opportunity is another customer's.
    OpportunityOfAnother { opportunity: OpportunityNo, customer: CustomerNo }
    /// A list of terms holds from before the one set last.
    DeadlinesFromEarlier { from: NaiveDate }
    /// A term is named twice, or has no name.
    DeadlineTwice { deadline: String }
    /// A term that the program counts is missing.
    DeadlineMissing { deadline: String }
    /// A term's title is empty or longer than the limit in characters.
    DeadlineTitle { deadline: String, limit: u32 }
    /// A term is too long, or is counted in minutes after something.
    DeadlineLength { deadline: String }
    /// A term's escalation does not rise.
    DeadlineEscalation { deadline: String }
    /// A field cannot be part of a form, or there are too many.
    FormField { field: String, most: u32 }
    /// A form has no such field.
    UnknownField { field: String }
    /// What was filled in is not of the field's kind.
    AnswerUnreadable { field: String }
    /// What was filled in is longer than the limit in characters.
    AnswerTooLong { field: String, limit: u32 }
    /// A field must be filled in.
    FieldMissing { field: String }
    /// A part of a type of tickets has no name, stands twice or asks about a field that is not there.
    TicketTypePart { part: String }
    /// A type's days lie outside 1 and the limit.
    TicketTypeDays { most: u32 }
    /// No such type of tickets is in use in the unit.
    UnknownTicketType { kind: String }
    /// A type that comes with the program cannot be taken out of use.
    TicketTypeStays { kind: String }
    /// No ticket has that number.
    UnknownTicket { ticket: String }
    /// A ticket's title is empty, or it or the customer's name is longer than the limit in characters.
    TitleLength { limit: u32 }
    /// The customer must be named.
    CustomerNeeded
    /// Who asks must be named.
    RequesterNeeded
    /// A request cannot come in after today.
    ReceivedLater { day: NaiveDate }
    /// The unit has used up the numbers of this month.
    TicketNumbersUsedUp { unit: UnitCode }
    /// The last day lies before the request.
    DueBefore { day: NaiveDate, from: NaiveDate }
    /// The last day is a day off.
    DueOnDayOff { day: NaiveDate, next: NaiveDate }
    /// The last day lies too far ahead.
    DueTooFar { years: u32 }
    /// The ticket has ended.
    TicketEnded { ticket: TicketNo }
    /// The ticket is not where that could be done.
    TicketElsewhere { ticket: TicketNo, ticket_state: TicketState }
    /// Somebody is waited for.
    WaitsAlready { ticket: TicketNo }
    /// Nobody is waited for.
    NotWaiting { ticket: TicketNo }
    /// A wait lies between those days.
    WaitDay { from: NaiveDate, to: NaiveDate }
    /// Whose step it was must be named.
    PersonNeeded
    /// The day lies outside those two.
    DayOutside { day: NaiveDate, from: NaiveDate, to: NaiveDate }
    /// The second engineer is the first.
    SecondIsFirst { staff_no: StaffNo }
    /// The ticket's type has no such record, part or step.
    UnknownTicketPart { part: String }
    /// The ticket has no such record, or it was struck.
    UnknownTicketRecord { number: u32 }
    /// The part needs a file.
    PartNeedsFile { part: String }
    /// The part cannot be left out.
    PartApplies { part: String }
    /// Another step comes first.
    StepOutOfTurn { next: String }
    /// Another part comes first.
    PartOutOfTurn { part: String, first: String }
    /// An audit waits for its answer.
    AuditWaits { ticket: TicketNo }
    /// The file was accepted.
    AuditAccepted { ticket: TicketNo }
    /// The file is one that was audited before.
    SameFile
    /// No audit waits for an answer.
    NoAuditWaits { ticket: TicketNo }
    /// Only the requester may do that.
    RequesterActs { ticket: TicketNo }
    /// The ticket was rated.
    RatedAlready { ticket: TicketNo }
    /// A mark lies outside 1 and the limit, or a question has none.
    MarkOutOfRange { most: u32 }
    /// The requester has not said yet whether it can be put off.
    PostponementWaits { ticket: TicketNo }
    /// No question whether it can be put off waits for an answer.
    NoPostponementWaits { ticket: TicketNo }
    /// The requester has to be asked first whether it can be put off.
    AskToPostponeFirst { ticket: TicketNo }
    /// No second engineer was named.
    NoSecond { ticket: TicketNo }
    /// The second has an incident of the ticket.
    IncidentOpen { ticket: TicketNo }
    /// The second has no incident of the ticket.
    NoIncidentOpen { ticket: TicketNo }
    /// The second has not taken the incident yet.
    IncidentNotTaken { ticket: TicketNo }
    /// What is passed on needs content, time and scope.
    PassingIncomplete
    /// Anybody beside the first and the second needs three approvals; these are missing.
    ThirdNeedsApproval { staff_no: StaffNo, posts: Vec<ApprovalPost> }
    /// The engineer is the first or the second, or those two are not named: no approval is needed.
    ThirdNotNeeded { staff_no: StaffNo }
    /// That approval was given.
    ApprovedAlready { post: ApprovalPost }
    /// One person gives one of the three approvals.
    ApproverTwice { account: AccountName }
    /// Somebody else was named meanwhile.
    AssignedMeanwhile { ticket: TicketNo, first: Option<StaffNo> }
    /// One file has a ticket twice.
    TicketTwice { first_row: usize }
    /// One file has a customer twice.
    CustomerTwice { first_row: usize }
    /// One file has an opportunity twice.
    OpportunityTwice { first_row: usize }
    /// The new written application is missing.
    ApplicationNeeded
    /// The department must be named, in no more characters than the limit.
    DepartmentNeeded { limit: u32 }
    /// Nothing of that number waits for an answer of others.
    NoHelpWaits { number: u32 }
    /// The ticket lacks something.
    TicketIncomplete { ticket: TicketNo, gaps: Vec<Gap> }
    /// A part of a type of forms has no name, a name that is too long, stands twice or asks about a field that is not there.
    FormTypePart { part: String }
    /// A step's term lies outside 1 and that many working days.
    FormTypeDays { step: String, most: u32 }
    /// A complaint's type has one verdict for all and a link to an engineer; another type has no verdict.
    FormTypeVerdict { kind: String }
    /// A type stays in its register.
    FormTypeRegister { kind: String }
    /// No such type of forms is in use in the unit.
    UnknownFormType { kind: String }
    /// Types of the program's own registers stay in use.
    FormTypeStays { kind: String }
    /// No form has that number.
    UnknownForm { form: String }
    /// The unit used up the month's numbers.
    FormNumbersUsedUp { unit: UnitCode }
    /// A link must be given.
    LinkMissing { link: Link }
    /// The form's day lies ahead.
    FormDayLater { day: NaiveDate }
    /// The form was voided or refused.
    FormEnded { form: FormNo }
    /// That is not the step that comes next.
    NotNextStep { form: FormNo }
    /// A step does not end so.
    OutcomeNotOffered { step: String }
    /// The step is somebody else's: it is entered for them.
    StepOfAnother { step: String }
    /// Whoever registered a form does not decide about it in their own name.
    OwnForm { form: FormNo }
    /// The form lacks something.
    FormIncomplete { form: FormNo, parts: Vec<String> }
    /// The form's type has no such part.
    UnknownFormPart { part: String }
    /// The form has no such file, or it was struck.
    UnknownFormFile { number: u32 }
    /// No tasks come out of forms of that type.
    TasksNotKept { kind: String }
    /// A task says what is to be done.
    TaskWithoutText
    /// A task is somebody's.
    TaskOwnerNeeded
    /// A task's last day lies before the form's day.
    TaskUntilBefore { day: NaiveDate }
    /// The form has no such task.
    UnknownTask { form: FormNo, number: u32 }
    /// The task has ended.
    TaskHasEnded { number: u32 }
    /// No document has that number, or none that the account may read.
    UnknownDocument { document: String }
    /// There is no such thing on which a document could hang.
    UnknownAbout { about: String }
    /// The unit has used up the numbers of a stage's month (DOC-14).
    DocumentNumbersUsedUp { unit: UnitCode, stage: String, month: String, most: u32 }
    /// The document was voided.
    DocumentVoid { document: DocumentNo }
    /// Somebody else is writing the next version.
    DocumentCheckedOut { document: DocumentNo, by: AccountName }
    /// The file is the version that the document has already.
    SameVersion { document: DocumentNo, number: u32 }
    /// What a new version changes must be said.
    ChangeNeeded
    /// The version is not the document's last one.
    VersionPassed { document: DocumentNo, number: u32, last: u32 }
    /// The version is published already.
    VersionPublished { document: DocumentNo, number: u32 }
    /// The document was submitted and waits for opinions.
    ApprovalRunning { document: DocumentNo, number: u32 }
    /// That approval has ended.
    ApprovalEnded { document: DocumentNo, number: u32, approval_state: ApprovalState }
    /// The document has no approval of that number, or was never submitted.
    UnknownApproval { document: DocumentNo, number: u32 }
    /// A way has a stage, and not more than so many.
    RouteStages { most: u32 }
    /// A way has one last stage of judgement, with nothing but publishing after it.
    RouteEnd
    /// A stage has a seat, and not more than so many.
    StageSeats { stage: String, most: u32 }
    /// A seat has neither an account nor a name.
    SeatNameNeeded { stage: String, post: String }
    /// Somebody sits at a stage twice.
    SeatTwice { stage: String, account: AccountName }
    /// The account may not read the document, and is not asked about it.
    SeatCannotRead { account: AccountName }
    /// Two-person work is on: neither who submits nor an administrator judges.
    SeatNotSecond { stage: String, account: AccountName }
    /// The approval has no such seat.
    UnknownSeat { document: DocumentNo, seat: u32 }
    /// The seat is not waited for now.
    SeatNotWaiting { post: String }
    /// The account sits at none of the seats that are waited for, or at several.
    NoSeatWaiting { document: DocumentNo, seats: Vec<u32> }
    /// Somebody else sits there.
    NotYourSeat { post: String }
    /// A document is sent back to a stage that it has passed, or to its writer.
    NoEarlierStage { stage: u32 }
    /// A meeting's stage needs its minutes.
    MinutesNeeded { stage: String }
    /// Only who submitted takes it back.
    NotSubmitter { document: DocumentNo, by: AccountName }
    /// The document has no version of that number.
    UnknownVersion { document: DocumentNo, number: u32 }
    /// There is no paper copy on record.
    NoPaperCopy { document: DocumentNo }
    /// The paper copy is lent.
    PaperLent { document: DocumentNo }
    /// The paper copy is not lent.
    PaperNotLent { document: DocumentNo }
    /// A day of returning lies before that of lending.
    DueBeforeLent { date: NaiveDate, lent: NaiveDate }
    /// A note is longer than the limit in characters.
    NoteTooLong { limit: u32 }
    /// There are too many tags, or one is longer than the limit in characters.
    TagsTooMany { most: u32, limit: u32 }
}
