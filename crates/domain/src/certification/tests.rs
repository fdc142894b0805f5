//! The gates as tables and properties, and what the acts refuse.

use super::*;
use crate::approval::Step;
use crate::event::Event;
use crate::kernel::{Role, Score};
use crate::people::{Membership, Probation};
use crate::refusal::Refusal;
use crate::sample::{account, actor, day, digest, quarter, score, staff, unit};
use chrono::NaiveDate;
use proptest::prelude::*;

const TODAY: &str = "2026-10-08";

fn today() -> NaiveDate {
    day(TODAY)
}

fn stay(from: &str, to: Option<&str>) -> Membership {
    Membership { staff_no: staff("E1"), unit: unit("CD"), arrived_on: day(from), left_on: to.map(day) }
}

fn facts() -> GateFacts {
    let of = |text: &str| vec![score(text); 3];
    GateFacts {
        today: today(),
        stays: vec![stay("2025-03-01", None)],
        scores: [(quarter("2026Q1"), of("92")), (quarter("2026Q2"), of("85")), (quarter("2026Q3"), of("75"))]
            .into(),
        exam: Some(exam("80", "90", 2, 7)),
        evidence: Vec::new(),
        ledger: Vec::new(),
    }
}

fn exam(general: &str, professional: &str, rank: u32, examined: u32) -> ExamResult {
    let taken = ExamTaken {
        staff_no: staff("E1"),
        sitting: day("2026-09-20"),
        general: score(general),
        professional: score(professional),
    };
    ExamResult {
        sitting: taken.sitting,
        general: taken.general,
        professional: taken.professional,
        combined: taken.combined(),
        rank,
        examined,
    }
}

fn line(number: u32, evidence: Proof, proven: bool) -> EvidenceLine {
    EvidenceLine { line: number, evidence, proven }
}

fn shown(requirement: &str, count: u32, grade: Option<&str>) -> Proof {
    Proof::Behaviour {
        requirement: requirement.to_owned(),
        on: day("2026-08-01"),
        count,
        object_grade: grade.map(str::to_owned),
    }
}

fn verdicts(level: u32, facts: &GateFacts) -> Vec<Verdict> {
    gates(&Standard::default_version(), level, facts).unwrap().iter().map(|gate| gate.verdict).collect()
}

#[test]
fn the_standard_that_comes_along_is_one() {
    let standard = Standard::default_version();
    assert_eq!(standard.check(), Ok(()));
    let years: Vec<(u32, u32)> =
        standard.levels.iter().map(|l| (l.company_months, l.service_months)).collect();
    assert_eq!(years, [(12, 6), (24, 12), (36, 24), (48, 24), (60, 36)], "catalogue 20a");
    let c: Vec<u32> = standard.levels.iter().map(|l| l.quarters.max_c).collect();
    assert_eq!(c, [2, 2, 2, 1, 0]);
    assert!(standard.levels.iter().all(|l| (l.quarters.window, l.quarters.max_d) == (3, 0)));
    let elements: std::collections::BTreeSet<&str> =
        standard.requirements.iter().map(|r| r.element.as_str()).collect();
    assert_eq!(elements.len(), 10);
    let missing: Vec<(u32, &str)> = standard
        .requirements
        .iter()
        .filter(|r| r.text.as_deref() == Some(""))
        .map(|r| (r.level, r.code.as_str()))
        .collect();
    assert_eq!(missing, [(3, "10.3.1"), (4, "10.3.1"), (5, "10.2"), (5, "10.3.1")], "empty, not invented");
    assert!(standard.requirements.iter().filter(|r| r.text.as_deref() == Some("")).all(|r| !r.sure));
}

#[test]
fn a_quarter_has_the_grade_of_its_exact_mean() {
    let bands = Standard::default_version().bands;
    let of = |points: &[&str]| bands.grade(&Score::mean(points.iter().map(|p| score(p))).unwrap());
    for (points, grade) in [
        (&["90"][..], Grade::A),
        (&["89.9999"], Grade::B),
        (&["90", "90", "89.9999"], Grade::B),
        (&["80"], Grade::B),
        (&["79.99"], Grade::C),
        (&["70"], Grade::C),
        (&["69.9999"], Grade::D),
        (&["0"], Grade::D),
    ] {
        assert_eq!(of(points), grade, "{points:?}");
    }
}

