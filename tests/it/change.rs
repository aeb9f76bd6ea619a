//! What moved and why. Every date below was counted by hand.

use crate::common::facts;
use crate::common::in_days;
use poortwachter::Day;
use poortwachter::change::{
    self, CaseChange, Change, FactChange, Record, RecordWhy, Side, Subject, Uncounted, Value, What,
    Why,
};
use poortwachter::law::{Bound, LAW, Law, Rule, Term, Version, wia::WIA_CLAIM};
use poortwachter::{
    Case, CaseBuilder, Citation, DeviationReason, Duty, EventKind, Fact, Lang, Milestone, Reason,
    State, Status, Timeline, View,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

/// Both cases as of one day.
fn changes(old: &Case, new: &Case, on: Day) -> Vec<Change> {
    change::compare(&Timeline::new(old).view(on), &Timeline::new(new).view(on))
}

fn find(changes: &[Change], subject: Subject, what: What) -> Option<&Change> {
    changes.iter().find(|change| change.subject() == subject && change.what() == what)
}

const fn duty(duty: Duty) -> Subject {
    Subject::Duty { duty, number: 1 }
}

#[track_caller]
fn day_of(value: Option<Value>) -> Option<Day> {
    value.map(|value| value.day().expect("a day"))
}

/// A day that moved, and by how much.
#[track_caller]
fn moved(changes: &[Change], subject: Subject, what: What, old: Day, new: Day) -> &[Why] {
    let change =
        find(changes, subject, what).unwrap_or_else(|| panic!("{subject:?} {what:?} did not move"));
    assert_eq!((day_of(change.before()), day_of(change.after())), (Some(old), Some(new)));
    assert_eq!(change.days_moved(), Some(new.days_since(old)));
    change.why()
}

fn since_2026() -> Case {
    Case::builder().id("A-17").sick_since(day(2026, 1, 5)).build().expect("valid")
}

#[test]
fn the_plan_follows_the_day_of_the_analysis() {
    let case = since_2026();
    let analysis = EventKind::Met(Duty::PROBLEM_ANALYSIS);
    let early = case.with(analysis, day(2026, 2, 10)).expect("valid");
    let late = case.with(analysis, day(2026, 2, 17)).expect("valid");
    let changes = changes(&early, &late, day(2026, 2, 20));

    // Two weeks after the analysis.
    let why =
        moved(&changes, duty(Duty::PLAN_OF_ACTION), What::Due, day(2026, 2, 24), day(2026, 3, 3));
    let met = Some(day(2026, 2, 17));
    assert_eq!(why, [Why::Follows { duty: Duty::PROBLEM_ANALYSIS, met }]);

    // The analysis itself, due on 16 February, became a day late.
    let own = duty(Duty::PROBLEM_ANALYSIS);
    let why = moved(&changes, own, What::Met, day(2026, 2, 10), day(2026, 2, 17));
    let [Why::FactRecorded(FactChange::Became { old: Fact::Event(old), new: Fact::Event(new) })] =
        why
    else {
        panic!("{why:?}");
    };
    assert_eq!((old.on(), new.on()), (day(2026, 2, 10), day(2026, 2, 17)));
    let status = find(&changes, own, What::Status).expect("it is late now");
    assert_eq!(status.after(), Some(Value::Status(Status::MetLate { days: 1 })));

    // The interviews follow the plan: planned six weeks after its planned day.
    let first = Subject::Duty { duty: Duty::PROGRESS_INTERVIEW, number: 1 };
    moved(&changes, first, What::Due, day(2026, 4, 7), day(2026, 4, 14));

    // What does not hang on the analysis did not move.
    assert!(changes.iter().all(|change| change.subject() != duty(Duty::WIA_CLAIM)));
}

#[test]
fn recovered_days_shift_the_clock() {
    let on = day(2022, 11, 1);
    let whole = Case::builder()
        .sick_since(day(2022, 1, 3))
        .met(Duty::PROBLEM_ANALYSIS, day(2022, 2, 10))
        .build()
        .expect("valid");
    let interrupted = Case::builder()
        .sick(day(2022, 1, 3), day(2022, 7, 3))
        .sick_since(day(2022, 7, 25)) // 21 recovered days
        .met(Duty::PROBLEM_ANALYSIS, day(2022, 2, 10))
        .build()
        .expect("valid");
    let changes = changes(&whole, &interrupted, on);
    let shifted = |why: &[Why]| {
        matches!(why, [Why::ClockShifted { days: 21, because: Uncounted::Recovered, .. }])
    };
    for (subject, what, old, new) in [
        (duty(Duty::UWV_SICKNESS_REPORT), What::Due, day(2022, 10, 24), day(2022, 11, 14)),
        (duty(Duty::WIA_CLAIM), What::Due, day(2023, 10, 15), day(2023, 11, 5)),
        (
            Subject::Milestone(Milestone::END_OF_WAGES),
            What::Day,
            day(2023, 12, 31),
            day(2024, 1, 21),
        ),
        (Subject::Milestone(Milestone::WIA_START), What::Day, day(2024, 1, 1), day(2024, 1, 22)),
    ] {
        let why = moved(&changes, subject, what, old, new);
        assert!(shifted(why), "{subject:?}: {why:?}");
    }
    // Overdue under the old facts, due in 13 days under the new ones.
    let status = find(&changes, duty(Duty::UWV_SICKNESS_REPORT), What::Status).expect("moved");
    assert_eq!(status.before(), Some(Value::Status(Status::Overdue { days: 8 })));
    assert_eq!(status.after(), Some(Value::Status(Status::DueSoon { days: 13 })));
    assert!(shifted(status.why()), "{:?}", status.why());
    // What was met before the recovery stays as it was.
    assert!(changes.iter().all(|change| change.subject() != duty(Duty::PROBLEM_ANALYSIS)));
}

#[test]
fn what_is_counted_back_from_the_end_shifts_by_a_gap_after_it() {
    // The claim was due on 13 October; 14 recovered days in November put the end off, and it too.
    let interrupted = since_2023()
        .with_recovery(day(2024, 11, 4))
        .and_then(|case| case.with_relapse(day(2024, 11, 18)))
        .expect("valid");
    let changes = changes(&since_2023(), &interrupted, day(2024, 11, 20));
    let claim = duty(Duty::WIA_CLAIM);
    let why = moved(&changes, claim, What::Due, day(2024, 10, 13), day(2024, 10, 27));
    assert!(
        matches!(why, [Why::ClockShifted { days: 14, because: Uncounted::Recovered, .. }]),
        "{why:?}"
    );
}

#[test]
fn leave_shifts_the_clock_too() {
    let case = since_2026();
    let with_leave = case.with_leave(day(2026, 5, 4), day(2026, 8, 23)).expect("valid"); // 112 days
    let changes = changes(&case, &with_leave, day(2026, 9, 1));
    let why = moved(&changes, duty(Duty::WIA_CLAIM), What::Due, day(2027, 10, 17), day(2028, 2, 6));
    let leave = [Uncounted::Leave];
    assert!(
        matches!(why, [Why::ClockShifted { days: 112, because, .. }] if leave.contains(because)),
        "{why:?}"
    );
}

#[test]
fn recovered_days_and_leave_are_told_apart() {
    let case = since_2026();
    let both = case
        .with_leave(day(2026, 5, 4), day(2026, 8, 23))
        .and_then(|case| case.with_recovery(day(2026, 10, 5)))
        .and_then(|case| case.with_relapse(day(2026, 10, 12)))
        .expect("valid");
    let changes = changes(&case, &both, day(2026, 11, 1));
    let why =
        moved(&changes, duty(Duty::WIA_CLAIM), What::Due, day(2027, 10, 17), day(2028, 2, 13));
    assert!(
        matches!(
            why,
            [
                Why::ClockShifted { days: 7, because: Uncounted::Recovered, .. },
                Why::ClockShifted { days: 112, because: Uncounted::Leave, .. },
            ]
        ),
        "{why:?}"
    );
}

#[test]
fn recovery_pauses_and_says_which_fact() {
    let case = since_2026();
    let recovered = case.with_recovery(day(2026, 11, 30)).expect("valid");
    let changes = changes(&case, &recovered, day(2026, 12, 1));
    let claim = duty(Duty::WIA_CLAIM);
    let due = find(&changes, claim, What::Due).expect("it has no day any more");
    assert_eq!(
        (day_of(due.before()), due.after(), due.days_moved()),
        (Some(day(2027, 10, 17)), None, None)
    );
    let [Why::FactRecorded(FactChange::Became { new: Fact::Spell(spell), .. })] = due.why() else {
        panic!("{:?}", due.why());
    };
    assert_eq!(spell.last_day(), Some(day(2026, 11, 29)));
    let status = find(&changes, claim, What::Status).expect("moved");
    assert_eq!(status.after(), Some(Value::Status(Status::Paused)));
    let state = find(&changes, Subject::Case, What::State).expect("moved");
    let through = day(2026, 12, 27);
    let now = Value::State(State::Recovered { relapse_joins_through: through });
    assert_eq!(state.after(), Some(now));
    assert_eq!(changes[0], *state, "the case itself comes first");
}

fn since_2023() -> Case {
    Case::builder().sick_since(day(2023, 1, 2)).build().expect("valid")
}

#[test]
fn a_late_claim_prolongs_the_wages() {
    let case = since_2023();
    let on_time = case.with(EventKind::Met(Duty::WIA_CLAIM), day(2024, 10, 13)).expect("valid");
    let late = case.with(EventKind::Met(Duty::WIA_CLAIM), day(2024, 10, 20)).expect("valid");
    let changes = changes(&on_time, &late, day(2024, 11, 1));
    let wages = Subject::Milestone(Milestone::END_OF_WAGES);
    let why = moved(&changes, wages, What::Day, day(2024, 12, 29), day(2025, 1, 5));
    assert_eq!(why, [Why::Follows { duty: Duty::WIA_CLAIM, met: Some(day(2024, 10, 20)) }]);
}

#[test]
fn a_repaired_sanction_ends_earlier() {
    let sanctioned = since_2023()
        .with(EventKind::Met(Duty::WIA_CLAIM), day(2024, 10, 13))
        .and_then(|case| case.with(EventKind::WageSanction { weeks: None }, day(2024, 11, 15)))
        .and_then(|case| case.with(EventKind::RepairNotified, day(2025, 2, 17)))
        .expect("valid");
    let repaired = sanctioned.with(EventKind::RepairEstablished, day(2025, 3, 3)).expect("valid");
    let changes = changes(&sanctioned, &repaired, day(2025, 3, 4));
    // 52 weeks after 29 December 2024; six weeks from 3 March 2025, that day included.
    let wages = Subject::Milestone(Milestone::END_OF_WAGES);
    let why = moved(&changes, wages, What::Day, day(2025, 12, 28), day(2025, 4, 13));
    let [Why::FactRecorded(FactChange::Recorded(Fact::Event(event)))] = why else {
        panic!("{why:?}");
    };
    assert_eq!((event.kind(), event.on()), (EventKind::RepairEstablished, day(2025, 3, 3)));
}

static TWELVE_WEEKS: LazyLock<Law> = LazyLock::new(|| {
    let present = WIA_CLAIM.version_in_force();
    let due = Bound { term: Term::WeeksBefore(12), ..present.due };
    let versions = vec![Version { due, since: None, ..*present }];
    let rule: &'static Rule = Box::leak(Box::new(WIA_CLAIM.with_versions(versions.leak())));
    LAW.amended(rule).expect("sound")
});

/// A case of which no later law moves a day.
fn since_2022() -> Case {
    Case::builder().id("A-17").sick_since(day(2022, 1, 3)).build().expect("valid")
}

#[test]
fn another_law_moves_the_claim() {
    let case = since_2022();
    let on = day(2022, 6, 6);
    let (old, new) = (Timeline::new(&case), Timeline::under(&TWELVE_WEEKS, &case));
    let changes = change::compare(&old.view(on), &new.view(on));
    // 104 weeks end on Sunday 31 December 2023; eleven weeks before it is 15 October, twelve the 8th.
    let why =
        moved(&changes, duty(Duty::WIA_CLAIM), What::Due, day(2023, 10, 15), day(2023, 10, 8));
    let [reason @ Why::RuleVersion { rule, old: Some(old), new: Some(new) }] = why else {
        panic!("{why:?}");
    };
    assert_eq!(rule.id(), "wia-claim");
    assert_eq!((old.due.term, new.due.term), (Term::WeeksBefore(11), Term::WeeksBefore(12)));
    assert_eq!(reason.citation().map(|c: Citation| c.to_string()), Some("WIA art. 64(3)".into()));
    // Only what hangs on the claim moves.
    assert!(changes.iter().all(|change| !change.why().is_empty()));
    assert!(find(&changes, duty(Duty::UWV_SICKNESS_REPORT), What::Due).is_none());
}

#[test]
fn several_causes_stand_together() {
    let case = since_2022();
    let interrupted = case
        .with_recovery(day(2022, 4, 4))
        .and_then(|case| case.with_relapse(day(2022, 4, 25)))
        .expect("valid");
    let on = day(2022, 6, 6);
    let (old, new) = (Timeline::new(&case), Timeline::under(&TWELVE_WEEKS, &interrupted));
    let changes = change::compare(&old.view(on), &new.view(on));
    // Three weeks later for the recovered days, a week earlier for the law.
    let why =
        moved(&changes, duty(Duty::WIA_CLAIM), What::Due, day(2023, 10, 15), day(2023, 10, 29));
    assert!(
        matches!(
            why,
            [
                Why::ClockShifted { days: 21, because: Uncounted::Recovered, .. },
                Why::RuleVersion { .. }
            ]
        ),
        "{why:?}"
    );
}

#[test]
fn a_fact_that_another_overrides_is_no_reason() {
    // The analysis would bring the plan to 26 February, but the parties agreed on a day.
    let case = since_2026();
    let (duty_agreed, until) = (Duty::PLAN_OF_ACTION, day(2026, 3, 20));
    let reason = DeviationReason::PartyAbsent;
    let agreed = EventKind::AgreedDeviation { duty: duty_agreed, until, reason };
    let both = case
        .with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 12))
        .and_then(|case| case.with(agreed, day(2026, 2, 13)))
        .expect("valid");
    let changes = changes(&case, &both, day(2026, 2, 14));
    let plan = duty(Duty::PLAN_OF_ACTION);
    let why = moved(&changes, plan, What::Due, day(2026, 3, 2), day(2026, 3, 20));
    let [Why::FactRecorded(FactChange::Recorded(Fact::Event(event)))] = why else {
        panic!("{why:?}");
    };
    assert_eq!(event.kind(), agreed);
}

