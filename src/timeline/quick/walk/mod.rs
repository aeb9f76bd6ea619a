//! The duties of an ordinary case, summed up in counted days.

mod climb;
mod followers;
mod interviews;
mod plain;
mod recalibrations;

pub(super) use plain::{is_plain, plainly};

use super::done::Done;
use super::ladder::{Asks, Bits, Ladder, Orders};
use super::run::Run;
use super::short_ends::ShortEnds;
use crate::case::Case;
use crate::day::Day;
use crate::law::Duty;
use crate::timeline::recorded::earliest;
use crate::timeline::status::StatusKind;
use crate::timeline::tally::Tally;
use climb::Climb;

/// Goes down the ladder of a case, and past the duties that follow others.
pub(super) struct Walk<'w, 'a> {
    ladder: &'w Ladder,
    case: &'w Case,
    run: &'w Run<'a>,
    done: &'w Done<'a>,
    ends: &'w ShortEnds,
    tally: &'w mut Tally,
    /// The analysis has no day.
    pub(super) dateless: bool,
    /// How many days have counted through the day before, on the day, and when the lead time is over.
    yesterday: i32,
    now: i32,
    soon: i32,
    recovered: bool,
    /// What a duty is that the case recovered before.
    paused: StatusKind,
    /// What a duty is that waits for another.
    waiting: StatusKind,
    /// What is due after this counted day lapses: for all, and for what holds only while the employment
    /// lasts and is paid.
    cut: i32,
    paid: i32,
    /// Something takes duties away: no possibilities, or the state pension.
    takes_away: bool,
    /// What is due after this counted day does not apply, where it asks for possibilities to return, an
    /// age below that of the state pension, or a WIA benefit that can start.
    possible: i32,
    young: i32,
    wia: i32,
}

