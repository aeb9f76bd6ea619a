//! From a rule and the facts to the four dates of a duty.

use super::clocks::Clocks;
use crate::calendar;
use crate::case::{DeviationReason, EventKind, Facts, Regime};
use crate::clock::Clock;
use crate::day::Day;
use crate::law::{
    Anchor, Axis, Bound, ClockKind, Condition, Count, Counter, Duty, Law, Rule, Version, bw7,
    index, procesgang, procesgang_vangnet,
};

/// The four dates of a duty, with the version that gave them. Dates that would lie after the last
/// sick day are absent.
#[derive(Clone, Copy)]
pub(super) struct Dates {
    pub(super) version: &'static Version,
    pub(super) opens: Option<Day>,
    pub(super) advised: Option<Day>,
    pub(super) due: Option<Day>,
    /// The due day under the text, when the parties agreed on another.
    pub(super) original_due: Option<Day>,
    pub(super) tolerated: Option<Day>,
    /// The rule that gave the due day, when it is not the duty's own.
    pub(super) due_from: Option<Bound>,
    /// Long absence was foreseen too late for a date.
    pub(super) without_delay: bool,
    /// The parties agreed on the due day, for this reason.
    pub(super) agreed: Option<DeviationReason>,
    /// The one before it in the series has no day to count from.
    pub(super) follows_nothing: bool,
}

impl Dates {
    /// The law names no date, and the parties did not either.
    pub(super) fn is_undetermined(&self) -> bool {
        self.without_delay && self.agreed.is_none()
    }

    /// The same without any day.
    pub(super) fn without_days(self) -> Dates {
        Dates { opens: None, advised: None, due: None, original_due: None, tolerated: None, ..self }
    }
}

/// Days that terms count from and that follow from the facts step by step.
#[derive(Clone, Copy, Default)]
pub(super) struct Anchors {
    /// Last day of the waiting period or its extension.
    pub(super) end: Option<Day>,
    /// The same, later by the days that the claim was late.
    pub(super) delayed_end: Option<Day>,
    /// The claim was made on this day.
    pub(super) claim: Option<Day>,
    /// The 42nd-week report, or what counts as it.
    pub(super) report: Option<Day>,
    pub(super) notice_received: Option<Day>,
    /// The notice came after its due day (WIA 64(6)).
    pub(super) notice_was_late: bool,
    pub(super) outside_expert: bool,
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
    pub(super) clocks: &'a Clocks,
    /// `D`, the first day of the waiting period.
    pub(super) first: Day,
    /// `L`, the last sick day, none while the sickness goes on.
    pub(super) last: Option<Day>,
    pub(super) anchors: Anchors,
}

