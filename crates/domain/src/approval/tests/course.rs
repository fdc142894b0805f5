//! Where an approval stands after every act, and who may do what.

use crate::approval::*;
use crate::document::{About, Document, DocumentClass, DocumentNo, Secrecy};
use crate::event::Event;
use crate::kernel::{AccountName, Actor, Role};
use crate::refusal::Refusal;
use crate::sample::{account, actor, day, digest};
use crate::ticket::{Behalf, Words};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;

const SAID: Words = Words { kept: None, text: true, person: false };
const NAMED: Words = Words { kept: None, text: true, person: true };

fn no() -> DocumentNo {
    "CD-TB202610001".parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-10-20")
}

fn stage(name: &str, kind: StageKind, mode: Mode, seats: &[&str]) -> RouteStage {
    let seat = |name: &&str| Seat { post: format!("{name}的职务"), account: Some(account(name)) };
    RouteStage { name: name.into(), kind, mode, meeting: false, seats: seats.iter().map(seat).collect() }
}

/// 初审 by head, 会签 by left and right, 终审 by one of boss and deputy, 发布 by the writer.
fn route() -> Route {
    Route {
        stages: vec![
            stage("初审", StageKind::Review, Mode::InOrder, &["head"]),
            stage("会签", StageKind::Review, Mode::All, &["left", "right"]),
            stage("终审", StageKind::Final, Mode::OneOf, &["boss", "deputy"]),
            stage("发布", StageKind::Publish, Mode::InOrder, &["writer"]),
        ],
    }
}

/// An approval that is driven by its events alone.
struct Running {
    course: Course,
    said: Vec<(Event, AccountName)>,
}

fn acting(actor: &Actor, today: NaiveDate) -> Acting<'_> {
    Acting { actor, today, two_person: true, number: 7 }
}

fn opinion(seat: u32, verdict: Verdict) -> Opinion {
    Opinion { seat, verdict, words: SAID, file: None, behalf: None }
}

impl Running {
    fn along(route: Route) -> Self {
        let begun = Event::DocumentSubmitted(crate::event::DocumentSubmitted {
            document: no(),
            approval: 1,
            version: 2,
            file: digest("v2"),
            stands: Course::begin(no(), 1, (2, digest("v2")), &account("writer"), route.clone()).standing(),
            route,
            number: 1,
            words: None,
        });
        let mut running =
            Self { course: Course::told([(&begun, &account("writer"))]).unwrap(), said: Vec::new() };
        running.said.push((begun, account("writer")));
        running
    }

    fn begin() -> Self {
        Self::along(route())
    }

    /// Takes events in, and checks that what they record is what telling them anew finds.
    fn take(&mut self, by: &str, events: Result<Vec<Event>, Refusal>) -> Result<(), Refusal> {
        for event in events? {
            let recorded = match &event {
                Event::OpinionGiven(e) => Some(e.stands.clone()),
                Event::ApprovalSentBack(e) => Some(e.stands.clone()),
                Event::FurtherOpinionAsked(e) => Some(e.stands.clone()),
                _ => None,
            };
            self.said.push((event, account(by)));
            self.course = Course::told(self.said.iter().map(|(event, by)| (event, by))).unwrap();
            if let Some(recorded) = recorded {
                assert_eq!(self.course.standing(), recorded);
            }
        }
        Ok(())
    }

    fn give(&mut self, by: &str, verdict: Verdict) -> Result<(), Refusal> {
        let seat = self.course.seat_of(&account(by), today())?;
        let who = actor(by, Role::Clerk);
        let events = self.course.opine(opinion(seat, verdict), acting(&who, today()));
        self.take(by, events)
    }

    fn agree(&mut self, by: &str) {
        self.give(by, Verdict::Agree).unwrap_or_else(|refusal| panic!("{by}: {refusal}"));
    }

