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
    /// Of the next one: its number, what it counts from, its due day, and how it stands.
    number: u16,
    start: Option<Start>,
    due: Day,
    standing: Standing,
    /// The dates of the first one.
    dates: Dates,
    /// How those after the first one stand.
    others: Standing,
    /// The days from one to the next.
    days: i32,
    /// How many there are yet.
    left: u16,
}

impl PlannedSeries<'_> {
    /// The due day of the next one.
    #[inline]
    pub(crate) const fn due(&self) -> Day {
        self.due
    }

    /// The number of the next one.
    #[inline]
    pub(crate) const fn number(&self) -> u16 {
        self.number
    }

    /// How the next one stands.
    #[inline]
    pub(crate) const fn standing(&self) -> Standing {
        self.standing
    }

    /// Where the next one belongs, behind every line when all have been passed.
    #[inline]
    pub(crate) const fn place(&self) -> Place {
        if self.left > 0 { Place::of(self.plan, self.due) } else { Place::LAST }
    }

    /// Shows the next one.
    pub(crate) fn see<T>(&self, see: impl FnOnce(&Line<'_>) -> T) -> T {
        let mut dates = self.dates;
        dates.put_off(self.due);
        see(&Line {
            plan: self.plan,
            number: self.number,
            start: self.start.as_ref(),
            dates: &dates,
            met: None,
            standing: self.standing,
        })
    }

    /// Passes the next one.
    #[inline]
    pub(crate) const fn pass(&mut self) {
        let kind = StartKind::Planned(self.plan.duty, self.number);
        self.start = Some(Start { day: self.due, kind });
        self.number = self.number.wrapping_add(1);
        self.due = self.due.plus(self.days);
        self.standing = self.others;
        self.left -= 1;
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
            due,
            standing: stands(interviews.series().waiting_for),
            dates: interviews.dates,
            others,
            days,
            left: len,
        };
        let goes_on = interviews.pass(self.context, len, end);
        Some((series, goes_on))
    }
}
