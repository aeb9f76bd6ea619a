//! The JSON form of a protocol and of an agenda.

use poortwachter::Day;
use poortwachter::protocol::{
    Anchor, EventName, Moment, Protocol, ProtocolError, Recipient, ReminderRule, Task, presets,
};
use poortwachter::wire::{AgendaForm, ProtocolForm};
use poortwachter::{Actor, Case, Duty, Timeline};
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../../examples/protocol.json");

fn read(json: &Value) -> Result<Protocol, ProtocolError> {
    let form: ProtocolForm = serde_json::from_value(json.clone()).expect("the form");
    Protocol::try_from(form)
}

/// A protocol with one rule for a duty.
fn of_duty(rule: Value) -> Value {
    json!({"version": 1, "name": "p", "duties": [rule]})
}

/// A protocol with one task on a moment.
fn of_moment(when: Value) -> Value {
    let task =
        json!({"task": "t", "name_nl": "T", "name_en": "T", "who": "employer", "when": when});
    json!({"version": 1, "name": "p", "tasks": [task]})
}

#[track_caller]
fn refused(json: &Value, field: &str, part: &str) {
    let error = read(json).expect_err("it should be refused");
    assert_eq!(error.field(), field, "{error}");
    assert!(error.to_string().contains(part), "no {part:?} in {error}");
}

#[track_caller]
fn round_trips(protocol: &Protocol) {
    let form = ProtocolForm::from(protocol);
    let text = serde_json::to_string(&form).expect("JSON");
    let back: ProtocolForm = serde_json::from_str(&text).expect("the form");
    assert_eq!(Protocol::try_from(back).as_ref(), Ok(protocol));
}

#[test]
fn presets_and_the_example_come_back_as_they_went() {
    round_trips(&Protocol::default());
    for preset in presets::ALL {
        round_trips(&preset.protocol());
    }
    let example: Value = serde_json::from_str(EXAMPLE).expect("JSON");
    let protocol = read(&example).expect("it is in order");
    round_trips(&protocol);
    assert_eq!(protocol.duties().len(), 4);
    assert_eq!(protocol.tasks()[1].event(), Some(EventName::from(Duty::FIRST_YEAR_EVALUATION)));
    assert_eq!(
        protocol.reminders().escalations()[1].to(),
        [Recipient::Acting, Recipient::Actor(Actor::CaseManager)]
    );
}

#[test]
fn every_anchor_and_distance_comes_back() {
    let event = EventName::of("repair-notified").unwrap();
    let anchors = [
        Anchor::FirstSickDay,
        Anchor::LastSickDay,
        Anchor::StartOfWeek(3),
        Anchor::EndOfWeek(104),
        Anchor::Opens(Duty::WIA_CLAIM),
        Anchor::Advised(Duty::WIA_CLAIM),
        Anchor::Due(Duty::WIA_CLAIM),
        Anchor::Event(event),
        Anchor::EndOfWaitingPeriod,
        Anchor::EndOfWages,
    ];
    let mut builder = Protocol::builder("all").published("a title", "");
    for (i, anchor) in anchors.into_iter().enumerate() {
        let on = Moment::new(anchor);
        let moments = [
            on,
            on.days_before(3),
            on.days_after(1_200).to_next_working_day(),
            on.sick_weeks_before(156).to_previous_working_day(),
            on.sick_weeks_after(2),
        ];
        for (j, moment) in moments.into_iter().enumerate() {
            let task = Task::new(format!("t-{i}-{j}"), "T", "T", Actor::CaseManager, moment);
            let own = ReminderRule::none().lead_days([1]).to([Recipient::Actor(Actor::Uwv)]);
            builder = builder.task(task.done_by(event).reminders(own));
        }
    }
    round_trips(&builder.build().expect("valid"));
}

#[test]
fn what_would_loosen_the_law_is_refused_with_its_place() {
    let looser: Value =
        serde_json::from_str(include_str!("../data/protocol_refused.json")).expect("JSON");
    refused(&looser, "duties[1].own_date", "WIA art. 64(3)");
    refused(
        &of_duty(json!({"duty": "wia-claim", "left_out": true})),
        "duties[0].left_out",
        "cannot be left out",
    );
    refused(
        &of_duty(json!({"duty": "periodic-recalibration", "every_weeks": 30})),
        "duties[0].duty",
        "unknown",
    );
    refused(
        &of_duty(json!({"duty": "progress-interview", "every_weeks": 0})),
        "duties[0].every_weeks",
        "outside 1 to 156",
    );
    let twice = json!({"duty": "wia-claim"});
    refused(
        &json!({"version": 1, "name": "p", "duties": [twice, twice]}),
        "duties[1].duty",
        "a second time",
    );
}

