//! What was recorded about a case: the recorder that the duties of every regime write to.

use super::Contract;
use super::course::Course;
use super::draw::Draw;
use super::in_days;
use super::mix::{FileShares, Kept};
use poortwachter::Day;
use poortwachter::{Duty, Entitlement, EventKind};

const SATURDAY: u8 = 5;
const SUNDAY: u8 = 6;

/// The events of one case while they are made.
pub struct File<'a> {
    pub draw: &'a mut Draw,
    pub shares: &'a FileShares,
    pub course: &'a Course,
    pub contract: Contract,
    pub as_of: Day,
    /// Nobody keeps this file.
    pub neglected: bool,
    /// The last day on which something can happen.
    pub until: Day,
    pub events: Vec<(EventKind, Day)>,
    pub entitlement: Option<Entitlement>,
}

impl<'a> File<'a> {
    pub fn new(
        draw: &'a mut Draw,
        shares: &'a FileShares,
        course: &'a Course,
        contract: Contract,
        as_of: Day,
    ) -> File<'a> {
        let neglected = draw.chance(shares.neglected);
        let (events, entitlement) = (Vec::new(), None);
        let mut file = File {
            draw,
            shares,
            course,
            contract,
            as_of,
            neglected,
            until: as_of,
            events,
            entitlement,
        };
        if course.ended_by_death {
            file.record(EventKind::Deceased, course.last_day());
            file.until = course.last_day();
        }
        file
    }

    /// Records what happened, unless it lies ahead or before the case.
    pub fn record(&mut self, kind: EventKind, on: Day) -> bool {
        let happened = self.course.first_day() <= on && on <= self.until;
        if happened {
            self.events.push((kind, on));
        }
        happened
    }

    /// A sick day from number `low` to number `high`, moved to a working day.
    pub fn some_day(&mut self, low: u64, high: u64) -> Option<Day> {
        let day = self.course.nth(self.draw.between(low, high.max(low)))?;
        let earliest = self.course.nth(low)?;
        Some(working_day_before(day, earliest))
    }

    /// Meets a duty that opens on sick day number `opens` and is due on number `due`, or does not.
    pub fn meet(&mut self, duty: Duty, kept: Kept, opens: u64, due: u64) -> Option<Day> {
        let on = self.day_kept(kept, opens, due)?;
        self.record(EventKind::Met(duty), on).then_some(on)
    }

    /// The day on which a duty is met; none when it is not, or when the sickness ended before it.
    pub fn day_kept(&mut self, kept: Kept, opens: u64, due: u64) -> Option<Day> {
        let due = due.max(opens);
        match self.draw.weighted(&[kept.on_time, kept.late])? {
            0 => {
                let day = self.course.nth(self.draw.rather_late(opens, due))?;
                Some(working_day_before(day, self.course.nth(opens)?))
            }
            _ => {
                let day = self.course.nth(due)? + in_days(self.days_late());
                Some(working_day_after(day)).filter(|day| self.is_known_sick(*day))
            }
        }
    }

    /// The same for a term on the calendar, which also runs after a recovery.
    pub fn day_kept_between(&mut self, kept: Kept, opens: Day, due: Day) -> Option<Day> {
        let days = due.days_since(opens).max(0).unsigned_abs().into();
        match self.draw.weighted(&[kept.on_time, kept.late])? {
            0 => {
                let day = opens + in_days(self.draw.rather_late(0, days));
                Some(working_day_before(day, opens))
            }
            _ => Some(working_day_after(due + in_days(self.days_late()))),
        }
    }

    /// Six in ten within a week, three in ten within four, the rest within a quarter.
    pub fn days_late(&mut self) -> u64 {
        match self.draw.weighted(&[0.6, 0.3]) {
            Some(0) => self.draw.between(1, 6),
            Some(_) => self.draw.between(7, 27),
            None => self.draw.between(28, 90),
        }
    }

    fn is_known_sick(&self, day: Day) -> bool {
        day <= self.course.last_day()
    }

    /// From the state pension age or the end of the employment on an employer records nothing more.
    pub fn stop_at_contract_end(&mut self, employment_ends: bool) {
        let end = self.contract.employment_last_day.filter(|_| employment_ends);
        let pension = self.contract.state_pension_day.and_then(|day| day.checked_add(-1));
        for end in [end, pension].into_iter().flatten() {
            self.until = self.until.min(end);
        }
    }
}

/// The day or the Friday before it, not before `earliest`.
pub fn working_day_before(day: Day, earliest: Day) -> Day {
    let back = match day.weekday() {
        SATURDAY => 1,
        SUNDAY => 2,
        _ => 0,
    };
    (day - in_days(back)).max(earliest)
}

/// The day or the Monday after it.
pub fn working_day_after(day: Day) -> Day {
    let on = match day.weekday() {
        SATURDAY => 2,
        SUNDAY => 1,
        _ => 0,
    };
    day + in_days(on)
}
