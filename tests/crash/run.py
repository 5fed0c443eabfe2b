#!/usr/bin/env python3
"""The real program, killed and stopped in the middle of its work, and started again: everything that was confirmed
must be there. Backup, restore and demo, killed too, must not leave what passes for whole.

Usage: run.py RESULT_FILE [--rounds N] [--saves N] [--people N] [--kills N] [--only PART...]
With DICHTBIJ_TEST_POSTGRES (an empty database; see tools/with_postgres.sh) the rounds are played on that too."""
import argparse
import os
import pathlib
import shutil
import sqlite3
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # nothing is left beside the sources
from copies import Copies, place_of
from database import Postgres
from employee import Refused
from report import Report
from rounds import Place, Rounds
from server_life import full_disk, graceful_stop, killed_demo, settings_stop_the_start


def on_sqlite(report, folder, options):
    rounds = Rounds(report, folder, place_of(folder / "data"), options)
    try:
        for number in range(1, options.rounds + 1):
            rounds.play(number)
        Copies(report, folder, rounds, options).play()
        graceful_stop(report, rounds)
    finally:
        rounds.server.kill()


def on_postgres(report, folder, options):
    url = os.environ.get("DICHTBIJ_TEST_POSTGRES")
    if not url:
        return report.skip("the rounds on PostgreSQL", "DICHTBIJ_TEST_POSTGRES is not set")
    rounds = Rounds(report, folder, Place(("--database", url), Postgres(url), None), options)
    try:
        for number in range(1, options.rounds + 1):
            rounds.play(f"{number} on PostgreSQL")
    finally:
        rounds.server.kill()


def commands(report, folder, options):
    settings_stop_the_start(report, folder)
    killed_demo(report, folder, options.kills)


def disk(report, folder, _):
    full_disk(report, folder, argparse.Namespace(saves=1, people=1))


def play(part, report, options):
    started = time.monotonic()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dichtbij-crash-"))
    try:
        part(report, folder, options)
    except (RuntimeError, OSError, Refused, sqlite3.Error) as wrong:
        report.check(f"{part.__name__} can be played to its end", [f"{type(wrong).__name__}: {wrong}"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"-- {part.__name__}: {time.monotonic() - started:.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("result_file", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--people", type=int, default=16, help="who save at the same time")
    parser.add_argument("--kills", type=int, default=3, help="of backup, of restore and of demo")
    parser.add_argument("--only", nargs="*", default=["on_sqlite", "commands", "disk", "on_postgres"])
    options = parser.parse_args()
    report = Report()
    for part in (on_sqlite, commands, disk, on_postgres):
        if part.__name__ in options.only:
            play(part, report, options)
    options.result_file.write_text(f"{report.passed} {report.failed} {report.skipped}\n")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
