#!/usr/bin/env bash
# Files that cannot be scenarios: exit code 2, one clear finding on standard error, within 2 seconds
# of processor time and 256 MB.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

# Runs a command and writes what it cost to the file `cost`: seconds of processor time, and MB.
cat >measured.py <<'PYTHON'
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open("cost", "w").write(f"{used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss // 1024}")
sys.exit(code)
PYTHON

# refuses FILE TEXT...: one finding that has each of the texts; nothing on standard output.
refuses() {
  local file=$1 seconds megabytes
  shift
  gives 2 "$PYTHON" measured.py "$RELCO" validate "$file" && says err "$@"
  [ ! -s out ] || fail "validate $file writes to standard output"
  [ "$(wc -l <err)" -le 3 ] || fail "$file has more than one finding: $(head -c 300 err)"
  [ -z "${RELCO_SANITIZE:-}" ] || return 0   # sanitised programs are slower and larger
  read -r seconds megabytes <cost
  [ "${seconds%.*}" -lt 2 ] || fail "$file took $seconds seconds"
  [ "$megabytes" -le 256 ] || fail "$file took $megabytes MB"
}
repeat() { "$PYTHON" -c 'import sys; sys.stdout.write(sys.argv[1] * int(sys.argv[2]))' "$1" "$2"; }

: >empty.yaml && refuses empty.yaml empty.yaml "is empty"
refuses missing.yaml missing.yaml "no such file"
[ ! -e /dev/zero ] || refuses /dev/zero "not a regular file"
head -c 100000 /dev/urandom >junk.yaml && refuses junk.yaml "not a text file"
printf 'relco: 1\n\0' >nul.yaml && refuses nul.yaml nul.yaml:2:1 "not a text file"
truncate -s 1G giant.yaml && refuses giant.yaml 1073741824 "at most"
{ printf 'relco: 1\nx: '; repeat '[' 200000; } >deep.yaml && refuses deep.yaml "nested deeper"
{ printf 'relco: 1\na: &x [*x]\n'; } >circle.yaml && refuses circle.yaml circle.yaml:2:8 alias
{
  echo 'relco: 1'
  echo 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
  for i in {1..30}; do
    p="*a$((i - 1))"
    echo "a$i: &a$i [$p, $p, $p, $p, $p, $p, $p, $p, $p]"
  done
} >laughs.yaml && refuses laughs.yaml "aliases expanded"
echo 'relco: 1
extends: self.yaml' >self.yaml && refuses self.yaml self.yaml:2:10 circle
echo '- a list' >list.yaml && refuses list.yaml "a list"
echo 'relco: [1' >torn.yaml && refuses torn.yaml torn.yaml:
printf 'relco: !!python/object:os.system 1\n' >tag.yaml && refuses tag.yaml tags

# A run refuses them like validate does, and leaves nothing behind.
gives 2 "$RELCO" run laughs.yaml && says err "aliases expanded"
gone laughs.h5
mkdir folder.yaml
gives 2 "$RELCO" run folder.yaml && says err folder.yaml "is a folder"
finish "nothing hostile came through"
