//! Opportunities from the first word to the contract.

use super::*;
use crate::customer::CustomerNo;
use crate::event::Event;
use crate::form::{Answer, Answers, check_fields};
use crate::refusal::Refusal;
use crate::sample::{day, digest, month, staff, unit, yuan};
use crate::ticket::{Behalf, Words};
use std::collections::BTreeSet;

const TODAY: &str = "2026-10-12";

fn no() -> OpportunityNo {
    OpportunityNo { unit: unit("CD"), month: month("2026-10"), serial: 3 }
}

fn customer() -> CustomerNo {
    CustomerNo { unit: unit("CD"), serial: 1 }
}

fn basics() -> Basics {
    Basics {
        title: "市政务云二期".into(),
        customer: customer(),
        class: "云与数据中心".into(),
        source: Some("客户主动咨询".into()),
        finder: Finder::AccountManager,
        amount: Some(yuan("3200000")),
        expected_on: None,
        engineer: Some(staff("E1")),
    }
}

fn facts() -> UnitFacts {
    UnitFacts { customer_known: true, on_duty: BTreeSet::from([staff("E1")]), today: day(TODAY) }
}

/// Words that name somebody as well.
fn named(text: &str) -> Words {
    Words { person: true, ..said(text) }
}

fn said(text: &str) -> Words {
    Words { kept: (!text.is_empty()).then(|| digest(text)), text: !text.is_empty(), person: false }
}

/// What the first stage asks for, as far as `leave_out` lets it be.
fn collected(leave_out: &[&str]) -> Answers {
    let plain = [
        ("firstContactOn", Answer::Day(day("2026-10-08"))),
        ("feasibility", Answer::Text("可行".into())),
        ("potential", Answer::Text("高".into())),
        ("keyProject", Answer::YesNo(false)),
        ("ictEnteredOn", Answer::Day(day("2026-10-09"))),
        ("ictNo", Answer::Text("ICT-2026-1".into())),
    ];
    Answers {
        plain: plain
            .into_iter()
            .filter(|(code, _)| !leave_out.contains(code))
            .map(|(code, answer)| (code.to_owned(), answer))
            .collect(),
        personal: ["background", "concerns"].map(str::to_owned).into(),
    }
}

fn opportunity() -> Opportunity {
    Opportunity {
        no: no(),
        basics: basics(),
        people: digest("people"),
        found_on: day("2026-10-08"),
        stage: Stage::Collection,
        since: day("2026-10-08"),
        answers: collected(&[]),
        text: None,
        records: Vec::new(),
        concluded: None,
        handed_over_on: None,
        voided: false,
        next_words: 1,
    }
}

fn registration() -> Registration {
    Registration {
        basics: basics(),
        people: Some(digest("people")),
        found_on: day("2026-10-08"),
        answers: Answers::default(),
        text: None,
    }
}

#[test]
fn numbers_read_back_as_written() {
    for text in ["CD-SJ-202610-0003", "C-D-SJ-202610-12345", "C/D-SJ-202610-0001"] {
        assert_eq!(text.parse::<OpportunityNo>().unwrap().to_string(), text);
    }
    for text in
        ["CD-SJ-202610-3", "CD-202610-0003", "CD-KH-202610-0003", "CD-SJ-202613-0001", "", "-SJ-202610-0001"]
    {
        assert!(text.parse::<OpportunityNo>().is_err(), "{text}");
    }
}

#[test]
fn the_stages_that_come_along_can_be_filled_in() {
    assert_eq!(stages().iter().map(|needs| needs.stage).collect::<Vec<_>>(), Stage::ALL);
    let all: Vec<_> = stages().iter().flat_map(|needs| needs.fields.clone()).collect();
    assert_eq!(check_fields(&all), Ok(()), "every code once, and asking about fields before");
    let kinds: Vec<_> = stages().iter().flat_map(|needs| &needs.records).collect();
    let codes: BTreeSet<_> = kinds.iter().map(|kind| &kind.code).collect();
    assert_eq!(codes.len(), kinds.len());
    for kind in kinds {
        assert_eq!(check_fields(&kind.fields), Ok(()), "{}", kind.code);
    }
    assert!(stages().iter().all(|needs| !needs.clauses.is_empty()));
}

