//! The interviews of a case in which nothing was recorded that bears on them: all alike, at even distances.

use super::applicability::Applicability;
use super::dates::Dates;
use super::evaluate::Line;
use super::interviews::Interviews;
use super::place::Place;
use super::standing::Standing;
use super::sum::{Start, StartKind};
use crate::day::Day;
use crate::law::{Duty, DutyPlan, LONGEST_SERIES};

/// Lines of one duty at even distances.
pub(crate) struct PlannedSeries<'a> {
    plan: &'a DutyPlan,
    /// Of the first one: its number, what it counts from, its dates, and how it stands.
    number: u16,
    start: Option<Start>,
    dates: Dates,
    first: Standing,
    /// How those after it stand.
    others: Standing,
    /// The due day of the first, and the days from one to the next.
    due: Day,
    days: i32,
    /// How many there are, and how many were passed.
    len: u16,
    passed: u16,
}

impl PlannedSeries<'_> {
    /// The due day of the next one.
    #[inline]
    pub(crate) const fn due(&self) -> Day {
        self.due.plus(self.days * self.passed as i32)
    }

    /// The number of the next one.
    #[inline]
    pub(crate) const fn number(&self) -> u16 {
        self.number + self.passed
    }

    /// How the next one stands.
    #[inline]
    pub(crate) const fn standing(&self) -> Standing {
        if self.passed == 0 { self.first } else { self.others }
    }

    /// Where the next one belongs, behind every line when all have been passed.
    #[inline]
    pub(crate) const fn place(&self) -> Place {
        if self.passed < self.len { Place::of(self.plan, self.due()) } else { Place::LAST }
    }

    /// Shows the next one.
    pub(crate) fn see<T>(&self, see: impl FnOnce(&Line<'_>) -> T) -> T {
        let kind = StartKind::Planned(self.plan.duty, self.number().wrapping_sub(1));
        let start = match self.passed {
            0 => self.start,
            _ => Some(Start { day: self.due().plus(-self.days), kind }),
        };
        let mut dates = self.dates;
        dates.put_off(self.due());
        see(&Line {
            plan: self.plan,
            number: self.number(),
            start: start.as_ref(),
            dates: &dates,
            met: None,
            standing: self.standing(),
        })
    }

    /// Passes the next one.
    #[inline]
    pub(crate) const fn pass(&mut self) {
        self.passed += 1;
    }
}

impl Applicability<'_, '_> {
    /// The interviews from the present one on that are planned, certain to stand and as many days apart as
    /// counted days. They are passed; false when there are none after them.
    pub(crate) fn planned_interviews<'a>(
        &self,
        interviews: &mut Interviews<'a>,
    ) -> Option<(PlannedSeries<'a>, bool)> {
        let plan: &'a DutyPlan = interviews.plan;
        let (days, due) = (interviews.planned_days()?, interviews.dates.due?);
        let goes_on_through = self.context.clock(plan.clock()).runs_from(due)?;
        let last = self.paid_last.min(self.pension.plus(-1)).min(goes_on_through);
        let version = interviews.dates.version;
        let is_alike =
            version.advised.is_none() && version.opens.is_none() && version.tolerated.is_none();
        if !self.is_plain || plan.has_special_condition || !is_alike || last < due {
            return None;
        }
        let stands = |duty: Option<Duty>| duty.map_or(Standing::Stands, Standing::WaitingFor);
        let room = LONGEST_SERIES - interviews.number.min(LONGEST_SERIES) + 1;
        let len = u16::try_from(last.days_since(due) / days + 1).map_or(room, |len| len.min(room));
        let others = stands(interviews.next_waits_for());
        let end: Day = due.plus(days * (i32::from(len) - 1));
        let series = PlannedSeries {
            plan,
            number: interviews.number,
            start: interviews.start,
            dates: interviews.dates,
            first: stands(interviews.series().waiting_for),
            others,
            due,
            days,
            len,
            passed: 0,
        };
        let goes_on = interviews.pass(self.context, len, end);
        Some((series, goes_on))
    }
}