    fn waits_for(&self) -> Vec<String> {
        let name = |chair: &Chair| chair.account.as_ref().map_or("?".to_owned(), ToString::to_string);
        self.course.waiting().into_iter().map(name).collect()
    }
}

fn candidates() -> Vec<Candidate> {
    let names = ["writer", "head", "left", "right", "boss", "deputy", "expert", "other"];
    let of = |name: &&str| Candidate { account: account(name), role: Role::Clerk, reads: true };
    names.iter().map(of).collect()
}

#[test]
fn a_document_goes_its_whole_way() {
    let mut run = Running::begin();
    let mut seen = vec![run.waits_for()];
    for name in ["head", "right", "left", "deputy", "writer"] {
        assert_eq!(run.course.state, ApprovalState::Running, "not published before {name}");
        run.agree(name);
        seen.push(run.waits_for());
    }
    assert_eq!(seen, [&["head"][..], &["left", "right"], &["left"], &["boss", "deputy"], &["writer"], &[],]);
    assert_eq!(run.course.state, ApprovalState::Published);
    let ended =
        Refusal::ApprovalEnded { document: no(), number: 1, approval_state: ApprovalState::Published };
    assert_eq!(run.give("boss", Verdict::Agree), Err(ended));
}

#[test]
fn seats_in_order_take_turns() {
    let stages = vec![stage("终审", StageKind::Final, Mode::InOrder, &["head", "boss"])];
    let mut run = Running::along(Route { stages });
    assert_eq!(run.waits_for(), ["head"]);
    let boss = actor("boss", Role::Clerk);
    let early = run.course.opine(opinion(2, Verdict::Agree), acting(&boss, today()));
    assert_eq!(early, Err(Refusal::SeatNotWaiting { post: "boss的职务".into() }));
    run.agree("head");
    run.agree("boss");
    assert_eq!(run.course.state, ApprovalState::Published);
}

#[test]
fn sending_back_begins_the_stages_anew_that_follow() {
    let mut run = Running::begin();
    for name in ["head", "left", "right"] {
        run.agree(name);
    }
    run.give("boss", Verdict::SendBack(Some(2))).unwrap();
    assert_eq!((run.course.stage, run.waits_for()), (2, vec!["left".to_owned(), "right".to_owned()]));
    run.agree("left");
    run.give("right", Verdict::SendBack(Some(1))).unwrap();
    assert_eq!(run.waits_for(), ["head"]);
    for name in ["head", "left", "right", "boss", "writer"] {
        run.agree(name);
    }
    assert_eq!(run.course.state, ApprovalState::Published);

    let mut run = Running::begin();
    run.agree("head");
    for stage in [0, 2, 3, 9] {
        assert_eq!(run.give("left", Verdict::SendBack(Some(stage))), Err(Refusal::NoEarlierStage { stage }));
    }
    let left = actor("left", Role::Clerk);
    let silent = Opinion { words: Words::default(), ..opinion(2, Verdict::SendBack(None)) };
    assert_eq!(run.course.opine(silent, acting(&left, today())), Err(Refusal::ReasonNeeded));
    run.give("left", Verdict::SendBack(None)).unwrap();
    assert_eq!((run.course.state, run.waits_for()), (ApprovalState::Returned, vec![]));
}

