//! Holidays and make-up days that the State Council published (国务院办公厅关于部分节假日安排的通知), year by year.
//!
//! Facts; the story `published_holidays` holds every day of them against another program's.

use chrono::NaiveDate;
use domain::kernel::DayKind;

/// A holiday: its name, first and last day, and the weekend days that are worked for it, as month and day.
type Arrangement = (&'static str, (u32, u32), (u32, u32), &'static [(u32, u32)]);

/// Years that come with the program.
pub(super) const YEARS: [i32; 3] = [2024, 2025, 2026];

const ARRANGED: [&[Arrangement]; 3] = [
    &[
        ("元旦", (1, 1), (1, 1), &[]),
        ("春节", (2, 10), (2, 17), &[(2, 4), (2, 18)]),
        ("清明节", (4, 4), (4, 6), &[(4, 7)]),
        ("劳动节", (5, 1), (5, 5), &[(4, 28), (5, 11)]),
        ("端午节", (6, 8), (6, 10), &[]),
        ("中秋节", (9, 15), (9, 17), &[(9, 14)]),
        ("国庆节", (10, 1), (10, 7), &[(9, 29), (10, 12)]),
    ],
    &[
        ("元旦", (1, 1), (1, 1), &[]),
        ("春节", (1, 28), (2, 4), &[(1, 26), (2, 8)]),
        ("清明节", (4, 4), (4, 6), &[]),
        ("劳动节", (5, 1), (5, 5), &[(4, 27)]),
        ("端午节", (5, 31), (6, 2), &[]),
        ("国庆节、中秋节", (10, 1), (10, 8), &[(9, 28), (10, 11)]),
    ],
    &[
        ("元旦", (1, 1), (1, 3), &[(1, 4)]),
        ("春节", (2, 15), (2, 23), &[(2, 14), (2, 28)]),
        ("清明节", (4, 4), (4, 6), &[]),
        ("劳动节", (5, 1), (5, 5), &[(5, 9)]),
        ("端午节", (6, 19), (6, 21), &[]),
        ("中秋节", (9, 25), (9, 27), &[]),
        ("国庆节", (10, 1), (10, 7), &[(9, 20), (10, 10)]),
    ],
];

/// The special days of a year, in order; `None` for a year that does not come with the program.
pub(super) fn days(year: i32) -> Option<Vec<(NaiveDate, DayKind, &'static str)>> {
    let arranged = YEARS.iter().position(|known| *known == year).map(|place| ARRANGED[place])?;
    let date = |(month, day): (u32, u32)| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let mut days = Vec::new();
    for (name, first, last, worked) in arranged {
        let off = date(*first).iter_days().take_while(|day| *day <= date(*last));
        days.extend(off.map(|day| (day, DayKind::Holiday, *name)));
        days.extend(worked.iter().map(|day| (date(*day), DayKind::Working, "补班")));
    }
    days.sort_by_key(|(day, ..)| *day);
    Some(days)
}
