//! Every derivation of a view, evaluated again step by step: from what stands in the step, the clocks that the
//! view has, the calendar, and the phrases of time as they stand at the head of `src/law/term.rs`, written here
//! again. `POORTWACHTER_DERIVATIONS=10` takes ten times as many cases.

use crate::common::portfolio::{Mix, Portfolio};
use crate::common::wide::case_files;
use crate::common::{date, day_of};
use chrono::{Datelike, Months, NaiveDate};
use poortwachter::calendar::{is_working_day, next_working_day, previous_working_day};
use poortwachter::law::{Anchor, Bound, ClockKind, Count, Recurrence, Term};
use poortwachter::timeline::{
    Derivation, Derivations, Derived, Left, LeftOut, NoDay, NotExtended, ObligationDerivation,
    Prolongation, StartKind, Sum,
};
use poortwachter::{
    Actor, Case, Day, Duty, Event, EventKind, Joins, Layer, Obligation, Timeline, View,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::{BTreeMap, BTreeSet};

type Checked<T = ()> = Result<T, String>;

fn ensure(holds: bool, what: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(what()) }
}

#[track_caller]
fn equal<T: PartialEq + std::fmt::Debug>(what: &str, got: T, expected: T) -> Checked {
    ensure(got == expected, || format!("{what}: {got:?}, not {expected:?}"))
}

/// What came up, by name.
type Seen = BTreeSet<&'static str>;

// ---- The calendar -----------------------------------------------------------------------------------

/// The same day of the month, or the last day of it where it is shorter.
fn months_later(day: Day, n: u16) -> Day {
    day_of(date(day).checked_add_months(Months::new(n.into())).expect("a day"))
}

/// The same date so many years later; for 29 February, where there is none, the day after the 28th.
fn years_later(day: Day, n: u16) -> Day {
    let date = date(day);
    let year = date.year() + i32::from(n);
    let first_of_march = || NaiveDate::from_ymd_opt(year, 3, 1).expect("a day");
    day_of(date.with_year(year).unwrap_or_else(first_of_march))
}

fn days_between(from: Day, to: Day) -> u32 {
    u32::try_from(to.days_since(from)).expect("in order")
}

// ---- What is known on the day of the view -----------------------------------------------------------

/// A view with what was known on its day.
struct Known<'v> {
    view: &'v View<'v>,
    case: &'v Case,
    derivations: &'v Derivations,
    /// First and last day, and whether it was decided that it separates two cases.
    leave: Vec<(Day, Day, bool)>,
    events: Vec<Event>,
    obligations: BTreeMap<(Duty, u16), &'v Obligation>,
    found: BTreeMap<(Duty, u16), &'v ObligationDerivation>,
}

