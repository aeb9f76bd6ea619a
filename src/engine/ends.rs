//! The ends of a case, in the order in which one follows from another, and the days that duties count from.

use super::case_end::{Overs, find_overs, is_within_benefit};
use super::context::EvalContext;
use super::first_days::FirstEventDays;
use super::sanction::{Sanction, days_of_sanction, find_sanction};
use super::trace::Silent;
use crate::case::EventKind;
use crate::day::Day;
use crate::law::{
    Anchor, Milestone, Regime, Source, Touched, Version, bw7, index, only, position_of,
    position_of_milestone,
};

/// The milestones of a case, absent where the case has not (or never) come so far.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Ends {
    pub(crate) floor_last: Option<Day>,
    pub(crate) waiting_last: Option<Day>,
    pub(crate) wia_start: Option<Day>,
    pub(crate) wages_last: Option<Day>,
    pub(crate) ban_last: Option<Day>,
    /// The same as if the employment went on: who is to be dismissed before its end is protected until then.
    pub(crate) whole_ban_last: Option<Day>,
    pub(crate) early_iva_first: Option<Day>,
    pub(crate) early_iva_last: Option<Day>,
    /// Earliest end of the shortened waiting period that was claimed.
    pub(crate) shortened_waiting_last: Option<Day>,
    pub(crate) sanction: Option<Sanction>,
    pub(crate) days_claim_late: u32,
    /// Up to this last day of the employment the short form of the report is enough.
    pub(crate) short_report_through: Option<Day>,
    /// No WIA benefit can start before the state pension age.
    pub(crate) wia_cannot_start: bool,
    /// The wages or the sickness benefit end early because of the state pension age.
    pub(crate) pension_cut: Option<Day>,
    pub(crate) benefit_last: Option<Day>,
    /// Last day of the benefit under the assessment after the first year (ZW 19aa(2)).
    pub(crate) assessment_last: Option<Day>,
    /// The day that the voluntary extension was asked for, and the request that shortened it.
    pub(crate) extended_until: Option<Day>,
    pub(crate) shortened_on: Option<Day>,
    /// A voluntary extension reaches beyond the whole waiting period. Who recovered before the end of that
    /// had nothing to extend.
    pub(crate) is_extended: bool,
    /// The last day on which a relapse continues the case.
    pub(crate) relapse_joins_through: Option<Day>,
    /// The employment ends within the period in which a sickness benefit follows the wages.
    pub(crate) benefit_follows: bool,
    /// The wages would have run on if the employment had not ended.
    pub(crate) leaving_cuts_wages: bool,
    /// The words that cut the wages at the state pension age.
    pub(crate) pension_source: Option<Source>,
    /// The versions that hold of the milestones, in the order of their list; none where it is the one in force.
    pub(crate) versions: [Option<&'static Version>; Milestone::ALL.len()],
    /// The words that cut the dismissal ban at the state pension age.
    pub(crate) ban_source: Option<Source>,
    /// What of the case is over when.
    pub(crate) overs: Overs,
    /// The last day to claim a WIA benefit without losing a day of it.
    pub(crate) look_back_last: Option<Day>,
    /// The last day of the dismissal ban after maternity leave.
    pub(crate) leave_ban_last: Option<Day>,
    /// The second waiting day.
    pub(crate) waiting_days_last: Option<Day>,
    /// The words that give domestic staff a shorter wage period.
    pub(crate) domestic_source: Option<Source>,
}

impl Ends {
    /// The last day of the wages or of what takes their place.
    pub(crate) fn paid_last(&self) -> Option<Day> {
        if self.benefit_follows { self.benefit_last } else { self.wages_last.or(self.benefit_last) }
    }

    /// The last day of the benefit under the assessment, where there was a benefit.
    pub(crate) fn benefit_after_assessment_last(&self) -> Option<Day> {
        self.assessment_last.filter(|_| self.benefit_last.is_some())
    }
}

/// Works out the ends, and fills the anchors that the duties count from.
pub(crate) fn find_ends(context: &mut EvalContext<'_>, ends: &mut Ends) {
    find_end_of_waiting(context, ends);
    find_payments(context, ends);
    find_wia_start(context, ends);
    context.anchors.wia_start = ends.wia_start;
    ends.relapse_joins_through = context.relapse_window(&mut Silent);
    if let Some(died) = context.facts.deceased() {
        // Nothing ends on the day of death but the payment.
        let before = |day: Option<Day>| day.filter(|day| *day < died);
        (ends.waiting_last, ends.wia_start) = (before(ends.waiting_last), before(ends.wia_start));
        ends.relapse_joins_through = before(ends.relapse_joins_through);
    }
    ends.overs = find_overs(context, ends);
}

