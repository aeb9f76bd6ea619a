//! Every door reads the same day: exactly `YYYY-MM-DD` in ASCII digits, a day that exists. What one door
//! refuses all of them refuse, and say how to write it.

use crate::common::folder::Folder;
use poortwachter::wire::{CaseColumns, CaseForm, CaseReader, EventForm, LeaveForm, SpellForm};
use poortwachter::{Case, Day, EventKind};
use serde::de::DeserializeSeed;
use serde_json::{Value, json};
use std::fs;

const RIGHT: [(&str, (i32, u8, u8)); 6] = [
    ("2026-01-05", (2026, 1, 5)),
    ("2024-02-29", (2024, 2, 29)),
    ("2000-02-29", (2000, 2, 29)),
    ("2026-12-31", (2026, 12, 31)),
    ("0000-01-01", (0, 1, 1)),
    ("9999-12-31", (9999, 12, 31)),
];

const WRONG: [&str; 41] = [
    "2026-1-5",
    "2026-01-5",
    "2026-1-05",
    "26-01-05",
    "02026-01-05",
    "10000-01-01",
    "+2026-01-05",
    "-2026-01-05",
    "+12026-01-05",
    "2026 -01-05",
    "2026- 01-05",
    "2026-01- 5",
    " 2026-01-05",
    "2026-01-05 ",
    "\t2026-01-05",
    "2026-01-05\n",
    "\u{a0}2026-01-05",
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026-01-32",
    "0000-00-00",
    "20260105",
    "05-01-2026",
    "5-1-2026",
    "01/05/2026",
    "2026/01/05",
    "2026.01.05",
    "2026\u{2011}01\u{2011}05",
    "\u{ff12}\u{ff10}\u{ff12}\u{ff16}-01-05",
    "\u{662}\u{660}\u{662}\u{666}-\u{660}\u{661}-\u{660}\u{665}",
    "2026-01-05T00:00",
    "2026-01-05T00:00:00Z",
    "2026-W02-1",
    "2026-005",
    "46027",
    "today",
];

/// How a refusal says to write it.
const FORM: &str = "write days as 2026-01-05 (YYYY-MM-DD)";

fn date((year, month, day): (i32, u8, u8)) -> Day {
    Day::new(year, month, day)
}

#[test]
fn the_library_reads_exactly_this_form() {
    for (text, ymd) in RIGHT {
        let day = date(ymd);
        assert_eq!(text.parse(), Ok(day), "{text}");
        assert_eq!(serde_json::from_value::<Day>(json!(text)).expect("a day"), day);
        assert_eq!(serde_json::to_value(day).expect("JSON"), json!(text));
    }
    for text in WRONG.into_iter().chain([""]) {
        let error = text.parse::<Day>().expect_err(text);
        assert_eq!(error.to_string(), format!("there is no such day: {FORM}"));
        let error = serde_json::from_value::<Day>(json!(text)).expect_err(text);
        assert!(error.to_string().contains(FORM), "{error}");
    }
    for value in [json!(46027), json!(20260105), json!(1.5), json!(true), json!(["2026-01-05"])] {
        assert!(serde_json::from_value::<Day>(value.clone()).is_err(), "{value}");
    }
}

/// A case with every field that holds a day, each a pointer.
fn days_of_a_case() -> (Value, Vec<&'static str>) {
    let case = json!({
        "id": "A-17",
        "spells": [{"first_day": "2026-01-05", "last_day": "2026-03-05"}, {"first_day": "2026-03-10"}],
        "leave": [{
            "first_day": "2026-05-01", "last_day": "2026-08-20", "joins": "no",
            "decided_by": "uwv", "decided_on": "2026-05-10",
        }],
        "state_pension_day": "2050-01-01",
        "employment_last_day": "2040-01-01",
        "recorded_since": "2026-01-05",
        "events": [{"kind": "voluntary-extension", "on": "2027-10-01", "until": "2028-06-30"}],
    });
    let days = vec![
        "/spells/0/first_day",
        "/spells/0/last_day",
        "/leave/0/first_day",
        "/leave/0/last_day",
        "/leave/0/decided_on",
        "/state_pension_day",
        "/employment_last_day",
        "/recorded_since",
        "/events/0/on",
        "/events/0/until",
    ];
    (case, days)
}

/// That the list above leaves out no day that is recorded.
#[test]
fn every_day_of_a_case_is_in_the_list() {
    let (case, days) = days_of_a_case();
    let text = case.to_string();
    let digits = |text: &str| text.parse::<Day>().is_ok();
    let dates = text.split('"').filter(|part| digits(part)).count();
    // The second spell has one of its own.
    assert_eq!(dates, days.len() + 1);
    let schema =
        poortwachter::wire::schema::Schema::ALL.iter().find(|schema| schema.id() == "case");
    let schema = schema.expect("of a case").json();
    // Two periods of one form share their fields.
    assert_eq!(schema.matches("\"format\": \"date\"").count(), days.len());
}

