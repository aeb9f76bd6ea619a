//! No error repeats what stands in a file. A made-up name and number are planted in every place of every
//! form, one place at a time, and every command that reads the form is run on it. They may come back on
//! standard output, where the id of a case and the texts of a protocol belong, and as the id of a rejected
//! case; nowhere else. Every error is one line of at most 300 characters.

use crate::common::folder::Folder;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;

const NAME: &str = "Quaxelmans";
const NUMBER: u64 = 918_273_645;

impl Folder {
    /// Runs it and looks at what it tells on standard error; whether it was refused.
    #[track_caller]
    fn quiet(&self, args: &[&str], planted: &str) -> bool {
        let output = self.run(args);
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        let refused = output.status.code() == Some(2);
        assert!(matches!(output.status.code(), Some(0..=2)), "{args:?} on {planted}: {told}");
        assert_eq!(told.lines().count(), usize::from(refused), "{args:?} on {planted}: {told}");
        discreet(&told, &format!("{args:?} on {planted}"));
        refused
    }
}

#[track_caller]
fn discreet(told: &str, about: &str) {
    let number = NUMBER.to_string();
    for planted in [NAME, &NAME.to_lowercase(), &number] {
        assert!(!told.contains(planted), "{about}: {told}");
    }
    for line in told.lines() {
        assert!(line.chars().count() <= 300, "{about}: {line}");
        assert!(!line.chars().any(char::is_control), "{about}: {line:?}");
    }
}

/// The rejected cases: their errors, and everything else but the id, hold nothing of the file.
#[track_caller]
fn discreet_rejects(told: &str) -> usize {
    for line in told.lines() {
        let mut record: Map<String, Value> = serde_json::from_str(line).expect("an object");
        let id = record.remove("id").expect("the id, if it is known");
        assert!(id.as_str().is_none_or(|id| id.chars().count() <= 101), "{line}");
        for value in record.values() {
            discreet(&value.to_string(), line);
        }
    }
    told.lines().count()
}

/// Every field that a case can have, in one that is right.
fn case() -> Value {
    json!({
        "id": "A-17",
        "regime": "employer",
        "spells": [
            {"first_day": "2023-01-02", "last_day": "2023-03-05"},
            {"first_day": "2023-03-10", "last_day": null, "counts_for_dismissal_ban": true},
        ],
        "leave": [{
            "first_day": "2023-05-01", "last_day": "2023-08-20", "joins": "no",
            "decided_by": "uwv", "decided_on": "2023-05-10",
        }],
        "state_pension_day": "2050-01-01",
        "employment_last_day": "2040-01-01",
        "recorded_since": "2023-01-02",
        "sickness_benefit_entitlement": "unknown",
        "interviews": "rolling",
        "wage_terms": "waiting-days",
        "events": [
            {"kind": "problem-analysis", "on": "2023-02-10"},
            {"kind": "second-track-advised", "on": "2023-04-10", "by": "labour-expert"},
            {"kind": "second-track-phase", "on": "2023-10-10", "phase": "orientation-on-the-person"},
            {"kind": "plan-holds", "on": "2023-02-20", "item": "goals"},
            {"kind": "report-holds", "on": "2024-09-01", "part": "a"},
            {
                "kind": "agreed-deviation", "on": "2023-02-11", "duty": "plan-of-action",
                "until": "2023-04-01", "reason": "party-absent",
            },
            {"kind": "wage-sanction", "on": "2024-12-01", "weeks": 26},
        ],
    })
}

