//! The words for what people read, in Dutch and in English. The Dutch ones are those of the
//! statutes and of the field.

use crate::case::Remark;
use crate::law::{Actor, Layer, Rule};
use crate::timeline::{OpenNorm, Reason, State, Status, UnusedReason};
use alloc::format;
use alloc::string::{String, ToString};

/// A language that people read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// The Dutch or the English one of two.
    #[must_use]
    pub const fn pick<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }
}

impl Rule {
    /// Its name.
    ///
    /// ```
    /// use poortwachter::{Lang, law::wia::WIA_CLAIM};
    /// assert_eq!(WIA_CLAIM.name(Lang::Nl), "WIA-aanvraag");
    /// ```
    #[must_use]
    pub const fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.name_nl, self.name_en)
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
            Reason::WagesEnd => {
                lang.pick("loondoorbetaling eindigt eerder", "wages end earlier")
            }
            Reason::SickTooShort => lang.pick(
                "minder dan zes weken ziek bij einde dienstverband",
                "sick for less than six weeks at the end of the employment",
            ),
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
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            OpenNorm::WithoutDelay => lang.pick(
                "onverwijld: de wet noemt geen dag",
                "without delay: the law names no day",
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
            UnusedReason::NoClaim => {
                lang.pick("er is geen aanvraag", "there is no claim")
            }
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
            State::OnLeave => lang.pick("met zwangerschaps- of bevallingsverlof", "on maternity leave"),
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
        let count = |days: u32| match (lang, days) {
            (Lang::Nl, 1) => "1 dag".to_string(),
            (Lang::Nl, n) => format!("{n} dagen"),
            (Lang::En, 1) => "1 day".to_string(),
            (Lang::En, n) => format!("{n} days"),
        };
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
                format!("{}, {} {}", lang.pick("gedaan", "done"), count(days), lang.pick("vroeg", "early"))
            }
            Status::MetLate { days } => {
                format!("{}, {} {}", lang.pick("gedaan", "done"), count(days), lang.pick("te laat", "late"))
            }
            Status::NotApplicable(reason) => {
                because("niet van toepassing", "not applicable", reason.words(lang))
            }
            Status::Paused => plain("gepauzeerd: hersteld", "paused: recovered"),
            Status::Lapsed(reason) => because("vervallen", "lapsed", reason.words(lang)),
            Status::WaitingFor(duty) => {
                let name = crate::law::LAW.rule(duty.id()).map_or(duty.id(), |rule| rule.name(lang));
                because("wacht op", "waiting for", name)
            }
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
                format!("the spell from {at} follows the one before without a day between: one spell")
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
