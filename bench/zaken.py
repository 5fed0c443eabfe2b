"""The data sets of the cases, made of the small data set.

`zaken`: every case many times, until there are a million. In one copy of FULL_SHARE the open cases are there too, with
journal and messages: a team then has the open work of a busy team, and the case pages that are measured are of those.
`open`: the open cases alone, until there are 200,000, for the promise check.
"""

import dataclasses
import hashlib
import math
import os
import shutil
import sqlite3
import time

from data import own_address, say
from visits import uuid

CASES = 1_000_000
CASES_SMALL = 50_000
STATUSES_EACH = 5  # so many rows for each case wanted, which takes some cases more
OPEN_CASES = 200_000
OPEN_CASES_SMALL = 10_000
COPY_MARK = b"\x5c\xa4"  # stands in ids of copies, with the number of the copy behind it
FULL_SHARE = 20

# The cases of a pass stand in temp.gekozen; their work and people in zaakwerk and zaakpartij.
OF_CASES = "zaak in (select id from gekozen)"
OF_WORK = "werk in (select id from zaakwerk)"
# Which rows of a table belong to cases, and which columns hold ids that each copy has of its own.
TABLES = {
    "partij": ("id in (select id from zaakpartij)", ["id", "werkte_voor", "voorkeurs_digitaal_adres", "voorkeurs_rekeningnummer"]),
    "partij_adres": ("partij in (select id from zaakpartij)", ["partij"]),
    "digitaal_adres": ("partij in (select id from zaakpartij)", ["id", "partij", "betrokkene"]),
    "werk": ("id in (select id from zaakwerk)", ["id", "object", "gesprek", "partij", "ouder"]),
    "klok": (OF_WORK, ["id", "werk"]),
    "klok_pauze": ("klok in (select id from klok where werk in (select id from zaakwerk))", ["klok"]),
    "toezegging": (OF_WORK, ["id", "werk"]),
    "zaak": ("id in (select id from gekozen)", ["id", "hoofdzaak", "klantcontact", "werk"]),
    "zaak_status": (OF_CASES, ["id", "zaak"]),
    "zaak_rol": (OF_CASES, ["id", "zaak", "partij", "namens"]),
    "zaak_eigenschap": (OF_CASES, ["zaak"]),
    "zaak_relatie": (OF_CASES + " and andere in (select id from gekozen)", ["zaak", "andere"]),
    "zaak_opschorting": (OF_CASES, ["id", "zaak"]),
    "zaak_verlenging": (OF_CASES, ["id", "zaak"]),
    "zaak_ingebrekestelling": (OF_CASES, ["id", "zaak"]),
    "zaak_besluit": (OF_CASES, ["id", "zaak"]),
    "zaaktaak": (OF_CASES, ["id", "zaak", "opschorting", "werk"]),
    "bericht": (OF_WORK, ["id", "partij", "werk", "handeling", "bundel"]),
    "journaal": (OF_WORK, ["object", "werk", "partij"]),
    "toelichting": ("nummer in (select nummer from journaal where werk in (select id from zaakwerk))", []),
}
RICH = {"bericht", "journaal", "toelichting"}
OWN_WORDS = {
    ("werk", "nummer"): "nummer || '.' || k",
    ("zaak", "nummer"): "nummer || '.' || k",
    ("zaaktaak", "nummer"): "nummer || '.' || k",
    ("bericht", "oorzaak"): "null",
    ("journaal", "nummer"): "nummer + laatste * k",
    ("toelichting", "nummer"): "nummer + laatste * k",
    ("toelichting", "vervangen_door"): "vervangen_door + laatste * k",
    ("digitaal_adres", "adres"): "eigen_adres(soort, adres, k)",
    ("digitaal_adres", "zoekvorm"): "eigen_adres(soort, zoekvorm, k)",
}


def make(small, directory, is_small):
    """Returns the folder of the installation with many cases, made when it is not there yet."""
    wanted = CASES_SMALL if is_small else CASES

    def passes(demo):
        # In FULL_SHARE copies all cases are there once, and the closed ones in the others.
        in_a_copy = lambda all_rows, open_rows: all_rows - open_rows * (FULL_SHARE - 1) / FULL_SHARE
        copies = range(1, 1 + math.ceil(max((wanted - demo.cases) / in_a_copy(demo.cases, demo.open_cases),
                                            (wanted * STATUSES_EACH - demo.statuses) / in_a_copy(demo.statuses, demo.open_statuses))))
        return [Pass("1 = 1", [k for k in copies if k % FULL_SHARE == 0], frozenset(TABLES)),
                Pass("gesloten_op is not null", [k for k in copies if k % FULL_SHARE != 0], frozenset(TABLES) - RICH)]

    return made(small, os.path.join(directory, "zaken-klein" if is_small else "zaken"), passes)


