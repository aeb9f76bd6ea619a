//! The duties of a regime that open and fall due on counted days, as bits.
//!
//! Such a duty depends on one thing only: how many days have counted. So the bits of all that are due
//! by then, or open by then, are laid out once for every number of counted days, and a case needs a
//! look at two or three of them, however its days are interrupted.

use crate::case::Regime;
use crate::day::Day;
use crate::law::{ClockKind, Condition, DUTY_COUNT, Duty, Law, Op, Step, index};
use alloc::vec::Vec;

/// A set of rungs.
pub(super) type Bits = u32;

/// A duty that falls due on a counted day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rung {
    pub(super) duty: Duty,
    /// Its place among the duties of the regime.
    pub(super) order: usize,
    /// The counted days on which it opens (0 without a bound) and is due.
    pub(super) opens: i32,
    pub(super) due: i32,
    employed: bool,
    without_employer: bool,
}

/// A duty that does not fall due on a counted day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Other {
    /// Its place among the duties of the regime.
    pub(super) order: usize,
    /// Its place in the list of duties.
    pub(super) code: usize,
    /// It has more lines than one.
    pub(super) is_series: bool,
    /// It is a series of interviews, which are met one by one.
    pub(super) is_interviews: bool,
    /// The duty that it follows, and whether it waits for it.
    pub(super) follows: Option<(usize, bool)>,
    /// When it is due at the earliest, while the duty that it follows was not met.
    pub(super) earliest: Earliest,
}

/// The earliest day of a duty, while nothing is known but the first sick day.
#[derive(Clone, Copy, Debug)]
pub(super) enum Earliest {
    /// That counted day.
    Counted(i32),
    /// So many days after the end.
    AfterEnd(i32),
    /// So many days after that of another duty, by its place in the list of duties.
    After(usize, i32),
    Unknown,
}

/// The duties of a regime under one law.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    /// In order of the due day, then of the table.
    pub(super) rungs: Vec<Rung>,
    /// For every duty: its rung.
    rung_of: [Option<u8>; DUTY_COUNT],
    /// For every number of counted days: what is due on that day or was before.
    due: Vec<Bits>,
    /// The same for what is open.
    open: Vec<Bits>,
    /// The rungs of duties that hold only while the employment lasts and is paid.
    pub(super) employed: Bits,
    /// The rungs of duties of those who had no employer.
    pub(super) without_employer: Bits,
    /// The other duties of an ordinary case.
    pub(super) others: Vec<Other>,
    /// Reports that only some cases have, by their place among the duties of the regime.
    pub(super) reports: Vec<usize>,
    /// The counted days on which the waiting period and the payment end.
    pub(super) waiting_period: i32,
    pub(super) payment: i32,
    /// Which payment that is.
    pub(super) pays_wages: bool,
    /// From so many healthy days on an interruption ends a case.
    pub(super) limit: i32,
    /// For so long a relapse continues it.
    pub(super) relapse: i32,
    /// Cases that begin later have the last version of every rule.
    pub(super) settled_after: Day,
}

impl Ladder {
    /// None where the law has something that this short way does not know.
    pub(super) fn of(law: &Law, regime: Regime) -> Option<Ladder> {
        let place = |position: usize| match law.at_in(position, regime)?.versions {
            [only] if only.due.term.place().is_some() => only.due.term.place(),
            _ => None,
        };
        let limit = crate::case::joining_limit(law, index::JOINING_WAITING_PERIOD);
        let waiting_period = place(index::WAITING_PERIOD)?;
        let wages = place(index::WAGE_PERIOD);
        let payment = wages.or_else(|| place(index::SICKNESS_BENEFIT))?;
        let relapse = law.at(index::RELAPSE_WINDOW).versions[0].due.term.days();
        if !super::clocks::add_up_alike(law) || needs_the_clock_of_the_ban(law) {
            return None;
        }
        let (mut rungs, mut others, mut reports) = (Vec::new(), Vec::new(), Vec::new());
        let mut settled_after = Day::new(1900, 1, 1);
        for (order, step) in law.steps(regime).iter().enumerate() {
            if is_of_an_extraordinary_case(step.duty) {
                continue;
            }
            if is_report_of_some(step.duty) {
                reports.push(order);
                continue;
            }
            settled_after = settled_after.max(step.settled_after).max(held_since(step));
            match rung(step, order).filter(|rung| rung.due <= payment) {
                Some(rung) => rungs.push(rung),
                None => others.push(other(step)),
            }
        }
        // What follows another duty comes at least so much later than it; those come first in the table.
        for i in 0..others.len() {
            let Earliest::After(code, days) = others[i].earliest else { continue };
            let rung = rungs.iter().find(|rung| crate::law::code_of(rung.duty) == code);
            let before = others[..i].iter().find(|other| other.code == code);
            others[i].earliest = match (rung, before.map(|other| other.earliest)) {
                (Some(rung), _) => Earliest::Counted(rung.due + days),
                (None, Some(Earliest::Counted(place))) => Earliest::Counted(place + days),
                (None, Some(Earliest::AfterEnd(after))) => Earliest::AfterEnd(after + days),
                _ => Earliest::Unknown,
            };
        }
        rungs.sort_by_key(|rung| rung.due);
        if rungs.len() > Bits::BITS as usize {
            return None;
        }
        let mut rung_of = [None; DUTY_COUNT];
        for (bit, rung) in (0..).zip(&rungs) {
            rung_of[crate::law::code_of(rung.duty)] = Some(bit);
        }
        let bits = |is: &dyn Fn(&Rung) -> bool| {
            (0..).zip(&rungs).filter(|(_, rung)| is(rung)).fold(0, |bits, (bit, _)| bits | 1 << bit)
        };
        let longest = rungs.iter().map(|rung| rung.due).max().unwrap_or(0);
        Some(Ladder {
            due: (0..=longest).map(|days| bits(&|rung| rung.due <= days)).collect(),
            open: (0..=longest).map(|days| bits(&|rung| rung.opens <= days)).collect(),
            employed: bits(&|rung| rung.employed),
            without_employer: bits(&|rung| rung.without_employer),
            rungs,
            rung_of,
            others,
            reports,
            waiting_period,
            payment,
            pays_wages: wages.is_some(),
            limit,
            relapse,
            settled_after,
        })
    }

