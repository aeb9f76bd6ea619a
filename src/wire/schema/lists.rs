//! The closed lists of stable names, each taken from where the crate keeps it.

use super::members;
pub(super) use super::members::{
    actors, judgements, layers, own_date_remarks, reminder_kinds, repairs, report_forms,
    severities, task_statuses, treatments, uncounted, unused_reasons, whys,
};
use crate::case::{
    Adviser, DeviationReason, PlanItem, ReportPart, SecondTrackEnd, SecondTrackPhase,
};
use crate::change::{Subject, What};
use crate::law::{self, Duty, Kind, LAW, Milestone};
use crate::protocol::{EventName, Origin};
use alloc::vec::Vec;

/// The stable names of a list.
pub(super) fn ids<T: Copy>(list: &[T], id: fn(T) -> &'static str) -> Vec<&'static str> {
    list.iter().copied().map(id).collect()
}

/// One list after the other, each name once.
fn joined<const N: usize>(lists: [Vec<&'static str>; N]) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    for id in lists.into_iter().flatten() {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

pub(super) fn duties() -> Vec<&'static str> {
    law::duties().map(Duty::id).collect()
}

pub(super) fn milestones() -> Vec<&'static str> {
    let of_rules = LAW.rules().iter().filter(|rule| matches!(rule.kind, Kind::Milestone(_)));
    // The start of the WIA follows from the end of the waiting period: it has no rule of its own.
    joined([of_rules.map(|rule| rule.id()).collect(), [Milestone::WIA_START.id()].into()])
}

pub(super) fn duties_and_milestones() -> Vec<&'static str> {
    joined([duties(), milestones()])
}

pub(super) fn rules() -> Vec<&'static str> {
    joined([LAW.rules().iter().map(|rule| rule.id()).collect()])
}

pub(super) fn events() -> Vec<&'static str> {
    EventName::all().map(EventName::id).collect()
}

pub(super) fn deviations() -> Vec<&'static str> {
    ids(DeviationReason::ALL, DeviationReason::id)
}

pub(super) fn reasons_and_norms() -> Vec<&'static str> {
    joined([members::reasons(), members::open_norms()])
}

pub(super) fn topics() -> Vec<&'static str> {
    joined([duties(), members::topics()])
}

pub(super) fn costs() -> Vec<&'static str> {
    members::costs().into_iter().map(|cost| crate::wire::CostForm::from(cost).kind).collect()
}

/// What the second track records with a day.
pub(super) fn dated() -> Vec<&'static str> {
    joined([
        ids(Adviser::ALL, Adviser::id),
        ids(SecondTrackPhase::ALL, SecondTrackPhase::id),
        ids(SecondTrackEnd::ALL, SecondTrackEnd::id),
    ])
}

/// What the plan of action and the re-integration report hold.
pub(super) fn parts() -> Vec<&'static str> {
    joined([ids(PlanItem::ALL, PlanItem::id), ids(ReportPart::ALL, ReportPart::id)])
}

pub(super) fn subjects() -> Vec<&'static str> {
    joined([[Subject::Case.id()].into(), duties_and_milestones()])
}

pub(super) fn whats() -> Vec<&'static str> {
    ids(What::ALL, What::id)
}

/// Who asks for a day: the protocol, or a layer of the law.
pub(super) fn origins() -> Vec<&'static str> {
    joined([[Origin::Protocol.id()].into(), layers()])
}
