//! The course of one sickness: spells, recoveries and leave, made backwards from the as-of day.

use super::draw::Draw;
use super::in_days;
use super::mix::{Interruptions, LeaveShares, Mix};
use poortwachter::Day;
use poortwachter::{Joins, Role};

/// A period of incapacity.
pub struct Spell {
    pub first: Day,
    pub last: Option<Day>,
    pub counts_for_dismissal_ban: bool,
}

/// Maternity leave.
pub struct LeavePeriod {
    pub first: Day,
    pub last: Day,
    pub joins: Joins,
    pub decided: Option<(Role, Day)>,
}

/// What lies between two runs of sick days.
#[derive(Clone, Copy)]
enum Break {
    Recovered(u64),
    LeaveInside { days: u64 },
    LeaveBetween { days: u64, joins: Joins, decided: bool, outside_dismissal_ban: bool },
}

impl Break {
    fn days(self) -> u64 {
        match self {
            Break::Recovered(days)
            | Break::LeaveInside { days }
            | Break::LeaveBetween { days, .. } => days,
        }
    }
}

/// The course of a sickness, with the sick days of its last case.
#[derive(Default)]
pub struct Course {
    pub spells: Vec<Spell>,
    pub leave: Vec<LeavePeriod>,
    /// Runs of sick days of the last case, leave cut out, up to the as-of day.
    runs: Vec<(Day, Day)>,
    pub is_running: bool,
    pub ended_by_death: bool,
}

fn days_between(from: Day, to: Day) -> u64 {
    u64::try_from(to.days_since(from)).unwrap_or(0)
}

impl Course {
    pub fn draw(draw: &mut Draw, mix: &Mix, as_of: Day) -> Course {
        let recovered = &mix.recovered;
        let state = draw.weighted(&[recovered.within_relapse_window, recovered.closed]);
        let mut course = Course { is_running: state.is_none(), ..Course::default() };
        let (sick_days, last) = match state {
            None => (mix.ages.of_running(draw), as_of),
            Some(window) => {
                let ago = if window == 0 { draw.between(1, 28) } else { draw.between(29, 182) };
                course.ended_by_death = window > 0 && draw.chance(recovered.deceased);
                (mix.ages.of_recovered(draw, recovered.lasted_days), as_of - in_days(ago))
            }
        };
        let mut last = last;
        let mut leave_to_come = None;
        if let Some(shares) = mix.leave.as_ref().filter(|_| course.is_running) {
            leave_to_come = leave_now_or_planned(draw, shares, as_of);
            if let Some(leave) = leave_to_come.as_ref().filter(|leave| leave.first <= as_of) {
                last = leave.first - 1;
            }
        }
        let breaks = draw_breaks(draw, mix, sick_days);
        course.lay_out(draw, sick_days, last, &breaks);
        // Nobody is on leave twice in one case.
        if course.leave.is_empty() || last < as_of {
            course.leave.extend(leave_to_come);
        }
        if mix.interruptions.as_ref().is_some_and(|shares| draw.chance(shares.earlier_case)) {
            course.prepend_earlier_case(draw);
        }
        course
    }

    /// Lays the sick days and the breaks out on the calendar so that the last one is `last`.
    fn lay_out(&mut self, draw: &mut Draw, sick_days: u64, last: Day, breaks: &[(u64, Break)]) {
        let broken: u64 = breaks.iter().map(|(_, kind)| kind.days()).sum();
        let mut first = last - in_days(sick_days + broken - 1);
        let mut spell_first = first;
        let mut before = 0;
        for (at, kind) in breaks.iter().copied() {
            let run_last = first + in_days(at - before - 1);
            let resumed = run_last + in_days(kind.days() + 1);
            self.runs.push((first, run_last));
            let leave_last = resumed - 1;
            let leave_first = run_last + 1;
            let mut leave = LeavePeriod {
                first: leave_first,
                last: leave_last,
                joins: Joins::Yes,
                decided: None,
            };
            let closes = |counts_for_dismissal_ban| Spell {
                first: spell_first,
                last: Some(run_last),
                counts_for_dismissal_ban,
            };
            match kind {
                Break::Recovered(_) => self.spells.push(closes(true)),
                Break::LeaveInside { .. } => self.leave.push(leave),
                Break::LeaveBetween { joins, decided, outside_dismissal_ban, .. } => {
                    self.spells.push(closes(!outside_dismissal_ban));
                    leave.joins = joins;
                    // Known on the day that the sickness goes on, so never after the as-of day.
                    leave.decided = decided.then(|| (draw.pick(Role::ALL), resumed));
                    self.leave.push(leave);
                    if joins == Joins::No {
                        self.runs.clear();
                    }
                }
            }
            if !matches!(kind, Break::LeaveInside { .. }) {
                spell_first = resumed;
            }
            first = resumed;
            before = at;
        }
        self.runs.push((first, last));
        let last = (!self.is_running).then_some(last);
        self.spells.push(Spell { first: spell_first, last, counts_for_dismissal_ban: true });
    }

