//! A previous calendar that is not quite as it was exported.

use poortwachter::Day;
use poortwachter::export::icalendar::{Options, calendar, update};
use poortwachter::{Case, Timeline};

fn sick_since(id: &str, first_day: Day) -> Timeline {
    Timeline::new(&Case::builder().id(id).sick_since(first_day).build().expect("a valid case"))
}

/// There is no clock: an entry that lost its stamp gets that of the view.
#[test]
fn a_cancelled_entry_without_a_stamp_is_stamped_with_the_day_of_the_view() {
    let day = |m, d| Day::new(2026, m, d);
    let options = Options::new("test");
    let (gone, kept) = (sick_since("A-1", day(1, 5)), sick_since("A-2", day(1, 5)));
    let first =
        calendar([&gone.view(day(1, 6)), &kept.view(day(1, 6))], &options).expect("a calendar");
    let cancelled = update(&first, [&kept.view(day(1, 7))], &options).expect("an update");
    assert!(cancelled.contains("STATUS:CANCELLED\r\n"));
    let is_stamp = |line: &&str| line.starts_with("DTSTAMP:");
    let unstamped: String =
        cancelled.split_inclusive('\n').filter(|line| !is_stamp(line)).collect();

    let view = kept.view(day(1, 8));
    let updated = update(&unstamped, [&view], &options).expect("an update");
    let stamps: Vec<&str> = updated.lines().filter(is_stamp).collect();
    assert!(stamps.len() > 20, "{}", stamps.len());
    assert!(stamps.iter().all(|stamp| *stamp == "DTSTAMP:20260108T000000Z"), "{stamps:?}");
    assert_eq!(update(&updated, [&view], &options).as_ref(), Ok(&updated));
}
