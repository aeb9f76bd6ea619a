//! Every field of every form that goes out says what the library says: a second description of each
//! form, by the public answers of the library, equals what is written. What would not be noticed is
//! found mechanically: every field of the schema must be seen with two values, and no two fields of
//! one object may say the same in every sample, or a dropped or a swapped one would pass.

use crate::common::facts;
use crate::common::goldens::{after_everything, goldens};
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::change::{self, Change, FactChange, Uncounted, Why};
use poortwachter::explain::{Explanation, Reading, Step, Subject, SubjectDerivation};
use poortwachter::law::{self, Citation, LAW_AS_OF, Rule, Source};
use poortwachter::protocol::{About, Agenda, Protocol, presets};
use poortwachter::timeline::{
    Answer, DateOf, Derivation, Derived, Left, NoDay, ObligationDerivation, OpenQuestion,
    PossibilityWindow, Prolongation, StartKind,
};
use poortwachter::verdict::{Cost, Coverage, Finding, Judgement, Topic, Verdict};
use poortwachter::wire::schema::Schema;
use poortwachter::wire::{
    AgendaForm, CaseForm, ChangesForm, ExplanationForm, ProtocolForm, VerdictForm, ViewForm,
};
use poortwachter::{
    Case, Duty, EventKind, Fact, Joins, Lang, Leave, Obligation, SecondTrackPhase, State, Status,
    Timeline, View, WageTerms,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

// ---- What is noticed --------------------------------------------------------------------------------

/// Every object that was written, by its place in the form; entries of a list share one.
#[derive(Default)]
struct Samples(BTreeMap<String, Fields>);

/// What was seen of the fields of the objects in one place.
#[derive(Default)]
struct Fields {
    values: BTreeMap<String, BTreeSet<String>>,
    /// Which fields stood together in an object: an absent one has a value of its own.
    present: Vec<Vec<String>>,
    told_apart: BTreeMap<String, BTreeSet<String>>,
}

const DERIVATION: &str = "derivation";

impl Samples {
    fn add(&mut self, place: &str, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.add(place, item)),
            Value::Object(object) => {
                // A derivation has one form wherever it stands.
                let is_derivation = object.contains_key("left_out") && object.contains_key("steps");
                let place = if is_derivation { DERIVATION } else { place };
                self.fields(place, object);
                for (name, value) in object {
                    self.add(&format!("{place}.{name}"), value);
                }
            }
            _ => {}
        }
    }

    fn fields(&mut self, place: &str, object: &Map<String, Value>) {
        let fields = self.0.entry(place.to_string()).or_default();
        if !fields.present.iter().any(|names| names.iter().eq(object.keys())) {
            fields.present.push(object.keys().cloned().collect());
        }
        for (name, value) in object {
            // Most of what is added says nothing new.
            if fields.values.get(name).is_none_or(|values| values.len() < 3) {
                let values = fields.values.entry(name.clone()).or_default();
                values.insert(value.to_string());
            }
            let apart = fields.told_apart.entry(name.clone()).or_default();
            for (other, its) in object {
                if name < other && value != its && !apart.contains(other) {
                    apart.insert(other.clone());
                }
            }
        }
    }

    /// What a program could get wrong in a form without a comparison failing.
    fn unnoticed(&self, schema: Schema, one_value: &[&str]) -> Vec<String> {
        let schema: Value = serde_json::from_str(&schema.json()).expect("JSON");
        let mut unnoticed = Vec::new();
        self.walk(&schema, &schema, "", one_value, &mut unnoticed);
        unnoticed.sort();
        unnoticed.dedup();
        unnoticed
    }

    fn walk(
        &self,
        root: &Value,
        part: &Value,
        place: &str,
        one_value: &[&str],
        unnoticed: &mut Vec<String>,
    ) {
        if let Some(name) = part["$ref"].as_str() {
            let target = root.pointer(name.trim_start_matches('#')).expect("a definition");
            let place = if name.ends_with("/DerivationForm") { DERIVATION } else { place };
            return self.walk(root, target, place, one_value, unnoticed);
        }
        for more in ["anyOf", "oneOf", "allOf"] {
            for part in part[more].as_array().into_iter().flatten() {
                self.walk(root, part, place, one_value, unnoticed);
            }
        }
        if part["items"].is_object() {
            self.walk(root, &part["items"], place, one_value, unnoticed);
        }
        let Some(properties) = part["properties"].as_object() else { return };
        let none = Fields::default();
        let fields = self.0.get(place).unwrap_or(&none);
        for (name, property) in properties {
            let own = format!("{place}.{name}");
            let is_absent = fields.present.iter().any(|names| !names.contains(name));
            let seen = fields.values.get(name).map_or(0, BTreeSet::len) + usize::from(is_absent);
            if seen < 2 && !one_value.contains(&own.as_str()) {
                unnoticed.push(format!("{own}: {seen} values"));
            }
            for other in properties.keys().filter(|other| name < *other) {
                let is_one_alone = fields
                    .present
                    .iter()
                    .any(|names| names.contains(name) != names.contains(other));
                let told_apart = fields.told_apart.get(name);
                if !is_one_alone && !told_apart.is_some_and(|apart| apart.contains(other)) {
                    unnoticed.push(format!("{own}: always equal to {other}"));
                }
            }
            self.walk(root, property, &own, one_value, unnoticed);
        }
    }
}

/// The receipt says the same in every answer; its words are checked by themselves.
const RECEIPT: [&str; 3] = [".receipt", ".receipt.crate", ".receipt.law_as_of"];

/// What is written must be what is expected.
#[track_caller]
fn same(what: &str, written: &Value, expected: &Value) {
    if written != expected {
        let mut wrong = Vec::new();
        differences("", written, expected, &mut wrong);
        panic!("{what}: {}", wrong.join("\n"));
    }
}

