//! Where the answer goes.

use crate::failure::Failure;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes everything at once, to a file where one was named.
pub(crate) fn put(text: &[u8], to: Option<&Path>) -> Result<(), Failure> {
    match to {
        Some(path) if path != Path::new("-") => replace(path, text),
        _ => print(text),
    }
}

/// Who closes the pipe early (`| head`) has seen enough.
fn print(text: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::told(format!("cannot write the answer: {error}")))
        }
        _ => Ok(()),
    }
}

/// A half-written file must not take the place of a whole one. What is no file, such as
/// `/dev/stdout`, is written to as it is.
fn replace(path: &Path, text: &[u8]) -> Result<(), Failure> {
    let is_special = path.metadata().is_ok_and(|known| !known.is_file());
    let written = if is_special {
        std::fs::write(path, text)
    } else {
        let mut beside = path.as_os_str().to_owned();
        beside.push(".part");
        std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path))
    };
    written.map_err(|error| {
        Failure::told(format!("{}: cannot write it: {error}: check the folder", path.display()))
    })
}
