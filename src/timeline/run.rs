//! The sick days of the current case, where there is no leave: counted without a clock.

use crate::case::{Case, Spell};
use crate::day::Day;

/// The last run of spells that follow one another, as they were known on a day.
pub(super) struct Run<'a> {
    /// All but the last.
    earlier: &'a [Spell],
    pub(super) first: Day,
    /// The first day of the last spell, and how many days had counted before it.
    latest: Day,
    pub(super) before: i32,
    /// The last sick day; for ever while the sickness goes on.
    pub(super) through: Day,
}

impl<'a> Run<'a> {
    /// The run that was known on `on`, none when nothing had begun; `limit` healthy days end a case.
    #[inline]
    pub(super) fn known_on(on: Day, case: &'a Case, limit: i32) -> Option<Run<'a>> {
        let begun = case.spells.iter().take_while(|spell| spell.first <= on).count();
        let (latest, before) = case.spells[..begun].split_last()?;
        let through = if latest.last <= on { latest.last } else { Day::FOREVER };
        let latest = latest.first;
        let mut run = Run { earlier: &[], first: latest, latest, before: 0, through };
        for (i, spell) in before.iter().enumerate().rev() {
            if run.first.since(spell.last) > limit {
                break;
            }
            run.before += spell.last.since(spell.first) + 1;
            run.first = spell.first;
            run.earlier = &before[i..];
        }
        Some(run)
    }

    /// The last sick day, none while the sickness goes on.
    pub(super) fn last(&self) -> Option<Day> {
        Some(self.through).filter(|through| *through < Day::FOREVER)
    }

    /// Whether it counts on to the k-th day.
    pub(super) fn comes_to(&self, k: i32) -> bool {
        self.before + self.through.since(self.latest) + 1 >= k
    }

    /// How many days up to and including `day` count.
    #[inline]
    pub(super) fn counted(&self, day: Day) -> i32 {
        if self.latest <= day {
            return self.before + day.min(self.through).since(self.latest) + 1;
        }
        let days = |spell: &Spell| (day.min(spell.last).since(spell.first) + 1).max(0);
        self.earlier.iter().map(days).sum()
    }

    /// The date of the k-th counted day, to which it must come.
    pub(super) fn date(&self, k: i32) -> Day {
        let mut left = k - self.before;
        if left > 0 {
            return self.latest.plus(left - 1);
        }
        // Back from the last day before the latest spell.
        for spell in self.earlier.iter().rev() {
            let days = spell.last.since(spell.first) + 1;
            if left + days > 0 {
                return spell.first.plus(left + days - 1);
            }
            left += days;
        }
        self.first
    }

    /// The spells, oldest first.
    pub(super) fn spells(&self) -> impl Iterator<Item = (Day, Day)> {
        let earlier = self.earlier.iter().map(|spell| (spell.first, spell.last));
        earlier.chain([(self.latest, self.through)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::CaseBuilder;

    /// Ten days, ten healthy ones, ten days, and twenty days that were closed long before.
    fn case() -> Case {
        let day = |n: i32| Day::from_number(20_000 + n).date();
        let spells = [(-100, -81), (0, 9), (20, 29)];
        let builder = spells.into_iter().fold(CaseBuilder::default(), |builder, (first, last)| {
            builder.sick(day(first), day(last))
        });
        builder.build().expect("valid")
    }

    fn on(n: i32) -> Day {
        Day::from_number(20_000 + n)
    }

    #[test]
    fn days_are_counted_over_interruptions() {
        let case = case();
        let run = Run::known_on(on(40), &case, 28).expect("it has begun");
        assert_eq!((run.first, run.last()), (on(0), Some(on(29))));
        let days = [-1, 0, 9, 10, 19, 20, 29, 500];
        assert_eq!(days.map(|n| run.counted(on(n))), [0, 1, 10, 10, 10, 11, 20, 20]);
        assert_eq!([1, 10, 11, 20].map(|k| run.date(k)), [0, 9, 20, 29].map(on));
        assert!(run.comes_to(20) && !run.comes_to(21));
    }

    #[test]
    fn a_day_knows_no_later_spell() {
        let case = case();
        assert!(Run::known_on(on(-101), &case, 28).is_none());
        // On the last day of a spell the recovery is known, before it the sickness goes on.
        let last = |n: i32| Run::known_on(on(n), &case, 28).expect("it has begun").last();
        assert_eq!([5, 9, 15, 20].map(last), [None, Some(on(9)), Some(on(9)), None]);
    }
}
