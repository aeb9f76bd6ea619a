//! The arithmetic.

use super::say::{cite, date, list, the_duty};
use crate::case::DeviationReason;
use crate::day::Day;
use crate::lang::Lang;
use crate::law::{Completion, Source, Term, procesgang_vangnet, wia};
use crate::text::capital;
use crate::timeline::{Prolongation, StartKind, Sum};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn sum(sum: &Sum, lang: Lang) -> String {
    let begin = start(sum, lang);
    // What follows an event is no duty of that day.
    if let (Term::OnTheDay, StartKind::Recorded(_) | StartKind::LastDayOf(..)) =
        (sum.term, sum.start.kind)
    {
        return begin;
    }
    let counting = arithmetic(sum, lang);
    if begin.is_empty() { counting } else { format!("{begin} {counting}") }
}

/// What the sum starts from; nothing for the first sick day, which has been named.
fn start(sum: &Sum, lang: Lang) -> String {
    let day = date(sum.start.day, lang);
    let number = numbered(sum, lang);
    let from = |nl: &str, en: &str| format!("{}{number}.", lang.pick(nl, en).replace("{}", &day));
    match sum.start.kind {
        StartKind::FirstSickDay => String::new(),
        StartKind::WaitingPeriod => lang
            .pick(
                "De wachttijd voor de WIA begint op de eerste ziektedag.",
                "The waiting period for the WIA begins on the first sick day.",
            )
            .to_string(),
        StartKind::Done(duty, n) => {
            let done = match duty.rule().completion {
                Completion::Ready => lang.pick("was klaar op", "was ready on"),
                Completion::Held => lang.pick("is gehouden op", "was held on"),
                Completion::Made => lang.pick("is gedaan op", "was made on"),
            };
            let duty = capital(&the_duty(duty, n, lang));
            format!("{duty} {} {day}{number}.", done)
        }
        StartKind::Planned(duty, n) => {
            let duty = capital(&the_duty(duty, n, lang));
            match lang {
                Lang::Nl => format!(
                    "{duty} is nog niet vastgelegd. Tot die tijd begint de som bij de uiterste dag \
                     daarvoor: {day}{number}."
                ),
                Lang::En => format!(
                    "{duty} is not recorded yet. Until then the sum starts from the last day for \
                     it: {day}{number}."
                ),
            }
        }
        // The sum before this one ended on that day.
        StartKind::EndOfWaitingPeriod
        | StartKind::EndOfExtension
        | StartKind::DelayedEnd { .. }
        | StartKind::ClaimResumed
        | StartKind::PlanDueAgain => String::new(),
        StartKind::AdjustmentAdvised => from(
            "De bedrijfsarts gaf op {} het advies om het plan bij te stellen",
            "The occupational physician advised on {} to adjust the plan",
        ),
        StartKind::SupplementAsked => from(
            "De werknemer vroeg op {} om de aanvulling van het verslag",
            "The employee asked for the supplement to the report on {}",
        ),
        StartKind::TermSet => from(
            "Het UWV gaf de werkgever de tijd tot en met {}",
            "The UWV gave the employer time until {}",
        ),
        StartKind::ThirteenWeeks => from(
            "Dertien weken ziekte zijn voorbij na {}",
            "Thirteen weeks of sickness are over after {}",
        ),
        StartKind::FirstFitDay => from(
            "De eerste dag waarop de werknemer weer kan werken, is {}",
            "The first day on which the employee can work again is {}",
        ),
        StartKind::RecoveryTold => {
            from("De werknemer meldde het herstel op {}", "The employee told of the recovery on {}")
        }
        StartKind::RecoveryToldAtLatest => from(
            "Wanneer de werknemer het herstel meldde, is niet vastgelegd. De uiterste dag daarvoor was {}",
            "The day on which the employee told of the recovery is not recorded. The last day for it was {}",
        ),
        StartKind::PossibilitiesReturned => from(
            "De bedrijfsarts zag eerst geen mogelijkheden, en op {} weer wel",
            "The occupational physician saw no possibilities at first, and sees them again since {}",
        ),
        StartKind::NoticeReceived => {
            from("De brief van het UWV kwam aan op {}", "The UWV's letter was received on {}")
        }
        StartKind::RepairNotified => from(
            "De werkgever meldde op {} dat het gebrek is hersteld",
            "The employer notified on {} that the shortcoming was repaired",
        ),
        StartKind::RepairEstablished => from(
            "Het UWV stelde op {} vast dat het gebrek is hersteld",
            "The UWV established on {} that the shortcoming was repaired",
        ),
        StartKind::SanctionEnd => {
            from("De loonsanctie loopt tot en met {}", "The wage sanction runs until {}")
        }
        StartKind::StatePensionDay => from(
            "De korte periode voor wie de AOW-leeftijd heeft, begint op {}",
            "The short period for somebody of state pension age begins on {}",
        ),
        StartKind::EmploymentEnd => {
            from("Het dienstverband eindigt op {}", "The employment ends on {}")
        }
        StartKind::AbleToEarn => from(
            "Meer dan 65% verdienen kan vanaf {}",
            "Being able to earn more than 65% starts on {}",
        ),
        StartKind::DayAfterLeave => {
            from("De dag na het verlof is {}", "The day after the leave is {}")
        }
        StartKind::PeriodStart => from(
            "De vorige periode was voorbij op {}. Op die dag begint de volgende",
            "The period before it was over on {}. The next one begins on that day",
        ),
        StartKind::LastSickDay => from("De laatste ziektedag was {}", "The last sick day was {}"),
        StartKind::Requested => from("Het verzoek kwam op {}", "The request came on {}"),
        StartKind::Perspective => from(
            "Op {} is vastgelegd dat er concreet zicht is op terugkeer bij de eigen werkgever. Dat \
             stelt de dag uit",
            "On {} a concrete prospect of return with the own employer was recorded. That puts the \
             day off",
        ),
        StartKind::Due | StartKind::Opens => String::new(),
        StartKind::WiaStart => from("De WIA kan ingaan op {}", "A WIA benefit can start on {}"),
        StartKind::DayAfterSickness => from(
            "De dag na de ziekte die op het verlof aansluit is {}",
            "The day after the sickness that adjoins the leave is {}",
        ),
        StartKind::Recorded(event) => {
            let name = event.name(lang);
            match lang {
                Lang::Nl => format!("Vastgelegd op {day}: {name}."),
                Lang::En => format!("Recorded on {day}: {name}."),
            }
        }
        StartKind::LastDayOf(duty, n) => {
            let duty = capital(&the_duty(duty, n, lang));
            match lang {
                Lang::Nl => format!("{duty} moest er uiterlijk zijn op {day}."),
                Lang::En => format!("{duty} was due on {day} at the latest."),
            }
        }
        StartKind::LastDayToObject => {
            from("De laatste dag om bezwaar te maken is {}", "The last day to object is {}")
        }
        StartKind::DayAfterBan => from(
            "De eerste dag na het opzegverbod is {}",
            "The first day after the dismissal ban is {}",
        ),
        StartKind::DayAfter(event) => {
            let name = event.name(lang);
            match lang {
                Lang::Nl => format!("De dag na de vastgelegde dag ({name}) is {day}."),
                Lang::En => format!("The day after the recorded day ({name}) is {day}."),
            }
        }
    }
}

