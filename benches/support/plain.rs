//! The plain portfolio: cases of which only the first sick day is known, in the employer regime, with
//! nothing recorded. `benches/peers/job.md` describes the job in full.

use poortwachter::Day;
use poortwachter::batch::{Batch, NO_DUTY, Summaries};

/// The day as of which the portfolio is summed up.
pub const ON: Day = Day::new(2026, 7, 1);

/// First sick days lie on that day or at most so many days before it, less one.
pub const DAYS: u64 = 1096;

/// The first sick days of `cases` cases, spread evenly over [`DAYS`], as numbers from 1970-01-01.
/// The same on every machine, and a longer list begins with every shorter one.
pub fn first_sick_days(cases: usize) -> Vec<i32> {
    // Weyl sequence and the finaliser of SplitMix64.
    let drawn = (1..=cases as u64).map(|i| {
        let mut x = i.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((x >> 32) * DAYS) >> 32
    });
    drawn.map(|before| ON.number() - i32::try_from(before).expect("less than DAYS")).collect()
}

/// A batch as of [`ON`].
pub fn batch() -> Batch {
    Batch::new(ON)
}

/// The columns of [`Sums`], in order.
pub const COLUMNS: [&str; 9] = [
    "counted_day",
    "week",
    "state",
    "next_duty",
    "next_due",
    "overdue",
    "worst",
    "wages_last_day",
    "wia_start",
];

/// The sum of every column of a summary: two ways that agree on all of them have done the same work.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sums(pub [i64; 9]);

impl Sums {
    /// Of the library's columns.
    pub fn of(summaries: &Summaries) -> Sums {
        fn sum<T: Copy + Into<i64>>(column: &[T]) -> i64 {
            column.iter().map(|value| (*value).into()).sum()
        }
        assert!(summaries.next_duty().iter().all(|duty| *duty != NO_DUTY), "a case without a duty");
        Sums([
            sum(summaries.counted_day()),
            sum(summaries.week()),
            sum(summaries.state()),
            sum(summaries.next_duty()),
            sum(summaries.next_due()),
            sum(summaries.overdue()),
            sum(summaries.worst()),
            sum(summaries.wages_last_day()),
            sum(summaries.wia_start()),
        ])
    }

    /// Both together.
    pub fn plus(self, other: Sums) -> Sums {
        Sums(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }
}