#[test]
fn nobody_opines_for_another_or_on_their_own() {
    let run = Running::begin();
    let give = |seat, by: &str, role, two_person| {
        let who = actor(by, role);
        let acting = Acting { two_person, ..acting(&who, today()) };
        run.course.opine(opinion(seat, Verdict::Agree), acting).map(|events| events.len())
    };
    assert_eq!(give(1, "head", Role::Clerk, true), Ok(1));
    let not_theirs = Err(Refusal::NotYourSeat { post: "head的职务".into() });
    assert_eq!(give(1, "boss", Role::Clerk, true), not_theirs);
    assert_eq!(
        give(1, "admin", Role::Administrator, false),
        not_theirs,
        "an administrator records, but does not opine"
    );
    assert_eq!(give(9, "head", Role::Clerk, true), Err(Refusal::UnknownSeat { document: no(), seat: 9 }));
    assert_eq!(
        give(1, "head", Role::Administrator, true),
        Err(Refusal::BusinessAccountNeeded { step: Step::Approve })
    );

    // Two-person work was off when the writer took a seat, and is on now.
    let stages = vec![stage("终审", StageKind::Final, Mode::All, &["writer", "boss"])];
    let own = Running::along(Route { stages });
    let writer = actor("writer", Role::Clerk);
    for (two_person, expected) in
        [(true, Err(Refusal::SecondPersonNeeded { step: Step::Approve })), (false, Ok(1))]
    {
        let acting = Acting { two_person, ..acting(&writer, today()) };
        let given = own.course.opine(opinion(1, Verdict::Agree), acting);
        assert_eq!(given.map(|events| events.len()), expected);
    }
    let none = Refusal::NoSeatWaiting { document: no(), seats: vec![] };
    assert_eq!(run.course.seat_of(&account("boss"), today()), Err(none));
}

#[test]
fn what_was_said_elsewhere_needs_what_shows_it() {
    let run = Running::begin();
    let record = |by: &str, evidence: Option<&str>, words, on: &str| {
        let who = actor(by, Role::Administrator);
        let behalf = Behalf { basis: "OA-17".into(), evidence: evidence.map(digest) };
        let said = Opinion { words, behalf: Some((behalf, day(on))), ..opinion(1, Verdict::Agree) };
        run.course.opine(said, acting(&who, today()))
    };
    let given = record("clerk", Some("scan"), NAMED, "2026-10-19").unwrap();
    let [Event::OpinionGiven(given)] = &given[..] else { panic!("{given:?}") };
    assert_eq!((given.evidence, given.on), (Some(digest("scan")), Some(day("2026-10-19"))));
    assert_eq!((given.version, given.file, given.standing_in), (2, digest("v2"), false));
    assert_eq!(record("clerk", None, NAMED, "2026-10-19"), Err(Refusal::ScanNeeded));
    assert_eq!(record("clerk", Some("scan"), SAID, "2026-10-19"), Err(Refusal::PersonNeeded));
    let tomorrow = Refusal::DateInFuture { date: day("2026-10-21"), today: today() };
    assert_eq!(record("clerk", Some("scan"), NAMED, "2026-10-21"), Err(tomorrow));
    let own = Refusal::SecondPersonNeeded { step: Step::Approve };
    assert_eq!(record("writer", Some("scan"), NAMED, "2026-10-19"), Err(own));
}

#[test]
fn a_meeting_brings_its_minutes() {
    let meeting =
        RouteStage { meeting: true, ..stage("会议", StageKind::Final, Mode::All, &["head", "boss"]) };
    let mut run = Running::along(Route { stages: vec![meeting] });
    assert_eq!(run.give("head", Verdict::Agree), Err(Refusal::MinutesNeeded { stage: "会议".into() }));
    let head = actor("head", Role::Clerk);
    let with = Opinion { file: Some(digest("minutes")), ..opinion(1, Verdict::Agree) };
    let events = run.course.opine(with, acting(&head, today()));
    run.take("head", events).unwrap();
    run.agree("boss");
    assert_eq!(run.course.state, ApprovalState::Published, "the minutes are there already");
    let mut run = Running::along(run.course.route);
    run.give("boss", Verdict::SendBack(None)).unwrap();
    assert_eq!(run.course.state, ApprovalState::Returned, "sending back asks for a reason alone");
}

