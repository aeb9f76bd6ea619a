//! Where a line belongs among the others: by its due day, then by the place of its duty in the table.

use crate::day::Day;
use crate::law::Step;

/// The day and the place in one number, so that one comparison tells which line comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Place(u64);

impl Place {
    /// Before every line.
    pub(super) const FIRST: Place = Place(0);

    /// Behind every line.
    pub(super) const LAST: Place = Place(u64::MAX);

    #[inline]
    pub(super) const fn of(step: &Step, due: Day) -> Place {
        Place((due.sort_key() as u64) << u32::BITS | step.order as u64)
    }

    /// The last day on which a line of a duty that comes before this place can be due.
    #[inline]
    pub(super) const fn last_day_before(self, step: &Step) -> Day {
        let day = Day::of_sort_key((self.0 >> u32::BITS) as u32);
        if (step.order as u64) < self.0 & u32::MAX as u64 { day } else { day.plus(-1) }
    }
}
