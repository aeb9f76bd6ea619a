//! What an explanation is made of. No logic, only the data of a step.

use crate::case::DeviationReason;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::Text;
use crate::law::{Actor, ClockKind, Count, Duty, Layer, Milestone, Source, Term, Window};
use crate::timeline::{EarlierCase, Status};
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
        /// Days after it that are neither sick days nor leave.
        recovered: u32,
        /// The first sick day of the case that is explained.
        first: Day,
        /// From how many recovered days on a new case begins.
        separates: u32,
        /// What says from how many days on a new case begins.
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
    /// The parties agreed on another day (RP art. 5).
    Agreed {
        /// The day under the text, none where the text names none.
        original: Option<Day>,
        /// The agreed day.
        until: Day,
        /// Why they agreed on it.
        reason: DeviationReason,
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
    /// The day: the last day to act, or the day of the milestone.
    pub day: Option<Day>,
    /// Who must act; none for a milestone.
    pub actor: Option<Actor>,
    /// Who takes part.
    pub with: Vec<Actor>,
    /// First day on which it can be done.
    pub opens: Option<Day>,
    /// When it was done.
    pub met: Option<Day>,
    /// How it stands; none for a milestone.
    pub status: Option<Status>,
    /// What says that it does not apply, has lapsed or is paused, where an article does.
    pub because: Option<Source>,
    /// The last day on which a relapse revives what is paused.
    pub relapse_joins_through: Option<Day>,
    /// The day of the view.
    pub on: Day,
}

/// Days that were not counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// First of them.
    pub first: Day,
    /// Last of them.
    pub last: Day,
    /// How many.
    pub days: u32,
    /// Why.
    pub why: Left,
}

/// Why days were not counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Left {
    /// Recovered, too short to begin a new case.
    Recovered,
    /// Maternity leave.
    Leave {
        /// Nobody has decided that the sickness after it is the same case: the acts presume it.
        presumed: bool,
    },
    /// A spell that does not count for the dismissal ban.
    NotForTheDismissalBan,
}

/// A day that a sum starts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Start {
    /// The day.
    pub day: Day,
    /// What it is.
    pub kind: StartKind,
}

/// What a sum starts from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum StartKind {
    /// The first sick day.
    FirstSickDay,
    /// The first sick day, as the beginning of the waiting period.
    WaitingPeriod,
    /// The day on which a duty was met, with its number in a series.
    Done(Duty, u16),
    /// The last day for a duty that was not met, or has no recorded day.
    Planned(Duty, u16),
    /// The last day of the waiting period.
    EndOfWaitingPeriod,
    /// The last day of a voluntary extension.
    EndOfExtension,
    /// One of these ends, later by the days that the claim was late.
    DelayedEnd {
        /// How many.
        days_late: u32,
    },
    /// The employee received the UWV's notice.
    NoticeReceived,
    /// The employer notified a repair.
    RepairNotified,
    /// The UWV established the repair.
    RepairEstablished,
    /// The last day of the wage sanction.
    SanctionEnd,
    /// The claim is taken up again.
    ClaimResumed,
    /// The state pension age is reached, or the short period starts.
    StatePensionDay,
    /// The last day of the employment.
    EmploymentEnd,
    /// Able to earn more than 65%.
    AbleToEarn,
    /// The day after leave.
    DayAfterLeave,
    /// A period of a series starts.
    PeriodStart,
    /// The last sick day.
    LastSickDay,
    /// A concrete perspective with the own employer was recorded.
    Perspective,
    /// The last day under the same rule.
    Due,
}

/// A sum: from a day to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sum {
    /// From which day.
    pub start: Start,
    /// Which counted day that is: how many days counted up to and including it. None on the
    /// calendar.
    pub start_number: Option<u32>,
    /// Whether the start is itself a counted day.
    pub start_counts: bool,
    /// The phrase of time.
    pub term: Term,
    /// On sick days or on calendar days.
    pub count: Count,
    /// On which clock sick days count.
    pub clock: ClockKind,
    /// How many days were counted on (or back); none where the term is not a number of days.
    pub days: Option<u32>,
    /// Which counted day the end is; none on the calendar.
    pub number: Option<u32>,
    /// The end, before any extension over a weekend.
    pub day: Day,
}

