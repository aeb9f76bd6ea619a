//! Columns that are always as long as each other.

/// A struct of columns: private vectors, a function that shows each, and what keeps them of one length.
/// The second name is that of the struct of its vectors.
macro_rules! table {
    ($(#[$about:meta])* $name:ident, $vectors:ident { $($(#[$doc:meta])* $column:ident: $type:ty = $empty:expr,)+ }) => {
        $(#[$about])*
        #[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
        pub struct $name {
            $(pub(super) $column: alloc::vec::Vec<$type>,)+
        }

        impl $name {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $column(&self) -> &[$type] {
                    &self.$column
                }
            )+

            /// The length of every column.
            #[must_use]
            pub fn len(&self) -> usize {
                // All have the same: only `resize` and `push_row` change it.
                let lengths = [$(self.$column.len(),)+];
                lengths[0]
            }

            /// Whether the columns are empty.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// The vectors themselves, without a copy.
            #[must_use]
            pub fn into_columns(self) -> $vectors {
                let $name { $($column,)+ } = self;
                $vectors { $($column,)+ }
            }

            /// Keeps the entries at the positions for which `is_kept` holds.
            pub fn retain(&mut self, is_kept: impl Fn(usize) -> bool) {
                $({
                    let mut position = 0..;
                    self.$column.retain(|_| position.next().is_some_and(&is_kept));
                })+
            }

            /// Empties the columns and keeps their memory.
            pub fn clear(&mut self) {
                self.resize(0);
            }

            /// Makes the columns so long. A new entry holds what stands for nothing.
            pub(super) fn resize(&mut self, entries: usize) {
                $(self.$column.resize(entries, $empty);)+
            }

            /// Adds an entry, a value for each column in order.
            #[allow(clippy::too_many_arguments, reason = "one for each column")]
            pub(super) fn push_row(&mut self, $($column: $type),+) {
                $(self.$column.push($column);)+
            }
        }

        #[doc = concat!("The vectors of [`", stringify!($name), "`], see [`into_columns`](", stringify!($name), "::into_columns).")]
        #[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
        #[non_exhaustive]
        pub struct $vectors {
            $($(#[$doc])* pub $column: alloc::vec::Vec<$type>,)+
        }
    };
}

pub(super) use table;
