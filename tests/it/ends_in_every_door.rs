//! Each way in which a case can end, in each output: nothing after it is due, at stake or to do.

use poortwachter::batch::{Batch, Obligations, Summary};
use poortwachter::export::icalendar::{self, Kind};
use poortwachter::export::svg;
use poortwachter::horizon::Horizon;
use poortwachter::law::{Afterwards, Force};
use poortwachter::protocol::presets;
use poortwachter::verdict::Verdict;
use poortwachter::{
    Case, Day, Duty, EndReason, EventKind, Explanation, Lang, Milestone, Regime, StateKind, Status,
    StatusKind, Timeline, View,
};

struct Ended {
    case: Case,
    reason: EndReason,
    last_day: Day,
}

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

fn ended() -> Vec<Ended> {
    let sick = |first: Day| Case::builder().id("ended").sick_since(first);
    let d = day(2023, 6, 5); // S(728) = 2025-06-01
    let claimed = || sick(d).met(Duty::WIA_CLAIM, day(2025, 3, 10));
    let of = |builder: poortwachter::CaseBuilder, reason, last_day| Ended {
        case: builder.build().expect("a case"),
        reason,
        last_day,
    };
    vec![
        of(
            sick(d).event(EventKind::Deceased, day(2023, 9, 14)),
            EndReason::Deceased,
            day(2023, 9, 14),
        ),
        // 28 days after the last sick day a relapse still continues the case.
        of(
            Case::builder().id("ended").sick(d, day(2023, 9, 14)),
            EndReason::Recovered,
            day(2023, 10, 12),
        ),
        of(claimed(), EndReason::WagesEnded, day(2025, 6, 1)),
        of(
            claimed().met(Duty::WIA_DECISION, day(2025, 5, 2)),
            EndReason::WiaDecided,
            day(2025, 6, 1),
        ),
        of(
            claimed().event(EventKind::WiaGranted, day(2025, 5, 2)),
            EndReason::WiaGranted,
            day(2025, 6, 1),
        ),
        of(
            claimed()
                .event(EventKind::WageSanction { weeks: None }, day(2025, 4, 15))
                .employment_last_day(day(2025, 10, 31)),
            EndReason::EmploymentEnded,
            day(2025, 10, 31),
        ),
        // Six weeks of wages (thirteen of who fell sick before 2023-07-01) from the state pension age.
        of(
            sick(day(2024, 1, 8)).state_pension_day(day(2024, 3, 4)),
            EndReason::StatePensionAge,
            day(2024, 4, 14),
        ),
        of(sick(d).regime(Regime::SafetyNet), EndReason::BenefitEnded, day(2025, 6, 1)),
        // The safety net follows an employment that ends in the first year.
        of(sick(d).employment_last_day(day(2024, 2, 29)), EndReason::BenefitEnded, day(2025, 6, 1)),
    ]
}

/// What still waits for the UWV, or for who can claim, after the payment.
fn waits_for_a_decision(view: &View<'_>, duty: Duty) -> bool {
    let (obligation, _) = view.obligation(duty).expect("a line");
    obligation.rule().afterwards == Afterwards::UntilDecided
}

