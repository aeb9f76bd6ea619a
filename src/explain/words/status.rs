//! How it stands on the day of the view, in one or two sentences.

use super::say::{cite, date, list, quote, the_duty, who};
use crate::day::Day;
use crate::explain::steps::{Answer, Subject};
use crate::lang::Lang;
use crate::text::{capital, phrases};
use crate::timeline::{OpenNorm, PossibilityState, Reason, Status};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// In place of a day in the title.
pub(super) fn short(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::NotApplicable(_) | Status::Lapsed(_) => status.kind().name(lang),
        Status::Paused => lang.pick("gepauzeerd", "paused"),
        Status::Undetermined(OpenNorm::WithoutDelay) => {
            lang.pick("meteen, zonder vaste dag", "at once, without a fixed day")
        }
        _ => phrases::NO_DAY.in_lang(lang),
    }
}

pub(super) fn sentences(answer: &Answer, lang: Lang) -> String {
    if let Some((state, ended)) = answer.window {
        return possibility(answer, state, ended, lang);
    }
    let stands = match answer.status {
        Some(status) => stands(answer, status, lang),
        None => milestone(answer, lang),
    };
    let gone = matches!(
        answer.status,
        Some(Status::NotApplicable(_) | Status::Lapsed(_) | Status::Paused)
    );
    match actors(answer, lang) {
        Some(who) if !gone => format!("{who} {stands}"),
        _ => stands,
    }
}

/// Who must act.
fn actors(answer: &Answer, lang: Lang) -> Option<String> {
    let actor = capital(&who(answer.actor?, lang));
    let with: Vec<String> = answer.with.iter().map(|actor| who(*actor, lang)).collect();
    let with = list(&with, lang);
    Some(match (with.is_empty(), lang) {
        (true, Lang::Nl) => format!("{actor} moet dit doen."),
        (true, Lang::En) => format!("{actor} must do this."),
        (false, Lang::Nl) => format!("{actor} moet dit doen, samen met {with}."),
        (false, Lang::En) => format!("{actor} must do this, together with {with}."),
    })
}

fn milestone(answer: &Answer, lang: Lang) -> String {
    let Some(day) = answer.day else { return String::new() };
    let days = day.days_since(answer.on);
    let count = lang.days(days.unsigned_abs());
    let on = date(answer.on, lang);
    match (days, lang) {
        (0, Lang::Nl) => format!("Dat is vandaag, {on}."),
        (0, Lang::En) => format!("That is today, {on}."),
        (1.., Lang::Nl) => format!("Vanaf {on} duurt dat nog {count}."),
        (1.., Lang::En) => format!("From {on} that is {count} ahead."),
        (_, Lang::Nl) => format!("Op {on} is dat {count} geleden."),
        (_, Lang::En) => format!("On {on} that is {count} ago."),
    }
}

/// Who may, and how it stands.
fn possibility(answer: &Answer, state: PossibilityState, ended: Option<Day>, lang: Lang) -> String {
    let who: Vec<String> = answer.with.iter().map(|actor| who(*actor, lang)).collect();
    let who = capital(&list(&who, lang));
    let say = |nl: &str, en: &str, day: Day| lang.pick(nl, en).replace("{}", &date(day, lang));
    let mut text = match (answer.with.len(), lang) {
        (1, Lang::Nl) => format!("Dit is een mogelijkheid, geen plicht. {who} heeft haar."),
        (_, Lang::Nl) => format!("Dit is een mogelijkheid, geen plicht. {who} hebben haar."),
        (1, Lang::En) => format!("This is a possibility, no duty. {who} has it."),
        (_, Lang::En) => format!("This is a possibility, no duty. {who} have it."),
    };
    text.push(' ');
    text += &match (state, answer.met, ended, answer.opens) {
        (PossibilityState::Taken, Some(taken), ..) => {
            say("Er is gebruik van gemaakt op {}.", "It was used on {}.", taken)
        }
        (PossibilityState::Lapsed, _, Some(ended), _) => say(
            "Zij verviel op {}: toen was voorbij waar het om ging.",
            "It lapsed on {}: what it was for was over then.",
            ended,
        ),
        (PossibilityState::Lapsed, ..) => {
            say("Op {} is zij vervallen.", "On {} it has lapsed.", answer.on)
        }
        (PossibilityState::NotYetOpen, _, _, Some(opens)) => {
            say("Zij begint op {}.", "It opens on {}.", opens)
        }
        _ => say("Op {} is zij open.", "On {} it is open.", answer.on),
    };
    if let Some(tolerated) = answer.tolerated {
        text.push(' ');
        text += &say(
            "Wat op tijd op de post is gedaan, mag aankomen tot en met {}.",
            "What was posted in time may arrive until {}.",
            tolerated,
        );
    }
    text
}

