//! Laying a ladder out from the table of rules.

use super::{
    Asks, Bits, Counted, Follower, Interviews, Ladder, Later, Place, Recalibrations, Rung,
};
use crate::day::Day;
use crate::law::{
    Bound, ClockKind, Condition, Count, DUTY_COUNT, Law, Op, Recurrence, Regime, Step, Term,
    Touched, Version, code_of, index, only,
};
use crate::timeline::quick::pension::Pension;
use crate::timeline::quick::reports::Reports;
use alloc::vec::Vec;

impl Ladder {
    /// None where the law has something that this short way does not know.
    pub(in crate::timeline) fn of(law: &Law, regime: Regime) -> Option<Ladder> {
        let roles = law.roles();
        let place = |position| law.at_in(position, regime)?.only_version().due.term.place();
        let waiting_period = place(index::WAITING_PERIOD)?;
        let wages = place(index::WAGE_PERIOD);
        let payment = wages.or_else(|| place(index::SICKNESS_BENEFIT))?;
        if !law.joins_alike() || needs_the_clock_of_the_ban(law) {
            return None;
        }
        let mut ladder = Ladder {
            rungs: Vec::new(),
            places: [Place::default(); u32::BITS as usize],
            counted: Vec::new(),
            all: 0,
            on_rungs: 0,
            employed: 0,
            paid: 0,
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
            recalibration: 0,
            recalibrations: None,
            analysis: code_of(roles.without_delay),
            late_report: None,
            plan: code_of(roles.plan),
            claim: code_of(roles.claim),
            deferred: 0,
            per_leave: 0,
            before_leave: 0,
            due_on_leaving: code_of(roles.report),
            affected: [0; DUTY_COUNT],
            order_of: [None; DUTY_COUNT],
            reports: Reports::of(law, regime)?,
            pension: Pension::of(law, regime)?,
            waiting_period,
            payment,
            pays_wages: wages.is_some(),
            limit: crate::case::joining_limit(law, only::JOINING_WAITING_PERIOD),
            relapse: law.only(only::RELAPSE_WINDOW).due.term.days(),
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
        if step.touched_by.meets(Touched::PERSPECTIVE) {
            self.deferred |= 1 << step.order;
        }
        if step.code == self.analysis {
            self.late_report = step.late_report.map(code_of);
        }
        match step.rule.recurrence {
            Recurrence::Once | Recurrence::AfterPrevious { .. } | Recurrence::EveryTerm => {}
            // See the reports.
            Recurrence::OnceWhen(_) => return Some(()),
            // Only a case has it that does not go this way.
            Recurrence::PerRepairNotice => return Some(()),
            Recurrence::PerLeave { after } => {
                self.per_leave |= 1 << step.order;
                self.before_leave = code_of(after);
                return Some(());
            }
        }
        self.settled_after = self.settled_after.max(step.settled_after);
        let Step { duty, order, code, .. } = *step;
        let opens = match step.opens {
            Op::Never => Some(0),
            Op::Counted(place) => Some(place),
            _ => None,
        };
        if let Recurrence::EveryTerm = step.rule.recurrence {
            return self.add_recalibrations(step);
        }
        if let Recurrence::AfterPrevious { first_after } = step.rule.recurrence {
            let (Op::AfterPrevious(days), Some(0)) = (step.due, opens) else { return None };
            let is_plan = |follower: &&Follower| follower.duty == first_after;
            let plan = *self.followers.iter().find(is_plan).filter(|plan| plan.opens.is_none())?;
            self.interviews = Some(Interviews { duty, order, days, plan, asks: Asks::of(step) });
            return Some(());
        }
        match (step.due, opens) {
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
        let Version {
            due: Bound { term: term @ Term::FirstDayAfterLasting(_), .. },
            opens: None,
            ..
        } = step.rule.only_version()
        else {
            return None;
        };
        let (order, days, asks) = (step.order, term.days(), Asks::of(step));
        self.recalibration = 1 << order;
        self.recalibrations =
            Some(Recalibrations { duty: step.duty, order, code: step.code, days, asks });
        let mut due = days + 1;
        while due <= self.payment {
            self.rungs.push(Rung { duty: step.duty, order, opens: 0, due });
            due += days;
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
        let counted = |days: i32| Counted {
            was_due: bits(&|rung| rung.due < days),
            due: bits(&|rung| rung.due <= days),
            open: bits(&|rung| rung.opens <= days),
        };
        self.counted = (0..=longest + 1).map(counted).collect();
        self.all = bits(&|_| true);
        self.paid = bits(&|rung| rung.due <= self.payment);
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
            self.on_rungs |= 1 << code_of(rung.duty);
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
        self.followed = self.recalibrations.map_or(0, |recalibrations| 1 << recalibrations.code);
        for follower in &self.followers {
            self.followed |= 1 << follower.follows;
            if follower.opens.is_none() {
                self.followed |= 1 << follower.code;
                self.first_waiting = self.first_waiting.min(follower.planned);
            }
        }
        Some(self)
    }
}

/// Whether something else than the dismissal ban is counted on its clock, which is not built here.
fn needs_the_clock_of_the_ban(law: &Law) -> bool {
    let own =
        [index::DISMISSAL_BAN, index::STATE_PENSION_DISMISSAL_BAN, index::JOINING_DISMISSAL_BAN];
    let mut others = law.rules().iter().enumerate().filter(|(place, _)| !own.contains(place));
    others.any(|(_, rule)| rule.clock == ClockKind::DismissalBan)
}