/// One duty, in counted days.
struct Due {
    order: usize,
    duty: Duty,
    /// The counted day on which it opens, 0 without a bound.
    opens: i32,
    due: i32,
    met: Option<Day>,
    /// It was met before a day on which it opens otherwise.
    is_early: bool,
    /// Its day is planned: it will follow from that of another.
    waits: bool,
    /// Even that day is not known.
    dateless: bool,
    asks: Asks,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) fn new(
        ladder: &'w Ladder,
        case: &'w Case,
        run: &'w Run<'a>,
        done: &'w Done<'a>,
        ends: &'w ShortEnds,
        tally: &'w mut Tally,
    ) -> Self {
        let (on, lead) = (tally.moment.on, tally.moment.lead);
        let through = |last: Option<Day>, otherwise| last.map_or(otherwise, |day| run.counted(day));
        let before = |day: Option<Day>| through(day.map(|day| day.plus(-1)), i32::MAX);
        let near_pension = case.state_pension_day.filter(|_| ends.wia_cannot_start);
        let (yesterday, now) = run.counted_around(on);
        let recovered = run.last().is_some();
        // From this day on everything lapses, what the case does not come to too.
        let cut = earliest(ends.pension_cut, done.over.filter(|day| *day <= run.through));
        let is_cut_off = recovered && cut.is_some();
        let paused = if is_cut_off { StatusKind::Lapsed } else { tally.moment.paused() };
        let waiting = tally.moment.waiting();
        Walk {
            ladder,
            case,
            run,
            done,
            ends,
            tally,
            dateless: false,
            yesterday,
            now,
            soon: run.counted(on.plus(lead)),
            recovered,
            paused,
            waiting,
            cut: through(cut, i32::MAX),
            paid: through(ends.paid_last(), ladder.payment),
            takes_away: done.no_possibilities.is_some() | ends.wia_cannot_start,
            possible: before(done.no_possibilities),
            young: before(near_pension),
            wia: if ends.wia_cannot_start { 0 } else { i32::MAX },
        }
    }

    /// Counts all duties but those put aside. Gives how many days have counted.
    pub(super) fn down(mut self, aside: Orders) -> i32 {
        let ladder = self.ladder;
        let mut off = if aside == 0 { 0 } else { ladder.rungs_of(aside) };
        if self.dateless {
            off |= ladder.place_of(ladder.analysis).bit;
            self.see(StatusKind::Undetermined);
        }
        if self.ends.leaves_sick.is_some() {
            // It is due when the employment ends, see the reports.
            off |= ladder.place_of(ladder.due_on_leaving).bit;
        }
        for follower in &ladder.followers {
            if aside >> follower.order & 1 == 0 {
                off |= self.follow(follower);
            }
        }
        match ladder.recalibrations.filter(|series| aside >> series.order & 1 == 0) {
            Some(series) if self.done.met(series.code).is_some() => {
                off |= ladder.rungs_of(ladder.recalibration);
                self.recalibrations(&series);
            }
            // However many have been, the next one did not come.
            Some(_) if self.recovered => self.see(self.paused),
            _ => {}
        }
        self.climb(off);
        for later in &ladder.later {
            if aside >> later.order & 1 == 0 {
                self.wait(later);
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
        self.tally.see(kind);
    }

    /// Counts the duties on the ladder but those on the rungs that are off.
    fn climb(&mut self, off: Bits) {
        let (ladder, ends) = (self.ladder, self.ends);
        let all = ladder.all & !off;
        // Days after recovery do not exist: neither do those that are counted back from the end.
        let ended = if ends.waiting_last.is_some() { all } else { !ladder.from_the_end };
        let counted = ladder.counted(self.now);
        let reached = all & if self.recovered { counted.due & ended } else { all };
        // What is due after the employee left, or after the payment, lapses, unless it was met in time.
        let until = |limit: i32| ladder.due(limit) & reached;
        let mut stays = all;
        if ends.paid_last().is_some() {
            stays &= !ladder.employed | until(self.paid);
        }
        if self.cut < i32::MAX {
            stays &= until(self.cut);
        }
        let mut holds = ladder.applying(self.case.employment_last_day >= Some(self.run.first));
        if self.takes_away {
            holds &= !(ladder.possibilities & !ladder.due(self.possible))
                & !(ladder.young & !ladder.due(self.young))
                & !(ladder.wia & !ladder.due(self.wia));
        }
        let climb = Climb {
            ladder,
            run: self.run,
            done: self.done,
            counted,
            counts: self.yesterday < self.now,
            soon: ladder.due(self.soon),
            paused: self.paused,
            all,
            reached,
            stays,
            holds,
        };
        climb.count(self.tally);
    }

    /// Whether a day lies before a counted day that the case comes to.
    fn is_before(&self, day: Day, place: i32) -> bool {
        (self.run.counted(day) < place) & self.run.comes_to(place)
    }

    /// Whether what is due on a counted day lapses: it comes after a payment that the case came to.
    fn lapses(&self, asks: Asks, due: i32) -> bool {
        (due > self.cut) | (asks.employed & (due > self.paid) & self.ends.paid_last().is_some())
    }

    /// Whether what is due on a counted day applies.
    fn holds(&self, asks: Asks, due: i32) -> bool {
        !self.takes_away
            || (!asks.possibilities | (due <= self.possible))
                & (!asks.young | (due <= self.young))
                & (!asks.wia | (due <= self.wia))
    }

    /// Counts a duty that was not met and waits for another.
    fn count_waiting(&mut self, asks: Asks, due: i32, dateless: bool) {
        let kind = match () {
            () if !self.holds(asks, due) => StatusKind::NotApplicable,
            () if dateless => self.waiting,
            () if self.lapses(asks, due) => StatusKind::Lapsed,
            () if self.run.comes_to(due) => self.waiting,
            () => self.paused,
        };
        self.see(kind);
    }

    /// Counts one duty. How it stands cannot be foreseen, so that hardly anything branches on it.
    #[inline]
    fn count(&mut self, it: &Due) {
        let is_reached = self.run.comes_to(it.due);
        let (holds, lapses) = (self.holds(it.asks, it.due), self.lapses(it.asks, it.due));
        let mut unmet = StatusKind::Open;
        for (is_so, kind) in [
            (it.due <= self.soon, StatusKind::DueSoon),
            (it.due <= self.now, StatusKind::DueToday),
            (self.now < it.opens, StatusKind::NotYetOpen),
            (it.due <= self.yesterday, StatusKind::Overdue),
            (it.waits, self.waiting),
            (!is_reached & !it.dateless, self.paused),
            (lapses & !it.dateless, StatusKind::Lapsed),
            (!holds, StatusKind::NotApplicable),
        ] {
            unmet = if is_so { kind } else { unmet };
        }
        let kind = match it.met {
            Some(met) => {
                let is_late = !it.dateless & self.run.is_past(met, it.due);
                let is_early = it.is_early | self.is_before(met, it.opens);
                match () {
                    () if is_late & !holds => StatusKind::NotApplicable,
                    () if is_late & lapses => StatusKind::Lapsed,
                    // A term that never began to run cannot be late.
                    () if it.waits => StatusKind::MetOnTime,
                    () if is_late => StatusKind::MetLate,
                    () if is_early => StatusKind::MetEarly,
                    () => StatusKind::MetOnTime,
                }
            }
            None => unmet,
        };
        self.tally.count_kind(kind, self.run.date(it.due), it.order, it.duty);
    }
}
