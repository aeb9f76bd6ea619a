//! Reads a file line by line or row by row, and tells of what cannot be read.

use super::input::Lines;
#[cfg(feature = "parquet")]
use super::rows::Rows;
use crate::batch::rejected::RejectedFile;
use crate::batch::rows::Rejected;
use crate::batch::sink::Place;
use crate::failure::Failure;

/// What stands in a file, one after the other.
pub(super) struct Reader<T> {
    name: String,
    source: Source<T>,
}

enum Source<T> {
    Lines(Lines, Box<ReadLine<T>>),
    #[cfg(feature = "parquet")]
    Rows(Rows<T>),
}

/// Reads a line; there is none where it is too long to be kept.
type ReadLine<T> = dyn FnMut(Option<&[u8]>) -> T + Send;

impl<T> Reader<T> {
    pub(super) fn of_lines(
        name: String,
        lines: Lines,
        read: impl FnMut(Option<&[u8]>) -> T + Send + 'static,
    ) -> Reader<T> {
        Reader { name, source: Source::Lines(lines, Box::new(read)) }
    }

    #[cfg(feature = "parquet")]
    pub(super) fn of_rows(name: String, rows: Rows<T>) -> Reader<T> {
        Reader { name, source: Source::Rows(rows) }
    }

    /// The next one with its number, from 1.
    pub(super) fn next(&mut self) -> Result<Option<(u64, T)>, Failure> {
        match &mut self.source {
            Source::Lines(lines, read) => {
                Ok(lines.next()?.map(|(number, line)| (number, read(line))))
            }
            #[cfg(feature = "parquet")]
            Source::Rows(rows) => rows.next(),
        }
    }

    /// Tells of one that cannot be read.
    pub(super) fn reject(
        &self,
        rejected: &mut RejectedFile,
        number: u64,
        id: Option<String>,
        error: String,
    ) -> Result<(), Failure> {
        let name = match self.source {
            Source::Lines(..) => "line",
            #[cfg(feature = "parquet")]
            Source::Rows(_) => "row",
        };
        let place = Place { name, before: 0 };
        rejected.put(Some(&self.name), &place, &Rejected { line: number, id, error })
    }
}
