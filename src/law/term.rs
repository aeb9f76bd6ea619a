//! The time phrases of the statutes. How many days each of them is stands in `plan.rs`, once.
//!
//! The legislator uses a handful of phrases, and each is off by one in its own way. `S(k)` is the
//! k-th counted day, `S(1)` the first sick day.
//!
//! | phrase | last day | example, first sick day Monday 2026-01-05 |
//! |---|---|---|
//! | *binnen n weken na x* | the 7n-th day strictly after x | six weeks: 2026-02-16, day 43 |
//! | *uiterlijk op de eerste dag nadat … n weken heeft geduurd* | `S(7n+1)` | 42 weeks: 2026-10-26, day 295 |
//! | *uiterlijk op de dag waarop … n weken heeft geduurd* | `S(7n)` | 89 weeks: 2027-09-19, day 623 |
//! | *uiterlijk n weken voor afloop* | 7n calendar days before the last day | 11 weeks: 2027-10-17 |
//! | *een tijdvak van n weken* | the 7n-th day, the first included | 104 weeks: 2028-01-02, day 728 |
//! | *op de n-de dag* | `S(n)` | second day: 2026-01-06 |
//! | *uiterlijk (op) de n-de dag van x* | the n-th day, x included | fourth day: 2026-01-08 |
//! | *uiterlijk op de n-de dag na x* | the n-th day strictly after x | second day after: 2026-01-07 |
//! | *tot n maanden na x* | the same day of the month | one month after 2027-01-04: 2027-02-04 |
//! | *n jaren* | the day before the same date n years later | two years: 2028-01-04, day 730 |
//! | *onverwijld, tijdig, periodiek* | none: the law names no date, so there is no term | |

use super::rule::Layer;

/// One time phrase with its number. Weeks are periods of seven counted days; "week n" is counted
/// days `7(n-1)+1` to `7n`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Term {
    /// The day itself.
    OnTheDay,
    /// The first day of week n: after week n-1.
    StartOfWeek(u16),
    /// The last day of week n: "in week n at the latest".
    EndOfWeek(u16),
    /// *Binnen n weken na x*: x does not count.
    WithinWeeksAfter(u16),
    /// *Binnen n maanden na x*: the same day of the month, the last day where the month is shorter.
    WithinMonthsAfter(u16),
    /// *Uiterlijk n maanden na aanvang*: the start does not count.
    MonthsAfterStart(u16),
    /// *Uiterlijk op de eerste dag nadat de ongeschiktheid n weken heeft geduurd*.
    FirstDayAfterLasting(u16),
    /// *Uiterlijk op de dag waarop de wachttijd n weken heeft geduurd*.
    DayOnWhichLasted(u16),
    /// *Uiterlijk n weken voor afloop*: calendar days back from the last day.
    WeeksBefore(u16),
    /// The first day of the n weeks that end on the day.
    FirstDayOfLastWeeks(u16),
    /// *Een tijdvak van n weken*: its last day, the first day counts.
    PeriodOfWeeks(u16),
    /// *n jaren*: the last day of n calendar years from the first day, measured in counted days.
    Years(u16),
    /// *Met een onderbreking van minder dan n weken*: the last day on which a new sickness still
    /// continues the old one.
    InterruptionShorterThan(u16),
    /// *Ten minste n weken gelegen tussen*: the first day that lies far enough.
    AtLeastWeeksBetween(u16),
    /// *Op de n-de dag van de ongeschiktheid*.
    OnDay(u16),
    /// *Uiterlijk op de n-de dag van x*: x is the first of them.
    ByDay(u16),
    /// *Uiterlijk op de n-de dag na x*: x does not count.
    ByDayAfter(u16),
    /// *Tot n maanden na x*, the duration of a right: the same day of the month, the last day where
    /// the month is shorter.
    UntilMonthsAfter(u16),
    /// The first working day on or after the day.
    NextWorkingDay,
}

const WEEK: i32 = 7;

impl Term {
    /// The number in the phrase, in weeks, months or years.
    #[must_use]
    pub const fn number(self) -> Option<u16> {
        match self {
            Term::StartOfWeek(n)
            | Term::EndOfWeek(n)
            | Term::WithinWeeksAfter(n)
            | Term::WithinMonthsAfter(n)
            | Term::MonthsAfterStart(n)
            | Term::FirstDayAfterLasting(n)
            | Term::DayOnWhichLasted(n)
            | Term::WeeksBefore(n)
            | Term::FirstDayOfLastWeeks(n)
            | Term::PeriodOfWeeks(n)
            | Term::Years(n)
            | Term::InterruptionShorterThan(n)
            | Term::AtLeastWeeksBetween(n)
            | Term::OnDay(n)
            | Term::ByDay(n)
            | Term::ByDayAfter(n)
            | Term::UntilMonthsAfter(n) => Some(n),
            Term::OnTheDay | Term::NextWorkingDay => None,
        }
    }

