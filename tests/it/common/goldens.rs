//! Reads the golden cases and compares a timeline with what they expect.

use poortwachter::Day;
use poortwachter::law::Law;
use poortwachter::timeline::{MilestoneDay, ObligationDerivation, PossibilityWindow};
use poortwachter::verdict::Verdict;
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Obligation, Standing, Timeline, View};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A case with the dates that a person computed by hand.
pub struct Golden {
    pub name: String,
    pub case: Case,
    pub expect: Value,
}

/// Every golden case of `tests/golden`.
pub fn goldens() -> Vec<Golden> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut goldens: Vec<Golden> = std::fs::read_dir(folder)
        .expect("the golden cases are in the repository")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("a readable file");
            let mut json: Value =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let form: CaseForm = serde_json::from_value(json["case"].take())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            let case = Case::try_from(form).unwrap_or_else(|error| panic!("{name}: {error}"));
            Golden { name, case, expect: json["expect"].take() }
        })
        .collect();
    goldens.sort_by(|a, b| a.name.cmp(&b.name));
    goldens
}

/// After every fact, so that a view knows all of them.
pub fn after_everything() -> Day {
    Day::new(2299, 12, 31)
}

/// Every expectation of a golden case that the law does not give, in words.
pub fn differences(golden: &Golden, law: &'static Law) -> Vec<String> {
    let timeline = Timeline::under(law, &golden.case);
    let view = timeline.view(after_everything());
    let mut wrong = Vec::new();
    if let Some(expected) = golden.expect.get("report_form").and_then(Value::as_str) {
        let form = Verdict::from_view(view.clone()).report().form.id();
        if form != expected {
            wrong.push(format!("{}: report form {form}, expected {expected}", golden.name));
        }
    }
    let mut compare = |what: &str, got: Option<Day>, expected: &Value| {
        let expected_day = expected.as_str();
        let got = got.map(|day| day.to_string());
        if got.as_deref() != expected_day {
            wrong.push(format!(
                "{}: {what} is {}, expected {}",
                golden.name,
                got.as_deref().unwrap_or("absent"),
                expected_day.unwrap_or("absent"),
            ));
        }
    };
    let milestones: BTreeMap<(&str, &str), Option<Day>> = BTreeMap::from([
        (("waiting_period", "last_day"), view.waiting_period_last_day()),
        (("waiting_period", "wia_start"), view.wia_start()),
        (("wages", "minimum_wage_floor_last_day"), view.minimum_wage_floor_last_day()),
        (("wages", "last_day"), view.wages_last_day()),
        (("sickness_benefit", "last_day"), view.sickness_benefit_last_day()),
        (
            ("sickness_benefit", "after_assessment_last_day"),
            view.benefit_after_assessment_last_day(),
        ),
        (("dismissal_ban", "last_day"), view.dismissal_ban_last_day()),
        (("early_iva", "first_day"), view.early_iva_first_day()),
        (("early_iva", "last_day"), view.early_iva_last_day()),
        (("early_iva", "shortened_last_day"), view.shortened_waiting_period_last_day()),
        (("wage_sanction", "first_day"), view.sanction().and_then(|s| s.first_day())),
        (("wage_sanction", "last_day"), view.sanction().and_then(|s| s.last_day())),
    ]);
    for (key, expected) in golden.expect.as_object().expect("an object") {
        match key.as_str() {
            "first_sick_day" => compare(key, Some(view.first_sick_day()), expected),
            "relapse_joins_through" => compare(key, view.relapse_joins_through(), expected),
            "obligations" | "possibilities" => {}
            "milestones" => {
                for (id, expected) in expected.as_object().expect("an object") {
                    let all = view.milestones();
                    let found = all.iter().find(|line| line.milestone().id() == id);
                    compare(id, found.map(MilestoneDay::day), expected);
                }
            }
            "report_form" => {}
            "wage_sanction" if expected.is_null() => {
                compare(key, view.sanction().and_then(|s| s.last_day()), expected);
            }
            group => {
                for (field, expected) in expected.as_object().expect("an object") {
                    let got = milestones
                        .get(&(group, field.as_str()))
                        .unwrap_or_else(|| panic!("{}: unknown {group}.{field}", golden.name));
                    compare(&format!("{group}.{field}"), *got, expected);
                }
            }
        }
    }
    wrong.extend(differences_of_possibilities(golden, &view));
    let Some(obligations) = golden.expect["obligations"].as_object() else { return wrong };
    for (name, expected) in obligations {
        let (duty, number) = match name.split_once('#') {
            Some((duty, number)) => (duty, number.parse().expect("a number")),
            None => (name.as_str(), 1_u16),
        };
        let found = timeline
            .obligations()
            .iter()
            .find(|obligation| obligation.duty().id() == duty && obligation.number() == number);
        for (field, expected) in expected.as_object().expect("an object") {
            let what = format!("{name}.{field}");
            if field == "alternatives" {
                let derivation = found.and_then(|found| view.derivation(found));
                for (rule, expected) in expected.as_object().expect("an object") {
                    let own = |derivation: &ObligationDerivation| {
                        let mut all = derivation.alternatives().iter();
                        all.find(|(other, _)| other.id() == rule)?.1.day()
                    };
                    let got = derivation.as_ref().and_then(own).map(|day| day.to_string());
                    if got.as_deref() != expected.as_str() {
                        wrong.push(format!(
                            "{}: {rule} is {got:?}, expected {expected}",
                            golden.name
                        ));
                    }
                }
                continue;
            }
            if field == "state" {
                let got = found.map_or("missing", state);
                if Some(got) != expected.as_str() {
                    wrong.push(format!("{}: {what} is {got}, expected {expected}", golden.name));
                }
                continue;
            }
            let got = found.and_then(|obligation| match field.as_str() {
                "opens" => obligation.opens(),
                "advised" => obligation.advised(),
                "due" => obligation.due(),
                "original_due" => obligation.original_due(),
                "tolerated" => obligation.tolerated(),
                "met" => obligation.met(),
                other => panic!("{}: unknown field {other}", golden.name),
            });
            let mut compare = |what: &str, got: Option<Day>, expected: &Value| {
                let got = got.map(|day| day.to_string());
                if got.as_deref() != expected.as_str() {
                    wrong.push(format!("{}: {what} is {got:?}, expected {expected}", golden.name));
                }
            };
            compare(&what, got, expected);
        }
    }
    wrong
}

