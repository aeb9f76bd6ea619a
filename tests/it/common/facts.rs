//! Random facts, written once and read by the crate and by the oracle.

use crate::common::counted_if;
use crate::common::{date, in_days};
use crate::oracle;
use poortwachter::Day;
use poortwachter::law::Decision;
use poortwachter::{
    Case, CaseError, DeviationReason, Duty, Entitlement, EventKind, EventName, InterviewRhythm,
    Joins, Leave, Role, Spell, WageTerms,
};
use proptest::prelude::*;
use proptest::sample::select;

/// Facts as days from the first sick day.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub first: Day,
    /// Days sick, then days recovered before the next spell; the last spell may go on.
    pub spells: Vec<(u64, u64, bool)>,
    pub goes_on: bool,
    /// Start, length, joins, decided on.
    pub leave: Vec<(i64, u64, Joins, Option<i64>)>,
    pub state_pension: Option<i64>,
    pub employment_end: Option<u64>,
    pub fixed_grid: bool,
    pub entitled: Option<Entitlement>,
    pub wage_terms: WageTerms,
    pub events: Vec<(u64, Happening)>,
}

/// An event, with days counted from the first sick day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Happening {
    Met(Duty),
    Plain(EventKind),
    Extension(u64),
    Completion(u64),
    Deviation(Duty, u64),
}

fn first_day() -> impl Strategy<Value = Day> {
    let day = |y: i32, m, d| Day::new(y, m, d);
    let around = move |from: Day, to: Day| {
        let days = to.days_since(from).unsigned_abs();
        (0..days).prop_map(move |n| from + in_days(n))
    };
    prop_oneof![
        3 => around(day(2004, 1, 1), day(2200, 1, 1)),
        3 => around(day(2004, 1, 1), day(2017, 1, 1)),
        1 => around(day(2007, 11, 1), day(2008, 11, 15)),
        2 => around(day(2009, 6, 1), day(2012, 9, 1)),
        1 => around(day(2013, 6, 1), day(2016, 3, 1)),
        2 => around(day(2022, 1, 1), day(2026, 12, 31)),
    ]
}

fn spell() -> impl Strategy<Value = (u64, u64, bool)> {
    let sick = prop_oneof![1_u64..40, 40_u64..400, 400_u64..900];
    // None at all: a spell in two records.
    let gap = prop_oneof![5 => 2_u64..60, 5 => 25_u64..31, 1 => Just(0)];
    (sick, gap, prop::bool::weighted(0.85))
}

fn leave() -> impl Strategy<Value = (i64, u64, Joins, Option<i64>)> {
    let joins = select(&[Joins::Yes, Joins::Yes, Joins::Yes, Joins::No, Joins::Unknown][..]);
    (-60_i64..900, 1_u64..160, joins, prop::option::of(0_i64..1000))
}

