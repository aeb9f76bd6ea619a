//! What the Dutch sick-leave acts demand in a case, of whom, on which day, and which article says so.
//!
//! [docs/files.md]: crate::pages::files
//! [READINGS.md]: crate::pages::readings
//!
//! <style>img[src="docs/timeline.svg"] { display: none }</style>
//!
// The picture itself: a page of documentation cannot point to a file.
#![doc = include_str!("../docs/timeline.svg")]
//!
#![doc = include_str!("../README.md")]
#![deny(missing_docs)]
#![forbid(unsafe_code)]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod batch;
pub mod case;
pub mod change;
mod clock;
mod closed_list;
mod day;
mod engine;
pub mod explain;
pub mod export;
pub mod horizon;
mod iso;
mod lang;
pub mod law;
pub mod near;
#[cfg(doc)]
pub mod pages;
pub mod protocol;
pub mod text;
pub mod timeline;
pub mod verdict;
#[cfg(feature = "serde")]
pub mod wire;

pub use case::{
    Absence, Adviser, Case, CaseBuilder, CaseError, DeviationReason, Entitlement, Event,
    EventField, EventKind, EventName, Fact, FieldContent, FieldOfEvent, FirstSickDay,
    FirstSickDayError, FirstSickDayReason, FirstSickDayReasonKind, InterviewRhythm, Joins, Leave,
    NotWorked, PlanItem, Remark, ReportPart, Role, SecondTrackEnd, SecondTrackPhase, Spell,
    WageTerms, WithError, WorkingDays,
};
#[cfg(feature = "chrono")]
pub use chrono;
pub use closed_list::{ClosedList, UnknownName};
pub use day::Day;
pub use explain::Explanation;
pub use iso::ParseDayError;
#[cfg(feature = "jiff")]
pub use jiff;
pub use lang::{Lang, Text};
pub use law::{Actor, Citation, Duty, Layer, Milestone, Possibility, Regime, calendar};
pub use timeline::{
    CaseEnd, EndReason, Obligation, OpenNorm, Reason, Sanction, Standing, State, StateKind, Status,
    StatusKind, Timeline, View,
};
