//! The duties of a regime that open and fall due on counted days, as bits.
//!
//! Such a duty depends on one thing only: how many days have counted. So the bits of all that are due
//! by then, or open by then, are laid out once for every number of counted days, and a case needs a
//! look at two or three of them, however its days are interrupted.

use super::reports::Reports;
use crate::case::Regime;
use crate::day::Day;
use crate::law::{
    Bound, ClockKind, Condition, Count, DUTY_COUNT, Duty, Law, Op, Step, Term, Version, code_of,
    index,
};
use alloc::vec::Vec;

/// A set of rungs.
pub(super) type Bits = u32;

/// A set of places among the duties of the regime.
pub(super) type Orders = u32;

/// A duty that falls due on a counted day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rung {
    pub(super) duty: Duty,
    /// Its place among the duties of the regime.
    pub(super) order: usize,
    /// The counted days on which it opens (0 without a bound) and is due.
    pub(super) opens: i32,
    pub(super) due: i32,
}

/// Where a duty stands on the ladder: nowhere without a bit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) bit: Bits,
    pub(super) opens: i32,
    pub(super) due: i32,
}

/// What a duty asks for, apart from its day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks {
    /// That the employment lasts and is paid.
    pub(super) employed: bool,
    /// Possibilities to return to work.
    pub(super) possibilities: bool,
    /// An age below that of the state pension.
    pub(super) young: bool,
    /// That a WIA benefit can start.
    pub(super) wia: bool,
}

impl Asks {
    fn of(step: &Step) -> Asks {
        let asks = |condition| step.rule.conditions.contains(&condition);
        Asks {
            employed: step.employed,
            possibilities: asks(Condition::PossibilitiesToReturn),
            young: asks(Condition::BelowStatePensionAge),
            wia: asks(Condition::WiaCanStart),
        }
    }
}

/// A duty that is due so many counted days after another was met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Follower {
    pub(super) duty: Duty,
    /// Its place among the duties of the regime, and in the list of duties.
    pub(super) order: usize,
    pub(super) code: usize,
    /// The place of the other in the list of duties.
    pub(super) follows: usize,
    pub(super) days: i32,
    /// The counted day on which it opens; none when that is the day on which the other was met, which
    /// it then waits for.
    pub(super) opens: Option<i32>,
    /// The counted day on which it is due, as long as the other was not met.
    pub(super) planned: i32,
    pub(super) asks: Asks,
}

/// A duty whose day is known only when another was met, and by a longer way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Later {
    pub(super) order: usize,
    pub(super) code: usize,
    pub(super) awaits: usize,
    pub(super) asks: Asks,
}

/// The progress interviews, by the duty that the first one follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interviews {
    pub(super) order: usize,
    pub(super) days: i32,
    pub(super) plan: Follower,
    pub(super) asks: Asks,
}

