"""The job in DuckDB: one query over a table in memory."""

import duckdb
import numpy
from job import COLUMNS, DUTIES, EACH_CASE, EACH_DAY, LEAD_DAYS, ON, WAITING_PERIOD, Job

job = Job()
TYPES = ["UINTEGER", "USMALLINT", "UTINYINT", "UTINYINT", "DATE", "USMALLINT", "UTINYINT"]
TYPES += ["DATE", "DATE"]
TODAY = f"(DATE '1970-01-01' + {ON})"
NUMBERS = range(len(DUTIES))


def after(days):
    return f"first + {days}"


def dates():
    """The twenty days of a case, as columns."""
    days = [f"{after(due)} AS due_{i}" for i, (_, _, due) in enumerate(DUTIES)]
    for i, (_, opens, _) in enumerate(DUTIES):
        days += [] if opens is None else [f"{after(opens)} AS opens_{i}"]
    days += [f"{after(WAITING_PERIOD - 1)} AS wages_last_day"]
    days += [f"{after(WAITING_PERIOD)} AS wia_start"]
    return ", ".join(days)


def is_open(i):
    # Nothing is due before it opens.
    return "true" if DUTIES[i][1] is None else f"opens_{i} <= {TODAY}"


def next_duty(of):
    """The first that can be done; before the first sick day the first of all."""
    chain = " ".join(f"WHEN {is_open(i)} THEN {of(i)}" for i in NUMBERS)
    return f"CASE {chain} ELSE {of(0)} END"


def common(overdue, worst):
    state = f"CASE WHEN first <= {TODAY} THEN {job.state['sick']} ELSE {job.state['not-yet-sick']} END"
    counted = f"greatest({TODAY} - first + 1, 0)"
    values = [
        counted,
        f"({counted} + 6) // 7",
        state,
        next_duty(lambda i: job.duty[DUTIES[i][0]]),
        next_duty(lambda i: f"due_{i}"),
        overdue,
        worst,
        "wages_last_day",
        "wia_start",
    ]
    columns = zip(values, TYPES, COLUMNS, strict=True)
    return ", ".join(f"CAST({value} AS {kind}) AS {name}" for value, kind, name in columns)


def by_status(table):
    """A status for every duty, then their count and their maximum."""
    status = [
        f"CASE WHEN {TODAY} > due_{i} THEN {job.status['overdue']}"
        f" WHEN NOT ({is_open(i)}) THEN {job.status['not-yet-open']}"
        f" WHEN due_{i} = {TODAY} THEN {job.status['due-today']}"
        f" WHEN due_{i} - {TODAY} <= {LEAD_DAYS} THEN {job.status['due-soon']}"
        f" ELSE {job.status['open']} END::UTINYINT AS status_{i}"
        for i in NUMBERS
    ]
    overdue = " + ".join(f"(status_{i} = {job.status['overdue']})::UTINYINT" for i in NUMBERS)
    # Duties that wait for another one are not worse than this.
    worst = ", ".join([str(job.status["waiting-for-event"])] + [f"status_{i}" for i in NUMBERS])
    return (
        f"SELECT {common(overdue, f'greatest({worst})')} FROM (SELECT *, {', '.join(status)}"
        f" FROM (SELECT first, {dates()} FROM {table}))"
    )


def by_flags(table):
    """No status for every duty: counts what is overdue, and asks whether any is due soon or open."""
    overdue = " + ".join(f"(due_{i} < {TODAY})::UTINYINT" for i in NUMBERS)

    def any_of(condition):
        return " OR ".join(f"({condition(i)} AND {is_open(i)})" for i in NUMBERS)

    worst = (
        f"CASE WHEN due_0 < {TODAY} THEN {job.status['overdue']}"
        f" WHEN {' OR '.join(f'due_{i} = {TODAY}' for i in NUMBERS)} THEN {job.status['due-today']}"
        f" WHEN {any_of(lambda i: f'due_{i} > {TODAY} AND due_{i} <= {TODAY} + {LEAD_DAYS}')}"
        f" THEN {job.status['due-soon']}"
        f" WHEN {any_of(lambda i: f'due_{i} > {TODAY} + {LEAD_DAYS}')} THEN {job.status['open']}"
        f" ELSE {job.status['waiting-for-event']} END"
    )
    return f"SELECT {common(overdue, worst)} FROM (SELECT first, {dates()} FROM {table})"


def one_row_a_day(query):
    """The query for every first sick day that occurs, joined to the cases."""
    days = query("(SELECT DISTINCT first FROM cases)")
    days = days.replace("SELECT ", "SELECT first, ", 1)
    return f"SELECT {', '.join(COLUMNS)} FROM cases JOIN ({days}) USING (first)"


def total(column):
    return f"sum({column}::DATE - DATE '1970-01-01')" if column in DAYS else f"sum({column})"


DAYS = [name for name, kind in zip(COLUMNS, TYPES, strict=True) if kind == "DATE"]
TOTALS = ", ".join(total(column) for column in COLUMNS)

database = duckdb.connect(":memory:", config={"threads": job.threads})
first = numpy.fromfile(job.first_sick_days, dtype=numpy.int32)
database.execute("CREATE TABLE cases AS SELECT DATE '1970-01-01' + column0 AS first FROM first")
ways = {
    "a status for every duty": (EACH_CASE, by_status("cases")),
    "counts and flags": (EACH_CASE, by_flags("cases")),
    "join": (EACH_DAY, one_row_a_day(by_flags)),
}
for way, (kind, query) in ways.items():
    job.measure(
        "DuckDB",
        duckdb.__version__,
        way,
        lambda: database.execute(f"CREATE OR REPLACE TABLE answer AS {query}"),
        lambda: database.execute(f"SELECT {TOTALS} FROM answer").fetchone(),
        kind,
    )
    job.measure(
        "DuckDB",
        duckdb.__version__,
        way,
        lambda: database.execute(f"SELECT {TOTALS} FROM ({query})").fetchone(),
        lambda: database.execute(f"SELECT {TOTALS} FROM ({query})").fetchone(),
        kind,
        "sums only",
    )
job.report()
