//! 工作台: what the signed-in account is to do, over every quarter that is not done with.

use crate::api::Act;
use crate::approval::{ApprovalTask, approvals_due};
use crate::certification::due_cases;
use crate::clock::month_of;
use crate::document::documents_due;
use crate::error::AppError;
use crate::keeping::bad_files;
use crate::opportunity::checkpoints_due;
use crate::people::file_of;
use crate::registers::{forms_due, own_units, reminded};
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use crate::settlement::compute_with;
use crate::ticket::{Days, tickets_due};
use chrono::NaiveDate;
use domain::certification::CaseTask;
use domain::document::Validity;
use domain::kernel::{Actor, Quarter, Role, StaffNo, UnitCode, WorkingDays};
use domain::opportunity::CheckpointTask;
use domain::organisation::{Installation, Party};
use domain::people::{StaffDue, StaffTask, probations_ending};
use domain::registers::{FormTask, contract_ends};
use domain::settlement::{Due, Task, due};
use domain::ticket::TicketTask;
use ledger::organisation::query as organisation;
use ledger::people::dossier;
use ledger::settlement::query;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks what is to be done.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Workbench {}

/// Something the account is to do.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DueView {
    /// What: `scoreMonth`, `closeMonth`, `confirm`, `objection`, `approveExemption`, `contract`, `prepare`, `review`,
    /// `finalise`, `sign`, `pay`, `applications`; about people `fileLetter`, `probationEnds`, `approveReplacement`, `openCase`,
    /// `proveCase`, `decideCase`, `retrainCase`, `replaceCase`; about tickets `ticketsRefused`,
    /// `ticketsOverdue`, `ticketsBid`, `ticketsEscalated`, `ticketsFollow`, `ticketsSoon`; about checkpoints of opportunities
    /// `checkpointsOverdue`, `checkpointsSoon`; about forms and tasks `formsOverdue`, `tasksOverdue`, `formsSoon`,
    /// `tasksSoon`; about what forms remind of `remindersOverdue`, `remindersSoon`; about documents
    /// `documentsExpired`, `documentsExpiring`, `approvalsReminded`, `approvalsWaiting`, `approvalsReturned`; `contractEnds`; `filesDamaged`, attached files that are not as they were attached.
    pub task: String,
    /// 季度; about people that of its day.
    pub quarter: String,
    /// 单位代码, where it is about one.
    pub unit: Option<String>,
    /// 单位名称.
    pub unit_name: Option<String>,
    /// Month, where it is about one.
    pub month: Option<String>,
    /// Persons without a score, where scores are missing; applications, where such wait; persons concerned, where it is
    /// about people; tickets or checkpoints, where it is about those.
    pub persons: Option<u32>,
    /// 工号, where it is about one person.
    pub staff_no: Option<String>,
    /// What users call the term, where it is about a reminder.
    pub term: Option<String>,
    /// Which party, where it is a confirmation.
    pub party: Option<String>,
    /// Yuan, where money is due.
    pub amount: Option<String>,
    /// The last day for it: a reminder, no rule; since when it waits, where it is about an approval.
    pub by: String,
    /// Whether that day is past.
    pub overdue: bool,
}

/// `workbench`: oldest day first, then what is about tickets and opportunities.
pub fn workbench(app: &mut App, _: Workbench) -> Result<Vec<DueView>, AppError> {
    let actor = app.signed_in()?.clone();
    due_for(app, &actor)
}