/// Of a hundred facts each is tried, of more all together.
#[test]
fn many_facts_are_not_told_apart() {
    let case = since_2026();
    let reasons = |interviews: u64| {
        let days = (0..interviews).map(|n| day(2026, 3, 10) + in_days(n));
        let more = days
            .fold(CaseBuilder::from(&case), |builder, on| builder.event(EventKind::Interview, on));
        let more = more.build().expect("valid");
        let changes = changes(&case, &more, day(2026, 8, 1));
        assert_eq!(changes.is_empty(), interviews == 0);
        changes.iter().flat_map(|change| change.why().to_vec()).collect::<Vec<_>>()
    };
    assert!(
        reasons(100).iter().all(|why| matches!(why, Why::FactRecorded(_) | Why::Follows { .. }))
    );
    let many = reasons(101);
    assert!(many.iter().all(|why| *why == Why::ManyFacts { count: 101 }), "{many:?}");
    assert_eq!(many[0].words(Lang::En, &|day| day.to_string()), "101 facts differ");
    assert_eq!(many[0].words(Lang::Nl, &|day| day.to_string()), "101 feiten verschillen");
}

#[test]
fn time_alone_moves_statuses_only() {
    let case = since_2026();
    let timeline = Timeline::new(&case);
    let (monday, tuesday) = (day(2026, 2, 16), day(2026, 2, 17));
    let changes = change::compare(&timeline.view(monday), &timeline.view(tuesday));
    let [change] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(change.subject(), duty(Duty::PROBLEM_ANALYSIS));
    assert_eq!(change.before(), Some(Value::Status(Status::DueToday)));
    assert_eq!(change.after(), Some(Value::Status(Status::Overdue { days: 1 })));
    assert_eq!(change.why(), [Why::TimePassed]);
    // That it is 2 days overdue the day after is no news.
    assert_eq!(change::compare(&timeline.view(tuesday), &timeline.view(day(2026, 2, 18))), []);
}