#[test]
fn every_form_of_json_reads_the_same() {
    let (case, days) = days_of_a_case();
    let wrong =
        WRONG.iter().map(|text| json!(text)).chain([json!(46027), json!(20260105), json!("")]);
    for value in wrong {
        for pointer in &days {
            let mut broken = case.clone();
            *broken.pointer_mut(pointer).expect("it is there") = value.clone();
            let what = format!("{pointer} = {value}");
            assert!(serde_json::from_value::<Case>(broken.clone()).is_err(), "{what}");
            assert!(serde_json::from_value::<CaseForm>(broken.clone()).is_err(), "{what}");
            let line = broken.to_string();
            let mut reader = CaseReader::new();
            assert!(!reader.read_quickly(&line), "{what}");
            reader.clear();
            let slow = reader.deserialize(&mut serde_json::Deserializer::from_str(&line));
            assert!(slow.is_err(), "{what}");
        }
        let spell = json!({"first_day": value});
        assert!(serde_json::from_value::<SpellForm>(spell).is_err(), "{value}");
        let leave = json!({"first_day": "2026-01-05", "last_day": value});
        assert!(serde_json::from_value::<LeaveForm>(leave).is_err(), "{value}");
        let event = json!({"kind": "interview", "on": value});
        assert!(serde_json::from_value::<EventForm>(event).is_err(), "{value}");
    }
    for (text, ymd) in RIGHT {
        let mut right = case.clone();
        for pointer in &days {
            *right.pointer_mut(pointer).expect("it is there") = json!(text);
        }
        let form: CaseForm = serde_json::from_value(right).expect("a form");
        assert_eq!(form.spells[0].first_day, date(ymd));
        assert_eq!(form.leave[0].decided_on, Some(date(ymd)));
        assert_eq!(form.events[0].until, Some(date(ymd)));
        let event = json!({"kind": "interview", "on": text});
        let event: EventForm = serde_json::from_value(event).expect("a form");
        assert_eq!(event.on, date(ymd));
        assert_eq!(EventKind::try_from(event), Ok(EventKind::Interview));
    }
}

/// Blanks around a cell are no part of it, as a file of cells is often aligned by hand.
fn is_blank_around(text: &str) -> bool {
    text.trim() != text
}

/// A row with a day in every place where a cell can hold one; `#` is that day.
const CELLS: [(&str, &str); 12] = [
    ("first_sick_day", "#"),
    ("first_sick_day,last_sick_day", "2020-01-05,#"),
    ("spells", "#/"),
    ("spells", "2020-01-05/#"),
    ("spells,state_pension_day", "2020-01-05/,#"),
    ("spells,employment_last_day", "2020-01-05/,#"),
    ("spells,recorded_since", "2020-01-05/,#"),
    ("spells,leave", "2020-01-05/,#/2020-05-01"),
    ("spells,leave", "2020-01-05/,2020-05-01/#"),
    ("spells,leave", "2020-01-05/,2020-05-01/2020-06-01 joins=no decided_by=uwv decided_on=#"),
    ("spells,events", "2020-01-05/,# interview"),
    ("spells,events", "2020-01-05/,2021-10-01 voluntary-extension until=#"),
];

#[test]
fn cells_read_the_same() {
    for (header, row) in CELLS {
        let columns = CaseColumns::new(header.split(',')).expect("columns");
        let read = |text: &str| {
            let cells: Vec<String> = row.split(',').map(|cell| cell.replace('#', text)).collect();
            columns.read(|i| cells[i].as_str(), &mut CaseReader::new())
        };
        for (text, _) in RIGHT {
            assert!(read(text).is_ok(), "{header}: {row}: {text}");
        }
        for text in WRONG.iter().filter(|text| !is_blank_around(text)) {
            let error = read(text).expect_err(text).to_string();
            assert!(error.contains("2026-0"), "{error}");
        }
    }
}

/// Every option that takes a day; `#` is that day.
const OPTIONS: [&[&str]; 13] = [
    &["timeline", "case.json", "--on", "#"],
    &["timeline", "--first-sick-day", "#"],
    &["explain", "case.json", "wia-claim", "--on", "#"],
    &["check", "case.json", "--on", "#"],
    &["what-if", "case.json", "--add", "2027-10-02 wia-claim", "--on", "#"],
    &["reminders", "case.json", "--on", "#"],
    &["calendar", "case.json", "--on", "#"],
    &["picture", "case.json", "--on", "#"],
    &["batch", "case.jsonl", "--on", "#"],
    &["horizon", "case.jsonl", "--on", "#"],
    &["diff", "case.jsonl", "case.jsonl", "--on", "#"],
    &["diff", "case.jsonl", "case.jsonl", "--on-old", "#"],
    &["batch", "case.jsonl", "--obligations", "--on", "#"],
];

