//! Duties that follow others.

use super::{Due, Walk};
use crate::timeline::quick::ladder::{Bits, Follower, Later};
use crate::timeline::status::StatusKind;

impl Walk<'_, '_> {
    /// Counts a duty that follows another: one that waits for it, or one that stands on a rung until then.
    /// Gives that rung.
    pub(super) fn follow(&mut self, follower: &Follower) -> Bits {
        let followed = self.done.met(follower.follows);
        if followed.is_none() && follower.opens.is_some() {
            return 0;
        }
        let met = self.done.met(follower.code);
        let due = match followed {
            Some(followed) => self.run.counted(followed) + follower.days,
            None if met.is_none() => {
                self.count_waiting(follower.asks, follower.planned, self.dateless);
                return 0;
            }
            None => follower.planned,
        };
        // It opens on the day on which the other was met, if that is a day of the case.
        let opened = followed.filter(|day| follower.opens.is_none() && *day <= self.run.through);
        self.count(&Due {
            order: follower.order,
            duty: follower.duty,
            opens: follower.opens.unwrap_or(0),
            due,
            met,
            is_early: met.is_some_and(|met| opened.is_some_and(|opened| met < opened)),
            waits: followed.is_none(),
            dateless: self.dateless & followed.is_none(),
            asks: follower.asks,
        });
        self.ladder.place_of(follower.code).bit
    }

    /// Counts a duty that waits for another. It counts from the end, to which a recovered case did not
    /// come.
    pub(super) fn wait(&mut self, later: &Later) {
        let leaves = self.ends.leaves_sick.filter(|_| later.asks.employed);
        let is_over = |leaves| self.ends.waiting_last.is_none_or(|end| leaves <= end);
        let kind = match () {
            () if later.asks.wia && self.ends.wia_cannot_start => StatusKind::NotApplicable,
            () if leaves.is_some_and(is_over) => StatusKind::Lapsed,
            () if self.recovered && later.asks.employed && self.ends.paid_last().is_some() => {
                StatusKind::Lapsed
            }
            () if self.recovered => self.paused,
            () => self.waiting,
        };
        self.see(kind);
    }
}
