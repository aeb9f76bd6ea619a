//! What would change the day.

use super::say::{cite, the_duty};
use crate::explain::steps::Change;
use crate::lang::Lang;
use crate::law::{bw7, procesgang, uwv};
use alloc::format;
use alloc::string::{String, ToString};

pub(super) fn change(change: Change, lang: Lang) -> String {
    let plain = |nl: &str, en: &str| lang.pick(nl, en).to_string();
    match change {
        Change::Follows(duty) => {
            let duty = the_duty(duty, 1, lang);
            match lang {
                Lang::Nl => format!(
                    "De som begint bij {duty}. Zodra die dag is vastgelegd, telt de termijn vanaf \
                     die dag."
                ),
                Lang::En => format!(
                    "The sum starts from {duty}. Once that day is recorded, the term counts from \
                     that day."
                ),
            }
        }
        Change::StartsTermOf(duty) => {
            let duty = the_duty(duty, 1, lang);
            match lang {
                Lang::Nl => {
                    format!("De dag waarop dit is gedaan, is het begin van de termijn voor {duty}.")
                }
                Lang::En => {
                    format!("The day on which this was done starts the term of {duty}.")
                }
            }
        }
        Change::Interruption { separates: limit } => match lang {
            Lang::Nl => format!(
                "Elke dag van herstel of verlof vóór deze dag schuift hem een dag op. Na {limit} \
                     dagen herstel of meer begint een nieuw geval."
            ),
            Lang::En => format!(
                "Every day of recovery or leave before this day puts it off by a day. After \
                     {limit} days of recovery or more a new case begins."
            ),
        },
        Change::Extension => plain(
            "Verlengt de werkgever op verzoek de loondoorbetaling, dan schuift deze dag mee.",
            "If the employer extends the wages on request, this day moves along.",
        ),
        Change::LateClaim => plain(
            "Komt de WIA-aanvraag te laat, dan gaat het betalen bij ziekte net zoveel dagen langer \
             door.",
            "If the WIA claim comes late, payment during sickness runs on by as many days.",
        ),
        Change::Sanction => plain(
            "Legt het UWV een loonsanctie op (langer loon betalen, omdat er te weinig is gedaan), \
             dan schuift deze dag op.",
            "If the UWV imposes a wage sanction (paying wages longer, because too little was done), \
             this day moves.",
        ),
        Change::ForeseenLate { source } => {
            let place = cite(source.citation, lang);
            match lang {
                Lang::Nl => format!(
                    "Blijkt pas na deze dag dat de ziekte lang gaat duren, dan noemt de regel geen \
                     dag meer. Dan moet het meteen ({place})."
                ),
                Lang::En => format!(
                    "If it shows only after this day that the sickness will last long, the rule \
                     names no day any more. Then it must be done at once ({place})."
                ),
            }
        }
        Change::Perspective => {
            let place = cite(uwv::PERSPECTIVE.citation, lang);
            match lang {
                Lang::Nl => format!(
                    "Is er concreet zicht op terugkeer bij de eigen werkgever binnen drie maanden? \
                     Leg dat vast, dan schuift deze dag op ({place})."
                ),
                Lang::En => format!(
                    "Is there a concrete prospect of return with the own employer within three \
                     months? Record it, and this day is put off ({place})."
                ),
            }
        }
        Change::OwnWorkRuledOut => {
            let place = cite(bw7::OWN_WORK_RULED_OUT.citation, lang);
            match lang {
                Lang::Nl => format!(
                    "De wet zelf noemt geen week. Staat vast dat eigen werk en ander passend werk \
                     bij de werkgever niet kan? Begin dan meteen ({place})."
                ),
                Lang::En => format!(
                    "The act itself names no week. Is it established that own work and other \
                     suitable work with the employer cannot be done? Then start at once ({place})."
                ),
            }
        }
        Change::NoPossibilities => plain(
            "Ziet de arts vóór deze dag geen mogelijkheden meer om te werken, dan vervalt de \
             plicht.",
            "If the physician sees no possibilities to work any more before this day, the duty \
             lapses.",
        ),
        Change::Deviation => {
            let place = cite(procesgang::DEVIATION.citation, lang);
            match lang {
                Lang::Nl => format!(
                    "Werkgever en werknemer mogen samen een andere dag afspreken, als zij de reden \
                     vastleggen ({place})."
                ),
                Lang::En => format!(
                    "Employer and employee may agree on another day, if they record the reason \
                     ({place})."
                ),
            }
        }
        Change::EmploymentEnds => plain(
            "Eindigt het dienstverband eerder, dan vervalt deze plicht of moet het eerder.",
            "If the employment ends earlier, this duty lapses or comes earlier.",
        ),
        Change::LateNotice => plain(
            "Stuurde het UWV zijn brief over de WIA te laat, en was de 42e-weeksmelding op tijd? Dan \
             mag de aanvraag later. Leg dan vast wanneer die brief kwam.",
            "Did the UWV send its letter on the WIA late, and was the 42nd-week report in time? Then \
             the claim may come later. Record the day on which that letter came.",
        ),
        Change::Relapse => plain(
            "Wordt de werknemer binnen deze tijd opnieuw ziek? Dan gaat hetzelfde geval verder en \
             tellen de oude ziektedagen mee.",
            "Does the employee fall sick again within this time? Then the same case goes on and the \
             old sick days count.",
        ),
    }
}
