//! How a duty stands, apart from the day on which one asks.

use crate::closed_list::closed_list;
use crate::law::Duty;

closed_list! {
    /// Why a duty does not apply or has lapsed.
    Reason, "reason" {
        /// The occupational physician sees no possibilities to return to work.
        NoPossibilities = 0, "no-possibilities",
            "de bedrijfsarts ziet geen mogelijkheden tot terugkeer",
            "the physician sees no possibilities to return";
        /// The employee has reached the state pension age.
        StatePensionAge = 1, "state-pension-age",
            "AOW-leeftijd bereikt",
            "state pension age reached";
        /// No WIA benefit can start before the state pension age.
        WiaCannotStart = 2, "wia-cannot-start",
            "WIA kan niet ingaan vóór de AOW-leeftijd",
            "WIA cannot start before the state pension age";
        /// The employment ends before the duty is due.
        EmploymentEnds = 3, "employment-ends",
            "dienstverband eindigt eerder",
            "employment ends earlier";
        /// The wage period ends before the duty is due.
        WagesEnd = 4, "wages-end", "loondoorbetaling eindigt eerder", "wages end earlier";
        /// Fewer than six weeks lie between the first sick day and the end of the employment.
        SickTooShort = 5, "sick-too-short",
            "minder dan zes weken ziek bij einde dienstverband",
            "sick for less than six weeks at the end of the employment";
        /// The rule did not hold yet on the first sick day.
        OldLaw = 6, "old-law",
            "de regel gold nog niet op de eerste ziektedag",
            "the rule did not hold yet on the first sick day";
        /// There was an employer on the first sick day.
        HadEmployer = 7, "had-employer",
            "er was een werkgever op de eerste ziektedag",
            "there was an employer on the first sick day";
        /// The employee is not entitled to sickness benefit beside the wages.
        NotEntitled = 8, "not-entitled",
            "geen recht op ziekengeld",
            "no entitlement to sickness benefit";
        /// The sickness benefit ends before the duty is due.
        BenefitEnds = 9, "benefit-ends",
            "ziekengeld eindigt eerder",
            "sickness benefit ends earlier";
        /// The UWV can no longer impose a wage sanction.
        SanctionTooLate = 10, "sanction-too-late",
            "loonsanctie kan niet meer",
            "a wage sanction is no longer possible";
        /// The relapse window passed without a relapse.
        Recovered = 11, "recovered", "hersteld", "recovered";
        /// A WIA benefit was granted.
        WiaGranted = 12, "wia-granted", "WIA toegekend", "WIA granted";
        /// The employee died.
        Deceased = 13, "deceased", "overleden", "deceased";
        /// The UWV decided on the WIA claim.
        WiaDecided = 14, "wia-decided", "WIA-beschikking gegeven", "WIA decided";
        /// The employee is entitled to sickness benefit beside the wages.
        Entitled = 15, "entitled", "recht op ziekengeld", "entitled to sickness benefit";
        /// The wages are not extended on request.
        NotExtended = 16, "not-extended",
            "geen verlenging op verzoek",
            "no extension on request";
    }
}

closed_list! {
    /// A norm that the statute leaves open, so that no date follows from it.
    OpenNorm, "open norm" {
        /// *Onverwijld* (RP art. 2(3)): long absence was foreseen only after six weeks.
        WithoutDelay = 0, "without-delay",
            "onverwijld: de wet noemt geen dag",
            "without delay: the law names no day";
        /// Whether the employee is entitled to sickness benefit beside the wages is not known yet; the
        /// dates hold if so.
        Entitlement = 1, "entitlement",
            "onbekend of er recht op ziekengeld is",
            "not known whether there is an entitlement to sickness benefit";
        /// *Zo tijdig mogelijk* (BW 7:658a(2)): a duty without a week.
        AsSoonAsPossible = 2, "as-soon-as-possible",
            "zo tijdig mogelijk: de wet noemt geen dag",
            "as soon as possible: the law names no day";
        /// Whether the employee is entitled to sickness benefit beside the wages is not known yet; the
        /// dates hold if not (ZW 38(4)).
        NoEntitlement = 3, "no-entitlement",
            "onbekend of er recht op ziekengeld is; geldt alleen zonder dat recht",
            "not known whether there is an entitlement to sickness benefit; holds only without it";
        /// It was due before the day from which on the file is recorded, so that nobody can say whether it was
        /// done.
        NotRecorded = 4, "not-recorded",
            "onbekend: er werd toen nog niets vastgelegd",
            "not known: nothing was recorded at the time";
    }
}

/// How a duty stands, apart from the day on which one asks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Standing {
    /// Its dates bind.
    Stands,
    /// Its dates are planned: they will follow from the day on which another duty is met.
    WaitingFor(Duty),
    /// It does not apply.
    NotApplicable(Reason),
    /// It was never due and never will be.
    Lapsed(Reason),
    /// The employee recovered before it was due. A relapse within the window revives it.
    Paused,
    /// The law names no date.
    Undetermined(OpenNorm),
}