#[test]
fn the_relapse_window_closes_with_time() {
    let case = since_2026().with_recovery(day(2026, 11, 30)).expect("valid");
    let timeline = Timeline::new(&case);
    // 28 days after 29 November.
    let changes =
        change::compare(&timeline.view(day(2026, 12, 27)), &timeline.view(day(2026, 12, 28)));
    let claim = find(&changes, duty(Duty::WIA_CLAIM), What::Status).expect("moved");
    assert_eq!(claim.before(), Some(Value::Status(Status::Paused)));
    assert_eq!(claim.after(), Some(Value::Status(Status::Lapsed(Reason::Recovered))));
    assert!(changes.iter().all(|change| change.why() == [Why::TimePassed]), "{changes:?}");
}

#[test]
fn what_happened_in_between_is_a_fact() {
    let case =
        since_2026().with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 12)).expect("valid");
    let timeline = Timeline::new(&case);
    let changes =
        change::compare(&timeline.view(day(2026, 2, 11)), &timeline.view(day(2026, 2, 13)));
    let status = find(&changes, duty(Duty::PROBLEM_ANALYSIS), What::Status).expect("moved");
    assert_eq!(status.after(), Some(Value::Status(Status::MetOnTime)));
    assert!(
        matches!(status.why(), [Why::FactRecorded(FactChange::Recorded(_))]),
        "{:?}",
        status.why()
    );
    let why =
        moved(&changes, duty(Duty::PLAN_OF_ACTION), What::Due, day(2026, 3, 2), day(2026, 2, 26));
    assert!(matches!(why, [Why::Follows { .. }]), "{why:?}");
}

