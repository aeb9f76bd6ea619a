//! The ends: of the waiting period, the wages, the sickness benefit and the dismissal ban, with what
//! prolongs or cuts them: a late claim, a voluntary extension, a wage sanction, the state pension age, the end of the
//! employment.

use super::first_days::FirstEventDays;
use super::frame::EvalContext;
use super::recorded::earliest;
use super::sanction::{Sanction, days_of_sanction, sanction};
use crate::case::EventKind;
use crate::day::Day;
use crate::law::{Anchor, ClockKind, Regime, Source, Touched, index, only, position_of};

/// The milestones of a case, absent where the case has not (or never) come so far.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Ends {
    pub(super) floor_last: Option<Day>,
    pub(super) waiting_last: Option<Day>,
    pub(super) wia_start: Option<Day>,
    pub(super) wages_last: Option<Day>,
    pub(super) ban_last: Option<Day>,
    /// By how many days the wages and the dismissal ban run on.
    prolongation: i32,
    pub(super) early_iva_first: Option<Day>,
    pub(super) early_iva_last: Option<Day>,
    /// Earliest end of the shortened waiting period that was claimed.
    pub(super) shortened_waiting_last: Option<Day>,
    pub(super) sanction: Option<Sanction>,
    pub(super) days_claim_late: u32,
    /// Up to this last day of the employment the short form of the report is enough.
    pub(super) short_report_through: Option<Day>,
    /// No WIA benefit can start before the state pension age.
    pub(super) wia_cannot_start: bool,
    /// The wages or the sickness benefit end early because of the state pension age.
    pub(super) pension_cut: Option<Day>,
    pub(super) benefit_last: Option<Day>,
    /// Last day of the benefit under the assessment after the first year (ZW 19aa(2)).
    pub(super) assessment_last: Option<Day>,
    /// The day that the voluntary extension was asked for, and the request that shortened it.
    pub(super) extended_until: Option<Day>,
    pub(super) shortened_on: Option<Day>,
    /// The last day of the employment, when the employee is sick on it.
    pub(super) leaves_sick: Option<Day>,
    /// The wages would have run on if the employment had not ended.
    pub(super) leaving_cuts_wages: bool,
    /// The words that cut the wages at the state pension age.
    pub(super) pension_source: Option<Source>,
    /// The words that cut the dismissal ban at the state pension age.
    pub(super) ban_source: Option<Source>,
}

impl Ends {
    /// The last day of the wages or of what takes their place.
    pub(super) fn paid_last(&self) -> Option<Day> {
        self.wages_last.or(self.benefit_last)
    }

    /// Whether a voluntary extension was asked for that reaches beyond the waiting period. Who recovered
    /// before the end of that had nothing to extend.
    pub(super) fn is_extended(&self) -> bool {
        self.waiting_last.zip(self.extended_until).is_some_and(|(last, until)| last < until)
    }
}

