//! Organisation events → rows.

use crate::column::word;
use crate::project::{Origin, run};
use domain::event::{
    CalendarCleared, CalendarRecorded, CertificateRegistered, ContractTermRecorded, PartyRecorded,
    RootTrusted, RootUntrusted, UnitRecorded,
};
use rusqlite::{Connection, params};

pub(crate) fn unit(conn: &Connection, e: &UnitRecorded) -> rusqlite::Result<()> {
    let u = &e.unit;
    run(
        conn,
        "INSERT OR REPLACE INTO unit VALUES (?1, ?2, ?3, ?4)",
        params![u.code.as_str(), u.name, word(&u.group), u.manager.map(|d| d.to_string())],
    )
}

pub(crate) fn party(conn: &Connection, e: &PartyRecorded) -> rusqlite::Result<()> {
    let p = &e.record;
    run(
        conn,
        "INSERT OR REPLACE INTO party VALUES (?1, ?2, ?3, ?4, ?5)",
        params![word(&p.party), p.name, p.alias, p.representative.map(|d| d.to_string()), p.post],
    )
}

pub(crate) fn certificate(
    conn: &Connection,
    from: &Origin<'_>,
    e: &CertificateRegistered,
) -> rusqlite::Result<()> {
    let c = &e.certificate;
    run(
        conn,
        "INSERT OR REPLACE INTO party_certificate VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            word(&e.party),
            c.fingerprint.to_string(),
            word(&c.not_before),
            word(&c.not_after),
            c.key.to_string(),
            c.holder.to_string(),
            from.at
        ],
    )
}

pub(crate) fn root(conn: &Connection, from: &Origin<'_>, e: &RootTrusted) -> rusqlite::Result<()> {
    let c = &e.certificate;
    run(
        conn,
        "INSERT OR REPLACE INTO trusted_root VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            c.fingerprint.to_string(),
            word(&c.not_before),
            word(&c.not_after),
            c.key.to_string(),
            c.holder.to_string(),
            from.at
        ],
    )
}

pub(crate) fn untrusted(conn: &Connection, e: &RootUntrusted) -> rusqlite::Result<()> {
    run(conn, "DELETE FROM trusted_root WHERE fingerprint = ?1", params![e.fingerprint.to_string()])
}

pub(crate) fn contract_term(conn: &Connection, e: &ContractTermRecorded) -> rusqlite::Result<()> {
    let t = &e.term;
    run(
        conn,
        "INSERT OR REPLACE INTO contract_term VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            word(&t.quarter),
            t.no.as_str(),
            t.client,
            t.provider,
            word(&t.from),
            word(&t.to),
            word(&t.amount),
            word(&t.tax_rate)
        ],
    )
}

pub(crate) fn calendar(conn: &Connection, e: &CalendarRecorded) -> rusqlite::Result<()> {
    for (day, kind, name) in &e.days {
        let row = params![word(day), word(kind), name];
        run(conn, "INSERT OR REPLACE INTO calendar_day VALUES (?1, ?2, ?3)", row)?;
    }
    Ok(())
}

pub(crate) fn calendar_cleared(conn: &Connection, e: &CalendarCleared) -> rusqlite::Result<()> {
    for day in &e.days {
        run(conn, "DELETE FROM calendar_day WHERE day = ?1", params![word(day)])?;
    }
    Ok(())
}