impl<'v> Known<'v> {
    fn of(view: &'v View<'v>, derivations: &'v Derivations) -> Known<'v> {
        let case = view.timeline().case();
        let begun = case.leave().iter().filter(|leave| leave.first_day() <= view.on());
        let leave = begun
            .map(|leave| {
                let is_decided = leave.decided().is_none_or(|(_, on)| on <= view.on());
                let separates = leave.joins() == Joins::No && is_decided;
                (leave.first_day(), leave.last_day(), separates)
            })
            .collect();
        let key = |one: &Obligation| (one.duty(), one.number());
        Known {
            view,
            case,
            derivations,
            leave,
            events: view.events().copied().collect(),
            obligations: view.obligations().map(|(one, _)| (key(one), one)).collect(),
            found: derivations
                .obligations()
                .iter()
                .map(|found| ((found.duty(), found.number()), found))
                .collect(),
        }
    }

    fn is_leave(&self, day: Day) -> bool {
        self.leave.iter().any(|(first, last, _)| *first <= day && day <= *last)
    }

    /// The n-th day after a day that is not leave.
    fn run_on(&self, mut day: Day, n: u32) -> Day {
        for _ in 0..n {
            day = day + 1;
            while self.is_leave(day) {
                day = day + 1;
            }
        }
        day
    }

    /// How many days of leave lie in a period.
    fn leave_in(&self, first: Day, last: Day) -> u32 {
        let mut days = 0;
        for (from, through, _) in &self.leave {
            let (from, through) = ((*from).max(first), (*through).min(last));
            if from <= through {
                days += days_between(from, through) + 1;
            }
        }
        days
    }

    /// The same of a sanction, in which leave counts that began before 2011.
    fn leave_in_sanction(&self, first: Day, last: Day) -> u32 {
        let mut days = 0;
        for (from, through, _) in &self.leave {
            let (from, through) = ((*from).max(first), (*through).min(last));
            if from <= through && from >= Day::new(2011, 1, 1) {
                days += days_between(from, through) + 1;
            }
        }
        days
    }

    /// The due term of a rule that has one version.
    fn only_bound(&self, id: &str) -> Bound {
        let law = self.view.timeline().law();
        law.rule_for(id, self.case.regime()).or(law.rule(id)).expect(id).only_version().due
    }

    /// The day before it counted, and it is neither a sick day nor leave.
    fn was_sick_and_is_fit(&self, day: Day) -> bool {
        let counted = |day: Day| self.counted(ClockKind::WaitingPeriod, day);
        counted(day - 1) > counted(day - 2)
            && counted(day) == counted(day - 1)
            && !self.is_leave(day)
    }

    fn has_event(&self, on: Day, is: impl Fn(EventKind) -> bool) -> bool {
        self.events.iter().any(|event| event.on() == on && is(event.kind()))
    }

    fn first_event(&self, kind: EventKind) -> Option<Day> {
        self.events.iter().find(|event| event.kind() == kind).map(|event| event.on())
    }

    /// The due day of an obligation, also where it falls away afterwards.
    fn full_due(&self, duty: Duty, number: u16) -> Option<Day> {
        last_day_of(self.found.get(&(duty, number))?.due())
    }

    fn counted(&self, clock: ClockKind, day: Day) -> u32 {
        self.view.counted_through(clock, day)
    }

    fn first_sick_day(&self, clock: ClockKind) -> Option<Day> {
        self.view.date_of(clock, 1)
    }
}

// ---- The phrases of time ----------------------------------------------------------------------------

/// The last day of a phrase, as the table at the head of `src/law/term.rs` has it: `S(k)` is the k-th
/// counted day, from the start on.
fn ends_on(known: &Known<'_>, sum: &Sum) -> Option<Day> {
    let Sum { start, clock, .. } = *sum;
    let x = start.day;
    let on_clock = sum.count == Count::SickDays;
    let before = known.counted(clock, x - 1);
    // S(k), where the start is S(1).
    let s = |k: u32| match on_clock {
        true => known.view.date_of(clock, before + k),
        false => Some(x + (k as i32 - 1)),
    };
    // The k-th day strictly after x.
    let after = |k: u32| match on_clock {
        true => known.view.date_of(clock, known.counted(clock, x) + k),
        false => Some(x + k as i32),
    };
    let weeks = |n: u16| u32::from(n) * 7;
    match sum.term {
        Term::OnTheDay => Some(x),
        Term::NextWorkingDay => Some(next_working_day(x)),
        Term::WithinWeeksAfter(n) => after(weeks(n)),
        Term::FirstDayAfterLasting(n) => s(weeks(n) + 1),
        Term::DayOnWhichLasted(n) | Term::PeriodOfWeeks(n) | Term::EndOfWeek(n) => s(weeks(n)),
        Term::StartOfWeek(n) => s(weeks(n - 1) + 1),
        Term::OnDay(n) | Term::ByDay(n) => s(n.into()),
        Term::ByDayAfter(n) => after(n.into()),
        Term::WeeksBefore(n) => Some(x - weeks(n) as i32),
        Term::FirstDayOfLastWeeks(n) => Some(x - weeks(n) as i32 + 1),
        // Healthy days and days between two acts are days of the calendar.
        Term::InterruptionShorterThan(n) | Term::AtLeastWeeksBetween(n) => {
            Some(x + weeks(n) as i32)
        }
        Term::WithinMonthsAfter(n) | Term::UntilMonthsAfter(n) => Some(months_later(x, n)),
        Term::MonthsAfterStart(n) => s(days_between(x, months_later(x, n)) + 1),
        Term::Years(n) => s(days_between(x, years_later(x, n))),
        other => panic!("a phrase that the test does not know: {other:?}"),
    }
}

/// How many days a phrase is; none where it is not a number of days.
fn days_of(sum: &Sum) -> Option<u32> {
    let x = sum.start.day;
    match sum.term {
        Term::OnTheDay
        | Term::NextWorkingDay
        | Term::WithinMonthsAfter(_)
        | Term::UntilMonthsAfter(_) => None,
        Term::OnDay(n) | Term::ByDay(n) | Term::ByDayAfter(n) => Some(n.into()),
        Term::MonthsAfterStart(n) => Some(days_between(x, months_later(x, n))),
        Term::Years(n) => Some(days_between(x, years_later(x, n))),
        term => term.number().map(|weeks| u32::from(weeks) * 7),
    }
}

/// *Algemene termijnenwet* art. 1(1), 1(2), 4(a) and 5.
fn is_moved_to_a_working_day(bound: &Bound) -> bool {
    let is_short = match bound.term {
        Term::WithinWeeksAfter(n) | Term::FirstDayAfterLasting(n) => n <= 12,
        Term::WithinMonthsAfter(n) => n <= 3,
        Term::ByDay(n) | Term::ByDayAfter(n) => n <= 90,
        _ => false,
    };
    is_short && matches!(bound.layer, Layer::Act | Layer::OrderInCouncil)
}

// ---- The steps --------------------------------------------------------------------------------------

/// An obligation, and how its dates were found; those of one that is gone too.
#[derive(Clone, Copy)]
struct Line<'v> {
    obligation: &'v Obligation,
    found: &'v ObligationDerivation,
}

impl Line<'_> {
    fn due(self) -> Option<Day> {
        last_day_of(self.found.due())
    }

    /// The day under the text, where the parties agreed on another.
    fn original_due(self) -> Option<Day> {
        self.found.due().steps().iter().find_map(|step| match step {
            Derived::Agreed { original, .. } => *original,
            _ => None,
        })
    }
}

/// The last day in the steps, also where it falls away afterwards.
fn last_day_of(found: &Derivation) -> Option<Day> {
    found.steps().iter().filter_map(Derived::day).next_back()
}

/// A derivation that is evaluated again.
struct Again<'k, 'v> {
    known: &'k Known<'v>,
    /// The obligation; none of a milestone.
    of: Option<Line<'v>>,
    /// The day so far.
    at: Option<Day>,
    /// The sums so far.
    sums: Vec<&'v Sum>,
    before: Option<&'v Derived>,
}