impl<'a> Frame<'a> {
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
        day.filter(|day| self.last.is_none_or(|last| *day <= last))
    }

    /// The first day of this case on which `is` happened.
    pub(super) fn day_of(&self, is: impl Fn(&EventKind) -> bool) -> Option<Day> {
        self.facts.day_of(self.first, is)
    }

    /// The day on which a duty was met.
    pub(super) fn met(&self, duty: Duty) -> Option<Day> {
        match duty {
            Duty::WIA_CLAIM => self.anchors.claim,
            Duty::UWV_SICKNESS_REPORT => self.anchors.report,
            // To impose a sanction is to decide on it.
            Duty::WAGE_SANCTION_DECISION => self.day_of(|kind| {
                *kind == EventKind::Met(duty) || matches!(kind, EventKind::WageSanction { .. })
            }),
            _ => self.day_of(|kind| *kind == EventKind::Met(duty)),
        }
    }

    /// The day that a term counts from.
    fn anchor(&self, anchor: Anchor, rule: &Rule, due: Option<Day>) -> Option<Day> {
        match anchor {
            Anchor::FirstSickDay => self.clock(rule.clock).first_sick_day(),
            Anchor::Met(duty) => self.met(duty),
            Anchor::MetOrPlanned(duty) => self.met_or_planned(duty),
            Anchor::End => self.anchors.end,
            Anchor::DelayedEnd => self.anchors.delayed_end,
            Anchor::NoticeReceived => self.anchors.notice_received,
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
    pub(super) fn anchor_of(&self, rule: &Rule) -> Option<Day> {
        self.anchor(self.version(rule).due.from, rule, None)
    }

    /// The day on which a duty was met, until then its planned due day.
    pub(super) fn met_or_planned(&self, duty: Duty) -> Option<Day> {
        self.met(duty).or_else(|| self.dates(self.rule(position(duty))).due)
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
        let rule = self.law.at_in(position, self.regime())?;
        self.bound(rule, &self.version(rule).due, None)
    }

    /// The day that an effect gives from a day that only the caller has.
    pub(super) fn day_from(&self, position: usize, from: Day) -> Option<Day> {
        let rule = self.rule(position);
        self.bound_from(rule, &self.version(rule).due, from)
    }

    /// The version that applies to this case.
    pub(super) fn version(&self, rule: &Rule) -> &'static Version {
        let (last, older) = rule.versions.split_last().expect("checked when compiled");
        let next = rule.versions[1..].iter();
        older
            .iter()
            .zip(next)
            .find(|(v, next)| self.applies(rule, v, next))
            .map_or(last, |(v, _)| v)
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

    /// The four dates of a duty. Those of a series start from elsewhere, see
    /// [`dates_from`](Self::dates_from).
    pub(super) fn dates(&self, rule: &Rule) -> Dates {
        let version = self.version(rule);
        let due = self.bound(rule, &version.due, None);
        self.dates_with_due(rule, version, due)
    }

    /// The four dates of a duty in a series, counted from the one before it.
    pub(super) fn dates_from(&self, rule: &Rule, from: Day) -> Dates {
        let version = self.version(rule);
        let due = self.bound_from(rule, &version.due, from);
        Dates {
            opens: self
                .reached(version.opens.and_then(|bound| self.bound_from(rule, &bound, from))),
            ..self.dates_with_due(rule, version, due)
        }
    }

    fn dates_with_due(&self, rule: &Rule, version: &'static Version, due: Option<Day>) -> Dates {
        let duty = rule.duty();
        let mut dates = Dates {
            version,
            opens: version.opens.and_then(|bound| self.bound(rule, &bound, due)),
            advised: None,
            due,
            original_due: None,
            tolerated: None,
            due_from: None,
            without_delay: false,
            agreed: None,
            follows_nothing: false,
        };
        self.apply_events(duty, &mut dates);
        // An agreed day does not move the advice; where the text gives no day there is none.
        let text_due = if dates.agreed.is_some() { dates.original_due } else { dates.due };
        let entry = match version.advised {
            Some(bound) if text_due.is_some() => self.bound(rule, &bound, dates.due),
            _ => text_due,
        };
        dates.advised = self.reached(dates.due).map(|due| {
            let latest = entry.map_or(due, |entry| due.min(entry));
            let stepped = calendar::on_or_before(latest);
            dates.opens.map_or(stepped, |opens| stepped.max(opens))
        });
        if let Some(bound) = version.tolerated.filter(|_| self.is_tolerance_given(rule, version)) {
            let tolerated = self.bound(rule, &bound, dates.due);
            dates.tolerated = tolerated.filter(|day| dates.due.is_some_and(|due| *day > due));
        }
        // A report on which benefit depends is due even after recovery (ZW 38a(6), 38aa(2)).
        if matches!(duty, Some(Duty::ENTITLEMENT_REPORT | Duty::OWN_RISK_REPORT)) {
            dates.advised = dates.due.map(calendar::on_or_before);
            return dates;
        }
        Dates {
            opens: self.reached(dates.opens),
            advised: self.reached(dates.advised),
            due: self.reached(dates.due),
            tolerated: self.reached(dates.tolerated),
            ..dates
        }
    }

    /// Recorded events that put another due day in the place of the one in the rule.
    fn apply_events(&self, duty: Option<Duty>, dates: &mut Dates) {
        let Some(duty) = duty else { return };
        match duty {
            Duty::PROBLEM_ANALYSIS => {
                let foreseen = self.day_of(|kind| *kind == EventKind::LongAbsenceForeseen);
                let in_safety_net = self.regime() == Regime::SafetyNet;
                let is_late = |day: Option<Day>| day.zip(dates.due).is_some_and(|(d, due)| d > due);
                // RPV 2(3): the sickness was reported after the six weeks.
                let reported = self.met(Duty::SAFETY_NET_SICKNESS_REPORT);
                let reported = reported.or(self.facts.case.employment_last_day);
                let words = match (is_late(foreseen), in_safety_net) {
                    (true, false) => Some(procesgang::OPINION_WITHOUT_DELAY),
                    (true, true) => Some(procesgang_vangnet::OPINION_WITHOUT_DELAY),
                    (false, true) if is_late(reported) => Some(procesgang_vangnet::REPORTED_LATE),
                    _ => None,
                };
                if let Some(source) = words {
                    dates.without_delay = true;
                    dates.due = None;
                    dates.due_from = Some(Bound { source, ..dates.version.due });
                }
            }
            Duty::ENTITLEMENT_REPORT => {
                let at_end = self.day(index::ENTITLEMENT_REPORT_AT_END);
                if at_end.is_some_and(|day| dates.due.is_some_and(|due| day < due)) {
                    dates.due = at_end;
                    let rule = self.rule(index::ENTITLEMENT_REPORT_AT_END);
                    dates.due_from = Some(rule.versions[0].due);
                }
            }
            Duty::OWN_RISK_REPORT if self.anchors.employment_end < Some(self.first) => {
                dates.due = self.day(index::OWN_RISK_REPORT_AFTER_EMPLOYMENT);
                let rule = self.rule(index::OWN_RISK_REPORT_AFTER_EMPLOYMENT);
                dates.due_from = Some(rule.versions[0].due);
            }
            Duty::SECOND_TRACK_START => self.defer_second_track(dates),
            Duty::REINTEGRATION_REPORT => {
                if let Some(leaves) = self.anchors.leaves_sick {
                    let rule = self.rule(index::REPORT_AT_END_OF_EMPLOYMENT);
                    if dates.due.is_none_or(|due| due > leaves) {
                        dates.due = Some(leaves);
                        dates.due_from = Some(rule.versions[0].due);
                    }
                    dates.opens = dates.opens.filter(|opens| dates.due >= Some(*opens));
                }
            }
            Duty::WIA_DECISION => self.decide_after_sanction(dates),
            _ => {}
        }
        let agreed = self.facts.events(self.first).find_map(|event| match event.kind {
            EventKind::AgreedDeviation { duty: deviated, until, reason } if deviated == duty => {
                Some((until, reason))
            }
            _ => None,
        });
        if let Some((until, reason)) = agreed {
            dates.original_due = dates.due;
            dates.due = Some(until);
            dates.agreed = Some(reason);
            dates.due_from = Some(Bound { source: procesgang::DEVIATION, ..dates.version.due });
        }
    }

    /// A concrete perspective with the own employer, recorded in time, defers the second track.
    fn defer_second_track(&self, dates: &mut Dates) {
        let perspectives = self
            .facts
            .events(self.first)
            .filter(|event| event.kind == EventKind::OwnEmployerPerspective);
        for event in perspectives {
            let deferred = self.day_from(index::OWN_EMPLOYER_PERSPECTIVE, event.on);
            let defers = |due: Day, until: Day| event.on <= due && until > due;
            if dates.due.zip(deferred).is_some_and(|(due, until)| defers(due, until)) {
                dates.due = deferred;
                dates.due_from = Some(self.rule(index::OWN_EMPLOYER_PERSPECTIVE).versions[0].due);
            }
        }
    }

    /// While a sanction runs the claim waits (WIA 64(7)); it is decided after the repair or, at the
    /// latest, by the end of the sanction.
    fn decide_after_sanction(&self, dates: &mut Dates) {
        let Some(_) = self.anchors.sanction_decided else { return };
        let rule = self.rule(index::WIA_DECISION_AFTER_REPAIR);
        let bound = rule.versions[0].due;
        let from = self.anchors.repair_established.or_else(|| self.day(index::CLAIM_RESUMED));
        dates.due = from.and_then(|from| self.bound_from(rule, &bound, from));
        dates.due_from = Some(bound);
    }

    /// Whether the tolerated day of a duty is given at all.
    fn is_tolerance_given(&self, rule: &Rule, version: &Version) -> bool {
        // Where nobody has that duty its omission cannot be held against the claimant.
        let regime = self.regime();
        let known = |duty: Duty| {
            regime == Regime::Employer || self.law.rule_for(duty.id(), regime).is_some()
        };
        let proviso = version.proviso.filter(|proviso| known(proviso.duty));
        let provided = proviso.is_none_or(|proviso| {
            let before = self.bound(rule, &proviso.before, None);
            matches!((self.met(proviso.duty), before), (Some(met), Some(before)) if met < before)
        });
        provided
            && match rule.duty() {
                Some(Duty::WIA_CLAIM) => self.anchors.notice_was_late,
                Some(Duty::WIA_DECISION) => {
                    self.anchors.outside_expert && self.anchors.sanction_decided.is_none()
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

/// Where the rule of a duty stands.
pub(super) fn position(duty: Duty) -> usize {
    crate::law::position(duty.id())
}
