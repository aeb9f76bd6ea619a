//! JSON Schema of everything that goes in and out (feature `schema`), draft 2020-12.
//!
//! The files stand in `schemas/` of the repository, and `poortwachter schema case` prints them. A
//! schema states the shape: the fields, which of them are needed, the closed lists, how a day is
//! written. Whether facts fit one another, [`Case::try_from`](crate::Case) decides: every case that
//! it accepts fits the schema, as long as its days are written with ten characters (`2026-01-05`).
//!
//! # Versions
//!
//! The version stands in the name of the file and in `$id`. It goes up when
//! - a file that the version before accepted is refused, or
//! - a field of an answer is renamed or removed, or changes its type or meaning.
//!
//! It stays when a case or a protocol may hold something more, when an answer has a field more, and
//! when a closed list grows (the law gets a new duty). So a program that reads answers leaves alone
//! what it does not know. Who wants the exact schema of an answer takes the one of the crate that
//! gave it: its version stands in `receipt.crate`.
//!
//! ```
//! use poortwachter::wire::schema::Schema;
//! let schema: serde_json::Value = serde_json::from_str(&Schema::Case.json())?;
//! assert_eq!(schema["$id"], "urn:poortwachter:schema:case:1");
//! assert_eq!(schema["required"], serde_json::json!(["spells"]));
//! assert_eq!(Schema::Case.file_name(), "case.v1.json");
//! # Ok::<(), serde_json::Error>(())
//! ```

mod event;
mod fields;
mod generate;
mod lists;
mod rules;

use crate::closed_list::closed_list;
use crate::wire::{
    AgendaForm, CaseForm, ChangesForm, ExplanationForm, PROTOCOL_VERSION, ProtocolForm,
    VerdictForm, ViewForm,
};
use alloc::format;
use alloc::string::String;

closed_list! {
    /// What has a schema.
    Schema, "schema" {
        /// A case, [`CaseForm`].
        Case = 0, "case",
            "De vastgelegde feiten van een ziektegeval",
            "The recorded facts of a sick-leave case";
        /// A protocol, [`ProtocolForm`].
        Protocol = 1, "protocol",
            "Het protocol van een organisatie",
            "The protocol of an organisation";
        /// A view, [`ViewForm`]: what `timeline --format json` gives.
        View = 2, "view",
            "De tijdlijn van een geval zoals bekend op een dag",
            "The timeline of a case as known on a day";
        /// A verdict, [`VerdictForm`]: what `check --format json` gives.
        Verdict = 3, "verdict", "Een dossier, beoordeeld op een dag", "A file judged as of a day";
        /// What moved, [`ChangesForm`]: what `what-if --format json` gives.
        Changes = 4, "changes",
            "Wat verschuift als andere feiten zijn vastgelegd",
            "What moves when other facts are recorded";
        /// An agenda, [`AgendaForm`]: what `reminders --format json` gives.
        Agenda = 5, "agenda",
            "Wat een protocol van een geval maakt, met de herinneringen",
            "What a protocol makes of a case, with its reminders";
        /// An explanation, [`ExplanationForm`]: what `explain --format json` gives.
        Explanation = 6, "explanation", "Waarom een datum die datum is", "Why a date is that date";
    }
}

impl Schema {
    /// Its version: see [the module](self) on when it goes up.
    #[must_use]
    pub const fn version(self) -> u32 {
        match self {
            // Stands in the file itself.
            Schema::Protocol => PROTOCOL_VERSION,
            _ => 1,
        }
    }

    /// The stable identifier, `$id`: a name, not an address.
    ///
    /// ```
    /// use poortwachter::wire::schema::Schema;
    /// assert_eq!(Schema::View.urn(), "urn:poortwachter:schema:view:1");
    /// ```
    #[must_use]
    pub fn urn(self) -> String {
        format!("urn:poortwachter:schema:{}:{}", self.id(), self.version())
    }

    /// The name of its file in `schemas/`.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("{}.v{}.json", self.id(), self.version())
    }

    /// The schema, on many lines.
    #[must_use]
    pub fn json(self) -> String {
        format!("{:#}\n", self.generate())
    }

    fn generate(self) -> serde_json::Value {
        match self {
            Schema::Case => generate::of_input::<CaseForm>(self),
            Schema::Protocol => generate::of_input::<ProtocolForm>(self),
            Schema::View => generate::of_answer::<ViewForm>(self),
            Schema::Verdict => generate::of_answer::<VerdictForm>(self),
            Schema::Changes => generate::of_answer::<ChangesForm>(self),
            Schema::Agenda => generate::of_answer::<AgendaForm>(self),
            Schema::Explanation => generate::of_answer::<ExplanationForm>(self),
        }
    }
}
