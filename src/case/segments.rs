//! The facts as somebody knew them on a day, and the sick days that follow from them.

use super::{Case, Event, Joins, Leave, Remark, Spell};
use crate::clock::{Begins, Segment};
use crate::day::Day;
use crate::law::{ClockKind, Law};
use alloc::vec::Vec;

/// The facts of a case that were known on a day. A fact dated later does not exist yet: a spell that
/// began later, the last day of a spell that still went on, leave, a decision about leave and events to
/// come. The state pension day and the last day of the employment are known beforehand.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) case: &'a Case,
    known: Day,
    /// The day of death, the last on which somebody is sick or on leave; for ever where none is known.
    died: Day,
    /// The sickness to come, as if it went on for ever, where no known day counts. Nothing but its first
    /// day is known of it.
    ahead: Option<Spell>,
}

impl<'a> Facts<'a> {
    /// Every recorded fact.
    pub(crate) fn everything(case: &'a Case) -> Self {
        Facts {
            case,
            known: Day::FOREVER,
            died: case.deceased.unwrap_or(Day::FOREVER),
            ahead: None,
        }
    }

    /// The facts dated on or before `day`.
    pub(crate) fn known_on(case: &'a Case, day: Day) -> Self {
        let died = case.deceased.filter(|died| *died <= day).unwrap_or(Day::FOREVER);
        let facts = Facts { case, known: day, died, ahead: None };
        if facts.first_that_counts().is_some() {
            return facts;
        }
        Facts { ahead: Facts::everything(case).first_that_counts(), ..facts }
    }

    /// The first spell in which a day counts, from that day on and as if it went on for ever.
    fn first_that_counts(self) -> Option<Spell> {
        self.spells().find_map(|spell| {
            let after = |first: Day, leave: Leave| {
                let is_on_leave = leave.first <= first && first <= leave.last;
                if is_on_leave { leave.last.plus(1) } else { first }
            };
            let first = self.leave().fold(spell.first, after);
            (first <= spell.last).then_some(Spell { first, last: Day::FOREVER, ..spell })
        })
    }

    /// The last day on which a fact became known, or a later one.
    pub(crate) fn latest(case: &Case) -> Day {
        let spells = case
            .spells
            .iter()
            .map(|spell| if spell.last < Day::FOREVER { spell.last } else { spell.first });
        let leave = case.leave.iter().map(|leave| match leave.decided {
            Some((_, decided)) => leave.first.max(decided),
            None => leave.first,
        });
        let is_undated = |leave: &Leave| leave.joins == Joins::No && leave.decided.is_none();
        let after_leave = case.leave.last().filter(|_| case.leave.iter().any(is_undated));
        let after_leave = after_leave.map(|leave| leave.last.plus(1));
        let merged = case.merged_at.last().copied();
        let events = case.events.iter().map(|event| event.on);
        let days = spells.chain(leave).chain(after_leave).chain(merged).chain(events);
        days.max().unwrap_or(Day::FOREVER)
    }

    /// Whether the known day is the last of a spell that another one was merged with.
    fn is_between_merged_spells(self) -> bool {
        self.case.merged_at.iter().any(|at| at.plus(-1) == self.known)
    }

