//! Possibilities: how they stand day by day, what they are not, and where they are told.

use poortwachter::horizon::{Horizon, PointKind};
use poortwachter::law::{Decision, PENDING, announced, wia::REINTEGRATION_REPORT};
use poortwachter::timeline::{PossibilityState, PossibilityWindow, Summary};
use poortwachter::wire::ViewForm;
use poortwachter::{Case, Day, Duty, EventKind, Explanation, Lang, Possibility, Timeline, View};

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

/// A WIA decision that was sent on Monday 2025-05-19: objection from 20 May through Monday 30 June, by post
/// through Monday 7 July.
fn decided() -> Case {
    let case = Case::builder()
        .sick_since(day(2023, 6, 5))
        .met(Duty::WIA_CLAIM, day(2025, 3, 24))
        .met(Duty::WIA_DECISION, day(2025, 5, 19));
    case.build().expect("a case")
}

fn of(view: &View<'_>, possibility: Possibility) -> Option<PossibilityWindow> {
    view.possibilities().into_iter().find(|window| window.possibility() == possibility)
}

#[test]
fn an_objection_opens_holds_and_lapses() {
    let timeline = Timeline::new(&decided());
    let state = |on| of(&timeline.view(on), Possibility::OBJECTION).map(|window| window.state());
    assert_eq!(state(day(2025, 5, 18)), None, "the decision is not known yet");
    assert_eq!(state(day(2025, 5, 19)), Some(PossibilityState::NotYetOpen));
    assert_eq!(state(day(2025, 5, 20)), Some(PossibilityState::Open));
    assert_eq!(state(day(2025, 6, 30)), Some(PossibilityState::Open));
    assert_eq!(state(day(2025, 7, 7)), Some(PossibilityState::Open), "by post");
    assert_eq!(state(day(2025, 7, 8)), Some(PossibilityState::Lapsed));
}

#[test]
fn one_that_was_used_stays_so() {
    let objected = EventKind::ObjectionMade { to: Some(Decision::WiaDecision) };
    let case = decided().with(objected, day(2025, 6, 2)).expect("an objection");
    let timeline = Timeline::new(&case);
    for on in [day(2025, 6, 2), day(2025, 7, 1), day(2027, 1, 1)] {
        let window = of(&timeline.view(on), Possibility::OBJECTION).expect("an objection");
        assert_eq!(
            (window.state(), window.taken()),
            (PossibilityState::Taken, Some(day(2025, 6, 2)))
        );
    }
    // The day before, nobody had objected.
    let before = of(&timeline.view(day(2025, 6, 1)), Possibility::OBJECTION).expect("open");
    assert_eq!((before.state(), before.taken()), (PossibilityState::Open, None));
}

#[test]
fn none_is_an_obligation_or_counted() {
    let case = decided();
    let plain = Case::builder().sick_since(day(2023, 6, 5)).build().expect("a case");
    for (case, on) in [(&case, day(2026, 3, 1)), (&plain, day(2025, 6, 1))] {
        let timeline = Timeline::new(case);
        let view = timeline.view(on);
        assert!(!view.possibilities().is_empty());
        for possibility in Possibility::ALL {
            assert!(view.obligations().all(|(line, _)| line.duty().id() != possibility.id()));
        }
        let summary = Summary::from_view(&view);
        assert_eq!(summary.overdue as usize, view.overdue());
    }
}

