//! The duties on the ladder of a case, counted as bits.

use crate::timeline::quick::done::Done;
use crate::timeline::quick::ladder::{Bits, Counted, Ladder};
use crate::timeline::quick::run::Run;
use crate::timeline::status::StatusKind;
use crate::timeline::tally::Tally;

/// What bears on the duties on the ladder of a case.
pub(super) struct Climb<'c, 'a> {
    pub(super) ladder: &'c Ladder,
    pub(super) run: &'c Run<'a>,
    pub(super) done: &'c Done<'a>,
    /// Where the rungs stand on the day, and whether it counts.
    pub(super) counted: Counted,
    pub(super) counts: bool,
    /// What is due when the lead time is over.
    pub(super) soon: Bits,
    /// What a duty is that the case recovered before.
    pub(super) paused: StatusKind,
    /// The rungs that count.
    pub(super) all: Bits,
    /// Those whose day the case comes to.
    pub(super) reached: Bits,
    /// Those that do not lapse, and those that apply.
    pub(super) stays: Bits,
    pub(super) holds: Bits,
}

impl Climb<'_, '_> {
    /// Counts them.
    #[inline(always)]
    pub(super) fn count(&self, tally: &mut Tally) {
        let Climb { ladder, done, all, reached, holds, soon, .. } = *self;
        let Counted { was_due, due: is_due, open } = self.counted;
        let was_due = if self.counts { was_due } else { is_due };
        let stays = self.stays & holds;

        let met = done.rungs & all;
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
        tally.see(worst);
        tally.overdue += overdue.count_ones() as u16;
        let actionable = overdue | today | rest & open;
        let is_actionable = actionable != 0;
        let next = if is_actionable { actionable } else { rest };
        let rung = ladder.rung(next);
        let due = self.run.date(rung.due);
        tally.actionable.offer_if(is_actionable, due, rung.order, rung.duty);
        let is_planned = !is_actionable & (rest != 0);
        tally.planned.offer_if(is_planned, due, rung.order, rung.duty);
    }
}
