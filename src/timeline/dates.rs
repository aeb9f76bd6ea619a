//! From a rule and the facts to the dates of a duty.

use super::frame::EvalContext;
use crate::case::DeviationReason;
use crate::day::Day;
use crate::law::calendar;
use crate::law::{Afterwards, Duty, Layer, Rule, Source, Step, Version};

/// The dates of a duty, with the version that gave them. Dates that would lie after the last sick
/// day are absent. The advised and the tolerated day follow from these, see [`EvalContext::advised`] and
/// [`EvalContext::tolerated`].
#[derive(Clone, Copy)]
pub(super) struct Dates {
    pub(super) version: &'static Version,
    pub(super) opens: Option<Day>,
    pub(super) due: Option<Day>,
    /// The due day under the text, when the parties agreed on another.
    pub(super) original_due: Option<Day>,
    /// The words that gave the due day, and how strong they are.
    pub(super) source: &'static Source,
    pub(super) layer: Layer,
    /// Long absence was foreseen too late for a date.
    pub(super) without_delay: bool,
    /// The parties agreed on the due day, for this reason.
    pub(super) agreed: Option<DeviationReason>,
    /// The one before it in the series has no day to count from.
    pub(super) follows_nothing: bool,
    /// The first and the due day as they would be without a recovery.
    pub(super) full: (Option<Day>, Option<Day>),
}

impl Dates {
    /// The law names no date, and the parties did not either.
    pub(super) fn is_undetermined(&self) -> bool {
        self.without_delay && self.agreed.is_none()
    }

    /// Another rule gave the due day, by this version.
    pub(super) fn is_given_by(&mut self, version: &'static Version) {
        self.source = &version.due.source;
        self.layer = version.due.layer;
    }
}

impl EvalContext<'_> {
    /// The dates of a duty. Those of a series start from elsewhere, see
    /// [`dates_from`](Self::dates_from).
    pub(super) fn dates(&self, step: &Step) -> Dates {
        let rule = step.rule;
        if self.is_short(step) {
            let due = self.evaluate(step.clock, step.due, None);
            let opens = self.evaluate(step.clock, step.opens, None);
            return self.untouched(step.last, opens, due);
        }
        let version = self.version_for(rule);
        let due = self.bound(rule, &version.due, None);
        self.dates_with_due(rule, version, due)
    }

    /// The dates of a duty that is not one of a series.
    pub(super) fn dates_of(&self, duty: Duty) -> Option<Dates> {
        Some(self.dates(self.law.step_of(duty, self.regime())?))
    }

    /// The dates of a duty in a series, counted from the one before it.
    pub(super) fn dates_from(&self, rule: &'static Rule, from: Day) -> Dates {
        let version = self.version_for(rule);
        let due = self.bound_from(rule, &version.due, from);
        Dates {
            opens: self.reached(
                version.opens.as_ref().and_then(|bound| self.bound_from(rule, bound, from)),
            ),
            ..self.dates_with_due(rule, version, due)
        }
    }

    /// Dates that no recorded fact puts others in the place of.
    pub(super) fn untouched(
        &self,
        version: &'static Version,
        opens: Option<Day>,
        due: Option<Day>,
    ) -> Dates {
        Dates {
            version,
            opens: self.reached(opens),
            due: self.reached(due),
            original_due: None,
            source: &version.due.source,
            layer: version.due.layer,
            without_delay: false,
            agreed: None,
            follows_nothing: false,
            full: (opens, due),
        }
    }

    fn dates_with_due(
        &self,
        rule: &'static Rule,
        version: &'static Version,
        due: Option<Day>,
    ) -> Dates {
        let opens = version.opens.as_ref().and_then(|bound| self.bound(rule, bound, due));
        let mut dates = Dates {
            version,
            opens,
            due,
            original_due: None,
            source: &version.due.source,
            layer: version.due.layer,
            without_delay: false,
            agreed: None,
            follows_nothing: false,
            full: (None, None),
        };
        if let Some(duty) = rule.duty() {
            self.apply_events(rule, duty, &mut dates);
        }
        dates.full = (dates.opens, dates.due);
        if rule.afterwards != Afterwards::FallsDue {
            dates.opens = self.reached(dates.opens);
            dates.due = self.reached(dates.due);
        }
        dates
    }

    /// The day to plan on.
    pub(super) fn advised(&self, rule: &Rule, dates: &Dates) -> Option<Day> {
        let (opens, due) = dates.full;
        if rule.afterwards == Afterwards::FallsDue {
            return due.map(calendar::on_or_before);
        }
        // An agreed day does not move the advice; where the text gives no day there is none.
        let text_due = if dates.agreed.is_some() { dates.original_due } else { due };
        let entry = match &dates.version.advised {
            Some(bound) if text_due.is_some() => self.bound(rule, bound, due),
            _ => text_due,
        };
        let reached_due = dates.due?;
        let latest = entry.map_or(reached_due, |entry| entry.min(reached_due));
        let stepped = calendar::on_or_before(latest);
        self.reached(Some(opens.map_or(stepped, |opens| stepped.max(opens))))
    }
}
