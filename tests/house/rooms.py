"""Includes point only to a lower room, and third-party headers stay in the rooms that own them.

The table of rooms is the DEPENDS and LIBS of each room's CMakeLists.txt; sim/README.md shows it to
people and must agree with it."""

import re

from house import ROOT, code_lines, finish, project_files, room_of, room_table

# Whose header it is: first part of the include -> CMake library. None: nobody may include it.
OWNERS = {
    "tbb": "TBB::tbb", "oneapi": "TBB::tbb", "execution": "TBB::tbb",
    "yaml-cpp": "yaml-cpp::yaml-cpp", "CLI": "CLI11::CLI11",
    "hdf5.h": "relco_hdf5", "hdf5_hl.h": "relco_hdf5",
    "boost/json": "Boost::json", "boost/asio": "relco_beast", "boost/beast": "relco_beast",
    "nlopt.hpp": "relco_nlopt", "fmt": "fmt::fmt", "boost": "Boost::headers", "mpi.h": "MPI::MPI_C",
    "format": None,   # g++ 12 has no <format>; use fmt
}
EVERYWHERE = {"fmt::fmt", "Boost::headers"}   # what base hands on

table = room_table()
SIM = [room for room in table if room != "app" and (ROOT / "sim" / room).is_dir()]
allowed = {room: {one for name in may for one in (SIM if name == "sim" else [name])}
           for room, (may, _) in table.items()}
complaints = []


def owner_of(header):
    parts = header.split("/")
    for key in ("/".join(parts[:2]).removesuffix(".hpp"), parts[0]):
        if key in OWNERS:
            return OWNERS[key]
    return "relco_hdf5" if re.match(r"H5\w+\.h$", header) else "anyone"


def check(path, number, header, room):
    may_include, libraries = allowed[room], table[room][1]
    first = header.split("/")[0]
    where = f"{path}:{number}: #include \"{header}\""
    if "/" in header and first in table:
        if first != room and first not in may_include:
            complaints.append(f"{where}: {room} may not include {first} (it may: "
                              f"{', '.join(table[room][0]) or 'no other room'})")
        elif not any((ROOT / house / header).exists() for house in ("sim", "analysis")):
            complaints.append(f"{where}: no such header")
        return
    owner = owner_of(header)
    if owner is None:
        complaints.append(f"{where}: not available with every compiler relco supports")
    elif owner != "anyone" and owner not in EVERYWHERE and owner not in libraries:
        complaints.append(f"{where}: {room} does not link {owner}, so it may not include it")


for path in project_files():
    room = room_of(path)
    if room not in table or path.suffix not in (".h", ".cpp"):
        continue
    for number, line in code_lines(path):
        include = re.match(r'\s*#\s*include\s*([<"])([^">]+)[">]', line)
        if not include:
            continue
        if include.group(1) == '"' and "/" not in include.group(2):
            complaints.append(f"{path}:{number}: write the room too: "
                              f'#include "{room}/{include.group(2)}"')
        else:
            check(path, number, include.group(2), room)

# No circles: a room may depend only on rooms that come before it in some order.
below = {room: set(may) for room, may in allowed.items()}
while ready := [room for room, may in below.items() if not may & below.keys()]:
    for room in ready:
        del below[room]
while ends := [room for room in below if not any(room in may for may in below.values())]:
    for room in ends:   # stands above a circle, not in it
        del below[room]
if below:
    complaints.append(f"These rooms depend on one another in a circle: {', '.join(sorted(below))}")

# The mirror for people: rows "| `room` | what it is | may include |".
readme = (ROOT / "sim/README.md").read_text()
shown = {row[0]: row[1] for row in re.findall(r"^\| `(\w+)/` \|.*\| ([^|]*) \|$", readme, re.M)}
for room, (may_include, _) in table.items():
    if shown.get(room, "").split() != (may_include or ["—"]):
        complaints.append(f"sim/README.md: the row of {room} should end "
                          f"\"| {' '.join(may_include) or '—'} |\"")

finish(complaints, f"{len(table)} rooms: every include points down")
