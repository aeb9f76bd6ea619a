//! Cases in which only duties on the ladder were met, and nothing takes one away or moves it: most of a
//! portfolio.

use super::climb::Climb;
use crate::case::Case;
use crate::timeline::quick::done::Done;
use crate::timeline::quick::ladder::Ladder;
use crate::timeline::quick::run::Run;
use crate::timeline::tally::Tally;

/// Whether no duty is met that others follow, and no interview was held.
pub(in crate::timeline) fn is_plain(ladder: &Ladder, done: &Done<'_>) -> bool {
    done.codes & ladder.followed == 0
        && done.interviews(None).is_empty()
        && !ladder.later.is_empty()
}

/// Counts all duties of such a case. Gives how many days have counted.
#[inline]
pub(in crate::timeline) fn plainly(
    ladder: &Ladder,
    case: &Case,
    run: &Run<'_>,
    done: &Done<'_>,
    tally: &mut Tally,
) -> i32 {
    let moment = tally.moment;
    let (yesterday, now) = run.counted_around(moment.on);
    let recovered = run.last().is_some();
    let (paused, waiting) = (moment.paused(), moment.waiting());
    let all = ladder.all;
    // Nor does it come to the days that are counted back from the end.
    let counted = ladder.counted(now);
    let begun = counted.due & !ladder.from_the_end;
    let reached = if recovered { begun } else { all };
    let stays = all & (!ladder.employed | ladder.paid & reached);
    let climb = Climb {
        ladder,
        run,
        done,
        counted,
        counts: yesterday < now,
        // After recovery everything that it comes to is due.
        soon: ladder.due(now + moment.lead),
        paused,
        all,
        reached,
        stays: if run.comes_to(ladder.payment) { stays } else { all },
        holds: ladder.applying(case.employment_last_day >= Some(run.first)),
    };
    climb.count(tally);
    // Every duty off the ladder waits for another, some for one that comes after recovery.
    tally.see_if(recovered, paused);
    tally.see_if(run.comes_to(ladder.first_waiting) | !recovered, waiting);
    now
}
