"""The job in Polars: lazy expressions."""

import os

from job import COLUMNS, DUTIES, EACH_CASE, EACH_DAY, LEAD_DAYS, ON, WAITING_PERIOD, Job

job = Job()
os.environ["POLARS_MAX_THREADS"] = str(job.threads)  # read when Polars is imported

import numpy  # noqa: E402
import polars as pl  # noqa: E402

assert pl.thread_pool_size() == job.threads
TYPES = [pl.UInt32, pl.UInt16, pl.UInt8, pl.UInt8, pl.Date, pl.UInt16, pl.UInt8, pl.Date, pl.Date]
NUMBERS = range(len(DUTIES))


class InDates:
    """Days of the type Date."""

    today = pl.lit(ON).cast(pl.Date)
    lead = pl.lit(ON + LEAD_DAYS).cast(pl.Date)
    counted = (today - pl.col("first")).dt.total_days() + 1

    @staticmethod
    def after(days):
        return pl.col("first") + pl.duration(days=days)


class InIntegers:
    """Days as numbers; Date and Int32 are the same in memory."""

    today = pl.lit(ON, pl.Int32)
    lead = pl.lit(ON + LEAD_DAYS, pl.Int32)
    counted = pl.lit(ON + 1, pl.Int32) - pl.col("first")

    @staticmethod
    def after(days):
        return pl.col("first") + pl.lit(days, pl.Int32)


def dates(form):
    """The twenty days of a case, as columns."""
    days = {f"due_{i}": form.after(due) for i, (_, _, due) in enumerate(DUTIES)}
    for i, (_, opens, _) in enumerate(DUTIES):
        if opens is not None:
            days[f"opens_{i}"] = form.after(opens)
    days["wages_last_day"] = form.after(WAITING_PERIOD - 1)
    days["wia_start"] = form.after(WAITING_PERIOD)
    return days


def code(number):
    return pl.lit(number, pl.UInt8)


def due(i):
    return pl.col(f"due_{i}")


def is_open(form, i):
    # Nothing is due before it opens.
    return pl.lit(True) if DUTIES[i][1] is None else pl.col(f"opens_{i}") <= form.today


def next_duty(form, of):
    """The first that can be done; before the first sick day the first of all."""
    chain = of(0)
    for i in reversed(NUMBERS):
        chain = pl.when(is_open(form, i)).then(of(i)).otherwise(chain)
    return chain


def select(cases, form, overdue, worst):
    sick, not_yet = code(job.state["sick"]), code(job.state["not-yet-sick"])
    counted = pl.max_horizontal(form.counted, 0)
    values = [
        counted,
        (counted + 6) // 7,
        pl.when(pl.col("first") <= form.today).then(sick).otherwise(not_yet),
        next_duty(form, lambda i: code(job.duty[DUTIES[i][0]])),
        next_duty(form, due),
        overdue,
        worst,
        pl.col("wages_last_day"),
        pl.col("wia_start"),
    ]
    columns = zip(values, TYPES, COLUMNS, strict=True)
    return cases.select(value.cast(kind).alias(name) for value, kind, name in columns)


def by_status(cases, form):
    """A status for every duty, then their count and their maximum."""
    today, lead = form.today, form.lead
    statuses = {
        f"status_{i}": pl.when(due(i) < today)
        .then(code(job.status["overdue"]))
        .when(~is_open(form, i))
        .then(code(job.status["not-yet-open"]))
        .when(due(i) == today)
        .then(code(job.status["due-today"]))
        .when(due(i) <= lead)
        .then(code(job.status["due-soon"]))
        .otherwise(code(job.status["open"]))
        for i in NUMBERS
    }
    status = [pl.col(name) for name in statuses]
    overdue = pl.sum_horizontal(one == code(job.status["overdue"]) for one in status)
    # Duties that wait for another one are not worse than this.
    worst = pl.max_horizontal(code(job.status["waiting-for-event"]), *status)
    cases = cases.with_columns(**dates(form)).with_columns(**statuses)
    return select(cases, form, overdue, worst)


def by_flags(cases, form):
    """No status for every duty: counts what is overdue, and asks whether any is due soon or open."""
    today, lead = form.today, form.lead

    def any_of(condition):
        return pl.any_horizontal(condition(i) & is_open(form, i) for i in NUMBERS)

    overdue = pl.sum_horizontal((due(i) < today).cast(pl.UInt8) for i in NUMBERS)
    worst = (
        pl.when(due(0) < today)
        .then(code(job.status["overdue"]))
        .when(pl.any_horizontal(due(i) == today for i in NUMBERS))
        .then(code(job.status["due-today"]))
        .when(any_of(lambda i: (due(i) > today) & (due(i) <= lead)))
        .then(code(job.status["due-soon"]))
        .when(any_of(lambda i: due(i) > lead))
        .then(code(job.status["open"]))
        .otherwise(code(job.status["waiting-for-event"]))
    )
    return select(cases.with_columns(**dates(form)), form, overdue, worst)


def one_row_a_day(cases, form):
    """The answer for every first sick day that occurs, joined to the cases."""
    days = cases.unique()
    days = pl.concat([days, by_flags(days, form)], how="horizontal")
    return cases.join(days, on="first", how="left", maintain_order="left").select(COLUMNS)


first = pl.DataFrame({"first": numpy.fromfile(job.first_sick_days, dtype=numpy.int32)})
forms = {InDates: first.cast(pl.Date).lazy(), InIntegers: first.lazy()}
ways = {
    "a status for every duty, dates": (EACH_CASE, by_status, InDates),
    "a status for every duty, integers": (EACH_CASE, by_status, InIntegers),
    "counts and flags, integers": (EACH_CASE, by_flags, InIntegers),
    "join": (EACH_DAY, one_row_a_day, InIntegers),
}
for way, (kind, build, form) in ways.items():
    for engine in ["in-memory", "streaming"]:
        answer = None

        def run():
            global answer
            answer = build(forms[form], form).collect(engine=engine)

        def sums():
            return answer.select(pl.all().to_physical().cast(pl.Int64).sum()).row(0)

        job.measure("Polars", pl.__version__, f"{way}; {engine}", run, sums, kind)
job.report()
