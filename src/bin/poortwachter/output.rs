//! Where an answer goes: a file that appears when it is whole, or a stream.

use crate::failure::Failure;
use crate::files::{OutputFile, Target, folder};
use std::fs::OpenOptions;
#[cfg(unix)]
use std::fs::Permissions;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use tempfile::NamedTempFile;

/// How much is kept before it is written.
const BUFFER: usize = 1 << 16;

/// Something to write to. What was not finished leaves no file.
pub(crate) struct Output {
    name: String,
    to: To,
}

enum To {
    File(NewFile),
    Stream(Stream),
}

/// Writes everything at once; to standard output without a file. A reader that closes the pipe early
/// (`| head`) has seen enough.
pub(crate) fn put(text: &[u8], to: Option<&OutputFile>) -> Result<(), Failure> {
    let mut output = Output::to(to)?;
    unless_seen(output.put(text).and_then(|()| output.finish()))
}

/// What was not written because its reader has seen enough is no failure.
pub(crate) fn unless_seen(done: Result<(), Failure>) -> Result<(), Failure> {
    match done {
        Err(Failure::BrokenPipe) => Ok(()),
        done => done,
    }
}

impl Output {
    /// Standard output without a file.
    pub(crate) fn to(file: Option<&OutputFile>) -> Result<Output, Failure> {
        let Some(path) = file.and_then(OutputFile::path) else {
            let to = To::Stream(Stream::new(std::io::stdout()));
            return Ok(Output { name: "standard output".into(), to });
        };
        let name = path.display().to_string();
        let to = match Target::of(path) {
            Target::Stream(path) => {
                OpenOptions::new().append(true).open(path).map(Stream::new).map(To::Stream)
            }
            Target::File(path) => NewFile::at(path).map(To::File),
        };
        let to = to.map_err(|error| unwritable(&name, &error))?;
        Ok(Output { name, to })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Writes on.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.write_all(bytes).map_err(|error| unwritable(&self.name, &error))
    }

    /// Gives the file its name, or writes what is left.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let done = match self.to {
            To::File(file) => file.finish(),
            To::Stream(mut stream) => stream.flush(),
        };
        done.map_err(|error| unwritable(&self.name, &error))
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match &mut self.to {
            To::File(file) => file.file.write(bytes),
            To::Stream(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match &mut self.to {
            To::File(file) => file.file.flush(),
            To::Stream(stream) => stream.flush(),
        }
    }
}

/// A file that has another name until it is whole. Dropped before that, it is removed.
struct NewFile {
    file: BufWriter<NamedTempFile>,
    target: PathBuf,
}

impl NewFile {
    fn at(target: PathBuf) -> std::io::Result<NewFile> {
        if target.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        // What may not be written to is not replaced either; what is replaced may be read by the same.
        let permissions = match OpenOptions::new().write(true).open(&target) {
            Ok(known) => Some(known.metadata()?.permissions()),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let file = unfinished_in(folder(&target))?;
        if let Some(permissions) = permissions {
            file.as_file().set_permissions(permissions)?;
        }
        Ok(NewFile { file: BufWriter::with_capacity(BUFFER, file), target })
    }

    fn finish(self) -> std::io::Result<()> {
        let file = self.file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.persist(self.target).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Files that are being written, to be removed when the command is interrupted. One that has its name
/// by then, or is removed, is no longer found.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unfinished_in(folder: &Path) -> std::io::Result<NamedTempFile> {
    clean_up_when_interrupted();
    let mut builder = tempfile::Builder::new();
    builder.prefix("poortwachter-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(as_any_new_file());
    // Locked until it is known: nothing interrupts in between.
    let mut unfinished = unfinished();
    let file = builder.tempfile_in(folder)?;
    unfinished.push(file.path().to_path_buf());
    Ok(file)
}

/// What the user's mask leaves of reading and writing for everybody.
#[cfg(unix)]
fn as_any_new_file() -> Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o666)
}

fn clean_up_when_interrupted() {
    static IS_SET: Once = Once::new();
    // Where no handler can be set, a file of another name stays behind.
    IS_SET.call_once(|| {
        let _ = ctrlc::set_handler(|| {
            let files = unfinished();
            for path in files.iter() {
                let _ = std::fs::remove_file(path);
            }
            // As a shell says it of a command that was interrupted.
            std::process::exit(130);
        });
    });
}

/// What is written to as it is. Nothing is written before there is much of it or the answer is whole: an
/// answer that breaks off at once leaves nothing.
struct Stream {
    buffer: Vec<u8>,
    out: Box<dyn Write + Send>,
}

impl Stream {
    fn new(out: impl Write + Send + 'static) -> Stream {
        Stream { buffer: Vec::new(), out: Box::new(out) }
    }

    fn write_buffer(&mut self) -> std::io::Result<()> {
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.buffer.len() + bytes.len() > BUFFER {
            self.write_buffer()?;
        }
        if bytes.len() > BUFFER {
            self.out.write_all(bytes)?;
        } else {
            self.buffer.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.write_buffer()?;
        self.out.flush()
    }
}

/// What is wrong; a reader that closed the pipe has seen enough.
pub(crate) fn unwritable(name: &str, error: &std::io::Error) -> Failure {
    let what = match error.kind() {
        ErrorKind::BrokenPipe => return Failure::BrokenPipe,
        ErrorKind::NotFound => "there is no such folder: check the path".to_string(),
        ErrorKind::PermissionDenied => "no permission".to_string(),
        ErrorKind::IsADirectory => "this is a directory: name a file in it".to_string(),
        _ => format!("{error}: check the folder"),
    };
    Failure::message(format!("{name}: cannot write it: {what}"))
}
