"""The interface for other systems: its token, what is asked of it, and the bare program beside it."""

import random
import subprocess

from visits import sample, uuid

API = "/klantinteracties/api/v1"
EXPAND = "expand=hadBetrokkenen,leiddeTotInterneTaken"
PAGES = 20  # of a list, from the newest on
ASKED = 20_000


def base_of(port):
    return f"http://127.0.0.1:{port}{API}"


def make_token(program, place):
    done = subprocess.run([program, "token", "add", "--naam", f"Meetprogramma {random.randrange(10**9)}", "--rechten", "lezen,schrijven",
                           "--gemeente", gemeente_of(place), *place.place],
                          check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.splitlines()[0].strip()


def gemeente_of(place):
    """The first, which a token serves when none is named."""
    return place.rows("select code from gemeente order by id limit 1")[0][0]


def plans(place):
    """What is measured: (words, paths)."""
    gemeente = place.rows(f"select {place.hex('id')} from gemeente order by id limit 1")[0][0].lower()
    seen = f"gemeente = {place.blob(gemeente)} and domein = '' and vertrouwelijk = 0 and verborgen_op is null"
    ids = [row[0].lower() for row in random_rows(place, seen)]
    dice = random.Random(5)
    dice.shuffle(ids)
    one = [f"{API}/klantcontacten/{uuid(id)}" for id in ids]
    pages = lambda size: [f"{API}/klantcontacten?pageSize={size}&page={page}" for page in range(1, PAGES + 1)]
    all_plans = [("één klantcontact", one), ("lijst van 10", pages(10)), ("lijst van 100", pages(100))]
    return [plan for what, paths in all_plans for plan in ((what, paths), (f"{what}, uitgebreid", expanded(paths)))]


def expanded(paths):
    return [path + ("&" if "?" in path else "?") + EXPAND for path in paths]


def random_rows(place, condition):
    if place.name == "SQLite":
        return sample(place, "klantcontact", place.hex("id"), condition)
    return place.rows(f"select {place.hex('id')} from klantcontact tablesample system (2) where {condition} limit {ASKED}")


class Bare:
    def __init__(self, program, place, base):
        self.process = subprocess.Popen([program, *place.place[-2:], gemeente_of(place), base], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