#[test]
fn what_is_registered_is_checked() {
    let with = |change: &dyn Fn(&mut Registration)| {
        let mut new = registration();
        change(&mut new);
        register(new, no(), &facts()).map(|events| events.len())
    };
    assert_eq!(with(&|_| {}), Ok(1));
    assert_eq!(with(&|new| new.answers = collected(&[])), Ok(2));
    assert_eq!(with(&|new| new.basics.title = " ".into()), Err(Refusal::TitleLength { limit: 100 }));
    let unknown = Refusal::UnknownCustomer { customer: "CD-KH-0001".into() };
    let strange = UnitFacts { customer_known: false, ..facts() };
    assert_eq!(register(registration(), no(), &strange), Err(unknown));
    let odd = || Err(Refusal::NotInList { value: "航天".into() });
    assert_eq!(with(&|new| new.basics.class = "航天".into()), odd());
    assert_eq!(with(&|new| new.basics.source = Some("航天".into())), odd());
    let negative = Refusal::NegativeAmount { amount: yuan("-1") };
    assert_eq!(with(&|new| new.basics.amount = Some(yuan("-1"))), Err(negative.clone()));
    let gone = Refusal::NotServing { staff_no: staff("E2") };
    assert_eq!(with(&|new| new.basics.engineer = Some(staff("E2"))), Err(gone));
    assert_eq!(with(&|new| new.people = None), Err(Refusal::AccountManagerNeeded));
    let future = || Err(Refusal::DateInFuture { date: day("2026-10-13"), today: day(TODAY) });
    assert_eq!(with(&|new| new.found_on = day("2026-10-13")), future());
    let answer = |code: &str, answer: Answer| {
        with(&|new| new.answers.plain = [(code.to_owned(), answer.clone())].into())
    };
    assert_eq!(answer("ictEnteredOn", Answer::Day(day("2026-10-13"))), future());
    assert_eq!(answer("tenderDeadline", Answer::Day(day("2026-11-13"))), Ok(2), "lies ahead");
    let before = Refusal::DayOutside { day: day("2026-10-07"), from: day("2026-10-08"), to: day(TODAY) };
    assert_eq!(answer("firstContactOn", Answer::Day(day("2026-10-07"))), Err(before), "before the lead");
    assert_eq!(answer("firstContactOn", Answer::Day(day("2026-10-08"))), Ok(2));
    assert_eq!(answer("budget", Answer::Yuan(yuan("-1"))), Err(negative));
    assert_eq!(answer("luck", Answer::YesNo(true)), Err(Refusal::UnknownField { field: "luck".into() }));
    let full = OpportunityNo { serial: 100_000, ..no() };
    let refused = register(registration(), full, &facts());
    assert_eq!(refused, Err(Refusal::NumbersUsedUp { unit: unit("CD") }));
}

#[test]
fn whoever_was_responsible_may_stay_although_they_left() {
    let known = Opportunity { basics: Basics { engineer: Some(staff("E9")), ..basics() }, ..opportunity() };
    let change = |basics| known.change(basics, Some(digest("people")), known.found_on, &facts());
    assert_eq!(change(known.basics.clone()), Ok(vec![]));
    let title = Basics { title: "市政务云三期".into(), ..known.basics.clone() };
    assert_eq!(change(title).map(|e| e.len()), Ok(1));
    assert_eq!(known.fill(known.answers.clone(), None, day(TODAY)), Ok(vec![]));
}