/// Which counted day the start is: `, dag 39`.
fn numbered(sum: &Sum, lang: Lang) -> String {
    match (sum.start_number, sum.start_counts, lang) {
        (None, _, _) => String::new(),
        (Some(n), true, Lang::Nl) => format!(", dag {n}"),
        (Some(n), true, Lang::En) => format!(", day {n}"),
        (Some(n), false, Lang::Nl) => {
            format!(". Die dag telt zelf niet mee; de laatste getelde dag daarvoor is dag {n}")
        }
        (Some(n), false, Lang::En) => {
            format!(". That day itself does not count; the last counted day before it is day {n}")
        }
    }
}

/// After which day the weeks count, inside a sentence.
fn after_what(sum: &Sum, lang: Lang) -> &'static str {
    match sum.start.kind {
        StartKind::FirstSickDay => lang.pick("na de eerste ziektedag", "after the first sick day"),
        _ => lang.pick("erna", "after it"),
    }
}

fn arithmetic(sum: &Sum, lang: Lang) -> String {
    let (day, from) = (date(sum.day, lang), date(sum.start.day, lang));
    let days = sum.days.unwrap_or(0);
    let after = after_what(sum, lang);
    let nl = lang == Lang::Nl;
    match (sum.term, sum.number) {
        (Term::WithinWeeksAfter(n), Some(number)) => {
            let (weeks, start) = (lang.weeks(n.into()), sum.start_number.unwrap_or(0));
            if nl {
                format!(
                    "{weeks} zijn {days} dagen. Ze tellen vanaf de dag {after}. Dag {start} plus \
                     {days} is dag {number}: {day}."
                )
            } else {
                format!(
                    "{weeks} are {days} days. They count from the day {after}. Day {start} \
                     plus {days} is day {number}: {day}."
                )
            }
        }
        (Term::WithinWeeksAfter(n), None) => {
            let weeks = lang.weeks(n.into());
            if nl {
                format!(
                    "{weeks} zijn {days} dagen op de kalender. Ze tellen vanaf de dag {after}. De \
                     laatste is {day}."
                )
            } else {
                format!(
                    "{weeks} are {days} days on the calendar. They count from the day \
                     {after}. The last one is {day}."
                )
            }
        }
        (Term::EndOfWeek(n), Some(number)) => {
            if nl {
                format!(
                    "Week {n} eindigt op dag {number}, want een week is 7 dagen. Dag {number} is {day}."
                )
            } else {
                format!(
                    "Week {n} ends on day {number}, for a week is 7 days. Day {number} is {day}."
                )
            }
        }
        (Term::StartOfWeek(n), Some(number)) => {
            if nl {
                format!(
                    "Week {n} begint op dag {number}, want een week is 7 dagen. Dag {number} is {day}."
                )
            } else {
                format!(
                    "Week {n} begins on day {number}, for a week is 7 days. Day {number} is {day}."
                )
            }
        }
        (Term::DayOnWhichLasted(n) | Term::PeriodOfWeeks(n), Some(number)) => {
            let weeks = lang.weeks(n.into());
            let is_first =
                matches!(sum.start.kind, StartKind::FirstSickDay | StartKind::WaitingPeriod);
            match (nl, is_first) {
                (true, true) => {
                    format!("{weeks} zijn {days} dagen. Dag 1 telt mee. Dag {number} is {day}.")
                }
                (false, true) => {
                    format!("{weeks} are {days} days. Day 1 counts. Day {number} is {day}.")
                }
                (true, false) => format!(
                    "{weeks} zijn {days} dagen. De eerste dag telt mee. De laatste is dag {number}: \
                     {day}."
                ),
                (false, false) => format!(
                    "{weeks} are {days} days. The first one counts. The last one is day {number}: \
                     {day}."
                ),
            }
        }
        (Term::DayOnWhichLasted(n) | Term::PeriodOfWeeks(n), None) => {
            let weeks = lang.weeks(n.into());
            if nl {
                format!("{weeks} zijn {days} dagen. De laatste is {day}.")
            } else {
                format!("{weeks} are {days} days. The last one is {day}.")
            }
        }
        (Term::FirstDayAfterLasting(n), number) => {
            let weeks = lang.weeks(n.into());
            let last = number.map(|number| number.saturating_sub(1));
            match (last, number, nl) {
                (Some(last), Some(number), true) => format!(
                    "{weeks} zijn {days} dagen. Ze zijn voorbij na dag {last}. De eerste dag daarna \
                     is dag {number}: {day}."
                ),
                (Some(last), Some(number), false) => format!(
                    "{weeks} are {days} days. They are over after day {last}. The first day after \
                     them is day {number}: {day}."
                ),
                (_, _, true) => format!(
                    "{weeks} zijn {days} dagen op de kalender, en de eerste dag telt mee. De eerste \
                     dag daarna is {day}."
                ),
                (_, _, false) => format!(
                    "{weeks} are {days} days on the calendar, and the first one counts. The first day after \
                     them is {day}."
                ),
            }
        }
        (Term::WeeksBefore(n), _) => {
            let weeks = lang.weeks(n.into());
            if nl {
                format!(
                    "{weeks} zijn {days} dagen. {} ligt op de kalender {days} dagen voor {from}.",
                    capital(&day)
                )
            } else {
                format!(
                    "{weeks} are {days} days. {day} lies {days} days on the calendar before {from}."
                )
            }
        }
        (Term::FirstDayOfLastWeeks(n), _) => {
            let weeks = lang.weeks(n.into());
            if nl {
                format!("Van de {weeks} die op {from} eindigen, is {day} de eerste dag.")
            } else {
                format!("Of the {weeks} that end on {from}, {day} is the first day.")
            }
        }
        (Term::Years(n), number) => {
            let (years, number) = (lang.years(n.into()), number.unwrap_or(days));
            if nl {
                format!(
                    "{years} op de kalender vanaf {from} zijn {days} dagen. Dag {number} is {day}."
                )
            } else {
                format!(
                    "{years} on the calendar from {from} are {days} days. Day {number} is {day}."
                )
            }
        }
        (Term::MonthsAfterStart(n), number) => {
            let (months, number) = (lang.months(n.into()), number.unwrap_or(days));
            if nl {
                format!(
                    "{months} na {from} op de kalender is {days} dagen later. Dag 1 plus {days} is \
                     dag {number}: {day}."
                )
            } else {
                format!(
                    "{months} after {from} on the calendar is {days} days later. Day 1 plus {days} \
                     is day {number}: {day}."
                )
            }
        }
        (Term::OnDay(n), _) => {
            if nl {
                format!("Dag {n} is {day}.")
            } else {
                format!("Day {n} is {day}.")
            }
        }
        (Term::ByDay(n), _) => {
            if nl {
                format!("Die dag telt zelf mee. Dag {n} op de kalender is {day}.")
            } else {
                format!("That day itself counts. Day {n} on the calendar is {day}.")
            }
        }
        (Term::ByDayAfter(n), _) => {
            let days = lang.days(n.into());
            if nl {
                format!("{} erna op de kalender is het {day}.", capital(&days))
            } else {
                format!("{} after it on the calendar it is {day}.", capital(&days))
            }
        }
        (Term::WithinMonthsAfter(n) | Term::UntilMonthsAfter(n), _) => {
            let months = lang.months(n.into());
            if nl {
                format!("{} later is het {day}.", capital(&months))
            } else {
                format!("{months} later it is {day}.")
            }
        }
        (Term::InterruptionShorterThan(n), _) => {
            let (weeks, most) = (lang.weeks(n.into()), days.saturating_sub(1));
            if nl {
                format!(
                    "{weeks} zijn {days} dagen. Wie uiterlijk {days} dagen na de laatste ziektedag \
                     opnieuw ziek wordt, was hooguit {most} dagen hersteld. Dat is minder dan \
                     {weeks}. De laatste dag waarop dat kan, is {day}."
                )
            } else {
                format!(
                    "{weeks} are {days} days. Who falls sick again no later than {days} days after \
                     the last sick day was recovered for {most} days at most. That is less than \
                     {weeks}. The last day on which that can be is {day}."
                )
            }
        }
        (Term::AtLeastWeeksBetween(n), _) => {
            let weeks = lang.weeks(n.into());
            if nl {
                format!(
                    "{weeks} zijn {days} dagen. Ze liggen tussen {from} en {day}. Eindigt het \
                     dienstverband op die dag of later, dan moet er een verslag zijn."
                )
            } else {
                format!(
                    "{weeks} are {days} days. They lie between {from} and {day}. If the employment \
                     ends on that day or later, there must be a report."
                )
            }
        }
        (Term::NextWorkingDay, _) => {
            if nl {
                format!("De eerste werkdag op of na die dag is {day}.")
            } else {
                format!("The first working day on or after it is {day}.")
            }
        }
        _ if nl => format!("Het moet op die dag zelf: {day}."),
        _ => format!("It must be done on that very day: {day}."),
    }
}

