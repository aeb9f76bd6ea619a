//! Day 1 by WIA art. 23(2) and the Regeling bepaling eerste werkdag, written by hand from the
//! regulation. 2026-01-05 is a Monday.

use poortwachter::Day;
use poortwachter::{
    Absence, Case, FirstSickDay, FirstSickDayError, FirstSickDayReason as Why, NotWorked,
    WorkingDays,
};

const OFFICE: WorkingDays = WorkingDays::MONDAY_TO_FRIDAY;
const PART_TIME: WorkingDays = WorkingDays::MONDAY.and(WorkingDays::TUESDAY);

#[track_caller]
fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Both the day and the article: the right day for the wrong reason is wrong.
#[track_caller]
fn expect(absence: Absence, first: &str, article: &str) {
    let found = FirstSickDay::from_absence(absence).unwrap();
    let at = found.citation();
    let paragraph = match at.paragraph {
        "" => String::new(),
        paragraph => format!(" lid {paragraph}"),
    };
    assert_eq!(
        (found.day().to_string().as_str(), cited(at.instrument.short, at.article, &paragraph)),
        (first, article.to_string())
    );
}

fn cited(instrument: &str, article: &str, paragraph: &str) -> String {
    format!("{instrument} {article}{paragraph}")
}

#[track_caller]
fn refused(absence: Absence) -> FirstSickDayError {
    FirstSickDay::from_absence(absence).unwrap_err()
}

// WIA art. 23(2): stopped during working time

#[test]
fn stopped_during_the_day() {
    expect(Absence::stopped_working(day("2026-01-06")), "2026-01-06", "WIA 23 lid 2");
}

#[test]
fn stopped_on_a_saturday_shift() {
    expect(Absence::stopped_working(day("2026-01-10")), "2026-01-10", "WIA 23 lid 2");
}

#[test]
fn stopped_although_leave_was_granted_from_the_day_before() {
    let absence = Absence::stopped_working(day("2026-01-06"))
        .not_worked(day("2026-01-05"), NotWorked::Leave)
        .not_worked(day("2026-01-06"), NotWorked::Leave);
    expect(absence, "2026-01-06", "WIA 23 lid 2");
}

// REW art. 5: night shift

#[test]
fn night_shift_stopped_after_midnight() {
    // Monday 22:00 to Tuesday 06:00, stopped on Tuesday at 02:00.
    expect(Absence::stopped_night_shift(day("2026-01-05")), "2026-01-05", "REW 5");
}

#[test]
fn night_shift_over_the_end_of_the_year() {
    expect(Absence::stopped_night_shift(day("2025-12-31")), "2025-12-31", "REW 5");
}

#[test]
fn night_shift_that_started_on_a_sunday() {
    expect(Absence::stopped_night_shift(day("2026-01-04")), "2026-01-04", "REW 5");
}

#[test]
fn night_worker_ill_in_the_afternoon_after_the_shift() {
    // Nights that start on Monday to Thursday; the Monday shift was worked to its end on Tuesday
    // morning, and no work was stopped. The next shift would have started on Tuesday.
    let nights = PART_TIME.and(WorkingDays::WEDNESDAY).and(WorkingDays::THURSDAY);
    expect(Absence::did_not_start(day("2026-01-06"), nights), "2026-01-06", "REW 2");
}

// REW art. 2: usual working days

#[test]
fn ill_before_work_on_a_working_day() {
    expect(Absence::did_not_start(day("2026-01-05"), OFFICE), "2026-01-05", "REW 2");
}

#[test]
fn ill_on_friday_evening_after_work() {
    expect(Absence::unfit_after_work(day("2026-01-09"), OFFICE), "2026-01-12", "REW 2");
}

#[test]
fn ill_on_friday_before_work() {
    expect(Absence::did_not_start(day("2026-01-09"), OFFICE), "2026-01-09", "REW 2");
}

#[test]
fn ill_in_the_evening_with_work_the_next_day() {
    expect(Absence::unfit_after_work(day("2026-01-07"), OFFICE), "2026-01-08", "REW 2");
}

#[test]
fn ill_in_the_weekend() {
    expect(Absence::did_not_start(day("2026-01-10"), OFFICE), "2026-01-12", "REW 2");
    expect(Absence::did_not_start(day("2026-01-11"), OFFICE), "2026-01-12", "REW 2");
}

