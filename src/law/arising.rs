//! What a possibility arises from, what takes it, and on which days it opens and ends: what a rule of that
//! kind says about itself beside its dates.

use super::duty::Duty;
use super::possibility::Possibility;
use super::rule::Actor;
use crate::closed_list::closed_list;
use crate::day::Day;

closed_list! {
    /// A decision of the UWV that one can object to, by the stable name of the duty to decide.
    ///
    /// ```
    /// use poortwachter::{Duty, law::Decision};
    /// assert_eq!(Decision::WageSanction.duty(), Duty::WAGE_SANCTION_DECISION);
    /// assert_eq!(Decision::WageSanction.id(), Duty::WAGE_SANCTION_DECISION.id());
    /// ```
    Decision, "decision" {
        /// A wage sanction was imposed (WIA 25(9)).
        WageSanction = 0, "wage-sanction-decision", "beschikking loonsanctie", "wage-sanction decision";
        /// The UWV decided that nothing was repaired (WIA 25(14)).
        RepairRefused = 1, "repair-decision", "beschikking bekorting loonsanctie", "repair decision";
        /// The claim was decided on (WIA 64(1)).
        WiaDecision = 2, "wia-decision", "WIA-beschikking", "WIA decision";
        /// Able to earn more than 65% after a year of sickness benefit (ZW 19aa).
        AssessedAble = 3, "first-year-assessment",
            "eerstejaars Ziektewet-beoordeling",
            "first-year assessment";
    }
}

impl Decision {
    /// The duty of the UWV to decide.
    #[must_use]
    pub const fn duty(self) -> Duty {
        match self {
            Decision::WageSanction => Duty::WAGE_SANCTION_DECISION,
            Decision::RepairRefused => Duty::REPAIR_DECISION,
            Decision::WiaDecision => Duty::WIA_DECISION,
            Decision::AssessedAble => Duty::FIRST_YEAR_ASSESSMENT,
        }
    }
}

/// What a rule says of a possibility beside its dates.
///
/// ```
/// use poortwachter::law::{ArisesFrom, awb::PENALTY};
/// use poortwachter::Possibility;
/// let arising = PENALTY.arising.unwrap();
/// assert_eq!(arising.from, ArisesFrom::Taken(Possibility::NOTICE_OF_DEFAULT));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Arising {
    /// What it arises from: one for each.
    pub from: ArisesFrom,
    /// It arises only from what lies on this day or later.
    pub since: Option<Day>,
    /// On which day it opens.
    pub opening: Opening,
    /// Until when it holds.
    pub lasting: Lasting,
    /// What is recorded when somebody makes use of it.
    pub taken_by: Option<TakenBy>,
}

/// What a possibility arises from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ArisesFrom {
    /// A decision that was sent, with those whom it concerns.
    Decision(&'static [(Decision, &'static [Actor])]),
    /// A decision that was not given on its last day, with those who asked for it. It ends with the
    /// decision.
    LateDecision(&'static [(Duty, &'static [Actor])]),
    /// That another possibility was made use of. It ends with what ended that one.
    Taken(Possibility),
    /// The end of the dismissal ban.
    EndOfBan,
    /// The permission to dismiss was given.
    PermitGiven,
    /// The transition payment was made in full.
    TransitionPaymentMade,
}

/// On which day a possibility opens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Opening {
    /// On the day that the rule gives.
    OnThatDay,
    /// On the day after it.
    TheDayAfter,
    /// On the day that the rule gives, but not before the dismissal ban has ended.
    NotBeforeEndOfBan,
}

/// Until when a possibility holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Lasting {
    /// Until the due day of the rule, that day included.
    UntilDue,
    /// The due day of the rule is the day from which it is open; the law names no last day.
    FromDue,
}

/// What is recorded when somebody makes use of a possibility.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum TakenBy {
    /// That somebody objected to a decision.
    ObjectionMade,
    /// That the UWV received notice that its decision is late.
    NoticeOfDefault,
    /// That the permission to dismiss was given.
    PermitGiven,
    /// That notice of dismissal was given.
    DismissalNoticeGiven,
    /// That compensation was asked for.
    CompensationRequested,
}
