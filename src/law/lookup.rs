//! Where things stand in the table, worked out once: when the crate is compiled, or when a table is
//! amended.

use super::Regime;
use super::duty::{Duty, NUMBERS};
use super::milestone::Milestone;
use super::plan::{Counting, DateExpr, DutyPlan, RulePlan, later};
use super::roles::Roles;
use super::rule::{Kind, Rule};
use super::soundness::same;
use super::version::Anchor;
use super::{ALL, COUNT};
use crate::day::Day;

const REGIMES: usize = Regime::ALL.len();
const NONE: u8 = u8::MAX;

/// Which rule of a table holds in which regime.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Index {
    /// For every regime and position: where the rule of that name in that regime stands.
    own: [[u8; COUNT]; REGIMES],
    /// For every position: the plan of the rule.
    plans: [RulePlan; COUNT],
    /// For every regime: its duties, and how many they are.
    duties: [([DutyPlan; DUTY_COUNT], usize); REGIMES],
    /// For every regime: the day after which a case has the last version of every duty.
    settled_after: [Day; REGIMES],
    /// The same of every milestone.
    milestones_settled_after: Day,
    /// For every regime: its duties, in the order in which they fall due when nothing is recorded.
    usual: [[DutyPlan; DUTY_COUNT]; REGIMES],
    /// For every regime and duty: its place among the duties of that regime.
    place_of: [[u8; DUTY_COUNT]; REGIMES],
    /// The duties that others build on.
    roles: Roles,
}