/// Works out the ends, and fills the anchors that the duties count from.
pub(super) fn ends(frame: &mut EvalContext<'_>) -> Ends {
    let mut ends =
        Ends { waiting_last: frame.reached(frame.day(index::WAITING_PERIOD)), ..Ends::default() };
    let extended = extension(frame, &mut ends);
    let prolonged = |day: Day| extended.map_or(day, |until| until.max(day));
    frame.anchors.end = frame.reached(ends.waiting_last.map(prolonged));
    record_notice(frame);
    let employment_last = frame.facts.case.employment_last_day;
    match frame.regime() {
        Regime::Employer => {
            frame.anchors.leaves_sick =
                employment_last.filter(|day| frame.first <= *day && frame.facts.is_in_spell(*day));
            frame.anchors.employment_end = frame.anchors.leaves_sick;
        }
        Regime::OwnRiskCarrier => frame.anchors.employment_end = employment_last,
        Regime::SafetyNet => {}
    }
    let leaves_sick = Touched::LEAVES_SICK.when(frame.anchors.leaves_sick.is_some());
    frame.touched = frame.touched.and(leaves_sick);
    // Nobody else's payment runs on in the safety net, nor wages of an employment that has ended.
    let has_ended =
        frame.anchors.leaves_sick.is_some_and(|leaves| frame.anchors.end >= Some(leaves));
    let runs_on = frame.regime() != Regime::SafetyNet && !has_ended;
    let late = if runs_on { days_claim_late(frame) } else { 0 };
    let delay = |frame: &EvalContext<'_>, end: Option<Day>| {
        frame.reached(end.map(|end| frame.facts.run_on(end, late)))
    };
    frame.anchors.delayed_end = delay(frame, frame.anchors.end);
    ends.days_claim_late = late.unsigned_abs();
    ends.sanction = sanction(frame);
    let waiting_end = frame.reached(frame.anchors.sanction_end.or(frame.anchors.delayed_end));

    // The wages have a clock of their own, and run on by the same days.
    let wages = frame.clock(ClockKind::Wages);
    let wage_period = frame.reached(frame.day(index::WAGE_PERIOD));
    let sanction_days = days_of_sanction(frame);
    if let Some(sanction) = &mut ends.sanction {
        sanction.days = sanction_days.unsigned_abs();
    }
    let wages_delayed = delay(frame, frame.reached(wage_period.map(prolonged)));
    let sanction_runs = match (frame.anchors.delayed_end, frame.anchors.sanction_end) {
        (Some(end), Some(last)) => last.days_since(end),
        _ => 0,
    };
    let wages_full = wages_delayed.map(|last| last.plus(sanction_runs));
    let wages_last = cut_at_state_pension(
        frame,
        index::STATE_PENSION_WAGES,
        wages.first_sick_day(),
        wage_period,
        wages_full,
    );
    ends.pension_cut =
        frame.reached(wages_last).filter(|last| wages_full.is_none_or(|full| *last < full));
    ends.leaves_sick = frame.anchors.leaves_sick;
    ends.leaving_cuts_wages = ends
        .leaves_sick
        .is_some_and(|leaves| frame.reached(wages_last).is_none_or(|last| leaves < last));
    ends.pension_source = ends
        .pension_cut
        .map(|_| frame.version_for(frame.rule(index::STATE_PENSION_WAGES)).due.source);
    let full_benefit = delay(frame, frame.reached(frame.day(index::SICKNESS_BENEFIT)))
        .map(|last| last.plus(sanction_runs));
    ends.wages_last = frame.reached(earliest(wages_last, frame.anchors.leaves_sick));

    benefit(frame, full_benefit, &mut ends);

    let start = frame.reached(waiting_end.map(|last| last.plus(1)));
    let pension = frame.facts.case.state_pension_day;
    // A late claim or a sanction that pushes the start past that day does not undo the duties.
    ends.wia_cannot_start = match (pension, frame.anchors.end, frame.last) {
        (Some(pension), Some(end), _) => pension <= end.plus(1),
        // The WIA could only start some day after recovery.
        (Some(pension), None, Some(last)) => pension <= last.plus(1),
        _ => false,
    };
    let starts_before = |day: &Day| pension.is_none_or(|pension| *day < pension);
    ends.wia_start = start.filter(|day| !ends.wia_cannot_start && starts_before(day));

    let extension_days =
        ends.waiting_last.map_or(0, |waiting| prolonged(waiting).days_since(waiting));
    ends.prolongation = extension_days + late + sanction_days;
    // WIA 23(5)(b): the waiting period stands still without a right to benefit.
    if let Some(last) = ends.assessment_last {
        let before = |day: Option<Day>| day.filter(|day| *day <= last);
        ends.waiting_last = before(ends.waiting_last);
        ends.wia_start = before(ends.wia_start);
    }
    ends
}

impl Ends {
    /// Adds those on which no duty rests.
    pub(super) fn add_milestones(&mut self, frame: &EvalContext<'_>) {
        let milestone = |position| frame.reached(frame.day(position));
        self.floor_last = milestone(index::MINIMUM_WAGE_FLOOR);
        self.early_iva_first = milestone(index::EARLY_IVA_FIRST_CLAIM);
        self.early_iva_last = milestone(index::EARLY_IVA_LAST_CLAIM);
        self.shortened_waiting_last = shortened_waiting(frame);
        self.short_report_through =
            frame.anchors.leaves_sick.and_then(|_| frame.day(index::SHORT_REPORT));
        let two_years = frame.day(index::DISMISSAL_BAN);
        let full = two_years.map(|last| frame.facts.run_on(last, self.prolongation));
        self.ban_last = frame.reached(cut_at_state_pension(
            frame,
            index::STATE_PENSION_DISMISSAL_BAN,
            frame.clock(ClockKind::DismissalBan).first_sick_day(),
            two_years,
            full,
        ));
        let rule = frame.rule(index::STATE_PENSION_DISMISSAL_BAN);
        let whole = frame.reached(full);
        let is_cut = self.ban_last.is_some_and(|last| whole.is_none_or(|whole| last < whole));
        self.ban_source = is_cut.then(|| frame.version_for(rule).due.source);
        if let Some(last) = self.assessment_last {
            self.early_iva_first = self.early_iva_first.filter(|day| *day <= last);
            self.early_iva_last = self.early_iva_last.map(|day| day.min(last));
        }
    }
}

