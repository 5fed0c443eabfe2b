#!/usr/bin/env python3
"""Kills the real program with SIGKILL while many people record contacts, starts it again, and looks whether
everything it confirmed is there. Usage: run.py RESULT_FILE [ROUNDS]

The rounds go on in one installation, so that each also holds what was confirmed before earlier kills."""
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True  # nothing is left beside the sources
from employee import LOST, Employee, Refused
from server import Server, command, run

THREADS = 32
SAVES = 1000
KILL_BETWEEN = (SAVES // 10, SAVES * 8 // 10)  # confirmations
HANDED_ON = 0.25
ROUND_SECONDS = 600
SAMPLE = 25


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, sentence, problems):
        self.failed += bool(problems)
        self.passed += not problems
        print(f"{'FAIL' if problems else 'ok  '} {sentence}", flush=True)
        for problem in problems[:10]:
            print(f"     {problem}")
        if len(problems) > 10:
            print(f"     and {len(problems) - 10} more")


class Saves:
    """The saves of a round, taken by many threads. `confirmed`: question by id of the conversation."""

    def __init__(self, number):
        self.lock = threading.Lock()
        self.todo = [f"Vraag {number}-{i} {uuid.uuid4().hex[:8]}" for i in range(SAVES)]
        self.confirmed = {}
        self.refused = []

    def take(self):
        with self.lock:
            return self.todo.pop() if self.todo and not self.refused else None

    def confirm(self, gesprek, question):
        with self.lock:
            self.confirmed[gesprek] = question

    def record_until_lost(self, employee, port):
        """Goes on until nothing is left or the server is gone."""
        try:
            employee.connect(port)
            if employee.unsure:
                question = employee.unsure[1]
                gesprek = employee.record_again()
                if gesprek:
                    self.confirm(gesprek, question)
            while question := self.take():
                self.confirm(employee.record(question, hand_on=random.random() < HANDED_ON), question)
        except LOST:
            pass
        except Refused as wrong:
            with self.lock:
                self.refused.append(str(wrong))
        finally:
            employee.close()


def count(database, table):
    return rows(database, f"select count(*) from {table}")[0][0]


def rows(database, sql):
    store = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)
    try:
        return store.execute(sql).fetchall()
    finally:
        store.close()


def make_organisation(folder, data):
    """The one-time passwords by e-mail address."""
    run("init", "--data", data, "--gemeente", "Oeverland", "--telefoon", "14 0399", "--naam", "Els Bos", "--email", "e.bos@oeverland.example")
    (data / "dichtbij.conf").write_text("trusted_networks = 127.0.0.0/8\nlogin_attempts_per_minute = 100\n")
    lines = ["gemeente,afdeling,team,naam,email,rol,teamleider",
             "oeverland,Dienstverlening,Klantcontactcentrum,Marleen Visser,m.visser@oeverland.example,teamleider,ja"]
    lines += [f"oeverland,Dienstverlening,Klantcontactcentrum,Medewerker {i},medewerker{i}@oeverland.example,kcc_medewerker,nee"
              for i in range(THREADS)]
    (folder / "teams.csv").write_text("\n".join(lines) + "\n")
    printed = run("import", "organisatie", folder / "teams.csv", "--data", data)
    words = [line.split() for line in printed.splitlines() if line.startswith("account medewerker")]
    if len(words) != THREADS:
        raise RuntimeError(f"the import made {len(words)} accounts, not {THREADS}\n{printed}")
    return {word[1]: word[-1] for word in words}


def sign_in_all(server, passwords):
    def sign_in(email):
        employee = Employee(email)
        employee.connect(server.port)
        employee.sign_in(passwords[email])
        employee.close()
        return employee

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(sign_in, passwords))


def save_and_kill(server, saves, employees):
    """Kills the server somewhere in the middle of the saves; without the kill they would go on."""
    after = random.randint(*KILL_BETWEEN)
    deadline = time.monotonic() + ROUND_SECONDS
    with ThreadPoolExecutor(THREADS) as pool:
        running = [pool.submit(saves.record_until_lost, employee, server.port) for employee in employees]
        while len(saves.confirmed) < after and not saves.refused and server.is_running() and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(random.random() * 0.02)
        died_itself = not server.is_running()
        server.kill()
    for one in running:
        one.result()
    problems = list(saves.refused)
    if died_itself:
        problems.append("the server ended by itself\n" + server.last_words())
    if len(saves.confirmed) < after:
        problems.append(f"{len(saves.confirmed)} saves were confirmed, {after} awaited")
    return problems


def save_the_rest(server, saves, employees):
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda employee: saves.record_until_lost(employee, server.port), employees))
    unsure = [f"{e.email}: no answer on {e.unsure[1]}" for e in employees if e.unsure]
    return saves.refused + unsure + ([f"{len(saves.todo)} saves were not made"] if saves.todo else [])