#[test]
fn each_gate_by_its_own_values() {
    use Verdict::{Met, NeedsProof, NotMet};
    // 19 months on duty, grades A B C, examined, nothing shown.
    assert_eq!(verdicts(1, &facts()), [Met, Met, Met, Met, NeedsProof]);
    assert_eq!(verdicts(2, &facts()), [NeedsProof, Met, Met, Met, NeedsProof]);
    assert_eq!(verdicts(5, &facts()), [NeedsProof, NeedsProof, NotMet, Met, NeedsProof], "one C is too many");

    let with = |evidence: Vec<(Proof, bool)>| {
        let lines = (1..).zip(evidence).map(|(n, (e, proven))| line(n, e, proven)).collect();
        GateFacts { evidence: lines, ..facts() }
    };
    let since = |text: &str| Proof::CompanyExperience { since: day(text) };
    for (evidence, expected) in [
        (vec![(since("2024-10-09"), true)], Met),
        (vec![(since("2024-10-10"), true)], NotMet),
        (vec![(since("2024-10-09"), false)], NeedsProof),
        (vec![(since("2024-10-10"), false)], NotMet),
        (vec![(since("2020-01-01"), true), (since("2024-11-01"), true)], NotMet),
        (vec![(since("2024-11-01"), true), (since("2020-01-01"), false)], NeedsProof),
    ] {
        assert_eq!(verdicts(2, &with(evidence.clone()))[0], expected, "{evidence:?}");
    }
}

#[test]
fn the_last_quarters_by_their_grades() {
    use Verdict::{Met, NeedsProof, NotMet};
    let window = ["2026Q3", "2026Q2", "2026Q1"];
    assert_eq!(quarters_judged(today(), 3), window.map(quarter));
    assert_eq!(quarters_judged(day("2026-01-15"), 2), ["2025Q4", "2025Q3"].map(quarter));
    let rows = [
        (1, ["92", "85", "75"], Met),
        (1, ["75", "75", "80"], Met),
        (1, ["75", "75", "75"], NotMet),
        (1, ["95", "95", "69"], NotMet),
        (1, ["95", "95", ""], NeedsProof),
        (1, ["95", "69", ""], NotMet),
        (1, ["", "", ""], NeedsProof),
        (4, ["75", "85", "95"], Met),
        (4, ["75", "75", "95"], NotMet),
        (4, ["75", "75", ""], NotMet),
        (5, ["80", "85", "95"], Met),
        (5, ["79.99", "", ""], NotMet),
    ];
    for (level, points, expected) in rows {
        let scores = window.iter().zip(points).filter(|(_, p)| !p.is_empty());
        let scores = scores.map(|(q, p)| (quarter(q), vec![score(p)])).collect();
        let judged = verdicts(level, &GateFacts { scores, ..facts() });
        assert_eq!(judged[2], expected, "level {level}: {points:?}");
    }
    // What was brought counts where there are no scores, and only there.
    let brought = |q: &str, grade| line(1, Proof::QuarterGrade { quarter: quarter(q), grade }, true);
    let two = [("2026Q3", "95"), ("2026Q2", "95")].map(|(q, p)| (quarter(q), vec![score(p)]));
    for (grade, expected) in [(Grade::B, Met), (Grade::D, NotMet)] {
        let facts =
            GateFacts { scores: two.clone().into(), evidence: vec![brought("2026Q1", grade)], ..facts() };
        assert_eq!(verdicts(1, &facts)[2], expected);
    }
    let facts = GateFacts { evidence: vec![brought("2026Q1", Grade::D)], ..facts() };
    assert_eq!(verdicts(1, &facts)[2], Met, "the ledger's own scores go first");
}

#[test]
fn the_exams_by_points_and_place() {
    let mut standard = Standard::default_version();
    standard.levels[0].knowledge = KnowledgeRule { minimum: Some(score("80")), top: Some(3) };
    let judged =
        |exam: Option<ExamResult>| gates(&standard, 1, &GateFacts { exam, ..facts() }).unwrap()[3].verdict;
    for (exam, expected) in [
        (None, Verdict::NeedsProof),
        (Some(exam("80", "80", 3, 9)), Verdict::Met),
        (Some(exam("80", "80", 4, 9)), Verdict::NotMet),
        (Some(exam("80", "79.9999", 1, 9)), Verdict::NotMet),
        (Some(exam("100", "60", 1, 9)), Verdict::Met),
    ] {
        assert_eq!(judged(exam.clone()), expected, "{exam:?}");
    }
    let taken = |no: &str, general: &str, professional: &str| ExamTaken {
        staff_no: staff(no),
        sitting: day("2026-09-20"),
        general: score(general),
        professional: score(professional),
    };
    let sitting =
        [taken("E1", "80", "90"), taken("E2", "90", "80"), taken("E3", "99", "99"), taken("E4", "0", "0")];
    let places = ["E3", "E1", "E2", "E4", "E9"].map(|no| sitting_rank(&sitting, &staff(no)));
    assert_eq!(places, [Some((1, 4)), Some((2, 4)), Some((2, 4)), Some((4, 4)), None]);
}

