//! The law: terms, what they count from, and conditions.

use crate::lang::Lang;
use crate::law::{Anchor, Condition, Layer, Term};
use crate::text::phrases;
use alloc::format;
use alloc::string::{String, ToString};

impl Term {
    /// In words, with its number.
    ///
    /// ```
    /// use poortwachter::{Lang, law::Term};
    /// assert_eq!(Term::WithinWeeksAfter(6).words(Lang::En), "within 6 weeks");
    /// assert_eq!(Term::FirstDayAfterLasting(42).words(Lang::Nl), "eerste dag nadat 42 weken zijn verstreken");
    /// ```
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let (weeks, months) = (|n: u16| lang.weeks(n.into()), |n: u16| lang.months(n.into()));
        let plain = |nl: &str, en: &str| lang.pick(nl, en).to_string();
        let around = |nl: [&str; 2], number: String, en: [&str; 2]| {
            let [before, after] = if lang == Lang::Nl { nl } else { en };
            format!("{before}{number}{after}")
        };
        match self {
            Term::OnTheDay => plain("op de dag zelf", "on the day itself"),
            Term::StartOfWeek(n) => {
                around(["eerste dag van week ", ""], n.to_string(), ["first day of week ", ""])
            }
            Term::EndOfWeek(n) => {
                around(["laatste dag van week ", ""], n.to_string(), ["last day of week ", ""])
            }
            Term::WithinWeeksAfter(n) => around(["binnen ", ""], weeks(n), ["within ", ""]),
            Term::WithinMonthsAfter(n) => around(["binnen ", ""], months(n), ["within ", ""]),
            Term::MonthsAfterStart(n) => around(
                ["uiterlijk ", " na aanvang"],
                months(n),
                ["", " after the start at the latest"],
            ),
            Term::FirstDayAfterLasting(n) => around(
                ["eerste dag nadat ", " zijn verstreken"],
                weeks(n),
                ["first day after ", " have passed"],
            ),
            Term::DayOnWhichLasted(n) => around(
                ["dag waarop het ", " heeft geduurd"],
                weeks(n),
                ["day on which it has lasted ", ""],
            ),
            Term::WeeksBefore(n) => {
                around(["uiterlijk ", " ervoor"], weeks(n), ["", " before it at the latest"])
            }
            Term::FirstDayOfLastWeeks(n) => around(
                ["eerste dag van de ", " die daarop eindigen"],
                weeks(n),
                ["first day of the ", " that end on it"],
            ),
            Term::PeriodOfWeeks(n) => around(["tijdvak van ", ""], weeks(n), ["period of ", ""]),
            // As in a statute, and not as in a sentence: "2 jaar".
            Term::Years(n) => lang.count(n.into(), ["jaar", "jaren"], ["year", "years"]),
            Term::InterruptionShorterThan(n) => around(
                ["onderbreking van minder dan ", ""],
                weeks(n),
                ["interruption of less than ", ""],
            ),
            Term::AtLeastWeeksBetween(n) => {
                around(["ten minste ", " ertussen"], weeks(n), ["at least ", " between"])
            }
            Term::OnDay(n) => around(["op dag ", ""], n.to_string(), ["on day ", ""]),
            Term::ByDay(n) => {
                around(["uiterlijk op dag ", ""], n.to_string(), ["on day ", " at the latest"])
            }
            Term::ByDayAfter(n) => around(
                ["uiterlijk ", " erna"],
                lang.days(n.into()),
                ["", " after it at the latest"],
            ),
            Term::UntilMonthsAfter(n) => around(["tot ", " erna"], months(n), ["until ", " after"]),
            Term::NextWorkingDay => {
                plain("die dag of de eerstvolgende werkdag", "that day or the next working day")
            }
        }
    }
}

