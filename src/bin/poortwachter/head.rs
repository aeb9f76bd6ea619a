//! What stands above the table: the case, what to do next, the milestones, the remarks.

use crate::page::{Page, Tone, strip_control_chars};
use crate::rows::{is_urgent, to_do, tone};
use crate::{dates, milestones};
use poortwachter::{Lang, Layer, Obligation, State, Status, View};

pub(crate) fn put(page: &mut Page, view: &View<'_>, all: bool) {
    put_case(page, view);
    put_to_do(page, view);
    milestones::put(page, view, all);
    put_notes(page, view);
}

fn put_case(page: &mut Page, view: &View<'_>) {
    let lang = page.lang;
    let id = view.timeline().case().id().map(strip_control_chars);
    let on = dates::long(view.on(), lang);
    let title = match id {
        Some(id) => format!("{} {id} · {on}", lang.pick("Geval", "Case")),
        None => on,
    };
    let title = page.paint(Tone::Strong, &title);
    page.line(&title);
    page.paragraph(Tone::Plain, 2, &state(view, lang));
}

/// Whether the employee is sick, and for how long.
pub(crate) fn state(view: &View<'_>, lang: Lang) -> String {
    let first = dates::long(view.first_sick_day(), lang);
    let (day, week, year) = (view.counted_day(), view.week(), view.sick_year());
    let state = capital(view.state().kind().name(lang));
    let counted = match lang {
        Lang::Nl => format!("dag {day}, week {week}, ziektejaar {year}"),
        Lang::En => format!("day {day}, week {week}, sick year {year}"),
    };
    let since = lang.pick("eerste ziektedag", "first sick day");
    match view.state() {
        State::NotYetSick => format!("{state}: {since} {first}"),
        State::Recovered { relapse_joins_through } => {
            let through = dates::long(relapse_joins_through, lang);
            match lang {
                Lang::Nl => format!(
                    "{state} na {counted} ({since} {first}); opnieuw ziek t/m {through} telt door"
                ),
                Lang::En => format!(
                    "{state} after {counted} ({since} {first}); sick again until {through} \
                     continues this case"
                ),
            }
        }
        State::Closed => format!(
            "{state}: {} {counted} ({since} {first}); {}",
            lang.pick("hersteld na", "recovered after"),
            lang.pick("opnieuw ziek is een nieuw geval", "sick again is a new case")
        ),
        _ => format!("{state}: {counted} ({since} {first})"),
    }
}

/// A word at the start of a sentence.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn put_to_do(page: &mut Page, view: &View<'_>) {
    let lang = page.lang;
    let (list, more) = to_do(view);
    page.blank();
    let title = match list.first() {
        None => {
            page.line(lang.pick("Niets te doen", "Nothing to do"));
            return;
        }
        Some((obligation, status)) if is_urgent(obligation, *status) || status.is_actionable() => {
            lang.pick("Nu te doen", "To do now")
        }
        Some(_) => lang.pick("Eerstvolgend", "Comes next"),
    };
    let title = page.paint(Tone::Strong, title);
    page.line(&title);
    for (obligation, status) in list {
        let due = obligation.due().map(|due| format!(" ({})", dates::long(due, lang)));
        let late = matches!(status, Status::Overdue { .. });
        let advised = obligation
            .advised()
            .filter(|day| !late && Some(*day) != obligation.due() && *day >= view.on())
            .map(|day| format!(", {} {}", lang.pick("advies", "advised"), dates::long(day, lang)));
        let what = format!("  {}: ", obligation.name(lang));
        let when = format!(
            "{}{}{}",
            status.words(lang),
            due.unwrap_or_default(),
            advised.unwrap_or_default()
        );
        let line = page.paint(Tone::Strong, &what) + &page.paint(tone(status), &when);
        page.line(&line);
        page.paragraph(Tone::Faint, 4, &basis(obligation, lang));
    }
    if more > 0 {
        let text = match lang {
            Lang::Nl => format!("  en nog {more}, zie hieronder"),
            Lang::En => format!("  and {more} more, see below"),
        };
        page.line(&text);
    }
    let nothing_recorded = view.timeline().case().events().is_empty();
    if nothing_recorded && view.overdue() > 0 {
        let text = lang.pick(
            "Er is niets vastgelegd: wat al gedaan is, telt pas als het in een bestand staat \
             (timeline --help).",
            "Nothing is recorded: what was done counts once it stands in a case file \
             (timeline --help).",
        );
        page.paragraph(Tone::Faint, 2, text);
    }
}

/// Who acts, with whom, and the article; a practice is never dressed up as a statute.
fn basis(obligation: &Obligation, lang: Lang) -> String {
    let mut who = obligation.actor().name(lang).to_string();
    let with: Vec<&str> = obligation.with().iter().map(|actor| actor.name(lang)).collect();
    if !with.is_empty() {
        who += &format!(" {} {}", lang.pick("met", "with"), with.join(", "));
    }
    let citation = obligation.citation();
    let layer = obligation.due_layer();
    let source = match layer {
        Layer::Practice | Layer::Policy => format!(
            "{}; {} {citation}",
            match lang {
                Lang::Nl => format!("de dag is {}, geen wet", layer.name(lang)),
                Lang::En => format!("the day is {}, not law", layer.name(lang)),
            },
            lang.pick("zie", "see")
        ),
        _ => format!("{citation} ({}): \"{}\"", layer.name(lang), obligation.source().text),
    };
    format!("{who} · {source}")
}

pub(crate) fn put_notes(page: &mut Page, view: &View<'_>) {
    let notes = notes(view, page.lang);
    if !notes.is_empty() {
        page.blank();
    }
    for note in notes {
        page.paragraph(Tone::Plain, 2, &note);
    }
}

/// Earlier cases, remarks and events that did nothing.
pub(crate) fn notes(view: &View<'_>, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    for earlier in view.earlier_cases() {
        let first = dates::long(earlier.first_sick_day(), lang);
        let last = dates::long(earlier.last_sick_day(), lang);
        let counted = lang.days(earlier.counted_days());
        notes.push(match lang {
            Lang::Nl => format!("Eerder geval, gesloten: {first} t/m {last} ({counted})"),
            Lang::En => format!("Earlier case, closed: {first} to {last} ({counted})"),
        });
    }
    for remark in view.remarks() {
        notes.push(format!("{}: {}", lang.pick("Let op", "Note"), remark.words(lang)));
    }
    for unused in view.unused() {
        notes.push(format!(
            "{}: {}, {}: {}",
            lang.pick("Zonder gevolg", "Changes nothing"),
            unused.event().kind().words(lang),
            dates::long(unused.on(), lang),
            unused.reason().name(lang)
        ));
    }
    let later =
        view.timeline().case().events().iter().filter(|event| event.on() > view.on()).count();
    let on = dates::long(view.on(), lang);
    match (later, lang) {
        (0, _) => {}
        (1, Lang::Nl) => notes.push(format!("1 gebeurtenis na {on} telt hier niet mee")),
        (n, Lang::Nl) => notes.push(format!("{n} gebeurtenissen na {on} tellen hier niet mee")),
        (1, Lang::En) => notes.push(format!("1 event after {on} is left out here")),
        (n, Lang::En) => notes.push(format!("{n} events after {on} are left out here")),
    }
    notes
}
