//! Protocols and reminders. Every date below was counted by hand from the first sick day:
//! Monday 5 January 2026 is day 1, so that week n ends on a Sunday, `7n - 1` days later.

use crate::common::in_days;
use poortwachter::Day;
use poortwachter::law::{self, LAW, Layer};
use poortwachter::protocol::{
    Agenda, Anchor, EventName, Loosening, Moment, Origin, OwnDateRemark, Protocol, ProtocolError,
    Recipient, Reminder, ReminderKind, ReminderRule, Setting, Task, TaskStatus, Treatment, diff,
    presets,
};
use poortwachter::{
    Actor, Case, CaseBuilder, Duty, EventKind, Lang, Reason, Regime, Standing, Timeline, View,
};
use proptest::prelude::*;
use std::sync::LazyLock;

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

const MONDAY: (i32, u8, u8) = (2026, 1, 5);

fn sick() -> CaseBuilder {
    let (y, m, d) = MONDAY;
    Case::builder().sick_since(day(y, m, d))
}

fn with_agenda<T>(
    case: CaseBuilder,
    on: Day,
    protocol: &Protocol,
    look: impl Fn(&Agenda<'_>, &View<'_>) -> T,
) -> T {
    let timeline = Timeline::new(&case.build().expect("valid"));
    let view = timeline.view(on);
    look(&protocol.agenda(&view), &view)
}

/// A reminder in one line: day, recipient, kind, what, deadline, origin.
fn line(reminder: &Reminder) -> String {
    let planned = if reminder.is_planned() { " planned" } else { "" };
    format!(
        "{} {} {} {}#{} {} {}{planned}",
        reminder.on(),
        reminder.to().id(),
        reminder.kind().id(),
        reminder.about().id(),
        reminder.about().number(),
        reminder.deadline(),
        reminder.origin().id(),
    )
}

fn lines(agenda: &Agenda<'_>, from: Day, to: Day) -> Vec<String> {
    agenda.reminders_between(from, to).map(line).collect()
}

fn error(builder: poortwachter::protocol::ProtocolBuilder) -> ProtocolError {
    builder.build().expect_err("it should be refused")
}

// Golden reminders.

#[test]
fn the_default_reminds_two_weeks_ahead_on_the_day_and_the_day_after() {
    // The analysis is due on S(43), 16 February; the plan is planned for S(57), 2 March.
    let told = with_agenda(sick(), day(2026, 1, 20), &Protocol::default(), |agenda, _| {
        lines(agenda, day(2026, 1, 1), day(2026, 3, 15))
    });
    assert_eq!(
        told,
        [
            // 14 days before 11 January nobody was sick yet.
            "2026-01-05 employer lead sickness-report-occupational-health#1 2026-01-11 practice",
            "2026-01-11 employer due sickness-report-occupational-health#1 2026-01-11 practice",
            "2026-01-12 employer late sickness-report-occupational-health#1 2026-01-11 practice",
            "2026-02-02 employer lead problem-analysis#1 2026-02-16 ministerial-regulation",
            "2026-02-16 employer due problem-analysis#1 2026-02-16 ministerial-regulation",
            "2026-02-16 employer lead plan-of-action#1 2026-03-02 ministerial-regulation planned",
            "2026-02-17 employer late problem-analysis#1 2026-02-16 ministerial-regulation",
            "2026-03-02 employer due plan-of-action#1 2026-03-02 ministerial-regulation planned",
        ]
    );
}

/// The published weeks: analysis in week 6, extension in week 86, final evaluation and current
/// opinion in week 88, report in week 90, claim in week 92
/// (support.othersideatwork.nl, Ziekte (WVP) protocol).
#[test]
fn xpert_suite_reminds_in_its_published_weeks() {
    let preset = presets::named("xpert-suite").unwrap();
    let case = || {
        sick()
            .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 10))
            .met(Duty::PLAN_OF_ACTION, day(2026, 2, 20))
    };
    let protocol = preset.protocol();
    let told = with_agenda(case(), day(2027, 8, 1), &protocol, |agenda, _| {
        let told = agenda.reminders_between(day(2027, 8, 20), day(2027, 10, 31));
        told.filter(|r| r.about().id() != "progress-interview").map(line).collect::<Vec<_>>()
    });
    assert_eq!(
        told,
        [
            "2027-08-29 employer due consider-extension#1 2027-08-29 protocol",
            "2027-08-30 employer late consider-extension#1 2027-08-29 protocol",
            "2027-09-12 occupational-physician due current-opinion#1 2027-09-12 protocol",
            "2027-09-12 employer due final-evaluation#1 2027-09-12 protocol",
            "2027-09-13 occupational-physician late current-opinion#1 2027-09-12 protocol",
            "2027-09-13 employer late final-evaluation#1 2027-09-12 protocol",
            "2027-09-26 employer due reintegration-report#1 2027-09-26 protocol",
            "2027-09-27 employer late reintegration-report#1 2027-09-26 protocol",
            // Week 91 and thirteen weeks before 2 January 2028 are the same Sunday.
            "2027-10-03 occupational-physician due current-opinion#1 2027-10-03 practice",
            "2027-10-03 employer due final-evaluation#1 2027-10-03 practice",
            "2027-10-03 employer due reintegration-report#1 2027-10-03 act",
            "2027-10-04 occupational-physician late current-opinion#1 2027-10-03 practice",
            "2027-10-04 employer late final-evaluation#1 2027-10-03 practice",
            "2027-10-04 employer late reintegration-report#1 2027-10-03 act",
            "2027-10-10 employee due wia-claim#1 2027-10-10 protocol",
            "2027-10-11 employee late wia-claim#1 2027-10-10 protocol",
            "2027-10-17 employee due wia-claim#1 2027-10-17 act",
            "2027-10-18 employee late wia-claim#1 2027-10-17 act",
        ]
    );
}

