//! From a rule and the facts to the four dates of a duty.

use super::clocks::Clocks;
use super::recorded::Recorded;
use crate::calendar;
use crate::case::{DeviationReason, Event, EventKind, Facts, Regime};
use crate::clock::Clock;
use crate::day::Day;
use crate::law::{
    Anchor, Axis, Bound, ClockKind, Condition, Count, Counter, Duty, Law, Layer, Op, Rule, Source,
    Step, Term, Touched, Version, bw7, index, procesgang, procesgang_vangnet,
};

/// The dates of a duty, with the version that gave them. Dates that would lie after the last sick
/// day are absent. The advised and the tolerated day follow from these, see [`Frame::advised`] and
/// [`Frame::tolerated`].
#[derive(Clone, Copy)]
pub(super) struct Dates {
    pub(super) version: &'static Version,
    pub(super) opens: Option<Day>,
    pub(super) due: Option<Day>,
    /// The due day under the text, when the parties agreed on another.
    pub(super) original_due: Option<Day>,
    /// The words that gave the due day, and how strong they are.
    pub(super) source: &'static Source,
    pub(super) layer: Layer,
    /// Long absence was foreseen too late for a date.
    pub(super) without_delay: bool,
    /// The parties agreed on the due day, for this reason.
    pub(super) agreed: Option<DeviationReason>,
    /// The one before it in the series has no day to count from.
    pub(super) follows_nothing: bool,
    /// The first and the due day as they would be without a recovery.
    pub(super) full: (Option<Day>, Option<Day>),
}

impl Dates {
    /// The law names no date, and the parties did not either.
    pub(super) fn is_undetermined(&self) -> bool {
        self.without_delay && self.agreed.is_none()
    }

    /// Another rule gave the due day.
    fn is_given_by(&mut self, rule: &'static Rule) {
        self.source = &rule.versions[0].due.source;
        self.layer = rule.versions[0].due.layer;
    }
}

/// A report on which benefit depends is due even after recovery (ZW 38a(6), 38aa(2)).
fn is_due_after_recovery(duty: Option<Duty>) -> bool {
    matches!(duty, Some(Duty::ENTITLEMENT_REPORT | Duty::OWN_RISK_REPORT))
}

/// Days that terms count from and that follow from the facts step by step.
#[derive(Clone, Copy, Default)]
pub(super) struct Anchors {
    /// Last day of the waiting period or its extension.
    pub(super) end: Option<Day>,
    /// The same, later by the days that the claim was late.
    pub(super) delayed_end: Option<Day>,
    /// The notice came after its due day (WIA 64(6)).
    pub(super) notice_was_late: bool,
    /// The last day of employment, when the employee is sick on it and wages end with it.
    pub(super) leaves_sick: Option<Day>,
    /// The last day of the employment that a report of the former employer counts from.
    pub(super) employment_end: Option<Day>,
    /// The request to shorten a voluntary extension that is being looked at.
    pub(super) shortening_requested: Option<Day>,
    /// Able to earn more than 65% from this day on.
    pub(super) able_to_earn: Option<Day>,
    /// A sanction was decided in time on this day.
    pub(super) sanction_decided: Option<Day>,
    /// The last day of a sanction that was decided in time.
    pub(super) sanction_end: Option<Day>,
    pub(super) repair_established: Option<Day>,
}

/// Everything that dates are computed from.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) law: &'a Law,
    pub(super) facts: Facts<'a>,
    pub(super) recorded: &'a Recorded<'a>,
    pub(super) clocks: &'a Clocks,
    /// `D`, the first day of the waiting period.
    pub(super) first: Day,
    /// `L`, the last sick day, none while the sickness goes on.
    pub(super) last: Option<Day>,
    /// The same, [`Day::FOREVER`] while the sickness goes on.
    pub(super) through: Day,
    /// The last day on which a relapse continues the case.
    pub(super) relapse_joins_through: Option<Day>,
    pub(super) anchors: Anchors,
    /// What puts other days in the place of those in the rules.
    pub(super) touched: Touched,
    /// The case begins after the day after which only the last version of any duty applies.
    pub(super) is_settled: bool,
}

