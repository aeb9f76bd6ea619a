//! The dates of a rule, and the versions that it had.

use super::citation::{Instrument, Source};
use super::duty::Duty;
use super::rule::Layer;
use super::term::Term;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::lang::Text;

/// From which day a term counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Anchor {
    /// The first sick day `D` of the rule's clock.
    FirstSickDay,
    /// The day on which that duty was met. Absent until then.
    Met(Duty),
    /// The day on which that duty was met, until then its planned due date.
    MetOrPlanned(Duty),
    /// The previous progress interview, before the first one the plan of action.
    PreviousInterview,
    /// The last day of the waiting period, or of the extension of art. 24 WIA.
    End,
    /// As [`Anchor::End`], later by the days that the WIA claim was late.
    DelayedEnd,
    /// The day on which the employee received the notice of art. 64(2) WIA.
    NoticeReceived,
    /// The employer's notice that the shortcoming was repaired (art. 25(12) WIA).
    RepairNotified,
    /// The day on which the UWV established the repair (art. 25(13) WIA).
    RepairEstablished,
    /// The last day of the wage sanction.
    SanctionEnd,
    /// The day on which the employee reaches the state pension age, but not before the given day.
    StatePensionDay {
        /// The period starts on this day at the earliest.
        not_before: Option<Day>,
    },
    /// The last day of the employment.
    EmploymentEnd,
    /// The request for a shortened waiting period (art. 23(6) WIA).
    EarlyIvaClaim,
    /// The request to shorten or end something.
    Request,
    /// The advice to adjust the plan of action (RP art. 4(4)).
    AdjustmentAdvised,
    /// The request for the supplement to the re-integration report (art. 25(4)(b) WIA).
    SupplementAsked,
    /// The last day of the term that the UWV set to complete the report (art. 25(8) WIA).
    TermSet,
    /// The last day of thirteen weeks of sickness (art. 38b(3) ZW).
    ThirteenWeeks,
    /// The first day on which the employee is fit for work again.
    FirstFitDay,
    /// The day on which the employee told that (art. 38a(4) ZW), until then the last day for it.
    RecoveryTold,
    /// An opinion that sees possibilities to return to work again.
    NewOpinion,
    /// The day on which the plan of action is due after that opinion.
    PlanDueAgain,
    /// The request to shorten a voluntary extension (art. 24(2) WIA).
    ShorteningRequested,
    /// The start of the period of 26 weeks (RPV art. 5(1)).
    PeriodStart,
    /// The day on which the employee is able to earn more than 65% (art. 19aa ZW).
    AbleToEarn {
        /// The period starts on the day of this duty at the earliest.
        not_before: Duty,
    },
    /// The day after maternity leave.
    DayAfterLeave,
    /// The last counted day before recovery.
    LastSickDay,
    /// The due day of the same version.
    Due,
    /// The day on which it opens, by the same version.
    Opens,
    /// The first day on which a WIA benefit can start.
    WiaStart,
    /// The day after maternity leave, or after the sickness that adjoins it.
    DayAfterLeaveOrSickness,
    /// The day on which the UWV sent a decision.
    DecisionSent,
    /// The last day for a decision of the UWV that was not given.
    DecisionDue,
    /// The UWV received notice that its decision is late (art. 4:17(3) Awb).
    DefaultReceived,
    /// The last day to object to a decision (art. 6:7 Awb).
    LastDayToObject,
    /// The day after the dismissal ban.
    DayAfterBan,
    /// The day of the permission to dismiss (art. 7:671a(6) BW).
    PermitGiven,
    /// The day after it.
    DayAfterPermit,
    /// The day on which the transition payment was made in full.
    TransitionPaymentMade,
}

closed_list! {
    /// On what the days of a term are counted.
    Count, "way of counting" {
        /// Counted days of the rule's clock: recovered days and leave do not count.
        SickDays = 0, "sick-days", "getelde ziektedagen", "counted sick days";
        /// Calendar days.
        CalendarDays = 1, "calendar-days", "kalenderdagen", "calendar days";
        /// Calendar days, those of maternity leave left out.
        DaysOutsideLeave = 2, "days-outside-leave",
            "kalenderdagen buiten verlof",
            "calendar days outside leave";
    }
}

/// One date of a rule: the term, what it counts from, and the source that says so.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bound {
    /// The time phrase.
    pub term: Term,
    /// From which day.
    pub from: Anchor,
    /// On sick days or on calendar days.
    pub count: Count,
    /// How strong this date is. It may be weaker than the duty itself: the regulation demands an
    /// up-to-date opinion, practice names the week.
    pub layer: Layer,
    /// Where it says so.
    pub source: Source,
    /// Why these words give this day, in a sentence or two; none where they speak for themselves.
    pub reading: Text,
}