/// HRMQ alerts from 14 days before the due day of four duties.
#[test]
fn hrmq_alerts_fourteen_days_ahead() {
    let protocol = presets::named("hrmq").unwrap().protocol();
    let leads = with_agenda(sick(), day(2026, 1, 5), &protocol, |agenda, _| {
        let leads = agenda.reminders().iter().filter(|r| r.kind() == ReminderKind::Lead);
        leads.map(|r| (r.on(), r.about().id().to_string())).collect::<Vec<_>>()
    });
    assert_eq!(
        leads,
        [
            (day(2026, 2, 2), "problem-analysis".to_string()),
            (day(2026, 2, 16), "plan-of-action".to_string()),
            // S(295) is 26 October 2026, S(364) is 3 January 2027.
            (day(2026, 10, 12), "uwv-sickness-report".to_string()),
            (day(2026, 12, 20), "first-year-evaluation".to_string()),
        ]
    );
}

#[test]
fn sazas_and_the_uwv_want_the_analysis_in_week_6_and_the_plan_in_week_8() {
    for name in ["sazas", "uwv"] {
        let protocol = presets::named(name).unwrap().protocol();
        with_agenda(sick(), day(2026, 1, 10), &protocol, |agenda, _| {
            let own = |duty| agenda.line(duty).unwrap().own_date().map(|own| own.day());
            assert_eq!(own(Duty::PROBLEM_ANALYSIS), Some(day(2026, 2, 15)), "{name}");
            assert_eq!(own(Duty::PLAN_OF_ACTION), Some(day(2026, 3, 1)), "{name}");
            assert_eq!(own(Duty::WIA_CLAIM), None, "{name}");
        });
    }
    let sazas = presets::named("sazas").unwrap().protocol();
    with_agenda(sick(), day(2026, 1, 10), &sazas, |agenda, _| {
        assert_eq!(agenda.tasks()[0].day(), Some(day(2026, 1, 6)));
        assert_eq!(agenda.tasks()[0].status(), TaskStatus::NotTracked);
    });
}

#[test]
fn own_dates_and_escalations_of_the_example_by_hand() {
    let protocol = Protocol::builder("House rules")
        .own_date(Duty::PROBLEM_ANALYSIS, Moment::end_of_week(5))
        .working_days_only()
        .reminders(
            ReminderRule::none()
                .lead_days([14, 3])
                .on_the_day()
                .late(1, [Recipient::Acting])
                .late(7, [Recipient::Acting, Recipient::Actor(Actor::CaseManager)]),
        )
        .build()
        .unwrap();
    let told = with_agenda(sick(), day(2026, 1, 12), &protocol, |agenda, _| {
        let about = agenda.reminders().iter().filter(|r| r.about().id() == "problem-analysis");
        about.map(line).collect::<Vec<_>>()
    });
    assert_eq!(
        told,
        [
            // Week 5 ends on Sunday 8 February. 14 days before is a Sunday: back to Friday.
            "2026-01-23 employer lead problem-analysis#1 2026-02-08 protocol",
            "2026-02-05 employer lead problem-analysis#1 2026-02-08 protocol",
            "2026-02-06 employer due problem-analysis#1 2026-02-08 protocol",
            "2026-02-09 employer late problem-analysis#1 2026-02-08 protocol",
            // Seven days after the own date is Sunday 15: on to Monday 16, the due day. From then
            // on the law speaks.
            "2026-02-16 employer due problem-analysis#1 2026-02-16 ministerial-regulation",
            "2026-02-17 employer late problem-analysis#1 2026-02-16 ministerial-regulation",
            "2026-02-23 employer late problem-analysis#1 2026-02-16 ministerial-regulation",
            "2026-02-23 case-manager late problem-analysis#1 2026-02-16 ministerial-regulation",
        ]
    );
}

#[test]
fn nobody_is_reminded_of_what_is_done() {
    let case = || sick().met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 3));
    let of_analysis = |on| {
        with_agenda(case(), on, &Protocol::default(), |agenda, _| {
            agenda.reminders().iter().filter(|r| r.about().id() == "problem-analysis").count()
        })
    };
    assert_eq!(of_analysis(day(2026, 2, 2)), 3);
    assert_eq!(of_analysis(day(2026, 2, 3)), 0);
}

#[test]
fn the_uwv_is_reminded_only_where_it_is_named() {
    let to_uwv = |rule: ReminderRule| {
        let protocol = Protocol::builder("p").reminders(rule).build().unwrap();
        with_agenda(sick(), day(2026, 1, 10), &protocol, |agenda, _| {
            agenda.reminders().iter().filter(|r| r.to() == Actor::Uwv).count()
        })
    };
    let rule = || ReminderRule::none().on_the_day();
    assert_eq!(to_uwv(rule()), 0);
    assert!(to_uwv(rule().to([Recipient::Actor(Actor::Uwv)])) > 0);
    // Without an employer the UWV acts for it.
    let protocol = Protocol::builder("p").reminders(rule()).build().unwrap();
    let case = sick().regime(Regime::SafetyNet);
    let to = with_agenda(case, day(2026, 1, 10), &protocol, |agenda, _| {
        agenda.reminders().iter().map(Reminder::to).collect::<Vec<_>>()
    });
    assert!(to.iter().all(|to| *to == Actor::Employee), "{to:?}");
    assert!(!to.is_empty());
}

