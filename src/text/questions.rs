//! Open questions, what hangs on them, and what nobody can say any more.

use crate::day::Day;
use crate::lang::{Lang, Text};
use crate::law::LAW;
use crate::text::phrases;
use crate::timeline::{
    Answer, AnswerKind, AnsweredDate, DateOf, Obligation, OpenQuestion, QuestionKind, Status, View,
};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Above a list of open questions.
pub const OPEN_QUESTIONS: Text = Text::new("Open vragen", "Open questions");

/// How many dates an answer names; the others are counted.
const MOST: usize = 6;

/// Beside a date that hangs on one of the questions; nothing beside the others.
#[must_use]
pub fn question_mark(questions: &[OpenQuestion], date: impl Into<DateOf>) -> &'static str {
    let date = date.into();
    if questions.iter().any(|question| question.moves(date)) { " ?" } else { "" }
}

/// What [`question_mark`] stands for.
#[must_use]
pub const fn note_on_the_question_mark(lang: Lang) -> &'static str {
    lang.pick("?: hangt af van een open vraag.", "?: hangs on an open question.")
}

impl DateOf {
    /// Whose date it is, in words.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        match self {
            DateOf::Milestone(milestone) => milestone.name(lang).to_string(),
            DateOf::Duty(duty, number) => match LAW.rule(duty.id()) {
                Some(rule) => rule.numbered(number, lang),
                None => duty.name(lang).to_string(),
            },
        }
    }

    /// Whether it is one of a series of which each counts from the one before.
    fn is_one_of_many(self) -> bool {
        match self {
            DateOf::Milestone(_) => false,
            DateOf::Duty(duty, _) => {
                LAW.rule(duty.id()).is_some_and(|rule| rule.recurrence.counts_from_previous())
            }
        }
    }
}

impl OpenQuestion {
    /// The question, with the days that it is about.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Lang, Timeline};
    /// let case = Case::builder().sick_since(Day::new(2023, 1, 2)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let questions = timeline.view(Day::new(2026, 6, 1)).open_questions();
    /// assert_eq!(
    ///     questions[0].sentence(Lang::En),
    ///     "Was a WIA claim made? None is recorded; due by Sun 13 Oct 2024"
    /// );
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let asked = self.kind().name(lang);
        let about = self.about().map(|day| lang.date_with_weekday(day));
        match (about, self.kind()) {
            (Some(due), QuestionKind::WiaClaimed) => format!(
                "{asked} {}; {} {due}",
                lang.pick("Er is er geen vastgelegd", "None is recorded"),
                phrases::DUE_BY.in_lang(lang),
            ),
            (Some(leave), _) => {
                format!("{asked} ({} {leave})", lang.pick("verlof vanaf", "leave from"))
            }
            (None, _) => asked.to_string(),
        }
    }

    /// The dates under one of its answers that are not the same under all: those with a day, those that move every
    /// day, and those that have none.
    #[must_use]
    pub fn dates_in_words(&self, answer: &Answer, lang: Lang) -> String {
        let differs = |date: &&AnsweredDate| {
            let mut others = self.answers().iter().filter_map(|other| other.date(date.of()));
            !date.of().is_one_of_many()
                && others.any(|other| {
                    (other.day(), other.moves_daily()) != (date.day(), date.moves_daily())
                })
        };
        let shown: Vec<&AnsweredDate> = answer.dates().iter().filter(differs).collect();
        let more = shown.len().saturating_sub(MOST);
        let shown = &shown[..shown.len() - more];
        let with_day = |date: &&AnsweredDate| {
            let day = lang.date_with_weekday(date.day()?);
            Some(format!("{} {day}", date.of().name(lang)))
        };
        let without = |moves_daily: bool| {
            let these = shown.iter().filter(|date| date.day().is_none());
            let these = these.filter(|date| date.moves_daily() == moves_daily);
            let names: Vec<String> = these.map(|date| date.of().name(lang)).collect();
            let what = match moves_daily {
                true => lang.pick("elke dag een dag later", "a day later every day"),
                false => phrases::NO_DAY.in_lang(lang),
            };
            if names.is_empty() { None } else { Some(format!("{what}: {}", names.join(", "))) }
        };
        let mut parts: Vec<String> = shown.iter().filter_map(with_day).collect();
        parts.extend([without(true), without(false)].into_iter().flatten());
        if more > 0 {
            parts.push(match lang {
                Lang::Nl => format!("en nog {more}"),
                Lang::En => format!("and {more} more"),
            });
        }
        parts.join("; ")
    }

    /// The answer in words; of a claim that is made today also how late it is on `on`.
    #[must_use]
    pub fn answer_in_words(&self, answer: &Answer, on: impl Into<Day>, lang: Lang) -> String {
        let name = answer.kind().name(lang);
        match (answer.kind(), self.about()) {
            (AnswerKind::MadeToday, Some(due)) => {
                let late = on.into().days_since(due).unsigned_abs();
                format!("{name}, {} {}", lang.days(late), phrases::LATE.in_lang(lang))
            }
            _ => name.to_string(),
        }
    }

    /// What is to be known beside the answers.
    #[must_use]
    pub fn note(&self, lang: Lang) -> Option<&'static str> {
        match self.kind() {
            QuestionKind::WiaClaimed if self.may_be_deemed_timely() => Some(lang.pick(
                "Elke dag later loopt de betaling een dag langer door. Ook een brief van het UWV is \
                 niet vastgelegd: kwam die te laat, dan kan de aanvraag toch op tijd zijn (WIA art. \
                 64 lid 6).",
                "Every day later, the payment runs on by a day. No notice of the UWV is recorded \
                 either: if it came late, the claim may still be deemed timely (WIA art. 64(6)).",
            )),
            QuestionKind::WiaClaimed => Some(lang.pick(
                "Elke dag later loopt de betaling een dag langer door.",
                "Every day later, the payment runs on by a day.",
            )),
            _ => None,
        }
    }
}

