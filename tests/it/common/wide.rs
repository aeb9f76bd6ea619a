//! Random case files of every kind: all regimes, all events, leave anywhere and decided or not, spells that
//! adjoin, days of the contract anywhere. Facts are kept as they were recorded, so that a test can take
//! out those of later days.

use crate::common::counted_if;
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::law::LAW;
use poortwachter::{
    Adviser, Case, CaseError, DeviationReason, Duty, Entitlement, EventKind, EventName,
    InterviewRhythm, Joins, Leave, PlanItem, Regime, ReportPart, Role, SecondTrackEnd,
    SecondTrackPhase, Spell,
};
use proptest::prelude::*;
use proptest::sample::select;

/// A case file as it was recorded.
#[derive(Clone, Debug)]
pub struct CaseFile {
    pub regime: Regime,
    /// First day, last day, whether it counts for the dismissal ban.
    pub spells: Vec<(Day, Option<Day>, bool)>,
    pub leave: Vec<LeaveRecord>,
    pub state_pension_day: Option<Day>,
    pub employment_last_day: Option<Day>,
    pub recorded_since: Option<Day>,
    pub entitlement: Option<Entitlement>,
    pub fixed_grid: bool,
    pub events: Vec<(EventKind, Day)>,
}

#[derive(Clone, Copy, Debug)]
pub struct LeaveRecord {
    pub first: Day,
    pub last: Day,
    pub joins: Joins,
    pub decided_on: Option<Day>,
}

impl CaseFile {
    /// Through the door of the crate; not every file is free of contradictions.
    pub fn case(&self) -> Result<Case, CaseError> {
        let mut builder = Case::builder().id("wide").regime(self.regime);
        for (first, last, counts) in &self.spells {
            builder = builder.add_spell(counted_if(*counts, Spell::new(*first, *last)));
        }
        for leave in &self.leave {
            let decided = leave.decided_on.map(|on| (Role::Uwv, on));
            builder = builder
                .add_leave(Leave::new(leave.first, leave.last).joining(leave.joins, decided));
        }
        if let Some(day) = self.state_pension_day {
            builder = builder.state_pension_day(day);
        }
        if let Some(day) = self.employment_last_day {
            builder = builder.employment_last_day(day);
        }
        if let Some(day) = self.recorded_since {
            builder = builder.recorded_since(day);
        }
        if let Some(answer) = self.entitlement {
            builder = builder.sickness_benefit_entitlement(answer);
        }
        if self.fixed_grid {
            builder = builder.interviews(InterviewRhythm::FixedGrid);
        }
        for (kind, on) in &self.events {
            builder = builder.event(*kind, *on);
        }
        builder.build()
    }