// Own dates.

#[test]
fn an_own_date_that_depends_on_the_case_is_never_later_than_the_due_day() {
    // "Week 8" for the plan: with an analysis on 20 January the plan is due on 3 February.
    let protocol = presets::named("uwv").unwrap().protocol();
    let case = sick().met(Duty::PROBLEM_ANALYSIS, day(2026, 1, 20));
    with_agenda(case, day(2026, 1, 21), &protocol, |agenda, _| {
        let plan = agenda.line(Duty::PLAN_OF_ACTION).unwrap();
        assert_eq!(plan.obligation().due(), Some(day(2026, 2, 3)));
        let own = plan.own_date().unwrap();
        assert_eq!(own.day(), day(2026, 2, 3));
        assert_eq!(own.remark(), Some(OwnDateRemark::AfterDue { asked: day(2026, 3, 1) }));
    });
}

#[test]
fn an_own_date_waits_until_the_duty_opens() {
    let protocol = Protocol::builder("p")
        .own_date(Duty::FIRST_YEAR_EVALUATION, Moment::end_of_week(40))
        .build()
        .unwrap();
    with_agenda(sick(), day(2026, 1, 21), &protocol, |agenda, _| {
        let own = agenda.line(Duty::FIRST_YEAR_EVALUATION).unwrap().own_date().unwrap();
        // S(316), the first day of week 46; week 40 ends on S(280).
        assert_eq!(own.day(), day(2026, 11, 16));
        assert_eq!(own.remark(), Some(OwnDateRemark::BeforeItOpens { asked: day(2026, 10, 11) }));
    });
}

#[test]
fn weeks_of_sickness_skip_recovered_days() {
    // 21 recovered days from 4 to 24 July 2022; S(182) is 3 July, S(183) is 25 July.
    let case = Case::builder().sick(day(2022, 1, 3), day(2022, 7, 3)).sick_since(day(2022, 7, 25));
    let timeline = Timeline::new(&case.build().unwrap());
    let view = timeline.view(day(2022, 12, 1));
    let at = |moment: Moment| moment.in_view(&view);
    assert_eq!(at(Moment::end_of_week(26)), Some(day(2022, 7, 3)));
    assert_eq!(at(Moment::start_of_week(27)), Some(day(2022, 7, 25)));
    assert_eq!(at(Moment::end_of_week(26).sick_weeks_after(1)), Some(day(2022, 7, 31)));
    assert_eq!(at(Moment::end_of_week(26).days_after(7)), Some(day(2022, 7, 10)));
    assert_eq!(at(Moment::start_of_week(27).sick_weeks_before(1)), Some(day(2022, 6, 27)));
    // Back from a recovered day: the first of the seven days before it is 3 July.
    let recovered = Moment::end_of_week(26).days_after(7);
    assert_eq!(at(recovered), Some(day(2022, 7, 10)));
    assert_eq!(at(Moment::first_sick_day().sick_weeks_before(1)), None);
}

#[test]
fn counting_back_from_a_day_that_does_not_count() {
    // The plan was adjusted on 10 July, between two spells.
    let case = Case::builder()
        .sick(day(2022, 1, 3), day(2022, 7, 3))
        .sick_since(day(2022, 7, 25))
        .event(EventKind::PlanAdjusted, day(2022, 7, 10));
    let timeline = Timeline::new(&case.build().unwrap());
    let view = timeline.view(day(2022, 12, 1));
    let adjusted = Moment::new(Anchor::Event(EventName::of("plan-adjusted").unwrap()));
    // The seven counted days before it are 27 June to 3 July; the seven after it 25 to 31 July.
    assert_eq!(adjusted.sick_weeks_before(1).in_view(&view), Some(day(2022, 6, 27)));
    assert_eq!(adjusted.sick_weeks_after(1).in_view(&view), Some(day(2022, 7, 31)));
}

// Rhythms.

#[test]
fn interviews_every_four_weeks_instead_of_six() {
    let protocol = Protocol::builder("p")
        .every_weeks(Duty::PROGRESS_INTERVIEW, 4)
        .reminders(ReminderRule::none().on_the_day())
        .build()
        .unwrap();
    let case = || {
        sick()
            .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 10))
            .met(Duty::PLAN_OF_ACTION, day(2026, 2, 20))
            .event(EventKind::Interview, day(2026, 3, 18))
    };
    with_agenda(case(), day(2026, 4, 1), &protocol, |agenda, _| {
        let days: Vec<_> =
            agenda.tasks().iter().take(3).map(|t| (t.about().number(), t.day())).collect();
        // 28 days after 18 March, and on.
        let expected = [(2, day(2026, 4, 15)), (3, day(2026, 5, 13)), (4, day(2026, 6, 10))];
        assert_eq!(days, expected.map(|(number, day)| (number, Some(day))));
        assert!(agenda.tasks()[0].about().is_in_own_rhythm());
        let interviews =
            agenda.reminders().iter().filter(|r| r.about().id() == "progress-interview");
        assert!(interviews.clone().all(|r| r.origin() == Origin::Protocol));
        assert_eq!(interviews.map(|r| r.on()).next(), Some(day(2026, 4, 15)));
        let line =
            agenda.lines().iter().find(|l| l.obligation().duty() == Duty::PROGRESS_INTERVIEW);
        assert_eq!(line.unwrap().treatment(), Treatment::OwnRhythm);
        // The wages end on 2 January 2028: none is planned after that.
        assert!(agenda.tasks().iter().all(|task| task.day() <= Some(day(2028, 1, 2))));
    });
}

