//! Which lines a case manager needs to see now, and how each one looks.

use crate::page::Tone;
use poortwachter::Day;
use poortwachter::timeline::OpenQuestion;
use poortwachter::{Actor, Layer, Obligation, OpenNorm, Status, View};

/// Half a year: what opens later than this is no work for now.
const FAR_DAYS: i32 = 26 * 7;

/// The lines to show, and how many were left out.
pub(crate) struct Rows<'v> {
    pub(crate) shown: Vec<(&'v Obligation, Status)>,
    pub(crate) hidden: usize,
    pub(crate) hidden_overdue: usize,
}

/// Chooses the lines.
pub(crate) fn rows<'v>(view: &'v View<'_>, all: bool) -> Rows<'v> {
    let mut rows = Rows { shown: Vec::new(), hidden: 0, hidden_overdue: 0 };
    let mut interview_shown = false;
    for (obligation, status) in view.obligations() {
        let is_interview = obligation.rule().recurrence.counts_from_previous();
        let is_needed = match obligation.layer() {
            Layer::Practice => is_ahead(status) && !(is_interview && interview_shown),
            _ => true,
        };
        if all || is_needed && is_relevant(view, obligation, status) {
            interview_shown |= is_interview;
            rows.shown.push((obligation, status));
        } else {
            rows.hidden += 1;
            rows.hidden_overdue += usize::from(matches!(status, Status::Overdue { .. }));
        }
    }
    rows
}

fn is_ahead(status: Status) -> bool {
    status.is_actionable() || matches!(status, Status::NotYetOpen | Status::WaitingFor(_))
}

fn is_relevant(view: &View<'_>, obligation: &Obligation, status: Status) -> bool {
    let days = |due: Day| due.days_since(view.on());
    let is_far = obligation.due().is_some_and(|due| days(due) > FAR_DAYS);
    match status {
        Status::NotApplicable(_) | Status::Lapsed(_) => false,
        // Named in one line above the table.
        Status::Missed | Status::Undetermined(OpenNorm::NotRecorded) => false,
        Status::Paused => obligation.due().is_some(),
        Status::NotYetOpen | Status::WaitingFor(_) => !is_far,
        // What never opens on a day (a notice of the UWV) is open from the start.
        Status::Open if obligation.opens().is_none() => !is_far,
        _ => true,
    }
}

/// What cannot wait, at most three, else the one thing that comes first. What is asked about comes with the
/// question.
pub(crate) fn to_do<'v>(
    view: &'v View<'_>,
    questions: &[OpenQuestion],
) -> (Vec<(&'v Obligation, Status)>, usize) {
    let is_asked = |obligation: &Obligation| {
        questions.iter().any(|question| question.asks_whether_met() == Some(obligation.duty()))
    };
    let urgent = view.obligations().filter(|(obligation, status)| is_urgent(obligation, *status));
    let mut urgent: Vec<_> = urgent.filter(|(obligation, _)| !is_asked(obligation)).collect();
    // A statute outranks a practice that is overdue as well, and one can only wait for the UWV.
    urgent.sort_by_key(|(obligation, status)| {
        let rank = match (obligation.actor(), obligation.layer()) {
            (Actor::Uwv, _) => 2,
            (_, Layer::Practice) => 1,
            _ => 0,
        };
        (!matches!(status, Status::Overdue { .. } | Status::Undetermined(_)), rank)
    });
    let more = urgent.len().saturating_sub(MOST_TO_DO);
    urgent.truncate(MOST_TO_DO);
    if urgent.is_empty() {
        urgent.extend(view.next().filter(|(obligation, _)| !is_asked(obligation)));
    }
    (urgent, more)
}

/// Whether it cannot wait. Without delay is now.
pub(crate) fn is_urgent(obligation: &Obligation, status: Status) -> bool {
    match status {
        Status::Open | Status::Undetermined(OpenNorm::NotRecorded) => false,
        Status::Undetermined(_) => obligation.met().is_none(),
        status => status.is_actionable(),
    }
}

const MOST_TO_DO: usize = 3;

/// The colour of a status.
pub(crate) fn tone(status: Status) -> Tone {
    match status {
        Status::Overdue { .. } => Tone::Late,
        Status::Undetermined(OpenNorm::NotRecorded) => Tone::Faint,
        Status::DueToday | Status::DueSoon { .. } | Status::Undetermined(_) => Tone::Soon,
        Status::MetOnTime | Status::MetEarly { .. } => Tone::Good,
        Status::Open | Status::MetLate { .. } => Tone::Plain,
        _ => Tone::Faint,
    }
}
