//! Closed lists: types of which every member has a stable name and a stable number, and a name in both
//! languages. Each stands in one table; everything else about its members is read from there.

use crate::lang::Lang;
use crate::near;
use alloc::boxed::Box;
use core::fmt;
use core::hash::Hash;
use core::str::FromStr;

/// A list of members that only a new version of the crate adds to: the regimes, the duties, the reasons.
///
/// What the trait has, every list has as functions of its own too; the trait is for code that works with any of
/// them.
///
/// ```
/// use poortwachter::{ClosedList, Layer, Lang, Regime};
/// fn legend<T: ClosedList>(lang: Lang) -> Vec<String> {
///     T::ALL.iter().map(|member| format!("{member}: {}", member.name(lang))).collect()
/// }
/// assert_eq!(legend::<Regime>(Lang::En)[1], "safety-net: safety net");
/// assert_eq!(legend::<Layer>(Lang::Nl)[0], "act: wet");
/// ```
pub trait ClosedList:
    sealed::Sealed
    + Copy
    + Ord
    + Hash
    + fmt::Debug
    + fmt::Display
    + FromStr<Err = UnknownName>
    + Send
    + Sync
    + 'static
{
    /// What one member is called, in English: `regime`.
    const WHAT: &'static str;

    /// Every member, in the order of the list.
    const ALL: &'static [Self];

    /// The stable names, in the order of the list.
    const IDS: &'static [&'static str];

    /// The stable name.
    fn id(self) -> &'static str;

    /// The stable number.
    fn code(self) -> u8;

    /// The member with that number.
    fn from_code(code: u8) -> Option<Self>;

    /// Its name for people.
    fn name(self, lang: Lang) -> &'static str;

    /// The member with that stable name.
    #[must_use]
    fn of(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.id() == id)
    }
}

pub(crate) mod sealed {
    /// So that a later version can give the lists more.
    pub trait Sealed {}
}

/// A name that no member of a closed list has.
///
/// ```
/// use poortwachter::Regime;
/// let error = "safetynet".parse::<Regime>().unwrap_err();
/// assert_eq!((error.what, error.nearest), ("regime", "safety-net"));
/// assert_eq!(error.to_string(), "this is no regime; the nearest name is safety-net");
/// ```
// What was given may be content of a file, which no message repeats.
#[derive(Clone, PartialEq, Eq, Hash, Debug, thiserror::Error)]
#[error("this is no {what}; the nearest name is {nearest}")]
#[non_exhaustive]
pub struct UnknownName {
    /// What a member of the list is called: `regime`.
    pub what: &'static str,
    /// What was given.
    pub given: Box<str>,
    /// The stable name of the member nearest to it.
    pub nearest: &'static str,
}

impl UnknownName {
    pub(crate) fn of<T: ClosedList>(given: &str) -> UnknownName {
        let nearest = near::nearest(given, T::IDS).unwrap_or_default();
        UnknownName { what: T::WHAT, given: given.into(), nearest }
    }
}