fn stands(answer: &Answer, status: Status, lang: Lang) -> String {
    let on = date(answer.on, lang);
    let met = answer.met.map(|met| date(met, lang)).unwrap_or_default();
    let nl = lang == Lang::Nl;
    let left = answer.day.map_or(0, |day| day.days_since(answer.on));
    let left = lang.days(u32::try_from(left).unwrap_or(0));
    match status {
        Status::NotYetOpen => match (answer.opens, nl) {
            (Some(opens), true) if opens > answer.on => {
                format!("Op {on} kan dit nog niet. Het kan vanaf {}.", date(opens, lang))
            }
            (Some(opens), false) if opens > answer.on => {
                format!("On {on} it cannot be done yet. It can be done from {}.", date(opens, lang))
            }
            (_, true) => format!("Op {on} is dit nog niet aan de orde."),
            (_, false) => format!("On {on} it is too early for this."),
        },
        Status::Open | Status::DueSoon { .. } => match (nl, answer.day == answer.on.checked_add(1))
        {
            (true, true) => format!("Op {on} is er nog {left}."),
            (true, false) => format!("Op {on} zijn er nog {left}."),
            (false, true) => format!("On {on} there is {left} left."),
            (false, false) => format!("On {on} there are {left} left."),
        },
        Status::DueToday if nl => format!("Vandaag, {on}, is de laatste dag."),
        Status::DueToday => format!("Today, {on}, is the last day."),
        Status::Overdue { days } if nl => format!("Op {on} is dit {} te laat.", lang.days(days)),
        Status::Overdue { days } => format!("On {on} this is {} overdue.", lang.days(days)),
        Status::Missed => String::from(lang.pick(
            "Dit is niet gedaan, en het hoeft nu niet meer.",
            "It was not done, and it no longer has to be.",
        )),
        Status::Possible => String::from(
            lang.pick("Dit kan, maar het hoeft niet.", "This may be done, but nobody must."),
        ),
        Status::MetOnTime if nl => format!("Het is gedaan op {met}. Dat was op tijd."),
        Status::MetOnTime => format!("It was done on {met}. That was in time."),
        Status::MetEarly { days } if nl => {
            format!("Het is gedaan op {met}. Dat was {} eerder dan gebruikelijk.", lang.days(days))
        }
        Status::MetEarly { days } => {
            format!("It was done on {met}. That was {} earlier than usual.", lang.days(days))
        }
        Status::MetLate { days } if nl => {
            format!("Het is gedaan op {met}. Dat was {} te laat.", lang.days(days))
        }
        Status::MetLate { days } => {
            format!("It was done on {met}. That was {} late.", lang.days(days))
        }
        Status::NotApplicable(reason) => {
            let lead = lang.pick("Dit hoeft niet", "This is not needed");
            gone(answer, lead, reason, lang)
        }
        Status::Lapsed(reason) => {
            let lead = lang.pick("Dit hoeft niet meer", "This is no longer needed");
            gone(answer, lead, reason, lang)
        }
        Status::Paused => paused(answer, lang),
        Status::WaitingFor(other) => {
            let number = match answer.subject {
                Subject::Duty(duty, number) if duty == other => number.saturating_sub(1),
                _ => 1,
            };
            let other = the_duty(other, number, lang);
            match (nl, answer.day) {
                (true, Some(_)) => format!("Dit wacht op {other}. De dag is daarom nog voorlopig."),
                (false, Some(_)) => format!("This waits for {other}. So the day is for now only."),
                (true, None) => format!("Dit wacht op {other}. Daarom is er nog geen dag."),
                (false, None) => format!("This waits for {other}. So there is no day yet."),
            }
        }
        Status::Undetermined(norm) => undetermined(answer, norm, lang),
    }
}