#[test]
fn one_more_opinion_holds_the_stage() {
    let known = candidates();
    let submitter = account("writer");
    let asked = Asked { known: &known, submitter: &submitter, two_person: true };
    let ask = |run: &Running, by: &str, whom: Option<&str>, words| {
        let who = actor(by, Role::Clerk);
        let seat = Seat { post: "专家".into(), account: whom.map(account) };
        run.course.ask_further(seat, words, &asked, acting(&who, today()))
    };
    let mut run = Running::begin();
    for name in ["head", "left", "right"] {
        run.agree(name);
    }
    let events = ask(&run, "boss", Some("expert"), SAID);
    run.take("boss", events).unwrap();
    assert_eq!(run.waits_for(), ["boss", "deputy", "expert"]);
    run.agree("boss");
    assert_eq!(run.waits_for(), ["expert"], "one of several was enough, but not without the further opinion");
    run.agree("expert");
    assert_eq!(run.waits_for(), ["writer"]);

    let run = Running::begin();
    let none = Refusal::NoSeatWaiting { document: no(), seats: vec![] };
    assert_eq!(ask(&run, "boss", Some("expert"), SAID), Err(none));
    let twice = Refusal::SeatTwice { stage: "初审".into(), account: account("head") };
    assert_eq!(ask(&run, "head", Some("head"), SAID), Err(twice));
    let own = Refusal::SeatNotSecond { stage: "初审".into(), account: account("writer") };
    assert_eq!(ask(&run, "head", Some("writer"), SAID), Err(own));
    let nameless = Refusal::SeatNameNeeded { stage: "初审".into(), post: "专家".into() };
    assert_eq!(ask(&run, "head", None, SAID), Err(nameless));
    assert_eq!(ask(&run, "head", None, NAMED).map(|events| events.len()), Ok(1));
}

#[test]
fn who_stands_in_does_so_for_a_time() {
    let known = candidates();
    let submitter = account("writer");
    let asked = Asked { known: &known, submitter: &submitter, two_person: true };
    let name = |run: &Running, by: &Actor, seat, whom: &str, from: &str, to: Option<&str>| {
        let days = (day(from), to.map(day));
        run.course.name_stand_in(seat, account(whom), days, SAID, &asked, acting(by, today()))
    };
    let (head, writer) = (actor("head", Role::Clerk), actor("writer", Role::Clerk));
    let mut run = Running::begin();
    for by in [&head, &writer, &actor("root", Role::Administrator)] {
        assert!(name(&run, by, 1, "other", "2026-10-20", None).is_ok(), "{by:?}");
    }
    let boss = actor("boss", Role::Clerk);
    let not_theirs = Refusal::NotYourSeat { post: "head的职务".into() };
    assert_eq!(name(&run, &boss, 1, "other", "2026-10-20", None), Err(not_theirs));
    let over = Refusal::DatesReversed { from: today(), to: day("2026-10-19") };
    assert_eq!(name(&run, &head, 1, "other", "2026-10-10", Some("2026-10-19")), Err(over));
    let twice = Refusal::SeatTwice { stage: "初审".into(), account: account("head") };
    assert_eq!(name(&run, &head, 1, "head", "2026-10-20", None), Err(twice));
    let own = Refusal::SeatNotSecond { stage: "初审".into(), account: account("writer") };
    assert_eq!(name(&run, &head, 1, "writer", "2026-10-20", None), Err(own));

    let events = name(&run, &head, 1, "other", "2026-10-20", Some("2026-10-22"));
    run.take("head", events).unwrap();
    for (date, expected) in
        [("2026-10-19", false), ("2026-10-20", true), ("2026-10-22", true), ("2026-10-23", false)]
    {
        assert_eq!(run.course.seat_of(&account("other"), day(date)).is_ok(), expected, "{date}");
        assert_eq!(run.course.seat_of(&account("head"), day(date)), Ok(1), "the holder may, all the time");
    }
    let other = actor("other", Role::Clerk);
    let given = run.course.opine(opinion(1, Verdict::Agree), acting(&other, today())).unwrap();
    let [Event::OpinionGiven(given)] = &given[..] else { panic!("{given:?}") };
    assert!(given.standing_in);
    run.agree("head");
    let passed = Refusal::SeatNotWaiting { post: "head的职务".into() };
    assert_eq!(name(&run, &head, 1, "other", "2026-10-20", None), Err(passed));
}

