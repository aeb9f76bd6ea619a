//! What the columns of answers are called, and what is in those that hold names.

use super::Ask;
use poortwachter::{StateKind, StatusKind, law};

/// The names of the columns.
pub(crate) const fn names(ask: Ask) -> [&'static str; 10] {
    match ask {
        Ask::Obligations => [
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
        _ => [
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
        ],
    }
}

/// What stands in a column of names, each at the place that is its code; nothing for the others.
pub(super) fn values(column: &str) -> Vec<&'static str> {
    match column {
        "state" => StateKind::ALL.iter().map(|state| state.id()).collect(),
        "worst" | "status" => StatusKind::ALL.iter().map(|status| status.id()).collect(),
        "duty" | "next_duty" => law::duties().map(|duty| duty.id()).collect(),
        _ => Vec::new(),
    }
}
