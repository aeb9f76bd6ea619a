//! The steps by which a day is found.

use super::prolongation::Prolongation;
use super::sum::Sum;
use super::weekend::NotExtended;
use crate::case::DeviationReason;
use crate::day::Day;
use crate::law::Source;

/// One step by which a day was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Derived {
    /// A term was counted from a day.
    Sum(Sum),
    /// Something recorded moved an end.
    Prolonged(Prolongation),
    /// The parties agreed on another day (RP art. 5); of a term of the UWV, the UWV set it (RPV art. 6).
    Agreed {
        /// The day under the text, none where the text names none.
        original: Option<Day>,
        /// The agreed day.
        until: Day,
        /// Why they agreed on it.
        reason: DeviationReason,
        /// The words that let them.
        source: Source,
    },
    /// The *Algemene termijnenwet* moves the day.
    Extended {
        /// The last day of the sum.
        from: Day,
        /// The first working day after it.
        to: Day,
        /// Where it says so.
        source: Source,
    },
    /// The day stays where it is.
    NotExtended {
        /// The day.
        day: Day,
        /// Why.
        why: NotExtended,
    },
    /// The day of another date of the same duty holds, since that comes first.
    NotAfter {
        /// That day.
        day: Day,
    },
    /// The day on which the duty opens holds, since that comes later.
    NotBefore {
        /// That day.
        day: Day,
    },
    /// The last working day on or before the day.
    WorkingDayBefore {
        /// The day.
        from: Day,
        /// The working day.
        to: Day,
    },
    /// There is no day.
    NoDay(NoDay),
}

/// Why there is no day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum NoDay {
    /// The rule has no such date.
    NotInTheRule,
    /// The day that it counts from has not come, or there is none.
    NothingToCountFrom,
    /// The sickness ended before it.
    NotReached {
        /// The last sick day.
        last_sick_day: Day,
    },
    /// The law names no day (*onverwijld*).
    WithoutDelay {
        /// What says so.
        source: Source,
    },
    /// It would not be later than the due day, or what it asks for did not happen.
    NotGiven,
    /// The duty would open only after it is due.
    AfterDue,
    /// The duty does not apply or has lapsed: see how it stands.
    Gone,
}

impl Derived {
    /// The day that it ends on; none where there is none.
    #[must_use]
    pub const fn day(&self) -> Option<Day> {
        match self {
            Derived::Sum(sum) => Some(sum.day),
            Derived::Prolonged(prolonged) => Some(prolonged.day()),
            Derived::Agreed { until, .. } => Some(*until),
            Derived::Extended { to, .. } | Derived::WorkingDayBefore { to, .. } => Some(*to),
            Derived::NotExtended { day, .. }
            | Derived::NotAfter { day }
            | Derived::NotBefore { day } => Some(*day),
            Derived::NoDay(_) => None,
        }
    }

    /// Whether it says what weekends and public holidays do.
    pub(crate) const fn is_about_weekends(&self) -> bool {
        matches!(self, Derived::Extended { .. } | Derived::NotExtended { .. })
    }
}