#[test]
fn weekend_worker() {
    let weekend = WorkingDays::SATURDAY.and(WorkingDays::SUNDAY);
    expect(Absence::did_not_start(day("2026-01-05"), weekend), "2026-01-10", "REW 2");
    expect(Absence::unfit_after_work(day("2026-01-10"), weekend), "2026-01-11", "REW 2");
    expect(Absence::unfit_after_work(day("2026-01-11"), weekend), "2026-01-17", "REW 2");
}

#[test]
fn part_timer_on_a_day_off() {
    expect(Absence::did_not_start(day("2026-01-07"), PART_TIME), "2026-01-12", "REW 2");
}

#[test]
fn one_day_a_week_waits_a_whole_week() {
    let days = WorkingDays::WEDNESDAY;
    expect(Absence::did_not_start(day("2026-01-07"), days), "2026-01-07", "REW 2");
    expect(Absence::did_not_start(day("2026-01-08"), days), "2026-01-14", "REW 2");
    expect(Absence::unfit_after_work(day("2026-01-07"), days), "2026-01-14", "REW 2");
}

#[test]
fn over_a_leap_day() {
    // 2028-02-29 is a Tuesday.
    expect(Absence::unfit_after_work(day("2028-02-28"), OFFICE), "2028-02-29", "REW 2");
    expect(Absence::did_not_start(day("2028-02-26"), PART_TIME), "2028-02-28", "REW 2");
}

#[test]
fn ill_on_a_public_holiday_that_is_a_usual_working_day() {
    // Easter Monday: the regulation asks on which day work is usually done, not whether it is a
    // public holiday.
    expect(Absence::did_not_start(day("2026-04-06"), OFFICE), "2026-04-06", "REW 2");
    // The same from the Saturday before it on.
    expect(Absence::did_not_start(day("2026-04-04"), OFFICE), "2026-04-06", "REW 2");
}

// REW art. 3: no usual working days

#[test]
fn on_call_worker() {
    let absence = Absence::without_usual_days(day("2026-01-06"), day("2026-01-15"));
    expect(absence, "2026-01-15", "REW 3 lid 1");
}

#[test]
fn on_call_worker_who_was_called_for_the_same_day() {
    let absence = Absence::without_usual_days(day("2026-01-06"), day("2026-01-06"));
    expect(absence, "2026-01-06", "REW 3 lid 1");
}

#[test]
fn on_call_worker_on_leave() {
    let absence = Absence::without_usual_days(day("2026-01-06"), day("2026-01-15"))
        .not_worked(day("2026-01-08"), NotWorked::Leave);
    expect(absence, "2026-01-08", "REW 6 lid 1(a)");
}

#[test]
fn on_call_worker_with_leave_after_the_day_that_counts() {
    let absence = Absence::without_usual_days(day("2026-01-06"), day("2026-01-15"))
        .not_worked(day("2026-01-05"), NotWorked::Leave)
        .not_worked(day("2026-01-16"), NotWorked::Leave);
    expect(absence, "2026-01-15", "REW 3 lid 1");
}

#[test]
fn could_not_have_worked_before_the_sickness() {
    let (unfit_on, could_have_worked) = (day("2026-01-06"), day("2026-01-05"));
    assert_eq!(
        refused(Absence::without_usual_days(unfit_on, could_have_worked)),
        FirstSickDayError::CouldHaveWorkedBeforeUnfit { could_have_worked, unfit_on }
    );
}

#[test]
fn two_employments_have_two_first_days() {
    let unfit_on = day("2026-01-07");
    expect(Absence::did_not_start(unfit_on, PART_TIME), "2026-01-12", "REW 2");
    expect(Absence::without_usual_days(unfit_on, day("2026-01-08")), "2026-01-08", "REW 3 lid 1");
}

// REW art. 4: benefit recipients and after-effect

#[test]
fn benefit_recipient_on_a_weekday() {
    expect(Absence::benefit_recipient(day("2026-01-09")), "2026-01-09", "REW 4 lid 1(a)");
    expect(Absence::benefit_recipient(day("2026-01-12")), "2026-01-12", "REW 4 lid 1(a)");
}

#[test]
fn benefit_recipient_in_the_weekend() {
    expect(Absence::benefit_recipient(day("2026-01-10")), "2026-01-12", "REW 4 lid 2");
    expect(Absence::benefit_recipient(day("2026-01-11")), "2026-01-12", "REW 4 lid 2");
}

