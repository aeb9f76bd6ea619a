//! The made-up portfolio: every case builds, the same seed gives the same cases, and the shares are those of
//! the mix.

use crate::common::portfolio::{self, Mix, Portfolio, csv, describe::Described};
use poortwachter::Day;
use poortwachter::{
    Adviser, Case, DeviationReason, Duty, EventKind, InterviewRhythm, Joins, Leave, PlanItem,
    Regime, ReportPart, Role, SecondTrackEnd, SecondTrackPhase, Spell,
};

fn day(y: i32, m: u8, d: u8) -> Day {
    Day::new(y, m, d)
}

fn made_up(seed: u64, cases: usize, mix: Mix) -> Portfolio {
    Portfolio { seed, cases, as_of: day(2026, 7, 1), mix }
}

/// FNV-1a over the lines.
fn digest(cases: impl Iterator<Item = Case>) -> u64 {
    let bytes = cases.flat_map(|case| csv::line(&case).into_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn every_case_builds() {
    for (seed, as_of) in [(1, day(2026, 7, 1)), (7, day(2024, 2, 29)), (u64::MAX, day(2010, 1, 1))]
    {
        let portfolio = Portfolio { as_of, ..made_up(seed, 100_000, Mix::REALISTIC) };
        assert_eq!(portfolio.cases().count(), 100_000, "seed {seed}");
    }
    assert_eq!(made_up(3, 100_000, Mix::PLAIN).cases().count(), 100_000);
}

#[test]
fn the_same_seed_gives_the_same_cases() {
    let (small, large) = (made_up(7, 1000, Mix::default()), made_up(7, 3000, Mix::default()));
    assert_eq!(digest(small.cases()), digest(small.cases()));
    assert!(small.cases().eq(large.cases().take(1000)), "a smaller one begins a larger one");
    assert_eq!(large.case(2345), large.cases().nth(2345).expect("there are 3000"));
    assert_ne!(digest(small.cases()), digest(made_up(8, 1000, Mix::default()).cases()));
}

/// Measurements on a portfolio can only be compared while it stays the same. Change the number when the
/// generator changes on purpose, and measure again what is compared with it.
#[test]
fn the_cases_of_a_seed_stay_the_same() {
    assert_eq!(digest(made_up(7, 1000, Mix::REALISTIC).cases()), 14_923_065_510_013_998_519);
    assert_eq!(digest(made_up(7, 1000, Mix::PLAIN).cases()), 3_806_181_667_137_270_031);
}

#[test]
fn the_shares_are_those_of_the_mix() {
    for seed in [7, 8] {
        let portfolio = made_up(seed, 100_000, Mix::REALISTIC);
        let mut described = Described::new(portfolio.as_of, portfolio.mix);
        portfolio.cases().for_each(|case| described.count(&case));
        let compared: Vec<_> =
            described.shares.iter().filter_map(|share| Some((share, share.expected?))).collect();
        assert!(compared.len() > 25, "only {} shares are compared", compared.len());
        for (share, expected) in compared {
            assert!(share.of >= 200, "{}: only {} cases", share.what, share.of);
            // Five standard deviations: one seed in a hundred thousand would fail by chance.
            let tolerance = 5.0 * (expected * (1.0 - expected) / share.of as f64).sqrt();
            let off = (share.realised() - expected).abs();
            assert!(
                off <= tolerance,
                "seed {seed}, {}: {:.4} of {} instead of {expected:.4} within {tolerance:.4}",
                share.what,
                share.realised(),
                share.of
            );
        }
    }
}

/// The published figures that the curve of ages was drawn through.
#[test]
fn the_curve_gives_the_published_figures() {
    let curve = portfolio::values::STILL_SICK;
    let at = |week: f64| {
        let point = curve.iter().find(|(at, _)| *at == week).expect("a point of the curve");
        point.1
    };
    assert_eq!(at(6.0), 0.11, "ArboNed: 11% last longer than six weeks");
    let days = |from: f64, to: f64| -> f64 {
        let pairs = curve.windows(2).filter(|pair| from <= pair[0].0 && pair[1].0 <= to);
        pairs.map(|pair| (pair[1].0 - pair[0].0) * (pair[0].1 + pair[1].1) / 2.0).sum()
    };
    let long = 6.0 * at(6.0) + days(6.0, 104.0);
    let share = long / days(0.0, 104.0);
    assert!((0.75..0.77).contains(&share), "ArboNed: 76% of the days are theirs, not {share}");
    let week_42 = at(26.0) + (at(52.0) - at(26.0)) * (42.0 - 26.0) / (52.0 - 26.0);
    let claims = at(104.0) / week_42;
    assert!((0.22..0.28).contains(&claims), "UWV: a quarter claims, not {claims}");
}

#[test]
fn facts_are_known_on_the_day_of_the_file() {
    let portfolio = made_up(11, 20_000, Mix::REALISTIC);
    let (mut planned, mut ends) = (0, 0);
    for case in portfolio.cases() {
        let known = |on: Day| on <= portfolio.as_of;
        assert!(case.spells().iter().all(|s| known(s.last_day().unwrap_or(s.first_day()))));
        assert!(case.events().iter().all(|event| known(event.on())), "{case:?}");
        assert!(case.leave().iter().all(|l| l.decided().is_none_or(|(_, on)| known(on))));
        planned += usize::from(case.leave().iter().any(|leave| !known(leave.first_day())));
        ends += usize::from(case.employment_last_day().is_some_and(|on| !known(on)));
    }
    assert!(planned > 50 && ends > 300, "{planned} planned leaves, {ends} ends to come");
}

#[test]
fn plain_cases_have_a_first_sick_day_and_nothing_else() {
    let portfolio = made_up(5, 20_000, Mix::PLAIN);
    let first_days: Vec<_> = portfolio
        .cases()
        .map(|case| {
            assert_eq!((case.regime(), case.spells().len()), (Regime::Employer, 1));
            assert!(case.spells()[0].last_day().is_none());
            assert!(case.events().is_empty() && case.leave().is_empty());
            assert!(case.state_pension_day().is_none() && case.employment_last_day().is_none());
            case.spells()[0].first_day()
        })
        .collect();
    // 1095 days, the as-of day among them.
    assert_eq!(first_days.iter().min(), Some(&day(2023, 7, 3)));
    assert_eq!(first_days.iter().max(), Some(&day(2026, 7, 1)));
}

#[test]
fn a_line_of_csv_holds_everything() {
    let case = Case::builder()
        .id("C-0000017")
        .regime(Regime::OwnRiskCarrier)
        .interviews(InterviewRhythm::FixedGrid)
        .add_spell(Spell::new(day(2025, 1, 6), Some(day(2025, 2, 2))).left_out_of_dismissal_ban())
        .sick_since(day(2025, 2, 10))
        .leave(day(2025, 6, 2), day(2025, 9, 21))
        .add_leave(
            Leave::new(day(2026, 8, 3), day(2026, 11, 22))
                .joining(Joins::No, Some((Role::Uwv, day(2026, 11, 23)))),
        )
        .state_pension_day(day(2051, 3, 1))
        .employment_last_day(day(2025, 12, 31))
        .met(Duty::PROBLEM_ANALYSIS, day(2025, 2, 20))
        .event(EventKind::PlanHolds(PlanItem::Vision), day(2025, 3, 3))
        .event(
            EventKind::AgreedDeviation {
                duty: Duty::PLAN_OF_ACTION,
                until: day(2025, 4, 1),
                reason: DeviationReason::PartyAbsent,
            },
            day(2025, 3, 4),
        )
        .event(EventKind::SecondTrackAdvised { by: Adviser::LabourExpert }, day(2026, 3, 2))
        .event(EventKind::SecondTrackPhase(SecondTrackPhase::ApplicationSkills), day(2026, 4, 1))
        .event(EventKind::SecondTrackEnded { why: SecondTrackEnd::Placed }, day(2026, 5, 1))
        .event(EventKind::ReportHolds(ReportPart::K), day(2027, 1, 4))
        .event(EventKind::WageSanction { weeks: Some(26) }, day(2027, 3, 1))
        .event(EventKind::VoluntaryExtension { until: day(2028, 6, 30) }, day(2027, 5, 1))
        .build()
        .expect("a case");
    let cells = [
        "C-0000017",
        "own-risk-carrier",
        "2025-01-06/2025-02-02 counts_for_dismissal_ban=false;2025-02-10/",
        "2025-06-02/2025-09-21;2026-08-03/2026-11-22 joins=no decided_by=uwv decided_on=2026-11-23",
        "2025-02-20 problem-analysis;2025-03-03 plan-holds item=vision;2025-03-04 agreed-deviation \
         duty=plan-of-action until=2025-04-01 reason=party-absent;2026-03-02 second-track-advised \
         by=labour-expert;2026-04-01 second-track-phase phase=application-skills;2026-05-01 \
         second-track-ended reason=placed;2027-01-04 report-holds part=k;2027-03-01 wage-sanction \
         weeks=26;2027-05-01 voluntary-extension until=2028-06-30",
        "2051-03-01",
        "2025-12-31",
        "fixed-grid",
        "",
    ];
    assert_eq!(csv::line(&case), cells.join(","));
    assert_eq!(csv::plain_line(&case), "C-0000017,2025-01-06");
    assert_eq!(csv::HEADER.split(',').count(), cells.len());
}

#[cfg(feature = "serde")]
#[test]
fn every_case_survives_json() {
    for case in made_up(13, 5000, Mix::REALISTIC).cases() {
        let json = serde_json::to_string(&case).expect("a case has a wire form");
        assert_eq!(serde_json::from_str::<Case>(&json).expect("and is read from it"), case);
    }
}
