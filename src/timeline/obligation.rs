//! One duty in one case: its four dates, whether it was met, and how it stands.

use super::frame::EvalContext;
use super::lines::{Line, ShortLine};
use crate::case::DeviationReason;
use crate::closed_list::closed_list;
use crate::day::Day;
use crate::law::{Actor, Citation, Duty, LAW_AS_OF, Layer, Rule, Source, Version};
use crate::law::{Regime, calendar};
use alloc::vec::Vec;

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

/// One duty in one case. Dates are absent (`None`) where the law gives none, or where the case has
/// not (or never) come so far.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Obligation {
    pub(crate) rule: &'static Rule,
    pub(crate) regime: Regime,
    pub(crate) version: &'static Version,
    pub(crate) duty: Duty,
    pub(crate) number: u16,
    pub(crate) opens: Option<Day>,
    pub(crate) advised: Option<Day>,
    pub(crate) due: Option<Day>,
    pub(crate) original_due: Option<Day>,
    pub(crate) deviation: Option<DeviationReason>,
    pub(crate) tolerated: Option<Day>,
    pub(crate) met: Option<Day>,
    pub(crate) standing: Standing,
    pub(crate) source: &'static Source,
    pub(crate) due_layer: Layer,
}

impl Obligation {
    pub(super) fn of(frame: &EvalContext<'_>, line: &Line<'_>) -> Obligation {
        let Line { step, number, ref dates, met, standing } = *line;
        let (rule, gone) = (step.rule, line.has_no_dates());
        let unless_gone = |day: Option<Day>| if gone { None } else { day };
        Obligation {
            rule,
            regime: frame.regime(),
            version: dates.version,
            duty: step.duty,
            number,
            opens: unless_gone(dates.opens),
            advised: if gone { None } else { frame.advised(rule, dates) },
            due: unless_gone(dates.due),
            original_due: unless_gone(dates.original_due),
            deviation: dates.agreed,
            tolerated: if gone { None } else { frame.tolerated(rule, dates) },
            met,
            standing,
            source: dates.source,
            due_layer: dates.layer,
        }
    }

    #[inline(always)]
    pub(super) fn short(frame: &EvalContext<'_>, line: &ShortLine<'_>) -> Obligation {
        let ShortLine { step, number, opens, advice, due, met, standing } = *line;
        let advised = due.and_then(|due| {
            let latest = advice.map_or(due, |advice| advice.min(due));
            let stepped = calendar::on_or_before(latest);
            frame.reached(Some(opens.map_or(stepped, |opens| opens.max(stepped))))
        });
        Obligation {
            rule: step.rule,
            regime: frame.regime(),
            version: step.last,
            duty: step.duty,
            number,
            opens: line.opens(frame),
            advised,
            due,
            original_due: None,
            deviation: None,
            tolerated: due.and_then(|due| frame.short_tolerated(step, due)),
            met,
            standing,
            source: &step.last.due.source,
            due_layer: step.last.due.layer,
        }
    }
}

impl Obligation {
    /// What must be done.
    #[must_use]
    pub const fn duty(&self) -> Duty {
        self.duty
    }

    /// 1, or the number in a series (progress interviews, repair decisions).
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The rule of the law table.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The version of the rule that applies to this case.
    #[must_use]
    pub const fn version(&self) -> &'static Version {
        self.version
    }

    /// Who must act.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.rule.actor.in_regime(self.regime)
    }

    /// Who takes part.
    #[must_use]
    pub fn with(&self) -> Vec<Actor> {
        self.others(self.rule.with)
    }

    /// Who is informed.
    #[must_use]
    pub fn informs(&self) -> Vec<Actor> {
        self.others(self.rule.informs)
    }

    /// Those who stand there in the regime of the case, each once and without who acts.
    fn others(&self, actors: &[Actor]) -> Vec<Actor> {
        let mut others = Vec::new();
        for actor in actors.iter().map(|actor| actor.in_regime(self.regime)) {
            if actor != self.actor() && !others.contains(&actor) {
                others.push(actor);
            }
        }
        others
    }

    /// How strong the duty is.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        self.rule.layer
    }

    /// How strong the due day is: a regulation may demand something for which only practice names
    /// a week.
    #[must_use]
    pub const fn due_layer(&self) -> Layer {
        self.due_layer
    }

    /// The article that gives the due day, with its words.
    #[must_use]
    pub const fn source(&self) -> Source {
        *self.source
    }

    /// The article that gives the due day.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.source.citation
    }

    /// First day on which it can or should be started.
    #[must_use]
    pub fn opens(&self) -> Option<Day> {
        self.opens
    }

    /// The day to plan on: the last working day that no published reading calls late.
    #[must_use]
    pub fn advised(&self) -> Option<Day> {
        self.advised
    }

    /// The last day under the text, or the day that the parties agreed instead of it.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        self.due
    }

    /// Why the parties agreed on another day (RP art. 5).
    #[must_use]
    pub const fn deviation(&self) -> Option<DeviationReason> {
        self.deviation
    }

    /// The last day under the text, when the parties agreed on another one (RP art. 5).
    #[must_use]
    pub fn original_due(&self) -> Option<Day> {
        self.original_due
    }

    /// The last day that the authority accepts, only where that is later than the due day.
    #[must_use]
    pub fn tolerated(&self) -> Option<Day> {
        self.tolerated
    }

    /// The day on which it was met.
    #[must_use]
    pub fn met(&self) -> Option<Day> {
        self.met
    }

    /// How it stands.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether it was met after the due day but no later than the tolerated day.
    #[must_use]
    pub fn is_within_tolerance(&self) -> bool {
        matches!((self.met, self.due, self.tolerated),
            (Some(met), Some(due), Some(tolerated)) if due < met && met <= tolerated)
    }

    /// Whether the due day lies after [`LAW_AS_OF`], so that the law may yet change.
    #[must_use]
    pub fn is_beyond_checked_law(&self) -> bool {
        self.due.is_some_and(|due| due > LAW_AS_OF)
    }
}