/// The end of the waiting period, and what makes the payment run on after it.
fn find_end_of_waiting(context: &mut EvalContext<'_>, ends: &mut Ends) {
    let waiting = context.reached(context.day(index::WAITING_PERIOD, &mut Silent));
    ends.waiting_last = waiting;
    find_extension(context, ends);
    let end =
        waiting.map(|last| context.extended(last, bw7::EXTENSION_PROLONGS_WAGES, &mut Silent));
    context.anchors.end = context.reached(end);
    record_notice(context);
    find_end_of_employment(context, ends);
    context.anchors.days_late =
        if context.payment_can_run_on() { days_claim_late(context) } else { 0 };
    ends.days_claim_late = context.anchors.days_late.unsigned_abs();
    let source = bw7::LATE_CLAIM_PROLONGS_WAGES;
    context.anchors.delayed_end = context.delayed(context.anchors.end, source, &mut Silent);
    find_sanction(context);
    let sanction_days = days_of_sanction(context);
    if let Some(sanction) = &mut context.anchors.sanction {
        sanction.days = sanction_days.unsigned_abs();
    }
    ends.sanction = context.anchors.sanction;
    let extension_days = waiting.zip(end).map_or(0, |(waiting, end)| end.days_since(waiting));
    context.anchors.prolongation = extension_days + context.anchors.days_late + sanction_days;
}

/// The last days of the wages and of the sickness benefit.
fn find_payments(context: &mut EvalContext<'_>, ends: &mut Ends) {
    let wages = context.wages(&mut Silent);
    ends.pension_cut = wages.pension_cut;
    ends.leaving_cuts_wages = wages.leaving_cuts;
    ends.pension_source = wages.pension_source;
    ends.wages_last = wages.last;
    ends.domestic_source =
        context.is_domestic().then(|| context.version_of(index::DOMESTIC_STAFF_WAGES).due.source);
    if context.regime() != Regime::Employer {
        find_assessment(context, ends);
        let benefit = context.benefit(&mut Silent);
        (ends.pension_cut, ends.benefit_last) = (benefit.pension_cut, benefit.last);
    } else if ends.leaving_cuts_wages && !context.is_domestic() && is_within_benefit(context, ends)
    {
        find_following_benefit(context, ends);
    }
}

/// The sickness benefit after an employment that ended (ZW 29(2)(c)).
fn find_following_benefit(context: &mut EvalContext<'_>, ends: &mut Ends) {
    let Some(mut next) = context.following() else { return };
    let assessed = context.recorded.first(EventKind::AssessedAble);
    // Who is assessed as able on the first day has no right to a benefit, so that nothing runs off either.
    if assessed.is_some_and(|assessed| next.benefit_from >= Some(assessed)) {
        ends.assessment_last = context.anchors.leaves_sick;
        return;
    }
    // The state pension age ended the right to a benefit before the employment ended.
    let benefit = next.benefit(&mut Silent);
    if benefit.pension_cut.is_some() && benefit.last < next.benefit_from {
        return;
    }
    find_assessment(&mut next, ends);
    context.anchors.able_to_earn = next.anchors.able_to_earn;
    ends.benefit_last = next.benefit(&mut Silent).last;
    ends.benefit_follows = true;
}

/// The first day of a WIA benefit, and whether one can start at all.
fn find_wia_start(context: &EvalContext<'_>, ends: &mut Ends) {
    let pension = context.facts.case.state_pension_day;
    // A late claim or a sanction that pushes the start past that day does not undo the duties.
    ends.wia_cannot_start = match (pension, context.anchors.end, context.last) {
        (Some(pension), Some(end), _) => pension <= end.plus(1),
        // The WIA could only start some day after recovery.
        (Some(pension), None, Some(last)) => pension <= last.plus(1),
        _ => false,
    };
    let starts_before = |day: &Day| pension.is_none_or(|pension| *day < pension);
    let start = context.wia_start(&mut Silent);
    ends.wia_start = start.filter(|day| !ends.wia_cannot_start && starts_before(day));
    ends.waiting_last = context.granted_early(&mut Silent).or(ends.waiting_last);
    // WIA 23(5)(b): the waiting period stands still without a right to benefit.
    if let Some(last) = ends.assessment_last {
        let before = |day: Option<Day>| day.filter(|day| *day <= last);
        ends.waiting_last = before(ends.waiting_last);
        ends.wia_start = before(ends.wia_start);
    }
}