#[test]
fn behaviour_is_counted_with_its_object() {
    let counted = |evidence: Vec<Proof>| {
        let lines = (1..).zip(evidence).map(|(n, e)| line(n, e, true)).collect();
        let facts = GateFacts { evidence: lines, ..facts() };
        let judged = gates(&Standard::default_version(), 3, &facts).unwrap().pop().unwrap();
        match judged.values {
            GateValues::Behaviour { counters } => {
                counters.iter().find(|c| c.requirement == "1.5.1").unwrap().counted
            }
            other => panic!("{other:?}"),
        }
    };
    let once = |grade| shown("1.5.1", 1, grade);
    assert_eq!(counted(vec![once(Some("省局运维副主任"))]), 1);
    assert_eq!(counted(vec![once(Some("省局运维主任"))]), 1, "higher counts");
    assert_eq!(counted(vec![once(Some("省局副主任"))]), 1, "equal counts");
    assert_eq!(counted(vec![once(Some("地区局副主任"))]), 0, "lower does not");
    assert_eq!(counted(vec![once(Some("省级"))]), 0, "nor a project");
    assert_eq!(counted(vec![once(None)]), 0);
    assert_eq!(counted(vec![shown("1.5.1", 2, Some("省局副主任")), once(Some("省局运维主任"))]), 3);
    assert_eq!(counted(vec![shown("1.5.2", 5, None)]), 0, "another requirement");
}

#[test]
fn months_on_duty_follow_the_stays() {
    for (stays, expected) in [
        (vec![stay("2025-10-08", None)], 12),
        (vec![stay("2025-10-09", None)], 12),
        (vec![stay("2025-10-10", None)], 11),
        (vec![stay("2026-10-09", None)], 0),
        (vec![stay("2025-01-01", Some("2025-06-30")), stay("2025-07-01", Some("2025-12-31"))], 12),
        (vec![stay("2025-01-01", Some("2025-06-15")), stay("2025-07-01", Some("2025-12-31"))], 11),
        (vec![stay("2024-01-31", Some("2024-02-29"))], 1),
    ] {
        assert_eq!(months_served(&stays, today()), expected, "{stays:?}");
    }
}

fn case(open: bool) -> CaseState {
    CaseState {
        staff_no: staff("E1"),
        number: 1,
        level: 1,
        standard: 0,
        opened_on: day("2026-10-01"),
        opened_by: account("clerk"),
        open,
    }
}

#[test]
fn a_case_opens_after_the_probation_and_once() {
    let standard = Standard::default_version();
    let stays = [stay("2026-09-08", None)];
    let base = OpenFacts {
        stays: &stays,
        probation: Some(Probation::after(day("2026-09-07"))),
        cases: &[],
        history: &[],
        standard: &standard,
        today: today(),
    };
    let open = |facts: OpenFacts<'_>, level| open_case(&facts, &staff("E1"), level).map(|e| e.len());
    let staff_no = staff("E1");
    assert_eq!(open(base.clone(), 1), Ok(1));
    let late = OpenFacts { probation: Some(Probation::after(day("2026-09-09"))), ..base.clone() };
    let until = day("2026-10-08");
    assert_eq!(open(late, 1), Err(Refusal::OnProbation { staff_no: staff_no.clone(), until }));
    let nobody = OpenFacts { stays: &[], probation: None, ..base.clone() };
    assert_eq!(open(nobody, 1), Err(Refusal::UnknownEngineer { staff_no: staff_no.clone() }));
    let gone = [stay("2026-01-01", Some("2026-10-07"))];
    let left = OpenFacts { stays: &gone, ..base.clone() };
    assert_eq!(open(left, 1), Err(Refusal::NotServing { staff_no: staff_no.clone() }));
    let (before, running) = ([case(false)], [case(true)]);
    assert_eq!(
        open(OpenFacts { cases: &before, ..base.clone() }, 1),
        Ok(1),
        "again, after one that was decided"
    );
    let twice = OpenFacts { cases: &running, ..base.clone() };
    assert_eq!(open(twice, 2), Err(Refusal::CaseOpen { staff_no: staff_no.clone(), level: 1 }));
    assert_eq!(open(base.clone(), 6), Err(Refusal::UnknownLevel { level: 6, highest: 5 }));
    let held = [Certified { level: 2, valid_from: day("2026-01-01"), number: 1 }];
    let again = OpenFacts { history: &held, ..base };
    assert_eq!(open(again.clone(), 2), Err(Refusal::LevelHeld { staff_no, level: 2 }));
    assert_eq!(open(again, 3), Ok(1));

    let due = |stays: &[Membership], cases: &[CaseState], arrived: &str| {
        certification_due(stays, Probation::after(day(arrived)), cases, today())
    };
    assert!(due(&stays, &[], "2026-09-07"));
    assert!(!due(&stays, &[], "2026-09-09"), "on probation");
    assert!(!due(&stays, &before, "2026-09-07"), "tried once");
    assert!(!due(&gone, &[], "2026-01-01"), "left");
}