impl Index {
    pub(super) const fn of(rules: &[&'static Rule]) -> Index {
        let none = DutyPlan::of(ALL[FIRST.0[0] as usize], DUTIES[0], 0, 0);
        let mut index = Index {
            own: [[NONE; COUNT]; REGIMES],
            plans: [RulePlan::of(rules[0]); COUNT],
            settled_after: [Day::new(1900, 1, 1); REGIMES],
            milestones_settled_after: Day::new(1900, 1, 1),
            usual: [[none; DUTY_COUNT]; REGIMES],
            duties: [([none; DUTY_COUNT], 0); REGIMES],
            place_of: [[NONE; DUTY_COUNT]; REGIMES],
            roles: Roles::of(rules).expect("a sound law has every role"),
        };
        let mut regime = 0;
        while regime < REGIMES {
            let mut i = 0;
            while i < rules.len() {
                index.own[regime][i] = own(rules, i, regime);
                index.plans[i] = RulePlan::of(rules[i]);
                if let Kind::Milestone(_) = rules[i].kind {
                    let settled_after = index.plans[i].settled_after;
                    index.milestones_settled_after =
                        later(index.milestones_settled_after, settled_after);
                }
                if let (Kind::Duty(duty), true) = (rules[i].kind, holds(rules[i], regime)) {
                    let (duties, len) = &mut index.duties[regime];
                    let duty = DutyPlan::of(rules[i], duty, i, *len);
                    let settled_after = duty.settled_after();
                    index.settled_after[regime] = later(index.settled_after[regime], settled_after);
                    index.place_of[regime][duty.code] = *len as u8;
                    duties[*len] = duty;
                    *len += 1;
                }
                i += 1;
            }
            let (duties, len) = &mut index.duties[regime];
            let mut usual = usual(duties, *len, waiting_period(rules));
            let mut turn = 0;
            while turn < *len {
                usual[turn].turn = turn;
                duties[usual[turn].order].turn = turn;
                turn += 1;
            }
            index.usual[regime] = usual;
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

    /// The plan of the rule of that name in a regime.
    pub(super) fn rule_plan(&self, position: usize, regime: Regime) -> Option<&RulePlan> {
        self.plans.get(usize::from(self.own[regime as usize][position]))
    }

    pub(super) const fn plan_at(&self, position: usize) -> &RulePlan {
        &self.plans[position]
    }

    pub(super) fn duty_plans(&self, regime: Regime) -> &[DutyPlan] {
        let (duties, len) = &self.duties[regime as usize];
        &duties[..*len]
    }

    pub(super) fn settled_after(&self, regime: Regime) -> Day {
        self.settled_after[regime as usize]
    }

    pub(super) const fn milestones_settled_after(&self) -> Day {
        self.milestones_settled_after
    }

    pub(super) const fn roles(&self) -> &Roles {
        &self.roles
    }

    pub(super) fn usual_duty_plans(&self, regime: Regime) -> &[DutyPlan] {
        &self.usual[regime as usize][..self.duties[regime as usize].1]
    }

    pub(super) fn duty_plan(&self, duty: Duty, regime: Regime) -> Option<&DutyPlan> {
        let place = self.place_of[regime as usize][code_of(duty)];
        self.duty_plans(regime).get(usize::from(place))
    }
}

/// Duties in the order in which they fall due when nothing is recorded, as far as that is known. It need not be
/// right: it saves moving lines that are sorted later.
const fn usual(duties: &[DutyPlan; DUTY_COUNT], len: usize, end: i32) -> [DutyPlan; DUTY_COUNT] {
    let (mut due, mut usual) = ([i32::MAX; DUTY_COUNT], *duties);
    let mut place = 0;
    while place < len {
        due[place] = match duties[place].plan.last.due {
            DateExpr { counting: Counting::Place(day), .. } => day,
            DateExpr {
                from: Anchor::End | Anchor::DelayedEnd,
                counting: Counting::Days(days),
                ..
            } => end.saturating_add(days),
            DateExpr { from: Anchor::End | Anchor::DelayedEnd, .. } => end,
            DateExpr {
                from: Anchor::MetOrPlanned(duty),
                counting: Counting::CountedDays(days) | Counting::Days(days),
                ..
            } => {
                // What is followed stands earlier in the table.
                let (mut followed, mut day) = (0, i32::MAX);
                while followed < place {
                    if duties[followed].code == code_of(duty) {
                        day = due[followed].saturating_add(days);
                    }
                    followed += 1;
                }
                day
            }
            _ => i32::MAX,
        };
        let mut at = place;
        while at > 0 && due[usual[at - 1].order] > due[place] {
            usual[at] = usual[at - 1];
            at -= 1;
        }
        usual[at] = duties[place];
        place += 1;
    }
    usual
}

/// The counted day on which the waiting period ends, by its last version.
const fn waiting_period(rules: &[&Rule]) -> i32 {
    match rules[super::index::WAITING_PERIOD].version_in_force().due.term.place() {
        Some(place) => place,
        None => i32::MAX,
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
        if matches!(ALL[i].kind, Kind::Duty(..)) && super::position(ALL[i].id()) == i {
            first[len] = i as u8;
            len += 1;
        }
        i += 1;
    }
    (first, len)
};

/// How many duties there are.
pub(crate) const DUTY_COUNT: usize = FIRST.1;

const _: () = assert!(DUTY_COUNT == Duty::ALL.len(), "a duty of the list has no rule");

// A set of duties is a number of 32 bits.
const _: () = assert!(DUTY_COUNT <= u32::BITS as usize);

/// Every duty, in the order of the table.
pub(crate) const DUTIES: [Duty; DUTY_COUNT] = {
    let (mut duties, mut i) = ([Duty::ALL[0]; DUTY_COUNT], 0);
    while i < DUTY_COUNT {
        if let Kind::Duty(duty) = ALL[FIRST.0[i] as usize].kind {
            duties[i] = duty;
        }
        i += 1;
    }
    duties
};

/// For the number of every duty: its place in [`DUTIES`].
static CODES: [u8; NUMBERS] = {
    let (mut codes, mut i) = ([NONE; NUMBERS], 0);
    while i < DUTY_COUNT {
        codes[DUTIES[i].code() as usize] = i as u8;
        i += 1;
    }
    codes
};

static POSITION: [u8; COUNT] = FIRST.0;

/// The place of a duty in [`DUTIES`]. Every duty has a rule, so there is always one.
pub(crate) const fn code_of(duty: Duty) -> usize {
    CODES[duty.code() as usize] as usize
}

/// Where the first rule of a duty stands.
pub(crate) fn position_of(duty: Duty) -> usize {
    POSITION[code_of(duty)].into()
}

/// Where the rule of a milestone stands.
pub(crate) fn position_of_milestone(milestone: Milestone) -> Option<usize> {
    ALL.iter().position(|rule| rule.kind == Kind::Milestone(milestone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_is_found_by_its_key() {
        for (code, duty) in DUTIES.iter().enumerate() {
            assert_eq!(code_of(*duty), code);
            assert_eq!(position_of(*duty), super::super::position(duty.id()));
        }
    }
}
