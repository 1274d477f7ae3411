#!/usr/bin/env bash
# Configures if needed and builds one preset, quietly; what goes wrong is shown.
#
#   build.sh PRESET [--target NAME]... [-DNAME=VALUE]...
#
# Presets: dev, release, asan, clang (see CMakePresets.json). The result is in build/PRESET.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -ge 1 ] || { sed -n '2,6{s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
preset=$1
shift
settings=() targets=()
while [ $# -gt 0 ]; do
  case $1 in
    --target) targets+=(--target "$2"); shift ;;
    -D*) settings+=("$1") ;;
    *) echo "build.sh: unknown argument $1" >&2; exit 2 ;;
  esac
  shift
done

folder=build/$preset
mkdir -p "$folder"
exec 9>"$folder/.lock"   # two builds of one folder would trip over each other
flock 9

configured() {   # with these presets and settings?
  [ -f "$folder/build.ninja" ] && [ "$folder/CMakeCache.txt" -nt CMakePresets.json ] || return 1
  local setting
  for setting in "${settings[@]}"; do
    setting=${setting#-D}
    grep -q "^${setting%%=*}:[A-Z]*=${setting#*=}$" "$folder/CMakeCache.txt" || return 1
  done
}
if ! configured; then
  if ! cmake --preset "$preset" "${settings[@]}" >"$folder/configure.log" 2>&1; then
    cat "$folder/configure.log" >&2
    exit 1
  fi
  touch "$folder/CMakeCache.txt"
fi

start=$SECONDS
if [ -t 1 ]; then
  NINJA_STATUS="building $preset %f/%t, %es " cmake --build --preset "$preset" "${targets[@]}"
else
  echo "building $preset ..."
  cmake --build --preset "$preset" "${targets[@]}" -- --quiet 2>&1 | sed '/^-- /d'
fi
echo "built $preset in $((SECONDS - start)) s"
