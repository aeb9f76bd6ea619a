//! The crate against the oracle of `tests/it/oracle`: a day-by-day reading of the law that shares no
//! code with the crate. Random facts, seen with everything recorded and as known on a random day.

use crate::common::facts::{Recorded, recorded};
use crate::common::{date, day_of, in_days};
use crate::oracle;
use poortwachter::Day;
use poortwachter::timeline::PossibilityWindow;
use poortwachter::{Milestone, Standing, Timeline, View};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

#[test]
fn the_oracle_agrees_with_the_outside_world() {
    oracle::self_check();
}

/// One line of a table, as text that shows a difference well.
type Table = BTreeMap<(String, u32), String>;

fn line(standing: &str, dates: [Option<Day>; 4], met: Option<Day>) -> String {
    // What never falls due has no dates in the crate.
    let gone = matches!(standing, "not-applicable" | "lapsed");
    let mut text = String::from(standing);
    for (name, date) in ["opens", "advised", "due", "tolerated"].into_iter().zip(dates) {
        if let Some(date) = date.filter(|_| !gone) {
            write!(text, " {name} {date}").expect("writing to a string");
        }
    }
    if let Some(met) = met {
        write!(text, " met {met}").expect("writing to a string");
    }
    text
}

fn table_of_view(view: &View<'_>) -> Table {
    view.obligations()
        .map(|(obligation, _)| {
            let standing = match obligation.standing() {
                Standing::Stands | Standing::WaitingFor(_) => "binds",
                Standing::NotApplicable(_) => "not-applicable",
                Standing::Lapsed(_) => "lapsed",
                Standing::Paused => "paused",
                Standing::Undetermined(_) => "undetermined",
                _ => "unknown",
            };
            let dates = [
                obligation.opens(),
                obligation.advised(),
                obligation.due(),
                obligation.tolerated(),
            ];
            let key = (obligation.duty().id().to_string(), obligation.number().into());
            (key, line(standing, dates, obligation.met()))
        })
        .collect()
}

fn table_of_oracle(answer: &oracle::Answer) -> Table {
    answer
        .rows
        .iter()
        .map(|row| {
            let standing = match row.standing {
                oracle::Standing::Stands | oracle::Standing::WaitingFor(_) => "binds",
                oracle::Standing::NotApplicable => "not-applicable",
                oracle::Standing::PausedOrLapsedByRecovery => "paused",
                oracle::Standing::Lapsed => "lapsed",
                oracle::Standing::Undetermined => "undetermined",
            };
            let dates = [row.opens, row.advised, row.due, row.tolerated].map(|day| day.map(day_of));
            ((row.duty.to_string(), row.number), line(standing, dates, row.met.map(day_of)))
        })
        .collect()
}

fn day_of_milestone(view: &View<'_>, milestone: Milestone) -> Option<Day> {
    view.milestones().iter().find(|line| line.milestone() == milestone).map(|line| line.day())
}

/// The possibilities as text, in order.
fn windows_of_view(view: &View<'_>) -> Vec<String> {
    let all = view.possibilities();
    let text = |window: &PossibilityWindow| {
        let days = [window.until(), window.tolerated(), window.taken(), window.ended()];
        format!("{} {} {days:?}", window.possibility(), window.opens())
    };
    let mut all: Vec<String> = all.iter().map(text).collect();
    all.sort();
    all
}

fn windows_of_oracle(answer: &oracle::Answer) -> Vec<String> {
    let text = |window: &oracle::Window| {
        let days = [window.until, window.tolerated, window.taken, window.ended];
        let days = days.map(|day| day.map(day_of));
        format!("{} {} {days:?}", window.possibility, day_of(window.opens))
    };
    let mut all: Vec<String> = answer.windows.iter().map(text).collect();
    all.sort();
    all
}

fn milestones_of_view(view: &View<'_>) -> Vec<(&'static str, Option<Day>)> {
    vec![
        ("first sick day", Some(view.first_sick_day())),
        ("floor", view.minimum_wage_floor_last_day()),
        ("waiting period", view.waiting_period_last_day()),
        ("wia start", view.wia_start()),
        ("wages", view.wages_last_day()),
        ("ban", view.dismissal_ban_last_day()),
        ("early iva first", view.early_iva_first_day()),
        ("early iva last", view.early_iva_last_day()),
        ("relapse", view.relapse_joins_through()),
        ("sanction", view.sanction().and_then(|sanction| sanction.last_day())),
        ("look-back", day_of_milestone(view, Milestone::WIA_LOOK_BACK)),
        ("leave ban", day_of_milestone(view, Milestone::LEAVE_BAN)),
        ("waiting days", day_of_milestone(view, Milestone::WAITING_DAYS)),
    ]
}

fn milestones_of_oracle(answer: &oracle::Answer) -> Vec<(&'static str, Option<Day>)> {
    let milestones = [
        ("first sick day", Some(answer.first_sick_day)),
        ("floor", answer.floor_last),
        ("waiting period", answer.waiting_last),
        ("wia start", answer.wia_start),
        ("wages", answer.wages_last),
        ("ban", answer.ban_last),
        ("early iva first", answer.early_iva_first),
        ("early iva last", answer.early_iva_last),
        ("relapse", answer.relapse_joins_through),
        ("sanction", answer.sanction_last),
        ("look-back", answer.look_back_last),
        ("leave ban", answer.leave_ban_last),
        ("waiting days", answer.waiting_days_last),
    ];
    milestones.map(|(name, date)| (name, date.map(day_of))).into()
}

fn compare(view: &View<'_>, facts: &oracle::Facts, on: Day) -> Result<(), TestCaseError> {
    let answer = oracle::answer(facts).expect("a case that was accepted has a counted day");
    prop_assert_eq!(milestones_of_view(view), milestones_of_oracle(&answer), "on {}", on);
    prop_assert_eq!(windows_of_view(view), windows_of_oracle(&answer), "on {}", on);
    let (got, expected) = (table_of_view(view), table_of_oracle(&answer));
    for key in got.keys().chain(expected.keys()) {
        prop_assert_eq!(got.get(key), expected.get(key), "{:?} on {}", key, on);
    }
    let earlier: Vec<_> = view
        .earlier_cases()
        .iter()
        .map(|case| (case.first_sick_day(), case.last_sick_day()))
        .collect();
    let expected: Vec<_> =
        answer.earlier_cases.iter().map(|(first, last)| (day_of(*first), day_of(*last))).collect();
    prop_assert_eq!(earlier, expected, "earlier cases on {}", on);
    Ok(())
}

fn check(recorded: &Recorded, asked_after: u64) -> Result<(), TestCaseError> {
    let Ok(case) = recorded.case() else { return Err(TestCaseError::reject("not a valid case")) };
    let timeline = Timeline::new(&case);
    let facts = recorded.facts();
    let late = Day::new(2299, 12, 31);
    compare(&timeline.view(late), &facts.known_on(date(late)), late)?;

    // From the first counted day on: before it a view only knows that day.
    let everything = oracle::answer(&facts).expect("a counted day");
    let first =
        everything.earlier_cases.first().map_or(everything.first_sick_day, |(first, _)| *first);
    let on = day_of(first) + in_days(asked_after);
    let (view, known) = (timeline.view(on), facts.known_on(date(on)));
    prop_assert_eq!(view.counted_day(), oracle::counted_day(&known, date(on)), "counted on {}", on);
    compare(&view, &known, on)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100_000,
        max_global_rejects: 1_000_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_crate_agrees_with_the_oracle(recorded in recorded(), asked_after in 0_u64..1_200) {
        check(&recorded, asked_after)?;
    }
}
