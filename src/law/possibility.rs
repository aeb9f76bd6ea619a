//! The list of possibilities: constant, number and names of each, once.

use crate::closed_list::closed_list;

closed_list! {
    /// Something that somebody may do until a day (*mogelijkheid*). It opens, holds until its last day and
    /// lapses; nobody is late with it.
    ///
    /// ```
    /// use poortwachter::{Lang, Possibility};
    /// assert_eq!(Possibility::OBJECTION.id(), "objection");
    /// assert_eq!(Possibility::OBJECTION.name(Lang::Nl), "Bezwaar");
    /// assert_eq!("penalty".parse(), Ok(Possibility::PENALTY));
    /// ```
    struct Possibility, "possibility" {
        /// To object to a decision of the UWV (*bezwaar*), numbered by decision.
        OBJECTION = 0, "objection", "Bezwaar", "Objection";
        /// To give the UWV notice that a decision is late (*ingebrekestelling*), numbered by decision.
        NOTICE_OF_DEFAULT = 1, "notice-of-default", "Ingebrekestelling", "Notice of default";
        /// The days over which the UWV owes a penalty for a late decision (*dwangsom*), numbered by notice.
        PENALTY = 2, "penalty", "Dwangsom bij niet tijdig beslissen", "Penalty for a late decision";
        /// To be given permission to dismiss (*toestemming om op te zeggen*).
        DISMISSAL_PERMIT = 3, "dismissal-permit", "Toestemming voor ontslag", "Dismissal permit";
        /// To give notice with that permission (*opzegging met toestemming*).
        DISMISSAL_WITH_PERMIT = 4, "dismissal-with-permit",
            "Opzegging met toestemming",
            "Dismissal with the permit";
        /// To ask for compensation of the transition payment (*compensatie transitievergoeding*).
        TRANSITION_PAYMENT_COMPENSATION = 5, "transition-payment-compensation",
            "Compensatie transitievergoeding",
            "Compensation of the transition payment";
    }
}