impl Ends {
    /// Adds those on which no duty rests.
    pub(crate) fn add_milestones(&mut self, context: &EvalContext<'_>) {
        let milestone = |position| context.reached(context.day(position, &mut Silent));
        self.floor_last = milestone(index::MINIMUM_WAGE_FLOOR);
        self.early_iva_first = milestone(index::EARLY_IVA_FIRST_CLAIM);
        self.early_iva_last = milestone(index::EARLY_IVA_LAST_CLAIM);
        self.shortened_waiting_last = context
            .shortened_waiting(&mut Silent)
            .filter(|_| context.recorded.early_refused.is_none());
        self.short_report_through =
            context.anchors.leaves_sick.and_then(|_| context.day(index::SHORT_REPORT, &mut Silent));
        if context.begins <= context.law.milestones_settled_after() {
            for (version, milestone) in self.versions.iter_mut().zip(Milestone::ALL) {
                let position = position_of_milestone(*milestone);
                *version = position.map(|position| context.version_of(position));
            }
        }
        self.add_others(context);
        let ban = context.dismissal_ban(&mut Silent);
        (self.ban_last, self.whole_ban_last) = (ban.last, ban.last);
        self.ban_source = ban.pension_source;
        if self.leaving_cuts_wages {
            // The ban protects an employment.
            (self.ban_last, self.ban_source) = (None, None);
        }
        // A floor under wages that have ended is none.
        self.floor_last =
            self.floor_last.filter(|last| self.wages_last.is_none_or(|wages| *last <= wages));
        // WIA 66(2): only one early claim can be made.
        if context.recorded.early_refused.is_some() {
            (self.early_iva_first, self.early_iva_last) = (None, None);
        }
        // From the state pension age on there is no WIA benefit.
        if let Some(pension) = context.facts.case.state_pension_day {
            let before = |day: Option<Day>| day.filter(|day| *day < pension);
            self.early_iva_first = before(self.early_iva_first);
            self.early_iva_last = before(self.early_iva_last);
        }
        if let Some(last) = self.assessment_last {
            self.early_iva_first = self.early_iva_first.filter(|day| *day <= last);
            self.early_iva_last = self.early_iva_last.map(|day| day.min(last));
        }
        if let Some(died) = context.facts.deceased() {
            let before = |day: Option<Day>| day.filter(|day| *day < died);
            self.floor_last = before(self.floor_last);
            self.shortened_waiting_last = before(self.shortened_waiting_last);
            (self.early_iva_first, self.early_iva_last) = (None, None);
            (self.ban_last, self.ban_source) = (None, None);
        }
    }
}

impl Ends {
    /// Those that only some cases have. None lies on or after the death of the employee.
    fn add_others(&mut self, context: &EvalContext<'_>) {
        let died = context.recorded.first(EventKind::Deceased);
        let alive = |day: Option<Day>| day.filter(|day| died.is_none_or(|died| *day < died));
        let is_claimed = context.met(context.law.roles().claim).is_some();
        // Where wages or benefit run on until the claim, the WIA starts after it and nothing is lost.
        let is_lost = !is_claimed && !context.payment_can_run_on();
        let look_back = context.day(index::WIA_LOOK_BACK, &mut Silent).filter(|_| is_lost);
        self.look_back_last = alive(look_back);
        self.leave_ban_last = alive(context.leave_ban(&mut Silent));
        let terms = context.facts.case.wage_terms;
        let waiting = context.day(index::WAITING_DAYS, &mut Silent);
        self.waiting_days_last =
            alive(context.reached(waiting)).filter(|_| terms.has_waiting_days());
        // The first 52 weeks at least the minimum wage: of wages that last as long.
        if context.is_domestic() {
            self.floor_last = None;
        }
    }
}

