//! What was counted and what was left out.

use super::say::{cite, date};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{ClockKind, Source, wia};
use crate::timeline::EarlierCase;
use crate::timeline::{Left, LeftOut};
use alloc::format;
use alloc::string::String;

pub(super) fn first_sick_day(day: Day, clock: ClockKind, lang: Lang) -> String {
    let day = date(day, lang);
    match (clock, lang) {
        (ClockKind::DismissalBan, Lang::Nl) => {
            format!("Dag 1 voor het opzegverbod is de eerste ziektedag die meetelt: {day}.")
        }
        (ClockKind::DismissalBan, Lang::En) => {
            format!("Day 1 for the dismissal ban is the first sick day that counts: {day}.")
        }
        (_, Lang::Nl) => format!("Dag 1 is de eerste ziektedag: {day}."),
        (_, Lang::En) => format!("Day 1 is the first sick day: {day}."),
    }
}

/// What lies between two cases.
pub(super) struct Between {
    pub(super) interruption: u32,
    pub(super) leave: u32,
    pub(super) separates: u32,
}

pub(super) fn earlier(
    case: &EarlierCase,
    between: &Between,
    first: Day,
    source: Source,
    lang: Lang,
) -> String {
    let (from, last) = (case.first_sick_day(), case.last_sick_day());
    let period = match (from == last, lang) {
        (true, Lang::Nl) => format!("op {}", date(from, lang)),
        (true, Lang::En) => format!("on {}", date(from, lang)),
        (false, Lang::Nl) => format!("van {} tot en met {}", date(from, lang), date(last, lang)),
        (false, Lang::En) => format!("from {} to {}", date(from, lang), date(last, lang)),
    };
    let (first, place) = (date(first, lang), cite(source.citation, lang));
    let Between { interruption, leave, separates } = *between;
    let (days, on_leave) = (lang.days(interruption), lang.days(leave));
    match (leave, lang) {
        (0, Lang::Nl) => format!(
            "Er was eerder een ziekte, {period}. Daarna volgden {days} van herstel. Dat zijn {separates} \
             dagen of meer. Daarom tellen de oude ziektedagen niet mee: op {first} begon een nieuw \
             geval ({place})."
        ),
        (0, Lang::En) => format!(
            "There was an earlier sickness, {period}. {days} of recovery followed. That is {separates} \
             days or more. So the old sick days do not count: a new case began on {first} ({place})."
        ),
        (leave, Lang::Nl) if leave < interruption => format!(
            "Er was eerder een ziekte, {period}. Daarna volgden {days} zonder ziekte, {on_leave} verlof \
             meegeteld. Dat zijn {separates} dagen of meer, en de ziekte sloot niet aan beide kanten direct \
             op het verlof aan. Daarom tellen de oude ziektedagen niet mee: op {first} begon een nieuw \
             geval ({place})."
        ),
        (leave, Lang::En) if leave < interruption => format!(
            "There was an earlier sickness, {period}. {days} without sickness followed, {on_leave} of \
             leave included. That is {separates} days or more, and the sickness did not directly precede \
             and directly follow the leave. So the old sick days do not count: a new case began on {first} \
             ({place})."
        ),
        (_, Lang::Nl) => format!(
            "Er was eerder een ziekte, {period}. Daarna volgde verlof. Vastgelegd is dat de ziekte \
             daarna niet bij de oude ziekte hoort. Daarom begon op {first} een nieuw geval."
        ),
        (_, Lang::En) => format!(
            "There was an earlier sickness, {period}. Leave followed. It is recorded that the \
             sickness after it does not belong to the old one. So a new case began on {first}."
        ),
    }
}

/// The reading by which leave is left out of the four weeks.
pub(super) fn other_joining(outside_leave: u32, first: Day, source: Source, lang: Lang) -> String {
    let (days, first) = (lang.days(outside_leave), date(first, lang));
    let place = cite(source.citation, lang);
    match lang {
        Lang::Nl => format!(
            "Omstreden: een pagina uit 2022 laat verlof buiten de vier weken ({place}). Dan was de \
             onderbreking {days} en was dag 1 {first}. De zin die dat zei, is op 1 september 2005 uit de \
             wet gehaald."
        ),
        Lang::En => format!(
            "Contested: a page of 2022 leaves leave out of the four weeks ({place}). By it the \
             interruption was {days} and day 1 was {first}. The sentence that said so was taken out of \
             the act on 1 September 2005."
        ),
    }
}

/// A run of days that were not counted.
pub(super) fn left_out(left: &LeftOut, lang: Lang) -> String {
    let days = lang.days(left.days);
    let period = match (left.days, lang) {
        (1, _) => format!("({})", date(left.first, lang)),
        (_, Lang::Nl) => {
            format!("({} tot en met {})", date(left.first, lang), date(left.last, lang))
        }
        (_, Lang::En) => format!("({} to {})", date(left.first, lang), date(left.last, lang)),
    };
    let what = match left.why {
        Left::Recovered => lang.pick("van herstel", "of recovery"),
        Left::Leave { .. } => lang.pick("zwangerschaps- en bevallingsverlof", "of maternity leave"),
        Left::NotForTheDismissalBan => lang.pick("ziekte", "of sickness"),
    };
    format!("{}: {days} {what} {period}.", lang.pick("Niet meegeteld", "Left out"))
}

/// Why days of that kind do not count.
pub(super) fn why_left_out(why: Left, limit: u32, source: Source, lang: Lang) -> String {
    let place = cite(source.citation, lang);
    let across = cite(wia::ADDS_UP_ACROSS_LEAVE.citation, lang);
    match (why, lang) {
        (Left::Recovered, Lang::Nl) => format!(
            "Wie minder dan {limit} dagen herstelt, blijft in hetzelfde geval. De dagen van herstel \
             zelf tellen niet mee ({place})."
        ),
        (Left::Recovered, Lang::En) => format!(
            "Who recovers for less than {limit} days stays in the same case. The days of recovery \
             themselves do not count ({place})."
        ),
        (Left::Leave { presumed: false }, Lang::Nl) => {
            format!("Verlof telt niet mee als ziekte ({place}).")
        }
        (Left::Leave { presumed: false }, Lang::En) => {
            format!("Leave does not count as sickness ({place}).")
        }
        (Left::Leave { presumed: true }, Lang::Nl) => format!(
            "Verlof telt niet mee als ziekte ({place}). Niemand heeft vastgelegd of de ziekte na het \
             verlof bij hetzelfde geval hoort. De wet telt dan samen ({across})."
        ),
        (Left::Leave { presumed: true }, Lang::En) => format!(
            "Leave does not count as sickness ({place}). Nobody recorded whether the sickness after \
             the leave belongs to the same case. The act then adds up ({across})."
        ),
        (Left::NotForTheDismissalBan, Lang::Nl) => {
            format!("Vastgelegd is dat deze ziekte niet telt voor het opzegverbod ({place}).")
        }
        (Left::NotForTheDismissalBan, Lang::En) => format!(
            "It is recorded that this sickness does not count for the dismissal ban ({place})."
        ),
    }
}
