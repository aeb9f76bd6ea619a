//! The ends: of the waiting period, the wages, the sickness benefit and the dismissal ban, with what
//! prolongs or cuts them: a late claim, a voluntary extension, a wage sanction, the state pension age, the end of the
//! employment.

use super::dates::Frame;
use super::recorded::earliest;
use crate::case::{EventKind, Regime};
use crate::day::Day;
use crate::law::{ClockKind, Duty, Source, Touched, index};
use chrono::NaiveDate;

/// A wage sanction that was decided.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sanction {
    pub(super) decided: Day,
    pub(super) first: Option<Day>,
    pub(super) last: Option<Day>,
    pub(super) days: u32,
    pub(super) days_shortened: u32,
    pub(super) is_void: bool,
}

impl Sanction {
    /// The day on which the UWV dispatched the decision.
    #[must_use]
    pub fn decided_on(&self) -> NaiveDate {
        self.decided.date()
    }

    /// Its first day; none when it is void or nothing of it is left.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.first.map(Day::date)
    }

    /// Its last day; none when it is void or nothing of it is left.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.last.map(Day::date)
    }

    /// How many days it lasts: leave in it does not count.
    #[must_use]
    pub const fn days(&self) -> u32 {
        self.days
    }

    /// By how many days decisions of the UWV that came late shortened it (WIA art. 25(14)).
    #[must_use]
    pub const fn days_shortened(&self) -> u32 {
        self.days_shortened
    }

    /// Whether it was decided after the end, so that it has no effect (WIA art. 25(11)).
    #[must_use]
    pub const fn is_void(&self) -> bool {
        self.is_void
    }
}

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
}

impl Ends {
    /// The last day of the wages or of what takes their place.
    pub(super) fn paid_last(&self) -> Option<Day> {
        self.wages_last.or(self.benefit_last)
    }
}

/// A repair decision, and the notice that it answers.
pub(super) struct RepairDecision {
    pub(super) notified: Day,
    pub(super) decided: Day,
}

/// Works out the ends, and fills the anchors that the duties count from.
pub(super) fn ends(frame: &mut Frame<'_>) -> Ends {
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
    let delay = |frame: &Frame<'_>, end: Option<Day>| {
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
        (Some(end), Some(last)) => last.since(end),
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
    ends.pension_source =
        ends.pension_cut.map(|_| frame.version(frame.rule(index::STATE_PENSION_WAGES)).due.source);
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

    let extension_days = ends.waiting_last.map_or(0, |waiting| prolonged(waiting).since(waiting));
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
    pub(super) fn add_milestones(&mut self, frame: &Frame<'_>) {
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
        if let Some(last) = self.assessment_last {
            self.early_iva_first = self.early_iva_first.filter(|day| *day <= last);
            self.early_iva_last = self.early_iva_last.map(|day| day.min(last));
        }
    }
}

