//! What stands above the table: the case, what to do next, the milestones, the remarks.

use crate::page::{Page, Tone, strip_control_chars};
use crate::rows::{is_urgent, to_do, tone};
use crate::{milestones, possibilities};
use poortwachter::text::{OPEN_QUESTIONS, capital, headings, phrases};
use poortwachter::timeline::OpenQuestion;
use poortwachter::{Lang, Obligation, State, Status, Text, View};

pub(crate) fn put(page: &mut Page, view: &View<'_>, questions: &[OpenQuestion], all: bool) {
    put_case(page, view);
    put_questions(page, view, questions);
    put_to_do(page, view, questions);
    milestones::put(page, view, questions, all);
    possibilities::put(page, view, all);
    if let Some(missed) = view.missed_words(page.lang) {
        page.blank();
        page.paragraph(Tone::Faint, 2, &missed);
    }
    put_notes(page, view);
}

/// What nobody recorded and would move a date, with the dates under each answer.
pub(crate) fn put_questions(page: &mut Page, view: &View<'_>, questions: &[OpenQuestion]) {
    if questions.is_empty() {
        return;
    }
    let lang = page.lang;
    page.blank();
    let title = page.paint(Tone::Strong, OPEN_QUESTIONS.in_lang(lang));
    page.line(&title);
    for question in questions {
        page.paragraph(Tone::Soon, 2, &question.sentence(lang));
        for answer in question.answers() {
            let name = question.answer_in_words(answer, view.on(), lang);
            let dates = question.dates_in_words(answer, lang);
            page.entry(Tone::Plain, 4, ("-", 1), &format!("{name}: {dates}"));
        }
        if let Some(note) = question.note(lang) {
            page.paragraph(Tone::Faint, 4, note);
        }
    }
}

fn put_case(page: &mut Page, view: &View<'_>) {
    let lang = page.lang;
    let id = view.timeline().case().id().map(strip_control_chars);
    let on = lang.date_with_weekday(view.on());
    let title = match id {
        Some(id) => format!("{} {id} · {on}", headings::CASE.in_lang(lang)),
        None => on,
    };
    let title = page.paint(Tone::Strong, &title);
    page.line(&title);
    page.paragraph(Tone::Plain, 2, &state(view, lang));
}

/// Whether the employee is sick and for how long, and how many days of maternity leave are left out.
pub(crate) fn state(view: &View<'_>, lang: Lang) -> String {
    let state = state_alone(view, lang);
    match view.leave_words(lang) {
        Some(leave) => format!("{state}; {leave}"),
        None => state,
    }
}

fn state_alone(view: &View<'_>, lang: Lang) -> String {
    let first = lang.date_with_weekday(view.first_sick_day());
    let state = capital(view.state().kind().name(lang));
    let counted = view.counted_words(lang);
    let since = phrases::FIRST_SICK_DAY.in_lang(lang);
    match view.state() {
        State::NotYetSick => format!("{state}: {since} {first}"),
        State::Recovered { relapse_joins_through } => {
            let through = lang.date_with_weekday(relapse_joins_through);
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
        State::Ended { reason, last_day } => format!(
            "{state} {} {}: {}, {} {counted} ({since} {first})",
            lang.pick("op", "on"),
            lang.date_with_weekday(last_day),
            reason.name(lang),
            phrases::AFTER.in_lang(lang),
        ),
        _ => format!("{state}: {counted} ({since} {first})"),
    }
}

fn put_to_do(page: &mut Page, view: &View<'_>, questions: &[OpenQuestion]) {
    let lang = page.lang;
    let (list, more) = to_do(view, questions);
    if list.is_empty() && !questions.is_empty() {
        // What comes next depends on the answers.
        return;
    }
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
        let due = obligation.due().map(|due| format!(" ({})", lang.date_with_weekday(due)));
        let late = matches!(status, Status::Overdue { .. });
        let advised = obligation
            .advised()
            .filter(|day| !late && Some(*day) != obligation.due() && *day >= view.on())
            .map(|day| {
                format!(", {} {}", phrases::ADVISED.in_lang(lang), lang.date_with_weekday(day))
            });
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
    if view.timeline().case().events().is_empty() && view.overdue() > 0 {
        let file = Text::new("een bestand", "a case file");
        page.paragraph(Tone::Faint, 2, &nothing_recorded(file, lang));
    }
}

/// That nothing at all is recorded in `file`.
pub(crate) fn nothing_recorded(file: Text, lang: Lang) -> String {
    let file = file.in_lang(lang);
    match lang {
        Lang::Nl => format!(
            "Er is niets vastgelegd: wat al gedaan is, telt pas als het in {file} staat (timeline \
             --help)."
        ),
        Lang::En => format!(
            "Nothing is recorded: what was done counts once it stands in {file} (timeline --help)."
        ),
    }
}

/// Who acts, with whom, and the article; a practice is never dressed up as a statute.
fn basis(obligation: &Obligation, lang: Lang) -> String {
    let citation = obligation.citation().to_string();
    let layer = obligation.due_layer();
    let basis = layer.basis(&citation, lang);
    let source = match layer.is_law() {
        true => format!("{basis}: \"{}\"", obligation.source().text),
        false => format!("{} {basis}", lang.pick("de dag is", "the day is")),
    };
    format!("{} · {source}", obligation.who(lang))
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
        let first = lang.date_with_weekday(earlier.first_sick_day());
        let last = lang.date_with_weekday(earlier.last_sick_day());
        let counted = lang.days(earlier.counted_days());
        let (earlier, to) = (phrases::EARLIER_CASE.in_lang(lang), phrases::THROUGH.in_lang(lang));
        notes.push(format!("{earlier}: {first} {to} {last} ({counted})"));
    }
    notes.extend(view.not_recorded_words(lang));
    for remark in view.remarks() {
        notes.push(format!("{}: {}", lang.pick("Let op", "Note"), remark.words(lang)));
    }
    for unused in view.unused() {
        notes.push(format!(
            "{}: {}, {}: {}",
            lang.pick("Zonder gevolg", "Changes nothing"),
            unused.event().kind().words(lang),
            lang.date_with_weekday(unused.on()),
            unused.reason().name(lang)
        ));
    }
    let later =
        view.timeline().case().events().iter().filter(|event| event.on() > view.on()).count();
    let on = lang.date_with_weekday(view.on());
    match (later, lang) {
        (0, _) => {}
        (1, Lang::Nl) => notes.push(format!("1 gebeurtenis na {on} telt hier niet mee")),
        (n, Lang::Nl) => notes.push(format!("{n} gebeurtenissen na {on} tellen hier niet mee")),
        (1, Lang::En) => notes.push(format!("1 event after {on} is left out here")),
        (n, Lang::En) => notes.push(format!("{n} events after {on} are left out here")),
    }
    notes
}