impl Anchor {
    /// In words: what a term counts from.
    ///
    /// ```
    /// use poortwachter::{Lang, law::Anchor};
    /// assert_eq!(Anchor::FirstSickDay.words(Lang::Nl), "eerste ziektedag");
    /// ```
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let plain = |nl: &str, en: &str| lang.pick(nl, en).to_string();
        match self {
            Anchor::FirstSickDay => phrases::FIRST_SICK_DAY.in_lang(lang).to_string(),
            Anchor::Met(duty) => {
                format!("{}, {}", duty.name(lang), lang.pick("zodra gedaan", "once done"))
            }
            Anchor::MetOrPlanned(duty) => format!(
                "{}, {}",
                duty.name(lang),
                lang.pick("gedaan of anders uiterlijk", "done or else due")
            ),
            Anchor::PreviousInterview => plain(
                "vorig voortgangsgesprek, eerst het plan van aanpak",
                "previous interview, at first the plan of action",
            ),
            Anchor::End => plain(
                "einde van de wachttijd of de verlenging daarvan",
                "end of the waiting period or of its extension",
            ),
            Anchor::DelayedEnd => plain(
                "einde van de wachttijd of de verlenging daarvan, later bij een late aanvraag",
                "end of the waiting period or of its extension, later after a late claim",
            ),
            Anchor::NoticeReceived => {
                plain("ontvangst van de kennisgeving", "receipt of the UWV's notice")
            }
            Anchor::RepairNotified => plain("melding van het herstel", "notice of the repair"),
            Anchor::RepairEstablished => {
                plain("vaststelling van het herstel", "repair established by the UWV")
            }
            Anchor::SanctionEnd => plain("einde van de loonsanctie", "end of the wage sanction"),
            Anchor::StatePensionDay { not_before: None } => {
                phrases::STATE_PENSION_AGE.in_lang(lang).to_string()
            }
            Anchor::StatePensionDay { not_before: Some(day) } => format!(
                "{} {day}",
                lang.pick("AOW-leeftijd, op zijn vroegst", "state pension age, not before")
            ),
            Anchor::EmploymentEnd => {
                plain("laatste dag van het dienstverband", "last day of the employment")
            }
            Anchor::EarlyIvaClaim => {
                plain("aanvraag van een verkorte wachttijd", "claim for a shortened waiting period")
            }
            Anchor::ShorteningRequested => {
                plain("verzoek om de verlenging te verkorten", "request to shorten the extension")
            }
            Anchor::PeriodStart => plain(
                "eerste ziektedag, daarna de vorige herijkingsdag",
                "first sick day, then the day of the previous recalibration",
            ),
            Anchor::AbleToEarn { .. } => plain(
                "dag waarop meer dan 65% kan worden verdiend, op zijn vroegst na 52 weken",
                "day of being able to earn more than 65%, after 52 weeks at the earliest",
            ),
            Anchor::DayAfterLeave => plain("dag na het verlof", "day after the leave"),
            Anchor::AdjustmentAdvised => {
                plain("advies om het plan bij te stellen", "advice to adjust the plan")
            }
            Anchor::SupplementAsked => {
                plain("verzoek om aanvulling van het verslag", "request for the supplement")
            }
            Anchor::TermSet => plain("de termijn die het UWV stelde", "the term that the UWV set"),
            Anchor::ThirteenWeeks => {
                plain("einde van dertien weken ziekte", "end of thirteen weeks of sickness")
            }
            Anchor::FirstFitDay => plain(
                "eerste dag waarop de werknemer weer kan werken",
                "first day on which the employee can work again",
            ),
            Anchor::RecoveryTold => plain(
                "hersteldmelding door de werknemer, gedaan of anders uiterlijk",
                "recovery told by the employee, done or else due",
            ),
            Anchor::NewOpinion => plain(
                "nieuw oordeel: er zijn weer mogelijkheden",
                "new opinion: there are possibilities again",
            ),
            Anchor::PlanDueAgain => plain(
                "uiterste dag voor het plan na dat nieuwe oordeel",
                "last day for the plan after that new opinion",
            ),
            Anchor::Request => plain("het verzoek", "the request"),
            Anchor::LastSickDay => phrases::LAST_SICK_DAY.in_lang(lang).to_string(),
            Anchor::Due => phrases::DUE_DAY.in_lang(lang).to_string(),
            Anchor::WiaStart => {
                plain("dag waarop de WIA kan ingaan", "day on which the WIA can start")
            }
            Anchor::DayAfterLeaveOrSickness => plain(
                "dag na het verlof, of na de ziekte die daarop aansluit",
                "day after the leave, or after the sickness that adjoins it",
            ),
            Anchor::Opens => plain("de dag waarop het begint", "the day on which it opens"),
            Anchor::DecisionSent => plain("verzending van het besluit", "dispatch of the decision"),
            Anchor::DecisionDue => {
                plain("laatste dag van de beslistermijn", "last day for the decision")
            }
            Anchor::DefaultReceived => {
                plain("ontvangst van de ingebrekestelling", "receipt of the notice of default")
            }
            Anchor::LastDayToObject => {
                plain("laatste dag van de bezwaartermijn", "last day to object")
            }
            Anchor::DayAfterBan => plain("dag na het opzegverbod", "day after the dismissal ban"),
            Anchor::PermitGiven => {
                plain("dagtekening van de toestemming", "date of the permission")
            }
            Anchor::DayAfterPermit => plain(
                "dag na de dagtekening van de toestemming",
                "day after the date of the permission",
            ),
            Anchor::TransitionPaymentMade => plain(
                "volledige betaling van de transitievergoeding",
                "full payment of the transition payment",
            ),
        }
    }
}