#[test]
fn every_day_has_a_derivation_and_an_explanation() {
    let objected = EventKind::ObjectionMade { to: None };
    let case = Case::builder()
        .sick_since(day(2023, 6, 5))
        .met(Duty::WIA_CLAIM, day(2025, 3, 10))
        .event(EventKind::NoticeOfDefault, day(2025, 5, 12))
        .met(Duty::WIA_DECISION, day(2025, 6, 16))
        .event(objected, day(2025, 7, 1))
        .event(EventKind::DismissalPermitGiven, day(2025, 5, 20))
        .event(EventKind::TransitionPaymentMade, day(2025, 8, 1))
        .build()
        .expect("a case");
    let timeline = Timeline::new(&case);
    let view = timeline.view(day(2025, 9, 1));
    let all = view.derivations();
    let windows = view.possibilities();
    // Beside the notice that was given, one will be possible for the decision on the objection.
    assert_eq!(windows.len(), 7);
    assert_eq!(all.possibilities().len(), windows.len());
    for window in &windows {
        let found = view.derivation_of_possibility(window).expect("a derivation");
        assert_eq!(all.possibility(window.possibility(), window.number()), Some(&found));
        assert_eq!(found.opens().day(), Some(window.opens()));
        assert_eq!(found.until().day(), window.until());
        assert_eq!(found.tolerated().day(), window.tolerated());
        for lang in [Lang::Nl, Lang::En] {
            let text = Explanation::from_possibility(&view, window, lang).to_string();
            let name = window.possibility().name(lang);
            assert!(text.starts_with(name), "{text}");
            let last = window.until().unwrap_or(window.opens());
            assert!(text.contains(&lang.long_date(last)), "{text}");
            assert!(text.contains(window.source().text.trim_end_matches('.')), "{text}");
        }
    }
}

#[test]
fn a_view_goes_out_with_its_possibilities() {
    let timeline = Timeline::new(&decided());
    let form = ViewForm::from(&timeline.view(day(2025, 6, 1)));
    let form = form.possibilities.iter().find(|form| form.possibility == "objection");
    let form = form.expect("an objection");
    assert_eq!((form.possibility, form.state), ("objection", "open"));
    assert_eq!((form.against, form.against_day), (Some("wia-decision"), Some(day(2025, 5, 19))));
    assert_eq!((form.opens, form.until), (day(2025, 5, 20), Some(day(2025, 6, 30))));
    assert_eq!((form.tolerated, form.taken), (Some(day(2025, 7, 7)), None));
    assert_eq!(form.who, ["employee", "employer"]);
    assert_eq!(form.citation.article, Some("6:7"));
}

#[test]
fn the_horizon_lists_the_last_day() {
    let timeline = Timeline::new(&decided());
    let points = |on: Day| {
        let mut horizon = Horizon::new(on, 30);
        horizon.add(0, &timeline.view(on));
        let objections = horizon.points().into_iter().filter(|it| it.rule().id() == "objection");
        objections.map(|point| (point.kind(), point.last_day())).collect::<Vec<_>>()
    };
    let last = (PointKind::Possibility, day(2025, 6, 30));
    assert_eq!(points(day(2025, 5, 30)), []);
    assert_eq!(points(day(2025, 5, 31)), [last]);
    assert_eq!(points(day(2025, 6, 30)), [last]);
    assert_eq!(points(day(2025, 7, 1)), []);
}

#[test]
fn coming_law_is_told_and_never_computed() {
    let names = |on| announced(&REINTEGRATION_REPORT, on).map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(names(day(2027, 12, 31)), [""; 0]);
    assert_eq!(names(day(2028, 1, 1)), ["physician-leading"]);
    // First sick day 2026-03-30: the report is due 91 days before 2028-03-26, on 2027-12-26; of 2026-04-06 a
    // week later, on 2028-01-02.
    let told = |first: Day| {
        let case = Case::builder().sick_since(first).build().expect("a case");
        let timeline = Timeline::new(&case);
        let form = ViewForm::from(&timeline.view(first));
        let report = form.obligations.into_iter().find(|line| line.duty == "reintegration-report");
        let report = report.expect("a report");
        (report.due, report.announced.iter().map(|it| it.id).collect::<Vec<_>>())
    };
    assert_eq!(told(day(2026, 3, 30)), (Some(day(2027, 12, 26)), vec![]));
    let told = told(day(2026, 4, 6));
    assert_eq!(told, (Some(day(2028, 1, 2)), vec!["physician-leading"]));
    for change in PENDING {
        assert!(!change.name.is_empty() && !change.what.is_empty(), "{}", change.id);
        assert!(change.url.starts_with("https://"), "{}", change.id);
    }
}
