//! What moved an end.

use crate::day::Day;
use crate::law::{Bound, Source};

/// What moved an end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Prolongation {
    /// The parties asked for a longer wage period.
    Extension {
        /// The day on which a shorter extension was asked for.
        shortened_on: Option<Day>,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The WIA claim was late.
    LateClaim {
        /// By how many days.
        days: u32,
        /// How many days of leave lie in them, which do not count.
        leave_days: u32,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The report of the sickness to the UWV was late, when that prolonged the wages.
    LateReport {
        /// By how many days.
        days: u32,
        /// How many days of leave lie in them, which do not count.
        leave_days: u32,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// A wage sanction.
    Sanction {
        /// Its first day.
        first: Day,
        /// Its last day.
        last: Day,
        /// How many days it lasts.
        days: u32,
        /// By how many days late decisions shortened it.
        shortened: u32,
        /// The UWV established a repair on this day.
        repaired: Option<Day>,
        /// The last day of what it prolongs.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// What runs on is the same number of days on another clock.
    RunsOn {
        /// How many days because the claim was late.
        late: u32,
        /// How many days because of a voluntary extension.
        extended: u32,
        /// How many days because of a wage sanction.
        sanction: u32,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// Leave puts the end of the relapse window off: sickness on the day after a leave that directly follows
    /// the sickness continues it, and sickness that lasted into leave ended in it.
    Leave {
        /// By how many days.
        days: u32,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The state pension age cuts it.
    StatePension {
        /// The day on which it is reached.
        reached: Day,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
        /// The date of the law table that says so, where one does.
        bound: Option<&'static Bound>,
    },
    /// The employment ends.
    EmploymentEnd {
        /// Its last day.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The employee died.
    Death {
        /// The day of death.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The assessment after the first year ends the benefit.
    Assessment {
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// Leave that was recorded as separating two cases ends it.
    Separated {
        /// The last day now.
        until: Day,
    },
    /// The first day of the sickness benefit after the employment, before which it is not due.
    BenefitStarts {
        /// That day.
        day: Day,
        /// What says so.
        source: Source,
    },
    /// The first day after the end.
    DayAfter {
        /// That day.
        day: Day,
    },
}

impl Prolongation {
    /// The day on which it ends now.
    #[must_use]
    pub const fn day(&self) -> Day {
        match self {
            Prolongation::Extension { until, .. }
            | Prolongation::LateClaim { until, .. }
            | Prolongation::LateReport { until, .. }
            | Prolongation::Sanction { until, .. }
            | Prolongation::RunsOn { until, .. }
            | Prolongation::Leave { until, .. }
            | Prolongation::StatePension { until, .. }
            | Prolongation::EmploymentEnd { until, .. }
            | Prolongation::Death { until, .. }
            | Prolongation::Assessment { until, .. }
            | Prolongation::Separated { until } => *until,
            Prolongation::DayAfter { day } | Prolongation::BenefitStarts { day, .. } => *day,
        }
    }

    /// The article that says so.
    #[must_use]
    pub const fn source(&self) -> Option<Source> {
        match self {
            Prolongation::Extension { source, .. }
            | Prolongation::LateClaim { source, .. }
            | Prolongation::LateReport { source, .. }
            | Prolongation::Sanction { source, .. }
            | Prolongation::RunsOn { source, .. }
            | Prolongation::Leave { source, .. }
            | Prolongation::StatePension { source, .. }
            | Prolongation::EmploymentEnd { source, .. }
            | Prolongation::Death { source, .. }
            | Prolongation::BenefitStarts { source, .. }
            | Prolongation::Assessment { source, .. } => Some(*source),
            Prolongation::Separated { .. } | Prolongation::DayAfter { .. } => None,
        }
    }
}
