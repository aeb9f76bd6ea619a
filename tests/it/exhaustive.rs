//! Every first sick day that a case may have, and every day of its first 1,100.

use crate::common::in_days;
use poortwachter::law::{FIRST_SICK_DAY_FROM, FIRST_SICK_DAY_THROUGH, LAW, Rule};
use poortwachter::{Case, Day, Duty, Reason, Standing, Status, Timeline};

fn first_sick_days() -> impl Iterator<Item = Day> {
    (FIRST_SICK_DAY_FROM.number()..=FIRST_SICK_DAY_THROUGH.number()).map(Day::from_number)
}

/// The days split over the processors.
fn in_parallel(check: impl Fn(Day) + Sync) {
    let days: Vec<Day> = first_sick_days().collect();
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for part in days.chunks(days.len().div_ceil(workers)) {
            scope.spawn(|| part.iter().copied().for_each(&check));
        }
    });
}

#[test]
fn every_status_of_every_case_on_every_day() {
    let until_decided = [Duty::WIA_CLAIM, Duty::WIA_DECISION];
    in_parallel(|first| {
        let case = Case::builder().sick_since(first).build().expect("in range");
        let timeline = Timeline::new(&case);
        for n in 0..1_100_u32 {
            let on = first + in_days(n);
            let view = timeline.view(on);
            assert_eq!(view.counted_day(), n + 1, "{first} on {on}");
            assert_eq!(view.week(), n / 7 + 1, "{first} on {on}");
            for (obligation, status) in view.obligations() {
                let (opens, due) = (obligation.opens(), obligation.due());
                let due = due.expect("an uninterrupted case has every day");
                let left = due.days_since(on);
                // After the 104 weeks only the claim is left, and what waits for it.
                let is_over = n >= 728 && !until_decided.contains(&obligation.duty());
                let expected = match status {
                    Status::Lapsed(Reason::WagesEnd)
                        if is_over && matches!(obligation.standing(), Standing::WaitingFor(_)) =>
                    {
                        status
                    }
                    _ if is_over => Status::Missed,
                    // Nothing is recorded, so these wait for what was not done.
                    Status::WaitingFor(_) => status,
                    _ if left < 0 => Status::Overdue { days: left.unsigned_abs() },
                    _ if opens.is_some_and(|opens| on < opens) => Status::NotYetOpen,
                    _ if left == 0 => Status::DueToday,
                    _ if left <= 14 => Status::DueSoon { days: left as u32 },
                    _ => Status::Open,
                };
                assert_eq!(status, expected, "{first} on {on}: {:?}", obligation.duty());
            }
        }
    });
}

#[test]
fn every_table_is_in_order_and_in_bounds() {
    in_parallel(|first| {
        let case = Case::builder().sick_since(first).build().expect("in range");
        let timeline = Timeline::new(&case);
        let mut previous = None;
        for obligation in timeline.obligations() {
            let due = obligation.due();
            assert!(previous <= due, "{first}: {:?} is out of order", obligation.duty());
            previous = due;
            assert!(obligation.advised() <= due, "{first}: advised after due");
            assert!(obligation.opens() <= due, "{first}: opens after due");
            assert!(obligation.opens().is_none_or(|opens| Some(opens) <= obligation.advised()));
            assert!(obligation.tolerated().is_none_or(|last| Some(last) > due));
            let days = due.expect("a date").days_since(first);
            assert!(
                (0..=800).contains(&days),
                "{first}: {:?} after {days} days",
                obligation.duty()
            );
        }
    });
}

#[test]
fn every_rule_has_exactly_one_version_on_every_day() {
    let holds = |rule: &Rule, day: Day| {
        let windows = rule.versions().map(|(window, _)| window);
        windows
            .filter(|window| {
                window.from.is_none_or(|from| from <= day)
                    && window.until.is_none_or(|until| day <= until)
            })
            .count()
    };
    for number in FIRST_SICK_DAY_FROM.number()..=FIRST_SICK_DAY_THROUGH.number() + 1_100 {
        let day = Day::from_number(number);
        for rule in LAW.rules() {
            assert_eq!(holds(rule, day), 1, "{} on {day}", rule.id());
        }
    }
}