fn happening() -> impl Strategy<Value = (u64, Happening)> {
    const DUTIES: &[(Duty, u64, u64)] = &[
        (Duty::SICKNESS_REPORT, 0, 20),
        (Duty::PROBLEM_ANALYSIS, 10, 90),
        (Duty::PLAN_OF_ACTION, 20, 130),
        (Duty::UWV_SICKNESS_REPORT, 60, 620),
        (Duty::FIRST_YEAR_EVALUATION, 280, 450),
        (Duty::SECOND_TRACK_START, 40, 600),
        (Duty::WIA_NOTICE, 580, 680),
        (Duty::CURRENT_OPINION, 590, 660),
        (Duty::FINAL_EVALUATION, 590, 660),
        (Duty::REINTEGRATION_REPORT, 20, 680),
        (Duty::WIA_CLAIM, 590, 800),
        (Duty::WAGE_SANCTION_DECISION, 620, 800),
        (Duty::WIA_DECISION, 640, 900),
        (Duty::END_OF_EMPLOYMENT_REPORT, 0, 900),
        (Duty::ENTITLEMENT_REPORT, 0, 120),
        (Duty::RECOVERY_REPORT, 0, 900),
        (Duty::REPORT_SUPPLEMENT, 600, 900),
        (Duty::REPORT_COMPLETION, 600, 900),
        (Duty::DECISION_ON_OBJECTION, 700, 1200),
    ];
    const PLAIN: &[(EventKind, u64, u64)] = &[
        (EventKind::Interview, 40, 800),
        (EventKind::LongAbsenceForeseen, 0, 160),
        (EventKind::NoPossibilities, 0, 300),
        (EventKind::NoPossibilities, 0, 500),
        (EventKind::PossibilitiesReturned, 0, 500),
        (EventKind::PartlyAbleToWork, 0, 500),
        (EventKind::AdjustmentAdvised, 20, 700),
        (EventKind::PlanAdjusted, 20, 700),
        (EventKind::RecoveryTold, 0, 900),
        (EventKind::SupplementAsked, 600, 900),
        (EventKind::OwnEmployerPerspective, 200, 520),
        (EventKind::WiaNoticeReceived, 580, 700),
        (EventKind::OutsideExpertAsked, 600, 800),
        (EventKind::EarlyIvaClaim, 0, 560),
        (EventKind::EarlyIvaRefused, 20, 700),
        (EventKind::WageSanction { weeks: None }, 640, 780),
        (EventKind::WageSanction { weeks: Some(26) }, 640, 780),
        (EventKind::RepairNotified, 700, 1100),
        (EventKind::RepairRefused, 700, 1100),
        (EventKind::RepairEstablished, 700, 1100),
        (EventKind::WiaGranted, 60, 1000),
        (EventKind::Deceased, 60, 1000),
        (EventKind::ObjectionMade { to: None }, 640, 1100),
        (EventKind::ObjectionMade { to: Some(Decision::WageSanction) }, 640, 1100),
        (EventKind::ObjectionMade { to: Some(Decision::WiaDecision) }, 640, 1100),
        (EventKind::NoticeOfDefault, 640, 1200),
        (EventKind::DismissalPermitGiven, 660, 900),
        (EventKind::DismissalNoticeGiven, 700, 960),
        (EventKind::TransitionPaymentMade, 700, 1100),
        (EventKind::CompensationRequested, 700, 1200),
    ];
    const OPEN_TO_DEVIATION: &[Duty] = &[
        Duty::PROBLEM_ANALYSIS,
        Duty::PLAN_OF_ACTION,
        Duty::PLAN_ADJUSTMENT,
        Duty::FIRST_YEAR_EVALUATION,
    ];
    prop_oneof![
        12 => select(DUTIES).prop_flat_map(|(duty, from, to)| {
            (from..to).prop_map(move |on| (on, Happening::Met(duty)))
        }),
        10 => select(PLAIN).prop_flat_map(|(kind, from, to)| {
            (from..to).prop_map(move |on| (on, Happening::Plain(kind)))
        }),
        1 => (400_u64..750, 1_u64..600).prop_map(|(on, days)| (on, Happening::Extension(days))),
        1 => (600_u64..900, 0_u64..60).prop_map(|(on, days)| (on, Happening::Completion(days))),
        1 => (select(OPEN_TO_DEVIATION), 0_u64..400, 0_u64..90)
            .prop_map(|(duty, on, days)| (on, Happening::Deviation(duty, days))),
    ]
}

/// Random facts. Not all of them are valid; [`Recorded::case`] says so.
pub fn recorded() -> impl Strategy<Value = Recorded> {
    let contract = (
        prop_oneof![3 => Just(None), 1 => (-400_i64..1200).prop_map(Some)],
        prop_oneof![4 => Just(None), 1 => (0_u64..1200).prop_map(Some)],
        prop::bool::weighted(0.2),
        prop_oneof![3 => Just(None), 2 => select(Entitlement::ALL).prop_map(Some)],
        prop_oneof![9 => Just(WageTerms::Usual), 1 => select(WageTerms::ALL)],
    );
    let absences = (
        prop::collection::vec(spell(), 1..=4),
        prop::bool::weighted(0.75),
        prop::collection::vec(leave(), 0..=2),
    );
    let events = prop_oneof![
        1 => Just(Vec::new()),
        3 => prop::collection::vec(happening(), 0..10),
    ];
    (first_day(), absences, contract, events).prop_map(|(first, absences, contract, events)| {
        let (spells, goes_on, leave) = absences;
        let (state_pension, employment_end, fixed_grid, entitled, wage_terms) = contract;
        Recorded {
            first,
            spells,
            goes_on,
            leave,
            state_pension,
            employment_end,
            fixed_grid,
            entitled,
            wage_terms,
            events: once_each(events),
        }
    })
}

