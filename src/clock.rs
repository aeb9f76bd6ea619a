//! The clock: counted day ↔ date.
//!
//! A clock is a list of spans of calendar days that count, both ends inclusive. Between the spans
//! lie recovered days, maternity leave, and whatever else the clock's act leaves out. The k-th
//! counted day `S(k)` and its date are each other's inverse and both strictly increasing; `S(1)` is
//! the first sick day. While the last spell goes on, the clock runs on for ever; after recovery it
//! stops, and later days do not exist on it.

use crate::day::Day;
use alloc::vec::Vec;

/// Days that count, both inclusive, and how many counted before them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Span {
    first: Day,
    last: Day,
    before: i32,
}

impl Span {
    fn days(self) -> i32 {
        self.last.since(self.first) + 1
    }
}

/// Counted day ↔ date.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Clock {
    spans: Vec<Span>,
}

/// A run of sick days without a recovered day or a day of leave in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Segment {
    pub(crate) first: Day,
    /// [`Day::FOREVER`] while the sickness goes on.
    pub(crate) last: Day,
    /// Days between the previous segment and this one that are not leave.
    pub(crate) healthy_before: i32,
    /// Leave between the previous segment and this one was recorded as not joining them.
    pub(crate) separated: bool,
    /// False for a spell that does not count for the dismissal ban.
    pub(crate) counts_for_dismissal_ban: bool,
}

impl Segment {
    /// Whether this segment begins a new case: it follows an interruption of `limit` healthy days
    /// or more, or leave that was recorded as separating.
    pub(crate) fn starts_a_case(&self, limit: i32) -> bool {
        self.separated || self.healthy_before >= limit
    }
}

impl Clock {
    /// *Wachttijd*, WIA art. 23(3) and (5): periods that follow one another "met een onderbreking
    /// van minder dan vier weken", maternity leave left out.
    pub(crate) fn waiting_period(&mut self, segments: &[Segment], limit: i32) {
        self.rebuild(segments, limit, |_| true);
    }

    /// *Aangifte*, ZW art. 38(1): the same words for the 42 weeks.
    pub(crate) fn notification(&mut self, segments: &[Segment], limit: i32) {
        self.rebuild(segments, limit, |_| true);
    }

    /// *Loondoorbetaling*, BW art. 7:629(10): the same words for the wages.
    pub(crate) fn wages(&mut self, segments: &[Segment], limit: i32) {
        self.rebuild(segments, limit, |_| true);
    }

    /// *Opzegverbod*, BW art. 7:670(1): as the wages, but some spells are not taken into account.
    pub(crate) fn dismissal_ban(&mut self, segments: &[Segment], limit: i32) {
        self.rebuild(segments, limit, |segment| segment.counts_for_dismissal_ban);
    }

    /// The last run of segments that continue one another. A segment that does not count is left
    /// out, and the healthy days on both sides of it add up, as they do around leave.
    fn rebuild(&mut self, segments: &[Segment], limit: i32, counts: impl Fn(&Segment) -> bool) {
        self.spans.clear();
        let (mut healthy, mut separated, mut before) = (0_i32, false, 0);
        let mut new_case = false;
        for segment in segments {
            healthy = healthy.saturating_add(segment.healthy_before);
            separated |= segment.separated;
            new_case |= segment.starts_a_case(limit);
            if !counts(segment) {
                continue;
            }
            if separated || healthy >= limit {
                self.spans.clear();
                before = 0;
            }
            let span = Span { first: segment.first, last: segment.last, before };
            before += span.days();
            self.spans.push(span);
            (healthy, separated, new_case) = (0, false, false);
        }
        // A new case began in which nothing has counted yet.
        if new_case {
            self.spans.clear();
        }
    }

    /// `S(1)`, none when no day counts.
    pub(crate) fn first_sick_day(&self) -> Option<Day> {
        self.spans.first().map(|span| span.first)
    }

    /// The last counted day, none while the sickness goes on.
    pub(crate) fn last_sick_day(&self) -> Option<Day> {
        self.spans.last().map(|span| span.last).filter(|last| *last < Day::FOREVER)
    }

    /// `S(k)`: the date of the k-th counted day, none before the first and after the last.
    pub(crate) fn date(&self, k: i32) -> Option<Day> {
        if k < 1 {
            return None;
        }
        let span = self.spans.iter().find(|span| k - span.before <= span.days())?;
        Some(span.first.plus(k - span.before - 1))
    }

    /// How many days up to and including `day` count.
    pub(crate) fn counted_through(&self, day: Day) -> i32 {
        match self.spans.iter().rfind(|span| span.first <= day) {
            Some(span) => span.before + day.min(span.last).since(span.first) + 1,
            None => 0,
        }
    }

    /// Whether `day` counts.
    pub(crate) fn counts(&self, day: Day) -> bool {
        self.spans.iter().any(|span| span.first <= day && day <= span.last)
    }

    /// The n-th counted day strictly after `day`, whether or not `day` itself counts.
    pub(crate) fn nth_after(&self, day: Day, n: i32) -> Option<Day> {
        self.date(self.counted_through(day).saturating_add(n))
    }
}
