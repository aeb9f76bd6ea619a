//! When something of a protocol is to be done: an anchor in the case, a distance, and a step to a
//! working day.

use super::anchor::{Anchor, Anchored, DAYS_A_WEEK};
use super::error::ProtocolError;
use crate::case::EventName;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::calendar;
use crate::law::{ClockKind, Duty};
use crate::timeline::{Obligation, View};
use alloc::string::ToString;
use alloc::vec::Vec;

/// The longest distance from an anchor, in days: more than three years.
pub(crate) const FARTHEST_DAYS: u16 = 1_200;
/// The last week of sickness that a protocol can name: 104 weeks and a sanction of 52.
pub(crate) const LAST_WEEK: u16 = 156;

/// How far from the anchor.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Offset {
    /// Calendar days, negative before the anchor.
    Days(i16),
    /// Weeks of sickness, negative before the anchor: 7 counted days each, so that recovered days
    /// and leave do not count.
    SickWeeks(i16),
}

impl Offset {
    /// The number in it.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Offset::Days(n) | Offset::SickWeeks(n) => n,
        }
    }

    fn from(self, day: Day, view: &View<'_>) -> Option<Day> {
        match self {
            Offset::Days(n) => day.checked_add(n.into()),
            Offset::SickWeeks(0) => Some(day),
            Offset::SickWeeks(n) => {
                let clock = ClockKind::WaitingPeriod;
                let through = i64::from(view.counted_through(clock, day));
                // A day that does not count is not the first of the days before it.
                let counts = view.week_of(day).is_some();
                let shift = i64::from(n) * i64::from(DAYS_A_WEEK) + i64::from(n < 0 && !counts);
                view.date_of(clock, u32::try_from(through + shift).ok()?)
            }
        }
    }
}

closed_list! {
    /// Whether a moment is moved to a working day (not a Saturday, Sunday or public holiday).
    #[derive(Default)]
    Step, "step" {
        /// It stays where it is.
        #[default]
        None = 0, "none", "geen", "none";
        /// Back to the working day before it, if it is none itself.
        PreviousWorkingDay = 1, "previous-working-day",
            "de werkdag ervoor",
            "the working day before";
        /// On to the working day after it, if it is none itself.
        NextWorkingDay = 2, "next-working-day", "de werkdag erna", "the working day after";
    }
}

impl Step {
    fn from(self, day: Day) -> Day {
        match self {
            Step::None => day,
            Step::PreviousWorkingDay => calendar::previous_working_day(day),
            Step::NextWorkingDay => calendar::next_working_day(day),
        }
    }
}

/// When something of a protocol is to be done.
///
/// ```
/// use poortwachter::{Case, Day, Duty, Timeline, protocol::Moment};
/// let day = Day::new;
/// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
/// let timeline = Timeline::new(&case);
/// let view = timeline.view(day(2026, 1, 10));
///
/// // Week 5 ends on Sunday 8 February.
/// assert_eq!(Moment::end_of_week(5).in_view(&view), Some(day(2026, 2, 8)));
/// let friday = Moment::end_of_week(5).to_previous_working_day();
/// assert_eq!(friday.in_view(&view), Some(day(2026, 2, 6)));
/// assert_eq!(Moment::due(Duty::PROBLEM_ANALYSIS).days_before(10).in_view(&view), Some(day(2026, 2, 6)));
/// // No plan has been made yet.
/// assert_eq!(Moment::met(Duty::PLAN_OF_ACTION).sick_weeks_after(2).in_view(&view), None);
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Moment {
    pub(crate) anchor: Anchor,
    pub(crate) offset: Offset,
    pub(crate) step: Step,
}

impl Moment {
    /// On the day of the anchor.
    #[must_use]
    pub const fn new(anchor: Anchor) -> Moment {
        Moment { anchor, offset: Offset::Days(0), step: Step::None }
    }

    /// On the first sick day.
    #[must_use]
    pub const fn first_sick_day() -> Moment {
        Moment::new(Anchor::FirstSickDay)
    }

    /// On the first day of a week of sickness, from 1.
    #[must_use]
    pub const fn start_of_week(week: u16) -> Moment {
        Moment::new(Anchor::StartOfWeek(week))
    }

    /// On the last day of a week of sickness, from 1.
    #[must_use]
    pub const fn end_of_week(week: u16) -> Moment {
        Moment::new(Anchor::EndOfWeek(week))
    }