def missing(data, confirmed):
    """What was confirmed and is not in the store, or with other words."""
    found = {uuid.UUID(bytes=gesprek): subject for gesprek, subject in
             rows(data / "dichtbij.sqlite", "select g.id, k.onderwerp from gesprek g join klantcontact k on k.gesprek = g.id")}
    return [f"conversation {gesprek} ({question}) holds {found.get(uuid.UUID(gesprek))!r}" for gesprek, question in confirmed.items()
            if found.get(uuid.UUID(gesprek)) != question]


def half_done(data):
    database = data / "dichtbij.sqlite"
    twice = rows(database, "select onderwerp, count(*) from klantcontact group by onderwerp having count(*) > 1")
    empty = rows(database, "select hex(id) from gesprek where id not in (select gesprek from klantcontact)")
    return [f"{subject} is there {times} times" for subject, times in twice] + [f"conversation {row[0]} is empty" for row in empty]


def not_shown(server, employee, confirmed):
    employee.connect(server.port)
    problems = []
    for gesprek in random.sample(sorted(confirmed), min(SAMPLE, len(confirmed))):
        status, _, text = employee.ask("GET", f"/gesprekken/{gesprek}")
        if status != 200:
            problems.append(f"/gesprekken/{gesprek} answers {status}")
        elif confirmed[gesprek] not in text:
            problems.append(f"/gesprekken/{gesprek} does not show {confirmed[gesprek]!r}")
    employee.close()
    return problems


def faults(data):
    done = command("check", "--data", data)
    return [] if done.returncode == 0 else [f"check ended with {done.returncode}\n{done.stdout}{done.stderr}"]


def play_round(number, report, data, server, employees, confirmed):
    """The server that runs afterwards."""
    started = time.monotonic()
    saves = Saves(number)
    say = f"round {number}: "
    report.check(say + "contacts are recorded until the server is killed", save_and_kill(server, saves, employees))
    before = dict(saves.confirmed)
    server = Server(data, server.log)
    confirmed.update(before)
    report.check(say + f"all {len(before)} contacts confirmed before the kill are there, and {len(confirmed) - len(before)} older ones",
                 missing(data, confirmed))
    report.check(say + "no contact is there twice or half", half_done(data))
    report.check(say + "those who were at work go on without signing in again", save_the_rest(server, saves, employees))
    confirmed.update(saves.confirmed)
    report.check(say + "everything is there once after the saves that got no answer were sent again", missing(data, confirmed) + half_done(data))
    report.check(say + "confirmed contacts can be read at the desk", not_shown(server, employees[0], confirmed))
    report.check(say + "check finds nothing wrong beside the running server", faults(data))
    print(f"     {time.monotonic() - started:.0f} s", flush=True)
    return server


def backup_and_restore(report, folder, data, server):
    backup, restored = folder / "backup.tar.gz", folder / "restored"
    made = command("backup", backup, "--data", data)
    report.check("a backup is made while the server runs", [] if made.returncode == 0 else [made.stdout + made.stderr])
    code = server.stop()
    report.check("the server stops when it is asked to", [] if code == 0 else [f"it ended with {code}\n{server.last_words()}"])
    done = command("restore", backup, "--data", restored)
    report.check("the backup is restored in an empty folder", [] if done.returncode == 0 else [done.stdout + done.stderr])
    if made.returncode or done.returncode:
        return
    report.check("check finds nothing wrong in what was restored", faults(restored))
    different = []
    for file, table in (("dichtbij.sqlite", "klantcontact"), ("dichtbij.sqlite", "gesprek"), ("inzage.sqlite", "inzage")):
        here, there = count(data / file, table), count(restored / file, table)
        if here != there or here == 0:
            different.append(f"{table}: {here} rows, restored {there}")
    report.check("what was restored has as many contacts and as many lines in the access log", different)


def main(result_file, rounds):
    report = Report()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dichtbij-crash-"))
    server = None
    try:
        data, confirmed = folder / "data", {}
        passwords = make_organisation(folder, data)
        server = Server(data, folder / "server.log")
        employees = sign_in_all(server, passwords)
        for number in range(1, rounds + 1):
            server = play_round(number, report, data, server, employees, confirmed)
        backup_and_restore(report, folder, data, server)
    except (RuntimeError, OSError, Refused, sqlite3.Error) as wrong:
        report.check("the rounds can be played", [f"{type(wrong).__name__}: {wrong}"])
    finally:
        if server:
            server.kill()
        shutil.rmtree(folder, ignore_errors=True)
    pathlib.Path(result_file).write_text(f"{report.passed} {report.failed} 0\n")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3))
