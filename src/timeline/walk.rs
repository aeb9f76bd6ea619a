//! The duties of an ordinary case, summed up in counted days.

use super::done::Done;
use super::ends::Ends;
use super::ladder::{Bits, Follower, Interviews, Ladder, Orders};
use super::run::Run;
use super::status::StatusKind;
use super::tally::Tally;
use crate::case::InterviewRhythm;
use crate::day::Day;
use crate::law::Duty;

/// Goes down the ladder of a case, and past the duties that follow others.
pub(super) struct Walk<'w, 'a> {
    ladder: &'w Ladder,
    run: &'w Run<'a>,
    done: &'w Done<'a>,
    ends: &'w Ends,
    tally: &'w mut Tally,
    /// How many days have counted through the day before, on the day, and when the lead time is over.
    yesterday: i32,
    now: i32,
    soon: i32,
    recovered: bool,
    /// On this counted day the payment ends, and what holds only while the employment is paid.
    paid: i32,
    /// What a duty is that the case recovered before.
    paused: StatusKind,
    /// What a duty is that waits for another.
    waiting: StatusKind,
}

/// One duty, in counted days.
struct Place {
    order: usize,
    duty: Duty,
    /// The counted day on which it opens, 0 without a bound.
    opens: i32,
    due: i32,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) fn new(
        ladder: &'w Ladder,
        run: &'w Run<'a>,
        done: &'w Done<'a>,
        ends: &'w Ends,
        tally: &'w mut Tally,
    ) -> Self {
        let (on, lead) = (tally.moment.on, tally.moment.lead);
        let paid = match ends.leaves_sick {
            Some(leaves) => ladder.payment.min(run.counted(leaves)),
            None => ladder.payment,
        };
        // The relapse window has passed.
        let closed = tally.moment.is_closed();
        let unless_closed = |kind| if closed { StatusKind::Lapsed } else { kind };
        Walk {
            ladder,
            run,
            done,
            ends,
            tally,
            yesterday: run.counted(on.plus(-1)),
            now: run.counted(on),
            soon: run.counted(on.plus(lead)),
            recovered: run.last().is_some(),
            paid,
            paused: unless_closed(StatusKind::Paused),
            waiting: unless_closed(StatusKind::WaitingForEvent),
        }
    }

    /// Counts all duties but those put aside. Gives how many days have counted.
    pub(super) fn down(mut self, aside: Orders) -> i32 {
        let (ladder, done) = (self.ladder, self.done);
        let mut off = if aside == 0 { 0 } else { ladder.rungs_of(aside) };
        for follower in &ladder.followers {
            let followed = done.met(follower.follows);
            if aside >> follower.order & 1 == 0 {
                off |= self.follow(follower, followed);
            }
        }
        self.climb(off);
        if self.recovered && ladder.recalibrates && aside >> ladder.recalibration & 1 == 0 {
            // However many have been, the next one did not come.
            self.see(self.paused);
        }
        for later in &ladder.later {
            if aside >> later.order & 1 == 0 {
                // It counts from the end, to which a recovered case did not come.
                self.see(if self.recovered { self.paused } else { self.waiting });
            }
        }
        if let Some(interviews) = &ladder.interviews {
            if aside >> interviews.order & 1 == 0 {
                self.interviews(interviews);
            }
        }
        self.now
    }

    fn see(&mut self, kind: StatusKind) {
        self.tally.worst = self.tally.worst.max(kind);
    }

    /// Counts the duties on the ladder but those on the rungs that are off.
    fn climb(&mut self, off: Bits) {
        let (ladder, done, ends) = (self.ladder, self.done, self.ends);
        let all = ladder.all & !off;
        let (was_due, is_due) = (ladder.due(self.yesterday), ladder.due(self.now));
        let (soon, open) = (ladder.due(self.soon), ladder.open(self.now));
        // Days after recovery do not exist: neither do those that are counted back from the end.
        let reached = match self.recovered {
            false => all,
            true if ends.waiting_last.is_some() => is_due & all,
            true => is_due & all & !ladder.from_the_end,
        };
        // What is due after the employee left, or after the payment, lapses, unless it was met in time.
        let until = |day: Day| ladder.due(self.run.counted(day)) & reached;
        let mut stays = all;
        if let Some(leaves) = ends.leaves_sick {
            stays &= !ladder.employed | until(leaves);
        }
        if let Some(cut) = ends.pension_cut {
            stays &= until(cut);
        }
        let holds = if ends.wia_cannot_start { !ladder.for_the_wia } else { !0 };
        let stays = stays & holds;

        let met = done.rungs & all;
        let late = met & done.late & reached;
        // What opens on a day that does not exist cannot be early.
        let early = met & done.early & if self.recovered { open } else { all } & !late;
        let unmet = stays & reached & !met;
        let (overdue, rest) = (unmet & was_due, unmet & !is_due);
        let today = unmet & is_due & !was_due;
        let gone = (all & !met & !(stays & reached) | late & !stays) & holds;
        let kinds = [
            (overdue, StatusKind::Overdue),
            (today, StatusKind::DueToday),
            (rest & open & soon, StatusKind::DueSoon),
            (late & stays, StatusKind::MetLate),
            (rest & open, StatusKind::Open),
            (rest, StatusKind::NotYetOpen),
            (early, StatusKind::MetEarly),
            (met & !late, StatusKind::MetOnTime),
            (gone & stays, self.paused),
            (gone, StatusKind::Lapsed),
        ];
        let worst = kinds.into_iter().find(|(bits, _)| *bits != 0);
        self.see(worst.map_or(StatusKind::default(), |(_, kind)| kind));
        self.tally.overdue += overdue.count_ones() as u16;
        let (next, slot) = match overdue | today | rest & open {
            0 => (rest, &mut self.tally.planned),
            bits => (bits, &mut self.tally.actionable),
        };
        if let Some(rung) = ladder.rungs.get(next.trailing_zeros() as usize) {
            slot.offer(self.run.date(rung.due), rung.order, rung.duty);
        }
    }

    /// Whether a day lies before a counted day that the case comes to.
    fn is_before(&self, day: Day, place: i32) -> bool {
        place > 0 && self.run.counted(day) < place && self.run.comes_to(place)
    }

    /// Counts a duty that follows another, once that was met; gives the rung on which it stood before.
    fn follow(&mut self, follower: &Follower, followed: Option<Day>) -> Bits {
        let (duty, order) = (follower.duty, follower.order);
        let met = self.done.met(follower.code);
        let Some(followed) = followed else {
            if follower.opens.is_none() {
                // Its term never began to run, so that it cannot be late.
                let lapses = follower.employed && self.lapses(follower.planned);
                let kind = match met {
                    Some(met) if lapses && !self.is_in_time(met, follower.planned) => {
                        StatusKind::Lapsed
                    }
                    Some(_) => StatusKind::MetOnTime,
                    None if lapses => StatusKind::Lapsed,
                    None if self.run.comes_to(follower.planned) => self.waiting,
                    None => self.paused,
                };
                self.see(kind);
            }
            return 0;
        };
        let due = self.run.counted(followed) + follower.days;
        let opens = follower.opens.unwrap_or(0);
        let lapses = follower.employed && self.lapses(due);
        let is_early = follower.opens.is_none() && followed <= self.run.through;
        let is_early = met.is_some_and(|met| is_early && met < followed);
        self.count(&Place { order, duty, opens, due }, met, (is_early, lapses));
        self.ladder.rung_of(follower.code).map_or(0, |(bit, _)| 1 << bit)
    }

    /// Whether what is due on a counted day is due after the payment. The employee who leaves is still
    /// sick, so that a day which does not come is later.
    fn lapses(&self, due: i32) -> bool {
        due > self.paid && (self.ends.leaves_sick.is_some() || self.run.comes_to(due))
    }

    /// Whether a day comes no later than a counted day, or that does not come at all.
    fn is_in_time(&self, day: Day, due: i32) -> bool {
        !self.run.comes_to(due) || self.run.counted(day.plus(-1)) < due
    }

    /// Counts one duty. It lapses when it is due after the payment, and was not met in time.
    fn count(&mut self, place: &Place, met: Option<Day>, (is_early, lapses): (bool, bool)) {
        let due = place.due;
        let Some(met) = met else {
            return match self.run.comes_to(due) {
                _ if lapses => self.see(StatusKind::Lapsed),
                false => self.see(self.paused),
                true => self.count_unmet(place),
            };
        };
        let is_late = !self.is_in_time(met, due);
        self.see(match () {
            () if is_late && lapses => StatusKind::Lapsed,
            () if is_late => StatusKind::MetLate,
            () if is_early || self.is_before(met, place.opens) => StatusKind::MetEarly,
            () => StatusKind::MetOnTime,
        });
    }

    /// Counts a duty that stands and was not met.
    fn count_unmet(&mut self, place: &Place) {
        let due = place.due;
        let kind = match () {
            () if due <= self.yesterday => StatusKind::Overdue,
            () if self.now < place.opens => StatusKind::NotYetOpen,
            () if due <= self.now => StatusKind::DueToday,
            () if due <= self.soon => StatusKind::DueSoon,
            () => StatusKind::Open,
        };
        self.tally.count_kind(kind, self.run.date(due), place.order, place.duty);
    }

    /// The interviews: those that were held, and, in a rolling rhythm, the next one only: the others
    /// wait for it.
    fn interviews(&mut self, interviews: &Interviews) {
        let rolling = self.done.rhythm == InterviewRhythm::Rolling;
        let plan = self.done.met(interviews.plan.code);
        // The plan, or the day for which it is planned, and how many days have counted then.
        let planned = || match self.done.met(interviews.plan.follows) {
            Some(analysis) => self.run.counted(analysis) + interviews.plan.days,
            None => interviews.plan.planned,
        };
        let dated =
            |k: i32| Some(k).filter(|k| self.run.comes_to(*k)).map(|k| (self.run.date(k), k));
        let mut base = match plan {
            Some(plan) => Some((plan, self.run.counted(plan))),
            None => dated(planned()),
        };
        let is_paid_to_the_end = self.ends.paid_last().is_some();
        let held = self.done.interviews(plan);
        let mut in_order = held.clone();
        let mut is_first = true;
        loop {
            let due = base.and_then(|(_, counted)| dated(counted + interviews.days));
            let is_beyond = due.is_none_or(|(_, due)| due > self.paid);
            if is_beyond && is_paid_to_the_end {
                return;
            }
            let met = match base {
                _ if rolling => in_order.next(),
                Some((base, _)) => held.clone().find(|on| *on > base),
                None => None,
            };
            let waits = plan.is_none() && (is_first || !rolling);
            let lies_ahead = match (met, due) {
                (None, None) => {
                    self.see(self.paused);
                    true
                }
                (None, Some((_, due))) => {
                    if waits {
                        self.see(self.waiting);
                    } else {
                        let (order, duty) = (interviews.order, Duty::PROGRESS_INTERVIEW);
                        self.count_unmet(&Place { order, duty, opens: 0, due });
                    }
                    // Those after one that lies ahead lie farther ahead.
                    rolling || due > self.now
                }
                (Some(met), due) => {
                    let is_late = due.is_some_and(|(due, _)| met > due) && !waits;
                    self.see(if is_late { StatusKind::MetLate } else { StatusKind::MetOnTime });
                    !rolling && due.is_none()
                }
            };
            if lies_ahead {
                return;
            }
            base = if rolling { met.map(|met| (met, self.run.counted(met))) } else { due };
            is_first = false;
        }
    }
}
