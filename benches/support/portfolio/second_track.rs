//! The second track: its start, who advised it, its phases and its end.

use super::file::{File, working_day_after};
use super::in_days;
use poortwachter::Day;
use poortwachter::{Adviser, Duty, EventKind, SecondTrackEnd, SecondTrackPhase};

impl File<'_> {
    /// Six weeks after the evaluation, week 58 without one.
    pub fn second_track(&mut self, evaluation: Option<Day>) {
        if self.course.sick_days() < 300 || !self.draw.chance(self.shares.second_track_needed) {
            return;
        }
        let due = evaluation.map_or(406, |day| self.course.through(day) + 42);
        let kept = self.shares.second_track_start;
        let Some(start) = self.meet(Duty::SECOND_TRACK_START, kept, 290, due) else { return };
        if self.draw.chance(self.shares.second_track_course) {
            self.course_of_second_track(start);
        }
    }

    fn course_of_second_track(&mut self, start: Day) {
        let k = self.course.through(start);
        if self.draw.chance(0.4) {
            if let Some(day) = self.some_day(k - 40, k - 20) {
                self.record(EventKind::OwnWorkRuledOut, day);
            }
        }
        if let Some(day) = self.some_day(k - 30, k - 7) {
            let by = self.draw.pick(Adviser::ALL);
            self.record(EventKind::SecondTrackAdvised { by }, day);
        }
        if self.draw.chance(0.8) {
            self.record(EventKind::SecondTrackProviderEngaged, start);
        }
        if self.draw.chance(0.15) {
            self.record(EventKind::FirstTrackEnded, start);
        }
        let mut day = start;
        for phase in SecondTrackPhase::ALL {
            if !self.record(EventKind::SecondTrackPhase(*phase), day) {
                return;
            }
            day = working_day_after(day + in_days(self.draw.between(28, 70)));
        }
        if self.draw.chance(0.6) {
            let why = self.draw.pick(SecondTrackEnd::ALL);
            self.record(EventKind::SecondTrackEnded { why }, day);
        }
    }
}
