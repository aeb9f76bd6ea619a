//! Events: what was done or decided on which day.

use super::second_track::{Adviser, PlanItem, ReportPart, SecondTrackEnd, SecondTrackPhase};
use crate::day::Day;
use crate::law::{self, DUTY_COUNT, Duty};
use core::fmt;

/// Why the parties deviated from a term of the *Regeling procesgang* (art. 5). A closed list: no
/// free text, nothing about health.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum DeviationReason {
    /// An appointment was moved.
    AppointmentPostponed,
    /// One of the parties was away.
    PartyAbsent,
    /// The report of an expert is awaited.
    AwaitingExpertReport,
    /// A gradual return to work is under way.
    GradualReturnUnderWay,
    /// The provider that was engaged could not start.
    ProviderUnavailable,
    /// Another reason, which stands in the file of the parties.
    OtherRecordedInFile,
}

impl DeviationReason {
    /// Every reason.
    pub const ALL: &'static [DeviationReason] = &[
        DeviationReason::AppointmentPostponed,
        DeviationReason::PartyAbsent,
        DeviationReason::AwaitingExpertReport,
        DeviationReason::GradualReturnUnderWay,
        DeviationReason::ProviderUnavailable,
        DeviationReason::OtherRecordedInFile,
    ];

    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            DeviationReason::AppointmentPostponed => "appointment-postponed",
            DeviationReason::PartyAbsent => "party-absent",
            DeviationReason::AwaitingExpertReport => "awaiting-expert-report",
            DeviationReason::GradualReturnUnderWay => "gradual-return-under-way",
            DeviationReason::ProviderUnavailable => "provider-unavailable",
            DeviationReason::OtherRecordedInFile => "other-recorded-in-file",
        }
    }
}

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum EventKind {
    /// A duty was met. Once per duty and case.
    Met(Duty),
    /// A progress interview was held. As often as there were interviews.
    Interview,
    /// Long absence was foreseen for the first time (RP art. 2(3)).
    LongAbsenceForeseen,
    /// The occupational physician sees no possibilities to return to work (RP art. 4(1)).
    NoPossibilities,
    /// A concrete perspective of return with the own employer within three months.
    OwnEmployerPerspective,
    /// The parties agreed on another day for a term of RP art. 2 or 4, with a reason (RP art. 5).
    AgreedDeviation {
        /// The duty.
        duty: Duty,
        /// The agreed last day.
        until: Day,
        /// Why.
        reason: DeviationReason,
    },
    /// The plan of action was adjusted (RP art. 4(5)).
    PlanAdjusted,
    /// The plan of action holds this item (RP art. 4(2)).
    PlanHolds(PlanItem),
    /// The employee became able to work in part.
    PartlyAbleToWork,
    /// A re-integration interview was held.
    ReintegrationInterview,
    /// It is established that the own work cannot be done any more and that the employer has no
    /// other suitable work (BW art. 7:658a(1)): the statute's condition for the second track.
    OwnWorkRuledOut,
    /// The second track was advised.
    SecondTrackAdvised {
        /// By whom.
        by: Adviser,
    },
    /// A provider was engaged for the second track.
    SecondTrackProviderEngaged,
    /// A phase of the second track began.
    SecondTrackPhase(SecondTrackPhase),
    /// The second track ended.
    SecondTrackEnded {
        /// Why.
        why: SecondTrackEnd,
    },
    /// Re-integration with the own employer was given up.
    FirstTrackEnded,
    /// The re-integration report holds this part (RP art. 6(1)).
    ReportHolds(ReportPart),
    /// The employee received the UWV's notice of art. 64(2) WIA.
    WiaNoticeReceived,
    /// The UWV asked an expert from outside (art. 102(4) WIA).
    OutsideExpertAsked,
    /// A shortened waiting period was claimed (art. 23(6) WIA). It is also a claim (art. 66(1)) and,
    /// without an earlier one, the 42nd-week report (ZW art. 38(8)).
    EarlyIvaClaim,
    /// The wage period is extended at the parties' request up to and including a day (art. 24 WIA).
    VoluntaryExtension {
        /// Last day of the extended period.
        until: Day,
    },
    /// The employer or the employee asked to shorten the extension to a day (art. 24(2) WIA).
    ExtensionShortened {
        /// The last day that was asked for.
        until: Day,
    },
    /// The UWV found that the person is able to earn more than 65% (art. 19aa ZW); the day is that
    /// of the decision.
    AssessedAble,
    /// The UWV imposed a wage sanction (art. 25(9) WIA); the day is that of dispatch.
    WageSanction {
        /// Its length, 1 to 52 weeks; the full length when `None`.
        weeks: Option<u8>,
    },
    /// The employer notified the repair (art. 25(12) WIA).
    RepairNotified,
    /// The UWV decided that nothing was repaired (art. 25(14) WIA).
    RepairRefused,
    /// The UWV established the repair (art. 25(13) WIA).
    RepairEstablished,
    /// A WIA benefit was granted.
    WiaGranted,
    /// The employee died.
    Deceased,
}

