//! The words of an entry. What is written for [`Titles::Neutral`] must not tell that somebody is
//! sick; a test looks for the words that would.

use super::entries::{Entry, State};
use super::{Kind, Options, Titles};
use crate::lang::Lang;
use crate::law::Actor;
use crate::text::{headings, phrases, sentence_in_a_calendar};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What stands before the title of an entry that needs nothing any more.
pub(super) struct Marks;

impl Marks {
    const DONE: [&'static str; 2] = ["Gedaan: ", "Done: "];
    const CANCELLED: [&'static str; 2] = ["Vervallen: ", "Cancelled: "];
    const ON_HOLD: [&'static str; 2] = ["Opgeschort: ", "On hold: "];
    const NO_DAY: [&'static str; 2] = ["Geen vaste dag: ", "No fixed day: "];

    fn of(state: State, kind: Kind) -> [&'static str; 2] {
        match state {
            // A to-do has a status of its own for it.
            State::Done(_) if kind == Kind::Events => Self::DONE,
            State::NoDay(_) => Self::NO_DAY,
            State::OnHold => Self::ON_HOLD,
            State::Cancelled(_) => Self::CANCELLED,
            _ => ["", ""],
        }
    }

    /// The title of an entry that is gone.
    pub(super) fn cancel(title: &str, lang: Lang) -> String {
        let marks = [Self::DONE, Self::CANCELLED, Self::ON_HOLD, Self::NO_DAY];
        let bare = marks.iter().flatten().find_map(|mark| title.strip_prefix(mark));
        pick(lang, Self::CANCELLED).to_string() + bare.unwrap_or(title)
    }
}

fn pick(lang: Lang, [nl, en]: [&'static str; 2]) -> &'static str {
    lang.pick(nl, en)
}

/// The title without a mark.
fn bare_title(entry: &Entry<'_>, options: &Options) -> String {
    let lang = options.lang;
    let title = match (options.titles, entry.is_target()) {
        (Titles::Duty, _) => duty_title(entry, lang),
        (Titles::Neutral, true) => lang.pick("Streefdatum dossier", "File target date").to_string(),
        (Titles::Neutral, false) => lang.pick("Termijn dossier", "File deadline").to_string(),
    };
    match entry.shown_id(options) {
        Some(id) => format!("{title} ({id})"),
        None => title,
    }
}

/// Its name, and who acts where that is not the employer: one can only wait for the UWV.
fn duty_title(entry: &Entry<'_>, lang: Lang) -> String {
    let name = entry.obligation.name(lang);
    match entry.obligation.actor() {
        Actor::Employer => name,
        other => format!("{name}, {}", other.name(lang)),
    }
}

/// The title.
pub(super) fn title(entry: &Entry<'_>, options: &Options) -> String {
    let mark = pick(options.lang, Marks::of(entry.state, options.kind));
    mark.to_string() + &bare_title(entry, options)
}

/// What an alarm says, `days` before the day.
pub(super) fn alarm(entry: &Entry<'_>, days: u64, is_advised: bool, options: &Options) -> String {
    let lang = options.lang;
    let when = match (is_advised, days, lang) {
        (true, _, _) => lang.pick("adviesdag", "advised day").to_string(),
        (false, 0, _) => phrases::TODAY.in_lang(lang).to_string(),
        (false, 1, _) => lang.pick("morgen", "tomorrow").to_string(),
        (false, days, Lang::Nl) => format!("over {days} dagen"),
        (false, days, Lang::En) => format!("in {days} days"),
    };
    format!("{}: {when}", bare_title(entry, options))
}

/// The description, one thing a line.
pub(super) fn description(entry: &Entry<'_>, options: &Options) -> String {
    let lang = options.lang;
    let mut lines = Vec::new();
    lines.extend(how_it_stands(entry, options));
    if entry.is_alive() || matches!(entry.state, State::Done(_)) {
        days(&mut lines, entry, lang);
    }
    if options.titles == Titles::Duty {
        lines.push(who(entry, lang));
        lines.push(basis(entry, lang));
    }
    if entry.is_alive() && entry.obligation.is_beyond_checked_law() {
        lines.push(sentence_in_a_calendar(lang));
    }
    lines.join("\n")
}

fn how_it_stands(entry: &Entry<'_>, options: &Options) -> Option<String> {
    let lang = options.lang;
    let is_told = options.titles == Titles::Duty;
    let because = |text: &str, why: Option<&str>| match why.filter(|_| is_told) {
        Some(why) => format!("{text}: {why}."),
        None => format!("{text}."),
    };
    Some(match entry.state {
        State::Open => return None,
        State::Planned => lang
            .pick(
                "Gepland: de dag hangt af van een eerdere stap.",
                "Planned: the day depends on an earlier step.",
            )
            .to_string(),
        State::Uncertain(norm) => because(
            lang.pick("Onzeker of dit geldt", "Not certain that this applies"),
            Some(norm.name(lang)),
        ),
        State::NoDay(norm) => because(
            lang.pick("Geen vaste dag, zie het dossier", "No fixed day, see the file"),
            norm.map(|norm| norm.name(lang)),
        ),
        State::Done(met) => {
            format!("{}{}.", lang.pick("Gedaan op ", "Done on "), lang.date_in_digits(met))
        }
        State::OnHold => {
            because(
                lang.pick("Opgeschort, er is nu geen dag", "On hold, there is no day now"),
                Some(lang.pick(
                    "hersteld; opnieuw ziek zet het voort",
                    "recovered; a relapse revives it",
                )),
            )
        }
        State::Cancelled(reason) => because(gone(lang), reason.map(|reason| reason.name(lang))),
    })
}

/// What is said of an entry that is gone.
pub(super) const fn gone(lang: Lang) -> &'static str {
    lang.pick("Niet meer aan de orde", "No longer applies")
}

/// Due, advised and accepted, each on its own line and never one for the other.
fn days(lines: &mut Vec<String>, entry: &Entry<'_>, lang: Lang) {
    let obligation = &entry.obligation;
    let mut line = |nl: &str, en: &str, text: String| {
        lines.push(format!("{}: {text}", lang.pick(nl, en)));
    };
    if let Some(due) = obligation.due() {
        let layer = obligation.due_layer().name(lang);
        let due = lang.date_in_digits(due);
        if entry.is_target() {
            let no_statute = lang.pick("geen wettelijke termijn", "no statute names this day");
            line("Streefdatum", "Target date", format!("{due} ({layer}: {no_statute})"));
        } else {
            line("Uiterste dag", "Due", format!("{due} ({layer})"));
        }
    }
    if let Some(original) = obligation.original_due() {
        line("Afgesproken in plaats van", "Agreed instead of", lang.date_in_digits(original));
    }
    if !entry.is_alive() {
        return;
    }
    if let Some(advised) = obligation.advised().filter(|day| Some(*day) != obligation.due()) {
        line("Adviesdag", "Advised", lang.date_in_digits(advised));
    }
    if let Some(tolerated) = obligation.tolerated() {
        line("Nog geaccepteerd tot en met", "Accepted up to", lang.date_in_digits(tolerated));
    }
}

fn who(entry: &Entry<'_>, lang: Lang) -> String {
    format!("{}: {}", headings::WHO.in_lang(lang), entry.obligation.who(lang))
}

/// The article with its words; of a policy or a practice only where to look.
fn basis(entry: &Entry<'_>, lang: Lang) -> String {
    let source = entry.obligation.source();
    let basis = headings::BASIS.in_lang(lang);
    match entry.obligation.due_layer().is_law() {
        true => format!("{basis}: {}: \"{}\"", source.citation, source.text),
        false => format!("{basis}: {} {}", phrases::SEE.in_lang(lang), source.citation),
    }
}
