//! How the days of a view were found.

use super::{MilestoneDay, Obligation, View};
use crate::engine::{Derivation, Derivations, ObligationDerivation, Wanted, derive};
use crate::law::Milestone;
use alloc::vec::Vec;

impl View<'_> {
    /// How every date of every obligation and every milestone was found, step by step.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Timeline, timeline::Derived};
    /// let day = Day::new;
    /// let case = Case::builder().sick_since(day(2026, 1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2026, 2, 10));
    /// let found = view.derivations();
    /// let analysis = found.obligation(Duty::PROBLEM_ANALYSIS, 1).unwrap();
    /// assert_eq!(analysis.due().day(), Some(day(2026, 2, 16)));
    /// let Derived::Sum(sum) = analysis.due().steps()[0] else { panic!("a sum") };
    /// assert_eq!((sum.start.day, sum.days, sum.number), (day(2026, 1, 5), Some(42), Some(43)));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn derivations(&self) -> Derivations {
        self.derive(Wanted::Everything)
    }

    /// How the dates of an obligation were found. It should come from this view: none where this view does
    /// not have it.
    #[must_use]
    pub fn derivation(&self, obligation: &Obligation) -> Option<ObligationDerivation> {
        let (duty, number) = (obligation.duty(), obligation.number());
        self.derive(Wanted::Obligation(duty, number)).obligations().first().cloned()
    }

    /// How the day of a milestone was found; none where this view does not have it.
    #[must_use]
    pub fn derivation_of_milestone(&self, milestone: Milestone) -> Option<Derivation> {
        self.derive(Wanted::Milestone(milestone)).milestone(milestone).cloned()
    }

    pub(super) fn derive(&self, wanted: Wanted) -> Derivations {
        let milestones: Vec<_> = match wanted {
            Wanted::Obligation(..) | Wanted::Possibility(..) => Vec::new(),
            _ => self.milestones().iter().map(MilestoneDay::milestone).collect(),
        };
        derive(self.timeline().law(), self.facts(), &milestones, wanted)
    }
}
