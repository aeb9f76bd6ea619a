//! What a rule says about itself beside its dates: how often it comes, what meets it, what puts another
//! day in the place of its own, and what it costs to be late. Whoever treats one duty otherwise than
//! another asks for one of these, not for its name.

use super::arising::Decision;
use super::citation::Source;
use super::duty::Duty;

/// How many lines of a duty a case has.
///
/// ```
/// use poortwachter::{Duty, law::{Recurrence, procesgang::PROGRESS_INTERVIEW, wia::WIA_CLAIM}};
/// assert_eq!(WIA_CLAIM.recurrence, Recurrence::Once);
/// let interviews = Recurrence::AfterPrevious { first_after: Duty::PLAN_OF_ACTION };
/// assert_eq!(PROGRESS_INTERVIEW.recurrence, interviews);
/// assert!(interviews.is_series());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Recurrence {
    /// One in every case.
    Once,
    /// One, in a case of which something is recorded.
    OnceWhen(Occasion),
    /// One after the other, each so long after the one before it as the due term says; the first after
    /// another duty.
    AfterPrevious {
        /// The duty that the first one counts from.
        first_after: Duty,
    },
    /// One at the end of every term, whenever the one before it was done.
    EveryTerm,
    /// One for every notice that a shortcoming was repaired (WIA 25(12)).
    PerRepairNotice,
    /// One for every time that something is asked for.
    PerRequest(Request),
    /// One for every recovery, also of who falls sick again; in a case of which something is recorded where
    /// it says so.
    PerRecovery(Option<Occasion>),
    /// One for every maternity leave within the sickness that comes after another duty was met.
    PerLeave {
        /// The other duty.
        after: Duty,
    },
    /// One for every objection that was made to one of these decisions.
    PerObjection {
        /// The decisions.
        to: &'static [Decision],
    },
}

impl Recurrence {
    /// Whether a case can have several, numbered from 1.
    #[must_use]
    pub const fn is_series(self) -> bool {
        !matches!(self, Recurrence::Once | Recurrence::OnceWhen(_))
    }

    /// Whether each counts from the one before it, so that a gap moves all that follow.
    #[must_use]
    pub const fn counts_from_previous(self) -> bool {
        matches!(self, Recurrence::AfterPrevious { .. })
    }

    /// Whether they come one after the other for as long as there is a payment.
    pub(super) const fn is_rhythm(self) -> bool {
        matches!(self, Recurrence::AfterPrevious { .. } | Recurrence::EveryTerm)
    }
}

/// What asks for a duty, each time that it is recorded.
///
/// ```
/// use poortwachter::law::{Recurrence, Request, procesgang::PLAN_ADJUSTMENT};
/// assert_eq!(PLAN_ADJUSTMENT.recurrence, Recurrence::PerRequest(Request::AdjustmentAdvised));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Request {
    /// The occupational physician advised to adjust the plan of action (RP 4(4)).
    AdjustmentAdvised,
    /// The employee asked for the supplement to the re-integration report (WIA 25(4)(b)).
    Supplement,
    /// The UWV set a term to complete the re-integration report (WIA 25(8)).
    Completion,
}

/// What is recorded of a case that has a duty which other cases do not have.
///
/// ```
/// use poortwachter::law::{Occasion, Recurrence, zw::OWN_RISK_REPORT};
/// assert_eq!(OWN_RISK_REPORT.recurrence, Recurrence::OnceWhen(Occasion::EmploymentEndKnown));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Occasion {
    /// The employment ends while the employee is sick.
    LeavesWhileSick,
    /// Whether the employee is entitled to sickness benefit beside the wages, be it that this is not
    /// known.
    EntitlementAnswered,
    /// The last day of the employment.
    EmploymentEndKnown,
}