impl<'v> Again<'_, 'v> {
    /// Evaluates all steps and gives the day on which the last one ends.
    fn all(mut self, found: &'v Derivation, seen: &mut Seen) -> Checked<Option<Day>> {
        for (i, step) in found.steps().iter().enumerate() {
            let evaluated = self.step(step, seen);
            let day = evaluated.map_err(|error| format!("step {}: {error}: {step:?}", i + 1))?;
            equal("the day of the step", step.day(), day)?;
            self.at = day;
            self.before = Some(step);
            self.is_moved_where_it_must(step, found.steps().get(i + 1))?;
        }
        ensure(!found.steps().is_empty(), || "no steps".into())?;
        self.left_out(found.left_out(), seen)?;
        Ok(self.at)
    }

    fn step(&mut self, step: &'v Derived, seen: &mut Seen) -> Checked<Option<Day>> {
        let day = match step {
            Derived::Sum(sum) => {
                seen.insert("sum");
                self.sum(sum, seen)?
            }
            Derived::Prolonged(prolonged) => {
                seen.insert("prolonged");
                self.prolonged(prolonged, seen)?
            }
            Derived::Agreed { original, until, reason, source } => {
                seen.insert("agreed");
                let is_of_uwv = self.of.is_some_and(|line| line.obligation.actor() == Actor::Uwv);
                let article = if is_of_uwv { "RPV art. 6" } else { "RP art. 5" };
                equal("the article", source.citation.to_string().as_str(), article)?;
                let duty = self.of.map(|line| line.obligation.duty());
                let is_agreed = |kind| match kind {
                    EventKind::AgreedDeviation { duty: of, until: day, reason: why } => {
                        (Some(of), day, why) == (duty, *until, *reason)
                    }
                    _ => false,
                };
                let is_recorded = self.known.events.iter().any(|event| is_agreed(event.kind()));
                ensure(is_recorded, || "not recorded".into())?;
                equal("the day under the text", *original, self.at)?;
                *until
            }
            Derived::Extended { from, to, .. } => {
                seen.insert("extended");
                equal("it goes on from", Some(*from), self.at)?;
                ensure(to > from, || "it does not move".into())?;
                next_working_day(*from)
            }
            Derived::NotExtended { day, why } => {
                seen.insert("not extended");
                equal("it stays", Some(*day), self.at)?;
                self.not_extended(*why, *day, seen)?;
                *day
            }
            Derived::NotAfter { day } => {
                seen.insert("not after");
                self.not_after(*day)?;
                *day
            }
            Derived::NotBefore { day } => {
                seen.insert("not before");
                let opens = self.of.and_then(|line| last_day_of(line.found.opens()));
                // Or the employee told of the recovery only then.
                let told = self.of.and_then(|line| {
                    let sum = line.found.due().steps().iter().find_map(|step| match step {
                        Derived::Sum(sum) => Some(sum.start),
                        _ => None,
                    });
                    let is_told =
                        matches!(line.obligation.rule().recurrence, Recurrence::PerRecovery(_));
                    sum.filter(|_| is_told).map(|start| start.day)
                });
                let latest = opens.max(told);
                equal("the day on which it opens", Some(*day), latest)?;
                ensure(self.at < Some(*day), || "it comes later already".into())?;
                *day
            }
            Derived::WorkingDayBefore { from, to: _ } => {
                seen.insert("working day before");
                let due = || self.of.and_then(Line::due);
                equal("it goes on from", Some(*from), self.at.or_else(due))?;
                previous_working_day(*from)
            }
            Derived::NoDay(why) => {
                seen.insert("no day");
                self.no_day(*why, seen)?;
                return Ok(None);
            }
            other => return Err(format!("a step that the test does not know: {other:?}")),
        };
        Ok(Some(day))
    }

    fn sum(&mut self, sum: &'v Sum, seen: &mut Seen) -> Checked<Day> {
        let (known, clock) = (self.known, sum.clock);
        self.starts(sum, seen)?;
        equal("the phrase", (sum.term, sum.count), (sum.bound.term, sum.bound.count))?;
        let through = known.counted(clock, sum.start.day);
        let counts = through > known.counted(clock, sum.start.day - 1);
        equal("the start counts", sum.start_counts, counts)?;
        equal("the days", sum.days, days_of(sum))?;
        let is_on_calendar = sum.count == Count::CalendarDays
            || sum.days.is_none()
            || matches!(
                sum.term,
                Term::WeeksBefore(_)
                    | Term::InterruptionShorterThan(_)
                    | Term::AtLeastWeeksBetween(_)
            );
        equal("the number of the start", sum.start_number, (!is_on_calendar).then_some(through))?;
        let number = known.counted(clock, sum.day);
        equal("the number of the day", sum.number, (!is_on_calendar).then_some(number))?;
        self.window(sum)?;
        self.sums.push(sum);
        ends_on(known, sum).ok_or_else(|| "it ends on no day".into())
    }

    /// A date of the obligation's own version stands in the window of that version.
    fn window(&self, sum: &Sum) -> Checked {
        let Some(Line { obligation, .. }) = self.of else { return Ok(()) };
        let own = obligation.version();
        // What holds where the wage period is extended has no window of its own.
        if obligation.rule().when_extended == Some(own) {
            return Ok(());
        }
        if own.due == *sum.bound
            || own.opens == Some(*sum.bound)
            || own.tolerated == Some(*sum.bound)
        {
            let versions = obligation.rule().versions();
            let mut windows = versions.filter(|(_, version)| {
                version.due == *sum.bound
                    || [version.opens, version.advised, version.tolerated]
                        .contains(&Some(*sum.bound))
            });
            let is_one = windows.any(|(window, _)| window == sum.window);
            ensure(is_one, || format!("no version stands in {:?}", sum.window))?;
        }
        Ok(())
    }

    fn starts(&self, sum: &Sum, seen: &mut Seen) -> Checked {
        let (known, view, day) = (self.known, self.known.view, sum.start.day);
        let event = |is: fn(EventKind) -> bool| known.has_event(day, is);
        let goes_on = || self.at.is_none_or(|at| at == day);
        let ok = match sum.start.kind {
            StartKind::FirstSickDay => {
                seen.insert("from the first sick day");
                let first =
                    [sum.clock, ClockKind::WaitingPeriod].map(|it| known.first_sick_day(it));
                first.contains(&Some(day))
            }
            StartKind::WaitingPeriod => {
                seen.insert("from the waiting period");
                known.first_sick_day(ClockKind::WaitingPeriod) == Some(day)
            }
            StartKind::Done(duty, number) => {
                seen.insert("from a duty that was done");
                match known.obligations.get(&(duty, number)) {
                    Some(line) => line.met() == Some(day),
                    None => known.first_event(EventKind::Met(duty)) == Some(day),
                }
            }
            StartKind::Planned(duty, number) => {
                seen.insert("from a duty that is planned");
                // What the UWV takes over counts from its own opinion, also where the line is still that of
                // the employer, whose term an amended law can change alone.
                let line = known.obligations.get(&(duty, number));
                let takes_over = view.timeline().case().regime().id() == "employer"
                    && self.of.is_some_and(|of| of.obligation.actor() == Actor::Uwv);
                let due = line.and_then(|line| line.due());
                takes_over
                    || due.is_none_or(|due| due == day)
                        && known.full_due(duty, number).is_none_or(|due| due == day)
            }
            StartKind::EndOfWaitingPeriod => {
                seen.insert("from the end of the waiting period");
                // The grant of an early claim ends the waiting period, but moves no duty.
                let last = view.waiting_period_last_day();
                let early = view.shortened_waiting_period_last_day();
                goes_on() && (last.is_none_or(|last| last == day) || last == early)
            }
            StartKind::EndOfExtension => {
                seen.insert("from the end of an extension");
                let last = view.waiting_period_last_day();
                goes_on() && last.is_none_or(|last| last < day)
            }
            StartKind::DelayedEnd { days_late } => {
                seen.insert("from an end that is late");
                goes_on() && days_late > 0 && days_late == view.days_claim_late()
            }
            StartKind::NoticeReceived => {
                seen.insert("from the notice");
                known.first_event(EventKind::WiaNoticeReceived) == Some(day)
            }
            StartKind::RepairNotified => {
                seen.insert("from a notice of repair");
                event(|kind| kind == EventKind::RepairNotified)
            }
            StartKind::RepairEstablished => {
                seen.insert("from a repair");
                event(|kind| kind == EventKind::RepairEstablished)
            }
            StartKind::SanctionEnd => {
                seen.insert("from the end of the sanction");
                let last = view.sanction().and_then(|sanction| sanction.last_day());
                last.is_none_or(|last| last == day)
            }
            StartKind::ClaimResumed => {
                seen.insert("from a claim taken up again");
                self.at == Some(day)
            }
            StartKind::StatePensionDay => {
                seen.insert("from the state pension day");
                let Anchor::StatePensionDay { not_before } = sum.bound.from else {
                    return Err("another anchor".into());
                };
                let first = known.first_sick_day(sum.clock);
                let waiting = known.first_sick_day(ClockKind::WaitingPeriod);
                let pension = known.case.state_pension_day();
                [first, waiting].into_iter().any(|first| {
                    [pension, first, not_before].into_iter().flatten().max() == Some(day)
                })
            }
            StartKind::EmploymentEnd => {
                seen.insert("from the end of the employment");
                known.case.employment_last_day() == Some(day)
            }
            StartKind::AbleToEarn => {
                seen.insert("from being able to earn");
                let assessed = known.first_event(EventKind::AssessedAble);
                assessed.is_some_and(|assessed| {
                    let reference = known.full_due(Duty::FIRST_YEAR_ASSESSMENT, 1);
                    day == assessed || assessed < day && reference.is_none_or(|it| it <= day)
                })
            }
            StartKind::WiaStart => {
                seen.insert("from the start of the WIA");
                view.wia_start() == Some(day)
            }
            StartKind::DayAfterSickness => {
                seen.insert("from the day after sickness that adjoins leave");
                // Of spells that adjoin the first looks over on its last day.
                let is_end = |last: Option<Day>| last == Some(day - 1);
                is_end(Some(view.on()))
                    || known.case.spells().iter().any(|one| is_end(one.last_day()))
            }
            StartKind::LastDayToObject => {
                seen.insert("from the last day to object");
                view.possibilities().iter().any(|window| window.until() == Some(day))
            }
            StartKind::DayAfterLeave => {
                seen.insert("from the day after leave");
                known.leave.iter().any(|(_, last, _)| *last + 1 == day)
            }
            StartKind::PeriodStart => {
                seen.insert("from the start of a period");
                let line = self.of.ok_or("a milestone is no series")?.obligation;
                let before = known.full_due(line.duty(), line.number() - 1);
                // Of who leaves the employment sick the first begins with the sickness benefit.
                let leaves = known.case.employment_last_day().map(|last| last + 1);
                before == Some(day) || line.number() == 1 && leaves == Some(day)
            }
            StartKind::Requested => {
                seen.insert("from an early claim");
                known.has_event(day, |kind| kind == EventKind::EarlyIvaClaim)
            }
            StartKind::LastSickDay => {
                seen.insert("from the last sick day");
                let counted = known.counted(sum.clock, day);
                view.date_of(ClockKind::WaitingPeriod, known.counted(ClockKind::WaitingPeriod, day))
                    == Some(day)
                    && view.date_of(sum.clock, counted + 1).is_none()
            }
            StartKind::Perspective => {
                seen.insert("from a perspective");
                event(|kind| kind == EventKind::OwnEmployerPerspective)
            }
            StartKind::AdjustmentAdvised => {
                seen.insert("from an advice to adjust the plan");
                event(|kind| kind == EventKind::AdjustmentAdvised)
            }
            StartKind::PossibilitiesReturned => {
                seen.insert("from a new opinion");
                event(|kind| {
                    matches!(kind, EventKind::PossibilitiesReturned | EventKind::PartlyAbleToWork)
                })
            }
            StartKind::PlanDueAgain => {
                seen.insert("from the plan after a new opinion");
                self.at == Some(day)
            }
            StartKind::SupplementAsked => {
                seen.insert("from a request for the supplement");
                event(|kind| kind == EventKind::SupplementAsked)
            }
            StartKind::TermSet => {
                seen.insert("from a term that the UWV set");
                let mut events = view.events();
                events.any(|event| event.kind() == EventKind::CompletionAsked { until: day })
            }
            StartKind::ThirteenWeeks => {
                seen.insert("from thirteen weeks of sickness");
                let weeks = known.only_bound("thirteen-weeks-of-sickness").term.number();
                let days = weeks.map_or(0, |weeks| u32::from(weeks) * 7);
                view.date_of(ClockKind::WaitingPeriod, days) == Some(day)
            }
            StartKind::FirstFitDay => {
                seen.insert("from the first fit day");
                known.was_sick_and_is_fit(day)
            }
            StartKind::RecoveryTold => {
                seen.insert("from a recovery that was told");
                event(|kind| kind == EventKind::RecoveryTold)
            }
            StartKind::RecoveryToldAtLatest => {
                seen.insert("from the last day to tell of a recovery");
                // ZW 38a(4): the second fit day, or the working day after it.
                let bound = known.only_bound("recovery-told");
                let days = bound.term.number().map_or(0, i32::from);
                (0..days + 12).map(|back| day - back).any(|fit| {
                    let last = fit + (days - 1);
                    let is_moved = is_moved_to_a_working_day(&bound);
                    let last = if is_moved { next_working_day(last) } else { last };
                    known.was_sick_and_is_fit(fit) && last == day
                })
            }
            StartKind::Due => {
                seen.insert("from the due day");
                let line = self.of.ok_or("a milestone has no due day")?.obligation;
                line.due().is_none_or(|due| due == day)
                    && known.full_due(line.duty(), line.number()) == Some(day)
            }
            other => return Err(format!("a start that the test does not know: {other:?}")),
        };
        ensure(ok, || format!("it does not start there (after {:?})", self.at))
    }

    fn prolonged(&self, prolonged: &Prolongation, seen: &mut Seen) -> Checked<Day> {
        let (known, view, at) = (self.known, self.known.view, self.at);
        let from = || at.ok_or_else(|| String::from("there is nothing to prolong"));
        match *prolonged {
            Prolongation::Extension { shortened_on, until, .. } => {
                seen.insert("an extension");
                ensure(from()? < until, || "it does not prolong".into())?;
                match shortened_on {
                    None => {
                        let asked = |kind| kind == EventKind::VoluntaryExtension { until };
                        let is_asked = known.events.iter().any(|event| asked(event.kind()));
                        ensure(is_asked, || "nobody asked".into())?;
                    }
                    Some(on) => {
                        seen.insert("a shortened extension");
                        let asked = known.events.iter().find_map(|event| match event.kind() {
                            EventKind::ExtensionShortened { until } if event.on() == on => {
                                Some(until)
                            }
                            _ => None,
                        });
                        let asked = asked.ok_or("nobody asked for a shorter one")?;
                        // WIA 24(3): at least 13 weeks after the request, 15 before the law changed.
                        let is_allowed = [asked, on + 13 * 7, on + 15 * 7].contains(&until);
                        ensure(is_allowed && asked <= until, || format!("asked for {asked}"))?;
                    }
                }
                Ok(until)
            }
            Prolongation::LateClaim { days, leave_days, .. } => {
                seen.insert("a late claim");
                equal("the days late", days, view.days_claim_late())?;
                let until = known.run_on(from()?, days);
                equal("the leave", leave_days, known.leave_in(from()? + 1, until))?;
                Ok(until)
            }
            Prolongation::LateReport { days, leave_days, .. } => {
                seen.insert("a late report");
                let key = (Duty::UWV_SICKNESS_REPORT, 1);
                let report = known.obligations.get(&key).ok_or("there is no report")?;
                let (met, due) = (report.met().ok_or("not made")?, report.due());
                equal("the days late", Some(days), due.map(|due| days_between(due, met)))?;
                let until = known.run_on(from()?, days);
                equal("the leave", leave_days, known.leave_in(from()? + 1, until))?;
                Ok(until)
            }
            Prolongation::Sanction { first, last, days, shortened, repaired, until, .. } => {
                seen.insert("a sanction");
                let sanction = view.sanction().ok_or("there is no sanction")?;
                equal("its days", days, sanction.days())?;
                equal(
                    "its days",
                    days,
                    days_between(first, last) + 1 - known.leave_in_sanction(first, last),
                )?;
                equal("the shortened days", shortened, sanction.days_shortened())?;
                for (day, whole) in [(sanction.first_day(), first), (sanction.last_day(), last)] {
                    ensure(day.is_none_or(|day| day == whole), || format!("{day:?}"))?;
                }
                if let Some(on) = repaired {
                    seen.insert("a repair");
                    let is_repair = known.has_event(on, |it| it == EventKind::RepairEstablished);
                    ensure(is_repair, || "nobody established the repair".into())?;
                }
                // Leave right before the sanction puts its start off, and is no part of it.
                let mut before = 0;
                while known.is_leave(first - 1 - before) {
                    before += 1;
                }
                let span = last.days_since(first) + 1;
                let ends = |leave| from().is_ok_and(|at| at + span + leave == until);
                ensure((0..=before).any(ends), || format!("after {at:?}"))?;
                Ok(until)
            }
            Prolongation::RunsOn { late, extended, sanction, .. } => {
                seen.insert("running on");
                equal("the days late", late, view.days_claim_late())?;
                let of_sanction = view.sanction().map_or(0, |sanction| sanction.days());
                ensure(sanction == 0 || sanction == of_sanction, || format!("{of_sanction}"))?;
                Ok(known.run_on(from()?, late + extended + sanction))
            }
            Prolongation::Leave { days, until, .. } => {
                seen.insert("leave");
                let sum = self.sums.last().ok_or("without a sum")?;
                // The day after leave, so many days after a sickness that ended in leave, or before leave
                // was no longer left out of the four weeks.
                let last_days = known.case.spells().iter().filter_map(|spell| spell.last_day());
                let last_days = last_days.chain([view.on()]);
                let term = sum.days.unwrap_or(0) as i32;
                let is_put_off = known.is_leave(until - 1)
                    || last_days.into_iter().any(|last| last + term == until)
                    || until <= Day::new(2005, 9, 1);
                ensure(is_put_off, || "by no leave".into())?;
                equal("the end", from()? + days as i32, until)?;
                Ok(until)
            }
            Prolongation::StatePension { reached, until, bound, .. } => {
                seen.insert("the state pension age");
                equal("the day", Some(reached), known.case.state_pension_day())?;
                let short =
                    self.sums.last().filter(|sum| sum.start.kind == StartKind::StatePensionDay);
                let period = self.sums.first().map(|sum| sum.day);
                let holds = match (short, bound) {
                    (Some(short), _) => until == short.day,
                    // Never beyond the period itself; reached after it, nothing is left from that day on.
                    (None, Some(bound)) => {
                        let Anchor::StatePensionDay { not_before } = bound.from else {
                            return Err("another anchor".into());
                        };
                        let clock = self.sums.first().map(|sum| sum.clock);
                        let first = clock.and_then(|clock| known.first_sick_day(clock));
                        let start = [Some(reached), not_before, first].into_iter().flatten().max();
                        period == Some(until) || start == Some(until + 1)
                    }
                    // ZW 29(5) and 29(4).
                    (None, None) if reached <= view.first_sick_day() => at == Some(until),
                    (None, None) => until + 1 == reached,
                };
                ensure(holds, || format!("after {at:?}"))?;
                Ok(until)
            }
            Prolongation::EmploymentEnd { until, .. } => {
                seen.insert("the end of the employment");
                equal("the day", Some(until), known.case.employment_last_day())?;
                ensure(at.is_none_or(|at| until <= at), || "it ends before that".into())?;
                Ok(until)
            }
            Prolongation::Death { until, .. } => {
                seen.insert("the death of the employee");
                let events = known.case.events();
                let died = events.iter().find(|event| event.kind() == EventKind::Deceased);
                equal("the day", Some(until), died.map(|event| event.on()))?;
                Ok(until)
            }
            Prolongation::BenefitStarts { day, .. } => {
                seen.insert("the benefit after the employment");
                let last = known.case.employment_last_day();
                equal("the day", Some(day), last.map(|last| last + 1))?;
                ensure(at.is_none_or(|at| at < day), || "it is due after that".into())?;
                Ok(day)
            }
            Prolongation::Assessment { until, .. } => {
                seen.insert("an assessment");
                // Who is assessed before a benefit begins has none after the employment.
                let employed = view.timeline().case().employment_last_day();
                let last = view.benefit_after_assessment_last_day().or(employed);
                equal("the day", Some(until), last)?;
                Ok(until)
            }
            Prolongation::Separated { until } => {
                seen.insert("leave that separates");
                let is_next = |(first, _, separates): &(Day, Day, bool)| {
                    let mut day = until + 1;
                    while day < *first && known.is_leave(day) {
                        day = day + 1;
                    }
                    *separates && day == *first
                };
                let is_not_leave = !known.is_leave(until);
                ensure(is_not_leave && known.leave.iter().any(is_next), || "by no leave".into())?;
                ensure(until < from()?, || "it ends before that".into())?;
                Ok(until)
            }
            Prolongation::DayAfter { .. } => {
                seen.insert("the day after");
                Ok(from()? + 1)
            }
            other => Err(format!("it is not known to the test: {other:?}")),
        }
    }

    fn not_extended(&self, why: NotExtended, day: Day, seen: &mut Seen) -> Checked {
        let bound = self.sums.last().map(|sum| sum.bound);
        let term = bound.map(|bound| bound.term);
        let layer = bound.map(|bound| bound.layer);
        let can_move = bound.is_some_and(is_moved_to_a_working_day);
        let holds = match why {
            NotExtended::WorkingDay => {
                seen.insert("not extended: a working day");
                return ensure(can_move && is_working_day(day), || "it is none".into());
            }
            NotExtended::Agreed => {
                seen.insert("not extended: agreed");
                return ensure(matches!(self.before, Some(Derived::Agreed { .. })), || {
                    "nobody agreed".into()
                });
            }
            NotExtended::CountedBack => {
                seen.insert("not extended: counted back");
                matches!(term, Some(Term::WeeksBefore(_)))
            }
            NotExtended::TooLong => {
                seen.insert("not extended: too long");
                match term {
                    Some(Term::WithinMonthsAfter(n) | Term::MonthsAfterStart(n)) => n > 3,
                    term => term.and_then(Term::number).is_some_and(|n| n > 12),
                }
            }
            NotExtended::Regulation => {
                seen.insert("not extended: a regulation");
                layer == Some(Layer::MinisterialRegulation)
            }
            NotExtended::Excluded { .. } => {
                seen.insert("not extended: excluded");
                true
            }
            NotExtended::PolicyOrPractice => {
                seen.insert("not extended: policy or practice");
                matches!(layer, Some(Layer::Policy | Layer::Practice))
            }
            NotExtended::NoTerm => {
                seen.insert("not extended: no term");
                true
            }
            other => return Err(format!("a reason that the test does not know: {other:?}")),
        };
        // What moves a milestone is no term, though the sum before it is one.
        ensure(holds && (self.of.is_none() || !can_move), || format!("{bound:?}"))
    }

    /// The day of a sum that is the last one is moved where the *Algemene termijnenwet* moves it.
    fn is_moved_where_it_must(&self, step: &Derived, next: Option<&Derived>) -> Checked {
        let Derived::Sum(sum) = step else { return Ok(()) };
        let moves = is_moved_to_a_working_day(sum.bound) && !is_working_day(sum.day);
        match next {
            Some(Derived::Extended { .. }) => ensure(moves, || "it does not move".into()),
            Some(Derived::Sum(_) | Derived::Prolonged(_)) => Ok(()),
            _ => ensure(!moves, || "it moves".into()),
        }
    }

    fn not_after(&self, day: Day) -> Checked {
        let line = self.of.ok_or("a milestone has one day")?;
        let (due, original) = (line.due(), line.original_due());
        let is_own = due == Some(day) || original == Some(day);
        ensure(is_own && due >= Some(day), || format!("{due:?}, {original:?}"))?;
        ensure(self.at.is_none_or(|at| day < at), || "it comes before that".into())
    }

    fn no_day(&self, why: NoDay, seen: &mut Seen) -> Checked {
        match why {
            NoDay::NotInTheRule => {
                seen.insert("no day: not in the rule");
                equal("the day so far", self.at, None)
            }
            NoDay::NothingToCountFrom => {
                seen.insert("no day: nothing to count from");
                Ok(())
            }
            NoDay::NotReached { last_sick_day } => {
                seen.insert("no day: not reached");
                let clock = ClockKind::WaitingPeriod;
                let counted = self.known.counted(clock, last_sick_day);
                let last = self.known.view.date_of(clock, counted);
                equal("the last sick day", last, Some(last_sick_day))?;
                equal("the day after it", self.known.view.date_of(clock, counted + 1), None)?;
                let is_later = |at| at > last_sick_day;
                ensure(self.at.is_none_or(is_later), || format!("{:?} was reached", self.at))
            }
            NoDay::AfterDue => {
                seen.insert("no day: after due");
                let due = self.of.and_then(Line::due);
                ensure(due.is_some() && self.at > due, || format!("{:?} is in time", self.at))
            }
            NoDay::WithoutDelay { .. } => {
                seen.insert("no day: without delay");
                Ok(())
            }
            NoDay::NotGiven => {
                seen.insert("no day: not given");
                Ok(())
            }
            NoDay::Gone => {
                seen.insert("no day: gone");
                Ok(())
            }
            other => Err(format!("a reason that the test does not know: {other:?}")),
        }
    }

    /// The days that did not count, up to the end of the last sum on sick days: with those that did they are
    /// all days.
    fn left_out(&self, runs: &[LeftOut], seen: &mut Seen) -> Checked {
        let known = self.known;
        let Some(sum) = self.sums.iter().rev().find(|sum| sum.number.is_some()) else {
            return equal("days left out of no sum", runs.len(), 0);
        };
        let mut last = known.first_sick_day(sum.clock).ok_or("a clock without a day")?;
        let all = if last <= sum.day { days_between(last, sum.day) + 1 } else { 0 };
        let mut days = 0;
        for run in runs {
            ensure(last < run.first && run.first <= run.last, || format!("order: {runs:?}"))?;
            equal("the days of a run", run.days, days_between(run.first, run.last) + 1)?;
            let counted = [run.first - 1, run.last].map(|day| known.counted(sum.clock, day));
            equal("they count", counted[0], counted[1])?;
            let is_why = match run.why {
                Left::Recovered => {
                    seen.insert("left out: recovered");
                    known.leave_in(run.first, run.last) == 0
                }
                Left::Leave { presumed } => {
                    seen.insert(match presumed {
                        true => "left out: leave that presumably joins",
                        false => "left out: leave",
                    });
                    known.leave_in(run.first, run.last) == run.days
                }
                Left::NotForTheDismissalBan => {
                    seen.insert("left out: not for the dismissal ban");
                    sum.clock == ClockKind::DismissalBan
                }
                other => return Err(format!("a reason that the test does not know: {other:?}")),
            };
            ensure(is_why, || format!("{run:?}"))?;
            (last, days) = (run.last, days + run.days);
        }
        equal("all days", days + known.counted(sum.clock, sum.day), all)
    }
}