    /// The known spells, in order; one whose last day is not known yet goes on.
    pub(crate) fn spells(self) -> impl Iterator<Item = Spell> + use<'a> {
        let begun = self.case.spells.iter().filter(move |spell| spell.first <= self.known);
        let known = begun.map(move |spell| {
            let last = match spell.last {
                last if last <= self.known => last,
                _ if self.is_between_merged_spells() => self.known,
                _ => Day::FOREVER,
            };
            Spell { last: last.min(self.died), ..*spell }
        });
        known.chain(self.ahead)
    }

    /// The known leave, in order. Until it was decided whether it joins, the acts join.
    pub(crate) fn leave(self) -> impl DoubleEndedIterator<Item = Leave> + Clone + use<'a> {
        let begun = self.case.leave.iter().filter(move |leave| leave.first <= self.known);
        begun.map(move |leave| match leave.decided {
            Some((_, on)) if on > self.known => {
                Leave { joins: Joins::Unknown, decided: None, ..*leave }
            }
            _ => *leave,
        })
    }

    /// The day of death, where it is known.
    pub(crate) fn deceased(self) -> Option<Day> {
        Some(self.died).filter(|died| *died < Day::FOREVER)
    }

    /// The known events on or after `from`, in order.
    pub(crate) fn events(self, from: Day) -> &'a [Event] {
        let events = &self.case.events[..];
        let known = &events[..events.partition_point(|event| event.on <= self.known)];
        &known[known.partition_point(|event| event.on < from)..]
    }

    /// Whether what happens on a day is known.
    pub(crate) fn knows(self, day: Day) -> bool {
        day <= self.known
    }

    /// Whether `day` lies in a known spell, leave within it included.
    pub(crate) fn is_in_spell(self, day: Day) -> bool {
        self.spells().any(|spell| spell.first <= day && day <= spell.last)
    }

    /// The n-th day after `day` that is not leave; `day` itself for none.
    pub(crate) fn run_on(self, day: Day, n: i32) -> Day {
        self.run_on_over(day, n, |_| true)
    }

    /// The n-th day after `day` that is not one of some leaves; `day` itself for none.
    pub(crate) fn run_on_over(self, day: Day, n: i32, counts: impl Fn(&Leave) -> bool) -> Day {
        let mut end = day.plus(n);
        for leave in self.leave().filter(|leave| leave.last > day && counts(leave)) {
            let first = leave.first.max(day.plus(1));
            if first <= end && n > 0 {
                end = end.plus(leave.last.days_since(first) + 1);
            }
        }
        end
    }

    /// Runs of sick days in order, leave cut out.
    pub(crate) fn segments(self, law: &Law, out: &mut Vec<Segment>) {
        out.clear();
        for spell in self.spells() {
            let mut first = spell.first;
            for leave in self.leave().filter(|leave| leave.last >= spell.first) {
                if leave.first > spell.last {
                    break;
                }
                if first < leave.first {
                    self.push(law, out, Spell { first, last: leave.first.plus(-1), ..spell });
                }
                first = leave.last.plus(1);
            }
            if first <= spell.last {
                self.push(law, out, Spell { first, ..spell });
            }
        }
    }

    fn push(self, law: &Law, out: &mut Vec<Segment>, run: Spell) {
        let begins = match out.last() {
            None => Begins::EVERYWHERE,
            Some(before) => self.begins(law, out, before.last, run),
        };
        let Spell { first, last, counts_for_dismissal_ban } = run;
        out.push(Segment { first, last, begins, counts_for_dismissal_ban });
    }

    /// On which clocks a run of sick days begins a new case. For the dismissal ban only the periods that
    /// count for it add up: such a run looks back to the last of them, and another begins a case with the
    /// waiting period.
    fn begins(self, law: &Law, earlier: &[Segment], last: Day, run: Spell) -> Begins {
        let first = run.first;
        let mut begins = Begins::default();
        for clock in ClockKind::ALL {
            let since = match clock {
                ClockKind::DismissalBan => {
                    let mut counting = earlier.iter().rev();
                    counting.find(|one| one.counts_for_dismissal_ban).map(|one| one.last)
                }
                _ => Some(last),
            };
            let continues = |last: Day| self.continues(law, *clock, last, first);
            let begins_one = match clock {
                ClockKind::DismissalBan if !run.counts_for_dismissal_ban => {
                    begins.on(ClockKind::WaitingPeriod.code())
                }
                _ => !since.is_some_and(continues),
            };
            if begins_one {
                begins = begins.and_on(clock.code());
            }
        }
        begins
    }

    /// What the person who recorded the known facts should know of them.
    pub(crate) fn remarks(self, law: &'a Law) -> impl Iterator<Item = Remark> + use<'a> {
        let merged = self.case.merged_at.iter().filter(move |at| **at <= self.known);
        let merged = merged.map(|at| Remark::SpellsMerged { at: *at });
        let leave = self.leave().filter_map(move |leave| match (leave.joins, leave.decided) {
            (Joins::Unknown, _) => {
                let remark = Remark::JoiningPresumed { leave: leave.first_day() };
                self.is_joining_presumed(leave, law).then_some(remark)
            }
            (Joins::No, None) => {
                Some(Remark::SeparationWithoutDecision { leave: leave.first_day() })
            }
            _ => None,
        });
        merged.chain(self.short_leave()).chain(leave)
    }

    /// The first sick day of every case in the facts, in order, written into `days`.
    pub(crate) fn first_days_of_cases(
        self,
        law: &Law,
        segments: &mut Vec<Segment>,
        days: &mut Vec<Day>,
    ) {
        days.clear();
        if self.case.spells.len() == 1 && self.case.leave.is_empty() {
            // Nothing to join, as in most files.
            days.extend(self.spells().map(|spell| spell.first));
            return;
        }
        self.segments(law, segments);
        let waiting = ClockKind::WaitingPeriod.code();
        days.extend(segments.iter().filter(|s| s.begins.on(waiting)).map(|s| s.first));
    }
}
