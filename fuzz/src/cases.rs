//! Fixed cases, and what must hold for every case.

use poortwachter::Day;
use poortwachter::wire::CaseReader;
use poortwachter::{Case, Timeline};
use serde::de::DeserializeSeed;

/// A day that exists.
pub fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day)
}

/// Cases of each regime, in which something is met, late, open and planned.
pub fn fixed() -> Vec<Timeline> {
    const CASES: [&str; 3] = [
        r#"{"id":"A-1","spells":[{"first_day":"2025-01-06","last_day":"2025-06-01"},{"first_day":"2025-06-20"}],
            "events":[{"kind":"problem-analysis","on":"2025-02-20"},{"kind":"interview","on":"2025-04-01"}]}"#,
        r#"{"id":"A-2","regime":"safety-net","spells":[{"first_day":"2024-09-02"}],
            "leave":[{"first_day":"2024-11-04","last_day":"2025-02-23"}]}"#,
        r#"{"id":"A-3","regime":"own-risk-carrier","spells":[{"first_day":"2023-11-01"}],
            "state_pension_day":"2025-05-01","employment_last_day":"2024-03-31"}"#,
    ];
    CASES.iter().map(|case| Timeline::new(&serde_json::from_str(case).expect("a case"))).collect()
}

/// A case in its JSON form. Two cases with one text hold the same facts.
pub fn text_of(case: &Case) -> String {
    serde_json::to_string(case).expect("a case can always be written")
}

/// What the command reads from a line of JSON; none when it refuses the line.
pub fn read_json(line: &str, reader: &mut CaseReader) -> Option<Case> {
    reader.clear();
    let mut json = serde_json::Deserializer::from_str(line);
    let read = reader.deserialize(&mut json).and_then(|()| json.end());
    read.ok().and_then(|()| reader.case().ok().cloned())
}

/// A message tells on one line what is wrong.
pub fn assert_one_line(message: &str) {
    assert!(!message.is_empty() && !message.contains(['\n', '\r']), "{message:?}");
}