impl<'a> Frame<'a> {
    /// Before anything is known of the ends.
    pub(super) fn new(
        law: &'a Law,
        facts: Facts<'a>,
        recorded: &'a Recorded<'a>,
        clocks: &'a Clocks,
        first: Day,
    ) -> Frame<'a> {
        let last = clocks.of(ClockKind::WaitingPeriod).last_sick_day();
        let mut frame = Frame {
            law,
            facts,
            recorded,
            clocks,
            first,
            last,
            through: last.unwrap_or(Day::FOREVER),
            relapse_joins_through: None,
            anchors: Anchors::default(),
            touched: Touched::NOTHING,
            is_settled: false,
        };
        let settled_after = law.settled_after(facts.case.regime);
        frame.is_settled = [ClockKind::WaitingPeriod, ClockKind::DismissalBan]
            .into_iter()
            .all(|clock| frame.begins_after_versions(clock, settled_after));
        frame.touched = frame.touched_by_events();
        frame
    }

    #[inline]
    pub(super) fn clock(&self, kind: ClockKind) -> &'a Clock {
        self.clocks.of(kind)
    }

    /// The regime of the case.
    pub(super) fn regime(&self) -> Regime {
        self.facts.case.regime
    }

    /// The rule of that name in the regime of the case; that of an employer where there is none.
    pub(super) fn rule(&self, position: usize) -> &'static Rule {
        let own = self.law.at_in(position, self.regime());
        own.unwrap_or_else(|| self.law.at(position))
    }

    /// The date, absent when it lies after the last sick day.
    pub(super) fn reached(&self, day: Option<Day>) -> Option<Day> {
        day.filter(|day| *day <= self.through)
    }

    /// The day on which a duty was met.
    pub(super) fn met(&self, duty: Duty) -> Option<Day> {
        self.recorded.met(duty)
    }

    /// The day that a term counts from.
    fn anchor(&self, anchor: Anchor, rule: &Rule, due: Option<Day>) -> Option<Day> {
        match anchor {
            Anchor::FirstSickDay => self.clock(rule.clock).first_sick_day(),
            Anchor::Met(duty) => self.met(duty),
            Anchor::MetOrPlanned(duty) => self.met_or_planned(duty),
            Anchor::End => self.anchors.end,
            Anchor::DelayedEnd => self.anchors.delayed_end,
            Anchor::NoticeReceived => self.recorded.notice_received,
            Anchor::EmploymentEnd => self.anchors.employment_end,
            Anchor::ShorteningRequested => self.anchors.shortening_requested,
            Anchor::AbleToEarn => self.anchors.able_to_earn,
            Anchor::RepairEstablished => self.anchors.repair_established,
            Anchor::SanctionEnd => self.anchors.sanction_end,
            Anchor::Due => due,
            Anchor::StatePensionDay { not_before } => {
                let start = self.facts.case.state_pension_day?.max(self.first);
                Some(not_before.map_or(start, |day| day.max(start)))
            }
            // These are passed to `bound_from` by whoever has them.
            Anchor::PreviousInterview
            | Anchor::PeriodStart
            | Anchor::DayAfterLeave
            | Anchor::RepairNotified
            | Anchor::EarlyIvaClaim
            | Anchor::Request
            | Anchor::LastSickDay => None,
        }
    }

    /// The day that the due term of a rule counts from.
    pub(super) fn anchor_of(&self, rule: &'static Rule) -> Option<Day> {
        self.anchor(self.version(rule).due.from, rule, None)
    }

    /// The day on which a duty was met, until then its planned due day.
    pub(super) fn met_or_planned(&self, duty: Duty) -> Option<Day> {
        self.met(duty).or_else(|| self.planned(duty))
    }

    fn planned(&self, duty: Duty) -> Option<Day> {
        let step = self.law.step_of(duty, self.regime())?;
        if self.is_short(step) {
            return self.reached(self.reckon(step.clock, step.due, None));
        }
        self.dates(step).due
    }

    /// The dates of a duty that is not one of a series.
    pub(super) fn dates_of(&self, duty: Duty) -> Option<Dates> {
        Some(self.dates(self.law.step_of(duty, self.regime())?))
    }

    /// What puts other days in the place of those in the rules, as far as events say so.
    pub(super) fn touched_by_events(&self) -> Touched {
        let recorded = self.recorded;
        Touched::DEVIATION
            .when(recorded.deviates)
            .and(Touched::PERSPECTIVE.when(recorded.has_perspective))
            .and(Touched::FORESEEN.when(self.is_perhaps_foreseen_late()))
    }

    /// In the safety net a late report of the sickness leaves no term either (RPV 2(3)).
    fn is_perhaps_foreseen_late(&self) -> bool {
        let reported_late = || {
            let reported = self.met(Duty::SAFETY_NET_SICKNESS_REPORT);
            let reported = reported.or(self.facts.case.employment_last_day);
            let analysis = self.law.step_of(Duty::PROBLEM_ANALYSIS, self.regime());
            let due = analysis.filter(|step| self.is_short(step));
            reported.is_some_and(|day| match due {
                Some(step) => self.reckon(step.clock, step.due, None).is_some_and(|due| day > due),
                None => true,
            })
        };
        self.recorded.long_absence_foreseen.is_some()
            || (self.regime() == Regime::SafetyNet && reported_late())
    }

    /// The day that a bound gives, counted from `from`; extended over a weekend or public holiday
    /// where the *Algemene termijnenwet* says so.
    pub(super) fn bound_from(&self, rule: &Rule, bound: &Bound, from: Day) -> Option<Day> {
        let counter = match bound.count {
            Count::CalendarDays => Counter::Calendar,
            Count::SickDays => Counter::Clock(self.clock(rule.clock)),
        };
        let day = bound.term.day(from, counter)?;
        let extended = bound.term.is_extended_over_weekends(bound.layer);
        Some(if extended { calendar::on_or_after(day) } else { day })
    }

    fn bound(&self, rule: &Rule, bound: &Bound, due: Option<Day>) -> Option<Day> {
        self.bound_from(rule, bound, self.anchor(bound.from, rule, due)?)
    }

    /// The day that a milestone or effect gives; none in a regime that does not know it.
    pub(super) fn day(&self, position: usize) -> Option<Day> {
        let way = self.law.way(position, self.regime())?;
        if !matches!(way.op, Op::Other) && self.begins_after_versions(way.clock, way.settled_after)
        {
            return self.reckon(way.clock, way.op, None);
        }
        let rule = self.law.at_in(position, self.regime())?;
        self.bound(rule, &self.version(rule).due, None)
    }

    /// The day that an effect gives from a day that only the caller has.
    pub(super) fn day_from(&self, position: usize, from: Day) -> Option<Day> {
        let rule = self.rule(position);
        self.bound_from(rule, &self.version(rule).due, from)
    }

    /// The version that applies to this case.
    pub(super) fn version(&self, rule: &'static Rule) -> &'static Version {
        let (last, older) = rule.versions.split_last().expect("checked when compiled");
        if older.is_empty() || self.begins_after(rule, older) {
            return last;
        }
        let next = rule.versions[1..].iter();
        older
            .iter()
            .zip(next)
            .find(|(v, next)| self.applies(rule, v, next))
            .map_or(last, |(v, _)| v)
    }

    /// Whether the case began so long after the versions ended that no term in it can end in them:
    /// what [`applies`](Self::applies) would say, without counting.
    fn begins_after(&self, rule: &Rule, versions: &[Version]) -> bool {
        let begins = self.clock(rule.clock).first_sick_day();
        let begins = begins.map_or(self.first, |day| day.min(self.first));
        versions.iter().all(|version| {
            let reaches_back = match version.due.term {
                Term::WeeksBefore(_) => version.due.term.days(),
                _ => 0,
            };
            // An employment may have ended long before the sickness.
            version.due.from != Anchor::EmploymentEnd
                && version.window.until.is_some_and(|until| begins > until.plus(reaches_back))
        })
    }

    /// Whether a version that has ended applies: the last day that its axis looks at lies in it.
    fn applies(&self, rule: &Rule, version: &Version, next: &Version) -> bool {
        let Some(until) = version.window.until else { return true };
        let ends_in_time = |day: Option<Day>| day.is_some_and(|day| day <= until);
        match version.axis {
            Axis::FirstSickDay => self.first <= until,
            Axis::LastDay => ends_in_time(self.bound(rule, &version.due, None)),
            Axis::MetOrLastDay => {
                let met = rule.duty().and_then(|duty| self.met(duty));
                let replaced =
                    self.bound(rule, &next.due, None).is_some_and(|new_due| new_due > until);
                ends_in_time(met)
                    || (ends_in_time(self.bound(rule, &version.due, None)) && !replaced)
            }
        }
    }

    /// Whether the dates of a duty follow from the last version of its rule, by the short way.
    #[inline]
    pub(super) fn is_short(&self, step: &Step) -> bool {
        !self.touched.meets(step.touched_by)
            && step.is_short
            && (self.is_settled || self.begins_after_versions(step.clock, step.settled_after))
    }

    /// Whether the case begins after the day after which only the last version of a rule applies.
    fn begins_after_versions(&self, clock: ClockKind, settled_after: Day) -> bool {
        self.first > settled_after && self.clock(clock).first_sick_day() > Some(settled_after)
    }

    /// The day of a short way; `from` is the one before it in a series, or the due day that it
    /// follows.
    #[inline(always)]
    pub(super) fn reckon(&self, clock: ClockKind, op: Op, from: Option<Day>) -> Option<Day> {
        match op {
            Op::Never => None,
            Op::Counted(place) => self.clock(clock).date(place),
            Op::AfterPrevious(days) => self.clock(clock).nth_after(from?, days),
            Op::AfterEnd(days) => Some(self.anchors.end?.plus(days)),
            op => self.reckon_from(clock, op, from),
        }
    }

    /// The ways that go by other days.
    #[inline(never)]
    fn reckon_from(&self, clock: ClockKind, op: Op, from: Option<Day>) -> Option<Day> {
        match op {
            Op::AfterDelayedEnd(days) => Some(self.anchors.delayed_end?.plus(days)),
            Op::OnMet(duty) => self.met(duty),
            Op::Years(n) => {
                let clock = self.clock(clock);
                let first = clock.first_sick_day()?;
                clock.date(first.plus_years(n).since(first))
            }
            Op::WorkingDayFromDue => from.map(calendar::on_or_after),
            Op::AfterMet { duty, code, days, count, is_extended } => {
                let from = self.recorded.met_code(code).or_else(|| self.planned(duty))?;
                let day = match count {
                    Count::CalendarDays => from.plus(days),
                    Count::SickDays => self.clock(clock).nth_after(from, days)?,
                };
                Some(if is_extended { calendar::on_or_after(day) } else { day })
            }
            _ => None,
        }
    }

    /// The dates of a duty. Those of a series start from elsewhere, see
    /// [`dates_from`](Self::dates_from).
    pub(super) fn dates(&self, step: &Step) -> Dates {
        let rule = step.rule;
        if self.is_short(step) {
            let due = self.reckon(step.clock, step.due, None);
            let opens = self.reckon(step.clock, step.opens, None);
            return self.untouched(step.last, opens, due);
        }
        let version = self.version(rule);
        let due = self.bound(rule, &version.due, None);
        self.dates_with_due(rule, version, due)
    }

    /// The dates of a duty in a series, counted from the one before it.
    pub(super) fn dates_from(&self, rule: &'static Rule, from: Day) -> Dates {
        let version = self.version(rule);
        let due = self.bound_from(rule, &version.due, from);
        Dates {
            opens: self.reached(
                version.opens.as_ref().and_then(|bound| self.bound_from(rule, bound, from)),
            ),
            ..self.dates_with_due(rule, version, due)
        }
    }

    /// Dates that no recorded fact puts others in the place of.
    pub(super) fn untouched(
        &self,
        version: &'static Version,
        opens: Option<Day>,
        due: Option<Day>,
    ) -> Dates {
        Dates {
            version,
            opens: self.reached(opens),
            due: self.reached(due),
            original_due: None,
            source: &version.due.source,
            layer: version.due.layer,
            without_delay: false,
            agreed: None,
            follows_nothing: false,
            full: (opens, due),
        }
    }

    fn dates_with_due(
        &self,
        rule: &'static Rule,
        version: &'static Version,
        due: Option<Day>,
    ) -> Dates {
        let opens = version.opens.as_ref().and_then(|bound| self.bound(rule, bound, due));
        let mut dates = Dates {
            version,
            opens,
            due,
            original_due: None,
            source: &version.due.source,
            layer: version.due.layer,
            without_delay: false,
            agreed: None,
            follows_nothing: false,
            full: (None, None),
        };
        let duty = rule.duty();
        if let Some(duty) = duty {
            self.apply_events(duty, &mut dates);
        }
        dates.full = (dates.opens, dates.due);
        if !is_due_after_recovery(duty) {
            dates.opens = self.reached(dates.opens);
            dates.due = self.reached(dates.due);
        }
        dates
    }

    /// The tolerated day of a duty that goes the short way.
    #[inline]
    pub(super) fn short_tolerated(&self, step: &Step, due: Day) -> Option<Day> {
        match step.tolerated {
            Op::Never => None,
            Op::Other if !self.may_be_tolerated(step.duty) => None,
            op => self.other_tolerated(step, op, due),
        }
    }

    #[inline(never)]
    fn other_tolerated(&self, step: &Step, op: Op, due: Day) -> Option<Day> {
        if let Op::Other = op {
            return self.tolerated(step.rule, &self.untouched(step.last, None, Some(due)));
        }
        let tolerated = self.reckon(step.clock, op, Some(due));
        self.reached(tolerated.filter(|day| *day > due))
    }

    /// The day after which a duty that is due on `due` can no longer be done at all, by the short way.
    pub(super) fn last_chance(&self, step: &Step, due: Day) -> Option<Day> {
        match step.last_chance {
            Op::Never => None,
            op => {
                let last = self.reckon(step.clock, op, Some(due));
                self.reached(last).filter(|last| *last > due)
            }
        }
    }

    /// The day to plan on.
    pub(super) fn advised(&self, rule: &Rule, dates: &Dates) -> Option<Day> {
        let (opens, due) = dates.full;
        if is_due_after_recovery(rule.duty()) {
            return due.map(calendar::on_or_before);
        }
        // An agreed day does not move the advice; where the text gives no day there is none.
        let text_due = if dates.agreed.is_some() { dates.original_due } else { due };
        let entry = match &dates.version.advised {
            Some(bound) if text_due.is_some() => self.bound(rule, bound, due),
            _ => text_due,
        };
        let reached_due = dates.due?;
        let latest = entry.map_or(reached_due, |entry| entry.min(reached_due));
        let stepped = calendar::on_or_before(latest);
        self.reached(Some(opens.map_or(stepped, |opens| stepped.max(opens))))
    }

    /// The last day that the authority accepts, where that is later than the due day.
    pub(super) fn tolerated(&self, rule: &Rule, dates: &Dates) -> Option<Day> {
        let bound = dates.version.tolerated.as_ref()?;
        let due = dates.full.1?;
        if !self.is_tolerance_given(rule, dates.version) {
            return None;
        }
        let tolerated = self.bound(rule, bound, Some(due)).filter(|day| *day > due);
        if is_due_after_recovery(rule.duty()) { tolerated } else { self.reached(tolerated) }
    }

    /// Recorded events that put another due day in the place of the one in the rule.
    fn apply_events(&self, duty: Duty, dates: &mut Dates) {
        match duty {
            Duty::PROBLEM_ANALYSIS => {
                if let Some(source) = self.without_delay(dates.due) {
                    dates.without_delay = true;
                    dates.due = None;
                    dates.source = source;
                }
            }
            Duty::ENTITLEMENT_REPORT => {
                let at_end = self.day(index::ENTITLEMENT_REPORT_AT_END);
                if at_end.is_some_and(|day| dates.due.is_some_and(|due| day < due)) {
                    dates.due = at_end;
                    dates.is_given_by(self.rule(index::ENTITLEMENT_REPORT_AT_END));
                }
            }
            Duty::OWN_RISK_REPORT if self.anchors.employment_end < Some(self.first) => {
                dates.due = self.day(index::OWN_RISK_REPORT_AFTER_EMPLOYMENT);
                dates.is_given_by(self.rule(index::OWN_RISK_REPORT_AFTER_EMPLOYMENT));
            }
            Duty::SECOND_TRACK_START if self.recorded.has_perspective => {
                self.defer_second_track(dates);
            }
            Duty::REINTEGRATION_REPORT => {
                if let Some(leaves) = self.anchors.leaves_sick {
                    if dates.due.is_none_or(|due| due > leaves) {
                        dates.due = Some(leaves);
                        dates.is_given_by(self.rule(index::REPORT_AT_END_OF_EMPLOYMENT));
                    }
                    dates.opens = dates.opens.filter(|opens| dates.due >= Some(*opens));
                }
            }
            Duty::WIA_DECISION if self.anchors.sanction_decided.is_some() => {
                self.decide_after_sanction(dates);
            }
            _ => {}
        }
        if self.recorded.deviates {
            self.deviate(duty, dates);
        }
    }

    /// The words of the open norm, where long absence was foreseen, or the sickness reported, too late
    /// for the term.
    fn without_delay(&self, due: Option<Day>) -> Option<&'static Source> {
        let is_late = |day: Option<Day>| day.zip(due).is_some_and(|(day, due)| day > due);
        let foreseen_late = is_late(self.recorded.long_absence_foreseen);
        if self.regime() != Regime::SafetyNet {
            return foreseen_late.then_some(&procesgang::OPINION_WITHOUT_DELAY);
        }
        // RPV 2(3): the sickness was reported after the six weeks.
        let reported = self.met(Duty::SAFETY_NET_SICKNESS_REPORT);
        let reported_late = is_late(reported.or(self.facts.case.employment_last_day));
        match (foreseen_late, reported_late) {
            (true, _) => Some(&procesgang_vangnet::OPINION_WITHOUT_DELAY),
            (false, true) => Some(&procesgang_vangnet::REPORTED_LATE),
            (false, false) => None,
        }
    }

    /// The parties agreed on another day.
    fn deviate(&self, duty: Duty, dates: &mut Dates) {
        let agreed = self.recorded.events.iter().find_map(|event| match event.kind {
            EventKind::AgreedDeviation { duty: deviated, until, reason } if deviated == duty => {
                Some((until, reason))
            }
            _ => None,
        });
        if let Some((until, reason)) = agreed {
            dates.original_due = dates.due;
            dates.due = Some(until);
            dates.agreed = Some(reason);
            dates.source = &procesgang::DEVIATION;
            dates.layer = dates.version.due.layer;
        }
    }

    /// A concrete perspective with the own employer, recorded in time, defers the second track.
    fn defer_second_track(&self, dates: &mut Dates) {
        let is_perspective = |event: &&Event| event.kind == EventKind::OwnEmployerPerspective;
        for event in self.recorded.events.iter().filter(is_perspective) {
            let deferred = self.day_from(index::OWN_EMPLOYER_PERSPECTIVE, event.on);
            let defers = |due: Day, until: Day| event.on <= due && until > due;
            if dates.due.zip(deferred).is_some_and(|(due, until)| defers(due, until)) {
                dates.due = deferred;
                dates.is_given_by(self.rule(index::OWN_EMPLOYER_PERSPECTIVE));
            }
        }
    }

    /// While a sanction runs the claim waits (WIA 64(7)); it is decided after the repair or, at the
    /// latest, by the end of the sanction.
    fn decide_after_sanction(&self, dates: &mut Dates) {
        let rule = self.rule(index::WIA_DECISION_AFTER_REPAIR);
        let from = self.anchors.repair_established.or_else(|| self.day(index::CLAIM_RESUMED));
        dates.due = from.and_then(|from| self.bound_from(rule, &rule.versions[0].due, from));
        dates.is_given_by(rule);
    }

    /// Whether the tolerated day of a duty is given at all.
    fn is_tolerance_given(&self, rule: &Rule, version: &Version) -> bool {
        // Where nobody has that duty its omission cannot be held against the claimant.
        let regime = self.regime();
        let known =
            |duty: Duty| regime == Regime::Employer || self.law.rule_of(duty, regime).is_some();
        let proviso = version.proviso.filter(|proviso| known(proviso.duty));
        let provided = proviso.is_none_or(|proviso| {
            let before = self.bound(rule, &proviso.before, None);
            matches!((self.met(proviso.duty), before), (Some(met), Some(before)) if met < before)
        });
        provided && rule.duty().is_none_or(|duty| self.may_be_tolerated(duty))
    }

    /// Whether what a tolerated day is tied to has happened, apart from a proviso.
    fn may_be_tolerated(&self, duty: Duty) -> bool {
        match duty {
            Duty::WIA_CLAIM => self.anchors.notice_was_late,
            Duty::WIA_DECISION => {
                self.recorded.outside_expert_asked.is_some()
                    && self.anchors.sanction_decided.is_none()
            }
            _ => true,
        }
    }

    /// False where the condition asks for a later first sick day.
    pub(super) fn is_sick_since(&self, condition: Condition) -> bool {
        !matches!(condition, Condition::FirstSickDayFrom(day) if self.first < day)
    }

    /// Whether the exception of art. 658a BW7 for the state pension age holds for something that
    /// falls due on `day` or later.
    pub(super) fn is_past_state_pension_age(&self, day: Option<Day>) -> bool {
        let pension = self.facts.case.state_pension_day;
        let from = pension.map(|pension| pension.max(bw7::STATE_PENSION_EXCEPTION_FROM));
        matches!((from, day), (Some(from), Some(day)) if from <= day)
    }
}
