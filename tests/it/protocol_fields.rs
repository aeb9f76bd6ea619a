//! Every field of a protocol in JSON, read: a second description of the form by the public answers of the
//! protocol says what stands in the file, whatever field is changed in it.

use poortwachter::protocol::{
    Anchor, DutyRule, Moment, Offset, Protocol, Recipient, ReminderRule, Step, Task,
};
use poortwachter::wire::ProtocolForm;
use poortwachter::wire::schema::Schema;
use poortwachter::{Actor, Lang};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

// ---- The form a second time -------------------------------------------------------------------------

/// An object without the fields that are left out when they say nothing.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let says = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(list) => !list.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(|(_, value)| says(value));
    Value::Object(fields.map(|(name, value)| (name.to_string(), value)).collect::<Map<_, _>>())
}

fn protocol_form(protocol: &Protocol) -> Value {
    let publication = protocol.publication();
    let publication =
        publication.map(|one| object([("title", json!(one.title())), ("url", json!(one.url()))]));
    object([
        ("version", json!(1)),
        ("name", json!(protocol.name())),
        ("publication", json!(publication)),
        ("working_days_only", json!(protocol.is_working_days_only())),
        // A rule that reminds nobody of anything is the same as none; that of a duty takes the place of it.
        ("reminders", Some(reminders(protocol.reminders())).filter(|one| *one != json!({})).into()),
        ("duties", protocol.duties().iter().map(duty_rule).collect()),
        ("tasks", protocol.tasks().iter().map(task).collect()),
    ])
}

fn who(actor: Actor) -> &'static str {
    match actor {
        Actor::Employer => "employer",
        Actor::Employee => "employee",
        Actor::OccupationalPhysician => "occupational-physician",
        Actor::CaseManager => "case-manager",
        Actor::OwnRiskCarrier => "own-risk-carrier",
        Actor::Uwv => "uwv",
        other => panic!("{other:?} is new"),
    }
}

/// Whoever acts is told when nobody is named.
fn to(recipients: &[Recipient]) -> Value {
    match recipients {
        [Recipient::Acting] => Value::Null,
        all => all
            .iter()
            .map(|one| match one {
                Recipient::Acting => "acting",
                Recipient::Actor(actor) => who(*actor),
                other => panic!("{other:?} is new"),
            })
            .collect(),
    }
}

fn reminders(rule: &ReminderRule) -> Value {
    let late = |step: &poortwachter::protocol::Escalation| {
        object([("after_days", json!(step.after_days())), ("to", to(step.to()))])
    };
    object([
        ("lead_days", json!(rule.leads())),
        ("on_the_day", json!(rule.is_on_the_day())),
        ("to", to(rule.recipients())),
        ("late", rule.escalations().iter().map(late).collect()),
    ])
}

fn duty_rule(rule: &DutyRule) -> Value {
    object([
        ("duty", json!(rule.duty().id())),
        ("own_date", json!(rule.own_date().map(moment))),
        ("every_weeks", json!(rule.every_weeks())),
        ("left_out", json!(rule.is_left_out())),
        ("reminders", json!(rule.reminders().map(reminders))),
    ])
}

fn task(task: &Task) -> Value {
    object([
        ("task", json!(task.id())),
        ("name_nl", json!(task.name(Lang::Nl))),
        ("name_en", json!(task.name(Lang::En))),
        ("who", json!(who(task.who()))),
        ("when", moment(task.when())),
        ("done_by", json!(task.event().map(|event| event.id()))),
        ("reminders", json!(task.own_reminders().map(reminders))),
    ])
}