#[test]
fn another_lead_time_is_said_to_be_that() {
    let timeline = Timeline::new(&since_2026());
    let on = day(2026, 2, 10);
    let changes =
        change::compare(&timeline.view_with_lead(on, 3), &timeline.view_with_lead(on, 10));
    let status = find(&changes, duty(Duty::PROBLEM_ANALYSIS), What::Status).expect("moved");
    assert_eq!(status.before(), Some(Value::Status(Status::Open)));
    assert_eq!(status.why(), [Why::LeadTime]);
}

/// Three spells that moved so that none of them fits the old ones alone, nor can stay where it was:
/// all of them together are the reason, and another lead time is none, nor is it of any other day.
#[test]
fn another_lead_time_moves_no_day() {
    let spells = |dates: [(u8, u8, u8, u8); 2], last: (u8, u8)| {
        let builder = dates.into_iter().fold(Case::builder(), |builder, (m, d, to_m, to_d)| {
            builder.sick(day(2026, m, d), day(2026, to_m, to_d))
        });
        builder.sick_since(day(2026, last.0, last.1)).build().expect("valid")
    };
    // 10 recovered days, then 9: one case. 29 recovered days: the second spell begins a new one.
    let old = spells([(1, 1, 1, 10), (1, 21, 3, 1)], (3, 11));
    let new = spells([(1, 1, 1, 25), (2, 24, 3, 21)], (3, 26));
    let on = day(2026, 6, 1);
    let (old, new) = (Timeline::new(&old), Timeline::new(&new));
    let changes = change::compare(&old.view_with_lead(on, 3), &new.view_with_lead(on, 30));
    let first = find(&changes, Subject::Case, What::FirstSickDay).expect("moved");
    assert_eq!(day_of(first.after()), Some(day(2026, 2, 24)));
    assert_eq!(first.why().len(), 3, "{:?}", first.why());
    for change in &changes {
        let is_lead = change.why().contains(&Why::LeadTime);
        assert!(!is_lead || change.what() == What::Status, "{change:?}");
        assert!(!change.why().is_empty(), "{change:?}");
    }
}

