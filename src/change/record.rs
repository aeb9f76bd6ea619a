//! Two result files, written earlier: dates and statuses without the facts behind them.

use super::What;
use super::twins::{Match, Twins};
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::timeline::{Obligation, Status};
use alloc::vec::IntoIter;
use core::iter::Fuse;

/// One obligation as a line of a result file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Record<'a> {
    /// Identifier of the case.
    pub case: &'a str,
    /// The stable name of the duty.
    pub duty: &'a str,
    /// 1, or the number in a series.
    pub number: u16,
    /// First day on which it can be started.
    pub opens: Option<Day>,
    /// The day to plan on.
    pub advised: Option<Day>,
    /// The last day under the text.
    pub due: Option<Day>,
    /// The last day that the authority accepts.
    pub tolerated: Option<Day>,
    /// The day on which it was met.
    pub met: Option<Day>,
    /// The stable name of the status.
    pub status: &'a str,
    /// The number of days in the status, 0 where there is none.
    pub days: u32,
}

/// What of a record has a day.
const DAYS: [What; 5] = [What::Opens, What::Advised, What::Due, What::Tolerated, What::Met];

impl<'a> Record<'a> {
    /// The record of an obligation.
    #[must_use]
    pub fn new(case: &'a str, obligation: &Obligation, status: Status) -> Record<'a> {
        Record {
            case,
            duty: obligation.duty().id(),
            number: obligation.number(),
            opens: obligation.opens(),
            advised: obligation.advised(),
            due: obligation.due(),
            tolerated: obligation.tolerated(),
            met: obligation.met(),
            status: status.id(),
            days: status.days(),
        }
    }

    /// One of its days.
    #[must_use]
    pub const fn day(&self, what: What) -> Option<Day> {
        match what {
            What::Opens => self.opens,
            What::Advised => self.advised,
            What::Due => self.due,
            What::Tolerated => self.tolerated,
            What::Met => self.met,
            _ => None,
        }
    }

    const fn key(&self) -> (&'a str, &'a str, u16) {
        (self.case, self.duty, self.number)
    }

    /// Whether nothing moved. That "due in 6 days" counts on is no change.
    fn is_same(&self, other: &Record<'_>) -> bool {
        let counts_on = matches!(self.status, "due-soon" | "overdue");
        DAYS.iter().all(|what| self.day(*what) == other.day(*what))
            && self.status == other.status
            && (counts_on || self.days == other.days)
    }
}

closed_list! {
    /// What can be known of the reason without the facts and the law.
    RecordWhy, "reason of a record" {
        /// The line is only in the new file.
        Added = 0, "added", "nieuwe regel", "new line";
        /// The line is only in the old file.
        Removed = 1, "removed", "regel vervallen", "line gone";
        /// It was met in the meantime, or the day on which it was met was corrected or removed.
        Met = 2, "met", "gedaan", "done";
        /// Every day is the same, and the status went on as it does when time passes.
        TimePassed = 3, "time-passed", "tijd verstreken", "time passed";
        /// Its file holds the same case, duty and number before it: that one is compared.
        Repeated = 4, "repeated", "staat vaker in het bestand", "stands in the file more than once";
        /// The facts or the law changed; which of them does not stand in the file.
        NotInTheFile = 5, "not-in-the-file",
            "feiten of recht gewijzigd; welke staat niet in het bestand",
            "facts or law changed; which of them does not stand in the file";
    }
}

/// A line that moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecordChange<'a> {
    /// The line in the old file.
    pub old: Option<Record<'a>>,
    /// The line in the new file.
    pub new: Option<Record<'a>>,
    /// What can be known of the reason.
    pub why: RecordWhy,
}

impl RecordChange<'_> {
    /// The days that differ: which, old and new.
    pub fn days(&self) -> impl Iterator<Item = (What, Option<Day>, Option<Day>)> {
        let (old, new) = (self.old, self.new);
        DAYS.into_iter().filter_map(move |what| {
            let day = |record: Option<Record<'_>>| record.and_then(|record| record.day(what));
            (day(old) != day(new)).then(|| (what, day(old), day(new)))
        })
    }

    /// By how many calendar days the due day moved, negative for earlier; none where there is none
    /// on one side.
    #[must_use]
    pub fn days_moved(&self) -> Option<i32> {
        let (old, new) = (self.old?.due?, self.new?.due?);
        Some(new.days_since(old))
    }
}

