//! How a case ends: from which day on nothing more is to be done in it, and why.

use super::context::EvalContext;
use super::ends::Ends;
use super::standing::Reason;
use crate::case::EventKind;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Regime, Source, bw7, wia};

closed_list! {
    /// Why a case has ended.
    EndReason, "reason why a case ended" {
        /// The employee recovered, and the relapse window has passed: a new sickness is a new case.
        Recovered = 0, "recovered", "hersteld", "recovered";
        /// The employee died (BW art. 7:674(1), WIA art. 43(h)).
        Deceased = 1, "deceased", "overleden", "deceased";
        /// The employment ended, after the period in which a sickness benefit can follow.
        EmploymentEnded = 2, "employment-ended", "dienstverband geëindigd", "employment ended";
        /// The wages ended, with everything that prolonged them.
        WagesEnded = 3, "wages-ended", "loondoorbetaling geëindigd", "wages ended";
        /// The sickness benefit ended.
        BenefitEnded = 4, "benefit-ended", "ziekengeld geëindigd", "sickness benefit ended";
        /// The UWV decided on the WIA claim.
        WiaDecided = 5, "wia-decided", "WIA-beschikking gegeven", "WIA decided";
        /// A WIA benefit was granted.
        WiaGranted = 6, "wia-granted", "WIA toegekend", "WIA granted";
        /// The payment ended because of the state pension age.
        StatePensionAge = 7, "state-pension-age", "AOW-leeftijd bereikt", "state pension age reached";
    }
}

impl EndReason {
    /// Why a duty lapses that would fall due after an end of that kind.
    pub(crate) const fn of_a_duty(self) -> Reason {
        match self {
            EndReason::Recovered => Reason::Recovered,
            EndReason::Deceased => Reason::Deceased,
            EndReason::EmploymentEnded => Reason::EmploymentEnds,
            EndReason::WagesEnded => Reason::WagesEnd,
            EndReason::BenefitEnded => Reason::BenefitEnds,
            EndReason::WiaDecided => Reason::WiaDecided,
            EndReason::WiaGranted => Reason::WiaGranted,
            EndReason::StatePensionAge => Reason::StatePensionAge,
        }
    }

    /// The words of the act, where the end has some of its own.
    #[must_use]
    pub const fn source(self) -> Option<Source> {
        match self {
            EndReason::Deceased => Some(bw7::ENDS_BY_DEATH),
            EndReason::EmploymentEnded => Some(bw7::WAGES_OF_AN_EMPLOYEE),
            EndReason::WiaDecided | EndReason::WiaGranted => Some(wia::DECISION_ON_THE_CLAIM),
            _ => None,
        }
    }
}

/// From a day on something is over.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Over {
    /// The first day on which it is.
    pub(crate) from: Day,
    pub(crate) reason: EndReason,
}

impl Over {
    /// The one that comes first; of two on one day the first that was given.
    fn first(all: impl IntoIterator<Item = Option<Over>>) -> Option<Over> {
        all.into_iter().flatten().min_by_key(|over| over.from)
    }
}

/// What of a case is over when.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Overs {
    /// The employee died, or the UWV decided on the claim.
    pub(crate) answered: Option<Over>,
    /// Nothing is to be done any more, not even what waits for the UWV.
    pub(crate) concluded: Option<Over>,
    /// Nothing is to be done any more but a claim and the decision on it.
    pub(crate) settled: Option<Over>,
    /// The employment: what holds only while it lasts.
    pub(crate) employment: Option<Over>,
    /// The case itself.
    pub(crate) case: Option<Over>,
}

/// Finds what of a case is over when, after the other ends.
pub(crate) fn find_overs(context: &EvalContext<'_>, ends: &Ends) -> Overs {
    let after = |last: Day, reason| Over { from: last.plus(1), reason };
    let died = context.facts.deceased().map(|day| Over { from: day, reason: EndReason::Deceased });
    // Leave that separates can come before every day on which a relapse would continue the case.
    let recovered = ends.relapse_joins_through.or(context.last);
    let recovered = recovered.map(|last| after(last, EndReason::Recovered));
    let decided = decided(context);
    let answered = Over::first([died, decided]);
    let concluded = Over::first([answered, recovered]);
    // The six weeks of domestic staff end nothing but the wages.
    let paid_last = ends.paid_last().filter(|_| !context.is_domestic());
    let payment = paid_last.map(|last| after(last, reason_of_payment(context, ends)));
    let employment =
        context.anchors.leaves_sick.map(|last| after(last, EndReason::EmploymentEnded));
    // While nobody claims, the wages run on (BW 7:629(11)(a)).
    let payment_ends = payment.filter(|_| !is_claim_awaited(context, ends));
    // A decision before the end of the wages does not end them.
    let decided_by_then = decided.map(|decided| match payment {
        Some(payment) if decided.from < payment.from => Over { from: payment.from, ..decided },
        _ => Over { from: decided.from.plus(1), ..decided },
    });
    Overs {
        answered,
        concluded,
        settled: Over::first([concluded, payment]),
        employment,
        case: Over::first([died, recovered, decided_by_then, payment_ends]),
    }
}

/// The decision on the claim, or the grant, which is one.
fn decided(context: &EvalContext<'_>) -> Option<Over> {
    let granted = context.recorded.first(EventKind::WiaGranted);
    let granted = granted.map(|from| Over { from, reason: EndReason::WiaGranted });
    let decision = context.met(context.law.roles().decision);
    // A decision on an early request that was not followed by a grant refused it (WIA 66(1)).
    let decides = context.claim().is_some_and(|claim| decision >= Some(claim));
    let decision = decision.filter(|_| decides);
    let decision = decision.map(|from| Over { from, reason: EndReason::WiaDecided });
    Over::first([granted, decision])
}

/// Why the payment ends when it does.
fn reason_of_payment(context: &EvalContext<'_>, ends: &Ends) -> EndReason {
    match (ends.wages_last, ends.pension_cut) {
        _ if ends.benefit_follows => EndReason::BenefitEnded,
        (Some(_), _) if ends.leaving_cuts_wages => EndReason::EmploymentEnded,
        (_, Some(_)) => EndReason::StatePensionAge,
        (Some(_), None) if context.regime() == Regime::Employer => EndReason::WagesEnded,
        _ => EndReason::BenefitEnded,
    }
}

/// Whether the employment ends before the period in which a sickness benefit can follow it does (ZW 29(5)).
pub(crate) fn is_within_benefit(context: &EvalContext<'_>, ends: &Ends) -> bool {
    let leaves = context.anchors.leaves_sick;
    leaves.is_some_and(|leaves| ends.waiting_last.is_none_or(|last| leaves < last))
}

/// Whether the payment runs on for as long as nobody makes the claim that can be made.
fn is_claim_awaited(context: &EvalContext<'_>, ends: &Ends) -> bool {
    context.payment_can_run_on()
        && context.claim().is_none()
        && context.anchors.end.is_some()
        && !ends.wia_cannot_start
        && ends.pension_cut.is_none()
        && ends.assessment_last.is_none()
}
