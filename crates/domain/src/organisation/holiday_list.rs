//! Whether a list of published holidays can be right: what the State Council publishes for a year has no holes in a festival,
//! names every festival, and speaks of one year.

use crate::kernel::{DayKind, WorkingDays};
use crate::refusal::Refusal;
use chrono::{Datelike as _, Days, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A festival that falls on the same days of every year, give or take the lunar calendar. 中秋节 is left out: it falls beside
/// the national holiday or into it, so that its absence cannot be told from the days alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Festival {
    /// 元旦.
    NewYear,
    /// 春节.
    SpringFestival,
    /// 清明节.
    TombSweeping,
    /// 劳动节.
    LabourDay,
    /// 端午节.
    DragonBoat,
    /// 国庆节.
    NationalDay,
}

impl Festival {
    const ALL: [Self; 6] = [
        Self::NewYear,
        Self::SpringFestival,
        Self::TombSweeping,
        Self::LabourDay,
        Self::DragonBoat,
        Self::NationalDay,
    ];

    /// Month and day between which one of its days lies in every year.
    fn window(self) -> [(u32, u32); 2] {
        match self {
            Self::NewYear => [(1, 1), (1, 1)],
            Self::SpringFestival => [(1, 21), (2, 27)],
            Self::TombSweeping => [(4, 4), (4, 6)],
            Self::LabourDay => [(5, 1), (5, 1)],
            Self::DragonBoat => [(5, 28), (6, 26)],
            Self::NationalDay => [(10, 1), (10, 1)],
        }
    }
}

/// What names of festivals begin with. Under another name, as a unit's own 高温假, days may lie as they like.
const NAMED: [&str; 9] = ["元旦", "春节", "清明", "劳动", "五一", "端午", "中秋", "国庆", "十一"];
/// So many festivals of a year make a list of that year; fewer are a supplement.
const A_LIST: usize = 3;
/// Days of one festival lie closer than this.
const ONE_FESTIVAL: u64 = 15;

type Special = BTreeMap<NaiveDate, (DayKind, String)>;

/// Refuses a list with a day twice, a hole in a festival, without a festival, or with a day of another year. What is on record counts with
/// the list: it may fill up what stands already. Each refusal comes with the place of the row that it is about.
///
/// # Errors
/// [`Refusal::DayTwice`], [`Refusal::HolidayGap`], [`Refusal::FestivalMissing`], [`Refusal::OtherYear`].
pub fn check_holiday_list(
    known: &Special,
    rows: &[(NaiveDate, DayKind, String)],
) -> Result<(), Vec<(usize, Refusal)>> {
    let mut all = known.clone();
    all.extend(rows.iter().map(|(day, kind, name)| (*day, (*kind, name.clone()))));
    let place: BTreeMap<NaiveDate, usize> = rows.iter().enumerate().map(|(at, row)| (row.0, at)).collect();
    let mut refused = gaps(&all, &place);
    refused.extend(years(&all, rows));
    let mut first: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for (at, (day, ..)) in rows.iter().enumerate() {
        if let Some(first_row) = first.get(day) {
            refused.push((at, Refusal::DayTwice { day: *day, first_row: *first_row }));
        }
        first.entry(*day).or_insert(at);
    }
    refused.sort_by_key(|(at, _)| *at);
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}

/// Days within a festival on which people would work.
fn gaps(all: &Special, place: &BTreeMap<NaiveDate, usize>) -> Vec<(usize, Refusal)> {
    let calendar = WorkingDays::new(all.iter().map(|(day, (kind, _))| (*day, *kind)).collect());
    let mut last: BTreeMap<&str, NaiveDate> = BTreeMap::new();
    let mut refused = Vec::new();
    for (day, (kind, name)) in all {
        if *kind != DayKind::Holiday || !NAMED.iter().any(|named| name.starts_with(named)) {
            continue;
        }
        let Some(before) = last.insert(name, *day) else { continue };
        let Some(at) = place.get(day).or_else(|| place.get(&before)) else { continue };
        if before + Days::new(ONE_FESTIVAL) <= *day {
            continue;
        }
        let between = before.iter_days().skip(1).take_while(|gap| gap < day);
        refused.extend(
            between
                .filter(|gap| calendar.is_working(*gap))
                .map(|gap| (*at, Refusal::HolidayGap { day: gap, name: name.clone() })),
        );
    }
    refused
}

/// The festivals that a year's holidays hold.
fn festivals<'d>(days: impl Iterator<Item = &'d NaiveDate>) -> BTreeMap<i32, BTreeSet<Festival>> {
    let mut found: BTreeMap<i32, BTreeSet<Festival>> = BTreeMap::new();
    for day in days {
        let at = (day.month(), day.day());
        let of_day = Festival::ALL.into_iter().filter(|festival| {
            let [first, last] = festival.window();
            first <= at && at <= last
        });
        found.entry(day.year()).or_default().extend(of_day);
    }
    found
}