fn differences(place: &str, written: &Value, expected: &Value, wrong: &mut Vec<String>) {
    match (written, expected) {
        (Value::Object(a), Value::Object(b)) => {
            for name in a.keys().chain(b.keys()).collect::<BTreeSet<_>>() {
                let (a, b) = (a.get(name), b.get(name));
                match (a, b) {
                    (Some(a), Some(b)) => differences(&format!("{place}.{name}"), a, b, wrong),
                    _ => wrong.push(format!("{place}.{name}: {a:?}, expected {b:?}")),
                }
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{place}[{i}]"), a, b, wrong);
            }
        }
        (a, b) if a != b => wrong.push(format!("{place}: {a}, expected {b}")),
        _ => {}
    }
}

// ---- The forms a second time ------------------------------------------------------------------------

fn text(day: Option<Day>) -> Value {
    day.map_or(Value::Null, |day| json!(day.to_string()))
}

fn texts(days: impl IntoIterator<Item = Day>) -> Value {
    days.into_iter().map(|day| json!(day.to_string())).collect()
}

fn receipt() -> Value {
    json!({"crate": env!("CARGO_PKG_VERSION"), "law_as_of": LAW_AS_OF.to_string()})
}

fn citation(citation: Citation) -> Value {
    let present = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
    json!({
        "instrument": citation.instrument.name,
        "bwb": present(citation.instrument.bwb),
        "article": present(citation.article),
        "paragraph": present(citation.paragraph),
        "url": citation.url(),
    })
}

fn both(words: impl Fn(Lang) -> String) -> Value {
    json!({"nl": words(Lang::Nl), "en": words(Lang::En)})
}

/// With the announced changes of the law that would touch it, where there are any.
fn with_announced(mut form: Value, rule: &Rule, day: Option<Day>) -> Value {
    let changes = day.into_iter().flat_map(|day| law::announced(rule, day));
    let changes: Vec<Value> = changes
        .map(|change| {
            json!({
                "id": change.id,
                "name_nl": change.name.nl,
                "name_en": change.name.en,
                "aimed_at": text(change.aimed_at),
                "status": change.status.id(),
            })
        })
        .collect();
    if !changes.is_empty() {
        form["announced"] = changes.into();
    }
    form
}

fn possibility_form(window: &PossibilityWindow) -> Value {
    let form = json!({
        "possibility": window.possibility().id(),
        "number": window.number(),
        "name_nl": window.possibility().name(Lang::Nl),
        "name_en": window.possibility().name(Lang::En),
        "who": window.who().iter().map(|actor| actor.id()).collect::<Vec<_>>(),
        "against": window.against().map(|(event, _)| event.id()),
        "against_day": text(window.against().map(|(_, day)| day)),
        "opens": text(Some(window.opens())),
        "until": text(window.until()),
        "tolerated": text(window.tolerated()),
        "taken": text(window.taken()),
        "ended": text(window.ended()),
        "state": window.state().id(),
        "layer": window.layer().id(),
        "beyond_checked_law": window.is_beyond_checked_law(),
        "citation": citation(window.source().citation),
        "text": window.source().text,
    });
    with_announced(form, window.rule(), Some(window.until().unwrap_or(window.opens())))
}

/// The stable names of the questions that a date hangs on.
fn questions_on(questions: &[OpenQuestion], date: impl Into<DateOf>) -> Vec<String> {
    let date = date.into();
    questions.iter().filter(|question| question.moves(date)).map(|question| question.id()).collect()
}

/// Something that nobody recorded, with the dates under each answer.
fn question_form(question: &OpenQuestion) -> Value {
    let answer = |answer: &Answer| {
        let dates = answer.dates().iter().map(|date| {
            let (milestone, duty, number) = match date.of() {
                DateOf::Milestone(milestone) => (Some(milestone.id()), None, 1),
                DateOf::Duty(duty, number) => (None, Some(duty.id()), number),
            };
            json!({
                "milestone": milestone,
                "duty": duty,
                "number": number,
                "day": text(date.day()),
                "moves_daily": date.moves_daily(),
            })
        });
        json!({
            "answer": answer.kind().id(),
            "words": both(|lang| answer.kind().name(lang).to_string()),
            "dates": dates.collect::<Vec<_>>(),
        })
    };
    json!({
        "id": question.id(),
        "kind": question.kind().id(),
        "words": both(|lang| question.kind().name(lang).to_string()),
        "about": text(question.about()),
        "may_be_deemed_timely": question.may_be_deemed_timely(),
        "citation": question.source().map(|source| citation(source.citation)),
        "answers": question.answers().iter().map(answer).collect::<Vec<_>>(),
    })
}

