//! The recalibrations of a case in which one was recorded: recorded ones are matched to planned ones in
//! order.

use super::{Due, SummaryEvaluator};
use crate::case::EventKind;
use crate::timeline::fast_path::schedule::Recalibrations;

impl SummaryEvaluator<'_, '_> {
    /// Adds those up to the end of the payment, and after recovery the first one that is not reached.
    pub(super) fn recalibrations(&mut self, recalibrations: &Recalibrations) {
        let Recalibrations { duty, order, days, preconditions, .. } = *recalibrations;
        let (first, on) = (self.run.first, self.summary.moment.on);
        let place = EventKind::Met(duty).place();
        let known = self.case.events.iter().filter(|event| first <= event.on && event.on <= on);
        let mut held = known.filter(|event| usize::from(event.place) == place);
        let is_paid_to_the_end = self.ends.paid_last().is_some();
        let (mut due, mut is_reached) = (1, true);
        while is_reached {
            due += days;
            is_reached = self.run.comes_to(due);
            let is_first = due == days + 1;
            if is_reached && is_paid_to_the_end && due > self.paid && !is_first {
                return;
            }
            let met = held.next().map(|event| event.on);
            let (opens, is_early, waits, dateless) = (0, false, false, false);
            self.count(&Due {
                order,
                duty,
                opens,
                due,
                met,
                is_early,
                waits,
                dateless,
                preconditions,
            });
        }
    }
}
