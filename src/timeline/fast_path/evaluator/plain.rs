//! Cases in which only duties on the schedule were met, and nothing takes one away or moves it: most of a
//! portfolio.

use super::statuses::DutyStatuses;
use crate::case::Case;
use crate::timeline::fast_path::recorded_events::RecordedEvents;
use crate::timeline::fast_path::run::Run;
use crate::timeline::fast_path::schedule::Schedule;
use crate::timeline::summary_builder::SummaryBuilder;

/// Whether no duty is met that others follow, and no interview was held.
pub(in crate::timeline) fn is_plain(schedule: &Schedule, done: &RecordedEvents<'_>) -> bool {
    done.codes & schedule.followed == 0
        && done.interviews(None).is_empty()
        && !schedule.later.is_empty()
}

/// Adds all duties of such a case to the summary. Returns how many days have counted.
#[inline]
pub(in crate::timeline) fn add_uninterrupted(
    schedule: &Schedule,
    case: &Case,
    run: &Run<'_>,
    done: &RecordedEvents<'_>,
    summary: &mut SummaryBuilder,
) -> i32 {
    let moment = summary.moment;
    let (yesterday, now) = run.counted_around(moment.on);
    let recovered = run.last().is_some();
    let (paused, waiting) = (moment.paused(), moment.waiting());
    let all = schedule.all;
    // Days counted back from the end are not reached: the case recovered before the end.
    let counted = schedule.counted(now);
    let begun = counted.due & !schedule.from_the_end;
    let reached = if recovered { begun } else { all };
    let stays = all & (!schedule.employed | schedule.paid & reached);
    let statuses = DutyStatuses {
        schedule,
        run,
        done,
        counted,
        counts: yesterday < now,
        // After recovery everything that it comes to is due.
        soon: schedule.due(now + moment.lead),
        paused,
        all,
        reached,
        stays: if run.comes_to(schedule.payment) { stays } else { all },
        holds: schedule.applying(case.employment_last_day >= Some(run.first)),
    };
    statuses.count(summary);
    // Every duty off the schedule waits for another, some for one that comes after recovery.
    summary.add_status_if(recovered, paused);
    summary.add_status_if(run.comes_to(schedule.first_waiting) | !recovered, waiting);
    now
}