/// The end of the voluntary extension: each request replaces the one before it, and a request to
/// shorten puts the end at the earliest day that WIA 24(3) allows.
fn extension(frame: &mut EvalContext<'_>, ends: &mut Ends) -> Option<Day> {
    // WIA 24(1)(a): not where the Sickness Benefits Act pays.
    if !frame.recorded.has_any(FirstEventDays::EXTENSION) || frame.regime() != Regime::Employer {
        return None;
    }
    let mut end = None;
    for event in frame.recorded.events {
        match (event.kind, end) {
            (EventKind::VoluntaryExtension { until }, _) => {
                end = Some(until);
                (ends.extended_until, ends.shortened_on) = (end, None);
            }
            (EventKind::ExtensionShortened { until }, Some(present)) => {
                frame.anchors.shortening_requested = Some(event.on);
                let earliest = frame.day(index::EXTENSION_SHORTENING);
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
    end
}

/// The last day of the sickness benefit (ZW 29(4), 29(5), 29(10), 19aa(2)); `full` is that of the 104
/// weeks with what prolongs them.
fn benefit(frame: &mut EvalContext<'_>, full: Option<Day>, ends: &mut Ends) {
    if frame.regime() == Regime::Employer {
        return;
    }
    let at_pension = match frame.facts.case.state_pension_day {
        Some(pension) if pension <= frame.first => frame.day(index::STATE_PENSION_BENEFIT),
        Some(pension) => Some(pension.plus(-1)),
        None => None,
    };
    let last = earliest(full, at_pension);
    ends.pension_cut = frame.reached(last).filter(|last| full.is_none_or(|full| *last < full));

    let run_off = frame.law.only(only::END_OF_BENEFIT_AFTER_ASSESSMENT);
    if let Anchor::AbleToEarn { not_before } = run_off.due.from {
        let position = position_of(not_before);
        let conditions = frame.rule(position).conditions;
        let holds = conditions.iter().all(|condition| frame.is_sick_since(*condition));
        let assessed = frame.recorded.first(EventKind::AssessedAble).filter(|_| holds);
        let reference = frame.reached(frame.day(position));
        if let (Some(assessed), Some(reference)) = (assessed, reference) {
            frame.anchors.able_to_earn = Some(assessed.max(reference));
            let run_off = frame.reached(frame.day(index::END_OF_BENEFIT_AFTER_ASSESSMENT));
            let is_cut = |run_off: &Day| last.is_none_or(|last| *run_off < last);
            ends.assessment_last = run_off.filter(is_cut);
        }
    }
    ends.benefit_last = frame.reached(earliest(last, ends.assessment_last));
}

/// Whether a late notice of the UWV may be cured.
fn record_notice(frame: &mut EvalContext<'_>) {
    let notice = frame.law.roles().notice;
    let sent = frame.met(notice).or(frame.recorded.first(EventKind::WiaNoticeReceived));
    frame.anchors.notice_was_late = sent.is_some_and(|sent| {
        let due = frame.dates_of(notice).and_then(|dates| dates.due);
        due.is_some_and(|due| sent > due)
    });
}

/// By how many days the claim came after the due day, none when a late notice excuses it.
fn days_claim_late(frame: &EvalContext<'_>) -> i32 {
    let duty = frame.law.roles().claim;
    let Some(claim) = frame.met(duty) else { return 0 };
    let Some(step) = frame.law.step_of(duty, frame.regime()) else { return 0 };
    let dates = frame.dates(step);
    let Some(due) = dates.due.filter(|due| claim > *due) else { return 0 };
    let is_tolerated =
        frame.tolerated(step.rule, &dates).is_some_and(|tolerated| claim <= tolerated);
    if is_tolerated { 0 } else { claim.days_since(due) }
}

/// A shortened waiting period ends ten weeks after the claim and after 13 weeks at the earliest.
fn shortened_waiting(frame: &EvalContext<'_>) -> Option<Day> {
    let claim = frame.recorded.first(EventKind::EarlyIvaClaim)?;
    let lead = frame.day_from(index::EARLY_IVA_LEAD, claim)?;
    let shortest = frame.day(index::EARLY_IVA_SHORTEST)?;
    frame.reached(Some(lead.max(shortest)))
}

/// From the state pension age on a short period holds instead, never beyond `cap`; reached after
/// `cap`, in a prolongation, nothing is left from that day on (BW 7:629(2), 7:670(1)).
fn cut_at_state_pension(
    frame: &EvalContext<'_>,
    position: usize,
    first: Option<Day>,
    cap: Option<Day>,
    full: Option<Day>,
) -> Option<Day> {
    let rule = frame.rule(position);
    let (Some(_), Some(first)) = (frame.facts.case.state_pension_day, first) else { return full };
    let own = EvalContext { first, ..*frame };
    let start = own.anchor_of(rule);
    let short = own.day(position);
    let limited = earliest(short, cap).map(|last| start.map_or(last, |day| last.max(day.plus(-1))));
    earliest(full, limited)
}