/// What an account is to do, oldest day first, then what is about tickets, what is late of them first.
pub(crate) fn due_for(app: &App, actor: &Actor) -> Result<Vec<DueView>, AppError> {
    let installation = app.installation()?;
    let (today, this_month) = (app.today()?, app.this_month()?);
    let conn = app.conn()?;
    let calendar = organisation::working_days(conn)?;
    let names: BTreeMap<UnitCode, String> =
        organisation::units(conn)?.into_iter().map(|(code, unit)| (code, unit.name)).collect();
    let mut quarters = query::quarters(conn)?;
    let current = this_month.quarter();
    quarters.retain(|quarter| *quarter <= current);
    let mut list = Vec::new();
    for quarter in quarters {
        let computed = compute_with(conn, quarter, this_month, &BTreeMap::new(), None)?;
        let found = due(&computed.settlement, computed.state, installation.two_person, &calendar, today);
        let mine = found.into_iter().filter(|due| is_for(&due.task, actor, &installation));
        list.extend(mine.map(|due| view(due, &names)));
    }
    list.extend(applications(app, actor, today, &names)?);
    list.extend(about_people(app, actor, &calendar, &names)?);
    list.sort_by(|a, b| a.by.cmp(&b.by));
    list.extend(about_tickets(app, actor, today, &names)?);
    list.extend(about_opportunities(app, actor, today, &names)?);
    list.extend(about_forms(app, actor, today, &names)?);
    list.extend(about_reminders(app, actor, today, &names)?);
    list.extend(about_approvals(app, actor, &names)?);
    list.extend(about_documents(app, actor, today, &names)?);
    list.extend(contract_end(app, actor, today)?);
    // Before all else: the longer it waits, the fewer backups still have the right file.
    list.splice(0..0, damaged_files(app, actor, today)?);
    Ok(list)
}

/// How many of a unit wait for the same thing, and the earliest of their days.
type Gathered<T> = BTreeMap<(T, UnitCode), (NaiveDate, u32)>;

fn gather<T: Ord>(gathered: &mut Gathered<T>, task: T, unit: UnitCode, day: NaiveDate) {
    let (by, count) = gathered.entry((task, unit)).or_insert((day, 0));
    *by = day.min(*by);
    *count += 1;
}

/// One line for each task and unit.
fn lines_of<T: Ord>(
    gathered: Gathered<T>,
    name: impl Fn(T) -> &'static str,
    today: NaiveDate,
    names: &BTreeMap<UnitCode, String>,
) -> Vec<DueView> {
    let line = |((task, unit), (by, count)): ((T, UnitCode), (NaiveDate, u32))| DueView {
        task: name(task).to_owned(),
        quarter: month_of(by).quarter().to_string(),
        unit_name: names.get(&unit).cloned(),
        unit: Some(unit.to_string()),
        month: None,
        persons: Some(count),
        staff_no: None,
        term: None,
        party: None,
        amount: None,
        by: by.to_string(),
        overdue: by < today,
    };
    gathered.into_iter().map(line).collect()
}

/// Checkpoints of opportunities whose day is near or past.
fn about_opportunities(
    app: &App,
    actor: &Actor,
    today: NaiveDate,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    let mut gathered = Gathered::new();
    for (task, unit, due) in checkpoints_due(app, actor)? {
        gather(&mut gathered, task, unit, due);
    }
    let name = |task| match task {
        CheckpointTask::Overdue => "checkpointsOverdue",
        CheckpointTask::Soon => "checkpointsSoon",
    };
    Ok(lines_of(gathered, name, today, names))
}

/// Tickets whose terms are late or end soon, one line for each task and unit.
fn about_tickets(
    app: &App,
    actor: &Actor,
    today: NaiveDate,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    let mut gathered = Gathered::new();
    for (no, due) in tickets_due(app, actor, names.keys().cloned())? {
        gather(&mut gathered, due.task, no.unit, due.by);
    }
    let name = |task| match task {
        TicketTask::Refused => "ticketsRefused",
        TicketTask::Bid => "ticketsBid",
        TicketTask::Overdue => "ticketsOverdue",
        TicketTask::Escalated => "ticketsEscalated",
        TicketTask::Follow => "ticketsFollow",
        TicketTask::Soon => "ticketsSoon",
    };
    Ok(lines_of(gathered, name, today, names))
}

/// Forms and tasks that are late or due soon, one line for each kind and unit.
fn about_forms(
    app: &App,
    actor: &Actor,
    today: NaiveDate,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    let mut gathered = Gathered::new();
    for (task, unit, day) in forms_due(app, actor, names.keys().cloned())? {
        gather(&mut gathered, task, unit, day);
    }
    let name = |task| match task {
        FormTask::FormsOverdue => "formsOverdue",
        FormTask::TasksOverdue => "tasksOverdue",
        FormTask::FormsSoon => "formsSoon",
        FormTask::TasksSoon => "tasksSoon",
    };
    Ok(lines_of(gathered, name, today, names))
}