#[test]
fn a_moment_says_one_thing() {
    let cases = [
        (json!({"anchor": "first-day"}), "anchor", "first-sick-day"),
        (json!({"anchor": "end-of-week"}), "", "needs \"week\""),
        (json!({"anchor": "due"}), "", "needs \"duty\""),
        (json!({"anchor": "event"}), "", "needs \"event\""),
        (json!({"anchor": "due", "duty": "wia"}), "duty", "names, such as"),
        (json!({"anchor": "event", "event": "party"}), "event", "names, such as"),
        (json!({"anchor": "first-sick-day", "week": 3}), "week", "says nothing"),
        (
            json!({"anchor": "first-sick-day", "days_before": 3, "days_after": 4}),
            "days_after",
            "says nothing",
        ),
        (json!({"anchor": "first-sick-day", "step": "weekday"}), "step", "next-working-day"),
        (json!({"anchor": "first-sick-day", "days_after": 1201}), "days_after", "0 to 1200"),
        (json!({"anchor": "end-of-week", "week": 157}), "week", "1 to 156"),
    ];
    for (when, name, part) in cases {
        let dot = if name.is_empty() { "" } else { "." };
        refused(&of_moment(when), &format!("tasks[0].when{dot}{name}"), part);
    }
}

#[test]
fn unknown_names_versions_and_fields_are_refused() {
    refused(&json!({"version": 2, "name": "p"}), "version", "this program reads version 1");
    let who = json!({"version": 1, "name": "p", "reminders": {"to": ["acting", "boss"]}});
    refused(&who, "reminders.to[1]", "case-manager");
    let late =
        json!({"version": 1, "name": "p", "reminders": {"late": [{"after_days": 1, "to": []}]}});
    refused(&late, "reminders.late[0].to", "nobody");
    for unknown in [
        json!({"version": 1, "name": "p", "cause": "x"}),
        of_duty(json!({"duty": "wia-claim", "due": "2026-01-05"})),
        of_moment(json!({"anchor": "first-sick-day", "hours": 3})),
    ] {
        let error = serde_json::from_value::<ProtocolForm>(unknown).expect_err("refused");
        assert!(error.to_string().contains("unknown field"), "{error}");
    }
}

#[test]
fn an_agenda_keeps_the_law_and_the_protocol_apart() {
    let day = |m, d| Day::new(2026, m, d);
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let protocol = read(&example).unwrap();
    let case = Case::builder().id("A-1").sick_since(day(1, 5)).build().unwrap();
    let timeline = Timeline::new(&case);
    let view = timeline.view(day(1, 20));
    let form = AgendaForm::between(&protocol.agenda(&view), &view, day(1, 20), day(1, 31));
    let json = serde_json::to_value(&form).unwrap();
    assert_eq!(json["reminders"].as_array().unwrap().len(), 1);
    assert_eq!(
        json["reminders"][0],
        json!({
            "on": "2026-01-23", "kind": "lead", "to": "employer", "deadline": "2026-02-08",
            "origin": "protocol", "days_left": 16, "planned": false,
            "about": {
                "duty": "problem-analysis", "task": null, "number": 1,
                "name_nl": "Probleemanalyse", "name_en": "Problem analysis",
            },
        })
    );
    let duties = json["duties"].as_array().unwrap();
    let analysis =
        duties.iter().find(|line| line["obligation"]["duty"] == "problem-analysis").unwrap();
    assert_eq!(analysis["obligation"]["due"], "2026-02-16");
    assert_eq!(analysis["own_date"]["day"], "2026-02-08");
    assert_eq!(analysis["own_date"]["origin"], "protocol");
    assert_eq!(json["tasks"][0]["about"]["task"], "first-call");
    assert_eq!(json["tasks"][0]["status"], "not-tracked");
    assert_eq!(json["tasks"][0]["origin"], "protocol");
}
