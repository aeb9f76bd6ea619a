//! The words for what people read, in Dutch and in English. The Dutch ones are those of the
//! statutes and of the field.

use crate::case::{
    Adviser, DeviationReason, EventKind, PlanItem, Remark, ReportPart, SecondTrackEnd,
    SecondTrackPhase,
};
use crate::lang::Lang;
use crate::law::{Actor, Anchor, Axis, ClockKind, Condition, Layer, Term};
use crate::timeline::{Obligation, OpenNorm, Reason, State, Status, UnusedReason};
use alloc::format;
use alloc::string::{String, ToString};

impl Obligation {
    /// The name of its rule, with its number where it is one of a series.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        self.rule().numbered(self.number(), lang)
    }
}

impl Actor {
    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Actor::Employer => lang.pick("werkgever", "employer"),
            Actor::Employee => lang.pick("werknemer", "employee"),
            Actor::OccupationalPhysician => lang.pick("bedrijfsarts", "occupational physician"),
            Actor::Uwv => "UWV",
            Actor::CaseManager => lang.pick("casemanager", "case manager"),
            Actor::OwnRiskCarrier => lang.pick("eigenrisicodrager", "own-risk carrier"),
        }
    }
}

impl Layer {
    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Layer::Act => lang.pick("wet", "act"),
            Layer::OrderInCouncil => lang.pick("AMvB", "order in council"),
            Layer::MinisterialRegulation => lang.pick("ministeriële regeling", "regulation"),
            Layer::Policy => lang.pick("beleid", "policy"),
            Layer::Practice => lang.pick("praktijk", "practice"),
        }
    }
}

impl Reason {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Reason::NoPossibilities => "no-possibilities",
            Reason::StatePensionAge => "state-pension-age",
            Reason::WiaCannotStart => "wia-cannot-start",
            Reason::EmploymentEnds => "employment-ends",
            Reason::WagesEnd => "wages-end",
            Reason::SickTooShort => "sick-too-short",
            Reason::OldLaw => "old-law",
            Reason::HadEmployer => "had-employer",
            Reason::NotEntitled => "not-entitled",
            Reason::BenefitEnds => "benefit-ends",
            Reason::SanctionTooLate => "sanction-too-late",
            Reason::Recovered => "recovered",
            Reason::WiaGranted => "wia-granted",
            Reason::Deceased => "deceased",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Reason::NoPossibilities => lang.pick(
                "de bedrijfsarts ziet geen mogelijkheden tot terugkeer",
                "the physician sees no possibilities to return",
            ),
            Reason::StatePensionAge => {
                lang.pick("AOW-leeftijd bereikt", "state pension age reached")
            }
            Reason::WiaCannotStart => lang.pick(
                "WIA kan niet ingaan vóór de AOW-leeftijd",
                "WIA cannot start before the state pension age",
            ),
            Reason::EmploymentEnds => {
                lang.pick("dienstverband eindigt eerder", "employment ends earlier")
            }
            Reason::WagesEnd => lang.pick("loondoorbetaling eindigt eerder", "wages end earlier"),
            Reason::SickTooShort => lang.pick(
                "minder dan zes weken ziek bij einde dienstverband",
                "sick for less than six weeks at the end of the employment",
            ),
            Reason::OldLaw => lang.pick(
                "de regel gold nog niet op de eerste ziektedag",
                "the rule did not hold yet on the first sick day",
            ),
            Reason::HadEmployer => lang.pick(
                "er was een werkgever op de eerste ziektedag",
                "there was an employer on the first sick day",
            ),
            Reason::NotEntitled => {
                lang.pick("geen recht op ziekengeld", "no entitlement to sickness benefit")
            }
            Reason::BenefitEnds => {
                lang.pick("ziekengeld eindigt eerder", "sickness benefit ends earlier")
            }
            Reason::SanctionTooLate => {
                lang.pick("loonsanctie kan niet meer", "a wage sanction is no longer possible")
            }
            Reason::Recovered => lang.pick("hersteld", "recovered"),
            Reason::WiaGranted => lang.pick("WIA toegekend", "WIA granted"),
            Reason::Deceased => lang.pick("overleden", "deceased"),
        }
    }
}

impl OpenNorm {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            OpenNorm::WithoutDelay => "without-delay",
            OpenNorm::Entitlement => "entitlement",
            OpenNorm::AsSoonAsPossible => "as-soon-as-possible",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            OpenNorm::WithoutDelay => lang
                .pick("onverwijld: de wet noemt geen dag", "without delay: the law names no day"),
            OpenNorm::Entitlement => lang.pick(
                "onbekend of er recht op ziekengeld is",
                "not known whether there is an entitlement to sickness benefit",
            ),
            OpenNorm::AsSoonAsPossible => lang.pick(
                "zo tijdig mogelijk: de wet noemt geen dag",
                "as soon as possible: the law names no day",
            ),
        }
    }
}

