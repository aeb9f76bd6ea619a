//! The pages of a file, unpacked, with a check before their values are decoded.

use super::description::Description;
use super::pages::Pages;
use parquet::arrow::arrow_reader::RowGroups;
use parquet::basic::Encoding;
use parquet::column::page::{Page, PageIterator, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use parquet::file::serialized_reader::SerializedPageReader;
use std::sync::Arc;

/// How many values a page of texts or lists may have, for which the reader makes room at once. Writers
/// begin a new page after a megabyte or some 20,000 rows.
const MOST_VALUES: u64 = 1 << 24;

/// All rows of a file.
#[derive(Clone)]
pub(super) struct Groups {
    pub(super) file: Arc<Pages>,
    pub(super) metadata: Arc<ParquetMetaData>,
}

impl RowGroups for Groups {
    fn num_rows(&self) -> usize {
        usize::try_from(self.metadata.file_metadata().num_rows()).unwrap_or(0)
    }

    fn column_chunks(&self, column: usize) -> Result<Box<dyn PageIterator>> {
        Ok(Box::new(Column { groups: self.clone(), column, next_group: 0 }))
    }

    fn row_groups(&self) -> Box<dyn Iterator<Item = &RowGroupMetaData> + '_> {
        Box::new(self.metadata.row_groups().iter())
    }

    fn metadata(&self) -> &ParquetMetaData {
        &self.metadata
    }
}

/// One column of the file, group by group.
struct Column {
    groups: Groups,
    column: usize,
    next_group: usize,
}

impl Iterator for Column {
    type Item = Result<Box<dyn PageReader>>;

    fn next(&mut self) -> Option<Self::Item> {
        let Groups { file, metadata } = &self.groups;
        let group = metadata.row_groups().get(self.next_group)?;
        self.next_group += 1;
        let column = group.column(self.column);
        let rows = usize::try_from(group.num_rows()).unwrap_or(0);
        let kind = column.column_descr();
        let has_levels = [kind.max_rep_level() > 0, kind.max_def_level() > 0];
        let pages = SerializedPageReader::new(file.clone(), column, rows, None);
        Some(pages.map(|pages| Box::new(Checked { pages, has_levels }) as _))
    }
}

impl PageIterator for Column {}

/// The pages of a column in a group, of which none says it has more values than it can have.
struct Checked {
    pages: SerializedPageReader<Pages>,
    /// Whether the values of a page come after levels of repetition, as those in a list do, and after
    /// levels of definition.
    has_levels: [bool; 2],
}

impl Checked {
    fn checked(&self, page: Page) -> Result<Page> {
        let values = u64::from(page.num_values());
        let is_sound = match page.encoding() {
            _ if self.has_levels[0] && values > MOST_VALUES => false,
            Encoding::DELTA_LENGTH_BYTE_ARRAY => self.are_packed(&page, 1),
            // The lengths of what is shared with the value before, and of what follows it.
            Encoding::DELTA_BYTE_ARRAY => self.are_packed(&page, 2),
            _ => true,
        };
        if is_sound {
            Ok(page)
        } else {
            Err(ParquetError::General("a page says it has more values than it can have".into()))
        }
    }

    /// Whether the values of the page begin with so many rows of packed numbers, none with more than the
    /// page has values.
    fn are_packed(&self, page: &Page, rows: usize) -> bool {
        let most = u64::from(page.num_values()).min(MOST_VALUES);
        let mut values = self.values(page);
        (0..rows).all(|_| {
            let packed = values.and_then(packed_numbers);
            values = packed.map(|(_, rest)| rest);
            packed.is_some_and(|(count, _)| count <= most)
        })
    }

    /// The bytes of a page behind its levels.
    fn values<'p>(&self, page: &'p Page) -> Option<Description<'p>> {
        let mut values = Description(page.buffer());
        match page {
            Page::DataPageV2 { def_levels_byte_len, rep_levels_byte_len, .. } => {
                values.leave_out(u64::from(*rep_levels_byte_len))?;
                values.leave_out(u64::from(*def_levels_byte_len))?;
            }
            _ => {
                for _ in self.has_levels.iter().filter(|has| **has) {
                    let length = values.0.first_chunk::<4>()?;
                    values.leave_out(4 + u64::from(u32::from_le_bytes(*length)))?;
                }
            }
        }
        Some(values)
    }
}

/// The number of numbers that are packed as differences (`DELTA_BINARY_PACKED`), and what follows them.
fn packed_numbers(mut bytes: Description<'_>) -> Option<(u64, Description<'_>)> {
    let (block, parts, count) = (bytes.number()?, bytes.number()?, bytes.number()?);
    let _first = bytes.number()?;
    let in_part = block.checked_div(parts)?;
    let mut left = count.saturating_sub(1);
    while left > 0 {
        let _least_difference = bytes.number()?;
        let widths = bytes;
        bytes.leave_out(parts)?;
        for width in &widths.0[..widths.0.len() - bytes.0.len()] {
            if left > 0 {
                bytes.leave_out(in_part.checked_mul(u64::from(*width))? / 8)?;
                left = left.saturating_sub(in_part);
            }
        }
    }
    Some((count, bytes))
}

impl Iterator for Checked {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl PageReader for Checked {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        page.map(|page| self.checked(page)).transpose()
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}