fn each(check: impl Fn(&Ended, &View<'_>)) {
    for ended in ended() {
        let timeline = Timeline::new(&ended.case);
        for after in [1, 40, 900] {
            check(&ended, &timeline.view(ended.last_day + after));
        }
    }
}

#[test]
fn the_state_says_how_and_when() {
    each(|ended, view| {
        let end = view.end().expect("an end");
        assert_eq!((end.reason(), end.last_day()), (ended.reason, ended.last_day), "{}", view.on());
        let kind =
            if ended.reason == EndReason::Recovered { StateKind::Closed } else { StateKind::Ended };
        assert_eq!(view.state().kind(), kind);
    });
    for ended in ended() {
        let timeline = Timeline::new(&ended.case);
        let first =
            if ended.reason == EndReason::Deceased { ended.last_day } else { ended.last_day + 1 };
        assert!(timeline.view(first - 1).end().is_none(), "{:?}", ended.reason);
        assert!(timeline.view(first).end().is_some(), "{:?}", ended.reason);
    }
}

#[test]
fn nothing_is_to_do() {
    each(|ended, view| {
        for (obligation, status) in view.obligations() {
            let waits = waits_for_a_decision(view, obligation.duty());
            assert!(
                waits || !status.is_actionable(),
                "{:?}: {:?} {status:?}",
                ended.reason,
                obligation.duty()
            );
            let is_ahead = matches!(status, Status::NotYetOpen | Status::Possible | Status::Paused);
            assert!(waits || !is_ahead, "{:?}: {:?} {status:?}", ended.reason, obligation.duty());
        }
        assert!(view.next().is_none_or(|(line, _)| waits_for_a_decision(view, line.duty())));
    });
}

#[test]
fn no_milestone_lies_after_it() {
    // What the end of a payment brings with it.
    let follows = [Milestone::WIA_START, Milestone::END_OF_DISMISSAL_BAN, Milestone::WIA_LOOK_BACK];
    each(|ended, view| {
        for milestone in view.milestones() {
            let is_later = milestone.day() > ended.last_day;
            let is_usual = follows.contains(&milestone.milestone())
                && !matches!(ended.reason, EndReason::Deceased | EndReason::Recovered);
            assert!(!is_later || is_usual, "{:?}: {:?}", ended.reason, milestone.milestone());
        }
    });
}

#[test]
fn a_summary_counts_what_was_missed() {
    each(|ended, view| {
        let summary = Batch::new(view.on()).worker().summary(&ended.case);
        assert_eq!(summary, Summary::from_view(view));
        assert_eq!((summary.ended, summary.ended_on), (Some(ended.reason), Some(ended.last_day)));
        assert_eq!(usize::from(summary.missed), view.missed());
        assert!(summary.next_duty.is_none_or(|duty| waits_for_a_decision(view, duty)));
        let mut columns = Obligations::default();
        Batch::new(view.on()).obligations_into(std::slice::from_ref(&ended.case), &mut columns);
        let overdue =
            (0..columns.len()).filter(|i| columns.status_kind(*i) == Some(StatusKind::Overdue));
        assert_eq!(overdue.count(), usize::from(summary.overdue));
    });
}

#[test]
fn a_horizon_holds_nothing_of_it() {
    each(|_, view| {
        let mut horizon = Horizon::new(view.on(), 365);
        horizon.add(0, view);
        let waiting = |duty| waits_for_a_decision(view, duty);
        assert!(horizon.due().all(|(_, duty, _)| waiting(duty)));
        assert!(horizon.overdue().all(|(duty, _)| waiting(duty)));
    });
}

#[test]
fn a_calendar_asks_for_nothing() {
    each(|ended, view| {
        let options = icalendar::Options::new("example.org").kind(Kind::ToDos);
        let file = icalendar::calendar([view], &options).expect("a file");
        let asks = file.matches("STATUS:NEEDS-ACTION").count();
        let waiting = view.obligations().filter(|(line, status)| {
            waits_for_a_decision(view, line.duty())
                && !matches!(status, Status::NotApplicable(_) | Status::Lapsed(_) | Status::Missed)
                && line.met().is_none()
                && line.rule().force == Force::Duty
        });
        assert!(asks <= waiting.count(), "{:?} on {}:\n{file}", ended.reason, view.on());
    });
}

#[test]
fn nobody_is_reminded() {
    let protocol = presets::named("uwv").expect("a preset").protocol();
    each(|ended, view| {
        let agenda = protocol.agenda(view);
        for reminder in agenda.reminders_between(view.on(), view.on() + 400) {
            let duty: Option<Duty> = reminder.about().id().parse().ok();
            let waits = duty.is_some_and(|duty| waits_for_a_decision(view, duty));
            assert!(waits, "{:?}: {reminder:?}", ended.reason);
        }
    });
}

#[test]
fn nothing_is_at_stake() {
    each(|ended, view| {
        let verdict = Verdict::from_view(view.clone());
        for finding in verdict.findings() {
            let is_history = finding.met().is_some();
            assert!(is_history || finding.cost().is_empty(), "{:?}: {finding:?}", ended.reason);
        }
    });
}

#[test]
fn it_can_be_explained_and_drawn() {
    each(|_, view| {
        for lang in [Lang::Nl, Lang::En] {
            for (obligation, _) in view.obligations() {
                assert!(!Explanation::new(view, obligation, lang).to_string().is_empty());
            }
            for milestone in view.milestones() {
                assert!(
                    !Explanation::from_milestone(view, &milestone, lang).to_string().is_empty()
                );
            }
        }
        let picture = svg::case_timeline(view, &svg::Options::new(Lang::En));
        assert!(picture.contains("Ended on") || picture.contains("Closed"), "{picture}");
    });
}
