//! The reasons for a change.

use super::FactChange;
use crate::day::Day;
use crate::law::{Citation, ClockKind, Duty, Rule, Version};

/// Why something differs.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Why {
    /// A fact was recorded, removed or corrected, or became known.
    FactRecorded(FactChange),
    /// So many facts differ that they are not told apart: all of them together moved it.
    ManyFacts {
        /// How many.
        count: usize,
    },
    /// More or fewer days do not count on the clock of the line, so that every later day of it moved.
    ClockShifted {
        /// By how many days, negative for earlier. A date that steps to a working day can have
        /// moved by more or less.
        days: i32,
        /// Which days do not count.
        because: Uncounted,
        /// The clock.
        clock: ClockKind,
    },
    /// It follows from the day on which another duty was really met.
    Follows {
        /// The other duty.
        duty: Duty,
        /// That day; none when it is not recorded any more.
        met: Option<Day>,
    },
    /// A rule reads otherwise: in another law, or because the case came under another version of it.
    RuleVersion {
        /// The rule.
        rule: &'static Rule,
        /// The version before, none for a rule that was not in the law.
        old: Option<&'static Version>,
        /// The version now, none for a rule that is not in the law.
        new: Option<&'static Version>,
    },
    /// The days to look ahead for what is "soon" differ.
    LeadTime,
    /// Nothing but time passed.
    TimePassed,
}

impl Why {
    /// The stable name.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Why::FactRecorded(_) => "fact-recorded",
            Why::ManyFacts { .. } => "many-facts",
            Why::ClockShifted { .. } => "clock-shifted",
            Why::Follows { .. } => "follows",
            Why::RuleVersion { .. } => "rule-version",
            Why::LeadTime => "lead-time",
            Why::TimePassed => "time-passed",
        }
    }

    /// The article of the due day of the version now, where the reason is a rule.
    #[must_use]
    pub fn citation(&self) -> Option<Citation> {
        match self {
            Why::RuleVersion { old, new, .. } => {
                new.or(*old).map(|version| version.due.source.citation)
            }
            _ => None,
        }
    }
}

/// Days that do not count on a clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Uncounted {
    /// Recovered days; on the clock of the dismissal ban also those of a spell that it leaves out.
    Recovered,
    /// Maternity leave.
    Leave,
}

impl Uncounted {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Uncounted::Recovered => "recovered",
            Uncounted::Leave => "leave",
        }
    }
}
