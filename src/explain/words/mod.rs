//! The text of every step, in plain Dutch (level B1) and plain English: short sentences that can be
//! read aloud.

mod changes;
mod counting;
mod readings;
mod say;
mod status;
mod sums;
mod weekend;

use super::steps::{Answer, Part, Step, Subject};
use crate::lang::Lang;
use crate::law::{Layer, Source, Window};
use crate::text::{capital, phrases};
use crate::timeline::Status;
use alloc::format;
use alloc::string::{String, ToString};
use say::{cite, date, quote};

impl Part {
    /// Its heading; the answer has none.
    #[must_use]
    pub const fn heading(self, lang: Lang) -> &'static str {
        match self {
            Part::Answer => "",
            other => other.name(lang),
        }
    }
}

impl Step {
    /// The step in words: one or more sentences.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Step::Answer(answer) => status::sentences(answer, lang),
            Step::Earlier { case, interruption, leave, first, separates, source } => {
                let (interruption, leave, separates) = (*interruption, *leave, *separates);
                let between = counting::Between { interruption, leave, separates };
                counting::earlier(case, &between, *first, *source, lang)
            }
            Step::OtherJoining { outside_leave, first, source } => {
                counting::other_joining(*outside_leave, *first, *source, lang)
            }
            Step::FirstSickDay { day, clock } => counting::first_sick_day(*day, *clock, lang),
            Step::LeftOut(left) => counting::left_out(left, lang),
            Step::WhyLeftOut { why, separates, source } => {
                counting::why_left_out(*why, *separates, *source, lang)
            }
            Step::NothingLeftOut { .. } => lang
                .pick("Daarna is geen dag overgeslagen.", "After that no day was left out.")
                .to_string(),
            Step::Words { source, layer, duty_layer, paraphrase } => {
                let mut text = rule(*source, *layer, *duty_layer, lang);
                // Whoever does not read Dutch needs to know what the words say.
                if let (Lang::En, Some((term, from))) = (lang, paraphrase) {
                    text += &format!(
                        " In our own words: {} (from: {}).",
                        term.words(lang),
                        from.words(lang)
                    );
                }
                text
            }
            Step::Version { window } => version(window, lang),
            Step::BeyondCheckedLaw { law_as_of } => {
                let day = lang.long_date(*law_as_of);
                match lang {
                    Lang::Nl => format!(
                        "De som gebruikt de wet zoals die gold op {day}. De uitkomst ligt later. Tot \
                         die tijd kan de wet nog veranderen."
                    ),
                    Lang::En => format!(
                        "The sum uses the law as it stood on {day}. The outcome lies later. Until \
                         then the law may still change."
                    ),
                }
            }
            Step::Sum(sum) => sums::sum(sum, lang),
            Step::Prolonged(prolonged) => sums::prolonged(prolonged, lang),
            Step::Agreed { original, until, reason, source } => {
                sums::agreed(*original, *until, *reason, *source, lang)
            }
            Step::Extended { from, to, source } => weekend::extended(*from, *to, *source, lang),
            Step::NotExtended { day, why } => weekend::not_extended(*day, *why, lang),
            Step::Reading(reading) => readings::reading(reading, lang),
            Step::Change(change) => changes::change(*change, lang),
        }
    }
}

/// The name and the day, or how it stands.
pub(super) fn title(answer: &Answer, lang: Lang) -> String {
    let name = lang.pick(&answer.name_nl, &answer.name_en);
    match (answer.day, answer.subject) {
        (Some(day), Subject::Duty(..)) if is_planned(answer) => {
            let planned = lang.pick("voorlopig uiterlijk", "for now due by");
            format!("{name}: {planned} {}", date(day, lang))
        }
        (Some(day), Subject::Duty(..)) => {
            format!("{name}: {} {}", phrases::DUE_BY.in_lang(lang), date(day, lang))
        }
        (Some(day), Subject::Possibility(..)) => {
            let word = match answer.opens == answer.day {
                true => phrases::FROM,
                false => phrases::UNTIL,
            };
            format!("{name}: {} {}", word.in_lang(lang), date(day, lang))
        }
        (Some(day), Subject::Milestone(_)) => format!("{name}: {}", date(day, lang)),
        (None, _) => {
            let stands = answer.status.map_or("", |status| status::short(status, lang));
            format!("{name}: {stands}")
        }
    }
}

fn is_planned(answer: &Answer) -> bool {
    matches!(answer.status, Some(Status::WaitingFor(_)))
}

/// Where it stands, the words, and how strong they are. A practice is never dressed up as a statute.
fn rule(source: Source, layer: Layer, duty_layer: Layer, lang: Lang) -> String {
    let (place, words) = (cite(source.citation, lang), quote(source.text));
    let mut text = match lang {
        Lang::Nl => format!("{}: {words}.", capital(&place)),
        Lang::En => format!("{} says, in Dutch: {words}.", capital(&place)),
    };
    text += match layer {
        Layer::Act => lang.pick(" Dit is een wet.", " This is an act of parliament."),
        Layer::OrderInCouncil => lang.pick(
            " Dit is een besluit van de regering bij een wet.",
            " This is an order in council.",
        ),
        Layer::MinisterialRegulation => lang.pick(
            " Dit is een regeling van de minister. Iedereen moet zich daaraan houden.",
            " This is a regulation of the minister. It binds everybody.",
        ),
        Layer::Policy => lang.pick(
            " Geen wet noemt deze dag: het is beleid van het UWV.",
            " No statute names this day: it is policy of the UWV.",
        ),
        Layer::Practice => lang.pick(
            " Geen wet noemt deze dag: hij komt uit de praktijk.",
            " No statute names this day: it comes from practice.",
        ),
    };
    // The duty may be stronger than its day.
    if layer >= Layer::Policy && duty_layer < Layer::Policy {
        text += match duty_layer {
            Layer::Act | Layer::OrderInCouncil => {
                lang.pick(" De plicht zelf staat wel in de wet.", " The duty itself is in an act.")
            }
            _ => lang.pick(
                " De plicht zelf staat wel in een regeling van de minister.",
                " The duty itself is in a regulation of the minister.",
            ),
        };
    }
    text
}

/// The wording of a window of time.
fn version(window: &Window, lang: Lang) -> String {
    let day = |day: crate::day::Day| lang.long_date(day);
    match (window.from, window.until, lang) {
        (None, None, _) => String::new(),
        (_, Some(until), Lang::Nl) => {
            format!(
                "Zo luidde de regel tot en met {}. Voor dit geval geldt die oude regel.",
                day(until)
            )
        }
        (_, Some(until), Lang::En) => {
            format!("So the rule read until {}. For this case that old rule holds.", day(until))
        }
        (Some(from), None, Lang::Nl) => format!("Zo luidt de regel sinds {}.", day(from)),
        (Some(from), None, Lang::En) => format!("So the rule reads since {}.", day(from)),
    }
}
