//! Every line of `reminders`, read back and compared with the agenda of the library: for every published
//! protocol, the default and one of its own, in both languages and both layouts.

use crate::common::case_files::files;
use crate::common::folder::Folder;
use crate::common::in_days;
use crate::common::page::{self, long, short};
use crate::common::told_head;
use crate::common::words;
use poortwachter::Day;
use poortwachter::protocol::{
    Agenda, Origin, Protocol, Reminder, ReminderKind, TaskStatus, Treatment, presets,
};
use poortwachter::wire::ProtocolForm;
use poortwachter::{Actor, Lang, Layer, Status, Timeline, View};
use std::collections::BTreeSet;
use std::process::Command;

/// Tasks of every kind of day, a rhythm, own dates, and escalations.
const OWN: &str = r#"{
    "version": 1, "name": "Own rules", "working_days_only": true,
    "reminders": {"lead_days": [30, 2], "on_the_day": true, "to": ["acting", "case-manager"],
        "late": [{"after_days": 1}, {"after_days": 9, "to": ["case-manager", "employer", "uwv"]}]},
    "duties": [
        {"duty": "problem-analysis", "own_date": {"anchor": "end-of-week", "week": 5}},
        {"duty": "plan-of-action",
            "own_date": {"anchor": "event", "event": "problem-analysis", "days_after": 7}},
        {"duty": "wia-claim", "own_date": {"anchor": "due", "duty": "wia-claim", "days_before": 21}},
        {"duty": "progress-interview", "every_weeks": 3},
        {"duty": "sickness-report-occupational-health", "left_out": true}
    ],
    "tasks": [
        {"task": "call", "name_nl": "Bellen", "name_en": "Call", "who": "employer",
            "when": {"anchor": "first-sick-day", "days_after": 2}},
        {"task": "prepare", "name_nl": "Voorbereiden", "name_en": "Prepare", "who": "case-manager",
            "when": {"anchor": "due", "duty": "first-year-evaluation", "sick_weeks_before": 4},
            "done_by": "first-year-evaluation"},
        {"task": "wages", "name_nl": "Loon stoppen", "name_en": "Stop the wages", "who": "employer",
            "when": {"anchor": "end-of-wages", "days_before": 30}, "done_by": "wia-granted"}
    ]
}"#;

// ---- The page a second time -------------------------------------------------------------------------

fn basis(origin: Origin, lang: Lang) -> &'static str {
    match origin {
        Origin::Protocol => lang.pick("protocol", "protocol"),
        Origin::Law(Layer::MinisterialRegulation) => lang.pick("regeling", "regulation"),
        Origin::Law(layer) => layer.name(lang),
        other => panic!("{other:?} is new"),
    }
}

fn above(agenda: &Agenda<'_>, view: &View<'_>, last: Day, lang: Lang) -> String {
    let id = view.timeline().case().id();
    let id = id.map_or(String::new(), |id| format!("{} {id} · ", lang.pick("Geval", "Case")));
    let (from, to) = (long(view.on(), lang), long(last, lang));
    let mut text = vec![match lang {
        Lang::Nl => format!("{id}herinneringen van {from} t/m {to}"),
        Lang::En => format!("{id}reminders from {from} to {to}"),
    }];
    text.push(format!("Protocol: {}", agenda.protocol().name()));
    text.push(told_head::state(view, lang));
    let standing = standing(agenda, view.on(), lang);
    if !standing.is_empty() {
        text.push(lang.pick("Nog open van eerder", "Still open from before").to_string());
    }
    text.extend(standing);
    words(&text.join(" "))
}

