//! What an explanation is made of. No logic, only the data of a step.

use crate::case::DeviationReason;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::Text;
use crate::law::{Actor, ClockKind, Duty, Layer, Milestone, Possibility, Source, Term, Window};
use crate::timeline::{
    Derived, EarlierCase, Left, LeftOut, NotExtended, PossibilityState, Prolongation, Status, Sum,
};
use alloc::string::String;
use alloc::vec::Vec;

/// What is explained.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Subject {
    /// A duty, with its number in a series.
    Duty(Duty, u16),
    /// A milestone.
    Milestone(Milestone),
    /// A possibility, with its number among those of its kind.
    Possibility(Possibility, u16),
}

/// One step of an explanation.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Step {
    /// What it is about and the day.
    Answer(Answer),
    /// A case that was closed before this one began.
    Earlier {
        /// The case.
        case: EarlierCase,
        /// How many days lie between its last sick day and the first of the case that is explained, leave
        /// included.
        interruption: u32,
        /// How many of them are maternity leave.
        leave: u32,
        /// The first sick day of the case that is explained.
        first: Day,
        /// From how many days between them on a new case begins.
        separates: u32,
        /// What says from how many days on a new case begins.
        source: Source,
    },
    /// Another reading, which is contested: by it the case before this one goes on.
    OtherJoining {
        /// How many days of the interruption are not leave.
        outside_leave: u32,
        /// The first sick day by that reading.
        first: Day,
        /// Who reads it so.
        source: Source,
    },
    /// Where counting begins: day 1.
    FirstSickDay {
        /// The first counted day.
        day: Day,
        /// On which clock.
        clock: ClockKind,
    },
    /// Days between the first sick day and the end of the sum that were not counted.
    LeftOut(LeftOut),
    /// Why days of that kind were not counted, once for each kind.
    WhyLeftOut {
        /// Which kind.
        why: Left,
        /// From how many recovered days on a new case begins.
        separates: u32,
        /// What says so.
        source: Source,
    },
    /// Every day up to and including this one was counted.
    NothingLeftOut {
        /// The last day that was looked at.
        through: Day,
    },
    /// The words of the article, letter for letter.
    Words {
        /// Where, and the words.
        source: Source,
        /// How strong the day is.
        layer: Layer,
        /// How strong the duty itself is.
        duty_layer: Layer,
        /// The phrase of time and what it counts from, for a paraphrase.
        paraphrase: Option<(Term, crate::law::Anchor)>,
    },
    /// The wording is not the one in force, or is one of several over time.
    Version {
        /// When it holds.
        window: Window,
    },
    /// The day lies after the last day for which the law was checked.
    BeyondCheckedLaw {
        /// That last day.
        law_as_of: Day,
    },
    /// From one day to another.
    Sum(Sum),
    /// Something recorded moved the end of a sum.
    Prolonged(Prolongation),
    /// The parties agreed on another day (RP art. 5); of a term of the UWV, the UWV set it (RPV art. 6).
    Agreed {
        /// The day under the text, none where the text names none.
        original: Option<Day>,
        /// The agreed day.
        until: Day,
        /// Why they agreed on it.
        reason: DeviationReason,
        /// The words that let them.
        source: Source,
    },
    /// The *Algemene termijnenwet* moves the day.
    Extended {
        /// The last day of the sum.
        from: Day,
        /// The first working day after it.
        to: Day,
        /// Where it says so.
        source: Source,
    },
    /// The day stays where it is.
    NotExtended {
        /// The day.
        day: Day,
        /// Why.
        why: NotExtended,
    },
    /// How the words are read, and what other readings give.
    Reading(Reading),
    /// What a new fact would do to the day.
    Change(Change),
}

/// What it is about and the day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// What is explained.
    pub subject: Subject,
    /// Its name in Dutch.
    pub name_nl: String,
    /// Its name in English.
    pub name_en: String,
    /// The day: the last day to act, or the day of the milestone; of a possibility without a last day the
    /// first one.
    pub day: Option<Day>,
    /// Who must act; none for a milestone.
    pub actor: Option<Actor>,
    /// Who takes part.
    pub with: Vec<Actor>,
    /// First day on which it can be done.
    pub opens: Option<Day>,
    /// When it was done.
    pub met: Option<Day>,
    /// How it stands; none for a milestone or a possibility.
    pub status: Option<Status>,
    /// How a possibility stands, and when it was over before its last day.
    pub window: Option<(PossibilityState, Option<Day>)>,
    /// The last day on which what was posted in time may still arrive.
    pub tolerated: Option<Day>,
    /// What says that it does not apply, has lapsed or is paused, where an article does.
    pub because: Option<Source>,
    /// The last day on which a relapse revives what is paused.
    pub relapse_joins_through: Option<Day>,
    /// The day of the view.
    pub on: Day,
}

