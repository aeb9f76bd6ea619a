//! The statuses of all scheduled duties of a case at once, as bit masks.

use crate::timeline::fast_path::recorded_events::RecordedEvents;
use crate::timeline::fast_path::run::Run;
use crate::timeline::fast_path::schedule::{Bits, Counted, Schedule};
use crate::timeline::status::StatusKind;
use crate::timeline::summary_builder::SummaryBuilder;

/// The masks that decide the statuses of the scheduled duties of a case.
pub(super) struct DutyStatuses<'c, 'a> {
    pub(super) schedule: &'c Schedule,
    pub(super) run: &'c Run<'a>,
    pub(super) done: &'c RecordedEvents<'a>,
    /// Where the scheduled duties stand on the day, and whether it counts.
    pub(super) counted: Counted,
    pub(super) counts: bool,
    /// What is due when the lead time is over.
    pub(super) soon: Bits,
    /// What a duty is that the case recovered before.
    pub(super) paused: StatusKind,
    /// The scheduled duties of the case.
    pub(super) all: Bits,
    /// Those whose due day the case reaches.
    pub(super) reached: Bits,
    /// Those that do not lapse, and those that apply.
    pub(super) stays: Bits,
    pub(super) holds: Bits,
}

impl DutyStatuses<'_, '_> {
    /// Adds every duty in the masks to the summary.
    #[inline(always)]
    pub(super) fn count(&self, summary: &mut SummaryBuilder) {
        let DutyStatuses { schedule, done, all, reached, holds, soon, .. } = *self;
        let Counted { was_due, due: is_due, open } = self.counted;
        let was_due = if self.counts { was_due } else { is_due };
        let stays = self.stays & holds;

        let met = done.scheduled & all;
        let late = met & done.late & reached;
        // What opens on a day that does not exist cannot be early.
        let early = met & done.early & if self.run.last().is_some() { open } else { all } & !late;
        let unmet = stays & reached & !met;
        let (overdue, rest) = (unmet & was_due, unmet & !is_due);
        let today = unmet & is_due & !was_due;
        let gone = (all & !met & !(stays & reached) | late & !stays) & holds;
        // In the order in which they ask for attention.
        let mut worst = StatusKind::NotApplicable;
        for (bits, kind) in [
            (gone, StatusKind::Lapsed),
            (gone & stays, self.paused),
            (met & !late, StatusKind::MetOnTime),
            (early, StatusKind::MetEarly),
            (rest, StatusKind::NotYetOpen),
            (rest & open, StatusKind::Open),
            (late & stays, StatusKind::MetLate),
            (rest & open & soon, StatusKind::DueSoon),
            (today, StatusKind::DueToday),
            (overdue, StatusKind::Overdue),
        ] {
            worst = if bits == 0 { worst } else { kind };
        }
        summary.add_status(worst);
        summary.overdue += overdue.count_ones() as u16;
        let actionable = overdue | today | rest & open;
        let is_actionable = actionable != 0;
        let next = if is_actionable { actionable } else { rest };
        let scheduled = schedule.scheduled(next);
        let due = self.run.date(scheduled.due);
        summary.actionable.offer_if(is_actionable, due, scheduled.order, scheduled.duty);
        let is_planned = !is_actionable & (rest != 0);
        summary.planned.offer_if(is_planned, due, scheduled.order, scheduled.duty);
    }
}