/// Refuses, when it is compiled, a list in which two members share a number or a name, or one has no name.
pub(crate) const fn check(members: &[(u8, &str, &str, &str)]) {
    let mut i = 0;
    while i < members.len() {
        let (code, id, nl, en) = members[i];
        assert!(!id.is_empty() && !nl.is_empty() && !en.is_empty(), "a member has no name");
        let mut j = 0;
        while j < i {
            assert!(members[j].0 != code, "two members have the same number");
            assert!(!is_same(members[j].1, id), "two members have the same name");
            j += 1;
        }
        i += 1;
    }
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// A closed list: its name, what a member is called, and a line for each member with its number, its stable name
/// and its names in Dutch and in English. A number is never given twice, also not that of a member that is gone,
/// and does not depend on where the line stands.
///
/// It comes as an enum, as the kinds of another enum whose members hold something (`CostKind of Cost`), as
/// constants of a struct (`struct Duty`), whose order is that of the stable names, or without its enum, which
/// stands elsewhere (`existing Lang`).
macro_rules! closed_list {
    (
        $(#[$about:meta])*
        $name:ident, $what:literal {
            $($(#[$doc:meta])* $member:ident = $code:literal, $id:expr, $nl:expr, $en:expr;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* $member,)+
        }

        $crate::closed_list::closed_list! {
            existing $name, $what { $($member = $code, $id, $nl, $en;)+ }
        }
    };
    (
        existing $name:ident, $what:literal {
            $($member:ident = $code:literal, $id:expr, $nl:expr, $en:expr;)+
        }
    ) => {
        impl $name {
            /// The stable number, as it stands in columns. It stays what it is, whatever is added to the list.
            #[must_use]
            pub const fn code(self) -> u8 {
                match self {
                    $($name::$member => $code,)+
                }
            }
        }

        $crate::closed_list::members! {
            $name, $what { $($name::$member = $code, $id, $nl, $en;)+ }
        }
    };
    (
        $(#[$about:meta])*
        $name:ident of $of:ident, $what:literal {
            $($(#[$doc:meta])* $member:ident = $code:literal, $id:expr, $nl:expr, $en:expr;)+
        }
    ) => {
        $crate::closed_list::closed_list! {
            $(#[$about])*
            $name, $what { $($(#[$doc])* $member = $code, $id, $nl, $en;)+ }
        }

        impl $of {
            /// Its kind, without what it holds.
            #[must_use]
            pub const fn kind(&self) -> $name {
                match self {
                    $($of::$member { .. } => $name::$member,)+
                }
            }

            /// The stable name of its kind.
            #[must_use]
            pub const fn id(&self) -> &'static str {
                self.kind().id()
            }
        }
    };
    (
        $(#[$about:meta])*
        struct $name:ident, $what:literal {
            $($(#[$doc:meta])* $member:ident = $code:literal, $id:expr, $nl:expr, $en:expr;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name(u8);

        impl $name {
            $($(#[$doc])* pub const $member: $name = $name($code);)+

            /// The stable number, as it stands in columns. It stays what it is, whatever is added to the list.
            #[must_use]
            pub const fn code(self) -> u8 {
                self.0
            }
        }

        $crate::closed_list::members! {
            $name, $what { $($name::$member = $code, $id, $nl, $en;)+ }
        }

        /// By stable name.
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                self.id().cmp(other.id())
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.id()).finish()
            }
        }
    };
}

/// What follows from the table of a closed list.
macro_rules! members {
    ($name:ident, $what:literal {
        $($type:ident :: $member:ident = $code:literal, $id:expr, $nl:expr, $en:expr;)+
    }) => {
        const _: () = $crate::closed_list::check(&[$(($code, $id, $nl, $en),)+]);

        impl $name {
            /// Every member, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$member,)+];

            /// The stable name, as it stands in files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $($name::$member => $id,)+
                    #[allow(unreachable_patterns, reason = "only the constants of a struct leave a rest")]
                    _ => "",
                }
            }

            /// The member with that stable number.
            #[must_use]
            pub const fn from_code(code: u8) -> Option<Self> {
                match code {
                    $($code => Some($name::$member),)+
                    _ => None,
                }
            }

            /// Its name for people.
            #[must_use]
            pub const fn name(self, lang: $crate::lang::Lang) -> &'static str {
                match self {
                    $($name::$member => lang.pick($nl, $en),)+
                    #[allow(unreachable_patterns, reason = "only the constants of a struct leave a rest")]
                    _ => "",
                }
            }
        }

        $crate::closed_list::by_name! { $name, $what }
    };
}

/// The stable names and the traits of a closed list, from its own `ALL`, `id`, `code`, `from_code` and `name`.
macro_rules! by_name {
    ($name:ident, $what:literal) => {
        impl $name {
            /// The stable names, in the order of [`ALL`](Self::ALL).
            pub const IDS: &'static [&'static str] = &{
                let mut ids = [""; $name::ALL.len()];
                let mut i = 0;
                while i < ids.len() {
                    ids[i] = $name::ALL[i].id();
                    i += 1;
                }
                ids
            };
        }

        impl $crate::closed_list::sealed::Sealed for $name {}

        impl $crate::closed_list::ClosedList for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = $name::ALL;
            const IDS: &'static [&'static str] = $name::IDS;

            fn id(self) -> &'static str {
                $name::id(self)
            }

            fn code(self) -> u8 {
                $name::code(self)
            }

            fn from_code(code: u8) -> Option<Self> {
                $name::from_code(code)
            }

            fn name(self, lang: $crate::lang::Lang) -> &'static str {
                $name::name(self, lang)
            }
        }

        /// The stable name.
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.id())
            }
        }

        /// From the stable name.
        impl core::str::FromStr for $name {
            type Err = $crate::closed_list::UnknownName;

            fn from_str(given: &str) -> Result<Self, Self::Err> {
                use $crate::closed_list::{ClosedList, UnknownName};
                <Self as ClosedList>::of(given).ok_or_else(|| UnknownName::of::<Self>(given))
            }
        }

        /// As the stable name.
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        /// From the stable name.
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::closed_list::by_serde::Name::new())
            }
        }

        /// The stable names.
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::closed_list::json_schema::<$name>()
            }
        }
    };
}

