//! Duties and how they stand.

use crate::lang::{Lang, Text};
use crate::text::phrases;
use crate::timeline::{Obligation, PossibilityWindow, Reason, Status, View};
use crate::verdict::JudgementKind;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Obligation {
    /// The name of its rule, with its number where it is one of a series.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        self.rule().numbered(self.number(), lang)
    }

    /// Who acts, and with whom.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Lang, Timeline};
    /// let case = Case::builder().sick_since(Day::new(2026, 1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(Day::new(2026, 2, 9));
    /// let (plan, _) = view.obligation(Duty::PLAN_OF_ACTION).unwrap();
    /// assert_eq!(plan.who(Lang::En), "employer with employee");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn who(&self, lang: Lang) -> String {
        let actor = self.actor().name(lang);
        let with: Vec<&str> = self.with().iter().map(|actor| actor.name(lang)).collect();
        match with.is_empty() {
            true => actor.to_string(),
            false => format!("{actor} {} {}", lang.pick("met", "with"), with.join(", ")),
        }
    }

    /// How it was met, with the day of that as `met` writes it; none where `status` does not say so.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Lang, Timeline};
    /// let case = Case::builder()
    ///     .sick_since(Day::new(2026, 1, 5))
    ///     .met(Duty::PROBLEM_ANALYSIS, Day::new(2026, 2, 20))
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(Day::new(2026, 3, 1));
    /// let (analysis, status) = view.obligation(Duty::PROBLEM_ANALYSIS).unwrap();
    /// let words = analysis.met_words(status, "20 Feb", Lang::En);
    /// assert_eq!(words.as_deref(), Some("done 20 Feb, 4 days late"));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn met_words(&self, status: Status, met: &str, lang: Lang) -> Option<String> {
        let how = status.how_met(lang);
        // What was done while it still waited for something is on time.
        let accepted = match self.is_within_tolerance() && status != Status::MetOnTime {
            true => format!(", {}", phrases::STILL_ACCEPTED.in_lang(lang)),
            false => String::new(),
        };
        let done = phrases::DONE.in_lang(lang);
        (!how.is_empty()).then(|| format!("{done} {met}, {how}{accepted}"))
    }
}

impl View<'_> {
    /// How many days of maternity leave are left out, in words; none where no leave is.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Lang, Timeline};
    /// let day = |m, d| Day::new(2024, m, d);
    /// let case = Case::builder().sick_since(day(1, 8)).leave(day(6, 3), day(9, 22)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let words = timeline.view(day(10, 1)).leave_words(Lang::En);
    /// assert_eq!(words.as_deref(), Some("112 days of maternity leave left out"));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn leave_words(&self, lang: Lang) -> Option<String> {
        let days = self.leave_days_left_out();
        let words = || match lang {
            Lang::Nl => {
                format!("{} zwangerschaps- en bevallingsverlof niet meegeteld", lang.days(days))
            }
            Lang::En => format!("{} of maternity leave left out", lang.days(days)),
        };
        (days > 0).then(words)
    }
}

impl PossibilityWindow {
    /// The name, with its number among those of its kind where that is not the first.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        let name = self.possibility().name(lang);
        match self.number() {
            1 => name.to_string(),
            number => format!("{name} {number}"),
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
        let kind = self.kind().name(lang);
        match self {
            Status::DueSoon { days } => match lang {
                Lang::Nl => format!("nog {}", lang.days(days)),
                Lang::En => format!("due in {}", lang.days(days)),
            },
            Status::Overdue { days } => format!("{} {kind}", lang.days(days)),
            Status::MetEarly { .. } | Status::MetLate { .. } => {
                format!("{}, {}", phrases::DONE.in_lang(lang), self.how_met(lang))
            }
            Status::NotApplicable(reason) | Status::Lapsed(reason) => {
                format!("{kind}: {}", reason.name(lang))
            }
            Status::WaitingFor(duty) => format!("{kind}: {}", duty.name(lang)),
            Status::Undetermined(norm) => format!("{kind}: {}", norm.name(lang)),
            _ => kind.to_string(),
        }
    }

