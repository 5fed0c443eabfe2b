"""Backup while people work, restore, and what a killed backup or restore leaves behind."""
import filecmp
import os
import random
import shutil
import tarfile
import time
from concurrent.futures import ThreadPoolExecutor

from database import Sqlite, counts, missing, subjects
from rounds import EndlessSaves, Place, at_work, faults, not_shown, wait_for
from server import Server, command, start

IN_USE = 3
SAVES_AROUND_BACKUP = 20  # confirmed before it starts, and again after it ended
GROWING = ["gesprek", "klantcontact", "werk", "journaal"]  # nothing is taken out of these
DATABASES = ("dichtbij.sqlite", "inzage.sqlite")


def place_of(data):
    return Place(("--data", data), Sqlite(data / "dichtbij.sqlite"), Sqlite(data / "inzage.sqlite"))


def all_counts(data):
    return {f"{file} {table}": number for file in DATABASES for table, number in counts(Sqlite(data / file)).items()}


def all_rows(data):
    """Every row of every table, to compare."""
    return {f"{file} {table}": sorted(Sqlite(data / file).rows(f"select * from {table}"))
            for file in DATABASES for table in Sqlite(data / file).tables()}


def ended(done, code, *words):
    """What is wrong with how a command ended: its code, and one line on standard error that has the words."""
    lines = done.stderr.splitlines()
    problems = [] if done.returncode == code else [f"ended with {done.returncode}, not {code}: {done.stdout}{done.stderr}"]
    problems += [] if code == 0 or len(lines) == 1 else [f"{len(lines)} lines on standard error: {done.stderr}"]
    return problems + [f"standard error does not say {word!r}: {done.stderr}" for word in words if word not in done.stderr]


def put_files(data):
    """What a gemeente keeps beside its databases."""
    (data / "dichtbij.conf").write_text("# balie\nsession_idle_minutes = 45\n")
    (data / "bestanden" / "a").mkdir(parents=True)
    (data / "bestanden" / "a" / "logo.svg").write_text("<svg/>")
    (data / "bestanden" / "leeg").write_text("")


def other_files(data, restored):
    wrong = [] if filecmp.cmp(data / "dichtbij.conf", restored / "dichtbij.conf", shallow=False) else ["dichtbij.conf differs"]
    compared = filecmp.dircmp(data / "bestanden", restored / "bestanden")
    names = compared.left_only + compared.right_only + compared.diff_files
    return wrong + [f"bestanden: {name}" for name in names] + ([] if (restored / "bestanden/a/logo.svg").read_text() == "<svg/>" else ["a/logo.svg"])


