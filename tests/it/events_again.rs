//! What may be recorded again, against every pair of events looked at one by one.

use crate::common::in_days;
use poortwachter::Day;
use poortwachter::{
    Adviser, Case, CaseError, DeviationReason, Duty, EventKind, PlanItem, ReportPart,
    SecondTrackEnd, SecondTrackPhase, law,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

type Recorded = (EventKind, Day);

fn first_sick_day() -> Day {
    Day::new(2026, 1, 5)
}

/// The first day of a second case, 40 healthy days after the first.
fn second_case() -> Day {
    first_sick_day() + 60
}

fn case_of(day: Day) -> usize {
    if day < second_case() { 1 } else { 2 }
}

/// Happens as often as it is recorded, but not twice on a day.
const REPEATS: [&str; 28] = [
    "no-possibilities",
    "possibilities-returned",
    "adjustment-advised",
    "report-supplement-asked",
    "report-completion-asked",
    "report-supplement",
    "report-completion",
    "recovery-told",
    "recovery-report",
    "interview",
    "own-employer-perspective",
    "plan-adjusted",
    "partly-able-to-work",
    "reintegration-interview",
    "second-track-advised",
    "second-track-provider-engaged",
    "voluntary-extension",
    "extension-shortened",
    "repair-notified",
    "repair-refused",
    "repair-decision",
    // That on an early claim, and that on the ordinary one.
    "wia-decision",
    "recalibration",
    "leave-follow-on-form",
    "objection-made",
    "notice-of-default",
    "dismissal-permit-given",
    "decision-on-objection",
];

/// What an event is about beside its name, where each may be recorded once.
fn about(kind: EventKind) -> Option<&'static str> {
    match kind {
        EventKind::AgreedDeviation { duty, .. } => Some(duty.id()),
        EventKind::PlanHolds(item) => Some(item.id()),
        EventKind::ReportHolds(part) => Some(part.id()),
        EventKind::SecondTrackPhase(phase) => Some(phase.id()),
        _ => None,
    }
}

/// The first event that must not stand beside an earlier one.
fn first_clash(events: &[Recorded]) -> Option<CaseError> {
    events.iter().enumerate().find_map(|(i, (kind, on))| {
        let (event, kind, on, subject) = (i + 1, kind.id(), *on, about(*kind));
        let alike = || events[..i].iter().filter(|(earlier, _)| earlier.id() == kind);
        if !REPEATS.contains(&kind) {
            let mut same = alike().filter(|(earlier, _)| about(*earlier) == subject);
            if let Some((_, earlier)) = same.find(|(_, earlier)| case_of(*earlier) == case_of(on)) {
                return Some(CaseError::HappensOnce { event, kind, on, earlier: *earlier });
            }
        }
        let is_twice = subject.is_none() && alike().any(|(_, earlier)| *earlier == on);
        is_twice.then_some(CaseError::TwiceOnADay { event, kind, on })
    })
}

