//! A made-up portfolio: as many sick-leave cases as a benchmark, a test or a demo file needs.
//!
//! Nothing in it comes from a person. The shares stand in [`Mix`], each with its source or the word
//! *assumed*. Case `i` depends on the seed, `i`, the as-of day and the mix only: a portfolio of any size begins
//! with every smaller one, and chunks can be made in parallel.

mod ages;
mod course;
pub mod csv;
pub mod describe;
mod draw;
mod employer;
mod file;
mod mix;
mod second_track;
mod sickness;
pub mod values;
mod wia;
mod without_employer;

pub use mix::Mix;

use course::Course;
use draw::Draw;
use file::File;
use poortwachter::Day;
use poortwachter::{Case, InterviewRhythm, Leave, Regime, Spell};

/// A portfolio of cases as a nightly file holds it on a day.
#[derive(Clone, Copy, Debug)]
pub struct Portfolio {
    /// The same seed gives the same cases, on every machine.
    pub seed: u64,
    /// How many cases.
    pub cases: usize,
    /// The day of the file, from 2010 on. Facts are dated on or before it, but for planned leave and
    /// for ends that are known beforehand.
    pub as_of: Day,
    /// Which shares of what.
    pub mix: Mix,
}

impl Portfolio {
    /// Every case in order.
    pub fn cases(&self) -> impl Iterator<Item = Case> {
        let portfolio = *self;
        (0..self.cases).map(move |i| portfolio.case(i))
    }

    /// Case number `i`, from 0, called `C-0000000` and so on.
    pub fn case(&self, i: usize) -> Case {
        let draw = &mut Draw::new(self.seed, i as u64);
        let regime = self.mix.regimes.draw(draw);
        let course = Course::draw(draw, &self.mix, self.as_of);
        let mut builder = Case::builder().id(format!("C-{i:07}")).regime(regime);
        for spell in &course.spells {
            builder = builder.add_spell(counted_if(
                spell.counts_for_dismissal_ban,
                Spell::new(spell.first, spell.last),
            ));
        }
        for leave in &course.leave {
            builder = builder
                .add_leave(Leave::new(leave.first, leave.last).joining(leave.joins, leave.decided));
        }
        let contract = Contract::draw(draw, &self.mix, regime, &course, self.as_of);
        if let Some(day) = contract.state_pension_day {
            builder = builder.state_pension_day(day);
        }
        if let Some(day) = contract.employment_last_day {
            builder = builder.employment_last_day(day);
        }
        if let Some(shares) = &self.mix.file {
            if draw.chance(shares.fixed_grid) {
                builder = builder.interviews(InterviewRhythm::FixedGrid);
            }
            let mut file = File::new(draw, shares, &course, contract, self.as_of);
            match regime {
                Regime::SafetyNet => file.safety_net(),
                Regime::OwnRiskCarrier => file.own_risk_carrier(),
                _ => file.employer(),
            }
            if let Some(entitlement) = file.entitlement {
                builder = builder.sickness_benefit_entitlement(entitlement);
            }
            for (kind, on) in file.events {
                builder = builder.event(kind, on);
            }
        }
        builder.build().unwrap_or_else(|error| {
            panic!("case {i} of seed {}: {}: {error}", self.seed, error.field())
        })
    }
}

/// What is known about the employee's contract.
#[derive(Clone, Copy)]
struct Contract {
    state_pension_day: Option<Day>,
    employment_last_day: Option<Day>,
}

impl Contract {
    fn draw(draw: &mut Draw, mix: &Mix, regime: Regime, course: &Course, as_of: Day) -> Contract {
        let Some(shares) = &mix.contract else {
            return Contract { state_pension_day: None, employment_last_day: None };
        };
        let first = course.first_day();
        let state_pension_day = draw.chance(shares.state_pension_known).then(|| {
            match draw
                .weighted(&[shares.state_pension_within_104_weeks, shares.state_pension_passed])
            {
                Some(0) => first + in_days(draw.between(1, 728)),
                Some(_) => first - in_days(draw.between(0, 1000)),
                None => first + in_days(draw.between(729, 16_000)),
            }
        });
        let employment_last_day = match regime {
            Regime::SafetyNet => draw
                .chance(shares.safety_net_had_employment)
                .then(|| course.earliest_day() - in_days(draw.between(1, 300))),
            // Mostly sick when the contract ended, else within four weeks after it (ZW art. 46).
            Regime::OwnRiskCarrier if draw.chance(shares.own_risk_sick_at_the_end) => {
                let sick: u64 = as_of.days_since(first).unsigned_abs().into();
                Some(first + in_days(draw.between(0, sick.min(60))))
            }
            Regime::OwnRiskCarrier => Some(course.earliest_day() - in_days(draw.between(1, 28))),
            _ => match draw.weighted(&[shares.employment_ended, shares.employment_will_end]) {
                Some(0) => {
                    // The record moves to the UWV some months after it.
                    let from = course.last_spell_first_day().max(as_of - 90);
                    let days = as_of.days_since(from).unsigned_abs().into();
                    Some(from + in_days(draw.between(0, days)))
                }
                Some(_) => Some(as_of + in_days(draw.between(1, 365))),
                None => None,
            },
        };
        Contract { state_pension_day, employment_last_day }
    }
}

/// A number of days, as days are added to one.
pub fn in_days(n: impl TryInto<i32>) -> i32 {
    n.try_into().ok().expect("so many days")
}

/// A spell that counts for the dismissal ban, or one that does not.
pub fn counted_if(counts: bool, spell: poortwachter::Spell) -> poortwachter::Spell {
    if counts { spell } else { spell.left_out_of_dismissal_ban() }
}
