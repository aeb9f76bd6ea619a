//! Every word and every day in the picture of a case, read back and compared with the view of the library:
//! every row that there must be, in its order, and nothing else; in both languages.

use crate::common::case_files::files;
use crate::common::in_days;
use crate::common::picture::{Picture, date};
use crate::common::told_periods::{self, basis, marked, periods};
use crate::common::words;
use poortwachter::Day;
use poortwachter::export::svg::{self, Options};
use poortwachter::law::{ClockKind, LAW_AS_OF};
use poortwachter::{Lang, Obligation, Status, Timeline, View};

type Line<'v> = (&'v Obligation, Status);

fn is_soft(line: &Obligation) -> bool {
    ["policy", "practice"].contains(&line.due_layer().id())
}

/// What has a row, one for all of a series, and what has none.
fn drawn<'v>(view: &'v View<'_>, statutory: bool) -> (Vec<Vec<Line<'v>>>, Vec<Line<'v>>) {
    let (mut rows, mut hidden): (Vec<Vec<Line<'_>>>, _) = (Vec::new(), Vec::new());
    for (line, status) in view.obligations().filter(|(line, _)| !(statutory && is_soft(line))) {
        let is_drawn = match status {
            Status::Undetermined(_) => true,
            Status::NotApplicable(_) | Status::Lapsed(_) => line.met().is_some(),
            _ => line.due().is_some() || line.met().is_some(),
        };
        match rows.iter_mut().find(|row| row[0].0.rule() == line.rule()) {
            _ if !is_drawn => hidden.push((line, status)),
            Some(row) => row.push((line, status)),
            None => rows.push(vec![(line, status)]),
        }
    }
    (rows, hidden)
}

// ---- Rows -------------------------------------------------------------------------------------------

/// A day without its year where the other is of the same year.
fn beside(day: Day, other: Option<Day>, lang: Lang) -> String {
    let text = date(day, lang);
    let is_same = other.is_none_or(|other| other.year() == day.year());
    let (short, _) = text.rsplit_once(' ').expect("a year");
    if is_same { short.to_string() } else { text }
}

/// The right column.
fn standing((line, status): Line<'_>, on: Day, lang: Lang) -> Vec<String> {
    let due = line.due();
    let day = |word: &str, day| format!("{word} {}", beside(day, due, lang));
    let mut text = Vec::new();
    text.extend(due.map(|due| marked(due, lang)));
    let told = match (status, line.met(), line.opens()) {
        (Status::NotYetOpen, _, Some(opens)) => day(lang.pick("vanaf", "from"), opens),
        (_, None, _) => status.words(lang),
        (_, Some(met), _) => {
            let done = day(lang.pick("gedaan", "done"), met);
            let days = lang.days(status.days());
            let accepted = Some(met) > due && line.tolerated().is_some_and(|last| met <= last);
            let accepted =
                if accepted { lang.pick(", nog aanvaard", ", still accepted") } else { "" };
            match status {
                Status::MetOnTime => format!("{done}, {}", lang.pick("op tijd", "on time")),
                Status::MetEarly { .. } => {
                    format!("{done}, {days} {}", lang.pick("vroeg", "early"))
                }
                Status::MetLate { .. } => {
                    format!("{done}, {days} {}{accepted}", lang.pick("te laat", "late"))
                }
                other => format!("{done}; {}", other.words(lang)),
            }
        }
    };
    let mut more = vec![told];
    let is_ahead = matches!(
        status,
        Status::Open | Status::DueSoon { .. } | Status::NotYetOpen | Status::WaitingFor(_)
    );
    let advised = line.advised().filter(|day| is_ahead && *day >= on && Some(*day) != due);
    let tolerated = line.tolerated().filter(|_| line.met().is_none());
    if due.is_some() {
        more.extend(advised.map(|one| day(lang.pick("advies", "advised"), one)));
        more.extend(tolerated.map(|one| day(lang.pick("aanvaard t/m", "accepted until"), one)));
        let was = lang.pick("afgesproken, was", "agreed, was");
        more.extend(line.original_due().map(|one| day(was, one)));
    }
    // What cannot wait stands on a line of its own.
    if ["overdue", "due-soon", "due-today"].contains(&status.id()) {
        text.push(more.remove(0));
    }
    if !more.is_empty() {
        text.push(more.join(", "));
    }
    text
}