/// What forms remind of, one line for each term and unit.
fn about_reminders(
    app: &App,
    actor: &Actor,
    today: NaiveDate,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    let own = own_units(app, actor, names.keys().cloned())?;
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let mut gathered = Gathered::new();
    for (form, said) in reminded(app, &own)? {
        let late = said.by < today;
        gather(&mut gathered, (!late, said.title), form.place.no.unit, said.by);
    }
    let titles: Vec<String> = gathered.keys().map(|((_, title), _)| title.clone()).collect();
    let name = |(soon, _)| if soon { "remindersSoon" } else { "remindersOverdue" };
    let lines = lines_of(gathered, name, today, names);
    Ok(lines.into_iter().zip(titles).map(|(line, term)| DueView { term: Some(term), ..line }).collect())
}

/// Documents whose last day comes or has just been, one line for each unit.
fn about_documents(
    app: &App,
    actor: &Actor,
    today: NaiveDate,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    let mut gathered = Gathered::new();
    for (stands, unit, last) in documents_due(app, actor)? {
        gather(&mut gathered, stands, unit, last);
    }
    let name = |stands| if stands == Validity::Expired { "documentsExpired" } else { "documentsExpiring" };
    Ok(lines_of(gathered, name, today, names))
}

/// Documents that wait for one's opinion, or came back to who submitted them, one line for each unit. No rule gives a day for an
/// opinion: the day is the one since which it waits, and none is late.
fn about_approvals(
    app: &App,
    actor: &Actor,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    let mut gathered = Gathered::new();
    for (task, unit, since) in approvals_due(app, actor)? {
        gather(&mut gathered, task, unit, since);
    }
    let name = |task| match task {
        ApprovalTask::Reminded => "approvalsReminded",
        ApprovalTask::Waiting => "approvalsWaiting",
        ApprovalTask::Returned => "approvalsReturned",
    };
    Ok(lines_of(gathered, name, NaiveDate::MIN, names))
}

/// Attached files that are not as they were attached, for the administrator.
fn damaged_files(app: &App, actor: &Actor, today: NaiveDate) -> Result<Option<DueView>, AppError> {
    if actor.role != Role::Administrator {
        return Ok(None);
    }
    let count = bad_files(app)?;
    Ok((count > 0).then(|| DueView {
        task: "filesDamaged".to_owned(),
        quarter: month_of(today).quarter().to_string(),
        unit: None,
        unit_name: None,
        month: None,
        persons: Some(u32::try_from(count).unwrap_or(u32::MAX)),
        staff_no: None,
        term: None,
        party: None,
        amount: None,
        by: today.to_string(),
        overdue: true,
    }))
}

/// The contract's end, for whoever keeps the contract.
fn contract_end(app: &App, actor: &Actor, today: NaiveDate) -> Result<Option<DueView>, AppError> {
    let (conn, here) = (app.conn()?, app.installation()?);
    if !is_for(&Task::Contract, actor, &here) {
        return Ok(None);
    }
    let terms = organisation::contract_terms(conn)?;
    let days = Days::of(conn, today)?;
    let Some((said, to)) = contract_ends(terms.values(), &days.reckoning()) else { return Ok(None) };
    Ok(Some(DueView {
        task: "contractEnds".to_owned(),
        quarter: month_of(to).quarter().to_string(),
        unit: None,
        unit_name: None,
        month: None,
        persons: None,
        staff_no: None,
        term: Some(said.title),
        party: None,
        amount: None,
        by: to.to_string(),
        overdue: to < today,
    }))
}

/// Leave and overtime that wait for the leader of the unit. Others may record a decision for the leader, but it is not
/// theirs to make.
fn applications(
    app: &App,
    actor: &Actor,
    today: NaiveDate,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    if actor.role != Role::UnitLeader {
        return Ok(Vec::new());
    }
    let waiting = ledger::attendance::query::waiting(app.conn()?)?;
    let mine = waiting.into_iter().filter(|waiting| actor.unit.as_ref() == Some(&waiting.unit));
    Ok(mine
        .map(|waiting| DueView {
            task: "applications".to_owned(),
            quarter: month_of(waiting.first_day).quarter().to_string(),
            unit_name: names.get(&waiting.unit).cloned(),
            unit: Some(waiting.unit.to_string()),
            month: None,
            persons: Some(waiting.count),
            staff_no: None,
            term: None,
            party: None,
            amount: None,
            by: waiting.first_day.to_string(),
            overdue: waiting.first_day < today,
        })
        .collect())
}

