//! What a portfolio has ahead. Every date below was counted by hand.

use crate::common::facts;
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::horizon::{Horizon, OtherDays, PointKind};
use poortwachter::{Actor, Case, Duty, EventKind, Regime, Status, Timeline};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

fn horizon(cases: &[Case], on: Day, days: u16) -> Horizon {
    let mut horizon = Horizon::new(on, days);
    for (position, case) in (0..).zip(cases) {
        horizon.add(position, &Timeline::new(case).view(on));
    }
    horizon
}

fn since(first: Day) -> Case {
    Case::builder().sick_since(first).build().expect("valid")
}

#[test]
fn per_day_duty_and_actor() {
    // Reported, analysed: what is left in February is the plan, 12 + 14 days.
    let analysed = Case::builder()
        .sick_since(day(2026, 1, 5))
        .met(Duty::SICKNESS_REPORT, day(2026, 1, 6))
        .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 12))
        .build()
        .expect("valid");
    // Nothing recorded: the report is overdue, the analysis due on 16 February, the plan waits for it.
    let horizon = horizon(&[analysed, since(day(2026, 1, 5))], day(2026, 2, 13), 20);
    assert_eq!(horizon.cases(), 2);
    assert_eq!((horizon.on(), horizon.last_day()), (day(2026, 2, 13), day(2026, 3, 5)));
    let due: Vec<_> = horizon.due().collect();
    assert_eq!(
        due,
        [
            (day(2026, 2, 16), Duty::PROBLEM_ANALYSIS, 1),
            (day(2026, 2, 26), Duty::PLAN_OF_ACTION, 1),
        ]
    );
    let per_duty: Vec<_> = horizon.per_duty().collect();
    assert_eq!(per_duty, [(Duty::PROBLEM_ANALYSIS, 1), (Duty::PLAN_OF_ACTION, 1)]);
    assert_eq!(horizon.per_actor().collect::<Vec<_>>(), [(Actor::Employer, 2)]);
    assert_eq!(horizon.overdue().collect::<Vec<_>>(), [(Duty::SICKNESS_REPORT, 1)]);
    assert_eq!(horizon.overdue_per_actor().collect::<Vec<_>>(), [(Actor::Employer, 1)]);
    assert_eq!((horizon.total(), horizon.overdue_total()), (2, 1));
    let per_day: Vec<_> = horizon.per_day().collect();
    assert_eq!(per_day.len(), 21);
    assert_eq!(per_day[3], (day(2026, 2, 16), 1));
    assert_eq!(per_day.iter().map(|(_, count)| count).sum::<u64>(), 2);
}

#[test]
fn the_first_and_the_last_day_count() {
    let cases = [since(day(2026, 1, 5))];
    let analyses = |on, days| {
        let horizon = horizon(&cases, on, days);
        horizon.per_duty().filter(|(duty, _)| *duty == Duty::PROBLEM_ANALYSIS).count()
    };
    assert_eq!(analyses(day(2026, 2, 16), 0), 1, "due today");
    assert_eq!(analyses(day(2026, 2, 6), 10), 1, "due on the last day");
    assert_eq!(analyses(day(2026, 2, 6), 9), 0, "due the day after the last");
    assert_eq!(analyses(day(2026, 2, 17), 10), 0, "overdue");
}

#[test]
fn points_of_no_return() {
    // 42 weeks: due Saturday 24 October 2026 (day 295), accepted on the Monday after it.
    let report = since(day(2026, 1, 3));
    let horizon_42 = horizon(&[report], day(2026, 10, 20), 14);
    let [point] = &horizon_42.points()[..] else { panic!("{:?}", horizon_42.points()) };
    assert_eq!((point.kind(), point.position()), (PointKind::SicknessReport, 0));
    assert_eq!(point.last_day(), day(2026, 10, 26));
    assert_eq!(point.days_left(horizon_42.on()), 6);
    assert_eq!(point.source().citation.to_string(), "ZW art. 38(3)");
    // Between the due day and that Monday it is overdue, but the point is not passed.
    let overdue = horizon(&[since(day(2026, 1, 3))], day(2026, 10, 25), 14);
    assert_eq!(overdue.points().len(), 1);
    assert_eq!(horizon(&[since(day(2026, 1, 3))], day(2026, 10, 27), 14).points().len(), 0);

    // The end is 29 December 2024: report -91 = 29 September, claim -77 = 13 October.
    let claim = since(day(2023, 1, 2));
    let horizon_claim = horizon(&[claim], day(2024, 9, 20), 30);
    let points: Vec<_> = horizon_claim
        .points()
        .iter()
        .map(|point| (point.last_day(), point.kind(), point.source().citation.to_string()))
        .collect();
    assert_eq!(
        points,
        [
            (day(2024, 9, 29), PointKind::ReintegrationReport, "WIA art. 25(9)".into()),
            (day(2024, 10, 13), PointKind::WiaClaim, "BW7 art. 629(11)(a)".into()),
        ]
    );

    // The sanction can be imposed up to the end itself, though it is due six weeks before.
    let claimed = since(day(2023, 1, 2))
        .with(EventKind::Met(Duty::WIA_CLAIM), day(2024, 10, 1))
        .and_then(|case| case.with(EventKind::Met(Duty::REINTEGRATION_REPORT), day(2024, 9, 25)))
        .expect("valid");
    let horizon_end = horizon(&[claimed], day(2024, 12, 20), 30);
    let [point] = &horizon_end.points()[..] else { panic!("{:?}", horizon_end.points()) };
    assert_eq!(point.kind(), PointKind::WageSanctionDecision);
    assert_eq!((point.last_day(), point.days_left(horizon_end.on())), (day(2024, 12, 29), 9));
    assert_eq!(point.source().citation.to_string(), "WIA art. 25(11)");
}