    /// In time, early or late; nothing where it was not met.
    fn how_met(self, lang: Lang) -> String {
        let by = |days: u32, how: Text| format!("{} {}", lang.days(days), how.in_lang(lang));
        match self {
            Status::MetOnTime => JudgementKind::OnTime.name(lang).to_string(),
            Status::MetEarly { days } => by(days, phrases::EARLY),
            Status::MetLate { days } => by(days, phrases::LATE),
            _ => String::new(),
        }
    }
}

impl Reason {
    /// In a clause of its own, as it stands in a sentence; [`name`](Reason::name) is for a list.
    ///
    /// ```
    /// use poortwachter::{Lang, Reason};
    /// assert_eq!(Reason::WagesEnd.name(Lang::En), "wages end earlier");
    /// assert_eq!(Reason::WagesEnd.clause(Lang::En), "the wages end before it");
    /// ```
    #[must_use]
    pub const fn clause(self, lang: Lang) -> &'static str {
        match self {
            Reason::NoPossibilities => lang.pick(
                "de arts ziet geen mogelijkheden om weer te gaan werken",
                "the physician sees no possibilities to return to work",
            ),
            Reason::StatePensionAge => lang.pick(
                "de werknemer heeft de AOW-leeftijd",
                "the employee has reached the state pension age",
            ),
            Reason::WiaCannotStart => lang.pick(
                "de AOW-leeftijd komt eerder dan een WIA-uitkering kan beginnen",
                "the state pension age comes before a WIA benefit can start",
            ),
            Reason::EmploymentEnds => {
                lang.pick("het dienstverband eindigt eerder", "the employment ends before it")
            }
            Reason::WagesEnd => lang.pick("het loon stopt eerder", "the wages end before it"),
            Reason::SickTooShort => lang.pick(
                "de werknemer was minder dan zes weken ziek toen het dienstverband eindigde",
                "the employee was sick for less than six weeks when the employment ended",
            ),
            Reason::Entitled => lang.pick(
                "er is recht op ziekengeld naast het loon",
                "there is an entitlement to sickness benefit beside the wages",
            ),
            Reason::NotExtended => lang.pick(
                "de loondoorbetaling is niet op verzoek verlengd",
                "the wages are not extended on request",
            ),
            Reason::OldLaw => lang.pick(
                "de regel gold nog niet op de eerste ziektedag",
                "the rule did not hold yet on the first sick day",
            ),
            Reason::HadEmployer => lang.pick(
                "er was nog een werkgever op de eerste ziektedag",
                "there still was an employer on the first sick day",
            ),
            Reason::NotEntitled => lang.pick(
                "er is geen recht op ziekengeld naast het loon",
                "there is no entitlement to sickness benefit beside the wages",
            ),
            Reason::BenefitEnds => {
                lang.pick("het ziekengeld stopt eerder", "the sickness benefit ends before it")
            }
            Reason::SanctionTooLate => {
                lang.pick("een loonsanctie kan niet meer", "a wage sanction is no longer possible")
            }
            Reason::Recovered => lang.pick(
                "de werknemer is hersteld en is niet op tijd opnieuw ziek geworden",
                "the employee has recovered and did not fall sick again in time",
            ),
            Reason::WiaGranted => {
                lang.pick("de WIA-uitkering is al toegekend", "the WIA benefit has been granted")
            }
            Reason::Deceased => lang.pick("de werknemer is overleden", "the employee has died"),
            Reason::WiaDecided => lang.pick(
                "het UWV heeft al op de WIA-aanvraag beslist",
                "the UWV has decided on the WIA claim",
            ),
        }
    }
}

impl View<'_> {
    /// How many days count, and in which week and year of the sickness that is.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Lang, Timeline};
    /// let case = Case::builder().sick_since(Day::new(2026, 1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(Day::new(2026, 1, 14));
    /// assert_eq!(view.counted_words(Lang::Nl), "dag 10, week 2, ziektejaar 1");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn counted_words(&self, lang: Lang) -> String {
        let (day, week, year) = (self.counted_day(), self.week(), self.sick_year());
        match lang {
            Lang::Nl => format!("dag {day}, week {week}, ziektejaar {year}"),
            Lang::En => format!("day {day}, week {week}, sick year {year}"),
        }
    }
}
