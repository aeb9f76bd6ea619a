//! What goes through the workers: a piece of the input, and what came of it.

use poortwachter::Case;
use poortwachter::batch::{Obligations, Summaries, Summary, Worker};
use poortwachter::chrono::NaiveDate;
use poortwachter::horizon::Horizon;

/// A piece of the input with what came of it. Its memory is used again for a later piece.
#[derive(Default)]
pub(crate) struct Job {
    /// Its place in the input, from 0.
    pub(crate) number: usize,
    /// Whole lines of text, each with its end.
    pub(crate) text: Vec<u8>,
    /// One line that was too long to be kept stands for the text.
    pub(crate) too_long: bool,
    /// Rows of a Parquet file.
    #[cfg(feature = "parquet")]
    pub(crate) columns: Option<arrow_array::RecordBatch>,
    /// How many bytes of the input it took.
    pub(crate) bytes: u64,
    /// How many lines or rows it has.
    pub(crate) lines: u64,
    pub(crate) rows: Rows,
    /// The rows as text.
    pub(crate) written: Vec<u8>,
    /// The rows as columns.
    #[cfg(feature = "parquet")]
    pub(crate) answer: Option<arrow_array::RecordBatch>,
}

/// What is known of the cases of a piece, in their order.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) ids: Ids,
    pub(crate) summaries: Summaries,
    pub(crate) obligations: Obligations,
    /// What the piece adds to a horizon.
    pub(crate) horizon: Option<Horizon>,
    /// What it adds to the horizon of the picture.
    pub(crate) picture: Option<Horizon>,
    pub(crate) rejected: Vec<Rejected>,
    /// The place of the piece in the input.
    number: usize,
}

/// A case without an answer.
pub(crate) struct Rejected {
    /// Its line or row within the piece, from 1.
    pub(crate) line: u64,
    pub(crate) id: Option<String>,
    pub(crate) error: String,
}

/// What is asked of every case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    Summary,
    Obligations,
    Horizon {
        on: NaiveDate,
        days: u16,
        points: usize,
        /// How many days a picture looks ahead, where there is one.
        picture: Option<u16>,
    },
}

impl Rows {
    /// Makes ready for the piece with that number.
    pub(crate) fn begin(&mut self, number: usize, ask: Ask) {
        self.number = number;
        (self.horizon, self.picture) = match ask {
            Ask::Horizon { on, days, points, picture } => (
                Some(Horizon::new(on, days).keeping(points)),
                picture.map(|days| Horizon::new(on, days).keeping(0)),
            ),
            _ => (None, None),
        };
        self.ids.clear();
        let Summaries {
            counted_day,
            week,
            state,
            next_duty,
            next_due,
            overdue,
            worst,
            wages_last_day,
            wia_start,
        } = &mut self.summaries;
        counted_day.clear();
        week.clear();
        state.clear();
        next_duty.clear();
        next_due.clear();
        overdue.clear();
        worst.clear();
        wages_last_day.clear();
        wia_start.clear();
        self.obligations.clear();
        self.rejected.clear();
    }

    /// Adds what is asked of a case.
    pub(crate) fn add(&mut self, case: &Case, ask: Ask, worker: &mut Worker<'_>) {
        match ask {
            Ask::Summary => self.add_summary(&worker.summary(case)),
            Ask::Obligations => {
                let place = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
                worker.view(case, |view| self.obligations.push(place, view));
            }
            Ask::Horizon { .. } => {
                // The piece in the upper half, the place in it in the lower.
                let position = (self.number as u64) << 32 | self.ids.len() as u64;
                let horizons = [&mut self.horizon, &mut self.picture];
                worker.view(case, |view| {
                    horizons.into_iter().flatten().for_each(|horizon| horizon.add(position, view));
                });
            }
        }
        self.ids.push(case.id());
    }

    fn add_summary(&mut self, summary: &Summary) {
        use poortwachter::batch::{NO_DAY, NO_DUTY, duty_code};
        let day = |day: Option<poortwachter::Day>| day.map_or(NO_DAY, poortwachter::Day::number);
        let out = &mut self.summaries;
        out.counted_day.push(summary.counted_day);
        out.week.push(u16::try_from(summary.week()).unwrap_or(u16::MAX));
        out.state.push(summary.state.code());
        out.next_duty.push(summary.next_duty.map_or(NO_DUTY, duty_code));
        out.next_due.push(day(summary.next_due));
        out.overdue.push(summary.overdue);
        out.worst.push(summary.worst.code());
        out.wages_last_day.push(day(summary.wages_last_day));
        out.wia_start.push(day(summary.wia_start));
    }

    /// Takes the summaries at these places out, which are in order.
    #[cfg(feature = "parquet")]
    pub(crate) fn leave_out(&mut self, places: &[usize]) {
        let all = &mut self.summaries;
        without(&mut all.counted_day, places);
        without(&mut all.week, places);
        without(&mut all.state, places);
        without(&mut all.next_duty, places);
        without(&mut all.next_due, places);
        without(&mut all.overdue, places);
        without(&mut all.worst, places);
        without(&mut all.wages_last_day, places);
        without(&mut all.wia_start, places);
    }

    pub(crate) fn reject(&mut self, line: u64, id: Option<&str>, error: String) {
        self.rejected.push(Rejected { line, id: id.map(str::to_string), error });
    }
}

#[cfg(feature = "parquet")]
fn without<T>(column: &mut Vec<T>, places: &[usize]) {
    let mut place = 0..;
    column.retain(|_| place.next().is_some_and(|place| places.binary_search(&place).is_err()));
}

/// Identifiers one behind the other in one piece of memory.
#[derive(Default)]
pub(crate) struct Ids {
    text: String,
    /// Where each one ends, and whether there is one.
    ends: Vec<(usize, bool)>,
}

impl Ids {
    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(crate) fn push(&mut self, id: Option<&str>) {
        self.text.push_str(id.unwrap_or_default());
        self.ends.push((self.text.len(), id.is_some()));
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, place: usize) -> Option<&str> {
        let (end, is_there) = *self.ends.get(place)?;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before));
        is_there.then(|| &self.text[start.map_or(0, |(start, _)| *start)..end])
    }
}
