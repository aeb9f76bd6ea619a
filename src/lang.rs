//! The two languages.

use alloc::format;
use alloc::string::String;
use chrono::{Datelike, NaiveDate};

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
    /// use poortwachter::{Lang, chrono::NaiveDate};
    /// let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!((Lang::Nl.month(day), Lang::En.month(day)), ("mrt", "Mar"));
    /// ```
    #[must_use]
    pub fn month(self, date: NaiveDate) -> &'static str {
        const NL: [&str; 12] =
            ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
        const EN: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = date.month0() as usize;
        self.pick(NL[month], EN[month])
    }
}