impl UnusedReason {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            UnusedReason::EarlierCase => "earlier-case",
            UnusedReason::BeforeThePlan => "before-the-plan",
            UnusedReason::AfterTheDueDay => "after-the-due-day",
            UnusedReason::PlanExists => "plan-exists",
            UnusedReason::SanctionVoid => "sanction-void",
            UnusedReason::NoSanction => "no-sanction",
            UnusedReason::DoesNotExtend => "does-not-extend",
            UnusedReason::OutsideTheWindow => "outside-the-window",
            UnusedReason::WithinTheTerm => "within-the-term",
            UnusedReason::NoticeInTime => "notice-in-time",
            UnusedReason::NoCure => "no-cure",
            UnusedReason::NoClaim => "no-claim",
            UnusedReason::OtherRegime => "other-regime",
            UnusedReason::NoAssessment => "no-assessment",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            UnusedReason::EarlierCase => {
                lang.pick("hoort bij een eerder geval", "belongs to an earlier case")
            }
            UnusedReason::BeforeThePlan => lang.pick(
                "er was nog geen plan van aanpak om te evalueren",
                "there was no plan of action to evaluate yet",
            ),
            UnusedReason::AfterTheDueDay => lang.pick(
                "vastgelegd nadat het tweede spoor al moest zijn gestart",
                "recorded after the second track was due",
            ),
            UnusedReason::PlanExists => {
                lang.pick("er is al een plan van aanpak", "there already is a plan of action")
            }
            UnusedReason::SanctionVoid => lang.pick(
                "te laat opgelegd, of er is geen loon meer: zonder gevolg",
                "imposed too late, or no wages are due any more: no effect",
            ),
            UnusedReason::NoSanction => {
                lang.pick("er loopt geen loonsanctie", "no wage sanction runs")
            }
            UnusedReason::DoesNotExtend => lang.pick(
                "verlengt niet, of is vervangen door een latere",
                "extends nothing, or was replaced by a later one",
            ),
            UnusedReason::OutsideTheWindow => lang.pick(
                "buiten de termijn voor een verkorte wachttijd",
                "outside the window for a shortened waiting period",
            ),
            UnusedReason::WithinTheTerm => lang.pick(
                "binnen zes weken voorzien: de gewone termijn geldt",
                "foreseen within six weeks: the ordinary term holds",
            ),
            UnusedReason::NoticeInTime => {
                lang.pick("de kennisgeving was op tijd", "the notice was in time")
            }
            UnusedReason::NoCure => lang.pick(
                "de 42e-weeksmelding was daarvoor niet op tijd",
                "the 42nd-week report was not in time for it",
            ),
            UnusedReason::OtherRegime => {
                lang.pick("speelt geen rol in deze regeling", "plays no part in this regime")
            }
            UnusedReason::NoAssessment => lang.pick(
                "de eerstejaarsbeoordeling geldt niet of is niet bereikt",
                "the first-year assessment does not apply or was not reached",
            ),
            UnusedReason::NoClaim => lang.pick("er is geen aanvraag", "there is no claim"),
        }
    }
}

impl State {
    /// In words, without the dates in it.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            State::NotYetSick => lang.pick("nog niet ziek", "not yet sick"),
            State::Sick => lang.pick("ziek", "sick"),
            State::OnLeave => {
                lang.pick("met zwangerschaps- of bevallingsverlof", "on maternity leave")
            }
            State::Recovered { .. } => lang.pick("hersteld", "recovered"),
            State::Closed => lang.pick("gesloten", "closed"),
        }
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
        let count = |days: u32| lang.days(days);
        let plain = |nl: &str, en: &str| lang.pick(nl, en).to_string();
        let because = |nl: &str, en: &str, why: &str| format!("{}: {why}", lang.pick(nl, en));
        match self {
            Status::NotYetOpen => plain("nog niet aan de orde", "not yet open"),
            Status::Open => plain("kan nu", "open"),
            Status::DueSoon { days } => match lang {
                Lang::Nl => format!("nog {}", count(days)),
                Lang::En => format!("due in {}", count(days)),
            },
            Status::DueToday => plain("vandaag", "due today"),
            Status::Overdue { days } => {
                format!("{} {}", count(days), lang.pick("te laat", "overdue"))
            }
            Status::MetOnTime => plain("gedaan, op tijd", "done, on time"),
            Status::MetEarly { days } => {
                format!(
                    "{}, {} {}",
                    lang.pick("gedaan", "done"),
                    count(days),
                    lang.pick("vroeg", "early")
                )
            }
            Status::MetLate { days } => {
                format!(
                    "{}, {} {}",
                    lang.pick("gedaan", "done"),
                    count(days),
                    lang.pick("te laat", "late")
                )
            }
            Status::NotApplicable(reason) => {
                because("niet van toepassing", "not applicable", reason.words(lang))
            }
            Status::Paused => plain("gepauzeerd: hersteld", "paused: recovered"),
            Status::Lapsed(reason) => because("vervallen", "lapsed", reason.words(lang)),
            Status::WaitingFor(duty) => because("wacht op", "waiting for", duty.name(lang)),
            Status::Undetermined(norm) => {
                because("niet te bepalen", "undetermined", norm.words(lang))
            }
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

impl ClockKind {
    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            ClockKind::WaitingPeriod => lang.pick("wachttijd WIA", "WIA waiting period"),
            ClockKind::Notification => lang.pick("aangifte ZW", "ZW report"),
            ClockKind::Wages => lang.pick("loondoorbetaling", "wages"),
            ClockKind::DismissalBan => lang.pick("opzegverbod", "dismissal ban"),
        }
    }
}

