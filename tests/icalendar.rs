//! The calendar file. Days were counted by hand, UIDs computed with Python's uuid.
#![cfg(all(feature = "icalendar", feature = "serde"))]

#[allow(dead_code, reason = "other tests use the rest")]
mod common;

use poortwachter::chrono::{Days, NaiveDate};
use poortwachter::export::icalendar::{CalendarError, Kind, Options, Titles, calendar, update};
use poortwachter::{Actor, Case, CaseBuilder, Duty, EventKind, Lang, Timeline};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn options() -> Options {
    Options::new("hr.example.org")
}

fn sick_since_5_january() -> CaseBuilder {
    Case::builder().id("A-17").sick_since(day(2026, 1, 5))
}

fn timeline(case: CaseBuilder) -> Timeline {
    Timeline::of(&case.build().expect("a case"))
}

fn export(case: CaseBuilder, on: NaiveDate, options: &Options) -> String {
    calendar([&timeline(case).on(on)], options).expect("a calendar")
}

fn renew(previous: &str, case: CaseBuilder, on: NaiveDate, options: &Options) -> String {
    update(previous, [&timeline(case).on(on)], options).expect("a calendar")
}

/// The golden cases that have an identifier: nearly all.
fn goldens() -> impl Iterator<Item = common::Golden> {
    let goldens = common::goldens();
    let count = goldens.iter().filter(|golden| golden.case.id().is_some()).count();
    assert!(count >= 150, "only {count} golden cases have an id");
    goldens.into_iter().filter(|golden| golden.case.id().is_some())
}

/// The text of every entry, by UID.
fn entries(file: &str) -> BTreeMap<String, String> {
    let text = file.replace("\r\n ", "");
    let kinds = ["VEVENT", "VTODO"];
    let blocks = kinds.iter().flat_map(|kind| {
        let (begin, end) = (format!("BEGIN:{kind}\r\n"), format!("END:{kind}\r\n"));
        let rest = text.split(&begin).skip(1).map(str::to_string).collect::<Vec<_>>();
        rest.into_iter().map(move |block| block.split(&end).next().unwrap_or("").to_string())
    });
    let mut entries = BTreeMap::new();
    for block in blocks {
        let uid = value(&block, "UID").expect("an entry has a UID").to_string();
        assert_eq!(entries.insert(uid, block), None, "a UID stands twice");
    }
    entries
}

/// A property of an entry, not of its alarms.
fn value<'b>(block: &'b str, key: &str) -> Option<&'b str> {
    let own = block.split("BEGIN:VALARM").next()?;
    own.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        (name.split(';').next() == Some(key)).then_some(value)
    })
}

/// The entry with that title.
#[track_caller]
fn entry(file: &str, title: &str) -> String {
    let entries = entries(file);
    let found = entries.values().find(|block| value(block, "SUMMARY") == Some(title));
    found.unwrap_or_else(|| panic!("no {title}: {file}")).clone()
}

#[track_caller]
fn has(block: &str, key: &str, expected: &str) {
    assert_eq!(value(block, key), Some(expected), "{key} in {block}");
}

fn duties() -> Options {
    options().titles(Titles::Duty)
}

#[test]
fn an_event_stands_on_the_due_day_and_an_alarm_on_the_advised_day() {
    let file = export(sick_since_5_january(), day(2026, 1, 6), &duties());
    let report = entry(&file, "42nd-week report");
    // S(295) is 294 days after 5 January 2026; the advised day is the Friday before.
    has(&report, "DTSTART", "20261026");
    has(&report, "DTEND", "20261027");
    has(&report, "STATUS", "CONFIRMED");
    has(&report, "TRANSP", "TRANSPARENT");
    has(&report, "CLASS", "PRIVATE");
    has(&report, "CATEGORIES", "act");
    has(&report, "SEQUENCE", "0");
    has(&report, "DTSTAMP", "20260106T000000Z");
    let description = value(&report, "DESCRIPTION").expect("a description");
    assert!(description.starts_with("Due: 26 Oct 2026 (act)\\nAdvised: 23 Oct 2026\\n"));
    assert!(description.contains("Basis: ZW art. 38(1): \"uiterlijk op de eerste dag nadat"));
    // 14 days, 3 days and 1 day before, at nine: 14 * 24 - 9 hours is 1,177,200 seconds.
    let alarms: Vec<_> = report.lines().filter(|line| line.starts_with("TRIGGER")).collect();
    assert_eq!(
        alarms,
        [
            "TRIGGER;RELATED=START:-PT1177200S",
            "TRIGGER;RELATED=START:-PT226800S",
            "TRIGGER;RELATED=START:-PT54000S"
        ]
    );
    assert!(report.contains("42nd-week report: advised day\r\n"));
    assert_eq!(report.matches("advised day").count(), 1);
}