/// The end of the voluntary extension: each request replaces the one before it, and a request to
/// shorten puts the end at the earliest day that WIA 24(3) allows.
fn extension(frame: &mut Frame<'_>, ends: &mut Ends) -> Option<Day> {
    // WIA 24(1)(a): not where the Sickness Benefits Act pays.
    if !frame.recorded.extends || frame.regime() != Regime::Employer {
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
fn benefit(frame: &mut Frame<'_>, full: Option<Day>, ends: &mut Ends) {
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

    let assessment = frame.rule(index::FIRST_YEAR_ASSESSMENT);
    let holds = assessment.conditions.iter().all(|condition| frame.is_sick_since(*condition));
    let assessed = frame.recorded.assessed_able.filter(|_| holds);
    let reference = frame.reached(frame.day(index::FIRST_YEAR_ASSESSMENT));
    if let (Some(assessed), Some(reference)) = (assessed, reference) {
        frame.anchors.able_to_earn = Some(assessed.max(reference));
        let run_off = frame.reached(frame.day(index::END_OF_BENEFIT_AFTER_ASSESSMENT));
        ends.assessment_last = run_off.filter(|run_off| last.is_none_or(|last| *run_off < last));
    }
    ends.benefit_last = frame.reached(earliest(last, ends.assessment_last));
}

/// Whether a late notice of the UWV may be cured.
fn record_notice(frame: &mut Frame<'_>) {
    let sent = frame.met(Duty::WIA_NOTICE).or(frame.recorded.notice_received);
    frame.anchors.notice_was_late = sent.is_some_and(|sent| {
        let due = frame.dates_of(Duty::WIA_NOTICE).and_then(|dates| dates.due);
        due.is_some_and(|due| sent > due)
    });
}

/// By how many days the claim came after the due day, none when a late notice excuses it.
fn days_claim_late(frame: &Frame<'_>) -> i32 {
    let Some(claim) = frame.met(Duty::WIA_CLAIM) else { return 0 };
    let Some(dates) = frame.dates_of(Duty::WIA_CLAIM) else { return 0 };
    let Some(due) = dates.due.filter(|due| claim > *due) else { return 0 };
    let is_tolerated = frame
        .tolerated(frame.rule(index::WIA_CLAIM), &dates)
        .is_some_and(|tolerated| claim <= tolerated);
    if is_tolerated { 0 } else { claim.since(due) }
}

/// A shortened waiting period ends ten weeks after the claim and after 13 weeks at the earliest.
fn shortened_waiting(frame: &Frame<'_>) -> Option<Day> {
    let claim = frame.recorded.early_iva_claim?;
    let lead = frame.day_from(index::EARLY_IVA_LEAD, claim)?;
    let shortest = frame.day(index::EARLY_IVA_SHORTEST)?;
    frame.reached(Some(lead.max(shortest)))
}

/// WIA 25(9)-(14), with an own-risk carrier by way of 26(2); none in the safety net (26(1)).
fn sanction(frame: &mut Frame<'_>) -> Option<Sanction> {
    if frame.regime() == Regime::SafetyNet {
        return None;
    }
    let (decided, weeks) = frame.recorded.sanction?;
    let ended_before = frame
        .anchors
        .leaves_sick
        .is_some_and(|leaves| frame.anchors.delayed_end.is_none_or(|end| leaves <= end));
    // A case that recovered before its end had not ended when the UWV decided.
    let in_time = match (frame.anchors.delayed_end, frame.last) {
        (Some(end), _) => decided <= end,
        (None, Some(last)) => decided <= last,
        (None, None) => false,
    };
    let mut sanction = Sanction {
        decided,
        first: None,
        last: None,
        days: 0,
        days_shortened: 0,
        is_void: !in_time || ended_before,
    };
    if sanction.is_void {
        return Some(sanction);
    }
    frame.anchors.sanction_decided = Some(decided);
    frame.touched = frame.touched.and(Touched::SANCTION);
    let mut after = frame.recorded.from(decided).iter();
    let established = after.find(|event| event.kind == EventKind::RepairEstablished);
    frame.anchors.repair_established = established.map(|event| event.on);
    let Some(end) = frame.anchors.delayed_end else {
        return Some(sanction);
    };
    let longest = frame.rule(index::WAGE_SANCTION_LENGTH).versions[0].due.term.days();
    let days = weeks.map_or(longest, |weeks| longest.min(i32::from(weeks) * 7));
    let full = frame.facts.run_on(end, days);
    let run_off = frame.day(index::SANCTION_RUN_OFF);
    let decision_due = frame.dates_of(Duty::WAGE_SANCTION_DECISION).and_then(|dates| dates.due);
    let lateness = decision_due.map_or(0, |due| decided.since(due).max(0))
        + repair_decisions(frame)
            .map(|repair| {
                let due = frame.day_from(index::REPAIR_DECISION, repair.notified);
                due.map_or(0, |due| repair.decided.since(due).max(0))
            })
            .sum::<i32>();
    let last = run_off.map_or(full, |run_off| run_off.min(full)).plus(-lateness);
    let first = frame.facts.run_on(end, 1);
    sanction.days_shortened = lateness.unsigned_abs();
    // Leave at the end puts the start off; ended before it started, nothing is left.
    if last < first {
        frame.anchors.sanction_end = Some(end);
    } else {
        frame.anchors.sanction_end = Some(last);
        sanction.first = frame.reached(Some(first));
        sanction.last = frame.reached(Some(last));
    }
    Some(sanction)
}

/// The notices of repair of a sanction (WIA 25(12): "na toepassing van het negende lid"), in order.
pub(super) fn repair_notices<'a>(frame: &Frame<'a>) -> impl Iterator<Item = Day> + 'a {
    let decided = frame.anchors.sanction_decided.unwrap_or(Day::FOREVER);
    let notices = frame.recorded.from(decided).iter();
    notices.filter(|event| event.kind == EventKind::RepairNotified).map(|event| event.on)
}

/// The repair decisions, each with the latest notice on or before it.
pub(super) fn repair_decisions<'a>(frame: &Frame<'a>) -> impl Iterator<Item = RepairDecision> + 'a {
    let frame = *frame;
    let decided = frame.anchors.sanction_decided.unwrap_or(Day::FOREVER);
    let is_decision =
        |kind: &EventKind| matches!(kind, EventKind::RepairRefused | EventKind::RepairEstablished);
    let decisions =
        frame.recorded.from(decided).iter().filter(move |event| is_decision(&event.kind));
    decisions.filter_map(move |decision| {
        let notified = repair_notices(&frame).filter(|on| *on <= decision.on).last()?;
        Some(RepairDecision { notified, decided: decision.on })
    })
}

/// How many days a sanction really lasts: leave in it does not count.
fn days_of_sanction(frame: &Frame<'_>) -> i32 {
    let (Some(end), Some(last)) = (frame.anchors.delayed_end, frame.anchors.sanction_end) else {
        return 0;
    };
    let leave: i32 = frame
        .facts
        .leave()
        .map(|leave| {
            let (from, through) = (leave.first.max(end.plus(1)), leave.last.min(last));
            (through.since(from) + 1).max(0)
        })
        .sum();
    last.since(end) - leave
}

/// From the state pension age on a short period holds instead, never beyond `cap`; reached after
/// `cap`, in a prolongation, nothing is left from that day on (BW 7:629(2), 7:670(1)).
fn cut_at_state_pension(
    frame: &Frame<'_>,
    position: usize,
    first: Option<Day>,
    cap: Option<Day>,
    full: Option<Day>,
) -> Option<Day> {
    let rule = frame.rule(position);
    let (Some(_), Some(first)) = (frame.facts.case.state_pension_day, first) else { return full };
    let own = Frame { first, ..*frame };
    let start = own.anchor_of(rule);
    let short = own.day(position);
    let limited = earliest(short, cap).map(|last| start.map_or(last, |day| last.max(day.plus(-1))));
    earliest(full, limited)
}