/// Drops the second of what can happen only once.
fn once_each(events: Vec<(u64, Happening)>) -> Vec<(u64, Happening)> {
    let same = |a: &Happening, b: &Happening| match (a, b) {
        (Happening::Met(a), Happening::Met(b)) => a == b && !EventName::from(*a).repeats(),
        (Happening::Deviation(a, _), Happening::Deviation(b, _)) => a == b,
        (Happening::Plain(a), Happening::Plain(b)) => a.id() == b.id() && !a.event_name().repeats(),
        _ => false,
    };
    let mut kept: Vec<(u64, Happening)> = Vec::new();
    for (on, happening) in events {
        if !kept.iter().any(|(_, earlier)| same(earlier, &happening)) {
            kept.push((on, happening));
        }
    }
    kept
}

impl Recorded {
    fn day(&self, n: i64) -> Day {
        let days = in_days(n.unsigned_abs());
        if n < 0 { self.first - days } else { self.first + days }
    }

    fn after(&self, n: u64) -> Day {
        self.first + in_days(n)
    }

    /// First and last day of every spell.
    fn spell_days(&self) -> Vec<(Day, Option<Day>, bool)> {
        let mut first = self.first;
        let mut days = Vec::new();
        for (i, (sick, gap, counts)) in self.spells.iter().enumerate() {
            let last = first + in_days(sick - 1);
            let open = self.goes_on && i + 1 == self.spells.len();
            days.push((first, (!open).then_some(last), *counts));
            first = last + in_days(gap + 1);
        }
        days
    }

    /// Through the crate's door.
    pub fn case(&self) -> Result<Case, CaseError> {
        let mut builder = Case::builder().id("random");
        for (first, last, counts) in self.spell_days() {
            builder = builder.add_spell(counted_if(counts, Spell::new(first, last)));
        }
        for (start, days, joins, decided) in &self.leave {
            let first = self.day(*start);
            let decided = decided.map(|on| (Role::Uwv, self.day(on)));
            builder = builder
                .add_leave(Leave::new(first, first + in_days(days - 1)).joining(*joins, decided));
        }
        if let Some(day) = self.state_pension {
            builder = builder.state_pension_day(self.day(day));
        }
        if let Some(day) = self.employment_end {
            builder = builder.employment_last_day(self.after(day));
        }
        if let Some(entitled) = self.entitled {
            builder = builder.sickness_benefit_entitlement(entitled);
        }
        builder = builder.wage_terms(self.wage_terms);
        if self.fixed_grid {
            builder = builder.interviews(InterviewRhythm::FixedGrid);
        }
        for (on, happening) in &self.events {
            let kind = match *happening {
                Happening::Met(duty) => EventKind::Met(duty),
                Happening::Plain(kind) => kind,
                Happening::Extension(days) => {
                    EventKind::VoluntaryExtension { until: self.after(on + days) }
                }
                Happening::Completion(days) => {
                    EventKind::CompletionAsked { until: self.after(on + days) }
                }
                Happening::Deviation(duty, days) => EventKind::AgreedDeviation {
                    duty,
                    until: self.after(on + days),
                    reason: DeviationReason::PartyAbsent,
                },
            };
            builder = builder.event(kind, self.after(*on));
        }
        builder.build()
    }

