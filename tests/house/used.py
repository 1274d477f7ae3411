"""What a table declares is used: every draw purpose is drawn somewhere in the model, and every parameter
is read by a rule (taking it out of the model, in mechanisms.cpp, is no use of it)."""

import re

from house import ROOT, code_lines, finish, project_files, room_of

MODEL = {"world", "rules", "genesis", "measure", "survey", "engine"}

code = "\n".join(line for path in project_files()
                 if path.parts[0] == "sim" and room_of(path) in MODEL
                 and path.suffix in (".h", ".cpp") and path.name != "mechanisms.cpp"
                 for _, line in code_lines(path))
drawn = set(re.findall(r"\bPurpose::(\w+)", code))
read = set(re.findall(r"\.(\w+)\b", code))

complaints, purposes, parameters = [], [], []
draws = "sim/random/draws.h"
for name in re.findall(r"^ +X\(\d+, (\w+),", (ROOT / draws).read_text(encoding="utf-8"), re.M):
    purposes.append(name)
    if name not in drawn:
        complaints.append(f"{draws}: nothing draws for the purpose {name}")

for path in project_files():
    is_table = path.match("sim/rules/*/*.def") and path.stem == path.parent.name
    if not is_table and path.as_posix() != "sim/survey/survey.def":
        continue
    for name in re.findall(r"^X\((\w+),", (ROOT / path).read_text(encoding="utf-8"), re.M):
        parameters.append(name)
        if name not in read:
            complaints.append(f"{path}: nothing reads {name}")

if not purposes or not parameters:
    complaints.append("found no purposes or no parameters; have their tables moved?")
finish(complaints, f"{len(purposes)} draw purposes and {len(parameters)} parameters, all in use")
