//! Reads a Parquet file that may be damaged: nothing that it says of itself is believed before it is
//! checked, for the reader of the dependency makes room for it.
//!
//! It can still panic on damaged values; see `rows/columns/guard`.

mod description;
mod groups;
mod layout;
mod pages;

use groups::Groups;
use pages::Pages;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, RowGroups};
use parquet::arrow::{ProjectionMask, parquet_to_arrow_field_levels};
use parquet::errors::ParquetError;
use parquet::file::metadata::ParquetMetaDataReader;
use std::fs::File;
use std::sync::Arc;

/// How many rows a piece has.
const PIECE: usize = 8192;

/// Reads a file in pieces; with the number of rows that it says it has.
pub(crate) fn read(file: File) -> Result<(ParquetRecordBatchReader, u64), ParquetError> {
    let file = Arc::new(Pages(file));
    let metadata = Arc::new(ParquetMetaDataReader::new().parse_and_finish(&*file)?);
    let rows = metadata.file_metadata().num_rows();
    let rows = u64::try_from(rows).map_err(|error| ParquetError::External(error.into()))?;
    // What the writer had in memory does not matter, only what stands in the file.
    let columns = metadata.file_metadata().schema_descr();
    let columns = parquet_to_arrow_field_levels(columns, ProjectionMask::all(), None)?;
    let groups = Groups { file, metadata };
    let piece = PIECE.min(groups.num_rows());
    Ok((ParquetRecordBatchReader::try_new_with_row_groups(&columns, &groups, piece, None)?, rows))
}
