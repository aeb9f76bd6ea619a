//! By how many days the clock of a line shifted.

use super::lines::{Line, Lines};
use super::{Subject, Uncounted, Value, What, Why};
use crate::day::Day;
use crate::law::{Anchor, ClockKind};
use crate::timeline::View;
use alloc::vec::Vec;

/// How many days more do not count.
pub(super) struct Shift {
    clock: ClockKind,
    recovered: i32,
    leave: i32,
}

impl Shift {
    /// The shift between two dates of a line that is on both sides; none when the clock did not
    /// shift, or began on another day.
    pub(super) fn of(
        old: &View<'_>,
        new: &View<'_>,
        before: &Lines,
        after: &Lines,
        (subject, what): (Subject, What),
    ) -> Option<Shift> {
        let (from, to) = (before.get(&subject)?, after.get(&subject)?);
        let rule = to.rule?;
        let clock = rule.clock;
        let day = |line: &Line| line.values[what as usize].and_then(Value::day).or(line.day());
        let at_the_line = day(from).zip(day(to));
        let at_the_end = old.waiting_period_last_day().zip(new.waiting_period_last_day());
        let version = to.version.unwrap_or(rule.version_in_force());
        let bound = match what {
            What::Opens => version.opens,
            What::Tolerated => version.tolerated,
            _ => None,
        };
        // What is counted back from the end shifts by all the days up to the end.
        let counts_back = matches!(
            bound.unwrap_or(version.due).from,
            Anchor::End | Anchor::DelayedEnd | Anchor::SanctionEnd
        );
        let places = match counts_back {
            true => [at_the_end, at_the_line],
            false => [at_the_line, at_the_end],
        };
        places.into_iter().flatten().find_map(|(from, to)| {
            let (from, to) = (Skipped::on(old, clock, from)?, Skipped::on(new, clock, to)?);
            let shift = Shift {
                clock,
                recovered: to.recovered - from.recovered,
                leave: to.leave - from.leave,
            };
            let is_same_start = from.first == to.first;
            (is_same_start && (shift.recovered, shift.leave) != (0, 0)).then_some(shift)
        })
    }

    pub(super) fn reasons(self) -> Vec<Why> {
        let reason = |days, because| Why::ClockShifted { days, because, clock: self.clock };
        let both = [(self.recovered, Uncounted::Recovered), (self.leave, Uncounted::Leave)];
        both.into_iter()
            .filter(|(days, _)| *days != 0)
            .map(|(days, why)| reason(days, why))
            .collect()
    }
}

/// The days from the first counted day up to and including a date that do not count.
struct Skipped {
    first: Day,
    recovered: i32,
    leave: i32,
}

impl Skipped {
    fn on(view: &View<'_>, clock: ClockKind, date: Day) -> Option<Skipped> {
        let first = view.date_of(clock, 1)?;
        let days = |from: Day, to: Day| (to.days_since(from) + 1).max(0);
        let counted = i32::try_from(view.counted_through(clock, date)).ok()?;
        let leave = view.timeline().case().leave().iter();
        let known = leave.filter(|leave| leave.first_day() <= view.on());
        let leave =
            known.map(|leave| days(leave.first_day().max(first), leave.last_day().min(date))).sum();
        Some(Skipped { first, recovered: days(first, date) - counted - leave, leave })
    }
}
