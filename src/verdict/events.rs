//! Findings on events that are no duties: the wage sanction, the early IVA claim, the
//! re-integration interview.

use super::finding::{Cost, Finding, Judgement, Repair, Severity, Topic};
use crate::case::EventKind;
use crate::day::Day;
use crate::law::{Layer, Source, procesgang, wia};
use crate::timeline::{OpenNorm, View};
use alloc::vec::Vec;

fn finding(topic: Topic, judgement: Judgement, severity: Severity, source: Source) -> Finding {
    Finding {
        topic,
        rule: None,
        judgement,
        severity,
        layer: Layer::Act,
        due: None,
        original_due: None,
        deviation: None,
        tolerated: None,
        met: None,
        until: None,
        within_tolerance: false,
        cost: Vec::new(),
        repair: Repair::NotNeeded,
        source,
    }
}

/// A sanction that was decided: in force, over, or void.
pub(super) fn sanction(view: &View<'_>) -> Option<Finding> {
    let sanction = view.sanction()?;
    let decided = Some(sanction.decided_on());
    if sanction.is_void() {
        let void =
            finding(Topic::WageSanction, Judgement::Void, Severity::InOrder, wia::BEFORE_THE_END);
        return Some(Finding { met: decided, ..void });
    }
    let last = sanction.last_day();
    let is_over = last.is_none_or(|last| view.on() > last);
    let days = sanction.days();
    Some(Finding {
        met: decided,
        until: last,
        cost: if days > 0 { Vec::from([Cost::WagesRunOn { days }]) } else { Vec::new() },
        repair: if is_over { Repair::NotNeeded } else { Repair::NotifyRepair },
        ..finding(
            Topic::WageSanction,
            if is_over { Judgement::Complete } else { Judgement::InForce },
            if is_over { Severity::Attention } else { Severity::AtRisk },
            wia::AT_MOST_52_WEEKS,
        )
    })
}

/// An early claim, once only and in its window (WIA art. 23(6), 66(2)).
pub(super) fn early_iva(view: &View<'_>) -> Option<Finding> {
    let claim = view.events().find(|event| event.kind() == EventKind::EarlyIvaClaim)?;
    let first = view.early_iva_first_day();
    let last = view.early_iva_last_day();
    let too_late = last.is_some_and(|last| claim.on() > last);
    let too_early = first.is_some_and(|first| claim.on() < first);
    let days = |from: Day, to: Day| u32::try_from(to.days_since(from)).unwrap_or_default();
    let judgement = match (first, last) {
        (_, Some(last)) if too_late => Judgement::Late { days: days(last, claim.on()) },
        (Some(first), _) if too_early => Judgement::Early { days: days(claim.on(), first) },
        _ => Judgement::OnTime,
    };
    let severity = if too_late { Severity::Attention } else { Severity::InOrder };
    Some(Finding {
        due: last,
        met: Some(claim.on()),
        until: view.shortened_waiting_period_last_day().filter(|_| !too_late),
        repair: if too_late { Repair::RecordTheReasons } else { Repair::NotNeeded },
        ..finding(Topic::EarlyIvaClaim, judgement, severity, wia::SHORTENED)
    })
}

/// Practice holds a re-integration interview as soon as the employee can work in part.
pub(super) fn reintegration_interview(view: &View<'_>) -> Option<Finding> {
    let last_able = view.events().rfind(|event| event.kind() == EventKind::PartlyAbleToWork)?;
    let held = view
        .events()
        .find(|event| {
            event.kind() == EventKind::ReintegrationInterview && event.on() >= last_able.on()
        })
        .map(|event| event.on());
    let (judgement, severity, repair) = match held {
        Some(_) => (Judgement::Complete, Severity::InOrder, Repair::NotNeeded),
        None => (
            Judgement::Undetermined(OpenNorm::AsSoonAsPossible),
            Severity::Attention,
            Repair::DoItNow,
        ),
    };
    Some(Finding {
        layer: Layer::Practice,
        met: held,
        until: Some(last_able.on()),
        repair,
        ..finding(Topic::ReintegrationInterview, judgement, severity, procesgang::PERIODIC)
    })
}
