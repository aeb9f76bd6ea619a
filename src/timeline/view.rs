//! A timeline as it stood on a day.

use super::Timeline;
use super::obligation::Obligation;
use super::outcome::Outcome;
use super::state::{CaseEnd, State};
use super::status::{Moment, Status, status};
use super::unused::Unused;
use crate::case::{Event, Facts, Remark};
use crate::day::Day;
use crate::engine::{EarlierCase, LeftOut, leave_left_out, left_out};
use crate::law::{ClockKind, Force};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A sick year is 52 weeks of counted days.
const SICK_YEAR: i32 = 52 * 7;

impl Timeline {
    /// What follows from the facts that are known on a day.
    fn known_on(&self, on: Day, outcome: &mut Outcome) {
        outcome.recompute(self.law, Facts::known_on(&self.case, on));
    }
}

/// A case as it was known on a day: facts dated later do not exist in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View<'t> {
    timeline: &'t Timeline,
    outcome: Cow<'t, Outcome>,
    on: Day,
    lead: i32,
    first: Day,
}

/// Memory for what follows from the facts that are known on a day, where later ones are recorded.
#[derive(Debug, Default)]
pub(crate) struct Known(Outcome);

impl<'t> View<'t> {
    pub(super) fn new(timeline: &'t Timeline, on: Day, lead_days: u16) -> Self {
        let outcome = if on >= timeline.latest_fact {
            Cow::Borrowed(&timeline.outcome)
        } else {
            let mut outcome = Outcome::default();
            timeline.known_on(on, &mut outcome);
            Cow::Owned(outcome)
        };
        View::of(timeline, outcome, on, lead_days)
    }

    /// The same in memory that is used again.
    pub(crate) fn in_memory(
        timeline: &'t Timeline,
        Known(memory): &'t mut Known,
        on: Day,
        lead_days: u16,
    ) -> Self {
        let outcome = if on >= timeline.latest_fact {
            &timeline.outcome
        } else {
            timeline.known_on(on, memory);
            memory
        };
        View::of(timeline, Cow::Borrowed(outcome), on, lead_days)
    }

    fn of(timeline: &'t Timeline, outcome: Cow<'t, Outcome>, on: Day, lead_days: u16) -> Self {
        let first = outcome.first_sick_day();
        View { timeline, outcome, on, lead: lead_days.into(), first }
    }