    /// On the due day of a duty.
    #[must_use]
    pub const fn due(duty: Duty) -> Moment {
        Moment::new(Anchor::Due(duty))
    }

    /// On the day on which a duty is met.
    #[must_use]
    pub const fn met(duty: Duty) -> Moment {
        Moment::new(Anchor::Event(EventName::of_duty(duty)))
    }

    /// That many calendar days before the anchor, in place of any other distance.
    #[must_use]
    pub const fn days_before(self, days: u16) -> Moment {
        Moment { offset: Offset::Days(signed(days).saturating_neg()), ..self }
    }

    /// That many calendar days after the anchor, in place of any other distance.
    #[must_use]
    pub const fn days_after(self, days: u16) -> Moment {
        Moment { offset: Offset::Days(signed(days)), ..self }
    }

    /// That many weeks of sickness before the anchor, in place of any other distance.
    #[must_use]
    pub const fn sick_weeks_before(self, weeks: u16) -> Moment {
        Moment { offset: Offset::SickWeeks(signed(weeks).saturating_neg()), ..self }
    }

    /// That many weeks of sickness after the anchor, in place of any other distance.
    #[must_use]
    pub const fn sick_weeks_after(self, weeks: u16) -> Moment {
        Moment { offset: Offset::SickWeeks(signed(weeks)), ..self }
    }

    /// The working day before it where it is none itself.
    #[must_use]
    pub const fn to_previous_working_day(self) -> Moment {
        Moment { step: Step::PreviousWorkingDay, ..self }
    }

    /// The working day after it where it is none itself.
    #[must_use]
    pub const fn to_next_working_day(self) -> Moment {
        Moment { step: Step::NextWorkingDay, ..self }
    }

    /// The anchor.
    #[must_use]
    pub const fn anchor(self) -> Anchor {
        self.anchor
    }

    /// The distance from the anchor.
    #[must_use]
    pub const fn offset(self) -> Offset {
        self.offset
    }

    /// The step to a working day.
    #[must_use]
    pub const fn step(self) -> Step {
        self.step
    }

    /// Its day in a case, the first where there are several; none where the case has no such day
    /// or does not know it yet.
    #[must_use]
    pub fn in_view(self, view: &View<'_>) -> Option<Day> {
        self.days(view).first().map(|anchored| anchored.day)
    }

    /// Its days in a case.
    pub(super) fn days(self, view: &View<'_>) -> Vec<Anchored> {
        let anchored = self.anchor.days(view).into_iter();
        anchored
            .filter_map(|at| Some(Anchored { day: self.shifted(at.day, view)?, ..at }))
            .collect()
    }

    /// Its day for one obligation of a series: an anchor on that duty looks at this one.
    pub(super) fn day_for(self, line: &Obligation, view: &View<'_>) -> Option<Day> {
        if self.anchor.duty() == Some(line.duty()) {
            return self.shifted(self.anchor.date_of(line)?, view);
        }
        self.in_view(view)
    }

    fn shifted(self, day: Day, view: &View<'_>) -> Option<Day> {
        self.offset.from(day, view).map(|day| self.step.from(day))
    }

    /// Refuses a week or a distance that cannot be meant.
    pub(super) fn check(self, field: &str) -> Result<(), ProtocolError> {
        let outside = |field, value, least, most| {
            Err(ProtocolError::OutOfRange { field, value, least, most })
        };
        if let Anchor::StartOfWeek(week) | Anchor::EndOfWeek(week) = self.anchor {
            if !(1..=LAST_WEEK).contains(&week) {
                return outside(field.to_string() + ".week", week, 1, LAST_WEEK);
            }
        }
        let (unit, most) = match self.offset {
            Offset::Days(_) => ("days", FARTHEST_DAYS),
            Offset::SickWeeks(_) => ("sick_weeks", LAST_WEEK),
        };
        let number = self.offset.number();
        if number.unsigned_abs() > most {
            let side = if number < 0 { "before" } else { "after" };
            let field = alloc::format!("{field}.{unit}_{side}");
            return outside(field, number.unsigned_abs(), 0, most);
        }
        Ok(())
    }
}

/// What is too large for the type is refused as too large when the protocol is built.
const fn signed(n: u16) -> i16 {
    if n > i16::MAX.unsigned_abs() { i16::MAX } else { n as i16 }
}
