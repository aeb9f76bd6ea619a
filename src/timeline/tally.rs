//! A case in one line: the duties are counted as they are worked out, and none is kept.

use super::dates::Frame;
use super::ends::Ends;
use super::ladder::Ladder;
use super::lines::{Line, Lines, ShortLine, Sink};
use super::outcome::{Ground, known_on};
use super::quick;
use super::status::{Moment, Stand, StatusKind, status};
use super::view::StateKind;
use crate::batch::Summary;
use crate::case::{Case, Facts, Regime, Spell};
use crate::day::Day;
use crate::law::{Duty, Law, Step, ends_for_good};
use alloc::vec::Vec;

/// What is worked out once for a law, before the first case is summed up.
#[derive(Clone, Debug)]
pub(crate) struct Ladders([Option<Ladder>; Regime::ALL.len()]);

impl Ladders {
    pub(crate) fn of(law: &Law) -> Ladders {
        let ladder = |i: usize| Ladder::of(law, *Regime::ALL.get(i)?);
        Ladders([0, 1, 2].map(ladder))
    }
}

/// Memory in which one case after the other is summed up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    ground: Ground,
    spells: Vec<Spell>,
}

impl Scratch {
    /// What [`Summary::of`] says of the view of a case, without making the view.
    pub(crate) fn summary(
        &mut self,
        law: &Law,
        ladders: &Ladders,
        case: &Case,
        on: Day,
        lead: u16,
    ) -> Summary {
        let ladder = ladders.0[case.regime as usize].as_ref();
        let memory = (&mut self.ground, &mut self.spells);
        let short = ladder.and_then(|ladder| quick::summary(memory, ladder, law, case, on, lead));
        short.unwrap_or_else(|| self.long(law, case, on, lead))
    }

    fn long(&mut self, law: &Law, case: &Case, on: Day, lead: u16) -> Summary {
        let facts = if on >= Facts::latest(case) {
            Facts::everything(case)
        } else {
            self.ground.rebuild(law, Facts::everything(case), |_, _| ());
            known_on(&self.ground, case, on)
        };
        let tally = self.ground.rebuild(law, facts, |frame, ends| {
            let moment = Moment {
                on,
                lead: lead.into(),
                first_sick_day: frame.first,
                relapse_joins_through: frame.relapse_joins_through,
            };
            let mut tally = Tally::new(moment);
            Lines::new(frame, ends, &mut tally).write();
            tally
        });
        // A case has a counted day, so that there is a tally.
        let Some(tally) = tally else { return Summary::default() };
        let ground = &self.ground;
        let counted = ground.clock().counted_through(on).unsigned_abs();
        tally.summary(counted, ground.state(on).kind(), &ground.ends)
    }
}

/// The line that is due first among some; of those due on one day, the first of the table.
#[derive(Clone, Copy, Default)]
pub(super) struct Slot(Option<(Day, usize, Duty)>);

impl Slot {
    pub(super) fn offer(&mut self, due: Day, order: usize, duty: Duty) {
        if self.0.is_none_or(|(day, place, _)| (due, order) < (day, place)) {
            self.0 = Some((due, order, duty));
        }
    }
}

/// Counts lines.
pub(super) struct Tally {
    pub(super) moment: Moment,
    /// What can be done.
    pub(super) actionable: Slot,
    /// What is not open yet.
    pub(super) planned: Slot,
    pub(super) overdue: u16,
    pub(super) worst: StatusKind,
}

impl Tally {
    pub(super) fn new(moment: Moment) -> Tally {
        let (actionable, planned) = (Slot::default(), Slot::default());
        Tally { moment, actionable, planned, overdue: 0, worst: StatusKind::default() }
    }

    /// What was counted, with how many days have counted, the state, and what the ends say.
    pub(super) fn summary(&self, counted_day: u32, state: StateKind, ends: &Ends) -> Summary {
        let (next_due, next_duty) = self.next().unzip();
        Summary {
            counted_day,
            state,
            next_duty,
            next_due: next_due.flatten(),
            overdue: self.overdue,
            worst: self.worst,
            wages_last_day: ends.wages_last,
            wia_start: ends.wia_start,
        }
    }

    /// As [`View::next`](super::View::next).
    fn next(&self) -> Option<(Option<Day>, Duty)> {
        let (day, _, duty) = self.actionable.0.or(self.planned.0)?;
        Some((Some(day).filter(|day| *day < Day::FOREVER), duty))
    }

    /// Counts one duty.
    pub(super) fn count(&mut self, step: &Step, stand: &Stand) {
        let kind = status(stand, self.moment).kind();
        self.count_kind(kind, stand.due.unwrap_or(Day::FOREVER), step.order, step.duty);
    }

    /// Counts a duty of that status.
    pub(super) fn count_kind(&mut self, kind: StatusKind, due: Day, order: usize, duty: Duty) {
        self.worst = self.worst.max(kind);
        let slot = match kind {
            StatusKind::Overdue => {
                self.overdue += 1;
                &mut self.actionable
            }
            StatusKind::Open | StatusKind::DueSoon | StatusKind::DueToday => &mut self.actionable,
            StatusKind::NotYetOpen => &mut self.planned,
            _ => return,
        };
        slot.offer(due, order, duty);
    }
}

impl Sink for Tally {
    fn line(&mut self, frame: &Frame<'_>, line: &Line<'_>) {
        let (step, gone) = (line.step, line.is_gone());
        let fatal = !gone && ends_for_good(step.duty);
        let stand = Stand {
            standing: line.standing,
            opens: line.dates.opens.filter(|_| !gone),
            due: line.dates.due.filter(|_| !gone),
            met: line.met,
            fatal_after: if fatal { frame.tolerated(step.rule, &line.dates) } else { None },
        };
        self.count(step, &stand);
    }

    fn short_line(&mut self, frame: &Frame<'_>, line: &ShortLine<'_>) {
        let ShortLine { step, due, met, standing, .. } = *line;
        let fatal_after = due.and_then(|due| frame.last_chance(step, due));
        self.count(step, &Stand { standing, opens: line.opens(frame), due, met, fatal_after });
    }

    fn wants_waiting(&self) -> bool {
        false
    }
}