/// What moved an end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Prolongation {
    /// The parties asked for a longer wage period.
    Extension {
        /// The day on which a shorter extension was asked for.
        shortened_on: Option<Day>,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The WIA claim was late.
    LateClaim {
        /// By how many days.
        days: u32,
        /// How many days of leave lie in them, which do not count.
        leave_days: u32,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// A wage sanction.
    Sanction {
        /// Its first day.
        first: Day,
        /// Its last day.
        last: Day,
        /// How many days it lasts.
        days: u32,
        /// By how many days late decisions shortened it.
        shortened: u32,
        /// The UWV established a repair on this day.
        repaired: Option<Day>,
        /// The last day of what it prolongs.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// What runs on is the same number of days on another clock.
    RunsOn {
        /// How many days because the claim was late.
        late: u32,
        /// How many days because of a voluntary extension.
        extended: u32,
        /// How many days because of a wage sanction.
        sanction: u32,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// Leave is no recovery: it puts the end of the relapse window off.
    Leave {
        /// How many days.
        days: u32,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The state pension age cuts it.
    StatePension {
        /// The day on which it is reached.
        reached: Day,
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The employment ends.
    EmploymentEnd {
        /// Its last day.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// The assessment after the first year ends the benefit.
    Assessment {
        /// The last day now.
        until: Day,
        /// What says so.
        source: Source,
    },
    /// Leave that was recorded as separating two cases ends it.
    Separated {
        /// The last day now.
        until: Day,
    },
    /// The first day after the end.
    DayAfter {
        /// That day.
        day: Day,
    },
}

impl Prolongation {
    /// The day on which it ends now.
    #[must_use]
    pub const fn day(&self) -> Day {
        match self {
            Prolongation::Extension { until, .. }
            | Prolongation::LateClaim { until, .. }
            | Prolongation::Sanction { until, .. }
            | Prolongation::RunsOn { until, .. }
            | Prolongation::Leave { until, .. }
            | Prolongation::StatePension { until, .. }
            | Prolongation::EmploymentEnd { until, .. }
            | Prolongation::Assessment { until, .. }
            | Prolongation::Separated { until } => *until,
            Prolongation::DayAfter { day } => *day,
        }
    }

    /// The article that says so.
    #[must_use]
    pub const fn source(&self) -> Option<Source> {
        match self {
            Prolongation::Extension { source, .. }
            | Prolongation::LateClaim { source, .. }
            | Prolongation::Sanction { source, .. }
            | Prolongation::RunsOn { source, .. }
            | Prolongation::Leave { source, .. }
            | Prolongation::StatePension { source, .. }
            | Prolongation::EmploymentEnd { source, .. }
            | Prolongation::Assessment { source, .. } => Some(*source),
            Prolongation::Separated { .. } | Prolongation::DayAfter { .. } => None,
        }
    }
}

/// Why a day is not moved to a working day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum NotExtended {
    /// It is a working day; another day would have been extended.
    WorkingDay,
    /// The term was counted back (*Algemene termijnenwet* art. 1(2)).
    CountedBack,
    /// The term is longer than twelve weeks or three months (art. 4(a)).
    TooLong,
    /// The term stands in a ministerial regulation: the act speaks of terms in acts (art. 1(1)) and
    /// orders in council (art. 5).
    Regulation,
    /// An act excludes the *Algemene termijnenwet* for this term by name (WIA 138, ZW 89).
    Excluded {
        /// What says so.
        source: Source,
    },
    /// No act names the term.
    PolicyOrPractice,
    /// A point in time, or how long something lasts: not a term within which somebody must act.
    NoTerm,
    /// The parties agreed on that very day.
    Agreed,
}

closed_list! {
    /// A [`NotExtended`] without its article.
    NotExtendedKind of NotExtended, "reason not to move a day" {
        /// It is a working day; another day would have been extended.
        WorkingDay = 0, "working-day", "het is een werkdag", "it is a working day";
        /// The term was counted back (*Algemene termijnenwet* art. 1(2)).
        CountedBack = 1, "counted-back", "teruggerekend", "counted back";
        /// The term is longer than twelve weeks or three months (art. 4(a)).
        TooLong = 2, "too-long", "te lange termijn", "too long a term";
        /// The term stands in a ministerial regulation: the act speaks of terms in acts (art. 1(1)) and
        /// orders in council (art. 5).
        Regulation = 3, "regulation", "ministeriële regeling", "ministerial regulation";
        /// An act excludes the *Algemene termijnenwet* for this term by name (WIA 138, ZW 89).
        Excluded = 4, "excluded-by-act", "uitgezonderd door een wet", "excluded by an act";
        /// No act names the term.
        PolicyOrPractice = 5, "policy-or-practice", "beleid of praktijk", "policy or practice";
        /// A point in time, or how long something lasts: not a term within which somebody must act.
        NoTerm = 6, "no-term", "geen termijn", "no term";
        /// The parties agreed on that very day.
        Agreed = 7, "agreed", "afgesproken", "agreed";
    }
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
    }
}

impl Step {
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
            | Step::WhyLeftOut { source, .. }
            | Step::Words { source, .. }
            | Step::Extended { source, .. } => Some(*source),
            Step::Prolonged(prolonged) => prolonged.source(),
            Step::NotExtended { why, .. } => why.source(),
            Step::Agreed { .. } => Some(crate::law::procesgang::DEVIATION),
            _ => None,
        }
    }
}
