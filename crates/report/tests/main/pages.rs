//! How the pages look: golden pictures, and that nothing leaves its frame whatever is printed.

use report::{
    render_confirmation, render_fee_statement, render_objection_slip, render_ranking_notice,
    render_settlement, signature_appearance,
};

use crate::tools::{File, blessing, fonts, golden, squeeze};
use crate::{samples, seal};

/// Side in pixels of the squares that are compared: 5 mm of paper.
const SQUARE: u32 = 8;

/// How much the mean of a square may differ, of 255. Another release of poppler smooths edges differently, which moves
/// a square's mean by a few steps; a word, a line or a figure that has moved or gone moves it by thirty and more.
const TOLERANCE: u32 = 14;

fn means(width: u32, height: u32, pixels: &[u8]) -> Vec<u32> {
    let mut means = Vec::new();
    for top in (0..height).step_by(SQUARE as usize) {
        for left in (0..width).step_by(SQUARE as usize) {
            let (mut sum, mut count) = (0, 0);
            for y in top..(top + SQUARE).min(height) {
                for x in left..(left + SQUARE).min(width) {
                    sum += u32::from(pixels[(y * width + x) as usize]);
                    count += 1;
                }
            }
            means.push(sum / count);
        }
    }
    means
}

pub fn compare(name: &str, pdf: &[u8], pages: &[usize]) {
    let file = File::of(pdf);
    for page in pages {
        let (width, height, pixels) = file.picture(*page);
        let path = golden(&format!("{name}-{page}.png"));
        if blessing() {
            image::GrayImage::from_raw(width, height, pixels.clone()).unwrap().save(&path).unwrap();
        }
        let wanted =
            image::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).into_luma8();
        assert_eq!((width, height), wanted.dimensions(), "{name} page {page}");
        let squares = width.div_ceil(SQUARE);
        let is = means(width, height, &pixels);
        for (at, (is, was)) in is.iter().zip(means(width, height, &wanted)).enumerate() {
            let (x, y) = (at as u32 % squares * 5, at as u32 / squares * 5);
            assert!(is.abs_diff(was) <= TOLERANCE, "{name} page {page} looks different at {x} mm, {y} mm");
        }
    }
}

#[test]
fn pages_look_as_before() {
    let formal = render_settlement(&samples::settlement(true, 2), fonts()).unwrap();
    compare("settlement", &formal, &[1, 2, 4, 7, 8]);
    let draft = render_confirmation(&samples::confirmation(false, 3), fonts()).unwrap();
    compare("confirmation", &draft, &[1, 2]);
    compare("fee", &render_fee_statement(&samples::fee_statement(true), fonts()).unwrap(), &[1]);
    compare("ranking", &render_ranking_notice(&samples::ranking(true), fonts()).unwrap(), &[1, 2]);
    compare("slip", &render_objection_slip(&samples::objection_slip(), fonts()).unwrap(), &[1]);
    let mut signature = samples::appearance();
    signature.picture = Some(seal::ring());
    let appearance = signature_appearance(&signature, report::SIGNATURE_BOX, fonts()).unwrap();
    compare("appearance", &appearance, &[1]);
}

/// Nothing is printed outside the frame: 25 mm on the left, 20 mm on the right, footer at the bottom.
pub fn assert_in_frame(pdf: &[u8]) {
    let words = File::of(pdf).words();
    assert!(words.len() > 100);
    for (page, [left, top, right, bottom], text) in words {
        // The watermark lies across the page.
        if matches!(text.as_str(), "草" | "稿") {
            continue;
        }
        assert!(left >= 24.9 && right <= 190.1, "page {page}: {text} from {left} to {right} mm");
        assert!(top >= 12.0 && bottom <= 290.0, "page {page}: {text} from {top} to {bottom} mm");
    }
}

pub const LONG: &str = "阿不都热依木·买买提艾力·努尔麦麦提江·玉素甫江·托合提阿吉木·肉孜卡日买买提";

