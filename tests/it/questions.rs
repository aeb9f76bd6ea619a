//! Open questions and files that are recorded from a day on: worked by hand from the words, and properties over
//! random files.

use crate::common::in_days;
use crate::common::wide::{CaseFile, case_files};
use poortwachter::batch::{Batch, Summary};
use poortwachter::horizon::Horizon;
use poortwachter::timeline::{Answer, AnswerKind, DateOf, OpenQuestion, QuestionKind};
use poortwachter::verdict::{Judgement, Severity, Topic, Verdict};
use poortwachter::{
    Case, Day, Duty, Entitlement, EventKind, Joins, Lang, Leave, Milestone, OpenNorm, Regime, Role,
    Status, Timeline, View,
};
use proptest::prelude::*;

fn day(y: i32, m: u8, d: u8) -> Day {
    Day::new(y, m, d)
}

fn kinds(questions: &[OpenQuestion]) -> Vec<QuestionKind> {
    questions.iter().map(OpenQuestion::kind).collect()
}

#[track_caller]
fn under(question: &OpenQuestion, kind: AnswerKind, of: impl Into<DateOf>) -> Option<Day> {
    let answer = question.answer(kind).expect("the answer");
    answer.date(of).expect("a date that hangs on it").day()
}

const UNKNOWN: Status = Status::Undetermined(OpenNorm::NotRecorded);

// ---- Worked by hand ---------------------------------------------------------------------------------

/// Sick since 2 January 2023, nothing recorded, seen on 1 June 2026. The 104 weeks end on 29 December 2024, the
/// claim was due 77 days before, on 13 October 2024; that is 596 days ago. BW 7:629(11)(a): the wages run on by as
/// many days, to 17 August 2026; 7:670(11)(a): so does the ban, of which the two years end on 1 January 2025.
#[test]
fn no_claim_is_recorded_after_its_due_day() {
    use AnswerKind::{MadeInTime, MadeToday, NotMade};
    let case = Case::builder().sick_since(day(2023, 1, 2)).build().unwrap();
    let timeline = Timeline::new(&case);
    let view = timeline.view(day(2026, 6, 1));
    let questions = view.open_questions();
    assert_eq!(kinds(&questions), [QuestionKind::WiaClaimed]);
    let claim = &questions[0];
    assert_eq!(
        (claim.about(), claim.asks_whether_met()),
        (Some(day(2024, 10, 13)), Some(Duty::WIA_CLAIM))
    );
    let dates = [
        (Milestone::END_OF_WAGES, day(2024, 12, 29), day(2026, 8, 17)),
        (Milestone::WIA_START, day(2024, 12, 30), day(2026, 8, 18)),
        (Milestone::END_OF_DISMISSAL_BAN, day(2025, 1, 1), day(2026, 8, 20)),
    ];
    for (milestone, in_time, today) in dates {
        assert_eq!(under(claim, MadeInTime, milestone), Some(in_time));
        assert_eq!(under(claim, MadeToday, milestone), Some(today));
        assert_eq!(under(claim, NotMade, milestone), None);
        let moves = |kind| claim.answer(kind).unwrap().date(milestone).unwrap().moves_daily();
        assert_eq!([MadeInTime, MadeToday, NotMade].map(moves), [false, true, true]);
        assert!(!view.hangs_on(milestone).is_empty());
    }
    // WIA 102(3): eight weeks after a claim of today.
    let decision = DateOf::Duty(Duty::WIA_DECISION, 1);
    assert_eq!(under(claim, MadeToday, decision), Some(day(2026, 7, 27)));
    // The waiting period itself does not move.
    assert!(!claim.moves(Milestone::END_OF_WAITING_PERIOD));
    assert!(claim.may_be_deemed_timely());
    assert!(view.overdue() <= 1, "the claim at most");
}