#[test]
fn what_is_to_be_done_has_a_day() {
    let calendar = crate::kernel::WorkingDays::default();
    let stays = [stay("2026-09-01", None)];
    let of = |verdict| {
        let values = GateValues::Behaviour { counters: Vec::new() };
        GateResult { gate: Gate::Behaviour, verdict, values }
    };
    let opened = |open| CaseState { opened_on: day("2026-10-08"), ..case(open) };
    let follow = |then| Some(FollowUp { number: 1, then, on: day("2026-10-08") });
    let due = |cases: &[CaseState], gates: &[GateResult], follows, today: &str| {
        let probation = Some(Probation::after(day("2026-09-01")));
        let facts = CaseFacts { stays: &stays, probation, cases, gates, follows };
        case_due(&facts, &calendar, day(today)).map(|due| (due.task, due.by.to_string(), due.overdue))
    };
    let at = |task, by: &str, overdue| Some((task, by.to_owned(), overdue));
    let (met, unmet, unproven) = (of(Verdict::Met), of(Verdict::NotMet), of(Verdict::NeedsProof));
    // The probation ends on 2026-09-30, a Wednesday; the case was opened, and decided, on a Thursday.
    for (cases, gates, follows, today, expected) in [
        (vec![], vec![], None, "2026-09-30", None),
        (vec![], vec![], None, "2026-10-01", at(CaseTask::Open, "2026-10-07", false)),
        (vec![], vec![], None, "2026-10-08", at(CaseTask::Open, "2026-10-07", true)),
        (
            vec![opened(true)],
            vec![met.clone(), unproven.clone()],
            None,
            "2026-10-22",
            at(CaseTask::Prove, "2026-10-22", false),
        ),
        (vec![opened(true)], vec![unproven], None, "2026-10-23", at(CaseTask::Prove, "2026-10-22", true)),
        (vec![opened(true)], vec![met, unmet], None, "2026-10-29", at(CaseTask::Decide, "2026-10-29", false)),
        (vec![opened(false)], vec![], None, "2026-10-29", None),
        (
            vec![opened(false)],
            vec![],
            follow(AfterFailing::Retrain),
            "2026-10-15",
            at(CaseTask::Train, "2026-10-15", false),
        ),
        (
            vec![opened(false)],
            vec![],
            follow(AfterFailing::Replace),
            "2026-10-16",
            at(CaseTask::Replace, "2026-10-15", true),
        ),
    ] {
        assert_eq!(due(&cases, &gates, follows, today), expected, "{today}");
    }
    let gone = [stay("2026-09-01", Some("2026-10-10"))];
    let facts = CaseFacts {
        stays: &gone,
        probation: None,
        cases: &[],
        gates: &[],
        follows: follow(AfterFailing::Replace),
    };
    assert_eq!(case_due(&facts, &calendar, day("2026-10-12")), None, "whoever left is not replaced");
}

