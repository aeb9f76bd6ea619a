//! The progress interviews of an ordinary case.

use super::{Due, SummaryEvaluator};
use crate::case::InterviewRhythm;
use crate::day::Day;
use crate::timeline::fast_path::schedule::Interviews;
use crate::timeline::status::StatusKind;

impl SummaryEvaluator<'_, '_> {
    /// The interviews: those that were held, and, in a rolling rhythm, the next one only: the others
    /// wait for it.
    pub(super) fn interviews(&mut self, interviews: &Interviews) {
        let rolling = self.case.interviews == InterviewRhythm::Rolling;
        let plan = self.done.met(interviews.plan.code);
        let run = self.run;
        let dated = |k: i32| if run.comes_to(k) { Some((run.date(k), k)) } else { None };
        // The plan, or the day for which it is planned, and how many days have counted then.
        let mut base = match (plan, self.done.met(interviews.plan.follows)) {
            (Some(plan), _) => Some((plan, run.counted(plan))),
            (None, Some(analysis)) => dated(run.counted(analysis) + interviews.plan.days),
            (None, None) if self.dateless => None,
            (None, None) => dated(interviews.plan.planned),
        };
        let mut dateless = self.dateless && plan.is_none() && base.is_none();
        let is_paid_to_the_end = self.ends.paid_last().is_some();
        let held = self.done.interviews(plan);
        if rolling && !dateless {
            if let Some((_, counted)) = base {
                return self.rolling(interviews, counted, plan.is_none(), held);
            }
        }
        let mut in_order = held.iter().copied();
        let mut is_first = true;
        loop {
            let due = base.and_then(|(_, counted)| dated(counted + interviews.days));
            let is_beyond = due.is_none_or(|(_, due)| due > self.paid) && !dateless;
            if is_beyond && is_paid_to_the_end {
                return;
            }
            let met = match base {
                _ if rolling => in_order.next(),
                Some((base, _)) => held.iter().copied().find(|on| *on > base),
                None => None,
            };
            let waits = plan.is_none() && (is_first || !rolling);
            let due_place = due.map_or(i32::MAX, |(_, due)| due);
            self.interview(interviews, due_place, met, waits, dateless);
            // Due days only increase: the rest lies ahead too.
            let lies_ahead = match met {
                None => rolling || due.is_none_or(|(_, due)| due > self.now),
                Some(_) => !rolling && due.is_none(),
            };
            if lies_ahead {
                return;
            }
            base = if rolling { met.map(|met| (met, run.counted(met))) } else { due };
            (is_first, dateless) = (false, false);
        }
    }

    /// The interviews that were held, each so many days after the one before, and the next one, from the
    /// counted day of the plan on.
    fn rolling(&mut self, interviews: &Interviews, plan: i32, is_planned: bool, held: &[Day]) {
        let is_paid_to_the_end = self.ends.paid_last().is_some();
        let preconditions = interviews.preconditions;
        let (mut base, mut waits) = (plan, is_planned);
        for met in held {
            let due = base + interviews.days;
            if is_paid_to_the_end && (due > self.paid || !self.run.comes_to(due)) {
                return;
            }
            let (before, through) = self.run.counted_around(*met);
            let is_late = self.run.comes_to(due) & (before >= due);
            // Met in time whatever takes the duty away.
            let mut kind = StatusKind::MetOnTime;
            for (is_so, late) in [
                // A term that never began to run cannot be late.
                (!waits, StatusKind::MetLate),
                (self.lapses(preconditions, due), StatusKind::Lapsed),
                (!self.holds(preconditions, due), StatusKind::NotApplicable),
            ] {
                kind = if is_late & is_so { late } else { kind };
            }
            self.add_status(kind);
            (base, waits) = (through, false);
        }
        let due = base + interviews.days;
        if is_paid_to_the_end && (due > self.paid || !self.run.comes_to(due)) {
            return;
        }
        self.interview(interviews, due, None, waits, false);
    }

    fn interview(
        &mut self,
        interviews: &Interviews,
        due: i32,
        met: Option<Day>,
        waits: bool,
        dateless: bool,
    ) {
        let Interviews { duty, order, preconditions, .. } = *interviews;
        if waits && met.is_none() {
            return self.count_waiting(preconditions, due, dateless);
        }
        let (opens, is_early) = (0, false);
        self.count(&Due { order, duty, opens, due, met, is_early, waits, dateless, preconditions });
    }
}