#[test]
fn a_to_do_starts_when_it_opens_and_ends_on_the_due_day() {
    let file = export(sick_since_5_january(), day(2026, 1, 6), &duties().kind(Kind::ToDos));
    let evaluation = entry(&file, "First-year evaluation");
    // S(316), S(364) and the day before a year has passed: opens, due, accepted.
    has(&evaluation, "DTSTART", "20261116");
    has(&evaluation, "DUE", "20270103");
    has(&evaluation, "STATUS", "NEEDS-ACTION");
    has(&evaluation, "PRIORITY", "3");
    assert!(evaluation.contains("Accepted up to: 4 Jan 2027"));
    assert!(evaluation.contains("TRIGGER;RELATED=END:-PT54000S"));
    assert_eq!(value(&evaluation, "COMPLETED"), None);
}

#[test]
fn what_no_statute_names_is_never_called_due() {
    for (lang, due, target) in
        [(Lang::En, "Due: ", "Target date: "), (Lang::Nl, "Uiterste dag: ", "Streefdatum: ")]
    {
        let file = export(sick_since_5_january(), day(2026, 1, 6), &options().lang(lang));
        for block in entries(&file).values() {
            let is_weak = ["practice", "policy", "praktijk", "beleid"]
                .contains(&value(block, "CATEGORIES").expect("a layer"));
            assert_eq!(is_weak, block.contains(target), "{block}");
            assert_eq!(!is_weak, block.contains(due), "{block}");
            let title = value(block, "SUMMARY").expect("a title");
            let weak_title = lang.pick("Streefdatum dossier", "File target date");
            assert_eq!(is_weak, title == weak_title, "{block}");
        }
    }
}

#[test]
fn uids_are_what_they_were() {
    let on = day(2026, 1, 6);
    let events = entries(&export(sick_since_5_january(), on, &options()));
    has(&events["5821e5de-67c4-581e-b032-1a7cc4aa7bed"], "DTSTART", "20260216");
    let to_dos = options().kind(Kind::ToDos).titles(Titles::Duty);
    let to_dos = entries(&export(sick_since_5_january(), on, &to_dos));
    has(&to_dos["2a4b4442-69e0-5fcf-8a47-3c9bb393b840"], "SUMMARY", "Progress interview 3");
}

#[test]
fn met_is_completed_and_needs_no_alarm() {
    let case = sick_since_5_january().met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 12));
    let file = export(case.clone(), day(2026, 2, 13), &duties().kind(Kind::ToDos));
    let analysis = entry(&file, "Problem analysis");
    has(&analysis, "STATUS", "COMPLETED");
    has(&analysis, "COMPLETED", "20260212T120000Z");
    has(&analysis, "DUE", "20260216");
    assert!(!analysis.contains("VALARM"));
    let file = export(case, day(2026, 2, 13), &duties());
    let analysis = entry(&file, "Done: Problem analysis");
    has(&analysis, "STATUS", "CONFIRMED");
    assert!(analysis.contains("Done on 12 Feb 2026."));
    assert!(!analysis.contains("VALARM"));
}

