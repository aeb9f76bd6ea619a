//! A Parquet file row by row.

use crate::batch::job::Job;
use crate::batch::parquet_in::Columns;
use crate::batch::pipeline::Source;
use crate::failure::Failure;
use arrow_array::RecordBatch;
use std::collections::VecDeque;

/// The rows of a file, of which a piece is in memory at a time.
pub(super) struct Rows<T> {
    columns: Columns,
    piece: Box<Job>,
    read: Box<ReadPiece<T>>,
    ahead: VecDeque<T>,
    number: u64,
}

/// Reads every row of a piece.
type ReadPiece<T> = dyn FnMut(&RecordBatch, &mut VecDeque<T>) + Send;

impl<T> Rows<T> {
    pub(super) fn new(
        columns: Columns,
        read: impl FnMut(&RecordBatch, &mut VecDeque<T>) + Send + 'static,
    ) -> Rows<T> {
        let (piece, ahead) = (Box::default(), VecDeque::new());
        Rows { columns, piece, read: Box::new(read), ahead, number: 0 }
    }

    /// The next row with its number, from 1.
    pub(super) fn next(&mut self) -> Result<Option<(u64, T)>, Failure> {
        loop {
            if let Some(row) = self.ahead.pop_front() {
                self.number += 1;
                return Ok(Some((self.number, row)));
            }
            if !self.columns.fill(&mut self.piece)? {
                return Ok(None);
            }
            if let Some(columns) = self.piece.columns.take() {
                let Rows { columns: file, read, ahead, .. } = self;
                file.guarded(|| read(&columns, ahead))?;
            }
        }
    }
}
