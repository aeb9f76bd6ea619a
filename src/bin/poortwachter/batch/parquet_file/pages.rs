//! A file in which no page and no list can ask for more memory or time than it can fill.

use super::description::Description;
use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::FOOTER_SIZE;
use parquet::file::reader::{ChunkReader, Length};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

/// A Parquet file. The reader makes room for a page before it unpacks it, as much as the header of the
/// page says; in a damaged file that can be gigabytes.
pub(crate) struct Pages(pub(super) File);

/// Up to this size a page may say what it likes.
const COMMON: u64 = 64 << 20;

/// No compression that is read makes more than so many bytes of one.
const MOST_FROM_ONE: u64 = 1100;

/// How many bytes of a page's description are looked at. Writers shorten the longest parts of one, the
/// least and the greatest text of a page, to four kilobytes or less.
const LONGEST_DESCRIPTION: usize = 32 << 10;

impl Length for Pages {
    fn len(&self) -> u64 {
        self.0.len()
    }
}

/// The bytes from a place on. Where there are none any more that is an error: the reader passes over
/// bytes that are not there as if they were.
pub(crate) struct Rest {
    file: BufReader<File>,
    is_shown: bool,
}

impl Read for Rest {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match self.is_shown {
            true => match self.file.read(bytes)? {
                0 if !bytes.is_empty() => Err(io::ErrorKind::UnexpectedEof.into()),
                read => Ok(read),
            },
            false => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

impl ChunkReader for Pages {
    type T = Rest;

    /// The description of a page is read from here, and the last bytes of the file. A description that
    /// cannot be is not shown. What stands at `start` is not always one: the reader also asks for the
    /// bytes behind a description that it has, and then does not read them here.
    fn get_read(&self, start: u64) -> Result<Self::T> {
        let mut file = self.0.try_clone()?;
        file.seek(SeekFrom::Start(start))?;
        let mut file = BufReader::with_capacity(LONGEST_DESCRIPTION, file);
        let page = Description(file.fill_buf()?);
        let can_be = |(unpacked, packed)| unpacked <= COMMON || unpacked / MOST_FROM_ONE <= packed;
        let is_shown = self.len().checked_sub(start) == Some(FOOTER_SIZE as u64)
            || page.is_of_page() && page.sizes_of_page().is_none_or(can_be);
        Ok(Rest { file, is_shown })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        let end = start.checked_add(length as u64).filter(|end| *end <= self.len());
        let Some(end) = end else { return Err(ParquetError::EOF("the file ends before".into())) };
        let bytes = self.0.get_bytes(start, length)?;
        // What the file holds is described right before its last bytes.
        let is_sound = end + FOOTER_SIZE as u64 != self.len() || Description(&bytes).is_of_file();
        if is_sound {
            Ok(bytes)
        } else {
            Err(ParquetError::General("the file says of itself what cannot be".into()))
        }
    }
}
