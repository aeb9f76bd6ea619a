#!/usr/bin/env python3
"""Runs the plain portfolio (job.md) in this library, in date libraries, DuckDB, Polars and NumPy, checks
that all give the same sums, and prints a table.

    python3 benches/peers/run.py [--cases 10000000] [--runs 7] [--table FILE]

Needs Python 3.11 or later, cargo, and for the first run the Python package index. Leave the machine alone
while it runs.
"""

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
THREADS = 2
PEERS = ["in_duckdb.py", "in_polars.py", "in_numpy.py"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--cases", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=7, help="measured runs; the median counts")
    parser.add_argument("--table", type=Path, help="write the table here too, as markdown")
    parser.add_argument("--venv", type=Path, help="keep the Python packages here for the next time")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="poortwachter-peers-") as directory:
        python = python_with_packages(wanted.venv or Path(directory, "venv"))
        ours = run_ours(directory, wanted.cases, wanted.runs)
        Path(directory, "codes.json").write_text(json.dumps(ours["codes"]))
        rows = ours["rows"]
        for script in PEERS:
            rows += run_peer(python, script, directory, wanted.runs)
    check_sums(rows)
    table = render(rows, ours["limits"], wanted)
    print(table)
    if wanted.table:
        wanted.table.write_text(table)


def python_with_packages(directory):
    python = directory / "bin" / "python"
    if not python.exists():
        say("installing requirements.txt")
        venv.create(directory, with_pip=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--requirement", HERE / "requirements.txt"], check=True)
    return python


def run_ours(directory, cases, runs):
    say("building and running the Rust side")
    run = ["cargo", "run", "--quiet", "--release", "--example", "peer", "--"]
    done = subprocess.run(
        [*run, str(cases), str(runs), directory], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout)


def run_peer(python, script, directory, runs):
    say(script)
    done = subprocess.run(
        [python, HERE / script, directory, str(runs), str(THREADS)],
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    return json.loads(done.stdout)


def check_sums(rows):
    expected = rows[0]["sums"]
    different = [row for row in rows if row["sums"] != expected]
    for row in different:
        print(f"{name(row)} ({row['way']}) sums to {row['sums']}, not {expected}", file=sys.stderr)
    if different:
        sys.exit("not all did the same job: no table")


def render(rows, limits, wanted):
    """The fastest way of every tool, and after it every way that was tried."""
    ours = {
        row["threads"]: row["ns"]
        for row in rows
        if row["tool"] == "poortwachter" and row["output"] == "columns"
    }
    fastest = {}
    for row in rows:
        key = (row["tool"], row["threads"], row["kind"], row["output"])
        if key not in fastest or row["ns"] < fastest[key]["ns"]:
            fastest[key] = row
    limit = {entry["threads"]: entry for entry in limits}
    lines = [
        f"{wanted.cases:,} cases, median of {wanted.runs} runs, {datetime.date.today()}; {machine()}.",
        "",
        "| tool | version | threads | works out | gives | ns a case | times ours |",
        "|---|---|--:|---|---|--:|--:|",
        *(line(row, ours) for row in fastest.values()),
        "",
        "| limit of the memory, best run | threads | ns a case |",
        "|---|--:|--:|",
        *(f"| 8 bytes in, 5 out | {n} | {limit[n]['ns_8_in_5_out']:.2f} |" for n in limit),
        *(f"| 4 bytes in, 23 out: this job | {n} | {limit[n]['ns_4_in_23_out']:.2f} |" for n in limit),
        "",
        "Every way that was tried; all give the same sums:",
        "",
        "| tool | threads | works out | gives | way | ns a case |",
        "|---|--:|---|---|---|--:|",
        *(
            f"| {row['tool']} | {row['threads']} | {row['kind']} | {row['output']} | {row['way']} "
            f"| {row['ns']:.1f} |"
            for row in rows
            if row["way"]
        ),
        "",
    ]
    return "\n".join(lines)


def line(row, ours):
    ratio = row["ns"] / ours[row["threads"]]
    return (
        f"| {row['tool']} | {row['version']} | {row['threads']} | {row['kind']} | {row['output']} "
        f"| {row['ns']:.1f} | {ratio:.1f} |"
    )


def name(row):
    return f"{row['tool']} {row['version']}"


def machine():
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [text for text in info.read_text().splitlines() if text.startswith("model name")]
        model = models[0].split(":", 1)[1].strip() if models else model
    rustc = subprocess.run(["rustc", "--version"], check=True, stdout=subprocess.PIPE, text=True)
    rust = " ".join(rustc.stdout.split()[:2])
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, {rust}, Python {platform.python_version()}"


def say(text):
    print(f"… {text}", file=sys.stderr)


if __name__ == "__main__":
    main()
