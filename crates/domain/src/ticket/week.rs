//! 支撑周统计: what became of the applications for support in a week, Monday to Sunday (TKT-62, SLA-14).

use super::{Rating, TicketState};
use crate::deadline::done_in_time;
use crate::kernel::{Exact, UnitCode};
use chrono::{Datelike as _, Days, NaiveDate};
use std::collections::BTreeMap;

/// A week, Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week {
    /// Monday.
    pub from: NaiveDate,
    /// Sunday.
    pub to: NaiveDate,
}

impl Week {
    /// The week in which a day lies.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let back = u64::from(day.weekday().num_days_from_monday());
        let from = day.checked_sub_days(Days::new(back)).unwrap_or(day);
        Self { from, to: from.checked_add_days(Days::new(6)).unwrap_or(NaiveDate::MAX) }
    }

    fn holds(&self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| self.from <= day && day <= self.to)
    }
}

/// A 技术支持立项单 as the statistics read it.
#[derive(Clone, Debug)]
pub struct SupportForm {
    /// Whose.
    pub unit: UnitCode,
    /// Where it stands.
    pub state: TicketState,
    /// Came in on that day.
    pub received_on: NaiveDate,
    /// Last reviewed on that day, and the last day for it.
    pub reviewed: Option<(NaiveDate, NaiveDate)>,
    /// Delivered on that day, and the last day for it.
    pub delivered: Option<(NaiveDate, Option<NaiveDate>)>,
    /// 确认归档 on that day.
    pub confirmed_on: Option<NaiveDate>,
    /// Ended on that day.
    pub closed_on: Option<NaiveDate>,
    /// The requester's marks.
    pub rating: Option<Rating>,
}

/// A unit's week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SupportWeek {
    /// 新登记.
    pub received: u32,
    /// 已评审 in the week.
    pub reviewed: u32,
    /// Of these, in the two working days.
    pub reviewed_in_time: u32,
    /// 交付 in the week.
    pub delivered: u32,
    /// Of these, in time.
    pub delivered_in_time: u32,
    /// 确认归档 in the week.
    pub archived: u32,
    /// 未立项 or 无效 in the week.
    pub refused: u32,
    /// 在办: still open when the week ended.
    pub open: u32,
    /// Mean of the marks of what was archived in the week; `None` where nothing was rated.
    pub mean: Option<Exact>,
}

impl SupportWeek {
    /// All units' forms together.
    #[must_use]
    pub fn of_all(forms: &[SupportForm], week: Week) -> Self {
        let mut all = Self::default();
        let mut marks = Vec::new();
        for form in forms.iter().filter(|form| form.received_on <= week.to) {
            all.count(form, week);
            if week.holds(form.confirmed_on) {
                marks.extend(form.rating.as_ref().and_then(Rating::mean));
            }
        }
        all.mean = Exact::mean(&marks);
        all
    }

    fn count(&mut self, form: &SupportForm, week: Week) {
        self.received += u32::from(week.holds(Some(form.received_on)));
        if let Some((on, by)) = form.reviewed.filter(|(on, _)| week.holds(Some(*on))) {
            self.reviewed += 1;
            self.reviewed_in_time += u32::from(done_in_time(on, by));
        }
        if let Some((on, by)) = form.delivered.filter(|(on, _)| week.holds(Some(*on))) {
            self.delivered += 1;
            self.delivered_in_time += u32::from(by.is_none_or(|by| done_in_time(on, by)));
        }
        self.archived += u32::from(week.holds(form.confirmed_on));
        let refused_on = match form.state {
            TicketState::Declined => form.reviewed.map(|(on, _)| on),
            TicketState::Void => form.closed_on,
            _ => None,
        };
        self.refused += u32::from(week.holds(refused_on));
        // What ended later was still open then.
        let ended = [form.confirmed_on, form.closed_on, refused_on].into_iter().flatten().min();
        self.open += u32::from(ended.is_none_or(|on| on > week.to));
    }
}

/// Each unit's week; units with nothing to count are left out.
#[must_use]
pub fn support_week(forms: &[SupportForm], week: Week) -> BTreeMap<UnitCode, SupportWeek> {
    let mut of_units: BTreeMap<&UnitCode, Vec<SupportForm>> = BTreeMap::new();
    for form in forms {
        of_units.entry(&form.unit).or_default().push(form.clone());
    }
    let weeks = of_units.into_iter().map(|(unit, forms)| (unit.clone(), SupportWeek::of_all(&forms, week)));
    weeks.filter(|(_, counted)| *counted != SupportWeek::default()).collect()
}
