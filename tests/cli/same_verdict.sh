#!/usr/bin/env bash
# A scenario file told in another order, and under other names with the same ids: what relco run prints,
# for people and for programs, is the same byte for byte.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
mkdir told again renamed

cat >told/world.yaml <<'YAML'
relco: 1
title: Two organisations
horizon: 60 weeks
replicates: 6
seed: 7
roles:
  - {name: nurse, status: 0.4}
  - {name: surgeon, status: 0.9}
organisations:
  - name: hospital
    leadership: {support: {mean: 0.5, sd: 0.1}}
    units:
      - {name: ward, staff: {nurse: 4, surgeon: 2}}
      - {name: clinic, staff: {nurse: 3}}
  - {name: home_care, sector: community, units: [{name: team, staff: {nurse: 3}}]}
unions:
  - {name: workers, covers: {role: nurse}, strength: 0.7, stance: 0.2}
pathways:
  - {name: hip, starts_per_week: 2, team: {nurse: 2, surgeon: 1, family: all}}
  - {name: wound, standing: 3, team: {nurse: 2}}
changes:
  meet: {from: week 10, interventions: [huddles, coaching], where: {unit: ward}}
  lead: {from: week 5, leader: {support: 0.9}, where: {organisation: hospital}}
arms:
  as_is: []
  both: [meet, lead]
YAML

cat >again/world.yaml <<'YAML'
arms:
  as_is: []
  both: [lead, meet]
changes:
  lead: {where: {organisation: hospital}, leader: {support: 0.9}, from: 5}
  meet: {where: {unit: ward}, interventions: [coaching, huddles], from: 10 weeks}
pathways:
  - {team: {nurse: 2}, standing: 3, name: wound}
  - {team: {family: all, surgeon: 1, nurse: 2}, starts_per_week: 2, name: hip}
unions: {workers: {stance: 0.2, strength: 0.7, covers: {role: nurse}}}
organisations:
  home_care: {units: {team: {staff: {nurse: 3}}}, sector: community}
  hospital:
    units:
      clinic: {staff: {nurse: 3}}
      ward: {staff: {surgeon: 2, nurse: 4}}
    leadership: {support: {sd: 0.1, mean: 0.5}}
roles: {surgeon: {status: 0.9}, nurse: {status: 0.4}}
seed: 7
replicates: 6
horizon: 60
title: Two organisations
relco: 1
YAML

# Names of the same length, so that lines break where they did.
sed -e 's/name: hospital/name: zospital, id: hospital/;s/organisation: hospital/organisation: zospital/' \
  -e 's/^  - name: zospital, id: hospital/  - name: zospital\n    id: hospital/' \
  -e 's/name: home_care/name: aome_care, id: home_care/' \
  -e 's/name: ward/name: zard, id: ward/;s/unit: ward/unit: zard/;s/name: clinic/name: alinic, id: clinic/;s/name: team/name: zeam, id: team/' \
  -e 's/name: nurse/name: zurse, id: nurse/;s/name: surgeon/name: aurgeon, id: surgeon/;s/nurse: \([0-9]\)/zurse: \1/g;s/surgeon: \([0-9]\)/aurgeon: \1/g;s/role: nurse/role: zurse/' \
  -e 's/name: workers/name: zorkers, id: workers/;s/name: hip/name: zip, id: hip/;s/name: wound/name: aound, id: wound/' \
  -e 's/^  meet: {/  zeet: {id: meet, /;s/^  lead: {/  aead: {id: lead, /;s/\[meet, lead\]/[zeet, aead]/' told/world.yaml >renamed/world.yaml
grep -q "both: \[zeet, aead\]" renamed/world.yaml && grep -q "zurse: 4, aurgeon: 2" renamed/world.yaml || fail "not renamed"

verdict() {   # FOLDER: verdict.txt and verdict.json in it, but for how long it took
  (cd "$1" && "$RELCO" run world.yaml --no-out --quiet >all.txt && "$RELCO" run world.yaml --no-out --quiet --json >verdict.json) ||
    fail "$1 does not run"
  grep -v '^time ' "$1/all.txt" >"$1/verdict.txt"
}
for folder in told again renamed; do verdict $folder; done
sed -i 's/zospital/hospital/g;s/aome care/home care/g;s/aome_care/home_care/g' renamed/verdict.txt renamed/verdict.json
for page in verdict.txt verdict.json; do
  same told/$page again/$page
  same told/$page renamed/$page
done
grep -q hospital told/verdict.txt && grep -q hospital told/verdict.json || fail "no organisation is named"
finish "told in another order and under other names, the same verdict"
