//! The JSON shape of an explanation (feature `serde`): each step with its stable name, its words,
//! its dates in the order in which they are read, and the article behind it.

use super::{CitationForm, Receipt, SubjectDerivationForm};
use crate::day::Day;
use crate::explain::{Explanation, Step, Subject};
use crate::lang::Lang;
use crate::law::LAW_AS_OF;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// An explanation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplanationForm {
    /// The duty, milestone or possibility.
    pub subject: &'static str,
    /// `duty`, `milestone` or `possibility`.
    pub kind: &'static str,
    /// The number in a series.
    pub number: u16,
    /// The language of the words: `nl` or `en`.
    pub lang: &'static str,
    /// Day of the view.
    pub on: Day,
    /// What computed it.
    pub receipt: Receipt,
    /// The title.
    pub title: String,
    /// The day that is explained.
    pub day: Option<Day>,
    /// Whether that day lies after the last day for which the law was checked.
    pub beyond_checked_law: bool,
    /// The steps.
    pub steps: Vec<StepForm>,
    /// How the days were found, as values; null where nothing was found.
    pub derivation: Option<SubjectDerivationForm>,
}

/// A step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepForm {
    /// Its stable name.
    pub id: &'static str,
    /// The heading above it.
    pub part: &'static str,
    /// Its words.
    pub words: String,
    /// The days in it, in the order in which they are read.
    pub dates: Vec<Day>,
    /// How many days it is about.
    pub days: Option<u32>,
    /// The counted day that it ends on.
    pub counted_day: Option<u32>,
    /// The article behind it.
    pub citation: Option<CitationForm>,
    /// The words of the article.
    pub text: Option<&'static str>,
}

impl From<&Explanation> for ExplanationForm {
    fn from(explanation: &Explanation) -> ExplanationForm {
        let lang = explanation.lang();
        let (kind, subject, number) = match explanation.answer().map(|answer| answer.subject) {
            Some(Subject::Duty(duty, number)) => ("duty", duty.id(), number),
            Some(Subject::Milestone(milestone)) => ("milestone", milestone.id(), 1),
            Some(Subject::Possibility(possibility, number)) => {
                ("possibility", possibility.id(), number)
            }
            None => ("", "", 1),
        };
        ExplanationForm {
            subject,
            kind,
            number,
            lang: lang.pick("nl", "en"),
            on: explanation.on(),
            receipt: Receipt::now(),
            title: explanation.title(),
            day: explanation.day(),
            beyond_checked_law: explanation.day().is_some_and(|day| day > LAW_AS_OF),
            steps: explanation.steps().iter().map(|step| form(step, lang)).collect(),
            derivation: explanation.derivation().map(SubjectDerivationForm::from),
        }
    }
}

fn form(step: &Step, lang: Lang) -> StepForm {
    let (days, counted_day) = match step {
        Step::LeftOut(left) => (Some(left.days), None),
        Step::Sum(sum) => (sum.days, sum.number),
        _ => (None, None),
    };
    let source = step.source();
    StepForm {
        id: step.id(),
        part: step.part().heading(lang),
        words: step.words(lang),
        dates: dates(step),
        days,
        counted_day,
        citation: source.map(|source| source.citation.into()),
        text: source.map(|source| source.text),
    }
}

fn dates(step: &Step) -> Vec<Day> {
    match step {
        Step::Answer(answer) => answer.day.into_iter().collect(),
        Step::Earlier { case, first, .. } => {
            [case.first_sick_day(), case.last_sick_day(), *first].into()
        }
        Step::OtherJoining { first, .. } => [*first].into(),
        Step::FirstSickDay { day, .. } | Step::NotExtended { day, .. } => [*day].into(),
        Step::LeftOut(left) => [left.first, left.last].into(),
        Step::NothingLeftOut { through } => [*through].into(),
        Step::Sum(sum) => [sum.start.day, sum.day].into(),
        Step::Prolonged(prolonged) => [prolonged.day()].into(),
        Step::Agreed { original, until, .. } => original.iter().copied().chain([*until]).collect(),
        Step::Extended { from, to, .. } => [*from, *to].into(),
        Step::Reading(reading) => reading.day.into_iter().collect(),
        Step::BeyondCheckedLaw { law_as_of } => [*law_as_of].into(),
        Step::Words { .. } | Step::WhyLeftOut { .. } | Step::Version { .. } | Step::Change(_) => {
            Vec::new()
        }
    }
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ExplanationForm::from(self).serialize(serializer)
    }
}
