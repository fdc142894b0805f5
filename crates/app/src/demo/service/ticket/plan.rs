//! Which tickets come in, and when what is done with them.

use super::super::words::SUBJECTS;
use super::super::{Service, Todo, calendar, city, moment};
use super::{Ticket, TicketAct};
use crate::demo::cast::{self, Engineer};
use chrono::{DateTime, NaiveDate, Utc};

/// Tickets of the year.
const TICKETS_OF_THE_YEAR: usize = 3_000;

/// Types with their weight of a hundred, working days to delivery, and what they are about.
const KINDS: [(&str, u8, u32, &str); 8] = [
    ("opportunity", 24, 3, "商机信息收集"),
    ("analysis", 10, 5, "需求分析"),
    ("exchange", 23, 5, "技术交流"),
    ("solution", 13, 10, "方案编制"),
    ("bid", 7, 10, "投标支撑"),
    ("bidOnSite", 6, 5, "现场应标"),
    ("other", 13, 5, "资料收集与分析"),
    ("support", 4, 10, "技术支持"),
];

const CHANNELS: [&str; 5] = ["phone", "phone", "mail", "onSite", "chat"];

/// Plans every ticket, spread over the working days.
pub(in crate::demo::service) fn tickets(
    random: &mut fastrand::Rng,
    service: &mut Service,
    engineers: &[Engineer],
) {
    let days: Vec<NaiveDate> = calendar::all().skip(1).collect();
    for number in 0..TICKETS_OF_THE_YEAR {
        let day = days[number * days.len() / TICKETS_OF_THE_YEAR];
        let there = calendar::there(engineers, day);
        let first = there[random.usize(..there.len())];
        let beside: Vec<&&Engineer> = there
            .iter()
            .filter(|other| other.unit == first.unit && other.staff_no != first.staff_no)
            .collect();
        let second = (!beside.is_empty() && random.u8(..10) < 6)
            .then(|| beside[random.usize(..beside.len())].staff_no.clone());
        let own = service.customers_of(first.unit);
        let running = service.running(first.unit, day);
        let (mut kind, mut days_of, mut about) = drawn(random);
        if kind == "analysis" && running.is_empty() {
            (kind, days_of, about) = ("exchange", KINDS[2].2, KINDS[2].3);
        }
        let linked = match kind {
            "analysis" => true,
            "opportunity" | "other" => false,
            _ => random.u8(..10) < 7,
        };
        let project = (linked && !running.is_empty()).then(|| running[random.usize(..running.len())]);
        let customer =
            project.map_or_else(|| own[random.usize(..own.len())], |p| service.projects[p].customer);
        let name = &service.customers[customer].name;
        let title = match project {
            Some(project) => format!("{}{about}", service.projects[project].title),
            None => {
                let subject = SUBJECTS[random.usize(..SUBJECTS.len())];
                format!("{}{subject}{about}", name.strip_prefix(city(first.unit)).unwrap_or(name))
            }
        };
        let urgent = random.u8(..100);
        let asked = kind == "bid" || random.u8(..100) < 40;
        let ticket = Ticket {
            unit: first.unit,
            kind,
            customer,
            project,
            title,
            requester: cast::name(random),
            phone: format!("138{:08}", random.u32(..100_000_000)),
            channel: CHANNELS[random.usize(..CHANNELS.len())],
            urgency: if urgent < 4 {
                "critical"
            } else if urgent < 20 {
                "urgent"
            } else {
                "normal"
            },
            complexity: ["simple", "ordinary", "ordinary", "complex"][random.usize(..4)],
            due_on: asked.then(|| calendar::after(day, days_of).to_string()),
            first: first.staff_no.clone(),
            second,
            turn: random.usize(..10_000),
            number: None,
        };
        service.tickets.push(ticket);
        course(random, service, day, days_of);
    }
}

fn drawn(random: &mut fastrand::Rng) -> (&'static str, u32, &'static str) {
    let mut left = random.u8(..100);
    for (kind, weight, days, about) in KINDS {
        if left < weight {
            return (kind, days, about);
        }
        left -= weight;
    }
    (KINDS[0].0, KINDS[0].2, KINDS[0].3)
}

/// Acts of one ticket, in their order: none comes before the one planned before it.
struct Course<'a> {
    service: &'a mut Service,
    index: usize,
    last: DateTime<Utc>,
}

impl Course<'_> {
    fn at(&mut self, random: &mut fastrand::Rng, day: NaiveDate, hour: u32, act: TicketAct) {
        self.last = moment(day, hour, random).max(self.last + chrono::TimeDelta::minutes(2));
        if day <= calendar::last() {
            self.service.plan(self.last, Todo::Ticket(self.index, act));
        }
    }
}

