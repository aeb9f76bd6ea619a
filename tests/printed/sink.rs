//! A hash of what is printed, and the text itself where it is asked for.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// 64-bit FNV-1a of every byte written to it.
pub struct Sink {
    hash: u64,
    bytes: u64,
    text: Option<BufWriter<File>>,
}

impl Sink {
    /// With a folder the text goes into a file of that name as well.
    pub fn new(texts: Option<&Path>, name: &str) -> Sink {
        let file = |folder: &Path| File::create(folder.join(format!("{name}.txt")));
        let text = texts.map(|folder| BufWriter::new(file(folder).expect("a file")));
        Sink { hash: 0xcbf2_9ce4_8422_2325, bytes: 0, text }
    }

    pub fn hash(&self) -> u64 {
        self.hash
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Prints a line.
    pub fn say(&mut self, line: impl std::fmt::Display) {
        writeln!(self, "{line}").expect("it is written");
    }
}

/// The version of the crate, and the one with which the hashes began: a new version changes none.
const VERSIONS: (&[u8], &[u8]) = (env!("CARGO_PKG_VERSION").as_bytes(), b"0.1.0");

/// The bytes with the first version in place of the present one.
fn of_first_version(bytes: &[u8]) -> Cow<'_, [u8]> {
    let (present, first) = VERSIONS;
    let mut bytes = Cow::Borrowed(bytes);
    let mut from = 0;
    while let Some(at) = bytes[from..].windows(present.len()).position(|some| some == present) {
        from += at + first.len();
        let at = from - first.len();
        bytes.to_mut().splice(at..at + present.len(), first.iter().copied());
    }
    bytes
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in &*of_first_version(bytes) {
            self.hash = (self.hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self.bytes += bytes.len() as u64;
        if let Some(text) = &mut self.text {
            text.write_all(bytes)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.text.as_mut().map_or(Ok(()), Write::flush)
    }
}