    /// Every day on which something may become known, in order.
    pub fn days(&self) -> Vec<Day> {
        let spells = self.spells.iter().flat_map(|(first, last, _)| [Some(*first), *last]);
        let leave = self
            .leave
            .iter()
            .flat_map(|leave| [Some(leave.first), Some(leave.last), leave.decided_on]);
        let events = self.events.iter().map(|(_, on)| Some(*on));
        let contract = [self.state_pension_day, self.employment_last_day];
        let all = spells.chain(leave).chain(events).chain(contract);
        let mut days: Vec<Day> = all.flatten().collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

fn first_day() -> impl Strategy<Value = Day> {
    // Around every change of the law, and anywhere.
    prop_oneof![
        3 => between((2004, 1, 1), (2199, 12, 31)),
        3 => between((2004, 1, 1), (2017, 1, 1)),
        2 => between((2022, 1, 1), (2026, 12, 31)),
        1 => between((2199, 1, 1), (2199, 12, 31)),
    ]
}

fn between(from: (i32, u8, u8), to: (i32, u8, u8)) -> impl Strategy<Value = Day> {
    let day = |(y, m, d)| Day::new(y, m, d);
    let (from, days) = (day(from), day(to).days_since(day(from)));
    (0..=days).prop_map(move |n| from + in_days(n.unsigned_abs()))
}

/// Days sick, healthy days before the next spell, and whether it counts for the dismissal ban.
fn spell() -> impl Strategy<Value = (u64, u64, bool)> {
    let sick = prop_oneof![1_u64..40, 40_u64..400, 400_u64..900];
    let gap = prop_oneof![4 => 2_u64..60, 4 => 25_u64..31, 1 => Just(0), 1 => 60_u64..200];
    (sick, gap, prop::bool::weighted(0.9))
}

/// First day, number of days, answer, the day of the decision. Often around the first sick day.
type LeaveDays = (i64, u64, Joins, Option<i64>);

fn leave() -> impl Strategy<Value = LeaveDays> {
    let start = prop_oneof![2 => -120_i64..20, 3 => -60_i64..900];
    let days = prop_oneof![1_u64..160, 100_u64..120];
    let decided = prop_oneof![
        2 => Just(None),
        1 => (-60_i64..1_200).prop_map(Some),
    ];
    (start, days, select(Joins::ALL), decided)
}

/// Every event that there is; `until` for those that have another day.
fn kind() -> impl Strategy<Value = EventKind> {
    let duties = LAW.rules().iter().filter_map(|rule| rule.duty());
    let duties: Vec<Duty> = duties.filter(|duty| *duty != Duty::REPAIR_DECISION).collect();
    let plain = EventName::ALL.iter().filter(|name| name.duty().is_none());
    let mut plain: Vec<EventKind> = plain.filter_map(|name| name.kind()).collect();
    plain.extend([None, Some(26)].map(|weeks| EventKind::WageSanction { weeks }));
    prop_oneof![
        12 => select(duties).prop_map(EventKind::Met),
        12 => select(plain),
        1 => select(PlanItem::ALL).prop_map(EventKind::PlanHolds),
        1 => select(ReportPart::ALL).prop_map(EventKind::ReportHolds),
        1 => select(SecondTrackPhase::ALL).prop_map(EventKind::SecondTrackPhase),
        1 => select(SecondTrackEnd::ALL).prop_map(|why| EventKind::SecondTrackEnded { why }),
        1 => select(Adviser::ALL).prop_map(|by| EventKind::SecondTrackAdvised { by }),
    ]
}

/// Days after the first sick day, and the event; some have another day so many days later.
type EventDays = (u64, EventKind, Option<u64>);

fn event() -> impl Strategy<Value = EventDays> {
    const OPEN_TO_DEVIATION: &[Duty] =
        &[Duty::PROBLEM_ANALYSIS, Duty::PLAN_OF_ACTION, Duty::FIRST_YEAR_EVALUATION];
    // Events of the last weeks matter together.
    let on = || prop_oneof![3 => 0_u64..1_300, 2 => 560_u64..820, 1 => 0_u64..120];
    let until = Day::MIN;
    let reason = DeviationReason::PartyAbsent;
    let deviation = move |duty| EventKind::AgreedDeviation { duty, until, reason };
    prop_oneof![
        12 => (on(), kind(), Just(None)),
        1 => (on(), select(OPEN_TO_DEVIATION).prop_map(deviation), (0_u64..90).prop_map(Some)),
        1 => (300_u64..750, Just(EventKind::VoluntaryExtension { until }), (1_u64..600).prop_map(Some)),
        1 => (400_u64..900, Just(EventKind::ExtensionShortened { until }), (1_u64..300).prop_map(Some)),
    ]
}

/// Random case files. Not all of them are free of contradictions; [`CaseFile::case`] says so.
pub fn case_files() -> impl Strategy<Value = CaseFile> {
    let contract = (
        select(Regime::ALL),
        prop_oneof![2 => Just(None), 1 => (-400_i64..1_300).prop_map(Some)],
        prop_oneof![2 => Just(None), 1 => (-60_i64..1_300).prop_map(Some)],
        prop::option::of(select(Entitlement::ALL)),
        prop::bool::weighted(0.2),
        prop::option::weighted(0.25, -60_i64..1_300),
    );
    let absences = (
        prop::collection::vec(spell(), 1..=4),
        prop::bool::weighted(0.75),
        prop::collection::vec(leave(), 0..=2),
    );
    let events = prop_oneof![1 => Just(Vec::new()), 4 => prop::collection::vec(event(), 0..12)];
    (first_day(), absences, contract, events).prop_map(|(first, absences, contract, events)| {
        let (spells, goes_on, leave) = absences;
        let (regime, pension, employment, entitlement, fixed_grid, since) = contract;
        let day = |n: i64| {
            let days = in_days(n.unsigned_abs());
            if n < 0 { first - days } else { first + days }
        };
        CaseFile {
            regime,
            spells: spell_days(first, &spells, goes_on),
            leave: leave
                .into_iter()
                .map(|(start, days, joins, decided)| LeaveRecord {
                    first: day(start),
                    last: day(start) + in_days(days - 1),
                    joins,
                    decided_on: decided.map(day),
                })
                .collect(),
            state_pension_day: pension.map(day),
            employment_last_day: employment.map(day),
            recorded_since: since.map(day),
            entitlement,
            fixed_grid,
            events: event_days(first, events),
        }
    })
}

fn spell_days(
    first: Day,
    spells: &[(u64, u64, bool)],
    goes_on: bool,
) -> Vec<(Day, Option<Day>, bool)> {
    let (mut first, mut counts_before) = (first, None);
    let mut days = Vec::new();
    for (i, (sick, gap, counts)) in spells.iter().enumerate() {
        let last = first + in_days(sick - 1);
        let is_open = goes_on && i + 1 == spells.len();
        // Spells that adjoin are one, and so count alike.
        let counts = counts_before.unwrap_or(*counts);
        days.push((first, (!is_open).then_some(last), counts));
        counts_before = (*gap == 0).then_some(counts);
        first = last + in_days(gap + 1);
    }
    days
}

/// Without the second of what happens only once.
fn event_days(first: Day, events: Vec<EventDays>) -> Vec<(EventKind, Day)> {
    let mut kept: Vec<(EventKind, Day)> = Vec::new();
    for (after, kind, later) in events {
        let on = first + in_days(after);
        let until = on + in_days(later.unwrap_or(0));
        let kind = match kind {
            EventKind::AgreedDeviation { duty, reason, .. } => {
                EventKind::AgreedDeviation { duty, until, reason }
            }
            EventKind::VoluntaryExtension { .. } => EventKind::VoluntaryExtension { until },
            EventKind::ExtensionShortened { .. } => EventKind::ExtensionShortened { until },
            other => other,
        };
        let is_like = |(other, day): &(EventKind, Day)| {
            other.id() == kind.id() && (!kind.event_name().repeats() || *day == on)
        };
        if !kept.iter().any(is_like) {
            kept.push((kind, on));
        }
    }
    kept
}
