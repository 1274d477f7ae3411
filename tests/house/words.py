"""What must not stand in the code, and why: one row per habit the house does without."""

import re

from house import code_lines, finish, project_files, room_of

MODEL = {"base", "random", "params", "world", "rules", "genesis", "measure", "survey", "engine"}
PURE = {"rules", "genesis", "measure", "survey"}
ALL = None

RULES = [   # pattern, rooms it is forbidden in, rooms excused, what to do instead
    (r"std::\w+_distribution\b", ALL, set(),
     "differs between standard libraries: draw through random/"),
    (r"std::(random_device|mt19937\w*|minstd_rand\w*|default_random_engine)\b", ALL, set(),
     "randomness is keyed, never carried: draw through random/"),
    (r"(?<![\w.>:])(std::)?(s?rand|random|drand48|time|clock)\(", MODEL, set(),
     "no clock and no hidden state in the model: draw through random/, take the week as argument"),
    (r"std::chrono\b", MODEL - {"engine"}, set(), "the model knows weeks, not clocks"),
    (r"std::(exp2?|expm1|log|log2|log10|log1p|pow|sinh?|cosh?|tanh?|a?tan2?|cbrt|hypot|l?gamma|erfc?)f?\(",
     MODEL, set(), "differs between mathematics libraries: use base/numerics.h"),
    (r"std::(atomic|mutex|thread|jthread|async|condition_variable)\b", PURE, set(),
     "rules are pure functions: threads belong to the engine"),
    (r"std::(reduce|transform_reduce|execution)\b", MODEL, set(),
     "adds in an order nobody chose: sum with the fixed-point sums of base"),
    (r"std::(cout|cerr|clog|puts|printf)\b|(?<![\w:])f?printf\(|fmt::print\(", ALL, {"app"},
     "only app/ prints: return it, or throw"),
    (r"std::(exit|quick_exit|_Exit|terminate)\(|(?<![\w.>:])(_?exit)\(", ALL, {"app"},
     "only app/ exits: throw"),
    (r"#\s*pragma\s+(omp|STDC\s+FP_CONTRACT\s+ON|GCC\s+optimize)", ALL, set(),
     "changes results or hides threads"),
    (r"\busing namespace std\b", ALL, set(), "say where a name comes from"),
]
FLAGS = r"-ffast-math|-Ofast|-march=native|-mfma\b|-funsafe-math"

complaints = []
files = [path for path in project_files() if path.parts[0] in ("sim", "analysis")]
for path in files:
    room = room_of(path)
    if path.suffix not in (".h", ".cpp", ".def"):
        continue
    for number, line in code_lines(path):
        line = re.sub(r'"(\\.|[^"\\])*"', '""', line)   # what a message says is its own affair
        for pattern, rooms, excused, instead in RULES:
            if (rooms is ALL or room in rooms) and room not in excused:
                for found in re.finditer(pattern, line):
                    complaints.append(f"{path}:{number}: {found.group()} — {instead}")

for path in project_files():
    if path.name in ("CMakeLists.txt", "CMakePresets.json") or path.suffix == ".cmake":
        for number, line in code_lines(path):
            if found := re.search(FLAGS, line.split("#")[0]):
                complaints.append(f"{path}:{number}: {found.group()} — changes results, or ties "
                                  "the program to one machine")

finish(complaints, f"{len(files)} files without a forbidden word")
