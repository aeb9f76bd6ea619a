//! The duties that others build on, found by what their rules say.

use super::ALL;
use super::duty::Duty;
use super::lookup::{DUTIES, DUTY_COUNT};
use super::properties::{Consequence, Document, Force, MetBy, Override, Recurrence, Tolerance};
use super::rule::Rule;

/// For each of some properties: the one duty that has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Roles {
    /// Can be without a day, and so can what counts from it.
    pub(crate) without_delay: Duty,
    /// The plan of action.
    pub(crate) plan: Duty,
    /// One after the other, to the end of the payment.
    pub(crate) interviews: Duty,
    /// A perspective with the own employer defers it.
    pub(crate) second_track: Duty,
    /// The re-integration report.
    pub(crate) report: Duty,
    /// While it is late the payment runs on.
    pub(crate) claim: Duty,
    /// The notice without which the claim may be late.
    pub(crate) notice: Duty,
    /// The decision that prolongs the payment.
    pub(crate) sanction: Duty,
    /// Answers a notice that a shortcoming was repaired.
    pub(crate) repair: Duty,
    /// Waits while a wage sanction runs.
    pub(crate) decision: Duty,
}

#[derive(Clone, Copy)]
enum Role {
    WithoutDelay,
    Plan,
    Interviews,
    SecondTrack,
    Report,
    Claim,
    Sanction,
    Repair,
    Decision,
}

impl Roles {
    /// None where no duty has one of the properties, or several have.
    pub(super) const fn of(rules: &[&Rule]) -> Option<Roles> {
        let (
            Some((without_delay, _)),
            Some((plan, _)),
            Some((interviews, _)),
            Some((second_track, _)),
            Some((report, _)),
            Some((claim, claim_rule)),
            Some((sanction, _)),
            Some((repair, _)),
            Some((decision, _)),
        ) = (
            sole(rules, Role::WithoutDelay),
            sole(rules, Role::Plan),
            sole(rules, Role::Interviews),
            sole(rules, Role::SecondTrack),
            sole(rules, Role::Report),
            sole(rules, Role::Claim),
            sole(rules, Role::Sanction),
            sole(rules, Role::Repair),
            sole(rules, Role::Decision),
        )
        else {
            return None;
        };
        let Tolerance::AfterLate(notice) = claim_rule.tolerance else { return None };
        Some(Roles {
            without_delay,
            plan,
            interviews,
            second_track,
            report,
            claim,
            notice,
            sanction,
            repair,
            decision,
        })
    }
}

/// The only duty with a role, with its first rule.
const fn sole<'r>(rules: &[&'r Rule], role: Role) -> Option<(Duty, &'r Rule)> {
    let (mut found, mut i): (Option<(Duty, &Rule)>, usize) = (None, 0);
    while i < rules.len() {
        if let (Some(duty), true) = (rules[i].duty(), has(rules[i], role)) {
            match found {
                None => found = Some((duty, rules[i])),
                Some((other, _)) if other.code() == duty.code() => {}
                Some(_) => return None,
            }
        }
        i += 1;
    }
    found
}

const fn has(rule: &Rule, role: Role) -> bool {
    match role {
        Role::Plan => matches!(rule.document, Some(Document::PlanOfAction)),
        Role::Interviews => matches!(rule.recurrence, Recurrence::AfterPrevious { .. }),
        Role::Repair => matches!(rule.recurrence, Recurrence::PerRepairNotice),
        Role::Report => matches!(rule.document, Some(Document::ReintegrationReport)),
        Role::Claim => has_consequence(rule, Consequence::PaymentRunsOn),
        Role::Sanction => matches!(rule.force, Force::PowerToProlongWages),
        Role::WithoutDelay | Role::SecondTrack | Role::Decision => {
            let mut i = 0;
            while i < rule.overrides.len() {
                if matches!(
                    (role, rule.overrides[i]),
                    (Role::WithoutDelay, Override::WithoutDelay { .. })
                        | (Role::SecondTrack, Override::OwnEmployerPerspective)
                        | (Role::Decision, Override::WageSanction)
                ) {
                    return true;
                }
                i += 1;
            }
            false
        }
    }
}

const fn has_consequence(rule: &Rule, consequence: Consequence) -> bool {
    let mut i = 0;
    while i < rule.consequences.len() {
        if rule.consequences[i] as u8 == consequence as u8 {
            return true;
        }
        i += 1;
    }
    false
}

/// The first rule of every duty: another of the same duty may hold in another regime.
const fn first_rule(code: usize) -> &'static Rule {
    ALL[super::position(DUTIES[code].id())]
}

/// The duty of which the last day is a point of no return with that consequence. In a constant, so that
/// none does not compile.
pub(crate) const fn point_of_no_return(consequence: Consequence) -> Duty {
    let mut code = 0;
    while code < DUTY_COUNT {
        let rule = first_rule(code);
        if !rule.no_return.is_empty() && has_consequence(rule, consequence) {
            return DUTIES[code];
        }
        code += 1;
    }
    panic!("no duty has a point of no return with this consequence")
}

/// The duty that is met by something else than an event of its own name. In a constant, so that none does
/// not compile.
pub(crate) const fn duty_met_by(by: MetBy) -> Duty {
    let mut code = 0;
    while code < DUTY_COUNT {
        if first_rule(code).met_by[0] as u8 == by as u8 {
            return DUTIES[code];
        }
        code += 1;
    }
    panic!("no duty is met by this first of all")
}

/// What meets a duty beside an event of its own name.
pub(crate) const ALSO_MET_BY: [(MetBy, Duty); ALSO_COUNT] = {
    let mut all = [(MetBy::OwnEvent, DUTIES[0]); ALSO_COUNT];
    let (mut len, mut code) = (0, 0);
    while code < DUTY_COUNT {
        let met_by = first_rule(code).met_by;
        let mut i = 1;
        while i < met_by.len() {
            all[len] = (met_by[i], DUTIES[code]);
            len += 1;
            i += 1;
        }
        code += 1;
    }
    all
};

const ALSO_COUNT: usize = {
    let (mut count, mut code) = (0, 0);
    while code < DUTY_COUNT {
        count += first_rule(code).met_by.len() - 1;
        code += 1;
    }
    count
};