// Tasks.

fn task(id: &str, when: Moment) -> Task {
    Task::new(id, "Taak", "Task", Actor::CaseManager, when)
}

fn statuses(case: CaseBuilder, on: Day, tasks: &[Task]) -> Vec<(String, Option<Day>, TaskStatus)> {
    let builder = Protocol::builder("p");
    let builder = tasks.iter().fold(builder, |builder, task| builder.task(task.clone()));
    let protocol = builder.build().unwrap();
    with_agenda(case, on, &protocol, |agenda, _| {
        let tasks = agenda.tasks().iter();
        tasks.map(|task| (task.about().id().to_string(), task.day(), task.status())).collect()
    })
}

#[test]
fn an_event_shows_that_a_task_was_done() {
    let interview = EventName::of("interview").unwrap();
    let tasks = [
        task("first", Moment::end_of_week(2)).done_by(interview),
        task("second", Moment::end_of_week(4)).done_by(interview),
        task("untied", Moment::end_of_week(3)),
        task("late", Moment::end_of_week(1)).done_by(EventName::from(Duty::PROBLEM_ANALYSIS)),
        task("unknown", Moment::met(Duty::PLAN_OF_ACTION).days_after(3)),
    ];
    let case = sick().event(EventKind::Interview, day(2026, 1, 15));
    assert_eq!(
        statuses(case, day(2026, 1, 20), &tasks),
        [
            ("late".into(), Some(day(2026, 1, 11)), TaskStatus::Late { days: 9 }),
            ("first".into(), Some(day(2026, 1, 18)), TaskStatus::Done { on: day(2026, 1, 15) }),
            ("untied".into(), Some(day(2026, 1, 25)), TaskStatus::NotTracked),
            // One interview does for one task.
            ("second".into(), Some(day(2026, 2, 1)), TaskStatus::ToDo),
            ("unknown".into(), None, TaskStatus::Waiting),
        ]
    );
}

#[test]
fn tasks_fall_away_with_recovery_death_and_the_end_of_the_employment() {
    let tasks = [
        task("call", Moment::first_sick_day().days_after(30)),
        task("after-care", Moment::new(Anchor::LastSickDay).days_after(14)),
    ];
    let status = |case: CaseBuilder, on| {
        let mut told = statuses(case, on, &tasks);
        told.sort_by(|a, b| b.0.cmp(&a.0));
        told.into_iter().map(|(_, day, status)| (day, status)).collect::<Vec<_>>()
    };
    let recovered = || Case::builder().sick(day(2026, 1, 5), day(2026, 1, 16));
    let after_care = (Some(day(2026, 1, 30)), TaskStatus::NotTracked);
    let call = Some(day(2026, 2, 4));
    assert_eq!(status(recovered(), day(2026, 1, 20)), [(call, TaskStatus::Paused), after_care]);
    assert_eq!(
        status(recovered(), day(2026, 3, 20)),
        [(call, TaskStatus::Lapsed(Reason::Recovered)), after_care]
    );
    let deceased = sick().event(EventKind::Deceased, day(2026, 1, 19));
    let lapsed = TaskStatus::Lapsed(Reason::Deceased);
    assert_eq!(status(deceased, day(2026, 1, 20)), [(call, lapsed), (None, lapsed)]);
    let leaves = sick().employment_last_day(day(2026, 2, 3));
    assert_eq!(
        status(leaves, day(2026, 1, 20)),
        [(call, TaskStatus::Lapsed(Reason::EmploymentEnds)), (None, TaskStatus::Waiting)]
    );
}

#[test]
fn an_anchor_on_a_series_gives_a_series_of_tasks() {
    let invite = task("invite", Moment::due(Duty::PROGRESS_INTERVIEW).days_before(7));
    let case = sick()
        .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 10))
        .met(Duty::PLAN_OF_ACTION, day(2026, 2, 20));
    let told = statuses(case, day(2026, 2, 21), &[invite]);
    // Interviews 42 and 84 days after the plan, 3 April and 15 May.
    assert_eq!(told[0].1, Some(day(2026, 3, 27)));
    assert_eq!(told[1].1, Some(day(2026, 5, 8)));
    assert!(told.len() > 10);
}

// The law stays.

fn is_statutory(duty: Duty) -> bool {
    let mut rules = LAW.rules().iter().filter(|rule| rule.duty() == Some(duty));
    rules.any(|rule| rule.layer <= Layer::MinisterialRegulation)
}

#[test]
fn no_statutory_duty_can_be_loosened() {
    let mut statutory = 0;
    for duty in law::duties() {
        let left_out = Protocol::builder("p").leave_out(duty).build();
        let later = Protocol::builder("p").own_date(duty, Moment::due(duty).days_after(1)).build();
        let rhythm = Protocol::builder("p").every_weeks(duty, 8).build();
        let how = |result: &Result<Protocol, ProtocolError>| match result {
            Err(ProtocolError::LoosensStatute { duty: of, how, .. }) if *of == duty => Some(*how),
            _ => None,
        };
        assert!(later.is_err(), "{}", duty.id());
        if is_statutory(duty) {
            statutory += 1;
            assert_eq!(how(&left_out), Some(Loosening::LeftOut), "{}", duty.id());
            assert_eq!(how(&later), Some(Loosening::LaterDate), "{}", duty.id());
            assert!(rhythm.is_err(), "{}", duty.id());
        } else {
            assert!(left_out.is_ok(), "{}", duty.id());
        }
    }
    assert!(statutory >= 15, "{statutory}");
    assert!(Protocol::builder("p").leave_out(Duty::PROGRESS_INTERVIEW).build().is_ok());
    assert!(Protocol::builder("p").every_weeks(Duty::PROGRESS_INTERVIEW, 8).build().is_ok());
}

