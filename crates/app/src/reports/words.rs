//! The Chinese texts of the reports, and how figures stand in them. Nothing is worked out here: every number was.

use crate::attendance::{days, hours_text};
use crate::clock::{local_day, local_text};
use crate::error::coded;
use crate::words::{Lang, message};
use chrono::{DateTime, Utc};
use domain::assessment::{ItemScore, MonthState};
use domain::attendance::Totals;
use domain::kernel::{Exact, Quarter, TaxSplit, Yuan};
use domain::organisation::{Group, Party};
use domain::people::Standing;
use domain::rulebook::{Band, BandKind, Rubric, RubricItem, RuleSet};
use domain::settlement::Settlement;
use domain::work::{Computed, Measure, Piece};
use report::view::{Money, Threshold};
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;

/// What stands where there is no figure.
pub(super) const NONE: &str = "—";

/// A party that nobody has registered.
pub(super) fn party(party: Party) -> &'static str {
    match party {
        Party::Client => "四川移动",
        Party::Provider => "四川全通",
    }
}

pub(super) fn group(group: Group) -> &'static str {
    match group {
        Group::Provincial => "省级",
        Group::City => "市州分公司",
    }
}

/// How somebody stands.
pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Awaited => "待到岗",
        Standing::Probation => "试用",
        Standing::Uncertified => "待认证",
        Standing::Certified => "在岗（已认证）",
        Standing::Returned => "更换",
        Standing::Left => "离岗",
        Standing::Withdrawn => "已撤回",
    }
}

/// A score with two decimals.
pub(super) fn two(score: Option<&Exact>) -> String {
    score.map_or_else(|| NONE.to_owned(), |s| s.to_fixed(2))
}

/// A score as a formula shows it: two decimals where that is all of it, else up to six, so that a reader who
/// calculates with the printed figures arrives at the published one.
pub(super) fn exact(score: &Exact) -> String {
    let is = |text: &str| Exact::parse(text).as_ref() == Some(score);
    (2..6).map(|decimals| score.to_fixed(decimals)).find(|text| is(text)).unwrap_or_else(|| score.to_fixed(6))
}

/// `＝ 88.40`, or `≈ 88.123457` where six decimals are not all of it.
pub(super) fn equals(score: &Exact) -> String {
    let text = exact(score);
    let sign = if Exact::parse(&text).as_ref() == Some(score) { "＝" } else { "≈" };
    format!("{sign} {text}")
}

/// `出勤 20/22 天，迟到 2 次 17 分钟，请假 1 天`; nothing where no attendance is on record.
pub(super) fn attended(totals: &Totals) -> String {
    let away: u32 = totals.leave.values().sum();
    if totals.present + totals.late + totals.early + totals.missing + totals.absent + away == 0 {
        return String::new();
    }
    let mut parts = vec![format!("出勤 {}/{} 天", days(totals.present), days(totals.due))];
    for (name, times, minutes) in
        [("迟到", totals.late, totals.late_minutes), ("早退", totals.early, totals.early_minutes)]
    {
        if times > 0 {
            parts.push(format!("{name} {times} 次 {minutes} 分钟"));
        }
    }
    if totals.missing > 0 {
        parts.push(format!("缺卡 {} 次", totals.missing));
    }
    for (name, halves) in [("旷工", totals.absent), ("请假和公出", away)] {
        if halves > 0 {
            parts.push(format!("{name} {} 天", days(halves)));
        }
    }
    if totals.overtime > 0 {
        parts.push(format!("加班 {} 小时", hours_text(totals.overtime)));
    }
    parts.join("，")
}

/// How an item's points came from tickets; where they were changed by hand, by whom is in the journal and why stands here.
pub(super) fn computed(item: &RubricItem, given: &ItemScore, computed: &Computed) -> String {
    let how = computed.explained(item).unwrap_or_default();
    if given.follows_rule() {
        return how;
    }
    let (points, reason) = (given.points.normalize(), given.reason.as_deref().unwrap_or_default());
    format!("{how}；改定为 {points} 分：{reason}")
}

/// `C01-202610-0001、C01-202610-0003（超时）`: everything that was put in, with what it counted for.
pub(super) fn pieces(item: &RubricItem, computed: &Computed) -> String {
    let measure = item.work.as_ref().map(|rule| rule.measure);
    let said = |piece: &Piece| match measure {
        Some(Measure::OnTime | Measure::TakenInTime) if piece.got == 0 => {
            format!("{}（超时）", piece.named())
        }
        Some(Measure::MeanMark) => format!("{}（{}/{}）", piece.named(), piece.got, piece.of),
        _ => piece.named(),
    };
    computed.pieces.iter().map(said).collect::<Vec<_>>().join("、")
}

