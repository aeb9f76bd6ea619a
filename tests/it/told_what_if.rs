//! Every line of `what-if`, read back and compared with the changes of the library: what is supposed, what
//! moves from which day to which, by how much and why; in both languages and both layouts.

use crate::common::case_files::files;
use crate::common::folder::Folder;
use crate::common::in_days;
use crate::common::page::{self, long};
use crate::common::told_head;
use crate::common::words;
use poortwachter::Day;
use poortwachter::change::{self, Change, FactChange, Subject, Value, What};
use poortwachter::law::LAW_AS_OF;
use poortwachter::{Case, Duty, EventKind, Lang, Timeline, View};
use std::process::Command;

/// Wide enough for the reasons to stand in the table, and the width of a pipe.
const WIDTHS: [u16; 2] = [600, 100];

// ---- The page a second time -------------------------------------------------------------------------

fn value(value: Option<Value>, lang: Lang) -> String {
    match value {
        None => "-".to_string(),
        Some(Value::Day(day)) => long(day, lang) + if day > LAW_AS_OF { "*" } else { "" },
        Some(Value::Status(status)) => status.words(lang),
        Some(Value::State(state)) => state.kind().name(lang).to_string(),
        Some(Value::Source(citation)) => citation.to_string(),
        Some(other) => panic!("{other:?} is new"),
    }
}

/// What moved of one line: its day and its status, else whatever moved.
struct Row<'c> {
    all: Vec<&'c Change>,
    shown: Vec<&'c Change>,
}

impl Row<'_> {
    fn is_interview(&self) -> bool {
        let interview = Duty::PROGRESS_INTERVIEW.id();
        self.all[0].subject().id() == interview
    }

    fn side(&self, of: fn(&Change) -> Option<Value>, lang: Lang) -> String {
        let told = |one: &&Change| match one.what() {
            What::Due | What::Day | What::Status => value(of(one), lang),
            what => format!("{} {}", what.name(lang), value(of(one), lang)),
        };
        let told: Vec<String> = self.shown.iter().map(told).collect();
        match told.iter().all(|told| told == "-") {
            true => "-".to_string(),
            false => told.join(" "),
        }
    }

    fn moves(&self, lang: Lang) -> String {
        let moved = self.shown.iter().find_map(|one| one.days_moved());
        let sign = if moved.is_some_and(|days| days < 0) { "-" } else { "+" };
        moved.map_or(String::new(), |days| format!("{sign}{}", lang.days(days.unsigned_abs())))
    }

    fn why(&self, lang: Lang) -> Vec<String> {
        let mut once = Vec::new();
        for why in self.shown.iter().flat_map(|one| one.why()) {
            let why = words(&why.words(lang, &|day| long(day, lang)));
            if !once.contains(&why) {
                once.push(why);
            }
        }
        once
    }
}

fn rows(changes: &[Change]) -> Vec<Row<'_>> {
    let changes: Vec<&Change> =
        changes.iter().filter(|one| one.subject() != Subject::Case).collect();
    let chunks = changes.chunk_by(|a, b| a.subject() == b.subject());
    chunks
        .map(|all| {
            let of = |what| all.iter().copied().find(|one| one.what() == what);
            let main = [What::Due, What::Day, What::Status].into_iter().filter_map(of);
            let main: Vec<&Change> = main.collect();
            let shown = if main.is_empty() { all.to_vec() } else { main };
            Row { all: all.to_vec(), shown }
        })
        .collect()
}

