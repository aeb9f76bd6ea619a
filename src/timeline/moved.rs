//! EventIndex facts that put another due day in the place of the one in the rule.

use super::dates::Dates;
use super::first_days::FirstEventDays;
use super::frame::EvalContext;
use crate::case::{Event, EventKind};
use crate::day::Day;
use crate::law::{Duty, LateReport, Override, Rule, Source, index, only, procesgang};

impl EvalContext<'_> {
    /// EventIndex events that put another due day in the place of the one in the rule.
    pub(super) fn apply_events(&self, rule: &Rule, duty: Duty, dates: &mut Dates) {
        for one in rule.overrides {
            self.apply(*one, dates);
        }
        if self.recorded.has_any(FirstEventDays::DEVIATION) {
            self.deviate(duty, dates);
        }
    }

    fn apply(&self, one: Override, dates: &mut Dates) {
        match one {
            Override::WithoutDelay { foreseen, reported } => {
                if let Some(source) = self.without_delay(dates.due, foreseen, reported) {
                    dates.without_delay = true;
                    dates.due = None;
                    dates.source = source;
                }
            }
            Override::EmploymentEndsWithinTerm => {
                let at_end = self.day(index::ENTITLEMENT_REPORT_AT_END);
                if at_end.is_some_and(|day| dates.due.is_some_and(|due| day < due)) {
                    dates.due = at_end;
                    dates
                        .is_given_by(self.version_for(self.rule(index::ENTITLEMENT_REPORT_AT_END)));
                }
            }
            Override::SickAfterEmployment if self.anchors.employment_end < Some(self.first) => {
                dates.due = self.day(index::OWN_RISK_REPORT_AFTER_EMPLOYMENT);
                dates.is_given_by(
                    self.version_for(self.rule(index::OWN_RISK_REPORT_AFTER_EMPLOYMENT)),
                );
            }
            Override::OwnEmployerPerspective
                if self.recorded.has_any(FirstEventDays::PERSPECTIVE) =>
            {
                self.defer(dates);
            }
            Override::LeavesWhileSick => {
                if let Some(leaves) = self.anchors.leaves_sick {
                    if dates.due.is_none_or(|due| due > leaves) {
                        dates.due = Some(leaves);
                        dates.is_given_by(
                            self.version_for(self.rule(index::REPORT_AT_END_OF_EMPLOYMENT)),
                        );
                    }
                    dates.opens = dates.opens.filter(|opens| dates.due >= Some(*opens));
                }
            }
            Override::WageSanction if self.anchors.sanction_decided.is_some() => {
                self.decide_after_sanction(dates);
            }
            Override::SickAfterEmployment
            | Override::OwnEmployerPerspective
            | Override::WageSanction => {}
        }
    }

    /// The words of the open norm, where long absence was foreseen, or the sickness reported, too late
    /// for the term.
    fn without_delay(
        &self,
        due: Option<Day>,
        foreseen: &'static Source,
        reported: Option<LateReport>,
    ) -> Option<&'static Source> {
        let is_late = |day: Option<Day>| day.zip(due).is_some_and(|(day, due)| day > due);
        if is_late(self.recorded.first(EventKind::LongAbsenceForeseen)) {
            return Some(foreseen);
        }
        let report = reported?;
        is_late(self.reported(report.duty)).then_some(report.words)
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

    /// A concrete perspective with the own employer, recorded in time, defers it.
    fn defer(&self, dates: &mut Dates) {
        let is_perspective = |event: &&Event| event.kind == EventKind::OwnEmployerPerspective;
        for event in self.recorded.events.iter().filter(is_perspective) {
            let deferred = self.day_from(index::OWN_EMPLOYER_PERSPECTIVE, event.on);
            let defers = |due: Day, until: Day| event.on <= due && until > due;
            if dates.due.zip(deferred).is_some_and(|(due, until)| defers(due, until)) {
                dates.due = deferred;
                dates.is_given_by(self.version_for(self.rule(index::OWN_EMPLOYER_PERSPECTIVE)));
            }
        }
    }

    /// While a sanction runs the claim waits (WIA 64(7)); it is decided after the repair or, at the
    /// latest, by the end of the sanction.
    fn decide_after_sanction(&self, dates: &mut Dates) {
        let (rule, version) = (
            self.rule(index::WIA_DECISION_AFTER_REPAIR),
            self.law.only(only::WIA_DECISION_AFTER_REPAIR),
        );
        let from = self.anchors.repair_established.or_else(|| self.day(index::CLAIM_RESUMED));
        dates.due = from.and_then(|from| self.bound_from(rule, &version.due, from));
        dates.is_given_by(version);
    }
}