class Copies:
    def __init__(self, report, folder, rounds, options):
        self.report = report
        self.folder = folder
        self.rounds = rounds
        self.kills = options.kills
        self.data = folder / "data"
        self.file = folder / "backup.tar.gz"

    def play(self):
        put_files(self.data)
        self._while_people_work()
        self._refused_beside_server()
        self._after_a_stop()
        self._not_a_backup()
        self._killed_backup()
        self._killed_restore()

    def _while_people_work(self):
        check, rounds = self.report.check, self.rounds
        saves = EndlessSaves("bij de reservekopie")
        with ThreadPoolExecutor(len(rounds.employees)) as pool:
            at_work(pool, rounds.server, saves, rounds.employees)
            problems = wait_for(saves, SAVES_AROUND_BACKUP, rounds.server)
            confirmed, before = {**rounds.confirmed, **saves.confirmed}, counts(rounds.place.database)
            made = command("backup", self.file, *rounds.place.arguments)
            after, during = counts(rounds.place.database), len(saves.confirmed)
            problems += wait_for(saves, during + SAVES_AROUND_BACKUP, rounds.server)
            saves.stop()
        rounds.confirmed.update(saves.confirmed)
        check("people go on recording while a backup is made", problems + saves.refused)
        check("a backup is made while the server runs", ended(made, 0))
        restored = self.folder / "restored"
        check("the backup is restored in a folder that was not there", ended(command("restore", self.file, "--data", restored), 0))
        check("check finds nothing wrong in what was restored", faults(place_of(restored)))
        there = counts(Sqlite(restored / "dichtbij.sqlite"))
        check("every table in it has the size of some moment during the backup",
              [f"{table}: {before[table]} before, {after[table]} after, restored {there[table]}" for table in GROWING
               if not before[table] <= there[table] <= after[table]])
        check(f"all {len(confirmed)} contacts confirmed before the backup are in it", missing(Sqlite(restored / "dichtbij.sqlite"), confirmed))
        live = subjects(rounds.place.database)
        check("nothing is in it that is not in the installation",
              [f"{gesprek} {subject}" for gesprek, subject in subjects(Sqlite(restored / "dichtbij.sqlite")).items() if live.get(gesprek) != subject])
        check("settings and files are in it", other_files(self.data, restored))
        server = Server(("--data", restored), self.folder / "restored.log")
        shown = not_shown(server, rounds.employees[0], confirmed)
        check("people who were signed in read their contacts on what was restored", shown + ([] if server.stop() == 0 else ["it did not stop"]))

    def _refused_beside_server(self):
        say = f"is in use by dichtbij serve (process {self.rounds.server.process.pid})"
        for words in (("restore", self.file), ("demo",), ("init",), ("serve", "--listen", "127.0.0.1:0")):
            done = command(*words, *self.rounds.place.arguments)
            self.report.check(f"{words[0]} refuses beside a running server, and names it", ended(done, IN_USE, say))

    def _after_a_stop(self):
        check, target = self.report.check, self.folder / "exact"
        code = self.rounds.server.stop()
        check("the server stops when it is asked to", [] if code == 0 else [f"it ended with {code}\n{self.rounds.server.last_words()}"])
        target.mkdir()
        done = [command("backup", self.file, *self.rounds.place.arguments), command("restore", self.file, "--data", target)]
        check("backup and restore into an empty folder", [problem for one in done for problem in ended(one, 0)])
        here, there = all_rows(self.data), all_rows(target)
        check(f"all {sum(map(len, here.values()))} rows of {len(here)} tables are restored as they were, those of the access log too",
              [f"{table}: {len(here[table])} rows, restored {len(there.get(table, []))}" for table in here if here[table] != there.get(table)])
        check("only the owner may read the backup", [] if self.file.stat().st_mode & 0o077 == 0 else [oct(self.file.stat().st_mode)])
        for data, why in ((target, "holds an installation"), (self._folder_with_a_file(), "holds brief.txt")):
            check(f"restore refuses a folder that {why}", ended(command("restore", self.file, "--data", data), 1, why))

    def _folder_with_a_file(self):
        folder = self.folder / "bezet"
        folder.mkdir()
        (folder / "brief.txt").write_text("van iemand")
        return folder

    def _not_a_backup(self):
        whole = self.file.read_bytes()
        other = self.folder / "other.tar.gz"
        with tarfile.open(other, "w:gz") as archive:
            archive.add(self.data / "dichtbij.conf", "dichtbij.conf")
        kinds = {"text": b"no archive", "half of a backup": whole[:len(whole) // 2], "nothing": b"", "another archive": other.read_bytes()}
        for name, content in kinds.items():
            file, target = self.folder / "wrong.tar.gz", self.folder / "wrong"
            file.write_bytes(content)
            done = command("restore", file, "--data", target)
            left = [f"left {path}" for path in os.listdir(target) if path != "dichtbij.lock"]
            self.report.check(f"restore refuses {name}, and leaves nothing", ended(done, 1, "wrong.tar.gz") + left)

    def _killed_backup(self):
        whole, problems = all_counts(self.folder / "exact"), []
        seconds = self._duration("backup", self.folder / "timed.tar.gz", *self.rounds.place.arguments)
        for attempt in range(self.kills):
            file = self.folder / f"killed{attempt}.tar.gz"
            self._kill_after(random.uniform(0.1, 1.05) * seconds, "backup", file, *self.rounds.place.arguments)
            if file.exists():
                problems += self._wrong_with(file, whole)
            problems += ended(command("backup", file, *self.rounds.place.arguments), 0) + self._wrong_with(file, whole)
            problems += [f"left {path.name}" for path in self.folder.glob(f"killed{attempt}.tar.gz.*")]
        self.report.check(f"{self.kills} backups killed halfway leave no file that passes for one, and the next one is whole", problems)

    def _killed_restore(self):
        whole, target, halfway = all_counts(self.folder / "exact"), self.folder / "killed", 0
        seconds = self._duration("restore", self.file, "--data", self.folder / "timed")
        problems = []
        for _ in range(self.kills):
            self._kill_after(random.uniform(0.1, 1.05) * seconds, "restore", self.file, "--data", target)
            if (target / "dichtbij.sqlite").exists():
                problems += faults(place_of(target)) + self._differences(target, whole)
                shutil.rmtree(target)
            else:
                halfway += 1
                problems += refusals(target)
        problems += ended(command("restore", self.file, "--data", target), 0) if not (target / "dichtbij.sqlite").exists() else []
        problems += faults(place_of(target)) + self._differences(target, whole) + other_files(self.data, target)
        problems += [f"left {name}" for name in os.listdir(target) if name == ".opbouw"]
        self.report.check(f"{self.kills} restores killed, {halfway} of them halfway, leave nothing that passes for whole; the next one is", problems)

    def _wrong_with(self, file, whole):
        target = self.folder / "of-killed"
        shutil.rmtree(target, ignore_errors=True)
        return ended(command("restore", file, "--data", target), 0) or self._differences(target, whole)

    @staticmethod
    def _differences(data, whole):
        there = all_counts(data)
        return [f"{table}: {number} rows, restored {there.get(table)}" for table, number in whole.items() if there.get(table) != number]

    @staticmethod
    def _duration(*arguments):
        started = time.monotonic()
        command(*arguments)
        return time.monotonic() - started

    @staticmethod
    def _kill_after(seconds, *arguments):
        running = start(*arguments)
        time.sleep(seconds)
        running.kill()
        running.wait()


def refusals(data):
    """What wrongly accepts a folder in which something was left halfway."""
    problems = []
    for words in (("check",), ("backup", data.parent / "never.tar.gz"), ("serve", "--listen", "127.0.0.1:0"), ("init",)):
        if not (data / ".opbouw").exists() and words[0] in ("serve", "init"):
            continue  # killed before it began: an empty folder, where something new may begin
        problems += [f"{words[0]}: {problem}" for problem in ended(command(*words, "--data", data), 1, str(data))]
    return problems