#[test]
fn the_first_week_that_is_too_late_is_refused() {
    // Days from the first of an uninterrupted case to the due day, in the regime that has the earliest; and the
    // last week that lies on or before that.
    let days = |first: Day, duty| {
        let due = |regime: &Regime| {
            let case = Case::builder().regime(*regime).sick_since(first).build().expect("valid");
            Timeline::new(&case).obligation(duty).and_then(|line| line.due())
        };
        Regime::ALL.iter().filter_map(due).min().expect("a due day").days_since(first)
    };
    let last_week =
        |first: Day, duty| u16::try_from((days(first, duty) + 1) / 7).expect("it is small");
    // A protocol is held against the law in force, for cases that begin long after it began.
    let under_the_law_in_force = day(2090, 1, 2);
    for (duty, in_2022) in [
        (Duty::PROBLEM_ANALYSIS, 6),     // S(43) is the first day of week 7
        (Duty::PLAN_OF_ACTION, 8),       // planned S(57)
        (Duty::UWV_SICKNESS_REPORT, 42), // S(295)
        (Duty::FIRST_YEAR_EVALUATION, 52),
        (Duty::CURRENT_OPINION, 91),
        (Duty::FINAL_EVALUATION, 91),
        (Duty::REINTEGRATION_REPORT, 91),
        (Duty::WIA_CLAIM, 93),
    ] {
        assert_eq!(last_week(day(2022, 1, 3), duty), in_2022, "{}", duty.id());
        let week = last_week(under_the_law_in_force, duty);
        let in_week =
            |week| Protocol::builder("p").own_date(duty, Moment::end_of_week(week)).build();
        assert!(in_week(week).is_ok(), "{} in week {week}: {:?}", duty.id(), in_week(week));
        let refused = in_week(week + 1).expect_err(duty.id());
        assert!(
            matches!(refused, ProtocolError::LoosensStatute { how: Loosening::LaterDate, .. }),
            "{refused}"
        );
        assert_eq!(refused.field(), "duties[0].own_date");
    }
    // In calendar days too, and from another duty.
    let due =
        u16::try_from(days(under_the_law_in_force, Duty::PROBLEM_ANALYSIS)).expect("it is small");
    let late = Moment::first_sick_day().days_after(due + 1);
    assert!(Protocol::builder("p").own_date(Duty::PROBLEM_ANALYSIS, late).build().is_err());
    let on_the_due_day = Moment::first_sick_day().days_after(due);
    assert!(
        Protocol::builder("p").own_date(Duty::PROBLEM_ANALYSIS, on_the_due_day).build().is_ok()
    );
    let plan = |days| {
        let after = Moment::met(Duty::PROBLEM_ANALYSIS).days_after(days);
        Protocol::builder("p").own_date(Duty::PLAN_OF_ACTION, after).build()
    };
    let plan_due = LAW.rule("plan-of-action").expect("a rule").version_in_force().due;
    let weeks = plan_due.term.number().expect("a number");
    assert!(plan(7 * weeks).is_ok());
    assert!(plan(7 * weeks + 1).is_err());
}

