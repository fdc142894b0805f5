//! What everybody is scored: full points less deductions with reasons, tuned so that each quarter shows its case.

use domain::assessment::ItemScore;
use domain::kernel::Exact;
use domain::rulebook::Rubric;
use rust_decimal::Decimal;

/// Why points are taken off, per item of the default rubric.
const REASONS: [(&str, &[&str]); 8] = [
    ("SJ", &["商机信息登记不完整，缺少客户预算", "商机录入晚于规定时间两天"]),
    ("XQ", &["需求调研遗漏机房供电条件", "需求汇报材料未按模板整理"]),
    ("JL", &["技术交流前未提前确认参会人员", "客户提问未在当日书面答复"]),
    ("FA", &["方案缺少实施计划章节", "组网方案与现网资源不一致，返工一次"]),
    ("TB", &["投标文件页码有误，审核后修改", "报价表格式与招标文件不一致"]),
    ("XY", &["响应超过四小时", "周末支撑请求次日才回复"]),
    ("PH", &["与客户经理沟通不及时"]),
    ("KQ", &["当月迟到两次", "未按时提交周报"]),
];

/// Half a point: the smallest deduction.
fn half() -> Decimal {
    Decimal::new(5, 1)
}

/// Items of one engineer's month that sum to about `target` points.
pub(super) fn month(random: &mut fastrand::Rng, rubric: &Rubric, target: i64) -> Vec<ItemScore> {
    let mut halves = (100 - target).max(0) * 2 + random.i64(-6..7);
    let scored: Vec<_> = rubric.items.iter().filter(|item| !item.veto).collect();
    let mut items: Vec<ItemScore> = scored
        .iter()
        .map(|item| ItemScore {
            code: item.code.clone(),
            points: item.max,
            reason: None,
            evidence: None,
            computed: None,
        })
        .collect();
    // A month's points are lost in a few items, more of them the worse it was.
    let touched = (2 + usize::try_from(halves / 16).unwrap_or(0)).min(items.len());
    let mut order: Vec<usize> = (0..items.len()).collect();
    random.shuffle(&mut order);
    let chosen = &order[..touched];
    let mut tries = 0;
    while halves > 0 && tries < 10_000 {
        tries += 1;
        let at = chosen[random.usize(..chosen.len())];
        let item = &mut items[at];
        if item.points < half() {
            continue;
        }
        item.points -= half();
        halves -= 1;
        if item.reason.is_none() {
            let reasons = REASONS.iter().find(|(code, _)| *code == item.code).map_or(&[][..], |(_, r)| r);
            item.reason = (!reasons.is_empty()).then(|| reasons[random.usize(..reasons.len())].to_owned());
        }
    }
    items
}

/// One engineer's month in a unit, before it is recorded.
pub(super) struct Sheet {
    pub unit: &'static str,
    pub provincial: bool,
    pub month: usize,
    pub staff_no: String,
    pub items: Vec<ItemScore>,
}

impl Sheet {
    fn points(&self) -> Decimal {
        self.items.iter().map(|i| i.points).sum()
    }
}

/// The overall score of the sheets by the rules' own formula, for tuning only: the ledger works it out itself.
fn overall(sheets: &[Sheet]) -> Option<Exact> {
    let mut groups = Vec::new();
    for provincial in [true, false] {
        let mut codes: Vec<&str> =
            sheets.iter().filter(|s| s.provincial == provincial).map(|s| s.unit).collect();
        codes.sort_unstable();
        codes.dedup();
        let units: Vec<Exact> = codes
            .into_iter()
            .filter_map(|code| {
                let months: Vec<Exact> = (0..3)
                    .filter_map(|m| {
                        let of = sheets.iter().filter(|s| s.unit == code && s.month == m);
                        Exact::mean_of_decimals(of.map(Sheet::points))
                    })
                    .collect();
                Exact::mean(&months)
            })
            .collect();
        groups.push(Exact::mean(&units)?);
    }
    let [provincial, city] = <[Exact; 2]>::try_from(groups).ok()?;
    Some(provincial * Exact::from(Decimal::new(2, 1)) + city * Exact::from(Decimal::new(8, 1)))
}

/// Gives or takes half points until the overall score lies within `from..to`.
pub(super) fn tune(
    random: &mut fastrand::Rng,
    rubric: &Rubric,
    sheets: &mut [Sheet],
    from: Decimal,
    to: Decimal,
) {
    let (from, to) = (Exact::from(from), Exact::from(to));
    for _ in 0..20_000 {
        let Some(now) = overall(sheets) else { return };
        if now >= from && now < to {
            return;
        }
        let at = random.usize(..sheets.len());
        let sheet = &mut sheets[at];
        let item = random.usize(..sheet.items.len());
        let max = rubric.item(&sheet.items[item].code).map_or(Decimal::ZERO, |i| i.max);
        let points = &mut sheet.items[item].points;
        if now < from && *points + half() <= max {
            *points += half();
        } else if now >= to && *points >= half() {
            *points -= half();
        }
        let full = sheet.items[item].points == max;
        let reasons =
            REASONS.iter().find(|(code, _)| *code == sheet.items[item].code).map_or(&[][..], |(_, r)| r);
        if full {
            sheet.items[item].reason = None;
        } else if sheet.items[item].reason.is_none() {
            sheet.items[item].reason = reasons.first().map(|r| (*r).to_owned());
        }
    }
}
