//! The batch says of every case what its timeline says: for random facts, for a made-up portfolio, and
//! for every first sick day on every evaluation day.

use crate::common::counted_if;
use crate::common::facts::recorded;
use crate::common::in_days;
use crate::common::portfolio::{Mix, Portfolio};
use poortwachter::batch::{
    Batch, Columns, Events, NO_DAY, Obligations, Periods, Rejected, ShapeError, Summaries, Summary,
    duty_of, event_code,
};
use poortwachter::law::{
    Bound, ClockKind, FIRST_SICK_DAY_FROM, FIRST_SICK_DAY_THROUGH, LAW, Law, Term, Version,
};
use poortwachter::{
    Case, CaseError, Day, Duty, Entitlement, EventKind, Leave, Obligation, Regime, Spell,
    StateKind, StatusKind, Timeline,
};
use proptest::prelude::*;
use proptest::sample::select;

fn day(y: i32, m: u8, d: u8) -> Day {
    Day::new(y, m, d)
}

/// The long way round.
fn seen(case: &Case, on: Day) -> Summary {
    Summary::from_view(&Timeline::new(case).view(on))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    /// Random facts on a random day: many lie in the future then.
    #[test]
    fn the_worker_says_what_the_timeline_says(recorded in recorded(), after in 0_u64..1_200) {
        let Ok(case) = recorded.case() else { return Ok(()) };
        let first = case.spells()[0].first_day();
        let batch = Batch::new(first + in_days(after));
        prop_assert_eq!(batch.worker().summary(&case), seen(&case, first + in_days(after)));
        let batch = Batch::new(first - in_days(after));
        prop_assert_eq!(batch.worker().summary(&case), seen(&case, first - in_days(after)));
    }
}

/// The rest of what can be recorded: events of the other regimes, by days from the first sick day.
fn other_events() -> impl Strategy<Value = Vec<(EventKind, u64)>> {
    let kinds = [
        (EventKind::Met(Duty::RECALIBRATION), 100_u64..800),
        (EventKind::Met(Duty::SAFETY_NET_SICKNESS_REPORT), 0..100),
        (EventKind::Met(Duty::FIRST_YEAR_ASSESSMENT), 300..500),
        (EventKind::Met(Duty::OWN_RISK_REPORT), 0..60),
        (EventKind::Met(Duty::ENTITLEMENT_REPORT), 0..60),
        (EventKind::Met(Duty::LEAVE_FOLLOW_ON_FORM), 100..800),
        (EventKind::AssessedAble, 300..600),
    ];
    let event = select(kinds.to_vec()).prop_flat_map(|(kind, days)| (Just(kind), days));
    prop::collection::vec(event, 0..3)
}