pub(super) fn prolonged(prolonged: &Prolongation, lang: Lang) -> String {
    let place = |source: &Source| cite(source.citation, lang);
    let until = date(prolonged.day(), lang);
    let nl = lang == Lang::Nl;
    match prolonged {
        Prolongation::Extension { shortened_on, source, .. } => {
            let place = place(source);
            let shorter = shortened_on.map(|day| date(day, lang));
            let shorter = match (shorter, nl) {
                (Some(day), true) => {
                    format!(" Op {day} is gevraagd om die verlenging te verkorten.")
                }
                (Some(day), false) => format!(" On {day} a shorter extension was asked for."),
                (None, _) => String::new(),
            };
            if nl {
                format!(
                    "De loondoorbetaling is op verzoek verlengd.{shorter} De periode loopt daarom tot \
                     en met {until} ({place})."
                )
            } else {
                format!(
                    "The wages were extended on request.{shorter} So the period runs until {until} \
                     ({place})."
                )
            }
        }
        Prolongation::LateClaim { days, leave_days, source, .. } => {
            let (days, place) = (lang.days(*days), place(source));
            let leave = match (*leave_days, nl) {
                (0, _) => String::new(),
                (n, true) => {
                    format!(" In die tijd is er verlof ({}), en dat telt niet mee.", lang.days(n))
                }
                (n, false) => {
                    format!(
                        " In that time there is leave ({}), which does not count.",
                        lang.days(n)
                    )
                }
            };
            if nl {
                format!(
                    "De WIA-aanvraag kwam {days} te laat.{leave} De periode loopt daarom langer door, \
                     tot en met {until} ({place})."
                )
            } else {
                format!(
                    "The WIA claim came {days} late.{leave} So the period runs on, until {until} \
                     ({place})."
                )
            }
        }
        Prolongation::LateReport { days, leave_days, source, .. } => {
            let (late, place) = (lang.days(*days), place(source));
            let leave = match (*leave_days, nl) {
                (0, _) => String::new(),
                (_, true) => String::from(" Verlof in die tijd telt niet mee."),
                (_, false) => String::from(" Leave in that time does not count."),
            };
            if nl {
                format!(
                    "De ziekte is {late} te laat bij het UWV gemeld. Daarom loopt het loon {late} langer \
                     door.{leave} De nieuwe laatste dag is {until} ({place})."
                )
            } else {
                format!(
                    "The sickness was reported to the UWV {late} late. So the wages run on by {late}.{leave} \
                     The new last day is {until} ({place})."
                )
            }
        }
        Prolongation::Sanction { first, last, days, shortened, repaired, source, .. } => {
            let on_the_calendar = i64::from(last.days_since(*first)) + 1;
            let has_leave = on_the_calendar > i64::from(*days);
            let (first, last) = (date(*first, lang), date(*last, lang));
            let (days, place) = (lang.days(*days), place(source));
            let length = cite(wia::AT_MOST_52_WEEKS.citation, lang);
            let mut text = if nl {
                format!(
                    "Het UWV legde een loonsanctie op: het loon loopt langer door ({length}). De \
                     sanctie duurt {days}, van {first} tot en met {last}."
                )
            } else {
                format!(
                    "The UWV imposed a wage sanction: the wages run on ({length}). The sanction lasts \
                     {days}, from {first} to {last}."
                )
            };
            if has_leave {
                text += lang.pick(
                    " Verlof in die tijd telt niet mee.",
                    " Leave in that time does not count.",
                );
            }
            if let Some(repaired) = repaired {
                let repaired = date(*repaired, lang);
                text += &if nl {
                    format!(
                        " Het UWV stelde op {repaired} vast dat het gebrek is hersteld. Daarom eindigt de sanctie eerder."
                    )
                } else {
                    format!(
                        " The UWV established on {repaired} that the shortcoming was repaired. So the sanction ends earlier."
                    )
                };
            }
            if *shortened > 0 {
                let late = lang.days(*shortened);
                let earlier = cite(wia::ENDS_EARLIER_BY_LATENESS.citation, lang);
                text += &if nl {
                    format!(
                        " Het UWV besliste {late} te laat. Daarom is de sanctie {late} korter ({earlier})."
                    )
                } else {
                    format!(
                        " The UWV decided {late} late. So the sanction is {late} shorter ({earlier})."
                    )
                };
            }
            text + &if nl {
                format!(" De nieuwe laatste dag is {until} ({place}).")
            } else {
                format!(" The new last day is {until} ({place}).")
            }
        }
        Prolongation::RunsOn { late, extended, sanction, source, .. } => {
            let parts = [
                (*late, "voor de late WIA-aanvraag", "for the late WIA claim"),
                (*extended, "voor de verlenging op verzoek", "for the extension on request"),
                (*sanction, "voor de loonsanctie", "for the wage sanction"),
            ];
            let parts: Vec<String> = parts
                .into_iter()
                .filter(|(days, ..)| *days > 0)
                .map(|(days, nl, en)| format!("{} {}", lang.days(days), lang.pick(nl, en)))
                .collect();
            let (parts, place) = (list(&parts, lang), place(source));
            if nl {
                format!(
                    "Het opzegverbod loopt langer door: {parts}. De nieuwe laatste dag is {until} \
                     ({place})."
                )
            } else {
                format!(
                    "The dismissal ban runs on: {parts}. The new last day is {until} ({place})."
                )
            }
        }
        Prolongation::Leave { days, source, .. } => {
            let (days, place) = (lang.days(*days), place(source));
            if nl {
                format!(
                    "Er is verlof in die tijd. Dat stelt de laatste dag {days} uit, tot {until} ({place})."
                )
            } else {
                format!(
                    "There is leave in that time. It puts the last day off by {days}, to {until} ({place})."
                )
            }
        }
        Prolongation::StatePension { reached, source, .. } => {
            let (reached, place) = (date(*reached, lang), place(source));
            if nl {
                format!(
                    "De werknemer bereikt op {reached} de AOW-leeftijd. Daarom is {until} de laatste dag ({place})."
                )
            } else {
                format!(
                    "The employee reaches the state pension age on {reached}. So {until} is the last day ({place})."
                )
            }
        }
        Prolongation::EmploymentEnd { source, .. } => {
            let place = place(source);
            if nl {
                format!(
                    "Het dienstverband eindigt op {until}. Alleen een werknemer heeft recht op loon, dus \
                     op die dag stopt ook het loon ({place})."
                )
            } else {
                format!(
                    "The employment ends on {until}. Only an employee has a right to wages, so they stop \
                     on that day too ({place})."
                )
            }
        }
        Prolongation::BenefitStarts { source, .. } => {
            let place = place(source);
            if nl {
                format!(
                    "Het ziekengeld begint op {until}, op de dag na het dienstverband ({place}). Eerder \
                     hoeft het UWV dit niet te doen."
                )
            } else {
                format!(
                    "The sickness benefit begins on {until}, on the day after the employment ({place}). \
                     The UWV need not do this before."
                )
            }
        }
        Prolongation::Death { source, .. } => {
            let place = place(source);
            if nl {
                format!(
                    "De werknemer is overleden op {until}. Het dienstverband eindigt op die dag, en de \
                     betaling ook ({place})."
                )
            } else {
                format!(
                    "The employee died on {until}. The employment ends on that day, and the payment with \
                     it ({place})."
                )
            }
        }
        Prolongation::Assessment { source, .. } => {
            let place = place(source);
            if nl {
                format!("Na de beoordeling van het UWV stopt het ziekengeld op {until} ({place}).")
            } else {
                format!(
                    "After the UWV's assessment the sickness benefit stops on {until} ({place})."
                )
            }
        }
        Prolongation::Separated { .. } => {
            if nl {
                format!(
                    "Vastgelegd is dat ziekte na het verlof een nieuw geval is. De laatste dag is daarom {until}."
                )
            } else {
                format!(
                    "It is recorded that sickness after the leave is a new case. So the last day is {until}."
                )
            }
        }
        Prolongation::DayAfter { .. } => {
            if nl {
                format!("De eerste dag daarna is {until}.")
            } else {
                format!("The first day after it is {until}.")
            }
        }
    }
}

