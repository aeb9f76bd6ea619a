//! Derivations as they go out: the steps by which a day was found, as values. A field that a step does not
//! have is left out.

use super::CitationForm;
use crate::case::DeviationReason;
use crate::day::Day;
use crate::explain::SubjectDerivation;
use crate::law::{ClockKind, Count, Layer, Rule, Source, Term, Window};
use crate::timeline::{
    Derivation, Derivations, Derived, Left, LeftOut, NoDay, ObligationDerivation,
    PossibilityDerivation, Prolongation, Start, StartKind, Sum,
};
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// How a day was found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DerivationForm {
    /// The day that the last step ends on; null where it says why there is none.
    pub day: Option<Day>,
    /// The steps, in order: each goes on from the day of the one before it, a sum from its own start.
    pub steps: Vec<DerivedForm>,
    /// The days that the clock of the last sum on sick days left out, up to the end of that sum.
    pub left_out: Vec<LeftOutForm>,
}

/// One step. Which fields it has follows from `step`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DerivedForm {
    /// What kind of step it is.
    pub step: &'static str,
    /// The day that it ends on; null where there is none.
    pub day: Option<Day>,
    /// What prolonged or cut the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// Why the day is not moved to a working day, or why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'static str>,
    /// What a sum counts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<StartForm>,
    /// Which counted day the start is, or the last counted day before it; absent on the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_number: Option<u32>,
    /// Whether the start is itself a counted day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_counts: Option<bool>,
    /// The phrase of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phrase: Option<&'static str>,
    /// The weeks, months, years or days in the phrase; absent where it has no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phrase_number: Option<u16>,
    /// On what the days of the phrase are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<&'static str>,
    /// On which clock sick days count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<&'static str>,
    /// How many days the phrase is, 7 for each week; of what prolonged it, how many days that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Which counted day the day is; absent on the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_day: Option<u32>,
    /// How strong the words of a sum are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<&'static str>,
    /// When the version of the rule holds that the words of a sum stand in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<WindowForm>,
    /// The day that was moved to a working day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The day under the text before the parties agreed on another; absent where the text names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<Day>,
    /// Why the parties agreed on another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// How many days of leave lie in the days of a late claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leave_days: Option<u32>,
    /// The day on which a shorter extension was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shortened_on: Option<Day>,
    /// The first day of the wage sanction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Day>,
    /// The last day of the wage sanction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Day>,
    /// By how many days late decisions shortened the wage sanction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shortened: Option<u32>,
    /// The day on which the UWV established the repair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repaired: Option<Day>,
    /// Of what runs on: how many days because the claim was late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late: Option<u32>,
    /// Of what runs on: how many days because of a voluntary extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extended: Option<u32>,
    /// Of what runs on: how many days because of a wage sanction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sanction: Option<u32>,
    /// The day on which the state pension age is reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<Day>,
    /// The last sick day, after which the day would lie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_sick_day: Option<Day>,
    /// The article that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<CitationForm>,
    /// Its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'static str>,
}

/// What a sum counts from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StartForm {
    /// The day.
    pub day: Day,
    /// What it is.
    pub kind: &'static str,
    /// The duty that was done on it, is planned for it or had it as its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<&'static str>,
    /// The number of that duty in a series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
    /// The event that was recorded on it or on the day before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<&'static str>,
    /// By how many days the claim was late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_late: Option<u32>,
}

/// When a version of a rule holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WindowForm {
    /// First day; null for a first version.
    pub from: Option<Day>,
    /// Last day; null for the version in force.
    pub until: Option<Day>,
}

/// Days that were not counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOutForm {
    /// First of them.
    pub first: Day,
    /// Last of them.
    pub last: Day,
    /// How many.
    pub days: u32,
    /// Why.
    pub why: &'static str,
}

