//! The identifiers of the cases of a piece.

#[cfg(feature = "parquet")]
use arrow_array::{Array, StringArray};

/// Identifiers one behind the other in one piece of memory.
#[derive(Default)]
pub(crate) struct Ids {
    text: String,
    /// Where each one ends, and whether there is one.
    ends: Vec<(usize, bool)>,
    /// Instead of those, a column as it was read.
    #[cfg(feature = "parquet")]
    column: Option<StringArray>,
}

impl Ids {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        #[cfg(feature = "parquet")]
        self.column.take();
    }

    pub(crate) fn push(&mut self, id: Option<&str>) {
        self.text.push_str(id.unwrap_or_default());
        self.ends.push((self.text.len(), id.is_some()));
    }

    /// All of them at once, instead of pushing.
    #[cfg(feature = "parquet")]
    pub(super) fn set(&mut self, column: StringArray) {
        self.column = Some(column);
    }

    /// The identifiers as a column.
    #[cfg(feature = "parquet")]
    pub(super) fn column(&self) -> StringArray {
        let pushed = || (0..self.len()).map(|place| self.get(place)).collect();
        self.column.clone().unwrap_or_else(pushed)
    }

    /// The bytes of all of them, and of a column sometimes more.
    pub(super) fn bytes(&self) -> &[u8] {
        #[cfg(feature = "parquet")]
        if let Some(column) = &self.column {
            return column.value_data();
        }
        self.text.as_bytes()
    }

    pub(crate) fn len(&self) -> usize {
        #[cfg(feature = "parquet")]
        if let Some(column) = &self.column {
            return column.len();
        }
        self.ends.len()
    }

    pub(crate) fn get(&self, place: usize) -> Option<&str> {
        #[cfg(feature = "parquet")]
        if let Some(column) = &self.column {
            return (place < column.len() && column.is_valid(place)).then(|| column.value(place));
        }
        let (end, is_there) = *self.ends.get(place)?;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before));
        is_there.then(|| &self.text[start.map_or(0, |(start, _)| *start)..end])
    }
}