closed_list! {
    /// Which cases a version holds for, when the law changed while they ran.
    Axis, "axis" {
        /// The first sick day lies in the window.
        FirstSickDay = 0, "first-sick-day", "eerste ziektedag", "first sick day";
        /// The last day of this version's own term lies in the window: the old term applies when its
        /// last day lies before the change.
        LastDay = 1, "last-day", "laatste dag van de termijn", "last day of the term";
        /// The duty was met in the window, or the last day of this version's own term lies in it and
        /// that of the next version too: a term that ran out unmet before the change is replaced by
        /// the next version where that one still ends after the change.
        MetOrLastDay = 2, "met-or-last-day",
            "dag waarop het is gedaan, of anders uiterste dag",
            "day done or else due day";
        /// The day that the term counts from lies in the window.
        StartDay = 3, "start-day", "dag waarvan de termijn loopt", "day that the term counts from";
    }
}

/// When a version of a rule holds; both days inclusive. It follows from the days on which the versions
/// begin: see [`Rule::versions`](super::Rule::versions).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Window {
    /// First day, `None` for a first version: it holds from before the first day that a case may
    /// have.
    pub from: Option<Day>,
    /// Last day, `None` for the version in force.
    pub until: Option<Day>,
}

impl Window {
    /// Without bounds.
    pub const ALWAYS: Window = Window { from: None, until: None };
}

/// The rule as it reads from a day on, until the next version.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Version {
    /// The first day on which it holds; `None` for a first version, which holds from before the first day
    /// that a case may have.
    pub since: Option<Day>,
    /// For which cases.
    pub axis: Axis,
    /// First day on which it can or should be started, `None` without a bound.
    pub opens: Option<Bound>,
    /// The last day that no published reading calls late, before the step back to a working day;
    /// `None` where it is the due day.
    pub advised: Option<Bound>,
    /// The last day under the text.
    pub due: Bound,
    /// The last day that the authority accepts, `None` where nothing later is accepted.
    pub tolerated: Option<Bound>,
    /// What must have been done for the tolerated day to hold.
    pub proviso: Option<Proviso>,
    /// What says that the wages run on by the days that this duty was done late.
    pub late_prolongs_wages: Option<Source>,
}

/// Another duty that must have been met before a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Proviso {
    /// The other duty.
    pub duty: Duty,
    /// It must have been met before this day, not on it.
    pub before: Bound,
}

impl Version {
    /// How many places a version has that can name a duty.
    pub(super) const BOUNDS: usize = 5;

    /// The duty that is named in one of its places.
    pub(super) const fn counts_from(&self, place: usize) -> Option<Duty> {
        let bound = match place {
            0 => self.opens,
            1 => self.advised,
            2 => Some(self.due),
            3 => self.tolerated,
            _ => {
                return match self.proviso {
                    Some(proviso) => Some(proviso.duty),
                    None => None,
                };
            }
        };
        match bound {
            Some(Bound { from: Anchor::Met(duty) | Anchor::MetOrPlanned(duty), .. }) => Some(duty),
            _ => None,
        }
    }
}

/// The versions of a rule, oldest first: see [`Rule::versions`](super::Rule::versions).
#[derive(Clone, Debug)]
pub struct Versions {
    versions: &'static [Version],
    next: usize,
}

impl Versions {
    pub(super) const fn of(versions: &'static [Version]) -> Versions {
        Versions { versions, next: 0 }
    }
}

impl Iterator for Versions {
    type Item = (Window, &'static Version);

    fn next(&mut self) -> Option<Self::Item> {
        let version = self.versions.get(self.next)?;
        self.next += 1;
        let next = self.versions.get(self.next).and_then(|next| next.since);
        Some((Window { from: version.since, until: next.map(|day| day.plus(-1)) }, version))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.versions.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Versions {}

/// Where the source of a base would stand. A date that keeps it has no words, and that is unsound.
static NOWHERE: Instrument = Instrument { bwb: "", name: "", short: "", url: "" };

impl Bound {
    /// A date counted on sick days from the first of them. It lacks a number and words: a date that
    /// does not give them is [unsound](super::Unsound).
    pub(super) const ON_SICK_DAYS: Bound = Bound {
        term: Term::WithinWeeksAfter(0),
        from: Anchor::FirstSickDay,
        count: Count::SickDays,
        layer: Layer::Practice,
        source: NOWHERE.at("", "").says(""),
        reading: Text::NONE,
    };

    /// The same, counted on the calendar.
    pub(super) const ON_THE_CALENDAR: Bound =
        Bound { count: Count::CalendarDays, ..Bound::ON_SICK_DAYS };
}

impl Version {
    /// One version for all time, with a due day only, which is still to be given.
    pub(super) const BASE: Version = Version {
        since: None,
        axis: Axis::LastDay,
        opens: None,
        advised: None,
        due: Bound::ON_SICK_DAYS,
        tolerated: None,
        proviso: None,
        late_prolongs_wages: None,
    };
}