/// What is late, and what should have been done by the organisation's own day; never what the UWV must do.
fn standing(agenda: &Agenda<'_>, on: Day, lang: Lang) -> Vec<String> {
    let own = lang.pick("eigen datum", "own date");
    let mut text = Vec::new();
    for line in agenda.lines() {
        let duty = line.obligation();
        let is_done = duty.met().is_some() || duty.actor() == Actor::Uwv;
        if is_done || line.treatment() != Treatment::Followed {
            continue;
        }
        let day = line.own_date().map(|own| own.day()).filter(|day| *day < on);
        let name = duty.name(lang);
        match (line.status(), duty.due(), day) {
            (Status::Overdue { days }, Some(due), _) => {
                assert_eq!(i64::from(on.days_since(due)), i64::from(days));
                let basis = basis(Origin::Law(duty.due_layer()), lang);
                let by = lang.pick("uiterlijk", "due");
                text.push(format!("{name}: {by} {} ({basis})", long(due, lang)));
            }
            (
                Status::Paused
                | Status::Lapsed(_)
                | Status::Missed
                | Status::Possible
                | Status::NotApplicable(_),
                ..,
            ) => {}
            (.., Some(day)) => {
                let basis = basis(Origin::Protocol, lang);
                text.push(format!("{name}: {own} {} ({basis})", long(day, lang)));
            }
            _ => {}
        }
    }
    for task in agenda.tasks() {
        if let (TaskStatus::Late { days }, Some(day)) = (task.status(), task.day()) {
            assert_eq!(i64::from(on.days_since(day)), i64::from(days));
            let (name, basis) = (task.about().name(lang), basis(Origin::Protocol, lang));
            text.push(format!("{name}: {own} {} ({basis})", long(day, lang)));
        }
    }
    text
}

/// One row for all who are reminded of the same on one day.
fn rows(shown: &[&Reminder], width: u16, lang: Lang) -> Vec<Vec<String>> {
    let mut rows: Vec<(&Reminder, Vec<&str>)> = Vec::new();
    for one in shown {
        let like = |(other, _): &&mut (&Reminder, Vec<&str>)| {
            let is_same = (other.on(), other.about()) == (one.on(), one.about());
            is_same && (other.deadline(), other.origin()) == (one.deadline(), one.origin())
        };
        match rows.iter_mut().find(like) {
            Some((_, to)) => to.push(one.to().name(lang)),
            None => rows.push((one, vec![one.to().name(lang)])),
        }
    }
    let cells = |(one, to): (&Reminder, Vec<&str>)| {
        let left = one.deadline().days_since(one.on());
        let days = lang.days(left.unsigned_abs());
        let past = one.origin() == Origin::Protocol;
        let when = match (left, past) {
            (0, _) => lang.pick("vandaag", "today").to_string(),
            (1.., _) => lang.pick("nog DAYS", "DAYS left").replace("DAYS", &days),
            (_, true) => format!("{days} {}", lang.pick("voorbij", "past")),
            (_, false) => format!("{days} {}", lang.pick("te laat", "late")),
        };
        let planned = if one.is_planned() { "~" } else { "" };
        let deadline = short(one.deadline(), Some(one.on()), lang) + planned;
        let (on, to, name) = (long(one.on(), lang), to.join(", "), one.about().name(lang));
        let basis = basis(one.origin(), lang).to_string();
        match width {
            ..96 => vec![on, format!("{name} ({to})"), when, deadline, basis],
            _ => vec![on, to, name.to_string(), when, deadline, basis],
        }
    };
    rows.into_iter().map(cells).collect()
}

fn header(width: u16, lang: Lang) -> Vec<&'static str> {
    let mut all = match lang {
        Lang::Nl => vec!["Op", "Aan", "Wat", "Wanneer", "Datum", "Grond"],
        Lang::En => vec!["On", "To", "What", "When", "Deadline", "Basis"],
    };
    if width < 96 {
        all.remove(1);
    }
    all
}

fn below(agenda: &Agenda<'_>, shown: &[&Reminder], lang: Lang) -> String {
    let mut text = Vec::new();
    for line in agenda.lines() {
        let key = (Some(line.obligation().duty()), line.obligation().number());
        let is_shown = shown.iter().any(|one| (one.about().of_duty(), one.about().number()) == key);
        if let Some(remark) = line.own_date().and_then(|own| own.remark()).filter(|_| is_shown) {
            text.push(format!("{}: {}.", line.obligation().name(lang), remark.words(lang)));
        }
    }
    let has = |test: fn(&Reminder) -> bool| shown.iter().any(|one| test(one));
    let mut add = |is_needed: bool, nl: &'static str, en: &'static str| {
        text.extend(is_needed.then(|| lang.pick(nl, en).to_string()));
    };
    add(
        has(|one| one.origin() == Origin::Protocol),
        "protocol: eigen dag van de organisatie, geen wet.",
        "protocol: a day of the organisation itself, no law.",
    );
    add(
        has(|one| ["policy", "practice"].contains(&one.origin().id())),
        "beleid, praktijk: de wet noemt hier geen dag.",
        "policy, practice: no statute names this day.",
    );
    add(
        has(|one| one.kind() == ReminderKind::Late),
        "te laat, voorbij: alleen als het dan nog niet is gedaan.",
        "late, past: only if it is still not done by then.",
    );
    add(
        has(Reminder::is_planned),
        "~ schuift mee met iets dat nog niet is gebeurd.",
        "~ will move with something that has not happened yet.",
    );
    words(&text.join(" "))
}

