#!/usr/bin/env bash
# Installs what is missing, and nothing that is there already.
#
#   packages.sh build                 what it takes to build and run relco
#   packages.sh test [--with-clang]   the same, and what its tests need (and the second compiler)
#   packages.sh build|test --list     only prints the names of the packages
#
# Debian 12 is tried in CI. Ubuntu 24.04 and Debian 13 are written from their package lists and
# untested. Elsewhere it says what relco needs and leaves the installing to you.
set -euo pipefail

usage() { sed -n '2,/^set -e/{/^#/!q;s/^# \{0,1\}//;p}' "$0"; }
say() { printf '%s\n' "$*" >&2; }

wanted='' with_clang='' list=''
for argument in "$@"; do
  case $argument in
    build | test) wanted=$argument ;;
    --with-clang) with_clang=1 ;;
    --list) list=1 ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
[ -n "$wanted" ] || { usage >&2; exit 2; }

system=unknown
if [ -r /etc/os-release ]; then
  # shellcheck source=/dev/null
  system=$(. /etc/os-release && echo "${ID:-unknown}-${VERSION_ID:-}")
fi
case $system in
  debian-12) boost=1.81 ;;      # Debian's default there, 1.74, has no Boost.JSON
  ubuntu-24.04) boost=1.83 ;;
  *) boost='' ;;                # whatever the system calls its default
esac

packages=(g++ cmake ninja-build ccache git ca-certificates
  "libboost$boost-dev" "libboost-json$boost-dev"
  libtbb-dev libhdf5-dev libyaml-cpp-dev libcli11-dev libfmt-dev libnlopt-cxx-dev)
if [ "$wanted" = test ]; then
  # clang-format 14 and no other: the next version would lay out some lines differently.
  packages+=(catch2 librandom123-dev hdf5-tools python3-numpy python3-xarray python3-h5netcdf
             clang-format-14)
fi
if [ -n "$with_clang" ]; then
  packages+=(clang-19 clang-tidy-19 libclang-rt-19-dev)
fi
if [ -n "$list" ]; then
  printf '%s\n' "${packages[@]}"
  exit 0
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  say "This is not a Debian or Ubuntu system, so nothing is installed. relco needs what these Debian"
  say "packages hold: ${packages[*]}"
  exit 0
fi

installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${packages[@]}" 2>/dev/null || true)
missing=()
for package in "${packages[@]}"; do
  case $'\n'$installed$'\n' in
    *$'\n'"ii  $package"$'\n'*) ;;
    *) missing+=("$package") ;;
  esac
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    say "These packages are missing, and installing them takes root or sudo. Please have run:"
    say "  apt-get install --no-install-recommends ${missing[*]}"
    exit 1
  fi
  as_root=(sudo)
fi

apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q "$@"; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
step() {   # runs quietly; shows everything if it fails
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    say "packages.sh: installing failed; the lines above say why."
    if grep -q 'no remove\|remove is disabled' "$log"; then
      say "Another version of a library's development files is installed, and both cannot be. relco"
      say "removes nothing by itself. If you do not need the other one, install by hand:"
      say "  apt-get install --no-install-recommends ${missing[*]}"
    fi
    exit 1
  fi
}
say "installing ${#missing[@]} packages: ${missing[*]}"
step apt update
step apt install --yes --no-remove --no-install-recommends "${missing[@]}"