/// The duties of a regime under one law.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    /// In order of the due day, then of the table.
    pub(super) rungs: Vec<Rung>,
    /// For every duty, by its place in the list of duties: its rung.
    places: [Place; u32::BITS as usize],
    /// For every number of counted days: what is due on that day or was before.
    due: Vec<Bits>,
    /// The same for what is open.
    open: Vec<Bits>,
    pub(super) all: Bits,
    /// The rungs of duties that ask for something, see [`Asks`].
    pub(super) employed: Bits,
    pub(super) possibilities: Bits,
    pub(super) young: Bits,
    pub(super) wia: Bits,
    /// The rungs of duties of those who had no employer.
    pub(super) without_employer: Bits,
    /// The rungs that are counted back from the end of the waiting period, and the lowest of their days.
    pub(super) from_the_end: Bits,
    pub(super) first_from_the_end: i32,
    /// The duties on these rungs.
    pub(super) counted_back: Orders,
    /// The duties that do not stay on a rung whatever is met.
    pub(super) off_the_ladder: Orders,
    /// A bit for every duty in the list of duties from which or as which a later duty is met.
    pub(super) of_the_end: u32,
    /// The same for the duties that others follow, and for those that wait for them.
    pub(super) followed: u32,
    /// The first counted day on which a duty that waits for another is planned.
    pub(super) first_waiting: i32,
    pub(super) followers: Vec<Follower>,
    pub(super) later: Vec<Later>,
    pub(super) interviews: Option<Interviews>,
    /// There are recalibrations, on rungs as if they were no series, and their place among the duties.
    pub(super) recalibrates: bool,
    pub(super) recalibration: usize,
    /// Their bit in the list of duties.
    pub(super) recalibrations: u32,
    /// For every place among the duties: those that follow it, itself included.
    affected: [Orders; DUTY_COUNT],
    /// For every duty: its place among the duties of the regime.
    order_of: [Option<u8>; DUTY_COUNT],
    pub(super) reports: Reports,
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
        let waiting_period = place(index::WAITING_PERIOD)?;
        let wages = place(index::WAGE_PERIOD);
        let payment = wages.or_else(|| place(index::SICKNESS_BENEFIT))?;
        if !super::clocks::add_up_alike(law) || needs_the_clock_of_the_ban(law) {
            return None;
        }
        let mut ladder = Ladder {
            rungs: Vec::new(),
            places: [Place::default(); u32::BITS as usize],
            due: Vec::new(),
            open: Vec::new(),
            all: 0,
            employed: 0,
            possibilities: 0,
            young: 0,
            wia: 0,
            without_employer: 0,
            from_the_end: 0,
            first_from_the_end: i32::MAX,
            counted_back: 0,
            off_the_ladder: 0,
            of_the_end: 0,
            followed: 0,
            first_waiting: i32::MAX,
            followers: Vec::new(),
            later: Vec::new(),
            interviews: None,
            recalibrates: false,
            recalibration: 0,
            recalibrations: 0,
            affected: [0; DUTY_COUNT],
            order_of: [None; DUTY_COUNT],
            reports: Reports::of(law, regime)?,
            waiting_period,
            payment,
            pays_wages: wages.is_some(),
            limit: crate::case::joining_limit(law, index::JOINING_WAITING_PERIOD),
            relapse: law.at(index::RELAPSE_WINDOW).versions[0].due.term.days(),
            settled_after: Day::new(1900, 1, 1),
        };
        for step in law.steps(regime) {
            ladder.add(step)?;
        }
        ladder.lay_out(law.steps(regime))
    }

    /// Takes a duty in, in the way in which it falls due; none when there is no such way.
    fn add(&mut self, step: &Step) -> Option<()> {
        self.order_of[step.code] = u8::try_from(step.order).ok();
        if is_of_an_extraordinary_case(step.duty) {
            return Some(());
        }
        if is_report_of_some(step.duty) {
            return Some(());
        }
        self.settled_after = self.settled_after.max(step.settled_after);
        let Step { duty, order, code, .. } = *step;
        let opens = match step.opens {
            Op::Never => Some(0),
            Op::Counted(place) => Some(place),
            _ => None,
        };
        match (step.due, opens) {
            _ if duty == Duty::RECALIBRATION => return self.add_recalibrations(step),
            (Op::AfterPrevious(days), Some(0)) if duty == Duty::PROGRESS_INTERVIEW => {
                let is_plan = |follower: &&Follower| follower.duty == Duty::PLAN_OF_ACTION;
                let plan =
                    *self.followers.iter().find(is_plan).filter(|plan| plan.opens.is_none())?;
                self.interviews = Some(Interviews { order, days, plan, asks: Asks::of(step) });
            }
            (Op::Counted(due), Some(opens)) if opens <= due && due <= self.payment => {
                self.rungs.push(Rung { duty, order, opens, due });
            }
            (Op::AfterEnd(days), Some(opens))
                if opens <= self.waiting_period + days && days <= 0 =>
            {
                let due = self.waiting_period + days;
                self.first_from_the_end = self.first_from_the_end.min(due);
                self.rungs.push(Rung { duty, order, opens, due });
            }
            (Op::AfterMet { code: follows, days, count: Count::SickDays, is_extended, .. }, _)
                if !is_extended =>
            {
                let waits = step.awaits.map(code_of) == Some(follows) && opens.is_none();
                if !waits && (opens.is_none() || step.awaits.is_some()) {
                    return None;
                }
                let planned = self.planned(follows)? + days;
                let asks = Asks::of(step);
                let opens = opens.filter(|_| !waits);
                if planned > self.payment || opens.is_some_and(|opens| opens > planned) {
                    return None;
                }
                self.followers.push(Follower {
                    duty,
                    order,
                    code,
                    follows,
                    days,
                    opens,
                    planned,
                    asks,
                });
                // Until the other is met it is due on a counted day.
                if let Some(opens) = opens {
                    self.rungs.push(Rung { duty, order, opens, due: planned });
                }
            }
            // Counted from the claim, which comes late in a case, or back from its end.
            (Op::AfterMet { .. } | Op::AfterDelayedEnd(_), None) => {
                let awaits = code_of(step.awaits?);
                self.later.push(Later { order, code, awaits, asks: Asks::of(step) });
            }
            _ => return None,
        }
        Some(())
    }

    /// Each is due on the first day after so many weeks, counted from the one before it.
    fn add_recalibrations(&mut self, step: &Step) -> Option<()> {
        let [
            Version {
                due: Bound { term: term @ Term::FirstDayAfterLasting(_), .. },
                opens: None,
                ..
            },
        ] = step.rule.versions
        else {
            return None;
        };
        (self.recalibrates, self.recalibration) = (true, step.order);
        self.recalibrations = 1 << step.code;
        let period = term.days();
        let mut due = period + 1;
        while due <= self.payment {
            self.rungs.push(Rung { duty: step.duty, order: step.order, opens: 0, due });
            due += period;
        }
        Some(())
    }

    /// The counted day on which a duty is due, while nothing is recorded.
    fn planned(&self, code: usize) -> Option<i32> {
        let rung = self.rungs.iter().find(|rung| code_of(rung.duty) == code).map(|rung| rung.due);
        let follower = self.followers.iter().find(|follower| follower.code == code);
        rung.or(follower.map(|follower| follower.planned))
    }

    /// Lays the bits out, once all duties are known.
    fn lay_out(mut self, steps: &[Step]) -> Option<Ladder> {
        self.rungs.sort_by_key(|rung| (rung.due, rung.order));
        if self.rungs.is_empty() || self.rungs.len() > Bits::BITS as usize {
            return None;
        }
        let rungs = &self.rungs;
        let bits = |is: &dyn Fn(&Rung) -> bool| {
            (0..).zip(rungs).filter(|(_, rung)| is(rung)).fold(0, |bits, (bit, _)| bits | 1 << bit)
        };
        let longest = rungs.iter().map(|rung| rung.due).max().unwrap_or(0);
        self.due = (0..=longest).map(|days| bits(&|rung| rung.due <= days)).collect();
        self.open = (0..=longest).map(|days| bits(&|rung| rung.opens <= days)).collect();
        self.all = bits(&|_| true);
        let asks = |rung: &Rung| Asks::of(&steps[rung.order]);
        self.employed = bits(&|rung| asks(rung).employed);
        self.possibilities = bits(&|rung| asks(rung).possibilities);
        self.young = bits(&|rung| asks(rung).young);
        self.wia = bits(&|rung| asks(rung).wia);
        let condition = Condition::WithoutEmployer;
        self.without_employer =
            bits(&|rung| steps[rung.order].rule.conditions.contains(&condition));
        self.from_the_end = bits(&|rung| matches!(steps[rung.order].due, Op::AfterEnd(_)));
        for (bit, rung) in (0_u32..).zip(&self.rungs) {
            let Rung { opens, due, .. } = *rung;
            self.places[code_of(rung.duty)] = Place { bit: 1 << bit, opens, due };
        }
        // Those that follow stand later in the table.
        for order in (0..steps.len()).rev() {
            let mut affected = 1 << order;
            for follower in &self.followers {
                if follower.follows == steps[order].code {
                    affected |= self.affected[follower.order];
                }
            }
            let interviews = self.interviews.filter(|it| it.plan.order == order);
            affected |= interviews.map_or(0, |interviews| 1 << interviews.order);
            let later = self.later.iter().filter(|later| later.awaits == steps[order].code);
            affected |= later.fold(0, |orders, later| orders | 1 << later.order);
            self.affected[order] = affected;
        }
        let orders =
            |orders: &mut dyn Iterator<Item = usize>| orders.fold(0, |all, i| all | 1 << i);
        let back = steps.iter().filter(|step| matches!(step.due, Op::AfterEnd(_)));
        self.counted_back = orders(&mut back.map(|step| step.order));
        let followers = self.followers.iter().map(|follower| follower.order);
        let later = self.later.iter().map(|later| later.order);
        let interviews = self.interviews.iter().map(|interviews| interviews.order);
        self.off_the_ladder =
            self.counted_back | orders(&mut followers.chain(later).chain(interviews));
        let codes = self.later.iter().flat_map(|later| [later.code, later.awaits]);
        self.of_the_end = codes.fold(0, |all, code| all | 1 << code);
        for follower in &self.followers {
            self.followed |= 1 << follower.follows;
            if follower.opens.is_none() {
                self.followed |= 1 << follower.code;
                self.first_waiting = self.first_waiting.min(follower.planned);
            }
        }
        Some(self)
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
    #[inline]
    pub(super) fn place_of(&self, code: usize) -> &Place {
        &self.places[code % self.places.len()]
    }

    /// The lowest of some rungs; the lowest of all where there is none.
    #[inline]
    pub(super) fn rung(&self, rungs: Bits) -> &Rung {
        let lowest = rungs.trailing_zeros() as usize;
        &self.rungs[if lowest < self.rungs.len() { lowest } else { 0 }]
    }

    /// The rungs of some duties.
    pub(super) fn rungs_of(&self, orders: Orders) -> Bits {
        let rungs = (0..).zip(&self.rungs).filter(|(_, rung)| orders >> rung.order & 1 == 1);
        rungs.fold(0, |bits, (bit, _)| bits | 1 << bit)
    }

    /// Some duties, and those that follow them.
    pub(super) fn with_followers(&self, orders: Orders) -> Orders {
        let affected = (0..DUTY_COUNT).filter(|order| orders >> order & 1 == 1);
        affected.fold(0, |all, order| all | self.affected[order])
    }

    /// A duty, as one of a set.
    pub(super) fn order_of(&self, duty: Duty) -> Orders {
        self.order_of[code_of(duty)].map_or(0, |order| 1 << order)
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
