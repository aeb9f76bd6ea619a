//! The JSON Schemas: those in `schemas/` are the ones that the crate gives, and an independent
//! validator finds that what is read and written fits them. `POORTWACHTER_WRITE=1` writes them anew,
//! to be read again; `src/wire/schema/mod.rs` says when the version goes up.

use crate::common::facts;
use crate::common::goldens::goldens;
use crate::common::in_days;
use crate::common::kept::assert_kept;
use jsonschema::Validator;
use poortwachter::Day;
use poortwachter::protocol::{Protocol, presets};
use poortwachter::wire::schema::Schema;
use poortwachter::wire::{
    AgendaForm, CaseForm, ChangesForm, ExplanationForm, ProtocolForm, VerdictForm, ViewForm,
};
use poortwachter::{
    Case, CaseError, EventKind, Explanation, Lang, Timeline, change, verdict::Verdict,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn parsed(schema: Schema) -> Value {
    serde_json::from_str(&schema.json()).expect("JSON")
}

fn compiled(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("a schema")
}

fn of(schema: Schema) -> Validator {
    compiled(&parsed(schema))
}

/// The same schema, but a field that it does not name is refused.
fn closed(schema: Schema) -> Validator {
    fn close(value: &mut Value) {
        if value["type"] == "object" && value["properties"].is_object() {
            value["additionalProperties"] = json!(false);
        }
        match value {
            Value::Object(members) => members.values_mut().for_each(close),
            Value::Array(items) => items.iter_mut().for_each(close),
            _ => {}
        }
    }
    let mut schema = parsed(schema);
    close(&mut schema);
    compiled(&schema)
}

#[track_caller]
fn fits(validator: &Validator, what: &str, value: &impl Serialize) {
    let value = serde_json::to_value(value).expect("JSON");
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|error| format!("{what}: {}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

fn json_file(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("a readable file");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json_files(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(root(folder))
        .expect("a folder")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    paths
}

// ---- The schemas themselves ------------------------------------------------------------------------

#[test]
fn the_files_are_those_that_the_crate_gives() {
    let mut expected = Vec::new();
    for schema in Schema::ALL {
        let path = root("schemas").join(schema.file_name());
        // Where it differs: does its version go up?
        assert_kept(&format!("schemas/{}", schema.file_name()), &schema.json());
        expected.push(path);
    }
    expected.sort();
    assert_eq!(json_files("schemas"), expected);
}

#[test]
fn each_is_a_schema_with_a_version() {
    for schema in Schema::ALL {
        let json = parsed(*schema);
        if let Err(error) = jsonschema::meta::validate(&json) {
            panic!("{}: {error}", schema.id());
        }
        assert_eq!(json["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(json["$id"], schema.urn());
        assert!(schema.file_name().contains(&format!(".v{}.", schema.version())));
        assert!(json["title"].is_string() && json["description"].is_string());
    }
}

// ---- What is read ----------------------------------------------------------------------------------

#[test]
fn every_case_in_the_repository_fits() {
    let case = of(Schema::Case);
    let mut n = 0;
    for path in json_files("examples") {
        if !path.ends_with("protocol.json") {
            fits(&case, &path.display().to_string(), &json_file(&path));
            n += 1;
        }
    }
    for path in json_files("tests/golden").into_iter().chain(json_files("tests/scenarios")) {
        fits(&case, &path.display().to_string(), &json_file(&path)["case"]);
        n += 1;
    }
    assert!(n > 300, "{n}");
}

#[test]
fn every_protocol_fits() {
    let protocol = of(Schema::Protocol);
    fits(&protocol, "the example", &json_file(&root("examples/protocol.json")));
    fits(&protocol, "the default", &ProtocolForm::from(&Protocol::default()));
    for preset in presets::ALL {
        fits(&protocol, preset.id(), &ProtocolForm::from(&preset.protocol()));
    }
}

fn read(case: &Value) -> Result<Case, String> {
    serde_json::from_value(case.clone()).map_err(|error| error.to_string())
}

#[test]
fn broken_cases_are_refused_by_the_schema_and_by_the_reader() {
    let with = |fields: Value| {
        let mut case = json!({"spells": [{"first_day": "2026-01-05"}]});
        for (name, value) in fields.as_object().expect("an object") {
            case[name] = value.clone();
        }
        case
    };
    let event = |event: Value| with(json!({"events": [event]}));
    let leave = |leave: Value| with(json!({"leave": [leave]}));
    let broken = [
        json!({}),
        json!([]),
        json!({"spells": []}),
        json!({"spells": [{}]}),
        json!({"spells": [{"first_day": null}]}),
        json!({"spells": [{"first_day": "5-1-2026"}]}),
        json!({"spells": [{"first_day": "2026-13-05"}]}),
        json!({"spells": [{"first_day": "2026-02-30"}]}),
        json!({"spells": [{"first_day": "2026-01-05T00:00:00"}]}),
        json!({"spells": [{"first_day": 20260105}]}),
        json!({"spells": [{"first_day": "2026-01-05", "cause": "x"}]}),
        json!({"spells": [{"first_day": "2026-01-05", "counts_for_dismissal_ban": "no"}]}),
        with(json!({"diagnosis": "x"})),
        with(json!({"id": 17})),
        with(json!({"regime": "government"})),
        with(json!({"interviews": "weekly"})),
        with(json!({"sickness_benefit_entitlement": true})),
        with(json!({"events": null})),
        leave(json!({"first_day": "2026-05-04"})),
        leave(json!({"first_day": "2026-05-04", "last_day": "2026-08-23", "joins": "maybe"})),
        leave(json!({"first_day": "2026-05-04", "last_day": "2026-08-23", "decided_by": "uwv"})),
        leave(json!({"first_day": "2026-05-04", "last_day": "2026-08-23", "joins": "no",
            "decided_on": "2026-09-01", "decided_by": null})),
        event(json!({"kind": "interview"})),
        event(json!({"on": "2026-02-10"})),
        event(json!({"kind": "intervieuw", "on": "2026-02-10"})),
        event(json!({"kind": "repair-decision", "on": "2026-02-10"})),
        event(json!({"kind": "interview", "on": "2026-02-10", "weeks": 3})),
        event(json!({"kind": "wage-sanction", "on": "2026-02-10", "weeks": 0})),
        event(json!({"kind": "wage-sanction", "on": "2026-02-10", "weeks": 53})),
        event(json!({"kind": "wage-sanction", "on": "2026-02-10", "until": "2026-03-01"})),
        event(json!({"kind": "voluntary-extension", "on": "2026-02-10"})),
        event(json!({"kind": "voluntary-extension", "on": "2026-02-10", "until": null})),
        event(json!({"kind": "plan-holds", "on": "2026-02-10"})),
        event(json!({"kind": "plan-holds", "on": "2026-02-10", "item": "a"})),
        event(json!({"kind": "report-holds", "on": "2026-02-10", "part": "m"})),
        event(json!({"kind": "second-track-ended", "on": "2026-02-10", "reason": "party-absent"})),
        event(json!({"kind": "agreed-deviation", "on": "2026-02-10", "duty": "problem-analysis",
            "until": "2026-03-01", "reason": "placed"})),
        event(json!({"kind": "agreed-deviation", "on": "2026-02-10", "duty": "wia-claim",
            "until": "2026-03-01", "reason": "party-absent"})),
        event(json!({"kind": "agreed-deviation", "on": "2026-02-10", "duty": "problem-analysis",
            "reason": "party-absent"})),
    ];
    let schema = of(Schema::Case);
    for case in broken {
        assert!(read(&case).is_err(), "the reader takes {case}");
        assert!(!schema.is_valid(&case), "the schema takes {case}");
    }
}

#[test]
fn broken_protocols_are_refused_by_the_schema_and_by_the_reader() {
    let with = |fields: Value| {
        let mut protocol = json!({"version": 1, "name": "p"});
        for (name, value) in fields.as_object().expect("an object") {
            protocol[name] = value.clone();
        }
        protocol
    };
    let duty = |rule: Value| with(json!({"duties": [rule]}));
    let task = |when: Value| {
        with(json!({"tasks": [
            {"task": "t", "name_nl": "T", "name_en": "T", "who": "employer", "when": when}]}))
    };
    let broken = [
        json!({"name": "p"}),
        json!({"version": 2, "name": "p"}),
        json!({"version": 1, "name": ""}),
        json!({"version": 1, "name": "two\nlines"}),
        json!({"version": 1, "name": "x".repeat(121)}),
        with(json!({"cause": "x"})),
        with(json!({"reminders": {"to": []}})),
        with(json!({"reminders": {"to": ["boss"]}})),
        with(json!({"reminders": {"lead_days": [0]}})),
        with(json!({"reminders": {"lead_days": [1201]}})),
        with(json!({"reminders": {"late": [{"after_days": 0}]}})),
        duty(json!({"duty": "wia"})),
        duty(json!({"duty": "wia-claim", "left_out": true})),
        duty(json!({"duty": "wia-claim", "every_weeks": 4})),
        duty(json!({"duty": "progress-interview", "every_weeks": 0})),
        task(json!({"anchor": "first-day"})),
        task(json!({"anchor": "end-of-week"})),
        task(json!({"anchor": "end-of-week", "week": 157})),
        task(json!({"anchor": "due"})),
        task(json!({"anchor": "due", "duty": null})),
        task(json!({"anchor": "event", "event": "party"})),
        task(json!({"anchor": "first-sick-day", "week": 3})),
        task(json!({"anchor": "first-sick-day", "days_before": 3, "days_after": 4})),
        task(json!({"anchor": "first-sick-day", "days_after": 1201})),
        task(json!({"anchor": "first-sick-day", "sick_weeks_after": 157})),
        task(json!({"anchor": "first-sick-day", "step": "weekday"})),
        with(json!({"tasks": [{"task": "Call!", "name_nl": "T", "name_en": "T", "who": "employer",
            "when": {"anchor": "first-sick-day"}}]})),
        with(json!({"tasks": [{"task": "wia-claim", "name_nl": "T", "name_en": "T",
            "who": "employer", "when": {"anchor": "first-sick-day"}}]})),
        with(json!({"tasks": [{"task": "t", "name_nl": "T", "name_en": "T", "who": "acting",
            "when": {"anchor": "first-sick-day"}}]})),
    ];
    let schema = of(Schema::Protocol);
    for protocol in broken {
        let form = serde_json::from_value::<ProtocolForm>(protocol.clone()).ok();
        let taken = form.and_then(|form| Protocol::try_from(form).ok());
        assert!(taken.is_none(), "the reader takes {protocol}");
        assert!(!schema.is_valid(&protocol), "the schema takes {protocol}");
    }
}

/// A value for a field, right or wrong.
fn value() -> impl Strategy<Value = Value> {
    select(vec![
        Value::Null,
        json!("2026-03-02"),
        json!("2026-02-30"),
        json!(0),
        json!(26),
        json!(true),
        json!("a"),
        json!("no"),
        json!("uwv"),
        json!("terms"),
        json!("placed"),
        json!("no-possibilities"),
        json!("party-absent"),
        json!("labour-expert"),
        json!("application-skills"),
        json!("problem-analysis"),
        json!("wia-claim"),
        json!("agreed-deviation"),
        json!("second-track-ended"),
        json!("wage-sanction"),
        json!("voluntary-extension"),
    ])
}

/// Which list, which entry of it, which field, and what to put there; nothing takes it away.
fn damage() -> impl Strategy<Value = (&'static str, usize, &'static str, Option<Value>)> {
    let field = select(vec![
        "kind",
        "on",
        "duty",
        "until",
        "reason",
        "by",
        "phase",
        "item",
        "part",
        "weeks",
        "first_day",
        "last_day",
        "joins",
        "decided_by",
        "decided_on",
        "cause",
    ]);
    (
        select(vec!["spells", "leave", "events", "events"]),
        0..4_usize,
        field,
        prop::option::of(value()),
    )
}

fn is_of_shape(error: &CaseError) -> bool {
    matches!(
        error,
        CaseError::NoSpell
            | CaseError::UnknownKind { .. }
            | CaseError::UnknownValue { .. }
            | CaseError::Incomplete { .. }
            | CaseError::UnexpectedField { .. }
            | CaseError::SanctionLength { .. }
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What the reader takes fits, and what fits is refused for what the facts say, if at all.
    #[test]
    fn the_schema_is_as_narrow_as_the_reader(
        recorded in facts::recorded(),
        damage in prop::collection::vec(damage(), 0..3),
    ) {
        thread_local!(static SCHEMA: Validator = of(Schema::Case));
        let Ok(case) = recorded.case() else { return Ok(()) };
        let mut json = serde_json::to_value(&case).expect("JSON");
        for (list, i, field, value) in damage {
            let Some(entry) = json[list].get_mut(i) else { continue };
            match value {
                Some(value) => entry[field] = value,
                None => { entry.as_object_mut().expect("an object").remove(field); }
            }
        }
        let is_valid = SCHEMA.with(|schema| schema.is_valid(&json));
        match serde_json::from_value::<CaseForm>(json.clone()) {
            Err(error) => prop_assert!(!is_valid, "{error}: {json}"),
            Ok(form) => match Case::try_from(form) {
                Ok(_) => prop_assert!(is_valid, "{json}"),
                Err(error) => prop_assert!(!(is_valid && is_of_shape(&error)), "{error}: {json}"),
            },
        }
    }
}

// ---- What is written -------------------------------------------------------------------------------

/// Days on which a case looks different.
fn days(case: &Case) -> impl Iterator<Item = Day> {
    let first = case.spells()[0].first_day();
    [0, 50, 300, 420, 650, 760, 1100].map(|n| first + in_days(n)).into_iter()
}

#[test]
fn every_view_verdict_and_agenda_of_a_golden_case_fits() {
    let (view, verdict, agenda) =
        (closed(Schema::View), closed(Schema::Verdict), closed(Schema::Agenda));
    let example: ProtocolForm =
        serde_json::from_value(json_file(&root("examples/protocol.json"))).expect("the form");
    let example = Protocol::try_from(example).expect("a protocol");
    let protocols: Vec<Protocol> =
        presets::ALL.iter().map(|preset| preset.protocol()).chain([example]).collect();
    for (i, golden) in goldens().iter().enumerate() {
        let timeline = Timeline::new(&golden.case);
        for on in days(&golden.case) {
            let what = format!("{} on {on}", golden.name);
            let seen = timeline.view(on);
            fits(&view, &what, &ViewForm::with_derivations(&seen));
            fits(&view, &what, &ViewForm::from(&seen));
            fits(&verdict, &what, &VerdictForm::from(&Verdict::new(&timeline, on)));
            let protocol = &protocols[i % protocols.len()];
            let planned = protocol.agenda(&seen);
            let through = on + 90;
            fits(&agenda, &what, &AgendaForm::between(&planned, &seen, on, through));
        }
    }
}

#[test]
fn every_change_fits() {
    let changes = closed(Schema::Changes);
    let compared = |old: &Case, new: &Case, days: (Day, Day), what: &str| {
        let (old, new) = (Timeline::new(old), Timeline::new(new));
        let (old, new) = (old.view(days.0), new.view(days.1));
        fits(&changes, what, &ChangesForm::new(&old, &change::compare(&old, &new)));
    };
    for golden in goldens() {
        let case = &golden.case;
        let on = case.spells()[0].first_day() + 700;
        compared(case, case, (on, on + 60), &golden.name);
        for kind in [EventKind::NoPossibilities, EventKind::OwnWorkRuledOut, EventKind::Deceased] {
            if let Ok(other) = case.with(kind, on) {
                compared(case, &other, (on, on), &golden.name);
            }
        }
        if let Ok(other) = case.with_recovery(on) {
            compared(case, &other, (on, on), &golden.name);
        }
    }
}

#[test]
fn every_explanation_fits() {
    let explanation = closed(Schema::Explanation);
    for golden in goldens() {
        let timeline = Timeline::new(&golden.case);
        let view = timeline.view(golden.case.spells()[0].first_day() + 650);
        for (obligation, _) in view.obligations() {
            let form = ExplanationForm::from(&Explanation::new(&view, obligation, Lang::Nl));
            fits(&explanation, &golden.name, &form);
        }
        for milestone in view.milestones() {
            let form =
                ExplanationForm::from(&Explanation::from_milestone(&view, &milestone, Lang::En));
            fits(&explanation, &golden.name, &form);
        }
    }
}

#[test]
fn an_answer_that_says_something_else_does_not_fit() {
    let case = Case::builder().sick_since(Day::new(2026, 1, 5));
    let timeline = Timeline::new(&case.build().unwrap());
    let view = timeline.view(Day::new(2026, 3, 2));
    let (open, closed) = (of(Schema::View), closed(Schema::View));
    let view = serde_json::to_value(ViewForm::from(&view)).unwrap();
    assert!(open.is_valid(&view) && closed.is_valid(&view));
    let broken = |path: &str, value: Value| {
        let mut view = view.clone();
        *view.pointer_mut(path).expect("it is there") = value;
        assert!(!open.is_valid(&view), "{path}");
    };
    broken("/state", json!("ill"));
    broken("/on", json!("2 March 2026"));
    broken("/obligations/0/status", json!("late"));
    broken("/obligations/0/due", json!(43));
    broken("/obligations/0/layer", json!("statute"));
    broken("/milestones/0/milestone", json!("end"));
    // A later version may say more; a program leaves alone what it does not know.
    let mut more = view.clone();
    more["more"] = json!(1);
    assert!(open.is_valid(&more) && !closed.is_valid(&more));
}

// ---- The command -----------------------------------------------------------------------------------

#[cfg(feature = "cli")]
#[test]
fn the_command_prints_them() {
    let run = |names: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_poortwachter"))
            .arg("schema")
            .args(names)
            .output()
            .expect("it runs")
    };
    let listed = String::from_utf8(run(&[]).stdout).expect("text");
    for schema in Schema::ALL {
        let printed = run(&[schema.id()]);
        assert!(printed.status.success());
        assert_eq!(String::from_utf8(printed.stdout).expect("text"), schema.json());
        assert!(listed.contains(&schema.urn()), "{listed}");
    }
    let unknown = run(&["cases"]);
    assert_eq!(unknown.status.code(), Some(2));
    let error = String::from_utf8(unknown.stderr).expect("text");
    assert!(error.contains("known are case, protocol, view"), "{error}");
}