#[test]
fn an_update_changes_what_moved_and_nothing_else() {
    let first = export(sick_since_5_january(), day(2026, 2, 10), &duties());
    let late = sick_since_5_january().met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 18));
    let second = renew(&first, late.clone(), day(2026, 2, 18), &duties());
    // Two weeks after the analysis, no longer after the day on which it was due.
    let (before, after) = (entry(&first, "Plan of action"), entry(&second, "Plan of action"));
    has(&before, "DTSTART", "20260302");
    has(&after, "DTSTART", "20260304");
    has(&after, "SEQUENCE", "1");
    has(&after, "DTSTAMP", "20260218T000000Z");
    assert_eq!(value(&before, "UID"), value(&after, "UID"));
    has(&before, "STATUS", "TENTATIVE");
    has(&after, "STATUS", "CONFIRMED");

    let (first, second_entries) = (entries(&first), entries(&second));
    assert!(first.keys().eq(second_entries.keys()));
    for (uid, old) in &first {
        let title = value(old, "SUMMARY").expect("a title");
        let moved = ["Problem analysis", "Plan of action"].contains(&title)
            || title.starts_with("Progress interview");
        assert_eq!(*old != second_entries[uid], moved, "{title}");
        has(&second_entries[uid], "SEQUENCE", if moved { "1" } else { "0" });
    }
    assert_eq!(renew(&second, late, day(2026, 2, 19), &duties()), second, "a night without news");
}

#[test]
fn what_no_longer_applies_is_cancelled_with_and_without_the_previous_file() {
    let none = sick_since_5_january()
        .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 12))
        .event(EventKind::NoPossibilities, day(2026, 2, 16));
    let on = day(2026, 2, 17);
    for kind in [Kind::Events, Kind::ToDos] {
        let options = duties().kind(kind);
        let first = export(sick_since_5_january(), day(2026, 2, 10), &options);
        let second = renew(&first, none.clone(), on, &options);
        let plan = entry(&second, "Cancelled: Plan of action");
        has(&plan, "STATUS", "CANCELLED");
        has(&plan, "SEQUENCE", "1");
        assert!(!plan.contains("VALARM"));
        assert!(plan.contains("the physician sees no possibilities to return"));
        let fresh = export(none.clone(), on, &options.clone().sequence(7));
        let plan = entry(&fresh, "Cancelled: Plan of action");
        has(&plan, "STATUS", "CANCELLED");
        has(&plan, "SEQUENCE", "7");
        assert!(!export(none.clone(), on, &options.cancelled(false)).contains("CANCELLED"));
    }
}

#[test]
fn recovery_puts_on_hold_and_a_relapse_revives_later() {
    let recovered = Case::builder().id("A-17").sick(day(2026, 1, 5), day(2026, 3, 1));
    let relapsed = recovered.clone().sick_since(day(2026, 3, 12)); // ten recovered days
    let first = export(sick_since_5_january(), day(2026, 2, 10), &duties());
    let second = renew(&first, recovered.clone(), day(2026, 3, 2), &duties());
    let third = renew(&second, relapsed, day(2026, 3, 12), &duties());
    let on_hold = entry(&second, "On hold: 42nd-week report");
    has(&on_hold, "STATUS", "CANCELLED");
    has(&on_hold, "SEQUENCE", "1");
    let revived = entry(&third, "42nd-week report");
    has(&revived, "STATUS", "CONFIRMED");
    has(&revived, "SEQUENCE", "2");
    has(&revived, "DTSTART", "20261105");
    // Without a relapse it lapses after 29 March.
    let closed = renew(&second, recovered, day(2026, 3, 30), &duties());
    has(&entry(&closed, "Cancelled: 42nd-week report"), "SEQUENCE", "2");
}

#[test]
fn a_closed_case_keeps_its_entries_beside_those_of_the_new_one() {
    let old = Case::builder()
        .id("A-17")
        .sick(day(2025, 1, 6), day(2025, 6, 1))
        .met(Duty::PROBLEM_ANALYSIS, day(2025, 2, 12));
    let new = old.clone().sick_since(day(2026, 1, 5));
    let file = export(new, day(2026, 1, 6), &duties());
    has(&entry(&file, "Done: Problem analysis"), "DTSTART", "20250217");
    has(&entry(&file, "Problem analysis"), "DTSTART", "20260216");
    has(&entry(&file, "Cancelled: 42nd-week report"), "DTSTART", "20251027");
    has(&entry(&file, "42nd-week report"), "DTSTART", "20261026");
}

