//! Every line of `timeline`, read back and compared with the view of the library: in both languages, at
//! the widths of its three layouts, with and without what is hidden.

use crate::common::case_files::files;
use crate::common::folder::Folder;
use crate::common::in_days;
use crate::common::page::{self, long, short};
use crate::common::told_head;
use crate::common::words;
use poortwachter::Day;
use poortwachter::law::{LAW_AS_OF, PENDING};
use poortwachter::{Duty, Lang, Layer, Obligation, OpenNorm, Status, Timeline, View};
use std::collections::BTreeSet;
use std::process::Command;

type Line<'v> = (&'v Obligation, Status);

// ---- What is shown ----------------------------------------------------------------------------------

/// Practice shows once it can be done or will be, and of the interviews the first; nothing shows that does
/// not apply, or that cannot be done yet and is more than half a year away.
fn shown<'v>(view: &'v View<'_>, all: bool) -> (Vec<Line<'v>>, Vec<Line<'v>>) {
    let far = view.on() + 182;
    let mut interview = false;
    view.obligations().partition(|(line, status)| {
        use Status::{DueSoon, DueToday, Open, Overdue};
        let waits = matches!(status, Status::NotYetOpen | Status::WaitingFor(_))
            || *status == Open && line.opens().is_none();
        let can_be_done = matches!(status, Open | DueSoon { .. } | DueToday | Overdue { .. });
        let is_interview = line.duty() == Duty::PROGRESS_INTERVIEW;
        let is_gone = match status {
            Status::NotApplicable(_) | Status::Lapsed(_) => true,
            Status::Missed | Status::Undetermined(OpenNorm::NotRecorded) => true,
            Status::Paused => line.due().is_none(),
            _ => waits && line.due().is_some_and(|due| due > far),
        };
        let is_idle = line.layer() == Layer::Practice
            && (!(waits || can_be_done) || is_interview && interview);
        let is_shown = all || !is_gone && !is_idle;
        interview |= is_interview && is_shown;
        is_shown
    })
}

/// The columns of a layout.
fn header(width: u16, lang: Lang) -> Vec<&'static str> {
    let all = match lang {
        Lang::Nl => ["Uiterlijk", "Week", "Wat", "Wie", "Status", "Advies", "Grond", "Artikel"],
        Lang::En => ["Due", "Week", "What", "Who", "Status", "Advised", "Basis", "Article"],
    };
    let without: &[usize] = match width {
        118.. => &[],
        96.. => &[7],
        _ => &[3, 5, 7],
    };
    let kept = all.into_iter().enumerate().filter(|(place, _)| !without.contains(place));
    kept.map(|(_, name)| name).collect()
}

/// What stands in each column.
fn row(view: &View<'_>, (line, status): Line<'_>, width: u16, lang: Lang) -> Vec<String> {
    let (name, actor) = (line.name(lang), line.actor().name(lang).to_string());
    let is_to_come = matches!(
        status,
        Status::Open
            | Status::DueSoon { .. }
            | Status::DueToday
            | Status::Overdue { .. }
            | Status::NotYetOpen
            | Status::WaitingFor(_)
    );
    let advised = line.advised().filter(|day| is_to_come && Some(*day) != line.due());
    let advised = advised.map(|day| short(day, line.due(), lang));
    let mut due = line.due().map_or(lang.pick("geen dag", "no day").to_string(), |due| {
        let beyond = if line.is_beyond_checked_law() { "*" } else { "" };
        long(due, lang) + beyond
    });
    let questions = view.open_questions();
    if questions.iter().any(|question| question.moves(line)) {
        due += " ?";
    }
    for (word, day) in [("was", line.original_due()), (lang.pick("t/m", "until"), line.tolerated())]
    {
        if let Some(day) = day.filter(|_| line.due().is_some()) {
            due += &format!(" {word} {}", short(day, line.due(), lang));
        }
    }
    if let Some(day) = advised.as_ref().filter(|_| width < 96) {
        due += &format!(" {} {day}", lang.pick("advies", "advised"));
    }
    let week = line.due().and_then(|due| view.week_of(due));
    let basis = match line.due_layer() {
        Layer::MinisterialRegulation => lang.pick("regeling", "regulation"),
        layer => layer.name(lang),
    };
    let week = week.map(|week| week.to_string()).unwrap_or_default();
    let told = told_status(line, status, lang);
    match width {
        ..96 => vec![due, week, format!("{name} ({actor})"), told, basis.to_string()],
        _ => {
            let advised = advised.unwrap_or_default();
            let article = line.source().citation.to_string();
            let mut row = vec![due, week, name, actor, told, advised, basis.to_string(), article];
            row.truncate(if width < 118 { 7 } else { 8 });
            row
        }
    }
}

