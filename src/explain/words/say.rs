//! Days, numbers and places in the law, as they are said.

use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Actor, Citation, Duty};
use alloc::format;
use alloc::string::{String, ToString};

/// `maandag 16 februari 2026`, `Monday 16 February 2026`.
pub(super) fn date(day: Day, lang: Lang) -> String {
    lang.long_date_with_weekday(day)
}

/// Words between quotation marks.
pub(super) fn quote(words: &str) -> String {
    format!("\"{}\"", words.strip_suffix('.').unwrap_or(words))
}

/// A place in the law, in full: `artikel 4, lid 2, onderdeel b, van de Regeling …`.
pub(super) fn cite(citation: Citation, lang: Lang) -> String {
    let name = citation.instrument.name;
    if let Some(page) = name.strip_prefix("UWV, ") {
        return match lang {
            Lang::Nl => format!("de pagina \"{page}\" van het UWV"),
            Lang::En => format!("the page \"{page}\" of the UWV"),
        };
    }
    if let Some(guide) = name.strip_suffix(" (UWV)") {
        return match lang {
            Lang::Nl => format!("de {guide} van het UWV"),
            Lang::En => format!("the {guide} of the UWV"),
        };
    }
    let whole = match lang {
        Lang::Nl if name.starts_with("Burgerlijk") => format!("het {name}"),
        Lang::Nl if citation.instrument.bwb.is_empty() => name.to_string(),
        Lang::Nl => format!("de {name}"),
        Lang::En => name.to_string(),
    };
    let place = match (citation.article, lang) {
        ("", _) => return whole,
        ("Bijlage", Lang::Nl) => "de bijlage".to_string(),
        ("Bijlage", Lang::En) => "the annex".to_string(),
        (article, Lang::Nl) => format!("artikel {article}"),
        (article, Lang::En) => format!("article {article}"),
    };
    let paragraph = paragraph(citation, lang);
    let of = match lang {
        Lang::Nl if paragraph.is_empty() => " van",
        Lang::Nl => ", van",
        Lang::En if paragraph.is_empty() => " of the",
        Lang::En => ", of the",
    };
    format!("{place}{paragraph}{of} {whole}")
}

/// `, lid 2, onderdeel b`.
fn paragraph(citation: Citation, lang: Lang) -> String {
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let (number, part) = match citation.paragraph.split_once('(') {
        Some((number, part)) => (number, part.trim_end_matches(')')),
        None if citation.article == "Bijlage" || !is_number(citation.paragraph) => {
            ("", citation.paragraph)
        }
        None => (citation.paragraph, ""),
    };
    let mut text = String::new();
    if !number.is_empty() {
        text += &format!(", {} {number}", lang.pick("lid", "paragraph"));
    }
    if !part.is_empty() {
        text += &format!(", {} {part}", lang.pick("onderdeel", "part"));
    }
    text
}

/// Who, with the article: `de werkgever`, `the employer`, `het UWV`.
pub(super) fn who(actor: Actor, lang: Lang) -> String {
    match (actor, lang) {
        (Actor::Uwv, Lang::Nl) => "het UWV".to_string(),
        (_, Lang::Nl) => format!("de {}", actor.name(lang)),
        (_, Lang::En) => format!("the {}", actor.name(lang)),
    }
}

/// A duty with its article: `de probleemanalyse`, `het plan van aanpak`, `the problem analysis`.
pub(super) fn the_duty(duty: Duty, number: u16, lang: Lang) -> String {
    let rule = duty.rule();
    let name = small(&rule.numbered(number, lang));
    match lang {
        _ if rule.is_series() => name,
        Lang::Nl => rule.the_nl.to_string(),
        Lang::En => format!("the {name}"),
    }
}

/// A name inside a sentence; an abbreviation keeps its capitals.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(_), Some(second)) if second.is_uppercase() => name.to_string(),
        (Some(first), _) => first.to_lowercase().chain(name.chars().skip(1)).collect(),
        _ => String::new(),
    }
}

/// `a`, `a en b`, `a, b en c`.
pub(super) fn list(items: &[String], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {} {last}", all.join(", "), lang.pick("en", "and")),
    }
}
