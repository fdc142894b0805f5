//! The one page of a person: everything on record, as one answer.

use super::view::{
    ArrivalView, ChecklistItem, DeductedView, DossierView, EvidenceMonthView, LeavingView, OnBehalfView,
    Person, PersonMonthView, ProbationView, ReplacementView, StandingView, StayManagerView, StayPaperView,
    StayView, WorkNoteView,
};
use super::{HandoverLine, file_of};
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::{sees, word};
use crate::parse;
use crate::personal::{account_subject, engineer_subject, name_at};
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use chrono::NaiveDate;
use domain::Refusal;
use domain::kernel::{AccountName, Digest, UnitCode};
use domain::people::{
    Dossier, HandoverList, Leaving, OnBehalf, Paper, Replacement, Requirement, Standing, Stay,
    may_ask_replacement,
};
use domain::personal::{FilePart, Subject};
use domain::rulebook::{Rubric, in_force};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// `person`.
pub fn person(app: &mut App, request: Person) -> Result<DossierView, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let (conn, today) = (app.conn()?, app.today()?);
    let file = file_of(conn, &staff_no, today)?;
    let units = ledger::organisation::query::units(conn)?;
    let seen: BTreeMap<UnitCode, String> = units
        .into_values()
        .filter_map(|unit| match sees(app, &unit.code) {
            Ok(true) => Some(Ok((unit.code, unit.name))),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        })
        .collect::<Result<_, AppError>>()?;
    let mut units = file.stays.iter().map(|stay| &stay.membership.unit);
    let mut announced = file.arrivals.iter().map(|arrival| &arrival.unit);
    if !units.any(|unit| seen.contains_key(unit)) && !announced.any(|unit| seen.contains_key(unit)) {
        return Err(Refusal::UnknownEngineer { staff_no }.into());
    }
    View { app, file: &file, seen, today }.whole()
}

/// What a view is made from.
struct View<'a> {
    app: &'a App,
    file: &'a Dossier,
    /// Units that the account may see, with their names.
    seen: BTreeMap<UnitCode, String>,
    today: NaiveDate,
}

