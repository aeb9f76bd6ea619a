//! The regimes: who pays and who re-integrates.

use crate::closed_list::closed_list;

closed_list! {
    /// Under which regime the sickness runs.
    #[derive(Default)]
    Regime, "regime" {
        /// The employee has an employer who pays wages (BW 7:629).
        #[default]
        Employer = 0, "employer", "werkgever", "employer";
        /// There is no employer (*vangnet*, ZW 29(2)): the UWV pays sickness benefit and re-integrates.
        SafetyNet = 1, "safety-net", "vangnet zonder werkgever", "safety net";
        /// The former employer carries its own risk (*eigenrisicodrager*, ZW 63a): it pays the sickness
        /// benefit and re-integrates.
        OwnRiskCarrier = 2, "own-risk-carrier", "eigenrisicodrager", "own-risk carrier";
    }
}