/// Where a unit's month stands.
pub(super) fn month_state(state: MonthState) -> &'static str {
    match state {
        MonthState::Open => "未审核",
        MonthState::Closed => "已审核",
        MonthState::Reopened => "退回修改",
    }
}

/// `（90.00 ＋ 85.00）÷ 2 ＝ 87.50`; of many only how many they are.
pub(super) fn mean(of: &[String], what: &str, result: &Exact) -> String {
    match of {
        [] => NONE.to_owned(),
        [one] => format!("{one} {}", equals(result)),
        few if few.len() <= 6 => format!("（{}）÷ {} {}", few.join(" ＋ "), few.len(), equals(result)),
        many => format!("{} 个{what}的平均值 {}", many.len(), equals(result)),
    }
}

/// `20%`
pub(super) fn percent(weight: Decimal) -> String {
    format!("{}%", (weight * Decimal::ONE_HUNDRED).normalize())
}

pub(super) fn money(split: Option<TaxSplit>) -> Money {
    let none = || NONE.to_owned();
    split.map_or_else(
        || Money { including_tax: none(), excluding_tax: none(), tax: none(), capitals: none() },
        |s| Money {
            including_tax: s.gross.grouped(),
            excluding_tax: s.net.grouped(),
            tax: s.tax.grouped(),
            capitals: domain::kernel::capitals(s.gross),
        },
    )
}

/// 补付 or 扣回.
pub(super) fn carried(amount: Yuan) -> &'static str {
    if amount.is_negative() { "扣回" } else { "补付" }
}

/// An amount without its sign.
pub(super) fn absolute(amount: Yuan) -> String {
    amount.grouped().trim_start_matches('-').to_owned()
}

/// The band that a rounded score lies in, without what it means: `70 分（含）至 90 分`.
fn range(rules: &RuleSet, overall: Decimal) -> String {
    let lower = rules.bands.iter().rev().find(|b| b.from <= overall).map(|b| b.from.normalize());
    let upper = rules.bands.iter().find(|b| b.from > overall).map(|b| b.from.normalize());
    match (lower.filter(|l| !l.is_zero()), upper) {
        (Some(lower), Some(upper)) => format!("{lower} 分（含）至 {upper} 分"),
        (Some(lower), None) => format!("{lower} 分（含）以上"),
        (None, Some(upper)) => format!("{upper} 分以下"),
        (None, None) => "全部得分".to_owned(),
    }
}

/// The band in words: `70 分（含）至 90 分：按得分比例支付`.
pub(super) fn band(settlement: &Settlement, rules: &RuleSet) -> String {
    let Some((overall, band)) = settlement.overall.zip(settlement.band) else { return NONE.to_owned() };
    let manner = match band {
        BandKind::Full => "全额支付",
        BandKind::Linear => "按得分比例支付",
        BandKind::None => "不支付",
    };
    format!("{}：{manner}", range(rules, overall))
}

/// How the coefficient follows from the score.
pub(super) fn coefficient(settlement: &Settlement, rules: &RuleSet) -> Option<String> {
    let (overall, coefficient) = settlement.overall.zip(settlement.coefficient)?;
    let range = range(rules, overall);
    Some(match settlement.band? {
        BandKind::Linear => format!("{overall} 分在“{range}”档，系数 ＝ {overall} ÷ 100 ＝ {coefficient}"),
        BandKind::Full => format!("{overall} 分在“{range}”档，全额支付，系数 ＝ {coefficient}"),
        BandKind::None => format!("{overall} 分在“{range}”档，不支付，系数 ＝ {coefficient}"),
    })
}

/// The result in one sentence.
pub(super) fn sentence(settlement: &Settlement, rules: &RuleSet) -> String {
    let quarter = settlement.quarter.words();
    let Some((overall, coefficient)) = settlement.overall.zip(settlement.coefficient) else {
        let count = settlement.blockers.len();
        return format!("{quarter}还有 {count} 项待办结事项，综合得分和服务费尚未得出。");
    };
    let range = range(rules, overall);
    let mut text = format!("{quarter}综合得分 {overall} 分，在“{range}”档，服务费系数 {coefficient}；");
    let Some(((base, payable), due)) =
        settlement.fee_base.zip(settlement.fee_payable).zip(settlement.amount_due)
    else {
        text.push_str("合同没有登记本季度服务费基数，服务费尚未得出。");
        return text;
    };
    text.push_str(&format!(
        "季度服务费基数 {} 元，应付服务费 {} 元，",
        base.gross.grouped(),
        payable.gross.grouped()
    ));
    for line in &settlement.adjustments {
        let sign = if line.amount.is_negative() { "减" } else { "加" };
        let (from, kind) = (line.from_quarter, carried(line.amount));
        text.push_str(&format!("{sign} {from} {kind} {} 元，", absolute(line.amount)));
    }
    if settlement.paid != Yuan::ZERO {
        text.push_str(&format!("减已付 {} 元，", settlement.paid.grouped()));
    }
    let what = if due.gross.is_negative() { "应扣回" } else { "应结" };
    text.push_str(&format!("本次{what} {} 元（含税）。", absolute(due.gross)));
    text
}