/// The facts of a case in another regime, with more of them.
fn in_regime(
    case: &Case,
    regime: Regime,
    (entitlement, since): (Option<Entitlement>, Option<u64>),
    more: &[(EventKind, u64)],
) -> Result<Case, CaseError> {
    let first = case.spells()[0].first_day();
    let mut builder = Case::builder().regime(regime).interviews(case.interviews());
    for spell in case.spells() {
        let counts = spell.counts_for_dismissal_ban();
        builder =
            builder.add_spell(counted_if(counts, Spell::new(spell.first_day(), spell.last_day())));
    }
    for leave in case.leave() {
        let (first, last) = (leave.first_day(), leave.last_day());
        builder =
            builder.add_leave(Leave::new(first, last).joining(leave.joins(), leave.decided()));
    }
    if let Some(day) = case.state_pension_day() {
        builder = builder.state_pension_day(day);
    }
    if let Some(day) = case.employment_last_day() {
        builder = builder.employment_last_day(day);
    }
    if let Some(days) = since {
        builder = builder.recorded_since(first + in_days(days));
    }
    if let Some(answer) = entitlement {
        builder = builder.sickness_benefit_entitlement(answer);
    }
    for event in case.events() {
        builder = builder.event(event.kind(), event.on());
    }
    for (kind, days) in more {
        builder = builder.event(*kind, first + in_days(*days));
    }
    builder.build()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    /// The same in every regime, with what `recorded` leaves out.
    #[test]
    fn the_worker_says_it_in_every_regime(
        recorded in recorded(),
        after in 0_u64..1_200,
        regime in select(Regime::ALL),
        entitlement in prop::option::of(select(Entitlement::ALL)),
        since in prop::option::weighted(0.3, 0_u64..900),
        more in other_events(),
    ) {
        let Ok(case) = recorded.case() else { return Ok(()) };
        let Ok(case) = in_regime(&case, regime, (entitlement, since), &more) else { return Ok(()) };
        let first = case.spells()[0].first_day();
        for on in [after, after / 2, 728].map(|days| first + in_days(days)) {
            prop_assert_eq!(Batch::new(on).worker().summary(&case), seen(&case, on));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    /// By the due day, those without one last; of one day in the order of the table; a series in order.
    #[test]
    fn obligations_come_in_order(recorded in recorded()) {
        let Ok(case) = recorded.case() else { return Ok(()) };
        let place = |obligation: &Obligation| {
            let rule = LAW.rules().iter().position(|rule| std::ptr::eq(*rule, obligation.rule()));
            (obligation.due().unwrap_or(Day::MAX), rule, obligation.number())
        };
        let timeline = Timeline::new(&case);
        let places: Vec<_> = timeline.obligations().iter().map(place).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
    }
}

/// What takes duties away, on every day that may matter: the state pension, a grant, a death, the end of
/// the employment; and a series that is met. Each in a case that goes on and in one that recovered.
#[test]
fn every_day_on_which_something_ends() {
    let first = day(2024, 1, 8);
    let after = |days: u64| first + in_days(days);
    let begin = |regime: Regime, recovered: bool| match recovered {
        true => Case::builder().regime(regime).sick(first, after(400)),
        false => Case::builder().regime(regime).sick_since(first),
    };
    for on in [200, 390, 702, 728, 729].map(after) {
        let batch = Batch::new(on);
        let mut worker = batch.worker();
        let goes_on = Regime::ALL.iter().flat_map(|regime| [(*regime, false), (*regime, true)]);
        for ((regime, recovered), n) in goes_on.flat_map(|it| (0..=760).map(move |n| (it, n))) {
            let begin = || begin(regime, recovered);
            let cases = [
                begin().state_pension_day(after(n)),
                begin().state_pension_day(after(n)).employment_last_day(after(n / 2)),
                begin().employment_last_day(after(n)).event(EventKind::NoPossibilities, after(60)),
                begin().event(EventKind::WiaGranted, after(n)),
                begin().event(EventKind::Deceased, after(n)).state_pension_day(after(300)),
                begin().met(Duty::RECALIBRATION, after(n)).met(Duty::RECALIBRATION, after(n + 90)),
                begin()
                    .met(Duty::SICKNESS_REPORT, after(1))
                    .met(Duty::PROBLEM_ANALYSIS, after(35))
                    .met(Duty::PLAN_OF_ACTION, after(45))
                    .event(EventKind::Interview, after(150))
                    .event(EventKind::WiaGranted, after(n)),
            ];
            for case in cases.into_iter().filter_map(|builder| builder.build().ok()) {
                assert_eq!(worker.summary(&case), seen(&case, on), "{on}: {case:?}");
            }
        }
    }
}

/// Sick for so short that nothing fell due: what is paused, and what lapses for good.
#[test]
fn a_short_sickness_before_a_death() {
    let first = day(2024, 1, 8);
    let after = |days: u64| first + in_days(days);
    for on in 0..40 {
        let batch = Batch::new(after(on));
        let mut worker = batch.worker();
        for (last, died) in (0..4).flat_map(|last| (0..40).map(move |died| (last, died))) {
            let case = Case::builder()
                .sick(first, after(last))
                .event(EventKind::Deceased, after(died))
                .build()
                .expect("valid");
            assert_eq!(worker.summary(&case), seen(&case, after(on)), "{on}: {case:?}");
        }
    }
}

/// Columns, rows and views of one portfolio, in memory that is used again and was full of something
/// else.
#[test]
fn a_portfolio_gives_the_same_by_every_door() {
    for (seed, mix) in [(1, Mix::default()), (2, Mix::default()), (3, Mix::PLAIN)] {
        let as_of = day(2026, 7, 1);
        let portfolio = Portfolio { seed, cases: 20_000, as_of, mix };
        let cases: Vec<Case> = portfolio.cases().collect();
        let mut summaries = Summaries::default();
        for on in [as_of, as_of - 400, as_of + 400] {
            let batch = Batch::new(on);
            batch.cases_into(&cases, &mut summaries);
            assert_eq!(summaries.len(), cases.len());
            for (i, case) in cases.iter().enumerate() {
                assert_eq!(summaries.get(i), Some(seen(case, on)), "{on}: {case:?}");
            }
        }
    }
}

/// The short ways of the batch follow from the table of rules: under a law with another number, phrase
/// or clock they say what the timeline says under it.
#[test]
fn a_portfolio_under_every_amended_law() {
    let as_of = day(2026, 7, 1);
    let portfolio = Portfolio { seed: 11, cases: 400, as_of, mix: Mix::default() };
    let cases: Vec<Case> = portfolio.cases().collect();
    let mut laws = 0;
    for rule in LAW.rules() {
        let mut amended = Vec::new();
        let number = |version: &Version| version.due.term.number();
        for add in [1, 9] {
            let versions = rule.versions().map(|(_, version)| {
                let term = version.due.term;
                let nudged = number(version).map_or(term, |n| term.with_number(n + add));
                Version { due: Bound { term: nudged, ..version.due }, ..*version }
            });
            amended.push(rule.with_versions(leak(versions.collect())));
        }
        let in_months = rule.versions().map(|(_, version)| {
            let due = Bound { term: Term::WithinMonthsAfter(2), ..version.due };
            Version { due, ..*version }
        });
        amended.push(rule.with_versions(leak(in_months.collect())));
        let mut on_another_clock = **rule;
        on_another_clock.clock = ClockKind::DismissalBan;
        amended.push(on_another_clock);
        for rule in amended {
            let Ok(law) = LAW.amended(Box::leak(Box::new(rule))) else { continue };
            let law: &'static Law = Box::leak(Box::new(law));
            let batch = Batch::under(law, as_of);
            let mut worker = batch.worker();
            for case in &cases {
                let expected = Summary::from_view(&Timeline::under(law, case).view(as_of));
                assert_eq!(worker.summary(case), expected, "{}: {case:?}", rule.id());
            }
            laws += 1;
        }
    }
    assert!(laws > 150, "{laws}");
}

fn leak(versions: Vec<Version>) -> &'static [Version] {
    Box::leak(versions.into_boxed_slice())
}

#[test]
fn another_lead_time_moves_what_is_soon() {
    let case = Case::builder().sick_since(day(2026, 1, 5)).build().expect("valid");
    let on = day(2026, 1, 7);
    let worst = |lead| Batch::new(on).with_lead(lead).worker().summary(&case).worst;
    // The report to the occupational health service is due on Sunday 11 January, four days on.
    assert_eq!(worst(3), StatusKind::Open);
    assert_eq!(worst(4), StatusKind::DueSoon);
}

/// Every first sick day, each seen on a day of its first 1,100: all days come up for some first day,
/// and all first days for some day.
#[test]
fn every_first_sick_day() {
    let first: Vec<i32> =
        (FIRST_SICK_DAY_FROM.number()..=FIRST_SICK_DAY_THROUGH.number()).collect();
    let (mut out, mut rejected) = (Summaries::default(), Vec::new());
    for as_of in [day(2005, 6, 1), day(2013, 7, 1), day(2026, 11, 21), day(2027, 5, 1)] {
        let mut batch = Batch::new(as_of);
        batch.days_into(&first, &mut out, &mut rejected);
        assert_eq!(rejected, []);
        for (i, first) in first.iter().enumerate() {
            let case = Case::builder().sick_since(Day::from_number(*first)).build();
            assert_eq!(out.get(i), Some(seen(&case.expect("in range"), as_of)), "{i} on {as_of}");
        }
    }
}

#[test]
fn every_evaluation_day() {
    let first = day(2023, 11, 6);
    let case = Case::builder().sick_since(first).build().expect("valid");
    let (mut out, mut rejected) = (Summaries::default(), Vec::new());
    for n in 0..1_300 {
        let on = first - 100 + in_days(n);
        let expected = seen(&case, on);
        assert_eq!(Batch::new(on).worker().summary(&case), expected, "{on}");
        let mut batch = Batch::new(on);
        batch.dates_into(&[first], &mut out, &mut rejected);
        assert_eq!(out.get(0), Some(expected), "{on}");
    }
}

/// A case by hand, from the golden arithmetic of the README: first sick day Monday 5 January 2026.
#[test]
fn a_summary_by_hand() {
    let case = Case::builder()
        .sick_since(day(2026, 1, 5))
        .met(Duty::SICKNESS_REPORT, day(2026, 1, 6))
        .build()
        .expect("valid");
    let summary = Batch::new(day(2026, 2, 17)).worker().summary(&case);
    assert_eq!(summary.counted_day, 44);
    assert_eq!(summary.state, StateKind::Sick);
    assert_eq!(summary.next_duty, Some(Duty::PROBLEM_ANALYSIS));
    assert_eq!(summary.next_due, Some(day(2026, 2, 16)));
    assert_eq!((summary.overdue, summary.worst), (1, StatusKind::Overdue));
    assert_eq!(summary.wages_last_day, Some(day(2028, 1, 2)));
    assert_eq!(summary.wia_start, Some(day(2028, 1, 3)));
    assert_eq!(summary.week(), 7);
}

/// The facts of a case as columns give the case.
#[test]
fn columns_hold_gaps_leave_and_events() {
    let number = |y, m, d| day(y, m, d).number();
    let first = [number(2025, 1, 6), number(2025, 3, 3), number(2026, 1, 5)];
    let last = [NO_DAY, number(2025, 8, 29), NO_DAY];
    let kinds: Vec<u8> = [EventKind::Met(Duty::PROBLEM_ANALYSIS), EventKind::Interview]
        .iter()
        .filter_map(event_code)
        .collect();
    let columns = Columns {
        first_sick_day: &first,
        last_sick_day: &last,
        gaps: Periods {
            offsets: &[0, 1, 1, 1],
            first_day: &[number(2025, 5, 5)],
            last_day: &[number(2025, 5, 18)],
        },
        leave: Periods {
            offsets: &[0, 0, 0, 1],
            first_day: &[number(2026, 4, 1)],
            last_day: &[number(2026, 7, 21)],
        },
        events: Events {
            offsets: &[0, 2, 2, 2],
            on: &[number(2025, 2, 14), number(2025, 4, 8)],
            kind: &kinds,
        },
        ..Columns::default()
    };
    let cases = [
        Case::builder()
            .sick(day(2025, 1, 6), day(2025, 5, 4))
            .sick_since(day(2025, 5, 19))
            .met(Duty::PROBLEM_ANALYSIS, day(2025, 2, 14))
            .event(EventKind::Interview, day(2025, 4, 8)),
        Case::builder().sick(day(2025, 3, 3), day(2025, 8, 29)),
        Case::builder().sick_since(day(2026, 1, 5)).leave(day(2026, 4, 1), day(2026, 7, 21)),
    ]
    .map(|builder| builder.build().expect("valid"));
    for on in [day(2025, 4, 1), day(2025, 10, 1), day(2026, 5, 1), day(2027, 1, 1)] {
        let (mut out, mut rejected) = (Summaries::default(), Vec::new());
        Batch::new(on).columns_into(&columns, &mut out, &mut rejected).expect("they fit together");
        assert_eq!(rejected, []);
        for (i, case) in cases.iter().enumerate() {
            assert_eq!(out.get(i), Some(seen(case, on)), "case {i} on {on}");
        }
    }
}

#[test]
fn one_bad_case_stops_nothing() {
    let good = Day::new(2026, 1, 5).number();
    let first = [good, i32::MIN, Day::new(2003, 12, 31).number(), good, i32::MAX];
    let (mut out, mut rejected) = (Summaries::default(), Vec::new());
    Batch::new(day(2026, 2, 10)).days_into(&first, &mut out, &mut rejected);
    let positions: Vec<usize> = rejected.iter().map(|bad: &Rejected| bad.position).collect();
    assert_eq!(positions, [1, 2, 4]);
    assert_eq!(out.counted_day(), [37, 0, 0, 37, 0]);
    assert_eq!(out.next_due()[1], NO_DAY);
    assert!(rejected[1].error.to_string().contains("2003-12-31"), "{}", rejected[1].error);
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let first = [Day::new(2026, 1, 5).number(); 3];
    let run = |columns: &Columns<'_>| {
        Batch::new(day(2026, 2, 10)).columns_into(
            columns,
            &mut Summaries::default(),
            &mut Vec::new(),
        )
    };
    let short = Columns { first_sick_day: &first, regime: &[0, 1], ..Columns::default() };
    assert_eq!(run(&short), Err(ShapeError::Length { column: "regime", len: 2, cases: 3 }));
    let events = Events { offsets: &[0, 1, 0, 1], on: &[0], kind: &[0] };
    let back = Columns { first_sick_day: &first, events, ..Columns::default() };
    assert_eq!(run(&back), Err(ShapeError::Offsets { column: "events", case: 1, values: 1 }));
}