pub(super) fn agreed(
    original: Option<Day>,
    until: Day,
    reason: DeviationReason,
    source: Source,
    lang: Lang,
) -> String {
    let (until, reason) = (date(until, lang), reason.name(lang));
    let place = cite(source.citation, lang);
    let rule = original.map_or_else(String::new, |original| match lang {
        Lang::Nl => format!("Volgens de regel is {} de laatste dag. ", date(original, lang)),
        Lang::En => format!("By the rule {} is the last day. ", date(original, lang)),
    });
    let another = original.is_some();
    let is_of_uwv = source == procesgang_vangnet::DEVIATION;
    match (is_of_uwv, lang) {
        (false, Lang::Nl) => {
            let day = if another { "een andere dag" } else { "een dag" };
            format!(
                "{rule}Werkgever en werknemer hebben {day} afgesproken: {until}. De vastgelegde \
                 reden: {reason}. Dat mag ({place})."
            )
        }
        (false, Lang::En) => {
            let day = if another { "another day" } else { "a day" };
            format!(
                "{rule}Employer and employee agreed on {day}: {until}. The recorded reason: {reason}. \
                 That is allowed ({place})."
            )
        }
        (true, Lang::Nl) => {
            let day = if another { "een andere dag" } else { "een dag" };
            format!(
                "{rule}Het UWV heeft in overleg {day} bepaald: {until}. De vastgelegde reden: \
                 {reason}. Dat mag ({place})."
            )
        }
        (true, Lang::En) => {
            let day = if another { "another day" } else { "a day" };
            format!(
                "{rule}The UWV set {day} in consultation: {until}. The recorded reason: {reason}. \
                 That is allowed ({place})."
            )
        }
    }
}
