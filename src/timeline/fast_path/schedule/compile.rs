//! Compiles a schedule from the table of rules.

use super::{
    Bits, Counted, DependentDuty, Interviews, Later, Place, Preconditions, Recalibrations,
    Schedule, ScheduledDuty,
};
use crate::day::Day;
use crate::law::{
    Bound, ClockKind, Condition, Count, DUTY_COUNT, Law, Op, Recurrence, Regime, Step, Term,
    Touched, Version, code_of, index, only,
};
use crate::timeline::fast_path::pension::Pension;
use crate::timeline::fast_path::reports::Reports;
use alloc::vec::Vec;

impl Schedule {
    /// None where the law has something that the fast path does not know.
    pub(in crate::timeline) fn of(law: &Law, regime: Regime) -> Option<Schedule> {
        let roles = law.roles();
        let place = |position| law.at_in(position, regime)?.only_version().due.term.place();
        let waiting_period = place(index::WAITING_PERIOD)?;
        let wages = place(index::WAGE_PERIOD);
        let payment = wages.or_else(|| place(index::SICKNESS_BENEFIT))?;
        if !law.joins_alike() || needs_the_clock_of_the_ban(law) {
            return None;
        }
        let mut schedule = Schedule {
            scheduled: Vec::new(),
            places: [Place::default(); u32::BITS as usize],
            counted: Vec::new(),
            all: 0,
            are_scheduled: 0,
            employed: 0,
            paid: 0,
            possibilities: 0,
            below_pension_age: 0,
            wia: 0,
            without_employer: 0,
            from_the_end: 0,
            first_from_the_end: i32::MAX,
            counted_back: 0,
            off_the_schedule: 0,
            of_the_end: 0,
            followed: 0,
            first_waiting: i32::MAX,
            dependents: Vec::new(),
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
            schedule.add(step)?;
        }
        schedule.lay_out(law.steps(regime))
    }