/// Festivals that a list of a year lacks, and festivals' days of a year that the list is not of.
fn years(all: &Special, rows: &[(NaiveDate, DayKind, String)]) -> Vec<(usize, Refusal)> {
    let off = |kind: DayKind| kind == DayKind::Holiday;
    let listed = festivals(rows.iter().filter(|row| off(row.1)).map(|row| &row.0));
    let stand = festivals(all.iter().filter(|(_, (kind, _))| off(*kind)).map(|(day, _)| day));
    let is_list = |year: &i32| listed.get(year).is_some_and(|found| found.len() >= A_LIST);
    let Some(of_list) = listed.keys().copied().find(is_list) else { return Vec::new() };
    let mut refused = Vec::new();
    for year in listed.keys().copied().filter(is_list) {
        let at = rows.iter().position(|(day, ..)| day.year() == year).unwrap_or_default();
        let there = stand.get(&year).cloned().unwrap_or_default();
        let missing = Festival::ALL.into_iter().filter(|festival| !there.contains(festival));
        refused.extend(missing.map(|festival| (at, Refusal::FestivalMissing { year, festival })));
    }
    for (at, (day, kind, name)) in rows.iter().enumerate() {
        let year = day.year();
        // 元旦 may begin in the old year, and a year on record may be corrected beside a new list.
        let turn = day.month() == 12 && day.day() > 24 && is_list(&(year + 1));
        let known = stand.get(&year).is_some_and(|found| found.len() >= A_LIST);
        if off(*kind) && NAMED.iter().any(|named| name.starts_with(named)) && !turn && !known {
            refused.push((at, Refusal::OtherYear { day: *day, year: of_list }));
        }
    }
    refused
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::day;

    type Row = (NaiveDate, DayKind, String);

    fn off(name: &str, from: &str, to: &str) -> Vec<Row> {
        let days = day(from).iter_days().take_while(|at| *at <= day(to));
        days.map(|at| (at, DayKind::Holiday, name.to_owned())).collect()
    }

    /// 2026 as it was published.
    fn year() -> Vec<Row> {
        let mut rows: Vec<Row> = [
            off("元旦", "2026-01-01", "2026-01-03"),
            off("春节", "2026-02-15", "2026-02-23"),
            off("清明节", "2026-04-04", "2026-04-06"),
            off("劳动节", "2026-05-01", "2026-05-05"),
            off("端午节", "2026-06-19", "2026-06-21"),
            off("中秋节", "2026-09-25", "2026-09-27"),
            off("国庆节", "2026-10-01", "2026-10-07"),
        ]
        .concat();
        let worked = ["2026-02-14", "2026-10-10"].map(day);
        rows.extend(worked.map(|at| (at, DayKind::Working, "补班".to_owned())));
        rows
    }

    fn refused(rows: &[Row]) -> Vec<Refusal> {
        check_holiday_list(&Special::new(), rows)
            .map_or_else(|refused| refused.into_iter().map(|(_, refusal)| refusal).collect(), |()| Vec::new())
    }

    #[test]
    fn a_whole_year_and_a_supplement_pass() {
        assert_eq!(refused(&year()), []);
        assert_eq!(refused(&off("国庆节", "2026-10-01", "2026-10-07")), []);
        assert_eq!(refused(&off("高温假", "2026-08-14", "2026-08-15")), []);
        assert_eq!(refused(&[]), []);
    }

    #[test]
    fn a_hole_in_a_festival_is_named() {
        let mut rows = year();
        rows.retain(|(at, ..)| *at != day("2026-10-06"));
        let gap = |at: &str| Refusal::HolidayGap { day: day(at), name: "国庆节".to_owned() };
        assert_eq!(refused(&rows), [gap("2026-10-06")]);
        // What stands already fills it.
        let known = [(day("2026-10-06"), (DayKind::Holiday, "国庆节".to_owned()))].into();
        assert_eq!(check_holiday_list(&known, &rows), Ok(()));
        // A missing Sunday is free all the same; worked, it is a hole.
        rows = year();
        rows.retain(|(at, ..)| *at != day("2026-10-04"));
        assert_eq!(refused(&rows), []);
        rows.push((day("2026-10-04"), DayKind::Working, String::new()));
        assert_eq!(refused(&rows), [gap("2026-10-04")]);
        // Days of one's own may lie apart.
        let own = [off("高温假", "2026-08-03", "2026-08-03"), off("高温假", "2026-08-05", "2026-08-05")];
        assert_eq!(refused(&own.concat()), []);
    }

    #[test]
    fn a_list_of_a_year_names_every_festival() {
        for (name, festival) in [("春节", Festival::SpringFestival), ("国庆节", Festival::NationalDay)] {
            let mut rows = year();
            rows.retain(|(.., of)| of != name);
            assert_eq!(refused(&rows), [Refusal::FestivalMissing { year: 2026, festival }], "{name}");
        }
    }

    #[test]
    fn a_day_stands_once() {
        let mut rows = year();
        rows.push(rows[0].clone());
        assert_eq!(refused(&rows), [Refusal::DayTwice { day: day("2026-01-01"), first_row: 0 }]);
    }

    #[test]
    fn a_day_of_another_year_is_named() {
        let mut rows = year();
        rows.extend(off("国庆节", "2062-10-04", "2062-10-04"));
        assert_eq!(refused(&rows), [Refusal::OtherYear { day: day("2062-10-04"), year: 2026 }]);
        // 元旦 that begins in December is none.
        rows = year();
        rows.extend(off("元旦", "2025-12-31", "2025-12-31"));
        assert_eq!(refused(&rows), []);
    }
}
