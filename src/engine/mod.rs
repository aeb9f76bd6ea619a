//! The engine: facts and the plan of the law into lines, ends and the steps by which each day is found.
//!
//! [`evaluate`](evaluate::evaluate) is the whole of it. A [`Sink`] decides what becomes of the lines: a
//! timeline keeps them as obligations, a summary adds them up, a derivation keeps how they were found.

mod applicability;
mod case_end;
mod clocks;
mod context;
mod count;
mod dates;
mod derivation;
mod derive;
mod ends;
mod evaluate;
mod events;
mod first_days;
mod interviews;
mod left_out;
mod opinions;
mod overrides;
mod periods;
mod place;
mod planned;
mod possibilities;
mod prolongation;
mod recoveries;
mod requests;
mod sanction;
mod standing;
mod sum;
mod tolerance;
mod trace;
mod version;
mod weekend;

pub(crate) use applicability::Applicability;
pub use case_end::EndReason;
pub(crate) use case_end::{Over, Overs};
pub(crate) use clocks::Clocks;
pub use clocks::EarlierCase;
pub(crate) use context::EvalContext;
pub use derivation::{Derived, NoDay};
pub use derive::{Derivation, Derivations, ObligationDerivation, PossibilityDerivation};
pub(crate) use derive::{Wanted, derive};
pub(crate) use ends::Ends;
pub(crate) use evaluate::{Line, Sink, evaluate};
pub(crate) use first_days::FirstEventDays;
pub use left_out::{Left, LeftOut};
pub(crate) use left_out::{leave_left_out, left_out};
pub(crate) use place::Place;
pub(crate) use planned::PlannedSeries;
pub(crate) use possibilities::{PossibilityLine, may_have_last_days, possibilities};
pub use prolongation::Prolongation;
pub(crate) use requests::asked_by;
pub use sanction::Sanction;
pub use standing::{OpenNorm, Reason, Standing};
pub use sum::{Start, StartKind, Sum};
pub(crate) use trace::Silent;
pub use weekend::{NotExtended, NotExtendedKind};