#[test]
fn the_day_of_the_lead_can_be_corrected_up_to_what_was_done() {
    let known = opportunity();
    let found = |known: &Opportunity, on: &str| {
        let changed = known.change(known.basics.clone(), Some(digest("people")), day(on), &facts());
        changed.map(|events| match &events[..] {
            [Event::OpportunityChanged(e)] => Some((e.found_on.to_string(), e.since.to_string())),
            _ => None,
        })
    };
    let both = |on: &str| Ok(Some((on.to_owned(), on.to_owned())));
    assert_eq!(found(&known, "2026-10-08"), Ok(None));
    assert_eq!(found(&known, "2026-10-01"), both("2026-10-01"), "it stands where it began since then");
    let after = |latest: &str| Refusal::FoundAfter { day: day("2026-10-12"), latest: day(latest) };
    assert_eq!(found(&known, "2026-10-12"), Err(after("2026-10-08")), "the first contact");
    let uncontacted = Opportunity { answers: Answers::default(), ..opportunity() };
    assert_eq!(found(&uncontacted, "2026-10-12"), both("2026-10-12"));
    let future = Refusal::DateInFuture { date: day("2026-10-13"), today: day(TODAY) };
    assert_eq!(found(&uncontacted, "2026-10-13"), Err(future));
    let row =
        |on: &str, struck| RecordRow { number: 1, kind: "quote".into(), on: day(on), file: None, struck };
    let recorded = Opportunity { records: vec![row("2026-10-09", false)], ..uncontacted.clone() };
    assert_eq!(found(&recorded, "2026-10-12"), Err(after("2026-10-09")));
    let struck = Opportunity { records: vec![row("2026-10-09", true)], ..uncontacted.clone() };
    assert_eq!(found(&struck, "2026-10-12"), both("2026-10-12"));
    let moved = Opportunity { stage: Stage::Survey, since: day("2026-10-10"), ..uncontacted };
    assert_eq!(found(&moved, "2026-10-12"), Err(after("2026-10-10")));
    let earlier = Ok(Some(("2026-10-09".to_owned(), "2026-10-10".to_owned())));
    assert_eq!(found(&moved, "2026-10-09"), earlier);
}

#[test]
fn leaving_out_passing_over_and_going_back_need_a_reason() {
    let on = day("2026-10-10");
    let go = |known: &Opportunity, stage, words| known.move_to(stage, on, words, day(TODAY)).map(|e| e.len());
    let whole = opportunity();
    assert_eq!(whole.missing(), vec![]);
    assert_eq!(go(&whole, Stage::Survey, said("")), Ok(1));
    assert_eq!(go(&whole, Stage::Collection, said("")), Ok(0), "is there");
    assert_eq!(go(&whole, Stage::Solution, said("")), Err(Refusal::ReasonNeeded));
    assert_eq!(go(&whole, Stage::Solution, said("客户已给需求书")), Ok(1));
    let lacking = Opportunity { answers: collected(&["ictNo"]), ..opportunity() };
    let gap =
        StageGap::Field {
            stage: Stage::Collection, part: "ictNo".into(), label: "ICT系统商机编号".into()
        };
    assert_eq!(lacking.missing(), vec![gap.clone()]);
    let incomplete = Refusal::StageIncomplete {
        opportunity: no(),
        pipeline_stage: Stage::Collection,
        gaps: vec![gap.clone()],
    };
    assert_eq!(go(&lacking, Stage::Survey, said("")), Err(incomplete));
    assert_eq!(go(&lacking, Stage::Survey, said("系统维护")), Ok(1));
    let later = Opportunity { stage: Stage::Survey, ..lacking };
    assert_eq!(later.missing()[0], gap, "what was left out stays on show");
    assert_eq!(go(&later, Stage::Collection, said("")), Err(Refusal::ReasonNeeded));
    assert_eq!(go(&later, Stage::Collection, said("客户需求推倒重来")), Ok(1));
    for outside in ["2026-10-07", "2026-10-13"] {
        let moved = whole.move_to(Stage::Survey, day(outside), said(""), day(TODAY));
        let (from, to) = (day("2026-10-08"), day(TODAY));
        assert_eq!(moved, Err(Refusal::DayOutside { day: day(outside), from, to }));
    }
}