/// Something to be done about one person.
struct AboutPerson {
    task: &'static str,
    unit: UnitCode,
    staff_no: StaffNo,
    by: NaiveDate,
    overdue: bool,
}

/// What is to be done about people, one line for each task and unit.
fn about_people(
    app: &App,
    actor: &Actor,
    calendar: &WorkingDays,
    names: &BTreeMap<UnitCode, String>,
) -> Result<Vec<DueView>, AppError> {
    let mut gathered: BTreeMap<(&'static str, UnitCode), Vec<AboutPerson>> = BTreeMap::new();
    for due in in_files(app, actor, calendar)?.into_iter().chain(in_cases(app, actor, calendar)?) {
        gathered.entry((due.task, due.unit.clone())).or_default().push(due);
    }
    let line = |((task, unit), list): ((&str, UnitCode), Vec<AboutPerson>)| {
        let by = list.iter().map(|due| due.by).min()?;
        let only = if let [only] = list.as_slice() { Some(only.staff_no.to_string()) } else { None };
        Some(DueView {
            task: task.to_owned(),
            quarter: month_of(by).quarter().to_string(),
            unit_name: names.get(&unit).cloned(),
            unit: Some(unit.to_string()),
            month: None,
            persons: Some(u32::try_from(list.len()).unwrap_or(u32::MAX)),
            staff_no: only,
            term: None,
            party: None,
            amount: None,
            by: by.to_string(),
            overdue: list.iter().any(|due| due.overdue),
        })
    };
    Ok(gathered.into_iter().filter_map(line).collect())
}

/// What arrivals, probations and requests for a replacement ask for.
fn in_files(app: &App, actor: &Actor, calendar: &WorkingDays) -> Result<Vec<AboutPerson>, AppError> {
    let (conn, today, here) = (app.conn()?, app.today()?, app.installation()?);
    let (from, to) = probations_ending(today);
    let mut list = Vec::new();
    for staff_no in dossier::concerned(conn, from, to)? {
        for due in file_of(conn, &staff_no, today)?.due(calendar, today) {
            let (act, task) = match due.task {
                StaffTask::FileLetter => (Act::FilePaper, "fileLetter"),
                StaffTask::ProbationEnds => (Act::FilePaper, "probationEnds"),
                StaffTask::ApproveReplacement => (Act::ApproveReplacement, "approveReplacement"),
            };
            let target = Target::Unit(due.unit.clone());
            if belongs_here(act, here.role) && may(act, actor, &target, &here.unit) {
                let StaffDue { unit, staff_no, by, overdue, .. } = due;
                list.push(AboutPerson { task, unit, staff_no, by, overdue });
            }
        }
    }
    Ok(list)
}

/// What certification asks for.
fn in_cases(app: &App, actor: &Actor, calendar: &WorkingDays) -> Result<Vec<AboutPerson>, AppError> {
    let found = due_cases(app, actor, calendar)?.into_iter().map(|(unit, staff_no, due)| {
        let task = match due.task {
            CaseTask::Open => "openCase",
            CaseTask::Prove => "proveCase",
            CaseTask::Decide => "decideCase",
            CaseTask::Train => "retrainCase",
            CaseTask::Replace => "replaceCase",
        };
        AboutPerson { task, unit, staff_no, by: due.by, overdue: due.overdue }
    });
    Ok(found.collect())
}

/// Whether the account may do it in this ledger, by the table of rights; a confirmation is for its own party, and reading
/// only is for nobody.
fn is_for(task: &Task, actor: &Actor, here: &Installation) -> bool {
    let may = |act: Act, target: Target| belongs_here(act, here.role) && may(act, actor, &target, &here.unit);
    let on = |act: Act, unit: &UnitCode| may(act, Target::Unit(unit.clone()));
    let province = |act: Act| may(act, Target::Province);
    let provider = actor.role == Role::ProviderRepresentative;
    match task {
        Task::ScoreMonth { unit, .. } => on(Act::RecordAssessments, unit),
        Task::CloseMonth { unit, .. } => on(Act::CloseMonth, unit),
        Task::Confirm { unit, party } => {
            on(Act::ConfirmUnits, unit) && (*party == Party::Provider) == provider
        }
        Task::Objection { unit } => on(Act::AnswerObjection, unit),
        Task::ApproveExemption { .. } => province(Act::ApproveExemption),
        Task::Contract | Task::Prepare => province(Act::PrepareSettlement),
        Task::Review | Task::Finalise => province(Act::StepSettlement),
        Task::Sign => provider || province(Act::StepSettlement) || province(Act::PrepareSettlement),
        Task::Pay { .. } => province(Act::RecordPayment),
    }
}

fn view(due: Due, names: &BTreeMap<UnitCode, String>) -> DueView {
    let mut view = DueView {
        task: String::new(),
        quarter: Quarter::to_string(&due.quarter),
        unit: None,
        unit_name: None,
        month: None,
        persons: None,
        staff_no: None,
        term: None,
        party: None,
        amount: None,
        by: due.by.to_string(),
        overdue: due.overdue,
    };
    let mut unit = None;
    let task = match due.task {
        Task::ScoreMonth { unit: at, month, persons } => {
            unit = Some(at);
            view.month = Some(month.to_string());
            view.persons = Some(persons);
            "scoreMonth"
        }
        Task::CloseMonth { unit: at, month } => {
            unit = Some(at);
            view.month = Some(month.to_string());
            "closeMonth"
        }
        Task::Confirm { unit: at, party } => {
            unit = Some(at);
            view.party = Some(crate::organisation::word(&party));
            "confirm"
        }
        Task::Objection { unit: at } => {
            unit = Some(at);
            "objection"
        }
        Task::ApproveExemption { unit: at } => {
            unit = Some(at);
            "approveExemption"
        }
        Task::Contract => "contract",
        Task::Prepare => "prepare",
        Task::Review => "review",
        Task::Finalise => "finalise",
        Task::Sign => "sign",
        Task::Pay { amount } => {
            view.amount = Some(amount.to_string());
            "pay"
        }
    };
    task.clone_into(&mut view.task);
    view.unit_name = unit.as_ref().and_then(|code| names.get(code).cloned());
    view.unit = unit.map(|code| code.to_string());
    view
}

#[cfg(test)]
mod tests {
    use super::is_for;
    use domain::kernel::{AccountName, Actor, Role, UnitCode};
    use domain::organisation::{Installation, LedgerRole, Party};
    use domain::settlement::Task;

    fn asks(task: &Task) -> Vec<Role> {
        asks_in(LedgerRole::Province, task)
    }

    fn asks_in(role: LedgerRole, task: &Task) -> Vec<Role> {
        let unit = |code: &str| UnitCode::parse(code).unwrap();
        let here = Installation { role, unit: unit("ZQ"), two_person: true };
        Role::ALL
            .into_iter()
            .filter(|role| {
                let own = matches!(role, Role::UnitManager | Role::UnitLeader).then(|| unit("CD"));
                let actor = Actor { account: AccountName::parse("a").unwrap(), role: *role, unit: own };
                is_for(task, &actor, &here)
            })
            .collect()
    }

    #[test]
    fn each_task_is_for_those_who_may_do_it() {
        let unit = UnitCode::parse("CD").unwrap();
        let confirm = |party| asks(&Task::Confirm { unit: unit.clone(), party });
        assert_eq!(confirm(Party::Provider), [Role::ProviderRepresentative]);
        assert_eq!(confirm(Party::Client), [Role::Administrator, Role::UnitLeader, Role::Clerk]);
        assert_eq!(asks(&Task::Prepare), [Role::Administrator, Role::Clerk]);
        let foreign = Task::ApproveExemption { unit: UnitCode::parse("ZG").unwrap() };
        assert!(!asks(&foreign).contains(&Role::UnitLeader), "only the province's own leader");
        for task in [Task::Prepare, Task::Sign, Task::Contract, Task::Objection { unit }] {
            assert!(!asks(&task).contains(&Role::Auditor), "{task:?}: an auditor only reads");
        }
        for task in [Task::Contract, Task::Prepare, Task::Finalise] {
            assert_eq!(asks_in(LedgerRole::Branch, &task), [], "{task:?}: the province's");
        }
    }
}