/// What is recorded when a duty is met.
///
/// ```
/// use poortwachter::law::{MetBy, wia::WIA_CLAIM};
/// assert_eq!(WIA_CLAIM.met_by, [MetBy::OwnEvent, MetBy::PendingEarlyIvaClaim]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum MetBy {
    /// An event of the name of the duty.
    OwnEvent,
    /// An interview; an event of the name of the duty is read as one.
    Interview,
    /// That the plan of action was adjusted; an event of the name of the duty is read as that.
    PlanAdjusted,
    /// An early claim, which counts as the 42nd-week report (ZW 38(8)).
    EarlyIvaClaim,
    /// An early claim that was not refused, which is the claim (WIA 66(1)).
    PendingEarlyIvaClaim,
    /// A request for a voluntary extension, which counts as the 42nd-week report (ZW 38(8)).
    VoluntaryExtension,
    /// A wage sanction: to impose one is to decide on it.
    WageSanction,
    /// The grant of a WIA benefit, which is the decision on the claim.
    WiaGranted,
    /// That a repair was established or refused. Without that outcome it cannot be recorded.
    RepairOutcome,
}

/// What can put another due day in the place of the one of the rule. What the parties agree on is none of
/// these: it follows from the article, see [`Law::may_be_deviated_from`](super::Law::may_be_deviated_from).
///
/// ```
/// use poortwachter::law::{Override, wia::WIA_DECISION};
/// assert_eq!(WIA_DECISION.overrides, [Override::WageSanction]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Override {
    /// Long absence was foreseen only after the term, or the sickness reported only after it: it is to be
    /// done without delay, and no day is named.
    WithoutDelay {
        /// The words where long absence was foreseen too late.
        foreseen: &'static Source,
        /// The report of the sickness, where one that is too late has the same effect.
        reported: Option<LateReport>,
    },
    /// A concrete perspective with the own employer defers it, as the rule `own-employer-perspective`
    /// says.
    OwnEmployerPerspective,
    /// The physician saw no possibilities before it was due, and sees them again: its own term counts
    /// from the new opinion, as the rule `plan-after-new-opinion` says.
    PossibilitiesReturned(Renewal),
    /// The employment ends while the employee is sick: then it is due on the last day of the employment
    /// at the latest, after so much sickness as the rule `report-at-end-of-employment` asks for.
    LeavesWhileSick,
    /// It cannot be done before the day on which it opens: where that comes after its term, it is due on that
    /// day.
    NotBeforeItOpens,
    /// The employment ends within the term: the rule `entitlement-report-at-end-of-employment` gives the
    /// day.
    EmploymentEndsWithinTerm,
    /// The sickness began after the employment: the rule `own-risk-report-after-employment` gives the
    /// day.
    SickAfterEmployment,
    /// A wage sanction runs, and it waits (WIA 64(7)): the rules `claim-resumed` and
    /// `wia-decision-after-repair` give the day.
    WageSanction,
}

/// From which day the term of a duty counts once the physician sees possibilities again.
///
/// ```
/// use poortwachter::law::{Override, Renewal, procesgang::PLAN_OF_ACTION};
/// assert_eq!(PLAN_OF_ACTION.overrides, [Override::PossibilitiesReturned(Renewal::FromTheOpinion)]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Renewal {
    /// From the new opinion.
    FromTheOpinion,
    /// From the day on which the plan is due after the new opinion, where that came after the day that
    /// the term counts from.
    FromThePlan,
}

/// A report that can come too late for the term of another duty.
///
/// ```
/// use poortwachter::{Duty, law::{Override, procesgang_vangnet::PROBLEM_ANALYSIS}};
/// let Override::WithoutDelay { reported: Some(report), .. } = PROBLEM_ANALYSIS.overrides[0] else {
///     panic!("RPV art. 2(3)");
/// };
/// assert_eq!(report.duty, Duty::SAFETY_NET_SICKNESS_REPORT);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LateReport {
    /// The report.
    pub duty: Duty,
    /// The words on one that is too late.
    pub words: &'static Source,
}