#[test]
fn without_delay_stays_to_be_done_but_has_no_day() {
    // Six weeks ended on 16 February.
    let case = sick_since_5_january().event(EventKind::LongAbsenceForeseen, day(2026, 3, 10));
    let on = day(2026, 3, 11);
    let to_do = entry(
        &export(case.clone(), on, &duties().kind(Kind::ToDos)),
        "No fixed day: Problem analysis",
    );
    has(&to_do, "STATUS", "NEEDS-ACTION");
    assert_eq!((value(&to_do, "DUE"), value(&to_do, "DTSTART")), (None, None));
    let event = entry(&export(case, on, &duties()), "No fixed day: Problem analysis");
    has(&event, "STATUS", "TENTATIVE");
    assert!(!event.contains("Due: ") && !event.contains("VALARM"));
}

#[test]
fn a_case_that_left_is_cancelled_once() {
    let (a, b) = (timeline(sick_since_5_january()), timeline(sick_since_5_january().id("B-1")));
    let on = day(2026, 1, 6);
    let both = calendar([&a.on(on), &b.on(on)], &options()).expect("a calendar");
    let next = update(&both, [&a.on(on)], &options()).expect("a calendar");
    let cancelled = |file: &str| {
        entries(file)
            .into_values()
            .filter(|block| value(block, "STATUS") == Some("CANCELLED"))
            .inspect(|block| {
                has(block, "SEQUENCE", "1");
                has(block, "DESCRIPTION", "No longer applies.");
                assert!(
                    value(block, "SUMMARY")
                        .is_some_and(|title| title.starts_with("Cancelled: File"))
                );
                assert!(!block.contains("VALARM"));
            })
            .count()
    };
    assert_eq!(cancelled(&next), entries(&both).len() / 2);
    assert_eq!(update(&next, [&a.on(on)], &options()).expect("a calendar"), next);
    // It comes back.
    let again = update(&next, [&a.on(on), &b.on(on)], &options()).expect("a calendar");
    assert_eq!(cancelled(&again), 0);
    assert_eq!(again.matches("SEQUENCE:2\r\n").count(), entries(&both).len() / 2);
}

#[test]
fn errors_say_what_to_do() {
    let on = day(2026, 1, 6);
    let (a, nameless) =
        (timeline(sick_since_5_january()), timeline(Case::builder().sick_since(day(2026, 1, 5))));
    let told = |result: Result<String, CalendarError>| result.expect_err("an error").to_string();
    assert_eq!(
        told(calendar([&a.on(on), &nameless.on(on)], &options())),
        "case 2 has no id: give it one, it is what a re-export is recognised by"
    );
    assert_eq!(
        told(calendar([&a.on(on), &a.on(on)], &options())),
        "case 2 has the same id as a case before it: give every case its own"
    );
    let other = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//else//EN\r\nEND:VCALENDAR\r\n";
    assert_eq!(
        told(update(other, [&a.on(on)], &options())),
        "the previous calendar was not exported here: pass the file as it was exported"
    );
    for (broken, line) in [
        ("", 1),
        ("no calendar", 1),
        ("{\"id\": \"A-17\"}", 1),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", 2),
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", 2),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n  2\r\nSUMMARY\r\nEND:VEVENT\r\n", 5),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", 3),
    ] {
        let told = told(update(broken, [&a.on(on)], &options()));
        let what = "this is no calendar, or not a whole one: pass the file as it was exported";
        let foreign =
            "the previous calendar was not exported here: pass the file as it was exported";
        assert!(told == format!("line {line}: {what}") || told == foreign, "{broken}: {told}");
    }
}

