//! Tickets in spreadsheets: the filtered list given out, rows registered.

use super::list::{Tickets, standing_days, standing_word, wanted};
use super::said;
use super::words::{Days, keep, kept_texts};
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_sheet};
use crate::organisation::word;
use crate::parse;
use crate::personal::{account_subject, engineer_subject};
use crate::restricted::{does_ticket, seen};
use crate::session::App;
use domain::Refusal;
use domain::deadline::standing;
use domain::event::Event;
use domain::form::{Answers, Field};
use domain::kernel::{Month, UnitCode};
use domain::personal::TicketPart;
use domain::ticket::{Registration, TicketIdentity, TicketLink, TicketNo, TypesInForce, Words};
use ledger::Tx;
use ledger::ticket::{facts, sheet as listed};
use serde::{Deserialize, Serialize};
use sheet::kinds::{TicketRow, TicketStandingCells};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Writes a list of tickets as a spreadsheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportTickets {
    /// Which, and in which order; all pages of them.
    pub list: Tickets,
    /// The file; `.csv` writes CSV.
    pub out: String,
}

/// `exportTickets`.
pub fn export(app: &mut App, request: ExportTickets) -> Result<FileView, AppError> {
    let asked = request.list.unit.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let unit = asked.map(parse::unit).transpose()?;
    let rows = rows(app, request.list)?;
    let written = write_sheet(&sheet::kinds::Tickets, &rows, &request.out)?;
    handed_out(app, "exportTickets", unit, written)
}

/// Tickets as rows.
pub(crate) fn rows(app: &App, list: Tickets) -> Result<Vec<TicketRow>, AppError> {
    let Some((_, wanted)) = wanted(app, list)? else { return Ok(Vec::new()) };
    let (conn, days) = (app.conn()?, Days::of(app.conn()?, app.today()?)?);
    let with = days.reckoning();
    let found = listed::listed(conn, &wanted)?;
    let accounts = found.iter().filter_map(|one| one.requester.as_ref()).map(account_subject);
    let staff = found.iter().flat_map(|one| one.first.iter().chain(&one.second)).map(engineer_subject);
    let subjects: BTreeSet<String> = accounts.chain(staff).collect();
    let names = app.names(&subjects.into_iter().collect::<Vec<_>>())?;
    found
        .into_iter()
        .map(|one| {
            let contact = kept_texts(conn, &one.no, TicketPart::Contact, one.contact.as_ref())?;
            let personal = kept_texts(conn, &one.no, TicketPart::Fields, one.text.as_ref())?;
            let requester = one.requester.as_ref().map(|account| {
                names.get(&account_subject(account)).cloned().unwrap_or_else(|| account.to_string())
            });
            let person = |staff_no: Option<domain::kernel::StaffNo>| {
                let no = staff_no?;
                let name = names.get(&engineer_subject(&no));
                Some(said::person(name.map(String::as_str), Some(no.as_str())))
            };
            let works = does_ticket(app, &one.no)?;
            let stands = one.days.delivery(with.rules).map(|term| standing(&term, with.calendar, with.today));
            Ok(TicketRow {
                ticket: Some(one.no.to_string()),
                unit: one.no.unit.clone(),
                kind: one.kind.label.clone(),
                title: one.title,
                customer: one.customer,
                requester: requester.or_else(|| contact.get("name").cloned()),
                phone: contact.get("phone").cloned(),
                channel: one.channel,
                urgency: one.urgency,
                complexity: one.complexity,
                received_on: one.received_on,
                due_on: one.asked_for,
                fields: filled(&one.kind.fields, &one.answers, personal, works),
                standing: TicketStandingCells {
                    state: Some(said::of("ticketState", &word(&one.days.state))),
                    first: person(one.first),
                    second: person(one.second),
                    due_on: one.days.due_on,
                    delivered_on: one.days.delivered_on,
                    closed_on: one.closed_on,
                    standing: stands
                        .map(|stands| said::standing(standing_word(stands), standing_days(stands))),
                },
            })
        })
        .collect()
}

