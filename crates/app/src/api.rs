//! The one list of use cases. A missing handler does not compile; the same list gives TypeScript both types.

use crate::error::{AppError, ErrorClass};
use crate::rights::{Kind, Target};
use crate::session::{App, Receipt, parse};
use crate::{
    accounts, approval, assessment, attached, attendance, calendar, certification, contents, contract,
    customer, demo, development, document, erasable, exchange, journal, keeping, maintenance, money,
    opportunity, organisation, people, personal, registers, reports, roots, rulebook, search, settlement,
    signing, slip, ticket, workbench,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use ts_rs::TS;

/// A use case: its request type is its name.
pub trait UseCase: Serialize + DeserializeOwned + TS {
    /// What it answers.
    type Response: Serialize + TS;
    /// Its place in the list.
    const ACT: Act;
    /// Which record it is about.
    fn target(&self) -> Target;
    /// Does it. Called through [`App::invoke`], which checks the right first.
    ///
    /// # Errors
    /// What it refuses.
    fn run(self, app: &mut App) -> Result<Self::Response, AppError>;
}

/// Writes a type and all it refers to. A list or an option has no file of its own; what it holds has.
fn export<T: TS + 'static>(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
    struct Parts<'c> {
        config: &'c ts_rs::Config,
        failed: Option<ts_rs::ExportError>,
    }
    impl ts_rs::TypeVisitor for Parts<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            if T::output_path().is_some()
                && let Err(error) = T::export_all(self.config)
            {
                self.failed = Some(error);
            }
        }
    }
    if T::output_path().is_some() {
        return T::export_all(config);
    }
    let mut parts = Parts { config, failed: None };
    T::visit_dependencies(&mut parts);
    T::visit_generics(&mut parts);
    parts.failed.map_or(Ok(()), Err)
}

macro_rules! target {
    ($request:ident, oneself) => {
        Target::Oneself
    };
    ($request:ident, province) => {
        Target::Province
    };
    ($request:ident, several) => {
        Target::Several
    };
    ($request:ident, unit) => {
        Target::Unit($request.unit.clone())
    };
    // A record that begins now is the account's own.
    ($request:ident, new) => {
        Target::Record { unit: $request.unit.clone(), mine: true }
    };
    ($request:ident, maybe_unit) => {
        $request.unit.clone().map_or(Target::Province, Target::Unit)
    };
}

macro_rules! use_cases {
    ($($name:literal $act:ident $kind:ident $target:ident $request:ty => $response:ty, $handler:path;)*) => {
        /// Every use case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "named as the requests, which say what they do")]
        pub enum Act { $($act,)* }

        impl Act {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$act,)*];

            /// Name on the border.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$act => $name,)* }
            }

            /// Its row of the rights' table.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$act => Kind::$kind,)* }
            }
        }

        $(impl UseCase for $request {
            type Response = $response;
            const ACT: Act = Act::$act;
            fn target(&self) -> Target {
                let request = self;
                let _ = request;
                target!(request, $target)
            }
            fn run(self, app: &mut App) -> Result<Self::Response, AppError> {
                $handler(app, self)
            }
        })*

        impl App {
            /// The one envelope: name and request in, response out.
            ///
            /// # Errors
            /// [`AppError`], also for a name or a shape that is unknown.
            pub fn call(&mut self, name: &str, request: Value) -> Result<Value, AppError> {
                match name {
                    $($name => {
                        let request: $request = parse(request)?;
                        let response = self.invoke(request)?;
                        serde_json::to_value(response).map_err(|error| {
                            AppError::new("internal", ErrorClass::Environment, json!({})).with_incident(error)
                        })
                    })*
                    _ => Err(AppError::new("unknownUseCase", ErrorClass::Usage, json!({ "name": name }))),
                }
            }
        }

        /// Writes the TypeScript of every request, response and of the list itself.
        ///
        /// # Errors
        /// What `ts-rs` or the disk says.
        pub fn export_typescript(config: &ts_rs::Config) -> Result<String, ts_rs::ExportError> {
            let mut list = String::from("export interface UseCases {\n");
            $(
                export::<$request>(config)?;
                export::<$response>(config)?;
                list.push_str(&format!(
                    "  {}: {{ request: {}; response: {} }};\n",
                    $name, <$request>::name(config), <$response>::name(config)
                ));
            )*
            list.push_str("}\n");
            Ok(list)
        }
    };
}

