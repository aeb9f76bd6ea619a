//! No English in a Dutch answer, and no Dutch in an English one.
//!
//! Every command answers in both languages. A word that stands in answers of both belongs to one of
//! them and is a fault in the other, unless it is one of the few that both have. Left out are the
//! words of the law, which are Dutch in every language, and the names that programs go by.

use poortwachter::Day;
use poortwachter::law::{self, LAW};
use poortwachter::protocol::presets;
use poortwachter::wire::CaseForm;
use poortwachter::{Case, Explanation, Lang, Timeline};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What both languages write alike, among words and names.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    // Names, abbreviations and numbers of courts, acts, articles and products.
    "aa", "ab", "algemene", "awb", "aow", "art", "bbp", "bijlage", "bw", "by", "crvb", "ecli", "hrmq", "iva", "ix", "ljn", "nl",
    "poortwachter", "rbdha", "rct", "rblee", "rbmne", "rp", "rpv", "sazas", "stb", "suite", "termijnenwet", "uwv",
    "vii", "viiia", "werkwijzer", "wet", "wia", "wna", "wvp", "xpert", "ziektewet", "zw",
    // What is typed, or stands in a file.
    "default", "help", "jsonl", "objection", "penalty", "points", "recalibration", "timeline",
    // Months.
    "apr", "april", "aug", "dec", "december", "feb", "jan", "jul", "jun", "nov", "november", "sep", "september",
    // Words of both languages.
    "begin", "do", "even", "had", "hypothese", "in", "interval", "is", "late", "later", "met", "minister", "net", "norm", "of",
    "open", "over", "per", "plan", "plus", "post", "protocol", "re", "regime", "stand", "start", "status", "taken",
    "ten",
    "was", "week", "weekend",
];

/// A case in a file, with the day to look from.
struct File {
    path: PathBuf,
    case: Case,
    on: Day,
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages");
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Of all cases with an expectation, those that show something which none before them showed in their
/// regime: a kind of event, a value, a field.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let entries = ["scenarios", "golden"].map(|name| fs::read_dir(root.join(name)).expect("cases"));
    let mut paths: Vec<PathBuf> =
        entries.into_iter().flatten().map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let (mut shown, mut files) = (BTreeSet::new(), Vec::new());
    for path in paths {
        let text = fs::read_to_string(&path).expect("a readable file");
        let mut json: Value = serde_json::from_str(&text).expect("JSON");
        let mut case = json["case"].take();
        case.as_object_mut().map(|case| case.remove("id"));
        let Ok(form) = serde_json::from_value::<CaseForm>(case.clone()) else { continue };
        let (mut names, mut days) = (BTreeSet::new(), BTreeSet::new());
        gather(&case, &mut names, &mut days);
        let regime = case["regime"].as_str().unwrap_or("employer").to_string();
        let before = shown.len();
        shown.extend(names.into_iter().map(|name| (regime.clone(), name)));
        if shown.len() == before {
            continue;
        }
        // A day that knows every fact, where the file names none.
        let on = json["on"].as_str().map(|day| day.parse().expect("a day"));
        let on = on.or(days.last().copied()).expect("a day");
        case["id"] = json!(format!("A{}", files.len()));
        let path = folder().join(format!("{}.json", files.len()));
        fs::write(&path, case.to_string()).expect("a file");
        files.push(File { path, case: Case::try_from(form).expect("a case"), on });
    }
    files
}

/// The names and the days in a case.
fn gather(value: &Value, names: &mut BTreeSet<String>, days: &mut BTreeSet<Day>) {
    match value {
        Value::String(text) => match text.parse() {
            Ok(day) => _ = days.insert(day),
            Err(_) => _ = names.insert(text.clone()),
        },
        Value::Array(all) => all.iter().for_each(|value| gather(value, names, days)),
        Value::Object(all) => all.iter().for_each(|(name, value)| {
            names.insert(name.clone());
            gather(value, names, days);
        }),
        _ => {}
    }
}

/// What a command says: its answer and what it tells beside it.
fn told(args: &[&str], lang: Lang) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command.env("POORTWACHTER_LANG", lang.pick("nl", "en"));
    // Wide enough that no word is broken.
    command.env("COLUMNS", "400").env("NO_COLOR", "1");
    let output = command.output().expect("the command runs");
    let error = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{args:?}: {error}");
    String::from_utf8(output.stdout).expect("UTF-8") + &error
}

