//! Files judged by hand: every expectation was derived from the statutes, with its derivation in
//! the scenario. A scenario compares only what it names.

use poortwachter::Day;
use poortwachter::verdict::{Cost, Finding, Judgement, Verdict};
use poortwachter::wire::{CaseForm, VerdictForm};
use poortwachter::{Case, Timeline};
use serde_json::{Map, Value, json};
use std::path::Path;

const SCENARIO: &[&str] = &["title", "law", "why", "case", "on", "expect"];
const EXPECT: &[&str] = &[
    "summary",
    "findings",
    "not_findings",
    "second_track",
    "reintegration_report",
    "plan_missing",
];
const FINDING: &[&str] = &[
    "topic",
    "number",
    "judgement",
    "because",
    "count",
    "severity",
    "layer",
    "due",
    "original_due",
    "tolerated",
    "met",
    "until",
    "cost",
    "repair",
    "article",
];
const REPORT: &[&str] = &["form", "missing"];

/// A file, the day on which it is judged, and what a person expects.
struct Scenario {
    name: String,
    case: Case,
    on: Day,
    expect: Value,
}

fn object<'v>(what: &str, value: &'v Value) -> Result<&'v Map<String, Value>, String> {
    value.as_object().ok_or_else(|| format!("{what} is no object"))
}

fn list<'v>(what: &str, value: &'v Value) -> Result<&'v [Value], String> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| format!("{what} is no list"))
}

/// Every key must be known: a misspelt expectation would otherwise hold always.
fn known<'v>(
    what: &str,
    value: &'v Value,
    keys: &[&str],
) -> Result<&'v Map<String, Value>, String> {
    let map = object(what, value)?;
    match map.keys().find(|key| !keys.contains(&key.as_str())) {
        Some(key) => Err(format!("unknown key {key:?} in {what}")),
        None => Ok(map),
    }
}

fn parse(name: &str, text: &str) -> Result<Scenario, String> {
    let mut json: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let map = known("the scenario", &json, SCENARIO)?;
    let is_said = |key: &str| map.get(key).and_then(Value::as_str).is_some_and(|s| !s.is_empty());
    if !is_said("title") || !is_said("law") {
        return Err("without a title or the law".to_owned());
    }
    let why = list("why", &map["why"])?;
    if why.is_empty() || !why.iter().all(Value::is_string) {
        return Err("without a derivation".to_owned());
    }
    let expect = known("expect", &map["expect"], EXPECT)?;
    if expect.is_empty() {
        return Err("expects nothing".to_owned());
    }
    let on = map["on"].as_str().and_then(|on| on.parse().ok()).ok_or("on is no date")?;
    let form: CaseForm =
        serde_json::from_value(json["case"].take()).map_err(|error| format!("case: {error}"))?;
    let case = Case::try_from(form).map_err(|error| format!("case: {error}"))?;
    Ok(Scenario { name: name.to_owned(), case, on, expect: json["expect"].take() })
}

/// Every scenario of `tests/scenarios`, or what is wrong with its form.
fn scenarios() -> Vec<Result<Scenario, String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the scenarios are in the repository")
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(path).expect("a readable file");
            parse(&name, &text).map_err(|error| format!("{name}: {error}"))
        })
        .collect()
}

fn reason(judgement: Judgement) -> Value {
    match judgement {
        Judgement::NotApplicable(reason) | Judgement::Lapsed(reason) => reason.id().into(),
        Judgement::WaitingFor(duty) => duty.id().into(),
        Judgement::Undetermined(norm) => norm.id().into(),
        _ => Value::Null,
    }
}

fn cost(cost: Cost) -> Value {
    match cost {
        Cost::WageSanctionRisk { weeks } => json!({"kind": "wage-sanction-risk", "amount": weeks}),
        Cost::Fine { up_to_eur } => json!({"kind": "fine", "amount": up_to_eur}),
        Cost::WagesRunOn { days } => json!({"kind": "wages-run-on", "amount": days}),
        other => json!({"kind": format!("{other:?}")}),
    }
}

/// A finding under the names of the scenarios.
fn told(finding: &Finding) -> Value {
    json!({
        "topic": finding.topic().id(),
        "number": finding.topic().number(),
        "judgement": finding.judgement().id(),
        "because": reason(finding.judgement()),
        "count": finding.judgement().number(),
        "severity": finding.severity().id(),
        "layer": finding.layer().id(),
        "due": finding.due(),
        "original_due": finding.original_due(),
        "tolerated": finding.tolerated(),
        "met": finding.met(),
        "until": finding.until(),
        "cost": finding.cost().iter().copied().map(cost).collect::<Vec<_>>(),
        "repair": finding.repair().id(),
        "article": finding.citation().to_string(),
    })
}

/// The second track under the names of the wire; questions by their stable names.
fn second_track(verdict: &Verdict<'_>) -> Value {
    let form = VerdictForm::from(verdict).second_track;
    let mut track = serde_json::to_value(form).expect("it serialises");
    track["questions"] = verdict.second_track().questions.iter().map(|q| q.id()).collect();
    track
}

