//! A view of a day knows the facts that are dated on or before it, and no other: in everything that it says
//! it is the view of the file as it stood on that day, with every later fact taken out.

use crate::common::wide::{CaseFile, LeaveRecord, case_files};
use chrono::DateTime;
use poortwachter::Day;
use poortwachter::batch::{Batch, Summary};
use poortwachter::explain::Explanation;
use poortwachter::export::{icalendar, svg};
use poortwachter::law::ClockKind;
use poortwachter::protocol::presets;
use poortwachter::verdict::Verdict;
use poortwachter::wire::{AgendaForm, ExplanationForm, VerdictForm, ViewForm};
use poortwachter::{Case, Duty, EventKind, Joins, Lang, Regime, State, Timeline, View, change};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::to_string;

impl CaseFile {
    /// Without the facts that are dated after `on`. What holds for the whole case has no day.
    fn known_on(&self, on: Day) -> CaseFile {
        let mut known = self.clone();
        known.spells.retain(|(first, ..)| *first <= on);
        for (_, last, _) in &mut known.spells {
            *last = last.filter(|last| *last <= on);
        }
        known.leave.retain(|leave| leave.first <= on);
        for leave in &mut known.leave {
            if leave.decided_on.is_some_and(|decided| decided > on) {
                (leave.joins, leave.decided_on) = (Joins::Unknown, None);
            }
        }
        known.events.retain(|(_, day)| *day <= on);
        known
    }

    /// The first day of a spell that is not a day of leave.
    fn first_that_counts(&self) -> Option<Day> {
        let mut days = self.spells.iter().flat_map(|(first, last, _)| {
            let end = last.unwrap_or(*first + 2_000);
            let first = *first;
            (0..=end.days_since(first)).map(move |n| first + n)
        });
        let on_leave = |day: Day| self.leave.iter().any(|l| l.first <= day && day <= l.last);
        days.find(|day| !on_leave(*day))
    }

    /// Without the facts that are dated after `on`, and with the first day that counts as that of a
    /// sickness that goes on: what is known of a file in which no day counts yet.
    fn ahead_on(&self, on: Day) -> Option<CaseFile> {
        let first = self.first_that_counts()?;
        let counts = self.spells.iter().rfind(|(from, ..)| *from <= first)?.2;
        let mut known = self.known_on(on);
        known.spells.push((first, None, counts));
        Some(known)
    }
}

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

/// The numbers and days of a view, as JSON, with what the form leaves out.
fn facts_of(view: &View<'_>) -> Vec<String> {
    let clocks = [
        ClockKind::WaitingPeriod,
        ClockKind::Notification,
        ClockKind::Wages,
        ClockKind::DismissalBan,
    ];
    let dates = clocks.map(|clock| [1, 43, 365, 728].map(|k| view.date_of(clock, k)));
    let events: Vec<_> = view.events().collect();
    vec![
        to_string(&ViewForm::from(view)).expect("JSON"),
        format!("{dates:?} {:?} {events:?}", view.state()),
        format!("{:?} {:?}", view.relapse_joins_through(), view.short_report_through()),
        format!("{:?}", Summary::from_view(view)),
    ]
}

/// Everything that is said of a view, in both languages.
fn words_of(view: &View<'_>) -> Vec<String> {
    let mut all = Vec::new();
    let mut explain = |explanation: Explanation| {
        all.push(explanation.to_string());
        all.push(to_string(&ExplanationForm::from(&explanation)).expect("JSON"));
    };
    for lang in [Lang::Nl, Lang::En] {
        view.obligations().for_each(|(line, _)| explain(Explanation::new(view, line, lang)));
        view.milestones()
            .iter()
            .for_each(|line| explain(Explanation::from_milestone(view, line, lang)));
    }
    let verdict = Verdict::from_view(view.clone());
    all.push(to_string(&VerdictForm::from(&verdict)).expect("JSON"));
    for preset in presets::ALL {
        let protocol = preset.protocol();
        let agenda = AgendaForm::between(&protocol.agenda(view), view, view.on(), view.on() + 400);
        all.push(to_string(&agenda).expect("JSON"));
    }
    for lang in [Lang::Nl, Lang::En] {
        all.push(svg::case_timeline(view, &svg::Options::new(lang)));
        let stamp = DateTime::from_timestamp(0, 0).expect("a moment");
        let options = icalendar::Options::new("test").lang(lang).stamp(stamp);
        all.push(icalendar::calendar([view], &options).expect("a calendar"));
    }
    all
}