/// What a picture says to a reader.
fn of_picture(svg: &str) -> String {
    let picture = roxmltree::Document::parse(svg).expect("a picture");
    let is_style =
        |node: &roxmltree::Node<'_, '_>| node.ancestors().any(|above| above.has_tag_name("style"));
    let texts = picture.descendants().filter(|node| node.is_text() && !is_style(node));
    let texts = texts.filter_map(|node| node.text());
    let labels = picture.descendants().filter_map(|node| node.attribute("aria-label"));
    texts.chain(labels).collect::<Vec<_>>().join("\n")
}

/// What a calendar says to a reader.
fn of_calendar(ics: &str) -> String {
    let lines = ics.replace("\r\n ", "").replace("\\n", "\n\n").replace("\\,", ",");
    let starts =
        ["SUMMARY", "DESCRIPTION", "X-WR-CALNAME", "X-WR-CALDESC", "COMMENT", "CATEGORIES"];
    let is_said = |line: &&str| !line.contains(':') || starts.iter().any(|s| line.starts_with(s));
    let said = lines.lines().filter(is_said);
    said.map(|line| starts.iter().find_map(|s| line.strip_prefix(s)).unwrap_or(line))
        .fold(String::new(), |all, line| all + line + "\n")
}

/// Lines that stand in the other language on purpose: the words of the law, and the name of a rule.
fn is_in_the_other(line: &str) -> bool {
    let line = line.trim_start();
    ["> ", "- Engels: ", "- Dutch: "].iter().any(|start| line.starts_with(start))
}

/// The words of a text, without those of the law, of links and of names that programs go by.
fn words(text: &str) -> BTreeSet<String> {
    let mut text = text.replace('\u{a0}', " ");
    let ids = LAW.rules().iter().map(|rule| rule.id());
    let versions = LAW.rules().iter().flat_map(|rule| rule.versions());
    let bounds = versions.flat_map(|(_, version)| {
        [version.opens, version.advised, Some(version.due), version.tolerated]
    });
    let instruments = bounds.flatten().map(|bound| bound.source.citation.instrument);
    let mut names: BTreeSet<&str> = ids.collect();
    names.extend(instruments.flat_map(|instrument| [instrument.name, instrument.short]));
    // Names of publications, and identifiers and a name that an organisation chose.
    names.extend(presets::ALL.iter().map(|preset| preset.title()));
    names.extend(["consider-extension", "report-to-insurer", "first-call", "prepare-evaluation"]);
    names.extend(["House rules", "xpert-suite"]);
    // The longest first: one may begin another.
    let mut names: Vec<&str> = names.into_iter().filter(|name| name.contains(['-', ' '])).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        text = text.replace(name, " ");
    }
    let paragraphs = text.split("\n\n");
    let lines = paragraphs.flat_map(|paragraph| {
        // Every second part stands between quotation marks.
        let outside = paragraph.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        outside
            .lines()
            .filter(|line| !is_in_the_other(line))
            .map(str::to_string)
            .collect::<Vec<_>>()
    });
    let tokens: Vec<String> = lines
        .flat_map(|line| line.split_whitespace().map(str::to_string).collect::<Vec<_>>())
        .filter(|token| !token.contains(['/', '`']))
        .collect();
    let words = tokens.iter().flat_map(|token| token.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
}

