//! Golden cases: dates computed by hand from the statutes, each with its derivation in the file.

use crate::common::goldens::{Golden, differences, goldens};
use poortwachter::law::{LAW, LAW_AS_OF};
use poortwachter::{Duty, Regime};

/// Whether a case begins after the day as of which the law was checked: a change of the law can move its days.
fn begins_ahead(golden: &Golden) -> bool {
    golden.case.spells().iter().all(|spell| spell.first_day() > LAW_AS_OF)
}

fn hold<'g>(goldens: impl Iterator<Item = &'g Golden>) {
    let wrong: Vec<String> = goldens.flat_map(|golden| differences(golden, &LAW)).collect();
    assert!(wrong.is_empty(), "{} dates differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_golden_case_holds() {
    let goldens = goldens();
    assert!(goldens.len() >= 160, "only {} golden cases found", goldens.len());
    hold(goldens.iter().filter(|golden| !begins_ahead(golden)));
}

#[test]
fn every_golden_case_that_begins_ahead_holds() {
    let goldens = goldens();
    let mut ahead = goldens.iter().filter(|golden| begins_ahead(golden)).peekable();
    assert!(ahead.peek().is_some(), "no golden case begins after {LAW_AS_OF}");
    hold(ahead);
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
                "plan-adjustment",
                "report-supplement",
                "report-completion",
                "recovery-report",
                "decision-on-objection",
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