/// Every obligation of a portfolio as columns is what the views say.
#[test]
fn obligations_as_columns() {
    let as_of = day(2026, 7, 1);
    let portfolio = Portfolio { seed: 5, cases: 3_000, as_of, mix: Mix::default() };
    let cases: Vec<Case> = portfolio.cases().collect();
    let mut out = Obligations::default();
    let batch = Batch::new(as_of);
    batch.obligations_into(&cases[..10], &mut out);
    batch.obligations_into(&cases, &mut out);
    let mut i = 0;
    let number = |date: Option<Day>| date.map_or(NO_DAY, |date| date.number());
    for (position, case) in cases.iter().enumerate() {
        let timeline = Timeline::new(case);
        let view = timeline.view(as_of);
        for (obligation, status) in view.obligations() {
            assert_eq!(out.case()[i] as usize, position);
            assert_eq!(duty_of(out.duty()[i]), Some(obligation.duty()));
            assert_eq!(out.number()[i], obligation.number());
            assert_eq!(out.opens()[i], number(obligation.opens()));
            assert_eq!(out.advised()[i], number(obligation.advised()));
            assert_eq!(out.due()[i], number(obligation.due()));
            assert_eq!(out.tolerated()[i], number(obligation.tolerated()));
            assert_eq!(out.met()[i], number(obligation.met()));
            assert_eq!((out.status_kind(i), out.days()[i]), (Some(status.kind()), status.days()));
            i += 1;
        }
    }
    assert_eq!(out.len(), i);
}