/// Days that do not count are as many on every date after them, whatever the weekday.
#[test]
fn a_clock_shifts_by_the_days_that_do_not_count() {
    let whole = since_2026();
    let mut seen = 0;
    for gap in 1..=27 {
        let again = day(2026, 6, 1) + in_days(gap);
        let relapsed = whole
            .with_recovery(day(2026, 6, 1))
            .and_then(|case| case.with_relapse(again))
            .expect("valid");
        let leave = whole.with_leave(day(2026, 6, 1), again - 1).expect("valid");
        for (case, kind) in [(relapsed, Uncounted::Recovered), (leave, Uncounted::Leave)] {
            for change in changes(&whole, &case, day(2026, 8, 1)) {
                for why in change.why() {
                    let Why::ClockShifted { days, because, .. } = why else { continue };
                    let expected = (gap, kind);
                    assert_eq!((*days, *because), expected, "{change:?}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 2_000, "{seen}");
}

/// The proviso of WIA 64(6) says 79 weeks until mid 2013, and 81 since: the four weeks themselves
/// are the same.
#[test]
fn another_proviso_is_another_version() {
    let claim = |first: Day, notice: Day| {
        Case::builder()
            .sick_since(first)
            .met(Duty::UWV_SICKNESS_REPORT, first + 290)
            .event(EventKind::WiaNoticeReceived, notice)
            .build()
            .expect("valid")
    };
    // Due 13 weeks before 30 December 2012, and 11 weeks before 29 December 2013; letters after that.
    let old = claim(day(2011, 1, 3), day(2012, 10, 22));
    let new = claim(day(2012, 1, 2), day(2013, 11, 4));
    let changes = changes(&old, &new, day(2014, 6, 1));
    // Four weeks after the letter.
    let why = moved(
        &changes,
        duty(Duty::WIA_CLAIM),
        What::Tolerated,
        day(2012, 11, 19),
        day(2013, 12, 2),
    );
    assert!(
        why.iter()
            .any(|why| matches!(why, Why::RuleVersion { rule, .. } if rule.id() == "wia-claim")),
        "{why:?}"
    );
}

#[test]
fn another_first_sick_day_can_bring_another_version() {
    // The claim came 13 weeks before the end until mid 2013, 11 weeks since.
    let since = |first| Case::builder().sick_since(first).build().expect("valid");
    let (old, new) = (since(day(2011, 6, 6)), since(day(2011, 11, 7)));
    let changes = changes(&old, &new, day(2013, 1, 1));
    let claim = find(&changes, duty(Duty::WIA_CLAIM), What::Due).expect("moved");
    assert!(
        matches!(
            claim.why(),
            [
                Why::FactRecorded(FactChange::Became { old: Fact::Spell(_), .. }),
                Why::RuleVersion { .. }
            ]
        ),
        "{:?}",
        claim.why()
    );
}

#[test]
fn a_held_interview_moves_those_after_it() {
    let case = since_2026()
        .with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 12))
        .and_then(|case| case.with(EventKind::Met(Duty::PLAN_OF_ACTION), day(2026, 2, 26)))
        .expect("valid");
    let held = case.with(EventKind::Interview, day(2026, 4, 2)).expect("valid");
    let changes = changes(&case, &held, day(2026, 4, 3));
    let interview = |number| Subject::Duty { duty: Duty::PROGRESS_INTERVIEW, number };
    let met = find(&changes, interview(1), What::Met).expect("held");
    assert!(matches!(met.why(), [Why::FactRecorded(FactChange::Recorded(_))]), "{:?}", met.why());
    // Planned 42 days after 9 April, now 42 days after 2 April.
    let why = moved(&changes, interview(2), What::Due, day(2026, 5, 21), day(2026, 5, 14));
    assert_eq!(why, [Why::Follows { duty: Duty::PROGRESS_INTERVIEW, met: Some(day(2026, 4, 2)) }]);
}

#[test]
fn a_portfolio_in_the_order_of_the_new_state() {
    let case = since_2026();
    let claimed =
        case.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 12)).expect("valid");
    let old = [("gone", case.clone()), ("same", case.clone()), ("moved", case.clone())];
    let new = [("moved", &claimed), ("new", &case), ("same", &case)];
    let on = Side::new(day(2026, 2, 13));
    let changes: Vec<_> = change::portfolio(old, on, new, on).collect();
    let [
        CaseChange::Changed("moved", moved),
        CaseChange::Added("new"),
        CaseChange::Removed("gone"),
    ] = &changes[..]
    else {
        panic!("{changes:?}");
    };
    assert!(find(moved, duty(Duty::PLAN_OF_ACTION), What::Due).is_some());
}

/// Of two cases with one identifier neither may go unnoticed: the first is compared, the other told of.
#[test]
fn a_second_case_with_one_identifier_is_told_of() {
    let case = since_2026();
    let claimed =
        case.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 12)).expect("valid");
    let old = [("twice", &case), ("gone", &case), ("twice", &claimed), ("gone", &claimed)];
    let new =
        [("twice", &case), ("new", &case), ("twice", &claimed), ("new", &case), ("new", &case)];
    let on = Side::new(day(2026, 2, 13));
    let changes: Vec<_> = change::portfolio(old, on, new, on).collect();
    assert_eq!(
        changes,
        [
            CaseChange::RepeatedInOld("twice"),
            CaseChange::RepeatedInOld("gone"),
            CaseChange::Added("new"),
            CaseChange::RepeatedInNew("twice"),
            CaseChange::RepeatedInNew("new"),
            CaseChange::RepeatedInNew("new"),
            CaseChange::Removed("gone"),
        ]
    );
}

