//! No answer without end: however far apart the facts of a case lie and however many there are, every answer
//! comes at once, and no series is longer than can be read.
//!
//! A program of its own, because it measures time: nothing else of the tests runs beside it.

use poortwachter::Day;
use poortwachter::law::{self, Bound, LAW, LONGEST_SERIES, Rule, Term, Unsound, Version};
use poortwachter::protocol::{Protocol, ReminderRule};
use poortwachter::{
    Case, CaseBuilder, CaseError, Duty, EventKind, Explanation, InterviewRhythm, Joins, Lang,
    Leave, Regime, Role, Spell, Timeline, verdict::Verdict,
};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

// ---- How long an answer takes ---------------------------------------------------------------------

/// Five times the 20 milliseconds that an answer takes at most in a release build on an idle machine.
const LONGEST: Duration = Duration::from_millis(100);

/// The fastest of some runs, so that other work on the machine does not count; one is enough when it is fast.
fn fastest<T>(answer: impl Fn() -> T) -> Duration {
    let run = || {
        let begin = Instant::now();
        black_box(answer());
        begin.elapsed()
    };
    let mut fastest = run();
    for _ in 0..20 {
        if fastest < LONGEST {
            break;
        }
        fastest = fastest.min(run());
    }
    fastest
}

/// Asks a case for everything, as of a day, and gives what took longer than it may.
fn slow_answers(case: &Case, on: Day) -> Vec<(String, Duration)> {
    let weekly = Protocol::builder("weekly")
        .reminders(ReminderRule::none().on_the_day())
        .every_weeks(Duty::PROGRESS_INTERVIEW, 1)
        .build()
        .expect("a protocol");
    let timeline = Timeline::new(case);
    let view = timeline.view(on);
    let mut took = vec![
        ("builder".to_string(), fastest(|| CaseBuilder::from(case).build())),
        ("timeline".to_string(), fastest(|| Timeline::new(case))),
        ("view".to_string(), fastest(|| timeline.view(on).overdue())),
        ("verdict".to_string(), fastest(|| Verdict::new(&timeline, on).summary())),
        ("agenda".to_string(), fastest(|| weekly.agenda(&view).reminders().len())),
    ];
    for (line, _) in view.obligations() {
        let name = format!("explanation of {} {}", line.duty().id(), line.number());
        took.push((name, fastest(|| Explanation::new(&view, line, Lang::En).to_string())));
    }
    for milestone in view.milestones() {
        let name = format!("explanation of {}", milestone.milestone().id());
        took.push((
            name,
            fastest(|| Explanation::from_milestone(&view, &milestone, Lang::Nl).to_string()),
        ));
    }
    took.retain(|(_, time)| *time >= LONGEST);
    took
}

/// The most lines of one duty, and how many events were recorded of the interviews.
fn longest_series(timeline: &Timeline) -> u16 {
    let mut lines: BTreeMap<Duty, u16> = BTreeMap::new();
    for line in timeline.obligations() {
        *lines.entry(line.duty()).or_default() += 1;
    }
    lines.into_values().max().unwrap_or(0)
}

/// Days before, amidst and after the facts, the last of them the last day that chrono has.
const ON: [(i32, u8, u8); 5] =
    [(0, 1, 1), (2007, 5, 1), (2199, 12, 31), (9999, 12, 31), (262_142, 12, 31)];

fn spells(first: Day, count: u64, sick: u64, recovered: u64) -> CaseBuilder {
    let start = |n: u64| first + in_days(n * (sick + recovered));
    (0..count).fold(Case::builder(), |builder, n| {
        builder.add_spell(counted_if(
            n % 5 > 0,
            Spell::new(start(n), Some(start(n) + in_days(sick - 1))),
        ))
    })
}

fn every(mut builder: CaseBuilder, kind: EventKind, from: Day, count: u64) -> CaseBuilder {
    for n in 0..count {
        builder = builder.event(kind, from + in_days(n * 3));
    }
    builder
}

