//! A person's course: trainings, awards and violations, the five abilities.

use crate::api::Act;
use crate::certification::{FollowView, Following, require_seen, stays_of};
use crate::error::AppError;
use crate::organisation::word;
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::development::{AbilityItem, violation_ground};
use domain::kernel::{Digest, StaffNo};
use domain::personal::{FilePart, Subject};
use ledger::development::query;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows what is kept of a person's course.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Development {
    /// 工号.
    pub staff_no: String,
}

/// A training that the person was named for.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TrainingView {
    /// 1, 2, …
    pub number: u32,
    /// `technical`, `service` or `confidentiality`.
    pub kind: String,
    /// 主题.
    pub title: String,
    /// Its day.
    pub on: String,
    /// 课时.
    pub hours: u32,
    /// 姓名 and 工号 of the trainer.
    pub trainer: Option<String>,
    /// Whether the person attended; null where that is not recorded yet.
    pub attended: Option<bool>,
    /// The test's result.
    pub result: Option<String>,
    /// Called off.
    pub cancelled: bool,
}

/// What was decided about a violation.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SanctionView {
    /// Which.
    pub sanction: String,
    /// Whether a replacement is asked for.
    pub replace: bool,
    /// Its day.
    pub on: String,
    /// The words behind it; null where erased.
    pub text: Option<String>,
    /// SHA-256 of the paper behind it.
    pub paper: Option<String>,
}

/// An award, an interview or a violation.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ConductView {
    /// 1, 2, …
    pub number: u32,
    /// `commendation`, `learning`, `interview`, `rules`, `leak`, `clientHarm` or `falsePromise`.
    pub kind: String,
    /// Whether it is a violation.
    pub violation: bool,
    /// Its day.
    pub on: String,
    /// The words behind it; null where there are none, or erased.
    pub text: Option<String>,
    /// SHA-256 of the paper behind it; `lookAtScan` shows it, `saveScan` writes it.
    pub paper: Option<String>,
    /// Who entered it.
    pub by: String,
    /// What was decided.
    pub decided: Option<SanctionView>,
    /// Why it was withdrawn.
    pub withdrawn: Option<String>,
    /// What follows where the decision asks for a replacement.
    pub follows: Option<FollowView>,
}

/// One of the five abilities.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AbilityView {
    /// Which.
    pub item: String,
    /// Met; null where it was never judged.
    pub met: Option<bool>,
    /// When it was judged.
    pub on: Option<String>,
    /// The note; null where there is none, or erased.
    pub note: Option<String>,
    /// Who judged.
    pub by: Option<String>,
}

/// What is kept of a person's course.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DevelopmentView {
    /// Latest first.
    pub trainings: Vec<TrainingView>,
    /// Oldest first.
    pub conduct: Vec<ConductView>,
    /// All five, in the order of the rules.
    pub abilities: Vec<AbilityView>,
    /// Whether the account may record.
    pub can_record: bool,
    /// Whether the account may decide about violations.
    pub can_decide: bool,
}

/// Words of a part of a person's file.
fn words(
    conn: &Connection,
    staff_no: &StaffNo,
    part: FilePart,
    digest: Option<&Digest>,
) -> Result<Option<String>, AppError> {
    let Some(digest) = digest else { return Ok(None) };
    let fields = ledger::personal_at(conn, &Subject::File(part, staff_no.clone()).to_string(), digest)?;
    Ok(fields.as_ref().and_then(|f| f.get("text")).and_then(serde_json::Value::as_str).map(str::to_owned))
}

/// Somebody's name and staff number; the number alone where the name was erased.
fn named(app: &App, staff_no: &StaffNo) -> Result<String, AppError> {
    let name = app.names(&[engineer_subject(staff_no)])?.into_values().next();
    Ok(name.map_or_else(|| staff_no.to_string(), |name| format!("{name} {staff_no}")))
}

/// `development`.
pub fn development(app: &mut App, request: Development) -> Result<DevelopmentView, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let conn = app.conn()?;
    let stays = stays_of(conn, &staff_no)?;
    require_seen(app, Act::Development, &staff_no, &stays)?;
    let last = stays.last().map(|stay| stay.unit.clone());
    let may = |act: Act| last.as_ref().is_some_and(|unit| app.require_unit(act, unit).is_ok());

    let mut trainings = Vec::new();
    for state in query::trainings_of(conn, &staff_no)? {
        let own = state.recorded.iter().find(|(of, ..)| *of == staff_no);
        trainings.push(TrainingView {
            number: state.number,
            kind: word(&state.training.kind),
            on: state.training.on.to_string(),
            hours: state.training.hours,
            trainer: state.training.trainer.as_ref().map(|trainer| named(app, trainer)).transpose()?,
            attended: own.map(|(_, attended, _)| *attended),
            result: own.and_then(|(.., result)| result.map(|score| score.to_string())),
            cancelled: state.cancelled,
            title: state.training.title,
        });
    }
    let mut conduct = Vec::new();
    let following = Following::of(app, &staff_no)?;
    for line in query::conduct_of(conn, &staff_no)? {
        let ground =
            line.decided.as_ref().and_then(|decided| violation_ground(decided, line.withdrawn.is_some()));
        let part = FilePart::Conduct(line.number);
        let kind = match (line.award, line.violation) {
            (Some(award), _) => word(&award),
            (None, violation) => violation.map(|violation| word(&violation)).unwrap_or_default(),
        };
        let decided = match &line.decided {
            None => None,
            Some(decided) => Some(SanctionView {
                sanction: word(&decided.sanction),
                replace: decided.replace,
                on: decided.on.to_string(),
                text: words(conn, &staff_no, part, decided.text.as_ref())?,
                paper: decided.paper.map(|digest| digest.to_string()),
            }),
        };
        conduct.push(ConductView {
            number: line.number,
            kind,
            violation: line.violation.is_some(),
            on: line.on.to_string(),
            text: words(conn, &staff_no, part, line.text.as_ref())?,
            paper: line.paper.map(|digest| digest.to_string()),
            by: app.account_name(&line.account)?,
            decided,
            withdrawn: line.withdrawn,
            follows: ground.map(|decided| following.request(decided.ground, true)).transpose()?,
        });
    }
    let judged = query::ability_of(conn, &staff_no)?;
    let mut abilities = Vec::new();
    for item in AbilityItem::ALL {
        let own = judged.iter().find(|ability| ability.item == item);
        let note = match own {
            Some(ability) => words(conn, &staff_no, FilePart::Ability(ability.on), ability.note.as_ref())?,
            None => None,
        };
        abilities.push(AbilityView {
            item: word(&item),
            met: own.map(|ability| ability.met),
            on: own.map(|ability| ability.on.to_string()),
            note,
            by: own.map(|ability| app.account_name(&ability.account)).transpose()?,
        });
    }
    Ok(DevelopmentView {
        trainings,
        conduct,
        abilities,
        can_record: may(Act::RecordConduct),
        can_decide: may(Act::DecideViolation),
    })
}
