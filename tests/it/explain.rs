//! Telling cases, explained in both languages and read aloud. Each day below was counted by hand;
//! the texts stand in `tests/explain`. See `common/kept.rs`.

use crate::common::kept::assert_kept;
use poortwachter::Day;
use poortwachter::{
    Case, CaseBuilder, DeviationReason, Duty, EventKind, Explanation, Lang, Milestone, Regime,
    Timeline,
};

fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

/// Sick since Monday 5 January 2026.
fn monday() -> CaseBuilder {
    Case::builder().sick_since(day("2026-01-05"))
}

/// What is asked for.
enum Ask {
    Duty(Duty, u16),
    Milestone(Milestone),
}

/// Compares the text of an explanation, and its day, in both languages.
#[track_caller]
fn snapshot(name: &str, case: CaseBuilder, on: &str, ask: Ask, expected: Option<&str>) {
    let case = case.build().expect("a case");
    let timeline = Timeline::new(&case);
    let view = timeline.view(day(on));
    for (lang, ending) in [(Lang::Nl, "nl"), (Lang::En, "en")] {
        let explanation = match ask {
            Ask::Duty(duty, number) => {
                let mut lines = view.obligations().map(|(obligation, _)| obligation);
                let line = lines.find(|o| o.duty() == duty && o.number() == number);
                Explanation::new(&view, line.expect("a line"), lang)
            }
            Ask::Milestone(milestone) => {
                let all = view.milestones();
                let found = all.iter().find(|line| line.milestone() == milestone);
                Explanation::from_milestone(&view, found.expect("a milestone"), lang)
            }
        };
        assert_eq!(explanation.day(), expected.map(day), "{name}");
        assert_eq!(explanation.last_day_of_the_sum(), expected.map(day), "{name}");
        assert_kept(&format!("tests/explain/{name}.{ending}.txt"), &explanation.to_string());
    }
}

#[test]
fn plain_week_six() {
    // Day 43 = 5 January + 42 days.
    let ask = Ask::Duty(Duty::PROBLEM_ANALYSIS, 1);
    snapshot("plain-week-six", monday(), "2026-02-09", ask, Some("2026-02-16"));
}

#[test]
fn plan_after_a_late_analysis() {
    // 26 February + 14 days; the stricter day 56 is 1 March, a Sunday.
    let case = monday().met(Duty::PROBLEM_ANALYSIS, day("2026-02-26"));
    let ask = Ask::Duty(Duty::PLAN_OF_ACTION, 1);
    snapshot("plan-after-a-late-analysis", case, "2026-03-16", ask, Some("2026-03-12"));
}

#[test]
fn plan_before_the_analysis() {
    let ask = Ask::Duty(Duty::PLAN_OF_ACTION, 1);
    snapshot("plan-before-the-analysis", monday(), "2026-02-09", ask, Some("2026-03-02"));
}

#[test]
fn third_interview() {
    // 20 May + 42 days.
    let case = monday()
        .met(Duty::PROBLEM_ANALYSIS, day("2026-02-12"))
        .met(Duty::PLAN_OF_ACTION, day("2026-02-26"))
        .event(EventKind::Interview, day("2026-04-08"))
        .event(EventKind::Interview, day("2026-05-20"));
    let ask = Ask::Duty(Duty::PROGRESS_INTERVIEW, 3);
    snapshot("third-interview", case, "2026-06-22", ask, Some("2026-07-01"));
}

#[test]
fn report_across_a_gap() {
    // 3 January 2022 + 294 days = 24 October, and 21 recovered days.
    let case =
        Case::builder().sick(day("2022-01-03"), day("2022-07-03")).sick_since(day("2022-07-25"));
    let ask = Ask::Duty(Duty::UWV_SICKNESS_REPORT, 1);
    snapshot("report-across-a-gap", case, "2022-11-01", ask, Some("2022-11-14"));
}

#[test]
fn report_on_a_holiday() {
    // 16 June 2025 + 294 days is Easter Monday 6 April 2026.
    let case = Case::builder().sick_since(day("2025-06-16"));
    let ask = Ask::Duty(Duty::UWV_SICKNESS_REPORT, 1);
    snapshot("report-on-a-holiday", case, "2026-04-01", ask, Some("2026-04-06"));
}

