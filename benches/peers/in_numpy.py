"""The job in NumPy: blocks of columns, on threads."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from job import COLUMNS, DUTIES, EACH_CASE, EACH_DAY, LEAD_DAYS, ON, WAITING_PERIOD, Job

job = Job()
TYPES = [np.uint32, np.uint16, np.uint8, np.uint8, np.int32, np.uint16, np.uint8]
TYPES += [np.int32, np.int32]
BLOCK = 16_384  # its columns fit in the cache

first = np.fromfile(job.first_sick_days, dtype=np.int32)


def columns(cases):
    """Columns that are used again in every run."""
    return {
        name: np.zeros(cases, dtype=kind) for name, kind in zip(COLUMNS, TYPES, strict=True)
    }


answer = columns(len(first))


def is_open(i, first):
    # Nothing is due before it opens.
    opens = DUTIES[i][1]
    return None if opens is None else first + np.int32(opens) <= ON


def common(first, out):
    counted = np.maximum(ON + 1 - first, 0)
    out["counted_day"][:] = counted
    out["week"][:] = (counted + 6) // 7
    out["state"][:] = np.where(first <= ON, job.state["sick"], job.state["not-yet-sick"])
    np.add(first, WAITING_PERIOD - 1, out=out["wages_last_day"])
    np.add(first, WAITING_PERIOD, out=out["wia_start"])


def by_status(first, out):
    """A status for every duty, then their count and their maximum."""
    common(first, out)
    # Duties that wait for another one are not worse than this.
    out["worst"][:] = job.status["waiting-for-event"]
    out["overdue"][:] = 0
    for i in reversed(range(len(DUTIES))):
        due, opened = first + np.int32(DUTIES[i][2]), is_open(i, first)
        conditions = [due < ON, due == ON, due <= ON + LEAD_DAYS]
        names = ["overdue", "due-today", "due-soon"]
        if opened is not None:
            conditions.insert(1, ~opened)
            names.insert(1, "not-yet-open")
        codes = [np.uint8(job.status[name]) for name in names]
        status = np.select(conditions, codes, np.uint8(job.status["open"]))
        np.maximum(out["worst"], status, out=out["worst"])
        out["overdue"] += status == job.status["overdue"]
        # The first that can be done; before the first sick day the first of all.
        where = True if opened is None or i == 0 else opened
        np.copyto(out["next_duty"], job.duty[DUTIES[i][0]], where=where)
        np.copyto(out["next_due"], due, where=where)


def by_flags(first, out):
    """No status for every duty: counts what is overdue, and asks whether any is due soon or open."""
    common(first, out)
    overdue = np.zeros(len(first), dtype=np.uint8)
    today, soon, far = (np.zeros(len(first), dtype=bool) for _ in range(3))
    for i in reversed(range(len(DUTIES))):
        due, opened = first + np.int32(DUTIES[i][2]), is_open(i, first)
        overdue += due < ON
        today |= due == ON
        is_far = due > ON + LEAD_DAYS
        is_soon = (due > ON) & ~is_far
        far |= is_far if opened is None else is_far & opened
        soon |= is_soon if opened is None else is_soon & opened
        # The first that can be done; before the first sick day the first of all.
        where = True if opened is None or i == 0 else opened
        np.copyto(out["next_duty"], job.duty[DUTIES[i][0]], where=where)
        np.copyto(out["next_due"], due, where=where)
    out["overdue"][:] = overdue
    out["worst"][:] = job.status["waiting-for-event"]
    np.copyto(out["worst"], job.status["open"], where=far)
    np.copyto(out["worst"], job.status["due-soon"], where=soon)
    np.copyto(out["worst"], job.status["due-today"], where=today)
    np.copyto(out["worst"], job.status["overdue"], where=overdue > 0)


def from_table(first, out):
    """The answer for every first sick day that occurs, looked up."""
    for name in COLUMNS:
        np.take(table[name], first - earliest, out=out[name], mode="clip")


def fill_table():
    """Every day from the earliest to the latest first sick day."""
    global table, earliest
    earliest = first.min()
    days = np.arange(earliest, first.max() + 1, dtype=np.int32)
    table = columns(len(days))
    by_flags(days, table)


def on_threads(fill):
    blocks = range(0, len(first), BLOCK)

    def share(which):
        for start in blocks[which :: job.threads]:
            block = slice(start, start + BLOCK)
            fill(first[block], {name: column[block] for name, column in answer.items()})

    list(pool.map(share, range(job.threads)))


def table_on_threads():
    fill_table()
    on_threads(from_table)


ways = {
    "a status for every duty": (EACH_CASE, lambda: on_threads(by_status)),
    "counts and flags": (EACH_CASE, lambda: on_threads(by_flags)),
    "take": (EACH_DAY, table_on_threads),
}
with ThreadPoolExecutor(job.threads) as pool:
    for way, (kind, run) in ways.items():
        for column in answer.values():
            column[:] = 0
        job.measure(
            "NumPy",
            np.__version__,
            way,
            run,
            lambda: [answer[name].sum(dtype=np.int64) for name in COLUMNS],
            kind,
        )
job.report()