/// How the four dates of an obligation were found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObligationDerivationForm {
    /// The duty.
    pub duty: &'static str,
    /// Its number.
    pub number: u16,
    /// The first day.
    pub opens: DerivationForm,
    /// The day to plan on.
    pub advised: DerivationForm,
    /// The last day.
    pub due: DerivationForm,
    /// The last day that is accepted.
    pub tolerated: DerivationForm,
    /// The last day on other grounds, where the ground is not recorded; absent where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<AlternativeForm>,
}

/// The last day on another ground.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlternativeForm {
    /// The rule that gives it.
    pub rule: &'static str,
    /// How it was found.
    pub due: DerivationForm,
}

/// How the day of a milestone was found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MilestoneDerivationForm {
    /// The milestone.
    pub milestone: &'static str,
    /// Its day.
    pub day: DerivationForm,
}

/// How the days of a possibility were found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PossibilityDerivationForm {
    /// The possibility.
    pub possibility: &'static str,
    /// Its number.
    pub number: u16,
    /// The first day.
    pub opens: DerivationForm,
    /// The last day.
    pub until: DerivationForm,
    /// The last day on which it may still arrive.
    pub tolerated: DerivationForm,
}

impl From<&PossibilityDerivation> for PossibilityDerivationForm {
    fn from(found: &PossibilityDerivation) -> PossibilityDerivationForm {
        PossibilityDerivationForm {
            possibility: found.possibility().id(),
            number: found.number(),
            opens: found.opens().into(),
            until: found.until().into(),
            tolerated: found.tolerated().into(),
        }
    }
}

/// How every day of a view was found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DerivationsForm {
    /// Of every obligation.
    pub obligations: Vec<ObligationDerivationForm>,
    /// Of every milestone.
    pub milestones: Vec<MilestoneDerivationForm>,
    /// Of every possibility.
    pub possibilities: Vec<PossibilityDerivationForm>,
}

/// How the days of what is explained were found: the four dates of a duty, the three of a possibility, or the
/// day of a milestone.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubjectDerivationForm {
    /// The first day of a duty or possibility.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<DerivationForm>,
    /// The day to plan a duty on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advised: Option<DerivationForm>,
    /// The last day of a duty or possibility.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DerivationForm>,
    /// The last day of a duty that is accepted, or on which something may still arrive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerated: Option<DerivationForm>,
    /// The last day of a duty on other grounds, where the ground is not recorded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<AlternativeForm>,
    /// The day of a milestone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<DerivationForm>,
}

impl From<&Derivation> for DerivationForm {
    fn from(derivation: &Derivation) -> DerivationForm {
        DerivationForm {
            day: derivation.day(),
            steps: derivation.steps().iter().map(DerivedForm::from).collect(),
            left_out: derivation.left_out().iter().map(LeftOutForm::from).collect(),
        }
    }
}

impl From<&ObligationDerivation> for ObligationDerivationForm {
    fn from(found: &ObligationDerivation) -> ObligationDerivationForm {
        ObligationDerivationForm {
            duty: found.duty().id(),
            number: found.number(),
            opens: found.opens().into(),
            advised: found.advised().into(),
            due: found.due().into(),
            tolerated: found.tolerated().into(),
            alternatives: alternatives(found),
        }
    }
}

fn alternatives(found: &ObligationDerivation) -> Vec<AlternativeForm> {
    let form = |(rule, due): &(&'static Rule, Derivation)| AlternativeForm {
        rule: rule.id(),
        due: due.into(),
    };
    found.alternatives().iter().map(form).collect()
}

impl From<&Derivations> for DerivationsForm {
    fn from(derivations: &Derivations) -> DerivationsForm {
        let milestones = derivations.milestones().iter();
        DerivationsForm {
            obligations: derivations.obligations().iter().map(Into::into).collect(),
            milestones: milestones
                .map(|(milestone, found)| MilestoneDerivationForm {
                    milestone: milestone.id(),
                    day: found.into(),
                })
                .collect(),
            possibilities: derivations.possibilities().iter().map(Into::into).collect(),
        }
    }
}