    /// The facts that were known on the day.
    pub(crate) fn facts(&self) -> Facts<'t> {
        Facts::known_on(&self.timeline.case, self.on)
    }

    pub(super) fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The day of the view.
    #[must_use]
    pub fn on(&self) -> Day {
        self.on
    }

    /// How many days ahead a due day is "soon".
    pub(crate) fn lead(&self) -> u16 {
        u16::try_from(self.lead).unwrap_or(u16::MAX)
    }

    /// The timeline.
    #[must_use]
    pub const fn timeline(&self) -> &'t Timeline {
        self.timeline
    }

    /// The first sick day of the current case.
    #[must_use]
    pub fn first_sick_day(&self) -> Day {
        self.first
    }

    /// How many days have counted up to and including the day; 0 before the first sick day.
    #[must_use]
    pub fn counted_day(&self) -> u32 {
        self.counted().unsigned_abs()
    }

    fn counted(&self) -> i32 {
        self.outcome.clock().counted_through(self.on)
    }

    /// The week of sickness: counted days `7(n-1)+1` to `7n` are week n; 0 before the first sick
    /// day.
    #[must_use]
    pub fn week(&self) -> u32 {
        self.counted_day().div_ceil(7)
    }

    /// The week of sickness in which `date` falls, under the facts of this view; none where the day
    /// does not count: before the first sick day, after recovery, and during leave.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Timeline};
    /// let day = Day::new;
    /// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2026, 2, 10));
    /// assert_eq!(view.week_of(day(2026, 10, 26)), Some(43));
    /// assert_eq!(view.week_of(day(2026, 1, 4)), None);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn week_of(&self, date: impl Into<Day>) -> Option<u32> {
        let (clock, day) = (self.outcome.clock(), date.into());
        clock.counts(day).then(|| clock.counted_through(day).unsigned_abs().div_ceil(7))
    }

    /// How many days up to and including `date` have counted on one of the four clocks, under the
    /// facts of this view.
    #[must_use]
    pub fn counted_through(&self, clock: ClockKind, date: impl Into<Day>) -> u32 {
        self.outcome.clocks.of(clock).counted_through(date.into()).unsigned_abs()
    }

    /// How many days of maternity leave are left out of the waiting period of this case, as far as the leave is
    /// known: all of it between two counted days, past or to come.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Timeline};
    /// let day = |m, d| Day::new(2024, m, d);
    /// let case = Case::builder().sick_since(day(1, 8)).leave(day(6, 3), day(9, 22)).build()?;
    /// let timeline = Timeline::new(&case);
    /// assert_eq!(timeline.view(day(10, 1)).leave_days_left_out(), 112);
    /// assert_eq!(timeline.view(day(6, 2)).leave_days_left_out(), 0);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn leave_days_left_out(&self) -> u32 {
        leave_left_out(self.outcome.clocks.of(ClockKind::WaitingPeriod), self.facts())
    }

    /// The runs of days that a clock left out between two days, from the first counted day on.
    pub(crate) fn left_out(&self, clock: ClockKind, first: Day, last: Day) -> Vec<LeftOut> {
        let clock = self.outcome.clocks.of(clock);
        left_out(clock, self.facts(), self.timeline().law(), first, last)
    }

    /// The date of the `k`-th counted day (from 1) on one of the four clocks: the inverse of
    /// [`counted_through`](Self::counted_through) on the days that count. None for 0 and, after
    /// recovery, past the last sick day.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Timeline, law::ClockKind};
    /// let day = Day::new;
    /// let case = Case::builder()
    ///     .sick(day(2022, 1, 3), day(2022, 7, 3))
    ///     .sick_since(day(2022, 7, 25))
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2023, 1, 1));
    /// assert_eq!(view.date_of(ClockKind::WaitingPeriod, 183), Some(day(2022, 7, 25)));
    /// assert_eq!(view.counted_through(ClockKind::WaitingPeriod, day(2022, 7, 25)), 183);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn date_of(&self, clock: ClockKind, k: u32) -> Option<Day> {
        let day = self.outcome.clocks.of(clock).date(i32::try_from(k).ok()?)?;
        Some(day)
    }

    /// The sick year, of 52 weeks each: 1, 2, and on for as long as days count; 0 before the first
    /// sick day.
    #[must_use]
    pub fn sick_year(&self) -> u32 {
        self.counted_day().div_ceil(SICK_YEAR.unsigned_abs())
    }

    /// Whether the employee is sick.
    #[must_use]
    pub fn state(&self) -> State {
        self.outcome.state(self.on)
    }

    /// How and when the case ended; none while it goes on.
    ///
    /// ```
    /// use poortwachter::{Case, Day, EndReason, EventKind, Timeline};
    /// let day = Day::new;
    /// let case = Case::builder()
    ///     .sick_since(day(2026, 1, 5))
    ///     .event(EventKind::Deceased, day(2026, 5, 10))
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// assert!(timeline.view(day(2026, 5, 9)).end().is_none());
    /// let view = timeline.view(day(2026, 5, 10));
    /// let end = view.end().unwrap();
    /// assert_eq!((end.reason(), end.last_day()), (EndReason::Deceased, day(2026, 5, 10)));
    /// assert_eq!(view.wages_last_day(), Some(day(2026, 5, 10)));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn end(&self) -> Option<CaseEnd> {
        CaseEnd::of(&self.outcome.ends, self.on)
    }

    /// Whether nothing more is to be done in the case but a claim and the decision on it.
    pub(crate) fn is_settled(&self) -> bool {
        let settled = self.outcome.ends.overs.settled;
        settled.is_some_and(|over| over.from <= self.on)
    }

    /// Whether nothing is to be done in the case any more, not even a claim.
    pub(crate) fn is_concluded(&self) -> bool {
        let concluded = self.outcome.ends.overs.concluded;
        concluded.is_some_and(|over| over.from <= self.on)
    }

    /// Whether a day counts on a clock.
    pub(crate) fn counts(&self, clock: ClockKind, day: Day) -> bool {
        self.outcome.clocks.of(clock).counts(day)
    }

    /// Whether no WIA benefit can start before the state pension age.
    pub(crate) fn wia_cannot_start(&self) -> bool {
        self.outcome.ends.wia_cannot_start
    }

    /// Whether the employment ends while a sickness benefit can follow the wages (ZW 29(2)(c)).
    pub(crate) fn benefit_follows(&self) -> bool {
        self.outcome.ends.benefit_follows
    }

    /// Every obligation with its status, in order of the due day.
    pub fn obligations(&self) -> impl Iterator<Item = (&Obligation, Status)> {
        self.outcome.obligations.iter().map(|obligation| (obligation, self.status(obligation)))
    }

    /// The first obligation of that duty, with its status.
    #[must_use]
    pub fn obligation(&self, duty: crate::law::Duty) -> Option<(&Obligation, Status)> {
        self.obligations().find(|(obligation, _)| obligation.duty() == duty)
    }

    /// The status of an obligation on this day. It should come from this view: a timeline may know
    /// later facts.
    #[must_use]
    pub fn status(&self, obligation: &Obligation) -> Status {
        let moment = Moment {
            on: self.on,
            lead: self.lead,
            first_sick_day: self.first,
            overs: self.outcome.ends.overs,
            recorded_since: self.timeline.case().recorded_since.unwrap_or(Day::MIN),
        };
        status(&obligation.into(), moment)
    }

    /// The next thing to do: the duty that is or was due first among those that can be done, else
    /// the one that will be due first.
    #[must_use]
    pub fn next(&self) -> Option<(&Obligation, Status)> {
        let actionable = self.obligations().find(|(_, status)| status.is_actionable());
        let is_ahead = |(obligation, status): &(&Obligation, Status)| {
            *status == Status::NotYetOpen && obligation.rule().force == Force::Duty
        };
        actionable.or_else(|| self.obligations().find(is_ahead))
    }

    /// Cases that were closed before the current one began, oldest first.
    #[must_use]
    pub fn earlier_cases(&self) -> &[EarlierCase] {
        &self.outcome.clocks.earlier
    }

    /// The events of the current case that were known on the day, in order.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &Event> {
        let events = &self.timeline.case().events[..];
        let known = &events[..events.partition_point(|event| event.on <= self.on)];
        known[known.partition_point(|event| event.on < self.first)..].iter()
    }

    /// The last end of the employment that still asks for the short form of the re-integration
    /// report only; none when the employment does not end while the employee is sick.
    #[must_use]
    pub fn short_report_through(&self) -> Option<Day> {
        self.outcome.ends.short_report_through
    }

    /// Recorded events that changed nothing, and why.
    #[must_use]
    pub fn unused(&self) -> &[Unused] {
        &self.outcome.unused
    }

    /// What the person who recorded the facts should know, as far as these were known on the day; see
    /// [`Case::remarks`](crate::Case::remarks).
    pub fn remarks(&self) -> impl Iterator<Item = Remark> {
        self.facts().remarks(self.timeline().law())
    }

    /// How many obligations were not done and no longer have to be.
    #[must_use]
    pub fn missed(&self) -> usize {
        self.obligations().filter(|(_, status)| *status == Status::Missed).count()
    }

    /// How many obligations are overdue.
    #[must_use]
    pub fn overdue(&self) -> usize {
        self.obligations().filter(|(_, status)| matches!(status, Status::Overdue { .. })).count()
    }
}