/// What a search found to take longest, each with what made it slow.
fn slowest() -> Vec<(&'static str, CaseBuilder)> {
    let first = day(2004, 1, 1);
    let extended = |builder: CaseBuilder| {
        let until = day(2023, 12, 31);
        builder.event(EventKind::VoluntaryExtension { until }, day(2005, 6, 1))
    };
    let repeated = [
        EventKind::Interview,
        EventKind::OwnEmployerPerspective,
        EventKind::PlanAdjusted,
        EventKind::PartlyAbleToWork,
        EventKind::ReintegrationInterview,
        EventKind::SecondTrackProviderEngaged,
        EventKind::RepairNotified,
        EventKind::RepairRefused,
        EventKind::ExtensionShortened { until: day(2020, 1, 1) },
    ];
    let sanctioned = spells(first, 1, 900, 0)
        .sick_since(day(2006, 7, 1))
        .event(EventKind::WageSanction { weeks: None }, day(2005, 11, 1));
    let all_kinds = repeated.into_iter().fold(extended(sanctioned.clone()), |builder, kind| {
        every(builder, kind, day(2005, 11, 2), 250)
    });
    let leaves = |builder: CaseBuilder, count: u64| {
        (0..count).fold(builder, |builder, n| {
            let start = day(2004, 1, 10) + in_days(n * 20);
            let joins = if n % 7 == 0 { Joins::Unknown } else { Joins::Yes };
            builder.add_leave(Leave::new(start, start + 8).joining(joins, None))
        })
    };
    vec![
        (
            "leave of three centuries",
            spells(first, 1, 900, 0).leave(day(2005, 1, 1), day(2299, 12, 31)),
        ),
        (
            "leave of almost two centuries within a spell",
            Case::builder().sick_since(first).leave(day(2004, 6, 1), day(2199, 12, 31)),
        ),
        ("two cases 195 years apart", spells(first, 1, 10, 0).sick_since(day(2199, 12, 31))),
        (
            "two cases with a century of leave between them",
            spells(first, 1, 10, 0)
                .add_leave(
                    Leave::new(day(2004, 1, 20), day(2150, 1, 1))
                        .joining(Joins::No, Some((Role::Uwv, day(2299, 12, 31)))),
                )
                .sick_since(day(2199, 12, 31)),
        ),
        (
            "a spell of decades that the ban does not count",
            Case::builder()
                .sick(first, day(2004, 3, 1))
                .add_spell(
                    Spell::new(day(2004, 3, 10), Some(day(2199, 1, 1))).left_out_of_dismissal_ban(),
                )
                .sick_since(day(2199, 1, 10)),
        ),
        ("wages for twenty years", extended(Case::builder().sick_since(first))),
        (
            "the same on a grid",
            extended(Case::builder().sick_since(first))
                .interviews(InterviewRhythm::FixedGrid)
                .met(Duty::PLAN_OF_ACTION, day(2004, 2, 2)),
        ),
        ("a thousand spells in one case", spells(first, 1_000, 3, 20)),
        ("a thousand cases", spells(first, 1_000, 3, 60)),
        ("a thousand spells with leave in them", leaves(spells(first, 1_000, 3, 20), 100)),
        ("leave again and again", leaves(Case::builder().sick_since(first), 100)),
        ("repairs of a sanction again and again", {
            let notified = every(sanctioned, EventKind::RepairNotified, day(2005, 11, 2), 250);
            every(notified, EventKind::RepairRefused, day(2005, 11, 3), 250)
        }),
        ("everything that repeats", all_kinds),
        (
            "no benefit but for the state pension",
            Case::builder()
                .regime(Regime::OwnRiskCarrier)
                .sick_since(first)
                .employment_last_day(day(2004, 1, 1))
                .state_pension_day(day(2299, 12, 31)),
        ),
    ]
}

#[test]
fn the_slowest_cases_are_answered_at_once() {
    for (name, builder) in slowest() {
        let case = builder.build().unwrap_or_else(|error| panic!("{name}: {error}"));
        for on in ON {
            let slow = slow_answers(&case, day(on.0, on.1, on.2));
            assert!(slow.is_empty(), "{name}, as of {on:?}: {slow:?}");
        }
        assert!(longest_series(&Timeline::new(&case)) < LONGEST_SERIES, "{name}");
    }
}

