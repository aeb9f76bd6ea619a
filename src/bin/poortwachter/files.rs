//! The files on the command line: which are read, which are written, and that none is both.
//!
//! Every argument that names a file has one of the types below, and whatever reads or writes a file
//! takes one of them. So [`check`] knows of all of them before anything is opened.

use crate::failure::Failure;
use clap::ArgMatches;
use clap::builder::{MapValueParser, PathBufValueParser, TypedValueParser, ValueParserFactory};
use poortwachter::protocol::presets;
use same_file::Handle;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The name of the protocol that holds where none is given.
pub(crate) const DEFAULT_PROTOCOL: &str = "default";

/// A file that is read; `-` is standard input.
#[derive(Clone, Debug)]
pub(crate) struct InputFile(PathBuf);

/// A file that is read and that `-o` may replace.
#[derive(Clone, Debug)]
pub(crate) struct UpdatedFile(InputFile);

/// A file that is written; `-` is standard output.
#[derive(Clone, Debug)]
pub(crate) struct OutputFile(PathBuf);

impl InputFile {
    pub(crate) fn new(path: impl Into<PathBuf>) -> InputFile {
        InputFile(path.into())
    }

    /// None is standard input.
    pub(crate) fn path(&self) -> Option<&Path> {
        Some(self.0.as_path()).filter(|path| *path != Path::new("-"))
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> String {
        self.path().map_or("standard input".into(), |path| path.display().to_string())
    }

    /// Everything that stands in it.
    pub(crate) fn read(&self) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self.path() {
            Some(path) => return std::fs::read(path),
            None => std::io::stdin().lock().read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }

    fn which(&self) -> Option<Which> {
        match self.path() {
            Some(path) => Which::there(path),
            None => Which::stream(Handle::stdin()),
        }
    }
}

impl UpdatedFile {
    pub(crate) fn input(&self) -> &InputFile {
        &self.0
    }
}

impl OutputFile {
    pub(crate) fn new(path: impl Into<PathBuf>) -> OutputFile {
        OutputFile(path.into())
    }

    /// None is standard output.
    pub(crate) fn path(&self) -> Option<&Path> {
        Some(self.0.as_path()).filter(|path| *path != Path::new("-"))
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> String {
        self.path().map_or("standard output".into(), |path| path.display().to_string())
    }

    /// The file beside it for cases without an answer; a stream has nothing beside it.
    pub(crate) fn rejected(&self) -> Option<OutputFile> {
        let path = self.path().filter(|path| matches!(Target::of(path), Target::File(_)))?;
        let mut name = path.as_os_str().to_os_string();
        name.push(".rejected.jsonl");
        Some(OutputFile(name.into()))
    }
}

/// What an output leads to.
pub(crate) enum Target {
    /// A file to make or to replace, behind all links.
    File(PathBuf),
    /// A pipe, a device, or a file that is open already: written to as it is.
    Stream(PathBuf),
}

/// As many links behind one another as a system follows itself.
const MOST_LINKS: usize = 40;

impl Target {
    pub(crate) fn of(path: &Path) -> Target {
        let mut path = path.to_path_buf();
        for _ in 0..MOST_LINKS {
            // `/dev/stdout` is a link to such a name.
            if path.starts_with("/dev/fd") || path.starts_with("/proc") {
                return Target::Stream(path);
            }
            let Ok(link) = path.read_link() else { break };
            path = folder(&path).join(link);
        }
        match path.metadata() {
            Ok(known) if !known.is_file() && !known.is_dir() => Target::Stream(path),
            _ => Target::File(path),
        }
    }
}

/// The folder that a file stands in.
pub(crate) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Which file it is, whatever it is called. What is no file has none: a device or a pipe may be named
/// more than once.
#[derive(PartialEq)]
enum Which {
    There(Handle),
    /// One that does not exist: in this folder, with this name in lower case, because not every
    /// system tells letters and capitals apart.
    New(Handle, String),
}

impl Which {
    fn there(path: &Path) -> Option<Which> {
        path.metadata().ok().filter(std::fs::Metadata::is_file)?;
        Handle::from_path(path).ok().map(Which::There)
    }

    fn stream(handle: std::io::Result<Handle>) -> Option<Which> {
        let handle = handle.ok()?;
        handle.as_file().metadata().ok()?.is_file().then_some(Which::There(handle))
    }

    fn written(path: &Path) -> Option<Which> {
        Which::there(path).or_else(|| {
            let name = path.file_name()?.to_string_lossy().to_lowercase();
            Handle::from_path(folder(path)).ok().map(|folder| Which::New(folder, name))
        })
    }
}

struct Output {
    name: String,
    which: Option<Which>,
    /// Written behind what stands there, so that two of them can share a file.
    is_stream: bool,
    /// Whether it is the answer, in a file that it replaces.
    is_answer: bool,
}

impl Output {
    fn of(file: &OutputFile, is_answer: bool) -> Output {
        let name = file.name();
        let Some(path) = file.path() else {
            return Output::stream(&name, Handle::stdout());
        };
        let (which, is_stream) = match Target::of(path) {
            Target::File(path) => (Which::written(&path), false),
            Target::Stream(path) => (Which::there(&path), true),
        };
        Output { name, which, is_stream, is_answer: is_answer && !is_stream }
    }

