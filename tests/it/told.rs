//! What people are told, against the words of the law and the library's own numbers: who acts, takes
//! part and is informed; which article a milestone cites; what a finding can cost; the columns of
//! `batch`; and that a text from outside stays text in every form.

use crate::common::goldens::goldens;
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::law::{self, LAW};
use poortwachter::protocol::{Protocol, presets};
use poortwachter::verdict::{Cost, Topic, Verdict};
use poortwachter::{
    Actor, Case, CaseBuilder, Duty, EventKind, Lang, Milestone, Regime, Status, Timeline,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::{Command, Output};

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

fn sick_since(first: Day) -> CaseBuilder {
    Case::builder().id("A-1").sick_since(first)
}

fn built(builder: CaseBuilder) -> Case {
    builder.build().expect("a case")
}

/// A folder of its own, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path =
            std::env::temp_dir().join(format!("poortwachter-told-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("a file");
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("a file")
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
        command.args(args).current_dir(&self.0).env("COLUMNS", "200").output().expect("it runs")
    }

    #[track_caller]
    fn told(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_ne!(output.status.code(), Some(2), "{args:?}: {error}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn has(text: &str, part: &str) {
    assert!(text.contains(part), "no {part:?} in:\n{text}");
}

// ---- Who --------------------------------------------------------------------------------------------

/// The duty, who acts, who takes part, who is informed, as the instruments beside the rules have it.
/// RP is the *Regeling procesgang eerste en tweede ziektejaar*.
type Who = (Duty, Actor, &'static [Actor], &'static [Actor]);

fn employer_regime() -> Vec<Who> {
    use Actor::{CaseManager, Employee, Employer, OccupationalPhysician, Uwv};
    vec![
        // RP 2(1): "De werkgever verstrekt aan de bedrijfsarts of de arbodienst".
        (Duty::SICKNESS_REPORT, Employer, &[], &[OccupationalPhysician]),
        // RP 2(2): the physician gives the opinion, the employee gets it as well.
        (Duty::PROBLEM_ANALYSIS, Employer, &[OccupationalPhysician], &[Employee]),
        // RP 4(3): "een afschrift aan de werknemer, de in het tweede lid, onderdeel c, bedoelde persoon
        // en de bedrijfsarts of de arbodienst".
        (
            Duty::PLAN_OF_ACTION,
            Employer,
            &[Employee],
            &[Employee, CaseManager, OccupationalPhysician],
        ),
        // RP 4(2)(b): they evaluate it together.
        (Duty::PROGRESS_INTERVIEW, Employer, &[Employee], &[]),
        // RP 4(5): "Het eerste tot en met derde lid zijn van overeenkomstige toepassing".
        (
            Duty::PLAN_ADJUSTMENT,
            Employer,
            &[Employee],
            &[Employee, CaseManager, OccupationalPhysician],
        ),
        // WIA 25(4)(b): "in overleg met de verzekerde", "een afschrift daarvan aan de verzekerde".
        (Duty::REPORT_SUPPLEMENT, Employer, &[Employee], &[Employee]),
        // WIA 25(8): the UWV sets the employer a term.
        (Duty::REPORT_COMPLETION, Employer, &[Employee], &[Uwv]),
        // ZW 38a(5): "aan het Uitvoeringsinstituut werknemersverzekeringen".
        (Duty::RECOVERY_REPORT, Employer, &[], &[Uwv]),
        (Duty::FIRST_YEAR_EVALUATION, Employer, &[Employee], &[]),
        (Duty::FINAL_EVALUATION, Employer, &[Employee], &[]),
        // RP 6(1)(j): the opinion of the physician is part of the report.
        (Duty::CURRENT_OPINION, OccupationalPhysician, &[], &[Employer, Employee]),
        (Duty::SECOND_TRACK_START, Employer, &[Employee], &[OccupationalPhysician]),
        // ZW 38(1), (2), 38b(2): reports of the employer to the UWV.
        (Duty::UWV_SICKNESS_REPORT, Employer, &[], &[Uwv]),
        (Duty::END_OF_EMPLOYMENT_REPORT, Employer, &[], &[Uwv]),
        (Duty::ENTITLEMENT_REPORT, Employer, &[], &[Uwv]),
        (Duty::LEAVE_FOLLOW_ON_FORM, Employer, &[], &[Uwv]),
        // WIA 25(3): "in overleg met de verzekerde", "een afschrift aan de verzekerde"; RP 6(1)(j).
        (Duty::REINTEGRATION_REPORT, Employer, &[Employee, OccupationalPhysician], &[Employee]),
        // WIA 64(2): to the insured, "Het UWV verstrekt aan de werkgever een afschrift".
        (Duty::WIA_NOTICE, Uwv, &[], &[Employee, Employer]),
        // WIA 64(3): "De verzekerde doet zijn aanvraag".
        (Duty::WIA_CLAIM, Employee, &[], &[Uwv]),
        // WIA 25(9)-(12), 102(3): decisions of the UWV, told to both.
        (Duty::WAGE_SANCTION_DECISION, Uwv, &[], &[Employer, Employee]),
        (Duty::REPAIR_DECISION, Uwv, &[], &[Employer, Employee]),
        (Duty::WIA_DECISION, Uwv, &[], &[Employee, Employer]),
        // WIA 111: "beslist het UWV"; to who objected, and to the other party.
        (Duty::DECISION_ON_OBJECTION, Uwv, &[], &[Employer, Employee]),
    ]
}

#[test]
fn who_acts_takes_part_and_is_informed_is_as_the_law_has_it() {
    let expected = employer_regime();
    let mut seen = BTreeSet::new();
    for rule in LAW.rules().iter().filter(|rule| rule.holds_in(Regime::Employer)) {
        let Some(duty) = law::duties().find(|duty| duty.id() == rule.id()) else { continue };
        let found = expected.iter().find(|who| who.0 == duty);
        let (_, actor, with, informs) = found.unwrap_or_else(|| panic!("{} is new", duty.id()));
        assert_eq!((rule.actor, rule.with, rule.informs), (*actor, *with, *informs), "{duty:?}");
        seen.insert(duty);
    }
    assert_eq!(seen.len(), expected.len());

    // Without an employer the UWV makes the plan: "Het UWV verstrekt hiervan onverwijld een afschrift aan
    // de vangnetter en de in het tweede lid, onderdeel c, bedoelde persoon" (art. 4(3)).
    let of = |id: &str| LAW.rule_for(id, Regime::SafetyNet).expect("a rule");
    let plan = of("plan-of-action");
    assert_eq!(
        (plan.actor, plan.informs),
        (Actor::Uwv, &[Actor::Employee, Actor::CaseManager][..])
    );
    let analysis = of("problem-analysis");
    assert_eq!((analysis.actor, analysis.with), (Actor::Uwv, &[][..]));
    let recalibration = of("recalibration");
    assert_eq!((recalibration.actor, recalibration.with), (Actor::Uwv, &[Actor::Employee][..]));
}

// ---- Milestones -------------------------------------------------------------------------------------

/// The articles of READINGS, section 3, and of the documentation of [`View`](poortwachter::View).
#[test]
fn every_milestone_cites_its_own_article() {
    let cited = |case: Case, on: Day| -> BTreeMap<&'static str, String> {
        let timeline = Timeline::new(&case);
        let milestones = timeline.view(on).milestones();
        let cited = milestones.iter().map(|one| (one.milestone(), one.source().citation));
        cited.map(|(milestone, citation)| (milestone.id(), citation.to_string())).collect()
    };
    let first = day(2024, 1, 8);
    let employer = cited(built(sick_since(first)), first);
    let expected = [
        (Milestone::END_OF_MINIMUM_WAGE_FLOOR, "BW7 art. 629(1)"),
        (Milestone::END_OF_WAGES, "BW7 art. 629(1)"),
        (Milestone::END_OF_DISMISSAL_BAN, "BW7 art. 670(1)(a)"),
        (Milestone::END_OF_WAITING_PERIOD, "WIA art. 23(1)"),
        (Milestone::WIA_START, "WIA art. 54(2)"),
    ];
    for (milestone, citation) in expected {
        assert_eq!(employer[milestone.id()], citation, "{}", milestone.id());
    }
    let recovered = Case::builder().sick(first, first + 60);
    let recovered = cited(built(recovered), first + 61);
    assert_eq!(recovered[Milestone::RELAPSE_WINDOW.id()], "WIA art. 23(3)");
    let net = cited(built(sick_since(first).regime(Regime::SafetyNet)), first);
    assert_eq!(net[Milestone::END_OF_SICKNESS_BENEFIT.id()], "ZW art. 29(5)");
    assert!(!net.contains_key(Milestone::END_OF_WAGES.id()));
    // The text and the JSON of the command name them as well.
    let folder = Folder::new("milestones");
    folder.write("case.json", r#"{"spells":[{"first_day":"2024-01-08"}]}"#);
    let args = ["timeline", "case.json", "--on", "2024-02-01"];
    let json: Value =
        serde_json::from_str(&folder.told(&[&args[..], &["--format", "json"]].concat()))
            .expect("JSON");
    let ban = json["milestones"].as_array().expect("a list").iter();
    let ban = ban.into_iter().find(|one| one["milestone"] == "end-of-dismissal-ban");
    let ban = &ban.expect("the ban")["citation"];
    assert_eq!((&ban["article"], &ban["paragraph"]), (&json!("670"), &json!("1(a)")));
    let text = folder.told(&args);
    let ban = text.lines().find(|line| line.contains("End of the dismissal ban"));
    has(ban.expect("the ban"), "BW7 art. 670(1)(a)");
}

// ---- Costs ------------------------------------------------------------------------------------------

fn costs(case: &Case, on: Day, duty: Duty) -> Vec<Cost> {
    let timeline = Timeline::new(case);
    let verdict = Verdict::new(&timeline, on);
    verdict.finding(Topic::Duty(duty, 1)).expect("a finding").cost().to_vec()
}

/// WIA 25(9): "ten hoogste 52 weken". *Boetebesluit* 2c(1): up to € 70 under 7 days, € 230 under 28,
/// € 455 from 28 days on. BW 7:629(11): the wages run on for the days that the claim is late.
#[test]
fn what_a_finding_can_cost() {
    let first = day(2024, 1, 8);
    let sick = || sick_since(first);
    // Six weeks after 8 January: 19 February.
    let analysis = |regime| {
        let case = built(sick().regime(regime).employment_last_day(first - 1));
        costs(&case, day(2024, 2, 22), Duty::PROBLEM_ANALYSIS)
    };
    let employer = costs(&built(sick()), day(2024, 2, 22), Duty::PROBLEM_ANALYSIS);
    assert_eq!(employer, [Cost::WageSanctionRisk { weeks: 52 }]);
    let carrier = analysis(Regime::OwnRiskCarrier);
    assert_eq!(carrier, [Cost::BenefitSanctionRisk { weeks: 52 }]);
    // S(295) is Monday 28 October 2024.
    let due = first + 294;
    for (days, euros) in [(1, 70), (6, 70), (7, 230), (27, 230), (28, 455), (100, 455)] {
        let fine = costs(&built(sick()), due + in_days(days), Duty::UWV_SICKNESS_REPORT);
        assert_eq!(fine, [Cost::Fine { up_to_eur: euros }], "{days}");
    }
    // 728 days, less 77: due on S(651).
    let claim = first + in_days(727 - 77);
    let late = built(sick().met(Duty::WIA_CLAIM, claim + 17));
    let run_on = costs(&late, claim + 40, Duty::WIA_CLAIM);
    assert_eq!(run_on, [Cost::WagesRunOn { days: 17 }]);
    let missing = costs(&built(sick()), claim + 9, Duty::WIA_CLAIM);
    assert_eq!(missing, [Cost::WagesRunOn { days: 9 }]);
}

#[test]
fn the_command_prints_those_numbers() {
    let folder = Folder::new("costs");
    folder.write("case.json", r#"{"id":"A-1","spells":[{"first_day":"2024-01-08"}]}"#);
    // 14 days after 28 October; 16 days after the claim was due on 19 October 2025.
    for (on, nl, en) in [
        ("2024-11-11", "een boete van ten hoogste € 230", "a fine of up to EUR 230"),
        ("2024-11-11", "loonsanctie van ten hoogste 52 weken", "wage sanction of at most 52 weeks"),
        ("2025-11-04", "de loondoorbetaling loopt 16 dagen door", "the wages run on by 16 days"),
        ("2024-11-11", "niet vastgelegd, 14 dagen te laat", "not recorded, 14 days overdue"),
    ] {
        for format in ["text", "md"] {
            for (lang, words) in [("nl", nl), ("en", en)] {
                let args = ["check", "case.json", "--on", on, "--format", format, "--lang", lang];
                let told = folder.told(&args);
                let one_line = told.split_whitespace().collect::<Vec<_>>().join(" ");
                has(&one_line, words);
            }
        }
    }
}

// ---- Lead times and addresses -----------------------------------------------------------------------

#[test]
fn what_is_due_within_14_days_is_soon() {
    // Due on 16 February 2026.
    let timeline = Timeline::new(&built(sick_since(day(2026, 1, 5))));
    let status = |on| {
        let view = timeline.view(on);
        view.obligation(Duty::PROBLEM_ANALYSIS).map(|(_, status)| status)
    };
    assert_eq!(status(day(2026, 2, 1)), Some(Status::Open));
    assert_eq!(status(day(2026, 2, 2)), Some(Status::DueSoon { days: 14 }));
    // In the command, in a batch, in the reminders and in the calendar.
    let folder = Folder::new("lead");
    folder.write("case.json", r#"{"id":"A-1","spells":[{"first_day":"2026-01-05"}]}"#);
    folder.write("cases.jsonl", "{\"id\":\"A-1\",\"spells\":[{\"first_day\":\"2026-01-05\"}]}\n");
    for (on, status) in [("2026-02-01", "open"), ("2026-02-02", "due-soon")] {
        let json: Value = serde_json::from_str(&folder.told(&[
            "timeline",
            "case.json",
            "--on",
            on,
            "--format",
            "json",
        ]))
        .expect("JSON");
        let lines = json["obligations"].as_array().expect("a list").iter();
        let analysis = lines.into_iter().find(|line| line["duty"] == "problem-analysis");
        assert_eq!(analysis.expect("the analysis")["status"], status);
        folder.told(&["batch", "cases.jsonl", "--obligations", "--on", on, "-o", "out.csv"]);
        let out = folder.read("out.csv");
        let analysis = out.lines().find(|line| line.starts_with("A-1,problem-analysis,"));
        has(analysis.expect("the analysis"), &format!(",{status},"));
    }
    let calendar = folder.told(&["calendar", "case.json", "--on", "2026-01-06"]);
    has(&calendar.replace("\r\n ", ""), "DESCRIPTION:File deadline: in 14 days");
    let view = timeline.view(day(2026, 1, 6));
    let default = Protocol::default();
    let agenda = default.agenda(&view);
    let analysis = agenda.reminders().iter().find(|r| r.about().id() == "problem-analysis");
    assert_eq!(analysis.map(|reminder| reminder.on()), Some(day(2026, 2, 2)));
}

/// Where the published protocols stand, and when they were read.
const ADDRESSES: [(&str, &str, &str); 4] = [
    ("hrmq", "https://github.com/ConductionNL/hrmq", "2026-11-22"),
    (
        "sazas",
        "https://www.sazas.nl/kennisbank/wettelijk/wet-verbetering-poortwachter/verplichtingen",
        "2026-11-22",
    ),
    (
        "uwv",
        "http://www.uwv.nl/particulieren/ziek/ziek-met-werkgever/re-integreren-tijdens-ziekte/",
        "2026-11-21",
    ),
    (
        "xpert-suite",
        "https://support.othersideatwork.nl/support/solutions/articles/\
         76000040570-ziekte-wvp-protocol",
        "2026-11-22",
    ),
];

#[test]
fn every_published_protocol_names_its_address() {
    assert_eq!(presets::ALL.len(), ADDRESSES.len());
    let folder = Folder::new("presets");
    let list = folder.told(&["protocol", "list"]);
    for (preset, (id, url, read_on)) in presets::ALL.iter().zip(ADDRESSES) {
        assert_eq!((preset.id(), preset.url()), (id, url));
        assert_eq!(preset.read_on().to_string(), read_on);
        let publication = preset.protocol();
        let publication = publication.publication().expect("a publication");
        assert_eq!((publication.title(), publication.url()), (preset.title(), url));
        has(&list, url);
        has(&list, preset.title());
        has(&folder.told(&["protocol", "show", id]), url);
        let json = folder.told(&["protocol", "show", id, "--format", "json"]);
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["publication"], json!({"title": preset.title(), "url": url}));
    }
}

// ---- Columns ----------------------------------------------------------------------------------------

/// The columns of `batch`, written here from the answers of the library.
fn columns(id: &str, case: &Case, on: Day, obligations: bool) -> Vec<Value> {
    let timeline = Timeline::new(case);
    let view = timeline.view(on);
    let text = |day: Option<Day>| day.map_or(Value::Null, |day| json!(day.to_string()));
    if obligations {
        let line = |(line, status): (&poortwachter::Obligation, Status)| {
            json!({
                "id": id,
                "duty": line.duty().id(),
                "number": line.number(),
                "opens": text(line.opens()),
                "advised": text(line.advised()),
                "due": text(line.due()),
                "tolerated": text(line.tolerated()),
                "met": text(line.met()),
                "status": status.id(),
                "days": match status.days() { 0 => Value::Null, days => json!(days) },
            })
        };
        return view.obligations().map(line).collect();
    }
    let next = view.next().map(|(next, _)| next);
    vec![json!({
        "id": id,
        "counted_day": view.counted_day(),
        "week": view.week(),
        "state": view.state().id(),
        "next_duty": next.map(|next| next.duty().id()),
        "next_due": text(next.and_then(|next| next.due())),
        "overdue": view.overdue(),
        "worst": view.obligations().map(|(_, status)| status.kind()).max().map(|kind| kind.id()),
        "wages_last_day": text(view.wages_last_day()),
        "wia_start": text(view.wia_start()),
        "missed": view.missed(),
        "ended": view.end().map(|end| end.reason().id()),
        "ended_on": text(view.end().map(|end| end.last_day())),
    })]
}

#[test]
fn every_column_of_a_batch_is_what_the_timeline_says() {
    let folder = Folder::new("columns");
    let on = day(2024, 6, 3);
    let mut cases: Vec<(String, Case)> = Vec::new();
    for golden in goldens() {
        // Identifiers that need quotes in CSV and in JSON stand among the others.
        let id = match cases.len() % 3 {
            0 => format!("{}, \"{}\"; \\", golden.name, cases.len()),
            _ => format!("{} {}", golden.name, cases.len()),
        };
        cases.push((id, golden.case));
    }
    let lines: Vec<String> = cases
        .iter()
        .map(|(id, case)| {
            let mut json = serde_json::to_value(case).expect("JSON");
            json["id"] = json!(id);
            json.to_string() + "\n"
        })
        .collect();
    folder.write("cases.jsonl", &lines.concat());
    for obligations in [false, true] {
        let expected: Vec<Value> =
            cases.iter().flat_map(|(id, case)| columns(id, case, on, obligations)).collect();
        // Every column has two values, and no two columns are alike throughout.
        let names: Vec<String> =
            expected[0].as_object().expect("an object").keys().cloned().collect();
        for (i, name) in names.iter().enumerate() {
            let values: BTreeSet<String> =
                expected.iter().map(|row| row[name].to_string()).collect();
            assert!(values.len() > 1, "{name}");
            for other in &names[i + 1..] {
                assert!(expected.iter().any(|row| row[name] != row[other]), "{name} {other}");
            }
        }
        let more: &[&str] = if obligations { &["--obligations"] } else { &[] };
        let batch = ["batch", "cases.jsonl", "--on", "2024-06-03", "-o"];
        folder.told(&[&batch[..], &["out.jsonl"], more].concat());
        let written = folder.read("out.jsonl");
        let written: Vec<Value> =
            written.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(written.len(), expected.len());
        for (written, expected) in written.iter().zip(&expected) {
            assert_eq!(written, expected);
        }
        folder.told(&[&batch[..], &["out.csv"], more].concat());
        let written = folder.read("out.csv");
        let mut rows = csv_rows(&written).into_iter();
        let header = rows.next().expect("a header");
        assert_eq!(header.len(), names.len());
        let mut seen = 0;
        for (row, expected) in rows.zip(&expected) {
            for (name, cell) in header.iter().zip(&row) {
                let wanted = match &expected[name] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(*cell, wanted, "{name} of {}", expected["id"]);
            }
            seen += 1;
        }
        assert_eq!(seen, expected.len());
    }
}

/// RFC 4180, read here a second time.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(letter) = chars.next() {
        match letter {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}

#[cfg(feature = "parquet")]
#[test]
fn the_columns_of_parquet_are_those_of_json_lines() {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, Int32Type};
    use arrow_schema::DataType;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    let folder = Folder::new("parquet-columns");
    let goldens = goldens();
    let lines: Vec<String> = goldens
        .iter()
        .enumerate()
        .map(|(i, golden)| {
            let mut json = serde_json::to_value(&golden.case).expect("JSON");
            json["id"] = json!(format!("case {i}"));
            json.to_string() + "\n"
        })
        .collect();
    folder.write("cases.jsonl", &lines.concat());
    for more in [&[][..], &["--obligations"]] {
        let batch = ["batch", "cases.jsonl", "--on", "2024-06-03", "-o"];
        folder.told(&[&batch[..], &["out.jsonl"], more].concat());
        folder.told(&[&batch[..], &["out.parquet"], more].concat());
        let expected = folder.read("out.jsonl");
        let expected: Vec<Value> =
            expected.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let file = std::fs::File::open(folder.0.join("out.parquet")).expect("a file");
        let reader = ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet");
        let mut row = 0;
        for batch in reader.build().expect("Parquet") {
            let batch = batch.expect("rows");
            for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
                assert_eq!(
                    batch.num_columns(),
                    expected[0].as_object().expect("an object").len(),
                    "a column more or less"
                );
                let text = arrow_cast_text(column, field.data_type());
                for (i, value) in text.into_iter().enumerate() {
                    assert_eq!(value, expected[row + i][field.name()], "{} {i}", field.name());
                }
            }
            row += batch.num_rows();
        }
        assert_eq!(row, expected.len());
    }

    fn arrow_cast_text(column: &arrow_array::ArrayRef, data: &DataType) -> Vec<Value> {
        match data {
            DataType::Utf8 => column.as_string::<i32>().iter().map(|text| json!(text)).collect(),
            DataType::Int32 => {
                column.as_primitive::<Int32Type>().iter().map(|number| json!(number)).collect()
            }
            DataType::Date32 => column
                .as_primitive::<Date32Type>()
                .iter()
                .map(|number| json!(number.map(|n| poortwachter::Day::from_number(n).to_string())))
                .collect(),
            other => panic!("a column of {other}"),
        }
    }
}

// ---- Text from outside ------------------------------------------------------------------------------

/// Letters that mean something in SVG, Markdown, HTML, iCalendar and a terminal.
const HOSTILE: &str = "<b onload=\"x\">&amp;' |*_`[x](y)# ;,\\\u{1b}[31m\u{202e}";

#[test]
fn a_text_from_outside_stays_text_in_every_form() {
    let folder = Folder::new("hostile");
    let case = json!({
        "id": HOSTILE,
        "spells": [{"first_day": "2026-01-05"}],
        "events": [{"kind": "problem-analysis", "on": "2026-02-12"}],
    });
    folder.write("case.json", &case.to_string());
    folder.write("cases.jsonl", &format!("{case}\n"));
    let named = "<b onload=\"x\">&amp;' |*_`[x](y)# ;,\\";
    let protocol = json!({
        "version": 1,
        "name": named,
        "publication": {"title": named, "url": "https://example.org/?a=<b>&c"},
        "reminders": {"on_the_day": true},
        "tasks": [{"task": "call", "name_nl": named, "name_en": named, "who": "employer",
                   "when": {"anchor": "first-sick-day", "days_after": 3}}],
    });
    folder.write("protocol.json", &protocol.to_string());
    let on = ["--on", "2026-03-02"];

    // Pictures: every text comes back as it went in, and nothing else is an element.
    for args in [
        &["picture", "case.json", "--show-id"][..],
        &["picture", "case.json", "--show-id", "--lang", "nl"],
    ] {
        let picture = folder.told(&[args, &on].concat());
        let document = roxmltree::Document::parse(&picture).expect("well-formed");
        assert!(document.descendants().all(|node| !node.has_tag_name("b")));
        let title = document.descendants().find(|node| node.has_tag_name("title"));
        has(title.and_then(|node| node.text()).expect("a title"), "<b onload=\"x\">&amp;'");
    }
    let picture = ["horizon", "cases.jsonl", "--days", "60", "--picture", "horizon.svg"];
    folder.told(&[&picture[..], &on].concat());
    roxmltree::Document::parse(&folder.read("horizon.svg")).expect("well-formed");

    // A page in Markdown: no element, no link, no cell more.
    let page = folder.told(&[&["check", "case.json", "--format", "md"][..], &on].concat());
    let plain = page.replace("\\<", "").replace("\\[", "");
    assert!(!plain.contains("<b") && !plain.contains("[x"), "{page}");
    has(page.lines().next().expect("a heading"), "\\<b onload");

    // A terminal is not steered, in any command.
    for args in [
        &["timeline", "case.json"][..],
        &["check", "case.json"],
        &["check", "case.json", "--format", "md"],
        &["explain", "case.json", "wia-claim"],
        &["what-if", "case.json", "--add", "2026-03-02 interview"],
        &["reminders", "case.json", "--protocol", "protocol.json"],
        &["calendar", "case.json", "--show-id"],
        &["picture", "case.json", "--show-id"],
    ] {
        for lang in ["nl", "en"] {
            let told = folder.told(&[args, &on, &["--lang", lang]].concat());
            assert!(!told.contains(['\u{1b}', '\u{202e}']), "{args:?}: {told}");
        }
    }
    has(&folder.told(&["protocol", "show", "protocol.json"]), named);

    // A calendar: one line a property, and the text comes back when read as RFC 5545 says.
    let calendar = folder.told(&[&["calendar", "case.json", "--show-id"][..], &on].concat());
    let unfolded = calendar.replace("\r\n ", "");
    let summary = unfolded.lines().find(|line| line.starts_with("SUMMARY:")).expect("a title");
    let text = summary.trim_start_matches("SUMMARY:").replace("\\;", ";").replace("\\,", ",");
    let text = text.replace("\\\\", "\\");
    has(&text, "(<b onload=\"x\">&amp;' |*_`[x](y)# ;,\\");

    // Columns: the id comes back.
    for name in ["out.jsonl", "out.csv"] {
        folder.told(&[&["batch", "cases.jsonl", "-o", name][..], &on].concat());
    }
    let line: Value = serde_json::from_str(&folder.read("out.jsonl")).expect("JSON");
    assert_eq!(line["id"], HOSTILE);
    assert_eq!(csv_rows(&folder.read("out.csv"))[1][0], HOSTILE);
}

// ---- What if ----------------------------------------------------------------------------------------

/// Every day that moved, with the number of days, as the comparison of the library has it.
#[test]
fn what_if_prints_every_day_that_moved() {
    let folder = Folder::new("what-if");
    folder.write("case.json", r#"{"id":"A-1","spells":[{"first_day":"2026-01-05"}]}"#);
    let old = built(sick_since(day(2026, 1, 5)));
    let new = old
        .with_recovery(day(2026, 6, 1))
        .and_then(|case| case.with_relapse(day(2026, 6, 10)))
        .and_then(|case| case.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 20)));
    let new = new.expect("a case");
    let on = day(2026, 7, 1);
    let (old, new) = (Timeline::new(&old), Timeline::new(&new));
    let changes = poortwachter::change::compare(&old.view(on), &new.view(on));
    let args = [
        "what-if",
        "case.json",
        "--on",
        "2026-07-01",
        "--add",
        "recovered 2026-06-01",
        "--add",
        "sick 2026-06-10",
        "--add",
        "2026-02-20 problem-analysis",
        "--all",
    ];
    let mut seen = 0;
    for (name, lang) in [("nl", Lang::Nl), ("en", Lang::En)] {
        let told = folder.told(&[&args[..], &["--lang", name]].concat());
        let moved = changes.iter().filter(|change| ["due", "day"].contains(&change.what().id()));
        for (change, days) in moved.filter_map(|change| Some((change, change.days_moved()?))) {
            let sign = if days < 0 { "-" } else { "+" };
            let many = days.unsigned_abs();
            let days = match (many, lang) {
                (1, Lang::Nl) => "1 dag".to_string(),
                (1, Lang::En) => "1 day".to_string(),
                (many, Lang::Nl) => format!("{many} dagen"),
                (many, Lang::En) => format!("{many} days"),
            };
            let line = told.lines().find(|line| {
                line.trim_start().starts_with(&change.name(lang))
                    && line.contains(&format!("{sign}{days}"))
            });
            assert!(line.is_some(), "{} {sign}{days}:\n{told}", change.name(lang));
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen}");
}

// ---- Horizon and diff -------------------------------------------------------------------------------

/// Cases of which something falls due, is overdue and cannot be undone about one day.
fn portfolio() -> Vec<(String, Case)> {
    let first = |days| day(2026, 2, 10) - in_days(days);
    let mut cases: Vec<(String, Case)> = [30, 37, 40, 285, 290, 300, 640, 645, 720]
        .into_iter()
        .map(|days| (format!("sick {days}"), built(sick_since(first(days)))))
        .collect();
    let net = sick_since(first(30)).regime(Regime::SafetyNet);
    cases.push(("net".to_string(), built(net)));
    let done = sick_since(first(40)).met(Duty::PROBLEM_ANALYSIS, first(5));
    cases.push(("done".to_string(), built(done)));
    cases
}

fn lines_of(cases: &[(String, Case)]) -> String {
    let line = |(id, case): &(String, Case)| {
        let mut json = serde_json::to_value(case).expect("JSON");
        json["id"] = json!(id);
        json.to_string() + "\n"
    };
    cases.iter().map(line).collect()
}

#[test]
fn a_horizon_in_json_is_that_of_the_library() {
    let (folder, cases, on) = (Folder::new("horizon"), portfolio(), day(2026, 2, 10));
    folder.write("cases.jsonl", &lines_of(&cases));
    let mut horizon = poortwachter::horizon::Horizon::new(on, 40).keeping(1000);
    for (position, (_, case)) in (0..).zip(&cases) {
        horizon.add(position, &Timeline::new(case).view(on));
    }
    let counts = |counts: Vec<(&'static str, u64)>, name: &str| -> Vec<Value> {
        counts.into_iter().map(|(id, count)| json!({name: id, "count": count})).collect()
    };
    let points: Vec<Value> = horizon
        .points()
        .iter()
        .map(|point| {
            let place = usize::try_from(point.position()).expect("few");
            json!({
                "id": cases[place].0,
                "kind": point.kind().id(),
                "subject": point.rule().id(),
                "last_day": point.last_day().to_string(),
                "days_left": point.last_day().days_since(on),
                "citation": point.source().citation.to_string(),
            })
        })
        .collect();
    let due = horizon.due().map(
        |(day, duty, count)| json!({"day": day.to_string(), "duty": duty.id(), "count": count}),
    );
    let per_day = horizon.per_day().filter(|(_, count)| *count > 0);
    let per_day = per_day.map(|(day, count)| json!({"day": day.to_string(), "count": count}));
    let per_duty = horizon.per_duty().map(|(duty, count)| (duty.id(), count)).collect();
    let per_actor = horizon.per_actor().map(|(actor, count)| (actor.id(), count)).collect();
    let overdue = horizon.overdue().map(|(duty, count)| (duty.id(), count)).collect();
    let late_actors = horizon.overdue_per_actor().map(|(who, count)| (who.id(), count)).collect();
    let kinds = horizon.points_per_kind().map(|(kind, count)| (kind.id(), count)).collect();
    let expected = json!({
        "on": "2026-02-10",
        "last_day": "2026-03-22",
        "cases": cases.len(),
        "left_out": 0,
        "due_total": horizon.total(),
        "due": due.collect::<Vec<_>>(),
        "per_day": per_day.collect::<Vec<_>>(),
        "per_duty": counts(per_duty, "duty"),
        "per_actor": counts(per_actor, "actor"),
        "overdue_total": horizon.overdue_total(),
        "overdue": counts(overdue, "duty"),
        "overdue_per_actor": counts(late_actors, "actor"),
        "points": points,
        "points_per_kind": counts(kinds, "kind"),
    });
    let args = ["horizon", "cases.jsonl", "--on", "2026-02-10", "--days", "40", "--points", "1000"];
    let told = folder.told(&[&args[..], &["--format", "json"]].concat());
    assert_eq!(serde_json::from_str::<Value>(&told).expect("JSON"), expected);
    // Nothing in it is empty, nor the same as what stands beside it.
    for list in ["due", "per_day", "per_duty", "per_actor", "overdue", "overdue_per_actor"] {
        assert!(expected[list].as_array().is_some_and(|list| list.len() > 1), "{list}");
    }
    assert_ne!(expected["due_total"], expected["overdue_total"]);
    assert_ne!(expected["per_actor"], expected["overdue_per_actor"]);
    assert!(expected["points"].as_array().is_some_and(|points| points.len() > 2));

    // The page holds the same numbers.
    let page = folder.told(&args);
    has(&page, &format!("{} cases · Tue 10 Feb 2026 up to and including", cases.len()));
    for (duty, _) in horizon.per_duty() {
        has(&page, LAW.rule(duty.id()).expect("a rule").name(Lang::En));
    }
    for (date, count) in horizon.per_day().filter(|(_, count)| *count > 0) {
        let date = crate::common::date(date).format("%e %b %Y").to_string();
        let line = page.lines().find(|line| line.contains(&date) && line.contains('█'));
        has(line.expect("a line"), &format!("  {count}  "));
    }
    for point in horizon.points() {
        let place = usize::try_from(point.position()).expect("few");
        let days = format!(" {} ", point.days_left(on));
        let line = page.lines().find(|line| line.contains(&cases[place].0) && line.contains(&days));
        has(line.expect("a line"), &point.source().citation.to_string());
    }
}

#[test]
fn a_diff_in_json_is_the_comparison_of_the_library() {
    let (folder, old, on) = (Folder::new("diff"), portfolio(), day(2026, 2, 10));
    let new: Vec<(String, Case)> = old
        .iter()
        .map(|(id, case)| {
            let event = EventKind::Met(Duty::PROBLEM_ANALYSIS);
            let other = match id.as_str() {
                "sick 285" => case.with_recovery(day(2026, 1, 5)),
                "sick 300" => case.with_leave(day(2025, 11, 3), day(2025, 12, 7)),
                _ => case.with(event, day(2026, 2, 9)),
            };
            (id.clone(), other.unwrap_or_else(|_| case.clone()))
        })
        .collect();
    folder.write("old.jsonl", &lines_of(&old));
    folder.write("new.jsonl", &lines_of(&new));
    let mut expected = Vec::new();
    for ((id, old), (_, new)) in old.iter().zip(&new) {
        let (old, new) = (Timeline::new(old), Timeline::new(new));
        for change in poortwachter::change::compare(&old.view(on), &new.view(on)) {
            let form = serde_json::to_value(&change).expect("JSON");
            expected.push(json!({
                "case": id,
                "subject": form["subject"],
                "number": form["number"],
                "what": form["what"],
                "before": form["old"],
                "after": form["new"],
                "days": form["days_moved"],
                "why": form["why"],
            }));
        }
    }
    assert!(expected.len() > 50, "{}", expected.len());
    for field in ["before", "after", "days"] {
        let some = expected.iter().filter(|line| !line[field].is_null()).count();
        assert!(0 < some && some < expected.len(), "{field}");
    }
    let args = ["diff", "old.jsonl", "new.jsonl", "--on", "2026-02-10", "--format", "json"];
    let told = folder.told(&args);
    let told: Vec<Value> =
        told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(told.len(), expected.len());
    for (told, expected) in told.iter().zip(&expected) {
        assert_eq!(told, expected);
    }
}