/// What is filled in, a field a line as it is read back.
fn filled(
    fields: &[Field],
    answers: &Answers,
    personal: BTreeMap<String, String>,
    works: bool,
) -> Option<String> {
    let texts = seen(super::view::texts_of(answers, personal), fields, works);
    let line = |field: &Field| {
        let text = texts.get(&field.code)?;
        // A field is one line of the cell: what has several lines of its own is written on one.
        Some(format!("{}：{}", field.label, text.replace('\n', "；")))
    };
    let lines: Vec<String> = fields.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// A row that cannot be registered: its place, the column it is about, why.
pub(crate) type RowRefused = (usize, &'static str, Refusal);

/// What registering rows came to: entries, or everything that stands in the way.
pub(crate) type Registered = Result<Vec<Event>, Vec<RowRefused>>;

/// Registers rows that are not registered yet; those that are, by number or by what identifies them, are left as they are.
pub(crate) fn register_rows(
    tx: &Tx<'_>,
    rows: &[TicketRow],
    month: Month,
    days: &Days,
) -> Result<Registered, AppError> {
    let conn = tx.conn();
    let units = ledger::organisation::query::units(conn)?;
    let named: BTreeSet<UnitCode> =
        rows.iter().map(|row| row.unit.clone()).filter(|unit| units.contains_key(unit)).collect();
    let known = listed::identities(conn, named.iter().cloned())?;
    let mut rows_of: BTreeMap<TicketIdentity, usize> = BTreeMap::new();
    let (mut types, mut serials) = (BTreeMap::new(), BTreeMap::new());
    for unit in named {
        types.insert(unit.clone(), facts::types(conn, &unit)?);
        serials.insert(unit.clone(), facts::last_serial(conn, &unit, month)?);
    }
    let (mut events, mut refused) = (Vec::new(), Vec::new());
    for (index, row) in rows.iter().enumerate() {
        if let Some(number) = &row.ticket {
            let no: Option<TicketNo> = number.parse().ok();
            let there = no.map(|no| ledger::ticket::query::head(conn, &no)).transpose()?.flatten();
            if there.is_none() {
                refused.push((index, "工单号", Refusal::UnknownTicket { ticket: number.clone() }));
            }
            continue;
        }
        let Some((of_unit, serial)) = types.get(&row.unit).zip(serials.get_mut(&row.unit)) else {
            refused.push((index, "单位代码", Refusal::UnknownUnit { unit: row.unit.clone() }));
            continue;
        };
        // The unit's own type comes before one of all units that is called so.
        let kind = of_unit.iter().rev().find(|known| known.body.label == row.kind.trim());
        let Some(kind) = kind else {
            refused.push((index, "工单类型", Refusal::UnknownTicketType { kind: row.kind.clone() }));
            continue;
        };
        let identity = TicketIdentity::typed(
            row.unit.clone(),
            kind.key.clone(),
            &row.title,
            row.customer.as_deref(),
            row.received_on,
        );
        if let Some(first_row) = rows_of.get(&identity) {
            refused.push((index, "标题", Refusal::TicketTwice { first_row: *first_row }));
            continue;
        }
        let registered = known.contains(&identity);
        rows_of.insert(identity, index);
        if registered {
            continue;
        }
        let no = TicketNo { unit: row.unit.clone(), month, serial: *serial + 1 };
        match register_row(tx, row, kind, no, days)? {
            Ok(more) => {
                *serial += 1;
                events.extend(more);
            }
            Err(refusal) => refused.push((index, column(&refusal), refusal)),
        }
    }
    Ok(if refused.is_empty() { Ok(events) } else { Err(refused) })
}

fn register_row(
    tx: &Tx<'_>,
    row: &TicketRow,
    kind: &TypesInForce,
    no: TicketNo,
    days: &Days,
) -> Result<Result<Vec<Event>, Refusal>, AppError> {
    let typed = match typed(&kind.body.fields, row.fields.as_deref().unwrap_or_default()) {
        Ok(typed) => typed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (answers, texts) = match Answers::read(&kind.body.fields, &typed) {
        Ok(read) => read,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let kept = keep(tx, &no, TicketPart::Fields, &texts)?;
    let name = row.requester.clone().unwrap_or_default();
    let contact = if name.trim().is_empty() {
        None
    } else {
        let phone = row.phone.clone().unwrap_or_default();
        let texts = BTreeMap::from([("name".to_owned(), name), ("phone".to_owned(), phone)]);
        keep(tx, &no, TicketPart::Contact, &texts)?
    };
    let new = Registration {
        kind: kind.clone(),
        title: row.title.clone(),
        customer: row.customer.clone(),
        requester: None,
        contact,
        channel: row.channel,
        urgency: row.urgency,
        complexity: row.complexity,
        received_on: row.received_on,
        due_on: row.due_on,
        answers,
        text: Words { kept, text: kept.is_some(), person: false },
    };
    let whose = super::link::recognised(tx.conn(), &no.unit, TicketLink::default(), row.customer.as_deref())?;
    let linked = super::link::events(tx.conn(), &no, whose)?;
    let registered = domain::ticket::register(new, no, &days.reckoning());
    Ok(registered.map(|mut events| {
        events.extend(linked);
        events
    }))
}

/// Fields by code, from lines of label, colon and text.
fn typed(fields: &[Field], text: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let mut typed = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (label, said) = line.split_once(['：', ':']).unwrap_or((line, ""));
        let field = fields.iter().find(|field| field.label == label.trim());
        let field = field.ok_or_else(|| Refusal::UnknownField { field: label.trim().to_owned() })?;
        let said = said.trim();
        // Several choices stand on lines of their own where they are typed.
        let several = matches!(field.kind, domain::form::FieldKind::Several(_));
        let said = if several { said.replace(['；', '、'], "\n") } else { said.to_owned() };
        let said = match (&field.kind, said.as_str()) {
            (domain::form::FieldKind::YesNo, "是") => "yes".to_owned(),
            (domain::form::FieldKind::YesNo, "否") => "no".to_owned(),
            _ => said,
        };
        typed.insert(field.code.clone(), said);
    }
    Ok(typed)
}

/// The column that a refusal is about.
fn column(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::TitleLength { .. } => "标题",
        Refusal::CustomerNeeded => "客户",
        Refusal::RequesterNeeded => "申请人",
        Refusal::ReceivedLater { .. } => "受理日期",
        Refusal::DueBefore { .. } | Refusal::DueOnDayOff { .. } | Refusal::DueTooFar { .. } => "要求完成日期",
        _ => "工单内容",
    }
}
