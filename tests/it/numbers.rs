//! Numbers that stand in columns, as they were given out: a new member takes a new number and moves none.

use poortwachter::batch::{event_code, event_of};
use poortwachter::law::{Decision, PendingStatus};
use poortwachter::timeline::PossibilityState;
use poortwachter::verdict::Severity;
use poortwachter::{
    Actor, ClosedList, Duty, EndReason, EventKind, EventName, Layer, Milestone, Possibility,
    Reason, Regime, StateKind, StatusKind, WageTerms, law,
};

#[test]
fn duties_keep_their_numbers() {
    let given = [
        (0, "sickness-report-occupational-health"),
        (1, "problem-analysis"),
        (2, "plan-of-action"),
        (3, "progress-interview"),
        (4, "first-year-evaluation"),
        (5, "current-opinion"),
        (6, "final-evaluation"),
        (7, "recalibration"),
        (8, "uwv-sickness-report"),
        (9, "end-of-employment-report"),
        (10, "entitlement-report"),
        (11, "own-risk-report"),
        (12, "safety-net-sickness-report"),
        (13, "first-year-assessment"),
        (14, "reintegration-report"),
        (15, "wage-sanction-decision"),
        (16, "repair-decision"),
        (17, "wia-notice"),
        (18, "wia-claim"),
        (19, "wia-decision"),
        (20, "second-track-start"),
        (21, "leave-follow-on-form"),
        (22, "plan-adjustment"),
        (23, "report-supplement"),
        (24, "report-completion"),
        (25, "recovery-report"),
        (30, "decision-on-objection"),
    ];
    for (number, id) in given {
        let duty = law::duty(id).unwrap_or_else(|| panic!("{id} is gone"));
        assert_eq!((duty.code(), Duty::from_code(number)), (number, Some(duty)), "{id}");
        assert_eq!(duty.to_string(), id);
    }
    let known = (0..=u8::MAX).filter_map(Duty::from_code);
    assert_eq!(known.count(), law::duties().len());
}

#[test]
fn states_and_statuses_keep_their_numbers() {
    let states = ["not-yet-sick", "sick", "on-leave", "recovered", "closed", "ended"];
    for (number, id) in (0..).zip(states) {
        assert_eq!(StateKind::from_code(number).map(StateKind::id), Some(id));
    }
    let statuses = [
        "not-applicable",
        "lapsed",
        "paused",
        "met-on-time",
        "met-early",
        "not-yet-open",
        "waiting-for-event",
        "open",
        "met-late",
        "undetermined",
        "due-soon",
        "due-today",
        "overdue",
        "missed",
        "possible",
    ];
    for (number, id) in (0..).zip(statuses) {
        assert_eq!(StatusKind::from_code(number).map(StatusKind::id), Some(id));
    }
    for kind in StatusKind::ALL {
        assert_eq!(StatusKind::from_code(kind.code()), Some(*kind));
    }
    assert_eq!(StatusKind::from_code(200), None);
}

#[test]
fn events_keep_their_numbers() {
    let given = [
        (128, EventKind::Interview),
        (129, EventKind::LongAbsenceForeseen),
        (130, EventKind::NoPossibilities),
        (131, EventKind::OwnEmployerPerspective),
        (132, EventKind::PlanAdjusted),
        (133, EventKind::PartlyAbleToWork),
        (134, EventKind::ReintegrationInterview),
        (135, EventKind::OwnWorkRuledOut),
        (136, EventKind::SecondTrackProviderEngaged),
        (137, EventKind::FirstTrackEnded),
        (138, EventKind::WiaNoticeReceived),
        (139, EventKind::OutsideExpertAsked),
        (140, EventKind::EarlyIvaClaim),
        (141, EventKind::AssessedAble),
        (142, EventKind::RepairNotified),
        (143, EventKind::RepairRefused),
        (144, EventKind::RepairEstablished),
        (176, EventKind::EarlyIvaRefused),
        (145, EventKind::WiaGranted),
        (146, EventKind::Deceased),
        (156, EventKind::PossibilitiesReturned),
        (157, EventKind::AdjustmentAdvised),
        (158, EventKind::RecoveryTold),
        (159, EventKind::SupplementAsked),
        (165, EventKind::NoticeOfDefault),
        (166, EventKind::DismissalPermitGiven),
        (167, EventKind::DismissalNoticeGiven),
        (168, EventKind::TransitionPaymentMade),
        (169, EventKind::CompensationRequested),
    ];
    for (number, kind) in given {
        assert_eq!((event_code(&kind), event_of(number)), (Some(number), Some(kind)));
    }
    let claim = EventKind::Met(Duty::WIA_CLAIM);
    assert_eq!((event_code(&claim), event_of(18)), (Some(18), Some(claim)));
    assert_eq!(event_of(255), None);
}