/// The status; of what was done the day, how it was done and whether that is still accepted.
fn told_status(line: &Obligation, status: Status, lang: Lang) -> String {
    let Some(met) = line.met() else { return status.words(lang) };
    let day = short(met, line.due(), lang);
    let (_, day) = day.split_once(' ').expect("a weekday");
    let done = format!("{} {day}", lang.pick("gedaan", "done"));
    let days = |days| lang.days(days);
    let told = match status {
        Status::MetOnTime => format!("{done}, {}", lang.pick("op tijd", "on time")),
        Status::MetEarly { days: n } => {
            format!("{done}, {} {}", days(n), lang.pick("vroeg", "early"))
        }
        Status::MetLate { days: n } => {
            format!("{done}, {} {}", days(n), lang.pick("te laat", "late"))
        }
        Status::Undetermined(norm) => format!("{done}; {}", norm.name(lang)),
        other => return other.words(lang),
    };
    let is_late = status != Status::MetOnTime && line.met() > line.due();
    let accepted = is_late && line.tolerated().is_some_and(|last| met <= last);
    match accepted {
        true => told + lang.pick(", nog aanvaard", ", still accepted"),
        false => told,
    }
}

/// What was announced and would touch a line, a milestone or a possibility, on its day or later.
fn announced(view: &View<'_>, shown: &[Line<'_>], lang: Lang) -> Vec<String> {
    let lines =
        shown.iter().filter_map(|(line, _)| Some((line.rule().id(), line.name(lang), line.due()?)));
    let milestones = view.milestones();
    let milestones =
        milestones.iter().map(|one| (one.rule().id(), one.name(lang).to_string(), one.day()));
    let windows = view.possibilities();
    let windows = windows
        .iter()
        .map(|one| (one.possibility().id(), one.name(lang), one.until().unwrap_or(one.opens())));
    let all: Vec<(&str, String, Day)> = lines.chain(milestones).chain(windows).collect();
    let mut text = Vec::new();
    for change in PENDING {
        let Some(aim) = change.aimed_at else { continue };
        let touched = all.iter().filter(|(id, _, day)| {
            *day >= aim && change.touches.iter().any(|touched| touched.id() == *id)
        });
        let names: Vec<&str> = touched.map(|(_, name, _)| name.as_str()).collect();
        let (name, status) = (change.name.in_lang(lang), change.status.name(lang));
        let aim = long(aim, lang);
        let aim = aim.split_once(' ').expect("a weekday").1.trim().to_string();
        if !names.is_empty() {
            let names = names.join(", ");
            text.push(match lang {
                Lang::Nl => format!("Aangekondigd, geen geldend recht: {name} (beoogd {aim}; {status}). Raakt: {names}."),
                Lang::En => format!("Announced, not law: {name} (aimed at {aim}; {status}). Would touch: {names}."),
            });
        }
    }
    text
}

