//! A recorded fact by itself, as two cases can differ in it.

use super::Spell;
use super::{Case, CaseBuilder, Entitlement, Event, Facts, InterviewRhythm, Leave, WageTerms};
use crate::day::Day;
use crate::law::{FIRST_SICK_DAY_FROM, Regime};
use alloc::vec::Vec;

/// One recorded fact of a case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Fact {
    /// The regime.
    Regime(Regime),
    /// How the progress interviews follow one another.
    Interviews(InterviewRhythm),
    /// The day on which the employee reaches the state pension age.
    StatePensionDay(Day),
    /// The last day of the employment.
    EmploymentLastDay(Day),
    /// The first day from which on what happened is recorded.
    RecordedSince(Day),
    /// Whether the employee is entitled to sickness benefit beside the wages.
    Entitlement(Entitlement),
    /// What is special about the wages during sickness.
    WageTerms(WageTerms),
    /// A period of incapacity.
    Spell(Spell),
    /// Maternity leave.
    Leave(Leave),
    /// Something that happened on a day.
    Event(Event),
}

impl Fact {
    /// The facts of `case` that are known on `on`, always in the same order: what holds for the
    /// whole case, then spells, leave and events, each in order of their day.
    pub(crate) fn known(case: &Case, on: Day) -> Vec<Fact> {
        let known = Facts::known_on(case, on);
        let contract = [
            Some(Fact::Regime(case.regime)),
            Some(Fact::Interviews(case.interviews)),
            case.state_pension_day.map(Fact::StatePensionDay),
            case.employment_last_day.map(Fact::EmploymentLastDay),
            case.recorded_since.map(Fact::RecordedSince),
            case.sickness_benefit_entitlement.map(Fact::Entitlement),
            Some(case.wage_terms).filter(|terms| *terms != WageTerms::Usual).map(Fact::WageTerms),
        ];
        contract
            .into_iter()
            .flatten()
            .chain(known.spells().map(Fact::Spell))
            .chain(known.leave().map(Fact::Leave))
            .chain(known.events(FIRST_SICK_DAY_FROM).iter().copied().map(Fact::Event))
            .collect()
    }

    /// Whether two facts tell of the same thing, so that one can have become the other.
    pub(crate) fn is_about_the_same(&self, other: &Fact) -> bool {
        match (self, other) {
            (Fact::Spell(a), Fact::Spell(b)) => a.first == b.first,
            (Fact::Leave(a), Fact::Leave(b)) => a.first == b.first,
            _ => self.is_of_the_same_kind(other),
        }
    }

    /// Whether two facts are of one kind: two spells, two leaves, two events of one name, or two
    /// answers to one question.
    pub(crate) fn is_of_the_same_kind(&self, other: &Fact) -> bool {
        match (self, other) {
            (Fact::Event(a), Fact::Event(b)) => a.kind.id() == b.kind.id(),
            _ => core::mem::discriminant(self) == core::mem::discriminant(other),
        }
    }
}

impl CaseBuilder {
    /// The facts, to be checked as any others.
    pub(crate) fn of(facts: impl IntoIterator<Item = Fact>) -> CaseBuilder {
        facts.into_iter().fold(CaseBuilder::default(), |builder, fact| builder.and(fact))
    }

    /// With one fact more. What a case has once is replaced.
    fn and(mut self, fact: Fact) -> CaseBuilder {
        match fact {
            Fact::Regime(regime) => self.draft.regime = regime,
            Fact::Interviews(rhythm) => self.draft.interviews = rhythm,
            Fact::StatePensionDay(day) => self.draft.state_pension_day = Some(day),
            Fact::EmploymentLastDay(day) => self.draft.employment_last_day = Some(day),
            Fact::RecordedSince(day) => self.draft.recorded_since = Some(day),
            Fact::Entitlement(answer) => self.draft.sickness_benefit_entitlement = Some(answer),
            Fact::WageTerms(terms) => self.draft.wage_terms = terms,
            Fact::Spell(spell) => {
                let spells = &mut self.draft.spells;
                let place = spells.partition_point(|other| other.first <= spell.first);
                spells.insert(place, spell);
            }
            Fact::Leave(leave) => self.push_leave(leave),
            Fact::Event(event) => self.push_event(event.kind, event.on),
        }
        self
    }
}
