//! Whether a file is what it is said to be, by the look of its start: what is wrong with every line is
//! told once.

use super::args::Format;
use crate::input::NO_TEXT;
use serde::de::IgnoredAny;

/// What is wrong with the whole of a text that should be JSON Lines, CSV or TSV.
pub(crate) fn check(start: &[u8], format: Format) -> Result<(), String> {
    let start = start.trim_ascii_start();
    let first = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if start.starts_with(b"PAR1") {
        return Err("this is a Parquet file: give its name the ending .parquet".into());
    }
    if [&b"\xff\xfe"[..], b"\xfe\xff"].iter().any(|mark| start.starts_with(mark))
        || start.iter().take(4).any(|byte| *byte == 0)
    {
        return Err(NO_TEXT.into());
    }
    if first.trim_ascii_end().contains(&b'\r') {
        return Err(
            "its lines end in a carriage return (CR) only: save it with line ends of Unix \
                    (LF) or Windows (CRLF)"
                .into(),
        );
    }
    let what = match start.first() {
        Some(b'{' | b'[') if format == Format::Csv => "this is JSON and not CSV",
        Some(b'{' | b'[') if format == Format::Tsv => "this is JSON and not TSV",
        Some(b'[') => "this is a JSON array",
        Some(b'{') if runs_on(start) => "this JSON runs on over several lines",
        _ => return Ok(()),
    };
    Err(format!("{what}: write one case a line (JSON Lines, .jsonl), or use timeline for one case"))
}

/// Whether the first value is more than the first line. A first line that is broken off before another
/// case is no such value.
fn runs_on(start: &[u8]) -> bool {
    let mut values = serde_json::Deserializer::from_slice(start).into_iter::<IgnoredAny>();
    let next =
        start.iter().position(|byte| *byte == b'\n').map(|end| start[end..].trim_ascii_start());
    let goes_on = next.is_some_and(|next| !next.is_empty() && !next.starts_with(b"{"));
    match values.next() {
        Some(Ok(_)) => start[..values.byte_offset()].contains(&b'\n'),
        Some(Err(error)) => goes_on && (error.is_eof() || error.line() > 1),
        None => false,
    }
}
