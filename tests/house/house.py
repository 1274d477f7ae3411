"""What the tests of the house share: the files of the project, and the table of rooms."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.environ.get("SOURCE_DIR") or Path(__file__).resolve().parents[2])
HOUSES = ("sim", "analysis")


def project_files():
    """Paths, relative to the checkout, of all files of the project; build products are not."""
    git = ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT)]
    listing = subprocess.run(git + ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                             capture_output=True, text=True)
    if listing.returncode == 0:
        paths = [Path(name) for name in listing.stdout.split("\0") if name]
    else:  # an unpacked release has no git folder
        paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
        paths = [path for path in paths if path.parts[0] not in ("build", ".git")]
    return sorted(path for path in set(paths) if (ROOT / path).is_file())


def code_lines(path):
    """Numbered lines of a C++ file with the comments blanked out (strings stay)."""
    text = (ROOT / path).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", lambda found: "\n" * found.group().count("\n"), text, flags=re.S)
    for number, line in enumerate(text.split("\n"), 1):
        yield number, re.sub(r"(^|\s)//.*", "", line)


def room_of(path):
    """The room a file lives in, or None: sim/world/tie.h is in world."""
    return path.parts[1] if path.parts[0] in HOUSES and len(path.parts) > 2 else None


def room_table():
    """{room: (rooms it may include, libraries it links)}, read from the rooms' CMake lines; there,
    `sim` stands for every room of sim/ but app."""
    table = {}
    for house in HOUSES:
        for lists in sorted((ROOT / house).glob("*/CMakeLists.txt")):
            call = re.search(r"relco_(?:room|program)\(([^)]*)\)", lists.read_text())
            if not call:
                continue
            words, room, key = {}, lists.parent.name, None
            for word in call.group(1).split():
                if word in ("NAME", "DEPENDS", "LIBS", "PUBLIC_LIBS", "COLD"):
                    key = word
                else:
                    words.setdefault(key, []).append(word)
            libraries = words.get("LIBS", []) + words.get("PUBLIC_LIBS", [])
            table[room] = (words.get("DEPENDS", []), libraries)
    return table


def finish(complaints, good):
    """Prints every complaint, or the good news; ends the test."""
    for complaint in complaints:
        print(complaint)
    print(f"{len(complaints)} to mend" if complaints else good)
    sys.exit(1 if complaints else 0)
