//! Everything that follows from a set of facts: the clocks, the ends, and one line per duty.

use super::clocks::Clocks;
use super::dates::Frame;
use super::ends::{Ends, ends};
use super::lines::Lines;
use super::obligation::Obligation;
use super::recorded::Recorded;
use super::unused::{Unused, unused};
use crate::case::Facts;
use crate::day::Day;
use crate::law::{ClockKind, Law, index};
use alloc::vec::Vec;

/// The outcome of one set of facts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Outcome {
    pub(super) clocks: Clocks,
    pub(super) ends: Ends,
    pub(super) obligations: Vec<Obligation>,
    pub(super) relapse_joins_through: Option<Day>,
    pub(super) unused: Vec<Unused>,
}

impl Outcome {
    /// Computes the outcome into memory that may be reused.
    pub(super) fn recompute(&mut self, law: &Law, facts: Facts<'_>) {
        self.clocks.rebuild(law, facts);
        self.obligations.clear();
        self.unused.clear();
        let clock = self.clocks.of(ClockKind::WaitingPeriod);
        // A case has a counted day, and its first facts are known on that day.
        let Some(first) = clock.first_sick_day() else { return };
        let recorded = Recorded::of(facts, first);
        let mut frame = Frame {
            law,
            facts,
            recorded: &recorded,
            clocks: &self.clocks,
            first,
            last: clock.last_sick_day(),
            anchors: Default::default(),
        };
        self.ends = ends(&mut frame);
        self.relapse_joins_through = frame.last.and_then(|last| relapse_window(&frame, last));
        Lines { frame: &frame, ends: &self.ends, out: &mut self.obligations }.write();
        self.obligations.sort_by_key(|obligation| obligation.due.unwrap_or(Day::FOREVER));
        self.unused.extend(unused(&frame, &self.ends));
    }

    /// The first sick day of the first case.
    pub(super) fn earlier_first(&self) -> Option<Day> {
        let earlier = self.clocks.earlier.first().map(|case| case.first);
        earlier.or_else(|| self.clock().first_sick_day())
    }

    pub(super) fn clock(&self) -> &crate::clock::Clock {
        self.clocks.of(ClockKind::WaitingPeriod)
    }
}

/// The last day on which a relapse continues the case: the healthy days are those that are not
/// leave, and leave that was recorded as separating ends the window.
fn relapse_window(frame: &Frame<'_>, last: Day) -> Option<Day> {
    let limit = frame.rule(index::RELAPSE_WINDOW).versions[0].due.term.days();
    let through = frame.facts.run_on(last, limit);
    let separating = frame
        .facts
        .leave()
        .find(|leave| leave.last > last && leave.first <= through && frame.facts.separates(leave));
    let Some(separating) = separating else { return Some(through) };
    // The last day before it that is not leave: a sickness that begins in leave counts after it.
    let mut day = separating.first.plus(-1);
    for leave in frame.facts.leave().rev() {
        if (leave.first..=leave.last).contains(&day) {
            day = leave.first.plus(-1);
        }
    }
    Some(day).filter(|day| *day > last)
}
