//! 人员名册: the units' people as they stand today, those who are awaited among them.

use super::head::{Tables, personal_head};
use super::words;
use crate::clock::local_day;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::organisation::sees;
use crate::personal::engineer_subject;
use crate::session::App;
use chrono::NaiveDate;
use domain::kernel::{StaffNo, UnitCode};
use domain::people::{Requirement, Standing, register_no};
use ledger::people::{dossier, query};
use report::view::{PersonnelRegister, RegisteredPerson, RegisteredUnit};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Makes a register of people as a PDF.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakePersonnelRegister {
    /// Only these units; all that the account may see where empty.
    #[serde(default)]
    pub units: Vec<String>,
    /// Whether those who left are in it too.
    #[serde(default)]
    pub gone: bool,
    /// The file.
    pub out: String,
}

/// `makePersonnelRegister`. Nothing is recorded: it is a list of one side's own.
pub fn personnel_register(app: &mut App, request: MakePersonnelRegister) -> Result<FileView, AppError> {
    let view = view(app, &request)?;
    let bytes = report::render_personnel_register(&view, &app.fonts()?)?;
    write_file(&request.out, &bytes)
}

fn view(app: &App, request: &MakePersonnelRegister) -> Result<PersonnelRegister, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let tables = Tables::read(app, None)?;
    let mut wanted: BTreeSet<UnitCode> = BTreeSet::new();
    for code in tables.units.keys() {
        let asked = request.units.is_empty() || request.units.iter().any(|unit| unit == code.as_str());
        if asked && sees(app, code)? {
            wanted.insert(code.clone());
        }
    }
    let mut staff: BTreeSet<StaffNo> = BTreeSet::new();
    for stay in query::memberships(conn)? {
        if wanted.contains(&stay.unit) && (request.gone || stay.lasts_to(today)) {
            staff.insert(stay.staff_no);
        }
    }
    staff.extend(
        dossier::announced(conn)?
            .into_iter()
            .filter(|open| wanted.contains(&open.unit))
            .map(|open| open.staff_no),
    );
    let subjects: Vec<String> = staff.iter().map(engineer_subject).collect();
    let known = ledger::personal_many(conn, &subjects.iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut units: BTreeMap<UnitCode, Vec<RegisteredPerson>> = BTreeMap::new();
    for (staff_no, subject) in staff.iter().zip(&subjects) {
        for (unit, line) in lines(app, staff_no, known.get(subject), today)? {
            let leaves_out = !request.gone && !line.left_on.is_empty() && line.left_on < today.to_string();
            if wanted.contains(&unit) && !leaves_out {
                units.entry(unit).or_default().push(line);
            }
        }
    }
    let count: usize = units.values().map(Vec::len).sum();
    let which = if request.gone { "在岗、待到岗和已离岗" } else { "在岗和待到岗" };
    let figures = json!({ "kind": "personnelRegister", "asOf": today, "lines": count }).to_string();
    let maker = tables.unit(&app.installation()?.unit);
    Ok(PersonnelRegister {
        head: personal_head(app, &tables, register_no(today), maker, figures)?,
        as_of: today.to_string(),
        sentence: format!("本名册列出截至 {today} {which}的人员，{} 个单位，共 {count} 人次。", units.len()),
        units: units
            .into_iter()
            .map(|(code, people)| RegisteredUnit { name: tables.unit(&code), people })
            .collect(),
    })
}

/// A person's stays, and the announcement that waits, each as a line with its unit.
fn lines(
    app: &App,
    staff_no: &StaffNo,
    known: Option<&Map<String, Value>>,
    today: NaiveDate,
) -> Result<Vec<(UnitCode, RegisteredPerson)>, AppError> {
    let Some(file) = dossier::dossier(app.conn()?, staff_no, today, local_day)? else {
        return Ok(Vec::new());
    };
    let field = |key: &str| known.and_then(|f| f.get(key)).and_then(Value::as_str).map(str::to_owned);
    let blank = RegisteredPerson {
        staff_no: staff_no.to_string(),
        name: field("name").unwrap_or_else(|| staff_no.to_string()),
        post: file.post.clone().unwrap_or_default(),
        phone: field("phone").unwrap_or_default(),
        arrived_on: String::new(),
        left_on: String::new(),
        status: String::new(),
        missing: String::new(),
    };
    let levels = ledger::certification::query::levels_of(app.conn()?, staff_no)?;
    let certified_on = levels.iter().map(|given| given.valid_from).min();
    let mut found = Vec::new();
    for stay in &file.stays {
        let membership = &stay.membership;
        let over = !membership.lasts_to(today);
        let standing = file.standing_in(stay, today, certified_on);
        let missing: Vec<&str> = if over { Vec::new() } else { stay.missing().map(requirement).collect() };
        let line = RegisteredPerson {
            arrived_on: membership.arrived_on.to_string(),
            left_on: membership.left_on.map(|day| day.to_string()).unwrap_or_default(),
            status: words::standing(standing).to_owned(),
            missing: missing.join("、"),
            ..blank.clone()
        };
        found.push((membership.unit.clone(), line));
    }
    if let Some(open) = file.announced() {
        let line = RegisteredPerson {
            arrived_on: open.expected_on.to_string(),
            status: words::standing(Standing::Awaited).to_owned(),
            missing: requirement(Requirement::ALL[0]).to_owned(),
            ..blank
        };
        found.push((open.unit.clone(), line));
    }
    Ok(found)
}

/// What a stay asks for, in words.
fn requirement(item: Requirement) -> &'static str {
    match item.code() {
        "letter" => "到岗接收函",
        "agreement" => "信息安全协议",
        "pledge" => "安全生产承诺书",
        _ => "管理人",
    }
}
