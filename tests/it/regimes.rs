//! What the regimes change beside the dates of the golden cases: who acts, which rows exist, what is
//! accepted and what recorded events mean.

use poortwachter::Day;
use poortwachter::law::LAW;
use poortwachter::timeline::UnusedReason;
use poortwachter::{
    Actor, Case, CaseBuilder, CaseError, Duty, Entitlement, EventKind, OpenNorm, Reason, Regime,
    Standing, Status, Timeline,
};

fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

fn sick(regime: Regime) -> CaseBuilder {
    Case::builder().regime(regime).sick_since(day("2025-01-06"))
}

fn timeline(case: CaseBuilder) -> Timeline {
    Timeline::new(&case.build().expect("valid"))
}

#[test]
fn every_row_is_of_a_rule_of_its_regime() {
    for regime in Regime::ALL.iter().copied() {
        let case = sick(regime)
            .sickness_benefit_entitlement(Entitlement::Yes)
            .leave(day("2026-01-05"), day("2026-03-01"))
            .met(Duty::UWV_SICKNESS_REPORT, day("2025-10-27"));
        for obligation in timeline(case).obligations() {
            let id = obligation.duty().id();
            assert!(obligation.rule().holds_in(regime), "{id} in {regime:?}");
            assert_eq!(LAW.rule_for(id, regime), Some(obligation.rule()), "{id} in {regime:?}");
        }
    }
}

#[test]
fn nobody_acts_who_is_not_there() {
    let safety_net = timeline(sick(Regime::SafetyNet));
    for obligation in safety_net.obligations() {
        let mut all = obligation.with();
        all.extend(obligation.informs());
        all.push(obligation.actor());
        for absent in [Actor::Employer, Actor::OccupationalPhysician, Actor::OwnRiskCarrier] {
            assert!(!all.contains(&absent), "{}: {absent:?}", obligation.duty().id());
        }
        assert!(!obligation.with().contains(&obligation.actor()));
    }
    let report = safety_net.obligation(Duty::REINTEGRATION_REPORT).expect("a row");
    assert_eq!((report.actor(), report.with()), (Actor::Uwv, vec![Actor::Employee]));

    let carrier = timeline(sick(Regime::OwnRiskCarrier));
    let report = carrier.obligation(Duty::REINTEGRATION_REPORT).expect("a row");
    assert_eq!(report.actor(), Actor::OwnRiskCarrier);
    assert!(carrier.obligations().iter().all(|row| row.actor() != Actor::Employer));
}

#[test]
fn there_are_no_wages_where_benefit_is_paid() {
    for regime in [Regime::SafetyNet, Regime::OwnRiskCarrier] {
        let timeline = timeline(sick(regime));
        let view = timeline.view(day("2025-03-01"));
        let wages = [
            view.wages_last_day(),
            view.minimum_wage_floor_last_day(),
            view.dismissal_ban_last_day(),
        ];
        assert_eq!(wages, [None; 3]);
        assert_eq!(view.sickness_benefit_last_day(), Some(day("2027-01-03")));
        assert_eq!(view.wia_start(), Some(day("2027-01-04")));
    }
    let timeline = timeline(sick(Regime::Employer));
    assert_eq!(timeline.view(day("2025-03-01")).sickness_benefit_last_day(), None);
}

#[test]
fn sickness_after_the_employment_needs_another_regime() {
    let after = |regime| sick(regime).employment_last_day(day("2024-12-31")).build();
    assert!(matches!(after(Regime::Employer), Err(CaseError::SickAfterEmployment { .. })));
    assert!(after(Regime::SafetyNet).is_ok());
    assert!(after(Regime::OwnRiskCarrier).is_ok());
}