fn view_form(view: &View<'_>) -> Value {
    let case = view.timeline().case();
    let questions = view.open_questions();
    let sanction = view.sanction().map(|sanction| {
        json!({
            "decided_on": text(Some(sanction.decided_on())),
            "first_day": text(sanction.first_day()),
            "last_day": text(sanction.last_day()),
            "days_shortened": sanction.days_shortened(),
            "void": sanction.is_void(),
        })
    });
    let milestones: Vec<Value> = view
        .milestones()
        .iter()
        .map(|milestone| {
            let moved: Vec<Value> =
                milestone.moved_by().iter().map(|source| citation(source.citation)).collect();
            let form = json!({
                "milestone": milestone.milestone().id(),
                "name_nl": milestone.name(Lang::Nl),
                "name_en": milestone.name(Lang::En),
                "day": text(Some(milestone.day())),
                "citation": citation(milestone.source().citation),
                "text": milestone.source().text,
                "moved_by": moved,
                "questions": questions_on(&questions, milestone),
            });
            with_announced(form, milestone.rule(), Some(milestone.day()))
        })
        .collect();
    let earlier: Vec<Value> = view
        .earlier_cases()
        .iter()
        .map(|case| {
            json!({
                "first_sick_day": text(Some(case.first_sick_day())),
                "last_sick_day": text(Some(case.last_sick_day())),
                "counted_days": case.counted_days(),
            })
        })
        .collect();
    let unused: Vec<Value> = view
        .unused()
        .iter()
        .map(|unused| {
            json!({
                "kind": unused.event().kind().id(),
                "on": text(Some(unused.on())),
                "reason": unused.reason().id(),
            })
        })
        .collect();
    let remarks: Vec<Value> =
        view.remarks().map(|remark| both(|lang| remark.words(lang))).collect();
    json!({
        "case": case.id(),
        "regime": case.regime().id(),
        "on": text(Some(view.on())),
        "receipt": receipt(),
        "first_sick_day": text(Some(view.first_sick_day())),
        "counted_day": view.counted_day(),
        "week": view.week(),
        "sick_year": view.sick_year(),
        "state": view.state().id(),
        "end": view.end().map(|end| json!({
            "reason": end.reason().id(),
            "last_day": text(Some(end.last_day())),
            "citation": end.source().map(|source| citation(source.citation)),
        })),
        "leave_days_left_out": view.leave_days_left_out(),
        "relapse_joins_through": match view.state() {
            State::Recovered { relapse_joins_through } => text(Some(relapse_joins_through)),
            _ => Value::Null,
        },
        "waiting_period": {
            "last_day": text(view.waiting_period_last_day()),
            "wia_start": text(view.wia_start()),
        },
        "wages": {
            "minimum_wage_floor_last_day": text(view.minimum_wage_floor_last_day()),
            "last_day": text(view.wages_last_day()),
        },
        "sickness_benefit": {"last_day": text(view.sickness_benefit_last_day())},
        "dismissal_ban": {"last_day": text(view.dismissal_ban_last_day())},
        "early_iva": {
            "first_day": text(view.early_iva_first_day()),
            "last_day": text(view.early_iva_last_day()),
            "shortened_waiting_period_last_day": text(view.shortened_waiting_period_last_day()),
        },
        "wage_sanction": sanction,
        "days_claim_late": view.days_claim_late(),
        "milestones": milestones,
        "next": view.next().map(|(next, status)| json!({
            "duty": next.duty().id(),
            "number": next.number(),
            "due": text(next.due()),
            "status": status.id(),
        })),
        "open_questions": questions.iter().map(question_form).collect::<Vec<_>>(),
        "obligations": view
            .obligations()
            .map(|(o, s)| obligation_form(o, s, questions_on(&questions, o)))
            .collect::<Vec<_>>(),
        "possibilities": view.possibilities().iter().map(possibility_form).collect::<Vec<_>>(),
        "earlier_cases": earlier,
        "remarks": remarks,
        "unused_events": unused,
    })
}

fn obligation_form(obligation: &Obligation, status: Status, questions: Vec<String>) -> Value {
    let rule = obligation.rule();
    let with: Vec<&str> = obligation.with().iter().map(|actor| actor.id()).collect();
    let informs: Vec<&str> = obligation.informs().iter().map(|actor| actor.id()).collect();
    let form = json!({
        "duty": obligation.duty().id(),
        "number": obligation.number(),
        "questions": questions,
        "name_nl": rule.name(Lang::Nl),
        "name_en": rule.name(Lang::En),
        "actor": obligation.actor().id(),
        "with": with,
        "informs": informs,
        "layer": obligation.layer().id(),
        "due_layer": obligation.due_layer().id(),
        "opens": text(obligation.opens()),
        "advised": text(obligation.advised()),
        "due": text(obligation.due()),
        "original_due": text(obligation.original_due()),
        "deviation": obligation.deviation().map(|reason| reason.id()),
        "tolerated": text(obligation.tolerated()),
        "met": text(obligation.met()),
        "status": status.id(),
        "days": status.days(),
        "reason": match status {
            Status::NotApplicable(reason) | Status::Lapsed(reason) => json!(reason.id()),
            Status::Undetermined(norm) => json!(norm.id()),
            _ => Value::Null,
        },
        "waiting_for": match status {
            Status::WaitingFor(duty) => json!(duty.id()),
            _ => Value::Null,
        },
        "beyond_checked_law": obligation.is_beyond_checked_law(),
        "citation": citation(obligation.source().citation),
        "text": obligation.source().text,
    });
    with_announced(form, rule, obligation.due())
}

fn verdict_form(verdict: &Verdict<'_>) -> Value {
    let view = verdict.view();
    let case = view.timeline().case();
    let track = verdict.second_track();
    let open_questions = view.open_questions();
    let unknown: std::collections::BTreeSet<&str> =
        view.not_recorded().map(|line| line.duty().id()).collect();
    let mut duties: Vec<&str> = view.not_recorded().map(|line| line.duty().id()).collect();
    duties.dedup();
    assert_eq!(duties.len(), unknown.len(), "of a series the first is unknown, the others wait");
    let not_recorded = (!duties.is_empty()).then(|| {
        json!({
            "since": text(case.recorded_since()),
            "duties": duties,
            "words": both(|lang| view.not_recorded_words(lang).expect("a sentence")),
        })
    });
    let dated = |name: &str, on: Day| json!({"name": name, "on": on.to_string()});
    let advice: Vec<Value> = track.advice.iter().map(|(by, on)| dated(by.id(), *on)).collect();
    let phases: Vec<Value> = track.phases.iter().map(|(one, on)| dated(one.id(), *on)).collect();
    let questions: Vec<Value> =
        track.questions.iter().map(|one| both(|lang| one.name(lang).to_string())).collect();
    let items: Vec<Value> = verdict
        .plan()
        .items
        .iter()
        .map(|(item, on)| json!({"name": item.id(), "present": on.is_some(), "on": text(*on)}))
        .collect();
    let parts: Vec<Value> = verdict
        .report()
        .parts
        .iter()
        .map(|(part, coverage)| {
            let (present, on) = match coverage {
                Coverage::Missing => (false, None),
                Coverage::Facts | Coverage::NotAsked => (true, None),
                Coverage::Recorded(on) | Coverage::Duty(_, on) => (true, Some(*on)),
                _ => panic!("a coverage without a field: {coverage:?}"),
            };
            json!({"name": part.id(), "present": present, "on": text(on)})
        })
        .collect();
    json!({
        "case": case.id(),
        "regime": case.regime().id(),
        "on": text(Some(view.on())),
        "receipt": receipt(),
        "summary": verdict.summary().id(),
        "findings": verdict
            .findings()
            .iter()
            .map(|finding| finding_form(finding, &open_questions))
            .collect::<Vec<_>>(),
        "not_recorded": not_recorded,
        "open_questions": open_questions.iter().map(question_form).collect::<Vec<_>>(),
        "second_track": {
            "opens": text(track.opens),
            "advised": text(track.advised),
            "due": text(track.due),
            "tolerated": text(track.tolerated),
            "own_work_ruled_out": text(track.own_work_ruled_out),
            "advice": advice,
            "perspectives": texts(track.perspectives.iter().copied()),
            "started": text(track.started),
            "providers": texts(track.providers.iter().copied()),
            "phases": phases,
            "ended": track.ended.map(|(why, on)| dated(why.id(), on)),
            "first_track_ended": text(track.first_track_ended),
            "side_by_side": track.side_by_side,
            "at_the_latest_until": text(track.at_the_latest_until),
            "questions": questions,
        },
        "plan_of_action": {"vision_is_asked": verdict.plan().vision_is_asked, "items": items},
        "reintegration_report": {"form": verdict.report().form.id(), "parts": parts},
    })
}

