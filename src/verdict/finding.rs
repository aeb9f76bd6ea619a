//! What a verdict is made of.

use crate::case::DeviationReason;
use crate::day::Day;
use crate::law::{Citation, Duty, Layer, Rule, Source};
use crate::timeline::{OpenNorm, Reason};

/// How bad it is, mildest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Severity {
    /// Nothing to do.
    #[default]
    InOrder,
    /// Somebody should look at it.
    Attention,
    /// It can cost something and can still be limited.
    AtRisk,
    /// A statutory duty was not met.
    Defective,
}

impl Severity {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Severity::InOrder => "in-order",
            Severity::Attention => "attention",
            Severity::AtRisk => "at-risk",
            Severity::Defective => "defective",
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Topic {
    /// A duty, with its number in a series.
    Duty(Duty, u16),
    /// The condition of BW 7:658a(1) for the second track was recorded as met.
    SecondTrackCondition,
    /// A re-integration interview after the employee became partly able to work.
    ReintegrationInterview,
    /// What the plan of action must hold (RP art. 4(2)).
    PlanContent,
    /// The twelve parts of the re-integration report (RP art. 6(1)).
    ReportContent,
    /// The wage sanction.
    WageSanction,
    /// The early claim of an IVA benefit.
    EarlyIvaClaim,
}

impl Topic {
    /// The stable name: that of the duty, or of the topic.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Topic::Duty(duty, _) => duty.id(),
            Topic::SecondTrackCondition => "second-track-condition",
            Topic::ReintegrationInterview => "reintegration-interview",
            Topic::PlanContent => "plan-content",
            Topic::ReportContent => "report-content",
            Topic::WageSanction => "wage-sanction",
            Topic::EarlyIvaClaim => "early-iva-claim",
        }
    }

    /// The number in a series; 1 where there is none.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Topic::Duty(_, number) => number,
            _ => 1,
        }
    }
}

/// The judgement itself. Days are calendar days.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Judgement {
    /// Met on or before the due day.
    OnTime,
    /// Met before the day on which it opens.
    Early {
        /// By this many days.
        days: u32,
    },
    /// Met after the due day.
    Late {
        /// By this many days.
        days: u32,
    },
    /// Not met, and overdue.
    Missing {
        /// By this many days.
        days: u32,
    },
    /// Not met, and not yet due.
    NotYetDue,
    /// The parties deviated with a reason, and kept the agreed day or still can.
    Deviated,
    /// It waits for another duty.
    WaitingFor(Duty),
    /// The employee has recovered; a relapse revives it.
    Paused,
    /// It does not apply.
    NotApplicable(Reason),
    /// It will never be due any more.
    Lapsed(Reason),
    /// An open norm decides it.
    Undetermined(OpenNorm),
    /// Something recorded is complete or in force as it should be.
    Complete,
    /// Something is missing from what was recorded.
    Incomplete {
        /// How many parts.
        missing: u32,
    },
    /// It holds now and runs until a day.
    InForce,
    /// It was decided too late and has no effect.
    Void,
}

impl Judgement {
    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Judgement::OnTime => "on-time",
            Judgement::Early { .. } => "early",
            Judgement::Late { .. } => "late",
            Judgement::Missing { .. } => "missing",
            Judgement::NotYetDue => "not-yet-due",
            Judgement::Deviated => "deviated",
            Judgement::WaitingFor(_) => "waiting-for-event",
            Judgement::Paused => "paused",
            Judgement::NotApplicable(_) => "not-applicable",
            Judgement::Lapsed(_) => "lapsed",
            Judgement::Undetermined(_) => "undetermined",
            Judgement::Complete => "complete",
            Judgement::Incomplete { .. } => "incomplete",
            Judgement::InForce => "in-force",
            Judgement::Void => "void",
        }
    }

    /// The number in it: of days, or of parts.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Judgement::Early { days } | Judgement::Late { days } | Judgement::Missing { days } => {
                days
            }
            Judgement::Incomplete { missing } => missing,
            _ => 0,
        }
    }
}

/// What a finding can cost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Cost {
    /// A wage sanction (WIA art. 25(9)).
    WageSanctionRisk {
        /// Of at most this many weeks.
        weeks: u32,
    },
    /// For an own-risk carrier: a prolonged sickness benefit (WIA art. 26(2)).
    BenefitSanctionRisk {
        /// By at most this many weeks.
        weeks: u32,
    },
    /// A fine.
    Fine {
        /// Of at most this many euros.
        up_to_eur: u32,
    },
    /// The wages and the dismissal ban run on (BW 7:629(11), 7:670(11)).
    WagesRunOn {
        /// By this many days so far.
        days: u32,
    },
}

/// Whether something can still be done about it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Repair {
    /// There is nothing to repair.
    NotNeeded,
    /// Doing it now ends the lateness.
    DoItNow,
    /// Add what is missing.
    AddWhatIsMissing,
    /// Agree with the other party and record it.
    RecordTheAgreement,
    /// Notify the UWV of the repair (WIA art. 25(12)).
    NotifyRepair,
    /// It can no longer be undone; the reasons belong in the file.
    RecordTheReasons,
    /// Somebody else must act; ask for it.
    AskForIt,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Finding {
    pub(super) topic: Topic,
    pub(super) rule: Option<&'static Rule>,
    pub(super) judgement: Judgement,
    pub(super) severity: Severity,
    pub(super) layer: Layer,
    pub(super) due: Option<Day>,
    pub(super) original_due: Option<Day>,
    pub(super) deviation: Option<DeviationReason>,
    pub(super) tolerated: Option<Day>,
    pub(super) met: Option<Day>,
    pub(super) until: Option<Day>,
    pub(super) within_tolerance: bool,
    pub(super) cost: alloc::vec::Vec<Cost>,
    pub(super) repair: Repair,
    pub(super) source: Source,
}

impl Finding {
    /// What it is about.
    #[must_use]
    pub const fn topic(&self) -> Topic {
        self.topic
    }

    /// The judgement.
    #[must_use]
    pub const fn judgement(&self) -> Judgement {
        self.judgement
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// How strong the norm is that it is judged by.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        self.layer
    }

    /// The day by which it had to be done.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        self.due
    }

    /// The day under the text, when the parties agreed on another.
    #[must_use]
    pub fn original_due(&self) -> Option<Day> {
        self.original_due
    }

    /// Why the parties agreed on another day (RP art. 5).
    #[must_use]
    pub const fn deviation(&self) -> Option<DeviationReason> {
        self.deviation
    }

    /// The last day that the authority accepts.
    #[must_use]
    pub fn tolerated(&self) -> Option<Day> {
        self.tolerated
    }

    /// The day on which it was done.
    #[must_use]
    pub fn met(&self) -> Option<Day> {
        self.met
    }

    /// The day until which it holds.
    #[must_use]
    pub fn until(&self) -> Option<Day> {
        self.until
    }

    /// What it can cost.
    #[must_use]
    pub fn cost(&self) -> &[Cost] {
        &self.cost
    }

    /// What can still be done.
    #[must_use]
    pub const fn repair(&self) -> Repair {
        self.repair
    }

    /// The article that decides it, with its words.
    #[must_use]
    pub const fn source(&self) -> Source {
        self.source
    }

    /// The article that decides it.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.source.citation
    }
}