use_cases! {
    "ledgerStatus" LedgerStatus Public oneself accounts::LedgerStatus => accounts::StatusView, accounts::status;
    "initLedger" InitLedger Public oneself accounts::InitLedger => accounts::Founded, accounts::init;
    "openLedger" OpenLedger Public oneself accounts::OpenLedger => accounts::StatusView, accounts::open_ledger;
    "makeDemo" MakeDemo Public oneself demo::MakeDemo => demo::DemoView, demo::make;
    "signIn" SignIn Public oneself accounts::SignIn => accounts::SessionView, accounts::sign_in;
    "signOut" SignOut Public oneself accounts::SignOut => (), accounts::sign_out;
    "recoverAccount" RecoverAccount Public oneself accounts::RecoverAccount => accounts::SessionView, accounts::recover;
    "session" Session Signed oneself accounts::Session => accounts::SessionView, accounts::session;
    "changePassword" ChangePassword Signed oneself accounts::ChangePassword => Receipt, accounts::change_password;
    "accounts" Accounts Administer oneself accounts::Accounts => Vec<accounts::AccountView>, accounts::list;
    "openAccount" OpenAccount Administer oneself accounts::OpenAccount => Receipt, accounts::open_account;
    "tieAccount" TieAccount Administer oneself accounts::TieAccount => Receipt, accounts::tie_account;
    "closeAccount" CloseAccount Administer oneself accounts::CloseAccount => Receipt, accounts::close_account;
    "handovers" Handovers Signed oneself accounts::Handovers => Vec<accounts::HandoverView>, accounts::handovers;
    "successors" Successors Signed oneself accounts::Successors => Vec<accounts::AccountView>, accounts::successors;
    "offerHandover" OfferHandover Signed oneself accounts::OfferHandover => Receipt, accounts::offer_handover;
    "withdrawHandover" WithdrawHandover Signed oneself accounts::WithdrawHandover => Receipt, accounts::withdraw_handover;
    "takeHandover" TakeHandover Signed oneself accounts::TakeHandover => Receipt, accounts::take_handover;
    "setTwoPerson" SetTwoPerson Administer oneself accounts::SetTwoPerson => Receipt, accounts::set_two_person;

    "units" Units KnowUnit several organisation::Units => Vec<organisation::UnitView>, organisation::units;
    "people" People ReadUnit several people::People => people::PeopleView, people::people;
    "person" Person ReadUnit several people::Person => people::DossierView, people::person;
    "announcedPeople" AnnouncedPeople ReadUnit several people::AnnouncedPeople => Vec<people::ArrivalView>, people::announced;
    "missingPapers" MissingPapers ReadUnit several people::MissingPapers => people::MissingPapersView, people::missing;
    "headCount" HeadCount ReadUnit several people::HeadCount => Vec<people::HeadCountView>, people::head_count;
    "announceArrival" AnnounceArrival Staff unit people::AnnounceArrival => Receipt, people::announce;
    "withdrawArrival" WithdrawArrival Staff several people::WithdrawArrival => Receipt, people::withdraw;
    "recordPerson" RecordPerson Staff several people::RecordPerson => Receipt, people::record_data;
    "filePaper" FilePaper Staff several people::FilePaper => Receipt, people::file_paper;
    "correctPaper" CorrectPaper Staff several people::CorrectPaper => Receipt, people::correct_paper;
    "saveScan" SaveScan ReadUnit several people::SaveScan => exchange::FileView, people::save_scan;
    "possibleManagers" PossibleManagers Staff unit people::PossibleManagers => Vec<accounts::AccountView>, people::possible_managers;
    "lookAtScan" LookAtScan ReadUnit several people::LookAtScan => attached::AttachedView, people::look_at_scan;
    "nameManager" NameManager Staff several people::NameManager => Receipt, people::name_manager;
    "noteWork" NoteWork Staff several people::NoteWork => Receipt, people::note;
    "strikeWorkNote" StrikeWorkNote Staff several people::StrikeWorkNote => Receipt, people::strike;
    "recordLeaving" RecordLeaving Staff several people::RecordLeaving => Receipt, people::leave;
    "transferPerson" TransferPerson Staff several people::TransferPerson => Receipt, people::transfer;
    "requestReplacement" RequestReplacement Staff several people::RequestReplacement => Receipt, people::request_replacement;
    "approveReplacement" ApproveReplacement ReviewMonth several people::ApproveReplacement => Receipt, people::approve_replacement;
    "sendReplacement" SendReplacement Staff several people::SendReplacement => Receipt, people::send_replacement;
    "linkSuccessor" LinkSuccessor Staff several people::LinkSuccessor => Receipt, people::link_successor;
    "withdrawReplacement" WithdrawReplacement Staff several people::WithdrawReplacement => Receipt, people::withdraw_replacement;
    "makeArrivalPaper" MakeArrivalPaper ReadUnit several reports::MakeArrivalPaper => exchange::FileView, reports::arrival_paper;
    "makeReplacementRequest" MakeReplacementRequest ReadUnit several reports::MakeReplacementRequest => exchange::FileView, reports::replacement_request;
    "makePersonnelRegister" MakePersonnelRegister ReadUnit several reports::MakePersonnelRegister => exchange::FileView, reports::personnel_register;

    "parties" Parties Signed oneself organisation::Parties => Vec<organisation::PartyView>, organisation::parties;
    "erasePersonal" ErasePersonal Administer oneself personal::ErasePersonal => personal::ErasedView, personal::erase;
    "erasableMatters" ErasableMatters Administer oneself erasable::ErasableMatters => Vec<erasable::ErasableMatterView>, erasable::matters;
    "erasableParts" ErasableParts Administer oneself erasable::ErasableParts => Vec<erasable::ErasablePartView>, erasable::parts;
    "personalKept" PersonalKept Administer oneself personal::PersonalKept => personal::PersonalKeptView, personal::kept;
    "setRetention" SetRetention Administer oneself personal::SetRetention => Receipt, personal::set_retention;
    "registerParty" RegisterParty Govern oneself organisation::RegisterParty => Receipt, organisation::register_party;
    "registerCertificate" RegisterCertificate Govern oneself organisation::RegisterCertificate => organisation::CertificateView, organisation::register_certificate;
    "trustedRoots" TrustedRoots Signed oneself roots::TrustedRoots => Vec<organisation::CertificateView>, roots::trusted;
    "trustRoot" TrustRoot Administer oneself roots::TrustRoot => Vec<organisation::CertificateView>, roots::trust;
    "untrustRoot" UntrustRoot Administer oneself roots::UntrustRoot => Receipt, roots::untrust;
    "contract" Contract ReadProvince province contract::Contract => Vec<contract::ContractTermView>, contract::contract;
    "calendar" Calendar Signed oneself calendar::Calendar => calendar::CalendarView, calendar::calendar;
    "recordCalendar" RecordCalendar Govern province calendar::RecordCalendar => Receipt, calendar::record_calendar;
    "adoptHolidays" AdoptHolidays Govern province calendar::AdoptHolidays => Receipt, calendar::adopt_holidays;
    "rulebook" Rulebook Signed oneself rulebook::Rulebook => rulebook::RulebookView, rulebook::rulebook;
    "issueRubric" IssueRubric Govern province rulebook::IssueRubric => Receipt, rulebook::issue_rubric;
    "issueRuleSet" IssueRuleSet Govern province rulebook::IssueRuleSet => Receipt, rulebook::issue_rule_set;

    "importSheet" ImportSheet Score several exchange::ImportSheet => exchange::ImportView, exchange::import;
    "importFolder" ImportFolder Score several exchange::ImportFolder => exchange::FolderView, exchange::import_folder;
    "badCellsWorkbook" BadCellsWorkbook Score several exchange::BadCellsWorkbook => exchange::FileView, exchange::bad_cells_workbook;
    "exportSheet" ExportSheet ReadUnit several exchange::ExportSheet => exchange::FileView, exchange::export;
    "makeTemplate" MakeTemplate ReadUnit several exchange::MakeTemplate => exchange::FilesView, exchange::template;

    "unitMonth" UnitMonth ReadUnit unit assessment::UnitMonth => assessment::UnitMonthView, assessment::unit_month;
    "monthWork" MonthWork ReadUnit unit assessment::MonthWork => Vec<assessment::MonthWorkRow>, assessment::month_work;
    "recordAssessments" RecordAssessments Score unit assessment::RecordAssessments => Receipt, assessment::record;
    "saveDraft" SaveDraft Score unit assessment::SaveDraft => (), assessment::save_draft;
    "closeMonth" CloseMonth ReviewMonth unit assessment::CloseMonth => Receipt, assessment::close;
    "reopenMonth" ReopenMonth ReviewMonth unit assessment::ReopenMonth => Receipt, assessment::reopen;
    "declareNoEngineer" DeclareNoEngineer Score unit assessment::DeclareNoEngineer => Receipt, assessment::no_engineer;
    "declareNotAssessed" DeclareNotAssessed Score several assessment::DeclareNotAssessed => Receipt, assessment::not_assessed;
    "declareExempt" DeclareExempt Settle province assessment::DeclareExempt => Receipt, assessment::exempt;
    "approveExemption" ApproveExemption Decide province assessment::ApproveExemption => Receipt, assessment::approve_exempt;
    "exemptions" Exemptions ReadProvince province assessment::Exemptions => Vec<assessment::ExemptionView>, assessment::exemptions;
    "lookAtExemptionPaper" LookAtExemptionPaper ReadProvince province assessment::LookAtExemptionPaper => attached::AttachedView, assessment::look_at_paper;
    "saveExemptionPaper" SaveExemptionPaper ReadProvince province assessment::SaveExemptionPaper => exchange::FileView, assessment::save_paper;

    "personScores" PersonScores ReadOwn several people::PersonScores => Vec<people::ScoredMonthView>, people::scores;

    "attendanceHours" AttendanceHours ReadUnit unit attendance::AttendanceHours => attendance::AttendanceHoursView, attendance::hours;
    "setAttendanceHours" SetAttendanceHours Score unit attendance::SetAttendanceHours => Receipt, attendance::set_hours;
    "attendanceMonth" AttendanceMonth ReadUnit unit attendance::AttendanceMonth => attendance::AttendanceMonthView, attendance::month;
    "attendanceWorkbook" AttendanceWorkbook ReadUnit unit attendance::AttendanceWorkbook => exchange::FileView, attendance::workbook;
    "attendanceDay" AttendanceDay ReadUnit unit attendance::AttendanceDay => attendance::AttendanceDayView, attendance::day;
    "attendanceTotals" AttendanceTotals ReadUnit unit attendance::AttendanceTotals => Vec<attendance::AttendanceTotalsRow>, attendance::totals;
    "personAttendance" PersonAttendance ReadOwn several attendance::PersonAttendance => attendance::PersonAttendanceView, attendance::of_person;
    "correctAttendance" CorrectAttendance Score unit attendance::CorrectAttendance => Receipt, attendance::correct;
    "applyLeave" ApplyLeave Score unit attendance::ApplyLeave => Receipt, attendance::apply_leave;
    "applyOvertime" ApplyOvertime Score unit attendance::ApplyOvertime => Receipt, attendance::apply_overtime;
    "attendanceApplications" AttendanceApplications ReadUnit several attendance::AttendanceApplications => Vec<attendance::ApplicationView>, attendance::applications;
    "decideApplication" DecideApplication Answer unit attendance::DecideApplication => Receipt, attendance::decide;
    "withdrawApplication" WithdrawApplication Score unit attendance::WithdrawApplication => Receipt, attendance::withdraw;

    "certifications" Certifications ReadUnit several certification::Certifications => certification::CertificationsView, certification::certifications;
    "certification" Certification ReadUnit several certification::Certification => certification::CertificationView, certification::certification;
    "standards" Standards Signed oneself certification::Standards => certification::StandardsView, certification::standards;
    "issueStandard" IssueStandard Govern province certification::IssueStandard => Receipt, certification::issue;
    "openCase" OpenCase Govern province certification::OpenCase => Receipt, certification::open;
    "recordEvidence" RecordEvidence Govern province certification::RecordEvidence => Receipt, certification::evidence;
    "strikeEvidence" StrikeEvidence Govern province certification::StrikeEvidence => Receipt, certification::strike;
    "recordExam" RecordExam Govern province certification::RecordExam => Receipt, certification::exam;
    "decideCase" DecideCase Decide province certification::DecideCase => Receipt, certification::decide;
    "withdrawCase" WithdrawCase Govern province certification::WithdrawCase => Receipt, certification::withdraw;
    "makeCertificate" MakeCertificate ReadUnit several reports::MakeCertificate => reports::ReportView, reports::make_certificate;
    "previewCertificate" PreviewCertificate ReadUnit several reports::PreviewCertificate => reports::PreviewView, reports::preview_certificate;

    "development" Development ReadUnit several development::Development => development::DevelopmentView, development::development;
    "planTraining" PlanTraining Staff several development::PlanTraining => Receipt, development::plan;
    "recordTrainingAttendance" RecordTrainingAttendance Staff several development::RecordTrainingAttendance => Receipt, development::attendance;
    "cancelTraining" CancelTraining Staff several development::CancelTraining => Receipt, development::cancel;
    "recordConduct" RecordConduct Staff several development::RecordConduct => Receipt, development::conduct;
    "decideViolation" DecideViolation ReviewMonth several development::DecideViolation => Receipt, development::decide;
    "withdrawConduct" WithdrawConduct ReviewMonth several development::WithdrawConduct => Receipt, development::withdraw;
    "judgeAbility" JudgeAbility Staff several development::JudgeAbility => Receipt, development::judge;

    "tickets" Tickets ReadTickets several ticket::Tickets => ticket::TicketsView, ticket::tickets;
    "ticket" Ticket ReadTickets several ticket::Ticket => ticket::TicketView, ticket::ticket;
    "ticketFiles" TicketFiles ReadTickets several ticket::TicketFiles => Vec<ticket::TicketFileView>, ticket::files;
    "lookAtTicketFile" LookAtTicketFile ReadTickets several ticket::LookAtTicketFile => attached::AttachedView, ticket::look_at_file;
    "saveTicketFile" SaveTicketFile ReadTickets several ticket::SaveTicketFile => exchange::FileView, ticket::save_file;
    "makeTicketDossier" MakeTicketDossier ReadTickets several reports::MakeTicketDossier => exchange::FileView, reports::ticket_dossier;
    "makeSurveyReport" MakeSurveyReport ReadTickets several reports::MakeSurveyReport => exchange::FileView, reports::survey_report;
    "handInSurveyReport" HandInSurveyReport Handle several reports::HandInSurveyReport => Receipt, reports::hand_in_survey_report;
    "ticketBoard" TicketBoard ReadTickets several ticket::TicketBoard => Vec<ticket::TicketColumnView>, ticket::board;
    "exportTickets" ExportTickets ReadTickets several ticket::ExportTickets => exchange::FileView, ticket::export;
    "ticketStatistics" TicketStatistics ReadTickets several ticket::TicketStatistics => ticket::TicketStatisticsView, ticket::statistics;
    "exportTicketStatistics" ExportTicketStatistics ReadTickets several ticket::ExportTicketStatistics => exchange::FileView, ticket::export_statistics;
    "ticketTypes" TicketTypes KnowUnit several ticket::TicketTypes => Vec<ticket::TicketTypeView>, ticket::types;
    "issueTicketType" IssueTicketType Work several ticket::IssueTicketType => Receipt, ticket::issue;
    "retireTicketType" RetireTicketType Work several ticket::RetireTicketType => Receipt, ticket::retire;
    "issueCommonTicketType" IssueCommonTicketType Govern province ticket::IssueCommonTicketType => Receipt, ticket::issue_common;
    "retireCommonTicketType" RetireCommonTicketType Govern province ticket::RetireCommonTicketType => Receipt, ticket::retire_common;
    "deadlineTerms" DeadlineTerms Signed oneself ticket::DeadlineTerms => ticket::DeadlineRulesView, ticket::terms;
    "setDeadlineTerms" SetDeadlineTerms Govern province ticket::SetDeadlineTerms => Receipt, ticket::set_terms;
    "registerTicket" RegisterTicket Ask new ticket::RegisterTicket => ticket::RegisteredView, ticket::register;
    "fillTicket" FillTicket Handle several ticket::FillTicket => Receipt, ticket::fill;
    "consentTicket" ConsentTicket Work several ticket::ConsentTicket => Receipt, ticket::consent;
    "reviewTicket" ReviewTicket Work several ticket::ReviewTicket => Receipt, ticket::review;
    "assignTicket" AssignTicket Work several ticket::AssignTicket => Receipt, ticket::assign;
    "takeTicket" TakeTicket Handle several ticket::TakeTicket => Receipt, ticket::take;
    "pauseTicket" PauseTicket Handle several ticket::PauseTicket => Receipt, ticket::pause;
    "resumeTicket" ResumeTicket Handle several ticket::ResumeTicket => Receipt, ticket::resume;
    "rescheduleTicket" RescheduleTicket Work several ticket::RescheduleTicket => Receipt, ticket::reschedule;
    "recordOnTicket" RecordOnTicket Handle several ticket::RecordOnTicket => Receipt, ticket::record;
    "strikeTicketRecord" StrikeTicketRecord Handle several ticket::StrikeTicketRecord => Receipt, ticket::strike;
    "settleOpinion" SettleOpinion Handle several ticket::SettleOpinion => Receipt, ticket::settle;
    "setTicketItem" SetTicketItem Handle several ticket::SetTicketItem => Receipt, ticket::item;
    "takeTicketStep" TakeTicketStep Handle several ticket::TakeTicketStep => Receipt, ticket::step;
    "askAudit" AskAudit Handle several ticket::AskAudit => Receipt, ticket::ask_audit;
    "decideAudit" DecideAudit Work several ticket::DecideAudit => Receipt, ticket::decide_audit;
    "deliverTicket" DeliverTicket Handle several ticket::DeliverTicket => Receipt, ticket::deliver;
    "acceptForCustomer" AcceptForCustomer Handle several ticket::AcceptForCustomer => Receipt, ticket::accept;
    "confirmTicket" ConfirmTicket Ask several ticket::ConfirmTicket => Receipt, ticket::confirm;
    "rateTicket" RateTicket Ask several ticket::RateTicket => Receipt, ticket::rate;
    "closeTicket" CloseTicket Work several ticket::CloseTicket => Receipt, ticket::close;
    "voidTicket" VoidTicket Work several ticket::VoidTicket => Receipt, ticket::void;
    "askPostponement" AskPostponement Handle several ticket::AskPostponement => Receipt, ticket::ask_postponement;
    "answerPostponement" AnswerPostponement Ask several ticket::AnswerPostponement => Receipt, ticket::answer_postponement;
    "passIncident" PassIncident Handle several ticket::PassIncident => Receipt, ticket::pass_on;
    "takeIncident" TakeIncident Handle several ticket::TakeIncident => Receipt, ticket::take_incident;
    "refuseIncident" RefuseIncident Handle several ticket::RefuseIncident => Receipt, ticket::refuse_incident;
    "returnIncident" ReturnIncident Handle several ticket::ReturnIncident => Receipt, ticket::return_incident;
    "approveThird" ApproveThird Work several ticket::ApproveThird => Receipt, ticket::approve_third;
    "changeDemand" ChangeDemand Ask several ticket::ChangeDemand => Receipt, ticket::change_demand;
    "askHelp" AskHelp Handle several ticket::AskHelp => Receipt, ticket::ask_help;
    "answerHelp" AnswerHelp Handle several ticket::AnswerHelp => Receipt, ticket::answer_help;
    "setTicketCopies" SetTicketCopies Work several ticket::SetTicketCopies => Receipt, ticket::set_copies;
    "dispatchList" DispatchList Work several ticket::DispatchList => ticket::DispatchView, ticket::dispatch_list;
    "readContents" ReadContents Public oneself contents::ReadContents => contents::ReadingView, contents::read_contents;
    "findWords" FindWords Find several search::FindWords => search::FoundView, search::find_words;
    "formTypes" FormTypes ReadUnit several registers::FormTypes => Vec<registers::FormTypeView>, registers::types;
    "issueFormType" IssueFormType Work several registers::IssueFormType => Receipt, registers::issue;
    "retireFormType" RetireFormType Work several registers::RetireFormType => Receipt, registers::retire;
    "issueCommonFormType" IssueCommonFormType Govern province registers::IssueCommonFormType => Receipt, registers::issue_common;
    "retireCommonFormType" RetireCommonFormType Govern province registers::RetireCommonFormType => Receipt, registers::retire_common;
    "forms" Forms ReadUnit several registers::Forms => registers::FormsView, registers::forms;
    "exportForms" ExportForms ReadUnit several registers::ExportForms => exchange::FileView, registers::export;
    "form" Form ReadUnit several registers::Form => registers::FormView, registers::form;
    "registerForm" RegisterForm Work unit registers::RegisterForm => registers::FormRegisteredView, registers::register;
    "correctForm" CorrectForm Work several registers::CorrectForm => Receipt, registers::correct;
    "voidForm" VoidForm Work several registers::VoidForm => Receipt, registers::void;
    "takeFormStep" TakeFormStep Work several registers::TakeFormStep => Receipt, registers::take_step;
    "setFormItem" SetFormItem Work several registers::SetFormItem => Receipt, registers::item;
    "attachFormFile" AttachFormFile Work several registers::AttachFormFile => Receipt, registers::attach;
    "strikeFormFile" StrikeFormFile Work several registers::StrikeFormFile => Receipt, registers::strike;
    "lookAtFormFile" LookAtFormFile ReadUnit several registers::LookAtFormFile => attached::AttachedView, registers::look_at_file;
    "saveFormFile" SaveFormFile ReadUnit several registers::SaveFormFile => exchange::FileView, registers::save_file;
    "makeFormPaper" MakeFormPaper ReadUnit several reports::MakeFormPaper => exchange::FileView, reports::form_paper;
    "makeBlankForm" MakeBlankForm ReadUnit several reports::MakeBlankForm => exchange::FileView, reports::blank_form;
    "makeFormSheet" MakeFormSheet ReadUnit several registers::MakeFormSheet => exchange::FileView, registers::make_sheet;
    "importForms" ImportForms Work unit registers::ImportForms => registers::FormsImportedView, registers::import;
    "surveyResults" SurveyResults ReadUnit several registers::SurveyResults => registers::SurveyResultsView, registers::results;
    "exportSurvey" ExportSurvey ReadUnit several registers::ExportSurvey => exchange::FileView, registers::export_results;
    "reminders" Reminders ReadUnit several registers::Reminders => Vec<registers::ReminderLine>, registers::reminders;
    "tasks" Tasks ReadUnit several registers::Tasks => registers::TasksView, registers::tasks;
    "exportTasks" ExportTasks ReadUnit several registers::ExportTasks => exchange::FileView, registers::export_tasks;
    "giveTask" GiveTask Work several registers::GiveTask => Receipt, registers::give;
    "moveTask" MoveTask Work several registers::MoveTask => Receipt, registers::move_task;
    "endTask" EndTask Work several registers::EndTask => Receipt, registers::end;
    "supportWeek" SupportWeek ReadUnit several ticket::SupportWeek => ticket::SupportWeekView, ticket::support_week_of;
    "exportSupportWeek" ExportSupportWeek ReadUnit several ticket::ExportSupportWeek => exchange::FileView, ticket::export_support_week;

    "customers" Customers ReadCustomers several customer::Customers => customer::CustomersView, customer::customers;
    "exportCustomers" ExportCustomers ReadCustomers several customer::ExportCustomers => exchange::FileView, customer::export;
    "customer" Customer ReadCustomers several customer::Customer => customer::CustomerView, customer::customer;
    "customerForm" CustomerForm Signed oneself customer::CustomerForm => customer::CustomerFormView, customer::form;
    "registerCustomer" RegisterCustomer Work unit customer::RegisterCustomer => customer::RegisteredCustomerView, customer::register;
    "changeCustomer" ChangeCustomer Work several customer::ChangeCustomer => Receipt, customer::change;
    "recordContact" RecordContact Work several customer::RecordContact => Receipt, customer::record;
    "strikeCustomer" StrikeCustomer Work several customer::StrikeCustomer => Receipt, customer::strike;
    "endContact" EndContact Work several customer::EndContact => Receipt, customer::end;

    "opportunities" Opportunities ReadCustomers several opportunity::Opportunities => opportunity::OpportunitiesView, opportunity::opportunities;
    "exportOpportunities" ExportOpportunities ReadCustomers several opportunity::ExportOpportunities => exchange::FileView, opportunity::export;
    "opportunityBoard" OpportunityBoard ReadCustomers several opportunity::OpportunityBoard => opportunity::OpportunityBoardView, opportunity::board;
    "opportunity" Opportunity ReadCustomers several opportunity::Opportunity => opportunity::OpportunityView, opportunity::opportunity;
    "opportunityForm" OpportunityForm Signed oneself opportunity::OpportunityForm => opportunity::OpportunityFormView, opportunity::form;
    "successRates" SuccessRates ReadCustomers several opportunity::SuccessRates => opportunity::SuccessRatesView, opportunity::rates;
    "registerOpportunity" RegisterOpportunity Work unit opportunity::RegisterOpportunity => opportunity::RegisteredOpportunityView, opportunity::register;
    "changeOpportunity" ChangeOpportunity Work several opportunity::ChangeOpportunity => Receipt, opportunity::change;
    "fillOpportunity" FillOpportunity Work several opportunity::FillOpportunity => Receipt, opportunity::fill;
    "moveOpportunity" MoveOpportunity Work several opportunity::MoveOpportunity => Receipt, opportunity::go;
    "recordOnOpportunity" RecordOnOpportunity KeepRecords several opportunity::RecordOnOpportunity => Receipt, opportunity::record;
    "strikeOpportunityRecord" StrikeOpportunityRecord KeepRecords several opportunity::StrikeOpportunityRecord => Receipt, opportunity::strike;
    "concludeOpportunity" ConcludeOpportunity Work several opportunity::ConcludeOpportunity => Receipt, opportunity::conclude;
    "correctOutcome" CorrectOutcome Work several opportunity::CorrectOutcome => Receipt, opportunity::correct;
    "voidOpportunity" VoidOpportunity Work several opportunity::VoidOpportunity => Receipt, opportunity::void;
    "approveOpportunity" ApproveOpportunity Work several opportunity::ApproveOpportunity => Receipt, opportunity::approve;
    "lookAtOpportunityFile" LookAtOpportunityFile ReadCustomers several opportunity::LookAtOpportunityFile => attached::AttachedView, opportunity::look_at_file;
    "saveOpportunityFile" SaveOpportunityFile ReadCustomers several opportunity::SaveOpportunityFile => exchange::FileView, opportunity::save_file;
    "reopenOpportunity" ReopenOpportunity Work several opportunity::ReopenOpportunity => Receipt, opportunity::reopen;
    "handOverOpportunity" HandOverOpportunity Work several opportunity::HandOverOpportunity => Receipt, opportunity::hand_over;
    "linkTicket" LinkTicket Work several ticket::LinkTicket => Receipt, ticket::link;

    "documents" Documents ReadDocuments several document::Documents => document::DocumentsView, document::documents;
    "exportDocuments" ExportDocuments ReadDocuments several document::ExportDocuments => exchange::FileView, document::export;
    "makeDocumentIndex" MakeDocumentIndex ReadUnit several reports::MakeDocumentIndex => exchange::FileView, reports::document_index;
    "compareVersions" CompareVersions ReadDocuments several document::CompareVersions => document::VersionComparison, document::compare;
    "packageContents" PackageContents ReadUnit several document::PackageContents => document::PackageContentsView, document::package_contents;
    "packageDocuments" PackageDocuments ReadUnit several document::PackageDocuments => document::PackageView, document::write_package;
    "checkPackage" CheckPackage Public oneself document::CheckPackage => document::PackageCheckView, document::check_package;
    "document" Document ReadDocuments several document::Document => document::DocumentView, document::document;
    "documentForm" DocumentForm Signed oneself document::DocumentForm => document::DocumentFormView, document::form;
    "lookAtDocument" LookAtDocument ReadDocuments several document::LookAtDocument => attached::AttachedView, document::look_at;
    "saveDocument" SaveDocument ReadDocuments several document::SaveDocument => exchange::FileView, document::save;
    "proposeDocuments" ProposeDocuments FileDocuments several document::ProposeDocuments => Vec<document::ProposedDocumentView>, document::propose;
    "fileDocuments" FileDocuments FileDocuments several document::FileDocuments => document::FiledDocumentsView, document::file;
    "addDocumentVersion" AddDocumentVersion FileDocuments several document::AddDocumentVersion => Receipt, document::add_version;
    "checkOutDocument" CheckOutDocument FileDocuments several document::CheckOutDocument => Receipt, document::check_out;
    "checkInDocument" CheckInDocument FileDocuments several document::CheckInDocument => Receipt, document::check_in;
    "describeDocument" DescribeDocument Work several document::DescribeDocument => Receipt, document::describe;
    "voidDocument" VoidDocument Work several document::VoidDocument => Receipt, document::void;
    "placeDocument" PlaceDocument Work several document::PlaceDocument => Receipt, document::place;
    "lendDocument" LendDocument Work several document::LendDocument => Receipt, document::lend;
    "returnDocument" ReturnDocument Work several document::ReturnDocument => Receipt, document::return_it;
    "approvals" Approvals ReadUnit several approval::Approvals => approval::ApprovalsView, approval::approvals;
    "approval" Approval ReadUnit several approval::Approval => approval::DocumentApprovalView, approval::approval;
    "approvalForm" ApprovalForm Opine several approval::ApprovalForm => approval::ApprovalFormView, approval::form;
    "submitForApproval" SubmitForApproval Work several approval::SubmitForApproval => Receipt, approval::submit;
    "giveOpinion" GiveOpinion Opine several approval::GiveOpinion => Receipt, approval::give;
    "recordOpinion" RecordOpinion Work several approval::RecordOpinion => Receipt, approval::record;
    "askFurtherOpinion" AskFurtherOpinion Opine several approval::AskFurtherOpinion => Receipt, approval::ask_further;
    "nameStandIn" NameStandIn Opine several approval::NameStandIn => Receipt, approval::name_stand_in;
    "remindApproval" RemindApproval Work several approval::RemindApproval => Receipt, approval::remind;
    "withdrawApproval" WithdrawApproval Work several approval::WithdrawApproval => Receipt, approval::withdraw;
    "lookAtOpinionFile" LookAtOpinionFile ReadUnit several approval::LookAtOpinionFile => attached::AttachedView, approval::look_at;
    "saveOpinionFile" SaveOpinionFile ReadUnit several approval::SaveOpinionFile => exchange::FileView, approval::save;

    "workbench" Workbench Signed oneself workbench::Workbench => Vec<workbench::DueView>, workbench::workbench;
    "quarters" Quarters ReadProvince province settlement::Quarters => Vec<settlement::QuarterView>, settlement::quarters;
    "settle" Settle ReadProvince province settlement::Settle => settlement::SettlementView, settlement::settle;
    "unitQuarter" UnitQuarter ReadUnit unit settlement::UnitQuarter => settlement::UnitQuarterView, settlement::unit_quarter;
    "pointValues" PointValues ReadProvince province settlement::PointValues => Vec<settlement::PointValueView>, settlement::point_values;
    "confirmUnits" ConfirmUnits Confirm several settlement::ConfirmUnits => settlement::ConfirmView, settlement::confirm;
    "deliverResult" DeliverResult Answer unit settlement::DeliverResult => Receipt, settlement::deliver;
    "raiseObjection" RaiseObjection Object unit settlement::RaiseObjection => Receipt, settlement::object;
    "writeObjectionSlip" WriteObjectionSlip Public oneself slip::WriteObjectionSlip => slip::WrittenSlipView, slip::write;
    "importObjectionSlip" ImportObjectionSlip Object several slip::ImportObjectionSlip => slip::TakenSlipView, slip::take;
    "answerObjection" AnswerObjection Answer unit settlement::AnswerObjection => Receipt, settlement::answer;
    "acceptRejection" AcceptRejection Object unit settlement::AcceptRejection => Receipt, settlement::accept_rejection;
    "decideObjection" DecideObjection Decide province settlement::DecideObjection => Receipt, settlement::decide;
    "stepSettlement" StepSettlement Decide province settlement::StepSettlement => settlement::SettlementView, settlement::step;
    "prepareSettlement" PrepareSettlement Settle province settlement::PrepareSettlement => settlement::SettlementView, settlement::prepare;
    "returnSettlement" ReturnSettlement Decide province settlement::ReturnSettlement => Receipt, settlement::return_it;
    "openRevision" OpenRevision Settle province settlement::OpenRevision => Receipt, settlement::open_revision;
    "decideTermination" DecideTermination Decide province settlement::DecideTermination => Receipt, settlement::decide_termination;

    "recordInvoice" RecordInvoice Settle province money::RecordInvoice => Receipt, money::invoice;
    "recordPayment" RecordPayment Settle province money::RecordPayment => money::PaidView, money::pay;
    "carryAdjustment" CarryAdjustment Settle province money::CarryAdjustment => Receipt, money::carry;
    "moneyRecords" MoneyRecords ReadProvince province money::MoneyRecords => Vec<money::MoneyRecordView>, money::records;
    "accountWorkbook" AccountWorkbook ReadProvince province money::AccountWorkbook => exchange::FileView, money::account_workbook;

    "makeReport" MakeReport UnitReport maybe_unit reports::MakeReport => reports::ReportView, reports::make;
    "previewReport" PreviewReport UnitReport maybe_unit reports::PreviewReport => reports::PreviewView, reports::preview;
    "openReport" OpenReport Public oneself signing::OpenReport => signing::OpenedView, signing::open_report;
    "settlementWorkbook" SettlementWorkbook ReadProvince province reports::SettlementWorkbook => exchange::FileView, reports::workbook;
    "monthSheet" MonthSheet UnitReport unit reports::MonthSheet => exchange::FileView, reports::month_sheet;
    "rankingNotice" RankingNotice ReadProvince province reports::RankingNotice => exchange::FileView, reports::ranking_notice;
    "signReport" SignReport Public oneself signing::SignReport => signing::SignedView, signing::sign;
    "checkReport" CheckReport Public oneself signing::CheckReport => signing::CheckView, signing::check;
    "acceptReport" AcceptReport Confirm several signing::AcceptReport => signing::AcceptedView, signing::accept;
    "acceptPaper" AcceptPaper Settle province signing::AcceptPaper => signing::AcceptedView, signing::accept_paper;
    "approvePaper" ApprovePaper Decide province signing::ApprovePaper => signing::AcceptedView, signing::approve_paper;
    "newKey" NewKey Public oneself signing::NewKey => organisation::CertificateView, signing::new_key;
    "exportCertificate" ExportCertificate Public oneself signing::ExportCertificate => organisation::CertificateView, signing::export_certificate;

    "verifyLedger" VerifyLedger Public oneself maintenance::VerifyLedger => maintenance::VerifyView, maintenance::verify;
    "backupLedger" BackupLedger Keep oneself keeping::BackupLedger => keeping::BackupView, keeping::backup;
    "backupPlan" BackupPlan Keep oneself keeping::BackupPlan => keeping::BackupPlanView, keeping::read_plan;
    "setBackupPlan" SetBackupPlan Administer oneself keeping::SetBackupPlan => keeping::BackupPlanView, keeping::set_plan;
    "runBackupPlan" RunBackupPlan Public oneself keeping::RunBackupPlan => keeping::BackupRunView, keeping::run;
    "previewBackup" PreviewBackup Public oneself keeping::PreviewBackup => keeping::BackupPreviewView, keeping::preview;
    "fileCheck" FileCheck Keep oneself keeping::FileCheck => keeping::FileCheckView, keeping::file_check;
    "checkFiles" CheckFiles Public oneself keeping::CheckFiles => keeping::CheckRanView, keeping::check_files;
    "strayFiles" StrayFiles Keep oneself keeping::StrayFiles => keeping::StrayFilesView, keeping::stray_files;
    "putFilesAside" PutFilesAside Administer oneself keeping::PutFilesAside => keeping::PutAsideView, keeping::put_files_aside;
    "restoreLedger" RestoreLedger Public oneself keeping::RestoreLedger => keeping::RestoreView, keeping::restore;
    "journal" Journal Keep oneself journal::Journal => journal::JournalView, journal::journal;
}
