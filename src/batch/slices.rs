//! The columns of some cases out of many, so that parts of a batch can be written side by side.

use super::plain::Row;
use super::summary::{NO_DUTY, NO_END, Summaries, duty_code, number};
use crate::timeline::{EndReason, Summary};

/// A part of [`Summaries`].
pub(super) struct Slices<'a> {
    pub(super) counted_day: &'a mut [u32],
    pub(super) week: &'a mut [u16],
    pub(super) state: &'a mut [u8],
    pub(super) next_duty: &'a mut [u8],
    pub(super) next_due: &'a mut [i32],
    pub(super) overdue: &'a mut [u16],
    pub(super) worst: &'a mut [u8],
    pub(super) wages_last_day: &'a mut [i32],
    pub(super) wia_start: &'a mut [i32],
    pub(super) missed: &'a mut [u16],
    pub(super) ended: &'a mut [u8],
    pub(super) ended_on: &'a mut [i32],
}

impl<'a> Slices<'a> {
    /// All of it.
    pub(super) fn all(out: &'a mut Summaries) -> Slices<'a> {
        Slices {
            counted_day: &mut out.counted_day,
            week: &mut out.week,
            state: &mut out.state,
            next_duty: &mut out.next_duty,
            next_due: &mut out.next_due,
            overdue: &mut out.overdue,
            worst: &mut out.worst,
            wages_last_day: &mut out.wages_last_day,
            wia_start: &mut out.wia_start,
            missed: &mut out.missed,
            ended: &mut out.ended,
            ended_on: &mut out.ended_on,
        }
    }

    #[cfg(feature = "rayon")]
    pub(super) fn len(&self) -> usize {
        self.counted_day.len()
    }

    /// The first `cases`, and the rest.
    #[cfg(feature = "rayon")]
    pub(super) fn split(self, cases: usize) -> (Slices<'a>, Slices<'a>) {
        let (counted_day, counted_days) = self.counted_day.split_at_mut(cases);
        let (week, weeks) = self.week.split_at_mut(cases);
        let (state, states) = self.state.split_at_mut(cases);
        let (next_duty, next_duties) = self.next_duty.split_at_mut(cases);
        let (next_due, next_dues) = self.next_due.split_at_mut(cases);
        let (overdue, overdues) = self.overdue.split_at_mut(cases);
        let (worst, worsts) = self.worst.split_at_mut(cases);
        let (wages_last_day, wages_last_days) = self.wages_last_day.split_at_mut(cases);
        let (wia_start, wia_starts) = self.wia_start.split_at_mut(cases);
        let (missed, misseds) = self.missed.split_at_mut(cases);
        let (ended, endeds) = self.ended.split_at_mut(cases);
        let (ended_on, ended_ons) = self.ended_on.split_at_mut(cases);
        (
            Slices {
                counted_day,
                week,
                state,
                next_duty,
                next_due,
                overdue,
                worst,
                wages_last_day,
                wia_start,
                missed,
                ended,
                ended_on,
            },
            Slices {
                counted_day: counted_days,
                week: weeks,
                state: states,
                next_duty: next_duties,
                next_due: next_dues,
                overdue: overdues,
                worst: worsts,
                wages_last_day: wages_last_days,
                wia_start: wia_starts,
                missed: misseds,
                ended: endeds,
                ended_on: ended_ons,
            },
        )
    }

    pub(super) fn set(&mut self, i: usize, row: &Row) {
        if let Some(place) = self.places(i).next() {
            place.set(row);
        }
    }

    /// The places of the cases from `from` on.
    #[inline]
    pub(super) fn places(&mut self, from: usize) -> impl Iterator<Item = Place<'_>> {
        self.counted_day[from..]
            .iter_mut()
            .zip(&mut self.week[from..])
            .zip(&mut self.state[from..])
            .zip(&mut self.next_duty[from..])
            .zip(&mut self.next_due[from..])
            .zip(&mut self.overdue[from..])
            .zip(&mut self.worst[from..])
            .zip(&mut self.wages_last_day[from..])
            .zip(&mut self.wia_start[from..])
            .zip(&mut self.missed[from..])
            .zip(&mut self.ended[from..])
            .zip(&mut self.ended_on[from..])
            .map(
                |(
                    (
                        (
                            (
                                (
                                    ((((((counted_day, week), state), duty), due), overdue), worst),
                                    wages,
                                ),
                                wia,
                            ),
                            missed,
                        ),
                        ended,
                    ),
                    ended_on,
                )| {
                    Place {
                        counted_day,
                        week,
                        state,
                        next_duty: duty,
                        next_due: due,
                        overdue,
                        worst,
                        wages_last_day: wages,
                        wia_start: wia,
                        missed,
                        ended,
                        ended_on,
                    }
                },
            )
    }
}

/// The place of one case in the columns.
pub(super) struct Place<'a> {
    counted_day: &'a mut u32,
    week: &'a mut u16,
    state: &'a mut u8,
    next_duty: &'a mut u8,
    next_due: &'a mut i32,
    overdue: &'a mut u16,
    worst: &'a mut u8,
    wages_last_day: &'a mut i32,
    wia_start: &'a mut i32,
    missed: &'a mut u16,
    ended: &'a mut u8,
    ended_on: &'a mut i32,
}

impl Place<'_> {
    #[inline]
    pub(super) fn set(self, row: &Row) {
        *self.counted_day = row.counted_day;
        *self.week = row.week;
        *self.state = row.state.code();
        *self.next_duty = row.next_duty;
        *self.next_due = row.next_due;
        *self.overdue = row.overdue;
        *self.worst = row.worst;
        *self.wages_last_day = row.wages_last_day;
        *self.wia_start = row.wia_start;
        *self.missed = row.missed;
        *self.ended = row.ended;
        *self.ended_on = row.ended_on;
    }
}

impl Summary {
    /// The summary as the columns hold it.
    pub(super) fn row(&self) -> Row {
        Row {
            counted_day: self.counted_day,
            next_due: number(self.next_due),
            wages_last_day: number(self.wages_last_day),
            wia_start: number(self.wia_start),
            ended_on: number(self.ended_on),
            missed: self.missed,
            ended: self.ended.map_or(NO_END, EndReason::code),
            week: u16::try_from(self.week()).unwrap_or(u16::MAX),
            overdue: self.overdue,
            state: self.state,
            next_duty: self.next_duty.map_or(NO_DUTY, duty_code),
            worst: self.worst.code(),
        }
    }
}