#[test]
fn an_id_cannot_break_the_file() {
    let case = sick_since_5_january().id("x\r\nEND:VEVENT\r\n;,\\ ok");
    let file = export(case, day(2026, 1, 6), &options().shows_id(true));
    assert!(!file.contains("\r\nEND:VEVENT\r\n;"));
    assert!(file.replace("\r\n ", "").contains("File deadline (x"));
}

/// Words that tell that somebody is sick. The short ones count as whole words only.
const TELLING: [&str; 40] = [
    "ziek",
    "verzuim",
    "arbeidsong",
    "integrat",
    "poortwachter",
    "gezond",
    "herstel",
    "beter",
    "medis",
    "medic",
    "arts",
    "dokter",
    "doctor",
    "physician",
    "health",
    "sick",
    "ill",
    "illness",
    "recover",
    "relapse",
    "disab",
    "absence",
    "wage",
    "loon",
    "benefit",
    "uitker",
    "employee",
    "werknemer",
    "analys",
    "interview",
    "gesprek",
    "plan",
    "wia",
    "iva",
    "uwv",
    "zw",
    "rp",
    "bedrijfs",
    "pension",
    "verlof",
];

#[test]
fn by_default_nothing_tells_that_somebody_is_sick() {
    for golden in goldens() {
        let timeline = Timeline::of(&golden.case);
        let first = golden.case.spells()[0].first_day();
        for after in [0, 50, 300, 800] {
            let view = timeline.on(first + Days::new(after));
            for (kind, lang) in [(Kind::Events, Lang::En), (Kind::ToDos, Lang::Nl)] {
                let file = calendar([&view], &options().kind(kind).lang(lang)).expect("a file");
                let text = file.replace("\r\n ", "").to_lowercase();
                // Words of the format itself.
                let text = text.replace("class:private", "");
                let words: BTreeSet<&str> = text
                    .split(|c: char| !c.is_alphabetic())
                    .filter(|word| !word.is_empty())
                    .collect();
                for telling in TELLING {
                    let told = words.iter().find(|word| match telling.len() {
                        ..=4 if telling != "ziek" && telling != "sick" => **word == telling,
                        _ => word.contains(telling),
                    });
                    assert_eq!(told, None, "{telling} in {}: {text}", golden.name);
                }
                assert!(!text.contains(&golden.case.id().expect("an id").to_lowercase()));
            }
        }
    }
}

#[test]
fn the_format_is_kept_and_nothing_but_the_facts_decides() {
    for golden in goldens() {
        let timeline = Timeline::of(&golden.case);
        let view = timeline.on(golden.case.spells()[0].first_day() + Days::new(400));
        for kind in [Kind::Events, Kind::ToDos] {
            let options = duties().kind(kind).lang(Lang::Nl);
            let file = calendar([&view], &options).expect("a file");
            assert_eq!(calendar([&view], &options).expect("a file"), file, "{}", golden.name);
            assert_eq!(update(&file, [&view], &options).expect("a file"), file, "{}", golden.name);
            for line in file.split_terminator("\r\n") {
                assert!(line.len() <= 75, "{}: {line}", golden.name);
                assert!(!line.contains(['\r', '\n']), "{}: {line:?}", golden.name);
            }
        }
    }
}

/// Every day on which a fact is recorded, and the day before it.
fn nights(case: &Case) -> BTreeSet<NaiveDate> {
    let spells = case.spells().iter().flat_map(|s| [Some(s.first_day()), s.last_day()]).flatten();
    let leave = case.leave().iter().flat_map(|leave| [leave.first_day(), leave.last_day()]);
    let facts = spells.chain(leave).chain(case.events().iter().map(|event| event.on()));
    let first = case.spells()[0].first_day();
    facts.flat_map(|day| [day - Days::new(1), day]).filter(|day| first <= *day).collect()
}