/// The words of a row and those that a pointer over it tells.
fn row(row: &[Line<'_>], view: &View<'_>, lang: Lang) -> (String, String) {
    let (line, _) = row[0];
    let name = line.rule().name(lang);
    let mut right = if line.rule().is_series() {
        let met = row.iter().filter(|(line, _)| line.met().is_some()).count();
        let late = row.iter().filter(|(_, status)| status.id() == "met-late").count();
        let next = row.iter().find(|(line, _)| line.met().is_none());
        let mut right = next.map_or(vec![], |next| standing(*next, view.on(), lang));
        let late = match late {
            0 => String::new(),
            late => format!(", {late} {}", lang.pick("te laat", "late")),
        };
        if met > 0 || next.is_none() {
            right.push(format!("{met} {}{late}", lang.pick("gedaan", "done")));
        }
        right
    } else {
        standing(row[0], view.on(), lang)
    };
    let questions = view.open_questions();
    let is_asked = |(line, _): &Line<'_>| questions.iter().any(|question| question.moves(*line));
    if row.iter().any(is_asked) {
        right[0] += " ?";
    }
    let (actor, basis) =
        (line.actor().name(lang), basis(line.due_layer(), line.source().citation, lang));
    let left = format!("{name} {actor} · {basis}");
    (words(&format!("{left} {}", right.join(" "))), words(&format!("{name}: {}", right.join("; "))))
}

// ---- Around the rows --------------------------------------------------------------------------------

/// At most three, and how many more.
fn listed(title: &str, all: &[String], more: usize, lang: Lang) -> String {
    let rest = match (more, lang) {
        (0, _) => String::new(),
        (more, Lang::Nl) => format!(" en nog {more}"),
        (more, Lang::En) => format!(" and {more} more"),
    };
    if all.is_empty() { String::new() } else { format!("{title}: {}{rest}.", all.join(", ")) }
}

/// The sentences above the picture.
fn head(view: &View<'_>, statutory: bool, lang: Lang) -> String {
    let soft = |line: &Obligation| match is_soft(line) {
        true => format!(", {}", line.due_layer().name(lang)),
        false => String::new(),
    };
    let shown = || view.obligations().filter(|(line, _)| !(statutory && is_soft(line)));
    let late = shown().filter(|(_, status)| status.id() == "overdue");
    let (law, policy): (Vec<_>, Vec<_>) = late.partition(|(line, _)| !is_soft(line));
    let late = law.into_iter().chain(policy).map(|(line, status)| {
        format!("{} ({}{})", line.name(lang), lang.days(status.days()), soft(line))
    });
    let late: Vec<String> = late.collect();
    let (told, rest) = late.split_at(late.len().min(3));
    let late = listed(lang.pick("Te laat", "Overdue"), told, rest.len(), lang);
    let ahead = ["not-yet-open", "open", "due-soon", "due-today"];
    let next = shown()
        .filter(|(_, status)| ahead.contains(&status.id()))
        .filter_map(|(line, _)| Some((line, line.due().filter(|due| *due >= view.on())?)))
        .map(|(line, due)| format!("{} ({}{})", line.name(lang), date(due, lang), soft(line)));
    let next: Vec<String> = next.take(3).collect();
    let next = listed(lang.pick("Eerstvolgend", "Next"), &next, 0, lang);
    let mark = lang.pick("wat daarvan afhangt heeft een ?", "what hangs on it has a ?");
    let questions = view.open_questions().into_iter().map(|question| {
        let asked = lang.pick("Open vraag", "Open question");
        format!("{asked}: {} ({mark}).", question.sentence(lang))
    });
    let questions = questions.collect::<Vec<_>>().join(" ");
    words(&format!("{} {late} {next} {questions}", told_periods::state(view, lang)))
}

fn foot(view: &View<'_>, hidden: &[Line<'_>], statutory: bool, lang: Lang) -> String {
    let mut text = Vec::new();
    if statutory {
        let only = lang.pick(
            "Alleen wettelijke termijnen: beleid en praktijk zijn weggelaten.",
            "Statutory terms only: policy and practice are left out.",
        );
        text.push(only.to_string());
    }
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (line, status) in hidden {
        let (why, name) = (status.words(lang), line.rule().name(lang));
        match groups.iter_mut().find(|(other, _)| *other == why) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => groups.push((why, vec![name])),
        }
    }
    for (why, names) in groups {
        let (first, rest) = why.split_at(1);
        text.push(format!("{}{rest} — {}.", first.to_uppercase(), names.join(", ")));
    }
    for earlier in view.earlier_cases() {
        let [first, last] =
            [earlier.first_sick_day(), earlier.last_sick_day()].map(|day| date(day, lang));
        let title = lang.pick("Eerder geval, gesloten", "Earlier case, closed");
        text.push(format!("{title}: {first} – {last} ({}).", lang.days(earlier.counted_days())));
    }
    let law = lang.pick("na de stand van het recht van", "after the law as of");
    text.push(format!("* {law} {}.", date(LAW_AS_OF, lang)));
    words(&text.join(" "))
}

/// Every week on the axis begins on the day below its number, and every day without one does not count.
#[track_caller]
fn compare_axis(picture: &Picture, view: &View<'_>, lang: Lang) -> usize {
    let mut weeks = 0;
    for (x, week) in picture.axis(22.0) {
        let week: u32 = week.parse().expect("a week");
        let first = view.date_of(ClockKind::WaitingPeriod, 7 * (week - 1) + 1);
        let below = picture.axis(35.0).into_iter().find(|(other, _)| *other == x);
        let below = below.map(|(_, text)| text);
        assert_eq!(below, first.map(|day| beside(day, None, lang)), "week {week}");
        weeks += 1;
    }
    weeks
}

