//! Recorded facts, and what a reader of them should know.

use crate::case::{EventKind, Fact, Remark};
use crate::day::Day;
use crate::lang::Lang;
use crate::law::wazo;
use crate::text::phrases;
use alloc::format;
use alloc::string::{String, ToString};

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

impl Fact {
    /// In words, with days as `show` writes them.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Fact, Lang};
    /// let day = |d| Day::new(2026, 1, d);
    /// let case = Case::builder().sick(day(5), day(9)).build()?;
    /// let fact = Fact::Spell(case.spells()[0]);
    /// let iso = |day: Day| day.to_string();
    /// assert_eq!(fact.words(Lang::En, &iso), "sick from 2026-01-05 to 2026-01-09");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn words(&self, lang: Lang, show: &dyn Fn(Day) -> String) -> String {
        let value = self.value(lang, show);
        match self {
            Fact::Regime(_) => format!("{}: {value}", lang.pick("regeling", "regime")),
            Fact::Interviews(_) => {
                format!("{}: {value}", lang.pick("ritme van de gesprekken", "interviews"))
            }
            Fact::StatePensionDay(_) => {
                format!("{} {value}", lang.pick("AOW-leeftijd op", "state pension age on"))
            }
            Fact::EmploymentLastDay(_) => {
                format!("{} {value}", lang.pick("einde dienstverband op", "employment ends on"))
            }
            Fact::RecordedSince(_) => {
                format!("{} {value}", lang.pick("vastgelegd vanaf", "recorded since"))
            }
            Fact::Entitlement(_) => {
                let about =
                    lang.pick("ziekengeld naast het loon", "sickness benefit beside the wages");
                format!("{about}: {value}")
            }
            Fact::WageTerms(_) => {
                format!("{}: {value}", lang.pick("loon bij ziekte", "wages during sickness"))
            }
            Fact::Spell(_) => format!("{} {value}", phrases::SICK.in_lang(lang)),
            Fact::Leave(_) => format!("{} {value}", phrases::LEAVE.in_lang(lang)),
            Fact::Event(event) => format!("{}, {value}", event.kind().words(lang)),
        }
    }

    /// What can differ in it.
    pub(super) fn value(&self, lang: Lang, show: &dyn Fn(Day) -> String) -> String {
        match self {
            Fact::Regime(regime) => regime.name(lang).to_string(),
            Fact::Interviews(rhythm) => rhythm.id().to_string(),
            Fact::StatePensionDay(day)
            | Fact::EmploymentLastDay(day)
            | Fact::RecordedSince(day) => show(*day),
            Fact::Entitlement(answer) => answer.id().to_string(),
            Fact::WageTerms(terms) => terms.name(lang).to_string(),
            Fact::Spell(spell) => {
                let from = phrases::FROM.in_lang(lang);
                let first = show(spell.first_day());
                match spell.last_day() {
                    Some(last) => {
                        format!("{from} {first} {} {}", phrases::THROUGH.in_lang(lang), show(last))
                    }
                    None => format!("{from} {first}"),
                }
            }
            Fact::Leave(leave) => {
                let (first, last) = (show(leave.first_day()), show(leave.last_day()));
                let (from, to) = (phrases::FROM.in_lang(lang), phrases::THROUGH.in_lang(lang));
                format!("{from} {first} {to} {last}")
            }
            Fact::Event(event) => match event.kind() {
                EventKind::VoluntaryExtension { until }
                | EventKind::ExtensionShortened { until }
                | EventKind::AgreedDeviation { until, .. } => {
                    let to = phrases::UNTIL.in_lang(lang);
                    format!("{} ({to} {})", show(event.on()), show(until))
                }
                _ => show(event.on()),
            },
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
            (Remark::ShortLeave { leave, days }, Lang::Nl) => format!(
                "het verlof vanaf {leave} duurt {}, korter dan zes weken: alleen zwangerschaps- en \
                 bevallingsverlof verschuift dagen, en dat is pas na zes weken te splitsen ({})",
                lang.days(*days),
                wazo::SPLIT_AFTER_SIX_WEEKS.citation
            ),
            (Remark::ShortLeave { leave, days }, Lang::En) => format!(
                "the leave from {leave} lasts {}, less than six weeks: only maternity leave moves \
                 days, and it can be split up only after six weeks ({})",
                lang.days(*days),
                wazo::SPLIT_AFTER_SIX_WEEKS.citation
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