/// Every field that a protocol can have, in one that is right.
fn protocol() -> Value {
    json!({
        "version": 1,
        "name": "House rules",
        "publication": {"title": "House rules, 2026", "url": "https://example.org/rules"},
        "working_days_only": true,
        "reminders": {
            "lead_days": [14, 3], "on_the_day": true, "to": ["acting"],
            "late": [{"after_days": 7, "to": ["case-manager"]}],
        },
        "duties": [
            {
                "duty": "wia-claim",
                "own_date": {"anchor": "due", "duty": "wia-claim", "days_before": 14},
                "reminders": {"lead_days": [42]},
            },
            {"duty": "progress-interview", "every_weeks": 4},
            {"duty": "sickness-report-occupational-health", "left_out": true},
        ],
        "tasks": [
            {
                "task": "first-call", "name_nl": "Belcontact", "name_en": "First call",
                "who": "employer", "when": {"anchor": "first-sick-day", "days_after": 2},
                "done_by": "interview",
            },
            {
                "task": "prepare", "name_nl": "Voorbereiden", "name_en": "Prepare",
                "who": "case-manager",
                "when": {
                    "anchor": "due", "duty": "first-year-evaluation", "sick_weeks_before": 4,
                    "step": "previous-working-day",
                },
            },
            {
                "task": "ask", "name_nl": "Vragen", "name_en": "Ask", "who": "employer",
                "when": {"anchor": "event", "event": "interview", "sick_weeks_after": 1},
            },
            {
                "task": "look", "name_nl": "Kijken", "name_en": "Look", "who": "employer",
                "when": {"anchor": "end-of-week", "week": 5},
            },
        ],
    })
}

/// The document with something planted: in turn every name of a field and every value, the whole
/// included, is replaced by text, a number, an object and a list.
fn planted(document: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for path in paths(document) {
        let old = document.pointer(&path).expect("it is there");
        let mut values = vec![
            json!(NAME),
            json!(NUMBER),
            json!({NAME: NUMBER}),
            json!([NAME, NUMBER]),
            json!(format!("2023-01-02 {NAME}")),
            json!(format!("\u{1b}[31m{NAME}\n{NUMBER}\u{202e}").repeat(400)),
        ];
        if let Some(text) = old.as_str() {
            values.push(json!(format!("{text}{NAME}")));
        }
        for value in values {
            let mut copy = document.clone();
            *copy.pointer_mut(&path).expect("it is there") = value.clone();
            all.push((
                format!("{path} = {}", &value.to_string().chars().take(40).collect::<String>()),
                copy,
            ));
        }
        for key in old.as_object().into_iter().flat_map(|object| object.keys()) {
            // As a name of its own, as one that looks like the true one, and as one more.
            for name in
                [NAME.to_string(), format!("{key}_{NAME}"), format!("{key}`, expected {NAME}")]
            {
                let mut copy = document.clone();
                let object = copy.pointer_mut(&path).and_then(Value::as_object_mut).expect("it");
                let value = object.remove(key).expect("it is there");
                object.insert(name.clone(), value);
                all.push((format!("{path}/{key} called {name}"), copy));
            }
        }
        if let Some(object) = old.as_object() {
            let mut more = object.clone();
            more.insert(NAME.into(), json!(NAME));
            let mut copy = document.clone();
            *copy.pointer_mut(&path).expect("it is there") = more.into();
            all.push((format!("{path} with one more"), copy));
        }
    }
    all
}

/// The place of every value.
fn paths(document: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    match document {
        Value::Object(object) => {
            for (key, value) in object {
                all.extend(paths(value).iter().map(|path| format!("/{key}{path}")));
            }
        }
        Value::Array(list) => {
            for (i, value) in list.iter().enumerate() {
                all.extend(paths(value).iter().map(|path| format!("/{i}{path}")));
            }
        }
        _ => {}
    }
    all
}

/// Every name of a field in a document, or under `properties` in a schema.
fn names(document: &Value, schema: bool) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut todo = vec![document];
    while let Some(value) = todo.pop() {
        match value {
            Value::Object(object) => {
                let named = if schema {
                    object.get("properties").and_then(Value::as_object)
                } else {
                    Some(object)
                };
                all.extend(named.into_iter().flat_map(|named| named.keys().cloned()));
                todo.extend(object.values());
            }
            Value::Array(list) => todo.extend(list),
            _ => {}
        }
    }
    all
}