/// On the due day itself nothing is late and nothing is asked; the day after it is.
#[test]
fn the_claim_is_asked_after_from_the_day_after_its_due_day() {
    let case =
        Case::builder().sick_since(day(2023, 1, 2)).met(Duty::PROBLEM_ANALYSIS, day(2023, 2, 1));
    let timeline = Timeline::new(&case.clone().build().unwrap());
    assert_eq!(timeline.view(day(2024, 10, 13)).open_questions(), []);
    let questions = timeline.view(day(2024, 10, 14)).open_questions();
    assert_eq!(kinds(&questions), [QuestionKind::WiaClaimed]);
    let wages = under(&questions[0], AnswerKind::MadeToday, Milestone::END_OF_WAGES);
    assert_eq!(wages, Some(day(2024, 12, 30)));
    // A notice is recorded: nothing is to be deemed.
    let told = case.event(EventKind::WiaNoticeReceived, day(2024, 9, 16)).build().unwrap();
    let questions = Timeline::new(&told).view(day(2024, 10, 14)).open_questions();
    assert!(!questions[0].may_be_deemed_timely());
    // Claimed, granted or died: nothing is asked.
    for kind in [EventKind::Met(Duty::WIA_CLAIM), EventKind::WiaGranted, EventKind::Deceased] {
        let known = told.with(kind, day(2024, 10, 20)).unwrap();
        assert_eq!(Timeline::new(&known).view(day(2024, 11, 1)).open_questions(), [], "{kind:?}");
    }
}

/// A file of 2017 with nothing recorded, seen in 2021: one question, and nothing to do besides.
#[test]
fn an_old_file_asks_one_question() {
    let case = Case::builder().sick_since(day(2017, 3, 6)).build().unwrap();
    let timeline = Timeline::new(&case);
    let view = timeline.view(day(2021, 6, 1));
    assert_eq!(kinds(&view.open_questions()), [QuestionKind::WiaClaimed]);
    let actionable = view.obligations().filter(|(_, status)| status.is_actionable());
    assert!(actionable.map(|(line, _)| line.duty()).eq([Duty::WIA_CLAIM]));
}

/// Sick 8 January to 2 June 2024 (147 days), leave 3 June to 22 September, sick again on the 23rd. One case: the
/// other 581 days end on 26 April 2026. A new case: 728 days from 23 September 2024 end on 20 September 2026.
#[test]
fn leave_of_which_nobody_decided_whether_it_joins() {
    let leave = Leave::new(day(2024, 6, 3), day(2024, 9, 22)).joining(Joins::Unknown, None);
    let builder =
        Case::builder().sick(day(2024, 1, 8), day(2024, 6, 2)).sick_since(day(2024, 9, 23));
    let case = builder.clone().add_leave(leave).met(Duty::PROBLEM_ANALYSIS, day(2024, 2, 1));
    let timeline = Timeline::new(&case.build().unwrap());
    let questions = timeline.view(day(2024, 10, 1)).open_questions();
    let joins =
        questions.iter().find(|it| it.kind() == QuestionKind::LeaveJoins).expect("it is asked");
    assert_eq!(joins.id(), "leave-joins-2024-06-03");
    let start = |kind| under(joins, kind, Milestone::WIA_START);
    assert_eq!(start(AnswerKind::OneCase), Some(day(2026, 4, 27)));
    assert_eq!(start(AnswerKind::NewCase), Some(day(2026, 9, 21)));
    // Where it was decided nothing is asked.
    for joins in [Joins::Yes, Joins::No] {
        let decided = leave.joining(joins, Some((Role::Uwv, day(2024, 9, 25))));
        let case = builder.clone().add_leave(decided).build().unwrap();
        let questions = Timeline::new(&case).view(day(2024, 10, 1)).open_questions();
        assert!(!kinds(&questions).contains(&QuestionKind::LeaveJoins));
    }
}