/// Ten thousand events take about ten times as long as a thousand, not a hundred times.
#[test]
fn the_time_grows_with_the_number_of_facts() {
    let of = |cases: u64| {
        let mut builder = spells(day(2004, 1, 1), cases, 10, 60);
        for n in 0..cases {
            // In reverse, so that all of them must be put in order.
            let start = day(2004, 1, 1) + in_days((cases - 1 - n) * 70);
            builder = (0..10).fold(builder, |builder, i| {
                builder.event(EventKind::Interview, start + in_days(9 - i))
            });
        }
        builder
    };
    let time = |cases| {
        let builder = of(cases);
        let runs = (0..7).map(|_| {
            let begin = Instant::now();
            let case = builder.clone().build().expect("valid");
            black_box(Timeline::new(&case).view(day(2026, 1, 1)).overdue());
            begin.elapsed()
        });
        runs.min().expect("some runs")
    };
    let (hundred, thousand) = (time(100), time(1_000));
    assert!(thousand < hundred * 40 + Duration::from_millis(1), "{hundred:?}, {thousand:?}");
}

/// Facts anywhere that a record can plausibly hold: most of it is refused, and the rest lies far apart.
fn far_apart() -> impl Strategy<Value = CaseBuilder> {
    let distance = || prop_oneof![0_u64..60, 0_u64..900, 0_u64..8_000, 0_u64..70_000];
    let happening = || {
        prop_oneof![
            select(law::duties().collect::<Vec<_>>()).prop_map(EventKind::Met),
            select(vec![
                EventKind::Interview,
                EventKind::LongAbsenceForeseen,
                EventKind::NoPossibilities,
                EventKind::OwnEmployerPerspective,
                EventKind::EarlyIvaClaim,
                EventKind::AssessedAble,
                EventKind::WageSanction { weeks: None },
                EventKind::RepairNotified,
                EventKind::RepairRefused,
                EventKind::RepairEstablished,
            ]),
            (0_u64..7_000).prop_map(|days| EventKind::VoluntaryExtension {
                until: (day(2004, 1, 1) + in_days(days))
            }),
        ]
    };
    let spells = prop::collection::vec((distance(), distance(), any::<bool>()), 1..5);
    let leave = prop::collection::vec((distance(), distance(), select(Joins::ALL)), 0..4);
    let events = prop::collection::vec((happening(), distance()), 0..12);
    let contract = (prop::option::of(distance()), prop::option::of(distance()));
    let kind = (select(Regime::ALL), any::<bool>(), any::<bool>());
    (spells, leave, events, contract, kind).prop_map(
        |(spells, leave, events, (pension, employment), (regime, grid, goes_on))| {
            let first = day(2004, 1, 1);
            let last_year = day(2199, 12, 31);
            let mut builder = Case::builder().regime(regime);
            let mut next = first;
            for (number, (sick, recovered, counts)) in spells.iter().enumerate() {
                let last = (next + in_days(*sick)).min(day(2290, 1, 1));
                let is_open = goes_on && number + 1 == spells.len();
                builder = builder
                    .add_spell(counted_if(*counts, Spell::new(next, (!is_open).then_some(last))));
                next = last + in_days(recovered + 2);
                if next > last_year {
                    break;
                }
            }
            let mut free = first;
            for (after, length, joins) in leave {
                let start = free + in_days(after);
                let end = start + in_days(length);
                if end < day(2299, 12, 31) {
                    builder = builder.add_leave(Leave::new(start, end).joining(joins, None));
                    free = end + 1;
                }
            }
            if grid {
                builder = builder.interviews(InterviewRhythm::FixedGrid);
            }
            if let Some(days) = pension {
                builder = builder.state_pension_day(first + in_days(days));
            }
            if let Some(days) = employment {
                builder = builder.employment_last_day(first + in_days(days));
            }
            events
                .into_iter()
                .fold(builder, |builder, (kind, after)| builder.event(kind, first + in_days(after)))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_case_takes_long(builder in far_apart(), on in select(&ON[..])) {
        if let Ok(case) = builder.build() {
            let slow = slow_answers(&case, day(on.0, on.1, on.2));
            prop_assert!(slow.is_empty(), "{slow:?}");
            prop_assert!(longest_series(&Timeline::new(&case)) < LONGEST_SERIES);
        }
    }
}

// ---- How long a series gets -----------------------------------------------------------------------

/// The law with another number in the last version of a rule.
fn with_number(id: &str, number: u16) -> Result<&'static law::Law, Unsound> {
    let rule = LAW.rule(id).expect("a rule");
    let mut versions = rule.versions().map(|(_, version)| *version).collect::<Vec<_>>();
    let last = versions.last_mut().expect("a version");
    last.due = Bound { term: last.due.term.with_number(number), ..last.due };
    amended(rule, versions)
}

fn amended(rule: &Rule, versions: Vec<Version>) -> Result<&'static law::Law, Unsound> {
    let rule: &'static Rule = Box::leak(Box::new(rule.with_versions(versions.leak())));
    LAW.amended(rule).map(|law| &*Box::leak(Box::new(law)))
}