/// The same of the possibilities: the days of each, null for one that the case does not have.
fn differences_of_possibilities(golden: &Golden, view: &View<'_>) -> Vec<String> {
    let Some(expected) = golden.expect["possibilities"].as_object() else { return Vec::new() };
    let all = view.possibilities();
    let mut wrong = Vec::new();
    for (name, expected) in expected {
        let (id, number) = name.split_once('#').unwrap_or((name, "1"));
        let is_it = |it: &&PossibilityWindow| {
            it.possibility().id() == id && it.number().to_string() == number
        };
        let found = all.iter().find(is_it);
        if expected.is_null() || found.is_none() {
            if found.is_some() == expected.is_null() {
                wrong.push(format!("{}: {name} is {found:?}", golden.name));
            }
            continue;
        }
        for (field, expected) in expected.as_object().expect("an object") {
            let found = found.expect("looked at above");
            let day = match field.as_str() {
                "opens" => Some(found.opens()),
                "until" => found.until(),
                "tolerated" => found.tolerated(),
                "taken" => found.taken(),
                "ended" => found.ended(),
                "against_day" => found.against().map(|(_, day)| day),
                "against" => {
                    let got = found.against().map(|(event, _)| event.id());
                    if got != expected.as_str() {
                        wrong.push(format!("{}: {name} is against {got:?}", golden.name));
                    }
                    continue;
                }
                "who" => {
                    let who: Vec<&str> = found.who().iter().map(|actor| actor.id()).collect();
                    if who.join(", ") != expected.as_str().expect("names") {
                        wrong.push(format!("{}: {name} is for {who:?}", golden.name));
                    }
                    continue;
                }
                other => panic!("{}: unknown field {other}", golden.name),
            };
            let day = day.map(|day| day.to_string());
            if day.as_deref() != expected.as_str() {
                wrong.push(format!(
                    "{}: {name}.{field} is {day:?}, expected {expected}",
                    golden.name
                ));
            }
        }
    }
    wrong
}

fn state(obligation: &Obligation) -> &'static str {
    match obligation.standing() {
        Standing::Stands => "stands",
        Standing::WaitingFor(_) => "waiting",
        Standing::NotApplicable(_) => "not-applicable",
        Standing::Lapsed(_) => "lapsed",
        Standing::Paused => "paused",
        Standing::Undetermined(_) => "undetermined",
        _ => "unknown",
    }
}
