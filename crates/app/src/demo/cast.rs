//! Who plays: the 24 units, their managers and leaders, the engineers. All persons are invented.

use chrono::{Datelike as _, NaiveDate};

/// Units as the program first knows them: code, name, provincial or not, engineers at the start of the year.
pub(super) const UNITS: [(&str, &str, bool, usize); 24] = [
    ("ZQ", "省公司政企客户部", true, 8),
    ("ZK", "省公司重要客户中心", true, 7),
    ("CD", "成都分公司", false, 12),
    ("ZG", "自贡分公司", false, 4),
    ("PZH", "攀枝花分公司", false, 4),
    ("LZ", "泸州分公司", false, 5),
    ("DY", "德阳分公司", false, 5),
    ("MY", "绵阳分公司", false, 7),
    ("GY", "广元分公司", false, 4),
    ("SN", "遂宁分公司", false, 4),
    ("NJ", "内江分公司", false, 4),
    ("LS", "乐山分公司", false, 5),
    ("NC", "南充分公司", false, 6),
    ("MS", "眉山分公司", false, 4),
    ("YB", "宜宾分公司", false, 6),
    ("GA", "广安分公司", false, 4),
    ("DZ", "达州分公司", false, 5),
    ("YA", "雅安分公司", false, 3),
    ("BZ", "巴中分公司", false, 3),
    ("ZY", "资阳分公司", false, 4),
    ("AB", "阿坝分公司", false, 3),
    ("GZ", "甘孜分公司", false, 3),
    ("LSZ", "凉山分公司", false, 5),
    ("TF", "天府新区分公司", false, 0),
];

const SURNAMES: [&str; 40] = [
    "李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何",
    "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓",
    "许", "傅", "沈", "曾", "彭", "欧阳",
];
const GIVEN: [&str; 40] = [
    "伟", "芳", "敏", "静", "磊", "洋", "艳", "勇", "娟", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英",
    "文博", "思远", "雨桐", "子涵", "浩然", "嘉欣", "宇航", "晓东", "建国", "海燕", "志强", "丽华", "俊杰",
    "梦琪", "天佑", "佳怡", "泽宇", "若曦", "一鸣", "春梅", "国栋", "婷婷", "昊",
];
const POSTS: [&str; 4] = ["售前工程师", "高级售前工程师", "解决方案架构师", "售前支撑专员"];

/// 工号 of who comes for the one that is replaced.
pub(super) const SUCCESSOR: &str = "QT0202";

/// An invented engineer.
pub(super) struct Engineer {
    pub staff_no: String,
    pub name: String,
    pub unit: &'static str,
    pub arrived_on: NaiveDate,
    pub left_on: Option<NaiveDate>,
    pub post: &'static str,
    pub phone: String,
    pub course: Course,
}

/// How somebody's stay is entered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// With the list at the start of the year, the end of the stay too.
    Listed,
    /// On the list, and replaced in the course of the year: leaves with a handover.
    Replaced,
    /// Not on the list: comes with a letter in the place of whoever is replaced.
    Successor,
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// A name nobody of that number need bear: surname and given name are drawn apart.
pub(super) fn name(random: &mut fastrand::Rng) -> String {
    format!("{}{}", SURNAMES[random.usize(..SURNAMES.len())], GIVEN[random.usize(..GIVEN.len())])
}

/// The engineers of the year: most came in 2025, some arrive, leave or move in 2026. 天府新区 has nobody before July.
pub(super) fn engineers(random: &mut fastrand::Rng) -> Vec<Engineer> {
    let mut all: Vec<Engineer> = Vec::new();
    let mut add = |random: &mut fastrand::Rng, unit: &'static str, arrived_on: NaiveDate| {
        let number = all.len() + 1;
        all.push(Engineer {
            staff_no: format!("QT{number:04}"),
            name: name(random),
            unit,
            arrived_on,
            left_on: None,
            post: POSTS[random.usize(..POSTS.len())],
            phone: format!("1{}{:08}", [38, 39, 58, 87][random.usize(..4)], random.u32(..100_000_000)),
            course: Course::Listed,
        });
        number - 1
    };
    for (code, _, _, heads) in UNITS {
        for _ in 0..heads {
            let arrived = day(2025, random.u32(3..12), random.u32(1..28));
            add(random, code, arrived);
        }
    }
    for (code, month) in [("TF", 7), ("TF", 7), ("TF", 8), ("CD", 5), ("MY", 9), ("NC", 10)] {
        let arrived = day(2026, month, random.u32(1..6));
        add(random, code, arrived);
    }
    // One leaves in May; one moves from 成都 to 天府新区 in the middle of July and is assessed by both.
    if let Some(leaver) = all.iter_mut().find(|e| e.unit == "LZ") {
        leaver.left_on = Some(day(2026, 5, 22));
    }
    if let Some(mover) = all.iter_mut().find(|e| e.unit == "CD") {
        mover.left_on = Some(day(2026, 7, 15));
        let moved = Engineer {
            staff_no: mover.staff_no.clone(),
            name: mover.name.clone(),
            unit: "TF",
            arrived_on: day(2026, 7, 16),
            left_on: None,
            post: mover.post,
            phone: mover.phone.clone(),
            course: Course::Listed,
        };
        all.push(moved);
    }
    // Who came to 成都 in May is replaced; the successor takes the place in every list, so that all other scores stay.
    if let Some(newcomer) = all.iter_mut().find(|e| e.unit == "CD" && e.arrived_on.year() == 2026) {
        newcomer.left_on = Some(day(2026, 9, 30));
        newcomer.course = Course::Replaced;
        all.push(Engineer {
            staff_no: SUCCESSOR.to_owned(),
            name: "傅雨桐".to_owned(),
            unit: "CD",
            arrived_on: day(2026, 10, 8),
            left_on: None,
            post: POSTS[0],
            phone: "13980001220".to_owned(),
            course: Course::Successor,
        });
    }
    all
}

/// Published holidays (false) and make-up days (true) of 2026.
pub(super) const CALENDAR: [(&str, &str, bool, &str); 11] = [
    ("2026-01-01", "2026-01-03", false, "元旦"),
    ("2026-01-04", "2026-01-04", true, "元旦补班"),
    ("2026-02-15", "2026-02-23", false, "春节"),
    ("2026-02-14", "2026-02-14", true, "春节补班"),
    ("2026-02-28", "2026-02-28", true, "春节补班"),
    ("2026-04-04", "2026-04-06", false, "清明节"),
    ("2026-05-01", "2026-05-05", false, "劳动节"),
    ("2026-05-09", "2026-05-09", true, "劳动节补班"),
    ("2026-06-19", "2026-06-21", false, "端午节"),
    ("2026-09-25", "2026-09-27", false, "中秋节"),
    ("2026-10-01", "2026-10-07", false, "国庆节"),
];
/// Make-up days of the national holiday.
pub(super) const NATIONAL_MAKE_UP: [&str; 2] = ["2026-09-20", "2026-10-10"];
