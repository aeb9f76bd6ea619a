//! The words for what people read, in Dutch and in English. The Dutch ones are those of the
//! statutes and of the field.

use crate::case::{EventKind, Remark};
use crate::lang::Lang;
use crate::law::{Anchor, Condition, Term};
use crate::timeline::{Obligation, Status};
use alloc::format;
use alloc::string::{String, ToString};

impl Obligation {
    /// The name of its rule, with its number where it is one of a series.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        self.rule().numbered(self.number(), lang)
    }
}

impl Status {
    /// In words.
    ///
    /// ```
    /// use poortwachter::{Lang, Status};
    /// assert_eq!(Status::Overdue { days: 1 }.words(Lang::En), "1 day overdue");
    /// assert_eq!(Status::Overdue { days: 3 }.words(Lang::Nl), "3 dagen te laat");
    /// ```
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let kind = self.kind().name(lang);
        let done = |days: u32, nl: &str, en: &str| {
            format!("{}, {} {}", lang.pick("gedaan", "done"), lang.days(days), lang.pick(nl, en))
        };
        match self {
            Status::DueSoon { days } => match lang {
                Lang::Nl => format!("nog {}", lang.days(days)),
                Lang::En => format!("due in {}", lang.days(days)),
            },
            Status::Overdue { days } => format!("{} {kind}", lang.days(days)),
            Status::MetEarly { days } => done(days, "vroeg", "early"),
            Status::MetLate { days } => done(days, "te laat", "late"),
            Status::NotApplicable(reason) | Status::Lapsed(reason) => {
                format!("{kind}: {}", reason.name(lang))
            }
            Status::WaitingFor(duty) => format!("{kind}: {}", duty.name(lang)),
            Status::Undetermined(norm) => format!("{kind}: {}", norm.name(lang)),
            _ => kind.to_string(),
        }
    }
}

impl Remark {
    /// In words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match (self, lang) {
            (Remark::SpellsMerged { at }, Lang::Nl) => {
                format!("de ziekteperiode vanaf {at} sluit aan op de vorige: zij is één periode")
            }
            (Remark::SpellsMerged { at }, Lang::En) => {
                format!(
                    "the spell from {at} follows the one before without a day between: one spell"
                )
            }
            (Remark::JoiningPresumed { leave }, Lang::Nl) => format!(
                "over de samentelling rond het verlof vanaf {leave} is niet beslist: de wet telt samen"
            ),
            (Remark::JoiningPresumed { leave }, Lang::En) => format!(
                "nobody has decided on the joining around the leave from {leave}: the acts join"
            ),
            (Remark::SeparationWithoutDecision { leave }, Lang::Nl) => format!(
                "het verlof vanaf {leave} scheidt twee gevallen, maar wie dat wanneer besliste ontbreekt"
            ),
            (Remark::SeparationWithoutDecision { leave }, Lang::En) => format!(
                "the leave from {leave} separates two cases, but who decided that and when is missing"
            ),
        }
    }
}

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
        // Statutes of one week, month or year exist: 1 is not a plural.
        let count = |n: u16, nl: [&str; 2], en: [&str; 2]| {
            let plural = usize::from(n != 1);
            format!("{n} {}", lang.pick(nl[plural], en[plural]))
        };
        let weeks = |n| count(n, ["week", "weken"], ["week", "weeks"]);
        let months = |n| count(n, ["maand", "maanden"], ["month", "months"]);
        let years = |n| count(n, ["jaar", "jaren"], ["year", "years"]);
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
            Term::PeriodOfWeeks(n) => around(["tijdvak van ", ""], weeks(n), ["period of ", ""]),
            Term::Years(n) => years(n),
            Term::InterruptionShorterThan(n) => around(
                ["onderbreking van minder dan ", ""],
                weeks(n),
                ["interruption of less than ", ""],
            ),
            Term::AtLeastWeeksBetween(n) => {
                around(["ten minste ", " ertussen"], weeks(n), ["at least ", " between"])
            }
            Term::OnDay(n) => around(["op dag ", ""], n.to_string(), ["on day ", ""]),
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
            Anchor::FirstSickDay => plain("eerste ziektedag", "first sick day"),
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
                plain("AOW-leeftijd", "state pension age")
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
            Anchor::Request => plain("het verzoek", "the request"),
            Anchor::LastSickDay => plain("laatste ziektedag", "last sick day"),
            Anchor::Due => plain("uiterste dag", "due day"),
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
            Condition::EmploymentEndsWhileSick => lang.pick(
                "het dienstverband eindigt tijdens ziekte",
                "the employment ends during the sickness",
            ),
        }
    }
}

impl EventKind {
    /// In words: the name of the duty that was met, or what happened.
    ///
    /// ```
    /// use poortwachter::{Duty, EventKind, Lang};
    /// assert_eq!(EventKind::Met(Duty::WIA_CLAIM).words(Lang::En), "WIA claim");
    /// assert_eq!(EventKind::Interview.words(Lang::Nl), "Voortgangsgesprek");
    /// ```
    #[must_use]
    pub const fn words(&self, lang: Lang) -> &'static str {
        match self {
            EventKind::PlanHolds(item) => item.name(lang),
            EventKind::SecondTrackPhase(phase) => phase.name(lang),
            EventKind::ReportHolds(part) => part.name(lang),
            other => other.event_name().name(lang),
        }
    }
}
