//! The regimes: who pays and who re-integrates.

use crate::lang::Lang;

/// Under which regime the sickness runs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Regime {
    /// The employee has an employer who pays wages (BW 7:629).
    #[default]
    Employer,
    /// There is no employer (*vangnet*, ZW 29(2)): the UWV pays sickness benefit and re-integrates.
    SafetyNet,
    /// The former employer carries its own risk (*eigenrisicodrager*, ZW 63a): it pays the sickness
    /// benefit and re-integrates.
    OwnRiskCarrier,
}

impl Regime {
    /// Every regime that this version knows.
    pub const ALL: &'static [Regime] =
        &[Regime::Employer, Regime::SafetyNet, Regime::OwnRiskCarrier];

    /// The stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Regime::Employer => "employer",
            Regime::SafetyNet => "safety-net",
            Regime::OwnRiskCarrier => "own-risk-carrier",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Regime::Employer => lang.pick("werkgever", "employer"),
            Regime::SafetyNet => lang.pick("vangnet zonder werkgever", "safety net"),
            Regime::OwnRiskCarrier => lang.pick("eigenrisicodrager", "own-risk carrier"),
        }
    }
}
