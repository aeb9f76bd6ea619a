//! Why a date is that date, in plain words: Dutch (level B1) or English.
//!
//! An [`Explanation`] is a list of [`Step`]s with typed data, so that a program can show them its
//! own way, and it prints as text for a person. It does no arithmetic of its own: it shows the
//! [derivation](crate::timeline::Derivation) of the day.
//!
//! ```
//! use poortwachter::{Case, Day, Duty, Lang, Timeline, Explanation};
//! let day = |m, d| Day::new(2026, m, d);
//! let case = Case::builder().sick_since(day(1, 5)).build()?;
//! let timeline = Timeline::new(&case);
//! let view = timeline.view(day(2, 9));
//! let (analysis, _) = view.obligation(Duty::PROBLEM_ANALYSIS).unwrap();
//! let explanation = Explanation::new(&view, analysis, Lang::En);
//! assert_eq!(explanation.day(), Some(day(2, 16)));
//! assert_eq!(explanation.last_day_of_the_sum(), Some(day(2, 16)));
//! let text = explanation.to_string();
//! assert!(text.contains("Day 1 plus 42 is day 43: Monday 16 February 2026."));
//! assert!(text.contains("binnen zes weken na de eerste dag van ongeschiktheid"));
//! # Ok::<(), poortwachter::CaseError>(())
//! ```

mod changes;
mod counting;
mod ends;
mod obligation;
mod possibility;
mod readings;
mod steps;
mod words;

pub use crate::timeline::{
    Left, LeftOut, NotExtended, NotExtendedKind, Prolongation, Start, StartKind, Sum,
};
pub use steps::{Answer, Change, Part, Reading, ReadingKind, Step, StepKind, Subject};

use crate::day::Day;
use crate::lang::Lang;
use crate::timeline::{
    Derivation, MilestoneDay, Obligation, ObligationDerivation, PossibilityDerivation,
    PossibilityWindow, View,
};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// How the days of what is explained were found.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SubjectDerivation {
    /// The four dates of a duty.
    Duty(ObligationDerivation),
    /// The day of a milestone.
    Milestone(Derivation),
    /// The days of a possibility.
    Possibility(PossibilityDerivation),
}

/// Why a date is that date, or why there is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    lang: Lang,
    on: Day,
    steps: Vec<Step>,
    derivation: Option<SubjectDerivation>,
}

impl Explanation {
    /// Why an obligation is due on its day, or why it has none.
    ///
    /// The obligation should come from this view: a timeline may know later facts.
    #[must_use]
    pub fn new(view: &View<'_>, obligation: &Obligation, lang: Lang) -> Explanation {
        let found = view.derivation(obligation);
        let steps = obligation::steps(view, obligation, found.as_ref());
        let derivation = found.map(SubjectDerivation::Duty);
        Explanation { lang, on: view.on(), steps, derivation }
    }