fn moment(moment: Moment) -> Value {
    let none = Value::Null;
    let (anchor, [week, duty, event]) = match moment.anchor() {
        Anchor::FirstSickDay => ("first-sick-day", [none.clone(), none.clone(), none]),
        Anchor::LastSickDay => ("last-sick-day", [none.clone(), none.clone(), none]),
        Anchor::StartOfWeek(week) => ("start-of-week", [json!(week), none.clone(), none]),
        Anchor::EndOfWeek(week) => ("end-of-week", [json!(week), none.clone(), none]),
        Anchor::Opens(duty) => ("opens", [none.clone(), json!(duty.id()), none]),
        Anchor::Advised(duty) => ("advised", [none.clone(), json!(duty.id()), none]),
        Anchor::Due(duty) => ("due", [none.clone(), json!(duty.id()), none]),
        Anchor::Event(name) => ("event", [none.clone(), none, json!(name.id())]),
        Anchor::EndOfWaitingPeriod => ("end-of-waiting-period", [none.clone(), none.clone(), none]),
        Anchor::EndOfWages => ("end-of-wages", [none.clone(), none.clone(), none]),
        other => panic!("{other:?} is new"),
    };
    let count = |n: i16, is_one: bool| if is_one { json!(n.unsigned_abs()) } else { Value::Null };
    let (days, weeks) = match moment.offset() {
        Offset::Days(n) => (n, 0),
        Offset::SickWeeks(n) => (0, n),
        other => panic!("{other:?} is new"),
    };
    object([
        ("anchor", json!(anchor)),
        ("week", week),
        ("duty", duty),
        ("event", event),
        ("days_before", count(days, days < 0)),
        ("days_after", count(days, days > 0)),
        ("sick_weeks_before", count(weeks, weeks < 0)),
        ("sick_weeks_after", count(weeks, weeks > 0)),
        (
            "step",
            match moment.step() {
                Step::None => Value::Null,
                Step::PreviousWorkingDay => json!("previous-working-day"),
                Step::NextWorkingDay => json!("next-working-day"),
                other => panic!("{other:?} is new"),
            },
        ),
    ])
}

// ---- A file with every field ------------------------------------------------------------------------

fn full() -> Value {
    json!({
        "version": 1,
        "name": "House rules",
        "publication": {"title": "A title", "url": "https://example.org/a"},
        "working_days_only": true,
        "reminders": {
            "lead_days": [14, 3], "on_the_day": true, "to": ["acting", "case-manager"],
            "late": [{"after_days": 1, "to": ["employer"]}, {"after_days": 7}],
        },
        "duties": [
            {
                "duty": "problem-analysis",
                "own_date": {"anchor": "end-of-week", "week": 5},
                "reminders": {
                    "lead_days": [10], "on_the_day": true, "to": ["employee"],
                    "late": [{"after_days": 2, "to": ["uwv"]}],
                },
            },
            {"duty": "progress-interview", "every_weeks": 4},
            {"duty": "sickness-report-occupational-health", "left_out": true},
        ],
        "tasks": [{
            "task": "first-call", "name_nl": "Eerste belcontact", "name_en": "First call",
            "who": "employer",
            "when": {"anchor": "first-sick-day", "days_after": 2, "step": "next-working-day"},
            "done_by": "problem-analysis",
            "reminders": {
                "lead_days": [5], "on_the_day": true, "to": ["own-risk-carrier"],
                "late": [{"after_days": 3, "to": ["occupational-physician"]}],
            },
        }],
    })
}

