"""How the server starts, stops and lives on a full disk; and a demo that is killed."""
import http.client
import os
import pathlib
import random
import socket
import subprocess
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from copies import ended, place_of, refusals
from database import missing
from employee import Refused
from rounds import Rounds, Saves, at_work, faults, wait_for
from server import Server, command, start

DEMO = ("--contacts-per-year", "500", "--gemeenten", "1")
DISK_MIB = 48


def settings_stop_the_start(report, folder):
    rows = [("worker_treads = 4", {}, ("dichtbij.conf line 1", "'worker_treads'", "worker_threads")),
            ("worker_threads = 0", {}, ("dichtbij.conf line 1", "'worker_threads'", "1 to 64")),
            ("trusted_networks = thuis", {}, ("dichtbij.conf line 1", "'trusted_networks'")),
            ("trusted_proxies = 10.0.0.0/99", {}, ("'trusted_proxies'", "10.20.0.0/16")),
            ("", {"DICHTBIJ_TRUSTED_NETWORKS": "1.2.3"}, ("'trusted_networks'", "10.20.0.0/16")),
            ("", {"DICHTBIJ_LOG_LEVL": "info"}, ("DICHTBIJ_LOG_LEVL", "'log_levl'", "log_level")),
            ("", {"DICHTBIJ_LOG_LEVEL": "loud"}, ("DICHTBIJ_LOG_LEVEL", "'log_level'", "debug, info, warn or error"))]
    for number, (text, environment, words) in enumerate(rows):
        data = folder / f"settings{number}"
        data.mkdir()
        (data / "dichtbij.conf").write_text(text + "\n")
        done = command("serve", "--data", data, "--listen", "127.0.0.1:0", environment=environment)
        left = [f"made {path.name}" for path in data.glob("*.sqlite")]
        report.check(f"the start stops at {text or environment}, and names it", ended(done, 1, *words) + left)