impl From<&SubjectDerivation> for SubjectDerivationForm {
    fn from(found: &SubjectDerivation) -> SubjectDerivationForm {
        match found {
            SubjectDerivation::Duty(found) => SubjectDerivationForm {
                opens: Some(found.opens().into()),
                advised: Some(found.advised().into()),
                due: Some(found.due().into()),
                tolerated: Some(found.tolerated().into()),
                alternatives: alternatives(found),
                day: None,
            },
            SubjectDerivation::Possibility(found) => SubjectDerivationForm {
                opens: Some(found.opens().into()),
                due: Some(found.until().into()),
                tolerated: Some(found.tolerated().into()),
                ..SubjectDerivationForm::default()
            },
            SubjectDerivation::Milestone(found) => {
                SubjectDerivationForm { day: Some(found.into()), ..Default::default() }
            }
        }
    }
}

impl From<&Derived> for DerivedForm {
    fn from(derived: &Derived) -> DerivedForm {
        let step = DerivedForm { step: step(derived), day: derived.day(), ..Default::default() };
        match *derived {
            Derived::Sum(sum) => of_sum(sum, step),
            Derived::Prolonged(prolonged) => of_prolongation(prolonged, step),
            Derived::Agreed { original, reason, source, .. } => {
                let reason = Some(DeviationReason::id(reason));
                DerivedForm { original, reason, ..said(Some(source), step) }
            }
            Derived::Extended { from, source, .. } => {
                DerivedForm { from: Some(from), ..said(Some(source), step) }
            }
            Derived::NotExtended { why, .. } => {
                DerivedForm { why: Some(why.id()), ..said(why.source(), step) }
            }
            Derived::WorkingDayBefore { from, .. } => DerivedForm { from: Some(from), ..step },
            Derived::NoDay(why) => {
                let step = DerivedForm { why: Some(why_no_day(why)), ..step };
                match why {
                    NoDay::NotReached { last_sick_day } => {
                        DerivedForm { last_sick_day: Some(last_sick_day), ..step }
                    }
                    NoDay::WithoutDelay { source } => said(Some(source), step),
                    _ => step,
                }
            }
            Derived::NotAfter { .. } | Derived::NotBefore { .. } => step,
        }
    }
}

fn said(source: Option<Source>, step: DerivedForm) -> DerivedForm {
    DerivedForm {
        citation: source.map(|source| source.citation.into()),
        text: source.map(|source| source.text),
        ..step
    }
}

fn of_sum(sum: Sum, step: DerivedForm) -> DerivedForm {
    DerivedForm {
        start: Some(sum.start.into()),
        start_number: sum.start_number,
        start_counts: Some(sum.start_counts),
        phrase: Some(phrase(sum.term)),
        phrase_number: sum.term.number(),
        count: Some(Count::id(sum.count)),
        clock: Some(ClockKind::id(sum.clock)),
        days: sum.days,
        counted_day: sum.number,
        layer: Some(Layer::id(sum.bound.layer)),
        version: Some(sum.window.into()),
        ..said(Some(sum.bound.source), step)
    }
}

fn of_prolongation(prolonged: Prolongation, step: DerivedForm) -> DerivedForm {
    let step = DerivedForm { kind: Some(prolongation(&prolonged)), ..step };
    let step = said(prolonged.source(), step);
    match prolonged {
        Prolongation::Extension { shortened_on, .. } => DerivedForm { shortened_on, ..step },
        Prolongation::LateClaim { days, leave_days, .. }
        | Prolongation::LateReport { days, leave_days, .. } => {
            DerivedForm { days: Some(days), leave_days: Some(leave_days), ..step }
        }
        Prolongation::Sanction { first, last, days, shortened, repaired, .. } => DerivedForm {
            first: Some(first),
            last: Some(last),
            days: Some(days),
            shortened: Some(shortened),
            repaired,
            ..step
        },
        Prolongation::RunsOn { late, extended, sanction, .. } => DerivedForm {
            late: Some(late),
            extended: Some(extended),
            sanction: Some(sanction),
            ..step
        },
        Prolongation::Leave { days, .. } => DerivedForm { days: Some(days), ..step },
        Prolongation::StatePension { reached, .. } => {
            DerivedForm { reached: Some(reached), ..step }
        }
        Prolongation::EmploymentEnd { .. }
        | Prolongation::Death { .. }
        | Prolongation::BenefitStarts { .. }
        | Prolongation::Assessment { .. }
        | Prolongation::Separated { .. }
        | Prolongation::DayAfter { .. } => step,
    }
}

