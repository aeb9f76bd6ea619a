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
        with_milestones: bool,
        then: impl FnOnce(&Frame<'_>, &Ends) -> T,
    ) -> Option<T> {
        self.clocks.rebuild(law, facts);
        let clock = self.clocks.of(ClockKind::WaitingPeriod);
        let first = clock.first_sick_day()?;
        let recorded = Recorded::of(facts, first);
        let mut frame = Frame::new(law, facts, &recorded, &self.clocks, first);
        self.ends = ends(&mut frame);
        if with_milestones {
            self.ends.add_milestones(&frame);
        }
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
    Facts::known_on(case, everything.clocks.very_first_day().map_or(on, |first| on.max(first)))
}

/// The outcome of one set of facts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Outcome {
    pub(super) ground: Ground,
    pub(super) obligations: Vec<Obligation>,
    pub(super) unused: Vec<Unused>,
    order: Order,
}

/// Where a line belongs: by its due day, then by its place among the duties.
type Place = (Day, u32);

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

/// Lines that are sorted by the due day; those of one day stay in the order of the table. They come
/// nearly in order, so that a line that does not is put where it belongs at once.
struct Written<'o> {
    lines: &'o mut Vec<Obligation>,
    places: &'o mut Vec<Place>,
    /// Lines without a due day, which come last, by their place among the duties.
    dateless: [Option<Obligation>; DUTY_COUNT],
    /// A bit for each of these places.
    orders: u32,
}

impl<'o> Written<'o> {
    fn into(lines: &'o mut Vec<Obligation>, Order(places): &'o mut Order) -> Written<'o> {
        lines.clear();
        places.clear();
        Written { lines, places, dateless: [const { None }; DUTY_COUNT], orders: 0 }
    }

    /// Whether a line that is due on that day comes last so far; then it gets that place.
    #[inline(always)]
    fn comes_last(&mut self, step: &Step, due: Option<Day>) -> bool {
        let Some(due) = due else { return false };
        let place = (due, step.order as u32);
        let comes_last = self.places.last().is_none_or(|last| *last <= place);
        if comes_last {
            self.places.push(place);
        }
        comes_last
    }

    /// Writes a line that does not come last.
    #[inline(never)]
    fn write(&mut self, step: &Step, line: Obligation) {
        match line.due {
            Some(due) => self.insert((due, step.order as u32), line),
            None => self.write_dateless(step, line),
        }
    }

    #[inline(never)]
    fn write_short(&mut self, frame: &Frame<'_>, line: &ShortLine<'_>) {
        self.write(line.step, Obligation::short(frame, line));
    }

    fn insert(&mut self, place: Place, line: Obligation) {
        let later = self.places.iter().rev().take_while(|other| **other > place).count();
        let at = self.places.len() - later;
        self.places.insert(at, place);
        self.lines.insert(at, line);
    }

    fn write_dateless(&mut self, step: &Step, line: Obligation) {
        match &mut self.dateless[step.order] {
            free @ None => *free = Some(line),
            // A second one of a series: it comes behind the first in the end.
            Some(_) => self.insert((Day::FOREVER, step.order as u32), line),
        }
        self.orders |= 1 << step.order;
    }

    /// All in order.
    fn end(mut self) {
        let dated = self.places.partition_point(|(due, _)| *due < Day::FOREVER);
        let mut seconds = self.lines.len() - dated;
        let mut orders = self.orders;
        while orders != 0 {
            let order = orders.trailing_zeros();
            let at = self.lines.len() - seconds;
            if let Some(line) = self.dateless[order as usize].take() {
                self.lines.insert(at, line);
            }
            let behind = |place: &&Place| place.1 == order;
            let places = &self.places[self.places.len() - seconds..];
            seconds -= places.iter().take_while(behind).count();
            orders &= orders - 1;
        }
    }
}

impl Sink for Written<'_> {
    fn line(&mut self, frame: &Frame<'_>, line: &Line<'_>) {
        let obligation = Obligation::of(frame, line);
        if self.comes_last(line.step, line.due()) {
            self.lines.push(obligation);
        } else {
            self.write(line.step, obligation);
        }
    }

    fn short_line(&mut self, frame: &Frame<'_>, line: &ShortLine<'_>) {
        // Made where it stays: its small fields are not read again before they are in memory.
        if self.comes_last(line.step, line.due) {
            self.lines.push(Obligation::short(frame, line));
        } else {
            self.write_short(frame, line);
        }
    }

    fn wants_waiting(&self) -> bool {
        true
    }
}

impl Outcome {
    /// Computes the outcome into memory that may be reused.
    pub(super) fn recompute(&mut self, law: &Law, facts: Facts<'_>) {
        let Outcome { ground, obligations: lines, unused: rest, order } = self;
        rest.clear();
        ground.rebuild(law, facts, true, |frame, ends| {
            let mut written = Written::into(lines, order);
            Lines::new(frame, ends, &mut written).write();
            written.end();
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
