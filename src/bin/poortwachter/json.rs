//! An answer as JSON.

use crate::failure::Failure;
use serde::Serialize;

/// Indented, with a line end.
pub(crate) fn pretty<T: Serialize>(answer: &T) -> Result<String, Failure> {
    let json = serde_json::to_string_pretty(answer);
    let json = json.map_err(|error| Failure::message(format!("cannot write JSON: {error}")))?;
    Ok(json + "\n")
}
