//! Dates that somebody else published: courts, an absence register, other people's code
//! (`tests/data/published.json`). The wrong ones among them must stay wrong.

use crate::common::in_days;
use poortwachter::Day;
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Duty, Timeline};
use serde_json::{Value, json};

fn published() -> Value {
    serde_json::from_str(include_str!("../data/published.json")).expect("valid JSON")
}

fn date(value: &Value) -> Day {
    value.as_str().and_then(|text| text.parse().ok()).expect("a date")
}

/// The case of an entry. A sanction of which the source prints no day is taken as decided in time:
/// six weeks before the end, as WIA art. 25(10) demands. The rulings on ZW art. 19aa are about people
/// without an employer, assessed in time: on the day before the first day after 52 weeks.
fn case(entry: &Value) -> Case {
    let mut events = entry["events"].as_array().cloned().unwrap_or_default();
    let safety_net =
        entry["expect"].as_object().expect("an object").keys().any(|k| k.starts_with("zw_"));
    if !entry["expect"]["zw_end_after_first_year_assessment"].is_null() {
        let first = date(&entry["spells"][0]["first_day"]);
        let assessed = first + in_days(52 * 7 - 1);
        events.push(json!({"kind": "assessed-able", "on": assessed.to_string()}));
    }
    for event in &mut events {
        if event["on"].is_null() {
            let first = date(&entry["spells"][0]["first_day"]);
            let in_time = first + in_days(728 - 1 - 42);
            event["on"] = json!(in_time.to_string());
        }
    }
    let form: CaseForm = serde_json::from_value(json!({
        "regime": if safety_net { "safety-net" } else { "employer" },
        "spells": entry["spells"],
        "events": events,
    }))
    .expect("the entries have the shape of a case");
    Case::try_from(form).expect("a valid case")
}

#[test]
fn every_published_date_follows() {
    let published = published();
    let entries = published["published"].as_array().expect("a list");
    assert_eq!(entries.len(), 22, "an entry was added or lost");
    let mut compared = 0;
    for entry in entries {
        let id = entry["id"].as_str().expect("an id");
        let timeline = Timeline::new(&case(entry));
        let view = timeline.view(Day::new(2299, 12, 31));
        let first = view.first_sick_day();
        let due = |duty| timeline.obligation(duty).and_then(|obligation| obligation.due());
        let tolerated = |duty| {
            timeline
                .obligation(duty)
                .and_then(|obligation| obligation.tolerated().or(obligation.due()))
        };
        for (what, expected) in entry["expect"].as_object().expect("an object") {
            let expected = date(expected);
            let got = match what.as_str() {
                "wia_start" => view.wia_start(),
                "first_sick_day" => Some(first),
                "relapse_joins_through" => view.relapse_joins_through(),
                "wia_claim_due" => due(Duty::WIA_CLAIM),
                "wages_last_day" => view.wages_last_day(),
                "problem_analysis_due" => due(Duty::PROBLEM_ANALYSIS),
                "plan_of_action_planned" => due(Duty::PLAN_OF_ACTION),
                "uwv_sickness_report_due" => due(Duty::UWV_SICKNESS_REPORT),
                "sanction_last_day" => view.sanction().and_then(|sanction| sanction.last_day()),
                "sanction_first_day_after" => view
                    .sanction()
                    .and_then(|sanction| sanction.last_day())
                    .and_then(|last| last.checked_add(1)),
                "latest_valid_sanction_decision" => tolerated(Duty::WAGE_SANCTION_DECISION),
                // The UWV really wrote on that day: no later than the day that is accepted.
                "uwv_notice_sent" => {
                    let last = tolerated(Duty::WIA_NOTICE).expect("a notice is due");
                    assert!(expected <= last, "{id}: written on {expected}, accepted until {last}");
                    Some(expected)
                }
                // A claim day that a court held to be in time.
                "early_iva_claim_in_window" => {
                    let window = view.early_iva_first_day()..=view.early_iva_last_day();
                    assert!(
                        window.contains(&Some(expected)),
                        "{id}: {expected} outside the window"
                    );
                    Some(expected)
                }
                // The day after 52 weeks, and the first day without benefit a month later: ZW art.
                // 19aa(1) and (2).
                "zw_first_year_reference_day" => due(Duty::FIRST_YEAR_ASSESSMENT),
                "zw_end_after_first_year_assessment" => {
                    view.benefit_after_assessment_last_day().and_then(|last| last.checked_add(1))
                }
                other => panic!("{id}: unknown expectation {other}"),
            };
            assert_eq!(got, Some(expected), "{id}: {what}");
            compared += 1;
        }
    }
    assert_eq!(compared, 28, "a published date was not compared");
}

#[test]
fn what_was_published_wrongly_stays_wrong() {
    let published = published();
    let entries = published["known_wrong"].as_array().expect("a list");
    assert_eq!(entries.len(), 4);
    for entry in entries {
        let id = entry["id"].as_str().expect("an id");
        let case =
            Case::builder().sick_since(date(&entry["first_sick_day"])).build().expect("valid");
        let timeline = Timeline::new(&case);
        let (what, printed) =
            entry["printed"].as_object().and_then(|map| map.iter().next()).expect("a date");
        let got = match what.as_str() {
            "uwv_sickness_report_due" => timeline.obligation(Duty::UWV_SICKNESS_REPORT),
            "wia_claim_due" => timeline.obligation(Duty::WIA_CLAIM),
            "wia_start" => None,
            other => panic!("{id}: unknown expectation {other}"),
        };
        let got = match got {
            Some(obligation) => obligation.due(),
            None => timeline.view(date(printed)).wia_start(),
        };
        assert_ne!(got, Some(date(printed)), "{id}: the wrong date came back");
        assert_eq!(got, Some(date(&entry["right"][what])), "{id}: {what}");
    }
}