/// Plans what is done with the ticket that was planned last.
fn course(random: &mut fastrand::Rng, service: &mut Service, received: NaiveDate, days_of: u32) {
    let index = service.tickets.len() - 1;
    let (kind, turn) = (service.tickets[index].kind, service.tickets[index].turn);
    let mut course = Course { service, index, last: DateTime::UNIX_EPOCH };
    course.at(random, received, 9, TicketAct::Register);
    let mut day = received;
    let recent = (calendar::last() - received).num_days();
    if kind == "support" {
        // Some of the last days' wait for the sales manager; one in twelve is not taken on.
        if recent < 20 && turn % 2 == 0 {
            return;
        }
        course.at(random, day, 14, TicketAct::Consent);
        day = calendar::after(day, 1);
        if turn % 12 == 5 {
            return course.at(random, day, 10, TicketAct::Decline);
        }
        course.at(random, day, 10, TicketAct::Review);
    }
    // What came in on the last day is partly nobody's yet.
    if recent == 0 && index.is_multiple_of(3) {
        return;
    }
    course.at(random, day, 11, TicketAct::Assign);
    if turn % 40 == 7 {
        return course.at(random, calendar::after(day, 1), 10, TicketAct::Void);
    }
    let taken = if turn % 4 == 0 || (recent == 0 && index % 3 == 1) { calendar::after(day, 1) } else { day };
    course.at(random, taken, 14, TicketAct::Take);
    if recent < 12 && turn % 9 == 0 {
        return course.at(random, calendar::after(taken, 1), 15, TicketAct::Pause);
    }
    // A few of the last weeks lie about.
    if recent < 60 && turn % 97 == 5 {
        return;
    }
    // Most are in time, one in twenty is late.
    let needed = if turn % 20 == 3 { days_of + random.u32(1..4) } else { random.u32(1..days_of.max(2)) };
    let delivered = calendar::after(day, needed.max(1));
    let begun = calendar::after(day, needed.div_ceil(2)).min(delivered);
    for act in early(kind, turn) {
        course.at(random, begun, 10, *act);
    }
    for act in late(kind, turn) {
        course.at(random, delivered, 10, act);
    }
    course.at(random, delivered, 15, TicketAct::Deliver);
    let mut confirmed = calendar::after(delivered, random.u32(1..4));
    if turn % 37 == 11 {
        course.at(random, confirmed, 9, TicketAct::Reject);
        course.at(random, calendar::after(confirmed, 1), 16, TicketAct::Deliver);
        confirmed = calendar::after(confirmed, 2);
    }
    if matches!(kind, "exchange" | "solution") {
        course.at(random, confirmed, 9, TicketAct::Accept);
    }
    course.at(random, confirmed, 10, TicketAct::Confirm);
    if kind == "support" || turn % 3 == 0 {
        course.at(random, confirmed, 10, TicketAct::Rate);
    }
    course.at(random, confirmed, 11, TicketAct::Close);
}

/// What is done while the work goes on.
fn early(kind: &str, turn: usize) -> &'static [TicketAct] {
    use TicketAct::{AskAudit, Audited, Fill, Part, Record, Step};
    match kind {
        "opportunity" | "bidOnSite" => &[Fill],
        "analysis" => &[Fill, Record("discussion")],
        "exchange" => &[Record("exchange")],
        // One in five is a training.
        "other" if turn % 5 == 4 => &[Record("training")],
        "support" => &[Fill, Record("action")],
        "bid" if turn.is_multiple_of(2) => &[
            Step("analysis"),
            Part("analysis", 0),
            Step("material"),
            Step("discussion"),
            Record("discussion"),
            Step("report"),
            Record("report"),
            Step("writing"),
            AskAudit(1),
            Audited(false),
        ],
        "bid" => &[
            Step("analysis"),
            Part("analysis", 0),
            Step("material"),
            Step("discussion"),
            Record("discussion"),
            Step("report"),
            Record("report"),
            Step("writing"),
        ],
        _ => &[],
    }
}

/// What is done on the day of delivery.
fn late(kind: &str, turn: usize) -> Vec<TicketAct> {
    use TicketAct::{AskAudit, Audited, NoPart, Part};
    match kind {
        "analysis" => vec![Part("report", 0), Part("outline", 1)],
        "exchange" => vec![Part("solution", 2)],
        "solution" => {
            let hardware = if turn.is_multiple_of(2) { NoPart("hardware") } else { Part("hardware", 0) };
            let mut parts = vec![Part("software", 0), hardware, Part("topology", 1)];
            parts.extend([Part("implementation", 2), Part("cost", 0)]);
            if turn % 3 == 2 {
                parts.push(Part("lines", 1));
            }
            parts.push(Part("overall", 2));
            parts
        }
        "bid" => vec![AskAudit(2), Audited(true)],
        "other" => vec![Part("outcome", 0)],
        _ => Vec::new(),
    }
}