/// The changes between two result files, see [`records`].
#[derive(Clone, Debug)]
pub struct Records<'a, N> {
    twins: Twins<(&'a str, &'a str, u16), Record<'a>>,
    repeated: IntoIter<((&'a str, &'a str, u16), Record<'a>)>,
    new: Fuse<N>,
}

/// What differs between two result files, in the order of the new one; lines that are no longer in
/// it come at the end, in order of case, duty and number. A case, duty and number stands once in a
/// file: of several the first is compared, and the others are [`RecordWhy::Repeated`], those of the old
/// file at the start.
///
/// ```
/// use poortwachter::change::{self, Record, RecordWhy};
/// use poortwachter::{Case, Day, Duty, Timeline};
/// let day = |m, d| Day::new(2026, m, d);
/// let case = Case::builder().sick_since(day(1, 5)).build()?;
/// let timeline = Timeline::new(&case);
/// let file = |on| {
///     let view = timeline.view(on);
///     let lines = view.obligations().map(|(o, status)| Record::new("A-17", o, status));
///     lines.collect::<Vec<_>>()
/// };
/// // The analysis was due on 16 February.
/// let changes: Vec<_> = change::records(file(day(2, 16)), file(day(2, 17))).collect();
/// assert_eq!(changes.len(), 1);
/// assert_eq!(changes[0].new.unwrap().status, "overdue");
/// assert_eq!(changes[0].why, RecordWhy::TimePassed);
/// # Ok::<(), poortwachter::CaseError>(())
/// ```
pub fn records<'a, N>(old: impl IntoIterator<Item = Record<'a>>, new: N) -> Records<'a, N::IntoIter>
where
    N: IntoIterator<Item = Record<'a>>,
{
    let (twins, repeated) = Twins::of(old.into_iter().map(|record| (record.key(), record)));
    Records { twins, repeated: repeated.into_iter(), new: new.into_iter().fuse() }
}

impl<'a, N: Iterator<Item = Record<'a>>> Iterator for Records<'a, N> {
    type Item = RecordChange<'a>;

    fn next(&mut self) -> Option<RecordChange<'a>> {
        if let Some((_, old)) = self.repeated.next() {
            return Some(RecordChange { old: Some(old), new: None, why: RecordWhy::Repeated });
        }
        for new in self.new.by_ref() {
            let alone = |why| Some(RecordChange { old: None, new: Some(new), why });
            let old = match self.twins.take(new.key()) {
                Match::With(old) => old,
                Match::Added => return alone(RecordWhy::Added),
                Match::Repeated => return alone(RecordWhy::Repeated),
            };
            if !old.is_same(&new) {
                let why = why(&old, &new);
                return Some(RecordChange { old: Some(old), new: Some(new), why });
            }
        }
        let (_, old) = self.twins.next_removed()?;
        Some(RecordChange { old: Some(old), new: None, why: RecordWhy::Removed })
    }
}

fn why(old: &Record<'_>, new: &Record<'_>) -> RecordWhy {
    let is_same = |what: &What| old.day(*what) == new.day(*what);
    if !is_same(&What::Met) {
        return RecordWhy::Met;
    }
    match DAYS.iter().all(is_same) && goes_on(old.status, new.status) {
        true => RecordWhy::TimePassed,
        false => RecordWhy::NotInTheFile,
    }
}

/// Whether time alone leads from one status to the other.
fn goes_on(old: &str, new: &str) -> bool {
    const IN_TIME: [&str; 5] = ["not-yet-open", "open", "due-soon", "due-today", "overdue"];
    let place = |status: &str| IN_TIME.iter().position(|other| *other == status);
    match (place(old), place(new)) {
        (Some(old), Some(new)) => old < new,
        // The relapse window closes; a sanction that was not imposed in time no longer can be.
        (Some(_), None) | (None, None) => {
            // What was not done by the end of the case is missed.
            matches!(
                (old, new),
                ("paused" | "waiting-for-event" | "overdue" | "possible", "lapsed")
                    | ("overdue" | "due-today", "missed")
                    | ("not-yet-open", "possible")
            )
        }
        (None, Some(_)) => false,
    }
}
