//! One finding per duty: from its status to a judgement, a severity, a cost and a repair.

use super::finding::{Cost, Finding, Judgement, Repair, Severity, Topic};
use crate::case::EventKind;
use crate::law::{Actor, Afterwards, Consequence, Force, Layer, boetebesluit};
use crate::timeline::{Obligation, State, Status, View};
use alloc::vec::Vec;

/// The finding on one obligation.
pub(super) fn finding(view: &View<'_>, obligation: &Obligation, status: Status) -> Finding {
    let judgement = judgement(obligation, status);
    let strength = strength(obligation);
    let accepted = match status {
        Status::MetLate { .. } => obligation.is_within_tolerance(),
        Status::Overdue { .. } => {
            obligation.tolerated().is_some_and(|tolerated| view.on() <= tolerated)
        }
        _ => false,
    };
    let mut severity = severity(obligation, status, strength, accepted);
    // A late claim costs what runs on because of it, and after the end of the case nothing is at stake.
    if obligation.rule().can_cost(Consequence::PaymentRunsOn)
        && obligation.met.is_some()
        && (view.days_claim_late() == 0 || view.end().is_some())
    {
        severity = severity.min(Severity::Attention);
    }
    Finding {
        topic: Topic::Duty(obligation.duty(), obligation.number()),
        rule: Some(obligation.rule()),
        judgement,
        severity,
        layer: strength,
        due: obligation.due,
        original_due: obligation.original_due,
        deviation: obligation.deviation,
        tolerated: obligation.tolerated,
        met: obligation.met,
        until: None,
        within_tolerance: accepted,
        cost: if accepted { Vec::new() } else { cost(view, obligation, judgement, severity) },
        repair: repair(view, obligation, judgement, severity),
        source: obligation.source(),
    }
}

/// How strong the norm is that lateness offends: where practice names the week, lateness offends
/// practice only, however strong the duty itself is.
fn strength(obligation: &Obligation) -> Layer {
    obligation.layer().max(obligation.due_layer())
}

fn judgement(obligation: &Obligation, status: Status) -> Judgement {
    let deviated = obligation.deviation.is_some();
    match status {
        Status::MetOnTime | Status::MetEarly { .. } if deviated => Judgement::Deviated,
        Status::MetOnTime => Judgement::OnTime,
        Status::MetEarly { days } => Judgement::Early { days },
        Status::MetLate { days } => Judgement::Late { days },
        Status::Overdue { days } => Judgement::Missing { days },
        Status::Missed => Judgement::Missed,
        Status::NotYetOpen
        | Status::Open
        | Status::Possible
        | Status::DueSoon { .. }
        | Status::DueToday => {
            if deviated {
                Judgement::Deviated
            } else {
                Judgement::NotYetDue
            }
        }
        Status::NotApplicable(reason) => Judgement::NotApplicable(reason),
        Status::Lapsed(reason) => Judgement::Lapsed(reason),
        Status::Paused => Judgement::Paused,
        Status::WaitingFor(duty) => Judgement::WaitingFor(duty),
        Status::Undetermined(norm) => Judgement::Undetermined(norm),
    }
}

