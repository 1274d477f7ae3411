#!/usr/bin/env bash
# label: slow
# Twenty truths planted in a small world are found again: 90 % intervals hold 80 to 98 % of them.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
gives 0 "$RELCO" calibrate "$data/known-truth.yaml" --planted 20 --replicates 4 --reach 0.2 --quiet --json \
  --parameters communication.timely_base,communication.accurate_base,communication.contact_base,learning.forgetting
equal "$(json 'd["truths"]' <out)" 20
equal "$(json '0.80 <= d["coverage"] <= 0.98' <out)" True "$(json 'd["coverage"]' <out)"
equal "$(json 'all(p["width"] < 0.5 for p in d["parameters"] if p["identifiable"])' <out)" True
equal "$(json 'sum(p["identifiable"] for p in d["parameters"]) >= 2' <out)" True "$(json 'd["parameters"]' <out)"
finish