impl Condition {
    /// In words.
    ///
    /// ```
    /// use poortwachter::{Lang, law::Condition};
    /// assert_eq!(Condition::WiaCanStart.words(Lang::En), "a WIA benefit can start before the state pension age");
    /// ```
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Condition::BelowStatePensionAge => {
                lang.pick("de AOW-leeftijd is niet bereikt", "the state pension age is not reached")
            }
            Condition::PossibilitiesToReturn => lang.pick(
                "de bedrijfsarts ziet mogelijkheden tot terugkeer",
                "the physician sees possibilities to return",
            ),
            Condition::WiaCanStart => lang.pick(
                "WIA kan ingaan vóór de AOW-leeftijd",
                "a WIA benefit can start before the state pension age",
            ),
            Condition::Employed => lang.pick(
                "het dienstverband en de loondoorbetaling lopen nog",
                "the employment and the wages still run",
            ),
            Condition::FirstSickDayFrom(_) => lang.pick(
                "de regel gold al op de eerste ziektedag",
                "the rule already held on the first sick day",
            ),
            Condition::WithoutEmployer => lang.pick(
                "er was geen werkgever meer op de eerste ziektedag",
                "there was no employer any more on the first sick day",
            ),
            Condition::EntitledToSicknessBenefit => lang.pick(
                "er is recht op ziekengeld naast het loon",
                "there is an entitlement to sickness benefit beside the wages",
            ),
            Condition::NotEntitledToSicknessBenefit => lang.pick(
                "er is geen recht op ziekengeld naast het loon",
                "there is no entitlement to sickness benefit beside the wages",
            ),
            Condition::WagesExtended => lang.pick(
                "de loondoorbetaling is op verzoek verlengd",
                "the wages are extended on request",
            ),
            Condition::EmploymentEndsWhileSick => lang.pick(
                "het dienstverband eindigt tijdens ziekte",
                "the employment ends during the sickness",
            ),
        }
    }
}

impl Layer {
    /// An article with its layer. Policy and practice are never dressed up as a statute.
    ///
    /// ```
    /// use poortwachter::{Lang, Layer};
    /// assert_eq!(Layer::Act.basis("WIA art. 25(3)", Lang::En), "WIA art. 25(3) (act)");
    /// assert_eq!(Layer::Practice.basis("a page", Lang::En), "practice, not law; see a page");
    /// ```
    #[must_use]
    pub fn basis(self, citation: &str, lang: Lang) -> String {
        let name = self.name(lang);
        match self.is_law() {
            true => format!("{citation} ({name})"),
            false => format!("{name}, {} {citation}", lang.pick("geen wet; zie", "not law; see")),
        }
    }
}