#[test]
fn in_the_safety_net_a_late_claim_prolongs_nothing() {
    let of = |regime| {
        let builder = Case::builder().regime(regime).sick_since(day(2023, 1, 2));
        let builder = match regime {
            Regime::OwnRiskCarrier => builder.employment_last_day(day(2022, 12, 30)),
            _ => builder,
        };
        let horizon = horizon(&[builder.build().expect("valid")], day(2024, 10, 1), 30);
        let points = horizon.points();
        points.iter().map(|p| (p.kind(), p.source().citation.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(of(Regime::SafetyNet), []);
    let carrier = [(PointKind::WiaClaim, "ZW art. 29(10)(a)".to_string())];
    assert_eq!(of(Regime::OwnRiskCarrier), carrier);
}

#[test]
fn a_bounded_list_keeps_what_comes_first() {
    let cases: Vec<Case> = (0..50).rev().map(|n| since(day(2026, 1, 1) + in_days(n))).collect();
    let on = day(2026, 10, 15);
    let mut all = Horizon::new(on, 60).keeping(usize::MAX);
    let mut few = Horizon::new(on, 60).keeping(5);
    for (position, case) in (0..).zip(&cases) {
        all.add(position, &Timeline::new(case).view(on));
        few.add(position, &Timeline::new(case).view(on));
    }
    assert_eq!(few.points(), all.points()[..5]);
    assert_eq!(all.points().len(), 50);
    assert_eq!(few.points_per_kind().collect::<Vec<_>>(), [(PointKind::SicknessReport, 50)]);
}

#[test]
fn only_the_same_days_are_merged() {
    let mut horizon = Horizon::new(day(2026, 1, 1), 14);
    let on = day(2026, 1, 1);
    assert_eq!(horizon.merge(Horizon::new(day(2026, 1, 2), 14)), Err(OtherDays { on, days: 14 }));
    assert_eq!(horizon.merge(Horizon::new(on, 13)), Err(OtherDays { on, days: 14 }));
    assert_eq!(horizon.merge(Horizon::new(on, 14)), Ok(()));
}

/// Day by day and duty by duty, without the horizon's own arithmetic.
fn naive(cases: &[Case], on: Day, days: u64) -> (BTreeMap<(Day, &'static str), u64>, u64) {
    let (mut due, mut overdue) = (BTreeMap::new(), 0);
    for case in cases {
        let timeline = Timeline::new(case);
        let view = timeline.view(on);
        for (obligation, status) in view.obligations() {
            overdue += u64::from(matches!(status, Status::Overdue { .. }));
            let binds = ["open", "due-soon", "due-today", "not-yet-open"].contains(&status.id());
            for n in 0..=days {
                let date = on + in_days(n);
                if binds && obligation.due() == Some(date) {
                    *due.entry((date, obligation.duty().id())).or_default() += 1;
                }
            }
        }
    }
    (due, overdue)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn totals_are_those_of_a_naive_count(
        facts in prop::collection::vec(facts::recorded(), 0..8),
        after in 0_u64..800,
        days in 0_u16..60,
        split in 0_u64..8,
        few in 0_usize..6,
    ) {
        // All about the same time, so that something falls due.
        let first = facts.first().map_or(day(2024, 1, 1), |facts| facts.first);
        let cases: Vec<Case> = facts
            .into_iter()
            .filter_map(|facts| facts::Recorded { first, ..facts }.case().ok())
            .collect();
        let on = first + in_days(after);
        let whole = horizon(&cases, on, days).keeping(few);
        let (due, overdue) = naive(&cases, on, days.into());

        let counted: BTreeMap<_, _> =
            whole.due().map(|(date, duty, count)| ((date, duty.id()), count)).collect();
        prop_assert_eq!(&counted, &due);
        prop_assert_eq!(whole.overdue_total(), overdue);
        let total: u64 = due.values().sum();
        prop_assert_eq!(whole.total(), total);
        prop_assert_eq!(whole.per_day().map(|(_, count)| count).sum::<u64>(), total);
        prop_assert_eq!(whole.per_duty().map(|(_, count)| count).sum::<u64>(), total);
        prop_assert_eq!(whole.per_actor().map(|(_, count)| count).sum::<u64>(), total);
        let (per_duty, per_actor): (u64, u64) = (
            whole.overdue().map(|(_, count)| count).sum(),
            whole.overdue_per_actor().map(|(_, count)| count).sum(),
        );
        prop_assert_eq!((per_duty, per_actor), (overdue, overdue));

        // Two halves, fed apart and in any order, make the whole.
        let mut halves = [Horizon::new(on, days).keeping(few), Horizon::new(on, days).keeping(few)];
        for (position, case) in (0_u64..8).zip(&cases).collect::<Vec<_>>().into_iter().rev() {
            let half = usize::from(position >= split);
            halves[half].add(position, &Timeline::new(case).view(on));
        }
        let [mut one, mut other] = halves.clone();
        let [first_half, second_half] = halves;
        prop_assert_eq!(one.merge(second_half), Ok(()));
        prop_assert_eq!(other.merge(first_half), Ok(()));
        prop_assert_eq!(&one, &whole);
        prop_assert_eq!(&other, &whole);
    }
}

/// Every answer of a horizon.
fn answers(horizon: &Horizon) -> impl PartialEq + std::fmt::Debug + use<> {
    let points = horizon.points();
    let points: Vec<_> =
        points.iter().map(|p| (p.kind(), p.position(), p.last_day(), p.source())).collect();
    (
        (horizon.on(), horizon.last_day(), horizon.cases()),
        horizon.due().collect::<Vec<_>>(),
        horizon.per_actor().collect::<Vec<_>>(),
        horizon.overdue().collect::<Vec<_>>(),
        horizon.overdue_per_actor().collect::<Vec<_>>(),
        points,
        horizon.points_per_kind().collect::<Vec<_>>(),
    )
}

/// Equal when every answer is, and not when one is not: each pair below differs in little.
#[test]
fn two_horizons_are_equal_when_every_answer_is() {
    let on = day(2026, 2, 10);
    let closed = Case::builder().sick(day(2025, 1, 6), day(2025, 1, 7)).build().expect("valid");
    let sick = since(day(2026, 1, 5));
    let analysed = sick.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), on).expect("valid");
    let reported = sick.with(EventKind::Met(Duty::SICKNESS_REPORT), on).expect("valid");
    let week = day(2026, 1, 12);
    let net = Case::builder().regime(Regime::SafetyNet).sick_since(day(2026, 1, 5));
    let net = net.build().expect("valid");
    let near_42_weeks = since(on - 285);
    let near_42_weeks_too = since(on - 286);
    let files: [&[Case]; 12] = [
        &[],
        // One more case, and no other answer.
        std::slice::from_ref(&closed),
        &[closed.clone(), closed.clone()],
        std::slice::from_ref(&sick),
        &[sick.clone(), closed.clone()],
        &[closed.clone(), sick.clone()],
        std::slice::from_ref(&analysed),
        std::slice::from_ref(&reported),
        &[since(week)],
        &[net],
        // The same points at other places, and on other days.
        &[near_42_weeks.clone(), near_42_weeks_too.clone()],
        &[near_42_weeks_too, near_42_weeks],
    ];
    let mut horizons: Vec<Horizon> =
        files.iter().map(|cases| horizon(cases, on, 20).keeping(5)).collect();
    horizons.push(horizon(std::slice::from_ref(&sick), on, 21));
    horizons.push(horizon(std::slice::from_ref(&sick), on + 1, 20));
    // Which points are kept is no answer to how many there are.
    horizons.push(horizon(files[10], on, 20).keeping(0));
    horizons.push(horizon(files[10], on, 20).keeping(1));
    let mut different = 0;
    for (i, a) in horizons.iter().enumerate() {
        for (j, b) in horizons.iter().enumerate() {
            assert_eq!(a == b, answers(a) == answers(b), "{i} and {j}");
            different += usize::from(a != b);
        }
    }
    assert!(different > 200, "{different}");
}
