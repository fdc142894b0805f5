//! Forms whose types remind of something, many at a time.

use super::facts::{key, type_of};
use crate::column::{get, get_day, get_json};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::form::{Answers, ItemState};
use domain::kernel::UnitCode;
use domain::registers::{FormNo, FormPlace, FormState, FormType, FormTypeKey};
use rusqlite::{Connection, params_from_iter};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A form whose type reminds of something, or ends what another reminds of.
#[derive(Clone, Debug)]
pub struct RemindingForm {
    /// Number, type, day and what it is about.
    pub place: FormPlace,
    /// What it asks for, in the version that it was filled in with.
    pub kind: Rc<FormType>,
    /// What it is about, in words.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// Where it stands.
    pub state: FormState,
    /// Fields.
    pub answers: Answers,
    /// Where its checklist stands.
    pub items: BTreeMap<String, ItemState>,
}

/// The types of these units' forms, in the versions that were used.
fn used(
    conn: &Connection,
    units: &[UnitCode],
) -> rusqlite::Result<BTreeMap<(FormTypeKey, u32), Rc<FormType>>> {
    let mut filter = Filter::default();
    filter.one_of("unit", units.iter().map(UnitCode::to_string));
    let text = format!("SELECT DISTINCT type_unit, type_code, type_version FROM form {}", filter.clause());
    let keys: Vec<(FormTypeKey, u32)> = conn
        .prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| Ok((key(row, 0)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    keys.into_iter()
        .map(|(key, version)| {
            let kind = type_of(conn, &key, version)?;
            Ok(((key, version), Rc::new(kind)))
        })
        .collect()
}

/// Forms of these units from that day on that remind of something, or end what others remind of.
pub fn reminding(
    conn: &Connection,
    units: &[UnitCode],
    from: NaiveDate,
) -> rusqlite::Result<Vec<RemindingForm>> {
    let kinds = used(conn, units)?;
    let mut codes = BTreeSet::new();
    for kind in kinds.values().filter(|kind| !kind.reminders.is_empty()) {
        codes.insert(kind.code.clone());
        codes.extend(kind.reminders.iter().flat_map(|one| one.next.iter().cloned()));
    }
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let mut items = items(conn, units)?;
    let mut filter = Filter::default();
    filter.and("state NOT IN ('void', 'refused')".to_owned());
    filter.one_of("unit", units.iter().map(UnitCode::to_string));
    filter.one_of("type_code", codes);
    let place = filter.value(from.to_string());
    filter.and(format!("day >= {place}"));
    let text = format!("{} {}", include_str!("sql/reminding.sql"), filter.clause());
    let mut statement = conn.prepare_cached(&text)?;
    let mut rows = statement.query(params_from_iter(filter.values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(kind) = kinds.get(&(key(row, 1)?, row.get(3)?)) else { continue };
        let no: FormNo = get(row, 0)?;
        let (title, customer): (String, Option<String>) = (row.get(4)?, row.get(6)?);
        let about = row.get::<_, Option<String>>(7)?.or_else(|| customer.clone());
        found.push(RemindingForm {
            items: items.remove(&no).unwrap_or_default(),
            place: FormPlace {
                kind: kind.code.clone(),
                on: get_day(row, 5)?,
                about: about.unwrap_or_else(|| title.clone()),
                no,
            },
            kind: Rc::clone(kind),
            title,
            customer,
            state: get(row, 8)?,
            answers: get_json(row, 9)?,
        });
    }
    Ok(found)
}

/// The checklists of these units' open forms.
fn items(
    conn: &Connection,
    units: &[UnitCode],
) -> rusqlite::Result<BTreeMap<FormNo, BTreeMap<String, ItemState>>> {
    let mut filter = Filter::default();
    filter.and("form.state IN ('open', 'returned')".to_owned());
    filter.one_of("form.unit", units.iter().map(UnitCode::to_string));
    let text = format!(
        "SELECT form_item.form, item, form_item.state FROM form_item JOIN form ON form.form = form_item.form {}",
        filter.clause()
    );
    let mut found: BTreeMap<FormNo, BTreeMap<String, ItemState>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(&text)?;
    let mut rows = statement.query(params_from_iter(filter.values))?;
    while let Some(row) = rows.next()? {
        found.entry(get(row, 0)?).or_default().insert(row.get(1)?, get_json(row, 2)?);
    }
    Ok(found)
}
