#!/usr/bin/env bash
# Exports a case with the command, records something, exports again as an update, and has both files
# read by Python's icalendar, which shares no code with this crate. Needs cargo and python3.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check -r tests/validate/requirements.txt

cargo build --quiet --features cli
poortwachter() { cargo run --quiet --features cli -- "$@"; }

cat >"$work/before.json" <<'JSON'
{"id": "A-42", "spells": [{"first_day": "2026-01-05"}],
 "events": [{"kind": "sickness-report-occupational-health", "on": "2026-01-06"}]}
JSON
# The analysis comes two days late; four weeks later the physician sees no possibilities.
cat >"$work/after.json" <<'JSON'
{"id": "A-42", "spells": [{"first_day": "2026-01-05"}],
 "events": [{"kind": "sickness-report-occupational-health", "on": "2026-01-06"},
            {"kind": "problem-analysis", "on": "2026-02-18"},
            {"kind": "no-possibilities", "on": "2026-04-20"}]}
JSON
for kind in events todos; do
  for titles in neutral duty; do
    options=(--titles "$titles" --namespace hr.example.org)
    [ "$kind" = todos ] && options+=(--todo)
    file="$work/$kind-$titles"
    poortwachter calendar "$work/before.json" --on 2026-02-10 "${options[@]}" -o "$file-1.ics"
    for night in 2:2026-02-18 3:2026-04-20 4:2026-04-21; do
      number=${night%%:*}
      poortwachter calendar "$work/after.json" --on "${night#*:}" "${options[@]}" \
        --update "$file-$((number - 1)).ics" -o "$file-$number.ics"
    done
    cmp "$file-3.ics" "$file-4.ics" # a night without news
  done
done
"$work/venv/bin/python" tests/validate/icalendar_check.py "$work"