impl From<Start> for StartForm {
    fn from(start: Start) -> StartForm {
        let (duty, number) = match start.kind {
            StartKind::Done(duty, number)
            | StartKind::Planned(duty, number)
            | StartKind::LastDayOf(duty, number) => (Some(duty.id()), Some(number)),
            _ => (None, None),
        };
        let days_late = match start.kind {
            StartKind::DelayedEnd { days_late } => Some(days_late),
            _ => None,
        };
        let event = match start.kind {
            StartKind::Recorded(event) | StartKind::DayAfter(event) => Some(event.id()),
            _ => None,
        };
        StartForm { day: start.day, kind: start_kind(start.kind), duty, number, event, days_late }
    }
}

impl From<Window> for WindowForm {
    fn from(Window { from, until }: Window) -> WindowForm {
        WindowForm { from, until }
    }
}

impl From<&LeftOut> for LeftOutForm {
    fn from(run: &LeftOut) -> LeftOutForm {
        LeftOutForm { first: run.first, last: run.last, days: run.days, why: why_left_out(run.why) }
    }
}

/// Gives each member a stable name, and lists the names.
macro_rules! names {
    ($list:ident, $name:ident($type:ty) { $($member:pat => $id:literal,)+ }) => {
        #[cfg(feature = "schema")]
        pub(super) const $list: &[&str] = &[$($id,)+];

        fn $name(member: $type) -> &'static str {
            match member {
                $($member => $id,)+
            }
        }
    };
}

names! { STEPS, step(&Derived) {
    Derived::Sum(_) => "sum",
    Derived::Prolonged(_) => "prolonged",
    Derived::Agreed { .. } => "agreed",
    Derived::Extended { .. } => "extended",
    Derived::NotExtended { .. } => "not-extended",
    Derived::NotAfter { .. } => "not-after",
    Derived::NotBefore { .. } => "not-before",
    Derived::WorkingDayBefore { .. } => "working-day-before",
    Derived::NoDay(_) => "no-day",
} }

names! { PROLONGATIONS, prolongation(&Prolongation) {
    Prolongation::Extension { .. } => "extension",
    Prolongation::LateClaim { .. } => "late-claim",
    Prolongation::LateReport { .. } => "late-report",
    Prolongation::Sanction { .. } => "sanction",
    Prolongation::RunsOn { .. } => "runs-on",
    Prolongation::Leave { .. } => "leave",
    Prolongation::StatePension { .. } => "state-pension",
    Prolongation::EmploymentEnd { .. } => "employment-end",
    Prolongation::Death { .. } => "death",
    Prolongation::BenefitStarts { .. } => "benefit-starts",
    Prolongation::Assessment { .. } => "assessment",
    Prolongation::Separated { .. } => "separated",
    Prolongation::DayAfter { .. } => "day-after",
} }

names! { NO_DAYS, why_no_day(NoDay) {
    NoDay::NotInTheRule => "not-in-the-rule",
    NoDay::NothingToCountFrom => "nothing-to-count-from",
    NoDay::NotReached { .. } => "not-reached",
    NoDay::WithoutDelay { .. } => "without-delay",
    NoDay::NotGiven => "not-given",
    NoDay::AfterDue => "after-due",
    NoDay::Gone => "gone",
} }