fn finding_form(finding: &Finding, questions: &[OpenQuestion]) -> Value {
    let (number, questions) = match finding.topic() {
        Topic::Duty(duty, number) => (number, questions_on(questions, DateOf::Duty(duty, number))),
        _ => (1, Vec::new()),
    };
    let count = match finding.judgement() {
        Judgement::Early { days } | Judgement::Late { days } | Judgement::Missing { days } => days,
        Judgement::Incomplete { missing } => missing,
        _ => 0,
    };
    let cost: Vec<Value> = finding
        .cost()
        .iter()
        .map(|cost| {
            let (kind, amount) = match *cost {
                Cost::WageSanctionRisk { weeks } => ("wage-sanction-risk", weeks),
                Cost::BenefitSanctionRisk { weeks } => ("benefit-sanction-risk", weeks),
                Cost::BenefitRecovery { weeks } => ("benefit-recovery", weeks),
                Cost::Fine { up_to_eur } => ("fine", up_to_eur),
                Cost::WagesRunOn { days } => ("wages-run-on", days),
                _ => panic!("a cost without a field: {cost:?}"),
            };
            json!({"kind": kind, "amount": amount, "words": both(|lang| cost.words(lang))})
        })
        .collect();
    json!({
        "topic": finding.topic().id(),
        "questions": questions,
        "number": number,
        "judgement": finding.judgement().id(),
        "count": count,
        "severity": finding.severity().id(),
        "layer": finding.layer().id(),
        "due": text(finding.due()),
        "original_due": text(finding.original_due()),
        "deviation": finding.deviation().map(|reason| reason.id()),
        "tolerated": text(finding.tolerated()),
        "met": text(finding.met()),
        "until": text(finding.until()),
        "cost": cost,
        "repair": {
            "kind": finding.repair().id(),
            "words": both(|lang| finding.repair().name(lang).to_string()),
        },
        "sentence": both(|lang| finding.sentence(lang)),
        "citation": citation(finding.source().citation),
        "text": finding.source().text,
    })
}

fn changes_form(old: &View<'_>, changes: &[Change]) -> Value {
    json!({
        "case": old.timeline().case().id(),
        "on": text(Some(old.on())),
        "receipt": receipt(),
        "changes": changes.iter().map(change_form).collect::<Vec<_>>(),
    })
}

fn change_form(change: &Change) -> Value {
    let value = |value: change::Value| match value {
        change::Value::Day(day) => day.to_string(),
        change::Value::State(state) => state.id().to_string(),
        change::Value::Status(status) => status.id().to_string(),
        change::Value::Source(citation) => citation.to_string(),
        _ => panic!("a value without a text: {value:?}"),
    };
    let days_moved = match (change.before(), change.after()) {
        (Some(change::Value::Day(old)), Some(change::Value::Day(new))) => {
            json!(new.days_since(old))
        }
        _ => Value::Null,
    };
    json!({
        "subject": change.subject().id(),
        "number": change.subject().number(),
        "name_nl": change.name(Lang::Nl),
        "name_en": change.name(Lang::En),
        "what": change.what().id(),
        "old": change.before().map(value),
        "new": change.after().map(value),
        "days_moved": days_moved,
        "why": change.why().iter().map(why_form).collect::<Vec<_>>(),
    })
}

fn why_form(why: &Why) -> Value {
    let iso = |day: Day| day.to_string();
    let mut form = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            form.insert(name.to_string(), value);
        }
    };
    put("reason", json!(why.id()));
    match why {
        Why::ClockShifted { days, because, .. } => {
            put("days", json!(days));
            put(
                "because",
                json!(match because {
                    Uncounted::Recovered => "recovered",
                    Uncounted::Leave => "leave",
                    _ => panic!("days without a name: {because:?}"),
                }),
            );
        }
        Why::Follows { duty, met } => {
            put("rule", json!(duty.id()));
            put("on", text(*met));
        }
        Why::RuleVersion { rule, old, new } => {
            put("rule", json!(rule.id()));
            let version = new.or(*old).expect("a version");
            put("citation", json!(version.due.source.citation.to_string()));
        }
        Why::FactRecorded(
            FactChange::Recorded(Fact::Event(event))
            | FactChange::Removed(Fact::Event(event))
            | FactChange::Became { new: Fact::Event(event), .. },
        ) => put("on", text(Some(event.on()))),
        _ => {}
    }
    put("nl", json!(why.words(Lang::Nl, &iso)));
    put("en", json!(why.words(Lang::En, &iso)));
    Value::Object(form)
}

fn about_form(about: &About) -> Value {
    let duty = about.of_duty().map(Duty::id);
    json!({
        "duty": duty,
        "task": if duty.is_some() { Value::Null } else { json!(about.id()) },
        "number": about.number(),
        "name_nl": about.name(Lang::Nl),
        "name_en": about.name(Lang::En),
    })
}