/// How the words are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Which date it is about.
    pub kind: ReadingKind,
    /// The reading; none where the words speak for themselves.
    pub words: Text,
    /// How strong that date is.
    pub layer: Layer,
    /// The day that the reading gives.
    pub day: Option<Day>,
    /// The day on which the crate computes instead.
    pub due: Day,
    /// How strong that day is.
    pub due_layer: Layer,
}

/// Which date a reading is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ReadingKind {
    /// Why the words give the due day.
    Due,
    /// The first day on which it can or should be started.
    Opens,
    /// A stricter reading, and the day to plan on.
    Stricter {
        /// The day to plan on; none when that day has passed.
        advised: Option<Day>,
    },
    /// The last working day before a due day that is not one.
    WorkingDay,
    /// A later day that is accepted.
    Tolerated,
    /// The day on another ground, where the ground is not recorded.
    Alternative,
}

/// What would change the day, once it is recorded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Change {
    /// The day follows from the day on which another duty is really met.
    Follows(Duty),
    /// Recovery or leave: days that do not count put the day off.
    Interruption {
        /// From how many recovered days on a new case begins.
        separates: u32,
    },
    /// The end moves: a voluntary extension.
    Extension,
    /// A late WIA claim moves it by as many days.
    LateClaim,
    /// A wage sanction moves it.
    Sanction,
    /// Long absence foreseen only after the term: without delay, no day.
    ForeseenLate {
        /// What says so.
        source: Source,
    },
    /// A concrete perspective with the own employer puts it off.
    Perspective,
    /// Own work is ruled out: start without delay.
    OwnWorkRuledOut,
    /// The physician sees no possibilities: it lapses.
    NoPossibilities,
    /// The parties may agree on another day, with a reason.
    Deviation,
    /// The employment ends before it.
    EmploymentEnds,
    /// A late notice of the UWV gives more time.
    LateNotice,
    /// The term of this duty starts on the day on which this one was met.
    StartsTermOf(Duty),
    /// A relapse before the end of the window revives it.
    Relapse,
}

closed_list! {
    /// The paragraph of the text that a step belongs to.
    Part, "part of an explanation" {
        /// The answer.
        Answer = 0, "answer", "Antwoord", "Answer";
        /// What was counted and what was left out.
        Counting = 1, "counting", "Wat telt mee", "What counts";
        /// The article.
        Rule = 2, "rule", "De regel", "The rule";
        /// The sum.
        Sum = 3, "sum", "De som", "The sum";
        /// Weekends and public holidays.
        Weekend = 4, "weekend", "Weekend en feestdagen", "Weekends and holidays";
        /// Readings.
        Readings = 5, "readings", "Hoe je het kunt lezen", "How it can be read";
        /// What would change it.
        Changes = 6, "changes", "Wat deze dag kan veranderen", "What could change this day";
        /// What follows from it.
        Next = 7, "next", "Wat hierop volgt", "What follows from it";
    }
}

closed_list! {
    /// A [`Step`] without what it holds.
    StepKind, "step of an explanation" {
        /// What it is about and the day.
        Answer = 0, "answer", "antwoord", "answer";
        /// A case that was closed before this one began.
        Earlier = 1, "earlier-case", "eerder geval", "earlier case";
        /// Where counting begins.
        FirstSickDay = 2, "first-sick-day", "eerste ziektedag", "first sick day";
        /// Days that were not counted.
        LeftOut = 3, "left-out", "niet meegeteld", "left out";
        /// Why they were not.
        WhyLeftOut = 4, "why-left-out", "waarom niet meegeteld", "why left out";
        /// Every day was counted.
        NothingLeftOut = 5, "nothing-left-out", "alles meegeteld", "nothing left out";
        /// The words of the article.
        Words = 6, "words", "tekst van het artikel", "words of the article";
        /// The version of the rule.
        Version = 7, "version", "versie van de regel", "version of the rule";
        /// The day lies after the last day for which the law was checked.
        BeyondCheckedLaw = 8, "beyond-checked-law",
            "na het gecontroleerde recht",
            "beyond the checked law";
        /// The sum.
        Sum = 9, "sum", "som", "sum";
        /// What moved an end.
        Prolonged = 10, "prolonged", "verschoven einde", "end moved";
        /// The parties agreed on another day.
        Agreed = 11, "agreed", "afgesproken", "agreed";
        /// The day was moved to a working day.
        Extended = 12, "extended", "naar een werkdag verschoven", "moved to a working day";
        /// It was not, and why.
        NotExtended = 13, "not-extended", "niet verschoven", "not moved";
        /// How the words are read.
        Reading = 14, "reading", "lezing", "reading";
        /// What would change the day.
        Change = 15, "change", "wat de dag kan veranderen", "what could change the day";
        /// Another reading, by which an earlier case goes on.
        OtherJoining = 16, "other-joining", "andere lezing van de samentelling", "other reading of joining";
    }
}