#[test]
fn long_names_wrap_and_nothing_is_cut_off() {
    assert!(LONG.chars().count() >= 38);
    let unit = "中国移动通信集团四川有限公司阿坝藏族羌族自治州九寨沟县漳扎镇政企客户支撑服务中心分公司";
    let party = format!("{unit}（乙方名称特别长）");
    let mut view = samples::settlement(false, 2);
    view.head.provider = party.clone();
    view.units[3].name = unit.into();
    view.ranking[3].name = unit.into();
    view.client_signatory.name = LONG.into();
    view.client_signatory.post = unit.into();
    for person in &mut view.annex_people {
        person.name = LONG.into();
        person.unit = unit.into();
    }
    for deduction in &mut view.annex_deductions {
        deduction.name = LONG.into();
        deduction.evidence =
            "https://oa.example.cn/archives/2026/Q3/evidence/0123456789abcdef0123456789".into();
    }
    let pdf = render_settlement(&view, fonts()).unwrap();
    assert_in_frame(&pdf);
    let text = File::of(&pdf).drawn();
    // Once a person, again on a new page where the three months of one are parted, and once in each deduction.
    let annex = File::of(&pdf).layout().split('\u{c}').filter(|page| page.contains("评分项得分")).count();
    let least = view.annex_people.len() / 3 + view.annex_deductions.len() + 1;
    let printed = text.matches(LONG).count();
    assert!(
        (least..=least + annex).contains(&printed),
        "{printed} names in full, {least} wanted, {annex} pages"
    );
    assert!(text.contains(&squeeze(&party)));
    assert!(text.contains("https://oa.example.cn/archives/2026/Q3/evidence/0123456789abcdef0123456789"));

    let mut view = samples::confirmation(true, 3);
    view.people.iter_mut().for_each(|person| person.name = LONG.into());
    view.client_signatory.name = LONG.into();
    assert_in_frame(&render_confirmation(&view, fonts()).unwrap());

    let mut view = samples::fee_statement(true);
    view.head.client = unit.into();
    view.contract_name = unit.into();
    view.client_signatory.post = unit.into();
    assert_in_frame(&render_fee_statement(&view, fonts()).unwrap());
}

#[test]
fn a_reason_longer_than_a_page_runs_over_pages() {
    let mut view = samples::confirmation(true, 2);
    view.comments[0].text = (0..900).map(|n| format!("第{n}句意见，")).collect();
    let pdf = render_confirmation(&view, fonts()).unwrap();
    assert_in_frame(&pdf);
    let text = File::of(&pdf).drawn();
    for n in 0..900 {
        // A page's foot may stand between the two halves of a sentence.
        let number = format!("第{n}句");
        let near = format!("{n}句意见");
        assert!(text.contains(&number) || text.contains(&near), "{number}");
    }
}

#[test]
fn three_people_and_twelve_hundred() {
    for per_unit in [0, 50] {
        let mut view = samples::settlement(true, per_unit.max(1));
        if per_unit == 0 {
            view.annex_people.truncate(9);
        }
        let pdf = render_settlement(&view, fonts()).unwrap();
        let file = File::of(&pdf);
        file.assert_sound();
        assert_in_frame(&pdf);
        let text = file.drawn();
        for person in [view.annex_people.first().unwrap(), view.annex_people.last().unwrap()] {
            assert!(text.contains(&person.staff_no));
        }
        let numbers: std::collections::BTreeSet<&str> =
            view.annex_people.iter().map(|person| person.staff_no.as_str()).collect();
        assert_eq!(numbers.len(), if per_unit == 0 { 3 } else { 1150 });
        assert!(numbers.iter().all(|number| text.contains(number)));
    }
}

#[test]
fn a_unit_is_named_again_where_its_people_run_over_a_page() {
    let file = File::of(&render_settlement(&samples::settlement(true, 30), fonts()).unwrap());
    let text = file.layout();
    let mut again = 0;
    for page in text.split('\u{c}').filter(|page| page.contains("评分项得分")) {
        let mut under = page.lines().skip_while(|line| !line.contains("评分项得分")).skip(1);
        let first = under.find(|line| !line.trim().is_empty()).map(str::trim);
        assert!(first.is_some_and(|line| line.starts_with("省公司") || line.contains("分公司")), "{first:?}");
        again += usize::from(first.is_some_and(|line| line.ends_with("（续）")));
    }
    assert!(again > 40, "{again} pages continue a unit");
}

#[test]
fn a_heading_is_never_the_last_thing_on_a_page() {
    // Some lengths of the tables before them move every heading over the foot of a page.
    let mut looked_at = 0;
    for deductions in 0..30 {
        let mut view = samples::confirmation(true, 4);
        let one = samples::settlement(true, 2).annex_deductions.remove(0);
        view.deductions = vec![one; deductions];
        let file = File::of(&render_confirmation(&view, fonts()).unwrap());
        for page in file.layout().split('\u{c}') {
            let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let Some(foot) =
                lines.iter().position(|line| line.starts_with("报告编号 HQ") && line.contains("页"))
            else {
                continue;
            };
            looked_at += 1;
            let last = lines[foot - 1];
            let heading = last.chars().nth(1) == Some('、') && last.chars().count() < 12;
            assert!(!heading, "{deductions} deductions: {last} ends a page");
        }
    }
    assert!(looked_at > 90, "{looked_at} pages");
}
