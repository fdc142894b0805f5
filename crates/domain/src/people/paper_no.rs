//! Numbers that the program proposes for people's papers; the parties may give others.

use super::PaperKind;
use crate::kernel::{StaffNo, UnitCode};
use chrono::NaiveDate;

/// `CD-DG-QT0061-20261201`: the unit, the paper's mark, whose it is, and the first day of the stay. DG stands for 到岗接收函,
/// XX for 信息安全协议, AQ for 安全生产承诺书.
#[must_use]
pub fn paper_no(unit: &UnitCode, kind: PaperKind, staff_no: &StaffNo, arrived_on: NaiveDate) -> String {
    let mark = match kind {
        PaperKind::Letter => "DG",
        PaperKind::Agreement => "XX",
        PaperKind::Pledge => "AQ",
    };
    format!("{unit}-{mark}-{staff_no}-{}", arrived_on.format("%Y%m%d"))
}

/// `CD-GH-QT0061-01`: the unit, 更换, whom it is about, and which request of theirs.
#[must_use]
pub fn replacement_no(unit: &UnitCode, staff_no: &StaffNo, number: u32) -> String {
    format!("{unit}-GH-{staff_no}-{number:02}")
}

/// `MC-20261123`: 名册, and the day for which it was made.
#[must_use]
pub fn register_no(on: NaiveDate) -> String {
    format!("MC-{}", on.format("%Y%m%d"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // tests fail by panicking
mod tests {
    use super::*;

    #[test]
    fn a_number_says_where_what_and_whose() {
        let unit = UnitCode::parse("CD").unwrap();
        let staff_no = StaffNo::parse("QT0061").unwrap();
        let day = "2026-12-01".parse().unwrap();
        let numbers: Vec<String> =
            PaperKind::ALL.into_iter().map(|kind| paper_no(&unit, kind, &staff_no, day)).collect();
        assert_eq!(numbers, ["CD-DG-QT0061-20261201", "CD-XX-QT0061-20261201", "CD-AQ-QT0061-20261201"]);
        assert_eq!(replacement_no(&unit, &staff_no, 1), "CD-GH-QT0061-01");
        assert_eq!(register_no(day), "MC-20261201");
    }
}
