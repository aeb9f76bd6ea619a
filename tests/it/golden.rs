//! Golden cases: dates computed by hand from the statutes, each with its derivation in the file.

use crate::common::goldens::{differences, goldens};
use poortwachter::law::LAW;
use poortwachter::{Duty, Regime};

#[test]
fn every_golden_case_holds() {
    let goldens = goldens();
    assert!(goldens.len() >= 160, "only {} golden cases found", goldens.len());
    let wrong: Vec<String> = goldens.iter().flat_map(|golden| differences(golden, &LAW)).collect();
    assert!(wrong.is_empty(), "{} dates differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_full_tables_hold_every_duty() {
    let full: Vec<_> =
        goldens().into_iter().filter(|golden| golden.name.starts_with("full-")).collect();
    assert!(full.len() >= 5);
    for golden in full {
        let obligations = golden.expect["obligations"].as_object().expect("an object");
        let of_an_employer = |duty: &Duty| LAW.rule_for(duty.id(), Regime::Employer).is_some();
        for duty in poortwachter::law::duties().filter(of_an_employer).map(|duty| duty.id()) {
            // Some duties arise from events and other facts only.
            let only_from_events = [
                "end-of-employment-report",
                "repair-decision",
                "entitlement-report",
                "leave-follow-on-form",
            ]
            .contains(&duty);
            let key = if duty == "progress-interview" { "progress-interview#1" } else { duty };
            assert!(
                only_from_events || obligations.contains_key(key),
                "{} does not expect {duty}",
                golden.name
            );
        }
    }
}