/// The first of two lists that differs, cut where it does.
fn difference(got: &[String], expected: &[String]) -> Option<String> {
    let at = got.iter().zip(expected).position(|(a, b)| a != b);
    let at = at.or((got.len() != expected.len()).then_some(got.len().min(expected.len())))?;
    let (got, expected) = (got.get(at).cloned(), expected.get(at).cloned());
    let (got, expected) = (got.unwrap_or_default(), expected.unwrap_or_default());
    let same = got.chars().zip(expected.chars()).take_while(|(a, b)| a == b).count();
    let near =
        |text: &str| text.chars().skip(same.saturating_sub(60)).take(200).collect::<String>();
    Some(format!("the full file:\n  {}\nas it stood:\n  {}", near(&got), near(&expected)))
}

/// What differs between the view of a file and that of the file as it stood on the day.
fn later_facts_that_matter(file: &CaseFile, on: Day, with_words: bool) -> Option<String> {
    let case = file.case().ok()?;
    let known = file.known_on(on);
    // A file in which no day counts yet knows beforehand on which day that will be.
    let is_ahead = known.first_that_counts().is_none();
    let known = if is_ahead { file.ahead_on(on)? } else { known };
    let known = known.case().ok()?;
    let (full, reduced) = (Timeline::new(&case), Timeline::new(&known));
    let (full, reduced) = (full.view(on), reduced.view(on));
    let found = difference(&facts_of(&full), &facts_of(&reduced));
    let found = found.or_else(|| {
        let mut worker = Batch::new(on);
        let summaries = [&case, &known].map(|case| worker_summary(&mut worker, case));
        (summaries[0] != summaries[1]).then(|| format!("{summaries:?}"))
    });
    let found = found.or_else(|| {
        let changes = change::compare(&full, &reduced);
        let facts = change::facts(&case, on, &known, on);
        let differ = !changes.is_empty() || (!is_ahead && !facts.is_empty());
        differ.then(|| format!("{changes:?} {facts:?}"))
    });
    found
        .or_else(|| with_words.then(|| difference(&words_of(&full), &words_of(&reduced))).flatten())
}

fn worker_summary(batch: &mut Batch, case: &Case) -> Summary {
    batch.worker().summary(case)
}