#[test]
fn benefit_recipient_before_easter_monday() {
    // Only Saturday and Sunday are left out.
    expect(Absence::benefit_recipient(day("2026-04-04")), "2026-04-06", "REW 4 lid 2");
}

#[test]
fn after_effect_counts_weekends() {
    expect(Absence::after_effect(day("2026-01-09")), "2026-01-09", "REW 4 lid 1(b)");
    expect(Absence::after_effect(day("2026-01-10")), "2026-01-10", "REW 4 lid 1(b)");
    expect(Absence::after_effect(day("2026-01-11")), "2026-01-11", "REW 4 lid 1(b)");
}

// REW art. 6: no work, yet a working day

#[test]
fn ill_in_a_holiday_week() {
    // On leave from Monday to Friday, ill from Wednesday on.
    let week = ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09"];
    let absence =
        week.iter().fold(Absence::did_not_start(day("2026-01-07"), OFFICE), |absence, leave| {
            absence.not_worked(day(leave), NotWorked::Leave)
        });
    expect(absence, "2026-01-07", "REW 6 lid 1(a)");
}

#[test]
fn ill_in_the_weekend_of_a_holiday() {
    // Saturday is free because it is a Saturday; the leave goes on on Monday.
    let absence = Absence::did_not_start(day("2026-01-10"), OFFICE)
        .not_worked(day("2026-01-12"), NotWorked::Leave)
        .not_worked(day("2026-01-09"), NotWorked::Leave);
    expect(absence, "2026-01-12", "REW 6 lid 1(a)");
}

#[test]
fn each_ground_makes_an_unusual_day_a_working_day() {
    let grounds = [
        (NotWorked::Leave, "REW 6 lid 1(a)"),
        (NotWorked::WorkingTimeReduction, "REW 6 lid 1(b)"),
        (NotWorked::ShortTime, "REW 6 lid 1(c)"),
        (NotWorked::SpecialLeave, "REW 6 lid 1(d)"),
        (NotWorked::Weather, "REW 6 lid 1(e)"),
        (NotWorked::Detention, "REW 6 lid 1(f)"),
        (NotWorked::AgreedHoliday, "REW 6 lid 2"),
    ];
    assert_eq!(grounds.map(|(ground, _)| ground), NotWorked::ALL);
    for (ground, article) in grounds {
        // A Thursday, next to a Monday and Tuesday pattern.
        let absence = Absence::did_not_start(day("2026-01-07"), PART_TIME)
            .not_worked(day("2026-01-08"), ground);
        expect(absence, "2026-01-08", article);
    }
}

#[test]
fn a_listed_day_after_the_first_working_day_changes_nothing() {
    let absence = Absence::did_not_start(day("2026-01-05"), OFFICE)
        .not_worked(day("2026-01-06"), NotWorked::Weather);
    expect(absence, "2026-01-05", "REW 2");
}

#[test]
fn leave_on_the_day_that_was_worked_changes_nothing() {
    let absence = Absence::unfit_after_work(day("2026-01-09"), OFFICE)
        .not_worked(day("2026-01-09"), NotWorked::Leave);
    expect(absence, "2026-01-12", "REW 2");
}

#[test]
fn the_earliest_listed_day_counts_in_any_order() {
    let absence = Absence::did_not_start(day("2026-01-07"), PART_TIME)
        .not_worked(day("2026-01-09"), NotWorked::Weather)
        .not_worked(day("2026-01-08"), NotWorked::ShortTime)
        .not_worked(day("2026-01-08"), NotWorked::Leave);
    expect(absence, "2026-01-08", "REW 6 lid 1(c)");
}

// REW art. 7: in force since 2005-12-29, a Thursday

#[test]
fn the_regulation_on_its_first_day() {
    expect(Absence::did_not_start(day("2005-12-29"), OFFICE), "2005-12-29", "REW 2");
    expect(Absence::stopped_night_shift(day("2005-12-29")), "2005-12-29", "REW 5");
    expect(Absence::after_effect(day("2005-12-29")), "2005-12-29", "REW 4 lid 1(b)");
}

#[test]
fn before_the_regulation_the_act_decides_what_it_can() {
    expect(Absence::stopped_working(day("2005-12-28")), "2005-12-28", "WIA 23 lid 2");
    expect(Absence::did_not_start(day("2005-12-28"), OFFICE), "2005-12-28", "WIA 23 lid 2");
    // Ill before it came into force, first working day after that.
    expect(Absence::did_not_start(day("2005-12-28"), PART_TIME), "2006-01-02", "REW 2");
}

