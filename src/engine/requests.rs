//! Duties that are asked for, each time anew: one line for every request.

use super::context::EvalContext;
use super::sum::{Start, StartKind};
use crate::case::{Event, EventKind};
use crate::day::Day;
use crate::law::{DutyPlan, MetBy, Request};

/// A request, and what answered it.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// What the term counts from.
    pub(super) start: Start,
    /// The first day from the request on, and before the next one, on which it was done.
    pub(super) met: Option<Day>,
}

/// What is asked for by an event.
pub(crate) fn asked_by(kind: &EventKind) -> Option<Request> {
    match kind {
        EventKind::AdjustmentAdvised => Some(Request::AdjustmentAdvised),
        EventKind::SupplementAsked => Some(Request::Supplement),
        EventKind::CompletionAsked { .. } => Some(Request::Completion),
        _ => None,
    }
}

/// What the term of a duty counts from.
fn start(event: &Event) -> Start {
    let (day, kind) = match event.kind {
        EventKind::AdjustmentAdvised => (event.on, StartKind::AdjustmentAdvised),
        EventKind::SupplementAsked => (event.on, StartKind::SupplementAsked),
        EventKind::CompletionAsked { until } => (until, StartKind::TermSet),
        _ => (event.on, StartKind::Requested),
    };
    Start { day, kind }
}

impl EvalContext<'_> {
    /// The requests for a duty, in order.
    pub(super) fn asked<'c>(
        &'c self,
        plan: &'c DutyPlan,
        request: Request,
    ) -> impl Iterator<Item = Asked> + 'c {
        let events = self.recorded.events;
        let asks = move |event: &&Event| asked_by(&event.kind) == Some(request);
        events.iter().filter(asks).map(move |event| {
            let later = self.recorded.from(event.on);
            let next = later.iter().filter(asks).find(|next| next.on > event.on);
            let before_the_next = |done: &Event| next.is_none_or(|next| done.on < next.on);
            let met = later.iter().find(|done| is_done(plan, &done.kind) && before_the_next(done));
            Asked { start: start(event), met: met.map(|done| done.on) }
        })
    }

    /// The last request for a duty on or before a day.
    pub(super) fn last_asked(&self, request: Request, day: Day) -> Option<Day> {
        let asks = |event: &&Event| asked_by(&event.kind) == Some(request) && event.on <= day;
        self.recorded.events.iter().rfind(asks).map(|event| event.on)
    }
}

/// Whether an event says that a duty was done.
fn is_done(plan: &DutyPlan, kind: &EventKind) -> bool {
    plan.rule().met_by.iter().any(|by| match by {
        MetBy::OwnEvent => *kind == EventKind::Met(plan.duty),
        MetBy::PlanAdjusted => *kind == EventKind::PlanAdjusted,
        _ => false,
    })
}
