//! What is known of the cases of a piece of the input, and in which form it comes and goes.
//!
//! Apart from files and threads, so that the benches can time it.

#[cfg(feature = "parquet")]
pub(crate) mod columns;
mod ids;
mod names;
pub(crate) mod text;

pub(crate) use ids::Ids;
pub(crate) use names::names;

use poortwachter::Day;
use poortwachter::batch::{Obligations, Summaries, Summary, Worker};
use poortwachter::horizon::Horizon;
use poortwachter::{Case, CaseError};

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
    /// Lines that get no answer, in order, each with the earlier line that has the same identifier.
    pub(crate) repeats: Vec<(u64, u64)>,
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
        on: Day,
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
        self.summaries.clear();
        self.obligations.clear();
        self.rejected.clear();
    }

    /// The place of the piece in the input.
    pub(crate) fn number(&self) -> usize {
        self.number
    }

    /// The earlier line that has the identifier of this one.
    pub(crate) fn earlier(&self, line: u64) -> Option<u64> {
        let found = self.repeats.binary_search_by_key(&line, |(line, _)| *line);
        found.ok().map(|place| self.repeats[place].1)
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
        self.summaries.push(*summary);
    }

    pub(crate) fn reject(&mut self, line: u64, id: Option<&str>, error: String) {
        self.rejected.push(Rejected { line, id: id.map(str::to_string), error });
    }
}

/// What is wrong, and in which field.
pub(crate) fn at_field(error: &CaseError) -> String {
    format!("{}: {error}", error.field())
}

/// What is wrong with a line of which the identifier stands on an earlier one, with what else is wrong
/// with it.
pub(crate) fn same_id(place: &str, first: u64, wrong: Option<String>) -> String {
    match wrong {
        Some(wrong) => format!("{wrong}; its id stands on {place} {first} too"),
        None => format!(
            "its id stands on {place} {first} too, and an answer there knows nothing of this {place}: \
             put all periods of a case on one {place}, or give --allow-same-id"
        ),
    }
}
