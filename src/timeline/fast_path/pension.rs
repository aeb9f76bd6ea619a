//! What the state pension age takes away of the payment and of the WIA benefit, in counted days.

use super::period_ends::PeriodEnds;
use super::run::Run;
use crate::day::Day;
use crate::law::{Anchor, Bound, Count, Law, Regime, index};
use crate::timeline::recorded::earliest;

/// The short period of payment of who has reached the state pension age.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pension {
    /// So many counted days.
    days: i32,
    /// Wages, counted from the state pension day; else a sickness benefit, which ends the day before
    /// that day, unless it had come on the first sick day.
    is_of_wages: bool,
    /// Cases that begin later have this period.
    pub(super) settled_after: Day,
}

impl Pension {
    /// None where the law counts otherwise.
    pub(super) fn of(law: &Law, regime: Regime) -> Option<Pension> {
        let is_of_wages = regime == Regime::Employer;
        let (position, anchor) = match is_of_wages {
            true => (index::STATE_PENSION_WAGES, Anchor::StatePensionDay { not_before: None }),
            false => (index::STATE_PENSION_BENEFIT, Anchor::FirstSickDay),
        };
        let Bound { term, from, count, layer, .. } =
            law.at_in(position, regime)?.version_in_force().due;
        let is_plain = from == anchor && count == Count::SickDays;
        if !is_plain || term.is_extended_over_weekends(layer) {
            return None;
        }
        let settled_after = law.way(position, regime)?.settled_after;
        Some(Pension { days: term.place()?, is_of_wages, settled_after })
    }

    /// Takes away from the ends of a case what falls after the state pension day: the last day of the
    /// wages before any employment ended, or of the benefit, is `paid_last`.
    pub(super) fn cut(
        self,
        ends: &mut PeriodEnds,
        run: &Run<'_>,
        pension: Day,
        paid_last: Option<Day>,
    ) -> Option<Day> {
        let first_of_pension = pension.max(run.first);
        let before = first_of_pension.plus(-1);
        let dated = |k: i32| if run.comes_to(k) { Some(run.date(k)) } else { None };
        let short = match self.is_of_wages {
            true => {
                let short = dated(run.counted(before) + self.days);
                earliest(short, paid_last).map(|last| last.max(before))
            }
            false if pension <= run.first => dated(self.days),
            false => Some(before),
        };
        let last = earliest(short, paid_last).filter(|last| *last <= run.through);
        ends.pension_cut = last.filter(|last| paid_last.is_none_or(|full| *last < full));
        let end = ends.waiting_last.or(run.last());
        ends.wia_cannot_start = end.is_some_and(|end| pension <= end.plus(1));
        ends.wia_start = ends.wia_start.filter(|start| !ends.wia_cannot_start && *start < pension);
        last
    }
}
