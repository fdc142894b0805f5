//! Event → rows. Dumb: no rules, no clock; everything a row holds stands in the event or its entry.

use crate::journal::Entry;
use crate::{
    LedgerError, account, approval, assessment, attendance, certification, customer, development, document,
    opportunity, organisation, people, personal, registers, rulebook, search, settlement, signing, ticket,
};
use domain::Event;
use domain::personal::Subject;
use domain::search::SearchKind;
use rusqlite::Connection;

/// The one projector: decodes an entry and applies it. An unknown kind or version stops the projection visibly.
pub fn project(conn: &Connection, entry: &Entry) -> Result<(), LedgerError> {
    let Some(event) = Event::decode(&entry.kind, entry.version, &entry.body) else {
        return Err(entry.unknown());
    };
    apply(conn, entry, &event).map_err(LedgerError::from)
}

/// What a row takes from its entry.
pub(crate) struct Origin<'a> {
    pub entry: &'a Entry,
    pub event: &'a Event,
    pub account: &'a str,
    pub at: String,
}

fn apply(conn: &Connection, entry: &Entry, event: &Event) -> rusqlite::Result<()> {
    let from = Origin {
        entry,
        event,
        account: entry.actor.account.as_str(),
        at: entry.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
    };
    for (subject, digest) in event.personal() {
        personal::named(conn, &subject, &digest)?;
    }
    if let Some(ticket) = domain::ticket::acts_on_refusal(event) {
        ticket::project::refusal_settled(conn, ticket)?;
    }
    match event {
        Event::LedgerFounded(e) => account::project::founded(conn, e),
        Event::LedgerRestored(_) | Event::PasswordChanged(_) | Event::RecoveryUsed(_) => Ok(()),
        Event::PersonalErased(e) => {
            if let Some((kind, key)) = e.subject.searched() {
                search::purge(conn, kind, &key)?;
                if kind == SearchKind::Customer
                    && let Some(into) = customer::project::merged_into(conn, &key)?
                {
                    search::purge(conn, kind, &into)?;
                }
            }
            if let Subject::Engineer(staff_no) = &e.subject {
                for document in document::project::of_person(conn, staff_no)? {
                    search::purge(conn, SearchKind::Document, &document)?;
                }
            }
            personal::forgotten(conn, &e.subject)
        }
        Event::TodayFixed(e) => account::project::today(conn, e),
        Event::TwoPersonSet(e) => account::project::two_person(conn, e),
        Event::RetentionSet(e) => account::project::retention(conn, e),
        Event::AccountOpened(e) => account::project::opened(conn, &from, e),
        Event::AccountTied(e) => account::project::tied(conn, e),
        Event::AccountClosed(e) => account::project::closed(conn, e),
        Event::HandoverOffered(e) => account::project::handover_offered(conn, &from, e),
        Event::HandoverWithdrawn(e) => account::project::handover_ended(conn, &e.from),
        Event::HandoverTaken(e) => account::project::handover_ended(conn, &e.from),
        Event::UnitRecorded(e) => organisation::project::unit(conn, e),
        Event::PartyRecorded(e) => organisation::project::party(conn, e),
        Event::CertificateRegistered(e) => organisation::project::certificate(conn, &from, e),
        Event::RootTrusted(e) => organisation::project::root(conn, &from, e),
        Event::RootUntrusted(e) => organisation::project::untrusted(conn, e),
        Event::ContractTermRecorded(e) => organisation::project::contract_term(conn, e),
        Event::CalendarRecorded(e) => organisation::project::calendar(conn, e),
        Event::CalendarCleared(e) => organisation::project::calendar_cleared(conn, e),
        Event::AttendanceHoursSet(e) => attendance::project::hours(conn, &from, e),
        Event::PunchesRecorded(e) => attendance::project::punches(conn, e),
        Event::DayCorrected(e) => attendance::project::corrected(conn, &from, e),
        Event::ApplicationMade(e) => attendance::project::applied(conn, &from, e),
        Event::ApplicationDecided(e) => attendance::project::decided(conn, &from, e),
        Event::ApplicationWithdrawn(e) => attendance::project::withdrawn(conn, &from, e),
        Event::RubricIssued(e) => rulebook::project::rubric(conn, &from, e),
        Event::RuleSetIssued(e) => rulebook::project::rule_set(conn, &from, e),
        Event::EngineerRecorded(e) => people::project::engineer(conn, e),
        Event::MembershipRecorded(e) => people::project::membership(conn, e),
        Event::ArrivalAnnounced(e) => people::project::announced(conn, &from, e),
        Event::ArrivalWithdrawn(e) => people::project::announcement_withdrawn(conn, &from, e),
        Event::Arrived(e) => people::project::arrived(conn, e),
        Event::PaperFiled(e) => people::project::paper_filed(conn, &from, e),
        Event::ManagerNamed(e) => people::project::manager_named(conn, e),
        Event::WorkNoted(e) => people::project::work_noted(conn, &from, e),
        Event::WorkNoteStruck(e) => people::project::note_struck(conn, e),
        Event::LeavingRecorded(e) => people::project::leaving(conn, &from, e),
        Event::ReplacementRequested(e) => people::replacement::requested(conn, &from, e),
        Event::ReplacementApproved(e) => people::replacement::approved(conn, &from, e),
        Event::ReplacementSent(e) => people::replacement::sent(conn, e),
        Event::SuccessorLinked(e) => people::replacement::successor_linked(conn, e),
        Event::ReplacementWithdrawn(e) => people::replacement::withdrawn(conn, &from, e),
        Event::AssessmentRecorded(e) => assessment::project::recorded(conn, &from, e),
        Event::MonthClosed(e) => assessment::project::closed(conn, &from, e),
        Event::MonthReopened(e) => assessment::project::reopened(conn, &from, e),
        Event::NoEngineerDeclared(e) => assessment::project::no_engineer(conn, &from, e),
        Event::NotAssessedDeclared(e) => assessment::project::not_assessed(conn, &from, e),
        Event::ExemptionDeclared(e) => assessment::project::exemption_declared(conn, &from, e),
        Event::ExemptionApproved(e) => assessment::project::exemption_approved(conn, &from, e),
        Event::UnitConfirmed(e) => settlement::project::confirmed(conn, &from, e),
        Event::ConfirmationVoided(e) => settlement::project::confirmation_voided(conn, e),
        Event::ResultDelivered(e) => settlement::project::delivered(conn, &from, e),
        Event::ObjectionRaised(e) => settlement::project::objection_raised(conn, &from, e),
        Event::ObjectionAnswered(e) => settlement::project::objection_answered(conn, &from, e),
        Event::RejectionAccepted(e) => settlement::project::rejection_accepted(conn, &from, e),
        Event::ObjectionDecided(e) => settlement::project::objection_decided(conn, &from, e),
        Event::SettlementPrepared(e) => settlement::project::prepared(conn, &from, e),
        Event::SettlementReviewed(e) => settlement::project::reviewed(conn, &from, e),
        Event::SettlementReturned(e) => settlement::project::returned(conn, e),
        Event::SettlementFinalised(e) => settlement::project::finalised(conn, &from, e),
        Event::RevisionOpened(e) => settlement::project::revision_opened(conn, e),
        Event::TerminationDecided(e) => settlement::project::termination(conn, &from, e),
        Event::AdjustmentCarried(e) => settlement::project::adjustment(conn, &from, e),
        Event::InvoiceRecorded(e) => settlement::project::invoice(conn, &from, e),
        Event::PaymentRecorded(e) => settlement::project::payment(conn, &from, e),
        Event::ReportIssued(e) => signing::project::issued(conn, &from, e),
        Event::ReportAccepted(e) => signing::project::accepted(conn, &from, e),
        Event::PaperRecorded(e) => signing::project::paper_recorded(conn, &from, e),
        Event::PaperApproved(e) => signing::project::paper_approved(conn, &from, e),
        Event::StandardIssued(e) => certification::project::standard(conn, &from, e),
        Event::CaseOpened(e) => certification::project::opened(conn, &from, e),
        Event::EvidenceRecorded(e) => certification::project::evidence(conn, &from, e),
        Event::EvidenceStruck(e) => certification::project::struck(conn, e),
        Event::ExamRecorded(e) => certification::project::exam(conn, &from, e),
        Event::CaseDecided(e) => certification::project::decided(conn, &from, e),
        Event::CaseWithdrawn(e) => certification::project::withdrawn(conn, e),
        Event::TrainingPlanned(e) => development::project::planned(conn, &from, e),
        Event::TrainingAttended(e) => development::project::attended(conn, e),
        Event::TrainingCancelled(e) => development::project::cancelled(conn, e),
        Event::AwardGiven(e) => development::project::award(conn, &from, e),
        Event::ViolationFound(e) => development::project::violation(conn, &from, e),
        Event::ViolationDecided(e) => development::project::decided(conn, e),
        Event::ConductWithdrawn(e) => development::project::withdrawn(conn, e),
        Event::AbilityJudged(e) => development::project::ability(conn, &from, e),
        Event::CustomerRegistered(e) => customer::project::registered(conn, &from, e),
        Event::CustomerChanged(e) => customer::project::changed(conn, &from, e),
        Event::ContactRecorded(e) => customer::project::contact(conn, &from, e),
        Event::ContactLeft(e) => customer::project::contact_left(conn, &from, e),
        Event::OpportunityRegistered(e) => opportunity::project::registered(conn, &from, e),
        Event::OpportunityChanged(e) => opportunity::project::changed(conn, &from, e),
        Event::OpportunityFilled(e) => opportunity::project::filled(conn, &from, e),
        Event::OpportunityMoved(e) => opportunity::project::moved(conn, &from, e),
        Event::OpportunityRecorded(e) => opportunity::project::recorded(conn, &from, e),
        Event::OpportunityRecordStruck(e) => opportunity::project::record_struck(conn, &from, e),
        Event::OpportunityConcluded(e) => opportunity::project::concluded(conn, &from, e),
        Event::OpportunityReopened(e) => opportunity::project::reopened(conn, &from, e),
        Event::OpportunityHandedOver(e) => opportunity::project::handed_over(conn, &from, e),
        Event::OutcomeCorrected(e) => opportunity::project::outcome_corrected(conn, &from, e),
        Event::OpportunityVoided(e) => opportunity::project::voided(conn, &from, e),
        Event::OpportunityApproved(e) => opportunity::project::approved(conn, &from, e),
        Event::CustomerStruck(e) => customer::project::struck(conn, &from, e),
        Event::TicketLinked(e) => opportunity::project::linked(conn, &from, e),
        Event::DeadlineRulesSet(e) => ticket::project::rules(conn, e),
        Event::TicketTypeIssued(e) => ticket::project::issued(conn, e),
        Event::TicketTypeRetired(e) => ticket::project::retired(conn, e),
        Event::TicketRegistered(e) => ticket::project::registered(conn, &from, e),
        Event::TicketFilled(e) => ticket::project::filled(conn, &from, e),
        Event::TicketConsented(e) => ticket::project::consented(conn, &from, e),
        Event::TicketReviewed(e) => ticket::project::reviewed(conn, &from, e),
        Event::TicketAssigned(e) => ticket::project::assigned(conn, &from, e),
        Event::TicketTaken(e) => ticket::project::taken(conn, &from, e),
        Event::TicketPaused(e) => ticket::project::paused(conn, &from, e),
        Event::TicketResumed(e) => ticket::project::resumed(conn, &from, e),
        Event::TicketRescheduled(e) => ticket::project::rescheduled(conn, &from, e),
        Event::TicketRecorded(e) => ticket::project::recorded(conn, &from, e),
        Event::TicketRecordStruck(e) => ticket::project::record_struck(conn, &from, e),
        Event::TicketItemSet(e) => ticket::project::item(conn, &from, e),
        Event::TicketStepTaken(e) => ticket::project::step(conn, &from, e),
        Event::AuditAsked(e) => ticket::project::audit_asked(conn, &from, e),
        Event::OpinionSettled(e) => ticket::project::settled(conn, &from, e),
        Event::AuditDecided(e) => ticket::project::audit_decided(conn, &from, e),
        Event::TicketDelivered(e) => ticket::project::delivered(conn, &from, e),
        Event::CustomerAccepted(e) => ticket::project::accepted(conn, &from, e),
        Event::TicketConfirmed(e) => ticket::project::confirmed(conn, &from, e),
        Event::TicketRated(e) => ticket::project::rated(conn, &from, e),
        Event::TicketClosed(e) => ticket::project::closed(conn, &from, e),
        Event::PostponementAsked(e) => ticket::hands::postponement_asked(conn, &from, e),
        Event::PostponementAnswered(e) => ticket::hands::postponement_answered(conn, &from, e),
        Event::IncidentPassed(e) => ticket::hands::passed(conn, &from, e),
        Event::IncidentTaken(e) => ticket::hands::incident_taken(conn, &from, e),
        Event::IncidentRefused(e) => ticket::hands::incident_refused(conn, &from, e),
        Event::IncidentReturned(e) => ticket::hands::incident_returned(conn, &from, e),
        Event::ThirdApproved(e) => ticket::hands::third_approved(conn, &from, e),
        Event::TurnSkipped(e) => ticket::hands::turn_skipped(conn, &from, e),
        Event::DemandChanged(e) => ticket::hands::demand_changed(conn, &from, e),
        Event::HelpAsked(e) => ticket::hands::help_asked(conn, &from, e),
        Event::HelpAnswered(e) => ticket::hands::help_answered(conn, &from, e),
        Event::CopiesSet(e) => ticket::hands::copies(conn, &from, e),
        Event::FormTypeIssued(e) => registers::project::issued(conn, e),
        Event::FormTypeRetired(e) => registers::project::retired(conn, e),
        Event::FormRegistered(e) => registers::project::registered(conn, &from, e),
        Event::FormCorrected(e) => registers::project::corrected(conn, &from, e),
        Event::FormStepTaken(e) => registers::project::step(conn, &from, e),
        Event::FormItemSet(e) => registers::project::item(conn, &from, e),
        Event::FormFileAdded(e) => registers::project::file_added(conn, &from, e),
        Event::FormFileStruck(e) => registers::project::file_struck(conn, &from, e),
        Event::FormVoided(e) => registers::project::voided(conn, &from, e),
        Event::DocumentFiled(e) => document::project::filed(conn, &from, e),
        Event::DocumentVersionAdded(e) => document::project::version_added(conn, &from, e),
        Event::DocumentDescribed(e) => document::project::described(conn, &from, e),
        Event::DocumentCheckedOut(e) => document::project::checked_out(conn, &from, e),
        Event::DocumentCheckedIn(e) => document::project::checked_in(conn, &from, e),
        Event::DocumentPlaced(e) => document::project::placed(conn, &from, e),
        Event::DocumentLent(e) => document::project::lent(conn, &from, e),
        Event::DocumentReturned(e) => document::project::returned(conn, &from, e),
        Event::DocumentVoided(e) => document::project::voided(conn, &from, e),
        Event::DocumentPackaged(e) => document::project::packaged(conn, &from, e),
        Event::DocumentSubmitted(e) => approval::project::submitted(conn, &from, e),
        Event::OpinionGiven(e) => approval::project::opinion_given(conn, &from, e),
        Event::ApprovalSentBack(e) => approval::project::sent_back(conn, &from, e),
        Event::FurtherOpinionAsked(e) => approval::project::further_asked(conn, &from, e),
        Event::StandInNamed(e) => approval::project::stand_in_named(conn, &from, e),
        Event::ApprovalReminded(e) => approval::project::reminded(conn, &from, e),
        Event::ApprovalWithdrawn(e) => approval::project::withdrawn(conn, &from, e),
        Event::TaskGiven(e) => registers::project::task_given(conn, &from, e),
        Event::TaskMoved(e) => registers::project::task_moved(conn, &from, e),
        Event::TaskEnded(e) => registers::project::task_ended(conn, &from, e),
    }
}

/// Runs one cached statement.
pub(crate) fn run(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> rusqlite::Result<()> {
    conn.prepare_cached(sql)?.execute(params).map(drop)
}
