//! The duties of a regime that open and fall due on counted days, as bits.
//!
//! Such a duty depends on one thing only: how many days have counted. So the bits of all that are due
//! by then, or open by then, are computed once for every number of counted days, and a case reads two or
//! three of them, however its days are interrupted.

mod compile;
mod duties;

pub(super) use duties::{
    DependentDuty, Interviews, Later, Place, Preconditions, Recalibrations, ScheduledDuty,
};

use super::pension::Pension;
use super::reports::Reports;
use crate::day::Day;
use crate::law::{DUTY_COUNT, Duty, code_of};
use alloc::vec::Vec;

/// A set of scheduled duties.
pub(super) type Bits = u32;

/// A set of places among the duties of the regime.
pub(super) type Orders = u32;

/// The masks of the scheduled duties after a number of counted days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    /// What was due a day before that, what is due, and what is open.
    pub(super) was_due: Bits,
    pub(super) due: Bits,
    pub(super) open: Bits,
}

/// The duties of a regime under one law.
#[derive(Clone, Debug)]
pub(in crate::timeline) struct Schedule {
    /// In order of the due day, then of the table.
    pub(super) scheduled: Vec<ScheduledDuty>,
    /// For every duty, by its place in the list of duties: where it is scheduled.
    places: [Place; u32::BITS as usize],
    /// For every number of counted days, and one more.
    counted: Vec<Counted>,
    pub(super) all: Bits,
    /// A bit for every duty in the list of duties that is scheduled.
    pub(super) are_scheduled: u32,
    /// The scheduled duties that have a precondition, see [`Preconditions`].
    pub(super) employed: Bits,
    /// The scheduled duties up to the end of the payment.
    pub(super) paid: Bits,
    pub(super) possibilities: Bits,
    pub(super) below_pension_age: Bits,
    pub(super) wia: Bits,
    /// The scheduled duties of those who had no employer.
    without_employer: Bits,
    /// The scheduled duties that are counted back from the end of the waiting period, and the lowest of their days.
    pub(super) from_the_end: Bits,
    pub(super) first_from_the_end: i32,
    /// The same as places among the duties of the regime.
    pub(super) counted_back: Orders,
    /// The duties that are not scheduled once something is met.
    pub(super) off_the_schedule: Orders,
    /// A bit for every duty in the list of duties from which or as which a later duty is met.
    pub(super) of_the_end: u32,
    /// The same for the duties that others follow, for those that wait for them, and for those of a
    /// series.
    pub(super) followed: u32,
    /// The first counted day on which a duty that waits for another is planned.
    pub(super) first_waiting: i32,
    pub(super) dependents: Vec<DependentDuty>,
    pub(super) later: Vec<Later>,
    pub(super) interviews: Option<Interviews>,
    /// The recalibrations, where there are: scheduled as if they were no series until one is met.
    pub(super) recalibrations: Option<Recalibrations>,
    pub(super) recalibration: Orders,
    /// The duty that can be without a day, and the report that leaves it so when it is late, by their
    /// places in the list of duties.
    pub(super) analysis: usize,
    pub(super) late_report: Option<usize>,
    /// The plan of action and the claim, by their places in the list of duties.
    pub(super) plan: usize,
    pub(super) claim: usize,
    /// The duties that a perspective with the own employer defers.
    pub(super) deferred: Orders,
    /// The duties that come with every leave after another duty was met, and that duty.
    pub(super) per_leave: Orders,
    pub(super) before_leave: usize,
    /// The duty that falls due when the employment ends.
    pub(super) due_on_leaving: usize,
    /// For every place among the duties: those that follow it, itself included.
    affected: [Orders; DUTY_COUNT],
    /// For every duty: its place among the duties of the regime.
    order_of: [Option<u8>; DUTY_COUNT],
    pub(super) reports: Reports,
    pub(super) pension: Pension,
    /// The counted days on which the waiting period and the payment end.
    pub(super) waiting_period: i32,
    pub(super) payment: i32,
    /// Which payment that is.
    pub(super) pays_wages: bool,
    /// From so many healthy days on an interruption ends a case.
    pub(super) limit: i32,
    /// For so long a relapse continues it.
    pub(super) relapse: i32,
    /// Cases that begin later have the last version of every rule.
    pub(super) settled_after: Day,
}

impl Schedule {
    /// The masks on the day on which so many days have counted.
    #[inline]
    pub(super) fn counted(&self, days: i32) -> Counted {
        let last = self.counted.len() - 1;
        self.counted[usize::try_from(days).map_or(0, |days| days.min(last))]
    }

    /// What is due on or before that day.
    pub(super) fn due(&self, days: i32) -> Bits {
        self.counted(days).due
    }

    /// The scheduled duties that apply by the employment: who had an employer on the first sick day need not report
    /// to the UWV (ZW 38ab).
    pub(super) fn applying(&self, had_employer: bool) -> Bits {
        if had_employer { !self.without_employer } else { !0 }
    }

    /// Where a duty is scheduled, by its place in the list of duties.
    #[inline]
    pub(super) fn place_of(&self, code: usize) -> &Place {
        &self.places[code % self.places.len()]
    }

    /// The lowest of some scheduled duties; the lowest of all where there is none.
    #[inline]
    pub(super) fn scheduled(&self, scheduled: Bits) -> &ScheduledDuty {
        let lowest = scheduled.trailing_zeros() as usize;
        &self.scheduled[if lowest < self.scheduled.len() { lowest } else { 0 }]
    }

    /// The bits of some duties.
    pub(super) fn bits_of(&self, orders: Orders) -> Bits {
        let scheduled =
            (0..).zip(&self.scheduled).filter(|(_, scheduled)| orders >> scheduled.order & 1 == 1);
        scheduled.fold(0, |bits, (bit, _)| bits | 1 << bit)
    }

    /// Some duties, and those that follow them.
    pub(super) fn with_followers(&self, orders: Orders) -> Orders {
        let affected = (0..DUTY_COUNT).filter(|order| orders >> order & 1 == 1);
        affected.fold(0, |all, order| all | self.affected[order])
    }

    /// A duty, as one of a set.
    pub(super) fn order_of(&self, duty: Duty) -> Orders {
        self.order_of[code_of(duty)].map_or(0, |order| 1 << order)
    }
}
