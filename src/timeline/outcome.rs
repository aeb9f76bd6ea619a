//! Everything that follows from a set of facts: the clocks, the ends, and one line per duty.

use super::clocks::Clocks;
use super::ends::{Ends, ends};
use super::frame::EvalContext;
use super::lines::{Line, Lines, ShortLine, Sink};
use super::obligation::Obligation;
use super::place::Place;
use super::plain::PlainSeries;
use super::recorded::EventIndex;
use super::unused::{Unused, unused};
use super::view::State;
use crate::case::{Facts, Leave};
use crate::clock::{Clock, Segment};
use crate::day::Day;
use crate::law::{ClockKind, Law, Step, only};
use alloc::vec::Vec;

/// What the duties of a case rest on.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Evaluator {
    pub(super) clocks: Clocks,
    pub(super) ends: Ends,
    pub(super) relapse_joins_through: Option<Day>,
}

impl Evaluator {
    /// Works it out into memory that may be reused, and hands it on. None only of facts without a
    /// counted day; a case has one, which is known beforehand.
    pub(super) fn rebuild<T>(
        &mut self,
        law: &Law,
        facts: Facts<'_>,
        with_milestones: bool,
        then: impl FnOnce(&EvalContext<'_>, &Ends) -> T,
    ) -> Option<T> {
        self.clocks.rebuild(law, facts);
        let clock = self.clocks.of(ClockKind::WaitingPeriod);
        let first = clock.first_sick_day()?;
        let recorded = EventIndex::of(facts, first);
        let mut frame = EvalContext::new(law, facts, &recorded, &self.clocks, first);
        self.ends = ends(&mut frame);
        if with_milestones {
            self.ends.add_milestones(&frame);
        }
        let limit = law.only(only::RELAPSE_WINDOW).due.term.days();
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
            State::Recovered { relapse_joins_through: through }
        }
        (Some(last), _) if last < on => State::Closed,
        _ if clock.counts(on) => State::Sick,
        _ => State::OnLeave,
    }
}

/// The outcome of one set of facts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Outcome {
    pub(super) evaluator: Evaluator,
    pub(super) obligations: Vec<Obligation>,
    pub(super) unused: Vec<Unused>,
    dateless: Dateless,
}

/// Memory for lines without a due day, each with its place among the duties; nothing stays in it.
type Dateless = Vec<(usize, Obligation)>;

/// Lines that are sorted by the due day; those of one day stay in the order of the table. They come
/// nearly in order, so that a line that does not is put where it belongs at once.
struct ObligationSink<'o> {
    law: &'o Law,
    lines: &'o mut Vec<Obligation>,
    /// Lines without a due day, which come last.
    dateless: &'o mut Dateless,
    /// Where the last of the dated lines belongs.
    last: Place,
}

impl<'o> ObligationSink<'o> {
    fn into(law: &'o Law, lines: &'o mut Vec<Obligation>, dateless: &'o mut Dateless) -> Self {
        lines.clear();
        dateless.clear();
        ObligationSink { law, lines, dateless, last: Place::FIRST }
    }

    /// Whether a line that is due on that day comes last so far; then it gets that place.
    #[inline(always)]
    fn comes_last(&mut self, step: &Step, due: Option<Day>) -> bool {
        let Some(due) = due else { return false };
        let place = Place::of(step, due);
        let comes_last = self.last <= place;
        if comes_last {
            self.last = place;
        }
        comes_last
    }

    /// Writes a line that does not come last so far, at least not for sure.
    #[inline(never)]
    fn insert(&mut self, step: &Step, line: Obligation) {
        let Some(due) = line.due else {
            let later = self.dateless.iter().rev().take_while(|other| other.0 > step.order).count();
            return self.dateless.insert(self.dateless.len() - later, (step.order, line));
        };
        if self.comes_last(step, Some(due)) {
            return self.lines.push(line);
        }
        let (law, own) = (self.law, Place::of(step, due));
        let comes_later = |other: &&Obligation| {
            let step = law.own_step(other.duty, other.regime);
            step.zip(other.due).is_some_and(|(step, due)| Place::of(step, due) > own)
        };
        let later = self.lines.iter().rev().take_while(comes_later).count();
        self.lines.insert(self.lines.len() - later, line);
    }

    #[inline(never)]
    fn insert_short(&mut self, frame: &EvalContext<'_>, line: &ShortLine<'_>) {
        self.insert(line.step, Obligation::short(frame, line));
    }

    #[inline(never)]
    fn insert_series(
        &mut self,
        frame: &EvalContext<'_>,
        series: &mut PlainSeries<'_>,
        before: Place,
    ) {
        for n in series.pass_before(before) {
            self.insert(series.step(), series.line(frame, n));
        }
    }

    /// All in order.
    fn end(self) {
        self.lines.extend(self.dateless.drain(..).map(|(_, line)| line));
    }
}

// A line that comes last is made where it stays: its small fields are not read again before they are in
// memory.
impl Sink for ObligationSink<'_> {
    fn line(&mut self, frame: &EvalContext<'_>, line: &Line<'_>) {
        if self.comes_last(line.step, line.due()) {
            self.lines.push(Obligation::of(frame, line));
        } else {
            self.insert(line.step, Obligation::of(frame, line));
        }
    }

    #[inline(always)]
    fn short_line(&mut self, frame: &EvalContext<'_>, line: &ShortLine<'_>) {
        if self.comes_last(line.step, line.due) {
            self.lines.push(Obligation::short(frame, line));
        } else {
            self.insert_short(frame, line);
        }
    }

    fn series(&mut self, frame: &EvalContext<'_>, series: &mut PlainSeries<'_>, before: Place) {
        if series.place().is_some_and(|first| self.last <= first) {
            let numbers = series.pass_before(before);
            series.append(frame, numbers, self.lines);
            self.last = series.place_of_last();
        } else {
            self.insert_series(frame, series, before);
        }
    }

    fn wants_waiting(&self) -> bool {
        true
    }
}

impl Outcome {
    /// Computes the outcome into memory that may be reused.
    pub(super) fn recompute(&mut self, law: &Law, facts: Facts<'_>) {
        let Outcome { evaluator, obligations: lines, unused: rest, dateless } = self;
        rest.clear();
        evaluator.rebuild(law, facts, true, |frame, ends| {
            let mut written = ObligationSink::into(law, lines, dateless);
            Lines::new(frame, ends, &mut written).write();
            written.end();
            rest.extend(unused(frame, ends));
        });
    }
}

/// The last day on which a relapse continues the case: the healthy days are those that are not
/// leave, and leave that was decided to separate ends the window.
pub(super) fn relapse_window(facts: Facts<'_>, limit: i32, last: Day) -> Option<Day> {
    let through = facts.run_on(last, limit);
    let ends_it = |leave: &Leave| leave.last > last && leave.first <= through;
    let separating = facts.leave().find(|leave| ends_it(leave) && leave.was_decided_to_separate());
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