/// The same for lines of result files.
#[test]
fn a_second_line_of_one_duty_is_told_of() {
    let case = since_2026();
    let timeline = Timeline::new(&case);
    let lines = file("A", &timeline.view(day(2026, 2, 13)));
    let (first, overdue) = (lines[0], Record { status: "overdue", ..lines[0] });
    let changes: Vec<_> = change::records([first, overdue], [first, overdue]).collect();
    assert_eq!(changes.len(), 2);
    assert_eq!((changes[0].old, changes[0].new), (Some(overdue), None));
    assert_eq!((changes[1].old, changes[1].new), (None, Some(overdue)));
    assert!(changes.iter().all(|change| change.why == RecordWhy::Repeated));
}

#[test]
fn a_portfolio_under_a_bill() {
    let cases = [("A", since_2026())];
    let on = day(2026, 2, 13);
    let bill = Side::under(&TWELVE_WEEKS, on);
    let changes: Vec<_> = change::portfolio(cases.clone(), Side::new(on), cases, bill).collect();
    assert!(matches!(&changes[..], [CaseChange::Changed("A", moved)] if !moved.is_empty()));
}

fn file<'a>(id: &'a str, view: &View<'_>) -> Vec<Record<'a>> {
    view.obligations().map(|(obligation, status)| Record::new(id, obligation, status)).collect()
}

