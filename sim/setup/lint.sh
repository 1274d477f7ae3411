#!/usr/bin/env bash
# How the code looks, and what clang-tidy thinks of it.
#
#   lint.sh --check-format     lists files that are not laid out as .clang-format says
#   lint.sh --format           lays them out
#   lint.sh --tidy [FILE...]   clang-tidy over these files, or all (slow); uses build/dev
#
# clang-format 14 (in Debian 12 and Ubuntu 24.04) decides; other versions differ in places.
set -euo pipefail
cd "$(dirname "$0")/../.."

sources() {
  { git -c safe.directory="$PWD" ls-files --cached --others --exclude-standard 2>/dev/null ||
    find sim analysis tests -type f; } | grep -E '^(sim|analysis|tests)/.*\.(h|cpp)$' |
    while read -r file; do [ -f "$file" ] && echo "$file"; done
}

case ${1:-} in
  --check-format | --format)
    format=$(command -v clang-format-14) || {
      echo "needs clang-format-14: bash sim/setup/packages.sh test" >&2
      exit 1
    }
    mapfile -t files < <(sources)
    if [ "$1" = --format ]; then
      "$format" -i "${files[@]}"
      exit
    fi
    stale=$("$format" --dry-run "${files[@]}" 2>&1 |
      sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: warning: code should be clang-formatted.*/\1/p' | sort -u)
    if [ -n "$stale" ]; then
      printf '%s\n' "$stale"
      echo "$(wc -l <<<"$stale") of ${#files[@]} files to lay out: bash sim/setup/lint.sh --format"
      exit 1
    fi
    echo "${#files[@]} files are laid out as .clang-format says"
    ;;
  --tidy)
    shift
    if [ $# -gt 0 ]; then
      files=("$@")
    else
      mapfile -t files < <(sources | grep '\.cpp$')
    fi
    bash sim/setup/build.sh dev --target relco_build_info >/dev/null   # for compile_commands.json
    printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P 2 clang-tidy-19 -p build/dev --quiet --extra-arg=-w \
      2> >(sed "/warnings generated\.$/d" >&2)
    ;;
  *)
    sed -n '2,/^set -e/{/^#/!q;s/^# \{0,1\}//;p}' "$0" >&2
    exit 2
    ;;
esac