/// ZW 38a(3): six weeks and a day from 5 January 2026, if there is an entitlement.
#[test]
fn an_entitlement_that_nobody_knows_is_asked() {
    let case =
        |answer| Case::builder().sick_since(day(2026, 1, 5)).sickness_benefit_entitlement(answer);
    let timeline = Timeline::new(&case(Entitlement::Unknown).build().unwrap());
    let questions = timeline.view(day(2026, 2, 1)).open_questions();
    assert_eq!(kinds(&questions), [QuestionKind::Entitlement]);
    let report = DateOf::Duty(Duty::ENTITLEMENT_REPORT, 1);
    assert_eq!(under(&questions[0], AnswerKind::Entitled, report), Some(day(2026, 2, 16)));
    assert_eq!(under(&questions[0], AnswerKind::NotEntitled, report), None);
    for known in [Entitlement::Yes, Entitlement::No] {
        let timeline = Timeline::new(&case(known).build().unwrap());
        assert_eq!(timeline.view(day(2026, 2, 1)).open_questions(), []);
    }
}

/// RP 2(3): foreseen only after the six weeks, the analysis is due without delay, and on no day.
#[test]
fn whether_long_absence_was_foreseen_is_asked_once_the_analysis_is_overdue() {
    let case = Case::builder().sick_since(day(2026, 1, 5)).build().unwrap();
    let timeline = Timeline::new(&case);
    assert_eq!(timeline.view(day(2026, 2, 16)).open_questions(), []);
    let questions = timeline.view(day(2026, 2, 17)).open_questions();
    assert_eq!(kinds(&questions), [QuestionKind::LongAbsenceForeseen]);
    let analysis = DateOf::Duty(Duty::PROBLEM_ANALYSIS, 1);
    let due = |kind| under(&questions[0], kind, analysis);
    assert_eq!(due(AnswerKind::ForeseenInTime), Some(day(2026, 2, 16)));
    assert_eq!(due(AnswerKind::ForeseenLater), None);
}

/// Safety net, sick since 6 January 2025, leave 3 March to 22 June. ZW 29(5): 56 days before the leave, and 672
/// from 23 June 2025, to 25 April 2027. ZW 29a(4): 104 weeks from 23 June 2025, to 20 June 2027.
#[test]
fn the_benefit_after_a_leave_in_the_safety_net() {
    let case = Case::builder()
        .regime(Regime::SafetyNet)
        .sick_since(day(2025, 1, 6))
        .leave(day(2025, 3, 3), day(2025, 6, 22))
        .met(Duty::PROBLEM_ANALYSIS, day(2025, 2, 1));
    let timeline = Timeline::new(&case.build().unwrap());
    let asked = |on| {
        let questions = timeline.view(on).open_questions();
        questions.into_iter().find(|it| it.kind() == QuestionKind::BenefitAfterLeave)
    };
    assert_eq!(asked(day(2025, 6, 22)), None);
    let question = asked(day(2025, 6, 23)).expect("it is asked");
    let last = |kind| under(&question, kind, Milestone::END_OF_SICKNESS_BENEFIT);
    assert_eq!(last(AnswerKind::FromTheFirstSickDay), Some(day(2027, 4, 25)));
    assert_eq!(last(AnswerKind::FromTheDayAfterLeave), Some(day(2027, 6, 20)));
    assert_eq!(question.source().unwrap().citation.to_string(), "ZW art. 29a(4)");
}

#[test]
fn a_question_is_told_in_both_languages() {
    let case = Case::builder().sick_since(day(2023, 1, 2)).build().unwrap();
    let timeline = Timeline::new(&case);
    let on = day(2026, 6, 1);
    let claim = &timeline.view(on).open_questions()[0];
    let told = |kind, lang| {
        let answer = claim.answer(kind).unwrap();
        (claim.answer_in_words(answer, on, lang), claim.dates_in_words(answer, lang))
    };
    let (name, dates) = told(AnswerKind::MadeToday, Lang::Nl);
    assert_eq!(name, "nee, maar vandaag wel, 596 dagen te laat");
    assert!(dates.contains("Einde loondoorbetaling ma 17 aug 2026"), "{dates}");
    let (_, dates) = told(AnswerKind::NotMade, Lang::En);
    assert!(dates.starts_with("a day later every day: End of wages, "), "{dates}");
    assert!(claim.note(Lang::En).unwrap().contains("64(6)"));
}

