//! Making a ledger and opening one.

use super::holders::open_with_password;
use super::password;
use crate::error::AppError;
use crate::exchange;
use crate::parse;
use crate::session::{App, append, opened, record};
use domain::Event;
use domain::event::{LedgerFounded, RubricIssued, RuleSetIssued};
use domain::kernel::{AccountName, Actor, Role, UnitCode};
use domain::organisation::{Group, Installation, LedgerRole};
use domain::rulebook::{Rubric, RuleSet};
use ledger::Ledger;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::kinds::UnitRow;
use std::path::PathBuf;
use ts_rs::TS;

/// Asks what ledger is open and who is signed in.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LedgerStatus {}

/// The program's state.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StatusView {
    /// The ledger's folder.
    pub dir: String,
    /// Whether there is a ledger in it.
    pub exists: bool,
    /// Whether it is open.
    pub open: bool,
    /// `province`, `branch` or `provider`.
    pub role: Option<String>,
    /// The unit it was founded for.
    pub unit: Option<String>,
    /// Whether two-person work is on.
    pub two_person: Option<bool>,
    /// Today, as the ledger lives it.
    pub today: Option<String>,
    /// Whether it carries its own today (demo year).
    pub demo: bool,
    /// Accounts that may sign in.
    pub accounts: Vec<String>,
    /// Who is signed in.
    pub session: Option<super::SessionView>,
}

/// Makes a new ledger with its first administrator.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct InitLedger {
    /// `province`, `branch` or `provider`.
    pub role: String,
    /// 单位代码 of the unit it is for.
    pub unit: String,
    /// Account name of the first administrator.
    pub admin: String,
    /// Their name, printed on reports; the account's where absent.
    #[serde(default)]
    pub name: Option<String>,
    /// Their 职务.
    #[serde(default)]
    pub post: Option<String>,
    /// Their password, at least 8 characters.
    pub password: String,
    /// 编制 → 复核 by two persons.
    pub two_person: bool,
    /// A file of units to begin with.
    pub org: Option<String>,
    /// The folder; the one the program looks in where absent.
    #[serde(default)]
    pub dir: Option<String>,
}

/// What founding answers, once.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Founded {
    /// The ledger's folder.
    pub dir: String,
    /// To be printed and locked away: resets a lost password. Shown this once.
    pub recovery_code: String,
    /// Units on record.
    #[ts(type = "number")]
    pub units: usize,
}

/// Opens the ledger in a folder.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpenLedger {
    /// The folder; the desktop's own where absent.
    pub dir: Option<String>,
}

/// Units known without a file: the province's own two, for a name beside the code.
const KNOWN: [(&str, &str); 2] = [("ZQ", "省公司政企客户部"), ("ZK", "省公司重要客户中心")];

/// The unit that a ledger is founded for when no file of units is given.
pub(crate) fn unit_by_code(code: &UnitCode, role: LedgerRole) -> UnitRow {
    let known = KNOWN.iter().find(|(known, _)| *known == code.as_str());
    let provincial = known.is_some() || role == LedgerRole::Province;
    UnitRow {
        code: code.clone(),
        name: known.map_or_else(|| code.to_string(), |(_, name)| (*name).to_owned()),
        group: if provincial { Group::Provincial } else { Group::City },
        manager: None,
    }
}

/// `ledgerStatus`.
pub fn status(app: &mut App, _: LedgerStatus) -> Result<StatusView, AppError> {
    let exists = app.dir.join("ledger.sqlite3").exists();
    let mut view = StatusView {
        dir: app.dir.display().to_string(),
        exists,
        open: app.ledger.is_some(),
        role: None,
        unit: None,
        two_person: None,
        today: None,
        demo: false,
        accounts: Vec::new(),
        session: None,
    };
    if app.ledger.is_some() {
        let (installation, today) = match ledger::account::query::installation(app.conn()?)? {
            Some(found) => found,
            None => return Ok(view),
        };
        view.role = serde_json::to_value(installation.role).ok().and_then(|v| v.as_str().map(str::to_owned));
        view.unit = Some(installation.unit.to_string());
        view.two_person = Some(installation.two_person);
        view.today = Some(app.today()?.to_string());
        view.demo = today.is_some();
        let accounts = ledger::account::query::accounts(app.conn()?)?;
        view.accounts = accounts.into_iter().filter(|a| a.open).map(|a| a.account.to_string()).collect();
        view.session = app.actor.is_some().then(|| super::session(app, super::Session {})).transpose()?;
    }
    Ok(view)
}