/// The remarks below the table.
fn below(
    view: &View<'_>,
    (shown, hidden): (&[Line<'_>], &[Line<'_>]),
    all: bool,
    lang: Lang,
) -> String {
    let mut below = Vec::new();
    let late = hidden.iter().filter(|(_, status)| status.id() == "overdue").count();
    let late = match (late, lang) {
        (0, _) => String::new(),
        (n, Lang::Nl) => format!(", waarvan {n} te laat"),
        (n, Lang::En) => format!(", {n} of them overdue"),
    };
    below.push(match (hidden.len(), lang) {
        (0, _) => String::new(),
        (1, Lang::Nl) => format!("1 regel verborgen{late}: --all toont ook die."),
        (1, Lang::En) => format!("1 line hidden{late}: --all shows it."),
        (n, Lang::Nl) => format!(
            "{n} regels verborgen (praktijk, ver weg, gepland, niet van toepassing){late}: --all \
             toont ze."
        ),
        (n, Lang::En) => format!(
            "{n} lines hidden (practice, far away, planned, not applicable){late}: --all shows them."
        ),
    });
    let shows = |test: &dyn Fn(&Obligation) -> bool| shown.iter().any(|(line, _)| test(line));
    let mut add = |is_needed: bool, nl: &'static str, en: &'static str| {
        below.extend(is_needed.then(|| lang.pick(nl, en).to_string()));
    };
    add(
        shows(&|line| line.tolerated().is_some()),
        "t/m: na de uiterste dag, maar tot die dag wordt het nog aanvaard.",
        "until: after the due day, but accepted up to that day.",
    );
    add(
        shows(&|line| line.original_due().is_some()),
        "was: de dag voordat werkgever en werknemer een andere afspraken (RP art. 5, RPV art. 6).",
        "was: the day before employer and employee agreed on another (RP art. 5, RPV art. 6).",
    );
    add(
        shows(&|line| ["policy", "practice"].contains(&line.due_layer().id())),
        "beleid, praktijk: de wet noemt hier geen dag.",
        "policy, practice: no statute names this day.",
    );
    let has_mark = told_head::has_mark(view, all) || shows(&|line| line.is_beyond_checked_law());
    add(has_mark, "* berekend naar het recht van", "* computed under the law as of");
    if has_mark {
        below.push(format!("{}.", LAW_AS_OF));
    }
    below.extend(announced(view, shown, lang));
    if !view.open_questions().is_empty() {
        let mark = lang.pick("?: hangt af van een open vraag.", "?: hangs on an open question.");
        below.push(mark.to_string());
    }
    words(&below.join(" "))
}

// ---- The command ------------------------------------------------------------------------------------

/// Asks for the page and compares all of it. The statuses that were in it.
#[track_caller]
fn compare(
    folder: &Folder,
    view: &View<'_>,
    args: (bool, u16, u16, Lang),
) -> BTreeSet<&'static str> {
    let (all, lead, width, lang) = args;
    let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
    command.args(["timeline", "case.json", "--on", &view.on().to_string()]);
    command.args(["--lang", lang.pick("nl", "en"), "--lead", &lead.to_string()]);
    command.args(all.then_some("--all")).current_dir(&folder.0).env("COLUMNS", width.to_string());
    let output = command.output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let (shown, hidden) = shown(view, all);
    let not_a_row = ["was ", "t/m ", "until ", "advies ", "advised "];
    let begins = |cell: &str| !cell.is_empty() && !not_a_row.iter().any(|no| cell.starts_with(no));
    let (head, below) =
        (told_head::expected(view, all, lang), below(view, (&shown, &hidden), all, lang));
    if shown.is_empty() {
        // No table without a line.
        assert_eq!(words(&text), words(&format!("{head} {below}")), "{text}");
        return BTreeSet::new();
    }
    let read = page::read(&text, begins);
    assert_eq!(read.above, head, "{text}");
    assert_eq!(read.header, header(width, lang), "{text}");
    assert_eq!(read.rows.len(), shown.len(), "{text}");
    for (read, line) in read.rows.iter().zip(&shown) {
        let cells: Vec<&String> = header(width, lang).iter().map(|name| &read[*name]).collect();
        assert_eq!(cells, row(view, *line, width, lang).iter().collect::<Vec<_>>(), "{text}");
    }
    assert_eq!(read.below, below, "{text}");
    shown.iter().map(|(_, status)| status.id()).collect()
}

/// The days to look from: within the first weeks, at the end of the first year, in the last weeks, and late.
const AFTER: [u64; 8] = [0, 20, 43, 120, 290, 368, 640, 760];

#[test]
fn every_line_is_what_the_view_says() {
    let folder = Folder::new("timeline");
    let mut seen = BTreeSet::new();
    for (number, (name, json, case)) in files(150).into_iter().enumerate() {
        folder.write("case.json", json.to_string());
        let timeline = Timeline::new(&case);
        let first: Day = case.spells()[0].first_day();
        for round in 0..3 {
            let turn = number + round * 3;
            let on = first + in_days(AFTER[turn % AFTER.len()]);
            let lead = if turn % 5 == 0 { 40 } else { 14 };
            let width = [100, 80, 130][(turn / 2) % 3];
            let lang = if (number + round) % 2 == 0 { Lang::Nl } else { Lang::En };
            println!("{name} on {on}");
            let view = timeline.view_with_lead(on, lead);
            seen.extend(compare(&folder, &view, (turn % 4 < 2, lead, width, lang)));
        }
    }
    // Every status was among them.
    assert_eq!(seen.len(), 15, "{seen:?}");
}