#[test]
fn a_behaviour_counts_from_the_ledger_and_from_evidence() {
    let line = |source, number, on: &str, shows: Option<(&str, Option<&str>)>| LedgerLine {
        source,
        number,
        on: day(on),
        shows: shows.map(|(requirement, grade)| ShownBehaviour {
            requirement: requirement.to_owned(),
            object_grade: grade.map(str::to_owned),
        }),
    };
    use LedgerCount::{Commendation, Ticket, TrainingAttended, TrainingHeld, WorkNote};
    let ledger = [
        line(WorkNote, 1, "2026-08-01", Some(("1.5.1", Some("省局副主任")))),
        line(WorkNote, 2, "2026-08-02", Some(("1.5.1", Some("地区局副主任")))),
        line(WorkNote, 3, "2026-08-03", Some(("1.5.1", None))),
        line(WorkNote, 4, "2026-08-04", Some(("8.3.1", Some("省局副主任")))),
        line(WorkNote, 5, "2026-08-05", None),
        line(WorkNote, 6, "2026-10-09", Some(("1.5.1", Some("省局副主任")))),
        line(TrainingHeld, 1, "2026-08-06", None),
        line(TrainingAttended, 2, "2026-08-07", None),
        line(TrainingAttended, 3, "2026-08-08", None),
        line(Commendation, 7, "2026-08-09", None),
        line(Ticket, 1, "2026-08-10", None),
        line(Ticket, 2, "2026-10-09", None),
    ];
    let mut standard = Standard::default_version();
    let asked = standard.requirements_of(1).find(|r| r.code == "1.5.1").unwrap().clone();
    let proof = |proven| EvidenceLine {
        line: 9,
        evidence: Proof::Behaviour {
            requirement: "1.5.1".to_owned(),
            on: day("2026-08-01"),
            count: 3,
            object_grade: Some("省局副主任".to_owned()),
        },
        proven,
    };
    let part = |source, count, lines: &[u32]| CountedFrom { source, count, lines: lines.to_vec() };
    let notes = part(CountSource::WorkNote, 2, &[1, 2]);
    for (name, counts, evidence, expected) in [
        // A note without an object, of another behaviour, of none, and of tomorrow do not count.
        ("notes that name it", None, vec![], vec![notes.clone()]),
        ("with evidence", None, vec![proof(true)], vec![part(CountSource::Evidence, 3, &[9]), notes.clone()]),
        ("only claimed", None, vec![proof(false)], vec![notes.clone()]),
        (
            "trainings held",
            Some(TrainingHeld),
            vec![],
            vec![notes.clone(), part(CountSource::TrainingHeld, 1, &[1])],
        ),
        (
            "trainings attended",
            Some(TrainingAttended),
            vec![],
            vec![notes.clone(), part(CountSource::TrainingAttended, 2, &[2, 3])],
        ),
        (
            "commendations",
            Some(Commendation),
            vec![],
            vec![notes.clone(), part(CountSource::Commendation, 1, &[7])],
        ),
        ("tickets done by today", Some(Ticket), vec![], vec![notes, part(CountSource::Ticket, 1, &[1])]),
        ("every note", Some(WorkNote), vec![], vec![part(CountSource::WorkNote, 5, &[1, 2, 3, 4, 5])]),
    ] {
        let asked = Requirement { counts, ..asked.clone() };
        assert_eq!(counted_from(&standard, &asked, &evidence, &ledger, today()), expected, "{name}");
    }
    // The gate adds the parts up, and meets its number by them.
    standard.requirements.retain(|r| r.level == 1 && r.code == "1.5.1");
    let facts = GateFacts { ledger: ledger.to_vec(), ..facts() };
    let behaviour = gates(&standard, 1, &facts).unwrap().remove(4);
    let GateValues::Behaviour { counters } = &behaviour.values else { panic!("{behaviour:?}") };
    assert_eq!((behaviour.verdict, counters[0].counted, counters[0].minimum), (Verdict::Met, 2, 2));
}

#[test]
fn a_note_shows_a_behaviour_that_the_standard_counts() {
    let standard = Standard::default_version();
    let check = |requirement: &str, grade: Option<&str>| {
        let object_grade = grade.map(str::to_owned);
        ShownBehaviour { requirement: requirement.to_owned(), object_grade }.checked(&standard)
    };
    assert_eq!(check(" 1.5.1 ", Some("省局副主任")).unwrap().requirement, "1.5.1");
    assert!(check("7.2.1", None).is_ok(), "of whatever level");
    for odd in ["1.1", "99.9", ""] {
        assert_eq!(check(odd, None), Err(Refusal::UnknownBehaviour { requirement: odd.to_owned() }));
    }
    let unknown = Refusal::UnknownObjectGrade { name: "市长".to_owned() };
    assert_eq!(check("1.5.1", Some("市长")), Err(unknown));
}

