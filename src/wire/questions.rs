//! Open questions as they go out.

use super::verdict::TextForm;
use super::view::CitationForm;
use crate::day::Day;
use crate::timeline::{Answer, AnsweredDate, DateOf, OpenQuestion};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// Something that nobody recorded and that would move a date.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenQuestionForm {
    /// The stable name; of a question on a leave with its first day. Milestones and obligations that hang on
    /// the question name it.
    pub id: String,
    /// What is asked.
    pub kind: &'static str,
    /// The question in words.
    pub words: TextForm,
    /// The first day of the leave that is asked about, or the due day of the claim.
    pub about: Option<Day>,
    /// Whether a late claim may still count as timely: no notice of the UWV is recorded either.
    pub may_be_deemed_timely: bool,
    /// The article by which the answer moves a date, where the act has one.
    pub citation: Option<CitationForm>,
    /// The answers.
    pub answers: Vec<AnswerForm>,
}

/// An answer to an open question, with the dates that hang on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerForm {
    /// What is answered.
    pub answer: &'static str,
    /// In words.
    pub words: TextForm,
    /// Every date that hangs on the question, as it is under this answer.
    pub dates: Vec<AnsweredDateForm>,
}

/// A date as it is under an answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnsweredDateForm {
    /// The milestone, null for a duty.
    pub milestone: Option<&'static str>,
    /// The duty, of which it is the due day; null for a milestone.
    pub duty: Option<&'static str>,
    /// The number of the obligation; 1 for a milestone.
    pub number: u16,
    /// The day, null where there is none under this answer, or none yet.
    pub day: Option<Day>,
    /// Whether it comes a day later for every day that passes.
    pub moves_daily: bool,
}

impl From<&OpenQuestion> for OpenQuestionForm {
    fn from(question: &OpenQuestion) -> OpenQuestionForm {
        OpenQuestionForm {
            id: question.id(),
            kind: question.kind().id(),
            words: TextForm::of(|lang| question.kind().name(lang).to_string()),
            about: question.about(),
            may_be_deemed_timely: question.may_be_deemed_timely(),
            citation: question.source().map(|source| source.citation.into()),
            answers: question.answers().iter().map(AnswerForm::from).collect(),
        }
    }
}

impl From<&Answer> for AnswerForm {
    fn from(answer: &Answer) -> AnswerForm {
        AnswerForm {
            answer: answer.kind().id(),
            words: TextForm::of(|lang| answer.kind().name(lang).to_string()),
            dates: answer.dates().iter().map(AnsweredDateForm::from).collect(),
        }
    }
}

impl From<&AnsweredDate> for AnsweredDateForm {
    fn from(date: &AnsweredDate) -> AnsweredDateForm {
        let (milestone, duty, number) = match date.of() {
            DateOf::Milestone(milestone) => (Some(milestone.id()), None, 1),
            DateOf::Duty(duty, number) => (None, Some(duty.id()), number),
        };
        let (day, moves_daily) = (date.day(), date.moves_daily());
        AnsweredDateForm { milestone, duty, number, day, moves_daily }
    }
}

/// The stable names of the questions that a date hangs on.
pub(super) fn ids(questions: &[OpenQuestion], date: impl Into<DateOf>) -> Vec<String> {
    let date = date.into();
    questions.iter().filter(|question| question.moves(date)).map(OpenQuestion::id).collect()
}
