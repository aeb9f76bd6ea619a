//! The JSON form of a case, read straight into a [`CaseReader`]: text is borrowed from the line.

use super::reader::{CaseReader, EventText, LeaveText};
use crate::case::Spell;
use crate::day::Day;
use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Text that stands in the input, or was written with escapes there.
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.into())))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text)))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

fn text<'a>(text: &'a Option<Text<'_>>) -> Option<&'a str> {
    text.as_ref().map(|Text(text)| text.as_ref())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpellFacts {
    first_day: Day,
    #[serde(default)]
    last_day: Option<Day>,
    #[serde(default = "super::case::yes")]
    counts_for_dismissal_ban: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaveFacts<'a> {
    first_day: Day,
    last_day: Day,
    #[serde(default, borrow)]
    joins: Option<Text<'a>>,
    #[serde(default, borrow)]
    decided_by: Option<Text<'a>>,
    #[serde(default)]
    decided_on: Option<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFacts<'a> {
    #[serde(borrow)]
    kind: Text<'a>,
    on: Day,
    #[serde(default, borrow)]
    duty: Option<Text<'a>>,
    #[serde(default)]
    until: Option<Day>,
    #[serde(default, borrow)]
    reason: Option<Text<'a>>,
    #[serde(default, borrow)]
    by: Option<Text<'a>>,
    #[serde(default, borrow)]
    phase: Option<Text<'a>>,
    #[serde(default, borrow)]
    item: Option<Text<'a>>,
    #[serde(default, borrow)]
    part: Option<Text<'a>>,
    #[serde(default)]
    weeks: Option<u32>,
}

/// Something of which a case has a list.
trait Entry<'de>: Deserialize<'de> {
    fn put(self, reader: &mut CaseReader);
}

impl Entry<'_> for SpellFacts {
    fn put(self, reader: &mut CaseReader) {
        reader.spell(
            Spell::new(self.first_day, self.last_day)
                .counted_for_dismissal_ban(self.counts_for_dismissal_ban),
        );
    }
}

impl<'de> Entry<'de> for LeaveFacts<'de> {
    fn put(self, reader: &mut CaseReader) {
        reader.leave(&LeaveText {
            first_day: self.first_day,
            last_day: self.last_day,
            joins: text(&self.joins),
            decided_by: text(&self.decided_by),
            decided_on: self.decided_on,
        });
    }
}

impl<'de> Entry<'de> for EventFacts<'de> {
    fn put(self, reader: &mut CaseReader) {
        reader.event(&EventText {
            kind: &self.kind.0,
            on: self.on,
            duty: text(&self.duty),
            until: self.until,
            reason: text(&self.reason),
            by: text(&self.by),
            phase: text(&self.phase),
            item: text(&self.item),
            part: text(&self.part),
            weeks: self.weeks,
        });
    }
}

/// A list of which every entry goes to the reader.
struct List<'r, T>(&'r mut CaseReader, PhantomData<T>);

impl<'de, T: Entry<'de>> DeserializeSeed<'de> for List<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Entry<'de>> Visitor<'de> for List<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(entry) = entries.next_element::<T>()? {
            entry.put(self.0);
        }
        Ok(())
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
pub(super) enum Field {
    Id,
    Regime,
    Spells,
    Leave,
    StatePensionDay,
    EmploymentLastDay,
    RecordedSince,
    SicknessBenefitEntitlement,
    Interviews,
    WageTerms,
    Events,
}

impl Field {
    pub(super) const ALL: [Field; Field::NAMES.len()] = [
        Field::Id,
        Field::Regime,
        Field::Spells,
        Field::Leave,
        Field::StatePensionDay,
        Field::EmploymentLastDay,
        Field::RecordedSince,
        Field::SicknessBenefitEntitlement,
        Field::Interviews,
        Field::WageTerms,
        Field::Events,
    ];

    pub(super) const NAMES: &'static [&'static str] = &[
        "id",
        "regime",
        "spells",
        "leave",
        "state_pension_day",
        "employment_last_day",
        "recorded_since",
        "sickness_benefit_entitlement",
        "interviews",
        "wage_terms",
        "events",
    ];
}

/// Reads the facts of a case; [`CaseReader::case`] checks them. The reader must be new or
/// [cleared](CaseReader::clear).
impl<'de> DeserializeSeed<'de> for &mut CaseReader {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("CaseForm", Field::NAMES, Facts(self))
    }
}

struct Facts<'r>(&'r mut CaseReader);

impl<'de> Visitor<'de> for Facts<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("struct CaseForm")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reader = self.0;
        let mut seen = [false; Field::NAMES.len()];
        while let Some(field) = map.next_key::<Field>()? {
            if core::mem::replace(&mut seen[field as usize], true) {
                return Err(A::Error::duplicate_field(Field::NAMES[field as usize]));
            }
            match field {
                Field::Id => given(map.next_value()?, |Text(id)| reader.id(&id)),
                Field::Regime => given(map.next_value()?, |Text(name)| reader.regime(&name)),
                Field::Interviews => {
                    given(map.next_value()?, |Text(name)| reader.interviews(&name));
                }
                Field::WageTerms => {
                    given(map.next_value()?, |Text(name)| reader.wage_terms(&name));
                }
                Field::SicknessBenefitEntitlement => {
                    given(map.next_value()?, |Text(name)| {
                        reader.sickness_benefit_entitlement(&name);
                    });
                }
                Field::StatePensionDay => {
                    given(map.next_value()?, |day| reader.state_pension_day(day));
                }
                Field::EmploymentLastDay => {
                    given(map.next_value()?, |day| reader.employment_last_day(day));
                }
                Field::RecordedSince => {
                    given(map.next_value()?, |day| reader.recorded_since(day));
                }
                Field::Spells => map.next_value_seed(List::<SpellFacts>(reader, PhantomData))?,
                Field::Leave => map.next_value_seed(List::<LeaveFacts<'_>>(reader, PhantomData))?,
                Field::Events => {
                    map.next_value_seed(List::<EventFacts<'_>>(reader, PhantomData))?;
                }
            }
        }
        if seen[Field::Spells as usize] { Ok(()) } else { Err(A::Error::missing_field("spells")) }
    }
}

fn given<T>(value: Option<T>, put: impl FnOnce(T)) {
    if let Some(value) = value {
        put(value);
    }
}
