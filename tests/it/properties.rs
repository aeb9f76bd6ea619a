//! Laws of the domain, over random cases.

use crate::common::in_days;
use poortwachter::Day;
use poortwachter::law::ClockKind;
use poortwachter::{
    Case, CaseBuilder, Duty, EventKind, Standing, State, Status, Timeline, calendar,
};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

/// First sick days under one version of every rule, so that no change of the law interferes.
fn under_present_law() -> impl Strategy<Value = Day> {
    (0_u64..50_000).prop_map(|n| day(2023, 7, 1) + in_days(n))
}

const CLOCKS: [ClockKind; 4] =
    [ClockKind::WaitingPeriod, ClockKind::Notification, ClockKind::Wages, ClockKind::DismissalBan];

/// Sick and recovered days in turn, the last spell going on.
fn interrupted(first: Day, spells: &[(u64, u64)]) -> CaseBuilder {
    let mut builder = Case::builder();
    let mut start = first;
    for (sick, recovered) in spells {
        let last = start + in_days(sick - 1);
        builder = builder.sick(start, last);
        start = last + in_days(recovered + 1);
    }
    builder.sick_since(start)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn counted_day_and_date_are_inverse_and_strictly_monotone(
        first in under_present_law(),
        spells in prop::collection::vec((1_u64..200, 2_u64..27), 0..4),
        leave in prop::option::of((0_u64..300, 1_u64..130)),
    ) {
        let mut builder = interrupted(first, &spells);
        if let Some((start, days)) = leave {
            let start = first + in_days(start);
            builder = builder.leave(start, start + in_days(days - 1));
        }
        let case = builder.build().expect("valid");
        let timeline = Timeline::new(&case);
        let view = timeline.view(first + 3_000);
        for clock in CLOCKS {
            let mut previous = None;
            for k in 1..1_000 {
                let date = view.date_of(clock, k).expect("the sickness goes on");
                prop_assert!(previous < Some(date), "{clock:?}: S({k}) does not come after S({})", k - 1);
                prop_assert_eq!(view.counted_through(clock, date), k);
                previous = Some(date);
            }
            prop_assert_eq!(view.date_of(clock, 0), None);
        }
        prop_assert_eq!(view.date_of(ClockKind::WaitingPeriod, 1), Some(view.first_sick_day()));
    }

    #[test]
    fn recovered_days_push_every_later_day_or_start_a_new_case(
        first in under_present_law(),
        sick in 1_u64..700,
        recovered in prop_oneof![2_u64..60, 26_u64..30],
    ) {
        let through = Case::builder().sick_since(first).build().expect("valid");
        let through = Timeline::new(&through);
        let gap = interrupted(first, &[(sick, recovered)]).build().expect("valid");
        let gap = Timeline::new(&gap);
        let last_before = first + in_days(sick - 1);
        let late = first + 2_500;
        let (plain, moved) = (through.view(late), gap.view(late));
        let relapse = first + in_days(sick + recovered);
        if recovered >= 28 {
            prop_assert_eq!(moved.first_sick_day(), relapse);
            let earlier: Vec<_> = moved.earlier_cases().iter().map(|case| case.last_sick_day()).collect();
            prop_assert_eq!(earlier, [last_before]);
            return Ok(());
        }
        prop_assert_eq!(moved.first_sick_day(), first);
        prop_assert!(moved.earlier_cases().is_empty());
        let pushed = |date: Day| {
            if date > last_before { date + in_days(recovered) } else { date }
        };
        for (obligation, _) in plain.obligations() {
            // Extended over weekends, so not pushed by exactly as many days.
            if obligation.duty() == Duty::WIA_DECISION {
                continue;
            }
            // Counted back from the end, which lies after every gap that still joins.
            let from_the_end = [
                Duty::REINTEGRATION_REPORT,
                Duty::WIA_CLAIM,
                Duty::WAGE_SANCTION_DECISION,
            ]
            .contains(&obligation.duty());
            let expected = obligation.due().map(|due| {
                if from_the_end { due + in_days(recovered) } else { pushed(due) }
            });
            let (_, twin) = gap_twin(&moved, obligation.duty(), obligation.number());
            prop_assert_eq!(expected, twin, "{:?}", obligation.duty());
        }
        let milestones = |view: &poortwachter::View<'_>| [
            view.minimum_wage_floor_last_day(),
            view.waiting_period_last_day(),
            view.wages_last_day(),
            view.dismissal_ban_last_day(),
            view.early_iva_last_day(),
        ];
        prop_assert_eq!(milestones(&plain).map(|date| date.map(pushed)), milestones(&moved));
    }

    #[test]
    fn a_week_later_is_a_week_later(
        // No change of the law and no decree on equated days in between.
        first in (0_u64..55_000).prop_map(|n| day(2029, 1, 1) + in_days(n)),
        spells in prop::collection::vec((1_u64..200, 2_u64..27), 0..3),
        met in prop::collection::vec((select(&[
            (Duty::PROBLEM_ANALYSIS, 30_u64),
            (Duty::PLAN_OF_ACTION, 50),
            (Duty::FIRST_YEAR_EVALUATION, 355),
            (Duty::WIA_CLAIM, 640),
        ][..]), 0_u64..40), 0..4),
    ) {
        let mut once: BTreeMap<Duty, u64> = BTreeMap::new();
        for ((duty, from), days) in met {
            once.entry(duty).or_insert(from + days);
        }
        let build = |first: Day| {
            let mut builder = interrupted(first, &spells);
            for (duty, on) in &once {
                builder = builder.met(*duty, first + in_days(*on));
            }
            Timeline::new(&builder.build().expect("valid"))
        };
        let (now, later) = (build(first), build(first + 7));
        prop_assert_eq!(now.obligations().len(), later.obligations().len());
        for obligation in now.obligations() {
            let view = later.view(first + 3_000);
            let (twin, _) = gap_twin(&view, obligation.duty(), obligation.number());
            let twin = twin.expect("the same duty");
            let pairs = [
                (obligation.opens(), twin.opens()),
                (obligation.advised(), twin.advised()),
                (obligation.due(), twin.due()),
                (obligation.tolerated(), twin.tolerated()),
            ];
            for (this, that) in pairs {
                let touched = this.into_iter().chain(that).any(near_a_holiday);
                // A calendar year is not a whole number of weeks.
                let by_years = obligation.duty() == Duty::FIRST_YEAR_EVALUATION
                    && this == obligation.tolerated();
                if !touched && !by_years {
                    prop_assert_eq!(this.map(|date| date + 7), that, "{:?}", obligation.duty());
                }
            }
        }
    }

    #[test]
    fn statuses_only_move_forward(
        first in under_present_law(),
        recovered in prop::option::of(1_u64..900),
        analysis in prop::option::of(1_u64..100),
        lead in 0_u16..60,
    ) {
        let mut builder = match recovered {
            Some(days) => Case::builder().sick(first, first + in_days(days - 1)),
            None => Case::builder().sick_since(first),
        };
        if let Some(days) = analysis {
            builder = builder.met(Duty::PROBLEM_ANALYSIS, first + in_days(days));
        }
        let timeline = Timeline::new(&builder.build().expect("valid"));
        let facts: Vec<Day> = [recovered.map(|days| days - 1), analysis]
            .into_iter()
            .flatten()
            .map(|days| first + in_days(days))
            .collect();
        let mut ranks: BTreeMap<(Duty, u16), (u8, Day)> = BTreeMap::new();
        for n in 0..1_200 {
            let on = first + in_days(n);
            let view = timeline.view_with_lead(on, lead);
            let learnt = facts.contains(&on);
            for (obligation, status) in view.obligations() {
                let key = (obligation.duty(), obligation.number());
                let rank = rank(status);
                // A new fact may change the plans; between facts time only runs one way.
                if let Some((before, since)) = ranks.get(&key).filter(|_| !learnt) {
                    prop_assert!(
                        *before <= rank,
                        "{key:?} went back to {status:?} on {on}, was {before} on {since}"
                    );
                }
                ranks.insert(key, (rank, on));
            }
        }
    }

    /// Every six weeks after the plan of action, and none of them before it (RP art. 4(2)).
    #[test]
    fn interviews_wait_for_what_they_are_counted_from(
        first in under_present_law(),
        spells in prop::collection::vec((1_u64..200, 2_u64..27), 0..3),
        planned in prop::option::of(40_u64..90),
        held in prop::collection::btree_set(95_u64..600, 0..4),
        on_a_grid in any::<bool>(),
    ) {
        let mut builder = interrupted(first, &spells);
        if on_a_grid {
            builder = builder.interviews(poortwachter::InterviewRhythm::FixedGrid);
        }
        if let Some(after) = planned {
            builder = builder.met(Duty::PLAN_OF_ACTION, first + in_days(after));
            for after in &held {
                builder = builder.event(EventKind::Interview, first + in_days(*after));
            }
        }
        let timeline = Timeline::new(&builder.build().expect("valid"));
        let mut before: Option<&poortwachter::Obligation> = None;
        let interviews = timeline.obligations().iter().filter(|o| o.duty() == Duty::PROGRESS_INTERVIEW);
        for (interview, number) in interviews.zip(1..) {
            prop_assert_eq!(interview.number(), number);
            let waits = match before {
                _ if planned.is_none() && (number == 1 || on_a_grid) => Some(Duty::PLAN_OF_ACTION),
                Some(before) if !on_a_grid && before.met().is_none() => Some(Duty::PROGRESS_INTERVIEW),
                _ => None,
            };
            let is_met_in_time = interview.met().is_some_and(|met| Some(met) <= interview.due());
            let expected = match waits {
                Some(duty) if !is_met_in_time => Standing::WaitingFor(duty),
                _ => Standing::Stands,
            };
            prop_assert_eq!(interview.standing(), expected, "interview {}", number);
            before = Some(interview);
        }
        prop_assert!(before.is_some());
    }

    #[test]
    fn a_case_is_sick_then_recovered_then_closed(
        first in under_present_law(),
        sick in 1_u64..800,
    ) {
        let last = first + in_days(sick - 1);
        let timeline = Timeline::new(&Case::builder().sick(first, last).build().expect("valid"));
        let state = |on: Day| timeline.view(on).state();
        prop_assert_eq!(state(first - 1), State::NotYetSick);
        prop_assert_eq!(state(last), State::Sick);
        let relapse_joins_through = last + 28;
        prop_assert_eq!(state(last + 1), State::Recovered { relapse_joins_through });
        prop_assert_eq!(state(relapse_joins_through), State::Recovered { relapse_joins_through });
        prop_assert_eq!(state(last + 29), State::Closed);
        let joined = Case::builder().sick(first, last).sick_since(relapse_joins_through);
        let apart = Case::builder().sick(first, last).sick_since(last + 29);
        let first_of = |builder: CaseBuilder| {
            Timeline::new(&builder.build().expect("valid")).view(day(2299, 1, 1)).first_sick_day()
        };
        prop_assert_eq!(first_of(joined), first);
        prop_assert_eq!(first_of(apart), last + 29);
    }
}

/// How far a status has come. Waiting and pausing stand before whatever follows them.
fn rank(status: Status) -> u8 {
    match status {
        Status::WaitingFor(_) | Status::Paused => 0,
        Status::NotYetOpen => 1,
        Status::Open => 2,
        Status::DueSoon { .. } => 3,
        Status::DueToday => 4,
        Status::Overdue { .. } => 5,
        _ => 6,
    }
}

fn gap_twin<'v>(
    view: &'v poortwachter::View<'_>,
    duty: Duty,
    number: u16,
) -> (Option<&'v poortwachter::Obligation>, Option<Day>) {
    let twin = view
        .obligations()
        .map(|(obligation, _)| obligation)
        .find(|obligation| obligation.duty() == duty && obligation.number() == number);
    (twin, twin.and_then(|obligation| obligation.due()))
}

/// Whether a public holiday on a weekday lies so near that it may have moved the date.
fn near_a_holiday(date: Day) -> bool {
    (0..=20).any(|n| {
        let near = date - 10 + in_days(n);
        let weekend = near.weekday() >= 5;
        !weekend && !calendar::is_working_day(near)
    })
}