impl Axis {
    /// In words: which day of a case must lie in the window of a version.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let plain = |nl: &str, en: &str| lang.pick(nl, en).to_string();
        match self {
            Axis::FirstSickDay => plain("eerste ziektedag", "first sick day"),
            Axis::LastDay => plain("laatste dag van de termijn", "last day of the term"),
            Axis::MetOrLastDay => plain(
                "dag waarop het is gedaan, of anders uiterste dag",
                "day done or else due day",
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
    pub fn words(&self, lang: Lang) -> &'static str {
        match self {
            EventKind::Met(duty) => duty.name(lang),
            EventKind::Interview => lang.pick("Voortgangsgesprek", "Progress interview"),
            EventKind::LongAbsenceForeseen => {
                lang.pick("Langdurig verzuim voorzien", "Long absence foreseen")
            }
            EventKind::NoPossibilities => {
                lang.pick("Geen mogelijkheden tot terugkeer", "No possibilities to return")
            }
            EventKind::OwnEmployerPerspective => lang.pick(
                "Concreet perspectief bij de eigen werkgever",
                "Concrete perspective with the own employer",
            ),
            EventKind::AgreedDeviation { .. } => {
                lang.pick("Afgesproken afwijking van een termijn", "Agreed deviation from a term")
            }
            EventKind::PlanAdjusted => {
                lang.pick("Bijstelling plan van aanpak", "Plan of action adjusted")
            }
            EventKind::PlanHolds(item) => item.name(lang),
            EventKind::PartlyAbleToWork => {
                lang.pick("Gedeeltelijk in staat tot werk", "Partly able to work")
            }
            EventKind::ReintegrationInterview => {
                lang.pick("Re-integratiegesprek", "Re-integration interview")
            }
            EventKind::OwnWorkRuledOut => lang.pick(
                "Eigen en ander passend werk bij de werkgever uitgesloten",
                "Own and other suitable work with the employer ruled out",
            ),
            EventKind::SecondTrackAdvised { .. } => {
                lang.pick("Advies tweede spoor", "Second track advised")
            }
            EventKind::SecondTrackProviderEngaged => {
                lang.pick("Re-integratiebedrijf ingeschakeld", "Second-track provider engaged")
            }
            EventKind::SecondTrackPhase(phase) => phase.name(lang),
            EventKind::SecondTrackEnded { .. } => {
                lang.pick("Einde tweede spoor", "Second track ended")
            }
            EventKind::FirstTrackEnded => lang.pick("Einde eerste spoor", "First track ended"),
            EventKind::ReportHolds(part) => part.name(lang),
            EventKind::WiaNoticeReceived => {
                lang.pick("Kennisgeving WIA ontvangen", "WIA notice received")
            }
            EventKind::OutsideExpertAsked => {
                lang.pick("UWV vroeg een externe deskundige", "UWV asked an outside expert")
            }
            EventKind::EarlyIvaClaim => lang.pick("Aanvraag vervroegde IVA", "Early IVA claim"),
            EventKind::VoluntaryExtension { .. } => lang.pick(
                "Vrijwillige verlenging loondoorbetaling",
                "Voluntary extension of the wages",
            ),
            EventKind::ExtensionShortened { .. } => {
                lang.pick("Verlenging verkort", "Extension shortened")
            }
            EventKind::AssessedAble => lang.pick(
                "Kan meer dan 65% verdienen volgens UWV",
                "Able to earn more than 65%, says the UWV",
            ),
            EventKind::WageSanction { .. } => lang.pick("Loonsanctie", "Wage sanction"),
            EventKind::RepairNotified => lang.pick("Herstel gemeld", "Repair notified"),
            EventKind::RepairRefused => lang.pick("Herstel afgewezen", "Repair refused"),
            EventKind::RepairEstablished => lang.pick("Herstel vastgesteld", "Repair established"),
            EventKind::WiaGranted => lang.pick("WIA toegekend", "WIA granted"),
            EventKind::Deceased => lang.pick("Overleden", "Deceased"),
        }
    }
}

impl Adviser {
    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Adviser::OccupationalPhysician => lang.pick("bedrijfsarts", "occupational physician"),
            Adviser::LabourExpert => lang.pick("arbeidsdeskundige", "labour expert"),
        }
    }
}