/// Why it never falls due.
fn gone(answer: &Answer, lead: &str, reason: Reason, lang: Lang) -> String {
    let mut text = format!("{lead}: {}.", reason.clause(lang));
    if let Some(source) = answer.because {
        let (place, words) = (cite(source.citation, lang), quote(source.text));
        text += &match lang {
            Lang::Nl => format!(" Dit volgt uit {place}: {words}."),
            Lang::En => format!(" This follows from {place}, in Dutch: {words}."),
        };
    }
    text + lang.pick(" Daarom is er geen dag.", " So there is no day.")
}

fn paused(answer: &Answer, lang: Lang) -> String {
    let through = answer.relapse_joins_through.map(|day| date(day, lang));
    let place = answer.because.map(|source| cite(source.citation, lang)).unwrap_or_default();
    match (through, lang) {
        (Some(through), Lang::Nl) => format!(
            "De werknemer is hersteld. Nu hoeft dit niet, en er is geen dag. Wordt de werknemer \
             uiterlijk {through} opnieuw ziek, dan gaat het geval verder en komt de dag terug \
             ({place})."
        ),
        (Some(through), Lang::En) => format!(
            "The employee has recovered. Now it is not needed, and there is no day. If the employee \
             falls sick again no later than {through}, the case goes on and the day comes back \
             ({place})."
        ),
        (None, Lang::Nl) => {
            "De werknemer is hersteld. Nu hoeft dit niet, en er is geen dag.".to_string()
        }
        (None, Lang::En) => {
            "The employee has recovered. Now it is not needed, and there is no day.".to_string()
        }
    }
}

fn undetermined(answer: &Answer, norm: OpenNorm, lang: Lang) -> String {
    let done = match (answer.met, lang) {
        (Some(met), Lang::Nl) => format!(" Het is gedaan op {}.", date(met, lang)),
        (Some(met), Lang::En) => format!(" It was done on {}.", date(met, lang)),
        (None, _) => String::new(),
    };
    let text = match norm {
        OpenNorm::WithoutDelay => lang.pick(
            "De gewone termijn was al voorbij toen dit nodig werd. Dan moet het meteen. De regel \
             noemt geen dag, dus hier staat er ook geen. Een mens moet beoordelen of het snel genoeg \
             was.",
            "The usual term was over when this became necessary. Then it must be done at once. The \
             rule names no day, so none is given here. A person must judge whether it was quick \
             enough.",
        ),
        OpenNorm::Entitlement => lang.pick(
            "Niemand heeft vastgelegd of er recht is op ziekengeld naast het loon. De dag geldt \
             alleen als dat recht er is.",
            "Nobody recorded whether there is an entitlement to sickness benefit beside the wages. \
             The day holds only if there is.",
        ),
        OpenNorm::NoEntitlement => lang.pick(
            "Niemand heeft vastgelegd of er recht is op ziekengeld naast het loon. De dag geldt \
             alleen als dat recht er niet is.",
            "Nobody recorded whether there is an entitlement to sickness benefit beside the wages. \
             The day holds only if there is none.",
        ),
        OpenNorm::AsSoonAsPossible => lang.pick(
            "Dit moet zo snel mogelijk. De wet noemt geen dag.",
            "This must be done as soon as possible. The act names no day.",
        ),
        OpenNorm::NotRecorded => lang.pick(
            "De uiterste dag lag vóór de eerste dag waarop het dossier wordt bijgehouden. Niemand kan \
             zeggen of het toen is gedaan. Is het gedaan, leg dan de dag vast.",
            "The due day came before the first day on which the file is kept. Nobody can say whether it \
             was done then. If it was, record the day.",
        ),
    };
    format!("{text}{done}")
}
