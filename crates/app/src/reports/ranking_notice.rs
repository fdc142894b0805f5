//! 季度考核通报: the quarter's units by rank. It goes to every unit, so that no fee, no coefficient and no person stands
//! in it.

use super::head::{Fixed, Tables, head_of};
use super::make::fixed;
use super::words;
use crate::error::{AppError, ErrorClass};
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::session::App;
use crate::settlement::{Computed, compute_with};
use domain::organisation::Group;
use domain::settlement::{Ranked, ranking, ranking_figures};
use domain::signing::notice_no;
use report::view::{Classification, NoticeExempt, NoticeLine, RankingNotice as View};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::{RankingBook, RankingRow};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Writes a quarter's ranking notice (考核通报).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RankingNotice {
    /// 季度.
    pub quarter: String,
    /// The file.
    pub out: String,
    /// `pdf`, `docx` or `xlsx`.
    pub format: String,
}

/// `rankingNotice`. Nothing is recorded: it is no paper that anybody signs.
pub fn ranking_notice(app: &mut App, request: RankingNotice) -> Result<FileView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let this_month = app.this_month()?;
    let computed = compute_with(app.conn()?, quarter, this_month, &BTreeMap::new(), None)?;
    let fixed = fixed(&computed);
    let tables = Tables::read(app, fixed.as_ref().map(|f| &f.hash))?;
    let bytes = match request.format.as_str() {
        "pdf" => {
            let view = view(app, &tables, &computed, fixed.as_ref())?;
            drop(tables);
            report::render_ranking_notice(&view, &app.fonts()?)?
        }
        "docx" => report::ranking_notice_word(&view(app, &tables, &computed, fixed.as_ref())?)?,
        "xlsx" => sheet::ranking_workbook(&book(app, &tables, &computed, fixed.as_ref())?)?,
        other => return Err(AppError::new("unknownFormat", ErrorClass::Usage, json!({ "value": other }))),
    };
    write_file(&request.out, &bytes)
}

/// Assessed units by rank; those left out.
fn parts<'c>(ranked: &[Ranked<'c>]) -> (Vec<Ranked<'c>>, Vec<(&'c str, Group, &'c str)>) {
    let assessed = ranked.iter().filter(|r| r.unit.exempt.is_none()).copied().collect();
    let left_out = |r: &Ranked<'c>| Some((&*r.unit.name, r.unit.group, r.unit.exempt.as_deref()?));
    (assessed, ranked.iter().filter_map(left_out).collect())
}

fn months(computed: &Computed) -> [String; 3] {
    computed.settlement.quarter.months().map(|month| format!("{}月", month.number()))
}

fn view(
    app: &App,
    tables: &Tables<'_>,
    computed: &Computed,
    fixed: Option<&Fixed>,
) -> Result<View, AppError> {
    let settlement = &computed.settlement;
    let ranked = ranking(settlement);
    let (assessed, left_out) = parts(&ranked);
    let figures = ranking_figures(settlement, computed.revision);
    let mut head = head_of(app, tables, settlement.quarter, figures, fixed)?;
    head.report_no = notice_no(settlement.quarter, computed.revision);
    head.revision = computed.revision;
    head.unit = tables.unit(&app.installation()?.unit);
    head.classification = Classification::Internal;
    let rank = |rank: Option<usize>| rank.map_or_else(|| words::NONE.to_owned(), |r| r.to_string());
    let line = |r: &Ranked<'_>| NoticeLine {
        rank: rank(r.rank),
        rank_in_group: rank(r.rank_in_group),
        name: r.unit.name.clone(),
        group: words::group(r.unit.group).to_owned(),
        months: [0, 1, 2].map(|at| words::two(r.unit.months.get(at).and_then(|m| m.score.as_ref()))),
        quarter: words::two(r.unit.score.as_ref()),
    };
    Ok(View {
        head,
        sentence: format!(
            "现将{}售前支撑服务考核结果通报如下：纳入考核 {} 个单位，不纳入考核 {} 个单位。",
            settlement.quarter.words(),
            assessed.len(),
            left_out.len()
        ),
        months: months(computed),
        lines: assessed.iter().map(line).collect(),
        groups: [Group::Provincial, Group::City].map(|g| words::group(g).to_owned()).to_vec(),
        exempt: left_out
            .into_iter()
            .map(|(name, group, reason)| NoticeExempt {
                name: name.to_owned(),
                group: words::group(group).to_owned(),
                reason: reason.to_owned(),
            })
            .collect(),
    })
}

fn book(
    app: &App,
    tables: &Tables<'_>,
    computed: &Computed,
    fixed: Option<&Fixed>,
) -> Result<RankingBook, AppError> {
    let settlement = &computed.settlement;
    let ranked = ranking(settlement);
    let (assessed, left_out) = parts(&ranked);
    let head = head_of(app, tables, settlement.quarter, String::new(), fixed)?;
    let standing = if fixed.is_some() { "正式" } else { "草稿" };
    let row = |r: &Ranked<'_>| RankingRow {
        rank: r.rank,
        rank_in_group: r.rank_in_group,
        name: r.unit.name.clone(),
        group: words::group(r.unit.group).to_owned(),
        months: [0, 1, 2].map(|at| r.unit.months.get(at).and_then(|m| m.score.clone())),
        quarter: r.unit.score.clone(),
    };
    Ok(RankingBook {
        title: format!("{}考核通报", settlement.quarter.words()),
        about: format!(
            "内部资料　{}　{standing}　{}　{}",
            notice_no(settlement.quarter, computed.revision),
            tables.unit(&app.installation()?.unit),
            head.made_at.format("%Y-%m-%d")
        ),
        months: months(computed),
        rows: assessed.iter().map(row).collect(),
        exempt: left_out
            .into_iter()
            .map(|(name, group, reason)| [name.to_owned(), words::group(group).to_owned(), reason.to_owned()])
            .collect(),
    })
}