def make_open(small, directory, is_small):
    """The same for the installation with many open cases."""
    wanted = OPEN_CASES_SMALL if is_small else OPEN_CASES

    def passes(demo):
        return [Pass("gesloten_op is null", range(1, math.ceil(wanted / demo.open_cases)), frozenset(TABLES) - RICH)]

    return made(small, os.path.join(directory, "open-klein" if is_small else "open"), passes)


@dataclasses.dataclass
class Demo:             # what there is to copy
    cases: int
    open_cases: int
    statuses: int
    open_statuses: int


@dataclasses.dataclass
class Pass:
    cases: str          # which of the cases are copied, as a condition
    copies: list        # numbers of the copies
    tables: frozenset   # what is copied of them


def made(small, target, passes):
    if not os.path.isdir(target):
        multiply(small, target, passes)
    return target


def multiply(small, target, passes):
    fresh = target + ".nieuw"
    shutil.rmtree(fresh, ignore_errors=True)
    os.makedirs(fresh)
    for name in ("dichtbij.conf", "dichtbij.sqlite", "inzage.sqlite", "demo-accounts.json"):
        shutil.copy(os.path.join(small, name), fresh)
    database = sqlite3.connect(os.path.join(fresh, "dichtbij.sqlite"), isolation_level=None)
    database.create_function("eigen_adres", 3, own_address, deterministic=True)
    for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -2000000", "foreign_keys = off"):
        database.execute("pragma " + pragma)
    demo = Demo(*database.execute("select count(*), sum(gesloten_op is null) from zaak").fetchone(),
                *database.execute("select count(*), sum(z.gesloten_op is null) from zaak_status s join zaak z on z.id = s.zaak").fetchone())
    planned = passes(demo)
    say(f"{sum(len(one.copies) for one in planned)} copies of the {demo.cases:,} cases of the demo, of which {demo.open_cases:,} open")
    database.execute("begin")
    database.execute("delete from keten")
    database.execute("delete from volger")
    last = database.execute("select max(nummer) from journaal").fetchone()[0]
    indexes = database.execute("select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (%s)" % ", ".join(f"'{name}'" for name in TABLES)).fetchall()
    for number, one in enumerate(planned):
        choose(database, number, one)
    for name, _ in indexes:
        database.execute(f"drop index main.{name}")
    for number, one in enumerate(planned):
        for name in TABLES:
            if name in one.tables:
                copy_table(database, name, number, last)
    for _, sql in indexes:
        database.execute(sql)
    database.execute("update sqlite_sequence set seq = (select max(nummer) from journaal) where name = 'journaal'")
    # What was sent is not sent again: only what the server makes anew begins again.
    database.execute("insert into volger (naam, xid, nummer, houder, tot_op) select 'berichten', 0, max(nummer), '', 0 from journaal")
    database.execute("commit")
    database.execute("analyze")
    database.execute("pragma journal_mode = wal")
    database.close()
    os.rename(fresh, target)


def choose(database, number, one):
    """Keeps the rows of one pass beside the tables, before any is copied."""
    database.execute(f"create temp table gekozen as select id from main.zaak where {one.cases}")
    database.execute("create temp table zaakwerk as select werk as id from main.zaak where id in (select id from gekozen) union "
                     f"select werk from main.zaaktaak where {OF_CASES}")
    database.execute(f"create temp table zaakpartij as select partij as id from main.zaak_rol where partij is not null and {OF_CASES} union "
                     "select partij from main.werk where partij is not null and id in (select id from zaakwerk)")
    for name in ("gekozen", "zaakwerk", "zaakpartij"):
        database.execute(f"create unique index temp.{name}_id on {name} (id)")
    database.execute(f"create temp table kopie_{number} (k integer primary key, bytes blob)")
    database.executemany(f"insert into kopie_{number} values (?, ?)", [(k, COPY_MARK + k.to_bytes(2, "big")) for k in one.copies])
    for name in TABLES:
        if name in one.tables:
            database.execute(f"create temp table bron_{number}_{name} as select * from main.{name} where {TABLES[name][0]}")
    for name in ("gekozen", "zaakwerk", "zaakpartij"):
        database.execute(f"drop table temp.{name}")