#[test]
fn a_later_day_for_policy_or_practice_says_what_to_do_instead() {
    let refused =
        error(Protocol::builder("p").own_date(Duty::SICKNESS_REPORT, Moment::end_of_week(2)));
    assert!(matches!(refused, ProtocolError::LaterThanDue { layer: Layer::Practice, .. }));
    assert!(refused.to_string().contains("left_out"), "{refused}");
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_field() {
    let field = |builder| error(builder).field().to_string();
    let builder = || Protocol::builder("p");
    let rule = ReminderRule::none;
    assert_eq!(field(Protocol::builder(" ")), "name");
    assert_eq!(field(Protocol::builder("two\nlines")), "name");
    assert_eq!(field(builder().reminders(rule().lead_days([0]))), "reminders.lead_days[0]");
    assert_eq!(field(builder().reminders(rule().to([]))), "reminders.to");
    assert_eq!(
        field(builder().reminders(rule().late(0, [Recipient::Acting]))),
        "reminders.late[0].after_days"
    );
    assert_eq!(field(builder().reminders(rule().late(1, []))), "reminders.late[0].to");
    let week_0 = builder().own_date(Duty::WIA_CLAIM, Moment::end_of_week(0));
    assert_eq!(field(week_0), "duties[0].own_date.week");
    let far = Moment::due(Duty::WIA_CLAIM).days_before(40_000);
    assert_eq!(field(builder().own_date(Duty::WIA_CLAIM, far)), "duties[0].own_date.days_before");
    let itself = builder().own_date(Duty::WIA_CLAIM, Moment::met(Duty::WIA_CLAIM));
    assert!(matches!(error(itself), ProtocolError::AnchoredOnItself { .. }));
    let series = builder().own_date(Duty::RECALIBRATION, Moment::end_of_week(10));
    assert!(matches!(error(series), ProtocolError::SameDayForASeries { .. }));
    let rhythm = builder().every_weeks(Duty::SICKNESS_REPORT, 4);
    assert!(matches!(error(rhythm), ProtocolError::NoRhythm { .. }));
    let twice =
        builder().task(task("a", Moment::end_of_week(1))).task(task("a", Moment::end_of_week(2)));
    assert_eq!(field(twice), "tasks[1].task");
    assert_eq!(field(builder().task(task("Bel!", Moment::end_of_week(1)))), "tasks[0].task");
    let duty = builder().task(task("wia-claim", Moment::end_of_week(1)));
    assert!(matches!(error(duty), ProtocolError::NameOfADuty { .. }));
    let left_out = builder()
        .leave_out(Duty::SICKNESS_REPORT)
        .own_date(Duty::SICKNESS_REPORT, Moment::first_sick_day());
    assert!(matches!(error(left_out), ProtocolError::LeftOutAndMore { other: "own_date", .. }));
}

#[test]
fn every_preset_passes_the_door_and_names_its_source() {
    for preset in presets::ALL {
        let protocol = preset.protocol();
        assert_eq!(protocol.to_builder().build().as_ref(), Ok(&protocol), "{}", preset.id());
        assert!(preset.url().starts_with("http"), "{}", preset.id());
        assert!(!preset.published().is_empty(), "{}", preset.id());
        let is_published = |id: &str| preset.published().iter().any(|line| line.id == id);
        for rule in protocol.duties() {
            assert!(is_published(rule.duty().id()), "{}: {}", preset.id(), rule.duty().id());
        }
        for task in protocol.tasks() {
            assert!(is_published(task.id()), "{}: {}", preset.id(), task.id());
        }
        for line in preset.published() {
            let is_task = protocol.tasks().iter().any(|task| task.id() == line.id);
            assert!(is_task || law::duty(line.id).is_some(), "{}: {}", preset.id(), line.id);
        }
    }
}

#[test]
fn every_event_has_words_in_both_languages() {
    for name in EventName::ALL.iter().copied() {
        for lang in [Lang::Nl, Lang::En] {
            assert_ne!(name.name(lang), name.id());
        }
    }
}

#[test]
fn a_diff_is_empty_for_equals_and_turns_around() {
    for a in presets::ALL.iter().map(|preset| preset.protocol()) {
        assert!(diff(&a, &a).is_empty());
        for b in presets::ALL.iter().map(|preset| preset.protocol()) {
            let there: Vec<_> =
                diff(&a, &b).iter().map(|c| (c.before().cloned(), c.after().cloned())).collect();
            let mut back: Vec<_> =
                diff(&b, &a).iter().map(|c| (c.after().cloned(), c.before().cloned())).collect();
            assert_eq!(there.len(), back.len());
            back.retain(|change| !there.contains(change));
            assert!(back.is_empty(), "{back:?}");
            assert_eq!(there.is_empty(), a == b);
        }
    }
    let uwv = presets::named("uwv").unwrap().protocol();
    let ours = uwv
        .to_builder()
        .own_date(Duty::PROBLEM_ANALYSIS, Moment::end_of_week(5))
        .leave_out(Duty::SICKNESS_REPORT)
        .task(task("call", Moment::first_sick_day().days_after(1)))
        .build()
        .unwrap();
    let changes = diff(&uwv, &ours);
    let told: Vec<String> = changes.iter().map(|change| change.words(Lang::Nl)).collect();
    assert_eq!(
        told,
        [
            "Probleemanalyse: eigen datum: laatste dag van week 6 → laatste dag van week 5",
            "Ziekmelding bij bedrijfsarts of arbodienst: weggelaten: nee → ja",
            "Taak call: naam: niets → Taak",
            "Taak call: wie: niets → casemanager",
            "Taak call: wanneer: niets → 1 dag na eerste ziektedag",
        ]
    );
    assert_eq!(changes[0].before(), Some(&Setting::OwnDate(Moment::end_of_week(6))));
}

// Properties.

#[derive(Clone, Debug)]
struct Random {
    first: Day,
    gap: Option<(u64, u64)>,
    met: Vec<(Duty, u64)>,
    on: u64,
}

impl Random {
    fn case(&self, shift: u64) -> Option<Timeline> {
        let first = self.first + in_days(shift);
        let mut builder = Case::builder();
        builder = match self.gap {
            Some((sick, healthy)) => {
                let last = first + in_days(sick - 1);
                builder.sick(first, last).sick_since(last + in_days(healthy + 1))
            }
            None => builder.sick_since(first),
        };
        for (duty, on) in &self.met {
            builder = builder.met(*duty, first + in_days(*on));
        }
        Some(Timeline::new(&builder.build().ok()?))
    }
}

fn random() -> impl Strategy<Value = Random> {
    const DUTIES: [(Duty, u64, u64); 7] = [
        (Duty::SICKNESS_REPORT, 0, 20),
        (Duty::PROBLEM_ANALYSIS, 5, 90),
        (Duty::PLAN_OF_ACTION, 20, 120),
        (Duty::PROGRESS_INTERVIEW, 60, 300),
        (Duty::UWV_SICKNESS_REPORT, 60, 400),
        (Duty::FIRST_YEAR_EVALUATION, 300, 420),
        (Duty::WIA_CLAIM, 600, 720),
    ];
    let met =
        DUTIES.map(|(duty, from, to)| prop::option::of((from..to).prop_map(move |on| (duty, on))));
    let met = Vec::from(met).prop_map(|met| met.into_iter().flatten().collect());
    let first = (0_u64..20_000).prop_map(|n| day(2023, 7, 1) + in_days(n));
    let gap = prop::option::of((1_u64..500, 1_u64..28));
    (first, gap, met, 0_u64..900).prop_map(|(first, gap, met, on)| Random { first, gap, met, on })
}

/// Own dates that depend on the case, own tasks, own lead times.
fn busy(working_days_only: bool) -> Protocol {
    let anchor = |anchor| Moment::new(anchor);
    let mut builder = Protocol::builder("busy");
    if working_days_only {
        builder = builder.working_days_only();
    }
    builder
        .own_date(
            Duty::PROBLEM_ANALYSIS,
            Moment::first_sick_day().days_after(40).to_next_working_day(),
        )
        .own_date(Duty::PLAN_OF_ACTION, Moment::end_of_week(8))
        .own_date(Duty::UWV_SICKNESS_REPORT, anchor(Anchor::Advised(Duty::UWV_SICKNESS_REPORT)))
        .own_date(Duty::FIRST_YEAR_EVALUATION, Moment::end_of_week(52))
        .own_date(Duty::WIA_CLAIM, anchor(Anchor::Opens(Duty::WIA_CLAIM)).days_after(14))
        .own_date(Duty::REINTEGRATION_REPORT, anchor(Anchor::EndOfWages).days_before(100))
        .own_date(Duty::SECOND_TRACK_START, Moment::met(Duty::FIRST_YEAR_EVALUATION).days_after(7))
        .own_date(Duty::PROGRESS_INTERVIEW, Moment::due(Duty::PROGRESS_INTERVIEW).days_before(3))
        .task(task("call", Moment::first_sick_day().days_after(3)))
        .task(task("talk", Moment::end_of_week(3)).done_by(EventName::from(Duty::PROBLEM_ANALYSIS)))
        .reminders(
            ReminderRule::none()
                .lead_days([21, 7, 1])
                .on_the_day()
                .late(1, [Recipient::Acting])
                .late(14, [Recipient::Actor(Actor::CaseManager)]),
        )
        .build()
        .expect("valid")
}

static BUSY: LazyLock<Protocol> = LazyLock::new(|| busy(false));
static BUSY_ON_WORKING_DAYS: LazyLock<Protocol> = LazyLock::new(|| busy(true));

/// Without the dates that look at the public holidays.
static WITHOUT_HOLIDAYS: LazyLock<Protocol> = LazyLock::new(|| {
    BUSY.to_builder()
        .own_date(Duty::PROBLEM_ANALYSIS, Moment::first_sick_day().days_after(40))
        .own_date(Duty::UWV_SICKNESS_REPORT, Moment::end_of_week(41))
        .build()
        .expect("valid")
});

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn an_own_date_never_lies_after_the_due_day(random in random(), steps in any::<bool>()) {
        let Some(timeline) = random.case(0) else { return Ok(()) };
        let protocol: &Protocol = if steps { &BUSY_ON_WORKING_DAYS } else { &BUSY };
        let view = timeline.view(random.first + in_days(random.on));
        let agenda = protocol.agenda(&view);
        for line in agenda.lines() {
            if let Some(own) = line.own_date() {
                prop_assert!(Some(own.day()) <= line.obligation().due());
            }
        }
        for reminder in agenda.reminders() {
            prop_assert_eq!(reminder.kind() == ReminderKind::Late, reminder.on() > reminder.deadline());
            prop_assert!(reminder.on() >= view.first_sick_day());
        }
        prop_assert!(agenda.reminders().is_sorted());
    }

    #[test]
    fn the_obligations_stay_as_they_are(random in random()) {
        let Some(timeline) = random.case(0) else { return Ok(()) };
        let view = timeline.view(random.first + in_days(random.on));
        for protocol in [&Protocol::default(), &*BUSY] {
            let agenda = protocol.agenda(&view);
            let seen: Vec<_> = agenda.lines().iter().map(|l| (l.obligation(), l.status())).collect();
            prop_assert_eq!(seen, view.obligations().collect::<Vec<_>>());
        }
        let plain = Protocol::default();
        let agenda = plain.agenda(&view);
        prop_assert!(agenda.lines().iter().all(|line| line.own_date().is_none()));
        prop_assert!(agenda.reminders().iter().all(|r| r.origin() != Origin::Protocol));
    }

    /// Whoever asks every day for the reminders of that day never reminds of what was done.
    #[test]
    fn no_reminder_on_or_after_the_day_on_which_it_was_met(random in random()) {
        let Some(timeline) = random.case(0) else { return Ok(()) };
        let protocol = &*BUSY;
        for (duty, on) in &random.met {
            let met = random.first + in_days(*on);
            for later in [0, 1, 5, 30] {
                let today = met + in_days(later);
                let view = timeline.view(today);
                let agenda = protocol.agenda(&view);
                let mut told = agenda.reminders_between(today, today);
                let again = told.any(|r| r.about().of_duty() == Some(*duty)
                    && *duty != Duty::PROGRESS_INTERVIEW);
                prop_assert!(!again, "{} on {today}", duty.id());
            }
        }
    }

    #[test]
    fn weeks_later_everything_is_weeks_later(random in random(), weeks in 1_u64..500) {
        let shift = in_days(weeks * 7);
        let (Some(now), Some(later)) = (random.case(0), random.case(weeks * 7)) else {
            return Ok(());
        };
        let protocol = &*WITHOUT_HOLIDAYS;
        let told = |timeline: &Timeline, on: Day, shift: i32| {
            let view = timeline.view(on);
            let agenda = protocol.agenda(&view);
            let told = agenda.reminders().iter().filter(|r| r.about().id() != "wia-decision");
            told.map(|r| (r.on() + shift, r.deadline() + shift, r.about().clone(), r.to(), r.kind()))
                .collect::<Vec<_>>()
        };
        let on = random.first + in_days(random.on);
        // Under the same law: no version of a rule and no duty came in between.
        let law = |timeline: &Timeline, on: Day| {
            let view = timeline.view(on);
            let lines = view.obligations().map(|(line, _)| {
                let is_older = line.standing() == Standing::NotApplicable(Reason::OldLaw);
                (line.duty(), line.version(), is_older)
            });
            let mut law: Vec<_> = lines.collect();
            law.dedup();
            law
        };
        if law(&now, on) != law(&later, on + shift) {
            return Ok(());
        }
        prop_assert_eq!(told(&now, on, shift), told(&later, on + shift, 0));
    }
}

