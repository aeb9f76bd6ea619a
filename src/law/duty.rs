//! The list of duties: constant, number and name of each, once.

use crate::lang::Lang;
use core::fmt;

/// Something that somebody must do (*verplichting*), by its stable name.
///
/// Open: a later version of the crate may add more. Each has a rule in one of the files of
/// [`law`](crate::law), or one in each of several regimes.
///
/// ```
/// use poortwachter::{Duty, law};
/// assert_eq!(Duty::PROBLEM_ANALYSIS.id(), "problem-analysis");
/// assert_eq!(law::duty("problem-analysis"), Some(Duty::PROBLEM_ANALYSIS));
/// assert_eq!(law::duty("problem-analyses"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duty(u8);

/// As many numbers as a duty can have.
pub(super) const NUMBERS: usize = 1 << u8::BITS;

macro_rules! duties {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $id:literal;)+) => {
        impl Duty {
            $($(#[$doc])* pub const $name: Duty = Duty($number);)+

            /// Every duty, in the order of the list.
            pub(super) const LISTED: &'static [Duty] = &[$(Duty::$name,)+];
        }

        /// For the number of every duty: its name. Nothing names a number that no duty has.
        static NAMES: [&str; NUMBERS] = {
            let mut names = [""; NUMBERS];
            $(
                assert!(names[$number].is_empty(), "two duties have the same number");
                names[$number] = $id;
            )+
            names
        };
    };
}

// A number is written in columns and stays what it is: a new duty takes the next one, wherever its line
// stands.
duties! {
    /// Report of the sickness to the occupational health service (*ziekmelding bij de arbodienst*).
    SICKNESS_REPORT = 0, "sickness-report-occupational-health";
    /// The opinion of the occupational physician (*probleemanalyse*).
    PROBLEM_ANALYSIS = 1, "problem-analysis";
    /// *Plan van aanpak*.
    PLAN_OF_ACTION = 2, "plan-of-action";
    /// *Voortgangsgesprek*, numbered from 1.
    PROGRESS_INTERVIEW = 3, "progress-interview";
    /// *Eerstejaarsevaluatie*, *opschudmoment*.
    FIRST_YEAR_EVALUATION = 4, "first-year-evaluation";
    /// *Actueel oordeel*.
    CURRENT_OPINION = 5, "current-opinion";
    /// *Eindevaluatie*.
    FINAL_EVALUATION = 6, "final-evaluation";
    /// *Periodieke herijking*, numbered from 1.
    RECALIBRATION = 7, "recalibration";
    /// The 42nd-week report (*42e-weeksmelding*, *aangifte*).
    UWV_SICKNESS_REPORT = 8, "uwv-sickness-report";
    /// Report to the UWV when the employment ends while the employee is sick
    /// (*aangifte bij einde dienstverband*, *ziek uit dienst*).
    END_OF_EMPLOYMENT_REPORT = 9, "end-of-employment-report";
    /// Report to the UWV of an employee who is entitled to sickness benefit beside the wages
    /// (*ziekmelding no-risk, zwangerschap of orgaandonatie*). On which ground is never recorded.
    ENTITLEMENT_REPORT = 10, "entitlement-report";
    /// Report to the UWV by the carrier of its own risk (*ziekmelding door de eigenrisicodrager*).
    OWN_RISK_REPORT = 11, "own-risk-report";
    /// Report to the UWV by the sick person without an employer (*ziekmelding bij UWV*).
    SAFETY_NET_SICKNESS_REPORT = 12, "safety-net-sickness-report";
    /// The UWV's assessment after a year of sickness benefit (*eerstejaars ZW-beoordeling*).
    FIRST_YEAR_ASSESSMENT = 13, "first-year-assessment";
    /// *Re-integratieverslag* (RIV).
    REINTEGRATION_REPORT = 14, "reintegration-report";
    /// The UWV's decision on a wage sanction (*loonsanctiebeschikking*).
    WAGE_SANCTION_DECISION = 15, "wage-sanction-decision";
    /// The UWV's decision on a notified repair (*bekortingsbeschikking*).
    REPAIR_DECISION = 16, "repair-decision";
    /// The UWV's notice that a WIA benefit can be claimed (*kennisgeving*).
    WIA_NOTICE = 17, "wia-notice";
    /// *WIA-aanvraag*.
    WIA_CLAIM = 18, "wia-claim";
    /// The UWV's decision on the claim (*WIA-beschikking*).
    WIA_DECISION = 19, "wia-decision";
    /// Start of re-integration with another employer (*start tweede spoor*).
    SECOND_TRACK_START = 20, "second-track-start";
    /// Notice that the sickness goes on after maternity leave (*aanhoudende ziekte voor en na het
    /// zwangerschaps- en bevallingsverlof*), numbered by leave.
    LEAVE_FOLLOW_ON_FORM = 21, "leave-follow-on-form";
}

impl Duty {
    /// The stable name, as it stands in files: `problem-analysis`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        NAMES[self.0 as usize]
    }

    /// The stable number, as it stands in columns.
    ///
    /// ```
    /// use poortwachter::Duty;
    /// assert_eq!(Duty::WIA_CLAIM.number(), 18);
    /// ```
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The duty with that number.
    ///
    /// ```
    /// use poortwachter::Duty;
    /// assert_eq!(Duty::from_number(18), Some(Duty::WIA_CLAIM));
    /// assert_eq!(Duty::from_number(255), None);
    /// ```
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Duty> {
        if NAMES[number as usize].is_empty() { None } else { Some(Duty(number)) }
    }

    /// Its name, as its rule in [`LAW`](super::LAW) has it.
    ///
    /// ```
    /// use poortwachter::{Duty, Lang};
    /// assert_eq!(Duty::WIA_CLAIM.name(Lang::Nl), "WIA-aanvraag");
    /// ```
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        self.rule().name(lang)
    }

    /// Its first rule in [`LAW`](super::LAW). What that says about events holds in every regime.
    pub(crate) fn rule(self) -> &'static super::Rule {
        super::ALL[super::position_of(self)]
    }
}

/// By name.
impl Ord for Duty {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.id().cmp(other.id())
    }
}

impl PartialOrd for Duty {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Duty").field(&self.id()).finish()
    }
}

/// The stable name.
impl fmt::Display for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}