fn read(json: &Value) -> Protocol {
    let form: ProtocolForm = serde_json::from_value(json.clone()).expect("the form");
    Protocol::try_from(form).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// What is read says what stands in the file, and what is written does as well.
#[track_caller]
fn says(json: &Value) {
    let protocol = read(json);
    assert_eq!(protocol_form(&protocol), *json);
    assert_eq!(serde_json::to_value(ProtocolForm::from(&protocol)).expect("JSON"), *json);
}

/// Every field with another value; null takes it out.
fn changes() -> Vec<(&'static str, Value)> {
    let mut changes = vec![
        ("/name", json!("Other rules")),
        ("/publication/title", json!("Another")),
        ("/publication/url", json!("https://example.org/b")),
        ("/publication/url", Value::Null),
        ("/publication", Value::Null),
        ("/working_days_only", Value::Null),
        ("/duties/0/duty", json!("plan-of-action")),
        ("/duties/0/own_date/anchor", json!("start-of-week")),
        ("/duties/0/own_date/week", json!(4)),
        ("/duties/0/own_date", Value::Null),
        ("/duties/1/every_weeks", json!(3)),
        ("/duties/2/left_out", Value::Null),
        ("/duties", Value::Null),
        ("/tasks/0/task", json!("second-call")),
        ("/tasks/0/name_nl", json!("Ander contact")),
        ("/tasks/0/name_en", json!("Another call")),
        ("/tasks/0/when/days_after", json!(3)),
        ("/tasks/0/when/step", json!("previous-working-day")),
        ("/tasks/0/done_by", json!("repair-notified")),
        ("/tasks/0/done_by", Value::Null),
        ("/tasks", Value::Null),
    ];
    let actors = ["employee", "occupational-physician", "case-manager", "own-risk-carrier", "uwv"];
    changes.extend(actors.map(|actor| ("/tasks/0/who", json!(actor))));
    for (rule, lead, on, to, after, late, its, all) in [
        (
            "/reminders",
            "/reminders/lead_days",
            "/reminders/on_the_day",
            "/reminders/to",
            "/reminders/late/0/after_days",
            "/reminders/late/0/to",
            "/reminders/late",
            "/reminders/late/1/to",
        ),
        (
            "/duties/0/reminders",
            "/duties/0/reminders/lead_days",
            "/duties/0/reminders/on_the_day",
            "/duties/0/reminders/to",
            "/duties/0/reminders/late/0/after_days",
            "/duties/0/reminders/late/0/to",
            "/duties/0/reminders/late",
            "/duties/0/reminders/late/0/to",
        ),
        (
            "/tasks/0/reminders",
            "/tasks/0/reminders/lead_days",
            "/tasks/0/reminders/on_the_day",
            "/tasks/0/reminders/to",
            "/tasks/0/reminders/late/0/after_days",
            "/tasks/0/reminders/late/0/to",
            "/tasks/0/reminders/late",
            "/tasks/0/reminders/late/0/to",
        ),
    ] {
        changes.extend([
            (rule, Value::Null),
            (lead, json!([20, 6])),
            (on, Value::Null),
            (to, json!(["employer", "uwv"])),
            (to, Value::Null),
            (after, json!(4)),
            (late, Value::Null),
            (its, Value::Null),
            (all, json!(["acting", "employee"])),
        ]);
    }
    changes
}

fn with(mut json: Value, place: &str, value: Value) -> Value {
    let (parent, name) = place.rsplit_once('/').expect("a place");
    let parent = json.pointer_mut(parent).expect("a parent").as_object_mut().expect("an object");
    match value {
        Value::Null => parent.remove(name),
        value => parent.insert(name.to_string(), value),
    };
    json
}

#[test]
fn every_field_is_read_and_written_as_it_stands() {
    says(&full());
    for (place, value) in changes() {
        let changed = with(full(), place, value);
        assert_ne!(changed, full(), "{place}");
        says(&changed);
    }
}

#[test]
fn every_anchor_and_every_distance_is_read_as_it_stands() {
    let anchors = [
        json!({"anchor": "first-sick-day"}),
        json!({"anchor": "last-sick-day"}),
        json!({"anchor": "start-of-week", "week": 7}),
        json!({"anchor": "end-of-week", "week": 8}),
        json!({"anchor": "opens", "duty": "wia-claim"}),
        json!({"anchor": "advised", "duty": "plan-of-action"}),
        json!({"anchor": "due", "duty": "problem-analysis"}),
        json!({"anchor": "event", "event": "wia-granted"}),
        json!({"anchor": "end-of-waiting-period"}),
        json!({"anchor": "end-of-wages"}),
    ];
    let distances =
        [("days_before", 3), ("days_after", 4), ("sick_weeks_before", 5), ("sick_weeks_after", 6)];
    for anchor in anchors {
        says(&with(full(), "/tasks/0/when", anchor.clone()));
        for (name, number) in distances {
            let mut when = anchor.clone();
            when[name] = json!(number);
            says(&with(full(), "/tasks/0/when", when));
        }
    }
}

/// No field of the schema is left without a change.
#[test]
fn every_field_of_the_schema_is_changed() {
    let schema: Value = serde_json::from_str(&Schema::Protocol.json()).expect("JSON");
    let mut fields = BTreeSet::new();
    let definitions = schema["$defs"].as_object().expect("definitions").values();
    for part in definitions.chain([&schema]) {
        fields.extend(part["properties"].as_object().into_iter().flatten().map(|(name, _)| name));
    }
    let places = changes().into_iter().map(|(place, _)| place);
    let mut changed: BTreeSet<&str> = places.filter_map(|place| place.rsplit('/').next()).collect();
    // Those of a moment are changed with the anchors; of the version there is one.
    let moment = ["duty", "event", "week", "anchor"];
    let distance = ["days_before", "days_after", "sick_weeks_before", "sick_weeks_after", "when"];
    changed.extend(moment.into_iter().chain(distance).chain(["version"]));
    assert_eq!(fields.iter().map(|name| name.as_str()).collect::<BTreeSet<_>>(), changed);
}
