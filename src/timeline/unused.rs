//! Recorded events that changed nothing, and why: nothing is ignored in silence.

use crate::case::{Entitlement, Event, EventKind};
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::engine::{Ends, EvalContext, Silent, asked_by};
use crate::law::{Duty, DutyPlan, Law, MetBy, Recurrence, Regime, duty_met_by, index};

closed_list! {
    /// Why an event changed nothing.
    UnusedReason, "reason why an event changes nothing" {
        /// It belongs to a case that was closed before the current one began.
        EarlierCase = 0, "earlier-case", "hoort bij een eerder geval", "belongs to an earlier case";
        /// An interview before there was a plan of action to evaluate.
        BeforeThePlan = 1, "before-the-plan",
            "er was nog geen plan van aanpak om te evalueren",
            "there was no plan of action to evaluate yet";
        /// A perspective with the own employer that was recorded after the second track was due.
        AfterTheDueDay = 2, "after-the-due-day",
            "vastgelegd nadat het tweede spoor al moest zijn gestart",
            "recorded after the second track was due";
        /// The sanction was decided after the end, or the employment had ended.
        SanctionVoid = 4, "sanction-void",
            "te laat opgelegd, of er is geen loon meer: zonder gevolg",
            "imposed too late, or no wages are due any more: no effect";
        /// No wage sanction runs.
        NoSanction = 5, "no-sanction", "er loopt geen loonsanctie", "no wage sanction runs";
        /// The extension does not reach beyond the waiting period, or a later one replaced it.
        DoesNotExtend = 6, "does-not-extend",
            "verlengt niet, of is vervangen door een latere",
            "extends nothing, or was replaced by a later one";
        /// A claim for a shortened waiting period outside its window.
        OutsideTheWindow = 7, "outside-the-window",
            "buiten de termijn voor een verkorte wachttijd",
            "outside the window for a shortened waiting period";
        /// Long absence was foreseen within the six weeks, so that the ordinary term holds.
        WithinTheTerm = 8, "within-the-term",
            "binnen zes weken voorzien: de gewone termijn geldt",
            "foreseen within six weeks: the ordinary term holds";
        /// The notice came in time, so that it moves nothing.
        NoticeInTime = 9, "notice-in-time", "de kennisgeving was op tijd", "the notice was in time";
        /// The 42nd-week report was not made in time for the cure of a late notice (WIA art. 64(6)).
        NoCure = 10, "no-cure",
            "de 42e-weeksmelding was daarvoor niet op tijd",
            "the 42nd-week report was not in time for it";
        /// There is no claim to decide on.
        NoClaim = 11, "no-claim", "er is geen aanvraag", "there is no claim";
        /// It means nothing in the regime of the case.
        OtherRegime = 12, "other-regime",
            "speelt geen rol in deze regeling",
            "plays no part in this regime";
        /// The assessment of art. 19aa ZW does not apply, or the case did not come so far.
        NoAssessment = 13, "no-assessment",
            "de eerstejaarsbeoordeling geldt niet of is niet bereikt",
            "the first-year assessment does not apply or was not reached";
        /// The opinion before it said the same of the possibilities to return.
        SameOpinion = 14, "same-opinion",
            "het oordeel daarvoor zei hetzelfde",
            "the opinion before it said the same";
        /// Nobody reports this recovery to the UWV: no entitlement to sickness benefit is recorded.
        NoEntitlement = 15, "no-entitlement",
            "er is geen recht op ziekengeld vastgelegd",
            "no entitlement to sickness benefit is recorded";
    }
}

/// An event that changed nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Unused {
    event: Event,
    reason: UnusedReason,
}

impl Unused {
    /// The event.
    #[must_use]
    pub const fn event(&self) -> Event {
        self.event
    }

    /// The day of the event.
    #[must_use]
    pub fn on(&self) -> Day {
        self.event.on()
    }

    /// Why it changed nothing.
    #[must_use]
    pub const fn reason(&self) -> UnusedReason {
        self.reason
    }
}

/// The events that changed nothing.
pub(super) fn unused<'a>(
    context: &'a EvalContext<'a>,
    ends: &'a Ends,
) -> impl Iterator<Item = Unused> + 'a {
    context.facts.events(crate::law::FIRST_SICK_DAY_FROM).iter().filter_map(move |event| {
        reason(context, ends, event).map(|reason| Unused { event: *event, reason })
    })
}