fn above(views: (&View<'_>, &View<'_>), asked: Day, lang: Lang) -> String {
    let (old, new) = views;
    let id = old.timeline().case().id();
    let id = id.map_or(String::new(), |id| format!("{} {id} · ", lang.pick("Geval", "Case")));
    let what_if = lang.pick("wat als", "what if");
    let mut text = vec![format!("{id}{what_if} · {}", long(old.on(), lang))];
    let facts = change::facts(old.timeline().case(), old.on(), new.timeline().case(), new.on());
    for fact in &facts {
        let sign = match fact {
            FactChange::Recorded(_) => "+",
            FactChange::Removed(_) => "-",
            _ => "~",
        };
        let told = fact.words(lang, &|day| long(day, lang));
        let first = told.chars().next().expect("a word");
        let rest = &told[first.len_utf8()..];
        text.push(format!("{sign} {}{rest}", first.to_uppercase()));
    }
    if facts.is_empty() {
        text.push(lang.pick("Geen ander feit", "No fact differs").to_string());
    }
    let [was, is] = [old, new].map(|view| told_head::state(view, lang));
    if was != is {
        text.push(format!("{} {was}", lang.pick("vastgelegd", "recorded")));
        text.push(format!("{what_if} {is}"));
    }
    if asked < old.on() {
        let later = lang.pick(
            "Bekeken op de dag waarop alles is gebeurd; wat tot dan toe wordt gedaan, telt niet mee.",
            "Seen on the day on which all of it has happened; what will be done until then is left out.",
        );
        text.push(later.to_string());
    }
    words(&text.join(" "))
}

