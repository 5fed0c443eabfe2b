#!/usr/bin/env python3
"""Builds the fuzz targets of tests/fuzz with clang and gives each a few seconds. A crash, a leak or a
time-out fails. Usage: run_fuzz.py RESULT_FILE [SECONDS]

Inputs to begin from stand in tests/fuzz/corpus/NAME_fuzz. A target names the sources it needs beside itself in a line `// sources: src/http/form.cpp ...`."""
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 15
FLAGS = ["-std=c++20", "-O1", "-g1", "-fsanitize=fuzzer,address,undefined", "-fno-sanitize-recover=all", "-Isrc"]


def fuzz(target):
    out = ROOT / "build" / "fuzz"
    out.mkdir(parents=True, exist_ok=True)
    text = target.read_text()
    sources = [word for line in re.findall(r"^// sources: (.*)$", text, re.M) for word in line.split()]
    libraries = [word for line in re.findall(r"^// libraries: (.*)$", text, re.M) for word in line.split()]
    program = out / target.stem
    built = subprocess.run(["clang++", *FLAGS, str(target), *sources, "-o", str(program), *libraries], cwd=ROOT,
                           capture_output=True, text=True)
    if built.returncode:
        return target.stem, False, built.stderr[-3000:]
    seeds = ROOT / "tests" / "fuzz" / "corpus" / target.stem
    with tempfile.TemporaryDirectory() as corpus:
        ran = subprocess.run([str(program), f"-max_total_time={SECONDS}", "-timeout=5", "-rss_limit_mb=1024",
                              f"-artifact_prefix={out}/", corpus, *([str(seeds)] if seeds.is_dir() else [])], cwd=ROOT, capture_output=True, text=True, errors="replace")
    return target.stem, ran.returncode == 0, ran.stderr[-3000:]


targets = sorted((ROOT / "tests" / "fuzz").glob("*_fuzz.cpp"))
passed = failed = 0
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    for name, ok, output in pool.map(fuzz, targets):
        passed, failed = passed + ok, failed + (not ok)
        print(f"{'ok  ' if ok else 'FAIL'} {name}" + ("" if ok else "\n" + output), flush=True)
pathlib.Path(sys.argv[1]).write_text(f"{passed} {failed} 0\n")
sys.exit(1 if failed else 0)
