//! Both parties confirm the units' results; complete months are closed on the way (cli.md `confirm`).

use crate::api::Act;
use crate::error::AppError;
use crate::organisation::parse_party;
use crate::parse;
use crate::session::{App, append};
use domain::kernel::{Actor, Month, Quarter, Role, UnitCode};
use domain::organisation::{Installation, Party};
use domain::settlement::official::{ConfirmFacts, confirm_unit};
use domain::settlement::{Blocker, UnitResult};
use ledger::Tx;
use ledger::rusqlite::Connection;
use ledger::settlement::{facts, query};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Records that a party confirmed the quarter results of one unit or of all.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ConfirmUnits {
    /// 季度.
    pub quarter: String,
    /// 单位代码; absent means every unit.
    #[ts(type = "string | null")]
    pub unit: Option<UnitCode>,
    /// `client` or `provider`.
    pub party: String,
    /// File of the paper behind it, where it was given on paper.
    pub evidence: Option<String>,
}

/// What came of one unit.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitOutcome {
    /// 单位代码.
    pub unit: String,
    /// `confirmed`, `already`, `exempt` or `refused`.
    pub outcome: String,
    /// Why it was refused.
    pub error: Option<AppError>,
}

/// What came of all of them.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ConfirmView {
    /// Units confirmed now.
    #[ts(type = "number")]
    pub confirmed: usize,
    /// One by one.
    pub units: Vec<UnitOutcome>,
}

/// Which party an account may confirm for: the provider's representative for the provider, the units' leaders for the
/// client; clerk and administrator record either (代录).
pub(super) fn check_party(actor: &Actor, party: Party) -> Result<bool, AppError> {
    let (own, on_behalf) = match actor.role {
        Role::ProviderRepresentative => (party == Party::Provider, false),
        Role::UnitManager | Role::UnitLeader | Role::Auditor => (party == Party::Client, false),
        Role::Requester | Role::Engineer | Role::CommercialOfficer => (false, false),
        Role::Administrator | Role::Clerk => (true, true),
    };
    if own {
        return Ok(on_behalf);
    }
    Err(AppError::refused("notYourParty", json!({ "party": party, "role": actor.role })))
}

/// `confirmUnits`. One unit that is refused is an error; with all units, each is taken by itself, and what was refused
/// is named.
pub fn confirm(app: &mut App, request: ConfirmUnits) -> Result<ConfirmView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let party = parse_party(&request.party)?;
    let installation = app.installation()?;
    let this_month = app.this_month()?;
    let units: Vec<UnitCode> = match &request.unit {
        Some(unit) => {
            crate::assessment::known_unit(app, unit)?;
            vec![unit.clone()]
        }
        None => ledger::organisation::query::units(app.conn()?)?.into_keys().collect(),
    };
    for unit in &units {
        app.require_unit(Act::ConfirmUnits, unit)?;
    }
    let on_behalf = check_party(app.signed_in()?, party)?;
    let single = request.unit.is_some();
    let mut outcomes = Vec::new();
    for unit in units {
        let evidence = request.evidence.as_deref().map(crate::exchange::open_file).transpose()?;
        let done = app.act(|tx, actor| {
            let paper = evidence.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest);
            if party == Party::Client {
                close_months(tx, actor, &unit, quarter, &installation, this_month)?;
            }
            let facts = confirm_facts(tx.conn(), &unit, quarter, this_month)?;
            if facts.result.exempt.is_some() && !single {
                return Ok((Vec::new(), "exempt"));
            }
            let events = confirm_unit(&facts, quarter, party, on_behalf, paper)?;
            let outcome = if events.is_empty() { "already" } else { "confirmed" };
            Ok((events, outcome))
        });
        match done {
            Ok((outcome, _)) => {
                outcomes.push(UnitOutcome {
                    unit: unit.to_string(),
                    outcome: outcome.to_owned(),
                    error: None,
                });
            }
            Err(error) if single || error.class != crate::error::ErrorClass::Refused => return Err(error),
            Err(error) => outcomes.push(UnitOutcome {
                unit: unit.to_string(),
                outcome: "refused".to_owned(),
                error: Some(error),
            }),
        }
    }
    let confirmed = outcomes.iter().filter(|o| o.outcome == "confirmed").count();
    Ok(ConfirmView { confirmed, units: outcomes })
}

/// Closes the unit's months that are complete: the client's confirmation is their review.
fn close_months(
    tx: &Tx<'_>,
    actor: &Actor,
    unit: &UnitCode,
    quarter: Quarter,
    installation: &Installation,
    this_month: Month,
) -> Result<(), AppError> {
    let exempt = ledger::assessment::query::exemptions(tx.conn(), quarter)?.contains_key(unit);
    for month in quarter.months() {
        if exempt {
            continue;
        }
        let close =
            ledger::assessment::facts::close(tx.conn(), unit, month, this_month, installation.two_person)?;
        for event in domain::assessment::close_month(&close, unit, month, actor)? {
            append(tx, actor, &event)?;
        }
    }
    Ok(())
}

/// A unit's result as it stands, with what blocks it.
pub(crate) fn standing(
    conn: &Connection,
    unit: &UnitCode,
    quarter: Quarter,
    this_month: Month,
) -> Result<(UnitResult, Vec<Blocker>), AppError> {
    let facts = facts::quarter(conn, quarter, this_month, &BTreeMap::new())?;
    let Some(own) = facts.units.iter().find(|u| u.code == *unit) else {
        return Err(domain::Refusal::UnknownUnit { unit: unit.clone() }.into());
    };
    Ok(domain::settlement::unit_result(own, &facts.rule_set))
}

pub(crate) fn confirm_facts(
    conn: &Connection,
    unit: &UnitCode,
    quarter: Quarter,
    this_month: Month,
) -> Result<ConfirmFacts, AppError> {
    let (result, blockers) = standing(conn, unit, quarter, this_month)?;
    Ok(ConfirmFacts {
        result,
        blockers,
        confirmed: query::confirmed_parties(conn, unit, quarter)?,
        quarter_final: query::final_quarters(conn)?.contains(&quarter),
        signed: None,
    })
}