/// When the tolerated day of a rule is given at all, apart from a proviso.
///
/// ```
/// use poortwachter::{Duty, law::{Tolerance, wia::WIA_CLAIM}};
/// assert_eq!(WIA_CLAIM.tolerance, Tolerance::AfterLate(Duty::WIA_NOTICE));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Tolerance {
    /// In every case.
    Always,
    /// After the UWV was late with a notice (WIA 64(6)).
    AfterLate(Duty),
    /// After the UWV asked an expert from outside (WIA 102(4)), or where the tolerated day is its policy and
    /// not that article; and no wage sanction runs.
    OutsideExpertAsked,
}

/// Whether something can still be done after its last day.
///
/// ```
/// use poortwachter::law::{Deadline, wia::WAGE_SANCTION_DECISION};
/// assert_eq!(WAGE_SANCTION_DECISION.deadline, Deadline::Final);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Deadline {
    /// It can be done late.
    Open,
    /// After the tolerated day it cannot be done at all.
    Final,
}

/// Whether somebody must act, or may.
///
/// ```
/// use poortwachter::law::{Force, wia::WAGE_SANCTION_DECISION};
/// assert_eq!(WAGE_SANCTION_DECISION.force, Force::PowerToProlongWages);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Force {
    /// Somebody must.
    Duty,
    /// The UWV may prolong the wages beyond the end of the waiting period. Nobody misses it, and without
    /// an employment at that end there is nothing to decide.
    PowerToProlongWages,
}

/// What becomes of a duty that was not met when the employee has recovered or the payment has ended.
///
/// ```
/// use poortwachter::law::{Afterwards, zw::{ENTITLEMENT_REPORT, UWV_SICKNESS_REPORT}};
/// assert_eq!(UWV_SICKNESS_REPORT.afterwards, Afterwards::CanBeDone);
/// assert_eq!(ENTITLEMENT_REPORT.afterwards, Afterwards::FallsDue);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Afterwards {
    /// There is nobody left to do it with.
    CannotBeDone,
    /// What goes to the UWV can still go there.
    CanBeDone,
    /// It even falls due after recovery: benefit depends on it (ZW 38a(6), 38aa(2)).
    FallsDue,
    /// It stays to be done after the end of the payment, until the UWV has decided.
    UntilDecided,
}

/// What it can cost to be late.
///
/// ```
/// use poortwachter::law::{Consequence, zw::UWV_SICKNESS_REPORT};
/// assert_eq!(UWV_SICKNESS_REPORT.consequences, [Consequence::Fine]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Consequence {
    /// A fine of the UWV (ZW 38(3)).
    Fine,
    /// A wage sanction: it is one of the steps of which the UWV looks at the whole (WIA 25(9), 65).
    WageSanction,
    /// The payment runs on by a day for every day (BW 7:629(11)(a), ZW 29(10)(a)).
    PaymentRunsOn,
    /// No wage sanction can be imposed any more (WIA 25(11)).
    NoSanction,
}

/// A document of which an article lists what it holds.
///
/// ```
/// use poortwachter::law::{Document, wia::REINTEGRATION_REPORT};
/// assert_eq!(REINTEGRATION_REPORT.document, Some(Document::ReintegrationReport));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Document {
    /// The plan of action (RP 4(2)).
    PlanOfAction,
    /// The evaluation of the plan, with the vision of both parties (RP 4(2)(b)).
    PlanEvaluation,
    /// The re-integration report (RP 6(1)).
    ReintegrationReport,
}

/// How one says that something was done.
///
/// ```
/// use poortwachter::law::{Completion, procesgang::FIRST_YEAR_EVALUATION};
/// assert_eq!(FIRST_YEAR_EVALUATION.completion, Completion::Held);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Completion {
    /// It was made: a report, a claim, a decision.
    Made,
    /// It was ready: a document.
    Ready,
    /// It was held: a conversation.
    Held,
}