#[test]
fn before_the_regulation_nothing_is_guessed() {
    let before = day("2005-12-28");
    let leave = Absence::did_not_start(before, OFFICE).not_worked(before, NotWorked::Leave);
    for absence in [
        leave,
        Absence::stopped_night_shift(before),
        Absence::without_usual_days(before, before),
        Absence::benefit_recipient(before),
        Absence::after_effect(before),
    ] {
        assert_eq!(refused(absence), FirstSickDayError::BeforeTheRegulation { day: before });
    }
}

// Bounds of the crate

#[test]
fn the_day_can_begin_a_case() {
    for (unfit_on, first) in [("2003-12-31", "2004-01-01"), ("2199-12-30", "2199-12-31")] {
        let found = FirstSickDay::from_absence(Absence::unfit_after_work(
            day(unfit_on),
            WorkingDays::EVERY_DAY,
        ))
        .unwrap();
        assert_eq!(found.day(), day(first));
        assert!(Case::builder().sick_since(found.day()).build().is_ok());
    }
}

#[test]
fn days_outside_the_years_of_the_crate() {
    let (early, late) = (day("2003-12-31"), day("2200-01-01"));
    assert_eq!(
        refused(Absence::stopped_working(early)),
        FirstSickDayError::BeforeTheLaw { day: early }
    );
    assert_eq!(refused(Absence::stopped_working(late)), FirstSickDayError::TooLate { day: late });
    for extreme in [Day::MIN, Day::MAX] {
        refused(Absence::unfit_after_work(extreme, WorkingDays::SUNDAY));
        refused(Absence::did_not_start(extreme, PART_TIME).not_worked(extreme, NotWorked::Leave));
        refused(Absence::without_usual_days(extreme, extreme));
        refused(Absence::benefit_recipient(extreme));
    }
}

// Sets of weekdays

#[test]
fn sets_of_weekdays() {
    assert_eq!(WorkingDays::from_week([false; 7]), None);
    assert_eq!(WorkingDays::from_week([true; 7]), Some(WorkingDays::EVERY_DAY));
    for bits in 1..128_u8 {
        let week: [bool; 7] = std::array::from_fn(|weekday| bits >> weekday & 1 == 1);
        let days = WorkingDays::from_week(week).unwrap();
        assert_eq!(days.week(), week);
        // Against one day at a time, from every weekday on.
        for from in (0..7).map(|n| day("2026-01-05") + n) {
            let monday = day("2026-01-05");
            let works = |date: &Day| week[date.days_since(monday) as usize % 7];
            assert_eq!(days.includes(from), works(&from));
            let first = (0..7).map(|n| from + n).find(works).unwrap();
            let found = FirstSickDay::from_absence(Absence::did_not_start(from, days)).unwrap();
            assert_eq!(found.day(), first, "{days:?} from {from}");
        }
    }
    assert_eq!(format!("{PART_TIME:?}"), r#"{"Monday", "Tuesday"}"#);
}

// The words

#[test]
fn every_source_stands_letter_for_letter_in_its_article() {
    use poortwachter::law::eerste_werkdag::EACH_EMPLOYMENT_BY_ITSELF;
    let grounds = NotWorked::ALL.iter().map(|&ground| Why::NotWorked(ground));
    let reasons = [
        Why::WorkStopped,
        Why::WorkingDay,
        Why::UsualWorkingDay,
        Why::CouldHaveWorked,
        Why::BenefitRecipient,
        Why::BenefitRecipientAfterWeekend,
        Why::AfterEffect,
        Why::NightShift,
    ];
    let sources = reasons.into_iter().chain(grounds).map(Why::source);
    for source in sources.chain([EACH_EMPLOYMENT_BY_ITSELF]) {
        let at = source.citation;
        let file = match at.instrument.short {
            "REW" => include_str!("../../src/law/eerste_werkdag.md"),
            _ => include_str!("../../src/law/wia.md"),
        };
        assert!(file.contains(at.instrument.bwb));
        let heading = format!("## Artikel {}\n", at.article);
        let article = file.split_once(&heading).unwrap().1;
        let article = article.split("\n## ").next().unwrap();
        assert!(article.contains(source.text), "{:?}", source);
    }
}