/// On all processors, parts of a batch and their order included.
#[cfg(feature = "rayon")]
#[test]
fn all_processors_give_the_same() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let as_of = day(2026, 7, 1);
    let cases: Vec<Case> =
        Portfolio { seed: 8, cases: 20_000, as_of, mix: Mix::default() }.cases().collect();
    let (mut one, mut all) = (Summaries::default(), Summaries::default());
    let done = AtomicUsize::new(0);
    let progress = |cases| {
        done.fetch_add(cases, Ordering::Relaxed);
    };
    let mut batch = Batch::new(as_of);
    batch.cases_into(&cases, &mut one);
    batch.par_cases_into(&cases, &mut all, progress);
    assert!(one == all);
    assert_eq!(done.swap(0, Ordering::Relaxed), cases.len());

    let mut days: Vec<i32> = (0..30_000).map(|i| as_of.number() - i * 7 % 1_500).collect();
    let bad = [0, 8_191, 8_192, 29_999];
    for position in bad {
        days[position] = NO_DAY;
    }
    let (mut first, mut second) = (Vec::new(), Vec::new());
    Batch::new(as_of).days_into(&days, &mut one, &mut first);
    batch.par_days_into(&days, &mut all, &mut second, progress);
    assert!(one == all);
    assert_eq!(first, second);
    assert_eq!(second.iter().map(|bad| bad.position).collect::<Vec<_>>(), bad);
    assert_eq!(done.load(Ordering::Relaxed), days.len());
}

