//! The ends of a case on the fast path.

use super::run::Run;
use super::schedule::Schedule;
use crate::case::Facts;
use crate::day::Day;
use crate::law::Regime;
use crate::timeline::ends::Ends;
use crate::timeline::recorded::earliest;

/// Those of [`Ends`] that the fast path knows.
#[derive(Clone, Copy)]
pub(super) struct PeriodEnds {
    pub(super) waiting_last: Option<Day>,
    pub(super) wia_start: Option<Day>,
    pub(super) wages_last: Option<Day>,
    pub(super) benefit_last: Option<Day>,
    pub(super) leaves_sick: Option<Day>,
    pub(super) pension_cut: Option<Day>,
    pub(super) wia_cannot_start: bool,
}

impl PeriodEnds {
    /// None where an older law cuts them.
    #[inline]
    pub(super) fn find(schedule: &Schedule, facts: Facts<'_>, run: &Run<'_>) -> Option<PeriodEnds> {
        let case = facts.case;
        let reached = |k: i32| if run.comes_to(k) { Some(run.date(k)) } else { None };
        let (waiting_last, full) = (reached(schedule.waiting_period), reached(schedule.payment));
        let start = waiting_last.map(|last| last.plus(1));
        let mut ends = PeriodEnds {
            waiting_last,
            wia_start: start.filter(|start| *start <= run.through),
            wages_last: None,
            benefit_last: None,
            leaves_sick: None,
            pension_cut: None,
            wia_cannot_start: false,
        };
        let mut paid_last = full;
        let over = waiting_last.unwrap_or(run.through).max(paid_last.unwrap_or(run.through));
        if let Some(pension) = case.state_pension_day.filter(|day| day.plus(-1) <= over) {
            if run.first <= schedule.pension.settled_after {
                return None;
            }
            paid_last = schedule.pension.cut(&mut ends, run, pension, full);
        }
        if let (Some(day), Regime::Employer) = (case.employment_last_day, case.regime) {
            let is_sick = run.first <= day && facts.is_in_spell(day);
            ends.leaves_sick = Some(day).filter(|_| is_sick);
        }
        match schedule.pays_wages {
            true => ends.wages_last = earliest(paid_last, ends.leaves_sick),
            false => ends.benefit_last = paid_last,
        }
        Some(ends)
    }

    /// The last day of the wages or of what takes their place.
    pub(super) fn paid_last(&self) -> Option<Day> {
        self.wages_last.or(self.benefit_last)
    }

    /// The same for the full evaluation.
    pub(super) fn to_ends(self) -> Ends {
        let mut ends = Ends::default();
        ends.waiting_last = self.waiting_last;
        ends.wia_start = self.wia_start;
        ends.wages_last = self.wages_last;
        ends.benefit_last = self.benefit_last;
        ends.leaves_sick = self.leaves_sick;
        ends.pension_cut = self.pension_cut;
        ends.wia_cannot_start = self.wia_cannot_start;
        ends
    }
}
