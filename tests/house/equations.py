"""Equations, comments and code say the same: every row of an equations.def names a function that
exists, the function's comment carries the number back, and the parameters that the row names are
exactly those that the function reads; the ODD document describes every number. (That every symbol
is explained, `relco docs` checks.)"""

import re

from house import ROOT, finish, project_files

ROW = re.compile(r'^X\((\w+), "([^"]*)", "([^"]*)", "([^"]*)", "([^"]*)"\)$', re.M)
NUMBER = re.compile(r"\b([A-Z])([1-9]\d?)\b(?!-\d)")
EVIDENCE = "ABCDEFGH"   # letters whose two-digit numbers are evidence, so equations stop at 9

complaints = []
texts = {}


def text_of(path):
    if path not in texts:
        texts[path] = (ROOT / path).read_text(encoding="utf-8")
    return texts[path]


parameters = {}   # rule -> names of its parameters
for path in project_files():
    if path.match("sim/rules/*/*.def") and path.stem == path.parent.name:
        parameters[path.stem] = set(re.findall(r"^X\((\w+),", text_of(path), re.M))


def definition(source, function):
    """(comment above, body) of a function; `Apply(Verb)` is Apply's overload for that verb."""
    overload = re.fullmatch(r"Apply\((\w+)\)", function)
    name = rf"Apply::operator\(\)\(const {overload[1]}&" if overload else rf"\b{function}\("
    for found in re.finditer(rf"^( *)(?![ /#}}])[^\n;]*{name}", source, re.M):
        opens = re.compile(r"[{;]").search(source, found.end())
        if not opens or opens.group() == ";":
            continue
        ends = source.find("\n" + found[1] + "}", opens.start())
        line_end = source.find("\n", opens.start())
        if "}" in source[opens.start():line_end]:
            ends = line_end
        above = re.search(r"((?:^ *//[^\n]*\n)*)(?:^ *template[^\n]*\n)?\Z", source[:found.start()], re.M)
        return above[1], source[found.start():ends]
    return None


def comments_of(path, function, above, body):
    """The comments that may carry the number: above the definition, in it, above a declaration."""
    out = above + "\n".join(re.findall(r"//[^\n]*", body))
    for header in sorted((ROOT / path).parent.glob("*.h")):
        declared = re.search(rf"((?:^ *//[^\n]*\n)+)[^\n;/]*\b{re.escape(function)}\(",
                             text_of(header.relative_to(ROOT)), re.M)
        out += declared[1] if declared else ""
    return out


def numbers_in(comment):
    """Equation numbers in a comment; C1-C3 stands for all three."""
    found = set()
    spans = re.sub(r"\b([A-Z])(\d+)(?:-| to )\1(\d+)\b", lambda m: " ".join(
        f"{m[1]}{n}" for n in range(int(m[2]), int(m[3]) + 1)) if m[2][0] != "0" else "", comment)
    for letter, digits in NUMBER.findall(spans):
        if not (letter in EVIDENCE and len(digits) > 1):
            found.add(letter + digits)
    return found


def parameters_read(source, body, rule):
    """{rule.field} of the parameters that a function's body reads."""
    owners = {name: kind.lower() for kind, name in
              re.findall(r"\b(\w+)Parameters&? (\w+)\b", body) if kind.lower() in parameters}
    whole = set(re.findall(r"\bParameters& (\w+)\b", body)) | {"parameters"}
    if re.search(r"\bApply::", body) or "struct Apply" in source:
        whole.add("p")
    read = set()
    for before, field in re.findall(r"([\w.]+)\.(\w+)\b", body):
        first, _, last = before.rpartition(".")
        owner = owners.get(before) if not first else None
        if first in whole and last in parameters:
            owner = last
        if owner and field in parameters[owner]:
            read.add(f"{owner}.{field}")
    return read


def parameters_named(formula, rule):
    named = set()
    for before, field in re.findall(r"\b([a-z_]+)\.([a-z_]+)\b", formula):
        owner = rule if before == "p" else before
        if field in parameters.get(owner, ()):
            named.add(f"{owner}.{field}")
    return named


known, by_function = {}, {}
for path in project_files():
    if path.name != "equations.def":
        continue
    rule = path.parent.name
    rows = ROW.findall(text_of(path))
    if len(rows) != len(re.findall(r"^X\(", text_of(path), re.M)):
        complaints.append(f"{path}: a row is not of the form "
                          'X(number, "function", "formula", "source", "says")')
    for n, (number, where, formula, _, says) in enumerate(rows, 1):
        place = f"{path}: {number}"
        if number in known:
            complaints.append(f"{place}: the number stands in {known[number]} too")
        known[number] = path
        if number != f"{rows[0][0][0]}{n}":
            complaints.append(f"{place}: numbers rise by one; here {rows[0][0][0]}{n} should stand")
        if number[0] in EVIDENCE and n > 9:
            complaints.append(f"{place}: could be taken for evidence; letters A to H end at 9")
        by_function.setdefault(where, []).append((number, rule, formula, path))

for where, rows in by_function.items():
    file, _, function = where.partition(":")
    source_path = ROOT / "sim" / file
    numbers = ", ".join(number for number, *_ in rows)
    if not source_path.is_file():
        complaints.append(f"{rows[0][3]}: {numbers}: no such file: {file}")
        continue
    relative = source_path.relative_to(ROOT)
    found = definition(text_of(relative), function)
    if found is None:
        complaints.append(f"{rows[0][3]}: {numbers}: {file} defines no {function}")
        continue
    above, body = found
    carried = numbers_in(comments_of(relative, function, above, body))
    for number, _, _, path in rows:
        if number not in carried:
            complaints.append(f"sim/{file}: the comment of {function} should name {number} ({path})")
    named = set().union(*(parameters_named(formula, rule) for _, rule, formula, _ in rows))
    read = parameters_read(text_of(relative), body, rows[0][1])
    for name in sorted(read - named):
        complaints.append(f"{rows[0][3]}: {numbers}: {function} reads {name}, which no equation of it names")
    for name in sorted(named - read):
        complaints.append(f"{rows[0][3]}: {numbers}: names {name}, which {function} does not read")

letters = {number[0] for number in known}
for path in project_files():
    if path.parts[0] == "sim" and path.suffix in (".h", ".cpp"):
        for line, text in enumerate(text_of(path).split("\n"), 1):
            comment = re.search(r"//(.*)", text)
            for number in numbers_in(comment[1]) if comment else ():
                if number[0] in letters and number not in known:
                    complaints.append(f"{path}:{line}: there is no equation {number}")

ODD = ROOT / "sim/docs/odd.md"   # describes every rule by the numbers of its equations
described = numbers_in(ODD.read_text(encoding="utf-8"))
for number, path in known.items():
    if number not in described:
        complaints.append(f"sim/docs/odd.md: does not describe {number} ({path})")
for number in sorted(described - known.keys()):
    if number[0] in letters:
        complaints.append(f"sim/docs/odd.md: there is no equation {number}")

finish(complaints, f"{len(known)} equations, each at its function")