// ---- A view -----------------------------------------------------------------------------------------

fn judge(view: &View<'_>, seen: &mut Seen) -> Checked {
    let derivations = view.derivations();
    let known = Known::of(view, &derivations);
    equal("obligations", derivations.obligations().len(), known.obligations.len())?;
    equal("distinct ones", known.found.len(), known.obligations.len())?;
    for ((duty, number), line) in &known.obligations {
        let found = known.found.get(&(*duty, *number));
        let found = *found.ok_or_else(|| format!("{duty} {number} is missing"))?;
        let dates = [
            ("opens", found.opens(), line.opens()),
            ("advised", found.advised(), line.advised()),
            ("due", found.due(), line.due()),
            ("tolerated", found.tolerated(), line.tolerated()),
        ];
        for (name, found_one, day) in dates {
            let of = Some(Line { obligation: line, found });
            judge_one(&known, of, found_one, day, seen)
                .map_err(|error| format!("{duty} {number} {name}: {error}\n{found_one:#?}"))?;
        }
    }
    let milestones = view.milestones();
    equal("milestones", known.derivations.milestones().len(), milestones.len())?;
    for line in &milestones {
        let milestone = line.milestone();
        let found = known.derivations.milestone(milestone);
        let found = found.ok_or_else(|| format!("{milestone} is missing"))?;
        judge_one(&known, None, found, Some(line.day()), seen)
            .map_err(|error| format!("{milestone}: {error}\n{found:#?}"))?;
    }
    // What is asked of one of them by itself is the same; not every day, for that finds all of them again.
    if u32::try_from(view.on().number()).is_ok_and(|n| n % 50 == 0) {
        seen.insert("by itself");
        for ((duty, number), line) in &known.obligations {
            let alone = view.derivation(line);
            ensure(alone.as_ref() == known.found.get(&(*duty, *number)).copied(), || {
                format!("{duty} {number} by itself: {alone:?}")
            })?;
        }
        for (milestone, found) in derivations.milestones() {
            let alone = view.derivation_of_milestone(*milestone);
            ensure(alone.as_ref() == Some(found), || format!("{milestone} by itself: {alone:?}"))?;
        }
    }
    Ok(())
}

