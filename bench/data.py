"""The data set of the bench: a demo of 50,000 contacts by the real services, and twenty times as much of it.

The large set has every row of the small one twenty times, with ids, numbers and keys of its own, in the
order in which the small one was written. Employees, teams and subjects are there once. Both hold people with
500 contacts. The hash chain is not copied: the server makes it when it first runs on the data.
"""

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import time

SMALL_CONTACTS = 50_000
COPIES = 20
COPY_MARK = b"\x5c\xa3\x0d"  # stands in ids of copies, with the number of the copy behind it
BUSY_PEOPLE = 5          # in each copy
BUSY_CONTACTS = 500
NOTICES_UNREAD_DAYS = 14  # the employees of the demo never look at their notices; real ones do

# Which columns hold ids that each copy has of its own.
OWN_IDS = {
    "gesprek": ["id"],
    "werk": ["id", "object", "gesprek", "partij", "ouder"],
    "klantcontact": ["id", "gesprek", "werk"],
    "betrokkene": ["id", "klantcontact", "partij"],
    "partij": ["id", "werkte_voor", "voorkeurs_digitaal_adres", "voorkeurs_rekeningnummer"],
    "partij_adres": ["partij"],
    "partij_identificator": ["id", "partij", "sub_identificator_van"],
    "digitaal_adres": ["id", "partij", "betrokkene"],
    "klok": ["id", "werk"],
    "klok_pauze": ["klok"],
    "taak": ["id", "klantcontact", "werk"],
    "belpoging": ["id", "taak"],
    "toezegging": ["id", "werk"],
    "attentie": ["id", "werk", "handeling", "partij"],
    "journaal": ["object", "werk", "partij"],
    "toelichting": [],
}
# Other columns that must differ from copy to copy.
OWN_WORDS = {
    ("werk", "nummer"): "nummer || volg",
    ("werk", "zoektekst"): "zoektekst || volg",
    ("klantcontact", "nummer"): "nummer || volg",
    ("taak", "nummer"): "nummer || volg",
    # Ten digits that begin with the year: the copies have centuries of their own.
    ("klantcontact", "standaardnummer"): "cast(standaardnummer + 100000000 * k as text)",
    ("taak", "standaardnummer"): "cast(standaardnummer + 100000000 * k as text)",
    ("partij_adres", "huisnummer"): "huisnummer + 2 * k",
    ("partij_identificator", "object_id"): "eigen_nummer(code_soort_object_id, object_id, k)",
    ("digitaal_adres", "adres"): "eigen_adres(soort, adres, k)",
    ("digitaal_adres", "zoekvorm"): "eigen_adres(soort, zoekvorm, k)",
    ("journaal", "nummer"): f"(nummer - 1) * {COPIES} + k + 1",
    ("toelichting", "nummer"): f"(nummer - 1) * {COPIES} + k + 1",
    ("toelichting", "vervangen_door"): f"(vervangen_door - 1) * {COPIES} + k + 1",
}
# Made again by the server.
LEFT_OUT = {"keten", "sessie"}
# Rows of the journal about the organisation, which is there once.
OF_THE_ORGANISATION = "object_soort in ('account', 'kalender', 'medewerker', 'norm', 'routering')"
ONCE = {
    "journaal": OF_THE_ORGANISATION,
    "toelichting": f"nummer in (select nummer from bron.journaal where {OF_THE_ORGANISATION})",
}


def say(text):
    print(f"   {text}", flush=True)


def own_bsn(number, copy):
    """Passes the elfproef, and no two numbers or copies give the same one: the middle stays."""
    for start in range(1000 + 10 * copy, 1010 + 10 * copy):
        digits = f"{start}{number[4:8]}"
        rest = sum(int(d) * w for d, w in zip(digits, range(9, 1, -1))) % 11
        if rest < 10:
            return digits + str(rest)
    raise ValueError(number)


def own_number(kind, number, copy):
    if copy == 0:
        return number
    if kind == "bsn":
        return own_bsn(number, copy)
    return str((int(number) + copy * 3_000_017) % 100_000_000).zfill(8) if number.isdigit() and len(number) == 8 else f"{number}{copy}"


def own_address(kind, address, copy):
    if copy == 0 or kind == "overig":
        return address
    if kind == "email":
        return f"{copy}.{address}"
    return address[:-6] + str(int(hashlib.sha256(f"{address[-6:].replace(' ', '')}/{copy}".encode()).hexdigest(), 16) % 1_000_000).zfill(6)


def make_small(program, target):
    say(f"a demo year of {SMALL_CONTACTS:,} contacts, by the real services")
    fresh = target + ".nieuw"
    shutil.rmtree(fresh, ignore_errors=True)
    with open(target + ".log", "w") as log:
        subprocess.run([program, "demo", "--data", fresh, "--contacts-per-year", str(SMALL_CONTACTS)], check=True, stdout=log, stderr=log)
    database = sqlite3.connect(os.path.join(fresh, "dichtbij.sqlite"))
    make_people_busy(database)
    mark_notices_read(database)
    # Rows of the journal have changed hands, so the chain is made anew.
    database.execute("delete from keten")
    # What was sent is not sent again: only what the server makes anew begins again.
    database.execute("delete from volger where naam = 'keten'")
    database.commit()
    database.close()
    os.rename(fresh, target)


