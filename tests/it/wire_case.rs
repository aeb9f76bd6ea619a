//! A case in JSON: what is refused, in which words and at which field, and that nothing is lost on
//! the way out and in again.

use crate::common::counted_if;
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::protocol::EventName;
use poortwachter::wire::CaseForm;
use poortwachter::{
    Adviser, Case, CaseBuilder, CaseError, DeviationReason, Duty, EventKind, InterviewRhythm,
    Joins, Leave, PlanItem, Regime, Remark, ReportPart, Role, SecondTrackEnd, SecondTrackPhase,
    Spell, law,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

/// A case with one open spell and these other fields.
fn with(fields: Value) -> Value {
    let mut case = json!({"spells": [{"first_day": "2026-01-05"}]});
    let (Value::Object(case_fields), Value::Object(fields)) = (&mut case, fields) else {
        panic!("objects")
    };
    case_fields.extend(fields);
    case
}

fn event(event: Value) -> Value {
    with(json!({"events": [event]}))
}

/// Refused by the facts, through the form and directly.
#[track_caller]
fn refused(case: &Value, field: &str, message: &str) {
    let form: CaseForm = serde_json::from_value(case.clone()).expect("the shape is right");
    let error: CaseError = Case::try_from(form).expect_err("it must be refused");
    assert_eq!(error.to_string(), message);
    assert_eq!(error.field(), field);
    let direct = serde_json::from_value::<Case>(case.clone()).expect_err("it must be refused");
    assert_eq!(direct.to_string(), format!("{field}: {message}"));
}

/// Refused by its shape.
#[track_caller]
fn misshapen(case: &Value, message: &str) {
    for error in [
        serde_json::from_value::<CaseForm>(case.clone()).err(),
        serde_json::from_value::<Case>(case.clone()).err(),
    ] {
        let error = error.expect("it must be refused").to_string();
        assert!(error.contains(message), "{error}");
    }
}

#[track_caller]
fn accepted(case: &Value) -> Case {
    serde_json::from_value(case.clone()).unwrap_or_else(|error| panic!("{error}"))
}

// ---- One test per refusal that the builder shares ---------------------------------------------------

#[test]
fn no_spell() {
    refused(
        &json!({"spells": []}),
        "spells",
        "there is no spell: record the first day of incapacity",
    );
}

#[test]
fn no_counted_day() {
    refused(
        &json!({
            "spells": [{"first_day": "2026-01-05", "last_day": "2026-03-01"}],
            "leave": [{"first_day": "2026-01-05", "last_day": "2026-04-26"}],
        }),
        "leave",
        "every sick day lies in leave, so that none counts: check the last day of leave 2026-04-26",
    );
}

#[test]
fn before_the_law() {
    refused(
        &json!({"spells": [{"first_day": "2003-12-31"}]}),
        "spells[0].first_day",
        "spell 1 starts on 2003-12-31, before 2004-01-01: until then wages ran for 52 weeks and \
         the WIA did not apply, so that this law does not fit",
    );
}

#[test]
fn too_late() {
    refused(
        &json!({"spells": [{"first_day": "2200-01-01"}]}),
        "spells[0].first_day",
        "spell 1 starts on 2200-01-01, after 2199-12-31: check the year",
    );
}

#[test]
fn a_spell_ends_before_it_starts() {
    refused(
        &json!({"spells": [{"first_day": "2026-01-05", "last_day": "2026-01-04"}]}),
        "spells[0].last_day",
        "spell 1 ends on 2026-01-04, before it starts on 2026-01-05: the last day is the last sick \
         day, not the first healthy one",
    );
}

#[test]
fn spells_overlap() {
    refused(
        &json!({"spells": [
            {"first_day": "2026-01-05", "last_day": "2026-03-10"},
            {"first_day": "2026-03-01"},
        ]}),
        "spells[1].first_day",
        "spell 2 starts on 2026-03-01, before spell 1 ends on 2026-03-10: order the spells and \
         correct one of the two days",
    );
}

#[test]
fn a_spell_after_an_open_spell() {
    refused(
        &json!({"spells": [
            {"first_day": "2026-01-05", "last_day": null},
            {"first_day": "2026-03-01"},
        ]}),
        "spells[0].last_day",
        "spell 2 starts on 2026-03-01, but spell 1 that started on 2026-01-05 has no last day: \
         record when it ended",
    );
}

#[test]
fn adjoining_spells_contradict() {
    refused(
        &json!({"spells": [
            {"first_day": "2026-01-05", "last_day": "2026-01-09"},
            {"first_day": "2026-01-10", "counts_for_dismissal_ban": false},
        ]}),
        "spells[1].first_day",
        "spell 2 starts on 2026-01-10, the day after the one before it ended, so that they are one \
         spell; but only one of them counts for the dismissal ban: record a recovered day or the \
         same answer for both",
    );
}

#[test]
fn leave_ends_before_it_starts() {
    refused(
        &with(json!({"leave": [{"first_day": "2026-02-02", "last_day": "2026-02-01"}]})),
        "leave[0].last_day",
        "leave 1 ends on 2026-02-01, before it starts on 2026-02-02",
    );
}

#[test]
fn leave_overlaps() {
    refused(
        &with(json!({"leave": [
            {"first_day": "2026-02-01", "last_day": "2026-03-01"},
            {"first_day": "2026-03-01", "last_day": "2026-03-02"},
        ]})),
        "leave[1].first_day",
        "leave 2 starts on 2026-03-01, before leave 1 ends on 2026-03-01: correct one of the two \
         days",
    );
}

#[test]
fn incomplete_leave_decision() {
    let leave = |field: &str, value: &str| {
        with(json!({"leave": [
            {"first_day": "2026-02-01", "last_day": "2026-02-02"},
            {"first_day": "2026-03-01", "last_day": "2026-03-02", "joins": "no", field: value},
        ]}))
    };
    refused(
        &leave("decided_by", "uwv"),
        "leave[1].decided_on",
        "leave 2 records decided_by but not decided_on: give both or neither",
    );
    refused(
        &leave("decided_on", "2026-03-05"),
        "leave[1].decided_by",
        "leave 2 records decided_on but not decided_by: give both or neither",
    );
}

#[test]
fn implausible() {
    for (field, case) in [
        ("spells[0].first_day", json!({"spells": [{"first_day": "0206-01-05"}]})),
        (
            "spells[0].last_day",
            json!({"spells": [{"first_day": "2026-01-05", "last_day": "0206-01-05"}]}),
        ),
        ("state_pension_day", with(json!({"state_pension_day": "0206-01-05"}))),
        ("employment_last_day", with(json!({"employment_last_day": "0206-01-05"}))),
        ("events[0].on", event(json!({"kind": "interview", "on": "0206-01-05"}))),
        (
            "events[0].until",
            event(json!({
                "kind": "voluntary-extension", "on": "2027-11-01", "until": "0206-01-05",
            })),
        ),
        (
            "leave[0].decided_on",
            with(json!({"leave": [{
                "first_day": "2026-02-01", "last_day": "2026-02-02",
                "decided_by": "uwv", "decided_on": "0206-01-05",
            }]})),
        ),
    ] {
        refused(&case, field, "0206-01-05 is outside 1900-01-01 to 2299-12-31: check the year");
    }
}

#[test]
fn sick_after_the_employment() {
    refused(
        &with(json!({"employment_last_day": "2026-01-04"})),
        "spells[0].first_day",
        "spell 1 starts on 2026-01-05, after the employment ended on 2026-01-04: without an \
         employer this regime does not apply",
    );
}

#[test]
fn an_event_before_the_first_sick_day() {
    refused(
        &event(json!({"kind": "problem-analysis", "on": "2026-01-04"})),
        "events[0].on",
        "event 1 (problem-analysis) is on 2026-01-04, before the first sick day 2026-01-05",
    );
}

#[test]
fn happens_once() {
    refused(
        &with(json!({"events": [
            {"kind": "problem-analysis", "on": "2026-02-10"},
            {"kind": "problem-analysis", "on": "2026-02-09"},
        ]})),
        "events[1].on",
        "event 2 (problem-analysis) on 2026-02-09 was recorded before, on 2026-02-10: it happens \
         once in a case, keep the right one",
    );
}

#[test]
fn no_deviation() {
    refused(
        &event(json!({
            "kind": "agreed-deviation", "on": "2027-02-10", "duty": "wia-claim",
            "until": "2027-12-01", "reason": "party-absent",
        })),
        "events[0].duty",
        "event 1 on 2027-02-10 deviates from the term of wia-claim: only the terms of art. 2 and 4 \
         of the Regeling procesgang can be deviated from (art. 5), not those of an act",
    );
}

#[test]
fn the_length_of_a_sanction() {
    for weeks in [0, 53, 256, 308, u32::MAX] {
        refused(
            &event(json!({"kind": "wage-sanction", "on": "2027-11-01", "weeks": weeks})),
            "events[0].weeks",
            "event 1 on 2027-11-01 is a wage sanction of an impossible length: it lasts 1 to 52 \
             weeks (WIA art. 25(9))",
        );
    }
}

#[test]
fn an_extension_that_ends_before_itself() {
    refused(
        &event(json!({
            "kind": "voluntary-extension", "on": "2027-11-01", "until": "2027-10-31",
        })),
        "events[0].until",
        "event 1 (voluntary-extension) on 2027-11-01 runs until 2027-10-31, which lies before it",
    );
}

// ---- Refusals of JSON only --------------------------------------------------------------------------

/// The names of events are exactly those that are accepted.
#[test]
fn every_name_of_an_event_is_accepted_and_no_other() {
    refused(
        &event(json!({"kind": "problem-analyse", "on": "2026-02-10"})),
        "events[0].kind",
        "event 1 has an unknown kind: write the name of a duty (poortwachter law) or of an event \
         (poortwachter timeline --help)",
    );
    // A progress interview is an interview; a repair decision is recorded by its outcome; a plan is adjusted.
    let by_another_name =
        [Duty::PROGRESS_INTERVIEW, Duty::REPAIR_DECISION, Duty::PLAN_ADJUSTMENT].map(Duty::id);
    let names = EventName::IDS.iter().copied();
    let listed: Vec<&str> = names.filter(|name| !by_another_name.contains(name)).collect();
    let plain = [
        "interview",
        "long-absence-foreseen",
        "no-possibilities",
        "own-employer-perspective",
        "agreed-deviation",
        "plan-adjusted",
        "plan-holds",
        "partly-able-to-work",
        "reintegration-interview",
        "own-work-ruled-out",
        "second-track-advised",
        "second-track-provider-engaged",
        "second-track-phase",
        "second-track-ended",
        "first-track-ended",
        "report-holds",
        "wia-notice-received",
        "outside-expert-asked",
        "early-iva-claim",
        "early-iva-refused",
        "voluntary-extension",
        "extension-shortened",
        "assessed-able",
        "wage-sanction",
        "repair-notified",
        "repair-refused",
        "repair-established",
        "possibilities-returned",
        "adjustment-advised",
        "recovery-told",
        "report-supplement-asked",
        "report-completion-asked",
        "objection-made",
        "notice-of-default",
        "dismissal-permit-given",
        "dismissal-notice-given",
        "transition-payment-made",
        "compensation-requested",
        "wia-granted",
        "deceased",
    ];
    let duties = law::duties().map(Duty::id).filter(|name| !by_another_name.contains(name));
    let mut expected: Vec<&str> = duties.chain(plain).collect();
    expected.sort_unstable();
    let mut sorted = listed.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
    for kind in listed {
        let mut one = json!({"kind": kind, "on": "2026-02-10"});
        if kind == "agreed-deviation" {
            one["duty"] = "plan-of-action".into();
            one["reason"] = "party-absent".into();
        }
        match kind {
            "plan-holds" => one["item"] = PlanItem::ALL[0].id().into(),
            "second-track-advised" => one["by"] = Adviser::ALL[0].id().into(),
            "second-track-phase" => one["phase"] = SecondTrackPhase::ALL[0].id().into(),
            "second-track-ended" => one["reason"] = SecondTrackEnd::ALL[0].id().into(),
            "report-holds" => one["part"] = ReportPart::ALL[0].id().into(),
            _ => {}
        }
        let lasts = [
            "agreed-deviation",
            "voluntary-extension",
            "extension-shortened",
            "report-completion-asked",
        ];
        if lasts.contains(&kind) {
            one["until"] = "2026-03-10".into();
        }
        let case = accepted(&event(one));
        assert_eq!(case.events()[0].kind().id(), kind);
    }
}

#[test]
fn the_other_names_of_an_event() {
    let interview = accepted(&event(json!({"kind": "progress-interview", "on": "2026-04-01"})));
    assert_eq!(interview.events()[0].kind(), EventKind::Interview);
    refused(
        &event(json!({"kind": "repair-decision", "on": "2028-03-01"})),
        "events[0].kind",
        "event 1 (repair-decision) on 2028-03-01 has no outcome (use repair-established or \
         repair-refused): record it",
    );
}

#[test]
fn unknown_values() {
    let deviation = |duty: &str, reason: &str| {
        event(json!({
            "kind": "agreed-deviation", "on": "2026-02-10", "until": "2026-03-01",
            "duty": duty, "reason": reason,
        }))
    };
    let leave = |field: &str| {
        let mut leave = json!({
            "first_day": "2026-02-01", "last_day": "2026-02-02",
            "joins": "no", "decided_by": "uwv", "decided_on": "2026-02-02",
        });
        leave[field] = "UWV".into();
        with(json!({"leave": [leave]}))
    };
    let duties: Vec<&str> = law::duties().map(Duty::id).collect();
    let duties = format!("{} names, such as {}", duties.len(), duties[..3].join(", "));
    for (case, field, value, known) in [
        (
            with(json!({"regime": "UWV"})),
            "regime",
            "UWV",
            "employer, safety-net, own-risk-carrier".to_string(),
        ),
        (
            with(json!({"sickness_benefit_entitlement": "pregnant"})),
            "sickness_benefit_entitlement",
            "pregnant",
            "yes, no, unknown".into(),
        ),
        (with(json!({"interviews": "UWV"})), "interviews", "UWV", "rolling, fixed-grid".into()),
        (leave("joins"), "leave[0].joins", "UWV", "yes, no, unknown".into()),
        (
            leave("decided_by"),
            "leave[0].decided_by",
            "UWV",
            "employer, occupational-physician, uwv".into(),
        ),
        (deviation("plan", "party-absent"), "events[0].duty", "plan", duties),
        (
            deviation("plan-of-action", "the flu"),
            "events[0].reason",
            "the flu",
            "appointment-postponed, party-absent, awaiting-expert-report, \
             gradual-return-under-way, provider-unavailable, other-recorded-in-file"
                .into(),
        ),
    ] {
        let message = format!("this value is unknown: write one of {known}");
        refused(&case, field, &message);
        // A duty is shown as an example.
        assert!(!message.contains(&format!("{value} ")), "{message}");
    }
}

#[test]
fn incomplete() {
    for field in ["duty", "reason", "until"] {
        let mut deviation = json!({
            "kind": "agreed-deviation", "on": "2026-02-10", "until": "2026-03-01",
            "duty": "plan-of-action", "reason": "party-absent",
        });
        deviation[field] = Value::Null;
        refused(
            &event(deviation),
            &format!("events[0].{field}"),
            &format!("event 1 (agreed-deviation) on 2026-02-10 has no {field}: record it"),
        );
    }
    refused(
        &event(json!({"kind": "voluntary-extension", "on": "2027-11-01"})),
        "events[0].until",
        "event 1 (voluntary-extension) on 2027-11-01 has no until: record it",
    );
}

#[test]
fn superfluous() {
    let fields = [
        ("duty", json!("plan-of-action")),
        ("until", json!("2026-03-01")),
        ("reason", json!("party-absent")),
        ("weeks", json!(10)),
    ];
    for (kind, taken) in [
        ("problem-analysis", &[][..]),
        ("interview", &[]),
        ("voluntary-extension", &["until"]),
        ("wage-sanction", &["weeks"]),
        ("agreed-deviation", &["duty", "until", "reason"]),
    ] {
        let mut complete = json!({"kind": kind, "on": "2026-02-10"});
        for (field, value) in fields.iter().filter(|(field, _)| taken.contains(field)) {
            complete[field] = value.clone();
        }
        accepted(&event(complete.clone()));
        for (field, value) in fields.iter().filter(|(field, _)| !taken.contains(field)) {
            let mut one = complete.clone();
            one[field] = value.clone();
            refused(
                &event(one),
                &format!("events[0].{field}"),
                &format!(
                    "event 1 ({kind}) on 2026-02-10 has {field}, which means nothing there: remove \
                     it"
                ),
            );
        }
    }
}

#[test]
fn unknown_fields_are_refused_everywhere() {
    misshapen(&with(json!({"diagnosis": "flu"})), "unknown field `diagnosis`");
    misshapen(
        &json!({"spells": [{"first_day": "2026-01-05", "cause": "flu"}]}),
        "unknown field `cause`",
    );
    misshapen(
        &with(json!({"leave": [
            {"first_day": "2026-02-01", "last_day": "2026-02-02", "note": "twins"},
        ]})),
        "unknown field `note`",
    );
    misshapen(
        &event(json!({"kind": "interview", "on": "2026-02-10", "notes": "tired"})),
        "unknown field `notes`",
    );
    // A misspelt field is a fact lost.
    misshapen(&with(json!({"employment_lastday": "2026-02-10"})), "unknown field");
}

#[test]
fn a_wrong_shape_is_refused() {
    misshapen(&json!({}), "missing field `spells`");
    misshapen(&json!({"spells": [{}]}), "missing field `first_day`");
    misshapen(&event(json!({"kind": "interview"})), "missing field `on`");
    misshapen(&event(json!({"on": "2026-02-10"})), "missing field `kind`");
    let form = "write days as 2026-01-05 (YYYY-MM-DD)";
    misshapen(&json!({"spells": [{"first_day": "2026-02-30"}]}), form);
    misshapen(&json!({"spells": [{"first_day": "05-01-2026"}]}), form);
    misshapen(
        &event(json!({"kind": "wage-sanction", "on": "2027-11-01", "weeks": -1})),
        "invalid value",
    );
    let twice = r#"{"spells":[{"first_day":"2026-01-05"}],"id":"a","id":"b"}"#;
    let error = serde_json::from_str::<Case>(twice).expect_err("refused").to_string();
    assert!(error.contains("duplicate field `id`"), "{error}");
}

// ---- What is accepted -------------------------------------------------------------------------------

#[test]
fn what_is_absent_has_a_value() {
    let case = accepted(&with(json!({})));
    assert_eq!(case.id(), None);
    assert_eq!(case.regime(), Regime::Employer);
    assert_eq!(case.interviews(), InterviewRhythm::Rolling);
    assert!(case.leave().is_empty() && case.events().is_empty());
    assert!(case.spells()[0].counts_for_dismissal_ban());
    assert_eq!(case, Case::builder().sick_since(day("2026-01-05")).build().expect("accepted"));
    let leave = with(json!({"leave": [{"first_day": "2026-02-01", "last_day": "2026-02-02"}]}));
    assert_eq!(accepted(&leave).leave()[0].joins(), Joins::Yes);
    let sanction = accepted(&event(json!({"kind": "wage-sanction", "on": "2027-11-01"})));
    assert_eq!(sanction.events()[0].kind(), EventKind::WageSanction { weeks: None });
}

#[test]
fn adjoining_spells_are_merged_and_remarked() {
    let case = accepted(&json!({"spells": [
        {"first_day": "2026-01-05", "last_day": "2026-01-09"},
        {"first_day": "2026-01-10"},
    ]}));
    assert_eq!(case.spells().len(), 1);
    assert_eq!(case.remarks(), [Remark::SpellsMerged { at: day("2026-01-10") }]);
}

#[test]
fn duplicates_in_a_new_case_are_accepted() {
    let relapse = |first: &str| {
        json!({
            "spells": [
                {"first_day": "2026-01-05", "last_day": "2026-06-30"},
                {"first_day": first},
            ],
            "events": [
                {"kind": "problem-analysis", "on": "2026-09-10"},
                {"kind": "problem-analysis", "on": "2026-02-10"},
            ],
        })
    };
    assert_eq!(accepted(&relapse("2026-07-29")).events().len(), 2);
    assert!(serde_json::from_value::<Case>(relapse("2026-07-28")).is_err());
}

#[test]
fn a_case_is_written_with_names_that_stay() {
    let case = Case::builder()
        .id("A-17")
        .add_spell(
            Spell::new(day("2026-01-05"), Some(day("2026-06-30"))).left_out_of_dismissal_ban(),
        )
        .add_leave(
            Leave::new(day("2026-03-02"), day("2026-03-03"))
                .joining(Joins::No, Some((Role::OccupationalPhysician, day("2026-03-04")))),
        )
        .state_pension_day(day("2040-05-01"))
        .employment_last_day(day("2027-12-31"))
        .interviews(InterviewRhythm::FixedGrid)
        .event(EventKind::WageSanction { weeks: Some(26) }, day("2026-06-02"))
        .event(
            EventKind::AgreedDeviation {
                duty: Duty::PLAN_OF_ACTION,
                until: day("2026-03-20"),
                reason: DeviationReason::PartyAbsent,
            },
            day("2026-02-10"),
        )
        .build()
        .expect("accepted");
    assert_eq!(
        serde_json::to_value(&case).expect("written"),
        json!({
            "id": "A-17",
            "regime": "employer",
            "spells": [{
                "first_day": "2026-01-05", "last_day": "2026-06-30",
                "counts_for_dismissal_ban": false,
            }],
            "leave": [{
                "first_day": "2026-03-02", "last_day": "2026-03-03", "joins": "no",
                "decided_by": "occupational-physician", "decided_on": "2026-03-04",
            }],
            "state_pension_day": "2040-05-01",
            "employment_last_day": "2027-12-31",
            "interviews": "fixed-grid",
            "events": [
                {
                    "kind": "agreed-deviation", "on": "2026-02-10", "duty": "plan-of-action",
                    "until": "2026-03-20", "reason": "party-absent",
                },
                {"kind": "wage-sanction", "on": "2026-06-02", "weeks": 26},
            ],
        })
    );
}

// ---- Nothing is lost ----------------------------------------------------------------------------------

fn any_event() -> impl Strategy<Value = EventKind> {
    let duties: Vec<Duty> = law::duties().filter(|duty| *duty != Duty::REPAIR_DECISION).collect();
    let open: Vec<Duty> =
        law::duties().filter(|duty| law::LAW.may_be_deviated_from(*duty)).collect();
    let until = || (0u64..2000).prop_map(|days| day("2060-01-01") + in_days(days));
    prop_oneof![
        4 => prop::sample::select(duties).prop_map(EventKind::Met),
        4 => prop::sample::select(vec![
            EventKind::Interview,
            EventKind::LongAbsenceForeseen,
            EventKind::NoPossibilities,
            EventKind::OwnEmployerPerspective,
            EventKind::WiaNoticeReceived,
            EventKind::OutsideExpertAsked,
            EventKind::EarlyIvaClaim,
            EventKind::EarlyIvaRefused,
            EventKind::RepairNotified,
            EventKind::RepairRefused,
            EventKind::RepairEstablished,
            EventKind::WiaGranted,
            EventKind::Deceased,
        ]),
        1 => (prop::sample::select(open), until(), prop::sample::select(DeviationReason::ALL))
            .prop_map(|(duty, until, reason)| EventKind::AgreedDeviation { duty, until, reason }),
        1 => until().prop_map(|until| EventKind::VoluntaryExtension { until }),
        1 => prop::option::of(1u8..=52).prop_map(|weeks| EventKind::WageSanction { weeks }),
    ]
}

/// Everything but the events of a case that is likely accepted.
fn any_frame() -> impl Strategy<Value = CaseBuilder> {
    let id = prop::option::of(any::<String>());
    let spells = prop::collection::vec((0u64..300, 1u64..40, any::<bool>()), 1..5);
    let leave = prop::collection::vec(
        (
            1u64..300,
            0u64..120,
            prop::sample::select(Joins::ALL),
            prop::option::of((prop::sample::select(Role::ALL), 0u64..900)),
        ),
        0..3,
    );
    let pension = prop::option::of(0u64..9000);
    let employment = prop::option::of(0u64..900);
    (0u64..9000, id, spells, leave, pension, employment, any::<(bool, bool)>()).prop_map(
        |(first, id, spells, leave, pension, employment, (open, grid))| {
            let first = day("2004-01-01") + in_days(first);
            let mut builder = Case::builder();
            if let Some(id) = id {
                builder = builder.id(id);
            }
            let mut next = first;
            for (number, (length, gap, counts)) in spells.iter().enumerate() {
                let last = next + in_days(*length);
                let is_open = open && number + 1 == spells.len();
                builder = builder
                    .add_spell(counted_if(*counts, Spell::new(next, (!is_open).then_some(last))));
                next = last + in_days(*gap);
            }
            let mut from = first;
            for (after, length, joins, decided) in leave {
                from = from + in_days(after);
                let through = from + in_days(length);
                let decided = decided.map(|(role, on)| (role, first + in_days(on)));
                builder = builder.add_leave(Leave::new(from, through).joining(joins, decided));
                from = through;
            }
            if let Some(days) = pension {
                builder = builder.state_pension_day(first + in_days(days));
            }
            if let Some(days) = employment {
                builder = builder.employment_last_day(next + in_days(days));
            }
            if grid {
                builder = builder.interviews(InterviewRhythm::FixedGrid);
            }
            builder
        },
    )
}

/// Events that happen on different days after every beginning.
fn any_events() -> impl Strategy<Value = Vec<(EventKind, Day)>> {
    let on = (0u64..2000).prop_map(|days| day("2040-01-01") + in_days(days));
    prop::collection::vec((any_event(), on), 0..7)
}

fn build(frame: &CaseBuilder, events: &[(EventKind, Day)]) -> Result<Case, CaseError> {
    let with = |builder: CaseBuilder, (kind, on): &(EventKind, Day)| builder.event(*kind, *on);
    events.iter().fold(frame.clone(), with).build()
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 100_000, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn a_case_survives_json(frame in any_frame(), events in any_events()) {
        let case = build(&frame, &events);
        prop_assume!(case.is_ok());
        let case = case.expect("accepted");
        let text = serde_json::to_string(&case).expect("written");
        let again: Case = serde_json::from_str(&text).map_err(|error| {
            TestCaseError::fail(format!("{error} in {text}"))
        })?;
        prop_assert_eq!(serde_json::to_string(&again).expect("written"), text);
        // Merged spells are written as the one spell that they are, so that nothing is left to
        // remark.
        let is_merge = |remark: &Remark| matches!(remark, Remark::SpellsMerged { .. });
        let merged = case.remarks().iter().any(is_merge);
        if merged {
            prop_assert!(!again.remarks().iter().any(is_merge));
            prop_assert_eq!((again.spells(), again.leave()), (case.spells(), case.leave()));
            prop_assert_eq!((again.events(), again.id()), (case.events(), case.id()));
        } else {
            prop_assert_eq!(again, case);
        }
    }

    #[test]
    fn the_order_of_events_means_nothing(
        frame in any_frame(),
        (events, shuffled) in any_events()
            .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
    ) {
        match (build(&frame, &events), build(&frame, &shuffled)) {
            (Ok(case), Ok(other)) => {
                prop_assert_eq!(
                    serde_json::to_value(&case).expect("written"),
                    serde_json::to_value(&other).expect("written")
                );
                prop_assert_eq!(case, other);
            }
            (case, other) => prop_assert_eq!(case.is_err(), other.is_err()),
        }
    }

    /// A form with any content never panics, also with days that no text can be read as.
    #[test]
    fn any_form_has_an_answer(
        kind in prop::sample::select(vec![
            "problem-analysis", "interview", "wage-sanction", "agreed-deviation",
            "voluntary-extension", "repair-decision", "progress-interview", "", "\u{0}",
        ]),
        dates in prop::collection::vec(
            prop::sample::select(vec![
                day("2026-01-05"), day("2026-02-10"), day("2026-02-28"), day("0000-01-01"),
                Day::MIN, Day::MAX, day("9999-12-31"), day("2004-01-01"),
                day("2299-12-31"),
            ]),
            6,
        ),
        weeks in prop::option::of(any::<u32>()),
        duty in prop::option::of(prop::sample::select(vec!["plan-of-action", "wia-claim", "?"])),
        reason in prop::option::of(prop::sample::select(vec!["party-absent", "?"])),
    ) {
        let case = json!({
            "spells": [{"first_day": "2026-01-05"}],
            "leave": [{"first_day": "2026-01-05", "last_day": "2026-01-05"}],
            "events": [{
                "kind": kind, "on": "2026-01-05",
                "weeks": weeks, "duty": duty, "reason": reason,
            }],
        });
        let mut form: CaseForm = serde_json::from_value(case.clone())
            .map_err(|error| TestCaseError::fail(format!("{error} in {case}")))?;
        (form.spells[0].first_day, form.spells[0].last_day) = (dates[0], Some(dates[1]));
        (form.leave[0].first_day, form.leave[0].last_day) = (dates[2], dates[3]);
        (form.events[0].on, form.events[0].until) = (dates[4], Some(dates[5]));
        if let Err(error) = Case::try_from(form) {
            prop_assert!(!error.field().is_empty() && !error.to_string().is_empty());
        }
    }
}