/// What means nothing in a regime is said, not ignored.
#[test]
fn events_of_another_regime_are_named() {
    let on = day("2026-11-02");
    let extension = EventKind::VoluntaryExtension { until: day("2027-06-30") };
    let sanction = EventKind::WageSanction { weeks: None };
    let (employer, net, carrier) = (Regime::Employer, Regime::SafetyNet, Regime::OwnRiskCarrier);
    for (kind, strange_in) in [
        (extension, &[net, carrier][..]),
        (sanction, &[net]),
        (EventKind::Interview, &[net]),
        (EventKind::OwnEmployerPerspective, &[net]),
        (EventKind::AssessedAble, &[employer]),
        (EventKind::Met(Duty::UWV_SICKNESS_REPORT), &[net, carrier]),
        (EventKind::Met(Duty::RECALIBRATION), &[employer, carrier]),
        (EventKind::Met(Duty::OWN_RISK_REPORT), &[employer, net]),
        (EventKind::Met(Duty::WIA_CLAIM), &[]),
    ] {
        for regime in Regime::ALL {
            let plain = timeline(sick(*regime));
            let recorded = timeline(sick(*regime).event(kind, on));
            let view = recorded.view(day("2027-12-31"));
            let is_strange = view.unused().iter().any(|unused| {
                unused.event().kind() == kind && unused.reason() == UnusedReason::OtherRegime
            });
            assert_eq!(is_strange, strange_in.contains(regime), "{} in {regime:?}", kind.id());
            if is_strange {
                let before = plain.view(day("2027-12-31"));
                assert_eq!(view.sickness_benefit_last_day(), before.sickness_benefit_last_day());
                assert_eq!(view.wia_start(), before.wia_start());
                assert_eq!(view.sanction(), None);
            }
        }
    }
}

#[test]
fn the_entitlement_decides_on_the_report() {
    let of = |answer: Option<Entitlement>| {
        let mut case = sick(Regime::Employer);
        if let Some(answer) = answer {
            case = case.sickness_benefit_entitlement(answer);
        }
        timeline(case).obligation(Duty::ENTITLEMENT_REPORT).map(|row| row.standing())
    };
    assert_eq!(of(None), None);
    assert_eq!(of(Some(Entitlement::Yes)), Some(Standing::Stands));
    assert_eq!(of(Some(Entitlement::No)), Some(Standing::NotApplicable(Reason::NotEntitled)));
    let unknown = Standing::Undetermined(OpenNorm::Entitlement);
    assert_eq!(of(Some(Entitlement::Unknown)), Some(unknown));
}

/// An assessment or a shortening that lies ahead is not known yet.
#[test]
fn a_view_knows_only_what_was_decided() {
    let case = sick(Regime::SafetyNet).event(EventKind::AssessedAble, day("2026-01-12"));
    let net = timeline(case);
    let before = net.view(day("2026-01-11"));
    assert_eq!(before.sickness_benefit_last_day(), Some(day("2027-01-03")));
    assert_eq!(before.benefit_after_assessment_last_day(), None);
    let after = net.view(day("2026-01-12"));
    assert_eq!(after.sickness_benefit_last_day(), Some(day("2026-02-12")));
    let (claim, status) = after.obligation(Duty::WIA_CLAIM).expect("a row");
    assert_eq!((claim.due(), status), (None, Status::Lapsed(Reason::BenefitEnds)));

    let shortened = EventKind::ExtensionShortened { until: day("2027-03-01") };
    let case = sick(Regime::Employer)
        .event(EventKind::VoluntaryExtension { until: day("2027-12-31") }, day("2026-06-01"))
        .event(shortened, day("2027-02-01"));
    let employer = timeline(case);
    assert_eq!(employer.view(day("2027-01-31")).wages_last_day(), Some(day("2027-12-31")));
    // 2027-02-01 + 91 days.
    assert_eq!(employer.view(day("2027-02-01")).wages_last_day(), Some(day("2027-05-03")));
    assert!(employer.view(day("2027-02-01")).unused().is_empty());
}

/// A request that shortens nothing is named.
#[test]
fn an_extension_that_cannot_be_shortened() {
    let shortened = EventKind::ExtensionShortened { until: day("2027-03-01") };
    let without = timeline(sick(Regime::Employer).event(shortened, day("2026-06-01")));
    let unused = without.view(day("2027-02-01")).unused().to_vec();
    assert_eq!(unused.len(), 1);
    assert_eq!(unused[0].reason(), UnusedReason::DoesNotExtend);
}