#[test]
fn the_documents_have_every_field_that_their_schema_has() {
    let folder = Folder::new("fields");
    for (name, document) in [("case", case()), ("protocol", protocol())] {
        let schema = folder.run(&["schema", name]);
        let schema: Value = serde_json::from_slice(&schema.stdout).expect("a schema");
        assert_eq!(names(&schema, true), names(&document, false), "{name}");
    }
    folder.write("case.json", case().to_string());
    folder.write("protocol.json", protocol().to_string());
    assert!(!folder.quiet(&["timeline", "case.json"], "nothing"));
    assert!(!folder.quiet(&["protocol", "show", "protocol.json"], "nothing"));
}

/// Every command that reads one case.
const OF_A_CASE: [&[&str]; 8] = [
    &["timeline", "in.json"],
    &["explain", "in.json", "wia-claim"],
    &["check", "in.json"],
    &["what-if", "in.json", "--add", "2024-12-01 wia-claim"],
    &["what-if", "in.json", "--remove", "2024-12-01 wia-claim"],
    &["reminders", "in.json"],
    &["calendar", "in.json"],
    &["picture", "in.json"],
];

#[test]
fn cases() {
    let folder = Folder::new("cases");
    let mut refused = 0;
    for (place, document) in planted(&case()) {
        // With lines, so that places differ.
        folder.write("in.json", serde_json::to_string_pretty(&document).expect("JSON"));
        for args in OF_A_CASE {
            refused += u32::from(folder.quiet(args, &place));
        }
    }
    assert!(refused > 2000, "{refused}");
}

#[test]
fn cases_in_protocols_and_the_other_way_round() {
    let folder = Folder::new("protocols");
    folder.write("case.json", case().to_string());
    let mut refused = 0;
    for (place, document) in planted(&protocol()) {
        folder.write("in.json", serde_json::to_string_pretty(&document).expect("JSON"));
        for args in [
            &["protocol", "show", "in.json"][..],
            &["protocol", "diff", "xpert-suite", "in.json"],
            &["reminders", "case.json", "--protocol", "in.json"],
        ] {
            refused += u32::from(folder.quiet(args, &place));
        }
    }
    assert!(refused > 1000, "{refused}");
    folder.write("in.json", protocol().to_string().replace("House", NAME));
    assert!(folder.quiet(&["timeline", "in.json"], "a protocol for a case"));
    folder.write("in.json", case().to_string().replace("A-17", NAME));
    assert!(folder.quiet(&["protocol", "show", "in.json"], "a case for a protocol"));
}

/// Runs the commands on many cases and gives how many they rejected.
#[track_caller]
fn many(folder: &Folder, file: &str) -> Vec<usize> {
    let (on, rejected) = (["--on", "2024-12-05"], ["--rejected", "rejected.jsonl"]);
    let commands = [
        [&["batch", file, "-o", "out"][..], &on, &rejected].concat(),
        [&["batch", file, "--obligations", "-o", "out"][..], &on, &rejected].concat(),
        [&["horizon", file][..], &on, &rejected].concat(),
        [&["diff", file, file][..], &on, &rejected].concat(),
        [&["diff", file, "right.jsonl"][..], &on, &rejected].concat(),
    ];
    let run = |args: &Vec<&str>| {
        let _ = fs::remove_file(folder.0.join("rejected.jsonl"));
        let output = folder.run(args);
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        discreet(&told, &format!("{args:?}"));
        let known = [Some(0), Some(1), Some(2)];
        assert!(known.contains(&output.status.code()), "{args:?}: {told}");
        let records = fs::read_to_string(folder.0.join("rejected.jsonl"));
        discreet_rejects(&records.unwrap_or_default())
    };
    commands.iter().map(run).collect()
}

#[test]
fn lines_of_json() {
    let folder = Folder::new("lines");
    let right = format!("{}\n", case());
    folder.write("right.jsonl", &right);
    let lines: Vec<String> = planted(&case()).iter().map(|(_, case)| case.to_string()).collect();
    folder.write("in.jsonl", format!("{right}{}\n", lines.join("\n")));
    for rejected in many(&folder, "in.jsonl") {
        assert!(rejected > lines.len() / 2, "{rejected} of {}", lines.len());
    }
}

