//! The calendar file. Days were counted by hand, UIDs computed with Python's uuid.

use crate::common::goldens::{self, Golden, after_everything};
use crate::common::kept::assert_kept;
use crate::common::{date, day_of, in_days};
use chrono::NaiveDate;
use poortwachter::Day;
use poortwachter::export::icalendar::{CalendarError, Kind, Options, Titles, calendar, update};
use poortwachter::law::Force;
use poortwachter::{
    Actor, Case, CaseBuilder, Duty, EventKind, Lang, Layer, Obligation, Status, Timeline,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

fn options() -> Options {
    Options::new("hr.example.org")
}

fn sick_since_5_january() -> CaseBuilder {
    Case::builder().id("A-17").sick_since(day(2026, 1, 5))
}

fn timeline(case: CaseBuilder) -> Timeline {
    Timeline::new(&case.build().expect("a case"))
}

fn export(case: CaseBuilder, on: Day, options: &Options) -> String {
    calendar([&timeline(case).view(on)], options).expect("a calendar")
}

fn renew(previous: &str, case: CaseBuilder, on: Day, options: &Options) -> String {
    update(previous, [&timeline(case).view(on)], options).expect("a calendar")
}

/// The golden cases that have an identifier: nearly all.
fn goldens() -> impl Iterator<Item = Golden> {
    let goldens = goldens::goldens();
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
    // 14 days, 3 days and 1 day before, at nine: 13 days and 15 hours before midnight, and so on.
    let alarms: Vec<_> = report.lines().filter(|line| line.starts_with("TRIGGER")).collect();
    assert_eq!(
        alarms,
        [
            "TRIGGER;RELATED=START:-P13DT15H",
            "TRIGGER;RELATED=START:-P2DT15H",
            "TRIGGER;RELATED=START:-PT15H"
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
    assert!(evaluation.contains("TRIGGER;RELATED=END:-PT15H"));
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

/// The triggers of an entry.
fn triggers(block: &str) -> Vec<&str> {
    block.lines().filter(|line| line.starts_with("TRIGGER")).collect()
}

#[test]
fn days_before_are_written_as_days() {
    // Due on Monday 16 February; the Friday before is the advised day, which has an alarm as well.
    let with = |days: u16, kind| options().alarms([days]).kind(kind).without_practice();
    let expected = [
        (0, "TRIGGER;RELATED=END:-PT15H", "TRIGGER;RELATED=END:PT9H"),
        (1, "TRIGGER;RELATED=START:-PT15H", "TRIGGER;RELATED=END:-PT15H"),
        (2, "TRIGGER;RELATED=START:-P1DT15H", "TRIGGER;RELATED=END:-P1DT15H"),
        (14, "TRIGGER;RELATED=START:-P13DT15H", "TRIGGER;RELATED=END:-P13DT15H"),
        (30, "TRIGGER;RELATED=START:-P29DT15H", "TRIGGER;RELATED=END:-P29DT15H"),
        (u16::MAX, "TRIGGER;RELATED=START:-P65534DT15H", "TRIGGER;RELATED=END:-P65534DT15H"),
    ];
    for (days, of_event, of_to_do) in expected {
        for (kind, key, trigger) in
            [(Kind::Events, "DTSTART", of_event), (Kind::ToDos, "DUE", of_to_do)]
        {
            let file = export(sick_since_5_january(), day(2026, 1, 6), &with(days, kind));
            let entries = entries(&file);
            let found = entries.values().find(|block| value(block, key) == Some("20260216"));
            let alarms = found.expect("the problem analysis").split("BEGIN:VALARM");
            let own: Vec<&str> = alarms.filter(|alarm| !alarm.contains(": advised day")).collect();
            assert_eq!(triggers(&own.concat()), [trigger], "{days}");
        }
    }
}

/// Summer time in the Netherlands in 2026: from 29 March, two o'clock, up to 25 October, three
/// o'clock. Both are 01:00 UTC.
fn hours_ahead_of_utc(minute_utc: i64) -> i64 {
    let change = |month, on| minutes(day(2026, month, on), 1);
    if (change(3, 29)..change(10, 25)).contains(&minute_utc) { 2 } else { 1 }
}

/// Minutes since the first day of the calendar.
fn minutes(day: Day, hour: i64) -> i64 {
    (i64::from(day.days_since(Day::MIN)) * 24 + hour) * 60
}

/// The local time at which an alarm goes: days are nominal, and only then hours are exact (RFC 5545,
/// section 3.3.6). In minutes.
fn local_time(anchor: Day, trigger: &str) -> i64 {
    let duration = trigger.split_once(':').expect("a value").1;
    let sign = if duration.starts_with('-') { -1 } else { 1 };
    let (days, hours) = duration.trim_start_matches('-')[1..].split_once('T').expect("hours");
    let number = |text: &str| text.parse::<i64>().expect("a number");
    let days = if days.is_empty() { 0 } else { number(days.strip_suffix('D').expect("days")) };
    let hours = number(hours.strip_suffix('H').expect("hours"));
    let midnight = minutes(anchor, sign * days * 24);
    // It is midnight there one or two hours before it is in UTC.
    let is_it = |ahead: &i64| hours_ahead_of_utc(midnight - ahead * 60) == *ahead;
    let ahead = [1, 2].into_iter().find(is_it).expect("no clock changes at midnight");
    let instant = midnight - ahead * 60 + sign * hours * 60;
    instant + hours_ahead_of_utc(instant) * 60
}

#[test]
fn an_alarm_goes_at_nine_whatever_the_clock_does() {
    let (mut seen, mut on_a_change) = (0, BTreeSet::new());
    for shift in 0..340 {
        let case = Case::builder().id("A-17").sick_since(day(2025, 9, 1) + in_days(shift));
        let view = timeline(case);
        let view = view.view(day(2025, 9, 1) + in_days(shift));
        for (kind, key) in [(Kind::Events, "DTSTART"), (Kind::ToDos, "DUE")] {
            let options = options().kind(kind).alarms([0, 1, 14, 30]);
            for block in entries(&calendar([&view], &options).expect("a file")).values() {
                let due = value(block, key).expect("a day");
                let due = NaiveDate::parse_from_str(due, "%Y%m%d").map(day_of).expect("a day");
                let asked: Vec<_> = block
                    .split("BEGIN:VALARM")
                    .skip(1)
                    .filter(|alarm| !alarm.contains(": advised day"))
                    .collect();
                // The advised day takes the place of an alarm on the same day.
                let ahead = [30, 14, 1, 0].into_iter().filter(|ahead| {
                    let text = match ahead {
                        0 => "today".to_string(),
                        1 => "tomorrow".to_string(),
                        ahead => format!("in {ahead} days"),
                    };
                    block.contains(&text)
                });
                for (ahead, alarm) in ahead.zip(asked) {
                    let trigger = triggers(alarm)[0];
                    let is_end_of_event = kind == Kind::Events && trigger.contains("=END:");
                    let anchor = due + in_days(u64::from(is_end_of_event));
                    let on = due - in_days(ahead);
                    let is_change = [day(2026, 3, 29), day(2026, 10, 25)].contains(&on);
                    // The one exception, which the documentation names.
                    let hour = match (kind, ahead, is_change, on < day(2026, 6, 1)) {
                        (Kind::ToDos, 0, true, true) => 10,
                        (Kind::ToDos, 0, true, false) => 8,
                        _ => 9,
                    };
                    assert_eq!(local_time(anchor, trigger), minutes(on, hour), "{due} {trigger}");
                    seen += 1;
                    if is_change {
                        on_a_change.insert((on, ahead, kind == Kind::Events));
                    }
                }
            }
        }
    }
    assert!(seen > 10_000, "{seen}");
    assert_eq!(on_a_change.len(), 16, "every alarm of both kinds on both Sundays: {on_a_change:?}");
}

/// Computed with Python's uuid from the kind, the duty, its number, the first sick day and the
/// identifier, a line each, in the namespace.
#[test]
fn uids_are_what_they_were() {
    let on = day(2026, 1, 6);
    let events = entries(&export(sick_since_5_january(), on, &options()));
    has(&events["9f9cc19d-f7ad-543b-9482-e3fa354672cb"], "DTSTART", "20260216");
    let to_dos = options().kind(Kind::ToDos).titles(Titles::Duty);
    let to_dos = entries(&export(sick_since_5_january(), on, &to_dos));
    has(&to_dos["ddd3cc22-5496-5a92-a563-75fae720f45c"], "SUMMARY", "Progress interview 3");
}

#[test]
fn two_cases_of_one_employee_have_entries_of_their_own_in_one_file_or_in_two() {
    let uids = |case: &CaseBuilder, on| -> BTreeSet<String> {
        entries(&export(case.clone(), on, &options())).into_keys().collect()
    };
    let old = Case::builder().id("4711").sick(day(2025, 1, 6), day(2025, 6, 1));
    let new = Case::builder().id("4711").sick_since(day(2026, 1, 5));
    let both = old.clone().sick_since(day(2026, 1, 5));
    let (of_old, of_new) = (uids(&old, day(2025, 7, 1)), uids(&new, day(2026, 1, 6)));
    assert!(of_old.is_disjoint(&of_new));
    assert!(of_old.len() > 20 && of_new.len() > 20);
    // The file that goes on and the file of the new case name the same entries.
    let of_both = uids(&both, day(2026, 1, 6));
    assert!(of_old.is_subset(&of_both) && of_new.is_subset(&of_both));
    assert_eq!(of_both.len(), of_old.len() + of_new.len());
}

#[test]
fn a_corrected_first_sick_day_cancels_the_old_entries_and_adds_new_ones() {
    let on = day(2026, 1, 12);
    let first = export(sick_since_5_january(), on, &options());
    let corrected = Case::builder().id("A-17").sick_since(day(2026, 1, 6));
    let second = renew(&first, corrected.clone(), on, &options());
    let alone = entries(&export(corrected, on, &options()));
    let (old, all) = (entries(&first), entries(&second));
    assert!(old.keys().all(|uid| value(&all[uid], "STATUS") == Some("CANCELLED")));
    assert!(alone.iter().all(|(uid, block)| all[uid] == *block));
    assert_eq!(all.len(), old.len() + alone.len());
}

/// `former-uids.ics` was exported when a UID did not hold the first sick day yet, and alarms were
/// written in seconds.
#[test]
fn an_update_keeps_the_uids_of_a_calendar_that_was_exported_before() {
    let path = format!("{}/tests/icalendar/former-uids.ics", env!("CARGO_MANIFEST_DIR"));
    let former = std::fs::read_to_string(path).expect("the former export");
    let options = options().without_practice();
    let on = day(2026, 10, 15);
    let next = renew(&former, case_for_people(), on, &options);
    let (old, new) = (entries(&former), entries(&next));
    assert!(new.keys().eq(old.keys()));
    for (uid, block) in &new {
        assert_eq!(value(block, "STATUS"), value(&old[uid], "STATUS"));
        assert_eq!(value(block, "DTSTART"), value(&old[uid], "DTSTART"));
        // Only what has an alarm changed, once.
        let is_new = block.contains("VALARM");
        has(block, "SEQUENCE", if is_new { "1" } else { "0" });
        assert_eq!(is_new, old[uid].contains("TRIGGER") && block != &old[uid]);
        assert!(triggers(block).iter().all(|trigger| trigger.ends_with("15H")));
    }
    assert!(
        new["591dfa01-f2a1-5598-a594-99a102fe4475"].contains("TRIGGER;RELATED=START:-P13DT15H")
    );
    assert_eq!(renew(&next, case_for_people(), on + 1, &options), next);
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
        assert!(!export(none.clone(), on, &options.without_cancelled()).contains("CANCELLED"));
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
    let both = calendar([&a.view(on), &b.view(on)], &options()).expect("a calendar");
    let next = update(&both, [&a.view(on)], &options()).expect("a calendar");
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
    assert_eq!(update(&next, [&a.view(on)], &options()).expect("a calendar"), next);
    // It comes back.
    let again = update(&next, [&a.view(on), &b.view(on)], &options()).expect("a calendar");
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
        told(calendar([&a.view(on), &nameless.view(on)], &options())),
        "case 2 has no id: give it one, it is what a re-export is recognised by"
    );
    assert_eq!(
        told(calendar([&a.view(on), &a.view(on)], &options())),
        "case 2 has the same id as a case before it: give every case its own"
    );
    let other = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//else//EN\r\nEND:VCALENDAR\r\n";
    assert_eq!(
        told(update(other, [&a.view(on)], &options())),
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
        let told = told(update(broken, [&a.view(on)], &options()));
        let what = "this is no calendar, or not a whole one: pass the file as it was exported";
        let foreign =
            "the previous calendar was not exported here: pass the file as it was exported";
        assert!(told == format!("line {line}: {what}") || told == foreign, "{broken}: {told}");
    }
}

#[test]
fn an_id_cannot_break_the_file() {
    let case = sick_since_5_january().id("x\r\nEND:VEVENT\r\n;,\\ ok");
    let file = export(case, day(2026, 1, 6), &options().with_case_id());
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
        let timeline = Timeline::new(&golden.case);
        let first = golden.case.spells()[0].first_day();
        for after in [0, 50, 300, 800] {
            let view = timeline.view(first + in_days(after));
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
        let timeline = Timeline::new(&golden.case);
        let view = timeline.view(golden.case.spells()[0].first_day() + 400);
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
fn nights(case: &Case) -> BTreeSet<Day> {
    let spells = case.spells().iter().flat_map(|s| [Some(s.first_day()), s.last_day()]).flatten();
    let leave = case.leave().iter().flat_map(|leave| [leave.first_day(), leave.last_day()]);
    let facts = spells.chain(leave).chain(case.events().iter().map(|event| event.on()));
    let first = case.spells()[0].first_day();
    facts.flat_map(|day| [day - 1, day]).filter(|day| first <= *day).collect()
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
        let timeline = Timeline::new(&golden.case);
        let nights = nights(&golden.case);
        let last = *nights.last().expect("a first sick day") + 40;
        let mut file: Option<String> = None;
        for night in nights.into_iter().chain([last]) {
            let view = timeline.view(night);
            file = Some(match file {
                None => calendar([&view], &options()).expect("a file"),
                Some(previous) => update(&previous, [&view], &options()).expect("a file"),
            });
        }
        let fresh = calendar([&timeline.view(last)], &options()).expect("a file");
        assert_eq!(standing(&fresh), standing(&file.expect("a file")), "{}", golden.name);
    }
}

#[test]
fn every_entry_stands_on_the_due_day_of_its_obligation() {
    for golden in goldens() {
        let timeline = Timeline::new(&golden.case);
        let view = timeline.view(after_everything());
        let options = duties().without_cancelled();
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
                let expected = (name, date(due).format("%Y%m%d").to_string());
                let place = got.iter().position(|entry| *entry == expected);
                assert!(place.is_some(), "{}: no {expected:?} in {got:?}", golden.name);
                got.remove(place.unwrap_or_default());
            }
        }
    }
}

/// A text as it stands in a file (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace('\n', "\\n")
}

/// What an open entry says, line by line.
fn description(obligation: &Obligation, is_planned: bool) -> String {
    let day = |day: Day| date(day).format("%-d %b %Y").to_string();
    let layer = obligation.due_layer();
    let is_target = matches!(layer, Layer::Policy | Layer::Practice);
    let mut lines = Vec::new();
    if is_planned {
        lines.push("Planned: the day depends on an earlier step.".to_string());
    }
    let due = obligation.due().expect("a day");
    lines.push(match is_target {
        true => {
            let layer = layer.name(Lang::En);
            format!("Target date: {} ({layer}: no statute names this day)", day(due))
        }
        false => format!("Due: {} ({})", day(due), layer.name(Lang::En)),
    });
    lines.extend(obligation.original_due().map(|on| format!("Agreed instead of: {}", day(on))));
    let advised = obligation.advised().filter(|advised| *advised != due);
    lines.extend(advised.map(|on| format!("Advised: {}", day(on))));
    lines.extend(obligation.tolerated().map(|on| format!("Accepted up to: {}", day(on))));
    let with: Vec<&str> = obligation.with().iter().map(|actor| actor.name(Lang::En)).collect();
    let with = if with.is_empty() { String::new() } else { format!(" with {}", with.join(", ")) };
    lines.push(format!("Who: {}{with}", obligation.actor().name(Lang::En)));
    let source = obligation.source();
    lines.push(match is_target {
        true => format!("Basis: see {}", source.citation),
        false => format!("Basis: {}: \"{}\"", source.citation, source.text),
    });
    if obligation.is_beyond_checked_law() {
        lines.push("Computed under the law as of 1 Jul 2026.".to_string());
    }
    lines.join("\n")
}

/// Every property of what is still to be done is that of its obligation.
#[test]
fn every_property_is_what_the_obligation_says() {
    let stamp = |day: Day| date(day).format("%Y%m%d").to_string();
    let (mut seen, mut keys) = (0, BTreeSet::new());
    for golden in goldens() {
        let timeline = Timeline::new(&golden.case);
        for after in [20, 400] {
            let view = timeline.view(golden.case.spells()[0].first_day() + in_days(after));
            let events = calendar([&view], &duties().sequence(3)).expect("a file");
            let to_dos = duties().sequence(3).kind(Kind::ToDos);
            let to_dos = calendar([&view], &to_dos).expect("a file");
            let (events, to_dos) = (entries(&events), entries(&to_dos));
            for (obligation, status) in view.obligations() {
                let is_planned = matches!(status, Status::WaitingFor(_));
                let is_open = status.is_actionable() || status == Status::NotYetOpen || is_planned;
                let Some(due) = obligation.due().filter(|_| is_open) else { continue };
                // What nobody must do is no to-do.
                let is_power = obligation.rule().force != Force::Duty;
                if obligation.met().is_some()
                    || is_power
                    || matches!(status, Status::Undetermined(_))
                {
                    continue;
                }
                let title = match obligation.actor() {
                    Actor::Employer => obligation.name(Lang::En),
                    other => format!("{}, {}", obligation.name(Lang::En), other.name(Lang::En)),
                };
                let find = |entries: &BTreeMap<String, String>, key: &str| {
                    let is_it = |block: &&String| {
                        value(block, "SUMMARY") == Some(escaped(&title).as_str())
                            && value(block, key) == Some(stamp(due).as_str())
                    };
                    let found = entries.values().find(is_it);
                    found.unwrap_or_else(|| panic!("{}: no {title} on {due}", golden.name)).clone()
                };
                let (event, to_do) = (find(&events, "DTSTART"), find(&to_dos, "DUE"));
                let layer = obligation.due_layer();
                for block in [&event, &to_do] {
                    has(block, "DESCRIPTION", &escaped(&description(obligation, is_planned)));
                    has(block, "CATEGORIES", layer.name(Lang::En));
                    has(block, "URL", &obligation.citation().url());
                    has(block, "CLASS", "PRIVATE");
                    has(block, "SEQUENCE", "3");
                    has(block, "DTSTAMP", &format!("{}T000000Z", stamp(view.on())));
                }
                has(&event, "DTEND", &stamp(due + 1));
                has(&event, "TRANSP", "TRANSPARENT");
                has(&event, "STATUS", if is_planned { "TENTATIVE" } else { "CONFIRMED" });
                has(&to_do, "STATUS", "NEEDS-ACTION");
                let priority = match layer {
                    Layer::Act => "1",
                    Layer::OrderInCouncil => "2",
                    Layer::MinisterialRegulation => "3",
                    Layer::Policy => "5",
                    Layer::Practice => "9",
                    _ => panic!("a layer without a priority"),
                };
                has(&to_do, "PRIORITY", priority);
                let opens = obligation.opens().filter(|opens| *opens < due).map(stamp);
                assert_eq!(value(&to_do, "DTSTART"), opens.as_deref(), "{title}");
                for block in [event, to_do] {
                    let own = block.split("BEGIN:VALARM").next().unwrap_or_default();
                    let names = own.lines().filter_map(|line| line.split([':', ';']).next());
                    keys.extend(names.map(str::to_string));
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 1_000, "{seen}");
    // A property that nothing above looks at would be among these.
    let known = [
        "CATEGORIES",
        "CLASS",
        "DESCRIPTION",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "DUE",
        "PRIORITY",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "TRANSP",
        "UID",
        "URL",
    ];
    assert_eq!(keys.iter().map(String::as_str).collect::<Vec<_>>(), known);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn uids_hang_on_the_case_and_its_first_sick_day_alone(
        first in 0_u64..50_000,
        other in 0_u64..50_000,
        relapse in 1_u64..28,
        id in "[^\\p{Cc}]{1,12}",
        other_id in "[^\\p{Cc}]{1,12}",
    ) {
        let on = day(2199, 12, 31);
        let start = day(2023, 7, 3);
        let uids = |case: CaseBuilder, namespace: &str| -> BTreeSet<String> {
            entries(&export(case, on, &Options::new(namespace))).into_keys().collect()
        };
        let sick = |id: &str, first: u64| Case::builder().id(id).sick_since(start + in_days(first));
        let here = uids(sick(&id, first), "one.example.org");
        prop_assert!(here.is_disjoint(&uids(sick(&id, first), "two.example.org")));
        if id != other_id {
            prop_assert!(here.is_disjoint(&uids(sick(&other_id, first), "one.example.org")));
        }
        if first != other {
            prop_assert!(here.is_disjoint(&uids(sick(&id, other), "one.example.org")));
        }
        // A spell more and an event move the days.
        let day = start + in_days(first);
        let recovered = day + 50;
        let moved = Case::builder()
            .id(id.as_str())
            .sick(day, recovered)
            .sick_since(recovered + in_days(1 + relapse))
            .met(Duty::PROBLEM_ANALYSIS, day + 44);
        prop_assert!(here.is_subset(&uids(moved, "one.example.org")));
    }
}

fn snapshot(name: &str, file: &str) {
    assert_kept(&format!("tests/icalendar/{name}"), file);
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
    snapshot("neutral-events.ics", &export(case_for_people(), on, &options().without_practice()));
    let to_dos = duties().kind(Kind::ToDos).lang(Lang::Nl).with_case_id().alarms([]);
    snapshot("duties-as-to-dos-nl.ics", &export(case_for_people(), on, &to_dos));
}
