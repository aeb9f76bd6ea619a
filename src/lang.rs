//! The two languages, and sentences in both.

use crate::day::Day;
use alloc::format;
use alloc::string::String;

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

    /// A number of days.
    ///
    /// ```
    /// use poortwachter::Lang;
    /// assert_eq!((Lang::Nl.days(1), Lang::En.days(3)), ("1 dag".into(), "3 days".into()));
    /// ```
    #[must_use]
    pub fn days(self, n: u32) -> String {
        let unit = if n == 1 { self.pick("dag", "day") } else { self.pick("dagen", "days") };
        format!("{n} {unit}")
    }

    /// The month of a day, in three letters.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// let day = Day::new(2026, 3, 2);
    /// assert_eq!((Lang::Nl.month(day), Lang::En.month(day)), ("mrt", "Mar"));
    /// ```
    #[must_use]
    pub fn month(self, date: impl Into<Day>) -> &'static str {
        let date = date.into();
        const NL: [&str; 12] =
            ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
        const EN: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = usize::from(date.month()) - 1;
        self.pick(NL[month], EN[month])
    }
}

/// A sentence in both languages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Text {
    /// In Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Text {
    /// No sentence.
    pub const NONE: Text = Text { nl: "", en: "" };

    /// The sentence in a language.
    ///
    /// ```
    /// use poortwachter::{Lang, law::wia::WAGE_SANCTION_DECISION};
    /// let tolerated = WAGE_SANCTION_DECISION.only_version().tolerated.unwrap();
    /// assert!(tolerated.reading.in_lang(Lang::Nl).starts_with("Versturen op de laatste dag"));
    /// assert!(tolerated.reading.in_lang(Lang::En).starts_with("Dispatch on the last day is in time"));
    /// ```
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        lang.pick(self.nl, self.en)
    }

    /// Whether there is no sentence.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.nl.is_empty() && self.en.is_empty()
    }
}
