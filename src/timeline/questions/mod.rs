//! What is not known and would move a date: asked, with the dates under each answer, and never assumed.

mod ask;
mod compare;

use super::milestones::MilestoneDay;
use super::obligation::Obligation;
use super::view::View;
use crate::case::Case;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Duty, Milestone, Source};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

closed_list! {
    /// What is asked of a case because nobody recorded it and it would move a date. The reason behind an answer
    /// is never recorded.
    QuestionKind, "open question" {
        /// Whether the sickness after a leave belongs to that before it (BW 7:629(10), WIA 23(3)).
        LeaveJoins = 0, "leave-joins",
            "Hoort de ziekte na het verlof bij die ervoor?",
            "Does the sickness after the leave belong to that before it?";
        /// Who decided, and when, that a leave separates two cases.
        SeparationDecided = 1, "separation-decided",
            "Wie besliste wanneer dat het verlof twee gevallen scheidt?",
            "Who decided, and when, that the leave separates two cases?";
        /// Whether there is an entitlement to sickness benefit beside the wages (ZW 29a, 29b).
        Entitlement = 2, "entitlement",
            "Is er recht op ziekengeld naast het loon?",
            "Is there an entitlement to sickness benefit beside the wages?";
        /// Whether a WIA benefit was claimed: while nobody claims, the payment runs on (BW 7:629(11)(a)).
        WiaClaimed = 3, "wia-claimed",
            "Is er een WIA-aanvraag gedaan?",
            "Was a WIA claim made?";
        /// Whether long absence was foreseen only after the usual term (RP 2(3)).
        LongAbsenceForeseen = 4, "long-absence-foreseen",
            "Werd het lange verzuim pas na de gewone termijn voorzien?",
            "Was the long absence foreseen only after the usual term?";
        /// Whether the sickness benefit after a leave is that of ZW 29a(4).
        BenefitAfterLeave = 5, "benefit-after-leave",
            "Is het ziekengeld na het verlof dat van ZW artikel 29a, lid 4?",
            "Is the sickness benefit after the leave that of ZW art. 29a(4)?";
    }
}

closed_list! {
    /// What may be answered to an open question.
    AnswerKind, "answer to an open question" {
        /// The sickness before and after the leave is one case.
        OneCase = 0, "one-case", "ja, het is één geval", "yes, it is one case";
        /// The sickness after the leave is a new case.
        NewCase = 1, "new-case", "nee, het is een nieuw geval", "no, it is a new case";
        /// Somebody decided that the leave separates two cases.
        Decided = 2, "decided", "er is beslist dat het scheidt", "it was decided that it separates";
        /// Nobody decided that.
        NotDecided = 3, "not-decided", "niemand heeft beslist", "nobody decided";
        /// Entitled.
        Entitled = 4, "entitled", "ja", "yes";
        /// Not entitled.
        NotEntitled = 5, "not-entitled", "nee", "no";
        /// The claim was made on its due day or before.
        MadeInTime = 6, "made-in-time", "ja, op tijd", "yes, in time";
        /// The claim is made on the day of the view.
        MadeToday = 7, "made-today", "nee, maar vandaag wel", "no, but it is today";
        /// No claim was made, and none is made.
        NotMade = 8, "not-made", "nee, en vandaag ook niet", "no, nor is it today";
        /// Long absence was foreseen within the usual term.
        ForeseenInTime = 9, "foreseen-in-time", "nee, binnen de termijn", "no, within the term";
        /// Long absence was foreseen after the usual term.
        ForeseenLater = 10, "foreseen-later", "ja, pas na de termijn", "yes, after the term";
        /// The sickness benefit is that of ZW 29a(4).
        FromTheDayAfterLeave = 11, "from-the-day-after-leave",
            "ja: 104 weken vanaf de dag na het verlof",
            "yes: 104 weeks from the day after the leave";
        /// The sickness benefit is that of ZW 29(5).
        FromTheFirstSickDay = 12, "from-the-first-sick-day",
            "nee: 104 weken van ongeschiktheid, het verlof niet meegeteld",
            "no: 104 weeks of incapacity, the leave left out";
    }
}

/// Whose date it is: that of a milestone, or the due day of an obligation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DateOf {
    /// A milestone.
    Milestone(Milestone),
    /// An obligation, by its duty and its number.
    Duty(Duty, u16),
}

impl From<Milestone> for DateOf {
    fn from(milestone: Milestone) -> DateOf {
        DateOf::Milestone(milestone)
    }
}

impl From<&MilestoneDay> for DateOf {
    fn from(line: &MilestoneDay) -> DateOf {
        DateOf::Milestone(line.milestone())
    }
}

impl From<&Obligation> for DateOf {
    fn from(obligation: &Obligation) -> DateOf {
        DateOf::Duty(obligation.duty(), obligation.number())
    }
}

/// A date as it is under an answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AnsweredDate {
    of: DateOf,
    day: Option<Day>,
    moves_daily: bool,
}

impl AnsweredDate {
    /// Whose date it is.
    #[must_use]
    pub const fn of(&self) -> DateOf {
        self.of
    }

    /// The day; none where there is none under this answer, or none yet.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.day
    }

    /// Whether it comes a day later for every day that passes.
    #[must_use]
    pub const fn moves_daily(&self) -> bool {
        self.moves_daily
    }
}

/// An answer to an open question, with the dates that hang on it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Answer {
    kind: AnswerKind,
    case: Option<Case>,
    dates: Vec<AnsweredDate>,
}

