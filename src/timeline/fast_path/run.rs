//! The sick days of the current case, counted without a clock.

use crate::case::Spell;
use crate::clock::Segment;
use crate::day::Day;
use alloc::vec::Vec;

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
    /// How many days count up to then.
    total: i32,
}

impl<'a> Run<'a> {
    /// The run of spells without leave that was known on `on`, none when nothing had begun; `limit`
    /// healthy days end a case.
    #[inline]
    pub(super) fn known_on(on: Day, spells: &'a [Spell], limit: i32) -> Option<Run<'a>> {
        let begun = spells.iter().take_while(|spell| spell.first <= on).count();
        let (latest, before) = spells[..begun].split_last()?;
        let through = if latest.last <= on { latest.last } else { Day::FOREVER };
        let latest = latest.first;
        let mut run = Run { earlier: &[], first: latest, latest, before: 0, through, total: 0 };
        for (i, spell) in before.iter().enumerate().rev() {
            if run.first.days_since(spell.last) > limit {
                break;
            }
            run.before += spell.last.days_since(spell.first) + 1;
            run.first = spell.first;
            run.earlier = &before[i..];
        }
        run.total = run.before + through.days_since(latest) + 1;
        Some(run)
    }

    /// The run at the end of segments with leave between them, written into `spells`.
    pub(super) fn of_segments(
        segments: &[Segment],
        limit: i32,
        spells: &'a mut Vec<Spell>,
    ) -> Option<Run<'a>> {
        let start = segments.iter().rposition(|segment| segment.starts_a_case(limit))?;
        let counts_for_dismissal_ban = true;
        spells.clear();
        spells.extend(segments[start..].iter().map(|segment| Spell {
            first: segment.first,
            last: segment.last,
            counts_for_dismissal_ban,
        }));
        Run::known_on(Day::FOREVER, spells, i32::MAX)
    }

    /// The last sick day, none while the sickness goes on.
    pub(super) fn last(&self) -> Option<Day> {
        Some(self.through).filter(|through| *through < Day::FOREVER)
    }

    /// Whether it counts on to the k-th day.
    pub(super) fn comes_to(&self, k: i32) -> bool {
        self.total >= k
    }

    /// How many days up to and including `day` count.
    #[inline]
    pub(super) fn counted(&self, day: Day) -> i32 {
        if self.latest <= day {
            return self.before + day.min(self.through).days_since(self.latest) + 1;
        }
        let days = |spell: &Spell| (day.min(spell.last).days_since(spell.first) + 1).max(0);
        self.earlier.iter().map(days).sum()
    }

    /// How many days count up to and including the day before `day`, and up to and including `day`.
    #[inline]
    pub(super) fn counted_around(&self, day: Day) -> (i32, i32) {
        if self.latest <= day {
            let through = self.before + day.min(self.through).days_since(self.latest) + 1;
            return (through - i32::from(day <= self.through), through);
        }
        (self.counted(day.plus(-1)), self.counted(day))
    }

    /// Whether a day comes later than the k-th counted day, if it comes to that at all.
    pub(super) fn is_past(&self, day: Day, k: i32) -> bool {
        self.comes_to(k) & (self.counted(day.plus(-1)) >= k)
    }

    /// The date of the k-th counted day, to which it must come.
    pub(super) fn date(&self, k: i32) -> Day {
        let mut left = k - self.before;
        if left > 0 {
            return self.latest.plus(left - 1);
        }
        // Back from the last day before the latest spell.
        for spell in self.earlier.iter().rev() {
            let days = spell.last.days_since(spell.first) + 1;
            if left + days > 0 {
                return spell.first.plus(left + days - 1);
            }
            left += days;
        }
        self.first
    }

    /// Whether `day` counts.
    pub(super) fn counts(&self, day: Day) -> bool {
        let is_in = |(first, last)| first <= day && day <= last;
        is_in((self.latest, self.through)) || self.spells().any(is_in)
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

    /// Ten days, ten healthy ones, ten days, and twenty days that were closed long before.
    fn spells() -> [Spell; 3] {
        let spell = |(first, last)| Spell { first, last, counts_for_dismissal_ban: true };
        [(-100, -81), (0, 9), (20, 29)].map(|(first, last)| spell((on(first), on(last))))
    }

    fn on(n: i32) -> Day {
        Day::from_number(20_000 + n)
    }

    #[test]
    fn days_are_counted_over_interruptions() {
        let spells = spells();
        let run = Run::known_on(on(40), &spells, 28).expect("it has begun");
        assert_eq!((run.first, run.last()), (on(0), Some(on(29))));
        let days = [-1, 0, 9, 10, 19, 20, 29, 500];
        assert_eq!(days.map(|n| run.counted(on(n))), [0, 1, 10, 10, 10, 11, 20, 20]);
        assert_eq!([1, 10, 11, 20].map(|k| run.date(k)), [0, 9, 20, 29].map(on));
        assert!(run.comes_to(20) && !run.comes_to(21));
        assert_eq!(
            [-1, 0, 9, 10, 19, 20, 29, 30].map(|n| run.counts(on(n))),
            [false, true, true, false, false, true, true, false]
        );
    }

    #[test]
    fn a_day_knows_no_later_spell() {
        let spells = spells();
        assert!(Run::known_on(on(-101), &spells, 28).is_none());
        // On the last day of a spell the recovery is known, before it the sickness goes on.
        let last = |n: i32| Run::known_on(on(n), &spells, 28).expect("it has begun").last();
        assert_eq!([5, 9, 15, 20].map(last), [None, Some(on(9)), Some(on(9)), None]);
    }
}
