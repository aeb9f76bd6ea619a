//! The four clocks of one case.

use crate::case::Facts;
use crate::clock::{Clock, Segment};
use crate::day::Day;
use crate::law::{ClockKind, Law};
use alloc::vec::Vec;

/// Before every version of a rule ended.
const LONG_AGO: Day = Day::new(1900, 1, 1);

/// A case that was closed before the current one began.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct EarlierCase {
    pub(crate) first: Day,
    pub(crate) last: Day,
    pub(crate) counted_days: u32,
}

impl EarlierCase {
    /// Its first sick day.
    #[must_use]
    pub fn first_sick_day(&self) -> Day {
        self.first
    }

    /// Its last sick day.
    #[must_use]
    pub fn last_sick_day(&self) -> Day {
        self.last
    }

    /// How many days counted in it.
    #[must_use]
    pub const fn counted_days(&self) -> u32 {
        self.counted_days
    }
}

/// The clocks, and what lay before the current case.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Clocks {
    segments: Vec<Segment>,
    waiting_period: Clock,
    /// The notification and the wages count as the waiting period does.
    pub(crate) count_alike: bool,
    /// The dismissal ban does.
    ban_counts_alike: bool,
    notification: Clock,
    wages: Clock,
    dismissal_ban: Clock,
    pub(crate) earlier: Vec<EarlierCase>,
}

impl Clocks {
    /// Builds the clocks of the last case in the facts.
    pub(crate) fn rebuild(&mut self, law: &Law, facts: Facts<'_>) {
        facts.segments(law, &mut self.segments);
        let all = &self.segments[..];
        let rebuild = |clock: &mut Clock, kind: ClockKind| {
            let is_ban = kind == ClockKind::DismissalBan;
            let counts = |segment: &Segment| segment.counts_for_dismissal_ban || !is_ban;
            clock.rebuild(kind.code(), all, counts);
        };
        let begins_alike = |kind: ClockKind| {
            let waiting = ClockKind::WaitingPeriod.code();
            all.iter().all(|segment| segment.begins.on(kind.code()) == segment.begins.on(waiting))
        };
        rebuild(&mut self.waiting_period, ClockKind::WaitingPeriod);
        self.count_alike = begins_alike(ClockKind::Notification) && begins_alike(ClockKind::Wages);
        if self.count_alike {
            self.notification.clear();
            self.wages.clear();
        } else {
            rebuild(&mut self.notification, ClockKind::Notification);
            rebuild(&mut self.wages, ClockKind::Wages);
        }
        self.ban_counts_alike = begins_alike(ClockKind::DismissalBan)
            && all.iter().all(|segment| segment.counts_for_dismissal_ban);
        if self.ban_counts_alike {
            self.dismissal_ban.clear();
        } else {
            rebuild(&mut self.dismissal_ban, ClockKind::DismissalBan);
        }
        self.sum_up_earlier();
    }

    /// The cases before the last one.
    fn sum_up_earlier(&mut self) {
        self.earlier.clear();
        let starts = |segment: &Segment| segment.begins.on(ClockKind::WaitingPeriod.code());
        let start = self.segments.iter().rposition(starts).unwrap_or(0);
        for segment in &self.segments[..start] {
            let days = segment.last.days_since(segment.first).unsigned_abs() + 1;
            match self.earlier.last_mut() {
                Some(earlier) if !starts(segment) => {
                    earlier.last = segment.last;
                    earlier.counted_days += days;
                }
                _ => self.earlier.push(EarlierCase {
                    first: segment.first,
                    last: segment.last,
                    counted_days: days,
                }),
            }
        }
    }

    /// The day on which the first of them begins; long ago where nothing has counted on one yet.
    pub(crate) fn begin(&self) -> Day {
        let first = |clock: &Clock| clock.first_sick_day().unwrap_or(LONG_AGO);
        let mut begins = first(&self.waiting_period);
        if !self.count_alike {
            begins = begins.min(first(&self.notification)).min(first(&self.wages));
        }
        if !self.ban_counts_alike {
            begins = begins.min(first(&self.dismissal_ban));
        }
        begins
    }

    #[inline]
    pub(crate) fn of(&self, kind: ClockKind) -> &Clock {
        match kind {
            ClockKind::WaitingPeriod => &self.waiting_period,
            ClockKind::DismissalBan if self.ban_counts_alike => &self.waiting_period,
            ClockKind::DismissalBan => &self.dismissal_ban,
            _ if self.count_alike => &self.waiting_period,
            ClockKind::Notification => &self.notification,
            ClockKind::Wages => &self.wages,
        }
    }
}
