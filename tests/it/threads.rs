//! Everything public can be sent to another thread and shared with it: nightly recalculations do both.

use poortwachter::batch::{Batch, Obligations, Summaries};
use poortwachter::horizon::Horizon;
use poortwachter::law::{Law, Rule, Version};
use poortwachter::protocol::{Agenda, Protocol, ProtocolError};
use poortwachter::verdict::Verdict;
use poortwachter::{
    Case, CaseBuilder, CaseError, Day, Explanation, FirstSickDay, Obligation, Timeline, View,
    WithError,
};

fn is_shared<T: Send + Sync>() {}

fn is_error<T: std::error::Error + Clone + PartialEq + Send + Sync + 'static>() {}

#[test]
fn everything_can_be_sent_and_shared() {
    is_shared::<(Day, Case, CaseBuilder, FirstSickDay)>();
    is_shared::<(&Law, &Rule, &Version)>();
    is_shared::<(Timeline, View<'_>, Obligation, Explanation, Verdict<'_>)>();
    is_shared::<(Batch, Summaries, Obligations, Horizon)>();
    is_shared::<(Protocol, Agenda<'_>)>();
    #[cfg(feature = "serde")]
    is_shared::<(
        poortwachter::wire::CaseForm,
        poortwachter::wire::ViewForm,
        poortwachter::wire::VerdictForm,
        poortwachter::wire::CaseReader,
    )>();
}

#[test]
fn errors_are_errors() {
    is_error::<CaseError>();
    is_error::<WithError>();
    is_error::<ProtocolError>();
    is_error::<poortwachter::FirstSickDayError>();
    is_error::<poortwachter::ParseDayError>();
    is_error::<poortwachter::batch::ShapeError>();
    is_error::<poortwachter::horizon::OtherDays>();
    is_error::<poortwachter::law::Unsound>();
    #[cfg(feature = "icalendar")]
    is_error::<poortwachter::export::icalendar::CalendarError>();
    #[cfg(feature = "serde")]
    is_error::<poortwachter::wire::CellError>();
}
