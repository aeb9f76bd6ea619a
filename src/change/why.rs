//! The reasons for a change.

use super::FactChange;
use crate::closed_list::closed_list;
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

closed_list! {
    /// A [`Why`] without what it holds.
    WhyKind of Why, "reason for a change" {
        /// A fact was recorded, removed or corrected, or became known.
        FactRecorded = 0, "fact-recorded", "ander feit", "another fact";
        /// So many facts differ that they are not told apart: all of them together moved it.
        ManyFacts = 1, "many-facts", "veel andere feiten", "many other facts";
        /// More or fewer days do not count on the clock of the line, so that every later day of it moved.
        ClockShifted = 2, "clock-shifted", "klok verschoven", "clock shifted";
        /// It follows from the day on which another duty was really met.
        Follows = 3, "follows", "volgt op een andere verplichting", "follows another duty";
        /// A rule reads otherwise: in another law, or because the case came under another version of it.
        RuleVersion = 4, "rule-version", "andere regel", "another rule";
        /// The days to look ahead for what is "soon" differ.
        LeadTime = 5, "lead-time", "andere vooruitblik", "another lead time";
        /// Nothing but time passed.
        TimePassed = 6, "time-passed", "tijd verstreken", "time passed";
    }
}

impl Why {
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

closed_list! {
    /// Days that do not count on a clock.
    Uncounted, "kind of uncounted days" {
        /// Recovered days; on the clock of the dismissal ban also those of a spell that it leaves out.
        Recovered = 0, "recovered", "hersteldagen", "recovered days";
        /// Maternity leave.
        Leave = 1, "leave", "verlofdagen", "days of leave";
    }
}
