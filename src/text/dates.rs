//! Months, weekdays and dates.

use crate::day::Day;
use crate::lang::Lang;
use alloc::format;
use alloc::string::String;

impl Lang {
    /// The month of a day, in three letters.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// let day = Day::new(2026, 3, 2);
    /// assert_eq!((Lang::Nl.month(day), Lang::En.month(day)), ("mrt", "Mar"));
    /// ```
    #[must_use]
    pub fn month(self, date: impl Into<Day>) -> &'static str {
        const NL: [&str; 12] =
            ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
        const EN: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        self.of_month(date.into(), &NL, &EN)
    }

    /// The month of a day, in full.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// let day = Day::new(2026, 3, 2);
    /// assert_eq!((Lang::Nl.month_name(day), Lang::En.month_name(day)), ("maart", "March"));
    /// ```
    #[must_use]
    pub fn month_name(self, date: impl Into<Day>) -> &'static str {
        const NL: [&str; 12] = [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ];
        const EN: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        self.of_month(date.into(), &NL, &EN)
    }

    /// The weekday of a day, in two or three letters.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// let day = Day::new(2026, 3, 2);
    /// assert_eq!((Lang::Nl.weekday(day), Lang::En.weekday(day)), ("ma", "Mon"));
    /// ```
    #[must_use]
    pub fn weekday(self, date: impl Into<Day>) -> &'static str {
        const NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
        const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        self.of_weekday(date.into(), &NL, &EN)
    }

    /// The weekday of a day, in full.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// let day = Day::new(2026, 3, 2);
    /// assert_eq!((Lang::Nl.weekday_name(day), Lang::En.weekday_name(day)), ("maandag", "Monday"));
    /// ```
    #[must_use]
    pub fn weekday_name(self, date: impl Into<Day>) -> &'static str {
        const NL: [&str; 7] =
            ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
        const EN: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        self.of_weekday(date.into(), &NL, &EN)
    }

    /// A date without its year.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// assert_eq!(Lang::Nl.day_and_month(Day::new(2026, 3, 2)), "2 mrt");
    /// ```
    #[must_use]
    pub fn day_and_month(self, date: impl Into<Day>) -> String {
        let date = date.into();
        format!("{} {}", date.day(), self.month(date))
    }

    /// A date.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// assert_eq!(Lang::Nl.date(Day::new(2026, 3, 2)), "2 mrt 2026");
    /// ```
    #[must_use]
    pub fn date(self, date: impl Into<Day>) -> String {
        let date = date.into();
        format!("{} {}", self.day_and_month(date), date.year())
    }

    /// A date with its weekday.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// assert_eq!(Lang::En.date_with_weekday(Day::new(2026, 3, 2)), "Mon 2 Mar 2026");
    /// ```
    #[must_use]
    pub fn date_with_weekday(self, date: impl Into<Day>) -> String {
        let date = date.into();
        format!("{} {}", self.weekday(date), self.date(date))
    }

    /// A date, with the month in full.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// assert_eq!(Lang::Nl.long_date(Day::new(2026, 3, 2)), "2 maart 2026");
    /// ```
    #[must_use]
    pub fn long_date(self, date: impl Into<Day>) -> String {
        let date = date.into();
        format!("{} {} {}", date.day(), self.month_name(date), date.year())
    }

    /// A date with its weekday, both in full.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// assert_eq!(Lang::Nl.long_date_with_weekday(Day::new(2026, 3, 2)), "maandag 2 maart 2026");
    /// ```
    #[must_use]
    pub fn long_date_with_weekday(self, date: impl Into<Day>) -> String {
        let date = date.into();
        format!("{} {}", self.weekday_name(date), self.long_date(date))
    }

    /// A date in digits. In English the month stands in letters: countries differ in which of the two
    /// numbers comes first.
    ///
    /// ```
    /// use poortwachter::{Day, Lang};
    /// let day = Day::new(2026, 3, 2);
    /// assert_eq!(Lang::Nl.date_in_digits(day), "02-03-2026");
    /// assert_eq!(Lang::En.date_in_digits(day), "2 Mar 2026");
    /// ```
    #[must_use]
    pub fn date_in_digits(self, date: impl Into<Day>) -> String {
        let date = date.into();
        match self {
            Lang::Nl => format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year()),
            Lang::En => format!("{} {:04}", self.day_and_month(date), date.year()),
        }
    }

    fn of_month(self, date: Day, nl: &[&'static str; 12], en: &[&'static str; 12]) -> &'static str {
        let month = usize::from(date.month()) - 1;
        self.pick(nl[month], en[month])
    }

    fn of_weekday(self, date: Day, nl: &[&'static str; 7], en: &[&'static str; 7]) -> &'static str {
        let weekday = usize::from(date.weekday());
        self.pick(nl[weekday], en[weekday])
    }
}
