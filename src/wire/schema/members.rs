//! The names of enums that keep no list of their own. A member that is missing here does not
//! compile.

use crate::case::Fact;
use crate::change::{FactChange, Uncounted, Why};
use crate::day::Day;
use crate::law::{Actor, ClockKind, DUTIES, Duty, Layer, Regime, wia};
use crate::protocol::{OwnDateRemark, ReminderKind, TaskStatus, Treatment};
use crate::timeline::{OpenNorm, Reason, UnusedReason};
use crate::verdict::{Cost, Judgement, Repair, ReportForm, Severity, Topic};
use alloc::vec::Vec;

/// One of each member. What a member holds does not matter: it is given only where it must be.
macro_rules! one_of_each {
    ($name:ident { $($member:ident $({ $($field:tt : $value:expr),+ })?),+ $(,)? }) => {{
        const _: fn(&$name) = |one| match one {
            $($name::$member { .. } => (),)+
        };
        [$($name::$member { $($($field: $value),+)? }),+]
    }};
}

/// A function that gives the stable name of each member.
macro_rules! members {
    ($list:ident = $name:ident $members:tt) => {
        pub(super) fn $list() -> Vec<&'static str> {
            one_of_each!($name $members).iter().map(|one| one.id()).collect()
        }
    };
}

const DUTY: Duty = DUTIES[0];
const DAY: Day = Day::MIN;

members!(
    actors = Actor { Employer, Employee, OccupationalPhysician, Uwv, CaseManager, OwnRiskCarrier }
);

members!(layers = Layer { Act, OrderInCouncil, MinisterialRegulation, Policy, Practice });

members!(
    reasons = Reason {
        NoPossibilities,
        StatePensionAge,
        WiaCannotStart,
        EmploymentEnds,
        WagesEnd,
        SickTooShort,
        OldLaw,
        HadEmployer,
        NotEntitled,
        BenefitEnds,
        SanctionTooLate,
        Recovered,
        WiaGranted,
        Deceased,
    }
);

members!(open_norms = OpenNorm { WithoutDelay, Entitlement, AsSoonAsPossible });

members!(
    unused_reasons = UnusedReason {
        EarlierCase,
        BeforeThePlan,
        AfterTheDueDay,
        PlanExists,
        SanctionVoid,
        NoSanction,
        DoesNotExtend,
        OutsideTheWindow,
        WithinTheTerm,
        NoticeInTime,
        NoCure,
        NoClaim,
        OtherRegime,
        NoAssessment,
    }
);

members!(severities = Severity { InOrder, Attention, AtRisk, Defective });

members!(judgements = Judgement {
    OnTime,
    Early { days: 0 },
    Late { days: 0 },
    Missing { days: 0 },
    NotYetDue,
    Deviated,
    WaitingFor { 0: DUTY },
    Paused,
    NotApplicable { 0: Reason::OldLaw },
    Lapsed { 0: Reason::OldLaw },
    Undetermined { 0: OpenNorm::WithoutDelay },
    Complete,
    Incomplete { missing: 0 },
    InForce,
    Void,
});

members!(topics = Topic {
    Duty { 0: DUTY, 1: 1 },
    SecondTrackCondition,
    ReintegrationInterview,
    PlanContent,
    ReportContent,
    WageSanction,
    EarlyIvaClaim,
});

members!(
    repairs = Repair {
        NotNeeded,
        DoItNow,
        AddWhatIsMissing,
        RecordTheAgreement,
        NotifyRepair,
        RecordTheReasons,
        AskForIt,
    }
);

members!(report_forms = ReportForm { None, Short, Full });

/// One cost of each kind.
pub(super) fn costs() -> [Cost; 4] {
    one_of_each!(Cost {
        WageSanctionRisk { weeks: 0 },
        BenefitSanctionRisk { weeks: 0 },
        Fine { up_to_eur: 0 },
        WagesRunOn { days: 0 },
    })
}

members!(whys = Why {
    FactRecorded { 0: FactChange::Recorded(Fact::Regime(Regime::Employer)) },
    ManyFacts { count: 0 },
    ClockShifted { days: 0, because: Uncounted::Leave, clock: ClockKind::WaitingPeriod },
    Follows { duty: DUTY, met: None },
    RuleVersion { rule: &wia::WIA_CLAIM, old: None, new: None },
    LeadTime,
    TimePassed,
});

members!(uncounted = Uncounted { Recovered, Leave });

members!(reminder_kinds = ReminderKind { Lead, Due, Late });

members!(treatments = Treatment { Followed, LeftOut, OwnRhythm });

members!(own_date_remarks = OwnDateRemark {
    AfterDue { asked: DAY },
    BeforeItOpens { asked: DAY },
});

members!(task_statuses = TaskStatus {
    Done { on: DAY },
    ToDo,
    Late { days: 0 },
    NotTracked,
    Waiting,
    Paused,
    Lapsed { 0: Reason::OldLaw },
});
