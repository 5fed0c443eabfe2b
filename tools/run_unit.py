#!/usr/bin/env python3
"""Runs every *_test program of a build folder, two at a time, and counts their cases. Each has a
PostgreSQL of its own: what followers may read waits for the oldest transaction of the whole server.
Usage: run_unit.py BUILD_FOLDER RESULT_FILE"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINE = re.compile(r"test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed \|\s*(\d+) skipped")
FAILURE = re.compile(r"^(?:TEST CASE: .*|.*\bERROR\b.*)$", re.MULTILINE)  # of doctest and of the sanitizers
TIMEOUT_S = 900


def run(program):
    env = dict(os.environ, ASAN_OPTIONS="detect_leaks=1:abort_on_error=0", UBSAN_OPTIONS="print_stacktrace=1")
    try:
        done = subprocess.run([ROOT / "tools" / "with_postgres.sh", program], cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT_S, env=env, errors="replace")
        output, code = done.stdout + done.stderr, done.returncode
    except subprocess.TimeoutExpired as late:
        output, code = f"no end within {TIMEOUT_S} s\n{(late.stdout or b'')[-2000:]}", -1
    counts = LINE.search(output)
    passed, failed, skipped = (int(counts[i]) for i in (2, 3, 4)) if counts else (0, 0, 0)
    if code != 0 and failed == 0:
        failed = 1
    return program.name, passed, failed, skipped, output


# The largest first: the longest would otherwise begin when all others are done.
programs = sorted((p for p in (ROOT / sys.argv[1]).glob("*_test") if os.access(p, os.X_OK) and p.is_file()), key=lambda p: -p.stat().st_size)
total = [0, 0, 0]
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    for name, passed, failed, skipped, output in pool.map(run, programs):
        total = [total[0] + passed, total[1] + failed, total[2] + skipped]
        print(f"{'ok  ' if failed == 0 else 'FAIL'} {name}: {passed} passed, {failed} failed, {skipped} skipped", flush=True)
        if failed:
            print("\n".join(FAILURE.findall(output)[:12]))
            print(output[-6000:])
if not programs:
    total[1] = 1
pathlib.Path(sys.argv[2]).write_text(" ".join(map(str, total)) + "\n")
sys.exit(1 if total[1] else 0)