    /// Adds a duty by the way in which it falls due; none when the fast path has no such way.
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
            // It occurs only in cases that the fast path rejects.
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
            let is_plan = |dependent: &&DependentDuty| dependent.duty == first_after;
            let plan = *self.dependents.iter().find(is_plan).filter(|plan| plan.opens.is_none())?;
            self.interviews = Some(Interviews {
                duty,
                order,
                days,
                plan,
                preconditions: Preconditions::of(step),
            });
            return Some(());
        }
        match (step.due, opens) {
            (Op::Counted(due), Some(opens)) if opens <= due && due <= self.payment => {
                self.scheduled.push(ScheduledDuty { duty, order, opens, due });
            }
            (Op::AfterEnd(days), Some(opens))
                if opens <= self.waiting_period + days && days <= 0 =>
            {
                let due = self.waiting_period + days;
                self.first_from_the_end = self.first_from_the_end.min(due);
                self.scheduled.push(ScheduledDuty { duty, order, opens, due });
            }
            (Op::AfterMet { code: follows, days, count: Count::SickDays, is_extended, .. }, _)
                if !is_extended =>
            {
                let waits = step.awaits.map(code_of) == Some(follows) && opens.is_none();
                if !waits && (opens.is_none() || step.awaits.is_some()) {
                    return None;
                }
                let planned = self.planned(follows)? + days;
                let preconditions = Preconditions::of(step);
                let opens = opens.filter(|_| !waits);
                if planned > self.payment || opens.is_some_and(|opens| opens > planned) {
                    return None;
                }
                self.dependents.push(DependentDuty {
                    duty,
                    order,
                    code,
                    follows,
                    days,
                    opens,
                    planned,
                    preconditions,
                });
                // Until the other is met it is due on a counted day.
                if let Some(opens) = opens {
                    self.scheduled.push(ScheduledDuty { duty, order, opens, due: planned });
                }
            }
            // Counted from the claim, which comes late in a case, or back from its end.
            (Op::AfterMet { .. } | Op::AfterDelayedEnd(_), None) => {
                let awaits = code_of(step.awaits?);
                self.later.push(Later {
                    order,
                    code,
                    awaits,
                    preconditions: Preconditions::of(step),
                });
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
        let (order, days, preconditions) = (step.order, term.days(), Preconditions::of(step));
        self.recalibration = 1 << order;
        self.recalibrations =
            Some(Recalibrations { duty: step.duty, order, code: step.code, days, preconditions });
        let mut due = days + 1;
        while due <= self.payment {
            self.scheduled.push(ScheduledDuty { duty: step.duty, order, opens: 0, due });
            due += days;
        }
        Some(())
    }

    /// The counted day on which a duty is due, while nothing is recorded.
    fn planned(&self, code: usize) -> Option<i32> {
        let scheduled = self
            .scheduled
            .iter()
            .find(|scheduled| code_of(scheduled.duty) == code)
            .map(|scheduled| scheduled.due);
        let dependent = self.dependents.iter().find(|dependent| dependent.code == code);
        scheduled.or(dependent.map(|dependent| dependent.planned))
    }

    /// Fills the masks, once all duties are known.
    fn lay_out(mut self, steps: &[Step]) -> Option<Schedule> {
        self.scheduled.sort_by_key(|scheduled| (scheduled.due, scheduled.order));
        if self.scheduled.is_empty() || self.scheduled.len() > Bits::BITS as usize {
            return None;
        }
        let scheduled = &self.scheduled;
        let bits = |is: &dyn Fn(&ScheduledDuty) -> bool| {
            (0..)
                .zip(scheduled)
                .filter(|(_, scheduled)| is(scheduled))
                .fold(0, |bits, (bit, _)| bits | 1 << bit)
        };
        let longest = scheduled.iter().map(|scheduled| scheduled.due).max().unwrap_or(0);
        let counted = |days: i32| Counted {
            was_due: bits(&|scheduled| scheduled.due < days),
            due: bits(&|scheduled| scheduled.due <= days),
            open: bits(&|scheduled| scheduled.opens <= days),
        };
        self.counted = (0..=longest + 1).map(counted).collect();
        self.all = bits(&|_| true);
        self.paid = bits(&|scheduled| scheduled.due <= self.payment);
        let preconditions = |scheduled: &ScheduledDuty| Preconditions::of(&steps[scheduled.order]);
        self.employed = bits(&|scheduled| preconditions(scheduled).employed);
        self.possibilities = bits(&|scheduled| preconditions(scheduled).possibilities);
        self.below_pension_age = bits(&|scheduled| preconditions(scheduled).below_pension_age);
        self.wia = bits(&|scheduled| preconditions(scheduled).wia);
        let condition = Condition::WithoutEmployer;
        self.without_employer =
            bits(&|scheduled| steps[scheduled.order].rule.conditions.contains(&condition));
        self.from_the_end =
            bits(&|scheduled| matches!(steps[scheduled.order].due, Op::AfterEnd(_)));
        for (bit, scheduled) in (0_u32..).zip(&self.scheduled) {
            let ScheduledDuty { opens, due, .. } = *scheduled;
            self.are_scheduled |= 1 << code_of(scheduled.duty);
            self.places[code_of(scheduled.duty)] = Place { bit: 1 << bit, opens, due };
        }
        // Those that follow stand later in the table.
        for order in (0..steps.len()).rev() {
            let mut affected = 1 << order;
            for dependent in &self.dependents {
                if dependent.follows == steps[order].code {
                    affected |= self.affected[dependent.order];
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
        let dependents = self.dependents.iter().map(|dependent| dependent.order);
        let later = self.later.iter().map(|later| later.order);
        let interviews = self.interviews.iter().map(|interviews| interviews.order);
        self.off_the_schedule =
            self.counted_back | orders(&mut dependents.chain(later).chain(interviews));
        let codes = self.later.iter().flat_map(|later| [later.code, later.awaits]);
        self.of_the_end = codes.fold(0, |all, code| all | 1 << code);
        self.followed = self.recalibrations.map_or(0, |recalibrations| 1 << recalibrations.code);
        for dependent in &self.dependents {
            self.followed |= 1 << dependent.follows;
            if dependent.opens.is_none() {
                self.followed |= 1 << dependent.code;
                self.first_waiting = self.first_waiting.min(dependent.planned);
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