def copy_table(database, name, number, last):
    own = TABLES[name][1]
    columns = [row[1] for row in database.execute(f"pragma main.table_info({name})")]
    values = []
    for column in columns:
        if column in own:
            # Some of the random bytes of a UUIDv7: the order in time stays.
            values.append(f"cast(substr({column}, 1, 9) || bytes || substr({column}, 14) as blob)")
        else:
            values.append(OWN_WORDS.get((name, column), column))
    words = ", ".join(values).replace("laatste *", f"{last} *")
    database.execute(f"insert into main.{name} ({', '.join(columns)}) select {words} from kopie_{number} cross join temp.bron_{number}_{name}")


def counts(place):
    found = {name: place.rows(f"select count(*) from {name}")[0][0] for name in ("zaak", "zaak_status", "werk")}
    found["open"] = place.rows("select count(*) from zaak where gesloten_op is null")[0][0]
    return found


# ---- What the promise check foresaw in the demo year

FORESIGHT = """
select stand, case when warned > 0 and warned <= beloofd_op then 1 else 0 end as foreseen, count(*)
from (select t.stand as stand, t.beloofd_op as beloofd_op,
             coalesce((select min(j.op) from journaal j where j.werk = z.werk and j.gebeurtenis = 'zaak.belofte_in_gevaar'
                       and j.op >= t.gedaan_op and (t.beeindigd_op is null or j.op <= t.beeindigd_op)), 0) as warned
      from zaak z join toezegging t on t.werk = z.werk
      where t.nauwkeurigheid = 'dag' and t.stand in ('gehaald', 'gemist', 'verzet')) as promises
group by stand, foreseen
"""


def foresight(place):
    """Of promises in days that ended: {(stand, foreseen): how many}. Foreseen: said before their day was over."""
    return {(stand, bool(foreseen)): count for stand, foreseen, count in place.rows(FORESIGHT)}


# ---- Residents and employees who look at cases

RESIDENTS = 50
USER_AGENT = "Dichtbij-bench"


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def sign_in_residents(place):
    """Fifty people with cases, signed in: (cookie, ids of their running cases)."""
    people = place.rows(
        f"select {place.hex('p.id')}, {place.hex('p.gemeente')} from partij p where p.soort = 'persoon' and p.gewist_op is null and p.indicatie_overleden = 0 and exists "
        f"(select 1 from zaak_rol r join werk w on w.partij = r.partij join bericht b on b.werk = w.id where r.partij = p.id and r.soort = 'initiator') order by p.id desc limit {RESIDENTS}")
    if len(people) < RESIDENTS:
        raise SystemExit(f"the data has {len(people)} residents with cases, the bench needs {RESIDENTS}")
    now = int(time.time())
    statements, plan = ["delete from portaal_sessie where csrf = 'bench';"], []
    for person, gemeente in people:
        token = f"mijn-{person}"
        statements.append(
            "insert into portaal_sessie (hash, gemeente, wijze, aanbieder, herkend, niveau, partij, namens, voor_ander, bsn, kvk_nummer, namens_bsn, namens_kvk_nummer, vestiging, pseudoniem, "
            "volgt_soort, volgt_object, taal, sid_hash, onderwerp_hash, csrf, agent_hash, begonnen_op, gezien_op, stil_tot, einde_op) values "
            f"({place.blob(sha256(token))}, {place.blob(gemeente)}, 'demo', '', 'niet', 'hoog', {place.blob(person)}, null, 0, '', '', '', '', '', '', '', null, 'nl', null, null, 'bench', "
            f"{place.blob(sha256(USER_AGENT))}, {now}, {now}, {now + 36000}, {now + 36000});")
        plan.append((f"mijn={token}", ["/mijn"]))
    place.run("\n".join(statements))
    return plan


def case_page_plan(place, employees):
    """Cases of the gemeente of each employee, with their whole course."""
    found = place.rows(
        f"select {place.hex('z.id')}, {place.hex('z.gemeente')} from zaak z join werk w on w.id = z.werk where w.domein = '' and z.vertrouwelijkheid not in ('confidentieel', 'geheim', 'zeer_geheim') "
        f"and exists (select 1 from bericht b where b.werk = z.werk) order by z.id desc limit 4000")
    plan = []
    for number, (token, _, gemeenten) in enumerate(employees):
        own = [f"/zaken/{uuid(case)}" for case, gemeente in found if gemeente in gemeenten]
        plan.append((token, own[number * 20 % len(own) :][:40] or own[:40]))
    return plan
