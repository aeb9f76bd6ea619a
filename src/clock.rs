//! The clock: counted day ↔ date.
//!
//! A clock is a list of spans of calendar days that count, both ends inclusive. Between the spans
//! lie recovered days, maternity leave, and whatever else the clock's act leaves out. The k-th
//! counted day `S(k)` and its date are each other's inverse and both strictly increasing; `S(1)` is
//! the first sick day. While the last spell goes on, the clock runs on for ever; after recovery it
//! stops, and later days do not exist on it.

use crate::day::Day;
use alloc::vec::Vec;

/// Days that count, both inclusive, and how many have counted before them and through their last.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Span {
    first: Day,
    last: Day,
    before: i32,
    through: i32,
}

impl Span {
    /// No day at all.
    const NONE: Span = Span { first: Day::FOREVER, last: Day::FOREVER, before: 0, through: 0 };

    fn after(before: i32, first: Day, last: Day) -> Span {
        Span { first, last, before, through: before + last.days_since(first) + 1 }
    }

    /// How many days have counted on `day`, which is not before this span.
    fn counted_through(self, day: Day) -> i32 {
        (self.before + day.days_since(self.first) + 1).min(self.through)
    }

    /// The date of the k-th counted day, which lies in this span.
    fn date(self, k: i32) -> Day {
        self.first.plus(k - self.before - 1)
    }
}

/// Counted day ↔ date.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Clock {
    spans: Vec<Span>,
    /// The first and the last of the spans: most cases have one, and most questions are about these.
    head: Span,
    tail: Span,
}

impl Default for Clock {
    fn default() -> Clock {
        Clock { spans: Vec::new(), head: Span::NONE, tail: Span::NONE }
    }
}

/// A run of sick days without a recovered day or a day of leave in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Segment {
    pub(crate) first: Day,
    /// [`Day::FOREVER`] while the sickness goes on.
    pub(crate) last: Day,
    /// On which clocks it begins a new case: nothing joins it to the one before it.
    pub(crate) begins: Begins,
    /// False for a spell that does not count for the dismissal ban.
    pub(crate) counts_for_dismissal_ban: bool,
}

/// The clocks, by their numbers, on which a run of sick days begins a new case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Begins(u8);

impl Begins {
    /// On every clock: nothing lies before it.
    pub(crate) const EVERYWHERE: Begins = Begins(0b1111);

    /// On one more clock.
    pub(crate) const fn and_on(self, clock: u8) -> Begins {
        Begins(self.0 | 1 << clock)
    }

    /// Whether it does on a clock.
    pub(crate) const fn on(self, clock: u8) -> bool {
        self.0 >> clock & 1 == 1
    }
}

impl Clock {
    pub(crate) fn clear(&mut self) {
        self.spans.clear();
        (self.head, self.tail) = (Span::NONE, Span::NONE);
    }

    fn push(&mut self, first: Day, last: Day) {
        self.tail = Span::after(self.tail.through, first, last);
        if self.spans.is_empty() {
            self.head = self.tail;
        }
        self.spans.push(self.tail);
    }

    /// The last run of segments that continue one another on the clock of that number, without those that do
    /// not count on it.
    pub(crate) fn rebuild(
        &mut self,
        clock: u8,
        segments: &[Segment],
        counts: impl Fn(&Segment) -> bool,
    ) {
        self.clear();
        let mut new_case = false;
        for segment in segments {
            new_case |= segment.begins.on(clock);
            if !counts(segment) {
                continue;
            }
            if segment.begins.on(clock) {
                self.clear();
            }
            self.push(segment.first, segment.last);
            new_case = false;
        }
        // A new case began in which nothing has counted yet.
        if new_case {
            self.clear();
        }
    }

    /// `S(1)`, none when no day counts.
    pub(crate) fn first_sick_day(&self) -> Option<Day> {
        Some(self.head.first).filter(|_| self.head.through > 0)
    }

