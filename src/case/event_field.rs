//! The fields that an event has beside its kind and its day.

use crate::closed_list::{ClosedList, closed_list};
use crate::day::Day;
use crate::law::Decision;

closed_list! {
    /// A field that an event of some kind has, beside its kind and its day.
    ///
    /// ```
    /// use poortwachter::{EventField, EventName};
    /// let sanction = EventName::of("wage-sanction").unwrap();
    /// assert_eq!(sanction.fields()[0].field, EventField::Weeks);
    /// assert!(!sanction.fields()[0].is_required);
    /// ```
    EventField, "field of an event" {
        /// The duty of an agreed deviation, or the decision that an objection is made to.
        Duty = 0, "duty", "verplichting", "duty";
        /// A last day.
        Until = 1, "until", "tot en met", "until";
        /// The reason of an agreed deviation, or why the second track ended.
        Reason = 2, "reason", "reden", "reason";
        /// Who advised the second track.
        By = 3, "by", "door", "by";
        /// The phase of the second track.
        Phase = 4, "phase", "fase", "phase";
        /// The item of the plan of action.
        Item = 5, "item", "onderdeel van het plan", "item of the plan";
        /// The part of the re-integration report.
        Part = 6, "part", "onderdeel van het verslag", "part of the report";
        /// The length of a wage sanction.
        Weeks = 7, "weeks", "weken", "weeks";
    }
}

/// A field of one kind of event.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct FieldOfEvent {
    /// Which one.
    pub field: EventField,
    /// Whether the event needs it.
    pub is_required: bool,
    /// What it can hold.
    pub holds: FieldContent,
}

/// What a field of an event can hold.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum FieldContent {
    /// One of these stable names.
    OneOf(&'static [&'static str]),
    /// A day.
    Day,
    /// A number of weeks.
    Weeks,
}

impl FieldOfEvent {
    pub(super) const fn of<T: FieldValue>(field: EventField) -> FieldOfEvent {
        FieldOfEvent { field, is_required: T::IS_REQUIRED, holds: T::HOLDS }
    }
}

/// The value of a field of an event.
pub(super) trait FieldValue: Copy {
    const IS_REQUIRED: bool = true;
    const HOLDS: FieldContent;

    #[cfg(feature = "serde")]
    fn read<R: ReadFields>(fields: &R, field: EventField) -> Result<Self, R::Error>;

    #[cfg(feature = "serde")]
    fn content(self) -> Option<Content>;
}

/// Where the fields of an event are read from.
#[cfg(feature = "serde")]
pub(crate) trait ReadFields {
    type Error;

    fn member<T: ClosedList>(&self, field: EventField) -> Result<T, Self::Error>;
    fn member_or_none<T: ClosedList>(&self, field: EventField) -> Result<Option<T>, Self::Error>;
    fn day(&self, field: EventField) -> Result<Day, Self::Error>;
    fn weeks(&self, field: EventField) -> Result<Option<u8>, Self::Error>;
}

/// What stands in a field of an event.
#[cfg(feature = "serde")]
#[derive(Clone, Copy)]
pub(crate) enum Content {
    Name(&'static str),
    Day(Day),
    Weeks(u8),
}

impl<T: ClosedList> FieldValue for T {
    const HOLDS: FieldContent = FieldContent::OneOf(T::IDS);

    #[cfg(feature = "serde")]
    fn read<R: ReadFields>(fields: &R, field: EventField) -> Result<T, R::Error> {
        fields.member(field)
    }

    #[cfg(feature = "serde")]
    fn content(self) -> Option<Content> {
        Some(Content::Name(self.id()))
    }
}

impl FieldValue for Option<Decision> {
    const IS_REQUIRED: bool = false;
    const HOLDS: FieldContent = FieldContent::OneOf(Decision::IDS);

    #[cfg(feature = "serde")]
    fn read<R: ReadFields>(fields: &R, field: EventField) -> Result<Self, R::Error> {
        fields.member_or_none(field)
    }

    #[cfg(feature = "serde")]
    fn content(self) -> Option<Content> {
        self.map(|decision| Content::Name(decision.id()))
    }
}

impl FieldValue for Day {
    const HOLDS: FieldContent = FieldContent::Day;

    #[cfg(feature = "serde")]
    fn read<R: ReadFields>(fields: &R, field: EventField) -> Result<Day, R::Error> {
        fields.day(field)
    }

    #[cfg(feature = "serde")]
    fn content(self) -> Option<Content> {
        Some(Content::Day(self))
    }
}

impl FieldValue for Option<u8> {
    const IS_REQUIRED: bool = false;
    const HOLDS: FieldContent = FieldContent::Weeks;

    #[cfg(feature = "serde")]
    fn read<R: ReadFields>(fields: &R, field: EventField) -> Result<Option<u8>, R::Error> {
        fields.weeks(field)
    }

    #[cfg(feature = "serde")]
    fn content(self) -> Option<Content> {
        self.map(Content::Weeks)
    }
}
