//! What the picture says about a case and an obligation.

use super::table::{ALARM, Cell, DATE, SOON, STANDING};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::Layer;
use crate::text::{capital, mark, phrases};
use crate::timeline::{Obligation, State, Status, View};

/// A date, marked where the law may yet change before that day.
pub(super) fn marked(day: Day, lang: Lang) -> String {
    format!("{}{}", lang.date(day), mark(day))
}

/// The article, and what it is worth where it is no law.
pub(super) fn basis(layer: Layer, citation: crate::law::Citation, lang: Lang) -> String {
    // An article stays on one line.
    let citation = citation.to_string().replace(' ', "\u{a0}");
    match layer.is_law() {
        true => citation,
        false => format!("{}, {}\u{a0}{citation}", layer.name(lang), phrases::SEE.in_lang(lang)),
    }
}

/// Says that something is left out.
pub(super) fn statutory_only(lang: Lang) -> &'static str {
    lang.pick(
        "Alleen wettelijke termijnen: beleid en praktijk zijn weggelaten.",
        "Statutory terms only: policy and practice are left out.",
    )
}

/// Whether the employee is sick, since when and for how long.
pub(super) fn state(view: &View<'_>, lang: Lang) -> String {
    let state = capital(view.state().kind().name(lang));
    let first = lang.date(view.first_sick_day());
    let since = format!("{} {first}", phrases::FIRST_SICK_DAY.in_lang(lang));
    match view.state() {
        State::NotYetSick => format!("{state}: {since}."),
        State::Recovered { relapse_joins_through } => format!(
            "{state} {} {} ({since}). {} {}.",
            phrases::AFTER.in_lang(lang),
            view.counted_words(lang),
            lang.pick(
                "Opnieuw ziek hoort bij dit geval tot en met",
                "A relapse continues this case through"
            ),
            lang.date(relapse_joins_through)
        ),
        State::Closed => format!(
            "{state} {} {} ({since}). {}",
            phrases::AFTER.in_lang(lang),
            view.counted_words(lang),
            lang.pick("Opnieuw ziek is een nieuw geval.", "A new sickness is a new case.")
        ),
        State::Ended { reason, last_day } => format!(
            "{state} {} {}: {}, {} {} ({since}).",
            lang.pick("op", "on"),
            lang.date(last_day),
            reason.name(lang),
            phrases::AFTER.in_lang(lang),
            view.counted_words(lang),
        ),
        _ => format!("{state}: {} ({since}).", view.counted_words(lang)),
    }
}

/// The due day and how the obligation stands, for the right column.
pub(super) fn standing(obligation: &Obligation, status: Status, on: Day, lang: Lang) -> Cell {
    let mut cell = Cell::new();
    if let Some(due) = obligation.due() {
        cell.push((DATE, marked(due, lang)));
    }
    let face = match status {
        Status::Overdue { .. } => ALARM,
        Status::DueSoon { .. } | Status::DueToday => SOON,
        _ => STANDING,
    };
    let words = match (status, obligation.opens()) {
        (Status::NotYetOpen, Some(opens)) => from(opens, obligation, lang),
        _ => done(obligation, status, lang),
    };
    let mut more = more(obligation, status, on, lang);
    if face.bold {
        cell.push((face, words));
    } else {
        more.insert(0, words);
    }
    if !more.is_empty() {
        cell.push((STANDING, more.join(", ")));
    }
    cell
}

/// From when it can be done.
fn from(opens: Day, obligation: &Obligation, lang: Lang) -> String {
    let opens = beside(opens, obligation.due().unwrap_or(opens), lang);
    format!("{} {opens}", phrases::FROM.in_lang(lang)).replace(' ', "\u{a0}")
}

/// The other days, as far as they are of use. Each stays on one line.
fn more(obligation: &Obligation, status: Status, on: Day, lang: Lang) -> Vec<String> {
    let Some(due) = obligation.due() else { return Vec::new() };
    let is_ahead = matches!(
        status,
        Status::Open | Status::DueSoon { .. } | Status::NotYetOpen | Status::WaitingFor(_)
    );
    let advised = obligation.advised().filter(|day| is_ahead && *day >= on && *day != due);
    let tolerated = obligation.tolerated().filter(|_| obligation.met().is_none());
    let more = [
        advised.map(|day| (phrases::ADVISED.in_lang(lang), day)),
        tolerated.map(|day| (phrases::ACCEPTED_THROUGH.in_lang(lang), day)),
        obligation.original_due().map(|day| (lang.pick("afgesproken, was", "agreed, was"), day)),
    ];
    let phrase = |(word, day)| format!("{word} {}", beside(day, due, lang)).replace(' ', "\u{a0}");
    more.into_iter().flatten().map(phrase).collect()
}

/// A day without its year where that is the year of `other`.
fn beside(day: Day, other: Day, lang: Lang) -> String {
    match day.year() == other.year() {
        true => lang.day_and_month(day),
        false => lang.date(day),
    }
}

/// The status, with the day on which it was met.
fn done(obligation: &Obligation, status: Status, lang: Lang) -> String {
    let words = status.words(lang);
    let Some(met) = obligation.met() else { return words };
    let met = beside(met, obligation.due().unwrap_or(met), lang);
    let not_told = || format!("{} {met}; {words}", phrases::DONE.in_lang(lang));
    obligation.met_words(status, &met, lang).unwrap_or_else(not_told)
}