/// What every command says in a language: the call, and its words.
fn answers(files: &[File], lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    let mut add = |call: &[&str], text: String| {
        all.insert(call.join(" "), words(&text));
    };
    let many = folder().join("cases.jsonl");
    let other = folder().join("other.jsonl");
    let cases = files.iter().map(|file| fs::read_to_string(&file.path).expect("a case") + "\n");
    let cases: Vec<String> = cases.collect();
    fs::write(&many, cases.concat()).expect("a file");
    let fewer: String = cases.iter().skip(2).map(String::as_str).collect();
    fs::write(&other, fewer).expect("a file");
    let picture = folder().join(format!("{}.svg", lang.pick("nl", "en")));
    let path = |path: &'_ Path| path.to_str().expect("UTF-8").to_string();
    let (many, other, picture) = (path(&many), path(&other), path(&picture));

    for file in files {
        let (name, on) = (path(&file.path), file.on.to_string());
        let calls: [&[&str]; 8] = [
            &["timeline", &name, "--all", "--on", &on],
            &["check", &name, "--all", "--on", &on],
            &["check", &name, "--format", "md", "--on", &on],
            &["explain", &name, "--on", &on],
            &["reminders", &name, "--on", &on, "--days", "400", "--preset", "xpert-suite"],
            &["picture", &name, "--on", &on],
            &["calendar", &name, "--on", &on, "--titles", "duty", "--show-id"],
            &["calendar", &name, "--on", &on, "--todo"],
        ];
        for call in calls {
            let text = told(call, lang);
            let text = match call[0] {
                "picture" => of_picture(&text),
                "calendar" => of_calendar(&text),
                _ => text,
            };
            add(call, text);
        }
        let timeline = Timeline::new(&file.case);
        let view = timeline.view(file.on);
        let mut said = Vec::new();
        let obligations = view.obligations();
        said.extend(obligations.map(|(obligation, _)| Explanation::new(&view, obligation, lang)));
        let milestones = view.milestones();
        said.extend(milestones.iter().map(|one| Explanation::from_milestone(&view, one, lang)));
        for explanation in said {
            let mut text = explanation.title() + "\n\n";
            for (heading, paragraph) in explanation.paragraphs() {
                text += &format!("{heading}\n\n{paragraph}\n\n");
            }
            add(&["explain", &name, &explanation.title()], text);
        }
    }
    let case = "examples/case.json";
    let claim = law::wia::WIA_CLAIM.version_in_force().due.term.number().expect("a number");
    let longer = format!("wia-claim={}", claim + 1);
    let calls: [&[&str]; 18] = [
        &["law"],
        &["law", "--format", "md"],
        &["protocol", "list"],
        &["protocol", "show", "default"],
        &["protocol", "show", "hrmq"],
        &["protocol", "show", "sazas"],
        &["protocol", "show", "uwv"],
        &["protocol", "show", "xpert-suite"],
        &["protocol", "show", "examples/protocol.json"],
        &["protocol", "diff", "uwv", "xpert-suite"],
        &["protocol", "diff", "sazas", "examples/protocol.json"],
        &["what-if", case, "--all", "--add", "recovered 2026-11-30", "--add", "sick 2026-12-21"],
        &["what-if", case, "--all", "--add", "2027-11-15 wage-sanction weeks=26"],
        &["what-if", case, "--all", "--add", "leave 2026-10-05 2027-01-24"],
        &["horizon", &many, "--on", "2026-10-14", "--days", "366", "--picture", &picture],
        &["diff", &many, &other, "--on-old", "2024-03-01", "--on", "2026-10-14", "--all"],
        &["diff", &many, &many, "--on", "2026-10-14", "--suppose", &longer],
        &["batch", &many, "--on", "2026-10-14", "-o", "/dev/null"],
    ];
    for call in calls {
        add(call, told(call, lang));
    }
    add(&["the picture of horizon"], of_picture(&fs::read_to_string(&picture).expect("a picture")));
    all
}

#[test]
fn no_word_stands_in_both_languages() {
    let files = files();
    assert!(files.len() > 30, "{}", files.len());
    let (dutch, english) = (answers(&files, Lang::Nl), answers(&files, Lang::En));
    let vocabulary = |answers: &BTreeMap<String, BTreeSet<String>>| {
        answers.values().flatten().cloned().collect::<BTreeSet<String>>()
    };
    let both: Vec<String> =
        vocabulary(&dutch).intersection(&vocabulary(&english)).cloned().collect();
    assert!(law::duties().len() > 20 && both.len() > 20, "they name the same things");
    let place = |answers: &BTreeMap<String, BTreeSet<String>>, word: &str| {
        answers.iter().find(|(_, words)| words.contains(word)).map(|(call, _)| call.clone())
    };
    let wrong: Vec<String> = both
        .iter()
        .filter(|word| !COMMON.contains(&word.as_str()))
        .map(|word| format!("{word}: {:?}, {:?}", place(&dutch, word), place(&english, word)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
