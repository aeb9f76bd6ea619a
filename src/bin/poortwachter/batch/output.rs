//! Where answers go: a file that appears when it is whole, or standard output.

use crate::failure::Failure;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Stdout, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Mutex;

/// Files that are being written, to be taken away when somebody interrupts.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Takes unfinished files away when the command is interrupted.
pub(crate) fn clean_up_when_interrupted() {
    // Where no handler can be set, a file of another name stays behind.
    let _ = ctrlc::set_handler(|| {
        for path in unfinished().drain(..) {
            let _ = std::fs::remove_file(path);
        }
        // As a shell says it of a command that was interrupted.
        process::exit(130);
    });
}

fn unfinished() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Something to write to.
pub(crate) enum Output {
    File(NewFile),
    Stdout(BufWriter<Stdout>),
}

/// A file that has another name until it is whole. Dropped before that, it is removed.
pub(crate) struct NewFile {
    file: BufWriter<File>,
    name: PathBuf,
    unfinished: PathBuf,
}

impl Output {
    /// Standard output without a path or for `-`.
    pub(crate) fn to(path: Option<&Path>) -> Result<Output, Failure> {
        match path {
            Some(path) if path != Path::new("-") => NewFile::at(path).map(Output::File),
            _ => Ok(Output::Stdout(BufWriter::with_capacity(1 << 16, std::io::stdout()))),
        }
    }

    /// Gives the file its name.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self {
            Output::File(file) => file.finish(),
            Output::Stdout(mut out) => {
                out.flush().map_err(|error| unwritable("standard output", &error))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Output::File(file) => file.file.write(bytes),
            Output::Stdout(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Output::File(file) => file.file.flush(),
            Output::Stdout(out) => out.flush(),
        }
    }
}

impl NewFile {
    pub(crate) fn at(name: &Path) -> Result<NewFile, Failure> {
        let wrong = |error: &std::io::Error| unwritable(&name.display().to_string(), error);
        if name.is_dir() {
            return Err(Failure::told(format!(
                "{}: this is a directory: name a file in it",
                name.display()
            )));
        }
        let mut unfinished_name = name.file_name().unwrap_or_default().to_os_string();
        unfinished_name.push(format!(".{}.part", process::id()));
        let path = name.with_file_name(unfinished_name);
        unfinished().push(path.clone());
        let file = File::create(&path).map_err(|error| {
            forget(&path);
            wrong(&error)
        })?;
        let file = BufWriter::with_capacity(1 << 16, file);
        Ok(NewFile { file, name: name.to_path_buf(), unfinished: path })
    }

    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let renamed =
            self.file.flush().and_then(|()| std::fs::rename(&self.unfinished, &self.name));
        renamed.map_err(|error| unwritable(&self.name.display().to_string(), &error))?;
        forget(&self.unfinished);
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if unfinished().contains(&self.unfinished) {
            let _ = std::fs::remove_file(&self.unfinished);
            forget(&self.unfinished);
        }
    }
}

fn forget(path: &Path) {
    unfinished().retain(|unfinished| unfinished != path);
}

/// Who closes the pipe early (`| head`) has seen enough.
pub(crate) fn unwritable(name: &str, error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::BrokenPipe => Failure::SeenEnough,
        ErrorKind::NotFound => Failure::told(format!("{name}: there is no such folder")),
        ErrorKind::PermissionDenied => Failure::told(format!("{name}: no permission to write it")),
        _ => Failure::told(format!("{name}: cannot write it: {error}")),
    }
}