impl EventKind {
    /// Names of the kinds that are not the meeting of a duty, with what each stands for.
    pub(crate) const PLAIN: &'static [&'static str] = &[
        "interview",
        "long-absence-foreseen",
        "no-possibilities",
        "own-employer-perspective",
        "agreed-deviation",
        "plan-adjusted",
        "plan-holds",
        "partly-able-to-work",
        "reintegration-interview",
        "own-work-ruled-out",
        "second-track-advised",
        "second-track-provider-engaged",
        "second-track-phase",
        "second-track-ended",
        "first-track-ended",
        "report-holds",
        "wia-notice-received",
        "outside-expert-asked",
        "early-iva-claim",
        "voluntary-extension",
        "extension-shortened",
        "assessed-able",
        "wage-sanction",
        "repair-notified",
        "repair-refused",
        "repair-established",
        "wia-granted",
        "deceased",
    ];

    /// The stable name: that of the duty met, or a plain one.
    ///
    /// ```
    /// use poortwachter::{Duty, EventKind};
    /// assert_eq!(EventKind::Met(Duty::WIA_CLAIM).id(), "wia-claim");
    /// assert_eq!(EventKind::RepairNotified.id(), "repair-notified");
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            EventKind::Met(duty) => duty.id(),
            plain => Self::PLAIN[plain.place()],
        }
    }

    /// A number below [`MARKS`](Self::MARKS) of what is recorded: the kind, with the duty, the item, the
    /// part or the phase that it is about.
    pub(crate) const fn mark(&self) -> usize {
        match self {
            EventKind::AgreedDeviation { duty, .. } => Self::DEVIATIONS + law::code_of(*duty),
            EventKind::PlanHolds(item) => Self::ITEMS + item.code() as usize,
            EventKind::ReportHolds(part) => Self::PARTS + part.code() as usize,
            EventKind::SecondTrackPhase(phase) => Self::PHASES + phase.code() as usize,
            other => other.place(),
        }
    }

    /// The place of the first duty.
    pub(crate) const MET: usize = Self::PLAIN.len();
    const DEVIATIONS: usize = Self::MET + DUTY_COUNT;
    const ITEMS: usize = Self::DEVIATIONS + DUTY_COUNT;
    const PARTS: usize = Self::ITEMS + PlanItem::ALL.len();
    const PHASES: usize = Self::PARTS + ReportPart::ALL.len();
    /// How many marks there are.
    pub(crate) const MARKS: usize = Self::PHASES + SecondTrackPhase::ALL.len();

    /// How many names there are: those in [`PLAIN`](Self::PLAIN), and the duties behind them.
    pub(crate) const NAMES: usize = Self::DEVIATIONS;

    /// The place of its name among these.
    pub(crate) const fn place(&self) -> usize {
        match self {
            EventKind::Interview => 0,
            EventKind::LongAbsenceForeseen => 1,
            EventKind::NoPossibilities => 2,
            EventKind::OwnEmployerPerspective => 3,
            EventKind::AgreedDeviation { .. } => 4,
            EventKind::PlanAdjusted => 5,
            EventKind::PlanHolds(_) => 6,
            EventKind::PartlyAbleToWork => 7,
            EventKind::ReintegrationInterview => 8,
            EventKind::OwnWorkRuledOut => 9,
            EventKind::SecondTrackAdvised { .. } => 10,
            EventKind::SecondTrackProviderEngaged => 11,
            EventKind::SecondTrackPhase(_) => 12,
            EventKind::SecondTrackEnded { .. } => 13,
            EventKind::FirstTrackEnded => 14,
            EventKind::ReportHolds(_) => 15,
            EventKind::WiaNoticeReceived => 16,
            EventKind::OutsideExpertAsked => 17,
            EventKind::EarlyIvaClaim => 18,
            EventKind::VoluntaryExtension { .. } => 19,
            EventKind::ExtensionShortened { .. } => 20,
            EventKind::AssessedAble => 21,
            EventKind::WageSanction { .. } => 22,
            EventKind::RepairNotified => 23,
            EventKind::RepairRefused => 24,
            EventKind::RepairEstablished => 25,
            EventKind::WiaGranted => 26,
            EventKind::Deceased => 27,
            EventKind::Met(duty) => Self::MET + law::code_of(*duty),
        }
    }

    /// Whether it can happen more than once in a case.
    pub(crate) fn repeats(&self) -> bool {
        matches!(
            self,
            EventKind::Interview
                | EventKind::OwnEmployerPerspective
                | EventKind::PlanAdjusted
                | EventKind::PartlyAbleToWork
                | EventKind::ReintegrationInterview
                | EventKind::SecondTrackAdvised { .. }
                | EventKind::SecondTrackProviderEngaged
                | EventKind::VoluntaryExtension { .. }
                | EventKind::ExtensionShortened { .. }
                | EventKind::RepairNotified
                | EventKind::RepairRefused
        ) || matches!(self, EventKind::Met(duty) if duty.rule().is_series())
    }

    /// Whether several of its kind can happen on one day, each with another content.
    pub(crate) fn repeats_on_a_day(&self) -> bool {
        matches!(
            self,
            EventKind::AgreedDeviation { .. }
                | EventKind::PlanHolds(_)
                | EventKind::ReportHolds(_)
                | EventKind::SecondTrackPhase(_)
        )
    }
}

/// Something that happened on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event {
    pub(crate) on: Day,
    pub(crate) kind: EventKind,
    /// The [place of the name](EventKind::place) of the kind, worked out once: whoever reads many events
    /// reads it instead of the kind.
    pub(crate) place: u8,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("on", &self.on).field("kind", &self.kind).finish()
    }
}

impl Event {
    /// What happened on which day.
    ///
    /// ```
    /// use poortwachter::{Day, Duty, Event, EventKind};
    /// let claim = Event::new(EventKind::Met(Duty::WIA_CLAIM), Day::new(2027, 10, 4));
    /// assert_eq!(claim.on(), Day::new(2027, 10, 4));
    /// ```
    #[must_use]
    pub fn new(kind: EventKind, on: impl Into<Day>) -> Event {
        Event { on: on.into(), kind, place: kind.place() as u8 }
    }

    /// The day.
    #[must_use]
    pub fn on(&self) -> Day {
        self.on
    }

    /// What happened.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        self.kind
    }
}
