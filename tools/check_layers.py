#!/usr/bin/env python3
"""Holds src/LAYERS against the includes.

A folder includes only itself and folders above it in LAYERS. Inside a capability the roles go
model < store < service < follow, render, desk, portaal < routes. From another capability only the model
and the service may be included. SQL stands in *_store only (and in the platform's store), HTML in *_desk,
*_portaal and *_render. No file is longer than 500 lines (tests: 800).
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SRC = ROOT / "src"
PLATFORM = {"base", "store", "http", "html", "json", "search"}
CAPABILITIES = {"zaaktype", "partij", "document", "klantcontact", "taak", "zaak", "belofte", "overleg", "ketenpartner", "werk", "bericht"}
RANK = {"model": 0, "store": 1, "service": 2, "follow": 3, "render": 3, "desk": 3, "portaal": 3, "routes": 4}
SQL = re.compile(r'"\s*(select|insert into|update|delete from|create table)\s', re.I)


def folders():
    lines = (SRC / "LAYERS").read_text().splitlines()
    return [line.split()[0] for line in lines if line and not line.startswith("#")]


def role(stem):
    for name in RANK:
        if stem.endswith("_" + name):
            return name
    return "model"


def check():
    order = folders()
    place = {name: at for at, name in enumerate(order)}
    problems = []
    for path in sorted(SRC.rglob("*")):
        if path.suffix not in {".h", ".cpp"}:
            continue
        relative = path.relative_to(SRC)
        folder = str(relative.parent)
        if folder not in place:
            problems.append(f"src/{relative}: folder {folder} is not in src/LAYERS")
            continue
        text = path.read_text()
        is_test = path.stem.endswith("_test")
        lines = text.count("\n")
        if lines > (800 if is_test else 500):
            problems.append(f"src/{relative}: {lines} lines, at most {800 if is_test else 500}")
        if not is_test and folder not in {"store", "base"} and SQL.search(text) and not path.stem.endswith("_store"):
            problems.append(f"src/{relative}: SQL outside a *_store file")
        for included in re.findall(r'#include "([^"]+)"', text):
            other = str(pathlib.Path(included).parent)
            if other.startswith("support") or other not in place:
                if not is_test and not (SRC / included).exists():
                    problems.append(f"src/{relative}: includes {included}, which is not there")
                continue
            if place[other] > place[folder]:
                problems.append(f"src/{relative}: {folder} may not use {other} (src/LAYERS)")
            other_role = role(pathlib.Path(included).stem)
            if is_test:
                continue
            if other == folder and RANK[other_role] > RANK[role(path.stem)] and folder in CAPABILITIES:
                problems.append(f"src/{relative}: a {role(path.stem)} may not use a {other_role} ({included})")
            if other != folder and other in CAPABILITIES and folder not in {"app"} and other_role == "store":
                problems.append(f"src/{relative}: only the model and the service of {other} may be used ({included})")
    return problems


if __name__ == "__main__":
    found = check()
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