/// The end of the voluntary extension: each request replaces the one before it, and a request to
/// shorten puts the end at the earliest day that WIA 24(3) allows.
fn find_extension(context: &mut EvalContext<'_>, ends: &mut Ends) {
    // WIA 24(1)(a): not where the Sickness Benefits Act pays.
    if !context.recorded.has_any(FirstEventDays::EXTENSION) || context.regime() != Regime::Employer
    {
        return;
    }
    let mut end = None;
    for event in context.recorded.events {
        match (event.kind, end) {
            (EventKind::VoluntaryExtension { until }, _) => {
                end = Some(until);
                (ends.extended_until, ends.shortened_on) = (end, None);
            }
            (EventKind::ExtensionShortened { until }, Some(present)) => {
                context.anchors.shortening_requested = Some(event.on);
                let earliest = context.day(index::EXTENSION_SHORTENING, &mut Silent);
                let shortened = earliest.map_or(until, |earliest| earliest.max(until));
                let before = |day: Day| ends.waiting_last.is_none_or(|waiting| waiting < day);
                if shortened < present && before(present) {
                    end = Some(shortened);
                    ends.shortened_on = Some(event.on);
                }
            }
            _ => {}
        }
    }
    (context.anchors.extension_end, context.anchors.shortened_on) = (end, ends.shortened_on);
    ends.is_extended = ends.waiting_last.zip(end).is_some_and(|(waiting, end)| waiting < end);
    context.touched = context.touched.and(Touched::EXTENDED.when(ends.is_extended));
}

/// The last day of the employment, where a duty or the payment counts from it.
fn find_end_of_employment(context: &mut EvalContext<'_>, ends: &Ends) {
    let last = context.facts.case.employment_last_day;
    // It ends by the death of the employee, also where its last day is that day.
    let last = last.filter(|last| context.facts.deceased().is_none_or(|died| *last < died));
    match context.regime() {
        Regime::Employer => {
            let is_sick = |day: &Day| context.first <= *day && context.facts.is_in_spell(*day);
            context.anchors.leaves_sick = last.filter(is_sick);
            // ZW 38(2) binds the employer of 29(2)(c): the employment ends within the period of 29(5).
            let is_within = |day: &Day| ends.waiting_last.is_none_or(|last| *day <= last);
            context.anchors.employment_end = context.anchors.leaves_sick.filter(is_within);
        }
        Regime::OwnRiskCarrier => context.anchors.employment_end = last,
        Regime::SafetyNet => {}
    }
    let anchors = &context.anchors;
    context.touched = context
        .touched
        .and(Touched::LEAVES_SICK.when(anchors.leaves_sick.is_some()))
        .and(Touched::EMPLOYMENT_END.when(anchors.employment_end.is_some()));
}

/// The day from which the employee is able to work, where the assessment after the first year has effect.
fn find_assessment(context: &mut EvalContext<'_>, ends: &mut Ends) {
    let run_off = context.law.only(only::END_OF_BENEFIT_AFTER_ASSESSMENT);
    let Anchor::AbleToEarn { not_before } = run_off.due.from else { return };
    let position = position_of(not_before);
    let conditions = context.plan_of(position).rule.conditions;
    let holds = conditions.iter().all(|condition| context.is_sick_since(*condition));
    let assessed = context.recorded.first(EventKind::AssessedAble).filter(|_| holds);
    let reference = context.reached(context.day(position, &mut Silent));
    if let (Some(assessed), Some(reference)) = (assessed, reference) {
        let last = context.benefit(&mut Silent).last;
        context.anchors.able_to_earn = Some(assessed.max(reference));
        let run_off = context.day(index::END_OF_BENEFIT_AFTER_ASSESSMENT, &mut Silent);
        let is_cut = |run_off: &Day| last.is_none_or(|last| *run_off < last);
        ends.assessment_last = context.reached(run_off).filter(is_cut);
    }
}

/// Whether a late notice of the UWV may be cured.
fn record_notice(context: &mut EvalContext<'_>) {
    let received = context.recorded.first(EventKind::WiaNoticeReceived);
    context.anchors.notice_received = received;
    let notice = context.law.roles().notice;
    context.anchors.notice_was_late = context.met(notice).or(received).is_some_and(|sent| {
        let due = context.dates_of(notice).and_then(|dates| dates.due);
        due.is_some_and(|due| sent > due)
    });
}

/// By how many days the claim came after the due day, none when a late notice excuses it.
fn days_claim_late(context: &EvalContext<'_>) -> i32 {
    let duty = context.law.roles().claim;
    let Some(claim) = context.met(duty) else { return 0 };
    let Some(plan) = context.law.duty_plan(duty, context.regime()) else { return 0 };
    let dates = context.dates(plan, None, &mut Silent);
    let Some(due) = dates.due.filter(|due| claim > *due) else { return 0 };
    let tolerated = context.tolerated(plan, None, &dates, &mut Silent);
    let is_tolerated = tolerated.is_some_and(|tolerated| claim <= tolerated);
    if is_tolerated { 0 } else { claim.days_since(due) }
}
