//! Every number in the law table matters: each is nudged by one, and some golden case must notice.
//! Mutation tools do not touch literals in tables, so this does.

use crate::common::goldens::{Golden, differences, goldens};
use poortwachter::Day;
use poortwachter::law::{Bound, LAW, Law, Rule, Version};

/// The places in a version where a term stands.
const PLACES: [&str; 5] = ["opens", "advised", "due", "tolerated", "proviso"];

fn bound_mut<'v>(version: &'v mut Version, place: &str) -> Option<&'v mut Bound> {
    match place {
        "opens" => version.opens.as_mut(),
        "advised" => version.advised.as_mut(),
        "due" => Some(&mut version.due),
        "tolerated" => version.tolerated.as_mut(),
        _ => version.proviso.as_mut().map(|proviso| &mut proviso.before),
    }
}

fn versions(rule: &Rule) -> Vec<Version> {
    rule.versions().map(|(_, version)| *version).collect()
}

/// The law with one rule's versions replaced. Leaked: a law lives as long as the program.
fn law_with(rule: &'static Rule, versions: Vec<Version>) -> &'static Law {
    let rule: &'static Rule = Box::leak(Box::new(rule.with_versions(versions.leak())));
    Box::leak(Box::new(LAW.amended(rule).expect("a nudged rule is sound")))
}

/// One nudged number: where it stands, and the law with it.
fn nudges() -> Vec<(String, &'static Law)> {
    let mut nudges = Vec::new();
    for rule in LAW.rules() {
        for (i, (window, _)) in rule.versions().enumerate() {
            for place in PLACES {
                for step in [-1_i32, 1] {
                    let mut versions = versions(rule);
                    let Some(bound) = bound_mut(&mut versions[i], place) else { continue };
                    let Some(number) = bound.term.number() else { continue };
                    let Ok(nudged) = u16::try_from(i32::from(number) + step) else { continue };
                    if nudged == 0 {
                        continue;
                    }
                    let name = format!("{}[{i}].{place}: {:?} {step:+}", rule.id(), bound.term);
                    bound.term = bound.term.with_number(nudged);
                    nudges.push((name, law_with(rule, versions)));
                }
            }
            let Some(since) = window.from else { continue };
            for step in [-1, 1] {
                let mut versions = versions(rule);
                versions[i].since = Some(Day::from_number(since.number() + step));
                let name = format!("{}[{i}].since: {since} {step:+} day", rule.id());
                nudges.push((name, law_with(rule, versions)));
            }
        }
    }
    nudges
}

/// Whether some golden case differs otherwise than under the law itself, where none should differ at all.
fn is_noticed(law: &'static Law, goldens: &[(Golden, Vec<String>)]) -> bool {
    goldens.iter().any(|(golden, before)| differences(golden, law) != *before)
}

/// The golden cases, each with what differs under the law itself.
fn with_differences() -> Vec<(Golden, Vec<String>)> {
    let differing = |golden: Golden| {
        let before = differences(&golden, &LAW);
        (golden, before)
    };
    goldens().into_iter().map(differing).collect()
}

#[test]
fn a_golden_case_notices_every_number() {
    let goldens = with_differences();
    let nudges = nudges();
    assert!(nudges.len() > 100, "only {} numbers found", nudges.len());
    let unnoticed: Vec<&str> = nudges
        .iter()
        .filter(|(_, law)| !is_noticed(law, &goldens))
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(
        unnoticed.is_empty(),
        "no golden case notices {} of {} numbers:\n{}",
        unnoticed.len(),
        nudges.len(),
        unnoticed.join("\n")
    );
}

#[test]
fn an_unchanged_law_is_not_noticed() {
    let goldens = with_differences();
    for rule in LAW.rules() {
        let same = law_with(rule, versions(rule));
        assert!(!is_noticed(same, &goldens), "{} differs without a change", rule.id());
    }
}
