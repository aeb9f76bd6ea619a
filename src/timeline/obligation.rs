//! One duty in one case: its four dates, whether it was met, and how it stands.

use crate::case::DeviationReason;
use crate::day::Day;
use crate::engine::{EvalContext, Line, Silent, Standing};
use crate::law::{Actor, Citation, Duty, LAW_AS_OF, Layer, Regime, Rule, Source, Version};
use alloc::vec::Vec;

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
    /// The line that the engine found. Inlined, so that it is made where it stays: its small fields are not
    /// read again before they are in memory.
    #[inline(always)]
    pub(super) fn of(context: &EvalContext<'_>, line: &Line<'_>) -> Obligation {
        let Line { plan, number, start, dates, met, standing } = *line;
        let gone = line.has_no_dates();
        let advised = if gone { None } else { context.advised(plan, start, dates, &mut Silent) };
        let tolerated =
            if gone { None } else { context.tolerated(plan, start, dates, &mut Silent) };
        Obligation {
            rule: plan.rule(),
            regime: context.regime(),
            version: dates.version,
            duty: plan.duty,
            number,
            opens: line.opens(),
            advised,
            due: line.due(),
            original_due: if gone { None } else { dates.original_due },
            deviation: dates.agreed,
            tolerated,
            met,
            standing,
            source: dates.source,
            due_layer: dates.layer,
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