    /// Why a milestone falls on its day.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Lang, Milestone, Timeline, Explanation};
    /// let day = Day::new;
    /// let case = Case::builder()
    ///     .sick_since(day(2023, 1, 2))
    ///     .met(Duty::WIA_CLAIM, day(2024, 10, 20)) // a week after 13 October
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2024, 11, 1));
    /// let milestones = view.milestones();
    /// let wages = milestones.iter().find(|m| m.milestone() == Milestone::END_OF_WAGES).unwrap();
    /// let text = Explanation::from_milestone(&view, wages, Lang::En).to_string();
    /// assert!(text.contains("The WIA claim came 7 days late."));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn from_milestone(view: &View<'_>, milestone: &MilestoneDay, lang: Lang) -> Explanation {
        let found = view.derivation_of_milestone(milestone.milestone());
        let steps = ends::steps(view, milestone, found.as_ref());
        let derivation = found.map(SubjectDerivation::Milestone);
        Explanation { lang, on: view.on(), steps, derivation }
    }

    /// Why a possibility opens and ends on its days.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Explanation, Lang, Possibility, Timeline};
    /// let day = Day::new;
    /// let case = Case::builder()
    ///     .sick_since(day(2023, 6, 5))
    ///     .met(Duty::WIA_DECISION, day(2025, 5, 19)) // a Monday
    ///     .build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2025, 6, 2));
    /// let all = view.possibilities();
    /// let objection = all.iter().find(|one| one.possibility() == Possibility::OBJECTION).unwrap();
    /// let text = Explanation::from_possibility(&view, objection, Lang::En).to_string();
    /// assert!(text.starts_with("Objection: until Monday 30 June 2025"), "{text}");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn from_possibility(
        view: &View<'_>,
        window: &PossibilityWindow,
        lang: Lang,
    ) -> Explanation {
        let found = view.derivation_of_possibility(window);
        let steps = possibility::steps(view, window, found.as_ref());
        let derivation = found.map(SubjectDerivation::Possibility);
        Explanation { lang, on: view.on(), steps, derivation }
    }

    /// The steps, in the order in which they are read.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How the days were found, as values; none where the obligation or milestone came from another view.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Lang, Timeline, Explanation, explain::SubjectDerivation};
    /// let day = |m, d| Day::new(2026, m, d);
    /// let case = Case::builder().sick_since(day(1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2, 9));
    /// let (analysis, _) = view.obligation(Duty::PROBLEM_ANALYSIS).unwrap();
    /// let explanation = Explanation::new(&view, analysis, Lang::En);
    /// let Some(SubjectDerivation::Duty(found)) = explanation.derivation() else { panic!("a duty") };
    /// assert_eq!(found.due().day(), explanation.day());
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub const fn derivation(&self) -> Option<&SubjectDerivation> {
        self.derivation.as_ref()
    }

    /// The language that it was asked in.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The day of the view: facts of later days play no part.
    #[must_use]
    pub const fn on(&self) -> Day {
        self.on
    }

    /// What it is about.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.steps.iter().find_map(|step| match step {
            Step::Answer(answer) => Some(answer),
            _ => None,
        })
    }

    /// The day that it explains; none where the answer has no day.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.answer().and_then(|answer| answer.day)
    }

    /// The last day that the sum names; none where there is no sum.
    #[must_use]
    pub fn last_day_of_the_sum(&self) -> Option<Day> {
        self.steps.iter().rev().find_map(|step| match step {
            Step::Sum(sum) => Some(sum.day),
            Step::Prolonged(prolonged) => Some(prolonged.day()),
            Step::Extended { to, .. } => Some(*to),
            Step::Agreed { until, .. } => Some(*until),
            _ => None,
        })
    }

    /// What stands above the text: the name and the day, or how it stands.
    #[must_use]
    pub fn title(&self) -> String {
        self.answer().map(|answer| words::title(answer, self.lang)).unwrap_or_default()
    }

    /// The paragraphs after the title, each with its heading; the first has none.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Lang, Timeline, Explanation};
    /// let day = |m, d| Day::new(2026, m, d);
    /// let case = Case::builder().sick_since(day(1, 5)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(day(2, 9));
    /// let (analysis, _) = view.obligation(Duty::PROBLEM_ANALYSIS).unwrap();
    /// let explanation = Explanation::new(&view, analysis, Lang::Nl);
    /// let headings: Vec<_> = explanation.paragraphs().into_iter().map(|(heading, _)| heading).collect();
    /// assert_eq!(headings[..4], ["", "Wat telt mee", "De regel", "De som"]);
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn paragraphs(&self) -> Vec<(&'static str, String)> {
        let mut paragraphs: Vec<(&'static str, String)> = Vec::new();
        for step in &self.steps {
            let heading = step.part().heading(self.lang);
            let text = step.words(self.lang);
            match paragraphs.last_mut() {
                _ if text.is_empty() => {}
                Some((last, whole)) if *last == heading => {
                    whole.push(' ');
                    whole.push_str(&text);
                }
                _ => paragraphs.push((heading, text)),
            }
        }
        paragraphs
    }
}

/// The text for a person, in the language that was asked.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title())?;
        let mut number = 0;
        for (heading, text) in self.paragraphs() {
            if heading.is_empty() {
                writeln!(f, "\n{text}")?;
            } else {
                number += 1;
                writeln!(f, "\n{number}. {heading}. {text}")?;
            }
        }
        Ok(())
    }
}
