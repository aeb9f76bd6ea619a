//! Everything that follows from a set of facts: the clocks, the ends, and one line per duty.

use super::clocks::Clocks;
use super::dates::Frame;
use super::ends::{Ends, ends};
use super::lines::{Line, Lines, ShortLine, Sink};
use super::obligation::Obligation;
use super::recorded::Recorded;
use super::unused::{Unused, unused};
use super::view::State;
use crate::case::{Case, Facts};
use crate::clock::{Clock, Segment};
use crate::day::Day;
use crate::law::{ClockKind, DUTY_COUNT, Law, Step, index};
use alloc::vec::Vec;

/// What the duties of a case rest on.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Ground {
    pub(super) clocks: Clocks,
    pub(super) ends: Ends,
    pub(super) relapse_joins_through: Option<Day>,
}

impl Ground {
    /// Works it out into memory that may be reused, and hands it on. None only of facts without a
    /// counted day; a case has one, and its first facts are known on that day.
    pub(super) fn rebuild<T>(
        &mut self,
        law: &Law,
        facts: Facts<'_>,
        then: impl FnOnce(&Frame<'_>, &Ends) -> T,
    ) -> Option<T> {
        self.clocks.rebuild(law, facts);
        let clock = self.clocks.of(ClockKind::WaitingPeriod);
        let first = clock.first_sick_day()?;
        let recorded = Recorded::of(facts, first);
        let mut frame = Frame::new(law, facts, &recorded, &self.clocks, first);
        self.ends = ends(&mut frame);
        let limit = frame.rule(index::RELAPSE_WINDOW).versions[0].due.term.days();
        frame.relapse_joins_through =
            frame.last.and_then(|last| relapse_window(facts, limit, last));
        self.relapse_joins_through = frame.relapse_joins_through;
        Some(then(&frame, &self.ends))
    }

    /// The runs of sick days in the facts.
    pub(super) fn segments(&mut self, facts: Facts<'_>) -> &[Segment] {
        self.clocks.segments(facts)
    }

    pub(super) fn clock(&self) -> &Clock {
        self.clocks.of(ClockKind::WaitingPeriod)
    }

    /// The first sick day of the current case.
    pub(super) fn first_sick_day(&self) -> Day {
        self.clock().first_sick_day().unwrap_or(Day::FOREVER)
    }

    /// The first sick day of the first case.
    fn earlier_first(&self) -> Day {
        let earlier = self.clocks.earlier.first();
        earlier.map_or_else(|| self.first_sick_day(), |case| case.first)
    }

    /// Whether the employee is sick on a day.
    pub(super) fn state(&self, on: Day) -> State {
        state(self.clock(), self.relapse_joins_through, on)
    }
}

/// Whether the employee is sick on a day: from the clock of the waiting period and the last day on
/// which a relapse continues the case.
pub(super) fn state(clock: &Clock, relapse_joins_through: Option<Day>, on: Day) -> State {
    if clock.first_sick_day().is_none_or(|first| on < first) {
        return State::NotYetSick;
    }
    match (clock.last_sick_day(), relapse_joins_through) {
        (Some(last), Some(through)) if last < on && on <= through => {
            State::Recovered { relapse_joins_through: through.date() }
        }
        (Some(last), _) if last < on => State::Closed,
        _ if clock.counts(on) => State::Sick,
        _ => State::OnLeave,
    }
}

/// The facts as they were known on `on`. Before the very first sick day there is nothing to know but
/// that day.
pub(super) fn known_on<'a>(everything: &Ground, case: &'a Case, on: Day) -> Facts<'a> {
    Facts::known_on(case, on.max(everything.earlier_first()))
}

/// The outcome of one set of facts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Outcome {
    pub(super) ground: Ground,
    pub(super) obligations: Vec<Obligation>,
    pub(super) unused: Vec<Unused>,
    order: Order,
}

/// Where a line belongs: by its due day, then by its place among the duties, then as they were written.
type Place = (Day, u16, u16);

/// Memory to sort in. It is no part of the outcome, so that two outcomes do not differ by it.
#[derive(Clone, Debug, Default)]
struct Order(Vec<Place>);