def make_people_busy(database):
    """Gives a few people 500 contacts each, spread over the year."""
    gemeente = database.execute("select gemeente from klantcontact group by 1 order by count(*) desc").fetchone()[0]
    people = database.execute(
        "select b.partij from betrokkene b join partij p on p.id = b.partij where p.gemeente = ? and p.soort = 'persoon' and "
        "p.indicatie_overleden = 0 and coalesce(p.indicatie_geheimhouding, 0) = 0 and p.medewerker is null "
        "group by 1 order by count(*) desc limit ?", (gemeente, BUSY_PEOPLE)).fetchall()
    contacts = database.execute(
        "select k.id, k.werk from klantcontact k join betrokkene b on b.klantcontact = k.id where k.gemeente = ? and "
        "k.domein = '' and b.initiator = 1 and b.partij is not null order by k.plaatsgevonden_op", (gemeente,)).fetchall()
    step = len(contacts) // (BUSY_CONTACTS * BUSY_PEOPLE)
    if step < 1:
        raise SystemExit("the demo has too few contacts for its busy people")
    for number, (person,) in enumerate(people):
        database.execute("update betrokkene set partij = null where partij = ?", (person,))
        chosen = contacts[number * step :: step * BUSY_PEOPLE][:BUSY_CONTACTS]
        for contact, work in chosen:
            database.execute("update betrokkene set partij = ? where klantcontact = ? and initiator = 1", (person, contact))
            database.execute("update werk set partij = ? where id = ?", (person, work))
            database.execute("update journaal set partij = ? where werk = ? and partij is not null", (person, work))


def mark_notices_read(database):
    before = int(time.time()) - NOTICES_UNREAD_DAYS * 86400
    database.execute("update attentie set gelezen_op = op where gelezen_op is null and op < ?", (before,))


def make_large(small, target):
    say(f"{COPIES} times as much of it: {SMALL_CONTACTS * COPIES:,} contacts")
    fresh = target + ".nieuw"
    shutil.rmtree(fresh, ignore_errors=True)
    os.makedirs(fresh)
    for name in ("dichtbij.conf", "inzage.sqlite", "demo-accounts.json"):
        shutil.copy(os.path.join(small, name), fresh)
    database = sqlite3.connect(os.path.join(fresh, "dichtbij.sqlite"), isolation_level=None)
    database.create_function("eigen_nummer", 3, own_number, deterministic=True)
    database.create_function("eigen_adres", 3, own_address, deterministic=True)
    for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -2000000", "foreign_keys = off"):
        database.execute("pragma " + pragma)
    database.execute("attach ? as bron", (f"file:{small}/dichtbij.sqlite",))
    database.execute("create temp table kopie (k integer primary key, bytes blob, volg text)")
    for k in range(COPIES):
        database.execute("insert into kopie values (?, ?, ?)", (k, COPY_MARK + bytes([k]), f"{k:02}" if k else ""))
    database.execute("begin")
    tables = database.execute("select name, sql from bron.sqlite_master where type = 'table' and name not like 'sqlite_%'").fetchall()
    for name, sql in tables:
        database.execute(sql)
        if name not in LEFT_OUT:
            copy_table(database, name)
    database.execute(f"update klantcontact_telling set contacten = contacten * {COPIES}, taken = taken * {COPIES}")
    database.execute("update volger set nummer = (select max(nummer) from journaal)")
    for (sql,) in database.execute("select sql from bron.sqlite_master where type = 'index' and sql is not null").fetchall():
        database.execute(sql)
    for table, column in (("journaal", "nummer"), ("vernietiging", "nummer")):
        database.execute("delete from sqlite_sequence where name = ?", (table,))
        database.execute(f"insert into sqlite_sequence select ?, coalesce(max({column}), 0) from {table}", (table,))
    database.execute("commit")
    database.execute("pragma journal_mode = wal")
    database.close()
    os.chmod(os.path.join(fresh, "dichtbij.sqlite"), 0o600)
    os.rename(fresh, target)


def copy_table(database, name):
    columns = [row[1] for row in database.execute(f"pragma bron.table_info({name})")]
    if name not in OWN_IDS:
        database.execute(f"insert into main.{name} select * from bron.{name}")
        return
    own = []
    for column in columns:
        if column in OWN_IDS[name]:
            # Some of the random bytes of a UUIDv7: the order in time stays.
            own.append(f"case when k = 0 then {column} else cast(substr({column}, 1, 9) || bytes || substr({column}, 14) as blob) end")
        else:
            own.append(OWN_WORDS.get((name, column), column))
    where = f" where k = 0 or not ({ONCE[name]})" if name in ONCE else ""
    database.execute(f"insert into main.{name} ({', '.join(columns)}) select {', '.join(own)} from bron.{name} cross join kopie{where}")


def make(program, directory, is_small):
    """Returns the folder of the installation, made when it is not there yet."""
    small = os.path.join(directory, "klein")
    if not os.path.isdir(small):
        make_small(program, small)
    if is_small:
        return small
    large = os.path.join(directory, "groot")
    if not os.path.isdir(large):
        make_large(small, large)
    return large