/// How the amount due follows.
pub(super) fn due(settlement: &Settlement) -> Option<String> {
    let mut text = settlement.fee_payable?.gross.grouped();
    for line in &settlement.adjustments {
        let sign = if line.amount.is_negative() { "－" } else { "＋" };
        let (from, kind) = (line.from_quarter, carried(line.amount));
        text.push_str(&format!(" {sign} {}（{from} {kind}）", absolute(line.amount)));
    }
    let paid = settlement.paid;
    let sign = if paid.is_negative() { "＋" } else { "－" };
    text.push_str(&format!(
        " {sign} {}（已付）＝ {}",
        absolute(paid),
        settlement.amount_due?.gross.grouped()
    ));
    Some(text)
}

/// Scores that the fee turns on, highest first.
pub(super) fn thresholds(rules: &RuleSet) -> Vec<Threshold> {
    let label = |band: &Band| match band.kind {
        BandKind::Full => "全额线",
        BandKind::Linear => "支付线",
        BandKind::None => "停付线",
    };
    let line = |score: Decimal, label: &str| Threshold { score, label: label.to_owned() };
    let mut lines: Vec<Threshold> =
        rules.bands.iter().filter(|b| !b.from.is_zero()).map(|b| line(b.from, label(b))).collect();
    if lines.iter().all(|l| l.score != rules.termination_below) {
        lines.push(line(rules.termination_below, "解除合同线"));
    }
    lines.sort_by_key(|l| std::cmp::Reverse(l.score));
    lines
}

pub(super) fn probation(counts: bool) -> String {
    if counts {
        "试用期人员的月度得分计入所在单位得分（管理办法 §7.1）。".to_owned()
    } else {
        "按本季度计分与结算规则，试用期人员的月度得分不计入所在单位得分。".to_owned()
    }
}

/// Versions of rubric and rule set.
pub(super) fn versions(rubric: &Rubric, rules: &RuleSet) -> String {
    // The defaults hold from the beginning; that date would only puzzle.
    let from = |quarter: Quarter| {
        if quarter.year() > 2000 { format!("，自 {quarter} 起") } else { String::new() }
    };
    let rubric_words = if rubric.label.is_empty() {
        from(rubric.from)
    } else {
        format!("，{}{}", rubric.label, from(rubric.from))
    };
    format!(
        "评分细则：第 {} 版{rubric_words}；计分与结算规则：第 {} 版{}。",
        rubric.version,
        rules.version,
        from(rules.from)
    )
}

/// The right to end the contract (§7.3).
pub(super) fn termination(settlement: &Settlement, rules: &RuleSet, formal: bool) -> Option<String> {
    let right = settlement.termination_right;
    right.then(|| {
        let (count, below) = (settlement.consecutive_below, rules.termination_below.normalize());
        let facts = format!("截至本季度已连续 {count} 个季度综合得分低于 {below} 分");
        if formal {
            format!("{facts}，甲方有权解除合同（管理办法 §7.3）。")
        } else {
            format!("按现有得分，{facts}；本季度审定后，甲方有权解除合同（管理办法 §7.3）。")
        }
    })
}

/// A warning or a blocker; `name` puts units into words.
pub(super) fn notice(kind: &str, value: &impl Serialize, name: impl Fn(&str) -> String) -> String {
    let (code, mut params) = coded(value);
    if let Some(Value::String(unit)) = params.get_mut("unit") {
        *unit = name(unit);
    }
    message(Lang::ZhCn, &format!("{kind}.{code}"), &params)
}

/// `李晓燕　2026-10-18`
pub(super) fn who_when(name: &str, at: DateTime<Utc>) -> String {
    format!("{name}　{}", local_day(at))
}

/// `李晓燕　2026-10-18 16:00（代录）`
pub(super) fn confirmed(name: &str, at: DateTime<Utc>, on_behalf: bool, evidence: bool) -> String {
    let time = local_text(at);
    // Down to the minute.
    let time = time.get(..16).unwrap_or(&time);
    let note = match (on_behalf, evidence) {
        (true, true) => "（代录，附凭据）",
        (true, false) => "（代录）",
        (false, true) => "（凭签署件）",
        (false, false) => "",
    };
    format!("{name}　{time}{note}")
}

/// `2 年`, `6 个月`, `1 年 3 个月`.
pub(super) fn months(months: u32) -> String {
    match (months / 12, months % 12) {
        (0, rest) => format!("{rest} 个月"),
        (years, 0) => format!("{years} 年"),
        (years, rest) => format!("{years} 年 {rest} 个月"),
    }
}
