//! The facts as somebody knew them on a day, and the sick days that follow from them.

use super::{Case, Event, Joins, Leave, Spell};
use crate::clock::Segment;
use crate::day::Day;
use crate::law::{LAW, Law, index};
use alloc::vec::Vec;

/// The facts of a case that were known on a day. A fact dated later does not exist yet: a spell that
/// began later, the last day of a spell that still went on, leave and events to come. The state
/// pension day and the last day of the employment are known beforehand.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) case: &'a Case,
    known: Day,
}

impl<'a> Facts<'a> {
    /// Every recorded fact.
    pub(crate) fn everything(case: &'a Case) -> Self {
        Facts { case, known: Day::FOREVER }
    }

    /// The facts dated on or before `day`.
    pub(crate) fn known_on(case: &'a Case, day: Day) -> Self {
        Facts { case, known: day }
    }

    /// The last day on which a fact became known.
    pub(crate) fn latest(case: &Case) -> Day {
        let spells = case
            .spells
            .iter()
            .map(|spell| if spell.last < Day::FOREVER { spell.last } else { spell.first });
        let leave = case.leave.iter().map(|leave| match leave.decided {
            Some((_, decided)) => leave.first.max(decided),
            None => leave.first,
        });
        let events = case.events.iter().map(|event| event.on);
        spells.chain(leave).chain(events).max().unwrap_or(Day::FOREVER)
    }

    /// The known spells, in order; one whose last day is not known yet goes on.
    pub(crate) fn spells(self) -> impl Iterator<Item = Spell> + use<'a> {
        let begun = self.case.spells.iter().filter(move |spell| spell.first <= self.known);
        begun.map(move |spell| {
            let last = if spell.last <= self.known { spell.last } else { Day::FOREVER };
            Spell { last, ..*spell }
        })
    }

    /// The known leave, in order.
    pub(crate) fn leave(self) -> impl DoubleEndedIterator<Item = &'a Leave> + Clone {
        self.case.leave.iter().filter(move |leave| leave.first <= self.known)
    }

    /// The known events on or after `from`, in order.
    pub(crate) fn events(self, from: Day) -> &'a [Event] {
        let events = &self.case.events[..];
        let known = &events[..events.partition_point(|event| event.on <= self.known)];
        &known[known.partition_point(|event| event.on < from)..]
    }

    /// Whether `day` lies in a known spell, leave within it included.
    pub(crate) fn is_in_spell(self, day: Day) -> bool {
        self.spells().any(|spell| spell.first <= day && day <= spell.last)
    }

    /// The n-th day after `day` that is not leave; `day` itself for none.
    pub(crate) fn run_on(self, day: Day, n: i32) -> Day {
        let mut end = day.plus(n);
        for leave in self.leave().filter(|leave| leave.last > day) {
            let first = leave.first.max(day.plus(1));
            if first <= end && n > 0 {
                end = end.plus(leave.last.since(first) + 1);
            }
        }
        end
    }

    /// Runs of sick days in order, leave cut out.
    pub(crate) fn segments(self, out: &mut Vec<Segment>) {
        out.clear();
        for spell in self.spells() {
            let mut first = spell.first;
            for leave in self.leave().filter(|leave| leave.last >= spell.first) {
                if leave.first > spell.last {
                    break;
                }
                if first < leave.first {
                    self.push(out, first, leave.first.plus(-1), spell.counts_for_dismissal_ban);
                }
                first = leave.last.plus(1);
            }
            if first <= spell.last {
                self.push(out, first, spell.last, spell.counts_for_dismissal_ban);
            }
        }
    }

    fn push(self, out: &mut Vec<Segment>, first: Day, last: Day, counts_for_dismissal_ban: bool) {
        let (healthy_before, separated) = match out.last() {
            None => (0, true),
            Some(previous) => {
                let (gap_first, gap_last) = (previous.last.plus(1), first.plus(-1));
                let mut healthy = gap_last.since(gap_first) + 1;
                let mut separated = false;
                for leave in self.leave() {
                    let (from, through) = (leave.first.max(gap_first), leave.last.min(gap_last));
                    if from <= through {
                        healthy -= through.since(from) + 1;
                        separated |= self.separates(leave);
                    }
                }
                (healthy, separated)
            }
        };
        out.push(Segment { first, last, healthy_before, separated, counts_for_dismissal_ban });
    }

    pub(crate) fn separates(self, leave: &Leave) -> bool {
        let decided = leave.decided.is_none_or(|(_, on)| on <= self.known);
        leave.joins == Joins::No && decided
    }

    /// The first sick day of every case in the facts, in order, written into `days`.
    pub(crate) fn first_days_of_cases(self, segments: &mut Vec<Segment>, days: &mut Vec<Day>) {
        days.clear();
        if self.case.spells.len() == 1 && self.case.leave.is_empty() {
            // Nothing to join, as in most files.
            days.extend(self.spells().map(|spell| spell.first));
            return;
        }
        self.segments(segments);
        let limit = joining_limit(&LAW, index::JOINING_WAITING_PERIOD);
        days.extend(segments.iter().filter(|s| s.starts_a_case(limit)).map(|s| s.first));
    }
}

/// From how many healthy days on an interruption separates, in the joining rule at `position`.
pub(crate) fn joining_limit(law: &Law, position: usize) -> i32 {
    law.at(position).versions[0].due.term.days()
}