pub(crate) use {by_name, closed_list, members};

// The macro itself names the languages, so that their enum stands below it.
closed_list! {
    existing Lang, "language" {
        Nl = 0, "nl", "Nederlands", "Dutch";
        En = 1, "en", "Engels", "English";
    }
}

#[cfg(feature = "schema")]
pub(crate) fn json_schema<T: ClosedList>() -> schemars::Schema {
    schemars::json_schema!({ "type": "string", "enum": T::IDS })
}

/// Members in formats of serde.
#[cfg(feature = "serde")]
pub(crate) mod by_serde {
    use super::{ClosedList, UnknownName};
    use core::fmt;
    use core::marker::PhantomData;
    use serde::de::{Error, Visitor};

    /// Reads a stable name.
    pub(crate) struct Name<T>(PhantomData<T>);

    impl<T> Name<T> {
        pub(crate) const fn new() -> Name<T> {
            Name(PhantomData)
        }
    }

    impl<T: ClosedList> Visitor<'_> for Name<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a stable name ({})", T::WHAT)
        }

        fn visit_str<E: Error>(self, given: &str) -> Result<T, E> {
            T::of(given).ok_or_else(|| E::custom(UnknownName::of::<T>(given)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    mod before {
        closed_list! {
            /// Fruit.
            Fruit, "fruit" {
                /// One.
                Apple = 0, "apple", "appel", "apple";
                /// Another.
                Pear = 1, "pear", "peer", "pear";
            }
        }
        closed_list! {
            /// Duties.
            struct Task, "task" {
                /// One.
                SOW = 0, "sow", "zaaien", "sow";
                /// Another.
                REAP = 1, "reap", "oogsten", "reap";
            }
        }
    }

    /// The same lists with a line in the middle of each.
    mod after {
        closed_list! {
            /// Fruit.
            Fruit, "fruit" {
                /// One.
                Apple = 0, "apple", "appel", "apple";
                /// New.
                Plum = 2, "plum", "pruim", "plum";
                /// Another.
                Pear = 1, "pear", "peer", "pear";
            }
        }
        closed_list! {
            /// Duties.
            struct Task, "task" {
                /// One.
                SOW = 0, "sow", "zaaien", "sow";
                /// New.
                WEED = 2, "weed", "wieden", "weed";
                /// Another.
                REAP = 1, "reap", "oogsten", "reap";
            }
        }
    }

    fn keeps_its_numbers<Old: ClosedList, New: ClosedList>() {
        assert_eq!(New::ALL.len(), Old::ALL.len() + 1);
        for member in Old::ALL {
            let now: New = member.id().parse().unwrap();
            assert_eq!(now.code(), member.code(), "{member}");
            assert_eq!(New::from_code(member.code()), Some(now), "{member}");
        }
    }

    #[test]
    fn a_new_line_in_the_middle_moves_no_number() {
        keeps_its_numbers::<before::Fruit, after::Fruit>();
        keeps_its_numbers::<before::Task, after::Task>();
    }

    #[test]
    fn what_is_given_is_kept_and_not_repeated() {
        let error = "aple".parse::<before::Fruit>().unwrap_err();
        assert_eq!((&*error.given, error.nearest), ("aple", "apple"));
        assert!(!alloc::format!("{error}").contains("aple "));
    }
}
