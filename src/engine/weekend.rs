//! Whether the *Algemene termijnenwet* moves a day to the next working day, and why not.

use super::derivation::Derived;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::calendar;
use crate::law::termijnenwet::{
    EXTENSION, LONGEST_MONTHS, LONGEST_WEEKS, NOT_BACKWARDS, NOT_LONG, NOT_REGULATIONS, excluded_by,
};
use crate::law::{Bound, Layer, Source, Term};

/// Why a day is not moved to a working day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum NotExtended {
    /// It is a working day; another day would have been extended.
    WorkingDay,
    /// The term was counted back (*Algemene termijnenwet* art. 1(2)).
    CountedBack,
    /// The term is longer than twelve weeks or three months (art. 4(a)).
    TooLong,
    /// The term stands in a ministerial regulation: the act speaks of terms in acts (art. 1(1)) and
    /// orders in council (art. 5).
    Regulation,
    /// An act excludes the *Algemene termijnenwet* for this term by name (WIA 138, ZW 89).
    Excluded {
        /// What says so.
        source: Source,
    },
    /// No act names the term.
    PolicyOrPractice,
    /// A point in time, or how long something lasts: not a term within which somebody must act.
    NoTerm,
    /// The parties agreed on that very day.
    Agreed,
}

closed_list! {
    /// A [`NotExtended`] without its article.
    NotExtendedKind of NotExtended, "reason not to move a day" {
        /// It is a working day; another day would have been extended.
        WorkingDay = 0, "working-day", "het is een werkdag", "it is a working day";
        /// The term was counted back (*Algemene termijnenwet* art. 1(2)).
        CountedBack = 1, "counted-back", "teruggerekend", "counted back";
        /// The term is longer than twelve weeks or three months (art. 4(a)).
        TooLong = 2, "too-long", "te lange termijn", "too long a term";
        /// The term stands in a ministerial regulation: the act speaks of terms in acts (art. 1(1)) and
        /// orders in council (art. 5).
        Regulation = 3, "regulation", "ministeriële regeling", "ministerial regulation";
        /// An act excludes the *Algemene termijnenwet* for this term by name (WIA 138, ZW 89).
        Excluded = 4, "excluded-by-act", "uitgezonderd door een wet", "excluded by an act";
        /// No act names the term.
        PolicyOrPractice = 5, "policy-or-practice", "beleid of praktijk", "policy or practice";
        /// A point in time, or how long something lasts: not a term within which somebody must act.
        NoTerm = 6, "no-term", "geen termijn", "no term";
        /// The parties agreed on that very day.
        Agreed = 7, "agreed", "afgesproken", "agreed";
    }
}

/// The step after a sum that ended on `day`.
pub(crate) fn weekend(bound: &Bound, day: Day) -> Derived {
    if !bound.term.is_extended_over_weekends(bound.layer) {
        return Derived::NotExtended { day, why: never(bound) };
    }
    let to = calendar::on_or_after(day);
    if to == day {
        return Derived::NotExtended { day, why: NotExtended::WorkingDay };
    }
    Derived::Extended { from: day, to, source: EXTENSION }
}

/// Why the day of a bound that is not extended over weekends never moves.
pub(crate) fn never(bound: &Bound) -> NotExtended {
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