fn judge_one<'v>(
    known: &Known<'v>,
    of: Option<Line<'v>>,
    found: &'v Derivation,
    day: Option<Day>,
    seen: &mut Seen,
) -> Checked {
    equal("the day", found.day(), day)?;
    let again = Again { known, of, at: None, sums: Vec::new(), before: None };
    equal("the day that the steps end on", again.all(found, seen)?, day)
}

/// What was judged: how many derivations, and what came up.
#[derive(Default)]
struct Judged {
    sets: u32,
    seen: Seen,
    failures: Vec<String>,
}

impl Judged {
    fn case(&mut self, case: &Case, days: impl IntoIterator<Item = Day>) {
        self.seen.insert(case.regime().id());
        let timeline = Timeline::new(case);
        for on in days {
            let view = timeline.view(on);
            self.sets += 1;
            if let Err(error) = judge(&view, &mut self.seen) {
                if self.failures.len() < 3 {
                    let case = serde_json::to_string(case).expect("JSON");
                    self.failures.push(format!("{case}\non {on}: {error}"));
                }
            }
        }
    }

    #[track_caller]
    fn finish(self, at_least: u32, expected: &[&str]) {
        assert!(self.failures.is_empty(), "{}", self.failures.join("\n\n"));
        let missing: Vec<_> = expected.iter().filter(|name| !self.seen.contains(**name)).collect();
        assert!(missing.is_empty(), "never came up: {missing:?} in {}", self.sets);
        assert!(self.sets >= at_least, "{} of {at_least}", self.sets);
        println!("{} sets of derivations; {:?}", self.sets, self.seen);
    }
}

