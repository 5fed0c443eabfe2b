#!/usr/bin/env python3
"""Every public operation of a service stands in the table that is walked by src/app/operaties_test.cpp.

An operation is a member of a class XxxService (or AccessLog) that takes the Caller; of one that exists with
and without a transaction, the one without. Overloads of one name need as many rows. Also the free functions
of the headers below.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FREE = {"access/account_beheer.h": "access", "organisatie/organisatie_import.h": "organisatie", "dossier/klantbeeld.h": "dossier"}
CLASS = re.compile(r"^class (\w+Service|AccessLog)\b[^;{]*\{\n(.*?)^\};", re.M | re.S)
DECLARATION = re.compile(r"(\w+)\(([^;{}]*?\bCaller\s*&[^;{}]*)\)")
# Headers of services that no screen reaches yet. They count from the moment that a file of src/app includes them.
UNWIRED = set()
# What is told, not asked: no operation.
TOLD = {"AccessLog::record"}


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def declarations(text):
    """Name and parameters of each function that takes a Caller, outside std::function<...>."""
    text = re.sub(r"std::function<[^;]*;", ";", without_comments(text))
    for statement in text.split(";"):
        found = DECLARATION.search(" ".join(statement.split()))
        if found:
            yield found[1], found[2]


def waiting():
    """The unwired headers that no file of src/app includes."""
    included = {name for path in (ROOT / "src" / "app").iterdir() for name in re.findall(r'#include "([^"]+)"', path.read_text())}
    return UNWIRED - included


def needed():
    """operation -> how many rows it needs."""
    plain, combined = collections.Counter(), collections.Counter()

    def count(owner, text):
        for name, parameters in declarations(text):
            (combined if "Tx&" in parameters.replace("store::Tx &", "Tx&") else plain)[f"{owner}::{name}"] += 1

    for header in sorted((ROOT / "src").rglob("*.h")):
        if str(header.relative_to(ROOT / "src")) in waiting():
            continue
        text = header.read_text()
        for name, body in CLASS.findall(text):
            count(name, re.split(r"^\s*private:", body, flags=re.M)[0])
        if (owner := FREE.get(str(header.relative_to(ROOT / "src")))) is not None:
            count(owner, text)
    operations = {name: plain[name] or combined[name] for name in {*plain, *combined}}
    return {name: rows for name, rows in operations.items() if name not in TOLD}


def written():
    rows = collections.Counter()
    for test in (ROOT / "src" / "app").glob("operaties_*_test.cpp"):
        for name in re.findall(r'^\s+\{"(\w+::\w+)[ "]', test.read_text(), re.M):
            rows[name] += 1
    return rows


if __name__ == "__main__":
    wanted, there = needed(), written()
    faults = [f"{name}: {rows} in the headers, {there[name]} in src/app/operaties_*_test.cpp" for name, rows in sorted(wanted.items()) if there[name] < rows]
    faults += [f"{name}: in src/app/operaties_*_test.cpp, in no header" for name in sorted(there) if name not in wanted]
    print("\n".join(faults) if faults else f"{len(wanted)} operations, {sum(there.values())} rows" + "".join(f"; {name} waits until src/app includes it" for name in sorted(waiting())))
    sys.exit(1 if faults else 0)