#[test]
fn cells() {
    let folder = Folder::new("cells");
    folder.write("right.jsonl", format!("{}\n", case()));
    let header = "id,regime,spells,leave,events,state_pension_day,employment_last_day,interviews,\
                  sickness_benefit_entitlement,first_sick_day,last_sick_day";
    let row = "A-17,employer,2023-01-02/2023-03-05;2023-03-10/ counts_for_dismissal_ban=true,\
               2023-05-01/2023-08-20 joins=no decided_by=uwv decided_on=2023-05-10,\
               2023-02-10 problem-analysis;2023-04-10 second-track-advised by=labour-expert;\
               2023-02-11 agreed-deviation duty=plan-of-action until=2023-04-01 \
               reason=party-absent;2023-10-10 second-track-phase phase=orientation-on-the-person;\
               2023-02-20 plan-holds item=goals;2024-09-01 report-holds part=a;\
               2024-12-01 wage-sanction weeks=26,2050-01-01,2040-01-01,rolling,unknown,,";
    folder.write("in.csv", format!("{header}\n{row}\n"));
    assert_eq!(many(&folder, "in.csv"), [0, 0, 0, 0, 0]);
    let mut rows = vec![row.to_string()];
    for text in [NAME, &NUMBER.to_string()] {
        for (start, end) in pieces(row) {
            rows.push(format!("{}{text}{}", &row[..start], &row[end..]));
            rows.push(format!("{}{text}{}", &row[..start], &row[start..]));
        }
        // In the two last cells, which are empty.
        rows.push(format!("A-18,{},{text},", ",".repeat(7)));
        rows.push(format!("A-19,,2023-01-02/{}{text}", ",".repeat(8)));
        rows.push(format!("A-20,\"{text}"));
        rows.push(format!("A-21,{text},{}", ",".repeat(20)));
    }
    folder.write("in.csv", format!("{header}\n{}\n", rows.join("\n")));
    for rejected in many(&folder, "in.csv") {
        assert!(rejected > rows.len() / 2, "{rejected} of {}", rows.len());
    }
    for (start, end) in pieces(header) {
        for text in [NAME.to_string(), format!("{}{NAME}", &header[start..end]), NUMBER.to_string()]
        {
            let header = format!("{}{text}{}", &header[..start], &header[end..]);
            folder.write("in.csv", format!("{header}\n{row}\n"));
            many(&folder, "in.csv");
        }
    }
}

