//! Where a line belongs among the others: by its due day, then by the place of its duty in the table.

use crate::day::Day;
use crate::law::DutyPlan;

/// The day and the place in one number, so that one comparison tells which line comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Place(u64);

impl Place {
    /// Before every line.
    pub(crate) const FIRST: Place = Place(0);

    /// Behind every line.
    pub(crate) const LAST: Place = Place(u64::MAX);

    #[inline]
    pub(crate) const fn of(plan: &DutyPlan, due: Day) -> Place {
        Place((due.sort_key() as u64) << u32::BITS | plan.rank as u64)
    }
}