/// Every kind, each right by itself.
fn kinds() -> Vec<EventKind> {
    let until = Day::new(2029, 1, 1);
    let deviation =
        |duty| EventKind::AgreedDeviation { duty, until, reason: DeviationReason::PartyAbsent };
    let mut kinds = vec![
        EventKind::Interview,
        EventKind::LongAbsenceForeseen,
        EventKind::NoPossibilities,
        EventKind::PossibilitiesReturned,
        EventKind::AdjustmentAdvised,
        EventKind::SupplementAsked,
        EventKind::CompletionAsked { until },
        EventKind::RecoveryTold,
        EventKind::OwnEmployerPerspective,
        deviation(Duty::PROBLEM_ANALYSIS),
        deviation(Duty::PLAN_OF_ACTION),
        EventKind::PlanAdjusted,
        EventKind::PartlyAbleToWork,
        EventKind::ReintegrationInterview,
        EventKind::OwnWorkRuledOut,
        EventKind::SecondTrackProviderEngaged,
        EventKind::FirstTrackEnded,
        EventKind::WiaNoticeReceived,
        EventKind::OutsideExpertAsked,
        EventKind::EarlyIvaClaim,
        EventKind::VoluntaryExtension { until },
        EventKind::ExtensionShortened { until },
        EventKind::AssessedAble,
        EventKind::WageSanction { weeks: None },
        EventKind::WageSanction { weeks: Some(26) },
        EventKind::RepairNotified,
        EventKind::RepairRefused,
        EventKind::RepairEstablished,
        EventKind::WiaGranted,
        EventKind::EarlyIvaRefused,
    ];
    // Death is not among them: the second case could not begin after it.
    // An interview and an adjusted plan go by one name, and a decision on a repair by its outcome.
    let other = [Duty::PROGRESS_INTERVIEW, Duty::PLAN_ADJUSTMENT, Duty::REPAIR_DECISION];
    kinds.extend(law::duties().filter(|duty| !other.contains(duty)).map(EventKind::Met));
    kinds.extend(Adviser::ALL.iter().map(|by| EventKind::SecondTrackAdvised { by: *by }));
    kinds.extend(SecondTrackEnd::ALL.iter().map(|why| EventKind::SecondTrackEnded { why: *why }));
    kinds.extend(PlanItem::ALL.iter().copied().map(EventKind::PlanHolds));
    kinds.extend(ReportPart::ALL.iter().copied().map(EventKind::ReportHolds));
    kinds.extend(SecondTrackPhase::ALL.iter().copied().map(EventKind::SecondTrackPhase));
    kinds
}

fn built(events: &[Recorded]) -> Result<Case, CaseError> {
    let healed = first_sick_day() + 20;
    let builder = Case::builder().sick(first_sick_day(), healed).sick_since(second_case());
    events.iter().fold(builder, |builder, (kind, on)| builder.event(*kind, *on)).build()
}

/// Days near the limit between two cases, few of them, so that many fall together.
fn any_day() -> impl Strategy<Value = Day> {
    prop::sample::select(vec![0, 1, 30, 59, 60, 61, 90]).prop_map(|n| first_sick_day() + in_days(n))
}

/// Events of a few kinds, in any order or in that of their days.
fn any_events() -> impl Strategy<Value = Vec<Recorded>> {
    let few = prop::collection::vec(prop::sample::select(kinds()), 1..12);
    let events = few
        .prop_flat_map(|few| prop::collection::vec((prop::sample::select(few), any_day()), 0..16));
    (events, any::<bool>()).prop_map(|(mut events, is_in_order)| {
        if is_in_order {
            events.sort_by_key(|(_, on)| *on);
        }
        events
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn the_first_clash_is_told(events in any_events()) {
        match built(&events) {
            Err(error) => prop_assert_eq!(Some(error), first_clash(&events)),
            Ok(case) => {
                prop_assert_eq!(first_clash(&events), None);
                let mut sorted = events;
                sorted.sort_by_key(|(kind, on)| (*on, *kind));
                let kept: Vec<_> = case.events().iter().map(|e| (e.kind(), e.on())).collect();
                prop_assert_eq!(kept, sorted);
            }
        }
    }
}

/// Every kind beside every other, on one day and on two.
#[test]
fn each_kind_beside_each_other() {
    let (first, later) = (first_sick_day(), first_sick_day() + 1);
    let mut told = BTreeSet::new();
    for one in kinds() {
        for other in kinds() {
            for on in [first, later, second_case()] {
                let events = [(one, first), (other, on)];
                let clash = first_clash(&events);
                assert_eq!(built(&events).err(), clash, "{} {}", one.id(), other.id());
                told.extend(clash.map(|clash| matches!(clash, CaseError::HappensOnce { .. })));
            }
        }
    }
    assert_eq!(told.len(), 2, "both errors come by");
}