fn agenda_form(agenda: &Agenda<'_>, view: &View<'_>, from: Day, to: Day) -> Value {
    let reminders: Vec<Value> = agenda
        .reminders()
        .iter()
        .filter(|reminder| from <= reminder.on() && reminder.on() <= to)
        .map(|reminder| {
            json!({
                "on": text(Some(reminder.on())),
                "kind": reminder.kind().id(),
                "about": about_form(reminder.about()),
                "to": reminder.to().id(),
                "deadline": text(Some(reminder.deadline())),
                "origin": reminder.origin().id(),
                "days_left":
                    reminder.deadline().days_since(reminder.on()),
                "planned": reminder.is_planned(),
            })
        })
        .collect();
    let tasks: Vec<Value> = agenda
        .tasks()
        .iter()
        .map(|task| {
            json!({
                "about": about_form(task.about()),
                "origin": "protocol",
                "who": task.who().id(),
                "day": text(task.day()),
                "planned": task.is_planned(),
                "status": task.status().id(),
                "status_nl": task.status().words(Lang::Nl),
                "status_en": task.status().words(Lang::En),
            })
        })
        .collect();
    let questions = view.open_questions();
    let duties: Vec<Value> = agenda
        .lines()
        .iter()
        .map(|line| {
            let asked = questions_on(&questions, line.obligation());
            let own = line.own_date().map(|own| {
                json!({
                    "day": text(Some(own.day())),
                    "origin": "protocol",
                    "remark": own.remark().map(|remark| remark.id()),
                    "asked": text(own.remark().map(|remark| remark.asked())),
                })
            });
            json!({
                "obligation": obligation_form(line.obligation(), line.status(), asked),
                "own_date": own,
                "treatment": line.treatment().id(),
            })
        })
        .collect();
    json!({
        "case": view.timeline().case().id(),
        "protocol": agenda.protocol().name(),
        "on": text(Some(view.on())),
        "receipt": receipt(),
        "reminders_from": text(Some(from)),
        "reminders_through": text(Some(to)),
        "reminders": reminders,
        "tasks": tasks,
        "duties": duties,
    })
}

