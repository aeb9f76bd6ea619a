//! Every closed list: numbers, names and forms of its members follow from one table.

use poortwachter::change::{RecordWhy, Uncounted, What, WhyKind};
use poortwachter::explain::{NotExtendedKind, Part, StepKind};
use poortwachter::export::icalendar::{Kind, Titles};
use poortwachter::horizon::PointKind;
use poortwachter::law::{
    Axis, ClockKind, Count, Decision, Kind as RuleKind, LAW, Layer, PendingStatus,
};
use poortwachter::protocol::{
    AnchorKind, Origin, OwnDateRemarkKind, Recipient, ReminderKind, SettingKind, Step,
    TaskStatusKind, Treatment,
};
use poortwachter::timeline::{AnswerKind, PossibilityState, QuestionKind, UnusedReason};
use poortwachter::verdict::TopicKind;
use poortwachter::verdict::{CostKind, JudgementKind, Question, Repair, ReportForm, Severity};
use poortwachter::wire::schema::Schema;
use poortwachter::{
    Actor, Adviser, ClosedList, DeviationReason, Duty, EndReason, Entitlement, EventField,
    EventName, FirstSickDayReasonKind, InterviewRhythm, Joins, Lang, Milestone, NotWorked,
    OpenNorm, PlanItem, Possibility, Reason, Regime, ReportPart, Role, SecondTrackEnd,
    SecondTrackPhase, StateKind, StatusKind, WageTerms,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::any::type_name;
use std::collections::BTreeSet;
use std::path::Path;

/// Looks at one list and gives the name of its type.
fn look_at<T: ClosedList + Serialize + DeserializeOwned + JsonSchema>() -> String {
    let list = type_name::<T>();
    let distinct = |values: BTreeSet<String>| values.len() == T::ALL.len();
    assert!(!T::ALL.is_empty() && !T::WHAT.is_empty(), "{list}");
    assert!(distinct(T::ALL.iter().map(|member| member.id().into()).collect()), "{list}: names");
    assert!(distinct(T::ALL.iter().map(|one| one.code().to_string()).collect()), "{list}: numbers");
    assert!(T::ALL.iter().map(|member| member.id()).eq(T::IDS.iter().copied()), "{list}");
    for member in T::ALL.iter().copied() {
        let id = member.id();
        assert_eq!(id.parse(), Ok(member), "{list}");
        assert_eq!(T::of(id), Some(member), "{list}");
        assert_eq!(member.to_string(), id, "{list}");
        assert_eq!(T::from_code(member.code()), Some(member), "{list} {id}");
        assert_eq!(serde_json::to_value(member).unwrap(), json!(id), "{list}");
        assert_eq!(serde_json::from_value::<T>(json!(id)).unwrap(), member, "{list}");
        assert!(Lang::ALL.iter().all(|lang| !member.name(*lang).trim().is_empty()), "{list} {id}");

        let misspelled = format!("{id}~");
        let error = misspelled.parse::<T>().unwrap_err();
        assert_eq!(
            (error.what, &*error.given, error.nearest),
            (T::WHAT, &*misspelled, id),
            "{list}"
        );
        let told = error.to_string();
        assert!(told.ends_with(&format!("the nearest name is {id}")), "{list}: {told}");
        assert!(!told.contains(&misspelled), "{list}: {told}");
        let refused = serde_json::from_value::<T>(json!(misspelled)).unwrap_err();
        assert_eq!(refused.to_string(), told, "{list}");
    }
    let known = (0..=u8::MAX).filter_map(T::from_code);
    assert_eq!(known.count(), T::ALL.len(), "{list}: a number without a member");
    assert!(serde_json::from_value::<T>(Value::Null).is_err() && T::of("").is_none(), "{list}");

    let schema = serde_json::to_value(schemars::schema_for!(T)).unwrap();
    assert_eq!((&schema["type"], &schema["enum"]), (&json!("string"), &json!(T::IDS)), "{list}");
    list.rsplit("::").next().expect("a name").into()
}

macro_rules! look_at_each {
    ($($list:ty),+ $(,)?) => { BTreeSet::from([$(look_at::<$list>()),+]) };
}

#[test]
fn every_closed_list() {
    let seen = look_at_each![
        Actor,
        Adviser,
        AnchorKind,
        AnswerKind,
        Axis,
        ClockKind,
        CostKind,
        Count,
        Decision,
        DeviationReason,
        Duty,
        EndReason,
        Entitlement,
        EventField,
        EventName,
        FirstSickDayReasonKind,
        InterviewRhythm,
        Joins,
        JudgementKind,
        Kind,
        Lang,
        Layer,
        Milestone,
        NotExtendedKind,
        NotWorked,
        OpenNorm,
        Origin,
        OwnDateRemarkKind,
        Part,
        PendingStatus,
        PlanItem,
        PointKind,
        Possibility,
        PossibilityState,
        Question,
        QuestionKind,
        Reason,
        Recipient,
        RecordWhy,
        Regime,
        ReminderKind,
        Repair,
        ReportForm,
        ReportPart,
        Role,
        Schema,
        SecondTrackEnd,
        SecondTrackPhase,
        SettingKind,
        Severity,
        StateKind,
        StatusKind,
        Step,
        StepKind,
        TaskStatusKind,
        Titles,
        TopicKind,
        Treatment,
        Uncounted,
        UnusedReason,
        WageTerms,
        What,
        WhyKind,
    ];
    assert_eq!(seen, lists(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));
}

/// The names of the lists in the source files of a folder.
fn lists(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(lists(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            for start in ["\nclosed_list! {", "\nby_name! {"] {
                found.extend(text.split(start).skip(1).filter_map(first_name));
            }
        }
    }
    found
}

/// The first name in a list, after its documentation.
fn first_name(text: &str) -> Option<String> {
    let lines = text.lines().map(str::trim);
    let line = lines.filter(|line| !line.starts_with('/') && !line.starts_with('#'));
    let line = line
        .map(|line| line.trim_start_matches("struct ").trim_start_matches("existing "))
        .find(|line| !line.is_empty())?;
    line.split(|c: char| !c.is_alphanumeric()).next().map(str::to_string)
}

#[test]
fn a_rule_has_the_name_of_its_duty_or_milestone() {
    for rule in LAW.rules() {
        for lang in Lang::ALL.iter().copied() {
            match rule.kind {
                RuleKind::Duty(duty) => assert_eq!(rule.name(lang), duty.name(lang)),
                RuleKind::Milestone(day) => assert_eq!(rule.name(lang), day.name(lang)),
                _ => {}
            }
        }
    }
}

#[test]
fn numbers_of_events_stay_apart_from_those_of_duties() {
    assert!(Duty::ALL.iter().all(|duty| duty.code() < 128));
    for name in EventName::ALL.iter().copied() {
        assert_eq!(name.duty().map(Duty::code), Some(name.code()).filter(|code| *code < 128));
        assert_eq!(name.kind().is_some(), name.fields().is_empty(), "{name}");
        assert!(name.kind().is_none_or(|kind| kind.event_name() == name), "{name}");
    }
}

#[test]
fn one_type_of_error_for_all() {
    fn is_an_error<E: std::error::Error + Clone + Send + Sync + 'static>(error: &E) -> String {
        error.to_string()
    }
    let told = is_an_error(&"safetynet".parse::<Regime>().unwrap_err());
    assert_eq!(told, "this is no regime; the nearest name is safety-net");
}
