//! A sickness as anybody can read it from the spells of a case.

use poortwachter::Case;
use poortwachter::Day;

/// The sickness as anybody can read it from the spells.
pub struct Sickness {
    pub first: Day,
    /// Sick days of the last run of joined spells up to the as-of day, leave left out. A leave that was
    /// decided to separate does not separate here.
    pub sick_days: u64,
    pub joined_gaps: usize,
    pub earlier_case: bool,
    pub recovered_days_ago: Option<u64>,
    pub last_possible: Day,
}

impl Sickness {
    pub fn of(case: &Case, as_of: Day) -> Sickness {
        let days = |from: Day, to: Day| i64::from(to.days_since(from));
        let leave_in = |from: Day, to: Day| -> i64 {
            let inside = case.leave().iter().map(|leave| {
                (days(leave.first_day().max(from), leave.last_day().min(to)) + 1).max(0)
            });
            inside.sum()
        };
        let mut sickness = Sickness {
            first: case.spells()[0].first_day(),
            sick_days: 0,
            joined_gaps: 0,
            earlier_case: false,
            recovered_days_ago: None,
            last_possible: as_of,
        };
        let mut before: Option<Day> = None;
        for spell in case.spells() {
            let (first, last) = (spell.first_day(), spell.last_day().unwrap_or(as_of));
            if let Some(before) = before {
                let (from, to) = (before + 1, first - 1);
                match days(from, to) + 1 - leave_in(from, to) {
                    0 => {}
                    1..=27 => sickness.joined_gaps += 1,
                    _ => {
                        let earlier = sickness.earlier_case;
                        sickness = Sickness {
                            first,
                            earlier_case: true,
                            sick_days: 0,
                            joined_gaps: 0,
                            ..sickness
                        };
                        debug_assert!(!earlier, "at most one earlier case");
                    }
                }
            }
            let sick = u64::try_from(days(first, last) + 1 - leave_in(first, last)).unwrap_or(0);
            sickness.sick_days += sick;
            before = Some(last);
        }
        let last = case.spells().last().and_then(|spell| spell.last_day());
        sickness.recovered_days_ago = last.map(|last| days(last, as_of).unsigned_abs());
        sickness.last_possible = sickness.first + 728;
        sickness
    }
}
