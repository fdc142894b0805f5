//! Lists of approvals: those that wait for oneself, those that one submitted, all of them.

use super::view::state_word;
use crate::clock::stored_text;
use crate::document::{hidden, text_of};
use crate::error::AppError;
use crate::opportunity::seen_units;
use crate::parse::{choice, text_given};
use crate::personal::account_subject;
use crate::session::App;
use domain::approval::ApprovalState;
use domain::kernel::AccountName;
use ledger::approval::list::{ApprovalRow, Wanted, Whose, count, page};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Lists approvals, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Approvals {
    /// `mine`: those that wait for one's opinion; `submitted`: those that one submitted; all where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub whose: Option<String>,
    /// Of that unit; of all that one sees where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// `running`, `published`, `returned`, `withdrawn` or `lapsed`; all where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<String>,
    /// So many are passed over.
    #[serde(default)]
    pub offset: u32,
    /// So many at most; 50 where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// An approval in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalLine {
    /// 文档编号 with the unit.
    pub document: String,
    /// 1, 2, … of the document.
    pub number: u32,
    /// 单位代码.
    pub unit: String,
    /// 题名; absent where it was erased.
    pub title: Option<String>,
    /// The version that it is bound to.
    pub version: u32,
    /// `running`, `published`, `returned`, `withdrawn` or `lapsed`.
    pub state: String,
    /// The name of the stage that it has reached.
    pub stage: String,
    /// Stages that are behind it, of so many.
    pub passed: u32,
    /// So many stages.
    pub stages: u32,
    /// Who is waited for; absent for somebody without an account.
    pub waiting: Vec<Option<String>>,
    /// Since when somebody is waited for, local time.
    pub since: Option<String>,
    /// The day of the last reminder.
    pub reminded_on: Option<String>,
    /// Who submitted.
    pub submitter: String,
    /// When, local time.
    pub submitted_at: String,
    /// When something was done with it last, local time.
    pub changed_at: String,
}

/// How many there are.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalCounts {
    /// Those that wait for one's opinion.
    pub mine: u32,
    /// Those that one submitted and that run or came back.
    pub submitted: u32,
    /// Those that run, of all that one may see.
    pub running: u32,
}

/// A page of approvals.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalsView {
    /// The page.
    pub lines: Vec<ApprovalLine>,
    /// All that were found.
    pub total: u32,
    /// How many there are.
    pub counts: ApprovalCounts,
}

/// A page at most.
const LONGEST_PAGE: u32 = 500;

/// `approvals`.
pub fn approvals(app: &mut App, request: Approvals) -> Result<ApprovalsView, AppError> {
    let me = app.signed_in()?.account.clone();
    let mine = Whose::WaitingFor(me.clone(), app.today()?);
    let submitted = Whose::SubmittedBy(me);
    let whose = match text_given(request.whose.as_deref()) {
        None => Whose::All,
        Some("mine") => mine.clone(),
        Some("submitted") => submitted.clone(),
        Some(other) => return Err(AppError::refused("notInList", json!({ "value": other }))),
    };
    let Some(units) = seen_units(app, request.unit.as_deref())? else { return Ok(ApprovalsView::default()) };
    let states = text_given(request.state.as_deref()).map(choice).transpose()?.into_iter().collect();
    let wanted = Wanted {
        whose,
        units,
        states,
        last: false,
        hidden: hidden(app)?,
        offset: request.offset,
        limit: request.limit.unwrap_or(50).min(LONGEST_PAGE),
    };
    let conn = app.conn()?;
    let of = |whose: Whose, states: Vec<ApprovalState>, last| {
        count(conn, &Wanted { whose, states, last, ..wanted.clone() })
    };
    let counts = ApprovalCounts {
        mine: of(mine, vec![ApprovalState::Running], false)?,
        submitted: of(submitted, vec![ApprovalState::Running, ApprovalState::Returned], true)?,
        running: of(Whose::All, vec![ApprovalState::Running], false)?,
    };
    let (rows, total) = (page(conn, &wanted)?, count(conn, &wanted)?);
    let accounts = rows.iter().flat_map(|row| {
        row.waiting.iter().flatten().chain(std::iter::once(&row.submitter)).collect::<Vec<&AccountName>>()
    });
    let subjects: Vec<String> = accounts.map(account_subject).collect();
    let names = app.names(&subjects)?;
    let name = |account: &AccountName| {
        names.get(&account_subject(account)).cloned().unwrap_or_else(|| account.to_string())
    };
    let line = |row: &ApprovalRow| -> Result<ApprovalLine, AppError> {
        let title = text_of(conn, &row.document, row.text)?.title;
        let stages = u32::try_from(row.stages.len()).unwrap_or(u32::MAX);
        let done = row.state == ApprovalState::Published;
        Ok(ApprovalLine {
            document: row.document.to_string(),
            number: row.number,
            unit: row.document.unit.to_string(),
            title: Some(title).filter(|title| !title.is_empty()),
            version: row.version,
            state: state_word(row.state),
            stage: row.stages.get((row.stage as usize).saturating_sub(1)).cloned().unwrap_or_default(),
            passed: if done { stages } else { row.stage.saturating_sub(1) },
            stages,
            waiting: row.waiting.iter().map(|one| one.as_ref().map(name)).collect(),
            since: row.since.as_deref().map(stored_text),
            reminded_on: row.reminded_on.map(|day| day.to_string()),
            submitter: name(&row.submitter),
            submitted_at: stored_text(&row.submitted_at),
            changed_at: stored_text(&row.changed_at),
        })
    };
    Ok(ApprovalsView { lines: rows.iter().map(line).collect::<Result<_, _>>()?, total, counts })
}
