//! How the words are read: the sentences around the readings of the law table.

use super::say::date;
use crate::day::Day;
use crate::explain::steps::{Reading, ReadingKind};
use crate::lang::Lang;
use crate::law::Layer;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn reading(reading: &Reading, lang: Lang) -> String {
    let words = reading.words.in_lang(lang);
    let day = reading.day.map(|day| date(day, lang)).unwrap_or_default();
    let due = date(reading.due, lang);
    let text = match (reading.kind, lang) {
        (ReadingKind::Due, _) => words.to_string(),
        (ReadingKind::Opens, Lang::Nl) => format!("Beginnen kan vanaf {day}. {words}"),
        (ReadingKind::Opens, Lang::En) => format!("It can be started from {day}. {words}"),
        (ReadingKind::Stricter { advised }, lang) => stricter(words, &day, reading, advised, lang),
        (ReadingKind::Alternative, Lang::Nl) => {
            format!("Op een andere grond is {day} de laatste dag. {words}")
        }
        (ReadingKind::Alternative, Lang::En) => {
            format!("On another ground {day} is the last day. {words}")
        }
        (ReadingKind::WorkingDay, Lang::Nl) => {
            format!("Plan het op {day}. Dat is de laatste werkdag die op tijd is.")
        }
        (ReadingKind::WorkingDay, Lang::En) => {
            format!("Plan it on {day}. That is the last working day that is in time.")
        }
        (ReadingKind::Tolerated, Lang::Nl) => match reading.layer {
            Layer::Act | Layer::OrderInCouncil => {
                format!("De wet laat hier ook een latere dag toe: {day}. {words}")
            }
            Layer::MinisterialRegulation => format!(
                "Een ruimere lezing geeft {day}. {words} Reken daar niet op: wie {due} aanhoudt, is \
                 in elke lezing op tijd."
            ),
            Layer::Policy => format!(
                "Het UWV noemt zelf een latere dag: {day}. {words} In de wet staat die dag niet. Reken \
                 dus op {due}."
            ),
            Layer::Practice => format!(
                "In de praktijk wordt het ook op {day} nog geaccepteerd. {words} Zeker is dat niet. \
                 Reken dus op {due}."
            ),
        },
        (ReadingKind::Tolerated, Lang::En) => match reading.layer {
            Layer::Act | Layer::OrderInCouncil => {
                format!("The act also allows a later day here: {day}. {words}")
            }
            Layer::MinisterialRegulation => format!(
                "A wider reading gives {day}. {words} Do not count on it: who keeps to {due} is in \
                 time in every reading."
            ),
            Layer::Policy => format!(
                "The UWV itself names a later day: {day}. {words} That day does not stand in the act. \
                 So count on {due}."
            ),
            Layer::Practice => format!(
                "In practice it is accepted on {day} too. {words} That is not certain. So count on \
                 {due}."
            ),
        },
    };
    text.trim_end().to_string()
}

/// A stricter reading, why it is not the due day, and the day to plan on.
fn stricter(words: &str, day: &str, reading: &Reading, advised: Option<Day>, lang: Lang) -> String {
    let due = date(reading.due, lang);
    let gives = match lang {
        Lang::Nl => format!("Er is een strengere lezing. {words} Dan is {day} de laatste dag."),
        Lang::En => {
            format!("There is a stricter reading. {words} Then {day} is the last day.")
        }
    };
    // Where the due day itself is in the law, the stricter one is weaker.
    let is_weaker = reading.due_layer < Layer::Policy;
    let weaker = match reading.layer {
        Layer::Policy if is_weaker => {
            lang.pick("Dat is beleid van het UWV, geen wet.", "That is policy of the UWV, not law.")
        }
        Layer::Practice if is_weaker => {
            lang.pick("Dat is praktijk, geen wet.", "That is practice, not law.")
        }
        _ => "",
    };
    let late = match lang {
        Lang::Nl => format!("Te laat is het pas na {due}."),
        Lang::En => format!("It is late only after {due}."),
    };
    let plan = advised.map(|advised| {
        let plan = date(advised, lang);
        // An advice after the strict day: before it there was nothing that could be started.
        let too_early = reading.day.is_some_and(|strict| advised > strict);
        match (lang, too_early, reading.day == Some(advised)) {
            (Lang::Nl, true, _) => {
                format!(
                    "Op de strengere dag kon dit nog niet. Plan het zo vroeg als het kan: {plan}."
                )
            }
            (Lang::En, true, _) => format!(
                "On the stricter day this could not be done yet. Plan it as early as it can be \
                 done: {plan}."
            ),
            (Lang::Nl, _, true) => format!("Plan het voor de zekerheid op {plan}."),
            (Lang::En, _, true) => format!("To be safe, plan it on {plan}."),
            (Lang::Nl, ..) => {
                format!("Plan het voor de zekerheid op de laatste werkdag ervoor: {plan}.")
            }
            (Lang::En, ..) => {
                format!("To be safe, plan it on the last working day before it: {plan}.")
            }
        }
    });
    let sentences = [gives.as_str(), weaker, &late, plan.as_deref().unwrap_or_default()];
    let said = sentences.into_iter().filter(|sentence| !sentence.is_empty());
    said.collect::<Vec<_>>().join(" ")
}