/// A timeline computed in the memory of another is that of a new one.
#[test]
fn recomputing_in_place() {
    let portfolio =
        Portfolio { seed: 6, cases: 5_000, as_of: day(2026, 7, 1), mix: Mix::default() };
    let mut timeline = Timeline::new(&portfolio.case(0));
    for case in portfolio.cases() {
        timeline.recompute(&case);
        assert_eq!(timeline, Timeline::new(&case));
    }
}

/// Every optional column, with and without a day, gives what the same facts give one by one.
#[test]
fn every_optional_column_is_read() {
    let number = |on: Day| on.number();
    let first = day(2024, 1, 8);
    let after = |days: u64| first + in_days(days);
    let pension = [None, Some(after(100)), None, Some(after(40)), None, Some(after(300))];
    let leaves = [None, None, Some(after(200)), None, Some(after(120)), Some(after(90))];
    let last = [None, None, None, Some(after(60)), Some(after(30)), None];
    let regimes: Vec<u8> = vec![0, 1, 2, 0, 1, 2];
    let since = [None, Some(after(90)), Some(after(300)), None, Some(after(20)), None];
    let column = |days: &[Option<Day>]| -> Vec<i32> {
        days.iter().map(|day| day.map_or(NO_DAY, number)).collect()
    };
    let first_column = vec![number(first); regimes.len()];
    let (pension_column, leaves_column, last_column) =
        (column(&pension), column(&leaves), column(&last));
    let since_column = column(&since);
    let all = Columns {
        first_sick_day: &first_column,
        recorded_since: &since_column,
        last_sick_day: &last_column,
        regime: &regimes,
        state_pension_day: &pension_column,
        employment_last_day: &leaves_column,
        ..Columns::default()
    };
    let only_first = Columns { first_sick_day: &first_column, ..Columns::default() };
    let shapes = [
        all,
        Columns { last_sick_day: &last_column, ..only_first },
        Columns { regime: &regimes, ..only_first },
        Columns { state_pension_day: &pension_column, ..only_first },
        Columns { employment_last_day: &leaves_column, ..only_first },
        Columns { recorded_since: &since_column, ..only_first },
    ];
    for columns in shapes {
        for on in [20, 95, 130, 400, 800].map(after) {
            let (mut out, mut rejected) = (Summaries::default(), Vec::new());
            Batch::new(on).columns_into(&columns, &mut out, &mut rejected).expect("they fit");
            assert_eq!(rejected, []);
            for i in 0..regimes.len() {
                let mut builder = Case::builder();
                if !columns.regime.is_empty() {
                    builder = builder.regime(Regime::ALL[usize::from(regimes[i])]);
                }
                builder = match last[i].filter(|_| !columns.last_sick_day.is_empty()) {
                    Some(last) => builder.sick(first, last),
                    None => builder.sick_since(first),
                };
                if let Some(day) = pension[i].filter(|_| !columns.state_pension_day.is_empty()) {
                    builder = builder.state_pension_day(day);
                }
                if let Some(day) = leaves[i].filter(|_| !columns.employment_last_day.is_empty()) {
                    builder = builder.employment_last_day(day);
                }
                if let Some(day) = since[i].filter(|_| !columns.recorded_since.is_empty()) {
                    builder = builder.recorded_since(day);
                }
                let case = builder.build().expect("a case");
                assert_eq!(out.get(i), Some(seen(&case, on)), "case {i} on {on}");
            }
        }
    }
    // What the regime decides: who pays, for one.
    let (mut out, mut rejected) = (Summaries::default(), Vec::new());
    let regimes = [0, 1, 9];
    let columns =
        Columns { first_sick_day: &first_column[..3], regime: &regimes, ..Columns::default() };
    Batch::new(after(20)).columns_into(&columns, &mut out, &mut rejected).expect("they fit");
    assert_eq!(out.wages_last_day()[0], number(after(727)));
    assert_eq!(out.wages_last_day()[1], NO_DAY);
    let [bad] = &rejected[..] else { panic!("{rejected:?}") };
    assert_eq!(bad.position, 2);
    let CaseError::UnknownValue { field, known, .. } = &bad.error else { panic!("{bad:?}") };
    assert_eq!((field.as_str(), known.len()), ("regime", Regime::ALL.len()));
}