    fn prepend_earlier_case(&mut self, draw: &mut Draw) {
        // One in twenty separates by the fewest days that do.
        let recovered = if draw.chance(0.05) { 28 } else { draw.between(28, 240) };
        let last = self.earliest_day() - in_days(recovered + 1);
        let first = last - in_days(draw.between(2, 60));
        let earlier = Spell { first, last: Some(last), counts_for_dismissal_ban: true };
        self.spells.insert(0, earlier);
    }

    /// The first day of everything.
    pub fn earliest_day(&self) -> Day {
        self.spells[0].first
    }

    pub fn last_spell_first_day(&self) -> Day {
        self.spells[self.spells.len() - 1].first
    }

    /// The first sick day of the last case.
    pub fn first_day(&self) -> Day {
        self.runs[0].0
    }

    /// The last sick day up to the as-of day.
    pub fn last_day(&self) -> Day {
        self.runs[self.runs.len() - 1].1
    }

    pub fn sick_days(&self) -> u64 {
        self.runs.iter().map(|(first, last)| days_between(*first, *last) + 1).sum()
    }

    /// The `k`-th sick day of the last case, from 1.
    pub fn nth(&self, k: u64) -> Option<Day> {
        let mut left = k.checked_sub(1)?;
        self.runs.iter().find_map(|(first, last)| {
            let day = *first + in_days(left);
            left = left.saturating_sub(days_between(*first, *last) + 1);
            (day <= *last).then_some(day)
        })
    }

    /// How many sick days lie on or before `day`.
    pub fn through(&self, day: Day) -> u64 {
        let begun = self.runs.iter().filter(|(first, _)| *first <= day);
        begun.map(|(first, last)| days_between(*first, day.min(*last)) + 1).sum()
    }
}

fn leave_now_or_planned(draw: &mut Draw, shares: &LeaveShares, as_of: Day) -> Option<LeavePeriod> {
    let days = leave_days(draw);
    let first = match draw.weighted(&[shares.now, shares.planned])? {
        0 => as_of - in_days(draw.between(0, days - 1)),
        _ => as_of + in_days(draw.between(1, 70)),
    };
    let last = first + in_days(days - 1);
    Some(LeavePeriod { first, last, joins: Joins::Yes, decided: None })
}

/// Sixteen weeks, for one in twenty the twenty weeks of a multiple birth (WAZO art. 3:1).
fn leave_days(draw: &mut Draw) -> u64 {
    if draw.chance(0.05) { 140 } else { 112 }
}

/// Where the sickness was broken, as sick days before the break, in order.
fn draw_breaks(draw: &mut Draw, mix: &Mix, sick_days: u64) -> Vec<(u64, Break)> {
    let mut breaks: Vec<(u64, Break)> = Vec::new();
    let mut insert = |draw: &mut Draw, kind| {
        let at = draw.between(2, sick_days - 2);
        // Two breaks at one place would be one.
        if breaks.iter().all(|(other, _)| other.abs_diff(at) >= 2) {
            breaks.push((at, kind));
        }
    };
    if let Some(shares) = mix.leave.as_ref().filter(|shares| sick_days >= shares.from_sick_days) {
        if draw.chance(shares.in_the_past) {
            let days = leave_days(draw);
            let kind = if draw.chance(shares.between_spells) {
                let joins = match draw.weighted(&[shares.undecided, shares.not_joined]) {
                    Some(0) => Joins::Unknown,
                    Some(_) => Joins::No,
                    None => Joins::Yes,
                };
                Break::LeaveBetween {
                    days,
                    joins,
                    decided: joins == Joins::No && draw.chance(0.9),
                    outside_dismissal_ban: draw.chance(shares.outside_dismissal_ban),
                }
            } else {
                Break::LeaveInside { days }
            };
            insert(draw, kind);
        }
    }
    let enough = |shares: &&Interruptions| sick_days >= shares.from_sick_days;
    if let Some(shares) = mix.interruptions.as_ref().filter(enough) {
        if draw.chance(shares.joined) {
            let times = match draw.weighted(&[shares.twice, shares.three_times]) {
                Some(0) => 2,
                Some(_) => 3,
                None => 1,
            };
            for _ in 0..times {
                let kind = Break::Recovered(draw.between(1, 27));
                insert(draw, kind);
            }
        }
    }
    breaks.sort_by_key(|(at, _)| *at);
    breaks
}