#[test]
fn evaluation_on_a_sunday() {
    // Day 364 from Monday 2 February 2026 is Sunday 31 January 2027; the Friday before is the 29th.
    let case = Case::builder().sick_since(day("2026-02-02"));
    let ask = Ask::Duty(Duty::FIRST_YEAR_EVALUATION, 1);
    snapshot("evaluation-on-a-sunday", case, "2027-01-11", ask, Some("2027-01-31"));
}

#[test]
fn second_track_put_off() {
    // 20 January + 3 months instead of 21 December + 42 days.
    let case = monday()
        .met(Duty::FIRST_YEAR_EVALUATION, day("2026-12-21"))
        .event(EventKind::OwnEmployerPerspective, day("2027-01-20"));
    let ask = Ask::Duty(Duty::SECOND_TRACK_START, 1);
    snapshot("second-track-put-off", case, "2027-02-08", ask, Some("2027-04-20"));
}

#[test]
fn claim_counted_back_from_a_sunday() {
    // Sunday 2 January 2028 - 77 days.
    let ask = Ask::Duty(Duty::WIA_CLAIM, 1);
    snapshot("claim-counted-back", monday(), "2027-09-20", ask, Some("2027-10-17"));
}

#[test]
fn decision_extended_over_easter() {
    // 29 January 2027 + 56 days is Good Friday; the first working day is the Tuesday after Easter.
    let case =
        Case::builder().sick_since(day("2025-05-05")).met(Duty::WIA_CLAIM, day("2027-01-29"));
    let ask = Ask::Duty(Duty::WIA_DECISION, 1);
    snapshot("decision-over-easter", case, "2027-03-01", ask, Some("2027-03-30"));
}

#[test]
fn wages_after_a_late_claim() {
    // Day 728 is 29 December 2024; the claim came on 20 instead of 13 October.
    let case =
        Case::builder().sick_since(day("2023-01-02")).met(Duty::WIA_CLAIM, day("2024-10-20"));
    let ask = Ask::Milestone(Milestone::END_OF_WAGES);
    snapshot("wages-after-a-late-claim", case, "2024-11-01", ask, Some("2025-01-05"));
}

/// The claim in time, the sanction ten days late.
fn sanctioned() -> CaseBuilder {
    Case::builder()
        .sick_since(day("2022-01-03"))
        .met(Duty::WIA_CLAIM, day("2023-10-10"))
        .event(EventKind::WageSanction { weeks: None }, day("2023-11-29"))
}

#[test]
fn wages_after_a_sanction_that_was_shortened() {
    // 31 December 2023 + 364 days = 29 December 2024, less 10 days.
    let ask = Ask::Milestone(Milestone::END_OF_WAGES);
    snapshot("wages-after-a-sanction", sanctioned(), "2024-01-10", ask, Some("2024-12-19"));
}

#[test]
fn dismissal_ban_after_a_sanction() {
    // 2 January 2024 + 354 days.
    let ask = Ask::Milestone(Milestone::END_OF_DISMISSAL_BAN);
    snapshot("ban-after-a-sanction", sanctioned(), "2024-01-10", ask, Some("2024-12-21"));
}

#[test]
fn sanction_with_leave_in_it() {
    // 364 days from 30 December 2024 are 28 December 2025; 112 days of leave lie in them.
    let case = Case::builder()
        .sick_since(day("2023-01-02"))
        .met(Duty::WIA_CLAIM, day("2024-10-10"))
        .event(EventKind::WageSanction { weeks: None }, day("2024-11-11"))
        .leave(day("2025-03-03"), day("2025-06-22"));
    let ask = Ask::Milestone(Milestone::WIA_START);
    snapshot("sanction-with-leave", case, "2025-07-01", ask, Some("2026-04-20"));
}

#[test]
fn leave_in_the_middle() {
    // 26 October 2026 and 112 days of leave.
    let case = monday().leave(day("2026-05-04"), day("2026-08-23"));
    let ask = Ask::Duty(Duty::UWV_SICKNESS_REPORT, 1);
    snapshot("leave-in-the-middle", case, "2026-10-26", ask, Some("2027-02-15"));
}

#[test]
fn relapse_after_more_than_four_weeks() {
    // 35 recovered days: 6 April is day 1, + 42 days.
    let case =
        Case::builder().sick(day("2026-01-05"), day("2026-03-01")).sick_since(day("2026-04-06"));
    let ask = Ask::Duty(Duty::PROBLEM_ANALYSIS, 1);
    snapshot("new-case", case, "2026-05-11", ask, Some("2026-05-18"));
}