/// Practice never makes a file worse than "attention", policy never worse than "at risk".
fn severity(obligation: &Obligation, status: Status, strength: Layer, accepted: bool) -> Severity {
    let own_file = obligation.actor() != Actor::Uwv;
    let statutory = strength <= Layer::MinisterialRegulation;
    match status {
        _ if obligation.rule().force != Force::Duty => Severity::InOrder,
        Status::Overdue { .. } if !own_file => Severity::Attention,
        Status::Overdue { .. } => match strength {
            Layer::Practice => Severity::Attention,
            Layer::Policy => Severity::AtRisk,
            _ if accepted => Severity::AtRisk,
            _ => Severity::Defective,
        },
        // The next one counts from it: every gap that was too long stays visible.
        Status::MetLate { .. } | Status::Missed
            if obligation.rule().recurrence.counts_from_previous() =>
        {
            Severity::Attention
        }
        Status::MetLate { .. } | Status::Missed
            if accepted || !own_file || strength == Layer::Practice =>
        {
            Severity::InOrder
        }
        Status::MetLate { .. } if obligation.rule().can_cost(Consequence::PaymentRunsOn) => {
            Severity::AtRisk
        }
        Status::MetLate { .. } | Status::Missed if strength == Layer::Policy => Severity::AtRisk,
        // Nothing is at stake any more in what was missed, but it stays visible.
        Status::MetLate { .. } | Status::Missed => Severity::Attention,
        Status::DueSoon { .. } | Status::DueToday if own_file && statutory => Severity::Attention,
        Status::Undetermined(_) if obligation.met.is_none() => Severity::Attention,
        _ => Severity::InOrder,
    }
}

fn cost(
    view: &View<'_>,
    obligation: &Obligation,
    judgement: Judgement,
    severity: Severity,
) -> Vec<Cost> {
    let days = match judgement {
        Judgement::Late { days } | Judgement::Missing { days } => days,
        _ => return Vec::new(),
    };
    let mut cost = Vec::new();
    // Nothing is at stake in an accepted or a merely practical lateness.
    if severity == Severity::InOrder {
        return cost;
    }
    for consequence in obligation.rule().consequences {
        match consequence {
            Consequence::WageSanction => cost.extend(super::sanction_risk(view)),
            Consequence::Fine => {
                let tier = boetebesluit::fine(days);
                cost.extend(tier.map(|tier| Cost::Fine { up_to_eur: tier.up_to_eur }));
            }
            Consequence::PaymentRunsOn => {
                // Only wages that still run can run on.
                let wages_run = view.wages_last_day() >= view.waiting_period_last_day();
                let so_far = match judgement {
                    Judgement::Missing { .. } => days,
                    _ => view.days_claim_late(),
                };
                let runs_on = wages_run && so_far > 0;
                cost.extend(runs_on.then_some(Cost::WagesRunOn { days: so_far }));
            }
            // It costs the UWV, which has no file.
            Consequence::NoSanction => {}
        }
    }
    cost
}

fn repair(
    view: &View<'_>,
    obligation: &Obligation,
    judgement: Judgement,
    severity: Severity,
) -> Repair {
    let deceased = view.events().any(|event| event.kind() == EventKind::Deceased);
    if obligation.rule().force != Force::Duty {
        return Repair::NotNeeded;
    }
    let is_over = matches!(view.state(), State::Recovered { .. } | State::Closed)
        || view.wages_last_day().is_some_and(|last| view.on() > last);
    let needs_the_employee = obligation.rule().afterwards == Afterwards::CannotBeDone;
    let is_over = is_over || deceased;
    match judgement {
        Judgement::Missing { .. }
            if is_over && needs_the_employee && obligation.actor() != Actor::Uwv =>
        {
            Repair::RecordTheReasons
        }
        Judgement::Missing { .. } if obligation.actor() == Actor::Uwv => Repair::AskForIt,
        Judgement::Missing { .. } => Repair::DoItNow,
        Judgement::Late { .. } if severity == Severity::InOrder => Repair::NotNeeded,
        Judgement::Missed if severity == Severity::InOrder => Repair::NotNeeded,
        Judgement::Late { .. } | Judgement::Missed => Repair::RecordTheReasons,
        Judgement::Undetermined(_) if obligation.met.is_none() => Repair::DoItNow,
        Judgement::NotYetDue
            if view.timeline().law().may_be_deviated_from(obligation.duty())
                && severity > Severity::InOrder =>
        {
            Repair::RecordTheAgreement
        }
        Judgement::NotYetDue if severity > Severity::InOrder => Repair::DoItNow,
        _ => Repair::NotNeeded,
    }
}
