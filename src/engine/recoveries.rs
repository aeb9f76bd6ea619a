//! Recoveries that are to be reported: one line for each, also where the employee falls sick again.

use super::context::EvalContext;
use super::sum::{Start, StartKind};
use super::trace::Silent;
use crate::case::EventKind;
use crate::day::Day;
use crate::law::{Anchor, DutyPlan, index};

/// A recovery, and when it was reported.
#[derive(Clone, Copy)]
pub(super) struct Recovery {
    /// The first fit day.
    pub(super) first: Day,
    /// What the term counts from.
    pub(super) start: Start,
    pub(super) met: Option<Day>,
}

impl EvalContext<'_> {
    /// The recoveries, in order. Who goes on leave the day after the last sick day has not recovered, as far
    /// as anybody knows.
    pub(super) fn recoveries<'c>(
        &'c self,
        plan: &'c DutyPlan,
    ) -> impl Iterator<Item = Recovery> + 'c {
        let fit = move || {
            let runs = self.clock(plan.clock()).interruptions();
            let first = runs.map(|(first, _)| first).filter(|first| *first < Day::FOREVER);
            first.filter(|day| {
                !self.facts.leave().any(|leave| leave.first <= *day && *day <= leave.last)
            })
        };
        fit().zip(fit().skip(1).chain([Day::FOREVER])).map(move |(first, next)| {
            let on = |kind: EventKind| {
                let later = self.recorded.from(first).iter();
                let mut own = later.filter(|event| event.kind == kind && event.on < next);
                own.next().map(|event| event.on)
            };
            Recovery {
                first,
                start: match plan.plan.last.due.from {
                    Anchor::RecoveryTold => self.told(first, on(EventKind::RecoveryTold)),
                    _ => Start { day: first, kind: StartKind::FirstFitDay },
                },
                met: on(EventKind::Met(plan.duty)),
            }
        })
    }

    /// The day on which the employee told of the recovery, else the last day for it.
    fn told(&self, first: Day, told: Option<Day>) -> Start {
        let fit = Start { day: first, kind: StartKind::FirstFitDay };
        match told {
            Some(day) => Start { day, kind: StartKind::RecoveryTold },
            None => Start {
                day: self.day_from(index::RECOVERY_TOLD, fit, &mut Silent).unwrap_or(first),
                kind: StartKind::RecoveryToldAtLatest,
            },
        }
    }
}