#[track_caller]
fn compare(view: &View<'_>, statutory: bool, lang: Lang) {
    let mut options = Options::new(lang).with_case_id();
    if statutory {
        options = options.statutory_only();
    }
    let picture = Picture::read(&svg::case_timeline(view, &options));
    let id = view.timeline().case().id().map_or(String::new(), |id| format!(" {id}"));
    let name = lang.pick("Verzuimtijdlijn", "Sick-leave timeline");
    let title = format!("{name}{id} · {}", date(view.on(), lang));
    let head = head(view, statutory, lang);
    assert_eq!(words(&picture.title), words(&title));
    let milestones = view.milestones();
    let milestones: Vec<String> = milestones
        .iter()
        .map(|one| format!("{}: {}.", one.name(lang), date(one.day(), lang)))
        .collect();
    assert_eq!(words(&picture.description), words(&format!("{head} {}", milestones.join(" "))));

    // Every row, and nothing else.
    let (rows, hidden) = drawn(view, statutory);
    let mut expected = periods(view, statutory, lang);
    expected.extend(rows.iter().map(|line| row(line, view, lang)));
    assert_eq!(picture.rows.len(), expected.len(), "{:?}", picture.rows);
    for ((row, tip, _), expected) in picture.rows.iter().zip(&expected) {
        assert_eq!((row, tip), (&expected.0, &expected.1));
    }

    // Above: the sentences, the axis, and the names of the three columns and of the years.
    let names = lang.pick(
        "week van ziekte begint op Uiterste dag en stand",
        "week of sickness begins on Due day and status",
    );
    let above = picture.above();
    let (before, years) = above.split_once(names).unwrap_or_else(|| panic!("{above}"));
    assert!(before.starts_with(&format!("{} {head} ", words(&title))), "{before}");
    let weeks = compare_axis(&picture, view, lang);
    assert!(weeks > 0 || view.date_of(ClockKind::WaitingPeriod, 1).is_none(), "{before}");
    let mut years = years.to_string();
    for year in [
        lang.pick("ziektejaar 1", "sick year 1"),
        lang.pick("ziektejaar 2", "sick year 2"),
        lang.pick("loonsanctie", "wage sanction"),
        lang.pick("verlengd", "prolonged"),
    ] {
        years = years.replacen(year, "", 1);
    }
    assert_eq!(years.trim(), "", "{above}");

    // Below: the day, the signs, the notes.
    let below = picture.below();
    let today = format!("{} {} ", lang.pick("vandaag", "today"), date(view.on(), lang));
    assert!(below.starts_with(&today), "{below}");
    let foot = foot(view, &hidden, statutory, lang);
    let signs =
        below[today.len()..].strip_suffix(&foot).unwrap_or_else(|| panic!("{below}\n{foot}"));
    let has = |test: &dyn Fn(&Line<'_>) -> bool| rows.iter().flatten().any(test);
    let single = |line: &Line<'_>| !line.0.rule().is_series();
    for (nl, en, is_drawn) in [
        ("te laat, niet gedaan", "overdue, not done", has(&|one| one.1.id() == "overdue")),
        ("gedaan, te laat", "done, late", has(&|one| one.1.id() == "met-late")),
        ("geadviseerde dag", "advised day", has(&|one| single(one) && one.0.advised().is_some())),
        (
            "nog aanvaard",
            "still accepted",
            has(&|one| single(one) && one.0.due().is_some() && one.0.tolerated().is_some()),
        ),
        (
            "uiterste dag vóór de afspraak",
            "due day before the agreement",
            has(&|one| single(one) && one.0.due().is_some() && one.0.original_due().is_some()),
        ),
        ("WIA kan ingaan", "WIA can start", view.wia_start().is_some()),
    ] {
        assert_eq!(signs.contains(lang.pick(nl, en)), is_drawn, "{nl}: {signs}");
    }
}

#[test]
fn every_word_and_day_is_what_the_view_says() {
    let mut pictures = 0;
    for (number, (name, _, case)) in files(150).into_iter().enumerate() {
        let timeline = Timeline::new(&case);
        let first: Day = case.spells()[0].first_day();
        for (round, days) in [0, 43, 120, 290, 368, 640, 760, 1_500].into_iter().enumerate() {
            println!("{name} after {days} days");
            let lang = if (number + round) % 2 == 0 { Lang::Nl } else { Lang::En };
            compare(&timeline.view(first + in_days(days)), (number + round) % 3 == 0, lang);
            pictures += 1;
        }
    }
    assert!(pictures > 1_000);
}