// ---- The command ------------------------------------------------------------------------------------

/// What was seen of that which may be on a page.
#[derive(Default)]
struct Seen {
    kinds: BTreeSet<&'static str>,
    origins: BTreeSet<&'static str>,
    standing: usize,
    empty: usize,
    notes: BTreeSet<String>,
}

#[track_caller]
fn compare(
    folder: &Folder,
    (view, protocol): (&View<'_>, &Protocol),
    args: (&[&str], u16, u16, Lang),
    seen: &mut Seen,
) {
    let (which, days, width, lang) = args;
    let on = view.on();
    let last = on + in_days(days);
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(["reminders", "case.json", "--on", &on.to_string()]).args(which);
    command.args(["--lang", lang.pick("nl", "en"), "--days", &days.to_string()]);
    command.current_dir(&folder.0).env("COLUMNS", width.to_string());
    let output = command.output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let agenda = protocol.agenda(view);
    let shown: Vec<&Reminder> =
        agenda.reminders().iter().filter(|one| on <= one.on() && one.on() <= last).collect();
    let above = above(&agenda, view, last, lang);
    seen.standing += usize::from(!standing(&agenda, on, lang).is_empty());
    if shown.is_empty() {
        seen.empty += 1;
        let none = lang.pick("Geen herinneringen", "No reminders");
        assert_eq!(words(&text), format!("{above} {none}"));
        return;
    }
    let read = page::read(&text, |cell| !cell.is_empty());
    assert_eq!(read.above, above, "{text}");
    assert_eq!(read.header, header(width, lang), "{text}");
    let rows = rows(&shown, width, lang);
    assert_eq!(read.rows.len(), rows.len(), "{text}");
    for (read, row) in read.rows.iter().zip(&rows) {
        let cells: Vec<&String> = header(width, lang).iter().map(|name| &read[*name]).collect();
        assert_eq!(cells, row.iter().collect::<Vec<_>>(), "{text}");
    }
    let below = below(&agenda, &shown, lang);
    assert_eq!(read.below, below, "{text}");
    seen.kinds.extend(shown.iter().map(|one| one.kind().id()));
    seen.origins.extend(shown.iter().map(|one| one.origin().id()));
    seen.notes.extend(below.split('.').map(str::to_string));
}

#[test]
fn every_line_is_what_the_agenda_says() {
    let folder = Folder::new("reminders");
    folder.write("own.json", OWN);
    let form: ProtocolForm = serde_json::from_str(OWN).expect("the form");
    let own = Protocol::try_from(form).expect("a protocol");
    let mut protocols: Vec<(Vec<&str>, Protocol)> =
        vec![(vec![], Protocol::default()), (vec!["--protocol", "own.json"], own)];
    protocols.extend(presets::ALL.iter().map(|one| (vec!["--preset", one.id()], one.protocol())));
    let mut seen = Seen::default();
    for (number, (name, json, case)) in files(120).into_iter().enumerate() {
        folder.write("case.json", json.to_string());
        let timeline = Timeline::new(&case);
        let first: Day = case.spells()[0].first_day();
        for round in 0..2 {
            let turn = number * 2 + round;
            // The one with everything stands in every second page.
            let which = if round == 0 { 1 } else { number % protocols.len() };
            let on = first + in_days([0, 33, 44, 120, 290, 368, 640, 700][(turn / 2) % 8]);
            let days = [60, 14, 0, 400, 7][turn % 5];
            let width = if turn % 4 < 2 { 80 } else { 100 };
            let lang = if (number / 2) % 2 == 0 { Lang::Nl } else { Lang::En };
            println!("{name} on {on}");
            let (args, protocol) = &protocols[which];
            compare(&folder, (&timeline.view(on), protocol), (args, days, width, lang), &mut seen);
        }
    }
    // Everything that may be on a page was.
    assert_eq!(seen.kinds.len(), 3, "{:?}", seen.kinds);
    assert_eq!(seen.origins.len(), 5, "{:?}", seen.origins);
    assert!(seen.standing > 50 && seen.empty > 10, "{} {}", seen.standing, seen.empty);
    assert!(seen.notes.iter().any(|note| note.contains('~')), "{:?}", seen.notes);
}
