//! The JSON shapes of a case and of a view (feature `serde`).
//!
//! Days are exactly `YYYY-MM-DD` (`2026-01-05`). A field that is not known is refused: a misspelt field would
//! otherwise be a fact lost, and free text has no place in a case.
//!
//! ```
//! use poortwachter::{Case, Day, Timeline};
//! let case: Case = serde_json::from_str(
//!     r#"{"id":"A-17","spells":[{"first_day":"2022-01-03"}],
//!         "events":[{"kind":"problem-analysis","on":"2022-02-08"}]}"#,
//! )?;
//! let timeline = Timeline::new(&case);
//! let view = timeline.view(Day::new(2022, 3, 1));
//! let json = serde_json::to_value(&view)?;
//! assert_eq!(json["wages"]["last_day"], "2023-12-31");
//! # Ok::<(), serde_json::Error>(())
//! ```

mod agenda;
mod case;
mod cells;
mod change;
mod day;
mod derivation;
mod explanation;
mod facts;
mod name;
mod names;
mod protocol;
mod questions;
mod quick;
mod reader;
#[cfg(feature = "schema")]
pub mod schema;
mod verdict;
mod view;

pub use agenda::{AboutForm, AgendaForm, AgendaLineForm, OwnDateForm, ReminderForm, TaskDayForm};
pub use case::{CaseForm, EventForm, LeaveForm, SpellForm};
pub use cells::{CaseColumns, CellError, ColumnError};
pub use change::{ChangeForm, ChangesForm, WhyForm};
pub use derivation::{
    DerivationForm, DerivationsForm, DerivedForm, LeftOutForm, MilestoneDerivationForm,
    ObligationDerivationForm, StartForm, SubjectDerivationForm, WindowForm,
};
pub use explanation::{ExplanationForm, StepForm};
pub use protocol::{
    DutyRuleForm, EscalationForm, MomentForm, PROTOCOL_VERSION, ProtocolForm, PublicationForm,
    ReminderRuleForm, TaskForm,
};
pub use questions::{AnswerForm, AnsweredDateForm, OpenQuestionForm};
pub use reader::{CaseReader, EventText, LeaveText};
pub use verdict::{
    CostForm, DatedForm, FindingForm, NotRecordedForm, PartForm, PlanContentForm, RepairForm,
    ReportContentForm, SecondTrackForm, TextForm, VerdictForm,
};
pub use view::{
    CitationForm, EarlierCaseForm, EarlyIvaForm, LastDayForm, MilestoneForm, NextForm,
    ObligationForm, Receipt, RemarkForm, SanctionForm, UnusedForm, ViewForm, WagesForm,
    WaitingPeriodForm,
};
