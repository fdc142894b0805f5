//! Taking an 异议单 in: what it says is shown, refused or raised.

use super::{SlipView, slip_of, slip_view};
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::word;
use crate::parse;
use crate::session::App;
use crate::settlement::{objection_facts, standing};
use crate::signing::{Found, SignatureView, find, intact_signatures, signature_views};
use domain::Event;
use domain::kernel::{Digest, Month, Role};
use domain::organisation::Party;
use domain::settlement::confirmation_figures;
use domain::settlement::official::{ObjectionFacts, ObjectionSlip, RaisedBefore, SlipArrival, take_slip};
use ledger::rusqlite::Connection;
use ledger::settlement::query;
use seal::Verdict;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Takes an 异议单 in: raises its objections for the provider, each once, and keeps the file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ImportObjectionSlip {
    /// The slip (PDF).
    pub path: String,
    /// The day it came in, where that is not today; the client's side says it.
    #[serde(default)]
    pub received_on: Option<String>,
    /// Only says what would come of it.
    #[serde(default)]
    pub dry_run: bool,
}

/// What came, or would come, of taking a slip in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TakenSlipView {
    /// What it says.
    pub slip: SlipView,
    /// `unsigned`, `signedByOne`, `countersigned` or `unverifiable`.
    pub verdict: String,
    /// Its signatures.
    pub signatures: Vec<SignatureView>,
    /// Whether the figures of its sheet are still what stands.
    pub figures_stand: bool,
    /// The day the unit's result was delivered.
    pub delivered_on: Option<String>,
    /// Last day of the term.
    pub deadline: Option<String>,
    /// Numbers of the objections raised; empty where all are on record already.
    pub raised: Vec<u32>,
    /// Entered by the client's side (代录).
    pub on_behalf: bool,
}

/// What the rule needs from the ledger, and whether the sheet's figures stand.
fn gather(
    conn: &Connection,
    slip: &ObjectionSlip,
    this_month: Month,
) -> Result<(ObjectionFacts, SlipArrival, bool), AppError> {
    let (unit, quarter, sheet) = (&slip.unit, slip.quarter, slip.sheet.figures);
    let (result, _) = standing(conn, unit, quarter, this_month)?;
    let stands = Digest::of(&[confirmation_figures(quarter, &result).as_bytes()]) == sheet;
    let delivered = query::deliveries(conn, quarter)?.get(unit).is_some_and(|d| d.figures == sheet);
    let given_out = ledger::signing::query::issued(conn, quarter)?
        .iter()
        .any(|i| i.report_no == slip.sheet.report_no && i.check_code == slip.sheet.check_code);
    let before = query::objections(conn, quarter)?
        .into_iter()
        .filter(|o| o.unit == *unit && o.by == Party::Provider)
        .map(|o| RaisedBefore {
            staff_no: o.staff_no,
            text: o.text,
            state: o.state,
            sheet: o.slip.map(|slip| slip.sheet),
        });
    let arrival = SlipArrival {
        file: Digest::NONE,
        signatures: Vec::new(),
        // By what this ledger gave out, or by figures that stand or stood here, as those of a branch's own sheet do.
        sheet_known: stands || delivered || given_out,
        before: before.collect(),
        on_behalf: false,
        received_on: None,
    };
    Ok((objection_facts(conn, unit, quarter)?, arrival, stands))
}

fn read(found: &Found, path: &str) -> Result<ObjectionSlip, AppError> {
    let verdict = found.inspection.verdict;
    // What was put beside the original afterwards is nobody's word.
    if matches!(verdict, Verdict::Altered | Verdict::Invalid) || !found.same_facts {
        return Err(AppError::refused("slipBroken", json!({ "path": path, "verdict": word(&verdict) })));
    }
    let slip = found.facts.as_ref().and_then(slip_of);
    slip.ok_or_else(|| AppError::refused("notASlip", json!({ "path": path })))
}

/// `importObjectionSlip`. Whoever may object for the unit may bring a slip in: the paper speaks for the provider, and the
/// entry names who entered it.
pub fn take(app: &mut App, request: ImportObjectionSlip) -> Result<TakenSlipView, AppError> {
    let found = find(app, &request.path, &[])?;
    let slip = read(&found, &request.path)?;
    crate::assessment::known_unit(app, &slip.unit)?;
    app.require_unit(Act::ImportObjectionSlip, &slip.unit)?;
    let (today, this_month) = (app.today()?, app.this_month()?);
    let role = app.signed_in()?.role;
    let on_behalf = role != Role::ProviderRepresentative;
    let received_on = request.received_on.as_deref().map(parse::date).transpose()?;
    let signatures = intact_signatures(&found);
    let file = Digest::of(&[&found.bytes]);
    let decide = |conn: &Connection| -> Result<(Vec<Event>, ObjectionFacts, bool), AppError> {
        let (facts, arrival, stands) = gather(conn, &slip, this_month)?;
        let signatures = signatures.clone();
        let arrival = SlipArrival { file, signatures, on_behalf, received_on, ..arrival };
        Ok((take_slip(&facts, &slip, &arrival, today)?, facts, stands))
    };
    let numbers = |events: &[Event]| -> Vec<u32> {
        let number = |event: &Event| match event {
            Event::ObjectionRaised(raised) => Some(raised.number),
            _ => None,
        };
        events.iter().filter_map(number).collect()
    };
    let (raised, facts, figures_stand) = if request.dry_run {
        let (events, facts, stands) = decide(app.conn()?)?;
        (numbers(&events), facts, stands)
    } else {
        let bytes = found.bytes.as_slice();
        let (done, _) = app.act(|tx, _| {
            let (events, facts, stands) = decide(tx.conn())?;
            if !events.is_empty() {
                tx.put_blob(bytes)?;
            }
            let raised = numbers(&events);
            Ok((events, (raised, facts, stands)))
        })?;
        done
    };
    let Some(sheet) = &found.facts else {
        return Err(AppError::refused("notASlip", json!({ "path": request.path })));
    };
    Ok(TakenSlipView {
        slip: slip_view(app, sheet, &slip)?,
        verdict: word(&found.inspection.verdict),
        signatures: signature_views(&found),
        figures_stand,
        delivered_on: facts.delivered.map(|day| day.to_string()),
        deadline: facts.until().map(|day| day.to_string()),
        raised,
        on_behalf,
    })
}