impl Step {
    /// A step of a derivation, where the text of a due day or milestone shows it.
    pub(super) const fn of(derived: Derived) -> Option<Step> {
        match derived {
            Derived::Sum(sum) => Some(Step::Sum(sum)),
            Derived::Prolonged(prolonged) => Some(Step::Prolonged(prolonged)),
            Derived::Agreed { original, until, reason, source } => {
                Some(Step::Agreed { original, until, reason, source })
            }
            Derived::Extended { from, to, source } => Some(Step::Extended { from, to, source }),
            Derived::NotExtended { day, why } => Some(Step::NotExtended { day, why }),
            Derived::NotAfter { .. }
            | Derived::NotBefore { .. }
            | Derived::WorkingDayBefore { .. }
            | Derived::NoDay(_) => None,
        }
    }

    /// The stable name.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.kind().id()
    }

    /// The step without what it holds.
    #[must_use]
    pub const fn kind(&self) -> StepKind {
        match self {
            Step::Answer(_) => StepKind::Answer,
            Step::Earlier { .. } => StepKind::Earlier,
            Step::OtherJoining { .. } => StepKind::OtherJoining,
            Step::FirstSickDay { .. } => StepKind::FirstSickDay,
            Step::LeftOut(_) => StepKind::LeftOut,
            Step::WhyLeftOut { .. } => StepKind::WhyLeftOut,
            Step::NothingLeftOut { .. } => StepKind::NothingLeftOut,
            Step::Words { .. } => StepKind::Words,
            Step::Version { .. } => StepKind::Version,
            Step::BeyondCheckedLaw { .. } => StepKind::BeyondCheckedLaw,
            Step::Sum(_) => StepKind::Sum,
            Step::Prolonged(_) => StepKind::Prolonged,
            Step::Agreed { .. } => StepKind::Agreed,
            Step::Extended { .. } => StepKind::Extended,
            Step::NotExtended { .. } => StepKind::NotExtended,
            Step::Reading(_) => StepKind::Reading,
            Step::Change(_) => StepKind::Change,
        }
    }

    /// The paragraph that it belongs to.
    #[must_use]
    pub const fn part(&self) -> Part {
        match self {
            Step::Answer(_) => Part::Answer,
            Step::Earlier { .. }
            | Step::OtherJoining { .. }
            | Step::FirstSickDay { .. }
            | Step::LeftOut(_)
            | Step::WhyLeftOut { .. }
            | Step::NothingLeftOut { .. } => Part::Counting,
            Step::Words { .. } | Step::Version { .. } | Step::BeyondCheckedLaw { .. } => Part::Rule,
            Step::Sum(_) | Step::Prolonged(_) | Step::Agreed { .. } => Part::Sum,
            Step::Extended { .. } | Step::NotExtended { .. } => Part::Weekend,
            Step::Reading(_) => Part::Readings,
            Step::Change(Change::StartsTermOf(_)) => Part::Next,
            Step::Change(_) => Part::Changes,
        }
    }

    /// The article behind it, with its words.
    #[must_use]
    pub fn source(&self) -> Option<Source> {
        match self {
            Step::Answer(answer) => answer.because,
            Step::Earlier { source, .. }
            | Step::OtherJoining { source, .. }
            | Step::WhyLeftOut { source, .. }
            | Step::Words { source, .. }
            | Step::Agreed { source, .. }
            | Step::Extended { source, .. } => Some(*source),
            Step::Prolonged(prolonged) => prolonged.source(),
            Step::NotExtended { why, .. } => why.source(),
            _ => None,
        }
    }
}
