//! What a verdict is made of.

use crate::case::DeviationReason;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Citation, Duty, Layer, Rule, Source};
use crate::timeline::{OpenNorm, Reason};

closed_list! {
    /// How bad it is, mildest first.
    #[derive(Default)]
    Severity, "severity" {
        /// Nothing to do.
        #[default]
        InOrder = 0, "in-order", "in orde", "in order";
        /// Somebody should look at it.
        Attention = 1, "attention", "aandacht", "attention";
        /// It can cost something and can still be limited.
        AtRisk = 2, "at-risk", "risico", "at risk";
        /// A statutory duty was not met.
        Defective = 3, "defective", "gebrekkig", "defective";
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

closed_list! {
    /// A [`Topic`] without the duty.
    TopicKind, "topic" {
        /// A duty.
        Duty = 0, "duty", "verplichting", "duty";
        /// The condition of BW 7:658a(1) for the second track was recorded as met.
        SecondTrackCondition = 1, "second-track-condition",
            "Voorwaarde voor het tweede spoor",
            "Condition for the second track";
        /// A re-integration interview after the employee became partly able to work.
        ReintegrationInterview = 2, "reintegration-interview",
            "Re-integratiegesprek",
            "Re-integration interview";
        /// What the plan of action must hold (RP art. 4(2)).
        PlanContent = 3, "plan-content",
            "Inhoud van het plan van aanpak",
            "Content of the plan of action";
        /// The twelve parts of the re-integration report (RP art. 6(1)).
        ReportContent = 4, "report-content",
            "Inhoud van het re-integratieverslag",
            "Content of the re-integration report";
        /// The wage sanction.
        WageSanction = 5, "wage-sanction", "Loonsanctie", "Wage sanction";
        /// The early claim of an IVA benefit.
        EarlyIvaClaim = 6, "early-iva-claim", "Aanvraag vervroegde IVA", "Early IVA claim";
    }
}

impl Topic {
    /// The topic without the duty.
    #[must_use]
    pub const fn kind(&self) -> TopicKind {
        match self {
            Topic::Duty(..) => TopicKind::Duty,
            Topic::SecondTrackCondition => TopicKind::SecondTrackCondition,
            Topic::ReintegrationInterview => TopicKind::ReintegrationInterview,
            Topic::PlanContent => TopicKind::PlanContent,
            Topic::ReportContent => TopicKind::ReportContent,
            Topic::WageSanction => TopicKind::WageSanction,
            Topic::EarlyIvaClaim => TopicKind::EarlyIvaClaim,
        }
    }

    /// The stable name: that of the duty, or of the topic.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Topic::Duty(duty, _) => duty.id(),
            other => other.kind().id(),
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
    /// Not met, and no longer to be done: what it was for is over.
    Missed,
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

closed_list! {
    /// A [`Judgement`] without what it holds.
    JudgementKind of Judgement, "judgement" {
        /// Met on or before the due day.
        OnTime = 0, "on-time", "op tijd", "on time";
        /// Met before the day on which it opens.
        Early = 1, "early", "te vroeg", "early";
        /// Met after the due day.
        Late = 2, "late", "te laat", "late";
        /// Not met, and overdue.
        Missing = 3, "missing", "ontbreekt", "missing";
        /// Not met, and no longer to be done: what it was for is over.
        Missed = 15, "missed", "niet gedaan", "missed";
        /// Not met, and not yet due.
        NotYetDue = 4, "not-yet-due", "nog niet nodig", "not yet due";
        /// The parties deviated with a reason, and kept the agreed day or still can.
        Deviated = 5, "deviated", "volgens afspraak", "as agreed";
        /// It waits for another duty.
        WaitingFor = 6, "waiting-for-event", "wacht op", "waiting for";
        /// The employee has recovered; a relapse revives it.
        Paused = 7, "paused", "gepauzeerd", "paused";
        /// It does not apply.
        NotApplicable = 8, "not-applicable", "niet van toepassing", "not applicable";
        /// It will never be due any more.
        Lapsed = 9, "lapsed", "vervallen", "lapsed";
        /// An open norm decides it.
        Undetermined = 10, "undetermined", "niet te bepalen", "undetermined";
        /// Something recorded is complete or in force as it should be.
        Complete = 11, "complete", "volledig", "complete";
        /// Something is missing from what was recorded.
        Incomplete = 12, "incomplete", "onvolledig", "incomplete";
        /// It holds now and runs until a day.
        InForce = 13, "in-force", "loopt", "in force";
        /// It was decided too late and has no effect.
        Void = 14, "void", "zonder gevolg", "void";
    }
}

impl Judgement {
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
    /// After the employment: recovery of the sickness benefit from the employer (ZW art. 39a(1)).
    BenefitRecovery {
        /// Of at most this many weeks.
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

closed_list! {
    /// A [`Cost`] without its amount.
    CostKind of Cost, "cost" {
        /// A wage sanction (WIA art. 25(9)).
        WageSanctionRisk = 0, "wage-sanction-risk",
            "risico op een loonsanctie",
            "risk of a wage sanction";
        /// For an own-risk carrier: a prolonged sickness benefit (WIA art. 26(2)).
        BenefitSanctionRisk = 1, "benefit-sanction-risk",
            "risico op langer ziekengeld",
            "risk of more sickness benefit";
        /// After the employment: recovery of the sickness benefit from the employer (ZW art. 39a(1)).
        BenefitRecovery = 4, "benefit-recovery",
            "risico op verhaal van ziekengeld",
            "risk of recovery of sickness benefit";
        /// A fine.
        Fine = 2, "fine", "boete", "fine";
        /// The wages and the dismissal ban run on (BW 7:629(11), 7:670(11)).
        WagesRunOn = 3, "wages-run-on", "loon loopt door", "wages run on";
    }
}

closed_list! {
    /// Whether something can still be done about it.
    Repair, "repair" {
        /// There is nothing to repair.
        NotNeeded = 0, "not-needed", "er hoeft niets te worden hersteld", "nothing to repair";
        /// Doing it now ends the lateness.
        DoItNow = 1, "do-it-now",
            "kan nog: doe het nu en leg de dag vast",
            "still possible: do it now and record the day";
        /// Add what is missing.
        AddWhatIsMissing = 2, "add-what-is-missing",
            "kan nog: vul aan wat ontbreekt",
            "still possible: add what is missing";
        /// Agree with the other party and record it.
        RecordTheAgreement = 3, "record-the-agreement",
            "doe het op tijd, of leg een gemotiveerde afspraak vast (RP art. 5)",
            "do it in time, or record a reasoned agreement (RP art. 5)";
        /// Notify the UWV of the repair (WIA art. 25(12)).
        NotifyRepair = 4, "notify-repair",
            "herstel de tekortkoming en meld dat aan het UWV (WIA art. 25(12))",
            "repair the shortcoming and notify the UWV (WIA art. 25(12))";
        /// It can no longer be undone; the reasons belong in the file.
        RecordTheReasons = 5, "record-the-reasons",
            "niet meer ongedaan te maken: leg de redenen vast in het dossier",
            "cannot be undone: put the reasons in the file";
        /// Somebody else must act; ask for it.
        AskForIt = 6, "ask-for-it",
            "vraag erom bij wie aan zet is",
            "ask those who must act for it";
    }
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Finding {
    pub(super) topic: Topic,
    pub(crate) rule: Option<&'static Rule>,
    pub(super) judgement: Judgement,
    pub(super) severity: Severity,
    pub(super) layer: Layer,
    pub(super) due: Option<Day>,
    pub(super) original_due: Option<Day>,
    pub(super) deviation: Option<DeviationReason>,
    pub(super) tolerated: Option<Day>,
    pub(super) met: Option<Day>,
    pub(super) until: Option<Day>,
    pub(crate) within_tolerance: bool,
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