    /// The first day of the last run of counted days, none when no day counts.
    pub(crate) fn last_span_begins(&self) -> Option<Day> {
        Some(self.tail.first).filter(|_| self.tail.through > 0)
    }

    /// The last counted day, none while the sickness goes on.
    pub(crate) fn last_sick_day(&self) -> Option<Day> {
        Some(self.tail.last).filter(|last| *last < Day::FOREVER)
    }

    /// `S(k)`: the date of the k-th counted day, none before the first and after the last.
    #[inline]
    pub(crate) fn date(&self, k: i32) -> Option<Day> {
        match k {
            ..1 => None,
            k if k <= self.head.through => Some(self.head.date(k)),
            k => self.date_after_an_interruption(k),
        }
    }

    fn date_after_an_interruption(&self, k: i32) -> Option<Day> {
        if k > self.tail.before {
            return Some(self.tail.date(k)).filter(|_| k <= self.tail.through);
        }
        Some(self.spans.iter().find(|span| k <= span.through)?.date(k))
    }

    /// How many days up to and including `day` count.
    #[inline]
    pub(crate) fn counted_through(&self, day: Day) -> i32 {
        if self.tail.first <= day {
            return self.tail.counted_through(day);
        }
        let span = self.spans.iter().rfind(|span| span.first <= day);
        span.map_or(0, |span| span.counted_through(day))
    }

    /// How many days count up to and including the day before `day`, and up to and including `day`.
    #[inline]
    pub(crate) fn counted_around(&self, day: Day) -> (i32, i32) {
        if self.tail.first <= day {
            let through = self.tail.counted_through(day);
            return (through - i32::from(day <= self.tail.last), through);
        }
        (self.counted_through(day.plus(-1)), self.counted_through(day))
    }

    /// Whether `day` counts.
    pub(crate) fn counts(&self, day: Day) -> bool {
        self.spans.iter().any(|span| span.first <= day && day <= span.last)
    }

