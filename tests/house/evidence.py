"""Every id of evidence that a table, a scenario or a comment names stands in the registry, and a claim
named after a pattern has the use of that pattern."""

import re

from house import ROOT, finish, project_files

REGISTRY = ROOT / "sim/evidence"
ID = re.compile(r"(?<![\w.$#&-])(?:[A-HV]\d\d|S[0-4]-\d\d?[a-g]?)(?![\w-])")
SUFFIXES = {".h", ".cpp", ".def", ".yaml", ".yml", ".md", ".py"}

known = {found for table in REGISTRY.glob("*.def")
         for found in re.findall(r"^X\(([^,]+),", table.read_text(encoding="utf-8"), re.M)}
complaints, cited = [], set()
for path in project_files():
    if path.parts[0] not in ("sim", "analysis", "scenarios") or path.suffix not in SUFFIXES:
        continue
    if path.parts[:3] == ("sim", "docs", "reference") or path.parts[:2] == ("sim", "evidence"):
        continue   # made from the rest, and the registry itself
    for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").split("\n"), 1):
        # The ids of claims are the scenario's own names; what they rest on stands in `evidence:`.
        for found in ID.findall(re.sub(r"^\s*-?\s*\{?id: [^,]*", "", line)):
            cited.add(found)
            if found not in known:
                complaints.append(f"{path}:{number}: {found} is not in sim/evidence")

use_of = dict(re.findall(r"^X\((V\d\d), (\w+),", (REGISTRY / "patterns.def").read_text(), re.M))
for path in project_files():
    if path.parts[0] != "scenarios" or path.suffix != ".yaml":
        continue
    for claim in (ROOT / path).read_text(encoding="utf-8").split("\n  - id: ")[1:]:
        pattern, use = claim[:3], re.search(r"^    use: (\w+)", claim, re.M)
        if pattern in use_of and (not use or use[1] != use_of[pattern]):
            complaints.append(f"{path}: claim {claim.split(chr(10))[0]} lacks 'use: {use_of[pattern]}'")

if len(known) < 300 or len(cited) < 100:
    complaints.append(f"{len(known)} ids and {len(cited)} of them cited: this test looks past them")
finish(complaints, f"{len(cited)} of {len(known)} ids are cited, all of them known")