#[track_caller]
fn assert_knows_no_later_fact(file: &CaseFile, on: Day) {
    assert!(file.case().is_ok(), "{:?}", file.case());
    if let Some(found) = later_facts_that_matter(file, on, true) {
        panic!("on {on}: {found}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        max_global_rejects: 1_000_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_view_knows_no_later_fact(file in case_files(), picks in prop::array::uniform2(any::<Index>())) {
        prop_assume!(file.case().is_ok());
        let days = file.days();
        let around = days.iter().flat_map(|day| [*day - 1, *day, *day + 1]);
        let around: Vec<Day> = around.collect();
        let picked = picks.map(|pick| *pick.get(&around));
        for on in around {
            let found = later_facts_that_matter(&file, on, picked.contains(&on));
            prop_assert!(found.is_none(), "on {on}: {}", found.unwrap_or_default());
        }
    }
}

fn file(regime: Regime, spells: &[(Day, Option<Day>)]) -> CaseFile {
    CaseFile {
        regime,
        spells: spells.iter().map(|(first, last)| (*first, *last, true)).collect(),
        leave: Vec::new(),
        state_pension_day: None,
        employment_last_day: None,
        recorded_since: None,
        entitlement: None,
        fixed_grid: false,
        events: Vec::new(),
    }
}

fn leave(first: Day, last: Day, joins: Joins) -> LeaveRecord {
    LeaveRecord { first, last, joins, decided_on: None }
}

/// Sick from 10 October 2023, in leave through 12 November: the first day that counts is the 13th. What
/// was done on that day is not known in October.
#[test]
fn what_was_done_on_the_first_counted_day_is_not_known_during_the_leave_before_it() {
    let first = day(2023, 11, 13);
    let mut file = file(Regime::SafetyNet, &[(day(2023, 10, 10), None)]);
    file.leave = vec![leave(day(2023, 7, 24), day(2023, 11, 12), Joins::No)];
    file.state_pension_day = Some(day(2023, 12, 19));
    file.events = vec![
        (EventKind::Met(Duty::PLAN_OF_ACTION), first),
        (EventKind::Met(Duty::RECALIBRATION), first),
    ];
    for on in [day(2023, 9, 1), day(2023, 10, 10), day(2023, 10, 25), day(2023, 11, 12), first] {
        assert_knows_no_later_fact(&file, on);
    }
    let case = file.case().expect("a case");
    let timeline = Timeline::new(&case);
    let met = |on| timeline.view(on).obligation(Duty::PLAN_OF_ACTION).map(|(plan, _)| plan.met());
    assert_eq!(met(day(2023, 10, 25)), Some(None));
    assert_eq!(met(first), Some(Some(first)));
}

/// The same without leave: on the day before the first sick day nothing is known of what happens on it.
#[test]
fn what_was_done_on_the_first_sick_day_is_not_known_the_day_before() {
    let first = day(2026, 1, 5);
    let mut file = file(Regime::Employer, &[(first, Some(first))]);
    file.events = vec![(EventKind::Met(Duty::SICKNESS_REPORT), first)];
    let case = file.case().expect("a case");
    let timeline = Timeline::new(&case);
    let eve = timeline.view(day(2026, 1, 4));
    assert_eq!(eve.state(), State::NotYetSick);
    assert_eq!(eve.first_sick_day(), first);
    assert_eq!(eve.obligation(Duty::SICKNESS_REPORT).and_then(|(report, _)| report.met()), None);
    // Nor that it lasts for a day only.
    assert_eq!(eve.wia_start(), Some(day(2028, 1, 3)));
}

/// Two records of one sickness: on the last day of the first it is known that it ends, and not yet that
/// another follows.
#[test]
fn a_spell_that_goes_on_in_another_record_has_ended_for_a_day() {
    let (end, next) = (day(2026, 1, 31), day(2026, 2, 1));
    let file = file(Regime::Employer, &[(day(2026, 1, 5), Some(end)), (next, None)]);
    for on in [day(2026, 1, 30), end, next] {
        assert_knows_no_later_fact(&file, on);
    }
    let case = file.case().expect("a case");
    let timeline = Timeline::new(&case);
    assert_eq!(timeline.view(day(2026, 1, 30)).relapse_joins_through(), None);
    assert_eq!(timeline.view(end).relapse_joins_through(), Some(day(2026, 2, 28)));
    assert_eq!(timeline.view(end).remarks().count(), 0);
    assert_eq!(timeline.view(next).relapse_joins_through(), None);
    assert_eq!(timeline.view(next).remarks().count(), 1);
}

/// That leave separates two cases can be judged once there is sickness after it (WIA 23(3): "uit dezelfde
/// oorzaak voort te vloeien"). A decision without a day is as old as that sickness.
#[test]
fn a_decision_without_a_day_takes_effect_on_the_first_sick_day_after_the_leave() {
    let (first, after) = (day(2024, 1, 8), day(2024, 9, 23));
    let mut file = file(Regime::Employer, &[(first, None)]);
    file.leave = vec![leave(day(2024, 6, 3), day(2024, 9, 22), Joins::No)];
    let case = file.case().expect("a case");
    let timeline = Timeline::new(&case);
    let on = |on| (timeline.view(on).first_sick_day(), timeline.view(on).state());
    assert_eq!(on(day(2024, 7, 1)), (first, State::OnLeave));
    assert_eq!(on(day(2024, 9, 22)), (first, State::OnLeave));
    assert_eq!(on(after), (after, State::Sick));
    // With a day, from that day on.
    file.leave[0].decided_on = Some(day(2024, 10, 1));
    let case = file.case().expect("a case");
    let timeline = Timeline::new(&case);
    assert_eq!(timeline.view(day(2024, 9, 30)).first_sick_day(), first);
    assert_eq!(timeline.view(day(2024, 10, 1)).first_sick_day(), after);
}

/// The files of the generator are of every kind that the property speaks of.
#[test]
fn the_files_are_of_every_kind() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    use std::collections::BTreeSet;
    let mut runner = TestRunner::deterministic();
    let (mut kinds, mut regimes, mut decisions) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut valid, mut ahead, mut merged) = (0, 0, 0);
    for _ in 0..3_000 {
        let file = case_files().new_tree(&mut runner).expect("a file").current();
        let Ok(case) = file.case() else { continue };
        valid += 1;
        kinds.extend(case.events().iter().map(|event| event.kind().id()));
        regimes.insert(case.regime());
        decisions.extend(case.leave().iter().map(|l| (l.joins(), l.decided().is_some())));
        ahead += usize::from(file.first_that_counts() > Some(file.spells[0].0));
        merged += usize::from(case.spells().len() < file.spells.len());
    }
    assert!(valid > 1_000 && ahead > 50 && merged > 50, "{valid} {ahead} {merged}");
    assert_eq!((regimes.len(), decisions.len()), (3, 6));
    assert!(kinds.len() > 45, "{} {kinds:?}", kinds.len());
}

/// Sick within the leave only, recovered, and sick within the leave again: after the recovery no day counts.
/// The day in March that will is not in the calendar of February, in which the second sickness goes on.
#[test]
fn a_calendar_does_not_look_back_on_a_day_before_any_that_counts() {
    let mut file = file(
        Regime::Employer,
        &[
            (day(2024, 1, 1), Some(day(2024, 1, 5))),
            (day(2024, 2, 5), Some(day(2024, 2, 17))),
            (day(2024, 3, 19), Some(day(2024, 3, 19))),
        ],
    );
    file.leave = vec![leave(day(2023, 11, 22), day(2024, 2, 29), Joins::Yes)];
    for on in [day(2024, 2, 4), day(2024, 2, 5), day(2024, 2, 17), day(2024, 3, 19)] {
        assert_knows_no_later_fact(&file, on);
    }
}
