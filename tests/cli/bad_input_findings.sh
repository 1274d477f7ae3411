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
finish "every mistake was found"
