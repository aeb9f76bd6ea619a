//! A file whose pages cannot ask for more memory than they can fill.

use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};
use std::fs::File;
use std::io::{BufRead, BufReader};

/// A Parquet file. The reader makes room for a page before it unpacks it, as much as the header of the
/// page says; in a damaged file that can be gigabytes.
pub(crate) struct Pages(pub(super) File);

/// Up to this size a page may say what it likes.
const COMMON: u64 = 64 << 20;

/// No compression that is read makes more than so many bytes of one.
const MOST_FROM_ONE: u64 = 1100;

impl Length for Pages {
    fn len(&self) -> u64 {
        self.0.len()
    }
}

impl ChunkReader for Pages {
    type T = BufReader<File>;

    /// The header of a page is read from here.
    fn get_read(&self, start: u64) -> Result<Self::T> {
        let mut reader = self.0.get_read(start)?;
        match sizes(reader.fill_buf()?) {
            Some((unpacked, packed)) if unpacked > COMMON && unpacked / MOST_FROM_ONE > packed => {
                Err(ParquetError::General("a page says it is larger than it can be".into()))
            }
            _ => Ok(reader),
        }
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        if start.checked_add(length as u64).is_none_or(|end| end > self.len()) {
            return Err(ParquetError::EOF("the file ends before".into()));
        }
        self.0.get_bytes(start, length)
    }
}

/// The second and third field of a page header (the first is its kind): the bytes that it has unpacked
/// and in the file.
fn sizes(mut header: &[u8]) -> Option<(u64, u64)> {
    let (_kind, unpacked, packed) = (field(&mut header)?, field(&mut header)?, field(&mut header)?);
    Some((unpacked, packed))
}

/// The next field, if it has the next number and is a whole number of 32 bits, as the compact protocol
/// of Thrift writes it.
fn field(header: &mut &[u8]) -> Option<u64> {
    const NEXT_NUMBER: u8 = 0x15;
    let (&NEXT_NUMBER, rest) = header.split_first()? else { return None };
    let length = 1 + rest.iter().take(10).position(|byte| byte & 0x80 == 0)?;
    let (number, rest) = rest.split_at(length);
    *header = rest;
    let number =
        number.iter().rev().fold(0u64, |number, byte| number << 7 | u64::from(byte & 0x7f));
    // Even numbers are positive, odd ones negative.
    Some(number / 2)
}
