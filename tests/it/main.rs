//! The tests of the crate from outside, as one program that is linked once. Those that need a process of
//! their own stand beside this folder and say why.

mod against_oracle;
#[cfg(feature = "cli")]
mod amended_law;
mod batch;
#[cfg(feature = "cli")]
mod batch_command;
#[cfg(feature = "parquet")]
mod batch_parquet;
mod calendar;
#[cfg(feature = "icalendar")]
mod calendar_previous;
mod case_errors;
mod case_with;
mod change;
#[cfg(feature = "cli")]
mod closed_lists;
#[cfg(feature = "cli")]
mod command;
#[cfg(feature = "cli")]
mod command_calendar;
#[cfg(feature = "cli")]
mod command_check;
#[cfg(feature = "cli")]
mod command_diff;
#[cfg(feature = "cli")]
mod command_errors;
#[cfg(feature = "cli")]
mod command_explain;
#[cfg(feature = "cli")]
mod command_help;
#[cfg(feature = "cli")]
mod command_horizon;
#[cfg(feature = "cli")]
mod command_names;
#[cfg(feature = "cli")]
mod command_numbers;
#[cfg(all(feature = "cli", unix))]
mod command_outputs;
#[cfg(feature = "cli")]
mod command_picture;
#[cfg(feature = "cli")]
mod command_protocol;
#[cfg(feature = "cli")]
mod command_shapes;
#[cfg(feature = "cli")]
mod command_what_if;
mod common;
#[cfg(feature = "serde")]
mod csv_form;
#[cfg(feature = "parquet")]
mod damaged_parquet;
#[cfg(feature = "serde")]
mod derivations;
#[cfg(feature = "cli")]
#[cfg(all(feature = "icalendar", feature = "svg"))]
mod ends_in_every_door;
#[cfg(feature = "cli")]
mod errors_repeat_nothing;
mod events_again;
#[cfg(feature = "serde")]
mod every_number;
mod exhaustive;
mod explain;
#[cfg(feature = "serde")]
mod explain_properties;
mod first_sick_day;
#[cfg(feature = "schema")]
mod forms;
#[cfg(feature = "serde")]
mod golden;
mod horizon;
#[cfg(all(feature = "icalendar", feature = "serde"))]
mod icalendar;
#[cfg(all(feature = "serde", feature = "icalendar", feature = "svg"))]
mod known_facts;
#[cfg(feature = "cli")]
mod languages;
mod law_texts;
mod layers;
mod numbers;
#[cfg(feature = "cli")]
mod one_day_form;
mod oracle;
mod pension_articles;
mod portfolio;
mod possibilities;
mod properties;
mod protocol;
#[cfg(feature = "schema")]
mod protocol_fields;
#[cfg(feature = "serde")]
mod protocol_wire;
#[cfg(feature = "serde")]
mod published;
mod questions;
mod regimes;
#[cfg(feature = "cli")]
mod same_id;
#[cfg(feature = "serde")]
mod scenarios;
#[cfg(feature = "schema")]
mod schema;
mod soundness;
#[cfg(all(feature = "svg", feature = "serde"))]
mod svg;
mod threads;
#[cfg(feature = "cli")]
mod told;
#[cfg(feature = "cli")]
mod told_check;
#[cfg(all(feature = "svg", feature = "serde"))]
mod told_picture;
#[cfg(all(feature = "cli", feature = "svg"))]
mod told_portfolio;
#[cfg(feature = "cli")]
mod told_reminders;
#[cfg(feature = "cli")]
mod told_timeline;
#[cfg(feature = "cli")]
mod told_what_if;
mod verdict_properties;
#[cfg(feature = "serde")]
mod wire_case;
