//! Everything that follows from a set of facts: the clocks, the ends, and one line per duty.

use super::obligation::Obligation;
use super::state::State;
use super::unused::{Unused, unused};

use crate::case::Facts;
use crate::clock::Clock;
use crate::day::Day;
use crate::engine::{Clocks, Ends, EvalContext, Line, Place, PlannedSeries, Sink, evaluate};
use crate::law::{ClockKind, Law, calendar};
use alloc::vec::Vec;

/// The outcome of one set of facts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Outcome {
    pub(super) clocks: Clocks,
    pub(super) ends: Ends,
    pub(super) obligations: Vec<Obligation>,
    pub(super) unused: Vec<Unused>,
    dateless: Dateless,
}

/// Memory for lines without a due day, each with its place among the duties; nothing stays in it.
type Dateless = Vec<(usize, Obligation)>;

impl Outcome {
    /// Computes the outcome into memory that may be reused.
    pub(super) fn recompute(&mut self, law: &Law, facts: Facts<'_>) {
        let Outcome { clocks, ends, obligations: lines, unused, dateless } = self;
        lines.clear();
        unused.clear();
        dateless.clear();
        let mut sink =
            ObligationSink { law, lines, dateless, unused, planned: None, last: Place::FIRST };
        evaluate(law, facts, clocks, ends, &mut sink);
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
        State::of(self.clock(), &self.ends, on)
    }
}

/// Keeps the lines sorted by the due day; those of one day stay in the order of the table. They come nearly
/// in order, so that a line that does not is put where it belongs at once.
struct ObligationSink<'o> {
    law: &'o Law,
    lines: &'o mut Vec<Obligation>,
    /// Lines without a due day, which come last.
    dateless: &'o mut Dateless,
    unused: &'o mut Vec<Unused>,
    /// A line of the present planned series.
    planned: Option<Obligation>,
    /// Where the last of the dated lines belongs.
    last: Place,
}

impl ObligationSink<'_> {
    /// Writes a line that does not come last so far.
    #[inline(never)]
    fn insert(&mut self, context: &EvalContext<'_>, line: &Line<'_>) {
        let (plan, line) = (line.plan, Obligation::of(context, line));
        let Some(due) = line.due else {
            let later = self.dateless.iter().rev().take_while(|other| other.0 > plan.rank).count();
            return self.dateless.insert(self.dateless.len() - later, (plan.rank, line));
        };
        let (law, own) = (self.law, Place::of(plan, due));
        let comes_later = |other: &&Obligation| {
            let plan = law.own_duty_plan(other.duty, other.regime);
            plan.zip(other.due).is_some_and(|(plan, due)| Place::of(plan, due) > own)
        };
        let later = self.lines.iter().rev().take_while(comes_later).count();
        self.lines.insert(self.lines.len() - later, line);
    }
}

impl Sink for ObligationSink<'_> {
    const WANTS_MILESTONES: bool = true;
    const WANTS_WAITING: bool = true;

    fn begin(&mut self, _: &EvalContext<'_>, _: &Ends) {}

    #[inline(always)]
    fn line(&mut self, context: &EvalContext<'_>, line: &Line<'_>) {
        let place = line.due().map(|due| Place::of(line.plan, due));
        match place.filter(|place| self.last <= *place) {
            Some(place) => {
                self.last = place;
                self.lines.push(Obligation::of(context, line));
            }
            None => self.insert(context, line),
        }
    }

    fn planned(
        &mut self,
        context: &EvalContext<'_>,
        series: &mut PlannedSeries<'_>,
        before: Place,
    ) {
        let alike =
            *self.planned.get_or_insert_with(|| series.see(|line| Obligation::of(context, line)));
        let mut place = series.place();
        while place < before {
            if self.last <= place {
                self.last = place;
                // Changed where it stays, for the same reason as in `Obligation::of`.
                self.lines.push(alike);
                if let Some(line) = self.lines.last_mut() {
                    line.number = series.number();
                    line.due = Some(series.due());
                    line.advised = Some(calendar::on_or_before(series.due()));
                    line.standing = series.standing();
                }
            } else {
                series.see(|line| self.insert(context, line));
            }
            series.pass();
            place = series.place();
        }
    }

    fn end(&mut self, context: &EvalContext<'_>, ends: &Ends) {
        self.lines.extend(self.dateless.drain(..).map(|(_, line)| line));
        self.unused.extend(unused(context, ends));
    }
}
