//! Why something differs.

use crate::change::{FactChange, Uncounted, Why};
use crate::day::Day;
use crate::lang::Lang;
use crate::text::phrases;
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
                let reads = self.kind().name(lang);
                match from == to {
                    true => format!("{reads}: {name} ({citation})"),
                    false => format!("{reads}: {name}, {from} → {to} ({citation})"),
                }
            }
            Why::ManyFacts { count } => {
                format!("{count} {}", lang.pick("feiten verschillen", "facts differ"))
            }
            Why::LeadTime | Why::TimePassed => self.kind().name(lang).to_string(),
        }
    }
}

fn uncounted(days: i32, because: Uncounted, lang: Lang) -> String {
    let what = because.name(lang);
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
                let was = phrases::WAS.in_lang(lang);
                format!("{} ({was}: {})", new.words(lang, show), old.value(lang, show))
            }
        }
    }
}
