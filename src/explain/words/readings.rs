//! How the words are read. The English readings stand in the law table; here stand their Dutch
//! counterparts, and the sentences around both.

use super::say::date;
use crate::explain::steps::{Reading, ReadingKind};
use crate::lang::Lang;
use crate::law::{Bound, Layer};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;

pub(super) fn reading(reading: &Reading, lang: Lang) -> String {
    let words = match lang {
        Lang::Nl => in_dutch(reading.words).unwrap_or_default(),
        Lang::En => reading.words,
    };
    let day = reading.day.map(|day| date(day, lang)).unwrap_or_default();
    let due = date(reading.due, lang);
    let text = match (reading.kind, lang) {
        (ReadingKind::Due, _) => words.to_string(),
        (ReadingKind::Opens, Lang::Nl) => format!("Beginnen kan vanaf {day}. {words}"),
        (ReadingKind::Opens, Lang::En) => format!("It can be started from {day}. {words}"),
        (ReadingKind::Stricter { advised }, lang) => stricter(words, &day, reading, advised, lang),
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
fn stricter(
    words: &str,
    day: &str,
    reading: &Reading,
    advised: Option<NaiveDate>,
    lang: Lang,
) -> String {
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

/// The Dutch counterpart of a reading in the law table.
pub(crate) fn in_dutch(reading: &str) -> Option<&'static str> {
    let dutch = match reading {
        "" => "",
        // Wages and dismissal ban
        "At most 27 recovered days; leave and spells that do not count for the ban are left out." => {
            "Hooguit 27 dagen herstel. Verlof en ziekte die voor het verbod niet telt, blijven erbuiten."
        }
        "At most 27 recovered days; leave is left out." => {
            "Hooguit 27 dagen herstel. Verlof blijft erbuiten."
        }
        "Two calendar years, two or three days longer than the 104 weeks of the wages. From \
         29 February they end on 28 February." => {
            "De wet zegt jaren, geen weken. Twee jaar op de kalender is twee of drie dagen langer dan \
             de 104 weken van het loon. Wie op 29 februari ziek wordt, is beschermd tot en met \
             28 februari."
        }
        "Who was sick before 2016 kept the 104 weeks until 2016-07-01; from then on the 13 weeks \
         run." => {
            "Wie voor 2016 ziek werd, hield tot 1 juli 2016 de 104 weken. Vanaf die dag lopen de 13 \
             weken."
        }
        "Who was sick before 2023-07-01 keeps the 13 weeks (art. VIIIa(4))." => {
            "Wie voor 1 juli 2023 ziek werd, houdt de 13 weken. Dat staat in artikel VIIIa, lid 4."
        }
        // The regulation on the course of the first two years
        "A sick year is read as 52 weeks, as everywhere in these acts." => {
            "Een ziektejaar is hier 52 weken, net als overal in deze wetten."
        }
        "Practice asks for it from week 87 on, so that it is still up to date." => {
            "In de praktijk vraagt men het vanaf week 87. Dan is het nog actueel."
        }
        "Practice holds it from week 87 on." => "In de praktijk gebeurt het vanaf week 87.",
        "Practice holds it in weeks 46 to 52." => {
            "In de praktijk gebeurt het in de weken 46 tot en met 52."
        }
        "Read as a calendar year the first sick year ends one or two days later." => {
            "Lees je een ziektejaar als een jaar op de kalender, dan eindigt het een of twee dagen \
             later."
        }
        "The UWV tells parties to have it in the eighth week." => {
            "Het UWV zegt: zorg dat het er in de achtste week is."
        }
        "The UWV tells parties to have it in the sixth week, a day before the term ends." => {
            "Het UWV zegt: zorg dat het er in de zesde week is. Dat is een dag voor het einde van de \
             termijn."
        }
        "The day of the opinion itself is not one of the 14 days." => {
            "De dag van het oordeel zelf hoort niet bij de 14 dagen."
        }
        "The first sick day itself is not one of the 42 days. The clause binds the employer to ask \
         for the opinion; it is read as the opinion being there." => {
            "De eerste ziektedag zelf hoort niet bij de 42 dagen. De regel zegt dat de werkgever het \
             oordeel moet vragen. Hier lezen we: het oordeel moet er dan zijn."
        }
        "The regulation asks for what is reasonable; practice takes the short form up to ten \
         weeks." => {
            "De regeling vraagt wat redelijk is. In de praktijk is tot tien weken een kort verslag \
             genoeg."
        }
        "The regulation names no day; practice reports within the first week." => {
            "De regeling noemt geen dag. In de praktijk meldt de werkgever het in de eerste week."
        }
        "The regulation names no interval; practice takes six weeks." => {
            "De regeling zegt niet hoe vaak. In de praktijk is het elke zes weken."
        }
        "The regulation names no week; the report that holds it is due in week 91." => {
            "De regeling noemt geen week. Het hoort in het re-integratieverslag, en dat moet er in \
             week 91 zijn."
        }
        // The same without an employer
        "The UWV's own words; the regulation says six weeks." => {
            "Dat zijn woorden van het UWV zelf. De regeling zegt zes weken."
        }
        "The UWV's own words; the regulation says two weeks after the opinion." => {
            "Dat zijn woorden van het UWV zelf. De regeling zegt twee weken na het oordeel."
        }
        "The first day after the 26 weeks; the next period starts on it, whenever it was held." => {
            "Het moet op de eerste dag na de 26 weken. Op die dag begint ook de volgende periode, wanneer \
             het ook is gedaan."
        }
        "The first sick day itself is not one of the 42 days." => {
            "De eerste ziektedag zelf hoort niet bij de 42 dagen."
        }
        // Policy of the UWV
        "Asked when the 42nd-week report came before the leave and the sickness goes on on both \
         sides of it." => {
            "Het UWV vraagt dit als de 42e-weeksmelding vóór het verlof kwam en de werknemer na het \
             verlof nog ziek is. Alleen de Engelse pagina van het UWV is gevonden."
        }
        "The statute names no week; agencies start after week 8, when the plan can be there." => {
            "De wet noemt geen week. Bureaus beginnen na week 8, als het plan er kan zijn."
        }
        "The strictest published reading: no later than the end of week 52." => {
            "Volgens de strengste uitleg moet het uiterlijk aan het einde van week 52."
        }
        "Week 58 when the evaluation is held in week 52." => {
            "Dat is week 58 als de evaluatie in week 52 is."
        }
        // The WIA
        "A later decision shortens the sanction by as many days." => {
            "Beslist het UWV later, dan is de loonsanctie net zoveel dagen korter."
        }
        "Accepted on the next working day: a term that ended on a Saturday, a letter of Monday \
         (ECLI:NL:RBLEE:2012:BW0503)." => {
            "Een rechter ging in op een termijn die op zaterdag eindigde en een brief van maandag \
             (ECLI:NL:RBLEE:2012:BW0503)."
        }
        "Counted back on the calendar from the last day; a term counted back is not extended over a \
         weekend." => {
            "Er wordt teruggeteld op de kalender, vanaf de laatste dag. Zo'n termijn wordt in een \
             weekend niet langer."
        }
        "Dispatch on the last day is in time (ECLI:NL:CRVB:2018:3943); a day later no sanction is \
         possible." => {
            "Versturen op de laatste dag is op tijd (ECLI:NL:CRVB:2018:3943). Een dag later kan er \
             geen loonsanctie meer komen."
        }
        "From the day after the end; leave interrupts it." => {
            "De sanctie begint op de dag na het einde. Verlof onderbreekt haar."
        }
        "Only after a late notice, and if the 42nd-week report was made in time for it." => {
            "Dat geldt alleen als de brief van het UWV te laat kwam en de 42e-weeksmelding daarvoor op \
             tijd was."
        }
        "Only when the UWV asked an outside expert." => {
            "Dat geldt alleen als het UWV een deskundige van buiten heeft gevraagd."
        }
        "Practice starts in week 87, with the current opinion and the final evaluation." => {
            "In de praktijk begint het in week 87, met het actueel oordeel en de eindevaluatie."
        }
        "Seventy-eight weeks less the ten weeks that the decision takes." => {
            "Dat is 78 weken min de tien weken die de beslissing kost."
        }
        "The UWV writes a week before the term ends." => {
            "Het UWV schrijft een week voor het einde van de termijn."
        }
        "The act names no first day; the UWV takes claims from its letter on, which it now sends \
         after 88 weeks and sent two weeks earlier before 2013-07-01." => {
            "De wet noemt geen eerste dag. Aanvragen kan vanaf de brief van het UWV. Die komt na 88 \
             weken; voor 1 juli 2013 kwam hij twee weken eerder."
        }
        "The day of the decision is the first of the 42 days: decided on 2019-11-04, the last day \
         is 2019-12-15 (ECLI:NL:RBDHA:2021:9985). Others count from the day after it." => {
            "De dag van de beslissing is de eerste van de 42 dagen. Na een beslissing op 4 november \
             2019 was 15 december 2019 de laatste dag (ECLI:NL:RBDHA:2021:9985). Anderen tellen vanaf \
             de dag erna."
        }
        "The extended period ends no earlier, whatever day was asked for." => {
            "De verlenging eindigt niet eerder, welke dag er ook is gevraagd."
        }
        "The other reading: the first day on which that many weeks lie behind." => {
            "Dat is de andere lezing: de eerste dag waarop zoveel weken voorbij zijn."
        }
        "The weeks have lasted at the end of their last day." => {
            "De weken zijn vol aan het einde van hun laatste dag."
        }
        "Thirteen weeks less the ten weeks that the decision takes." => {
            "Dat is 13 weken min de tien weken die de beslissing kost."
        }
        // The Sickness Benefits Act
        "42 weeks have lasted at the end of day 294; the first day after it is day 295." => {
            "Aan het einde van dag 294 heeft de ziekte 42 weken geduurd. De eerste dag daarna is dag \
             295."
        }
        "A day before the term ends, as with the 42 weeks." => {
            "Dat is een dag voor het einde van de termijn, net als bij de 42 weken."
        }
        "A day, not a term that ends on it: not extended over a weekend." => {
            "De wet noemt een dag, geen termijn. Een weekend verandert daar niets aan."
        }
        "A right that lasts, not a term to act in: not extended over a weekend. A person sick on \
         2019-02-12 had no benefit from 2020-03-12 on (ECLI:NL:RBDHA:2021:7955)." => {
            "Dit is de duur van een recht, geen termijn om iets te doen. Een weekend verandert daar \
             niets aan. Iemand die op 12 februari 2019 ziek werd, had vanaf 12 maart 2020 geen \
             ziekengeld meer (ECLI:NL:RBDHA:2021:7955)."
        }
        "Art. 29(5) adds periods up in the words of the waiting period." => {
            "Artikel 29, lid 5, telt periodes samen met dezelfde woorden als bij de wachttijd."
        }
        "Before 2008-11-01 the report was due after 13 weeks. The words of that day are not at hand; \
         the transitional law that kept them is quoted." => {
            "Voor 1 november 2008 moest de melding na 13 weken. De woorden van toen zijn niet gevonden. \
             Hier staan de woorden van de wet die de oude regel liet gelden."
        }
        "Counted from the first day itself, on the calendar; also after recovery, for art. 38a(6) \
         wants the recovery reported no earlier than the sickness." => {
            "De eerste dag telt mee, en er wordt geteld op de kalender. Het moet ook na herstel. Want \
             volgens artikel 38a, lid 6, mag de werkgever het herstel niet eerder melden dan de \
             ziekte."
        }
        "Many systems take the last day of week 42; nobody calls that late." => {
            "Veel systemen nemen de laatste dag van week 42. Niemand noemt dat te laat."
        }
        "On that day, not up to it." => "Het moet op die dag zelf, niet eerder.",
        "Six weeks lie between a Monday and the Monday six weeks later." => {
            "Tussen een maandag en de maandag zes weken later liggen zes weken."
        }
        "The UWV accepts the first working day after week 42." => {
            "Dat is de eerste werkdag na week 42."
        }
        "The UWV accepts the next working day, here applied to the older term." => {
            "Dat is de eerste werkdag erna. Hier geldt dat voor de oude termijn."
        }
        "The last day of the employment is not one of the 42 days; also after recovery (art. \
         38aa(2))." => {
            "De laatste dag van het dienstverband hoort niet bij de 42 dagen. Het moet ook na herstel, \
             volgens artikel 38aa, lid 2."
        }
        "The reference day: the article names no term for the assessment, but on this day the other \
         test begins (ECLI:NL:RBMNE:2020:2772: sick on 2017-06-15, assessed as of 2018-06-14)." => {
            "Het artikel noemt geen termijn voor de beoordeling. Wel geldt vanaf deze dag een andere \
             toets. Een rechter zag dat ook zo: ziek op 15 juni 2017, beoordeeld vanaf 14 juni 2018 \
             (ECLI:NL:RBMNE:2020:2772)."
        }
        "Until 2023-07-01 (Stb. 2023, 169); who was sick before it keeps them (art. 104(3))." => {
            "Dit gold tot 1 juli 2023 (Stb. 2023, 169). Wie daarvoor ziek werd, houdt deze weken, \
             volgens artikel 104, lid 3."
        }
        _ => return None,
    };
    Some(dutch)
}

impl Bound {
    /// How the words are read, in a language; empty where they speak for themselves.
    ///
    /// ```
    /// use poortwachter::{Lang, law::wia::WAGE_SANCTION_DECISION};
    /// let tolerated = WAGE_SANCTION_DECISION.only_version().tolerated.unwrap();
    /// assert!(tolerated.reading_in(Lang::Nl).starts_with("Versturen op de laatste dag"));
    /// assert!(tolerated.reading_in(Lang::En).starts_with("Dispatch on the last day is in time"));
    /// ```
    #[must_use]
    pub fn reading_in(&self, lang: Lang) -> &'static str {
        lang.pick(in_dutch(self.reading).unwrap_or(self.reading), self.reading)
    }
}

#[cfg(test)]
mod tests {
    use super::in_dutch;
    use crate::law::LAW;

    /// A reading that changes in the law table must be put in Dutch again.
    #[test]
    fn every_reading_has_its_dutch_counterpart() {
        let mut readings = 0;
        for rule in LAW.rules() {
            for (_, version) in rule.versions() {
                let proviso = version.proviso.map(|proviso| proviso.before);
                let bounds = [version.opens, version.advised, Some(version.due), version.tolerated];
                for bound in bounds.into_iter().chain([proviso]).flatten() {
                    let dutch = in_dutch(bound.reading);
                    assert!(dutch.is_some(), "{}: {}", rule.id(), bound.reading);
                    assert_eq!(dutch == Some(""), bound.reading.is_empty(), "{}", bound.reading);
                    readings += usize::from(!bound.reading.is_empty());
                }
            }
        }
        assert!(readings > 60, "{readings}");
    }
}
