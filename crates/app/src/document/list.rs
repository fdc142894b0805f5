//! Lists of documents.

use super::line::lines;
use super::whose::hidden;
use crate::error::AppError;
use crate::opportunity::seen_units;
use crate::parse::{self, choice, text_given};
use crate::search::{PATIENCE, query};
use crate::session::App;
use domain::document::expiring_until;
use ledger::document::list::{SortBy, Wanted, found};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists documents, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Documents {
    /// Of that unit; of all that one sees where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// Of these categories, by code; of all where empty.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Of that kind, by code.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// Of these stages, by code; of all where empty.
    #[serde(default)]
    pub stages: Vec<String>,
    /// Of that secrecy.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub secrecy: Option<String>,
    /// On what they hang: `ticket/CD-202610-0001`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub about: Option<String>,
    /// Filed by that account.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub account: Option<String>,
    /// Filed on that day or after it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Filed on that day or before it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// `expired` or `expiring`; all where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub validity: Option<String>,
    /// With that tag.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub tag: Option<String>,
    /// Only those that one has checked out.
    #[serde(default)]
    pub mine: bool,
    /// Only those whose paper copy is lent.
    #[serde(default)]
    pub lent: bool,
    /// How they stand with their approval: `running`, `published`, `returned`, `withdrawn`, `outdated`, or `none` where they were never
    /// submitted; all where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub approval: Option<String>,
    /// `void`: voided ones alone; `all`: with them; without them where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub state: Option<String>,
    /// Words of number, title, tags, note or file name, as in 查找.
    #[serde(default)]
    pub text: String,
    /// `filed`, `valid` or `number`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub sort: Option<String>,
    /// The other way round.
    #[serde(default)]
    pub descending: bool,
    /// So many are passed over.
    #[serde(default)]
    pub offset: u32,
    /// So many at most; 100 where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A document in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DocumentLine {
    /// 文档编号 with the unit.
    pub document: String,
    /// 文档编号 as it stands on paper.
    pub number: String,
    /// 单位代码.
    pub unit: String,
    /// 题名; absent where it was erased.
    pub title: Option<String>,
    /// 标签.
    pub tags: Vec<String>,
    /// The last version's file name; absent where it was erased.
    pub name: Option<String>,
    /// Its ending, in small letters; absent where it has none.
    pub ending: Option<String>,
    /// `ticket`, `opportunity`, `customer` or `person`.
    pub about_kind: String,
    /// The number of what it hangs on.
    pub about_key: String,
    /// What that is called.
    pub about_title: Option<String>,
    /// 类别, by code.
    pub category: String,
    /// 类别 in words.
    pub category_name: String,
    /// What it is, by code.
    pub kind: Option<String>,
    /// What it is, in words.
    pub kind_name: Option<String>,
    /// The stage that it is counted under.
    pub stage: String,
    /// 密级.
    pub secrecy: String,
    /// 有效期至.
    pub valid_until: Option<String>,
    /// `valid`, `expiring` or `expired`.
    pub validity: String,
    /// Filed on that day.
    pub filed_on: String,
    /// By whom.
    pub filed_by: String,
    /// Versions that it has.
    pub versions: u32,
    /// SHA-256 of the last one.
    pub file: String,
    /// Bytes of the last one.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When the last one came, local time.
    pub changed_at: String,
    /// Who has it checked out.
    pub out_by: Option<String>,
    /// Whether there is a paper copy.
    pub on_paper: bool,
    /// The day by which the paper copy is to be returned, while it is lent.
    pub lent_until: Option<String>,
    /// Whether that day is over.
    pub overdue: bool,
    /// How it stands with its approval: `running` (待审批), `published` (已发布), `returned` (已退回), `withdrawn` (已撤回),
    /// `outdated` (there is a newer version than was submitted); absent where it was never submitted.
    pub approval: Option<String>,
    /// 作废.
    pub voided: bool,
}

/// A page of documents.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentsView {
    /// The page.
    pub lines: Vec<DocumentLine>,
    /// All that were found.
    pub total: u32,
    /// Texts that are not indexed yet, where words were asked for: ask again for them.
    #[ts(type = "number")]
    pub behind: u64,
}

/// A page at most.
const LONGEST_PAGE: u32 = 1_000;

/// What is looked for; `None` where one sees no unit.
pub(super) fn wanted(app: &App, request: Documents, most: u32) -> Result<Option<Wanted>, AppError> {
    let Some(units) = seen_units(app, request.unit.as_deref())? else { return Ok(None) };
    let day = |text: &Option<String>| text_given(text.as_deref()).map(parse::date).transpose();
    let unknown = |value: &str| AppError::refused("notInList", serde_json::json!({ "value": value }));
    let today = app.today()?;
    let (valid_from, valid_to) = match text_given(request.validity.as_deref()) {
        None => (None, None),
        Some("expired") => (None, today.pred_opt()),
        Some("expiring") => (Some(today), Some(expiring_until(today))),
        Some(other) => return Err(unknown(other)),
    };
    let voided = match text_given(request.state.as_deref()) {
        None => Some(false),
        Some("void") => Some(true),
        Some("all") => None,
        Some(other) => return Err(unknown(other)),
    };
    Ok(Some(Wanted {
        only: None,
        units,
        categories: request.categories,
        kind: request.kind.filter(|code| !code.is_empty()),
        stages: request
            .stages
            .iter()
            .map(|text| text.parse().map_err(|_| unknown(text)))
            .collect::<Result<_, _>>()?,
        secrecy: text_given(request.secrecy.as_deref()).map(choice).transpose()?,
        about: text_given(request.about.as_deref()).map(str::parse).transpose()?,
        account: text_given(request.account.as_deref()).map(parse::account).transpose()?,
        from: day(&request.from)?,
        to: day(&request.to)?,
        valid_from,
        valid_to,
        out_by: if request.mine { Some(app.signed_in()?.account.clone()) } else { None },
        lent: request.lent,
        tag: text_given(request.tag.as_deref()).map(str::to_owned),
        words: query(&request.text)?,
        approval: match text_given(request.approval.as_deref()) {
            None => None,
            Some("none") => Some(None),
            Some(other) => Some(Some(choice(other)?)),
        },
        voided,
        hidden: hidden(app)?,
        sort: match request.sort.as_deref().unwrap_or("filed") {
            "filed" => SortBy::Filed,
            "valid" => SortBy::Valid,
            "number" => SortBy::Number,
            other => return Err(unknown(other)),
        },
        descending: request.descending,
        offset: request.offset,
        limit: request.limit.unwrap_or(100).min(most),
    }))
}

/// `documents`.
pub fn documents(app: &mut App, request: Documents) -> Result<DocumentsView, AppError> {
    let Some(wanted) = wanted(app, request, LONGEST_PAGE)? else { return Ok(DocumentsView::default()) };
    let asks_index = wanted.words.is_some() || wanted.tag.is_some();
    let behind = if asks_index { app.indexed(PATIENCE)? } else { 0 };
    let (rows, total) = found(app.conn()?, &wanted)?;
    Ok(DocumentsView { lines: lines(app, &rows)?, total, behind })
}
