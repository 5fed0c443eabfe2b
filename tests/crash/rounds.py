"""Many people record contacts; the server is killed in the middle of it, started again, and looked at."""
import random
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from database import half_done, missing
from employee import LOST, Employee, Refused
from server import Server, command, run

KILL_BETWEEN = (0.1, 0.8)  # part of the saves that is confirmed
HANDED_ON = 0.25
ROUND_SECONDS = 600
SAMPLE = 25


class Saves:
    """The saves of a round, taken by many threads. `confirmed`: question by id of the conversation.
    `recorded`: questions that were saved, though the answer was lost."""

    def __init__(self, name, number):
        self.lock = threading.Lock()
        self.todo = [f"Vraag {name}-{i} {uuid.uuid4().hex[:8]}" for i in range(number)]
        self.confirmed = {}
        self.recorded = []
        self.refused = []

    def take(self):
        with self.lock:
            return self.todo.pop() if self.todo and not self.refused else None

    def _put_back(self, question):
        with self.lock:
            self.todo.append(question)

    def confirm(self, gesprek, question):
        with self.lock:
            self.confirmed[gesprek] = question

    def _again(self, employee):
        question = employee.unsure[1]
        gesprek = employee.record_again()
        if gesprek:
            self.confirm(gesprek, question)
        else:
            with self.lock:
                self.recorded.append(question)

    def record_until_lost(self, employee, port):
        """Goes on until nothing is left or the server is gone."""
        question = None
        try:
            employee.connect(port)
            if employee.unsure:
                self._again(employee)
            while question := self.take():
                self.confirm(employee.record(question, hand_on=random.random() < HANDED_ON), question)
        except LOST:
            if question and not employee.unsure:
                self._put_back(question)
        except Refused as wrong:
            with self.lock:
                self.refused.append(str(wrong))
        finally:
            employee.close()


class Place:
    """Where an installation is: what commands are told, and how to look in it."""

    def __init__(self, arguments, database, access_log):
        self.arguments = arguments
        self.database = database
        self.access_log = access_log


class EndlessSaves(Saves):
    """They go on until stop()."""

    def __init__(self, name):
        super().__init__(name, 0)
        self.name = name
        self.number = 0
        self.stopped = False

    def take(self):
        with self.lock:
            if self.stopped or self.refused:
                return None
            self.number += 1
            return self.todo.pop() if self.todo else f"Vraag {self.name}-{self.number} {uuid.uuid4().hex[:8]}"

    def stop(self):
        with self.lock:
            self.stopped = True


def make_organisation(folder, place, people):
    """The one-time passwords by e-mail address."""
    run("init", *place.arguments, "--gemeente", "Oeverland", "--telefoon", "14 0399", "--naam", "Els Bos", "--email", "e.bos@oeverland.example")
    lines = ["gemeente,afdeling,team,naam,email,rol,teamleider",
             "oeverland,Dienstverlening,Klantcontactcentrum,Marleen Visser,m.visser@oeverland.example,teamleider,ja"]
    lines += [f"oeverland,Dienstverlening,Klantcontactcentrum,Medewerker {i},medewerker{i}@oeverland.example,kcc_medewerker,nee"
              for i in range(people)]
    (folder / "teams.csv").write_text("\n".join(lines) + "\n")
    printed = run("import", "organisatie", folder / "teams.csv", *place.arguments)
    words = [line.split() for line in printed.splitlines() if line.startswith("account medewerker")]
    if len(words) != people:
        raise RuntimeError(f"the import made {len(words)} accounts, not {people}\n{printed}")
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


def at_work(pool, server, saves, employees):
    """Everyone recording, on the threads of the pool."""
    return [pool.submit(saves.record_until_lost, employee, server.port) for employee in employees]


def wait_for(saves, number, server):
    """Until so many saves were confirmed, or nothing will come any more."""
    deadline = time.monotonic() + ROUND_SECONDS
    while len(saves.confirmed) < number and not saves.refused and server.is_running() and time.monotonic() < deadline:
        time.sleep(0.002)
    return [] if len(saves.confirmed) >= number else [f"{len(saves.confirmed)} saves were confirmed, {number} awaited"]


def faults(place):
    done = command("check", *place.arguments)
    return [] if done.returncode == 0 else [f"check ended with {done.returncode}\n{done.stdout}{done.stderr}"]


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


class Rounds:
    """They go on in one installation, so that each also holds what was confirmed before earlier kills."""

    def __init__(self, report, folder, place, options):
        self.report = report
        self.place = place
        self.saves = options.saves
        self.log = folder / "server.log"
        self.confirmed = {}
        self.kills = 0
        passwords = make_organisation(folder, place, options.people)
        self.server = Server(place.arguments, self.log)
        self.employees = sign_in_all(self.server, passwords)

    def play(self, number):
        started = time.monotonic()
        saves = Saves(number, self.saves)
        say = f"round {number}: "
        check = self.report.check
        check(say + "contacts are recorded until the server is killed", self._save_and_kill(saves))
        before = dict(saves.confirmed)
        self.server = Server(self.place.arguments, self.log)
        self.confirmed.update(before)
        database = self.place.database
        check(say + f"all {len(before)} contacts confirmed before the kill are there, and {len(self.confirmed) - len(before)} older ones",
              missing(database, self.confirmed))
        check(say + "no contact is there twice or half", half_done(database))
        if self.place.access_log:
            check(say + "the access log says that the server did not stop by itself", self._unsaid_stops())
        check(say + "those who were at work go on without signing in again", self._save_the_rest(saves))
        self.confirmed.update(saves.confirmed)
        check(say + f"all {self.saves} are there once after those without an answer were sent again",
              missing(database, self.confirmed) + self._unrecorded(saves) + half_done(database))
        check(say + "confirmed contacts can be read at the desk", not_shown(self.server, self.employees[0], self.confirmed))
        check(say + "check finds nothing wrong beside the running server", faults(self.place))
        print(f"     {time.monotonic() - started:.0f} s", flush=True)

    def _save_and_kill(self, saves):
        """Somewhere in the middle of the saves; without the kill they would go on."""
        after = int(self.saves * random.uniform(*KILL_BETWEEN))
        with ThreadPoolExecutor(len(self.employees)) as pool:
            running = at_work(pool, self.server, saves, self.employees)
            problems = wait_for(saves, after, self.server)
            time.sleep(random.random() * 0.02)
            died_itself = not self.server.is_running()
            self.server.kill()
            self.kills += 1
        for one in running:
            one.result()
        if died_itself:
            problems.append("the server ended by itself\n" + self.server.last_words())
        return problems + saves.refused

    def _save_the_rest(self, saves):
        with ThreadPoolExecutor(len(self.employees)) as pool:
            at_work(pool, self.server, saves, self.employees)
        unsure = [f"{e.email}: no answer on {e.unsure[1]}" for e in self.employees if e.unsure]
        return saves.refused + unsure + ([f"{len(saves.todo)} saves were not made"] if saves.todo else [])

    def _unrecorded(self, saves):
        """The server had forgotten the draft, so it must have saved it."""
        there = {row[0] for row in self.place.database.rows("select onderwerp from klantcontact")}
        count = len(saves.confirmed) + len(saves.recorded)
        wrong = [] if count == self.saves else [f"{count} of {self.saves} saves ended well"]
        return wrong + [f"{question} lost its draft and is not there" for question in saves.recorded if question not in there]

    def _unsaid_stops(self):
        said = int(self.place.access_log.rows("select count(*) from inzage where soort = 'onderbreking'")[0][0])
        return [] if said == self.kills else [f"after {self.kills} kills it has {said} such lines"]
