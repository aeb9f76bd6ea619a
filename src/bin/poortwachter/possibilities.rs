//! What somebody may do until a day.

use crate::page::{Page, Tone};
use poortwachter::text::{self, phrases};
use poortwachter::timeline::{PossibilityState, PossibilityWindow};
use poortwachter::{Lang, View};

/// Half a year: what opens later than this can wait.
const FAR_DAYS: i32 = 26 * 7;

/// The ones that can be used, or soon; with `all` also those that are over.
pub(crate) fn put(page: &mut Page, view: &View<'_>, all: bool) {
    let lang = page.lang;
    let is_shown = |window: &PossibilityWindow| match window.state() {
        PossibilityState::Open => true,
        PossibilityState::NotYetOpen => all || window.opens().days_since(view.on()) <= FAR_DAYS,
        _ => all,
    };
    let shown: Vec<PossibilityWindow> = view.possibilities().into_iter().filter(is_shown).collect();
    if shown.is_empty() {
        return;
    }
    page.blank();
    let title = lang.pick(
        "Mogelijkheden (geen verplichting, nooit te laat)",
        "Possibilities (no duty, never overdue)",
    );
    let title = page.paint(Tone::Strong, title);
    page.line(&title);
    let widest = shown.iter().map(|window| window.name(lang).chars().count()).max().unwrap_or(0);
    for window in &shown {
        let tone = match window.state() {
            PossibilityState::Open => Tone::Plain,
            _ => Tone::Faint,
        };
        let name = window.name(lang);
        page.entry(tone, 2, (&name, widest), &words(window, lang));
    }
}

/// From when, until when, for whom, against what, and how it stands.
pub(crate) fn words(window: &PossibilityWindow, lang: Lang) -> String {
    let date = |day| lang.date_with_weekday(day);
    let mut parts = Vec::new();
    let from = format!("{} {}", phrases::FROM.in_lang(lang), date(window.opens()));
    parts.push(match window.until() {
        Some(until) => {
            let word = phrases::UNTIL.in_lang(lang);
            format!("{from} {word} {}{}", date(until), text::mark(until))
        }
        None => from,
    });
    if let Some(tolerated) = window.tolerated() {
        let by_post = lang.pick("per post aangekomen tot en met", "by post received until");
        parts.push(format!("{by_post} {}", date(tolerated)));
    }
    let who: Vec<&str> = window.who().iter().map(|actor| actor.name(lang)).collect();
    parts.push(who.join(", "));
    if let Some((event, day)) = window.against() {
        parts.push(format!("{} ({})", event.name(lang), date(day)));
    }
    parts.push(match (window.state(), window.taken(), window.ended()) {
        (PossibilityState::Taken, Some(taken), _) => {
            format!("{} {}", window.state().name(lang), date(taken))
        }
        (PossibilityState::Lapsed, _, Some(ended)) => {
            format!("{} {}", window.state().name(lang), date(ended))
        }
        (state, ..) => state.name(lang).to_string(),
    });
    let citation = window.source().citation.to_string();
    parts.push(match window.layer().is_law() {
        true => citation,
        false => window.layer().basis(&citation, lang),
    });
    parts.join("; ")
}
