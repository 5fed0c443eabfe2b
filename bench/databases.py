"""The two stores as the bench reaches them from outside: a SQLite file, and a PostgreSQL server of its own."""

import glob
import os
import shutil
import socket
import sqlite3
import subprocess


class SqliteData:
    name = "SQLite"

    def __init__(self, directory):
        self.directory = directory
        self.place = ["--data", directory]

    def rows(self, sql):
        with sqlite3.connect(os.path.join(self.directory, "dichtbij.sqlite")) as database:
            return database.execute(sql).fetchall()

    def run(self, statements):
        with sqlite3.connect(os.path.join(self.directory, "dichtbij.sqlite")) as database:
            database.executescript(statements)

    def hex(self, column):
        return f"lower(hex({column}))"

    def blob(self, hexadecimal):
        return f"x'{hexadecimal}'"

    def copy(self, directory):
        shutil.rmtree(directory, ignore_errors=True)
        shutil.copytree(self.directory, directory)
        return SqliteData(directory)

    def drop(self):
        shutil.rmtree(self.directory)


class PostgresServer:
    """A cluster under build/bench-data that keeps its data between runs and syncs to disk as it should."""

    def __init__(self, directory):
        self.directory = os.path.abspath(directory)
        installed = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: float(path.split("/")[4]))
        if not installed:
            raise SystemExit("PostgreSQL is not installed: run script/bootstrap")
        self.programs = installed[-1]
        self.port = 0

    def __enter__(self):
        data = os.path.join(self.directory, "data")
        if not os.path.exists(os.path.join(data, "PG_VERSION")):
            os.makedirs(self.directory, exist_ok=True)
            if os.getuid() == 0:
                shutil.chown(self.directory, "postgres", "postgres")
            self.program("initdb", "-D", data, "-U", "dichtbij", "-A", "trust", "-E", "UTF8", "--locale=C")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = {"listen_addresses": "127.0.0.1", "shared_buffers": "1GB", "max_wal_size": "4GB", "max_connections": "100",
                    "maintenance_work_mem": "512MB", "fsync": "on", "synchronous_commit": "on"}
        options = f"-p {self.port} -k ''" + "".join(f" -c {name}={value}" for name, value in settings.items())
        self.program("pg_ctl", "start", "-D", data, "-l", os.path.join(self.directory, "server.log"), "-w", "-o", options)
        return self

    def __exit__(self, *_):
        self.program("pg_ctl", "stop", "-D", os.path.join(self.directory, "data"), "-m", "fast", "-w")

    def program(self, name, *arguments):
        # PostgreSQL refuses to run as root.
        user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        done = subprocess.run([*user, os.path.join(self.programs, name), *arguments], cwd=self.directory, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{name} failed: {done.stderr}")

    def url(self, database):
        return f"postgresql://dichtbij@127.0.0.1:{self.port}/{database}"

    def data(self, database):
        return PostgresData(self, database)

    def has(self, database):
        return bool(self.data("postgres").rows(f"select 1 from pg_database where datname = '{database}'"))


class PostgresData:
    name = "PostgreSQL"

    def __init__(self, server, database):
        self.server = server
        self.database = database
        self.url = server.url(database)
        # The folder is for what a node keeps beside the database: the search index.
        self.place = ["--data", os.path.join(server.directory, "node-" + database), "--database", self.url]

    def psql(self, *arguments, **options):
        command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.url, *arguments]
        return subprocess.run(command, check=True, text=True, **options)

    def rows(self, sql):
        text = self.psql("-At", "-F", "\t", "-c", sql, stdout=subprocess.PIPE).stdout
        return [tuple(line.split("\t")) for line in text.splitlines()]

    def run(self, statements):
        self.psql("-c", statements, stdout=subprocess.DEVNULL)

    def hex(self, column):
        return f"encode({column}, 'hex')"

    def blob(self, hexadecimal):
        return f"'\\x{hexadecimal}'"

    def copy(self, database):
        admin = self.server.data("postgres")
        admin.run(f"drop database if exists {database}")
        admin.run(f"create database {database} template {self.database}")
        return PostgresData(self.server, database)

    def drop(self):
        self.server.data("postgres").run(f"drop database {self.database}")


def load_postgres(program, source, server, database):
    """Fills a database with all that a SQLite installation holds."""
    fresh = server.data(database + "_nieuw")
    admin = server.data("postgres")
    admin.run(f"drop database if exists {fresh.database}")
    admin.run(f"create database {fresh.database}")
    subprocess.run([program, "init", "--database", fresh.url], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    columns = {}
    for table, column, kind in fresh.rows("select table_name, column_name, data_type from information_schema.columns "
                                          "where table_schema = 'public' order by table_name, ordinal_position"):
        columns.setdefault(table, []).append((column, kind))
    del columns["schema_migratie"]  # of this store, with the access log that on SQLite is a file of its own
    there = {row[0] for row in source.rows("select name from sqlite_master where type = 'table'")}
    indexes = fresh.rows("select i.indexname, i.indexdef from pg_indexes i where schemaname = 'public' and not exists "
                         "(select 1 from pg_constraint c where c.conname = i.indexname)")
    for name, _ in indexes:
        fresh.run(f"drop index {name}")
    fresh.run("truncate " + ", ".join(columns))
    for table, own in columns.items():
        if table in there:
            copy_table(source, fresh, table, own)
    for _, definition in indexes:
        fresh.run(definition)
    fresh.run("select setval(pg_get_serial_sequence('journaal', 'nummer'), (select max(nummer) from journaal))")
    # All rows of the journal were written by one transaction here.
    fresh.run("update volger set xid = (select max(xid) from journaal), nummer = (select max(nummer) from journaal), houder = '', tot_op = 0")
    fresh.run("vacuum analyze")
    admin.run(f"alter database {fresh.database} rename to {database}")


def copy_table(source, target, table, columns):
    columns = [(name, kind) for name, kind in columns if name != "xid" or table == "volger"]
    names = ", ".join(name for name, _ in columns)
    as_text = ", ".join(f"'\\x' || hex({name})" if kind == "bytea" else name for name, kind in columns)
    # hex(NULL) is empty text; NULL must stay NULL.
    for name, kind in columns:
        if kind == "bytea":
            as_text = as_text.replace(f"'\\x' || hex({name})", f"case when {name} is not null then '\\x' || hex({name}) end", 1)
    reader = subprocess.Popen(["sqlite3", "-readonly", "-csv", "-newline", "\n", os.path.join(source.directory, "dichtbij.sqlite"),
                               f"select {as_text} from {table}"], stdout=subprocess.PIPE)
    target.psql("-c", "set session_replication_role = replica", "-c", f"\\copy {table} ({names}) from stdin with (format csv)", stdin=reader.stdout)
    if reader.wait() != 0:
        raise SystemExit(f"cannot read {table}")
