//! Which forms are filled in, and when what is done with them.

use super::super::{Service, Todo, calendar, moment};
use super::words::{self, FORMS};
use super::{Step, Talk, TalkAct};
use crate::demo::cast::{self, Engineer, UNITS};
use crate::registers::TaskBody;
use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeMap;

/// Talks with customers in the year; every other kind is a share of them.
const CONTACTS: usize = 160;
const SURVEYS: usize = 120;
const VISITS: usize = 48;
const COMPLAINTS: usize = 20;
const PROBLEMS: usize = 12;
const OTHERS: usize = 56;

/// Whom a form is about: drawn once for each.
struct About {
    day: NaiveDate,
    unit: &'static str,
    engineer: String,
    customer: usize,
    project: Option<usize>,
    name: String,
}

pub(in crate::demo::service) fn talks(
    random: &mut fastrand::Rng,
    service: &mut Service,
    engineers: &[Engineer],
) {
    minutes(random, service, engineers);
    let days: Vec<NaiveDate> = calendar::all().skip(3).collect();
    let spread = |number: usize, of: usize| days[number * days.len() / of];
    for number in 0..CONTACTS {
        let about = about(random, service, engineers, spread(number, CONTACTS));
        let (content, result, news) = words::CONTENTS[random.usize(..words::CONTENTS.len())];
        let fields = said(&[
            ("channel", words::CONTACT_CHANNELS[random.usize(..words::CONTACT_CHANNELS.len())]),
            ("people", "客户信息科科长、客户经理、支撑人员"),
            ("content", content),
            ("result", result),
            ("news", news),
        ]);
        planned(service, random, &about, "contact", format!("{}：{content}", about.name), fields);
    }
    for number in 0..SURVEYS {
        let about = about(random, service, engineers, spread(number, SURVEYS));
        surveyed(random, service, &about);
    }
    for number in 0..VISITS {
        let about = about(random, service, engineers, spread(number, VISITS));
        visited(random, service, &about, number);
    }
    for number in 0..COMPLAINTS {
        let about = about(random, service, engineers, spread(number, COMPLAINTS));
        complained(random, service, &about, number);
    }
    for number in 0..PROBLEMS {
        let about = about(random, service, engineers, spread(number, PROBLEMS));
        let (kind, product, problem) = words::PROBLEMS[number % words::PROBLEMS.len()];
        let severity = ["一般", "较重"][number % 2];
        let fields =
            said(&[("kind", kind), ("product", product), ("severity", severity), ("problem", problem)]);
        planned(service, random, &about, "problem", format!("{product}：{kind}"), fields);
        let steps: [&'static Step; 3] = [&words::SENT, &words::RESEARCHED, &words::SOLVED];
        follow(random, service, about.day, &[(steps[0], 0), (steps[1], 6), (steps[2], 5)]);
    }
    for number in 0..OTHERS {
        let about = about(random, service, engineers, spread(number, OTHERS));
        let (kind, title, fields) = FORMS[number % FORMS.len()];
        planned(service, random, &about, kind, format!("{}{title}", about.name), said(fields));
        if kind == "quote" {
            let first = if number % 3 == 2 { &words::QUOTE_RETURNED } else { &words::QUOTE_AGREED };
            follow(random, service, about.day, &[(first, 1)]);
            if number % 3 != 2 {
                follow(random, service, about.day, &[(&words::QUOTE_RELEASED, 3)]);
            }
        }
    }
}

fn said(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
}

fn about(random: &mut fastrand::Rng, service: &Service, engineers: &[Engineer], day: NaiveDate) -> About {
    let there = calendar::there(engineers, day);
    let engineer = there[random.usize(..there.len())];
    let running = service.running(engineer.unit, day);
    let project = (!running.is_empty()).then(|| running[random.usize(..running.len())]);
    let own = service.customers_of(engineer.unit);
    let customer = project.map_or_else(|| own[random.usize(..own.len())], |p| service.projects[p].customer);
    let name = service.customers[customer].name.clone();
    About { day, unit: engineer.unit, engineer: engineer.staff_no.clone(), customer, project, name }
}

/// Plans a form about somebody, on its day.
fn planned(
    service: &mut Service,
    random: &mut fastrand::Rng,
    about: &About,
    kind: &'static str,
    title: String,
    fields: BTreeMap<String, String>,
) {
    let with_engineer = !matches!(kind, "problem" | "competitors" | "quote" | "market" | "projectSummary");
    let with_project = !matches!(kind, "complaint" | "inquiry" | "market");
    let customer = (kind != "market").then_some(about.customer);
    let when = moment(about.day, random.u32(9..12), random);
    service.talks.push(Talk {
        unit: about.unit,
        kind,
        customer,
        project: about.project.filter(|_| with_project),
        engineer: with_engineer.then(|| about.engineer.clone()),
        title,
        fields,
        tasks: Vec::new(),
        last: when,
        number: None,
    });
    service.plan(when, Todo::Talk(service.talks.len() - 1, TalkAct::Register));
}

/// Plans steps of the form planned last, each so many working days after the one before.
fn follow(
    random: &mut fastrand::Rng,
    service: &mut Service,
    from: NaiveDate,
    steps: &[(&'static Step, u32)],
) {
    let mut day = from;
    for (step, days) in steps {
        if *days > 0 {
            day = calendar::after(day, *days);
        }
        act(random, service, day, 14, TalkAct::Step(step));
    }
}

/// Plans an act on the form planned last, if the year goes so far. Those of one hour keep their order.
fn act(random: &mut fastrand::Rng, service: &mut Service, day: NaiveDate, hour: u32, act: TalkAct) {
    if day <= calendar::last() {
        let index = service.talks.len() - 1;
        let talk = &mut service.talks[index];
        talk.last = moment(day, hour, random).max(talk.last + chrono::TimeDelta::seconds(30));
        let when = talk.last;
        service.plan(when, Todo::Talk(index, act));
    }
}

/// Every unit meets four times in the year, and gives two tasks each time.
fn minutes(random: &mut fastrand::Rng, service: &mut Service, engineers: &[Engineer]) {
    for (place, (unit, ..)) in UNITS.iter().enumerate() {
        for (number, month) in [3, 6, 9, 11].into_iter().enumerate() {
            let first = NaiveDate::from_ymd_opt(2026, month, 1).unwrap_or_default();
            let day = calendar::after(first, 3 + (place % 9) as u32);
            let there: Vec<&Engineer> =
                calendar::there(engineers, day).into_iter().filter(|e| e.unit == *unit).collect();
            let [one, .., other] = there.as_slice() else { continue };
            let title = format!("{month} 月{}", words::MEETINGS[number % words::MEETINGS.len()]);
            let chair = cast::name(random);
            let people = format!("{chair}、{}、{}、客户经理", one.name, other.name);
            let fields = said(&[
                ("meeting", words::MEETING_KINDS[number % words::MEETING_KINDS.len()]),
                ("time", "14:00—16:00"),
                ("place", "分公司三楼会议室"),
                ("chair", &chair),
                ("attendees", &people),
                ("matter", words::MATTERS[(place + number) % words::MATTERS.len()]),
                ("decisions", words::DECISIONS[(place + number) % words::DECISIONS.len()]),
            ]);
            let task = |of: usize, staff_no: Option<&Engineer>, days: u32| TaskBody {
                text: words::TASKS[of % words::TASKS.len()].to_owned(),
                staff_no: staff_no.map(|e| e.staff_no.clone()),
                person: staff_no.is_none().then(|| "客户经理".to_owned()),
                until: calendar::after(day, days).to_string(),
            };
            let tasks = vec![task(place + number, Some(one), 5), task(place + number + 3, None, 8)];
            let about = About {
                day,
                unit,
                engineer: one.staff_no.clone(),
                customer: service.customers_of(unit)[0],
                project: None,
                name: String::new(),
            };
            planned(service, random, &about, "minutes", title, fields);
            let talk = service.talks.last_mut().expect("just planned");
            (talk.customer, talk.engineer, talk.tasks) = (None, None, tasks);
            act(random, service, calendar::after(day, 4), 16, TalkAct::EndTask(1, true));
            // A few are never reported on; one in six is not done.
            if (place + number) % 5 != 4 {
                let done = (place + number) % 6 != 5;
                act(random, service, calendar::after(day, 8 + day.day() % 3), 16, TalkAct::EndTask(2, done));
            }
        }
    }
}

fn surveyed(random: &mut fastrand::Rng, service: &mut Service, about: &About) {
    const MARKS: [&str; 5] = ["5 很满意", "4 满意", "3 一般", "2 不满意", "1 很不满意"];
    let mark = |random: &mut fastrand::Rng| MARKS[[0, 0, 0, 0, 1, 1, 1, 2, 0, 3][random.usize(..10)]];
    let advice = words::ADVICE[random.usize(..words::ADVICE.len())];
    let fields = said(&[
        ("response", mark(random)),
        ("quality", mark(random)),
        ("expertise", mark(random)),
        ("attitude", MARKS[random.usize(..2)]),
        ("overall", mark(random)),
        ("advice", advice),
    ]);
    planned(service, random, about, "survey", format!("{}售前服务满意度", about.name), fields);
}

fn visited(random: &mut fastrand::Rng, service: &mut Service, about: &About, number: usize) {
    let (way, purpose) = words::PURPOSES[number % words::PURPOSES.len()];
    let important = number % 6 == 2;
    let mut fields = said(&[
        ("way", way),
        ("purpose", purpose),
        ("importance", if important { "重要" } else { "一般" }),
        ("number", ["3", "5", "8"][number % 3]),
        ("people", "分管副主任、信息科科长、工程师"),
        ("hosts", "政企部主任、客户经理、支撑人员"),
        ("schedule", "14:00 到达；14:10 汇报和演示；15:30 讨论；16:30 结束"),
        ("leader", if important { "yes" } else { "no" }),
    ]);
    let host = way == "客户来访";
    if host {
        fields.extend(said(&[("class", "业务接待"), ("level", "对等接待"), ("budget", "1200")]));
    }
    planned(service, random, about, "visit", format!("{}：{purpose}", about.name), fields);
    if number % 11 == 10 {
        return act(random, service, about.day, 13, TalkAct::Void);
    }
    follow(random, service, about.day, &[(&words::DEPARTMENT, 0)]);
    if important {
        follow(random, service, about.day, &[(&words::COMPANY, 1)]);
    }
    let held = calendar::after(about.day, 2);
    for (item, done) in
        [("confirmed", true), ("told", true), ("equipment", true), ("papers", true), ("car", host)]
    {
        act(random, service, held, 9, TalkAct::Item(item, done));
    }
    if host {
        act(random, service, held, 9, TalkAct::Item("room", true));
    }
    follow(random, service, held, &[(&words::HELD, 0), (&words::FILED, 3)]);
}

fn complained(random: &mut fastrand::Rng, service: &mut Service, about: &About, number: usize) {
    let (title, content, severity) = words::COMPLAINTS[number % words::COMPLAINTS.len()];
    let fields = said(&[
        ("kind", if severity == "较重" { "投诉" } else { "意见" }),
        ("channel", ["电话", "当面", "平台"][number % 3]),
        ("from", "信息科负责人"),
        ("severity", severity),
        ("content", content),
    ]);
    planned(service, random, about, "complaint", format!("{}：{title}", about.name), fields);
    // The last one is still being looked into.
    if number + 1 == COMPLAINTS {
        return;
    }
    let verdict = [&words::UPHELD, &words::NOT_UPHELD, &words::PARTLY_UPHELD][number % 3];
    follow(random, service, about.day, &[(&words::HANDLED, 2), (verdict, 1), (&words::ANSWERED, 2)]);
}
