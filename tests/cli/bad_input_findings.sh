#!/usr/bin/env bash
# Mistakes in a scenario: all of them at once, each at its place, in every command that reads one.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

cat >five.yaml <<'YAML'
relco: 1
horizon: 52 wekks
organisations:
  - name: hospital
    leadership: {support: 1.4}
    units: [{name: ward, staff: {nurse: 4}}]
pathways:
  - name: hip
    starts_per_week: 3
    team: {nurse: 1, nurze: 2}
    uncertanty: 0.3
arms: {as_is: [], reform: [bundle]}
changes: {bundel: {payment: bundled}}
YAML
for command in validate run check describe; do
  gives 2 "$RELCO" $command five.yaml || continue
  says err "five.yaml:2:10: horizon: is '52 wekks'" \
    "five.yaml:5:27: organisations.hospital.leadership.support: is 1.4; allowed is 0 to 1" \
    "five.yaml:10:22: pathways.hip.team.nurze: there is no role named 'nurze'; did you mean 'nurse'?" \
    "five.yaml:11:5: pathways.hip.uncertanty: unknown key" \
    "five.yaml:12:28: arms.reform: there is no change named 'bundle'; did you mean 'bundel'?"
  equal "$(grep -c five.yaml: err)" 5 "findings of $command"
done

# What is given on the command line is checked by the same rules.
gives 2 "$RELCO" run "$tiny" --no-out --set horizon=soon --set replicates=0.5
says err "--set 1: horizon:" "--set 2: replicates:"

# Model parameters are no facts.
{ cat "$tiny"; echo 'communication: {contact: 1}'; } >parameter.yaml
gives 2 "$RELCO" validate parameter.yaml && says err "is a model parameter"
# A name cannot steer the terminal that shows it.
printf 'relco: 1\n"bad\\e[2J\\a\\nkey\\u202e": 1\n' >steering.yaml
gives 2 "$RELCO" validate steering.yaml && says err 'bad\x1b[2J\x07\nkey\u202e'
silent_about err $'\e'
gives 2 "$RELCO" run "$tiny" --no-out --set $'horizon\e[2J=3'
silent_about err $'\e'

# A folder without scenarios is a mistake, told beside those of the others.
mkdir empty && printf 'relco: 1\ntitle: x\nhorizn: 3\n' >one.yaml
gives 2 "$RELCO" validate empty one.yaml && says err "empty: no scenario" one.yaml:3:
gives 2 "$RELCO" check empty && says err "empty: no scenario"

# What is no mistake and perhaps not meant is a note: the exit code stays, and --quiet silences it.
sed -e 's/from: week 10, interventions: .huddles./from: week 60, leader: {support: 0.9}, where: {role: nurse}/' \
  "$tiny" >noted.yaml
noted=("noted.yaml:19:63:" "note: changes.meet.where.role: 'leader' acts on whole organisations; role is not heeded"
  "note: changes.meet.from: starts in week 60, the run ends after 60 weeks")
gives 0 "$RELCO" validate noted.yaml && says err "${noted[@]}"
gives 0 "$RELCO" run noted.yaml --no-out && says err "${noted[@]}"
gives 0 "$RELCO" run noted.yaml --no-out --quiet && silent_about err note:
gives 0 "$RELCO" run "$tiny" --weeks 8 --no-out && says err "starts in week 10, the run ends after 8 weeks"
finish "every mistake was found"