    /// What is due on or before the day on which so many days have counted.
    pub(super) fn due(&self, counted: i32) -> Bits {
        at(&self.due, counted)
    }

    /// What is open then.
    pub(super) fn open(&self, counted: i32) -> Bits {
        at(&self.open, counted)
    }

    /// The rung of a duty, by the place of the duty in the list of duties.
    pub(super) fn rung_of(&self, code: usize) -> Option<(u8, &Rung)> {
        let bit = self.rung_of[code]?;
        Some((bit, self.rungs.get(usize::from(bit))?))
    }
}

fn at(bits: &[Bits], counted: i32) -> Bits {
    let last = bits.len() - 1;
    bits[usize::try_from(counted).map_or(0, |counted| counted.min(last))]
}

/// Whether something else than the dismissal ban is counted on its clock, which is not built here.
fn needs_the_clock_of_the_ban(law: &Law) -> bool {
    let own =
        [index::DISMISSAL_BAN, index::STATE_PENSION_DISMISSAL_BAN, index::JOINING_DISMISSAL_BAN];
    let mut others = law.rules().iter().enumerate().filter(|(place, _)| !own.contains(place));
    others.any(|(_, rule)| rule.clock == ClockKind::DismissalBan)
}

/// Duties that only a case has that does not go this way.
fn is_of_an_extraordinary_case(duty: Duty) -> bool {
    matches!(duty, Duty::REPAIR_DECISION | Duty::LEAVE_FOLLOW_ON_FORM)
}

/// Reports that depend on the employment or on an entitlement.
fn is_report_of_some(duty: Duty) -> bool {
    matches!(
        duty,
        Duty::END_OF_EMPLOYMENT_REPORT | Duty::ENTITLEMENT_REPORT | Duty::OWN_RISK_REPORT
    )
}

/// The last first sick day for which a duty does not hold yet.
fn held_since(step: &Step) -> Day {
    let from = step.rule.conditions.iter().find_map(|condition| match condition {
        Condition::FirstSickDayFrom(day) => Some(day.plus(-1)),
        _ => None,
    });
    from.unwrap_or(Day::new(1900, 1, 1))
}

fn other(step: &Step) -> Other {
    let (follows, earliest) = match step.due {
        Op::AfterEnd(days) | Op::AfterDelayedEnd(days) => (None, Earliest::AfterEnd(days)),
        Op::AfterMet { code, days, .. } => (Some(code), Earliest::After(code, days)),
        // The first interview follows the plan.
        Op::AfterPrevious(days) => {
            (None, Earliest::After(crate::law::code_of(Duty::PLAN_OF_ACTION), days))
        }
        _ => (None, Earliest::Unknown),
    };
    let waits_for = step.awaits.map(crate::law::code_of);
    let follows = match (waits_for, step.duty) {
        // The first interview waits for the plan.
        (None, Duty::PROGRESS_INTERVIEW) => Some((crate::law::code_of(Duty::PLAN_OF_ACTION), true)),
        (Some(awaited), _) => Some((awaited, true)),
        (None, _) => follows.map(|code| (code, false)),
    };
    let is_interviews = step.duty == Duty::PROGRESS_INTERVIEW;
    let is_series = is_interviews || step.duty == Duty::RECALIBRATION;
    Other { order: step.order, code: step.code, is_series, is_interviews, follows, earliest }
}

fn rung(step: &Step, order: usize) -> Option<Rung> {
    let opens = match step.opens {
        Op::Never => 0,
        Op::Counted(place) => place,
        _ => return None,
    };
    match step.due {
        Op::Counted(due) if opens <= due => {
            let without_employer = step.rule.conditions.contains(&Condition::WithoutEmployer);
            Some(Rung {
                duty: step.duty,
                order,
                opens,
                due,
                employed: step.employed,
                without_employer,
            })
        }
        _ => None,
    }
}
