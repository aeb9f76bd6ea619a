//! Where things stand in the table, worked out once: when the crate is compiled, or when a table is
//! amended.

use super::rule::{Duty, Kind, Rule};
use super::soundness::same;
use super::step::Step;
use super::{ALL, COUNT};
use crate::case::Regime;

const REGIMES: usize = Regime::ALL.len();
const NONE: u8 = u8::MAX;

/// Which rule of a table holds in which regime.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Index {
    /// For every regime and position: where the rule of that name in that regime stands.
    own: [[u8; COUNT]; REGIMES],
    /// For every regime: its duties, and how many they are.
    steps: [([Step; DUTY_COUNT], usize); REGIMES],
    /// For every regime and duty: its place among the duties of that regime.
    step_of: [[u8; DUTY_COUNT]; REGIMES],
}

impl Index {
    pub(super) const fn of(rules: &[&'static Rule]) -> Index {
        let none = Step::of(ALL[FIRST.0[0] as usize], DUTIES[0], 0);
        let mut index = Index {
            own: [[NONE; COUNT]; REGIMES],
            steps: [([none; DUTY_COUNT], 0); REGIMES],
            step_of: [[NONE; DUTY_COUNT]; REGIMES],
        };
        let mut regime = 0;
        while regime < REGIMES {
            let mut i = 0;
            while i < rules.len() {
                index.own[regime][i] = own(rules, i, regime);
                if let (Kind::Duty(duty), true) = (rules[i].kind, holds(rules[i], regime)) {
                    let (steps, len) = &mut index.steps[regime];
                    steps[*len] = Step::of(rules[i], duty, *len);
                    index.step_of[regime][steps[*len].code] = *len as u8;
                    *len += 1;
                }
                i += 1;
            }
            regime += 1;
        }
        index
    }

    pub(super) fn own_rule(&self, position: usize, regime: Regime) -> Option<usize> {
        match self.own[regime as usize][position] {
            NONE => None,
            own => Some(own.into()),
        }
    }

    pub(super) fn steps(&self, regime: Regime) -> &[Step] {
        let (steps, len) = &self.steps[regime as usize];
        &steps[..*len]
    }

    pub(super) fn step_of(&self, duty: Duty, regime: Regime) -> Option<&Step> {
        let place = self.step_of[regime as usize][code_of(duty)];
        self.steps(regime).get(usize::from(place))
    }
}

const fn holds(rule: &Rule, regime: usize) -> bool {
    let mut i = 0;
    while i < rule.regimes.len() {
        if rule.regimes[i] as usize == regime {
            return true;
        }
        i += 1;
    }
    false
}

const fn own(rules: &[&Rule], position: usize, regime: usize) -> u8 {
    if holds(rules[position], regime) {
        return position as u8;
    }
    let mut i = 0;
    while i < rules.len() {
        if holds(rules[i], regime) && same(rules[i].id(), rules[position].id()) {
            return i as u8;
        }
        i += 1;
    }
    NONE
}

/// The first rule of every duty: another of the same name may hold in another regime.
const FIRST: ([u8; COUNT], usize) = {
    let (mut first, mut len, mut i) = ([NONE; COUNT], 0, 0);
    while i < COUNT {
        if matches!(ALL[i].kind, Kind::Duty(_)) && super::position(ALL[i].id()) == i {
            first[len] = i as u8;
            len += 1;
        }
        i += 1;
    }
    (first, len)
};

/// How many duties there are.
pub(crate) const DUTY_COUNT: usize = FIRST.1;

/// Every duty, in the order of the table.
pub(crate) const DUTIES: [Duty; DUTY_COUNT] = {
    let (mut duties, mut i) = ([Duty::named(""); DUTY_COUNT], 0);
    while i < DUTY_COUNT {
        if let Kind::Duty(duty) = ALL[FIRST.0[i] as usize].kind {
            duties[i] = duty;
        }
        i += 1;
    }
    duties
};

const SLOTS: usize = 256;
const SHIFT: u32 = 24;

/// A factor that sends the keys of all duties to different slots, and the slots.
const HASHED: (u32, [u8; SLOTS]) = {
    let mut factor = 1_u32;
    loop {
        let (mut slots, mut i, mut clash) = ([NONE; SLOTS], 0, false);
        while i < DUTY_COUNT {
            if let Kind::Duty(duty) = ALL[FIRST.0[i] as usize].kind {
                let slot = (duty.key().wrapping_mul(factor) >> SHIFT) as usize;
                clash |= slots[slot] != NONE;
                slots[slot] = i as u8;
            }
            i += 1;
        }
        if !clash {
            break (factor, slots);
        }
        factor += 2;
    }
};

static SLOT: [u8; SLOTS] = HASHED.1;
static POSITION: [u8; COUNT] = FIRST.0;

/// The place of a duty in [`DUTIES`]. Every duty has a rule, so there is always one.
pub(crate) fn code_of(duty: Duty) -> usize {
    SLOT[(duty.key().wrapping_mul(HASHED.0) >> SHIFT) as usize].into()
}

/// The same, for constants.
pub(super) const fn code_in(duty: Duty) -> usize {
    let mut i = 0;
    while i < DUTY_COUNT {
        if same(DUTIES[i].id(), duty.id()) {
            return i;
        }
        i += 1;
    }
    panic!("every duty has a rule")
}

/// Where the first rule of a duty stands.
pub(crate) fn position_of(duty: Duty) -> usize {
    POSITION[code_of(duty)].into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The constants of the law files, as they stand in the source.
    #[test]
    fn every_duty_has_a_rule() {
        let files = [
            include_str!("procesgang.rs"),
            include_str!("procesgang_vangnet.rs"),
            include_str!("zw.rs"),
            include_str!("wia.rs"),
            include_str!("bw7.rs"),
            include_str!("uwv.rs"),
        ];
        let mut names = 0;
        for name in files.iter().flat_map(|file| file.split("Duty::named(\"").skip(1)) {
            let name = name.split('"').next().unwrap_or_default();
            assert!(DUTIES.iter().any(|duty| duty.id() == name), "{name} has no rule");
            names += 1;
        }
        assert_eq!(names, DUTY_COUNT);
    }

    #[test]
    fn a_duty_is_found_by_its_key() {
        for (code, duty) in DUTIES.iter().enumerate() {
            assert_eq!(code_of(*duty), code);
            assert_eq!(position_of(*duty), super::super::position(duty.id()));
        }
    }
}