/// The name of a variant as a form has it: `within-weeks-after`.
fn kebab(variant: &impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for letter in format!("{variant:?}").chars().take_while(|letter| letter.is_alphabetic()) {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

/// Without the fields that hold nothing.
fn present(form: Value) -> Value {
    let Value::Object(fields) = form else { return form };
    Value::Object(fields.into_iter().filter(|(_, value)| !value.is_null()).collect())
}

fn derived_form(step: &Derived) -> Value {
    let source = match step {
        Derived::Sum(sum) => Some(sum.bound.source),
        Derived::Prolonged(prolonged) => prolonged.source(),
        Derived::NotExtended { why, .. } => why.source(),
        Derived::Agreed { source, .. }
        | Derived::Extended { source, .. }
        | Derived::NoDay(NoDay::WithoutDelay { source }) => Some(*source),
        _ => None,
    };
    let more = match step {
        Derived::Sum(sum) => json!({
            "start": start_form(sum.start.day, sum.start.kind),
            "start_number": sum.start_number,
            "start_counts": sum.start_counts,
            "phrase": kebab(&sum.term),
            "phrase_number": sum.term.number(),
            "count": sum.count.id(),
            "clock": sum.clock.id(),
            "days": sum.days,
            "counted_day": sum.number,
            "layer": sum.bound.layer.id(),
            "version": {"from": text(sum.window.from), "until": text(sum.window.until)},
        }),
        Derived::Prolonged(prolonged) => prolonged_form(prolonged),
        Derived::Agreed { original, reason, .. } => {
            json!({"original": text(*original), "reason": reason.id()})
        }
        Derived::Extended { from, .. } | Derived::WorkingDayBefore { from, .. } => {
            json!({"from": text(Some(*from))})
        }
        Derived::NotExtended { why, .. } => json!({"why": why.id()}),
        Derived::NoDay(why) => json!({
            "why": kebab(why),
            "last_sick_day": match why {
                NoDay::NotReached { last_sick_day } => text(Some(*last_sick_day)),
                _ => Value::Null,
            },
        }),
        _ => json!({}),
    };
    let mut form = json!({
        "citation": source.map(|source| citation(source.citation)),
        "text": source.map(|source| source.text),
    });
    let fields = form.as_object_mut().expect("an object");
    fields.extend(more.as_object().expect("an object").clone());
    form = present(form);
    form["step"] = json!(kebab(step));
    form["day"] = text(step.day());
    form
}

fn prolonged_form(prolonged: &Prolongation) -> Value {
    let mut form = match prolonged {
        Prolongation::Extension { shortened_on, .. } => {
            json!({"shortened_on": text(*shortened_on)})
        }
        Prolongation::LateClaim { days, leave_days, .. }
        | Prolongation::LateReport { days, leave_days, .. } => {
            json!({"days": days, "leave_days": leave_days})
        }
        Prolongation::Sanction { first, last, days, shortened, repaired, .. } => json!({
            "first": text(Some(*first)),
            "last": text(Some(*last)),
            "days": days,
            "shortened": shortened,
            "repaired": text(*repaired),
        }),
        Prolongation::RunsOn { late, extended, sanction, .. } => {
            json!({"late": late, "extended": extended, "sanction": sanction})
        }
        Prolongation::Leave { days, .. } => json!({"days": days}),
        Prolongation::StatePension { reached, .. } => json!({"reached": text(Some(*reached))}),
        _ => json!({}),
    };
    form["kind"] = json!(kebab(prolonged));
    form
}

fn start_form(day: Day, kind: StartKind) -> Value {
    let (duty, number) = match kind {
        StartKind::Done(duty, number)
        | StartKind::Planned(duty, number)
        | StartKind::LastDayOf(duty, number) => (Some(duty.id()), Some(number)),
        _ => (None, None),
    };
    let event = match kind {
        StartKind::Recorded(event) | StartKind::DayAfter(event) => Some(event.id()),
        _ => None,
    };
    let days_late = match kind {
        StartKind::DelayedEnd { days_late } => Some(days_late),
        _ => None,
    };
    present(json!({
        "day": text(Some(day)),
        "kind": kebab(&kind),
        "duty": duty,
        "number": number,
        "event": event,
        "days_late": days_late,
    }))
}

fn derivation_form(found: &Derivation) -> Value {
    let left_out = found.left_out().iter().map(|run| {
        let why = match run.why {
            Left::Leave { presumed: true } => "leave-presumed-to-join".to_string(),
            why => kebab(&why),
        };
        json!({
            "first": text(Some(run.first)),
            "last": text(Some(run.last)),
            "days": run.days,
            "why": why,
        })
    });
    json!({
        "day": text(found.day()),
        "steps": found.steps().iter().map(derived_form).collect::<Vec<_>>(),
        "left_out": left_out.collect::<Vec<_>>(),
    })
}

/// The four dates of an obligation.
fn four_forms(found: &ObligationDerivation) -> Value {
    let mut form = json!({
        "opens": derivation_form(found.opens()),
        "advised": derivation_form(found.advised()),
        "due": derivation_form(found.due()),
        "tolerated": derivation_form(found.tolerated()),
    });
    let alternatives = found.alternatives().iter();
    let alternatives: Vec<Value> = alternatives
        .map(|(rule, due)| json!({"rule": rule.id(), "due": derivation_form(due)}))
        .collect();
    if !alternatives.is_empty() {
        form["alternatives"] = json!(alternatives);
    }
    form
}

fn derivations_form(view: &View<'_>) -> Value {
    let all = view.derivations();
    let obligations = all.obligations().iter().map(|one| {
        let mut form = four_forms(one);
        form["duty"] = json!(one.duty().id());
        form["number"] = json!(one.number());
        form
    });
    let milestones = all.milestones().iter().map(
        |(milestone, found)| json!({"milestone": milestone.id(), "day": derivation_form(found)}),
    );
    json!({
        "obligations": obligations.collect::<Vec<_>>(),
        "milestones": milestones.collect::<Vec<_>>(),
        "possibilities": all.possibilities().iter().map(|one| json!({
            "possibility": one.possibility().id(),
            "number": one.number(),
            "opens": derivation_form(one.opens()),
            "until": derivation_form(one.until()),
            "tolerated": derivation_form(one.tolerated()),
        })).collect::<Vec<_>>(),
    })
}

fn explanation_form(explanation: &Explanation) -> Value {
    let lang = explanation.lang();
    let answer = explanation.answer().expect("an answer");
    let (kind, subject, number) = match answer.subject {
        Subject::Duty(duty, number) => ("duty", duty.id(), number),
        Subject::Milestone(milestone) => ("milestone", milestone.id(), 1),
        Subject::Possibility(possibility, number) => ("possibility", possibility.id(), number),
        _ => panic!("a subject without a name"),
    };
    let steps: Vec<Value> = explanation
        .steps()
        .iter()
        .map(|step| {
            let (days, counted_day) = match step {
                Step::LeftOut(left) => (Some(left.days), None),
                Step::Sum(sum) => (sum.days, sum.number),
                _ => (None, None),
            };
            let source: Option<Source> = step.source();
            json!({
                "id": step.id(),
                "part": step.part().heading(lang),
                "words": step.words(lang),
                "dates": texts(dates(step)),
                "days": days,
                "counted_day": counted_day,
                "citation": source.map(|source| citation(source.citation)),
                "text": source.map(|source| source.text),
            })
        })
        .collect();
    json!({
        "subject": subject,
        "kind": kind,
        "number": number,
        "lang": match lang { Lang::Nl => "nl", Lang::En => "en" },
        "on": text(Some(explanation.on())),
        "receipt": receipt(),
        "title": explanation.title(),
        "day": text(answer.day),
        "beyond_checked_law": answer.day.is_some_and(|day| day > LAW_AS_OF),
        "steps": steps,
        "derivation": match explanation.derivation().expect("a derivation") {
            SubjectDerivation::Duty(found) => four_forms(found),
            SubjectDerivation::Milestone(found) => json!({"day": derivation_form(found)}),
            _ => panic!("a derivation without a form"),
        },
    })
}

/// The days of a step in the order in which its words name them.
fn dates(step: &Step) -> Vec<Day> {
    match step {
        Step::Answer(answer) => answer.day.into_iter().collect(),
        Step::Earlier { case, first, .. } => {
            vec![case.first_sick_day(), case.last_sick_day(), *first]
        }
        Step::OtherJoining { first, .. } => vec![*first],
        Step::FirstSickDay { day, .. } | Step::NotExtended { day, .. } => vec![*day],
        Step::LeftOut(left) => vec![left.first, left.last],
        Step::NothingLeftOut { through } => vec![*through],
        Step::Sum(sum) => vec![sum.start.day, sum.day],
        Step::Prolonged(moved) => vec![moved.day()],
        Step::Agreed { original, until, .. } => original.iter().copied().chain([*until]).collect(),
        Step::Extended { from, to, .. } => vec![*from, *to],
        Step::Reading(Reading { day, .. }) => day.iter().copied().collect(),
        Step::BeyondCheckedLaw { law_as_of } => vec![*law_as_of],
        _ => Vec::new(),
    }
}

// ---- Samples ----------------------------------------------------------------------------------------

/// The golden cases, with random ones between them, always the same.
fn cases() -> Vec<(String, Case)> {
    let mut cases: Vec<(String, Case)> =
        goldens().into_iter().map(|golden| (golden.name, golden.case)).collect();
    let mut runner = TestRunner::deterministic();
    let random = (0..120).filter_map(|n| {
        let recorded = facts::recorded().new_tree(&mut runner).expect("facts").current();
        Some((format!("random {n}"), recorded.case().ok()?))
    });
    cases.extend(random);
    cases.extend(full_files());
    for since in [Day::new(2026, 6, 1), Day::new(2026, 7, 1)] {
        let taken_over = Case::builder().sick_since(Day::new(2026, 1, 5));
        let taken_over = taken_over.recorded_since(since).build();
        cases.push((format!("taken over on {since}"), taken_over.expect("a case")));
    }
    let leave = Leave::new(Day::new(2024, 6, 3), Day::new(2024, 9, 22));
    let undecided = Case::builder()
        .sick(Day::new(2024, 1, 8), Day::new(2024, 6, 2))
        .sick_since(Day::new(2024, 9, 23))
        .add_leave(leave.joining(Joins::Unknown, None))
        .build();
    cases.push(("undecided".into(), undecided.expect("a case")));
    cases
}

/// Files with what the others do not record: a second track, contents of the plan and the report,
/// deviations, adjoining spells.
fn full_files() -> Vec<(String, Case)> {
    let mut files = Vec::new();
    for folder in ["tests/scenarios", "examples"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a readable folder").path();
            if path.extension().is_none_or(|ending| ending != "json") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a readable file");
            let mut json: Value = serde_json::from_str(&text).expect("JSON");
            let case = if json["case"].is_object() { json["case"].take() } else { json };
            if let Ok(case) = serde_json::from_value::<Case>(case) {
                files.push((path.display().to_string(), case));
            }
        }
    }
    assert!(files.len() > 100, "{}", files.len());
    // Two phases of a second track, which no file has.
    let first = Day::new(2025, 1, 6);
    let phased = Case::builder()
        .sick_since(first)
        .met(Duty::SECOND_TRACK_START, first + 300)
        .event(EventKind::SecondTrackPhase(SecondTrackPhase::ALL[0]), first + 310)
        .event(EventKind::SecondTrackPhase(SecondTrackPhase::ALL[1]), first + 330)
        .build();
    files.push(("two phases".to_string(), phased.expect("a case")));
    files
}

/// Days on which a case looks different.
fn days(case: &Case) -> impl Iterator<Item = Day> + use<> {
    let first = case.spells()[0].first_day();
    [40, 420, 760].into_iter().map(move |n| first + in_days(n))
}

#[test]
fn a_view_says_what_the_library_says() {
    let mut samples = Samples::default();
    for (name, case) in cases() {
        let timeline = Timeline::new(&case);
        let last = after_everything();
        for on in days(&case).chain([case.spells()[0].first_day() - 3, last]) {
            let view = timeline.view(on);
            let expected = view_form(&view);
            let written = serde_json::to_value(ViewForm::from(&view)).expect("JSON");
            same(&format!("{name} on {on}"), &written, &expected);
            assert_eq!(serde_json::to_value(&view).expect("JSON"), written);
            samples.add("", &expected);
            let mut expected = expected;
            expected["derivations"] = derivations_form(&view);
            let written = serde_json::to_value(ViewForm::with_derivations(&view)).expect("JSON");
            same(&format!("{name} on {on}, with derivations"), &written, &expected);
            samples.add("", &expected);
        }
    }
    let mut unnoticed = samples.unnoticed(Schema::View, &RECEIPT);
    // The few changes that are announced touch one line of a view at most; the forms above have them.
    unnoticed.retain(|field| !field.contains(".announced"));
    assert_eq!(unnoticed, [""; 0]);
}

#[test]
fn a_verdict_says_what_the_library_says() {
    let mut samples = Samples::default();
    for (name, case) in cases() {
        let timeline = Timeline::new(&case);
        for on in days(&case).chain([after_everything()]) {
            let verdict = Verdict::new(&timeline, on);
            let expected = verdict_form(&verdict);
            let written = serde_json::to_value(VerdictForm::from(&verdict)).expect("JSON");
            same(&format!("{name} on {on}"), &written, &expected);
            assert_eq!(serde_json::to_value(&verdict).expect("JSON"), written);
            samples.add("", &expected);
        }
    }
    // No rule tolerates a later start of the second track.
    let one_value = [&RECEIPT[..], &[".second_track.tolerated"]].concat();
    assert_eq!(samples.unnoticed(Schema::Verdict, &one_value), [""; 0]);
}

#[test]
fn changes_say_what_the_library_says() {
    let mut samples = Samples::default();
    let mut compare = |what: &str, (old, new): (&Case, &Case), (from, to): (Day, Day)| {
        let (old, new) = (Timeline::new(old), Timeline::new(new));
        let (old, new) = (old.view(from), new.view(to));
        let changes = change::compare(&old, &new);
        let expected = changes_form(&old, &changes);
        let written = serde_json::to_value(ChangesForm::new(&old, &changes)).expect("JSON");
        same(what, &written, &expected);
        for (change, form) in changes.iter().zip(written["changes"].as_array().expect("a list")) {
            assert_eq!(serde_json::to_value(change).expect("JSON"), *form);
        }
        samples.add("", &expected);
    };
    for (name, case) in cases() {
        let on = case.spells()[0].first_day() + 700;
        compare(&name, (&case, &case), (on, on + 60));
        for kind in [EventKind::NoPossibilities, EventKind::Met(Duty::WIA_CLAIM)] {
            if let Ok(other) = case.with(kind, on) {
                compare(&name, (&case, &other), (on, on));
            }
        }
        if let Ok(other) = case.with_recovery(on) {
            compare(&name, (&case, &other), (on, on));
            if let Ok(relapse) = other.with_relapse(on + 10) {
                compare(&name, (&other, &relapse), (on + 10, on + 10));
            }
        }
    }
    assert_eq!(samples.unnoticed(Schema::Changes, &RECEIPT), [""; 0]);
}

#[test]
fn an_agenda_says_what_the_library_says() {
    let example = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/protocol.json"),
    );
    let example: ProtocolForm =
        serde_json::from_str(&example.expect("the example")).expect("the form");
    let example = Protocol::try_from(example).expect("a protocol");
    let protocols: Vec<Protocol> =
        presets::ALL.iter().map(|preset| preset.protocol()).chain([example]).collect();
    let mut samples = Samples::default();
    for (i, (name, case)) in cases().into_iter().enumerate() {
        let timeline = Timeline::new(&case);
        let protocol = &protocols[i % protocols.len()];
        for on in days(&case) {
            let view = timeline.view(on);
            let agenda = protocol.agenda(&view);
            let (from, to) = (on + 2, on + 90);
            let expected = agenda_form(&agenda, &view, from, to);
            let form = AgendaForm::between(&agenda, &view, from, to);
            same(&format!("{name} on {on}"), &serde_json::to_value(form).expect("JSON"), &expected);
            samples.add("", &expected);
        }
    }
    // What the protocol adds is always its own.
    // One announced change touches the duties of these files.
    let announced = ["aimed_at", "id", "name_en", "name_nl", "status"];
    let announced = announced.map(|field| format!(".duties.obligation.announced.{field}"));
    let announced: Vec<&str> = announced.iter().map(String::as_str).collect();
    let one_value =
        [&RECEIPT[..], &[".tasks.origin", ".duties.own_date.origin"], &announced].concat();
    assert_eq!(samples.unnoticed(Schema::Agenda, &one_value), [""; 0]);
}

