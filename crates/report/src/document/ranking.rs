//! 季度考核通报: all units by rank, over the province and within their groups.

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::medium::Medium;
use crate::view::{NoticeLine, RankingNotice};
use crate::word::Word;

/// Prints a quarter's ranking notice.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_ranking_notice(notice: &RankingNotice, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let mut flow = Flow::new(fonts, &notice.head, ReportKind::RankingNotice);
    write(notice, &mut flow);
    flow.finish()
}

/// The same as a Word file.
///
/// # Errors
/// [`ReportError::Drawing`] where the file cannot be packed.
pub fn ranking_notice_word(notice: &RankingNotice) -> Result<Vec<u8>, ReportError> {
    let mut word = Word::new(&notice.head, ReportKind::RankingNotice);
    write(notice, &mut word);
    word.finish()
}

fn write(notice: &RankingNotice, flow: &mut impl Medium) {
    let head = &notice.head;
    flow.centred(ReportKind::RankingNotice.title(), Face::Hei, 20.0);
    flow.gap(0.5);
    flow.centred(&head.quarter_words, Face::Song, 12.0);
    flow.gap(2.5);
    let made_at = made_at_words(head);
    // The footer says the rest of the proof; a page of its own for it would be all that stands on a third page.
    flow.pairs_of_two(&[
        ["通报单位", &head.unit, "通报编号", &head.report_no],
        ["编制时间", &made_at, "校验码", &head.check_code],
    ]);
    flow.gap(2.5);
    flow.paragraph(&notice.sentence);

    flow.section("全省排名");
    if notice.lines.is_empty() {
        flow.paragraph("本季度没有纳入考核的单位。");
    } else {
        let columns = columns(notice, "名次", "组内名次");
        let rows = notice.lines.iter().map(|line| row(line, &line.rank, &line.rank_in_group));
        flow.table(&columns, SMALL, rows);
        flow.note("名次按取整以前的得分排列，得分相同的名次并列；表中得分取两位小数。");
        flow.section("分组排名");
        let columns = self::columns(notice, "组内名次", "全省名次");
        let rows = notice.groups.iter().flat_map(|group| {
            let own: Vec<&NoticeLine> = notice.lines.iter().filter(|line| line.group == *group).collect();
            let band = (!own.is_empty()).then(|| Row::band(format!("{group}（{} 个单位）", own.len())));
            band.into_iter().chain(own.into_iter().map(|line| row(line, &line.rank_in_group, &line.rank)))
        });
        flow.table(&columns, SMALL, rows);
    }
    flow.section("不纳入考核的单位");
    if notice.exempt.is_empty() {
        flow.paragraph("本季度没有不纳入考核的单位。");
    } else {
        let columns = [
            Column::new("单位", 46.0, Align::Left),
            Column::new("类别", 24.0, Align::Centre),
            Column::new("事由", WIDTH - 70.0, Align::Left),
        ];
        let rows = notice.exempt.iter().map(|one| Row::of([&one.name, &one.group, &one.reason]));
        flow.table(&columns, SMALL, rows);
    }
}

fn columns<'n>(notice: &'n RankingNotice, first: &'static str, last: &'static str) -> [Column<'n>; 8] {
    let [one, two, three] = &notice.months;
    [
        Column::new(first, 17.0, Align::Centre),
        Column::new("单位", WIDTH - 119.0, Align::Left),
        Column::new("类别", 22.0, Align::Centre),
        Column::new(&**one, 15.0, Align::Right),
        Column::new(&**two, 15.0, Align::Right),
        Column::new(&**three, 15.0, Align::Right),
        Column::new("季度得分", 18.0, Align::Right),
        Column::new(last, 17.0, Align::Centre),
    ]
}

fn row<'n>(line: &'n NoticeLine, first: &'n str, last: &'n str) -> Row<'n> {
    let [one, two, three] = &line.months;
    Row::of([first, &line.name, &line.group, one, two, three, &line.quarter, last])
}
