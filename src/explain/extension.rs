//! Whether the *Algemene termijnenwet* moves a day to the next working day, and why not.

use super::steps::{NotExtended, Step};
use crate::day::Day;
use crate::law::calendar;
use crate::law::termijnenwet::{
    EXTENSION, LONGEST_MONTHS, LONGEST_WEEKS, NOT_BACKWARDS, NOT_LONG, NOT_REGULATIONS, excluded_by,
};
use crate::law::{Bound, Layer, Source, Term};

/// The step after a sum that ended on `day`.
pub(super) fn step(bound: &Bound, day: Day) -> Step {
    if !bound.term.is_extended_over_weekends(bound.layer) {
        return Step::NotExtended { day, why: never(bound) };
    }
    let to = calendar::on_or_after(day);
    if to == day {
        return Step::NotExtended { day, why: NotExtended::WorkingDay };
    }
    Step::Extended { from: day, to, source: EXTENSION }
}

/// Why the day of a bound that is not extended over weekends never moves.
pub(super) fn never(bound: &Bound) -> NotExtended {
    let excluded = excluded_by(bound.source).map(|source| NotExtended::Excluded { source });
    excluded.unwrap_or_else(|| why_not(bound.term, bound.layer))
}

fn why_not(term: Term, layer: Layer) -> NotExtended {
    match (layer, term) {
        (Layer::Policy | Layer::Practice, _) => NotExtended::PolicyOrPractice,
        (_, Term::WeeksBefore(_)) => NotExtended::CountedBack,
        (
            _,
            Term::OnTheDay
            | Term::OnDay(_)
            | Term::PeriodOfWeeks(_)
            | Term::Years(_)
            | Term::UntilMonthsAfter(_)
            | Term::InterruptionShorterThan(_)
            | Term::AtLeastWeeksBetween(_)
            | Term::NextWorkingDay,
        ) => NotExtended::NoTerm,
        (Layer::MinisterialRegulation, _) => NotExtended::Regulation,
        (_, Term::WithinMonthsAfter(n) | Term::MonthsAfterStart(n)) if n > LONGEST_MONTHS => {
            NotExtended::TooLong
        }
        (_, term) if term.number().is_some_and(|n| n > LONGEST_WEEKS) => NotExtended::TooLong,
        _ => NotExtended::NoTerm,
    }
}

impl NotExtended {
    /// The article that says so; none where no article needs to.
    #[must_use]
    pub const fn source(self) -> Option<Source> {
        match self {
            NotExtended::CountedBack => Some(NOT_BACKWARDS),
            NotExtended::TooLong => Some(NOT_LONG),
            NotExtended::Regulation => Some(NOT_REGULATIONS),
            NotExtended::Excluded { source } => Some(source),
            NotExtended::WorkingDay
            | NotExtended::PolicyOrPractice
            | NotExtended::NoTerm
            | NotExtended::Agreed => None,
        }
    }
}
