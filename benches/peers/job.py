"""The job that every tool does: see job.md."""

import json
import statistics
import sys
import time
from pathlib import Path

ON = 20635  # 2026-07-01 in days since 1970-01-01
LEAD_DAYS = 14  # due at most so many days ahead is "due soon"
WAITING_PERIOD = 104 * 7  # WIA art. 23(1), BW 7:629(1)

# Duty, days from the first sick day until it opens (None: open from the start), until it is due.
# In order of the due day. Day 1 is the first sick day: the last day of week n is 7n - 1 days later.
DUTIES = [
    ("sickness-report-occupational-health", 0, 6),
    ("problem-analysis", 0, 6 * 7),
    ("uwv-sickness-report", None, 42 * 7),
    ("first-year-evaluation", 45 * 7, 52 * 7 - 1),
    ("second-track-start", 8 * 7, 58 * 7 - 1),
    ("wia-notice", None, 89 * 7 - 1),
    ("current-opinion", 86 * 7, 91 * 7 - 1),
    ("final-evaluation", 86 * 7, 91 * 7 - 1),
    ("reintegration-report", 86 * 7, 91 * 7 - 1),
    ("wia-claim", 88 * 7, 93 * 7 - 1),
]

# How a tool does the job: twenty dates for each case, or once for each day and then looked up.
EACH_CASE = "each case"
EACH_DAY = "each day, then looked up"

COLUMNS = [
    "counted_day",
    "week",
    "state",
    "next_duty",
    "next_due",
    "overdue",
    "worst",
    "wages_last_day",
    "wia_start",
]


class Job:
    """What run.py hands to a tool: a directory, a number of runs and a number of threads."""

    def __init__(self):
        directory, runs, threads = sys.argv[1:]
        self.first_sick_days = Path(directory, "first_sick_day.i32")
        self.runs = int(runs)
        self.threads = int(threads)
        codes = json.loads(Path(directory, "codes.json").read_text())
        self.duty, self.state, self.status = codes["duties"], codes["states"], codes["statuses"]
        self.rows = []

    def measure(self, tool, version, way, run, sums, kind=EACH_CASE, output="columns"):
        """Runs once to warm up, checks what came out later, and keeps the median."""
        run()
        seconds = []
        for _ in range(self.runs):
            start = time.perf_counter()
            run()
            seconds.append(time.perf_counter() - start)
        found = {name: int(total) for name, total in zip(COLUMNS, sums(), strict=True)}
        ns = statistics.median(seconds) * 1e9 / (self.first_sick_days.stat().st_size // 4)
        self.rows.append(
            dict(
                tool=tool,
                version=version,
                kind=kind,
                output=output,
                way=way,
                threads=self.threads,
                ns=ns,
                sums=found,
            )
        )

    def report(self):
        json.dump(self.rows, sys.stdout)