/// Values without offsets belong to no case; neither do offsets without an end.
#[test]
fn lists_that_do_not_fit_are_refused() {
    let first = [Day::new(2026, 1, 5).number(); 2];
    let run = |columns: Columns<'_>| {
        let columns = Columns { first_sick_day: &first, ..columns };
        Batch::new(day(2026, 2, 10)).columns_into(
            &columns,
            &mut Summaries::default(),
            &mut Vec::new(),
        )
    };
    let no_offsets = |column| Err(ShapeError::Length { column, len: 0, cases: 2 });
    let one = [Day::new(2026, 1, 20).number()];
    let values = Periods { offsets: &[], first_day: &one, last_day: &one };
    assert_eq!(run(Columns { gaps: values, ..Columns::default() }), no_offsets("gaps"));
    assert_eq!(run(Columns { leave: values, ..Columns::default() }), no_offsets("leave"));
    let half = Periods { last_day: &[], ..values };
    assert_eq!(run(Columns { leave: half, ..Columns::default() }), no_offsets("leave"));
    let events = Events { offsets: &[], on: &one, kind: &[128] };
    assert_eq!(run(Columns { events, ..Columns::default() }), no_offsets("events"));
    assert_eq!(run(Columns::default()), Ok(()));
    // Offsets and no values: every list is empty.
    let empty = Periods { offsets: &[0, 0, 0], first_day: &[], last_day: &[] };
    assert_eq!(run(Columns { gaps: empty, leave: empty, ..Columns::default() }), Ok(()));
    let short = Periods { offsets: &[0, 0], first_day: &[], last_day: &[] };
    let too_short = Err(ShapeError::Length { column: "gaps", len: 1, cases: 2 });
    assert_eq!(run(Columns { gaps: short, ..Columns::default() }), too_short);
    // More days than kinds: the shorter list counts.
    let events = Events { offsets: &[0, 1, 2], on: &[one[0], one[0]], kind: &[128] };
    let beyond = Err(ShapeError::Offsets { column: "events", case: 1, values: 1 });
    assert_eq!(run(Columns { events, ..Columns::default() }), beyond);
}
