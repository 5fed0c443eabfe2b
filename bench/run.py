"""Measures the bars of the design and prints them as a table: see docs/benchmarks.md.

    script/bench [--small] [--only NAME,...]
"""

import argparse
import dataclasses
import os
import re
import subprocess
import sys
import time

import data
import interface
import zaken
from databases import PostgresServer, SqliteData, load_postgres
from machine import facts
from server import Program, first_answer_s
from visits import klantbeeld_plan, exact_search_plan, name_search_plan, sign_in, typo_search_plan, worklist_plan

NAMES = ["record", "schrijven", "werklijst", "klantbeeld", "termijn", "zoeken", "geheugen", "start", "koppelvlak", "zaken", "beloften"]


@dataclasses.dataclass
class Line:
    what: str
    measured: str
    bar: str
    is_met: bool


class Bench:
    def __init__(self, arguments):
        self.small = arguments.small
        self.only = arguments.only
        self.build = os.environ.get("BENCH_BUILD", "build/release")
        self.program = os.path.join(self.build, "dichtbij")
        self.directory = "build/bench-data"
        self.contacts = data.SMALL_CONTACTS * (1 if self.small else data.COPIES)
        self.load_s = 20 if self.small else 60
        self.lines = []

    def wants(self, *names):
        return any(name in self.only for name in names)

    def add(self, what, measured, bar, is_met):
        self.lines.append(Line(what, measured, bar, is_met))
        print(f"   {what}: {measured} (balk: {bar})", flush=True)

    def tool(self, name, *arguments, **options):
        done = subprocess.run([os.path.join(self.build, name), *map(str, arguments)], text=True, stdout=subprocess.PIPE, **options)
        if done.returncode != 0:
            raise SystemExit(f"{name} stopped with {done.returncode}\n{done.stdout}")
        return done.stdout

    def run(self):
        os.makedirs(self.directory, exist_ok=True)
        if self.wants("zaken", "beloften"):
            self.cases()
        if not set(self.only) - {"zaken", "beloften"}:
            return
        say("Data")
        sqlite = SqliteData(data.make(self.program, self.directory, self.small))
        self.settle(sqlite)
        if self.wants("termijn"):
            self.due_moments()
        if self.wants("start"):
            self.start(sqlite)
        if self.wants("werklijst", "klantbeeld", "geheugen", "zoeken"):
            self.visits(sqlite)
        if self.wants("record"):
            self.record(sqlite)
        if self.wants("schrijven"):
            self.writing(sqlite, os.path.join(self.directory, "schrijven"))
        if self.wants("koppelvlak"):
            self.interface(sqlite, os.path.join(self.directory, "koppelvlak"))
        if self.wants("zoeken"):
            self.index()
        if self.wants("schrijven", "werklijst", "klantbeeld", "koppelvlak"):
            with PostgresServer(os.path.join(self.directory, "postgres")) as server:
                self.on_postgres(server, sqlite)

    def on_postgres(self, server, sqlite):
        database = os.path.basename(sqlite.directory)
        if not server.has(database):
            say("PostgreSQL is loaded with the same data")
            load_postgres(self.program, sqlite, server, database)
        postgres = server.data(database)
        self.settle(postgres)
        if self.wants("werklijst", "klantbeeld"):
            self.visits(postgres)
        if self.wants("schrijven"):
            self.writing(postgres, "schrijven")
        if self.wants("koppelvlak"):
            self.interface(postgres, "koppelvlak")

    def settle(self, place):
        """Lets the followers of the journal catch up, so that no measurement does their work."""
        with Program(self.program, place, self.directory) as server:
            server.wait_for_followers()

    # ---- One function a bar

    def due_moments(self):
        say("Termijnen")
        rates = {name: int(rate) for name, rate in re.findall(r"due moment, (.+?) +(\d+)/s", self.tool("norm_bench"))}
        slowest = min(rates, key=rates.get)
        self.add("uiterlijk moment uit norm en kalender, op een kern", f"{rates[slowest] / 1e6:.1f} miljoen/s ({slowest}, de traagste soort)",
                 "≥ 2 miljoen/s", rates[slowest] >= 2_000_000)

    def start(self, place):
        say("Start")
        times = sorted(first_answer_s(self.program, place, self.directory) for _ in range(5))
        self.add(f"start tot eerste antwoord, {self.contacts:,} contacten", f"{times[-1]:.2f} s (traagste van 5; mediaan {times[2]:.2f} s)", "< 0,5 s", times[-1] < 0.5)

    def visits(self, place):
        say(f"Schermen op {place.name}")
        employees = sign_in(place)
        with Program(self.program, place, self.directory) as server:
            if self.wants("werklijst"):
                self.load(server, place, "werklijst van een team", worklist_plan(employees), 10)
            if self.wants("klantbeeld"):
                self.load(server, place, f"klantbeeld van iemand met {data.BUSY_CONTACTS} contacten", klantbeeld_plan(place, employees), 15)
            if self.wants("zoeken") and place.name == "SQLite":
                self.search(server, place, employees)
            if self.wants("geheugen") and place.name == "SQLite":
                used = server.anonymous_memory_mb()
                self.add(f"geheugen (RssAnon) na de belasting, {self.contacts:,} contacten", f"{used:.0f} MB", "< 300 MB", used < 300)

    def cases(self):
        say("Data")
        small = data.make(self.program, self.directory, is_small=True)
        if self.wants("zaken"):
            place = SqliteData(zaken.make(small, self.directory, self.small))
            self.settle(place)
            there = zaken.counts(place)
            say(f"Zaken: {there['zaak']:,}, waarvan {there['open']:,} open, met {there['zaak_status']:,} statussen en {there['werk']:,} keer werk")
            employees = sign_in(place)
            residents = zaken.sign_in_residents(place)
            with Program(self.program, place, self.directory) as server:
                self.load(server, place, "werklijst van een team, tussen de zaken", worklist_plan(employees), 10)
                self.load(server, place, "bladzijde van een zaak", zaken.case_page_plan(place, employees), 15)
                self.load(server, place, "Mijn Dichtbij: al mijn vragen en zaken", residents, 15)
        if self.wants("beloften"):
            self.promises(SqliteData(zaken.make_open(small, self.directory, self.small)), SqliteData(small))

    def promises(self, place, year):
        text = self.tool("belofte_bench", place.directory)
        counted, counted_s = re.search(r"counted (\d+) ([\d.]+)", text).groups()
        looked, looked_s = re.search(r"looked (\d+) ([\d.]+)", text).groups()
        first, first_s = re.search(r"first (\d+) ([\d.]+)", text).groups()
        print(f"   {int(counted):,} closed cases added to the lengths in {counted_s} s; {int(first):,} open ones of which nothing was known yet in {first_s} s", flush=True)
        each = float(looked_s) / max(1, int(looked)) * 200_000
        self.add(f"ochtendcontrole van {int(looked):,} open zaken", f"{looked_s} s, is {each:.1f} s voor 200.000", "200.000 < 10 s", each < 10)
        found = zaken.foresight(year)
        of = {stand: found.get((stand, True), 0) + found.get((stand, False), 0) for stand in ("gehaald", "gemist", "verzet")}
        warned = sum(count for (_, foreseen), count in found.items() if foreseen)
        share = lambda part, whole: f"{100 * part / whole:.0f}%" if whole else "geen"
        print(f"   beloften in het demojaar: {of['gemist']} gemist, waarvan {share(found.get(('gemist', True), 0), of['gemist'])} voorzien; "
              f"{of['verzet']} verzet, waarvan {share(found.get(('verzet', True), 0), of['verzet'])} voorzien; "
              f"van {warned} waarschuwingen was {share(found.get(('gehaald', True), 0), warned)} loos alarm", flush=True)

    def load(self, server, place, what, plan, p99_ms):
        self.ask(server, plan, 6)  # warms up
        found = self.ask(server, plan, self.load_s)
        self.add(f"{what}, 50 medewerkers, {place.name}",
                 f"p99 {found['p99']:.1f} ms (p50 {found['p50']:.1f}, {found['requests']:.0f} verzoeken, {found['cpu']:.1f} ms CPU elk)",
                 f"p99 < {p99_ms} ms", found["p99"] < p99_ms)

    def ask(self, server, plan, seconds):
        lines = "".join("\t".join([cookie, *paths]) + "\n" for cookie, paths in plan)
        words = self.tool("load_bench", server.port, seconds, server.process.pid, input=lines).split()
        found = {words[i]: float(words[i + 1]) for i in range(0, len(words), 2)}
        if found["failed"]:
            raise SystemExit(f"{found['failed']:.0f} of {found['requests']:.0f} requests failed; see {self.directory}/serve.log")
        return found

    def search(self, server, place, employees):
        for what, plan, limit in (("op nummer, telefoon, BSN of adres", exact_search_plan(place, employees), 10),
                                  ("op naam", name_search_plan(place, employees), 10),
                                  ("op naam met een typefout", typo_search_plan(place, employees), 30)):
            self.ask(server, plan, 6)
            found = self.ask(server, plan, self.load_s / 2)
            self.add(f"zoekscherm {what}, {place.name}", f"p95 {found['p95']:.1f} ms (p50 {found['p50']:.1f}, {found['cpu']:.1f} ms CPU elk)", f"p95 < {limit} ms", found["p95"] < limit)

    def record(self, place):
        say("Eén contact als JSON")
        text = self.tool("record_bench", place.directory, 6 if self.small else 15)
        ratio = float(re.search(r"ratio ([\d.]+)", text)[1])
        rates = {name: (int(rate), float(cpu)) for name, rate, cpu in re.findall(r"(bare|dichtbij) +(\d+) requests/s +([\d.]+) us", text)}
        self.add("één contact als JSON, rechten en inzage, tegen kaal Beast",
                 f"{ratio:.2f} ({rates['dichtbij'][1]:.0f} tegen {rates['bare'][1]:.0f} µs CPU; {rates['dichtbij'][0]:,} tegen {rates['bare'][0]:,}/s)", "≥ 0,6", ratio >= 0.6)

    def writing(self, place, copy):
        say(f"Vastleggen op {place.name}")
        own = place.copy(copy)
        try:
            text = self.tool("write_bench", *own.place[-2:], 3_200 if self.small else 8_000)
        finally:
            own.drop()
        ratio = float(re.search(r"^ratio ([\d.]+)", text, re.M)[1])
        rates = {name: (int(rate), float(cpu)) for name, rate, cpu in re.findall(r"(bare|dichtbij) +(\d+) contacts/s +([\d.]+) us", text)}
        rows = float(re.search(r"rows ([\d.]+)", text)[1])
        self.add(f"contact met taak vastgelegd, 16 draden, {place.name}",
                 f"{ratio:.2f} ({rates['dichtbij'][0]:,} tegen {rates['bare'][0]:,}/s van {rows:.0f} rijen; {rates['dichtbij'][1]:.0f} tegen {rates['bare'][1]:.0f} µs CPU)",
                 "≥ 0,5", ratio >= 0.5)

    def interface(self, place, copy):
        say(f"Koppelvlak op {place.name}")
        seconds = 6 if self.small else 15
        token = interface.make_token(self.program, place)
        with Program(self.program, place, self.directory) as server:
            server.wait_for_followers()
            with interface.Bare(os.path.join(self.build, "api_bare_bench"), place, interface.base_of(server.port)) as bare:
                for what, paths in interface.plans(place):
                    text = self.tool("api_bench", server.port, server.process.pid, bare.port, bare.process.pid, token, seconds, input="\n".join(paths) + "\n")
                    ratio = float(re.search(r"ratio ([\d.]+)", text)[1])
                    cpu = {name: float(us) for name, us in re.findall(r"(bare|dichtbij) +\d+ requests/s +([\d.]+) us", text)}
                    self.add(f"{what} over de standaard, tegen kaal Beast, {place.name}",
                             f"{ratio:.2f} ({cpu['dichtbij'] / 1e3:.3f} tegen {cpu['bare'] / 1e3:.3f} ms CPU)", "≥ 0,6", ratio >= 0.6)
        own = place.copy(copy)
        try:
            text = self.tool("api_write_bench", *own.place[-2:], 3_200 if self.small else 8_000)
        finally:
            own.drop()
        ratio = float(re.search(r"^ratio ([\d.]+)", text, re.M)[1])
        rates = {name: (int(rate), float(cpu)) for name, rate, cpu in re.findall(r"(bare|dichtbij) +(\d+) contacts/s +([\d.]+) us", text)}
        self.add(f"klantcontact gemaakt over de standaard, 16 clients, {place.name}",
                 f"{ratio:.2f} ({rates['dichtbij'][0]:,} tegen {rates['bare'][0]:,}/s; {rates['dichtbij'][1] / 1e3:.3f} tegen {rates['bare'][1] / 1e3:.3f} ms CPU)",
                 "≥ 0,5", ratio >= 0.5)

    def index(self):
        say(f"De zoekindex met {self.contacts:,} namen")
        text = self.tool("search_bench", self.contacts, os.path.join(self.directory, f"zoek-{self.contacts}"))
        found = re.findall(r"^(.+?) +p50 +[\d.]+ p95 +([\d.]+) p99", text, re.M)
        for what, with_error, limit in (("juist gespeld", False, 10), ("met een typefout", True, 30)):
            p95, slowest = max((float(p95), name) for name, p95 in found if ("error" in name) == with_error)
            self.add(f"zoekindex, {what}", f"p95 {p95:.1f} ms ({slowest}, de traagste soort)", f"p95 < {limit} ms", p95 < limit)

    def table(self):
        print("\n" + "\n".join(facts(self.contacts)) + "\n")
        rows = [("wat", "gemeten", "balk", "oordeel")]
        rows += [(line.what, line.measured, line.bar, "haalt het" if line.is_met else "haalt het niet") for line in self.lines]
        widths = [max(len(row[i]) for row in rows) for i in range(4)]
        for number, row in enumerate(rows):
            print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
            if number == 0:
                print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def say(text):
    print(f"\n== {text}", flush=True)


def main():
    parser = argparse.ArgumentParser(prog="script/bench", description="Measures the bars of the design.")
    parser.add_argument("--small", action="store_true", help=f"{data.SMALL_CONTACTS:,} contacts instead of {data.SMALL_CONTACTS * data.COPIES:,}; within five minutes")
    parser.add_argument("--only", type=lambda text: text.split(","), default=NAMES, metavar="NAME,...", help="of " + ", ".join(NAMES))
    arguments = parser.parse_args()
    if unknown := set(arguments.only) - set(NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known are {', '.join(NAMES)}")
    began = time.monotonic()
    bench = Bench(arguments)
    try:
        bench.run()
    finally:
        bench.table()  # what was measured before a fault is worth seeing too
    print(f"\nin {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
