//! Reasons in words, in Dutch and in English.

use super::{FactChange, Uncounted, Why};
use crate::case::{EventKind, Fact};
use crate::day::Day;
use crate::lang::Lang;
use alloc::format;
use alloc::string::{String, ToString};

impl Why {
    /// In words, with days as `show` writes them.
    ///
    /// ```
    /// use poortwachter::{Lang, change::{Uncounted, Why}, law::ClockKind};
    /// let (because, clock) = (Uncounted::Recovered, ClockKind::WaitingPeriod);
    /// let why = Why::ClockShifted { days: 21, because, clock };
    /// let iso = |day: poortwachter::Day| day.to_string();
    /// assert_eq!(why.words(Lang::En, &iso), "clock shifts 21 days (recovered days)");
    /// assert_eq!(why.words(Lang::Nl, &iso), "klok schuift 21 dagen op (hersteldagen)");
    /// ```
    #[must_use]
    pub fn words(&self, lang: Lang, show: &dyn Fn(Day) -> String) -> String {
        match self {
            Why::FactRecorded(change) => change.words(lang, show),
            Why::ClockShifted { days, because, .. } => uncounted(*days, *because, lang),
            Why::Follows { duty, met } => {
                let name = duty.name(lang);
                match (met, lang) {
                    (Some(met), Lang::Nl) => format!("volgt op: {name}, {}", show(*met)),
                    (Some(met), Lang::En) => format!("follows: {name}, {}", show(*met)),
                    (None, Lang::Nl) => format!("volgt op: {name}, niet meer vastgelegd"),
                    (None, Lang::En) => format!("follows: {name}, no longer recorded"),
                }
            }
            Why::RuleVersion { rule, old, new } => {
                let term = |version: &Option<&crate::law::Version>| {
                    version.map_or_else(|| "-".to_string(), |version| version.due.term.words(lang))
                };
                let citation = self.citation().map(|citation| citation.to_string());
                let citation = citation.unwrap_or_default();
                let (from, to) = (term(old), term(new));
                let name = rule.name(lang);
                let reads = lang.pick("andere regel", "another rule");
                match from == to {
                    true => format!("{reads}: {name} ({citation})"),
                    false => format!("{reads}: {name}, {from} → {to} ({citation})"),
                }
            }
            Why::ManyFacts { count } => {
                format!("{count} {}", lang.pick("feiten verschillen", "facts differ"))
            }
            Why::LeadTime => lang.pick("andere vooruitblik", "another lead time").to_string(),
            Why::TimePassed => lang.pick("tijd verstreken", "time passed").to_string(),
        }
    }
}

fn uncounted(days: i32, because: Uncounted, lang: Lang) -> String {
    let what = match because {
        Uncounted::Recovered => lang.pick("hersteldagen", "recovered days"),
        Uncounted::Leave => lang.pick("verlofdagen", "days of leave"),
    };
    let n = lang.days(days.unsigned_abs());
    match (lang, days > 0) {
        (Lang::Nl, true) => format!("klok schuift {n} op ({what})"),
        (Lang::Nl, false) => format!("klok schuift {n} terug (minder {what})"),
        (Lang::En, true) => format!("clock shifts {n} ({what})"),
        (Lang::En, false) => format!("clock shifts {n} back (fewer {what})"),
    }
}

impl FactChange {
    /// In words, with days as `show` writes them.
    #[must_use]
    pub fn words(&self, lang: Lang, show: &dyn Fn(Day) -> String) -> String {
        match self {
            FactChange::Recorded(fact) => fact.words(lang, show),
            FactChange::Removed(fact) => {
                format!("{}: {}", lang.pick("vervallen", "left out"), fact.words(lang, show))
            }
            FactChange::Became { old, new } => {
                let was = lang.pick("was", "was");
                format!("{} ({was}: {})", new.words(lang, show), old.value(lang, show))
            }
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
            Fact::Entitlement(_) => {
                let about =
                    lang.pick("ziekengeld naast het loon", "sickness benefit beside the wages");
                format!("{about}: {value}")
            }
            Fact::Spell(_) => format!("{} {value}", lang.pick("ziek", "sick")),
            Fact::Leave(_) => format!("{} {value}", lang.pick("verlof", "leave")),
            Fact::Event(event) => format!("{}, {value}", event.kind().words(lang)),
        }
    }

    /// What can differ in it.
    fn value(&self, lang: Lang, show: &dyn Fn(Day) -> String) -> String {
        match self {
            Fact::Regime(regime) => regime.name(lang).to_string(),
            Fact::Interviews(rhythm) => rhythm.id().to_string(),
            Fact::StatePensionDay(day) | Fact::EmploymentLastDay(day) => show(*day),
            Fact::Entitlement(answer) => answer.id().to_string(),
            Fact::Spell(spell) => {
                let from = lang.pick("vanaf", "from");
                let first = show(spell.first_day());
                match spell.last_day() {
                    Some(last) => {
                        format!("{from} {first} {} {}", lang.pick("t/m", "to"), show(last))
                    }
                    None => format!("{from} {first}"),
                }
            }
            Fact::Leave(leave) => {
                let (first, last) = (show(leave.first_day()), show(leave.last_day()));
                let (from, to) = (lang.pick("vanaf", "from"), lang.pick("t/m", "to"));
                format!("{from} {first} {to} {last}")
            }
            Fact::Event(event) => match event.kind() {
                EventKind::VoluntaryExtension { until }
                | EventKind::ExtensionShortened { until }
                | EventKind::AgreedDeviation { until, .. } => {
                    let to = lang.pick("tot en met", "until");
                    format!("{} ({to} {})", show(event.on()), show(until))
                }
                _ => show(event.on()),
            },
        }
    }
}
