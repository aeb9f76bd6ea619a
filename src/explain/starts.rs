//! From which day a term counts in this case.

use super::counting;
use super::steps::{Start, StartKind};
use crate::case::{Event, EventKind, Facts, InterviewRhythm};
use crate::day::Day;
use crate::law::{
    Anchor, Bound, Count, Duty, Kind, Law, Recurrence, Rule, Source, Version, index, only,
};
use crate::timeline::{Obligation, View};

/// A view, and the obligation of it that is explained.
#[derive(Clone, Copy)]
pub(super) struct Seen<'v, 't> {
    pub(super) view: &'v View<'t>,
    /// The number in a series.
    pub(super) number: u16,
}

const fn start(day: Day, kind: StartKind) -> StartAt {
    StartAt { day, kind }
}

/// A [`Start`] before its day is turned into a date.
#[derive(Clone, Copy)]
pub(super) struct StartAt {
    pub(super) day: Day,
    pub(super) kind: StartKind,
}

impl From<StartAt> for Start {
    fn from(start: StartAt) -> Start {
        Start { day: start.day, kind: start.kind }
    }
}

impl<'v, 't> Seen<'v, 't> {
    /// The facts of the view.
    fn facts(&self) -> Facts<'t> {
        self.view.facts()
    }

    /// The n-th day after `day` that is not leave.
    pub(super) fn run_on(&self, day: Day, n: u32) -> Day {
        self.facts().run_on(day, i32::try_from(n).unwrap_or(i32::MAX))
    }

    /// The first event of the case of which `is` holds.
    pub(super) fn event(&self, is: impl Fn(&EventKind) -> bool) -> Option<Day> {
        self.view.events().find(|event| is(&event.kind())).map(|event| event.on())
    }

    /// The line of a duty.
    pub(super) fn line(&self, duty: Duty, number: u16) -> Option<&'v Obligation> {
        let mut lines = self.view.obligations().map(|(obligation, _)| obligation);
        lines.find(|obligation| obligation.duty() == duty && obligation.number() == number)
    }

    /// The day that `anchor` means for a rule.
    pub(super) fn start(&self, rule: &Rule, anchor: Anchor) -> Option<StartAt> {
        let date = |day: Option<Day>| day;
        let case = self.view.timeline().case();
        match anchor {
            Anchor::FirstSickDay => counting::date(self.view, rule.clock, 1)
                .map(|day| start(day, StartKind::FirstSickDay)),
            Anchor::Met(duty) => {
                date(self.line(duty, 1)?.met()).map(|day| start(day, StartKind::Done(duty, 1)))
            }
            Anchor::MetOrPlanned(duty) => self.met_or_planned(duty),
            Anchor::PreviousInterview => self.previous_interview(rule, self.number),
            Anchor::PeriodStart => self.period_start(rule),
            Anchor::End => self.end(),
            Anchor::DelayedEnd => self.delayed_end(),
            Anchor::NoticeReceived => self
                .event(|kind| *kind == EventKind::WiaNoticeReceived)
                .map(|day| start(day, StartKind::NoticeReceived)),
            Anchor::RepairNotified => self.repair_notified(),
            Anchor::RepairEstablished => {
                self.repair_established().map(|day| start(day, StartKind::RepairEstablished))
            }
            Anchor::SanctionEnd => self.sanction_end(),
            Anchor::StatePensionDay { not_before } => {
                let first = counting::date(self.view, rule.clock, 1)?;
                let day = date(case.state_pension_day())?.max(first);
                let day = not_before.map_or(day, |not_before| not_before.max(day));
                Some(start(day, StartKind::StatePensionDay))
            }
            Anchor::EmploymentEnd => {
                date(case.employment_last_day()).map(|day| start(day, StartKind::EmploymentEnd))
            }
            Anchor::AbleToEarn { not_before } => {
                let assessed = self.event(|kind| *kind == EventKind::AssessedAble)?;
                let reference = self.line(not_before, 1)?;
                let reference = self.own_day(reference.rule(), reference.version())?;
                Some(start(assessed.max(reference), StartKind::AbleToEarn))
            }
            Anchor::DayAfterLeave => self.day_after_leave(rule),
            Anchor::LastSickDay => {
                // The clock stands still after it.
                self.view.relapse_joins_through()?;
                let all = counting::through(self.view, rule.clock, Day::FOREVER);
                counting::date(self.view, rule.clock, all)
                    .map(|day| start(day, StartKind::LastSickDay))
            }
            _ => None,
        }
    }

    /// The day that a rule gives in this case, extended over a weekend where the act says so.
    pub(super) fn own_day(&self, rule: &Rule, version: &Version) -> Option<Day> {
        let from = self.start(rule, version.due.from)?;
        self.bound_day(rule, &version.due, from)
    }

    /// The day that a bound gives from a day.
    pub(super) fn bound_day(&self, rule: &Rule, bound: &Bound, from: StartAt) -> Option<Day> {
        let sum = counting::sum(self.view, from.into(), bound.term, bound.count, rule.clock)?;
        let day = sum.day;
        let extended = bound.term.is_extended_over_weekends(bound.layer);
        Some(if extended { crate::law::calendar::on_or_after(day) } else { day })
    }

    /// The day on which a duty was met, until then its last day, also where the duty itself has
    /// lapsed.
    fn met_or_planned(&self, duty: Duty) -> Option<StartAt> {
        let line = self.line(duty, 1)?;
        if let Some(met) = line.met() {
            return Some(start(met, StartKind::Done(duty, 1)));
        }
        let agreed = self.view.events().find_map(|event| match event.kind() {
            EventKind::AgreedDeviation { duty: deviated, until, .. } if deviated == duty => {
                Some(until)
            }
            _ => None,
        });
        let planned = line.due().or(agreed);
        let planned = planned.or_else(|| self.own_day(line.rule(), line.version()))?;
        Some(start(planned, StartKind::Planned(duty, 1)))
    }

    /// What the interview with this number counts from.
    fn previous_interview(&self, rule: &Rule, number: u16) -> Option<StartAt> {
        let Some(before) = number.checked_sub(1).filter(|before| *before > 0) else {
            let Recurrence::AfterPrevious { first_after } = rule.recurrence else { return None };
            return self.met_or_planned(first_after);
        };
        let rolling = self.view.timeline().case().interviews() == InterviewRhythm::Rolling;
        let duty = rule.duty()?;
        let line = self.line(duty, before)?;
        if let Some(held) = line.met().filter(|_| rolling) {
            return Some(start(held, StartKind::Done(duty, before)));
        }
        let kind = StartKind::Planned(duty, before);
        if let Some(due) = line.due() {
            return Some(start(due, kind));
        }
        let from = self.previous_interview(rule, before)?;
        Some(start(self.bound_day(rule, &line.version().due, from)?, kind))
    }

    /// The start of the period before a recalibration.
    fn period_start(&self, rule: &Rule) -> Option<StartAt> {
        let bound = self.line(rule.duty()?, self.number)?.version().due;
        let mut period = start(counting::date(self.view, rule.clock, 1)?, StartKind::FirstSickDay);
        for _ in 1..self.number {
            period = start(self.bound_day(rule, &bound, period)?, StartKind::PeriodStart);
        }
        Some(period)
    }

    /// The law of the timeline.
    pub(super) fn law(&self) -> &'static Law {
        self.view.timeline().law()
    }

    /// The last day of the waiting period as such.
    pub(super) fn waiting_period_end(&self) -> Option<Day> {
        let law = self.law();
        self.own_day(law.at(index::WAITING_PERIOD), law.only(only::WAITING_PERIOD))
    }

    /// The last day of the waiting period, or of the voluntary extension.
    pub(super) fn end(&self) -> Option<StartAt> {
        let waiting = self.waiting_period_end()?;
        Some(match self.extension_end() {
            Some((until, _)) if until > waiting => start(until, StartKind::EndOfExtension),
            _ => start(waiting, StartKind::EndOfWaitingPeriod),
        })
    }

    /// The last day of the voluntary extension that has effect, and when it was asked to be shorter.
    pub(super) fn extension_end(&self) -> Option<(Day, Option<Day>)> {
        let mut end = None;
        let unused = self.view.unused();
        let has_effect =
            |event: &&Event| unused.binary_search_by(|unused| unused.event().cmp(event)).is_err();
        let extends = |event: &&Event| {
            matches!(
                event.kind(),
                EventKind::VoluntaryExtension { .. } | EventKind::ExtensionShortened { .. }
            )
        };
        for event in self.view.events().filter(extends).filter(has_effect) {
            match event.kind() {
                EventKind::VoluntaryExtension { until } => end = Some((until, None)),
                EventKind::ExtensionShortened { until } => {
                    let earliest = self.earliest_end_of_extension(event.on());
                    let until = earliest.map_or(until, |earliest| earliest.max(until));
                    end = Some((until, Some(event.on())));
                }
                _ => {}
            }
        }
        end
    }

    fn earliest_end_of_extension(&self, requested: Day) -> Option<Day> {
        let rule = self.law().at(index::EXTENSION_SHORTENING);
        let mut ends = rule
            .versions()
            .map(|(window, version)| (window.until, requested.plus(version.due.term.days())));
        let holds = ends.find(|(until, end)| until.is_none_or(|until| *end <= until));
        holds.map(|(_, end)| end)
    }

    /// The same, later by the days that the claim was late.
    pub(super) fn delayed_end(&self) -> Option<StartAt> {
        let end = self.end()?;
        let days_late = self.view.days_claim_late();
        if days_late == 0 {
            return Some(end);
        }
        Some(start(self.run_on(end.day, days_late), StartKind::DelayedEnd { days_late }))
    }

    /// The last day of a wage sanction that has effect.
    pub(super) fn sanction_end(&self) -> Option<StartAt> {
        let sanction = self.view.sanction().filter(|sanction| !sanction.is_void())?;
        match sanction.last_day() {
            Some(last) => Some(start(last, StartKind::SanctionEnd)),
            None => self.delayed_end(),
        }
    }

    /// The day on which the UWV established a repair of the sanction.
    pub(super) fn repair_established(&self) -> Option<Day> {
        let decided = self.view.sanction().filter(|sanction| !sanction.is_void())?.decided_on();
        let mut events = self.view.events().filter(|event| event.on() >= decided);
        events.find(|event| event.kind() == EventKind::RepairEstablished).map(|event| event.on())
    }

    fn repair_notified(&self) -> Option<StartAt> {
        let decided = self.view.sanction().filter(|sanction| !sanction.is_void())?.decided_on();
        let mut notices = self
            .view
            .events()
            .filter(|event| event.on() >= decided && event.kind() == EventKind::RepairNotified);
        let nth = usize::from(self.number).checked_sub(1)?;
        let notice = notices.nth(nth)?;
        Some(start(notice.on(), StartKind::RepairNotified))
    }

    /// The day after the leave that a form follows: the sickness goes on on both sides of it.
    fn day_after_leave(&self, rule: &Rule) -> Option<StartAt> {
        let Recurrence::PerLeave { after } = rule.recurrence else { return None };
        let report = self.line(after, 1)?.met()?;
        let counts = |day: Day| counting::counts(self.view, rule.clock, day);
        let mut leaves = self.facts().leave().filter(|leave| {
            let (first, last) = (leave.first_day(), leave.last_day());
            counts(first.plus(-1)) && counts(last.plus(1)) && report < first
        });
        let nth = usize::from(self.number).checked_sub(1)?;
        let leave = leaves.nth(nth)?;
        Some(start(leave.last_day().plus(1), StartKind::DayAfterLeave))
    }

    /// The last recorded perspective with the own employer that puts the due day on `due`.
    pub(super) fn perspective(&self, rule: &Rule, bound: &Bound, due: Day) -> Option<StartAt> {
        let perspectives =
            self.view.events().filter(|event| event.kind() == EventKind::OwnEmployerPerspective);
        perspectives
            .map(|event| start(event.on(), StartKind::Perspective))
            .rfind(|from| self.bound_day(rule, bound, *from) == Some(due))
    }

    /// The day on which a claim that waited for a sanction is taken up again.
    pub(super) fn claim_resumed(&self) -> Option<(StartAt, StartAt)> {
        let (rule, version) =
            (self.law().at(index::CLAIM_RESUMED), self.law().only(only::CLAIM_RESUMED));
        let end = self.sanction_end()?;
        let day = self.bound_day(rule, &version.due, end)?;
        Some((end, start(day, StartKind::ClaimResumed)))
    }
}

/// A due day counted from the due day of the same version.
pub(super) const fn from_due(due: Day) -> StartAt {
    start(due, StartKind::Due)
}

/// The effect that gave a due day, by its source.
pub(super) fn effect_that_says(law: &Law, source: Source) -> Option<(&'static Rule, Bound)> {
    law.rules().iter().filter(|rule| matches!(rule.kind, Kind::Effect(_))).find_map(|rule| {
        let (_, version) = rule.versions().find(|(_, version)| version.due.source == source)?;
        Some((*rule, version.due))
    })
}

/// Whether a bound counts on a clock at all.
pub(super) fn is_on_clock(bound: &Bound) -> bool {
    bound.count == Count::SickDays || matches!(bound.from, Anchor::End | Anchor::DelayedEnd)
}
