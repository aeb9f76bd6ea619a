//! What somebody may do until a day, as a view knows it.

use super::View;
use crate::case::EventName;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::engine::{
    PossibilityDerivation, PossibilityLine, Wanted, may_have_last_days, possibilities,
};
use crate::law::{Actor, LAW_AS_OF, Layer, Possibility, Rule, Source};
use alloc::vec::Vec;

closed_list! {
    /// How a possibility stands on the day of a view. Nobody is ever late with it.
    PossibilityState, "state of a possibility" {
        /// Its first day lies ahead.
        NotYetOpen = 0, "not-yet-open", "nog niet", "not yet open";
        /// It can be used.
        Open = 1, "open", "open", "open";
        /// Somebody made use of it.
        Taken = 2, "taken", "gebruikt", "used";
        /// Its last day, or what it was for, is over.
        Lapsed = 3, "lapsed", "vervallen", "lapsed";
    }
}

/// Something that somebody may do until a day.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PossibilityWindow {
    line: PossibilityLine,
    state: PossibilityState,
}

impl PossibilityWindow {
    /// Which possibility.
    #[must_use]
    pub const fn possibility(&self) -> Possibility {
        self.line.possibility
    }

    /// 1, or the number among those of its kind in the case.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.line.number
    }

    /// Its rule in the law table.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.line.rule
    }

    /// Who may.
    #[must_use]
    pub fn who(&self) -> &[Actor] {
        &self.line.who
    }

    /// What it arises from and the day of that: a decision with the day on which it was sent, a duty that was
    /// not met with its last day, or another event. None where it follows from the days of the case alone.
    #[must_use]
    pub const fn against(&self) -> Option<(EventName, Day)> {
        self.line.against
    }

    /// The first day, inclusive.
    #[must_use]
    pub fn opens(&self) -> Day {
        self.line.opens
    }

    /// The last day, inclusive; none where the law names none.
    #[must_use]
    pub const fn until(&self) -> Option<Day> {
        self.line.until
    }

    /// The last day on which what was posted in time may still arrive, inclusive (Awb 6:9(2)).
    #[must_use]
    pub const fn tolerated(&self) -> Option<Day> {
        self.line.tolerated
    }

    /// The day on which somebody made use of it, as recorded.
    #[must_use]
    pub const fn taken(&self) -> Option<Day> {
        self.line.taken
    }

    /// The day on which what it was for was over before its last day: the decision was given, the employment
    /// ended.
    #[must_use]
    pub const fn ended(&self) -> Option<Day> {
        self.line.ended
    }

    /// How it stands on the day of the view.
    #[must_use]
    pub const fn state(&self) -> PossibilityState {
        self.state
    }

    /// The last day on which it can still be used or arrive; none where the law names none.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.line.tolerated.or(self.line.until)
    }

    /// The words that give its last day, or its first where there is no last.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.line.rule.version_in_force().due.source
    }

    /// How strong these words are.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        self.line.rule.version_in_force().due.layer
    }

    /// Whether its last day lies after the last day for which the law was checked.
    #[must_use]
    pub fn is_beyond_checked_law(&self) -> bool {
        self.last_day().unwrap_or(self.line.opens) > LAW_AS_OF
    }

    fn of(line: PossibilityLine, on: Day) -> PossibilityWindow {
        let is_over = |day: Option<Day>| day.is_some_and(|day| day < on);
        let state = match &line {
            line if line.taken.is_some_and(|taken| taken <= on) => PossibilityState::Taken,
            line if line.ended.is_some_and(|ended| ended <= on) => PossibilityState::Lapsed,
            line if is_over(line.tolerated.or(line.until)) => PossibilityState::Lapsed,
            line if on < line.opens => PossibilityState::NotYetOpen,
            _ => PossibilityState::Open,
        };
        PossibilityWindow { line, state }
    }
}

impl View<'_> {
    /// What somebody may do until a day, in order of the day on which it opens. A possibility is no
    /// obligation: it has no due day, is never overdue and is in no count.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, EventKind, Possibility, Timeline, timeline::PossibilityState};
    /// let day = Day::new;
    /// let case = Case::builder()
    ///     .sick_since(day(2023, 6, 5))
    ///     .met(Duty::WIA_CLAIM, day(2025, 3, 10))
    ///     .event(EventKind::WageSanction { weeks: None }, day(2025, 4, 15)) // a Tuesday
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2025, 5, 1));
    /// let all = view.possibilities();
    /// let objection = all.iter().find(|one| one.possibility() == Possibility::OBJECTION).unwrap();
    /// // The first day is 16 April, the 42nd is 27 May.
    /// assert_eq!((objection.opens(), objection.until()), (day(2025, 4, 16), Some(day(2025, 5, 27))));
    /// assert_eq!(objection.state(), PossibilityState::Open);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn possibilities(&self) -> Vec<PossibilityWindow> {
        let lines = possibilities(self.timeline().law(), self.facts());
        lines.into_iter().map(|line| PossibilityWindow::of(line, self.on())).collect()
    }

    /// Whether something is recorded from which a possibility with a last day arises; where nothing is, nobody
    /// needs to look for one.
    pub(crate) fn may_have_last_days(&self) -> bool {
        may_have_last_days(self.timeline().law(), self.facts())
    }

    /// How the days of a possibility were found. It should come from this view: none where this view does not
    /// have it.
    #[must_use]
    pub fn derivation_of_possibility(
        &self,
        window: &PossibilityWindow,
    ) -> Option<PossibilityDerivation> {
        let wanted = Wanted::Possibility(window.possibility(), window.number());
        self.derive(wanted).possibilities().first().cloned()
    }
}
