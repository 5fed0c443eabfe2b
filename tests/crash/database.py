"""Looks in the stores themselves, beside the program and without its help. Rows are tuples of text."""
import pathlib
import sqlite3
import subprocess
import uuid

SEPARATOR = "\x1f"


class Sqlite:
    def __init__(self, file):
        self.file = pathlib.Path(file)

    def rows(self, sql):
        store = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=30)
        try:
            return [tuple("" if value is None else str(value) for value in row) for row in store.execute(sql)]
        finally:
            store.close()

    def hex(self, column):
        return f"hex({column})"

    def tables(self):
        return [row[0] for row in self.rows("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")]


class Postgres:
    def __init__(self, url):
        self.url = url

    def rows(self, sql):
        done = subprocess.run(["psql", self.url, "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-F", SEPARATOR, "-c", sql],
                              capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"psql: {done.stderr}")
        return [tuple(line.split(SEPARATOR)) for line in done.stdout.splitlines()]

    def hex(self, column):
        return f"encode({column}, 'hex')"


def counts(database):
    """Rows by table."""
    return {table: int(database.rows(f"select count(*) from {table}")[0][0]) for table in database.tables()}


def subjects(database):
    """What was recorded: subject by id of the conversation."""
    found = database.rows(f"select {database.hex('g.id')}, k.onderwerp from gesprek g join klantcontact k on k.gesprek = g.id")
    return {str(uuid.UUID(gesprek)): subject for gesprek, subject in found}


def missing(database, confirmed):
    """What was confirmed and is not in the store, or with other words."""
    found = subjects(database)
    return [f"conversation {gesprek} ({question}) holds {found.get(gesprek)!r}" for gesprek, question in confirmed.items()
            if found.get(gesprek) != question]


def half_done(database):
    twice = database.rows("select onderwerp, count(*) from klantcontact group by onderwerp having count(*) > 1")
    empty = database.rows(f"select {database.hex('id')} from gesprek where id not in (select gesprek from klantcontact)")
    return [f"{subject} is there {times} times" for subject, times in twice] + [f"conversation {row[0]} is empty" for row in empty]
