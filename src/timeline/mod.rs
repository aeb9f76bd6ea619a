//! The answer: every obligation of a case with its dates, and how it stands on a day.

mod counted_duties;
mod counted_duty;
mod derivations;
mod ends;
mod milestones;
mod obligation;
mod outcome;
mod possibilities;
mod questions;
mod state;
mod status;
mod summary;
mod summary_builder;
mod unused;
mod view;

pub use crate::engine::{
    Derivation, Derivations, Derived, EarlierCase, EndReason, Left, LeftOut, NoDay, NotExtended,
    NotExtendedKind, ObligationDerivation, OpenNorm, PossibilityDerivation, Prolongation, Reason,
    Sanction, Standing, Start, StartKind, Sum,
};
pub use milestones::MilestoneDay;
pub use obligation::Obligation;
pub use possibilities::{PossibilityState, PossibilityWindow};
pub use questions::{Answer, AnswerKind, AnsweredDate, DateOf, OpenQuestion, QuestionKind};
pub use state::{CaseEnd, State, StateKind};
pub use status::{Status, StatusKind};
pub use summary::Summary;
pub(crate) use summary_builder::{Scratch, Shortcuts};
pub use unused::{Unused, UnusedReason};
pub(crate) use view::Known;
pub use view::View;

use crate::case::{Case, Facts};
use crate::day::Day;
use crate::law::{LAW, Law};
use outcome::Outcome;

/// Every obligation of a case. A value: the same facts give the same timeline, and it is computed
/// without reading a clock.
///
/// The obligations of a timeline follow from *everything* that was recorded. To see them as they
/// stood on a day, with the facts that were known on that day, ask for a [`View`].
///
/// ```
/// use poortwachter::{Case, Day, Duty, Status, Timeline};
/// let day = Day::new;
/// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
/// let timeline = Timeline::new(&case);
///
/// let view = timeline.view(day(2026, 2, 10));
/// assert_eq!((view.counted_day(), view.week()), (37, 6));
/// let (obligation, status) = view.next().unwrap();
/// assert_eq!(obligation.duty(), Duty::SICKNESS_REPORT);
/// assert_eq!(status, Status::Overdue { days: 30 });
///
/// let analysis = timeline.obligation(Duty::PROBLEM_ANALYSIS).unwrap();
/// assert_eq!(analysis.due(), Some(day(2026, 2, 16)));
/// assert_eq!(view.status(analysis), Status::DueSoon { days: 6 });
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Timeline {
    law: &'static Law,
    case: Case,
    latest_fact: Day,
    outcome: Outcome,
}

/// How many days ahead a due day is "soon" when the caller says nothing else.
pub const LEAD_DAYS: u16 = 14;

impl Timeline {
    /// The timeline of a case under [`LAW`]. Pure and total.
    #[must_use]
    pub fn new(case: &Case) -> Timeline {
        Timeline::under(&LAW, case)
    }

    /// The timeline of a case under another table of rules, see [`Law::amended`].
    #[must_use]
    pub fn under(law: &'static Law, case: &Case) -> Timeline {
        let mut timeline = Timeline {
            law,
            case: case.clone(),
            latest_fact: Facts::latest(case),
            outcome: Outcome::default(),
        };
        timeline.outcome.recompute(law, Facts::everything(&timeline.case));
        timeline
    }

    /// Computes the timeline of another case, under the same table of rules, in the memory of this one.
    /// The result is that of [`Timeline::under`].
    ///
    /// ```
    /// use poortwachter::{Case, Day, Timeline};
    /// let day = Day::new;
    /// let one = Case::builder().sick_since(day(2026, 1, 5)).build()?;
    /// let other = Case::builder().sick_since(day(2026, 2, 2)).build()?;
    /// let mut timeline = Timeline::new(&one);
    /// timeline.recompute(&other);
    /// assert_eq!(timeline, Timeline::new(&other));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    pub fn recompute(&mut self, case: &Case) {
        self.case.clone_from(case);
        self.latest_fact = Facts::latest(case);
        self.outcome.recompute(self.law, Facts::everything(&self.case));
    }

    /// The case.
    #[must_use]
    pub const fn case(&self) -> &Case {
        &self.case
    }

    /// The law under which it was computed.
    #[must_use]
    pub const fn law(&self) -> &'static Law {
        self.law
    }

    /// Every obligation that follows from everything recorded, in order of the due day; those
    /// without one come last.
    #[must_use]
    pub fn obligations(&self) -> &[Obligation] {
        &self.outcome.obligations
    }

    /// The first obligation of that duty.
    #[must_use]
    pub fn obligation(&self, duty: crate::law::Duty) -> Option<&Obligation> {
        self.obligations().iter().find(|obligation| obligation.duty == duty)
    }

    /// The case as it was known on `on`, with a lead time of [`LEAD_DAYS`].
    #[must_use]
    pub fn view(&self, on: impl Into<Day>) -> View<'_> {
        let on = on.into();
        self.view_with_lead(on, LEAD_DAYS)
    }

    /// The case as it was known on `on`; a due day at most `lead_days` ahead is "soon".
    #[must_use]
    pub fn view_with_lead(&self, on: impl Into<Day>, lead_days: u16) -> View<'_> {
        View::new(self, on.into(), lead_days)
    }

    /// What falls due from `from` up to and including `to`, with everything that was recorded:
    /// obligations that bind or are planned, met or not.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Timeline};
    /// let day = Day::new;
    /// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let in_october: Vec<_> =
    ///     timeline.between(day(2026, 10, 15), day(2026, 10, 31)).map(|o| o.duty()).collect();
    /// assert_eq!(in_october, [Duty::UWV_SICKNESS_REPORT]);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    pub fn between(
        &self,
        from: impl Into<Day>,
        to: impl Into<Day>,
    ) -> impl Iterator<Item = &Obligation> {
        let (from, to) = (from.into(), to.into());
        self.obligations().iter().filter(move |obligation| {
            let binds = matches!(obligation.standing, Standing::Stands | Standing::WaitingFor(_));
            binds && obligation.due.is_some_and(|due| from <= due && due <= to)
        })
    }

    /// The next thing to do on `on`: the most overdue duty, else the one that is due first.
    #[must_use]
    pub fn next(&self, on: impl Into<Day>) -> Option<(Obligation, Status)> {
        let on = on.into();
        self.view(on).next().map(|(obligation, status)| (*obligation, status))
    }
}