// ---- Recorded since ---------------------------------------------------------------------------------

/// Due on the day itself is recorded; due on the day before is not known.
#[test]
fn what_was_due_before_the_file_was_recorded_is_not_known() {
    let of = |since| {
        let case =
            Case::builder().sick_since(day(2026, 1, 5)).recorded_since(since).build().unwrap();
        let timeline = Timeline::new(&case);
        let view = timeline.view(day(2026, 3, 1));
        view.obligation(Duty::PROBLEM_ANALYSIS).unwrap().1
    };
    assert_eq!(of(day(2026, 2, 16)), Status::Overdue { days: 13 });
    assert_eq!(of(day(2026, 2, 17)), UNKNOWN);
    // What counts from it counts from its planned day, as ever.
    let plan = |case: &Case| Timeline::new(case).obligation(Duty::PLAN_OF_ACTION).unwrap().due();
    let case = Case::builder().sick_since(day(2026, 1, 5)).build().unwrap();
    assert_eq!(plan(&case.with_recorded_since(day(2026, 6, 1)).unwrap()), plan(&case));
}

#[test]
fn a_verdict_says_once_what_is_not_known() {
    let case = Case::builder()
        .sick_since(day(2026, 1, 5))
        .recorded_since(day(2026, 6, 1))
        .build()
        .unwrap();
    let timeline = Timeline::new(&case);
    let verdict = Verdict::new(&timeline, day(2026, 6, 1));
    assert_eq!(verdict.finding(Topic::Duty(Duty::PROBLEM_ANALYSIS, 1)), None);
    assert_eq!(verdict.summary(), Severity::Attention);
    let words = verdict.view().not_recorded_words(Lang::En).unwrap();
    assert!(words.contains("Problem analysis") && words.contains("Mon 1 Jun 2026"), "{words}");
    let unknown = |finding: &poortwachter::verdict::Finding| {
        finding.judgement() == Judgement::Undetermined(OpenNorm::NotRecorded)
    };
    assert!(!verdict.findings().iter().any(unknown));
}

/// Two hundred running files taken over with nothing but their first sick days.
#[test]
fn nothing_is_overdue_on_the_first_night() {
    let today = day(2026, 6, 1);
    let mut horizon = Horizon::new(today, 30);
    let batch = Batch::new(today);
    let mut worker = batch.worker();
    for n in 0..200 {
        let first = today - in_days(5 * n + 1);
        let case = Case::builder().sick_since(first).recorded_since(today).build().unwrap();
        let timeline = Timeline::new(&case);
        let view = timeline.view(today);
        assert_eq!((view.overdue(), view.missed()), (0, 0), "{first}");
        let summary = worker.summary(&case);
        assert_eq!((summary.overdue, summary.missed), (0, 0), "{first}");
        horizon.add(n, &view);
        let verdict = Verdict::from_view(view);
        assert!(verdict.summary() <= Severity::Attention, "{first}");
    }
    assert_eq!(horizon.overdue_total(), 0);
}

// ---- Properties -------------------------------------------------------------------------------------

/// Every date of a view.
fn dates(view: &View<'_>) -> Vec<(DateOf, Option<Day>)> {
    let milestones = view.milestones();
    let milestones = milestones.iter().map(|line| (DateOf::from(line), Some(line.day())));
    let duties = view.obligations().map(|(line, _)| (DateOf::from(line), line.due()));
    milestones.chain(duties).collect()
}

fn of(dates: &[(DateOf, Option<Day>)], one: DateOf) -> Option<Day> {
    dates.iter().find(|(other, _)| *other == one).and_then(|(_, day)| *day)
}