impl Answer {
    /// What is answered.
    #[must_use]
    pub const fn kind(&self) -> AnswerKind {
        self.kind
    }

    /// The case as it was known on the day of the view, with the fact that the answer is recorded as. None for
    /// an answer that no fact stands for.
    #[must_use]
    pub const fn case(&self) -> Option<&Case> {
        self.case.as_ref()
    }

    /// Every date that hangs on the question, as it is under this answer; in the order of
    /// [`OpenQuestion::dates`].
    #[must_use]
    pub fn dates(&self) -> &[AnsweredDate] {
        &self.dates
    }

    /// A date under this answer.
    #[must_use]
    pub fn date(&self, of: impl Into<DateOf>) -> Option<&AnsweredDate> {
        let of = of.into();
        self.dates.iter().find(|date| date.of == of)
    }
}

/// Something that nobody recorded and that would move a date.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct OpenQuestion {
    kind: QuestionKind,
    about: Option<Day>,
    dates: Vec<DateOf>,
    answers: Vec<Answer>,
    asks_whether_met: Option<Duty>,
    may_be_deemed_timely: bool,
    source: Option<Source>,
}

impl OpenQuestion {
    /// The stable name; of a question on a leave with its first day, as there may be several.
    #[must_use]
    pub fn id(&self) -> String {
        match (self.kind, self.about) {
            (QuestionKind::WiaClaimed, _) | (_, None) => self.kind.id().to_string(),
            (kind, Some(leave)) => format!("{}-{leave}", kind.id()),
        }
    }

    /// What is asked.
    #[must_use]
    pub const fn kind(&self) -> QuestionKind {
        self.kind
    }

    /// The first day of the leave that is asked about, or the due day of the claim.
    #[must_use]
    pub fn about(&self) -> Option<Day> {
        self.about
    }

    /// The dates that hang on it, milestones first.
    #[must_use]
    pub fn dates(&self) -> &[DateOf] {
        &self.dates
    }

    /// Whether a date hangs on it.
    ///
    /// ```
    /// use poortwachter::{Case, Day, Duty, Milestone, Timeline};
    /// let case = Case::builder().sick_since(Day::new(2023, 1, 2)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let view = timeline.view(Day::new(2026, 6, 1));
    /// let questions = view.open_questions();
    /// assert!(questions[0].moves(Milestone::END_OF_WAGES));
    /// let (analysis, _) = view.obligation(Duty::PROBLEM_ANALYSIS).unwrap();
    /// assert!(!questions[0].moves(analysis));
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn moves(&self, date: impl Into<DateOf>) -> bool {
        self.dates.contains(&date.into())
    }

    /// The answers, at least two.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// An answer.
    #[must_use]
    pub fn answer(&self, kind: AnswerKind) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.kind == kind)
    }

    /// The duty of which it asks whether it was done; none where it asks something else.
    #[must_use]
    pub const fn asks_whether_met(&self) -> Option<Duty> {
        self.asks_whether_met
    }

    /// Whether a late claim may still count as timely: no notice of the UWV is recorded either (WIA 64(6)).
    #[must_use]
    pub const fn may_be_deemed_timely(&self) -> bool {
        self.may_be_deemed_timely
    }

    /// The article by which the answer moves a date, with its words, where the act has one.
    #[must_use]
    pub const fn source(&self) -> Option<Source> {
        self.source
    }
}

impl View<'_> {
    /// What nobody recorded and would move a date of this view or take a duty away. Each is asked once.
    ///
    /// ```
    /// use poortwachter::timeline::{AnswerKind, QuestionKind};
    /// use poortwachter::{Case, Day, Milestone, Timeline};
    /// let day = Day::new;
    /// let case = Case::builder().sick_since(day(2023, 1, 2)).build()?;
    /// let timeline = Timeline::new(&case);
    /// let questions = timeline.view(day(2026, 6, 1)).open_questions();
    /// let [claim] = &questions[..] else { panic!("one question") };
    /// assert_eq!(claim.kind(), QuestionKind::WiaClaimed);
    /// let wages = |kind| claim.answer(kind).unwrap().date(Milestone::END_OF_WAGES).unwrap().day();
    /// assert_eq!(wages(AnswerKind::MadeInTime), Some(day(2024, 12, 29)));
    /// assert_eq!(wages(AnswerKind::MadeToday), Some(day(2026, 8, 17))); // 596 days late
    /// assert_eq!(wages(AnswerKind::NotMade), None); // they run on
    /// # Ok::<(), poortwachter::CaseError>(())
    /// ```
    #[must_use]
    pub fn open_questions(&self) -> Vec<OpenQuestion> {
        ask::questions(self)
    }

    /// The open questions that a date hangs on. For many dates ask [`OpenQuestion::moves`] of one list of
    /// [`open_questions`](Self::open_questions).
    #[must_use]
    pub fn hangs_on(&self, date: impl Into<DateOf>) -> Vec<OpenQuestion> {
        let date = date.into();
        let mut questions = self.open_questions();
        questions.retain(|question| question.moves(date));
        questions
    }

    /// The obligations of which nobody can say whether they were done: they were due before the file was
    /// recorded.
    pub fn not_recorded(&self) -> impl Iterator<Item = &Obligation> {
        let unknown = super::Status::Undetermined(super::OpenNorm::NotRecorded);
        self.obligations().filter(move |(_, status)| *status == unknown).map(|(line, _)| line)
    }
}