#[test]
fn an_explanation_says_what_the_library_says() {
    let mut samples = Samples::default();
    for (i, (name, case)) in cases().into_iter().enumerate() {
        let timeline = Timeline::new(&case);
        let view = timeline.view(case.spells()[0].first_day() + 650);
        let lang = if i % 2 == 0 { Lang::Nl } else { Lang::En };
        let of_duties = view.obligations().map(|(line, _)| Explanation::new(&view, line, lang));
        let milestones = view.milestones();
        let of_milestones =
            milestones.iter().map(|line| Explanation::from_milestone(&view, line, lang));
        for explanation in of_duties.chain(of_milestones) {
            let expected = explanation_form(&explanation);
            let form = ExplanationForm::from(&explanation);
            same(&name, &serde_json::to_value(form).expect("JSON"), &expected);
            assert_eq!(serde_json::to_value(&explanation).expect("JSON"), expected);
            samples.add("", &expected);
        }
    }
    let mut unnoticed = samples.unnoticed(Schema::Explanation, &RECEIPT);
    // The form of a derivation is that in a view, which is seen whole.
    unnoticed.retain(|field| !field.starts_with(DERIVATION));
    assert_eq!(unnoticed, [""; 0]);
}

/// A case is written and read in one and the same way; that it comes back whole, `wire_case` says.
#[test]
fn a_case_says_what_was_recorded() {
    let mut samples = Samples::default();
    for (name, case) in cases() {
        let expected = case_form(&case);
        let written = serde_json::to_value(CaseForm::from(&case)).expect("JSON");
        same(&name, &written, &expected);
        assert_eq!(serde_json::to_value(&case).expect("JSON"), expected);
        samples.add("", &expected);
    }
    let unnoticed = samples.unnoticed(Schema::Case, &[]);
    assert_eq!(unnoticed, [""; 0]);
}