#[test]
fn an_export_without_memory_agrees_with_one_every_night() {
    let standing = |file: &str| -> BTreeMap<String, (Option<String>, Option<String>)> {
        let owned = |block: &str, key| value(block, key).map(str::to_string);
        entries(file)
            .into_iter()
            .map(|(uid, block)| (uid, (owned(&block, "STATUS"), owned(&block, "DTSTART"))))
            .collect()
    };
    for golden in goldens() {
        let timeline = Timeline::of(&golden.case);
        let nights = nights(&golden.case);
        let last = *nights.last().expect("a first sick day") + Days::new(40);
        let mut file: Option<String> = None;
        for night in nights.into_iter().chain([last]) {
            let view = timeline.on(night);
            file = Some(match file {
                None => calendar([&view], &options()).expect("a file"),
                Some(previous) => update(&previous, [&view], &options()).expect("a file"),
            });
        }
        let fresh = calendar([&timeline.on(last)], &options()).expect("a file");
        assert_eq!(standing(&fresh), standing(&file.expect("a file")), "{}", golden.name);
    }
}

#[test]
fn every_entry_stands_on_the_due_day_of_its_obligation() {
    for golden in goldens() {
        let timeline = Timeline::of(&golden.case);
        let view = timeline.on(common::after_everything());
        let options = duties().cancelled(false);
        let mut got: Vec<(String, String)> = entries(&calendar([&view], &options).expect("a file"))
            .values()
            .filter(|block| value(block, "STATUS") == Some("CONFIRMED"))
            .map(|block| {
                let title = value(block, "SUMMARY").expect("a title");
                let title = title.strip_prefix("Done: ").unwrap_or(title);
                (title.replace("\\,", ","), value(block, "DTSTART").expect("a day").to_string())
            })
            .collect();
        for (obligation, status) in view.obligations() {
            let Some(due) = obligation.due() else { continue };
            if status.is_actionable() || status.id().starts_with("met-") {
                let name = match obligation.actor() {
                    Actor::Employer => obligation.name(Lang::En),
                    other => format!("{}, {}", obligation.name(Lang::En), other.name(Lang::En)),
                };
                let expected = (name, due.format("%Y%m%d").to_string());
                let place = got.iter().position(|entry| *entry == expected);
                assert!(place.is_some(), "{}: no {expected:?} in {got:?}", golden.name);
                got.remove(place.unwrap_or_default());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn uids_hang_on_the_case_and_never_on_a_day(
        first in 0_u64..50_000,
        other in 0_u64..50_000,
        id in "[^\\p{Cc}]{1,12}",
        other_id in "[^\\p{Cc}]{1,12}",
    ) {
        let on = day(2199, 12, 31);
        let start = day(2023, 7, 3);
        let uids = |id: &str, first: u64, namespace: &str| -> BTreeSet<String> {
            let case = Case::builder().id(id).sick_since(start + Days::new(first));
            entries(&export(case, on, &Options::new(namespace))).into_keys().collect()
        };
        let here = uids(&id, first, "one.example.org");
        prop_assert_eq!(&here, &uids(&id, other, "one.example.org"));
        prop_assert!(here.is_disjoint(&uids(&id, first, "two.example.org")));
        if id != other_id {
            prop_assert!(here.is_disjoint(&uids(&other_id, first, "one.example.org")));
        }
    }
}

/// The file must be what stands in `tests/icalendar`; UPDATE_SNAPSHOTS=1 writes it, to be read.
fn snapshot(name: &str, file: &str) {
    let path = format!("{}/tests/icalendar/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, file).expect("a place for it");
    }
    let expected = std::fs::read_to_string(&path).expect("a snapshot");
    assert_eq!(file, expected, "{name}");
}

fn case_for_people() -> CaseBuilder {
    sick_since_5_january()
        .met(Duty::SICKNESS_REPORT, day(2026, 1, 6))
        .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 12))
        .met(Duty::PLAN_OF_ACTION, day(2026, 3, 2))
}

#[test]
fn what_people_see() {
    let on = day(2026, 10, 14);
    snapshot("neutral-events.ics", &export(case_for_people(), on, &options().practice(false)));
    let to_dos = duties().kind(Kind::ToDos).lang(Lang::Nl).shows_id(true).alarms([]);
    snapshot("duties-as-to-dos-nl.ics", &export(case_for_people(), on, &to_dos));
}