/// Names that stand in files and in JSON, and so stay.
#[test]
fn names_that_stay() {
    let treatments = [Treatment::Followed, Treatment::LeftOut, Treatment::OwnRhythm];
    assert_eq!(treatments.map(Treatment::id), ["followed", "left-out", "own-rhythm"]);
    let statuses = [
        (TaskStatus::Done { on: day(2026, 1, 5) }, "done", false),
        (TaskStatus::ToDo, "to-do", true),
        (TaskStatus::Late { days: 2 }, "late", true),
        (TaskStatus::NotTracked, "not-tracked", true),
        (TaskStatus::Waiting, "waiting", false),
        (TaskStatus::Paused, "paused", false),
        (TaskStatus::Lapsed(Reason::Recovered), "lapsed", false),
    ];
    for (status, id, is_open) in statuses {
        assert_eq!((status.id(), status.is_open()), (id, is_open));
    }
    let own = Task::new("call", "Bellen", "Call", Actor::Employer, Moment::first_sick_day());
    let names = (own.id(), own.name(Lang::Nl), own.name(Lang::En), own.who());
    assert_eq!(names, ("call", "Bellen", "Call", Actor::Employer));
}

/// On the due day itself the statute speaks, a day before it the protocol.
#[test]
fn an_own_date_on_the_due_day_is_that_of_the_law() {
    // Due on counted day 43, 42 days after the first.
    for (days, origin, on) in [
        (42, Origin::Law(Layer::MinisterialRegulation), day(2026, 2, 16)),
        (41, Origin::Protocol, day(2026, 2, 15)),
    ] {
        let protocol = Protocol::builder("p")
            .own_date(Duty::PROBLEM_ANALYSIS, Moment::first_sick_day().days_after(days))
            .reminders(ReminderRule::none().lead_days([7]))
            .build()
            .unwrap();
        with_agenda(sick(), day(2026, 1, 20), &protocol, |agenda, _| {
            let of_analysis = |r: &&Reminder| r.about().id() == "problem-analysis";
            let reminders: Vec<_> = agenda.reminders().iter().filter(of_analysis).collect();
            let [reminder] = reminders[..] else { panic!("{reminders:?}") };
            assert_eq!((reminder.origin(), reminder.deadline()), (origin, on));
            assert_eq!(reminder.on(), on - 7);
        });
    }
}