fn below(shown: &[&Row<'_>], hidden: usize, reasons: &[String], lang: Lang) -> String {
    let mut text = Vec::new();
    if !reasons.is_empty() {
        text.push(lang.pick("Waarom", "Why").to_string());
    }
    text.extend((1..).zip(reasons).map(|(number, reason)| format!("{number} {reason}")));
    text.push(match (hidden, lang) {
        (0, _) => String::new(),
        (1, Lang::Nl) => "1 ander voortgangsgesprek verschuift ook: --all toont het.".to_string(),
        (1, Lang::En) => "1 more progress interview moves: --all shows it.".to_string(),
        (n, Lang::Nl) => {
            format!("{n} andere voortgangsgesprekken verschuiven ook: --all toont ze.")
        }
        (n, Lang::En) => format!("{n} more progress interviews move: --all shows them."),
    });
    let is_later =
        |value: Option<Value>| value.and_then(Value::day).is_some_and(|day| day > LAW_AS_OF);
    let mut all = shown.iter().flat_map(|row| &row.shown);
    if all.any(|one| is_later(one.before()) || is_later(one.after())) {
        let law = lang.pick("* berekend naar het recht van", "* computed under the law as of");
        text.push(format!("{law} {}.", LAW_AS_OF));
    }
    words(&text.join(" "))
}

// ---- The command ------------------------------------------------------------------------------------

/// How many rows there were.
#[track_caller]
fn compare(
    folder: &Folder,
    (old, new, facts): (&Case, &Case, &[String]),
    (asked, on): (Day, Day),
    (all, width, lang): (bool, u16, Lang),
) -> usize {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(["what-if", "case.json", "--on", &asked.to_string()]).args(facts);
    command.args(["--lang", lang.pick("nl", "en")]).args(all.then_some("--all"));
    command.current_dir(&folder.0).env("COLUMNS", width.to_string());
    let output = command.output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let (old, new) = (Timeline::new(old), Timeline::new(new));
    let (old, new) = (old.view(on), new.view(on));
    let changes = change::compare(&old, &new);
    let rows = rows(&changes);
    let above = above((&old, &new), asked, lang);
    if rows.is_empty() {
        let nothing = lang.pick("Er verschuift niets.", "Nothing moves.");
        assert_eq!(words(&text), format!("{above} {nothing}"));
        return 0;
    }
    let mut interviews = 0;
    let (shown, hidden): (Vec<&Row<'_>>, Vec<&Row<'_>>) = rows.iter().partition(|row| {
        interviews += usize::from(row.is_interview());
        all || !row.is_interview() || interviews == 1
    });
    // On a wide page a reason stands beside what moved, else it has a number.
    let is_wide = width == WIDTHS[0];
    let read = page::read_rows(&text, |cells| !cells[if is_wide { 0 } else { 4 }].is_empty());
    assert_eq!(read.above, above, "{text}");
    let names = match lang {
        Lang::Nl => ["Wat", "Vastgelegd", "Wat als", "Verschil", "Waarom"],
        Lang::En => ["What", "Recorded", "What if", "Moves", "Why"],
    };
    assert_eq!(read.header, names, "{text}");
    assert_eq!(read.rows.len(), shown.len(), "{text}");
    let mut reasons: Vec<String> = Vec::new();
    for (read, row) in read.rows.iter().zip(&shown) {
        let mut why = row.why(lang);
        if !is_wide {
            why = why
                .into_iter()
                .map(|one| {
                    let place = reasons.iter().position(|other| *other == one);
                    let place = place.unwrap_or(reasons.len());
                    if place == reasons.len() {
                        reasons.push(one);
                    }
                    (place + 1).to_string()
                })
                .collect();
        }
        let [was, is] = [Change::before, Change::after]
            .map(|side: fn(&Change) -> Option<Value>| row.side(side, lang));
        let why = why.join(if is_wide { " " } else { ", " });
        let expected = [row.all[0].name(lang), was, is, row.moves(lang), why];
        let cells: Vec<&String> = names.iter().map(|name| &read[*name]).collect();
        assert_eq!(cells, expected.iter().collect::<Vec<_>>(), "{text}");
    }
    assert_eq!(read.below, below(&shown, hidden.len(), &reasons, lang), "{text}");
    shown.len()
}

/// A fact that can be supposed, as it is typed.
fn supposed(case: &Case, on: Day, turn: usize) -> Option<(Case, Vec<String>)> {
    let add = |text: String| vec!["--add".to_string(), text];
    Some(match turn % 7 {
        0 => (case.with_recovery(on).ok()?, add(format!("recovered {on}"))),
        1 => (case.with_relapse(on).ok()?, add(format!("sick {on}"))),
        2 => {
            let last = on + 111;
            (case.with_leave(on, last).ok()?, add(format!("leave {on} {last}")))
        }
        3 => {
            let last = on + 20;
            (case.with_employment_end(last).ok()?, add(format!("employment-ends {last}")))
        }
        4 => {
            let claim = EventKind::Met(Duty::WIA_CLAIM);
            (case.with(claim, on).ok()?, add(format!("{on} wia-claim")))
        }
        5 => {
            let analysis = EventKind::Met(Duty::PROBLEM_ANALYSIS);
            (case.with(analysis, on).ok()?, add(format!("{on} problem-analysis")))
        }
        _ => {
            let event = case.events().iter().rfind(|event| event.on() <= on)?;
            let out = vec!["--remove".to_string(), format!("{} {}", event.on(), event.kind().id())];
            (case.without(event.kind(), event.on()).ok()?, out)
        }
    })
}

#[test]
fn every_line_is_what_the_comparison_says() {
    let folder = Folder::new("what-if");
    let (mut pages, mut seen) = (0, 0);
    for (number, (name, json, case)) in files(120).into_iter().enumerate() {
        folder.write("case.json", json.to_string());
        let first: Day = case.spells()[0].first_day();
        for round in 0..3 {
            let turn = number + round;
            let on = first + in_days([50, 300, 650][turn % 3]);
            let Some((new, facts)) = supposed(&case, on, turn) else { continue };
            // What lies ahead is looked at on its day; what is left out or known beforehand is not.
            let is_dated = ![3, 6].contains(&(turn % 7));
            let asked = if is_dated && turn % 2 == 0 { on - 9 } else { on };
            let lang = if (number / 2) % 2 == 0 { Lang::Nl } else { Lang::En };
            println!("{name}: {facts:?}");
            let how = (turn % 4 == 0, WIDTHS[(turn / 2) % 2], lang);
            seen += compare(&folder, (&case, &new, &facts), (asked, on), how);
            pages += 1;
        }
    }
    assert!(pages > 300 && seen > 3 * pages, "{seen} rows on {pages} pages");
}