#[test]
fn the_last_decision_says_what_follows() {
    let failed = |then| Decision::Failed { reason: "材料不足".to_owned(), then };
    let passed = Decision::Passed { valid_from: day("2026-10-08"), exception: None };
    let outcome = |number, decision| Outcome { number, decision, on: day("2026-10-08") };
    let retrain = outcome(1, failed(AfterFailing::Retrain));
    for (outcomes, expected) in [
        (vec![], None),
        (vec![outcome(1, passed.clone())], None),
        (vec![retrain.clone()], Some((1, AfterFailing::Retrain))),
        (vec![retrain.clone(), outcome(2, passed)], None),
        (vec![retrain, outcome(3, failed(AfterFailing::Replace))], Some((3, AfterFailing::Replace))),
    ] {
        let found = follow_up(&outcomes).map(|follow| (follow.number, follow.then));
        assert_eq!(found, expected, "{outcomes:?}");
    }
}

#[test]
fn the_training_that_follows_is_the_first_one_afterwards() {
    use crate::development::{Training, TrainingKind, TrainingState};
    let training = |number, on: &str, who: &str, cancelled| TrainingState {
        number,
        training: Training {
            kind: TrainingKind::Service,
            title: "补课".to_owned(),
            on: day(on),
            hours: 4,
            people: vec![staff(who)],
            trainer: None,
        },
        recorded: Vec::new(),
        cancelled,
    };
    let all = [
        training(1, "2026-10-07", "E1", false),
        training(2, "2026-10-09", "E1", true),
        training(3, "2026-10-09", "E2", false),
        training(4, "2026-10-20", "E1", false),
        training(5, "2026-10-12", "E1", false),
    ];
    let found = |until: usize| training_after(&all[..until], &staff("E1"), today()).map(|t| t.number);
    assert_eq!([found(3), found(4), found(5)], [None, Some(4), Some(5)]);
}

#[test]
fn evidence_says_what_it_rests_on() {
    let standard = Standard::default_version();
    let text = (Some(digest("text")), None);
    let record = |case: &CaseState, evidence, basis| {
        record_evidence(case, &standard, 0, evidence, basis, today()).map(|e| e.len())
    };
    let since = Proof::CompanyExperience { since: day("2020-01-01") };
    assert_eq!(record(&case(true), since.clone(), (None, None)), Ok(1), "claimed");
    assert_eq!(record(&case(false), since, text), Err(Refusal::NoOpenCase { staff_no: staff("E1") }));
    let future = Proof::ServiceExperience { since: day("2026-10-09") };
    let late = Refusal::DateInFuture { date: day("2026-10-09"), today: today() };
    assert_eq!(record(&case(true), future, text), Err(late));
    let grade = Proof::QuarterGrade { quarter: quarter("2025Q4"), grade: Grade::B };
    assert_eq!(record(&case(true), grade.clone(), (None, None)), Err(Refusal::EvidenceNeeded));
    assert_eq!(record(&case(true), grade, text), Ok(1));
    let running = Proof::QuarterGrade { quarter: quarter("2026Q4"), grade: Grade::B };
    assert!(matches!(record(&case(true), running, text), Err(Refusal::DateInFuture { .. })));
    assert_eq!(record(&case(true), shown("1.5.1", 1, Some("省局副主任")), text), Ok(1));
    assert_eq!(record(&case(true), shown("1.5.1", 1, None), (None, None)), Err(Refusal::EvidenceNeeded));
    for odd in ["1.1", "9.9", ""] {
        let unknown = Refusal::UnknownRequirement { requirement: odd.to_owned(), level: 1 };
        assert_eq!(record(&case(true), shown(odd, 1, None), text), Err(unknown));
    }
    for count in [0, 1000] {
        let refused = record(&case(true), shown("1.5.1", count, None), text);
        assert_eq!(refused, Err(Refusal::CountOutOfRange { most: 999 }));
    }
    let unknown = Refusal::UnknownObjectGrade { name: "局长".to_owned() };
    assert_eq!(record(&case(true), shown("1.5.1", 1, Some("局长")), text), Err(unknown));

    let lines = [line(1, shown("1.5.1", 1, None), true)];
    let strike = |case: &CaseState, at, why| strike_evidence(case, &lines, at, why).map(|e| e.len());
    assert_eq!(strike(&case(true), 1, "录错"), Ok(1));
    assert_eq!(strike(&case(true), 2, "录错"), Err(Refusal::UnknownEvidence { line: 2 }));
    assert_eq!(strike(&case(true), 1, " "), Err(Refusal::ReasonNeeded));
    assert!(strike(&case(false), 1, "录错").is_err());
}