fn case_form(case: &Case) -> Value {
    let without_nulls = |value: Value| -> Value {
        let Value::Object(object) = value else { return value };
        Value::Object(object.into_iter().filter(|(_, value)| !value.is_null()).collect())
    };
    let spells: Vec<Value> = case
        .spells()
        .iter()
        .map(|spell| {
            without_nulls(json!({
                "first_day": text(Some(spell.first_day())),
                "last_day": text(spell.last_day()),
                "counts_for_dismissal_ban":
                    if spell.counts_for_dismissal_ban() { Value::Null } else { json!(false) },
            }))
        })
        .collect();
    let leave: Vec<Value> = case
        .leave()
        .iter()
        .map(|leave| {
            without_nulls(json!({
                "first_day": text(Some(leave.first_day())),
                "last_day": text(Some(leave.last_day())),
                "joins": leave.joins().id(),
                "decided_by": leave.decided().map(|(role, _)| role.id()),
                "decided_on": text(leave.decided().map(|(_, on)| on)),
            }))
        })
        .collect();
    let events: Vec<Value> = case
        .events()
        .iter()
        .map(|event| {
            let kind = event.kind();
            let mut form = json!({"kind": kind.id(), "on": event.on().to_string()});
            let more = match kind {
                EventKind::SecondTrackAdvised { by } => json!({"by": by.id()}),
                EventKind::SecondTrackPhase(phase) => json!({"phase": phase.id()}),
                EventKind::SecondTrackEnded { why } => json!({"reason": why.id()}),
                EventKind::PlanHolds(item) => json!({"item": item.id()}),
                EventKind::ReportHolds(part) => json!({"part": part.id()}),
                EventKind::AgreedDeviation { duty, until, reason } => json!({
                    "duty": duty.id(),
                    "until": until.to_string(),
                    "reason": reason.id(),
                }),
                EventKind::VoluntaryExtension { until }
                | EventKind::CompletionAsked { until }
                | EventKind::ExtensionShortened { until } => {
                    json!({"until": until.to_string()})
                }
                EventKind::ObjectionMade { to: Some(to) } => json!({"duty": to.duty().id()}),
                EventKind::WageSanction { weeks: Some(weeks) } => json!({"weeks": weeks}),
                _ => json!({}),
            };
            let more = more.as_object().expect("an object").clone();
            form.as_object_mut().expect("an object").extend(more);
            form
        })
        .collect();
    let mut form = json!({
        "id": case.id(),
        "regime": case.regime().id(),
        "spells": spells,
        "leave": leave,
        "state_pension_day": text(case.state_pension_day()),
        "employment_last_day": text(case.employment_last_day()),
        "interviews": case.interviews().id(),
        "events": events,
    });
    if let Some(day) = case.recorded_since() {
        form["recorded_since"] = json!(day.to_string());
    }
    if let Some(answer) = case.sickness_benefit_entitlement() {
        form["sickness_benefit_entitlement"] = json!(answer.id());
    }
    if case.wage_terms() != WageTerms::Usual {
        form["wage_terms"] = json!(case.wage_terms().id());
    }
    form
}

/// The receipt is the version of `Cargo.toml` and the day in the README.
#[test]
fn the_receipt_names_the_version_and_the_day_of_the_law() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = std::fs::read_to_string(root.join("Cargo.toml")).expect("the manifest");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the README");
    let receipt = serde_json::to_value(poortwachter::wire::Receipt::now()).expect("JSON");
    let (version, day) = (receipt["crate"].as_str(), receipt["law_as_of"].as_str());
    let (version, day) = (version.expect("a version"), day.expect("a day"));
    assert!(manifest.contains(&format!("\nversion = \"{version}\"\n")));
    assert!(readme.contains(&format!("**Law as of {day}**")));
}
