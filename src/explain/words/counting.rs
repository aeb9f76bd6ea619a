//! What was counted and what was left out.

use super::say::{cite, date};
use crate::explain::steps::{Left, LeftOut};
use crate::law::{ClockKind, Source, wia};
use crate::timeline::EarlierCase;
use crate::words::Lang;
use alloc::format;
use alloc::string::String;
use chrono::NaiveDate;

pub(super) fn first_sick_day(day: NaiveDate, clock: ClockKind, lang: Lang) -> String {
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

/// From how many recovered days on a new case begins.
pub(super) fn days_that_separate() -> u32 {
    wia::JOINING_WAITING_PERIOD.versions[0].due.term.days().unsigned_abs()
}

pub(super) fn earlier(
    case: &EarlierCase,
    recovered: u32,
    first: NaiveDate,
    source: Source,
    lang: Lang,
) -> String {
    let (from, last) = (date(case.first_sick_day(), lang), date(case.last_sick_day(), lang));
    let first = date(first, lang);
    let limit = days_that_separate();
    let new_case = recovered >= limit;
    let place = cite(source.citation, lang);
    let days = lang.days(recovered);
    match (new_case, lang) {
        (true, Lang::Nl) => format!(
            "Er was eerder een ziekte, van {from} tot en met {last}. Daarna waren er {days} van \
             herstel. Dat zijn {limit} dagen of meer. Daarom tellen de oude ziektedagen niet mee: \
             op {first} begon een nieuw geval ({place})."
        ),
        (true, Lang::En) => format!(
            "There was an earlier sickness, from {from} to {last}. After it there were {days} of \
             recovery. That is {limit} days or more. So the old sick days do not count: a new case \
             began on {first} ({place})."
        ),
        (false, Lang::Nl) => format!(
            "Er was eerder een ziekte, van {from} tot en met {last}. Daarna was er verlof. \
             Vastgelegd is dat de ziekte daarna niet bij de oude ziekte hoort. Daarom begon op \
             {first} een nieuw geval."
        ),
        (false, Lang::En) => format!(
            "There was an earlier sickness, from {from} to {last}. After it there was leave. It is \
             recorded that the sickness after it does not belong to the old one. So a new case \
             began on {first}."
        ),
    }
}

pub(super) fn left_out(left: &LeftOut, lang: Lang) -> String {
    let days = lang.days(left.days);
    let period = match (left.days, lang) {
        (1, _) => format!("({})", date(left.first, lang)),
        (_, Lang::Nl) => {
            format!("({} tot en met {})", date(left.first, lang), date(left.last, lang))
        }
        (_, Lang::En) => format!("({} to {})", date(left.first, lang), date(left.last, lang)),
    };
    let limit = days_that_separate();
    let place = cite(left.source.citation, lang);
    match (left.why, lang) {
        (Left::Recovered, Lang::Nl) => format!(
            "Niet meegeteld: {days} van herstel {period}. Dat is minder dan {limit} dagen, dus de \
             ziekte daarna hoort bij hetzelfde geval ({place})."
        ),
        (Left::Recovered, Lang::En) => format!(
            "Left out: {days} of recovery {period}. That is less than {limit} days, so the sickness \
             after it belongs to the same case ({place})."
        ),
        (Left::Leave { presumed }, Lang::Nl) => {
            let text = format!(
                "Niet meegeteld: {days} zwangerschaps- en bevallingsverlof {period}. Verlof telt \
                 niet mee als ziekte ({place})."
            );
            match presumed {
                true => {
                    text + " Niemand heeft vastgelegd of de ziekte na het verlof erbij hoort. De wet telt dan samen."
                }
                false => text,
            }
        }
        (Left::Leave { presumed }, Lang::En) => {
            let text = format!(
                "Left out: {days} of maternity leave {period}. Leave does not count as sickness \
                 ({place})."
            );
            match presumed {
                true => {
                    text + " Nobody recorded whether the sickness after the leave belongs to it. The act then adds up."
                }
                false => text,
            }
        }
        (Left::NotForTheDismissalBan, Lang::Nl) => format!(
            "Niet meegeteld: {days} ziekte {period}. Vastgelegd is dat deze ziekte niet telt voor \
             het opzegverbod ({place})."
        ),
        (Left::NotForTheDismissalBan, Lang::En) => format!(
            "Left out: {days} of sickness {period}. It is recorded that this sickness does not \
             count for the dismissal ban ({place})."
        ),
    }
}