#[test]
fn an_exam_is_taken_once_a_sitting() {
    let taken = |general: &str, on: &str| ExamTaken {
        staff_no: staff("E1"),
        sitting: day(on),
        general: score(general),
        professional: score("70"),
    };
    let known = taken("80", "2026-09-20");
    let record = |known: Option<&ExamTaken>, new, correction| {
        record_exam(known, new, correction, today()).map(|e| e.len())
    };
    assert_eq!(record(None, taken("80", "2026-09-20"), None), Ok(1));
    assert_eq!(record(Some(&known), taken("80", "2026-09-20"), None), Ok(0));
    let twice = Refusal::ExamRecorded { staff_no: staff("E1"), sitting: day("2026-09-20") };
    for correction in [None, Some(" ")] {
        assert_eq!(record(Some(&known), taken("81", "2026-09-20"), correction), Err(twice.clone()));
    }
    assert_eq!(record(Some(&known), taken("81", "2026-09-20"), Some("复核改分")), Ok(1));
    assert!(record(None, taken("80", "2026-10-09"), None).is_err(), "tomorrow");
}

fn judged(verdict: Verdict) -> Vec<GateResult> {
    let mut facts = facts();
    facts.exam = match verdict {
        Verdict::Met => Some(exam("90", "90", 1, 3)),
        Verdict::NotMet => Some(exam("10", "10", 3, 3)),
        Verdict::NeedsProof => None,
    };
    let mut standard = Standard::default_version();
    standard.levels[0].knowledge.minimum = Some(score("60"));
    standard.requirements.clear();
    gates(&standard, 1, &facts).unwrap()
}

#[test]
fn reviewers_decide_on_judged_gates() {
    let reviewer = actor("leader", Role::UnitLeader);
    let case = case(true);
    let facts = |verdict, on_behalf, basis: Option<&str>| DecideFacts {
        case: &case,
        gates: judged(verdict),
        two_person: true,
        evaluator: digest("name"),
        on_behalf,
        basis: basis.map(str::to_owned),
        paper: None,
    };
    let passed = |exception: Option<&str>| Decision::Passed {
        valid_from: day("2026-10-08"),
        exception: exception.map(str::to_owned),
    };
    let decide = |facts: DecideFacts<'_>, decision| decide_case(facts, decision, &reviewer).map(|e| e.len());
    let of = |verdict| facts(verdict, false, None);
    assert_eq!(decide(of(Verdict::Met), passed(None)), Ok(1));
    let unproven = Refusal::GatesUnproven { gates: vec![Gate::Knowledge] };
    assert_eq!(decide(of(Verdict::NeedsProof), passed(Some("破格"))), Err(unproven));
    let unmet = Refusal::GatesUnmet { gates: vec![Gate::Knowledge] };
    assert_eq!(decide(of(Verdict::NotMet), passed(Some(" "))), Err(unmet));
    assert_eq!(decide(of(Verdict::NotMet), passed(Some("重大项目贡献"))), Ok(1));
    let early = Decision::Passed { valid_from: day("2026-09-30"), exception: None };
    assert!(matches!(decide(of(Verdict::Met), early), Err(Refusal::DatesReversed { .. })));
    let failed = |reason: &str| Decision::Failed { reason: reason.to_owned(), then: AfterFailing::Retrain };
    assert_eq!(decide(of(Verdict::NeedsProof), failed("考试未参加")), Ok(1));
    assert_eq!(decide(of(Verdict::Met), failed("")), Err(Refusal::ReasonNeeded));
    assert_eq!(decide(facts(Verdict::Met, true, Some(" ")), passed(None)), Err(Refusal::BasisNeeded));
    assert_eq!(decide(facts(Verdict::Met, true, Some("快文〔2026〕8 号")), passed(None)), Ok(1));

    let clerk = actor("clerk", Role::Clerk);
    let second = Refusal::SecondPersonNeeded { step: Step::Approve };
    assert_eq!(decide_case(of(Verdict::Met), passed(None), &clerk), Err(second));
    let alone = DecideFacts { two_person: false, ..of(Verdict::Met) };
    assert!(decide_case(alone, passed(None), &clerk).is_ok());
    let done = CaseState { open: false, ..case.clone() };
    let late = DecideFacts { case: &done, ..of(Verdict::Met) };
    assert!(matches!(decide(late, passed(None)), Err(Refusal::NoOpenCase { .. })));
}

#[test]
fn the_level_held_is_the_latest_that_holds() {
    let given = |level, from: &str, number| Certified { level, valid_from: day(from), number };
    let history = [given(1, "2025-01-01", 1), given(2, "2026-01-01", 2), given(3, "2027-01-01", 3)];
    let held = |on: &str| level_held(&history, day(on)).map(|g| g.level);
    assert_eq!(
        ["2024-12-31", "2025-01-01", "2026-10-08", "2027-01-01"].map(held),
        [None, Some(1), Some(2), Some(3)]
    );
}