#[test]
fn result_files_say_what_can_be_known() {
    let case = since_2026();
    let analysed =
        case.with(EventKind::Met(Duty::PROBLEM_ANALYSIS), day(2026, 2, 12)).expect("valid");
    let (old, new) = (Timeline::new(&case), Timeline::new(&analysed));
    let on = day(2026, 2, 13);
    let (old, new) = (file("A", &old.view(on)), file("A", &new.view(on)));
    assert_eq!(change::records(old.clone(), old.clone()).count(), 0);
    let why: BTreeMap<(&str, u16), RecordWhy> = change::records(old.clone(), new.clone())
        .map(|change| {
            let line = change.new.or(change.old).expect("one side");
            ((line.duty, line.number), change.why)
        })
        .collect();
    assert_eq!(why[&("problem-analysis", 1)], RecordWhy::Met);
    assert_eq!(why[&("plan-of-action", 1)], RecordWhy::NotInTheFile);
    assert!(!why.contains_key(&("wia-claim", 1)));
    let moved = change::records(old.clone(), new.clone())
        .find(|change| change.new.is_some_and(|new| new.duty == "plan-of-action"))
        .expect("it moved");
    assert_eq!(moved.days_moved(), Some(-4));
    let due = moved.days().find(|(what, ..)| *what == What::Due);
    assert_eq!(due, Some((What::Due, Some(day(2026, 3, 2)), Some(day(2026, 2, 26)))));
    // A line more, a line less.
    let why = |change: change::RecordChange<'_>| change.why;
    let added: Vec<_> = change::records(old[1..].to_vec(), old.clone()).map(why).collect();
    let removed: Vec<_> = change::records(old.clone(), old[1..].to_vec()).map(why).collect();
    assert_eq!((added, removed), (vec![RecordWhy::Added], vec![RecordWhy::Removed]));
}

#[test]
fn a_status_that_goes_back_is_not_the_work_of_time() {
    let case = since_2026();
    let timeline = Timeline::new(&case);
    let (old, new) =
        (file("A", &timeline.view(day(2026, 2, 17))), file("A", &timeline.view(day(2026, 2, 16))));
    let why: Vec<_> = change::records(old, new).map(|change| change.why).collect();
    assert_eq!(why, [RecordWhy::NotInTheFile]);
}

/// An earlier text of an article is no other source.
fn place(citation: Citation) -> Citation {
    Citation { until: None, ..citation }
}

/// What a view says, line by line.
fn said(view: &View<'_>) -> BTreeMap<(Subject, What), Value> {
    let mut said = BTreeMap::new();
    for (obligation, status) in view.obligations() {
        let subject = Subject::Duty { duty: obligation.duty(), number: obligation.number() };
        let days = [
            (What::Opens, obligation.opens()),
            (What::Advised, obligation.advised()),
            (What::Due, obligation.due()),
            (What::Tolerated, obligation.tolerated()),
            (What::Met, obligation.met()),
        ];
        said.extend(
            days.into_iter().filter_map(|(what, day)| Some(((subject, what), Value::Day(day?)))),
        );
        said.insert((subject, What::Status), Value::Status(status));
        said.insert((subject, What::Source), Value::Source(place(obligation.citation())));
    }
    for milestone in view.milestones() {
        let subject = Subject::Milestone(milestone.milestone());
        said.insert((subject, What::Day), Value::Day(milestone.day()));
        said.insert((subject, What::Source), Value::Source(place(milestone.source().citation)));
    }
    said.insert((Subject::Case, What::FirstSickDay), Value::Day(view.first_sick_day()));
    said.insert((Subject::Case, What::State), Value::State(view.state()));
    said
}

