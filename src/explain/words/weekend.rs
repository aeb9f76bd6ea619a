//! Weekends and public holidays.

use super::say::{cite, date, list, quote};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::Source;
use crate::law::calendar;
use crate::timeline::NotExtended;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn extended(from: Day, to: Day, source: Source, lang: Lang) -> String {
    let idle: Vec<String> = (0..to.days_since(from)).map(|n| named(from.plus(n), lang)).collect();
    let one = idle.len() == 1;
    let (days, to) = (list(&idle, lang), date(to, lang));
    let (place, words) = (cite(source.citation, lang), quote(source.text));
    match lang {
        Lang::Nl => format!(
            "Geen werkdag {}: {days}. De wet verlengt de termijn dan tot en met de eerste werkdag daarna. \
             Dat is {to}. Dit staat in {place}: de termijn {words}.",
            if one { "is" } else { "zijn" }
        ),
        Lang::En => format!(
            "Not {}: {days}. The act then extends the term to the first working day after it. That \
             is {to}. So says {place}, in Dutch: {words}.",
            if one { "a working day" } else { "working days" }
        ),
    }
}

/// A day with the holiday that it is.
fn named(day: Day, lang: Lang) -> String {
    match calendar::holiday_name(day, lang) {
        Some(holiday) => format!("{} ({holiday})", date(day, lang)),
        None => date(day, lang),
    }
}

/// That a day does not move, with what it is where that is no working day.
fn stays(day: Day, lang: Lang) -> String {
    if calendar::is_working_day(day) {
        let never = lang.pick(
            "Een weekend of feestdag verschuift deze dag nooit.",
            "A weekend or a public holiday never moves this day.",
        );
        return never.to_string();
    }
    let what = what_it_is(day, lang);
    match lang {
        Lang::Nl => format!("Deze dag is {what}. Toch schuift hij niet op."),
        Lang::En => format!("This day is {what}. Even so it does not move."),
    }
}

/// What a day is that is no working day.
fn what_it_is(day: Day, lang: Lang) -> String {
    match (calendar::holiday_name(day, lang), lang) {
        (Some(holiday), _) => holiday.to_string(),
        (None, Lang::Nl) => format!("een {}", lang.weekday_name(day)),
        (None, Lang::En) => format!("a {}", lang.weekday_name(day)),
    }
}

pub(super) fn not_extended(day: Day, why: NotExtended, lang: Lang) -> String {
    let source = why.source().map(|source| {
        let (place, words) = (cite(source.citation, lang), quote(source.text));
        match lang {
            Lang::Nl => format!("Dit staat in {place}: {words}."),
            Lang::En => format!("So says {place}, in Dutch: {words}."),
        }
    });
    let because = match why {
        NotExtended::WorkingDay => {
            return match lang {
                Lang::Nl => "Het is een werkdag. De dag schuift dus niet op.".to_string(),
                Lang::En => "It is a working day. So the day does not move.".to_string(),
            };
        }
        NotExtended::CountedBack => lang.pick(
            "De termijn is teruggeteld vanaf een einde. Zo'n termijn wordt niet verlengd.",
            "The term was counted back from an end. Such a term is not extended.",
        ),
        NotExtended::TooLong => lang.pick(
            "De wet verlengt geen lange termijnen, zoals een termijn van meer dan twaalf weken of \
             drie maanden.",
            "The act extends no long terms, such as a term of more than twelve weeks or three \
             months.",
        ),
        NotExtended::Regulation => lang.pick(
            "De termijn staat in een regeling van een minister. De Algemene termijnenwet gaat over \
             termijnen in een wet of in een besluit van de regering, niet over zo'n regeling.",
            "The term stands in a regulation of a minister. The general act on terms is about terms in \
             an act or an order in council, not about such a regulation.",
        ),
        NotExtended::Excluded { .. } => lang.pick(
            "De Algemene termijnenwet, die een termijn over een weekend heen verlengt, geldt niet voor \
             deze termijn.",
            "The general act on terms, which extends a term over a weekend, does not hold for this \
             term.",
        ),
        NotExtended::PolicyOrPractice => lang.pick(
            "Geen wet noemt deze termijn. Daarom verlengt de wet hem ook niet.",
            "No act names this term. So no act extends it.",
        ),
        NotExtended::NoTerm => lang.pick(
            "De wet verlengt alleen een termijn waarin iemand iets moet doen. Hier gaat het om een \
             vaste dag of om de duur van iets.",
            "The act extends only a term within which somebody must act. This is a fixed day, or \
             how long something lasts.",
        ),
        NotExtended::Agreed => lang.pick(
            "Werkgever en werknemer hebben precies deze dag afgesproken.",
            "Employer and employee agreed on this very day.",
        ),
    };
    let stays = stays(day, lang);
    match source {
        Some(source) => format!("{stays} {because} {source}"),
        None => format!("{stays} {because}"),
    }
}
