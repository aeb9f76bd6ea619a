//! Numbers of days, weeks, months and years.

use crate::lang::Lang;
use alloc::format;
use alloc::string::String;

impl Lang {
    /// A number of days.
    ///
    /// ```
    /// use poortwachter::Lang;
    /// assert_eq!((Lang::Nl.days(1), Lang::En.days(3)), ("1 dag".into(), "3 days".into()));
    /// ```
    #[must_use]
    pub fn days(self, n: u32) -> String {
        self.count(n, ["dag", "dagen"], ["day", "days"])
    }

    /// A number of weeks.
    ///
    /// ```
    /// use poortwachter::Lang;
    /// assert_eq!((Lang::Nl.weeks(6), Lang::En.weeks(1)), ("6 weken".into(), "1 week".into()));
    /// ```
    #[must_use]
    pub fn weeks(self, n: u32) -> String {
        self.count(n, ["week", "weken"], ["week", "weeks"])
    }

    /// A number of weeks of sickness.
    pub(super) fn weeks_of_sickness(self, n: u32) -> String {
        self.count(n, ["ziekteweek", "ziekteweken"], ["week of sickness", "weeks of sickness"])
    }

    /// A number of months.
    ///
    /// ```
    /// use poortwachter::Lang;
    /// assert_eq!((Lang::Nl.months(20), Lang::En.months(1)), ("20 maanden".into(), "1 month".into()));
    /// ```
    #[must_use]
    pub fn months(self, n: u32) -> String {
        self.count(n, ["maand", "maanden"], ["month", "months"])
    }

    /// A number of years.
    ///
    /// ```
    /// use poortwachter::Lang;
    /// assert_eq!((Lang::Nl.years(2), Lang::En.years(2)), ("2 jaar".into(), "2 years".into()));
    /// ```
    #[must_use]
    pub fn years(self, n: u32) -> String {
        self.count(n, ["jaar", "jaar"], ["year", "years"])
    }

    /// A number with its unit, of which the singular and the plural are given.
    ///
    /// ```
    /// use poortwachter::Lang;
    /// assert_eq!(Lang::Nl.count(2, ["risico", "risico's"], ["risk", "risks"]), "2 risico's");
    /// ```
    #[must_use]
    pub fn count(self, n: u32, nl: [&str; 2], en: [&str; 2]) -> String {
        let plural = usize::from(n != 1);
        format!("{n} {}", self.pick(nl[plural], en[plural]))
    }
}