/// What may count on without being a change.
fn settled(said: BTreeMap<(Subject, What), Value>) -> BTreeMap<(Subject, What), Value> {
    let settle = |value| match value {
        Value::Status(Status::DueSoon { .. }) => Value::Status(Status::DueSoon { days: 1 }),
        Value::Status(Status::Overdue { .. }) => Value::Status(Status::Overdue { days: 1 }),
        Value::State(State::Recovered { .. }) => {
            Value::State(State::Recovered { relapse_joins_through: Day::MIN })
        }
        other => other,
    };
    said.into_iter().map(|(key, value)| (key, settle(value))).collect()
}

/// The old view with the changes applied.
fn applied(
    mut said: BTreeMap<(Subject, What), Value>,
    changes: &[Change],
) -> BTreeMap<(Subject, What), Value> {
    for change in changes {
        let key = (change.subject(), change.what());
        match change.after() {
            Some(value) => said.insert(key, value),
            None => said.remove(&key),
        };
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_changed_is_nothing_reported(facts in facts::recorded(), on in 0_u64..1500) {
        let Ok(case) = facts.case() else { return Ok(()) };
        let on = facts.first + in_days(on);
        prop_assert_eq!(changes(&case, &case.clone(), on), []);
    }

    #[test]
    fn the_changes_lead_from_old_to_new_and_no_further(
        old in facts::recorded(),
        new in facts::recorded(),
        days in (0_u64..1500, 0_u64..40),
        same_first in any::<bool>(),
        bill in any::<bool>(),
    ) {
        let new = facts::Recorded { first: if same_first { old.first } else { new.first }, ..new };
        let (Ok(before), Ok(after)) = (old.case(), new.case()) else { return Ok(()) };
        let law: &'static Law = if bill { &TWELVE_WEEKS } else { &LAW };
        let (before, after) = (Timeline::new(&before), Timeline::under(law, &after));
        let on = old.first + in_days(days.0);
        let (before, after) = (before.view(on), after.view(on + in_days(days.1)));
        let changes = change::compare(&before, &after);
        let (from, to) = (said(&before), said(&after));

        for change in &changes {
            let key = (change.subject(), change.what());
            prop_assert_eq!(change.before(), from.get(&key).copied());
            prop_assert_eq!(change.after(), to.get(&key).copied());
            prop_assert_ne!(change.before(), change.after());
            prop_assert!(!change.why().is_empty(), "{:?} has no reason", change);
        }
        // In order of the new day of the line, of the old one where it is gone, without one last.
        let day = |said: &BTreeMap<_, _>, subject| {
            let at = |what| said.get(&(subject, what)).and_then(|value: &Value| value.day());
            at(What::Due).or(at(What::Day))
        };
        let lines = changes.iter().map(Change::subject).filter(|subject| *subject != Subject::Case);
        let days: Vec<_> = lines
            .map(|subject| day(&to, subject).or(day(&from, subject)).unwrap_or(Day::MAX))
            .collect();
        prop_assert!(days.is_sorted(), "{:?}", days);
        // Every line that is not reported is equal on both sides, and applying twice changes nothing.
        let once = applied(from, &changes);
        prop_assert_eq!(settled(once.clone()), settled(to));
        prop_assert_eq!(applied(once.clone(), &changes), once);
        // The same question has the same answer.
        prop_assert_eq!(change::compare(&before, &after), changes);
    }

    #[test]
    fn one_fact_more_is_the_only_reason(
        facts in facts::recorded(),
        on in 0_u64..1000,
        kind in prop::sample::select(&[
            EventKind::Met(Duty::WIA_CLAIM),
            EventKind::NoPossibilities,
            EventKind::Interview,
            EventKind::Met(Duty::PROBLEM_ANALYSIS),
        ][..]),
    ) {
        let Ok(case) = facts.case() else { return Ok(()) };
        let Ok(more) = case.with(kind, facts.first + in_days(on)) else { return Ok(()) };
        for change in changes(&case, &more, facts.first + 2000) {
            let is_that = match change.why() {
                [Why::FactRecorded(FactChange::Recorded(Fact::Event(event)))] => event.kind() == kind,
                [Why::Follows { duty, .. }] => match kind {
                    EventKind::Met(met) => met == *duty,
                    _ => *duty == Duty::PROGRESS_INTERVIEW,
                },
                // The claim can be met under an older version.
                [_, Why::RuleVersion { .. }] => true,
                _ => false,
            };
            prop_assert!(is_that, "{:?}", change);
        }
    }
}