/// Everything that can come up. A sum never starts from what was requested: what counts from a request is the
/// earliest end of a shortened extension or waiting period, of which no date is a derivation.
const EVERYTHING: &[&str] = &[
    "employer",
    "safety-net",
    "own-risk-carrier",
    "by itself",
    "sum",
    "prolonged",
    "agreed",
    "extended",
    "not extended",
    "not after",
    "not before",
    "working day before",
    "no day",
    "an extension",
    "a shortened extension",
    "a late claim",
    "a sanction",
    "a repair",
    "running on",
    "leave",
    "the state pension age",
    "the end of the employment",
    "an assessment",
    "leave that separates",
    "the day after",
    "from the first sick day",
    "from the waiting period",
    "from a duty that was done",
    "from a duty that is planned",
    "from the end of the waiting period",
    "from the end of an extension",
    "from an end that is late",
    "from the notice",
    "from a notice of repair",
    "from a repair",
    "from the end of the sanction",
    "from a claim taken up again",
    "from the state pension day",
    "from the end of the employment",
    "from being able to earn",
    "from the day after leave",
    "from the start of a period",
    "from the last sick day",
    "from a perspective",
    "from the due day",
    "not extended: a working day",
    "not extended: agreed",
    "not extended: counted back",
    "not extended: too long",
    "not extended: a regulation",
    "not extended: excluded",
    "not extended: policy or practice",
    "not extended: no term",
    "no day: not in the rule",
    "no day: nothing to count from",
    "no day: not reached",
    "no day: without delay",
    "no day: not given",
    "no day: after due",
    "no day: gone",
    "left out: recovered",
    "left out: leave",
    "left out: leave that presumably joins",
];