#[test]
fn a_standard_goes_out_and_comes_in_unchanged() {
    let mut standard = Standard::default_version();
    standard.levels[3].knowledge = KnowledgeRule { minimum: Some(score("75.5")), top: Some(10) };
    let lines = standard_lines(&standard);
    assert_eq!(standard_from_lines(&lines), Ok(standard.clone()));
    let mut reversed = lines.clone();
    reversed.reverse();
    assert_eq!(standard_from_lines(&reversed).unwrap().levels, standard.levels, "in any order");

    let issued = issue_standard(&[standard.clone()], standard.clone()).unwrap();
    assert!(issued.is_empty(), "the same again is no new version");
    let mut other = standard.clone();
    other.levels[0].company_months = 18;
    let events = issue_standard(&[standard], other).unwrap();
    let [Event::StandardIssued(event)] = &events[..] else { panic!("a new version: {events:?}") };
    assert_eq!(event.standard.version, 1);
}

#[test]
fn a_bad_standard_is_refused_by_its_lines() {
    use StandardLine as L;
    let good = standard_lines(&Standard::default_version());
    let refused = |change: &dyn Fn(&mut Vec<L>)| {
        let mut lines = good.clone();
        change(&mut lines);
        standard_from_lines(&lines).unwrap_err()
    };
    let count = good.len();
    assert_eq!(
        refused(&|lines| lines.push(L::MaxC(2, 1)))[0].0,
        count,
        "a line twice is named where it stands again"
    );
    assert_eq!(
        refused(&|lines| lines.push(L::MaxC(7, 1))),
        [(count, Refusal::UnknownLevel { level: 7, highest: 5 })]
    );
    let without = refused(&|lines| lines.retain(|l| !matches!(l, L::CompanyMonths(2, _))));
    assert_eq!(without.len(), 1);
    assert_eq!(without[0].1, Refusal::StandardLineMissing { level: 2 });
    assert_eq!(
        refused(&|lines| lines.retain(|l| !matches!(l, L::From(_)))),
        [(0, Refusal::StandardFromMissing)]
    );
    let bands = refused(&|lines| lines[2] = L::Band(Grade::A, score("80")));
    assert_eq!(bands, [(0, Refusal::StandardBands)]);
    let grade = refused(&|lines| lines.retain(|l| !matches!(l, L::ObjectGrade(g) if g.name == "省级")));
    assert!(
        grade.iter().all(|(_, r)| *r == Refusal::UnknownObjectGrade { name: "省级".into() }),
        "{grade:?}"
    );
    let gap = refused(&|lines| lines.push(L::Title(7, "七级".into())));
    assert!(gap.iter().any(|(_, r)| matches!(r, Refusal::StandardLevels { .. })), "{gap:?}");
    assert!(standard_from_lines(&[]).is_err());

    let earlier = Standard { version: 1, from: day("2026-01-01"), ..Standard::default_version() };
    let before = Standard { from: day("2025-12-31"), ..Standard::default_version() };
    let refusal = Refusal::StandardFromEarlier { from: day("2026-01-01") };
    assert_eq!(issue_standard(&[earlier], before), Err(refusal));
}

proptest! {
    /// More points never make the quarters' gate worse, and a longer service never the experience.
    #[test]
    fn better_values_never_close_a_gate(points in proptest::array::uniform3(0_u32..=100), more in 0_u32..=30,
        level in 1_u32..=5, months in 0_u32..80) {
        let rank = |verdict| match verdict { Verdict::NotMet => 0, Verdict::NeedsProof => 1, Verdict::Met => 2 };
        let of = |points: [u32; 3], months: u32| {
            let scores = quarters_judged(today(), 3).into_iter().zip(points)
                .map(|(q, p)| (q, vec![score(&p.min(100).to_string())])).collect();
            let from = today() - chrono::Months::new(months);
            let stays = vec![Membership { arrived_on: from, ..stay("2025-01-01", None) }];
            verdicts(level, &GateFacts { scores, stays, ..facts() }).into_iter().map(rank).collect::<Vec<_>>()
        };
        let (before, after) = (of(points, months), of(points.map(|p| p + more), months + more));
        for (gate, (before, after)) in before.iter().zip(&after).enumerate() {
            prop_assert!(after >= before, "gate {gate}");
        }
    }
}