impl View<'_> {
    /// The duties that were not done and no longer have to be, in one line; none where there is none.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Lang, Timeline};
    /// let case = Case::builder().sick_since(Day::new(2017, 3, 6)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let missed = timeline.view(Day::new(2021, 6, 1)).missed_words(Lang::En).unwrap();
    /// assert!(missed.starts_with("Not recorded as done, and over by now: Sickness report"), "{missed}");
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn missed_words(&self, lang: Lang) -> Option<String> {
        let missed = self.obligations().filter(|(_, status)| *status == Status::Missed);
        let names = names(missed.map(|(obligation, _)| obligation), lang)?;
        let what = lang.pick(
            "Niet als gedaan vastgelegd, en inmiddels voorbij",
            "Not recorded as done, and over by now",
        );
        Some(format!("{what}: {names}."))
    }

    /// The duties of which nobody can say whether they were done, in one line; none where there is none.
    #[must_use]
    pub fn not_recorded_words(&self, lang: Lang) -> Option<String> {
        let names = names(self.not_recorded(), lang)?;
        let since = self.timeline().case().recorded_since()?;
        let since = lang.date_with_weekday(since);
        Some(match lang {
            Lang::Nl => {
                format!(
                    "Onbekend of het is gedaan, want vastgelegd wordt er pas vanaf {since}: {names}."
                )
            }
            Lang::En => {
                format!(
                    "Not known whether it was done, as the file is recorded since {since} only: {names}."
                )
            }
        })
    }
}

/// The names of obligations, none where there is none.
fn names<'o>(obligations: impl Iterator<Item = &'o Obligation>, lang: Lang) -> Option<String> {
    let names: Vec<String> = obligations.map(|obligation| obligation.name(lang)).collect();
    if names.is_empty() { None } else { Some(names.join(", ")) }
}
