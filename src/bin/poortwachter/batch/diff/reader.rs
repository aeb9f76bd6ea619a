//! Reads a file line by line or row by row, and tells of what cannot be read.

use super::input::Lines;
#[cfg(feature = "parquet")]
use super::rows::Rows;
use crate::batch::rejected::Place;
use crate::batch::rejected::RejectedFile;
use crate::batch::rows::Rejected;
use crate::batch::same_id::SeenIds;
use crate::batch::sink::all_compared;
use crate::failure::Failure;

/// What stands in a file, one after the other.
pub(super) struct Reader<T> {
    name: String,
    source: Source<T>,
    /// Where identifiers are compared.
    seen: Option<SeenIds>,
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
        seen: Option<SeenIds>,
        read: impl FnMut(Option<&[u8]>) -> T + Send + 'static,
    ) -> Reader<T> {
        Reader { name, source: Source::Lines(lines, Box::new(read)), seen }
    }

    #[cfg(feature = "parquet")]
    pub(super) fn of_rows(name: String, rows: Rows<T>, seen: Option<SeenIds>) -> Reader<T> {
        Reader { name, source: Source::Rows(rows), seen }
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

    /// What the place of one is called.
    pub(super) fn place(&self) -> &'static str {
        match self.source {
            Source::Lines(..) => "line",
            #[cfg(feature = "parquet")]
            Source::Rows(_) => "row",
        }
    }

    /// The first one with the identifier of this one, where identifiers are compared and that is
    /// another.
    pub(super) fn earlier(&mut self, number: u64, id: &str) -> Option<u64> {
        let seen = self.seen.as_mut()?;
        let mark = seen.marker().mark(number, id)?;
        seen.earlier(&mark, 0)
    }

    /// Whether an identifier may stand more than once.
    pub(super) fn allows_same_id(&self) -> bool {
        self.seen.is_none()
    }

    /// Whether every identifier was compared with those before it; says so where not.
    pub(super) fn all_compared(&self) -> bool {
        all_compared(self.seen.as_ref(), self.place())
    }

    /// Tells of one that cannot be read or compared.
    pub(super) fn reject(
        &self,
        rejected: &mut RejectedFile,
        number: u64,
        id: Option<String>,
        error: String,
    ) -> Result<(), Failure> {
        let place = Place { name: self.place(), before: 0 };
        rejected.put(Some(&self.name), &place, &Rejected { line: number, id, error })
    }
}
