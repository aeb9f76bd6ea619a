//! *Boetebesluit socialezekerheidswetten* (BWBR0011708): the tiers of the fine for a late report.
//! The articles stand in `uwv.md`, in the text of 2018-11-14. Since 2017 a policy rule weighs fault, so that the
//! amounts are shown as "up to". A proposal of 2025 (a warning below seven days, indexed amounts) was not found
//! enacted.

use super::citation::{Instrument, Source};

/// The order in council.
pub static BOETEBESLUIT: Instrument = Instrument {
    bwb: "BWBR0011708",
    name: "Boetebesluit socialezekerheidswetten",
    short: "Boetebesluit",
    url: "https://wetten.overheid.nl/BWBR0011708/2018-11-14",
};

/// A fine from some number of days late on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FineTier {
    /// The first number of calendar days late to which it applies.
    pub from_days_late: u32,
    /// At most this many euros.
    pub up_to_eur: u32,
    /// Where it says so.
    pub source: Source,
}

/// Less than seven days late.
pub const UNDER_SEVEN_DAYS: Source =
    BOETEBESLUIT.at("2c", "1(a)").says("minder dan 7 kalenderdagen te laat is gedaan");
/// Seven days late or more.
pub const UNDER_28_DAYS: Source = BOETEBESLUIT
    .at("2c", "1(b)")
    .says("7 kalenderdagen of meer doch minder dan 28 kalenderdagen te laat is gedaan");
/// 28 days late or more.
pub const FROM_28_DAYS: Source =
    BOETEBESLUIT.at("2c", "1(c)").says("28 kalenderdagen of meer te laat is gedaan");

/// The tiers of art. 2c(1), smallest first.
pub static FINE_TIERS: &[FineTier] = &[
    FineTier { from_days_late: 1, up_to_eur: 70, source: UNDER_SEVEN_DAYS },
    FineTier { from_days_late: 7, up_to_eur: 230, source: UNDER_28_DAYS },
    FineTier { from_days_late: 28, up_to_eur: 455, source: FROM_28_DAYS },
];

/// The tier for a report that was this many days late.
///
/// ```
/// use poortwachter::law::boetebesluit::fine;
/// assert_eq!(fine(0), None);
/// assert_eq!(fine(6).unwrap().up_to_eur, 70);
/// assert_eq!(fine(7).unwrap().up_to_eur, 230);
/// assert_eq!(fine(28).unwrap().up_to_eur, 455);
/// ```
#[must_use]
pub fn fine(days_late: u32) -> Option<&'static FineTier> {
    FINE_TIERS.iter().rev().find(|tier| tier.from_days_late <= days_late)
}