/// How many times as many cases are wanted.
fn times() -> usize {
    let asked = std::env::var("POORTWACHTER_DERIVATIONS").ok();
    asked.map_or(1, |times| times.parse().expect("a number"))
}

/// Random case files, each on several of its days and after all of them.
fn judge_files(seed: u8, files: usize, at_least: u32) {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = case_files();
    let mut judged = Judged::default();
    for n in 0..files * times() {
        let file = strategy.new_tree(&mut runner).expect("a file").current();
        let Ok(case) = file.case() else { continue };
        let days = file.days();
        let some = (0..3).map(|i| days[(n * 7 + i * days.len() / 3) % days.len()]);
        let along = [n % 900, 700 + n % 200].map(|after| file.spells[0].0 + after as i32);
        judged.case(&case, some.chain(along).chain([Day::new(2299, 12, 31)]));
    }
    judged.finish(at_least, EVERYTHING);
}

#[test]
fn of_random_files() {
    judge_files(1, 10_000, 40_000);
}

#[test]
fn of_other_random_files() {
    judge_files(2, 10_000, 40_000);
}

#[test]
fn of_a_portfolio() {
    let as_of = Day::new(2026, 7, 1);
    let portfolio = Portfolio { seed: 11, cases: 12_000 * times(), as_of, mix: Mix::REALISTIC };
    let mut judged = Judged::default();
    for case in portfolio.cases() {
        let first = case.spells()[0].first_day();
        judged.case(&case, [as_of, first + 50, first + 700, Day::new(2299, 12, 31)]);
    }
    judged.finish(48_000, &["employer", "safety-net", "own-risk-carrier"]);
}

