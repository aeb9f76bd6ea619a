//! A case in one line: the duties are counted as they are worked out, and none is kept.

use super::dates::Frame;
use super::lines::{Line, Lines, Sink};
use super::outcome::{Ground, known_on};
use super::status::{Moment, Stand, StatusKind, ends_for_good, status};
use crate::batch::Summary;
use crate::case::{Case, Facts};
use crate::day::Day;
use crate::law::{Duty, Law};

/// Memory in which one case after the other is summed up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    ground: Ground,
}

impl Scratch {
    /// What [`Summary::of`] says of the view of a case, without making the view.
    pub(crate) fn summary(&mut self, law: &Law, case: &Case, on: Day, lead: u16) -> Summary {
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
            Lines { frame, ends, out: &mut tally }.write();
            tally
        });
        let ground = &self.ground;
        let (next_due, next_duty) = tally.as_ref().and_then(Tally::next).unzip();
        Summary {
            counted_day: ground.clock().counted_through(on).unsigned_abs(),
            state: ground.state(on).kind(),
            next_duty,
            next_due: next_due.flatten(),
            overdue: tally.as_ref().map_or(0, |tally| tally.overdue),
            worst: tally.map_or_else(StatusKind::default, |tally| tally.worst),
            wages_last_day: ground.ends.wages_last,
            wia_start: ground.ends.wia_start,
        }
    }
}

/// Counts lines.
struct Tally {
    moment: Moment,
    /// What can be done and is or was due first.
    actionable: Option<(Day, Duty)>,
    /// What is not open yet and will be due first.
    planned: Option<(Day, Duty)>,
    overdue: u16,
    worst: StatusKind,
}

impl Tally {
    fn new(moment: Moment) -> Tally {
        Tally { moment, actionable: None, planned: None, overdue: 0, worst: StatusKind::default() }
    }

    /// As [`View::next`](super::View::next): lines come in the order of the table, so that of those due
    /// on one day the first stays.
    fn next(&self) -> Option<(Option<Day>, Duty)> {
        let (day, duty) = self.actionable.or(self.planned)?;
        Some((Some(day).filter(|day| *day < Day::FOREVER), duty))
    }
}

impl Sink for Tally {
    fn line(&mut self, frame: &Frame<'_>, line: &Line<'_>) {
        let (duty, gone) = (line.step.duty, line.is_gone());
        let fatal = !gone && ends_for_good(duty);
        let kind = status(
            &Stand {
                standing: line.standing,
                opens: line.dates.opens.filter(|_| !gone),
                due: line.dates.due.filter(|_| !gone),
                met: line.met,
                fatal_after: if fatal {
                    frame.tolerated(line.step.rule, &line.dates)
                } else {
                    None
                },
            },
            self.moment,
        )
        .kind();
        self.worst = self.worst.max(kind);
        let first_of = |slot: &mut Option<(Day, Duty)>| {
            let due = line.dates.due.filter(|_| !gone).unwrap_or(Day::FOREVER);
            if slot.is_none_or(|(earliest, _)| due < earliest) {
                *slot = Some((due, duty));
            }
        };
        match kind {
            StatusKind::Overdue => {
                self.overdue += 1;
                first_of(&mut self.actionable);
            }
            StatusKind::Open | StatusKind::DueSoon | StatusKind::DueToday => {
                first_of(&mut self.actionable);
            }
            StatusKind::NotYetOpen => first_of(&mut self.planned),
            _ => {}
        }
    }

    fn wants_waiting(&self) -> bool {
        false
    }
}