names! { STARTS, start_kind(StartKind) {
    StartKind::FirstSickDay => "first-sick-day",
    StartKind::WaitingPeriod => "waiting-period",
    StartKind::Done(..) => "done",
    StartKind::Planned(..) => "planned",
    StartKind::EndOfWaitingPeriod => "end-of-waiting-period",
    StartKind::EndOfExtension => "end-of-extension",
    StartKind::DelayedEnd { .. } => "delayed-end",
    StartKind::NoticeReceived => "notice-received",
    StartKind::RepairNotified => "repair-notified",
    StartKind::RepairEstablished => "repair-established",
    StartKind::SanctionEnd => "sanction-end",
    StartKind::ClaimResumed => "claim-resumed",
    StartKind::StatePensionDay => "state-pension-day",
    StartKind::EmploymentEnd => "employment-end",
    StartKind::AbleToEarn => "able-to-earn",
    StartKind::DayAfterLeave => "day-after-leave",
    StartKind::PeriodStart => "period-start",
    StartKind::LastSickDay => "last-sick-day",
    StartKind::Requested => "requested",
    StartKind::Perspective => "perspective",
    StartKind::AdjustmentAdvised => "adjustment-advised",
    StartKind::PossibilitiesReturned => "possibilities-returned",
    StartKind::PlanDueAgain => "plan-due-again",
    StartKind::SupplementAsked => "supplement-asked",
    StartKind::TermSet => "term-set",
    StartKind::ThirteenWeeks => "thirteen-weeks",
    StartKind::FirstFitDay => "first-fit-day",
    StartKind::RecoveryTold => "recovery-told",
    StartKind::RecoveryToldAtLatest => "recovery-told-at-latest",
    StartKind::Due => "due",
    StartKind::Opens => "opens",
    StartKind::WiaStart => "wia-start",
    StartKind::DayAfterSickness => "day-after-sickness",
    StartKind::Recorded(_) => "recorded",
    StartKind::LastDayOf(..) => "last-day-of",
    StartKind::LastDayToObject => "last-day-to-object",
    StartKind::DayAfterBan => "day-after-ban",
    StartKind::DayAfter(_) => "day-after",
} }

names! { PHRASES, phrase(Term) {
    Term::OnTheDay => "on-the-day",
    Term::StartOfWeek(_) => "start-of-week",
    Term::EndOfWeek(_) => "end-of-week",
    Term::WithinWeeksAfter(_) => "within-weeks-after",
    Term::WithinMonthsAfter(_) => "within-months-after",
    Term::MonthsAfterStart(_) => "months-after-start",
    Term::FirstDayAfterLasting(_) => "first-day-after-lasting",
    Term::DayOnWhichLasted(_) => "day-on-which-lasted",
    Term::WeeksBefore(_) => "weeks-before",
    Term::FirstDayOfLastWeeks(_) => "first-day-of-last-weeks",
    Term::PeriodOfWeeks(_) => "period-of-weeks",
    Term::Years(_) => "years",
    Term::InterruptionShorterThan(_) => "interruption-shorter-than",
    Term::AtLeastWeeksBetween(_) => "at-least-weeks-between",
    Term::OnDay(_) => "on-day",
    Term::ByDay(_) => "by-day",
    Term::ByDayAfter(_) => "by-day-after",
    Term::UntilMonthsAfter(_) => "until-months-after",
    Term::NextWorkingDay => "next-working-day",
} }

names! { LEFT_OUT, why_left_out(Left) {
    Left::Recovered => "recovered",
    Left::Leave { presumed: false } => "leave",
    Left::Leave { presumed: true } => "leave-presumed-to-join",
    Left::NotForTheDismissalBan => "not-for-the-dismissal-ban",
} }

impl Serialize for Derivation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        DerivationForm::from(self).serialize(serializer)
    }
}

impl Serialize for ObligationDerivation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ObligationDerivationForm::from(self).serialize(serializer)
    }
}

impl Serialize for Derivations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        DerivationsForm::from(self).serialize(serializer)
    }
}