/// The plan is due on counted day 57 at the latest: 14 days after an analysis on its last day.
#[test]
fn a_day_later_than_the_plan_can_be_due_is_refused() {
    let own = |days| {
        Protocol::builder("p")
            .own_date(Duty::PLAN_OF_ACTION, Moment::first_sick_day().days_after(days))
            .build()
    };
    assert!(own(56).is_ok());
    let later = Loosening::LaterDate;
    assert!(matches!(own(57), Err(ProtocolError::LoosensStatute { how, .. }) if how == later));
}

/// The first interview of a rhythm follows from one that was held: its day is known.
#[test]
fn only_the_first_interview_of_a_rhythm_is_not_planned() {
    let protocol = Protocol::builder("p").every_weeks(Duty::PROGRESS_INTERVIEW, 4).build().unwrap();
    let planned = |case: CaseBuilder, on| {
        with_agenda(case, on, &protocol, |agenda, _| {
            let tasks = agenda.tasks().iter().take(3);
            tasks.map(|task| (task.is_planned(), task.status())).collect::<Vec<_>>()
        })
    };
    let made = || {
        sick()
            .met(Duty::PROBLEM_ANALYSIS, day(2026, 2, 10))
            .met(Duty::PLAN_OF_ACTION, day(2026, 2, 20))
    };
    let later = (true, TaskStatus::ToDo);
    // Four weeks after the plan: 20 March.
    let first = (false, TaskStatus::Late { days: 5 });
    assert_eq!(planned(made(), day(2026, 3, 25)), [first, later, later]);
    let held = made().event(EventKind::Interview, day(2026, 3, 18));
    assert_eq!(planned(held, day(2026, 4, 1)), [(false, TaskStatus::ToDo), later, later]);
    // No plan yet: all of them follow from one that is still to come.
    assert_eq!(planned(sick(), day(2026, 2, 1)), [later, later, later]);
}

/// No distance at all is the anchor itself.
#[test]
fn no_days_before_or_after_is_the_day_itself() {
    let timeline = Timeline::new(&sick().build().unwrap());
    let view = timeline.view(day(2026, 2, 1));
    for (moment, on) in [
        (Moment::first_sick_day().days_after(0), day(2026, 1, 5)),
        (Moment::first_sick_day().days_before(0), day(2026, 1, 5)),
        (Moment::first_sick_day().days_after(1), day(2026, 1, 6)),
        (Moment::first_sick_day().days_before(1), day(2026, 1, 4)),
        (Moment::first_sick_day().sick_weeks_after(0), day(2026, 1, 5)),
    ] {
        assert_eq!(moment.in_view(&view), Some(on));
    }
}