#[test]
fn a_successor_sits_where_the_leaver_sat() {
    let known = candidates();
    let submitter = account("writer");
    let asked = Asked { known: &known, submitter: &submitter, two_person: true };
    let mut run = Running::begin();
    let events = run.course.hand_over(&account("left"), &account("other"), &asked, today(), 7);
    assert_eq!(events.len(), 1);
    run.take("other", Ok(events)).unwrap();
    for name in ["head", "other", "right"] {
        run.agree(name);
    }
    assert_eq!(run.waits_for(), ["boss", "deputy"]);
    // What has been given is given; who submitted cannot take a seat over.
    assert_eq!(run.course.hand_over(&account("head"), &account("other"), &asked, today(), 7), []);
    assert_eq!(run.course.hand_over(&account("boss"), &account("writer"), &asked, today(), 7), []);
}

#[test]
fn reminding_and_taking_back() {
    let mut run = Running::begin();
    let (writer, boss) = (actor("writer", Role::Clerk), actor("boss", Role::Clerk));
    let events = run.course.remind(SAID, acting(&writer, today())).unwrap();
    let [Event::ApprovalReminded(reminded)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(reminded.seats, [1]);
    run.take("writer", Ok(events)).unwrap();
    assert_eq!(run.course.remind(SAID, acting(&writer, today())), Ok(vec![]), "once a day");
    assert_eq!(run.course.remind(SAID, acting(&writer, day("2026-10-21"))).map(|all| all.len()), Ok(1));
    let not_theirs = Refusal::NotSubmitter { document: no(), by: account("writer") };
    assert_eq!(run.course.withdraw(SAID, acting(&boss, today())), Err(not_theirs));
    assert_eq!(run.course.withdraw(Words::default(), acting(&writer, today())), Err(Refusal::ReasonNeeded));
    let events = run.course.withdraw(SAID, acting(&writer, today()));
    run.take("writer", events).unwrap();
    assert_eq!((run.course.state, run.waits_for()), (ApprovalState::Withdrawn, vec![]));
    let ended =
        Refusal::ApprovalEnded { document: no(), number: 1, approval_state: ApprovalState::Withdrawn };
    assert_eq!(run.course.remind(SAID, acting(&writer, today())), Err(ended));
}

fn document() -> Document {
    Document {
        no: no(),
        about: About::Ticket("CD-202610-0001".parse().unwrap()),
        class: DocumentClass { category: "bid".into(), kind: None },
        secrecy: Secrecy::Ordinary,
        valid_until: None,
        on: day("2026-10-14"),
        text_number: 1,
        text: digest("text"),
        versions: 2,
        file: digest("v2"),
        checked_out: None,
        place: None,
        loans: Vec::new(),
        approval: None,
        voided: false,
        next_words: 3,
    }
}

#[test]
fn an_approval_is_about_one_version() {
    let known = candidates();
    let writer = account("writer");
    let asked = Asked { known: &known, submitter: &writer, two_person: true };
    let submission = |version, file: Option<&str>| Submission {
        version,
        file: file.map(digest),
        route: route(),
        outside: BTreeSet::new(),
        words: SAID,
    };
    let send = |document: &Document, last: Option<&Course>, submission| {
        submit(document, last, submission, &writer, &asked).map(|events| events.len())
    };
    assert_eq!(send(&document(), None, submission(2, Some("v2"))), Ok(1));
    let passed = |number| Err(Refusal::VersionPassed { document: no(), number, last: 2 });
    assert_eq!(send(&document(), None, submission(1, None)), passed(1));
    assert_eq!(send(&document(), None, submission(2, Some("v1"))), passed(2));
    let void = Document { voided: true, ..document() };
    assert_eq!(send(&void, None, submission(2, None)), Err(Refusal::DocumentVoid { document: no() }));
    let out = Document { checked_out: Some(account("other")), ..document() };
    let locked = Refusal::DocumentCheckedOut { document: no(), by: account("other") };
    assert_eq!(send(&out, None, submission(2, None)), Err(locked));

    let mut run = Running::begin();
    let running = Refusal::ApprovalRunning { document: no(), number: 1 };
    assert_eq!(send(&document(), Some(&run.course), submission(2, None)), Err(running));
    run.give("head", Verdict::SendBack(None)).unwrap();
    assert_eq!(send(&document(), Some(&run.course), submission(2, None)), Ok(1), "the reason was answered");

    let mut run = Running::begin();
    for name in ["head", "left", "right", "boss", "writer"] {
        run.agree(name);
    }
    let published = Refusal::VersionPublished { document: no(), number: 2 };
    assert_eq!(send(&document(), Some(&run.course), submission(2, None)), Err(published));
    let newer = Document { versions: 3, file: digest("v3"), ..document() };
    assert_eq!(send(&newer, Some(&run.course), submission(3, None)), Ok(1));
}

#[test]
fn a_new_version_and_voiding_end_what_runs() {
    let under = Document { approval: Some(4), ..document() };
    let ended = |events: &[Event]| match events {
        [Event::ApprovalWithdrawn(e), _] => Some((e.approval, e.by, e.by.state())),
        _ => None,
    };
    let added = under.add_version(&account("other"), digest("v3"), true, digest("name")).unwrap();
    assert_eq!(ended(&added), Some((4, EndedBy::Version, ApprovalState::Lapsed)));
    let voided = under.void(&account("other"), Some(digest("why"))).unwrap();
    assert_eq!(ended(&voided), Some((4, EndedBy::Void, ApprovalState::Lapsed)));
    let free = document().add_version(&account("other"), digest("v3"), true, digest("name")).unwrap();
    assert_eq!(free.len(), 1);
}

/// Somebody who is asked says yes, or sends back to a stage by its number, or asks the expert.
fn any_act() -> impl Strategy<Value = (usize, u32)> {
    (0..4_usize, 0..6_u32)
}

proptest! {
    /// Whatever is said, in whatever order: while an approval runs somebody is waited for, who may speak; it is published only where
    /// every stage agreed after the last sending back; and once it has ended nobody is waited for.
    #[test]
    fn nobody_is_ever_left_stuck(acts in prop::collection::vec(any_act(), 0..40)) {
        let known = candidates();
        let submitter = account("writer");
        let asked = Asked { known: &known, submitter: &submitter, two_person: true };
        let mut run = Running::begin();
        let mut agreed_since = 0;
        for (which, to) in acts {
            if run.course.state != ApprovalState::Running {
                break;
            }
            let waiting = run.waits_for();
            prop_assert!(!waiting.is_empty());
            let by = waiting[which % waiting.len()].clone();
            match to {
                1 | 2 if run.give(&by, Verdict::SendBack(Some(to))).is_ok() => agreed_since = 0,
                3 => {
                    let who = actor(&by, Role::Clerk);
                    let seat = Seat { post: "专家".into(), account: Some(account("expert")) };
                    let events = run.course.ask_further(seat, SAID, &asked, acting(&who, today()));
                    let _ = run.take(&by, events);
                }
                _ => {
                    prop_assert!(run.give(&by, Verdict::Agree).is_ok());
                    agreed_since += 1;
                }
            }
        }
        match run.course.state {
            ApprovalState::Running => prop_assert!(!run.waits_for().is_empty()),
            state => {
                prop_assert!(run.waits_for().is_empty());
                prop_assert_eq!(state, ApprovalState::Published);
                prop_assert!(agreed_since >= 4, "终审 and 发布 came after the last sending back");
                let both = |stage| run.course.chairs.iter().any(|chair| chair.stage == stage && chair.agreed);
                prop_assert!((1..=4).all(both));
            }
        }
    }
}