#[test]
fn leave_that_does_not_join() {
    // 133 days between the spells, 21 of them no leave: 30 September is day 1, + 42 days. By the reading of
    // 2022 the case of 8 January went on.
    let case = Case::builder()
        .sick(day("2024-01-08"), day("2024-05-19"))
        .leave(day("2024-06-03"), day("2024-09-22"))
        .sick_since(day("2024-09-30"));
    let ask = Ask::Duty(Duty::PROBLEM_ANALYSIS, 1);
    snapshot("leave-that-does-not-join", case, "2024-10-14", ask, Some("2024-11-11"));
}

#[test]
fn long_absence_foreseen_late() {
    let case = monday().event(EventKind::LongAbsenceForeseen, day("2026-03-02"));
    let ask = Ask::Duty(Duty::PROBLEM_ANALYSIS, 1);
    snapshot("long-absence-foreseen-late", case, "2026-03-09", ask, None);
}

#[test]
fn safety_net() {
    let case = monday().regime(Regime::SafetyNet);
    let ask = Ask::Duty(Duty::PROBLEM_ANALYSIS, 1);
    snapshot("safety-net", case, "2026-03-09", ask, Some("2026-02-16"));
}

#[test]
fn state_pension_age() {
    // 42 days, 1 June the first.
    let case = monday().state_pension_day(day("2026-06-01"));
    let ask = Ask::Milestone(Milestone::END_OF_WAGES);
    snapshot("state-pension-age", case, "2026-06-15", ask, Some("2026-07-12"));
}

#[test]
fn recovered() {
    let case = Case::builder().sick(day("2026-01-05"), day("2026-03-15"));
    let ask = Ask::Duty(Duty::UWV_SICKNESS_REPORT, 1);
    snapshot("recovered", case, "2026-03-20", ask, None);
}

#[test]
fn relapse_window() {
    // 15 March + 28 days.
    let case = Case::builder().sick(day("2026-01-05"), day("2026-03-15"));
    let ask = Ask::Milestone(Milestone::RELAPSE_WINDOW);
    snapshot("relapse-window", case, "2026-03-20", ask, Some("2026-04-12"));
}

#[test]
fn no_possibilities() {
    let case = monday()
        .met(Duty::PROBLEM_ANALYSIS, day("2026-02-12"))
        .event(EventKind::NoPossibilities, day("2026-02-12"));
    let ask = Ask::Duty(Duty::PLAN_OF_ACTION, 1);
    snapshot("no-possibilities", case, "2026-03-20", ask, None);
}

#[test]
fn agreed_deviation() {
    let deviation = EventKind::AgreedDeviation {
        duty: Duty::PROBLEM_ANALYSIS,
        until: day("2026-03-02"),
        reason: DeviationReason::PartyAbsent,
    };
    let case = monday().event(deviation, day("2026-02-10"));
    let ask = Ask::Duty(Duty::PROBLEM_ANALYSIS, 1);
    snapshot("agreed-deviation", case, "2026-02-20", ask, Some("2026-03-02"));
}

#[test]
fn plan_made_in_time() {
    let case = monday()
        .met(Duty::PROBLEM_ANALYSIS, day("2026-02-12"))
        .met(Duty::PLAN_OF_ACTION, day("2026-02-24"));
    let ask = Ask::Duty(Duty::PLAN_OF_ACTION, 1);
    snapshot("plan-in-time", case, "2026-03-02", ask, Some("2026-02-26"));
}

#[test]
fn start_of_the_wia() {
    let ask = Ask::Milestone(Milestone::WIA_START);
    snapshot("wia-start", monday(), "2026-03-02", ask, Some("2028-01-03"));
}

#[test]
fn report_at_the_end_of_the_employment() {
    let case = monday().employment_last_day(day("2026-06-30"));
    let ask = Ask::Duty(Duty::REINTEGRATION_REPORT, 1);
    snapshot("end-of-employment", case, "2026-06-01", ask, Some("2026-06-30"));
}

#[test]
fn old_law() {
    // Day 728 from 3 January 2011 is 30 December 2012; thirteen weeks before it.
    let case = Case::builder().sick_since(day("2011-01-03"));
    let ask = Ask::Duty(Duty::WIA_CLAIM, 1);
    snapshot("old-law", case, "2012-09-03", ask, Some("2012-09-30"));
}
