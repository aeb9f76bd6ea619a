//! What the columns of answers are called, and what is in those that hold names.

use super::Ask;
use poortwachter::{ClosedList, Duty, EndReason, StateKind, StatusKind};

/// The names of the columns.
pub(crate) const fn names(ask: Ask) -> &'static [&'static str] {
    match ask {
        Ask::Obligations => &[
            "id",
            "duty",
            "number",
            "opens",
            "advised",
            "due",
            "tolerated",
            "met",
            "status",
            "days",
        ],
        _ => &[
            "id",
            "counted_day",
            "week",
            "state",
            "next_duty",
            "next_due",
            "overdue",
            "worst",
            "wages_last_day",
            "wia_start",
            "missed",
            "ended",
            "ended_on",
        ],
    }
}

/// What stands in a column of names, each at the place that is its code; nothing for the others.
pub(super) fn values(column: &str) -> Vec<&'static str> {
    match column {
        "state" => by_code::<StateKind>(),
        "ended" => by_code::<EndReason>(),
        "worst" | "status" => by_code::<StatusKind>(),
        "duty" | "next_duty" => by_code::<Duty>(),
        _ => Vec::new(),
    }
}

/// The stable names, each at the place that is its number.
fn by_code<T: ClosedList>() -> Vec<&'static str> {
    let last = T::ALL.iter().map(|member| member.code()).max();
    let codes = (0..=last.unwrap_or_default()).map(T::from_code);
    codes.map(|member| member.map_or("", T::id)).collect()
}