/// The file with the fact that an answer is recorded as, if it is recorded as one.
fn resolved(file: &CaseFile, question: &OpenQuestion, answer: &Answer, on: Day) -> Option<Case> {
    let mut file = file.clone();
    let about = question.about();
    let mut joins = |joins, decided: Option<Day>| {
        let leave = file.leave.iter_mut().find(|leave| Some(leave.first) == about)?;
        (leave.joins, leave.decided_on) = (joins, decided);
        Some(())
    };
    match answer.kind() {
        AnswerKind::OneCase => joins(Joins::Yes, None)?,
        AnswerKind::NotDecided => joins(Joins::Unknown, None)?,
        AnswerKind::NewCase | AnswerKind::Decided => joins(Joins::No, Some(on))?,
        AnswerKind::Entitled => file.entitlement = Some(Entitlement::Yes),
        AnswerKind::NotEntitled => file.entitlement = Some(Entitlement::No),
        AnswerKind::MadeInTime => file.events.push((EventKind::Met(Duty::WIA_CLAIM), about?)),
        AnswerKind::MadeToday => file.events.push((EventKind::Met(Duty::WIA_CLAIM), on)),
        _ => return None,
    }
    file.case().ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// A fact that answers a question gives exactly the dates that stood under that answer, and moves no other.
    #[test]
    fn a_fact_gives_the_dates_under_its_answer(file in case_files(), after in 0_u64..900) {
        let Ok(case) = file.case() else { return Ok(()) };
        let on = *file.days().last().expect("a day") + in_days(after);
        let timeline = Timeline::new(&case);
        let view = timeline.view(on);
        let present = dates(&view);
        let questions = view.open_questions();
        for question in &questions {
            prop_assert!(question.answers().len() >= 2);
            let ids = questions.iter().filter(|other| other.id() == question.id());
            prop_assert_eq!(ids.count(), 1, "asked twice");
            for answer in question.answers() {
                let Some(case) = resolved(&file, question, answer, on) else { continue };
                let timeline = Timeline::new(&case);
                let found = dates(&timeline.view(on));
                for date in answer.dates() {
                    prop_assert_eq!(date.day(), of(&found, date.of()), "{:?}", date.of());
                }
                let all = present.iter().chain(&found).map(|(of, _)| *of);
                for other in all.filter(|date| !question.moves(*date)) {
                    prop_assert_eq!(of(&present, other), of(&found, other), "{:?}", other);
                }
            }
        }
    }

    /// It takes red away and changes nothing else, and the summary says so too.
    #[test]
    fn recorded_since_only_takes_red_away(
        file in case_files(),
        after in 0_u64..1_500,
        since in 0_u64..1_500,
    ) {
        let mut file = file;
        file.recorded_since = None;
        let Ok(case) = file.case() else { return Ok(()) };
        let first = case.spells()[0].first_day();
        let (on, since) = (first + in_days(after), first + in_days(since));
        let taken_over = case.with_recorded_since(since).expect("a day that can be meant");
        let (all, some) = (Timeline::new(&case), Timeline::new(&taken_over));
        let (all, some) = (all.view(on), some.view(on));
        prop_assert_eq!(all.milestones(), some.milestones());
        prop_assert_eq!((all.state(), all.end()), (some.state(), some.end()));
        prop_assert_eq!(all.obligations().count(), some.obligations().count());
        for ((line, before), (other, now)) in all.obligations().zip(some.obligations()) {
            prop_assert_eq!(line, other);
            let is_red = matches!(before, Status::Overdue { .. } | Status::Missed);
            match line.due() {
                Some(due) if is_red && due < since => prop_assert_eq!(now, UNKNOWN),
                None if is_red => prop_assert!(now == before || now == UNKNOWN),
                _ => prop_assert_eq!(now, before),
            }
        }
        let batch = Batch::new(on);
        prop_assert_eq!(batch.worker().summary(&taken_over), Summary::from_view(&some));
    }
}
