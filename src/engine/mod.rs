//! The engine: facts and the plan of the law into lines, ends and the steps by which each day is found.
//!
//! [`evaluate`](evaluate::evaluate) is the whole of it. A [`Sink`] decides what becomes of the lines: a
//! timeline keeps them as obligations, a summary adds them up, a derivation keeps how they were found.

mod applicability;
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
mod overrides;
mod periods;
mod place;
mod planned;
mod possibilities;
mod prolongation;
mod sanction;
mod standing;
mod sum;
mod tolerance;
mod trace;
mod version;
mod weekend;

pub(crate) use applicability::Applicability;
pub(crate) use clocks::Clocks;
pub use clocks::EarlierCase;
pub(crate) use context::EvalContext;
pub use derivation::{Derived, NoDay};
pub use derive::{Derivation, Derivations, ObligationDerivation, PossibilityDerivation};
pub(crate) use derive::{Wanted, derive};
pub(crate) use ends::Ends;
pub(crate) use evaluate::{Line, Sink, evaluate};
pub(crate) use left_out::left_out;
pub use left_out::{Left, LeftOut};
pub(crate) use place::Place;
pub(crate) use planned::PlannedSeries;
pub(crate) use possibilities::{PossibilityLine, may_have_last_days, possibilities};
pub use prolongation::Prolongation;
pub use sanction::Sanction;
pub use standing::{OpenNorm, Reason, Standing};
pub use sum::{Start, StartKind, Sum};
pub(crate) use trace::Silent;
pub use weekend::{NotExtended, NotExtendedKind};