/// Every supposed fact with a day.
const FACTS: [(&str, &str); 8] = [
    ("--add", "# wia-claim"),
    ("--add", "recovered #"),
    ("--add", "sick #"),
    ("--add", "leave # 2027-01-01"),
    ("--add", "leave 2027-01-01 #"),
    ("--add", "employment-ends #"),
    ("--add", "2027-10-01 voluntary-extension until=#"),
    ("--remove", "# voluntary-extension"),
];

#[test]
fn the_command_line_reads_the_same() {
    let folder = Folder::new("options");
    let (case, _) = days_of_a_case();
    folder.write("case.json", case.to_string());
    folder.write("case.jsonl", format!("{case}\n"));
    for text in WRONG.into_iter().chain([""]) {
        for args in OPTIONS {
            let args: Vec<&str> =
                args.iter().map(|arg| if *arg == "#" { text } else { arg }).collect();
            let told = folder.refusal(&args);
            // What begins with a dash is taken for an option.
            assert!(told.contains(FORM) || text.starts_with('-'), "{args:?}: {told}");
        }
        for (option, fact) in FACTS {
            // A blank ends a word there, and a dash begins an option.
            if text.split_whitespace().ne([text]) || text.starts_with('-') {
                continue;
            }
            let told = folder.refusal(&["what-if", "case.json", option, &fact.replace('#', text)]);
            assert!(told.contains(FORM) || told.contains("('20"), "{fact} {text}: {told}");
        }
    }
    for (text, _) in RIGHT {
        for args in OPTIONS {
            let args: Vec<&str> =
                args.iter().map(|arg| if *arg == "#" { text } else { arg }).collect();
            let told = String::from_utf8(folder.run(&args).stderr).expect("UTF-8");
            assert!(!told.contains(FORM), "{args:?}: {told}");
        }
    }
}

#[test]
fn files_read_the_same() {
    let folder = Folder::new("files");
    let (case, days) = days_of_a_case();
    let mut lines = String::new();
    let mut count = 0;
    for text in WRONG {
        for pointer in &days {
            let mut broken = case.clone();
            *broken.pointer_mut(pointer).expect("it is there") = json!(text);
            lines += &format!("{broken}\n");
            count += 1;
        }
        let mut broken = case.clone();
        *broken.pointer_mut("/spells/0/first_day").expect("it is there") = json!(text);
        folder.write("wrong.json", broken.to_string());
        assert!(folder.refusal(&["timeline", "wrong.json"]).contains(FORM), "{text}");
    }
    folder.write("wrong.jsonl", &lines);
    for (header, row) in CELLS {
        let texts = WRONG.iter().filter(|text| !is_blank_around(text) && !text.contains('\n'));
        let rows: Vec<String> = texts.map(|text| row.replace('#', text)).collect();
        folder.write("wrong.csv", format!("{header}\n{}\n", rows.join("\n")));
        rejected(&folder, &["horizon", "wrong.csv"], rows.len());
    }
    rejected(&folder, &["batch", "wrong.jsonl", "-o", "out.jsonl"], count);
    rejected(&folder, &["horizon", "wrong.jsonl"], count);
    // Answers of batch.
    folder.write("case.jsonl", format!("{case}\n"));
    let dates = ["opens", "advised", "due", "tolerated", "met"];
    for name in dates {
        let mut lines = String::new();
        let mut rows = "id,duty,number,opens,advised,due,tolerated,met,status,days\n".to_string();
        let texts: Vec<&str> = WRONG.into_iter().filter(|text| !text.contains('\n')).collect();
        for text in &texts {
            let mut line = json!({
                "id": text, "duty": "wia-claim", "number": 1, "opens": null, "advised": null,
                "due": null, "tolerated": null, "met": null, "status": "open", "days": null,
            });
            line[name] = json!(text);
            lines += &format!("{line}\n");
            let cells = dates.map(|date| if date == name { *text } else { "" }).join(",");
            rows += &format!("A,wia-claim,1,{cells},open,\n");
        }
        folder.write("wrong.jsonl", &lines);
        folder.write("wrong.csv", &rows);
        for file in ["wrong.jsonl", "wrong.csv"] {
            let args = ["diff", file, file, "--rejected", "rejected"];
            assert_eq!(folder.run(&args).status.code(), Some(1), "{name}");
            let told = fs::read_to_string(folder.0.join("rejected")).expect("rejected lines");
            assert_eq!(told.lines().filter(|line| line.contains(FORM)).count(), 2 * texts.len());
        }
    }
}

/// That every line is rejected, with the form in its error.
#[track_caller]
fn rejected(folder: &Folder, args: &[&str], count: usize) {
    let args = [args, &["--on", "2026-07-01", "--rejected", "rejected"]].concat();
    let output = folder.run(&args);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let told = fs::read_to_string(folder.0.join("rejected")).expect("rejected cases");
    assert_eq!(told.lines().count(), count, "{args:?}");
    for line in told.lines() {
        assert!(line.contains("2026-01-05") || line.contains("2026-02-10"), "{line}");
    }
}
