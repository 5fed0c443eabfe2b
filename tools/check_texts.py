#!/usr/bin/env python3
"""Holds the catalogue of texts against itself and against the source: both languages have the same keys and
the same arguments, no file is broken, and every key that the source names literally is there."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
problems = []


def load(language):
    texts = {}
    for path in [ROOT / f"text/{language}.json", *sorted((ROOT / f"text/{language}.d").glob("*.json"))]:
        if not path.exists():
            continue
        try:
            pairs = json.loads(path.read_text(), object_pairs_hook=list)
        except ValueError as error:
            problems.append(f"{path.relative_to(ROOT)}: {error}")
            continue
        for key, value in pairs:
            if key in texts:
                problems.append(f"{path.relative_to(ROOT)}: {key} is there twice")
            texts[key] = value
    return texts


dutch, english = load("nl"), load("en")
for key in sorted(dutch.keys() ^ english.keys()):
    problems.append(f"{key} is only in {'nl' if key in dutch else 'en'}")
for key in dutch.keys() & english.keys():
    marks = [set(re.findall(r"\{\d\}", texts[key])) for texts in (dutch, english)]
    if marks[0] != marks[1]:
        problems.append(f"{key} has other arguments in nl than in en")
    if not dutch[key].strip() or not english[key].strip():
        problems.append(f"{key} is empty")

bases = set(dutch) | {key.rsplit(".", 1)[0] for key in dutch if key.endswith((".one", ".other"))}
for path in sorted((ROOT / "src").rglob("*.cpp")):
    if path.stem.endswith("_test"):
        continue
    for key in re.findall(r'\bt_?\("([a-z0-9_]+(?:\.[a-z0-9_]+)+)"[,)]', path.read_text()):
        if key not in bases:
            problems.append(f"{path.relative_to(ROOT)}: {key} is not in the catalogue")
print("\n".join(problems))
sys.exit(1 if problems else 0)