    /// The same facts for the oracle.
    pub fn facts(&self) -> oracle::Facts {
        use oracle::What;
        let events = self.events.iter().map(|(on, happening)| {
            let what = match *happening {
                Happening::Met(duty) => What::Met(duty.id()),
                Happening::Plain(kind) => match kind {
                    EventKind::Interview => What::Interview,
                    EventKind::LongAbsenceForeseen => What::LongAbsenceForeseen,
                    EventKind::NoPossibilities => What::NoPossibilities,
                    EventKind::PossibilitiesReturned => What::PossibilitiesReturned,
                    EventKind::PartlyAbleToWork => What::PartlyAbleToWork,
                    EventKind::AdjustmentAdvised => What::AdjustmentAdvised,
                    EventKind::PlanAdjusted => What::PlanAdjusted,
                    EventKind::RecoveryTold => What::RecoveryTold,
                    EventKind::SupplementAsked => What::SupplementAsked,
                    EventKind::OwnEmployerPerspective => What::OwnEmployerPerspective,
                    EventKind::WiaNoticeReceived => What::NoticeReceived,
                    EventKind::OutsideExpertAsked => What::OutsideExpertAsked,
                    EventKind::EarlyIvaClaim => What::EarlyIvaClaim,
                    EventKind::EarlyIvaRefused => What::EarlyIvaRefused,
                    EventKind::WageSanction { weeks } => {
                        What::WageSanction { weeks: weeks.map_or(52, u32::from) }
                    }
                    EventKind::RepairNotified => What::RepairNotified,
                    EventKind::RepairRefused => What::RepairRefused,
                    EventKind::RepairEstablished => What::RepairEstablished,
                    EventKind::WiaGranted => What::WiaGranted,
                    EventKind::Deceased => What::Deceased,
                    EventKind::ObjectionMade { to } => {
                        What::ObjectionMade { to: to.map(Decision::id) }
                    }
                    EventKind::NoticeOfDefault => What::NoticeOfDefault,
                    EventKind::DismissalPermitGiven => What::DismissalPermitGiven,
                    EventKind::DismissalNoticeGiven => What::DismissalNoticeGiven,
                    EventKind::TransitionPaymentMade => What::TransitionPaymentMade,
                    EventKind::CompensationRequested => What::CompensationRequested,
                    other => unreachable!("{other:?} is made elsewhere"),
                },
                Happening::Extension(days) => {
                    What::VoluntaryExtension { until: date(self.after(on + days)) }
                }
                Happening::Completion(days) => {
                    What::CompletionAsked { until: date(self.after(on + days)) }
                }
                Happening::Deviation(duty, days) => {
                    What::AgreedDeviation { duty: duty.id(), until: date(self.after(on + days)) }
                }
            };
            oracle::Event { on: date(self.after(*on)), what }
        });
        oracle::Facts {
            spells: self
                .spell_days()
                .into_iter()
                .map(|(first, last, counts_for_ban)| oracle::Spell {
                    first: date(first),
                    last: last.map(date),
                    counts_for_ban,
                })
                .collect(),
            leave: self
                .leave
                .iter()
                .map(|(start, days, joins, decided)| {
                    let first = self.day(*start);
                    oracle::Leave {
                        first: date(first),
                        last: date(first + in_days(days - 1)),
                        joins: match joins {
                            Joins::No => oracle::Joins::No,
                            Joins::Unknown => oracle::Joins::Unknown,
                            _ => oracle::Joins::Yes,
                        },
                        decided_on: decided.map(|on| date(self.day(on))),
                    }
                })
                .collect(),
            state_pension_day: self.state_pension.map(|day| date(self.day(day))),
            employment_last_day: self.employment_end.map(|day| date(self.after(day))),
            fixed_grid: self.fixed_grid,
            entitled: self.entitled.map(|entitled| match entitled {
                Entitlement::Yes => oracle::Entitled::Yes,
                Entitlement::No => oracle::Entitled::No,
                _ => oracle::Entitled::Unknown,
            }),
            is_domestic: self.wage_terms.is_domestic(),
            has_waiting_days: self.wage_terms.has_waiting_days(),
            events: events.collect(),
        }
    }
}