    fn stream(name: &str, handle: std::io::Result<Handle>) -> Output {
        let which = Which::stream(handle);
        Output { name: name.to_string(), which, is_stream: true, is_answer: false }
    }

    fn is(&self, other: Option<&Which>) -> bool {
        self.which.is_some() && self.which.as_ref() == other
    }
}

/// The argument that says where the answer goes.
const ANSWER: &str = "output";

/// Refuses a command line on which a file is read and written, or written twice; `unnamed` are files
/// that are written without standing on it.
pub(crate) fn check(matches: &ArgMatches, unnamed: &[OutputFile]) -> Result<(), Failure> {
    let matches = std::iter::successors(Some(matches), |of| of.subcommand().map(|(_, sub)| sub));
    let Some(matches) = matches.last() else { return Ok(()) };
    let outputs = outputs(matches, unnamed);
    let inputs = values::<InputFile>(matches).map(|file| (file, false));
    let updated = values::<UpdatedFile>(matches).map(|file| (file.input(), true));
    let protocols = values::<ProtocolSource>(matches).filter_map(ProtocolSource::file);
    for (input, is_updated) in inputs.chain(updated).chain(protocols.map(|file| (file, false))) {
        // One at a time: there may be more of them than files can be open.
        let which = input.which();
        for output in outputs.iter().filter(|output| !(is_updated && output.is_answer)) {
            if output.is(which.as_ref()) {
                return Err(refused(output, &input.name(), "read"));
            }
        }
    }
    for (i, one) in outputs.iter().enumerate() {
        for before in &outputs[..i] {
            if one.is(before.which.as_ref()) && !(one.is_stream && before.is_stream) {
                return Err(refused(one, &before.name, "written too"));
            }
        }
    }
    Ok(())
}

/// Standard error before all others: see [`refused`].
fn outputs(matches: &ArgMatches, unnamed: &[OutputFile]) -> Vec<Output> {
    let mut outputs = vec![Output::stream(STANDARD_ERROR, Handle::stderr())];
    outputs.push(match values_of::<OutputFile>(matches, ANSWER).next() {
        Some(file) => Output::of(file, true),
        None => Output::stream("standard output", Handle::stdout()),
    });
    let others = matches.ids().filter(|id| id.as_str() != ANSWER);
    let others = others.flat_map(|id| values_of::<OutputFile>(matches, id.as_str()));
    outputs.extend(others.chain(unnamed).map(|file| Output::of(file, false)));
    outputs
}

const STANDARD_ERROR: &str = "standard error";

fn refused(output: &Output, other: &str, is: &str) -> Failure {
    let name = &output.name;
    if name == STANDARD_ERROR {
        // The message would be written into what is read.
        return Failure::Unsaid;
    }
    Failure::message(format!(
        "{name}: this is the same file as {other}, which is {is}: name another"
    ))
}

fn values<T: Clone + Send + Sync + 'static>(matches: &ArgMatches) -> impl Iterator<Item = &T> {
    matches.ids().flat_map(|id| values_of(matches, id.as_str()))
}

/// The values of an argument, where they are of that type.
fn values_of<'m, T: Clone + Send + Sync + 'static>(
    matches: &'m ArgMatches,
    id: &str,
) -> impl Iterator<Item = &'m T> + use<'m, T> {
    matches.try_get_many(id).ok().flatten().into_iter().flatten()
}

type PathParser<T> = MapValueParser<PathBufValueParser, fn(PathBuf) -> T>;

impl ValueParserFactory for InputFile {
    type Parser = PathParser<InputFile>;

    fn value_parser() -> Self::Parser {
        PathBufValueParser::new().map(InputFile)
    }
}

impl ValueParserFactory for UpdatedFile {
    type Parser = PathParser<UpdatedFile>;

    fn value_parser() -> Self::Parser {
        PathBufValueParser::new().map(|path| UpdatedFile(InputFile(path)))
    }
}

impl ValueParserFactory for OutputFile {
    type Parser = PathParser<OutputFile>;

    fn value_parser() -> Self::Parser {
        PathBufValueParser::new().map(OutputFile)
    }
}

/// A protocol by the name of a preset where one has that name, else in a file.
#[derive(Clone, Debug)]
pub(crate) enum ProtocolSource {
    Named(String),
    File(InputFile),
}

impl From<String> for ProtocolSource {
    fn from(name: String) -> ProtocolSource {
        let is_preset = presets::named(&name).is_some() || name == DEFAULT_PROTOCOL;
        let is_path = name == "-" || name.contains(['/', '.']) || Path::new(&name).exists();
        match is_path && !is_preset {
            true => ProtocolSource::File(InputFile::new(name)),
            false => ProtocolSource::Named(name),
        }
    }
}

impl ProtocolSource {
    pub(crate) fn file(&self) -> Option<&InputFile> {
        match self {
            ProtocolSource::Named(_) => None,
            ProtocolSource::File(file) => Some(file),
        }
    }
}
