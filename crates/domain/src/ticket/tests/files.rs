//! Which files a ticket has, in which version, and which of them still hold.

use super::{file, no};
use crate::Event;
use crate::event::{
    AuditAsked, CustomerAccepted, DemandChanged, TicketItemSet, TicketRecordStruck, TicketRecorded,
    TicketTaken,
};
use crate::form::{Answers, ItemState};
use crate::sample::day;
use crate::ticket::{Behalf, FileCategory, TicketState, files};

fn part(item: &str, name: Option<&str>) -> Event {
    let item_state = match name {
        Some(name) => ItemState::Done { on: day("2026-10-14"), file: Some(file(name)) },
        None => ItemState::Open,
    };
    Event::TicketItemSet(TicketItemSet { ticket: no(), item: item.into(), item_state })
}

fn asked(round: u32, name: &str) -> Event {
    let on = day("2026-10-14");
    Event::AuditAsked(AuditAsked { ticket: no(), round, file: file(name), on, late: false })
}

fn record(number: u32, name: Option<&str>) -> Event {
    Event::TicketRecorded(TicketRecorded {
        ticket: no(),
        number,
        kind: "discussion".into(),
        on: day("2026-10-14"),
        answers: Answers::default(),
        text: None,
        file: name.map(file),
    })
}

#[test]
fn a_part_handed_in_again_is_a_new_version_and_the_former_one_no_longer_holds() {
    let acts = [
        Event::TicketTaken(TicketTaken { ticket: no(), on: day("2026-10-13"), state: TicketState::Running }),
        part("software", Some("a")),
        part("hardware", Some("h")),
        part("software", None),
        part("software", Some("b")),
        part("software", Some("a")),
    ];
    let found = files(&acts);
    let said: Vec<_> =
        found.iter().map(|one| (one.act, one.part.as_deref().unwrap(), one.version, one.holds)).collect();
    let expected = [(1, "software", 1, true), (2, "hardware", 1, true), (4, "software", 2, false)];
    assert_eq!(said, expected, "the same file again is the version it was");
    assert!(files(&acts[..4]).iter().all(|one| one.holds == (one.part.as_deref() == Some("hardware"))));
}

#[test]
fn audits_records_and_evidence() {
    let accepted = Event::CustomerAccepted(CustomerAccepted {
        ticket: no(),
        number: 4,
        on: day("2026-10-15"),
        text: None,
        behalf: Behalf { basis: String::new(), evidence: Some(file("mail")) },
    });
    let strike = TicketRecordStruck { ticket: no(), number: 2, reason: "写错".into() };
    let shown = Behalf { basis: String::new(), evidence: Some(file("chat")) };
    let changed = Event::DemandChanged(DemandChanged {
        ticket: no(),
        number: 9,
        on: day("2026-10-15"),
        again: true,
        file: Some(file("form")),
        text: None,
        behalf: Some(shown),
        review_by: None,
        state: TicketState::Consented,
    });
    let acts = [
        asked(1, "v1"),
        asked(2, "v2"),
        record(1, None),
        record(2, Some("minutes")),
        record(3, Some("minutes")),
        Event::TicketRecordStruck(strike),
        accepted,
        changed,
    ];
    let found = files(&acts);
    let said: Vec<_> = found.iter().map(|one| (one.category, one.number, one.version, one.holds)).collect();
    use FileCategory::{Application, Audit, Evidence, Record};
    assert_eq!(
        said,
        [
            (Audit, None, 1, false),
            (Audit, None, 2, true),
            (Record, Some(2), 1, false),
            (Record, Some(3), 1, true),
            (Evidence, None, 1, true),
            (Application, None, 1, true),
            (Evidence, None, 1, true),
        ]
    );
}
