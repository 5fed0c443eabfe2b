#!/usr/bin/env python3
"""Holds the catalogue of texts against itself and against the source: both languages have the same keys and
the same arguments, no file is broken, every key that the source names is there, and no text is unused.

A key is used when a literal in the source is that key (without .one or .other), or begins it and the rest is
put behind it when the program runs: "gebeurtenis." + soort. Words of scripts (web/src) are script.* keys that
src/html/frame.cpp sends along."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEY = r"[a-z0-9_]+(?:\.[a-z0-9_]+)+"
problems = []


def load(language):
    texts = {}
    for path in [ROOT / f"text/{language}.json", *sorted((ROOT / f"text/{language}.d").glob("*.json"))]:
        if not path.exists():
            problems.append(f"{path.relative_to(ROOT)} is not there")
            continue
        try:
            pairs = json.loads(path.read_text(), object_pairs_hook=list)
        except ValueError as error:
            problems.append(f"{path.relative_to(ROOT)}: {error}")
            continue
        for key, value in pairs:
            if key in texts:
                problems.append(f"{path.relative_to(ROOT)}: {key} is there twice")
            if not re.fullmatch(KEY, key):
                problems.append(f"{path.relative_to(ROOT)}: {key} is not a key: lower case, digits, _ and points")
            texts[key] = value
    return texts


def base(key):
    return key.rsplit(".", 1)[0] if key.endswith((".one", ".other")) else key


def compare(dutch, english):
    for key in sorted(dutch.keys() ^ english.keys()):
        problems.append(f"{key} is only in {'nl' if key in dutch else 'en'}")
    for key in sorted(dutch.keys() & english.keys()):
        marks = [set(re.findall(r"\{\d\}", texts[key])) for texts in (dutch, english)]
        # "1 dag" needs no number.
        if marks[0] != marks[1] and not key.endswith(".one"):
            problems.append(f"{key} has other arguments in nl than in en")
        if not dutch[key].strip() or not english[key].strip():
            problems.append(f"{key} is empty")
        for one, other in ((".one", ".other"), (".other", ".one")):
            if key.endswith(one) and key.removesuffix(one) + other not in dutch:
                problems.append(f"{key} has no {other[1:]}")


def source_files():
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix in {".cpp", ".h"} and not path.stem.endswith("_test"):
            yield path.relative_to(ROOT), re.sub(r"^\s*//.*$", "", path.read_text(), flags=re.M)


unused = []  # told, no fault: a key may be made from parts


def check_source(known):
    bases = {base(key) for key in known} | set(known)
    literals = set()
    for path, text in source_files():
        # t("key"), t_("key"), desk.t("key"), t.rich("key"), t.fill("key"); a ? between two keys counts too.
        for call in re.findall(r'\bt_?(?:\.rich|\.fill|\.pattern)?\(([^;{}]*?)[,)]', text):
            for key in re.findall(rf'"({KEY})"(?!\s*\+)', call):
                if key not in bases:
                    problems.append(f"{path}: {key} is not in the catalogue")
        literals.update(re.findall(r'"([a-z0-9_.]+)"', text))
    prefixes = tuple(literal for literal in literals if literal.endswith("."))
    for key in sorted({base(key) for key in known}):
        if key not in literals and not key.startswith(prefixes):
            unused.append(key)


def check_scripts(known):
    sent = set(re.findall(r'"([a-z0-9_.]+)"', (ROOT / "src/html/frame.cpp").read_text()))
    for path in sorted((ROOT / "web/src").glob("*.ts")):
        for function, word in re.findall(r"\b(words?)\('([a-z-]+)'", path.read_text()):
            name = word.replace("-", "_")
            for key in [name] if function == "word" else [f"{name}.one", f"{name}.other"]:
                if f"script.{key}" not in known or key not in sent:
                    problems.append(f"web/src/{path.name}: {word} needs script.{key} in the catalogue and in src/html/frame.cpp")


texts = {language: load(language) for language in ("nl", "en")}
compare(texts["nl"], texts["en"])
check_source(texts["nl"])
check_scripts(texts["nl"])
problems = list(dict.fromkeys(problems))
print("\n".join(problems[:200]) + (f"\n{len(problems)} problems" if problems else ""))
sys.exit(1 if problems else 0)
