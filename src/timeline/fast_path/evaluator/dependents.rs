//! Duties that follow others.

use super::{Due, SummaryEvaluator};
use crate::timeline::fast_path::schedule::{Bits, DependentDuty, Later};
use crate::timeline::status::StatusKind;

impl SummaryEvaluator<'_, '_> {
    /// Adds a duty that follows another: one that waits for it, or one that is scheduled until the other is
    /// met. Returns the bit of the schedule that it takes the place of.
    pub(super) fn follow(&mut self, dependent: &DependentDuty) -> Bits {
        let followed = self.done.met(dependent.follows);
        if followed.is_none() && dependent.opens.is_some() {
            return 0;
        }
        let met = self.done.met(dependent.code);
        let due = match followed {
            Some(followed) => self.run.counted(followed) + dependent.days,
            None if met.is_none() => {
                self.count_waiting(dependent.preconditions, dependent.planned, self.dateless);
                return 0;
            }
            None => dependent.planned,
        };
        // It opens on the day on which the other was met, if that is a day of the case.
        let opened = followed.filter(|day| dependent.opens.is_none() && *day <= self.run.through);
        self.count(&Due {
            order: dependent.order,
            duty: dependent.duty,
            opens: dependent.opens.unwrap_or(0),
            due,
            met,
            is_early: met.is_some_and(|met| opened.is_some_and(|opened| met < opened)),
            waits: followed.is_none(),
            dateless: self.dateless & followed.is_none(),
            preconditions: dependent.preconditions,
        });
        self.schedule.place_of(dependent.code).bit
    }

    /// Adds a duty that waits for another. It is counted from the end, which a recovered case does not
    /// reach.
    pub(super) fn wait(&mut self, later: &Later) {
        let leaves = self.ends.leaves_sick.filter(|_| later.preconditions.employed);
        let is_over = |leaves| self.ends.waiting_last.is_none_or(|end| leaves <= end);
        let kind = match () {
            () if later.preconditions.wia && self.ends.wia_cannot_start => {
                StatusKind::NotApplicable
            }
            () if leaves.is_some_and(is_over) => StatusKind::Lapsed,
            () if self.recovered
                && later.preconditions.employed
                && self.ends.paid_last().is_some() =>
            {
                StatusKind::Lapsed
            }
            () if self.recovered => self.paused,
            () => self.waiting,
        };
        self.add_status(kind);
    }
}
