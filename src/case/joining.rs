//! Which periods of sickness add up.

use super::{Facts, Joins, Leave, Remark};
use crate::day::Day;
use crate::law::{Bound, ClockKind, Count, Law, Term, wazo};
use alloc::vec::Vec;

impl Facts<'_> {
    /// Whether a sickness that begins on `first` continues, on a clock, the one that lasted through `last`. Both
    /// are sick days outside leave, and no such day that counts on the clock lies between them.
    pub(crate) fn continues(self, law: &Law, clock: ClockKind, last: Day, first: Day) -> bool {
        let (from, through) = (last.plus(1), first.plus(-1));
        let interrupted = days(from, through);
        let rule = law.joining(clock, through);
        if interrupted <= most(rule) {
            return true;
        }
        let on_leave = self.leave_days(from, through);
        if on_leave == 0 {
            return false;
        }
        if rule.count == Count::DaysOutsideLeave {
            return interrupted - on_leave <= most(rule);
        }
        let joins_across_leave = matches!(rule.term, Term::InterruptionShorterThan(_));
        if joins_across_leave && self.separates(from, through, first) {
            return false;
        }
        // BW 7:670(1) does not take sickness in leave into account where it adds periods up.
        let sick_in_leave = clock != ClockKind::DismissalBan || !joins_across_leave;
        let joins = |from: Day, through: Day| {
            days(from, through) <= most(rule)
                || (joins_across_leave && self.leave_days(from, through) == days(from, through))
        };
        if !sick_in_leave {
            return joins(from, through);
        }
        let mut healthy_from = from;
        let is_ban = clock == ClockKind::DismissalBan;
        let spells = self.spells().filter(|spell| spell.counts_for_dismissal_ban || !is_ban);
        for spell in spells.filter(|spell| spell.first <= through && from <= spell.last) {
            if !joins(healthy_from, spell.first.plus(-1)) {
                return false;
            }
            if spell.last >= through {
                return true;
            }
            healthy_from = spell.last.plus(1);
        }
        joins(healthy_from, through)
    }

    /// How many days of known leave lie in a period.
    pub(crate) fn leave_days(self, first: Day, last: Day) -> i32 {
        let in_it = self.leave().map(|leave| days(leave.first.max(first), leave.last.min(last)));
        in_it.filter(|days| *days > 0).sum()
    }

    /// Whether leave in a period is known to separate the sickness before it from that which begins on `sick`.
    /// A decision without a day is as old as that sickness: before it there is no cause to judge.
    fn separates(self, from: Day, through: Day, sick: Day) -> bool {
        let is_sick = || self.knows(sick) && self.is_in_spell(sick);
        let mut leave = self.leave_in(from, through);
        leave
            .any(|leave| leave.was_decided_to_separate() || (leave.joins == Joins::No && is_sick()))
    }

    /// The known leave of which a day lies in a period.
    pub(crate) fn leave_in(
        self,
        from: Day,
        through: Day,
    ) -> impl DoubleEndedIterator<Item = Leave> {
        self.leave().filter(move |leave| leave.first <= through && from <= leave.last)
    }

    /// The first and the last day of a leave, with the leaves that adjoin it: together they are one.
    pub(crate) fn whole_leave(self, leave: Leave) -> (Day, Day) {
        let first = self.leave().rev().fold(leave.first, |first, before| {
            if before.last.plus(1) == first { before.first } else { first }
        });
        let last = self.leave().fold(leave.last, |last, after| {
            if last.plus(1) == after.first { after.last } else { last }
        });
        (first, last)
    }

    /// The first leave, where it is too short to be all of it.
    pub(super) fn short_leave(self) -> Option<Remark> {
        let first = self.leave().next()?;
        let (_, last) = self.whole_leave(first);
        let (leave, days) = (first.first_day(), days(first.first, last).unsigned_abs());
        (days < wazo::SHORTEST_FIRST_LEAVE).then_some(Remark::ShortLeave { leave, days })
    }

    /// Whether it matters that nobody has decided whether leave joins: the sickness after it would otherwise be
    /// a new case. Where no sickness after it is known, one can still follow directly.
    pub(crate) fn is_joining_presumed(self, leave: Leave, law: &Law) -> bool {
        let mut segments = Vec::new();
        self.segments(law, &mut segments);
        let after = segments.partition_point(|segment| segment.first <= leave.first);
        let Some(before) = after.checked_sub(1).and_then(|before| segments.get(before)) else {
            return false;
        };
        let (_, last) = self.whole_leave(leave);
        let first = match segments.get(after) {
            Some(next) => next.first,
            None if self.knows(last.plus(1)) => return false,
            None => last.plus(1),
        };
        let rule = law.joining(ClockKind::WaitingPeriod, first.plus(-1));
        rule.count == Count::CalendarDays
            && days(before.last.plus(1), first.plus(-1)) > most(rule)
            && self.continues(law, ClockKind::WaitingPeriod, before.last, first)
    }
}

/// How many days lie in a period, both ends included; none or fewer where it ends before it begins.
fn days(first: Day, last: Day) -> i32 {
    last.days_since(first) + 1
}

/// How many days an interruption may last at most that joins.
fn most(rule: &Bound) -> i32 {
    (rule.term.days() - 1).max(0)
}
