//! What the rules of forms need to know.

use crate::column::{get, get_day, get_day_opt, get_json, get_opt};
use domain::form::ItemState;
use domain::kernel::{Month, UnitCode};
use domain::registers::{
    FilledForm, FormFile, FormNo, FormType, FormTypeKey, FormTypeKnown, Links, Register, Task, TaskOwner,
    default_form_types,
};
use rusqlite::{Connection, OptionalExtension as _, Row};
use std::collections::BTreeMap;

pub(crate) fn key(row: &Row<'_>, index: usize) -> rusqlite::Result<FormTypeKey> {
    let unit: String = row.get(index)?;
    let unit = if unit.is_empty() { None } else { Some(get(row, index)?) };
    Ok(FormTypeKey { unit, code: row.get(index + 1)? })
}

/// The types that a unit's forms may be of: those of all units in the program's order, then its own.
pub fn types(conn: &Connection, unit: &UnitCode) -> rusqlite::Result<Vec<FormTypeKnown>> {
    let mut issued: BTreeMap<FormTypeKey, Option<FormTypeKnown>> = conn
        .prepare_cached(include_str!("sql/types.sql"))?
        .query_map([unit.as_str()], |row| {
            let (key, version, retired) = (key(row, 0)?, row.get(2)?, row.get::<_, bool>(4)?);
            let body = if retired { None } else { Some(get_json(row, 3)?) };
            Ok((key.clone(), body.map(|body| FormTypeKnown { key, version, body })))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut types = Vec::new();
    for body in default_form_types() {
        let key = FormTypeKey { unit: None, code: body.code.clone() };
        match issued.remove(&key) {
            Some(changed) => types.extend(changed),
            None => types.push(FormTypeKnown { key, version: 0, body: body.clone() }),
        }
    }
    types.extend(issued.into_values().flatten());
    Ok(types)
}

/// The number of a type's latest version, in use or not; 0 where there is none beside what comes with the program.
pub fn last_version(conn: &Connection, key: &FormTypeKey) -> rusqlite::Result<u32> {
    let unit = key.unit.as_ref().map_or("", UnitCode::as_str);
    conn.prepare_cached("SELECT coalesce(max(version), 0) FROM form_type WHERE unit = ?1 AND code = ?2")?
        .query_row((unit, &key.code), |row| row.get(0))
}

/// What a type asked for in that version.
pub(crate) fn type_of(conn: &Connection, key: &FormTypeKey, version: u32) -> rusqlite::Result<FormType> {
    if version == 0
        && let Some(own) = default_form_types().iter().find(|own| own.code == key.code)
    {
        return Ok(own.clone());
    }
    let unit = key.unit.as_ref().map_or("", UnitCode::as_str);
    conn.prepare_cached("SELECT body FROM form_type WHERE unit = ?1 AND code = ?2 AND version = ?3")?
        .query_row((unit, &key.code, version), |row| get_json(row, 0))
}

/// The last number of a unit's register in a month; 0 where it has none.
pub fn last_serial(
    conn: &Connection,
    unit: &UnitCode,
    register: Register,
    month: Month,
) -> rusqlite::Result<u32> {
    let sql = "SELECT coalesce(max(serial), 0) FROM form WHERE unit = ?1 AND register = ?2 AND month = ?3";
    let register = crate::column::word(&register);
    conn.prepare_cached(sql)?.query_row((unit.as_str(), register, month.to_string()), |row| row.get(0))
}

/// A form with everything that its rules read.
pub fn form(conn: &Connection, no: &FormNo) -> rusqlite::Result<Option<FilledForm>> {
    let text = no.to_string();
    let found = conn
        .prepare_cached(include_str!("sql/form.sql"))?
        .query_row([&text], |row| {
            Ok(FilledForm {
                no: no.clone(),
                kind: type_of(conn, &key(row, 0)?, row.get(2)?)?,
                title: row.get(3)?,
                on: get_day(row, 4)?,
                links: Links {
                    customer: row.get(5)?,
                    engineer: get_opt(row, 6)?,
                    ticket: get_opt(row, 7)?,
                    customer_no: get_opt(row, 16)?,
                    opportunity: get_opt(row, 17)?,
                },
                answers: get_json(row, 8)?,
                text: get_opt(row, 9)?,
                version: row.get(10)?,
                next_step: row.get(11)?,
                due_on: get_day_opt(row, 12)?,
                state: get(row, 13)?,
                next_words: row.get::<_, u32>(14)? + 1,
                registered_by: get(row, 15)?,
                items: BTreeMap::new(),
                tasks: Vec::new(),
                files: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut form) = found else { return Ok(None) };
    form.items = items(conn, &text)?;
    form.files = conn
        .prepare_cached("SELECT number, file, struck FROM form_file WHERE form = ?1 ORDER BY number")?
        .query_map([&text], |row| {
            let struck = row.get::<_, Option<String>>(2)?.is_some();
            Ok(FormFile { number: row.get(0)?, file: get(row, 1)?, struck })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let tasks =
        "SELECT task, engineer, until_day, state, ended_on FROM form_task WHERE form = ?1 ORDER BY task";
    form.tasks = conn
        .prepare_cached(tasks)?
        .query_map([&text], |row| {
            Ok(Task {
                number: row.get(0)?,
                owner: get_opt(row, 1)?.map_or(TaskOwner::Other, TaskOwner::Engineer),
                until: get_day(row, 2)?,
                state: get(row, 3)?,
                ended_on: get_day_opt(row, 4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(form))
}

fn items(conn: &Connection, form: &str) -> rusqlite::Result<BTreeMap<String, ItemState>> {
    conn.prepare_cached("SELECT item, state FROM form_item WHERE form = ?1")?
        .query_map([form], |row| Ok((row.get(0)?, get_json(row, 1)?)))?
        .collect()
}