#[test]
fn events_with_fields_keep_their_numbers() {
    let given = [
        (147, "agreed-deviation"),
        (148, "plan-holds"),
        (149, "second-track-advised"),
        (150, "second-track-phase"),
        (151, "second-track-ended"),
        (152, "report-holds"),
        (153, "voluntary-extension"),
        (154, "extension-shortened"),
        (155, "wage-sanction"),
        (160, "report-completion-asked"),
        (164, "objection-made"),
    ];
    for (number, id) in given {
        assert_eq!(EventName::from_code(number).map(EventName::id), Some(id));
        // No column says what is in their fields.
        assert_eq!(event_of(number), None, "{id}");
    }
}

#[test]
fn other_lists_keep_their_numbers() {
    fn given<T: ClosedList>(ids: &[&str]) {
        for (number, id) in (0..).zip(ids) {
            assert_eq!(T::from_code(number).map(T::id), Some(*id));
        }
        assert!(ids.len() >= T::ALL.len(), "freeze the numbers of the new ones: {:?}", T::ALL);
    }
    given::<Regime>(&["employer", "safety-net", "own-risk-carrier"]);
    given::<Layer>(&["act", "order-in-council", "ministerial-regulation", "policy", "practice"]);
    given::<Actor>(&[
        "employer",
        "employee",
        "occupational-physician",
        "uwv",
        "case-manager",
        "own-risk-carrier",
    ]);
    given::<Possibility>(&[
        "objection",
        "notice-of-default",
        "penalty",
        "dismissal-permit",
        "dismissal-with-permit",
        "transition-payment-compensation",
    ]);
    given::<PossibilityState>(&["not-yet-open", "open", "taken", "lapsed"]);
    given::<Decision>(&[
        "wage-sanction-decision",
        "repair-decision",
        "wia-decision",
        "first-year-assessment",
    ]);
    given::<PendingStatus>(&["announced", "bill", "consultation", "ends", "undecided"]);
    given::<WageTerms>(&[
        "usual",
        "waiting-days",
        "domestic-staff",
        "domestic-staff-with-waiting-days",
    ]);
    given::<Milestone>(&[
        "end-of-waiting-period",
        "wia-start",
        "relapse-window",
        "early-iva-first-claim",
        "early-iva-last-claim",
        "end-of-minimum-wage-floor",
        "end-of-wages",
        "end-of-dismissal-ban",
        "end-of-sickness-benefit",
        "end-of-benefit-after-assessment",
        "wia-look-back",
        "leave-ban",
        "waiting-days",
    ]);
    given::<Severity>(&["in-order", "attention", "at-risk", "defective"]);
    given::<Reason>(&[
        "no-possibilities",
        "state-pension-age",
        "wia-cannot-start",
        "employment-ends",
        "wages-end",
        "sick-too-short",
        "old-law",
        "had-employer",
        "not-entitled",
        "benefit-ends",
        "sanction-too-late",
        "recovered",
        "wia-granted",
        "deceased",
        "wia-decided",
        "entitled",
        "not-extended",
    ]);
    given::<EndReason>(&[
        "recovered",
        "deceased",
        "employment-ended",
        "wages-ended",
        "benefit-ended",
        "wia-decided",
        "wia-granted",
        "state-pension-age",
    ]);
}