#[test]
fn a_law_with_endless_series_is_not_sound() {
    // 65,535 weeks of wages hold 10,922 periods of six weeks.
    assert_eq!(with_number("end-of-wages", u16::MAX).err(), Some(Unsound::LongSeries));
    assert_eq!(with_number("wage-sanction-length", u16::MAX).err(), Some(Unsound::LongSeries));
    assert_eq!(with_number("end-of-sickness-benefit", 4_000).err(), Some(Unsound::LongSeries));
    // Facts can prolong the wages to 20 years, a sanction by 52 weeks: 1,095 weeks, 547 periods of two.
    assert_eq!(with_number("progress-interview", 2).err(), Some(Unsound::LongSeries));
    assert!(with_number("progress-interview", 3).is_ok());
    assert!(with_number("end-of-wages", 1_040).is_ok());
    // What does not come later than the one before it never ends.
    for id in ["progress-interview", "recalibration"] {
        for term in [
            Term::OnTheDay,
            Term::NextWorkingDay,
            Term::WeeksBefore(6),
            Term::OnDay(1),
            Term::StartOfWeek(1),
        ] {
            let rule = LAW.rule(id).expect("a rule");
            let mut versions = rule.versions().map(|(_, version)| *version).collect::<Vec<_>>();
            let last = versions.last_mut().expect("a version");
            last.due = Bound { term, ..last.due };
            assert_eq!(amended(rule, versions).err(), Some(Unsound::LongSeries), "{id} {term:?}");
        }
    }
}

/// Under a sound law with the shortest rhythm, with the wages prolonged as far as facts can.
#[test]
fn no_sound_law_gives_an_endless_series() {
    let law = with_number("progress-interview", 3).expect("sound");
    for (rhythm, held) in [
        (InterviewRhythm::FixedGrid, 250),
        (InterviewRhythm::Rolling, 250),
        (InterviewRhythm::Rolling, 0),
    ] {
        let until = day(2023, 12, 31);
        let builder = Case::builder()
            .sick_since(day(2004, 1, 1))
            .interviews(rhythm)
            .met(Duty::PLAN_OF_ACTION, day(2004, 1, 2))
            // Reported in time: a late report prolonged the wages too (BW 7:629(11)(a) old).
            .met(Duty::UWV_SICKNESS_REPORT, day(2004, 3, 1))
            .event(EventKind::VoluntaryExtension { until }, day(2005, 6, 1));
        let case = (0..held)
            .fold(builder, |builder, n| {
                builder.event(EventKind::Interview, day(2004, 1, 3) + in_days(n))
            })
            .build()
            .expect("valid");
        let timeline = Timeline::under(law, &case);
        let interviews: Vec<_> = timeline
            .obligations()
            .iter()
            .filter(|line| line.duty() == Duty::PROGRESS_INTERVIEW)
            .collect();
        assert!(interviews.len() <= usize::from(LONGEST_SERIES), "{rhythm:?} {}", interviews.len());
        assert_eq!(interviews.iter().filter(|line| line.met().is_some()).count() > 0, held > 0);
        // From 2 January 2004 to 31 December 2023 are 7,303 days: on the grid every 21st of them is there.
        if rhythm == InterviewRhythm::FixedGrid {
            assert_eq!(interviews.len(), 7_303 / 21);
        }
    }
}