/// What the verdict says otherwise than the scenario expects, and every misuse of the format.
fn differences(scenario: &Scenario) -> Result<Vec<String>, String> {
    let timeline = Timeline::new(&scenario.case);
    let verdict = Verdict::new(&timeline, scenario.on);
    let findings: Vec<Value> = verdict.findings().iter().map(told).collect();
    let topics: Vec<&str> = verdict.findings().iter().map(|f| f.topic().id()).collect();
    let mut wrong = Vec::new();
    let mut compare = |what: String, got: &Value, expected: &Value| {
        if got != expected {
            wrong.push(format!("{what} is {got}, expected {expected}"));
        }
    };
    for (key, expected) in object("expect", &scenario.expect)? {
        match key.as_str() {
            "summary" => compare(key.clone(), &verdict.summary().id().into(), expected),
            "findings" => {
                for expected in list(key, expected)? {
                    let expected = known("a finding", expected, FINDING)?;
                    let topic = expected.get("topic").ok_or("a finding without topic")?;
                    let number = expected.get("number").cloned().unwrap_or(1.into());
                    let found = findings
                        .iter()
                        .find(|found| found["topic"] == *topic && found["number"] == number);
                    let Some(found) = found else {
                        compare(format!("{topic} {number}"), &"absent".into(), &"found".into());
                        continue;
                    };
                    for (key, expected) in expected {
                        compare(format!("{topic} {number}: {key}"), &found[key], expected);
                    }
                }
            }
            "not_findings" => {
                for topic in list(key, expected)? {
                    if topic.as_str().is_some_and(|topic| topics.contains(&topic)) {
                        compare(topic.to_string(), &"found".into(), &"absent".into());
                    }
                }
            }
            "second_track" => {
                let track = second_track(&verdict);
                for (field, expected) in object(key, expected)? {
                    let got = track.get(field).ok_or(format!("unknown key {field:?} in {key}"))?;
                    compare(format!("second_track.{field}"), got, expected);
                }
            }
            "reintegration_report" => {
                for (key, expected) in known(key, expected, REPORT)? {
                    let got: Value = match key.as_str() {
                        "form" => verdict.report().form.id().into(),
                        _ => verdict.report().missing().map(|part| part.id()).collect(),
                    };
                    compare(format!("reintegration_report.{key}"), &got, expected);
                }
            }
            "plan_missing" => {
                let got: Value = verdict.plan().missing().map(|item| item.id()).collect();
                compare(key.clone(), &got, expected);
            }
            other => return Err(format!("unknown key {other:?} in expect")),
        }
    }
    Ok(wrong)
}

#[test]
fn every_scenario_holds() {
    let mut wrong = Vec::new();
    let scenarios = scenarios();
    assert!(scenarios.len() >= 45, "only {} scenarios found", scenarios.len());
    for scenario in &scenarios {
        match scenario {
            Err(error) => wrong.push(error.clone()),
            Ok(scenario) => {
                let lines = differences(scenario).unwrap_or_else(|error| vec![error]);
                wrong.extend(lines.into_iter().map(|line| format!("{}: {line}", scenario.name)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} expectations differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whatever a scenario expects, expecting something else must fail.
#[test]
fn every_expectation_is_compared() {
    let mut broken = 0;
    for scenario in scenarios() {
        let mut scenario = scenario.expect("well formed");
        let timeline = Timeline::new(&scenario.case);
        let verdict = Verdict::new(&timeline, scenario.on);
        let some_topic = verdict.findings().first().map(|finding| finding.topic().id());
        let right = scenario.expect.clone();
        for path in leaves("", &right) {
            // An absent finding is contradicted by one that is there; before the first sick day
            // there is none.
            let wrong = match some_topic {
                None if path.starts_with("/not_findings") => continue,
                Some(topic) if path.starts_with("/not_findings") => topic,
                _ => "nothing like this",
            };
            *scenario.expect.pointer_mut(&path).expect("a leaf") = wrong.into();
            let seen = differences(&scenario);
            let is_seen = seen.map_or(true, |seen| !seen.is_empty());
            assert!(is_seen, "{}: {path} is not compared", scenario.name);
            scenario.expect = right.clone();
            broken += 1;
        }
    }
    assert!(broken > 400, "only {broken} expectations");
}

fn leaves(path: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Object(map) if !map.is_empty() => {
            map.iter().flat_map(|(key, value)| leaves(&format!("{path}/{key}"), value)).collect()
        }
        Value::Array(items) if !items.is_empty() => items
            .iter()
            .enumerate()
            .flat_map(|(i, value)| leaves(&format!("{path}/{i}"), value))
            .collect(),
        _ => vec![path.to_owned()],
    }
}

#[test]
fn unknown_keys_are_errors() {
    let good = json!({
        "title": "t", "law": "l", "why": ["w"], "on": "2024-01-08",
        "case": {"spells": [{"first_day": "2024-01-08"}]},
        "expect": {"summary": "in-order"},
    });
    let errs = |scenario: &Value| match parse("x", &scenario.to_string()) {
        Ok(scenario) => differences(&scenario).is_err(),
        Err(_) => true,
    };
    assert!(!errs(&good));
    for (pointer, value) in [
        ("/summry", json!("in-order")),
        ("/case/summry", json!("in-order")),
        ("/expect/summry", json!("in-order")),
        ("/expect/findings", json!([{"topic": "problem-analysis", "jugement": "late"}])),
        ("/expect/findings", json!([{"judgement": "late"}])),
        ("/expect/second_track", json!({"opend": null})),
        ("/expect/reintegration_report", json!({"mising": []})),
        ("/why", json!([])),
        ("/law", json!("")),
    ] {
        let mut bad = good.clone();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        bad.pointer_mut(parent).expect("a parent")[key] = value;
        assert!(errs(&bad), "{pointer} was accepted");
    }
}
