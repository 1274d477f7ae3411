#!/usr/bin/env bash
# relco verify: equal bits are shown as equal, and a difference is found.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" verify "$tiny" --weeks 40 --replicates 2
says out "1 thread" "2 threads" "3 threads" "8 threads" "restart, 1 then 3 threads" "All equal"
says out "stopped in week"

# A restart is a restart, however short the run; one that cannot be is no proof.
for weeks in 2 3 5; do
  gives 0 "$RELCO" verify "$tiny" --weeks $weeks --replicates 1 --json
  equal "$(json 'sorted(c["note"].split(" of arm")[0] for c in d["configurations"] if "restart" in c["name"] and "gone on with" in c["note"])[0][:15]' <out)" "stopped in week"
  equal "$(json 'sum("gone on with" in c["note"] for c in d["configurations"])' <out)" 2
done
gives 0 "$RELCO" verify "$tiny" --weeks 1 --replicates 1
says out "no middle to stop in" "no restart was tried"
gives 0 "$RELCO" verify "$tiny" --weeks 1 --replicates 1 --json
equal "$(json 'sorted(c["name"] for c in d["configurations"] if not c["compared"] and "/" not in c["name"])' <out)" "['restart, 1 then 3 threads', 'restart, 3 then 1 threads']"

gives 0 "$RELCO" verify "$tiny" --weeks 30 --replicates 2 --json --with "$RELCO"
equal "$(json 'd["equal"], len({c["digest"] for c in d["configurations"] if c["digest"]})' <out)" "(True, 1)"
gives 0 "$RELCO" run "$tiny" --weeks 30 --replicates 2 --json --no-out
mine=$(json 'd["digest"]' <out)

# Every level of vector instructions with every number of threads; and what a run says at one of them.
gives 0 "$RELCO" verify "$tiny" --weeks 20 --replicates 2 --levels
says out "scalar, 1 thread" "scalar, 8 threads" "baseline, 1 thread" "baseline, 8 threads" "All equal"
gives 0 "$RELCO" verify "$tiny" --weeks 20 --replicates 2 --levels --json
equal "$(json 'd["equal"], len(d["configurations"]) % 4, len({c["digest"] for c in d["configurations"]})' <out)" "(True, 0, 1)"
levels=$(json 'd["configurations"][0]["digest"]' <out)
RELCO_VECTORS=baseline gives 0 "$RELCO" run "$tiny" --weeks 20 --replicates 2 --json --no-out
equal "$(json 'd["digest"]' <out)" "$levels" "digest of a run at the baseline"

# Another program that comes to another result is told apart.
cat >liar <<'SCRIPT'
#!/bin/sh
echo '{"digest": "0123456789abcdef"}'
SCRIPT
chmod +x liar
gives 1 "$RELCO" verify "$tiny" --weeks 30 --replicates 2 --with ./liar
says out "$mine" 0123456789abcdef DIFFERS "NOT all equal"
gives 1 "$RELCO" verify "$tiny" --weeks 20 --replicates 2 --levels --with ./liar && says out DIFFERS
printf '#!/bin/sh\nexit 3\n' >liar
gives 2 "$RELCO" verify "$tiny" --weeks 30 --replicates 2 --with ./liar && says err ./liar
gives 2 "$RELCO" verify "$tiny" --weeks 30 --replicates 2 --with ./nobody && says err ./nobody
finish
