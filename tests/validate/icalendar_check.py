"""Reads the exports of icalendar.sh and imports them one after the other, as a client does."""

import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from icalendar import Calendar

# Counted by hand: the analysis of Monday 16 February came on the 18th, two weeks later is 4 March.
PLANNED, MOVED = date(2026, 3, 2), date(2026, 3, 4)
KINDS = {"events": "VEVENT", "todos": "VTODO"}
STATUSES = {
    "VEVENT": {"CONFIRMED", "TENTATIVE", "CANCELLED"},
    "VTODO": {"NEEDS-ACTION", "COMPLETED", "CANCELLED"},
}


def check(holds, message, *about):
    if not holds:
        sys.exit(f"icalendar: {message}: {' '.join(map(str, about))}")


def read(path, kind):
    """The entries of a file by UID; every rule of RFC 5545 that concerns them holds."""
    raw = path.read_bytes()
    lines = raw.split(b"\r\n")
    check(lines.pop() == b"" and not any(b"\n" in line or b"\r" in line for line in lines), "line ends", path)
    check(all(len(line) <= 75 for line in lines), "a line is longer than 75 octets", path)
    seconds = [line for line in lines if line.startswith(b"TRIGGER") and line.endswith(b"S")]
    check(not seconds, "days as seconds shift with the clock (RFC 5545, 3.3.6)", seconds[:1])
    calendar = Calendar.from_ical(raw)
    check(calendar["VERSION"] == "2.0" and calendar["PRODID"] and "METHOD" not in calendar, "header", path)
    entries = {}
    for entry in calendar.subcomponents:
        check(entry.name == kind, "another component", entry.name)
        check(not entry.errors, "not understood", entry.errors)
        uid = str(entry["UID"])
        check(uid not in entries, "a UID stands twice", uid)
        entries[uid] = entry
        for key in ("SUMMARY", "DESCRIPTION", "CLASS", "CATEGORIES", "SEQUENCE", "STATUS"):
            check(key in entry, f"no {key}", uid)
        check(entry["DTSTAMP"].dt.tzinfo in (timezone.utc,) or entry["DTSTAMP"].dt.utcoffset() == timedelta(0),
              "DTSTAMP is not UTC", uid)
        check(entry["STATUS"] in STATUSES[kind], "STATUS", entry["STATUS"])
        first, last = entry.get("DTSTART"), entry.get("DTEND" if kind == "VEVENT" else "DUE")
        for day in filter(None, (first, last)):
            check(not isinstance(day.dt, datetime), "not an all-day date", uid)
        if kind == "VEVENT":
            check(last.dt - first.dt == timedelta(days=1), "not one day", uid)
            check(entry["TRANSP"] == "TRANSPARENT", "it makes busy", uid)
        if first and last:
            check(first.dt < last.dt, "it ends before it starts", uid)
        check((entry["STATUS"] == "COMPLETED") == ("COMPLETED" in entry), "COMPLETED", uid)
        alarms = [part for part in entry.subcomponents if part.name == "VALARM"]
        check(len(alarms) == len(entry.subcomponents), "an unknown part", uid)
        check(not alarms or entry["STATUS"] in ("CONFIRMED", "TENTATIVE", "NEEDS-ACTION"), "an alarm for nothing", uid)
        for alarm in alarms:
            check(alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"], "alarm", uid)
            check(alarm["TRIGGER"].dt <= timedelta(hours=9), "an alarm after the day", uid)
    check(len(entries) > 20, "hardly anything in it", path)
    return entries


def import_into(client, entries):
    """What a client does: keyed by UID, a higher SEQUENCE wins, an equal one is the same entry."""
    added, updated = 0, []
    for uid, entry in entries.items():
        held = client.get(uid)
        if held is None:
            added += 1
        elif entry["SEQUENCE"] > held["SEQUENCE"]:
            updated.append(uid)
        else:
            check(entry.to_ical() == held.to_ical(), "changed under the same SEQUENCE", uid)
            continue
        client[uid] = entry
    return added, updated


def day(entry, kind):
    return entry["DTSTART" if kind == "VEVENT" else "DUE"].dt


for name, kind in KINDS.items():
    for titles in ("neutral", "duty"):
        files = [read(Path(sys.argv[1]) / f"{name}-{titles}-{number}.ics", kind) for number in range(1, 5)]
        client = {}
        added, updated = import_into(client, files[0])
        check(added == len(files[0]) and not updated, "first import")

        plans = [uid for uid, entry in client.items() if day(entry, kind) == PLANNED]
        check(len(plans) == 1, "no plan of action on", PLANNED)
        plan = plans[0]

        added, updated = import_into(client, files[1])
        check(added == 0, "an import duplicates")
        check(plan in updated and day(client[plan], kind) == MOVED, "the plan of action did not move to", MOVED)
        check(client[plan]["SEQUENCE"] == 1, "SEQUENCE", client[plan]["SEQUENCE"])
        check(0 < len(updated) < len(client), "what did not change must stay", len(updated))
        moved = len(updated)

        added, updated = import_into(client, files[2])
        check(added == 0, "an import duplicates")
        cancelled = [uid for uid in updated if client[uid]["STATUS"] == "CANCELLED"]
        check(cancelled, "nothing was cancelled")

        check(import_into(client, files[3]) == (0, []), "a night without news changes something")
        if titles == "duty":
            check("lan of action" in client[plan]["SUMMARY"], "the plan of action is", client[plan]["SUMMARY"])
            check(all("URL" in entry for entry in client.values()), "no article")
        else:
            check(all("deadline" in entry["SUMMARY"] or "target" in entry["SUMMARY"] for entry in client.values()),
                  "a title that is not neutral")
        print(f"icalendar: {name}, {titles}: {len(client)} entries, {moved} moved with the late analysis, "
              f"{len(cancelled)} cancelled, none twice")
