//! Facts as columns: the form in which databases and data frames hold many cases.

use crate::case::{CaseError, EventKind, EventName};
use alloc::boxed::Box;

/// Many cases as columns. Only the first sick days are needed; an optional column that is empty
/// holds nothing for any case. Days are numbers from 1970-01-01 (Arrow's `Date32`), [`NO_DAY`](super::NO_DAY) where
/// there is none.
///
/// A case has one run of sickness from its first to its last sick day, with recovered periods (`gaps`)
/// and leave in it. Cases that need more are given as [`Case`](crate::Case)s.
///
/// ```
/// use poortwachter::batch::{Batch, Columns, NO_DAY, Summaries};
/// use poortwachter::Day;
/// let first_sick_day = [Day::new(2026, 1, 5).number(), Day::new(1999, 1, 1).number()];
/// let columns = Columns { first_sick_day: &first_sick_day, ..Columns::default() };
/// let (mut out, mut rejected) = (Summaries::default(), Vec::new());
/// let mut batch = Batch::new(Day::new(2026, 2, 10));
/// batch.columns_into(&columns, &mut out, &mut rejected)?;
/// assert_eq!((out.counted_day()[0], out.week()[0]), (37, 6));
/// assert_eq!(rejected[0].position, 1); // wages ran for one year then
/// assert_eq!((out.len(), out.next_due()[1]), (2, NO_DAY));
/// # Ok::<(), poortwachter::batch::ShapeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'a> {
    /// The first sick day of every case.
    pub first_sick_day: &'a [i32],
    /// The last sick day, [`NO_DAY`](super::NO_DAY) while the sickness goes on.
    pub last_sick_day: &'a [i32],
    /// [`Regime::code`](crate::Regime::code); the employer regime when empty.
    pub regime: &'a [u8],
    /// The day on which the employee reaches the state pension age.
    pub state_pension_day: &'a [i32],
    /// The last day of the employment.
    pub employment_last_day: &'a [i32],
    /// The first day from which on what happened is recorded.
    pub recorded_since: &'a [i32],
    /// Recovered periods within the sickness, in order.
    pub gaps: Periods<'a>,
    /// Maternity leave.
    pub leave: Periods<'a>,
    /// What was done or decided.
    pub events: Events<'a>,
}

/// A list of periods for every case, both days inclusive: case `i` has those from `offsets[i]` up to
/// but not including `offsets[i + 1]` (the layout of an Arrow list). Without offsets there are none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Periods<'a> {
    /// One more than there are cases.
    pub offsets: &'a [i32],
    /// First days.
    pub first_day: &'a [i32],
    /// Last days.
    pub last_day: &'a [i32],
}

/// A list of events for every case, laid out like [`Periods`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Events<'a> {
    /// One more than there are cases.
    pub offsets: &'a [i32],
    /// When.
    pub on: &'a [i32],
    /// What: see [`event_code`].
    pub kind: &'a [u8],
}

/// A case that has no answer. The others are not affected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rejected {
    /// The position of the case in the batch, from 0.
    pub position: usize,
    /// The identifier of the case, where it has one.
    pub id: Option<Box<str>>,
    /// What is wrong with it.
    pub error: CaseError,
}

/// The number that stands for a kind of event in a column: [`EventName::code`]. None for an event that holds
/// more than its name (a day, a length, a reason); give such a case as a [`Case`](crate::Case).
///
/// ```
/// use poortwachter::{Duty, EventKind, batch};
/// assert_eq!(batch::event_code(&EventKind::Interview), Some(128));
/// let code = batch::event_code(&EventKind::Met(Duty::WIA_CLAIM)).unwrap();
/// assert_eq!(batch::event_of(code), Some(EventKind::Met(Duty::WIA_CLAIM)));
/// assert_eq!(batch::event_code(&EventKind::WageSanction { weeks: None }), None);
/// ```
#[must_use]
pub const fn event_code(kind: &EventKind) -> Option<u8> {
    let name = kind.event_name();
    if name.fields().is_empty() { Some(name.code()) } else { None }
}

/// The kind of event with that number in a column.
#[must_use]
pub const fn event_of(code: u8) -> Option<EventKind> {
    match EventName::from_code(code) {
        Some(name) => name.kind(),
        None => None,
    }
}

impl Columns<'_> {
    /// How many cases.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.first_sick_day.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first_sick_day.is_empty()
    }

    /// Whether nothing is known but the first sick days.
    pub(super) const fn are_plain(&self) -> bool {
        self.last_sick_day.is_empty()
            && self.regime.is_empty()
            && self.state_pension_day.is_empty()
            && self.employment_last_day.is_empty()
            && self.recorded_since.is_empty()
            && self.gaps.offsets.is_empty()
            && self.leave.offsets.is_empty()
            && self.events.offsets.is_empty()
    }
}