/// Where every word and number of a line stands.
fn pieces(line: &str) -> Vec<(usize, usize)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut all = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ',')]) {
        match (start, is_word(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                all.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    all
}

#[test]
fn answers_of_batch() {
    let folder = Folder::new("answers");
    folder.write("case.jsonl", format!("{}\n", case()));
    for ending in ["jsonl", "csv"] {
        let (out, in_) = (format!("right.{ending}"), format!("in.{ending}"));
        let args = ["batch", "case.jsonl", "--on", "2024-12-05", "--obligations", "-o", &out];
        assert!(folder.run(&args).status.success());
        let right = fs::read_to_string(folder.0.join(&out)).expect("an answer");
        let (first, rest) = right.split_once('\n').expect("lines");
        let mut texts = Vec::new();
        for text in [NAME, &NUMBER.to_string()] {
            for (start, end) in pieces(first) {
                texts.push(format!("{}{text}{}\n{rest}", &first[..start], &first[end..]));
            }
            let (second, rest) = rest.split_once('\n').expect("lines");
            for (start, end) in pieces(second) {
                let line = format!("{}{text}{}", &second[..start], &second[end..]);
                texts.push(format!("{first}\n{line}\n{rest}"));
            }
        }
        let mut rejected = 0;
        for text in texts {
            folder.write(&in_, &text);
            for files in [[out.as_str(), &in_], [&in_, &out]] {
                let _ = fs::remove_file(folder.0.join("rejected.jsonl"));
                let args = ["diff", files[0], files[1], "--rejected", "rejected.jsonl"];
                let output = folder.run(&args);
                discreet(&String::from_utf8(output.stderr).expect("UTF-8"), &text);
                let records = fs::read_to_string(folder.0.join("rejected.jsonl"));
                rejected += discreet_rejects(&records.unwrap_or_default());
            }
        }
        assert!(rejected > 10, "{rejected}");
    }
}

#[test]
fn calendars() {
    let folder = Folder::new("calendars");
    folder.write("case.json", case().to_string());
    let previous = folder.run(&["calendar", "case.json", "--titles", "duty", "--show-id"]);
    let previous = String::from_utf8(previous.stdout).expect("a calendar");
    let update = ["calendar", "case.json", "--update", "in.ics"];
    let lines: Vec<&str> = previous.lines().take(40).collect();
    let mut texts = vec![
        case().to_string().replace("A-17", NAME),
        format!("{NAME};{NUMBER}\n"),
        format!("{NAME}\n{previous}"),
        format!("{previous}{NAME}"),
        format!("BEGIN:VCALENDAR\nSUMMARY:{NAME}\n"),
        format!("BEGIN:VCALENDAR\r\nPRODID:{NAME}\r\nEND:VCALENDAR\r\n"),
    ];
    for i in 0..lines.len() {
        let (key, value) = lines[i].split_once(':').unwrap_or((lines[i], ""));
        for line in [
            NAME.to_string(),
            format!("{NAME}:{value}"),
            format!("{key}:{NAME}{NUMBER}"),
            format!("{key};{NAME}"),
            format!("{key};{NAME}={NUMBER}:{value}"),
            format!("\"{NAME}:{value}"),
        ] {
            let mut copy = lines.clone();
            copy[i] = &line;
            texts.push(copy.join("\r\n"));
            texts.push(previous.replacen(lines[i], &line, 1));
        }
    }
    let refused = texts.iter().filter(|text| {
        folder.write("in.ics", text);
        folder.quiet(&update, &text.chars().take(60).collect::<String>())
    });
    assert!(refused.count() > 50);
}

#[test]
fn words_of_the_command_line_are_bounded() {
    let folder = Folder::new("words");
    folder.write("case.json", case().to_string());
    folder.write("in.jsonl", format!("{}\n", case()));
    let endless = "x".repeat(5000);
    let many_words = "long word ".repeat(500);
    for word in
        [&endless, &many_words, "\u{1b}[31m\n\n\u{202e}\u{9b}x", "a\n\nUsage: b\n\nFor more c"]
    {
        let day = format!("2026-12-01 {word}");
        let term = format!("{word}=3");
        for args in [
            &["timeline", word][..],
            &["timeline", "case.json", "--on", word],
            &["timeline", "--first-sick-day", word],
            &["timeline", "case.json", "--lang", word],
            &["timeline", "case.json", "--lead", word],
            &["timeline", "case.json", "-o", &format!("none/{word}")],
            &["explain", "case.json", word],
            &["explain", "case.json", "wia-claim", "--number", word],
            &["what-if", "case.json", "--add", word],
            &["what-if", "case.json", "--add", &day],
            &["what-if", "case.json", "--add", &format!("2026-12-01 plan-holds item={word}")],
            &["what-if", "case.json", "--add", &format!("2026-12-01 plan-holds {word}=x")],
            &["what-if", "case.json", "--remove", word],
            &["what-if", "case.json", "--remove", &day],
            &["reminders", "case.json", "--preset", word],
            &["reminders", "case.json", "--protocol", word],
            &["calendar", "case.json", "--update", word],
            &["protocol", "show", word],
            &["protocol", word],
            &["batch", word, "--on", "2026-01-05"],
            &["batch", "in.jsonl", "--on", "2026-01-05", "-o", &format!("none/{word}")],
            &["horizon", word],
            &["diff", word, "in.jsonl"],
            &["diff", "in.jsonl", "in.jsonl", "--suppose", word],
            &["diff", "in.jsonl", "in.jsonl", "--suppose", &term],
            &["schema", word],
            &["completions", word],
            &[word],
            &["timeline", &format!("--{word}")],
        ] {
            assert!(folder.quiet(args, "the command line"), "{args:?}");
        }
    }
}

#[test]
fn an_id_that_is_none_is_cut() {
    let folder = Folder::new("ids");
    let line = |id: &str| format!("{}\n", json!({"id": id, "spells": []}));
    folder
        .write("in.jsonl", &(line(&"x".repeat(10_000)) + &line(&"y".repeat(100)) + &line("A-17")));
    let args = ["batch", "in.jsonl", "--on", "2026-01-05", "-o", "out", "--rejected", "rejected"];
    assert_eq!(folder.run(&args).status.code(), Some(1));
    let records = fs::read_to_string(folder.0.join("rejected")).expect("it is there");
    let ids = records.lines().map(|line| {
        let record: Value = serde_json::from_str(line).expect("an object");
        record["id"].as_str().expect("an id").to_string()
    });
    let cut = format!("{}\u{2026}", "x".repeat(100));
    assert_eq!(ids.collect::<Vec<_>>(), [cut, "y".repeat(100), "A-17".to_string()]);
}

#[cfg(feature = "parquet")]
#[test]
fn columns() {
    use arrow_array::builder::{ListBuilder, StringBuilder, StructBuilder};
    use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, StructArray};
    use arrow_schema::{DataType, Field};
    use parquet::arrow::ArrowWriter;
    use std::sync::Arc;

    let folder = Folder::new("columns");
    folder.write("right.jsonl", format!("{}\n", case()));
    let write = |columns: Vec<(&str, ArrayRef)>| {
        let rows = RecordBatch::try_from_iter_with_nullable(
            columns.into_iter().map(|(name, column)| (name, column, true)),
        );
        let rows = rows.expect("columns of one length");
        let file = fs::File::create(folder.0.join("in.parquet")).expect("a file");
        let mut writer = ArrowWriter::try_new(file, rows.schema(), None).expect("a writer");
        writer.write(&rows).expect("rows");
        writer.close().expect("a whole file");
    };
    let text = |text: &str| -> ArrayRef { Arc::new(StringArray::from(vec![text])) };
    let days = || -> ArrayRef { Arc::new(Date32Array::from(vec![20_000])) };
    // Columns of a name or a type that is not known.
    for (name, column) in [
        (NAME, text("x")),
        ("first_sick_day_Quaxelmans", days()),
        ("first_sick_day", text(NAME)),
        ("events", text(NAME)),
        (
            "regime",
            Arc::new(StructArray::from(vec![(
                Arc::new(Field::new(NAME, DataType::Utf8, true)),
                text(NAME),
            )])),
        ),
    ] {
        let first = ("first_sick_day", days());
        let columns = if name == "first_sick_day" { vec![] } else { vec![first] };
        write([columns, vec![(name, column)]].concat());
        many(&folder, "in.parquet");
        assert!(folder.quiet(&["horizon", "in.parquet"], name));
    }
    // Texts that are not known.
    for name in ["regime", "interviews", "sickness_benefit_entitlement", "wage_terms"] {
        write(vec![("first_sick_day", days()), (name, text(NAME))]);
        assert_eq!(many(&folder, "in.parquet"), [1, 1, 1, 2, 1], "{name}");
    }
    for field in ["kind", "duty", "reason", "by", "phase", "item", "part"] {
        let fields = vec![
            Field::new("on", DataType::Date32, true),
            Field::new("kind", DataType::Utf8, true),
            Field::new(if field == "kind" { "by" } else { field }, DataType::Utf8, true),
        ];
        let mut events = ListBuilder::new(StructBuilder::from_fields(fields, 1));
        let event = events.values();
        event
            .field_builder::<arrow_array::builder::Date32Builder>(0)
            .expect("on")
            .append_value(20_100);
        let kind = if field == "kind" { NAME } else { "plan-holds" };
        event.field_builder::<StringBuilder>(1).expect("kind").append_value(kind);
        event.field_builder::<StringBuilder>(2).expect("a field").append_value(NAME);
        event.append(true);
        events.append(true);
        let events: ArrayRef = Arc::new(events.finish());
        write(vec![("id", text(NAME)), ("first_sick_day", days()), ("events", events)]);
        assert_eq!(many(&folder, "in.parquet"), [1, 1, 1, 2, 1], "{field}");
    }
}
