//! The two exams of a sitting (综合知识, 服务营销业务专业) and the ranking among everyone examined (catalogue QUA-07).

use crate::event::{Event, ExamRecorded};
use crate::kernel::{Exact, Score, StaffNo};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// What somebody reached in a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExamTaken {
    /// 工号.
    pub staff_no: StaffNo,
    /// Day of the sitting.
    pub sitting: NaiveDate,
    /// 综合知识.
    pub general: Score,
    /// 服务营销业务专业.
    pub professional: Score,
}

impl ExamTaken {
    /// 综合成绩: the mean of both. The source names a combined result and no formula; ours is the plain mean.
    #[must_use]
    pub fn combined(&self) -> Exact {
        Score::mean([self.general, self.professional]).unwrap_or_else(Exact::zero)
    }
}

/// The place of a person among everyone of the sitting, and how many they were: equal results share the better place.
#[must_use]
pub fn sitting_rank(sitting: &[ExamTaken], staff_no: &StaffNo) -> Option<(u32, u32)> {
    let own = sitting.iter().find(|taken| taken.staff_no == *staff_no)?.combined();
    let better = sitting.iter().filter(|taken| taken.combined() > own).count();
    Some((better as u32 + 1, sitting.len() as u32))
}

/// Records both results of a person in a sitting. The same again does nothing; others need a correction's reason.
pub fn record_exam(
    known: Option<&ExamTaken>,
    taken: ExamTaken,
    correction: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    if taken.sitting > today {
        return Err(Refusal::DateInFuture { date: taken.sitting, today });
    }
    let correction = correction.map(str::trim).filter(|reason| !reason.is_empty());
    let ExamTaken { staff_no, sitting, general, professional } = taken;
    if let Some(known) = known {
        if (known.general, known.professional) == (general, professional) {
            return Ok(Vec::new());
        }
        if correction.is_none() {
            return Err(Refusal::ExamRecorded { staff_no, sitting });
        }
    }
    let correction = correction.filter(|_| known.is_some()).map(str::to_owned);
    Ok(vec![Event::ExamRecorded(ExamRecorded { staff_no, sitting, general, professional, correction })])
}
