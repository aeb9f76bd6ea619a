//! The descriptions in a Parquet file, in the compact protocol of Thrift, checked before they are read.
//!
//! The reader takes a field for what its number says it is, makes room for the lists, and passes over
//! those that it does not know entry by entry. In a damaged file a list can say that it has billions.

use super::layout::{FILE, Fields, Kind, PAGE};

/// How deep a structure may stand in another; those of `layout` have eight.
const DEEPEST: u8 = 16;

/// How deep a column may stand in others, which the reader goes into by recursion. A field of an entry of
/// a list stands four deep.
const DEEPEST_COLUMN: usize = 64;

/// The kinds of fields and entries, as they are written.
mod written {
    pub(super) const YES: u8 = 1;
    pub(super) const NO: u8 = 2;
    pub(super) const BYTE: u8 = 3;
    pub(super) const I16: u8 = 4;
    pub(super) const I32: u8 = 5;
    pub(super) const I64: u8 = 6;
    pub(super) const DOUBLE: u8 = 7;
    pub(super) const BINARY: u8 = 8;
    pub(super) const LIST: u8 = 9;
    pub(super) const STRUCT: u8 = 12;
}

impl Kind {
    fn is_written_as(&self, written: u8) -> bool {
        match self {
            Kind::Answer => matches!(written, written::YES | written::NO),
            Kind::Byte => written == written::BYTE,
            Kind::I16 => written == written::I16,
            Kind::I32 => written == written::I32,
            Kind::I64 => written == written::I64,
            Kind::Double => written == written::DOUBLE,
            Kind::Binary => written == written::BINARY,
            Kind::List(_) => written == written::LIST,
            Kind::Struct(_) => written == written::STRUCT,
        }
    }
}

/// The bytes of a description that were not looked at yet.
#[derive(Clone, Copy)]
pub(super) struct Description<'a>(pub(super) &'a [u8]);

impl Description<'_> {
    /// Whether the description of a page stands here.
    pub(super) fn is_of_page(mut self) -> bool {
        self.pass_struct(PAGE, DEEPEST).is_some()
    }

    /// Whether this is the description of a file.
    pub(super) fn is_of_file(self) -> bool {
        let mut all = self;
        all.pass_struct(FILE, DEEPEST).is_some()
            && self.depth_of_columns().is_some_and(|depth| depth <= DEEPEST_COLUMN)
    }

    /// Of the description of a file: how deep its columns stand in one another. Each says how many of
    /// those that follow it are its own.
    fn depth_of_columns(mut self) -> Option<usize> {
        self.field(written::I32)?;
        (self.byte()? == 0x10 | written::LIST).then_some(())?;
        let (_, count) = self.list()?;
        let (mut depth, mut still_follow) = (0, Vec::new());
        for _ in 0..count {
            let own = self.number_of_own()?;
            while still_follow.last() == Some(&0) {
                still_follow.pop();
            }
            if let Some(left) = still_follow.last_mut() {
                *left -= 1;
            }
            if own > 0 {
                still_follow.push(own);
            }
            depth = depth.max(still_follow.len());
        }
        Some(depth)
    }

    /// Passes over the description of a column, for its fifth field.
    fn number_of_own(&mut self) -> Option<u64> {
        let (mut field, mut own) = (0, 0);
        while let Some(written) = self.next_field(&mut field)? {
            match (field, written) {
                (5, written::I32) => own = self.number()? / 2,
                _ => self.pass(written, None, DEEPEST)?,
            }
        }
        Some(own)
    }

    /// Of the description of a page, the second and third field: the bytes that it has unpacked and in
    /// the file.
    pub(super) fn sizes_of_page(mut self) -> Option<(u64, u64)> {
        self.field(written::I32)?;
        Some((self.field(written::I32)?, self.field(written::I32)?))
    }

    /// The whole number in the next field, if it has the next number and is written like that.
    fn field(&mut self, written: u8) -> Option<u64> {
        (self.byte()? == 0x10 | written).then_some(())?;
        // Even numbers are positive, odd ones negative.
        Some(self.number()? / 2)
    }

    /// Passes over a struct with these fields among others; nothing when it is not whole, or a field is
    /// not what its number says it is.
    fn pass_struct(&mut self, fields: Fields, depth: u8) -> Option<()> {
        let mut field = 0;
        while let Some(written) = self.next_field(&mut field)? {
            let known = fields.iter().find(|(known, _)| *known == field).map(|(_, kind)| kind);
            self.pass(written, known, depth)?;
        }
        Some(())
    }

    /// How the next field of a struct is written, unless that was the last; its number comes in place of
    /// that of the field before.
    fn next_field(&mut self, number: &mut u64) -> Option<Option<u8>> {
        let head = self.byte()?;
        if head == 0 {
            return Some(None);
        }
        *number = match head >> 4 {
            // Its number stands by itself, with positive numbers even.
            0 => self.number().filter(|number| number % 2 == 0)? / 2,
            more => *number + u64::from(more),
        };
        // A number has 16 bits, and nothing ends with a number.
        let is_field = *number <= 0x7fff && head & 0x0f != 0;
        is_field.then_some(Some(head & 0x0f))
    }

    fn pass(&mut self, written: u8, kind: Option<&Kind>, depth: u8) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        if kind.is_some_and(|kind| !kind.is_written_as(written)) {
            return None;
        }
        match written {
            written::YES | written::NO => Some(()),
            written::BYTE => self.leave_out(1),
            written::I16 | written::I32 | written::I64 => self.number().map(drop),
            written::DOUBLE => self.leave_out(8),
            written::BINARY => {
                let length = self.number()?;
                self.leave_out(length)
            }
            written::LIST => {
                let (entry, count) = self.list()?;
                let kind = match kind {
                    Some(Kind::List(kind)) => Some(*kind),
                    _ => None,
                };
                (0..count).try_for_each(|_| self.pass(entry, kind, depth))
            }
            written::STRUCT => match kind {
                Some(Kind::Struct(fields)) => self.pass_struct(fields, depth),
                _ => self.pass_struct(&[], depth),
            },
            // Sets and maps: no description has one.
            _ => None,
        }
    }

    /// How the entries of a list are written, and how many there are: not more than bytes. Answers, for
    /// which the reader takes no byte, are in no list that is read.
    fn list(&mut self) -> Option<(u8, u64)> {
        let head = self.byte()?;
        let count = match head >> 4 {
            0x0f => self.number()?,
            count => u64::from(count),
        };
        let entry = head & 0x0f;
        let is_answer = matches!(entry, written::YES | written::NO) && count > 0;
        (!is_answer && count <= self.0.len() as u64).then_some((entry, count))
    }

    pub(super) fn leave_out(&mut self, bytes: u64) -> Option<()> {
        self.0 = self.0.get(usize::try_from(bytes).ok()?..)?;
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number in seven bits a byte, the lowest first.
    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}
