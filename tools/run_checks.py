#!/usr/bin/env python3
"""Runs the checks of the source itself and counts them. Usage: run_checks.py RESULT_FILE"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHECKS = [
    ("layers", ["python3", "tools/check_layers.py"]),
    ("texts", ["python3", "tools/check_texts.py"]),
    ("glossary", ["python3", "tools/check_glossary.py"]),
    ("catalogue of case types", ["python3", "tools/check_catalogue.py"]),
    ("every operation is walked", ["python3", "tools/check_operations.py"]),
    ("shell scripts parse", ["bash", "-c", "for f in script/* tools/*.sh .ci/run; do [ \"$f\" = script/packages.txt ] || bash -n \"$f\" || exit 1; done"]),
    ("typescript", ["npx", "--no-install", "tsc", "--noEmit", "-p", "web"]),
    ("web assets are made", ["node", "web/build.mjs"]),
    ("scripts keep their promises in a browser", ["node", "web/behaviour.mjs"]),
    ("the parts pass axe-core and html-validate", ["node", "web/preview.mjs"]),
]

passed = failed = 0
for name, command in CHECKS:
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if run.returncode == 0:
        passed += 1
        print(f"ok   {name}")
    else:
        failed += 1
        print(f"FAIL {name}\n{run.stdout[-4000:]}{run.stderr[-2000:]}")
pathlib.Path(sys.argv[1]).write_text(f"{passed} {failed} 0\n")
sys.exit(1 if failed else 0)