impl PartialEq for Order {
    fn eq(&self, _: &Order) -> bool {
        true
    }
}

impl Eq for Order {}

impl core::hash::Hash for Order {
    fn hash<H: core::hash::Hasher>(&self, _: &mut H) {}
}

/// Lines that are sorted by the due day; those of one day stay in the order of the table.
struct Written<'o> {
    lines: &'o mut Vec<Obligation>,
    /// Lines without a due day, which come last, by their place among the duties.
    dateless: [Option<Obligation>; DUTY_COUNT],
    /// Where the last line belongs, as long as they came in order.
    last: (Day, usize),
    is_sorted: bool,
}

impl<'o> Written<'o> {
    fn into(lines: &'o mut Vec<Obligation>) -> Written<'o> {
        let last = (Day::from_number(i32::MIN), 0);
        Written { lines, dateless: [const { None }; DUTY_COUNT], last, is_sorted: true }
    }

    #[inline]
    fn write(&mut self, step: &Step, line: Obligation) {
        let place = match line.due {
            Some(due) => (due, step.order),
            None => {
                let slot = &mut self.dateless[step.order];
                if slot.is_none() {
                    *slot = Some(line);
                    return;
                }
                (Day::FOREVER, step.order)
            }
        };
        self.is_sorted &= self.last <= place;
        self.last = place;
        self.lines.push(line);
    }

    /// A line is long, so its place is found first and it is moved once.
    fn sort(self, law: &Law, Order(places): &mut Order) {
        let lines = self.lines;
        lines.extend(self.dateless.into_iter().flatten());
        // A second line without a due day came before the first.
        if self.is_sorted && self.last.0 < Day::FOREVER {
            return;
        }
        places.clear();
        places.extend((0..).zip(&*lines).map(|(i, line)| {
            let step = law.step_of(line.duty, line.regime);
            let order = step.map_or(0, |step| step.order);
            (line.due.unwrap_or(Day::FOREVER), u16::try_from(order).unwrap_or(u16::MAX), i)
        }));
        places.sort_unstable();
        for i in 0..lines.len() {
            // What belongs here may have been moved away to make room for an earlier line.
            let mut from = usize::from(places[i].2);
            while from < i {
                from = usize::from(places[from].2);
            }
            lines.swap(i, from);
        }
    }
}

impl Sink for Written<'_> {
    fn line(&mut self, frame: &Frame<'_>, line: &Line<'_>) {
        self.write(line.step, Obligation::of(frame, line));
    }

    fn short_line(&mut self, frame: &Frame<'_>, line: &ShortLine<'_>) {
        self.write(line.step, Obligation::short(frame, line));
    }

    fn wants_waiting(&self) -> bool {
        true
    }
}

impl Outcome {
    /// Computes the outcome into memory that may be reused.
    pub(super) fn recompute(&mut self, law: &Law, facts: Facts<'_>) {
        let Outcome { ground, obligations: lines, unused: rest, order } = self;
        lines.clear();
        rest.clear();
        ground.rebuild(law, facts, |frame, ends| {
            let mut written = Written::into(lines);
            Lines::new(frame, ends, &mut written).write();
            written.sort(law, order);
            rest.extend(unused(frame, ends));
        });
    }
}

/// The last day on which a relapse continues the case: the healthy days are those that are not
/// leave, and leave that was recorded as separating ends the window.
pub(super) fn relapse_window(facts: Facts<'_>, limit: i32, last: Day) -> Option<Day> {
    let through = facts.run_on(last, limit);
    let separating = facts
        .leave()
        .find(|leave| leave.last > last && leave.first <= through && facts.separates(leave));
    let Some(separating) = separating else { return Some(through) };
    // The last day before it that is not leave: a sickness that begins in leave counts after it.
    let mut day = separating.first.plus(-1);
    for leave in facts.leave().rev() {
        if (leave.first..=leave.last).contains(&day) {
            day = leave.first.plus(-1);
        }
    }
    Some(day).filter(|day| *day > last)
}