fn reason(context: &EvalContext<'_>, ends: &Ends, event: &Event) -> Option<UnusedReason> {
    if event.on < context.first {
        return Some(UnusedReason::EarlierCase);
    }
    let is_of_another = |regime: Regime| is_of_another_regime(context.law, regime, &event.kind);
    let follows = || context.following().map(|next| next.regime());
    if is_of_another(context.regime()) && follows().is_none_or(is_of_another) {
        return Some(UnusedReason::OtherRegime);
    }
    let roles = context.law.roles();
    let plan = context.met(roles.plan);
    let sanction_runs = ends.sanction.is_some_and(|sanction| !sanction.is_void);
    match event.kind {
        EventKind::Interview => {
            plan.is_some_and(|plan| event.on < plan).then_some(UnusedReason::BeforeThePlan)
        }
        EventKind::NoPossibilities | EventKind::PossibilitiesReturned => {
            let before = context.sees_possibilities(Some(event.on.plus(-1)));
            let now = context.sees_possibilities(Some(event.on));
            (before == now).then_some(UnusedReason::SameOpinion)
        }
        EventKind::RecoveryTold => {
            let entitled = context.facts.case.sickness_benefit_entitlement;
            let is_none = entitled.is_none_or(|answer| answer == Entitlement::No);
            (is_none && context.regime() == Regime::Employer).then_some(UnusedReason::NoEntitlement)
        }
        EventKind::LongAbsenceForeseen => {
            let analysis = context.dates_of(roles.without_delay);
            let undetermined = analysis.is_some_and(|dates| dates.without_delay);
            (!undetermined).then_some(UnusedReason::WithinTheTerm)
        }
        EventKind::OwnEmployerPerspective => {
            let due = context.dates_of(roles.second_track).and_then(|dates| dates.due);
            due.is_some_and(|due| event.on > due).then_some(UnusedReason::AfterTheDueDay)
        }
        EventKind::WageSanction { .. } => (!sanction_runs).then_some(UnusedReason::SanctionVoid),
        EventKind::RepairNotified | EventKind::RepairRefused | EventKind::RepairEstablished => {
            let decided = context.anchors.sanction_decided;
            decided.is_none_or(|decided| event.on < decided).then_some(UnusedReason::NoSanction)
        }
        EventKind::VoluntaryExtension { until } => {
            let decides = ends.extended_until == Some(until) && ends.is_extended;
            (!decides).then_some(UnusedReason::DoesNotExtend)
        }
        EventKind::ExtensionShortened { .. } => {
            let decides = ends.shortened_on == Some(event.on) && ends.is_extended;
            (!decides).then_some(UnusedReason::DoesNotExtend)
        }
        EventKind::AssessedAble => {
            ends.assessment_last.is_none().then_some(UnusedReason::NoAssessment)
        }
        EventKind::EarlyIvaClaim => {
            let day = |position| context.reached(context.day(position, &mut Silent));
            let too_early = day(index::EARLY_IVA_FIRST_CLAIM).is_none_or(|first| event.on < first);
            let too_late = day(index::EARLY_IVA_LAST_CLAIM).is_some_and(|last| event.on > last);
            (too_early || too_late).then_some(UnusedReason::OutsideTheWindow)
        }
        EventKind::EarlyIvaRefused => {
            let early = context.recorded.first(EventKind::EarlyIvaClaim);
            early.is_none_or(|early| event.on < early).then_some(UnusedReason::NoClaim)
        }
        EventKind::WiaNoticeReceived => {
            let notice_due = context.dates_of(roles.notice).and_then(|dates| dates.due);
            let sent = context.met(roles.notice).unwrap_or(event.on);
            if notice_due.is_none_or(|due| sent <= due) {
                Some(UnusedReason::NoticeInTime)
            } else {
                let claim = context.law.duty_plan(roles.claim, context.regime());
                let tolerated = |plan: &DutyPlan| {
                    let dates = context.dates(plan, None, &mut Silent);
                    context.tolerated(plan, None, &dates, &mut Silent)
                };
                let cured = claim.and_then(tolerated).is_some();
                (!cured).then_some(UnusedReason::NoCure)
            }
        }
        EventKind::OutsideExpertAsked => {
            context.met(roles.claim).is_none().then_some(UnusedReason::NoClaim)
        }
        _ => None,
    }
}

/// Whether an event means nothing in a regime.
fn is_of_another_regime(law: &Law, regime: Regime, kind: &EventKind) -> bool {
    let roles = law.roles();
    let unknown = |duty: Duty| law.rule_of(duty, regime).is_none();
    match kind {
        EventKind::Met(duty) | EventKind::AgreedDeviation { duty, .. } => unknown(*duty),
        EventKind::Interview => unknown(roles.interviews),
        EventKind::OwnEmployerPerspective => unknown(roles.second_track),
        EventKind::PlanAdjusted => unknown(const { duty_met_by(MetBy::PlanAdjusted) }),
        EventKind::WageSanction { .. }
        | EventKind::RepairNotified
        | EventKind::RepairRefused
        | EventKind::RepairEstablished => unknown(roles.sanction),
        // WIA 24(1)(a): no extension where the Sickness Benefits Act pays.
        EventKind::VoluntaryExtension { .. } | EventKind::ExtensionShortened { .. } => {
            regime != Regime::Employer
        }
        EventKind::RecoveryTold => law.at_in(index::RECOVERY_TOLD, regime).is_none(),
        EventKind::AssessedAble => {
            let effect = index::END_OF_BENEFIT_AFTER_ASSESSMENT;
            law.at_in(effect, regime).is_none()
        }
        kind => asked_by(kind).is_some_and(|request| {
            let recurrence = Recurrence::PerRequest(request);
            let plans = law.duty_plans(regime);
            !plans.iter().any(|plan| plan.rule().recurrence == recurrence)
        }),
    }
}
