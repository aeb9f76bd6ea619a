//! placeholder
#![deny(missing_docs)]
#![forbid(unsafe_code)]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod calendar;
pub mod case;
mod clock;
mod day;
pub mod law;
pub mod timeline;

pub use case::{
    Case, CaseBuilder, CaseError, DeviationReason, Event, EventKind, InterviewRhythm, Joins, Leave,
    Regime, Remark, Role, Spell,
};
pub use chrono;
pub use day::Day;
pub use law::{Actor, Citation, Duty, Layer, Milestone};
pub use timeline::{
    Obligation, OpenNorm, Reason, Sanction, Standing, State, Status, Timeline, View,
};
