//! The previous calendar of an update. What comes out is a calendar that the next update takes, and
//! leaves as it is.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use poortwachter::Lang;
use poortwachter::export::icalendar::{Kind, Options, Titles, update};
use poortwachter_fuzz::cases::{assert_one_line, day, fixed};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some((choice, text)) = bytes.split_first() else { return Corpus::Reject };
    let Ok(text) = std::str::from_utf8(text) else { return Corpus::Reject };
    let options = options(*choice);
    let timelines = fixed();
    let views: Vec<_> = timelines.iter().map(|timeline| timeline.view(day(2025, 7, 1))).collect();
    match update(text, &views, &options) {
        Ok(calendar) => {
            assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"));
            assert!(calendar.ends_with("END:VCALENDAR\r\n"));
            let again = update(&calendar, &views, &options).expect("a calendar reads back");
            assert_eq!(again, calendar, "an update without news changes something");
        }
        Err(error) => assert_one_line(&error.to_string()),
    }
    Corpus::Keep
});

fn options(choice: u8) -> Options {
    let is_set = |bit: u8| choice >> bit & 1 == 1;
    let mut options = Options::new("fuzz")
        .kind(if is_set(0) { Kind::ToDos } else { Kind::Events })
        .titles(if is_set(1) { Titles::Duty } else { Titles::Neutral })
        .lang(if is_set(2) { Lang::Nl } else { Lang::En });
    if is_set(3) {
        options = options.with_case_id();
    }
    if is_set(4) {
        options = options.without_practice();
    }
    if is_set(5) {
        options = options.without_cancelled();
    }
    options
}