/// Where the clocks begin decades apart, nothing but the number itself bounds the series.
#[test]
fn the_bound_holds_where_the_clocks_are_apart() {
    let law = with_number("joining-waiting-period", 40).expect("sound");
    let mut builder = Case::builder().interviews(InterviewRhythm::FixedGrid);
    let mut start = day(2004, 1, 1);
    while start < day(2190, 1, 1) {
        builder = builder.sick(start, start + 3_000);
        start = start + 3_200;
    }
    let case = builder
        .sick_since(start)
        .met(Duty::PLAN_OF_ACTION, day(2004, 2, 2))
        .build()
        .expect("valid");
    let timeline = Timeline::under(law, &case);
    assert_eq!(longest_series(&timeline), LONGEST_SERIES);
    let numbers =
        timeline.obligations().iter().filter(|line| line.duty() == Duty::PROGRESS_INTERVIEW);
    assert!(numbers.map(|line| line.number()).eq(1..=LONGEST_SERIES));
}

// ---- How many facts there can be --------------------------------------------------------------------

fn refused(builder: CaseBuilder) -> (String, String) {
    let error: CaseError = builder.build().expect_err("too much");
    (error.field(), error.to_string())
}

#[test]
fn a_case_holds_so_many_facts() {
    let first = day(2004, 1, 1);
    assert!(spells(first, 1_000, 1, 30).build().is_ok());
    let (field, message) = refused(spells(first, 1_001, 1, 30));
    assert_eq!(field, "spells");
    assert!(
        message.starts_with("1001 entries in spells, and a case holds at most 1000: "),
        "{message}"
    );

    let leave = |count: u64| {
        (0..count).fold(Case::builder().sick_since(first), |builder, n| {
            let start = day(2005, 1, 1) + in_days(10 * n);
            builder.leave(start, start + 3)
        })
    };
    assert!(leave(100).build().is_ok());
    assert_eq!(refused(leave(101)).0, "leave");

    // Ten interviews in each of a thousand cases, and one more.
    let mut builder = spells(first, 1_000, 10, 60);
    for n in 0..1_000 {
        builder = every(builder, EventKind::Interview, first + in_days(70 * n), 10);
    }
    assert!(builder.clone().build().is_ok());
    assert_eq!(refused(builder.event(EventKind::PlanAdjusted, first)).0, "events");

    let interviews =
        |count| every(Case::builder().sick_since(first), EventKind::Interview, first, count);
    assert!(interviews(250).build().is_ok());
    assert_eq!(
        refused(interviews(251)),
        (
            "events".to_string(),
            "the case with first sick day 2004-01-01 has more than 250 events of the kind interview: keep \
             those that belong to this case"
                .to_string()
        )
    );
}

#[test]
fn what_prolongs_the_wages_lies_within_twenty_years() {
    let sick =
        || Case::builder().sick(day(2004, 1, 1), day(2004, 1, 10)).sick_since(day(2006, 1, 2));
    // The second case begins on 2 January 2006; 7,305 days later it is 2 January 2026.
    let extended =
        |until: Day| sick().event(EventKind::VoluntaryExtension { until }, day(2007, 6, 1));
    assert!(extended(day(2026, 1, 2)).build().is_ok());
    assert_eq!(
        refused(extended(day(2026, 1, 3))),
        (
            "events[0].until".to_string(),
            "event 1 (voluntary-extension) on 2007-06-01 prolongs the wages to a day more than 20 years \
             after the first sick day 2006-01-02: check the year"
                .to_string()
        )
    );
    for kind in [EventKind::Met(Duty::WIA_CLAIM), EventKind::EarlyIvaClaim] {
        assert!(sick().event(kind, day(2026, 1, 2)).build().is_ok());
        assert_eq!(refused(sick().event(kind, day(2026, 1, 3))).0, "events[0].on");
    }
    // What prolongs nothing can be recorded whenever it happened.
    assert!(sick().event(EventKind::Deceased, day(2090, 1, 1)).build().is_ok());
}

/// A number of days, as days are added to one.
fn in_days(n: impl TryInto<i32>) -> i32 {
    n.try_into().ok().expect("so many days")
}

/// A spell that counts for the dismissal ban, or one that does not.
fn counted_if(counts: bool, spell: poortwachter::Spell) -> poortwachter::Spell {
    if counts { spell } else { spell.left_out_of_dismissal_ban() }
}
