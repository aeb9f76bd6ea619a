//! Names of members as they stand in a line of JSON.

/// The name of a member.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) text: &'static str,
    /// How it begins in a line, `"name":` without a space, and ones where that is not zero.
    start: u128,
    mask: u128,
}

impl Name {
    const fn of(text: &'static str) -> Name {
        let (mut start, mut mask) = ([0; 16], [0; 16]);
        let mut i = 0;
        while i < start.len() && i < text.len() + 3 {
            mask[i] = u8::MAX;
            start[i] = match i {
                0 => b'"',
                _ if i <= text.len() => text.as_bytes()[i - 1],
                _ if i == text.len() + 1 => b'"',
                _ => b':',
            };
            i += 1;
        }
        Name { text, start: u128::from_le_bytes(start), mask: u128::from_le_bytes(mask) }
    }

    pub(super) const fn all<const N: usize>(texts: &[&'static str]) -> [Name; N] {
        let mut names = [Name::of(""); N];
        let mut i = 0;
        while i < N {
            names[i] = Name::of(texts[i]);
            i += 1;
        }
        names
    }

    /// How many bytes it takes in a line.
    pub(super) const fn len(&self) -> usize {
        self.text.len() + r#""":"#.len()
    }

    /// Whether a line goes on with it. Most names are compared at once.
    #[inline]
    pub(super) fn begins(&self, line: &[u8]) -> bool {
        let Some(start) = line.first_chunk::<16>() else { return false };
        let rest = || line[1..].strip_prefix(self.text.as_bytes());
        u128::from_le_bytes(*start) & self.mask == self.start
            && (self.len() <= start.len() || rest().is_some_and(|rest| rest.starts_with(b"\":")))
    }
}