impl View<'_> {
    fn whole(&self) -> Result<DossierView, AppError> {
        let (file, conn) = (self.file, self.app.conn()?);
        let known = ledger::personal(conn, &engineer_subject(&file.staff_no))?.unwrap_or_default();
        let text = |key: &str| known.get(key).and_then(Value::as_str).map(str::to_owned);
        let name = text("name").unwrap_or_else(|| file.staff_no.to_string());
        let levels = ledger::certification::query::levels_of(conn, &file.staff_no)?;
        let certified_on = levels.iter().map(|given| given.valid_from).min();
        let announced = file.announced().filter(|open| self.sees(&open.unit));
        let stay = file.stay_on(self.today).or(file.stays.last());
        // Who has left and is announced again stands before the next stay.
        let shown_stay = stay.filter(|stay| announced.is_none() || stay.membership.covers(self.today));
        let unit = shown_stay.map(|stay| &stay.membership.unit).or(announced.map(|open| &open.unit));
        let requirement = |item: Requirement| ChecklistItem {
            item: item.code().to_owned(),
            met: shown_stay.is_some_and(|stay| stay.meets(item)),
        };
        let standing = file.standing(self.today, certified_on).map_or(Standing::Awaited, |s| s.standing);
        let may_here = |act: Act| unit.is_some_and(|unit| self.may(act, unit).unwrap_or(false));
        let mut stays: Vec<StayView> = Vec::new();
        for stay in file.stays.iter().rev().filter(|stay| self.sees(&stay.membership.unit)) {
            stays.push(self.stay(stay)?);
        }
        Ok(DossierView {
            staff_no: file.staff_no.to_string(),
            post: file.post.clone(),
            phone: text("phone"),
            contact: text("contact"),
            skills: texts(&known, "skills"),
            unit: unit.map(ToString::to_string),
            unit_name: unit.map(|unit| self.unit_name(unit)),
            standing: standing.code().to_owned(),
            history: file
                .history(certified_on)
                .into_iter()
                .filter(|since| self.sees(&since.unit))
                .map(|since| StandingView {
                    from: since.from.to_string(),
                    standing: since.standing.code().to_owned(),
                    unit_name: self.unit_name(&since.unit),
                    unit: since.unit.to_string(),
                })
                .collect(),
            can_record: may_here(Act::RecordPerson),
            can_approve: may_here(Act::ApproveReplacement),
            announced: announced.map(|open| ArrivalView {
                staff_no: file.staff_no.to_string(),
                name: name.clone(),
                post: file.post.clone(),
                unit: open.unit.to_string(),
                unit_name: self.unit_name(&open.unit),
                expected_on: open.expected_on.to_string(),
                announced_on: open.announced_on.to_string(),
                overdue: open.expected_on < self.today,
            }),
            checklist: Requirement::ALL.map(requirement).into(),
            access_to_customer_documents: stay.is_some_and(|stay| stay.customer_documents(self.today)),
            access_ends: shown_stay.and_then(|stay| stay.membership.left_on).map(|day| day.to_string()),
            probation: file
                .probations()
                .iter()
                .rfind(|probation| probation.from <= self.today)
                .or(file.probations().first())
                .map(|probation| self.probation(*probation)),
            stays,
            notes: self.notes()?,
            months: self.months(),
            may_ask_replacement: self.may_ask(),
            replacements: self.replacements()?,
            name,
        })
    }

    fn sees(&self, unit: &UnitCode) -> bool {
        self.seen.contains_key(unit)
    }

    fn unit_name(&self, unit: &UnitCode) -> String {
        self.seen.get(unit).cloned().unwrap_or_else(|| unit.to_string())
    }

    fn may(&self, act: Act, unit: &UnitCode) -> Result<bool, AppError> {
        let here = self.app.installation()?;
        let target = Target::Unit(unit.clone());
        Ok(belongs_here(act, here.role) && may(act, self.app.signed_in()?, &target, &here.unit))
    }

    fn may_ask(&self) -> bool {
        self.file.may_request(self.today).is_ok()
    }

    fn probation(&self, probation: domain::people::Probation) -> ProbationView {
        let days_left = probation.days_left(self.today);
        ProbationView {
            from: probation.from.to_string(),
            to: probation.to.to_string(),
            days_left,
            over: days_left.is_none(),
        }
    }

    /// Personal fields as an event named them; `None` where they were erased.
    fn part(&self, part: FilePart, digest: &Digest) -> Result<Option<Map<String, Value>>, AppError> {
        let subject = Subject::File(part, self.file.staff_no.clone()).to_string();
        Ok(ledger::personal_at(self.app.conn()?, &subject, digest)?)
    }

    fn part_name(&self, part: FilePart, digest: Option<&Digest>) -> Result<Option<String>, AppError> {
        name_at(self.app.conn()?, &Subject::File(part, self.file.staff_no.clone()), digest)
    }

    fn account(&self, account: &AccountName) -> Result<String, AppError> {
        self.app.account_name(account)
    }

    fn on_behalf(&self, part: FilePart, behalf: Option<&OnBehalf>) -> Result<Option<OnBehalfView>, AppError> {
        let Some(behalf) = behalf else { return Ok(None) };
        Ok(Some(OnBehalfView {
            party: behalf.party.as_ref().map(word),
            person: self.part_name(part, behalf.person.as_ref())?,
            basis: behalf.basis.clone(),
        }))
    }

    fn stay(&self, stay: &Stay) -> Result<StayView, AppError> {
        let membership = &stay.membership;
        let arrived_on = membership.arrived_on;
        let mut papers = Vec::new();
        for paper in &stay.papers {
            papers.push(self.paper(arrived_on, paper)?);
        }
        let manager = match &stay.manager {
            None => None,
            Some(manager) => {
                let name = match &manager.account {
                    Some(account) => self.app.names(&[account_subject(account)])?.into_values().next(),
                    None => self.part_name(FilePart::Manager(arrived_on), manager.name.as_ref())?,
                };
                Some(StayManagerView { account: manager.account.as_ref().map(ToString::to_string), name })
            }
        };
        let leaving = stay.leaving.as_ref().map(|leaving| self.leaving(arrived_on, leaving)).transpose()?;
        Ok(StayView {
            unit: membership.unit.to_string(),
            unit_name: self.unit_name(&membership.unit),
            arrived_on: arrived_on.to_string(),
            left_on: membership.left_on.map(|day| day.to_string()),
            papers,
            manager,
            missing: stay.missing().map(|item| item.code().to_owned()).collect(),
            probation: self.file.probation_of(stay).map(|probation| self.probation(probation)),
            leaving,
        })
    }

    fn paper(&self, arrived_on: NaiveDate, paper: &Paper) -> Result<StayPaperView, AppError> {
        let part = FilePart::Paper(arrived_on, paper.kind);
        Ok(StayPaperView {
            kind: paper.kind.code().to_owned(),
            number: paper.number.clone(),
            signed_on: paper.signed_on.to_string(),
            scan: paper.scan.to_string(),
            on_behalf: self.on_behalf(part, paper.on_behalf.as_ref())?,
            correction: paper.correction.clone(),
            filed_by: self.account(&paper.account)?,
            filed_on: paper.filed_on.to_string(),
        })
    }

    fn leaving(&self, arrived_on: NaiveDate, leaving: &Leaving) -> Result<LeavingView, AppError> {
        let fields = self.part(FilePart::Handover(arrived_on), &leaving.list)?;
        let list: HandoverList =
            fields.and_then(|fields| serde_json::from_value(Value::Object(fields)).ok()).unwrap_or_default();
        let receiver_name = match &leaving.receiver {
            Some(staff_no) => self.app.names(&[engineer_subject(staff_no)])?.into_values().next(),
            None => list.receiver,
        };
        let line =
            |e: domain::people::HandoverEntry| HandoverLine { kind: e.kind, what: e.what, note: e.note };
        Ok(LeavingView {
            last_day: leaving.last_day.to_string(),
            reason: leaving.reason.clone(),
            moved_to: leaving.moved_to.as_ref().map(ToString::to_string),
            receiver: leaving.receiver.as_ref().map(ToString::to_string),
            receiver_name,
            count: leaving.entries,
            entries: list.entries.into_iter().map(line).collect(),
            nothing: list.nothing,
            scan: leaving.scan.map(|digest| digest.to_string()),
        })
    }

    fn notes(&self) -> Result<Vec<WorkNoteView>, AppError> {
        let mut notes = Vec::new();
        // Few wrote many: each name is read once.
        let mut writers: BTreeMap<&AccountName, String> = BTreeMap::new();
        for note in self.file.notes.iter().filter(|note| self.sees(&note.unit)) {
            let fields = self.part(FilePart::Note(note.number), &note.text)?;
            let text = fields.as_ref().and_then(|f| f.get("text")).and_then(Value::as_str);
            let noted_by = match writers.get(&note.account) {
                Some(name) => name.clone(),
                None => writers.entry(&note.account).or_insert(self.account(&note.account)?).clone(),
            };
            notes.push(WorkNoteView {
                number: note.number,
                unit: note.unit.to_string(),
                on: note.on.to_string(),
                text: text.map(str::to_owned),
                requirement: note.shows.as_ref().map(|shows| shows.requirement.clone()),
                object_grade: note.shows.as_ref().and_then(|shows| shows.object_grade.clone()),
                noted_by,
                struck: note.struck.clone(),
            });
        }
        notes.sort_by(|a, b| (&b.on, b.number).cmp(&(&a.on, a.number)));
        Ok(notes)
    }

    fn months(&self) -> Vec<PersonMonthView> {
        let probations = self.file.probations();
        let seen = self.file.scores.iter().rev().filter(|at| self.sees(&at.unit));
        seen.map(|at| {
            let probation = probations.iter().any(|probation| probation.touches(at.month));
            PersonMonthView {
                unit: at.unit.to_string(),
                month: at.month.to_string(),
                score: at.score.to_string(),
                probation,
                may_ask_replacement: may_ask_replacement(at.score, probation, at.at_seventy),
            }
        })
        .collect()
    }

    fn replacements(&self) -> Result<Vec<ReplacementView>, AppError> {
        let rubrics = ledger::rulebook::query::rubrics(self.app.conn()?)?;
        let seen = self.file.replacements.iter().rev().filter(|request| self.sees(&request.unit));
        seen.map(|request| self.replacement(request, &rubrics)).collect()
    }

    fn replacement(&self, r: &Replacement, rubrics: &[Rubric]) -> Result<ReplacementView, AppError> {
        let approval = r.approved.as_ref().map(|(approval, _)| approval);
        let behalf = approval.and_then(|approval| approval.on_behalf.as_ref());
        let successor_name = match &r.successor {
            Some(staff_no) => self.app.names(&[engineer_subject(staff_no)])?.into_values().next(),
            None => None,
        };
        Ok(ReplacementView {
            number: r.number,
            unit: r.unit.to_string(),
            arrived_on: r.arrived_on.to_string(),
            state: word(&self.file.replacement_state(r)),
            months: r.evidence.months.iter().map(|month| evidence(month, rubrics)).collect(),
            notes: r.evidence.notes.clone(),
            decisions: r.evidence.decisions.iter().copied().map(Into::into).collect(),
            reason: r.reason.clone(),
            requested_by: self.account(&r.requested_by)?,
            requested_on: r.requested_on.to_string(),
            approved_on: approval.map(|approval| approval.on.to_string()),
            approved_by: r.approved.as_ref().map(|(_, account)| self.account(account)).transpose()?,
            approved_on_behalf: self.on_behalf(FilePart::Approval(r.number), behalf)?,
            approval_evidence: approval.and_then(|a| a.evidence).map(|digest| digest.to_string()),
            dispatch: r.sent.as_ref().map(|sent| sent.number.clone()),
            sent_on: r.sent.as_ref().map(|sent| sent.on.to_string()),
            dispatch_copy: r.sent.as_ref().and_then(|sent| sent.copy).map(|digest| digest.to_string()),
            successor: r.successor.as_ref().map(ToString::to_string),
            successor_name,
            answered_on: r.answered_on.map(|day| day.to_string()),
            withdrawn_on: r.withdrawn.as_ref().map(|(on, _)| on.to_string()),
            withdrawn_reason: r.withdrawn.as_ref().map(|(_, reason)| reason.clone()),
        })
    }
}

fn evidence(month: &domain::people::EvidenceMonth, rubrics: &[Rubric]) -> EvidenceMonthView {
    let default = Rubric::default_version();
    let rubric = in_force(rubrics, |r| (r.from, r.version), month.month.quarter()).unwrap_or(&default);
    let deducted = |item: &domain::assessment::ItemScore| {
        let known = rubric.item(&item.code);
        DeductedView {
            code: item.code.clone(),
            name: known.map_or_else(|| item.code.clone(), |known| known.name.clone()),
            points: item.points.normalize().to_string(),
            max: known.filter(|known| !known.veto).map(|known| known.max.normalize().to_string()),
            reason: item.reason.clone(),
            evidence: item.evidence.clone(),
        }
    };
    EvidenceMonthView {
        month: month.month.to_string(),
        score: month.score.to_string(),
        low: month.low,
        deducted: month.deducted.iter().map(deducted).collect(),
    }
}

pub(crate) fn texts(fields: &Map<String, Value>, key: &str) -> Vec<String> {
    let list = fields.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}