/// `openLedger`.
pub fn open_ledger(app: &mut App, request: OpenLedger) -> Result<StatusView, AppError> {
    let dir = request.dir.map_or_else(|| app.dir.clone(), PathBuf::from);
    let ledger = opened(&dir)?;
    app.actor = None;
    app.dir = dir;
    app.ledger = Some(ledger);
    status(app, LedgerStatus {})
}

/// `initLedger`.
pub fn init(app: &mut App, request: InitLedger) -> Result<Founded, AppError> {
    let role = parse_role(&request.role)?;
    let unit = parse::unit(&request.unit)?;
    let admin = parse::account(&request.admin)?;
    password::accept(&request.password)?;
    let rows = match &request.org {
        Some(path) => exchange::read_units_file(std::path::Path::new(path))?,
        None => vec![unit_by_code(&unit, role)],
    };
    let dir = request.dir.map_or_else(|| app.dir.clone(), PathBuf::from);
    let before = std::mem::replace(&mut app.dir, dir.clone());
    let installation = Installation { role, unit, two_person: request.two_person };
    let given = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let founder = Founder {
        account: admin,
        name: given(request.name),
        post: given(request.post),
        password: request.password,
    };
    let recovery_code = match found_ledger(app, installation, &founder, &rows) {
        Ok(code) => code,
        Err(error) => {
            app.dir = before;
            return Err(error);
        }
    };
    Ok(Founded { dir: dir.display().to_string(), recovery_code, units: rows.len() })
}

fn parse_role(text: &str) -> Result<LedgerRole, AppError> {
    serde_json::from_value(json!(text))
        .map_err(|_| AppError::refused("badLedgerRole", json!({ "value": text })))
}

/// The first administrator.
pub(crate) struct Founder {
    pub account: AccountName,
    /// The holder's name; the account's where absent.
    pub name: Option<String>,
    /// 职务.
    pub post: Option<String>,
    pub password: String,
}

/// Makes the ledger at the program's present moment, all of it or nothing; answers the recovery code. The founder is
/// signed in afterwards.
pub(crate) fn found_ledger(
    app: &mut App,
    installation: Installation,
    founder: &Founder,
    units: &[UnitRow],
) -> Result<String, AppError> {
    // Rules are asked before anything is made, so that a refusal leaves no folder behind.
    exchange::ask_units(&installation, units)?;
    if !units.iter().any(|u| u.code == installation.unit) {
        return Err(domain::Refusal::UnknownUnit { unit: installation.unit }.into());
    }
    let at = app.clock.now();
    let code = password::new_recovery_code()?;
    let phc = password::hash(&founder.password)?;
    let mut made = Ledger::found(&app.dir, at)?;
    let actor = Actor { account: founder.account.clone(), role: Role::Administrator, unit: None };
    let founded = record(&mut made, at, &actor, |tx, actor| {
        append(tx, actor, &Event::LedgerFounded(LedgerFounded { installation: installation.clone() }))?;
        let mut events = vec![
            Event::RubricIssued(RubricIssued { rubric: Rubric::default_version() }),
            Event::RuleSetIssued(RuleSetIssued { rule_set: RuleSet::default_version() }),
        ];
        let kept = exchange::keep_units(tx, units)?;
        let recorded = domain::organisation::import_units(&installation, &Default::default(), &kept);
        events.extend(recorded.map_err(|refused| exchange::row_refusals("units", &refused))?);
        events.extend(open_with_password(
            tx,
            &[],
            &founder.account,
            Role::Administrator,
            None,
            founder.post.clone(),
            founder.name.as_deref().unwrap_or_default(),
            &phc,
        )?);
        password::set_recovery_code(tx.conn(), &code)?;
        Ok((events, ()))
    });
    if let Err(error) = founded {
        drop(made);
        discard(&app.dir);
        return Err(error);
    }
    app.ledger = Some(made);
    app.actor = Some(actor);
    Ok(code)
}

/// Takes back a ledger that could not be founded: only the files that founding makes.
fn discard(dir: &std::path::Path) {
    for name in ["ledger.sqlite3", "ledger.sqlite3-wal", "ledger.sqlite3-shm", "ledger.lock"] {
        let _ = std::fs::remove_file(dir.join(name));
    }
    let _ = std::fs::remove_dir(dir.join("attachments"));
    let _ = std::fs::remove_dir(dir);
}