/// What the command gives of them.
#[cfg(feature = "cli")]
mod command {
    use serde_json::Value;
    use std::process::{Command, Output};

    fn run(args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poortwachter"));
        command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
        command.output().expect("the command runs")
    }

    #[track_caller]
    fn json(args: &[&str]) -> Value {
        let output = run(args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("JSON")
    }

    const CASE: [&str; 3] = ["examples/case.json", "--on", "2026-10-14"];

    /// Sick since 5 January 2026: 1 + 42 x 7 = 295, which is 26 October, a Monday.
    #[test]
    fn a_duty_is_explained_with_the_derivation_of_its_four_dates() {
        let args = [&["explain"], &CASE[..], &["uwv-sickness-report", "--format", "json"]].concat();
        let found = &json(&args)["derivation"];
        let due = &found["due"];
        assert_eq!(due["day"], "2026-10-26");
        let sum = &due["steps"][0];
        assert_eq!(sum["step"], "sum");
        assert_eq!(sum["start"]["day"], "2026-01-05");
        assert_eq!(sum["start"]["kind"], "first-sick-day");
        assert_eq!(
            (&sum["phrase"], &sum["phrase_number"]),
            (&"first-day-after-lasting".into(), &42.into())
        );
        assert_eq!((&sum["start_number"], &sum["days"]), (&1.into(), &294.into()));
        assert_eq!((&sum["counted_day"], &sum["day"]), (&295.into(), &"2026-10-26".into()));
        assert_eq!(sum["citation"]["article"], "38");
        assert_eq!(due["steps"][1]["why"], "too-long");
        assert_eq!(due["left_out"], Value::Array(Vec::new()));
        // The Friday before.
        assert_eq!(found["advised"]["day"], "2026-10-23");
        assert!(found.get("day").is_none());
    }

    #[test]
    fn a_milestone_is_explained_with_the_derivation_of_its_day() {
        let args = [&["explain"], &CASE[..], &["wia-start", "--format", "json"]].concat();
        let found = &json(&args)["derivation"];
        assert_eq!(found["day"]["day"], "2028-01-03");
        let steps: Vec<_> = found["day"]["steps"].as_array().expect("steps").iter().collect();
        let kinds: Vec<_> = steps.iter().map(|step| step["step"].as_str()).collect();
        assert_eq!(kinds, [Some("sum"), Some("prolonged"), Some("not-extended")]);
        assert_eq!(steps[1]["kind"], "day-after");
        assert!(found.get("due").is_none());
    }

    #[test]
    fn a_timeline_has_those_of_every_date_where_asked() {
        let args = [&["timeline"], &CASE[..], &["--format", "json"]].concat();
        assert!(json(&args).get("derivations").is_none());
        let all = json(&[&args[..], &["--derivations"]].concat());
        let lines = all["obligations"].as_array().expect("obligations");
        let found = all["derivations"]["obligations"].as_array().expect("derivations");
        assert_eq!(found.len(), lines.len());
        for one in found {
            let is_it =
                |line: &&Value| line["duty"] == one["duty"] && line["number"] == one["number"];
            let line = lines.iter().find(is_it).expect("the obligation");
            for date in ["opens", "advised", "due", "tolerated"] {
                assert_eq!(one[date]["day"], line[date], "{} {date}", one["duty"]);
            }
        }
        let milestones = all["milestones"].as_array().expect("milestones").len();
        let found = all["derivations"]["milestones"].as_array().expect("derivations");
        assert_eq!(found.len(), milestones);
    }

    #[test]
    fn text_has_no_place_for_them() {
        let output = run(&[&["timeline"], &CASE[..], &["--derivations"]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        let text = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(text.contains("add --format json"), "{text}");
        assert_eq!(text.lines().count(), 1, "{text}");
    }
}