#[test]
fn a_key_project_asks_for_more() {
    let survey = |key: bool| {
        let mut known = Opportunity { stage: Stage::Solution, ..opportunity() };
        known.answers.plain.insert("keyProject".into(), Answer::YesNo(key));
        known.answers.plain.insert("rivals".into(), Answer::YesNo(true));
        known
            .missing()
            .into_iter()
            .filter_map(|gap| match gap {
                StageGap::Record { part, .. } | StageGap::Field { part, .. } => Some(part),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let plain = ["needs", "difficulties", "purchasing", "competitor", "agreedOn", "quote"];
    assert_eq!(survey(false), plain);
    let key = survey(true);
    for more in ["decider", "strengths", "threats", "strategy", "checkpoint"] {
        assert!(key.iter().any(|part| part == more), "{more} in {key:?}");
    }
    let bare = Basics { source: None, amount: None, engineer: None, ..basics() };
    let bare = Opportunity { basics: bare, ..opportunity() };
    assert_eq!(bare.missing(), [StageGap::Source, StageGap::Amount, StageGap::Engineer]);
}

#[test]
fn nothing_is_asked_of_a_bid_where_there_is_none() {
    let bid = |purchasing: &str| {
        let mut known = Opportunity { stage: Stage::Bid, ..opportunity() };
        known.answers.plain.insert("purchasing".into(), Answer::Text(purchasing.into()));
        known.missing().iter().filter(|gap| gap.stage() == Stage::Bid).count()
    };
    assert_eq!(bid("公开招标"), 2);
    assert_eq!(bid("直接委托"), 0);
}

#[test]
fn an_end_has_a_reason_and_a_won_one_its_amount() {
    let end = |known: &Opportunity, outcome, amount: Option<&str>, words| {
        let end = Conclusion { outcome, on: day("2026-10-11"), amount: amount.map(yuan) };
        let ended = known.conclude(end, words, day(TODAY));
        ended.map(|events| match &events[0] {
            Event::OpportunityConcluded(e) => e.amount,
            other => panic!("{other:?}"),
        })
    };
    let known = opportunity();
    for outcome in Outcome::ALL {
        assert_eq!(end(&known, outcome, Some("1"), said("")), Err(Refusal::ReasonNeeded));
    }
    let why = || said("价格最低");
    assert_eq!(end(&known, Outcome::Won, Some("3100000"), why()), Ok(Some(yuan("3100000"))));
    assert_eq!(end(&known, Outcome::Won, None, why()), Err(Refusal::ZeroAmount));
    assert_eq!(end(&known, Outcome::Won, Some("0"), why()), Err(Refusal::ZeroAmount));
    let negative = Refusal::NegativeAmount { amount: yuan("-5") };
    assert_eq!(end(&known, Outcome::Lost, Some("-5"), why()), Err(negative));
    assert_eq!(end(&known, Outcome::Lost, Some("5"), why()), Ok(None), "nothing was agreed on");
    assert_eq!(end(&known, Outcome::Agreed, None, why()), Ok(None));
    let unknown = Opportunity { answers: collected(&["ictNo", "potential"]), ..opportunity() };
    let refused = end(&unknown, Outcome::Won, Some("1"), why());
    assert!(matches!(refused, Err(Refusal::OpportunityIncomplete { gaps, .. }) if gaps.len() == 1));
    let agreed = end(&unknown, Outcome::Agreed, None, why());
    assert!(matches!(agreed, Err(Refusal::OpportunityIncomplete { .. })), "every success (TKT-04)");
    assert_eq!(end(&unknown, Outcome::Dropped, None, why()), Ok(None));
}

#[test]
fn after_the_end_only_a_success_is_handed_over_and_the_end_can_be_taken_back() {
    let ended = |outcome| Opportunity {
        concluded: Some(Conclusion { outcome, on: day("2026-10-11"), amount: None }),
        ..opportunity()
    };
    let hand = |known: &Opportunity, on: &str, words| {
        let given = HandOver { on: day(on), contract_no: Some(" HT-1 ".into()), signed_on: None, words };
        known.hand_over(given, day(TODAY)).map(|e| e.len())
    };
    let plan = || named("十一月进场");
    assert_eq!(hand(&ended(Outcome::Won), TODAY, plan()), Ok(1));
    assert_eq!(hand(&ended(Outcome::Agreed), TODAY, plan()), Ok(1));
    assert_eq!(hand(&ended(Outcome::Won), TODAY, named("")), Err(Refusal::ReasonNeeded));
    let nobody = hand(&ended(Outcome::Won), TODAY, said("十一月进场"));
    assert_eq!(nobody, Err(Refusal::DeliveryManagerNeeded), "PIP-13");
    assert_eq!(hand(&ended(Outcome::Lost), TODAY, plan()), Err(Refusal::NotWon { opportunity: no() }));
    assert_eq!(hand(&opportunity(), TODAY, plan()), Err(Refusal::NotWon { opportunity: no() }));
    let early = hand(&ended(Outcome::Won), "2026-10-10", plan());
    assert!(matches!(early, Err(Refusal::DayOutside { .. })));
    assert_eq!(ended(Outcome::Won).missing(), [StageGap::Handover]);
    let done = Opportunity { handed_over_on: Some(day(TODAY)), ..ended(Outcome::Won) };
    assert_eq!(done.missing(), []);
    assert_eq!(ended(Outcome::Lost).missing(), []);
    let over = || Err(Refusal::OpportunityEnded { opportunity: no() });
    let lost = ended(Outcome::Lost);
    assert_eq!(lost.move_to(Stage::Survey, day(TODAY), said("再试"), day(TODAY)), over());
    assert_eq!(lost.fill(Answers::default(), None, day(TODAY)), over());
    assert_eq!(lost.reopen(said(""), day(TODAY)), Err(Refusal::ReasonNeeded));
    assert_eq!(lost.reopen(said("录错"), day(TODAY)).map(|e| e.len()), Ok(1));
    let runs = Refusal::OpportunityRuns { opportunity: no() };
    assert_eq!(opportunity().reopen(said("录错"), day(TODAY)), Err(runs));
}

#[test]
fn records_are_kept_whole_written_anew_and_struck() {
    let row = |number, struck| RecordRow {
        number,
        kind: "quote".into(),
        on: day("2026-10-09"),
        file: Some(digest("offer")),
        struck,
    };
    let known = Opportunity { records: vec![row(1, false), row(2, true)], ..opportunity() };
    let quote = |price: &str| Answers {
        plain: [
            ("products".to_owned(), Answer::Text("云主机".into())),
            ("price".to_owned(), Answer::Yuan(yuan(price))),
            ("terms".to_owned(), Answer::Text("三年".into())),
        ]
        .into(),
        ..Answers::default()
    };
    let keep = |number, kind: &str, on: &str, answers| {
        let (on, file) = (Some(day(on)), RecordFile::Stays);
        let kept = KeptRecord { number, kind: kind.into(), on, answers, text: None, file };
        known.record(kept, day(TODAY)).map(|e| e.len())
    };
    assert_eq!(keep(3, "quote", TODAY, quote("1")), Ok(1));
    assert_eq!(keep(1, "quote", TODAY, quote("1")), Ok(1), "written anew");
    for number in [2, 4] {
        let unknown = Err(Refusal::UnknownOpportunityRecord { number });
        assert_eq!(keep(number, "quote", TODAY, quote("1")), unknown, "struck, or too high");
    }
    let other_kind = Err(Refusal::UnknownOpportunityRecord { number: 1 });
    assert_eq!(keep(1, "competitor", TODAY, Answers::default()), other_kind);
    assert_eq!(keep(3, "luck", TODAY, quote("1")), Err(Refusal::NotInList { value: "luck".into() }));
    let missing = Err(Refusal::FieldMissing { field: "产品与服务".into() });
    assert_eq!(keep(3, "quote", TODAY, Answers::default()), missing);
    let negative = Err(Refusal::NegativeAmount { amount: yuan("-1") });
    assert_eq!(keep(3, "quote", TODAY, quote("-1")), negative);
    assert!(matches!(keep(3, "quote", "2026-10-07", quote("1")), Err(Refusal::DayOutside { .. })));
    let ended = Opportunity {
        concluded: Some(Conclusion { outcome: Outcome::Lost, on: day("2026-10-11"), amount: None }),
        ..known.clone()
    };
    let over = || Err(Refusal::OpportunityEnded { opportunity: no() });
    assert_eq!(ended.strike_record(1, "报错价"), over());
    let after = |kind: &str, plain: &[(&str, Answer)]| {
        let plain = plain.iter().map(|(code, answer)| ((*code).to_owned(), answer.clone())).collect();
        let answers = Answers { plain, personal: ["course".to_owned()].into() };
        let (kind, file) = (kind.to_owned(), RecordFile::Stays);
        let kept = KeptRecord { number: 3, kind, on: None, answers, text: None, file };
        ended.record(kept, day(TODAY)).map(|e| e.len())
    };
    assert_eq!(after("summary", &[("typical", Answer::YesNo(true))]), Ok(1), "PIP-19");
    assert_eq!(after("contract", &[("matter", Answer::Text("回款".into()))]).map(|_| ()), Ok(()), "PIP-20");
    assert_eq!(after("quote", &[]), Err(Refusal::OpportunityEnded { opportunity: no() }));
    assert_eq!(known.strike_record(1, "报错价").map(|e| e.len()), Ok(1));
    assert_eq!(known.strike_record(1, " "), Err(Refusal::ReasonNeeded));
    assert_eq!(known.strike_record(2, "再"), Err(Refusal::UnknownOpportunityRecord { number: 2 }));
}

#[test]
fn a_record_written_anew_keeps_its_day_and_its_file_unless_told() {
    let row = RecordRow {
        number: 1,
        kind: "followUp".into(),
        on: day("2026-10-09"),
        file: Some(digest("minutes")),
        struck: false,
    };
    let known = Opportunity { records: vec![row], ..opportunity() };
    let keep = |number, on: Option<&str>, file| {
        let answers = Answers { personal: ["content".to_owned()].into(), ..Answers::default() };
        let kept = KeptRecord { number, kind: "followUp".into(), on: on.map(day), answers, text: None, file };
        known.record(kept, day(TODAY)).map(|events| match &events[..] {
            [Event::OpportunityRecorded(e)] => (e.on.to_string(), e.file),
            other => panic!("{other:?}"),
        })
    };
    let kept = |on: &str, file: Option<&str>| Ok((on.to_owned(), file.map(digest)));
    assert_eq!(keep(1, None, RecordFile::Stays), kept("2026-10-09", Some("minutes")));
    assert_eq!(keep(1, Some(TODAY), RecordFile::Given(digest("new"))), kept(TODAY, Some("new")));
    assert_eq!(keep(1, None, RecordFile::Removed), kept("2026-10-09", None));
    assert_eq!(keep(2, None, RecordFile::Stays), kept(TODAY, None), "a new one");
}

#[test]
fn what_was_done_lies_behind_and_what_is_planned_may_lie_ahead() {
    let checkpoint = |due: &str, done: Option<&str>| {
        let mut plain = std::collections::BTreeMap::from([
            ("what".to_owned(), Answer::Text("招标文件".into())),
            ("due".to_owned(), Answer::Day(day(due))),
        ]);
        plain.extend(done.map(|on| ("doneOn".to_owned(), Answer::Day(day(on)))));
        let answers = Answers { plain, ..Answers::default() };
        let (kind, file) = ("checkpoint".to_owned(), RecordFile::Stays);
        let kept = KeptRecord { number: 1, kind, on: None, answers, text: None, file };
        opportunity().record(kept, day(TODAY)).map(|e| e.len())
    };
    assert_eq!(checkpoint("2026-12-01", None), Ok(1));
    assert_eq!(checkpoint("2026-12-01", Some(TODAY)), Ok(1));
    let ahead = Refusal::DateInFuture { date: day("2027-01-05"), today: day(TODAY) };
    assert_eq!(checkpoint("2026-12-01", Some("2027-01-05")), Err(ahead), "cannot be done yet");
}

#[test]
fn nobody_s_name_goes_into_the_journal() {
    let fields = stages().iter().flat_map(|needs| {
        needs.fields.iter().chain(needs.records.iter().flat_map(|kind| kind.fields.iter()))
    });
    let naming = ["人", "姓名", "人员"];
    for field in fields.filter(|field| {
        let says = |text: &str| naming.iter().any(|word| text.contains(word));
        says(&field.label) || field.hint.as_deref().is_some_and(says)
    }) {
        assert!(field.personal, "{} names people", field.label);
    }
}

#[test]
fn how_it_ended_is_put_right_and_the_handover_stays() {
    let ended = Opportunity {
        concluded: Some(Conclusion { outcome: Outcome::Won, on: day("2026-10-10"), amount: Some(yuan("1")) }),
        handed_over_on: Some(day("2026-10-11")),
        ..opportunity()
    };
    let right = |known: &Opportunity, outcome, on: &str, words| {
        let end = Conclusion { outcome, on: day(on), amount: Some(yuan("2")) };
        known.correct_end(end, words, day(TODAY)).map(|events| events.len())
    };
    let why = || said("金额录错");
    assert_eq!(right(&ended, Outcome::Won, "2026-10-10", why()), Ok(1));
    assert_eq!(right(&ended, Outcome::Agreed, "2026-10-11", why()), Ok(1));
    assert_eq!(right(&ended, Outcome::Won, "2026-10-10", said("")), Err(Refusal::ReasonNeeded));
    let handed = Err(Refusal::OpportunityHanded { opportunity: no() });
    assert_eq!(right(&ended, Outcome::Lost, "2026-10-10", why()), handed);
    let late = right(&ended, Outcome::Won, TODAY, why());
    assert!(matches!(late, Err(Refusal::DayOutside { .. })), "not after the handover");
    let unhanded = Opportunity { handed_over_on: None, ..ended };
    assert_eq!(right(&unhanded, Outcome::Lost, TODAY, why()), Ok(1));
    let runs = Err(Refusal::OpportunityRuns { opportunity: no() });
    assert_eq!(right(&opportunity(), Outcome::Won, TODAY, why()), runs);
}

#[test]
fn what_was_registered_by_mistake_is_voided_and_counts_nowhere() {
    let void = |known: &Opportunity, words, tickets| {
        known.void(VoidedFor::Duplicate, words, tickets, day(TODAY)).map(|events| events.len())
    };
    let why = || said("与前一个重复");
    assert_eq!(void(&opportunity(), why(), 0), Ok(1));
    assert_eq!(void(&opportunity(), said(""), 0), Err(Refusal::ReasonNeeded));
    let tickets = Err(Refusal::OpportunityHasTickets { opportunity: no(), count: 2 });
    assert_eq!(void(&opportunity(), why(), 2), tickets);
    let voided = Opportunity { voided: true, answers: Answers::default(), ..opportunity() };
    assert_eq!(voided.missing(), []);
    let refused = || Err(Refusal::OpportunityVoid { opportunity: no() });
    assert_eq!(void(&voided, why(), 0), refused());
    assert_eq!(voided.fill(Answers::default(), None, day(TODAY)).map(|e| e.len()), refused());
    let end = Conclusion { outcome: Outcome::Lost, on: day(TODAY), amount: None };
    assert_eq!(voided.conclude(end, why(), day(TODAY)).map(|e| e.len()), refused());
    assert_eq!(voided.correct_end(end, why(), day(TODAY)).map(|e| e.len()), refused());
    assert_eq!(voided.reopen(said("没有重复"), day(TODAY)).map(|e| e.len()), Ok(1));
}

#[test]
fn others_approve_with_their_name_and_what_shows_it() {
    let row =
        RecordRow { number: 1, kind: CHECKPOINT.into(), on: day("2026-10-10"), file: None, struck: false };
    let known = Opportunity { records: vec![row], ..opportunity() };
    let approve = |known: &Opportunity, of, record, on: &str, approved, words| {
        let behalf = Behalf { basis: "快文2026-17".into(), evidence: None };
        let given = Approval { of, record, on: day(on), approved, words, behalf };
        known.approve(given, day(TODAY)).map(|events| events.len())
    };
    use ApprovalOf::{Authority, Checkpoint, Handover};
    let who = || Words { person: true, ..said("") };
    assert_eq!(approve(&known, Authority, None, TODAY, true, who()), Ok(1));
    assert_eq!(approve(&known, Authority, None, TODAY, true, said("同意")), Err(Refusal::PersonNeeded));
    assert_eq!(approve(&known, Authority, None, TODAY, false, who()), Err(Refusal::ReasonNeeded));
    assert_eq!(approve(&known, Authority, None, TODAY, false, named("折扣过大")), Ok(1));
    assert_eq!(approve(&known, Checkpoint, Some(1), TODAY, true, who()), Ok(1));
    let early = approve(&known, Checkpoint, Some(1), "2026-10-09", true, who());
    assert!(matches!(early, Err(Refusal::DayOutside { .. })));
    for record in [None, Some(2)] {
        let number = record.unwrap_or_default();
        let unknown = Err(Refusal::UnknownOpportunityRecord { number });
        assert_eq!(approve(&known, Checkpoint, record, TODAY, true, who()), unknown);
    }
    let unhanded = Err(Refusal::OpportunityNotHanded { opportunity: no() });
    assert_eq!(approve(&known, Handover, None, TODAY, true, who()), unhanded);
    let handed = Opportunity {
        concluded: Some(Conclusion { outcome: Outcome::Won, on: day("2026-10-10"), amount: Some(yuan("1")) }),
        handed_over_on: Some(day("2026-10-11")),
        ..opportunity()
    };
    assert_eq!(approve(&handed, Handover, None, TODAY, true, who()), Ok(1));
    let over = Err(Refusal::OpportunityEnded { opportunity: no() });
    assert_eq!(approve(&handed, Authority, None, TODAY, true, who()), over);
}

#[test]
fn columns_hold_totals_and_ages_are_whole_days() {
    let open = [
        (Stage::Survey, Some(yuan("100.5"))),
        (Stage::Survey, None),
        (Stage::Closing, Some(yuan("200"))),
        (Stage::Survey, Some(yuan("0.5"))),
    ];
    let columns = columns(&open);
    assert_eq!(columns.map(|c| c.count), [0, 3, 0, 0, 0, 1]);
    assert_eq!((columns[1].amount, columns[1].unpriced), (yuan("101"), 1));
    assert_eq!(age(day("2026-10-01"), day("2026-10-12")), 11);
    assert_eq!(age(day("2026-10-13"), day("2026-10-12")), 0);
    assert_eq!(opportunity().response(), Some(0), "PIP-30");
    assert_eq!(Opportunity { answers: Answers::default(), ..opportunity() }.response(), None);
}

#[test]
fn the_rate_counts_what_ended_in_the_period() {
    let ended = |code: &str, engineer: Option<&str>, outcome, on: &str| Concluded {
        unit: unit(code),
        engineer: engineer.map(staff),
        outcome,
        on: day(on),
    };
    let all = [
        ended("CD", Some("E1"), Outcome::Won, "2026-07-01"),
        ended("CD", Some("E1"), Outcome::Agreed, "2026-09-30"),
        ended("CD", Some("E2"), Outcome::Lost, "2026-08-01"),
        ended("MY", None, Outcome::Dropped, "2026-08-01"),
        ended("MY", None, Outcome::Won, "2026-10-01"),
        ended("MY", None, Outcome::Won, "2026-06-30"),
    ];
    let rates = success_rates(&all, day("2026-07-01"), day("2026-09-30"));
    assert_eq!((rates.total.concluded(), rates.total.won), (4, 1));
    let percent = |rate: &SuccessRate| rate.percent().map(|p| p.to_fixed(1));
    assert_eq!(percent(&rates.total).as_deref(), Some("50.0"));
    assert_eq!(percent(&rates.units[&unit("CD")]).as_deref(), Some("66.7"));
    assert_eq!(percent(&rates.units[&unit("MY")]).as_deref(), Some("0.0"));
    assert_eq!(percent(&rates.engineers[&Some(staff("E1"))]).as_deref(), Some("100.0"));
    assert_eq!(percent(&rates.engineers[&None]).as_deref(), Some("0.0"));
    assert_eq!(percent(&SuccessRate::default()), None);
}