class Half:
    """A request of which half was sent."""

    def __init__(self, server, employee):
        body = urllib.parse.urlencode({"_csrf": employee.csrf, "email": "e.bos@oeverland.example"}).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in employee.cookies.items())
        head = (f"POST /uitloggen-bestaat-niet HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
                f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n").encode()
        self.rest = body[len(body) // 2:]
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        self.socket.sendall(head + body[:len(body) // 2])

    def finish(self):
        """The status of the answer, or what went wrong."""
        try:
            self.socket.sendall(self.rest)
            answer = http.client.HTTPResponse(self.socket)
            answer.begin()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException) as wrong:
            return repr(wrong)
        finally:
            self.socket.close()


def is_refused(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        return False
    except ConnectionRefusedError:
        return True
    except ConnectionResetError:
        return False  # it was in the queue of the port that was closed just now


def wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.005)
    return condition()


def graceful_stop(report, rounds):
    """SIGTERM in the middle of the saves."""
    server = rounds.server = Server(rounds.place.arguments, rounds.log)
    saves = Saves("bij het stoppen", rounds.saves)
    half = Half(server, rounds.employees[0])
    with ThreadPoolExecutor(len(rounds.employees)) as pool:
        at_work(pool, server, saves, rounds.employees)
        problems = wait_for(saves, rounds.saves // 10, server)
        server.ask_to_stop()
        refuses = wait_until(lambda: is_refused(server.port))
        status = half.finish()
    code = server.stop()
    report.check("contacts are recorded until the server is asked to stop", problems + saves.refused)
    report.check("a server that stops refuses new connections", [] if refuses else ["a connection was accepted"])
    report.check("a request of which half had come is answered", [] if isinstance(status, int) else [status])
    report.check("the server ends with code 0", [] if code == 0 else [f"{code}\n{server.last_words()}"])
    rounds.confirmed.update(saves.confirmed)
    report.check(f"all {len(saves.confirmed)} contacts confirmed before the stop are there", missing(rounds.place.database, rounds.confirmed))
    there = {row[0] for row in rounds.place.database.rows("select onderwerp from klantcontact")}
    unsure = [employee.unsure[1] for employee in rounds.employees if employee.unsure]
    report.check(f"none of {len(unsure)} that got no answer was saved after all", [question for question in unsure if question in there])
    for employee in rounds.employees:
        employee.unsure = None


def killed_demo(report, folder, kills):
    data, problems, halfway = folder / "demo", [], 0
    for _ in range(kills):
        running = start("demo", "--data", data, *DEMO)
        wait_until(lambda: (data / ".opbouw" / "dichtbij.sqlite").exists() or running.poll() is not None)
        time.sleep(random.uniform(0, 2))
        running.kill()
        running.wait()
        if not (data / "dichtbij.sqlite").exists():
            halfway += 1
            problems += refusals(data)
    report.check(f"{kills} demos killed, {halfway} of them halfway, leave nothing that passes for whole", problems)
    if (data / "dichtbij.sqlite").exists():
        return
    done = ended(command("demo", "--data", data, *DEMO), 0)
    left = [f"left {name}" for name in os.listdir(data) if name == ".opbouw"]
    report.check("the demo is made in that folder after all, and check finds nothing wrong", done or faults(place_of(data)) + left)
    report.check("a second demo in that folder is refused", ended(command("demo", "--data", data, *DEMO), 1, "holds an installation"))


def statuses(server, employee, number):
    """Answers to saves, as they come: an id, or the refusal."""
    employee.connect(server.port)
    confirmed, refused = {}, []
    for i in range(number):
        question = f"Vraag bij volle schijf {i} {random.getrandbits(32):08x}"
        try:
            confirmed[employee.record(question, hand_on=False)] = question
        except Refused as wrong:
            refused.append((question, str(wrong)))
    employee.unsure = None
    return confirmed, refused


def full_disk(report, folder, options):
    """A disk of its own for the data, that something else fills."""
    sentence = "the server lives on when the disk is full"
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MIB}m", "dichtbij-crash", disk], capture_output=True, text=True)
    if mounted.returncode:
        return report.skip(sentence, f"no disk could be mounted ({mounted.stderr.strip()})")
    rounds = None
    try:
        rounds = Rounds(report, folder, place_of(disk / "data"), options)
        fill_and_free(report, rounds, disk)
    finally:
        if rounds:
            rounds.server.kill()
        subprocess.run(["umount", "-l", disk], check=False)


def fill_and_free(report, rounds, disk):
    server, employee = rounds.server, rounds.employees[0]
    confirmed, refused = statuses(server, employee, 20)
    report.check("contacts are recorded before the disk is full", [str(one) for one in refused])
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as out:
        try:
            while out.write(b"\0" * 4096) == 4096:
                pass
        except OSError:
            pass
    more, refused = statuses(server, employee, 200)
    confirmed.update(more)
    report.check("what cannot be saved gets status 503", [wrong for _, wrong in refused if " 503 " not in wrong] or
                 ([] if refused else ["everything was saved on a full disk"]))
    status, _, _ = employee.ask("GET", "/healthz")
    report.check("the server lives on when the disk is full", [] if status == 200 and server.is_running() else [f"/healthz answers {status}"])
    filler.unlink()
    more, late = statuses(server, employee, 20)
    confirmed.update(more)
    report.check("it saves again when there is room, without a restart", [str(one) for one in late])
    report.check(f"all {len(confirmed)} confirmed contacts are there", missing(rounds.place.database, confirmed))
    there = {row[0] for row in rounds.place.database.rows("select onderwerp from klantcontact")}
    report.check(f"none of {len(refused)} that were refused is there", [question for question, _ in refused if question in there])
    report.check("check finds nothing wrong after the full disk", faults(rounds.place))
    code = server.stop()
    report.check("the server stops as usual after the full disk", [] if code == 0 else [f"{code}\n{server.last_words()}"])