    /// The same phrase with another number; unchanged where the phrase has none.
    #[must_use]
    pub const fn with_number(self, n: u16) -> Term {
        match self {
            Term::StartOfWeek(_) => Term::StartOfWeek(n),
            Term::EndOfWeek(_) => Term::EndOfWeek(n),
            Term::WithinWeeksAfter(_) => Term::WithinWeeksAfter(n),
            Term::WithinMonthsAfter(_) => Term::WithinMonthsAfter(n),
            Term::MonthsAfterStart(_) => Term::MonthsAfterStart(n),
            Term::FirstDayAfterLasting(_) => Term::FirstDayAfterLasting(n),
            Term::DayOnWhichLasted(_) => Term::DayOnWhichLasted(n),
            Term::WeeksBefore(_) => Term::WeeksBefore(n),
            Term::FirstDayOfLastWeeks(_) => Term::FirstDayOfLastWeeks(n),
            Term::PeriodOfWeeks(_) => Term::PeriodOfWeeks(n),
            Term::Years(_) => Term::Years(n),
            Term::InterruptionShorterThan(_) => Term::InterruptionShorterThan(n),
            Term::AtLeastWeeksBetween(_) => Term::AtLeastWeeksBetween(n),
            Term::OnDay(_) => Term::OnDay(n),
            Term::ByDay(_) => Term::ByDay(n),
            Term::ByDayAfter(_) => Term::ByDayAfter(n),
            Term::UntilMonthsAfter(_) => Term::UntilMonthsAfter(n),
            Term::OnTheDay | Term::NextWorkingDay => self,
        }
    }

    /// The days in a term of whole weeks.
    pub(crate) const fn days(self) -> i32 {
        match self.number() {
            Some(weeks) => weeks as i32 * WEEK,
            None => 0,
        }
    }

    /// How many days a term that counts on every day ends after the day that it counts from, with months
    /// and years of these lengths; negative where it counts back.
    pub(super) const fn days_on(self, month: i32, year: i32) -> i32 {
        match (self, self.place()) {
            (_, Some(place)) => place - 1,
            (Term::OnTheDay | Term::NextWorkingDay, _) => 0,
            (Term::WeeksBefore(_), _) => -self.days(),
            (Term::FirstDayOfLastWeeks(_), _) => 1 - self.days(),
            (
                Term::WithinMonthsAfter(n) | Term::MonthsAfterStart(n) | Term::UntilMonthsAfter(n),
                _,
            ) => n as i32 * month,
            (Term::Years(n), _) => n as i32 * year - 1,
            (Term::ByDayAfter(n), _) => n as i32,
            _ => self.days(),
        }
    }

    /// For phrases that include their first day: which counted day it ends on, the first being 1.
    pub(crate) const fn place(self) -> Option<i32> {
        let days = self.days();
        match self {
            Term::StartOfWeek(_) => Some(days - WEEK + 1),
            Term::EndOfWeek(_) | Term::DayOnWhichLasted(_) | Term::PeriodOfWeeks(_) => Some(days),
            Term::FirstDayAfterLasting(_) => Some(days + 1),
            Term::OnDay(n) | Term::ByDay(n) => Some(n as i32),
            _ => None,
        }
    }

    /// Whether a term that ends on a Saturday, Sunday or public holiday is extended to the next
    /// working day. Derived, never configured: *Algemene termijnenwet* art. 1(1) and 5 (terms of an
    /// act or an order in council), 1(2) (not when counted back), 4(a) (not in more than twelve
    /// weeks, three months, or in years). A period during which a right lasts, or a point in time,
    /// is not a term within which somebody must act.
    #[must_use]
    pub const fn is_extended_over_weekends(self, layer: Layer) -> bool {
        let binding = matches!(layer, Layer::Act | Layer::OrderInCouncil);
        binding
            && match self {
                Term::WithinWeeksAfter(weeks) | Term::FirstDayAfterLasting(weeks) => {
                    weeks <= super::termijnenwet::LONGEST_WEEKS
                }
                Term::WithinMonthsAfter(months) => months <= super::termijnenwet::LONGEST_MONTHS,
                Term::ByDay(days) | Term::ByDayAfter(days) => {
                    days <= super::termijnenwet::LONGEST_DAYS
                }
                _ => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// *Algemene termijnenwet* art. 1(1), 1(2), 4(a) and 5, phrase by phrase.
    #[test]
    fn which_terms_end_on_the_next_working_day() {
        let extended = |term: Term| term.is_extended_over_weekends(Layer::Act);
        // "in meer dan twaalf weken, in meer dan drie maanden" (art. 4(a))
        assert!(extended(Term::WithinWeeksAfter(12)));
        assert!(!extended(Term::WithinWeeksAfter(13)));
        assert!(extended(Term::FirstDayAfterLasting(12)));
        assert!(!extended(Term::FirstDayAfterLasting(13)));
        assert!(extended(Term::WithinMonthsAfter(3)));
        assert!(!extended(Term::WithinMonthsAfter(4)));
        // "in meer dan 90 dagen" (art. 4(a))
        assert!(extended(Term::ByDay(90)) && extended(Term::ByDayAfter(90)));
        assert!(!extended(Term::ByDay(91)) && !extended(Term::ByDayAfter(91)));
        // "bepaald door terugrekening" (art. 1(2)), a duration, a point in time
        for term in [
            Term::WeeksBefore(6),
            Term::PeriodOfWeeks(6),
            Term::Years(1),
            Term::OnTheDay,
            Term::InterruptionShorterThan(4),
            Term::AtLeastWeeksBetween(6),
        ] {
            assert!(!extended(term), "{term:?}");
        }
    }

    /// Art. 5 names orders in council and no other regulation.
    #[test]
    fn which_instruments_the_act_on_terms_reaches() {
        let extended = |layer: Layer| Term::WithinWeeksAfter(6).is_extended_over_weekends(layer);
        assert!(extended(Layer::Act) && extended(Layer::OrderInCouncil));
        assert!(!extended(Layer::MinisterialRegulation));
        assert!(!extended(Layer::Policy) && !extended(Layer::Practice));
    }
}