impl SecondTrackPhase {
    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            SecondTrackPhase::OrientationOnPerson => {
                lang.pick("persoonsoriëntatie", "orientation on the person")
            }
            SecondTrackPhase::OrientationOnLabourMarket => {
                lang.pick("arbeidsmarktoriëntatie", "orientation on the labour market")
            }
            SecondTrackPhase::ApplicationSkills => {
                lang.pick("sollicitatievaardigheden", "application skills")
            }
            SecondTrackPhase::ApproachOfLabourMarket => {
                lang.pick("arbeidsmarktbenadering", "approach of the labour market")
            }
            SecondTrackPhase::PlacementAndAfterCare => {
                lang.pick("plaatsing en nazorg", "placement and after-care")
            }
        }
    }
}

impl SecondTrackEnd {
    /// In words.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            SecondTrackEnd::Placed => lang.pick("geplaatst", "placed"),
            SecondTrackEnd::ReturnedToOwnEmployer => {
                lang.pick("terug bij de eigen werkgever", "returned to the own employer")
            }
            SecondTrackEnd::NoPossibilities => {
                lang.pick("geen mogelijkheden meer", "no possibilities any more")
            }
            SecondTrackEnd::WagesEnded => {
                lang.pick("loondoorbetaling geëindigd", "wage period ended")
            }
            SecondTrackEnd::CompletedWithoutResult => {
                lang.pick("doorlopen zonder resultaat", "completed without result")
            }
            SecondTrackEnd::OtherRecordedInFile => {
                lang.pick("andere reden, in het dossier", "another reason, in the file")
            }
        }
    }
}

impl PlanItem {
    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            PlanItem::Activities => lang.pick("activiteiten", "activities"),
            PlanItem::Goals => lang.pick("doelstellingen", "goals"),
            PlanItem::Terms => lang.pick("termijnen", "terms"),
            PlanItem::Vision => {
                lang.pick("visie van werkgever en werknemer", "vision of employer and employee")
            }
            PlanItem::EvaluationMoments => lang.pick("evaluatiemomenten", "moments of evaluation"),
            PlanItem::CaseManager => lang.pick("casemanager", "case manager"),
        }
    }
}

impl ReportPart {
    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            ReportPart::A => lang.pick("administratieve gegevens", "administrative data"),
            ReportPart::B => lang.pick("aard van het bedrijf", "nature of the business"),
            ReportPart::C => lang.pick("functie van de werknemer", "the employee's position"),
            ReportPart::D => lang.pick("bekwaamheden van de werknemer", "the employee's skills"),
            ReportPart::E => lang.pick("eerste ziektedag", "first sick day"),
            ReportPart::F => lang.pick("oordeel en advies bedrijfsarts", "physician's opinion"),
            ReportPart::G => {
                lang.pick("plan van aanpak en bijstellingen", "plan of action and adjustments")
            }
            ReportPart::H => lang.pick(
                "eerstejaarsevaluatie en laatste evaluatie",
                "first-year and most recent evaluation",
            ),
            ReportPart::I => {
                lang.pick("oordeel over de arbeidsrelatie", "opinion on the working relation")
            }
            ReportPart::J => lang.pick("actueel oordeel bedrijfsarts", "current opinion"),
            ReportPart::K => lang.pick("oordeel over passende arbeid", "opinion on suitable work"),
            ReportPart::L => lang.pick("oordeel van de werknemer", "the employee's opinion"),
        }
    }
}

impl DeviationReason {
    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            DeviationReason::AppointmentPostponed => {
                lang.pick("afspraak verzet", "appointment postponed")
            }
            DeviationReason::PartyAbsent => lang.pick("een partij afwezig", "a party was away"),
            DeviationReason::AwaitingExpertReport => {
                lang.pick("wacht op deskundige", "awaiting an expert")
            }
            DeviationReason::GradualReturnUnderWay => {
                lang.pick("opbouw van het werk loopt", "gradual return under way")
            }
            DeviationReason::ProviderUnavailable => {
                lang.pick("re-integratiebedrijf niet beschikbaar", "provider not available")
            }
            DeviationReason::OtherRecordedInFile => {
                lang.pick("andere reden, in het dossier", "another reason, in the file")
            }
        }
    }
}
