"""What the twin reads: relco's published tables of parameters, and a trace (trace.cpp)."""

import json
import os
import re
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from arithmetic import F

SOURCE = Path(os.environ.get("SOURCE_DIR") or Path(__file__).resolve().parents[2])
STRUCTURES = ("hiring_for_teamwork", "training_for_teamwork", "shared_accountability",
              "shared_rewards", "shared_conflict_resolution", "boundary_spanner_role",
              "relational_job_design", "supportive_supervision", "team_meetings",
              "shared_protocols", "shared_information_systems", "shared_space")
LEVERS = ("goals", "knowledge", "respect", "solving", "contact", "safety", "inquiry", "larger",
          "harden", "family", "systems", "threat", "checking")
COORDINATOR, DORMANT = 1, 2   # bits of person.functions
NONE = 2**32 - 1              # a reference to no row


def parameters():
    """{rule: its parameters}, each at the default of its row."""
    rules = {}
    for path in sorted((SOURCE / "sim/rules").glob("*/*.def")):
        if path.stem == path.parent.name:
            rows = re.findall(r"^X\((\w+), ([-+.\de]+)f?,", path.read_text(), re.M)
            rules[path.stem] = SimpleNamespace(**{name: F(value) for name, value in rows})
    return SimpleNamespace(**rules)


def interventions():
    """{kind: (hours, levers of a full dose)}."""
    text = (SOURCE / "sim/rules/change/interventions.def").read_text()
    rows = re.findall(r"^X\((\w+), ([-., \df]+), \"", text, re.M)
    numbers = {kind: [F(x.strip(" f")) for x in row.split(",")] for kind, row in rows}
    return {kind: (row[0], row[1:]) for kind, row in numbers.items()}


def read_trace(path):
    """{moment: {"Table.column": array}}."""
    moments = {}
    with open(path, "rb") as file:
        while line := file.readline():
            name, kind, rows, columns = line.decode().split()
            moment, column = name.split("/")
            count = int(rows) * int(columns)
            values = np.frombuffer(file.read(count * int(kind[1])), "<" + kind, count)
            if int(columns) > 1:
                values = values.reshape(int(rows), int(columns))
            moments.setdefault(moment, {})[column] = values
    return moments


def facts_of(start):
    """What the scenario states: the seed, the way of paying, the arm's changes."""
    return json.loads(start["facts"].tobytes())


class Table(SimpleNamespace):
    """The columns of one table, writable."""


def tables_of(columns):
    """{"People": Table, ...} as copies."""
    tables = {}
    for name, values in columns.items():
        table, _, column = name.partition(".")
        if column:
            setattr(tables.setdefault(table, Table()), column, values.copy())
    return tables
