//! Text in pieces of whole lines.

use super::job::Job;
use super::pipeline::Source;
use crate::failure::Failure;
use std::io::Read;

/// How much text a piece holds, if no line is longer.
const PIECE: usize = 256 << 10;

/// The longest line that is kept. A case of a hundred years has not as much to tell.
pub(crate) const LONGEST_LINE: usize = 1 << 20;

/// The lines of a file or of a stream.
pub(crate) struct Lines {
    input: Box<dyn Read + Send>,
    name: String,
    /// What was read behind the last whole line.
    rest: Vec<u8>,
}

impl Lines {
    pub(crate) fn of(input: Box<dyn Read + Send>, name: String) -> Result<Lines, Failure> {
        let mut lines = Lines { input, name, rest: Vec::new() };
        let mut start = Vec::new();
        while start.len() < 3 && lines.more(&mut start)? {}
        // Some editors begin a file with a byte order mark.
        lines.rest = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start).to_vec();
        Ok(lines)
    }

    /// What was read and not taken yet: at first the start of the input.
    pub(crate) fn start(&self) -> &[u8] {
        &self.rest
    }

    /// Takes the first line.
    pub(crate) fn first_line(&mut self) -> Result<Vec<u8>, Failure> {
        let mut text = std::mem::take(&mut self.rest);
        loop {
            if let Some(end) = text.iter().position(|byte| *byte == b'\n') {
                self.rest = text.split_off(end + 1);
                text.truncate(end);
                return Ok(text);
            }
            if text.len() > LONGEST_LINE {
                return Err(Failure::message(format!(
                    "{}: the first line is longer than {LONGEST_LINE} bytes: is it CSV?",
                    self.name
                )));
            }
            if !self.more(&mut text)? {
                return Ok(text);
            }
        }
    }

    /// Reads on; false at the end.
    fn more(&mut self, text: &mut Vec<u8>) -> Result<bool, Failure> {
        // Into memory that is not cleared before.
        text.reserve(PIECE);
        let read = (&mut self.input).take(PIECE as u64).read_to_end(text);
        let read = read
            .map_err(|error| Failure::message(format!("{}: cannot read it: {error}", self.name)))?;
        Ok(read > 0)
    }

    /// Leaves out the rest of a line that is too long.
    fn skip_line(&mut self, text: &mut Vec<u8>) -> Result<u64, Failure> {
        let mut skipped = 0;
        loop {
            if let Some(end) = text.iter().position(|byte| *byte == b'\n') {
                self.rest.extend_from_slice(&text[end + 1..]);
                text.clear();
                return Ok(skipped + end as u64 + 1);
            }
            skipped += text.len() as u64;
            text.clear();
            if !self.more(text)? {
                return Ok(skipped);
            }
        }
    }
}

impl Source for Lines {
    type Piece = Job;

    fn fill(&mut self, job: &mut Job) -> Result<bool, Failure> {
        let text = &mut job.text;
        text.clear();
        job.too_long = false;
        text.append(&mut self.rest);
        loop {
            let end = memchr::memrchr(b'\n', text);
            if let Some(end) = end.filter(|_| text.len() >= PIECE) {
                self.rest.extend_from_slice(&text[end + 1..]);
                text.truncate(end + 1);
                break;
            }
            if end.is_none() && text.len() > LONGEST_LINE {
                job.bytes = self.skip_line(text)?;
                job.too_long = true;
                return Ok(true);
            }
            if !self.more(text)? {
                break;
            }
        }
        job.bytes = text.len() as u64;
        if text.last().is_some_and(|byte| *byte != b'\n') {
            text.push(b'\n');
        }
        Ok(!text.is_empty())
    }
}
