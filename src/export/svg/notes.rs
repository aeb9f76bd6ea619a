//! What the picture says in words: how the case stands above it, what it leaves out below it.

use super::Options;
use super::case::Series;
use super::table::{ALARM, Cell, DATE, SMALL};
use super::words;
use crate::lang::Lang;
use crate::law::Force;
use crate::text::{capital, headings, note_below_a_picture, phrases};
use crate::timeline::{Obligation, OpenQuestion, Status, View};

/// How many duties a sentence names.
const MOST: usize = 3;

/// The state, what is overdue, what comes next.
pub(super) fn head(view: &View<'_>, options: &Options) -> Cell {
    let lang = options.lang;
    let mut cell = vec![(DATE, words::state(view, lang))];
    cell.extend(overdue(view, options).map(|words| (ALARM, words)));
    cell.extend(next(view, options).map(|words| (DATE, words)));
    cell
}

/// What is overdue, statutes first.
fn overdue(view: &View<'_>, options: &Options) -> Option<String> {
    let lang = options.lang;
    let mut late: Vec<_> = view
        .obligations()
        .filter(|(_, status)| matches!(status, Status::Overdue { .. }))
        .filter(|(obligation, _)| options.shows(obligation.due_layer()))
        .collect();
    late.sort_by_key(|(obligation, _)| !obligation.due_layer().is_law());
    let names = late.iter().map(|(obligation, status)| {
        format!(
            "{} ({}{})",
            obligation.name(lang),
            lang.days(status.days()),
            soft(obligation, lang)
        )
    });
    listed(headings::OVERDUE.in_lang(lang), names, lang)
}

/// An open question; what hangs on it has a mark.
pub(super) fn asked(question: &OpenQuestion, lang: Lang) -> String {
    let mark = lang.pick("wat daarvan afhangt heeft een ?", "what hangs on it has a ?");
    format!("{}: {} ({mark}).", lang.pick("Open vraag", "Open question"), question.sentence(lang))
}

/// What is due next.
fn next(view: &View<'_>, options: &Options) -> Option<String> {
    let lang = options.lang;
    let names = view.obligations().filter_map(|(obligation, status)| {
        let is_ahead = obligation.rule().force == Force::Duty
            && matches!(
                status,
                Status::NotYetOpen | Status::Open | Status::DueSoon { .. } | Status::DueToday
            );
        let is_shown = is_ahead && options.shows(obligation.due_layer());
        let due = obligation.due().filter(|due| is_shown && *due >= view.on())?;
        let day = lang.date(due);
        Some(format!("{} ({day}{})", obligation.name(lang), soft(obligation, lang)))
    });
    let title = lang.pick("Eerstvolgend", "Next");
    listed(title, names.take(MOST).collect::<Vec<_>>().into_iter(), lang)
}

fn soft(obligation: &Obligation, lang: Lang) -> String {
    match obligation.due_layer().is_law() {
        true => String::new(),
        false => format!(", {}", obligation.due_layer().name(lang)),
    }
}

/// At most three names, and how many there are besides.
fn listed(title: &str, names: impl ExactSizeIterator<Item = String>, lang: Lang) -> Option<String> {
    let count = names.len();
    let mut text = names.take(MOST).collect::<Vec<_>>().join(", ");
    if count > MOST {
        let more = count - MOST;
        text += &match lang {
            Lang::Nl => format!(" en nog {more}"),
            Lang::En => format!(" and {more} more"),
        };
    }
    (count > 0).then(|| format!("{title}: {text}."))
}

/// For those who do not see the picture.
pub(super) fn description(view: &View<'_>, options: &Options) -> String {
    let lang = options.lang;
    let mut sentences: Vec<String> =
        head(view, options).into_iter().map(|(_, sentence)| sentence).collect();
    let questions = view.open_questions();
    sentences.extend(questions.iter().map(|question| asked(question, lang)));
    for milestone in view.milestones() {
        sentences.push(format!("{}: {}.", milestone.name(lang), lang.date(milestone.day())));
    }
    sentences.join(" ")
}

/// What is left out and why, what the star means, what lay before.
pub(super) fn foot(view: &View<'_>, hidden: &[(&Obligation, Status)], options: &Options) -> Cell {
    let lang = options.lang;
    let mut notes = Vec::new();
    if options.statutory_only {
        notes.push(words::statutory_only(lang).to_string());
    }
    notes.extend(left_out(hidden, lang));
    for earlier in view.earlier_cases() {
        notes.push(format!(
            "{}: {} – {} ({}).",
            phrases::EARLIER_CASE.in_lang(lang),
            lang.date(earlier.first_sick_day()),
            lang.date(earlier.last_sick_day()),
            lang.days(earlier.counted_days())
        ));
    }
    notes.push(note_below_a_picture(lang));
    notes.into_iter().map(|note| (SMALL, note)).collect()
}

/// The names of what has no row, by the reason.
fn left_out(hidden: &[(&Obligation, Status)], lang: Lang) -> Vec<String> {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (obligation, status) in hidden {
        let (why, name) = (capital(&status.words(lang)), obligation.rule().name(lang));
        match groups.iter_mut().find(|(same, _)| *same == why) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => groups.push((why, vec![name])),
        }
    }
    groups.into_iter().map(|(why, names)| format!("{why} — {}.", names.join(", "))).collect()
}

/// The words of a series: how much of it was done, and the one to look at now.
pub(super) fn of_series(series: &Series<'_>, view: &View<'_>, lang: Lang) -> Cell {
    let mut cell = Cell::new();
    let all = &series.of;
    let met = all.iter().filter(|(obligation, _)| obligation.met().is_some()).count();
    let late = all.iter().filter(|(_, status)| matches!(status, Status::MetLate { .. })).count();
    let mut tally = match lang {
        Lang::Nl => format!("{met} gedaan"),
        Lang::En => format!("{met} done"),
    };
    if late > 0 {
        tally += &format!(", {late} {}", phrases::LATE.in_lang(lang));
    }
    let current = all.iter().find(|(obligation, _)| obligation.met().is_none());
    if let Some((obligation, status)) = current {
        cell.extend(words::standing(obligation, *status, view.on(), lang));
    }
    if met > 0 || current.is_none() {
        cell.push((super::table::STANDING, tally));
    }
    cell
}
