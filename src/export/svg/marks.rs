//! The marks of an obligation in its row: the bar, the due day, the advised day, what was met.

use super::axis::Scale;
use super::shape::{Shape, Symbol, Tenths, px};
use super::table::bar;
use crate::day::Day;
use crate::timeline::{Obligation, Standing, Status};

const BAR: Tenths = px(10);
const LATE: Tenths = px(8);
/// How far above the bar the advised day stands, so that the two are told apart.
const ABOVE: Tenths = px(-10);

/// The days from which a row is looked at.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub(super) scale: Scale,
    pub(super) on: Day,
    pub(super) first: Day,
}

/// One obligation: a bar from the day it opens through the day it is due, and what became of it.
pub(super) fn single(obligation: &Obligation, status: Status, moment: Moment) -> Vec<Shape> {
    let scale = moment.scale;
    let mut marks = Vec::new();
    if let Some(due) = obligation.due() {
        marks.extend(run(obligation, due, moment));
        if let Some(last) = late_through(obligation, status, moment.on) {
            marks.push(bar(scale, due.plus(1), last, LATE, "late"));
        }
        if let Some(original) = obligation.original_due() {
            marks.push(upright(scale.end_of(original), px(7), "original"));
        }
        if let Some(tolerated) = obligation.tolerated() {
            let (from, to) = (scale.end_of(due), scale.end_of(tolerated));
            marks.push(Shape::Line { from: (from, 0), to: (to, 0), class: "tolerated" });
            marks.push(upright(to, px(3), "due"));
        }
        marks.push(upright(scale.end_of(due), px(8), "due"));
    }
    if let Some(advised) = obligation.advised() {
        let symbol = Symbol::Advised;
        marks.push(Shape::Symbol { symbol, x: scale.middle_of(advised), y: ABOVE });
    }
    marks.extend(outcome(obligation, status, moment, moment.on));
    marks
}

/// A series on one row: a sign for each, on the day it was met or is due.
pub(super) fn series(of: &[(&Obligation, Status)], moment: Moment) -> Vec<Shape> {
    let scale = moment.scale;
    let day = |obligation: &Obligation| obligation.met().or(obligation.due());
    let days = || of.iter().filter_map(|(obligation, _)| day(obligation));
    let mut marks = Vec::new();
    if let (Some(first), Some(last)) = (days().min(), days().max()) {
        let (from, to) = (scale.middle_of(first), scale.middle_of(last));
        marks.push(Shape::Line { from: (from, 0), to: (to, 0), class: "grid" });
    }
    for (obligation, status) in of {
        let Some(day) = day(obligation) else { continue };
        match outcome(obligation, *status, moment, day) {
            Some(mark) => marks.push(mark),
            None => {
                let symbol = match obligation.due_layer().is_law() {
                    true => Symbol::ToCome,
                    false => Symbol::ToComeInPractice,
                };
                marks.push(Shape::Symbol { symbol, x: scale.middle_of(day), y: 0 });
            }
        }
    }
    marks
}

/// The time in which it can be done. Where no text names a first day, a line instead of a bar; none
/// where it cannot be done before another duty is met.
fn run(obligation: &Obligation, due: Day, moment: Moment) -> Option<Shape> {
    let scale = moment.scale;
    let is_law = obligation.due_layer().is_law();
    let stands = obligation.met().is_some() || obligation.standing() == Standing::Stands;
    match obligation.opens() {
        Some(opens) => {
            let class = match (is_law, stands) {
                (false, _) => "practice",
                (true, true) => "bar",
                (true, false) => "planned",
            };
            Some(bar(scale, opens.min(due), due, BAR, class))
        }
        None if !stands => None,
        None => {
            let class = if is_law { "unopened" } else { "unopened-practice" };
            let from = (scale.start_of(moment.first.min(due)), 0);
            Some(Shape::Line { from, to: (scale.end_of(due), 0), class })
        }
    }
}

/// The last day of being late.
fn late_through(obligation: &Obligation, status: Status, on: Day) -> Option<Day> {
    match status {
        Status::MetLate { .. } => obligation.met(),
        Status::Overdue { .. } => Some(on),
        _ => None,
    }
}

/// The sign of what became of it; one that is overdue stands on `late`.
fn outcome(obligation: &Obligation, status: Status, moment: Moment, late: Day) -> Option<Shape> {
    let scale = moment.scale;
    let (symbol, day) = match (status, obligation.met()) {
        (Status::MetLate { .. }, Some(met)) => (Symbol::MetLate, met),
        (_, Some(met)) => (Symbol::Met, met),
        (Status::Overdue { .. }, None) => (Symbol::Overdue, late),
        _ => return None,
    };
    Some(Shape::Symbol { symbol, x: scale.middle_of(day), y: 0 })
}

fn upright(x: Tenths, half: Tenths, class: &'static str) -> Shape {
    Shape::Line { from: (x, -half), to: (x, half), class }
}