    /// The runs of days that do not count after the first one that does, each with its first and its last day.
    pub(crate) fn interruptions(&self) -> impl Iterator<Item = (Day, Day)> + '_ {
        let next = self.spans.iter().skip(1).map(|span| span.first);
        let next = next.chain([Day::FOREVER]);
        self.spans.iter().zip(next).map(|(span, next)| (span.last.plus(1), next.plus(-1)))
    }

    /// The day through which every day counts from `day` on, where nothing interrupts any more.
    pub(crate) fn runs_from(&self, day: Day) -> Option<Day> {
        Some(self.tail.last).filter(|_| self.tail.first <= day)
    }

    /// How many days count before the last interruption.
    pub(crate) const fn runs_on_from(&self) -> i32 {
        self.tail.before
    }

    /// The n-th counted day strictly after `day`, whether or not `day` itself counts.
    #[inline]
    pub(crate) fn nth_after(&self, day: Day, n: i32) -> Option<Day> {
        if self.tail.first <= day && n > 0 {
            // Nothing interrupts any more.
            return Some(day.plus(n)).filter(|later| *later <= self.tail.last);
        }
        self.date(self.counted_through(day).saturating_add(n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(first: i32, last: i32) -> Segment {
        Segment {
            first: Day::from_number(first),
            last: Day::from_number(last),
            begins: Begins::default(),
            counts_for_dismissal_ban: true,
        }
    }

    fn first(first: i32, last: i32) -> Segment {
        Segment { begins: Begins::EVERYWHERE, ..segment(first, last) }
    }

    const WAITING: u8 = 0;
    const BAN: u8 = 3;

    fn on(number: u8, segments: &[Segment]) -> Clock {
        let mut clock = Clock::default();
        clock.rebuild(number, segments, |segment| segment.counts_for_dismissal_ban);
        clock
    }

    fn clock(segments: &[Segment]) -> Clock {
        on(WAITING, segments)
    }

    fn date(clock: &Clock, k: i32) -> Option<i32> {
        clock.date(k).map(Day::number)
    }

    #[test]
    fn days_are_numbered_from_one_over_the_spans() {
        let clock = clock(&[first(100, 109), segment(120, 129)]);
        assert_eq!(date(&clock, -1), None);
        assert_eq!(date(&clock, 0), None);
        assert_eq!(date(&clock, 1), Some(100));
        assert_eq!(date(&clock, 10), Some(109));
        assert_eq!(date(&clock, 11), Some(120));
        assert_eq!(date(&clock, 20), Some(129));
        assert_eq!(date(&clock, 21), None);
        assert_eq!(clock.first_sick_day(), Some(Day::from_number(100)));
        assert_eq!(clock.last_sick_day(), Some(Day::from_number(129)));
    }

    #[test]
    fn a_day_counts_inside_a_span_only() {
        let clock = clock(&[first(100, 109), segment(120, 129)]);
        let counting = |day: i32| clock.counts(Day::from_number(day));
        assert_eq!(
            [99, 100, 109, 110, 119, 120, 129, 130].map(counting),
            [false, true, true, false, false, true, true, false]
        );
        let through = |day: i32| clock.counted_through(Day::from_number(day));
        assert_eq!(
            [99, 100, 109, 110, 119, 120, 129, 500].map(through),
            [0, 1, 10, 10, 10, 11, 20, 20]
        );
    }

    #[test]
    fn interruptions_lie_between_the_spans() {
        let runs = |clock: &Clock| -> Vec<(i32, i32)> {
            clock.interruptions().map(|(a, b)| (a.number(), b.number())).collect()
        };
        let forever = Day::FOREVER.number();
        let closed = clock(&[first(100, 109), segment(120, 129)]);
        assert_eq!(runs(&closed), [(110, 119), (130, forever - 1)]);
        let open = clock(&[first(100, 109), segment(120, forever)]);
        assert_eq!(runs(&open)[..1], [(110, 119)]);
        assert!(runs(&open)[1..].iter().all(|(a, b)| a > b));
    }

    #[test]
    fn counting_on_goes_from_any_day() {
        let clock = clock(&[first(100, 109), segment(120, 129)]);
        let after = |day: i32, n| clock.nth_after(Day::from_number(day), n).map(Day::number);
        assert_eq!(after(99, 1), Some(100));
        assert_eq!(after(109, 1), Some(120));
        assert_eq!(after(115, 1), Some(120));
        assert_eq!(after(100, 10), Some(120));
    }

    #[test]
    fn an_open_spell_runs_on() {
        let clock = clock(&[first(100, Day::FOREVER.number())]);
        assert_eq!(clock.last_sick_day(), None);
        assert_eq!(date(&clock, 100_000), Some(100_099));
    }

    #[test]
    fn a_case_begins_on_some_clocks_only() {
        let waiting = Begins::default().and_on(WAITING);
        let segments = [first(0, 9), Segment { begins: waiting, ..segment(37, 40) }];
        assert_eq!(date(&on(WAITING, &segments), 1), Some(37));
        for other in 1..=BAN {
            assert_eq!(date(&on(other, &segments), 11), Some(37), "{other}");
        }
    }

    #[test]
    fn what_does_not_count_for_the_ban_is_left_out() {
        let not_counting =
            |segment: Segment| Segment { counts_for_dismissal_ban: false, ..segment };
        let ban = |segments: &[Segment]| on(BAN, segments);
        let joined = ban(&[first(0, 9), not_counting(segment(20, 29)), segment(36, 50)]);
        assert_eq!(date(&joined, 11), Some(36));
        let apart = ban(&[first(0, 9), not_counting(segment(20, 29)), first(38, 50)]);
        assert_eq!(date(&apart, 1), Some(38));
        // A new case in which nothing counts has no day on this clock.
        let nothing = ban(&[first(0, 9), not_counting(first(60, 70))]);
        assert_eq!(nothing.first_sick_day(), None);
        // A spell in the same case that does not count takes nothing away.
        let kept = ban(&[first(0, 9), not_counting(segment(20, 29))]);
        assert_eq!(date(&kept, 10), Some(9));
    }
}
