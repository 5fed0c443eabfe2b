"""The real program with its data in a given folder: its commands, and the server that is stopped by its pid."""
import http.client
import os
import pathlib
import signal
import socket
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("DICHTBIJ_PROGRAM", str(ROOT / "build" / "release" / "dichtbij"))
# The program takes every DICHTBIJ_ variable for a setting, and refuses one it does not know.
ENVIRONMENT = {**{name: value for name, value in os.environ.items() if name != "DICHTBIJ_PROGRAM"},
               "DICHTBIJ_TRUSTED_NETWORKS": "127.0.0.0/8", "DICHTBIJ_LOGIN_ATTEMPTS_PER_MINUTE": "100"}
START_SECONDS = 60
STOP_SECONDS = 60


def command(*arguments, environment=None):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env={**ENVIRONMENT, **(environment or {})})


def start(*arguments):
    """A command that the caller ends; it says nothing."""
    return subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, env=ENVIRONMENT)


def run(*arguments):
    done = command(*arguments)
    if done.returncode:
        raise RuntimeError(f"dichtbij {arguments[0]} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Serves `place` ("--data", DIR) until stop() or kill(). What it says is added to `log`."""

    def __init__(self, place, log):
        self.port = free_port()
        self.log = pathlib.Path(log)
        with self.log.open("ab") as out:
            self.process = subprocess.Popen([PROGRAM, "serve", *map(str, place), "--listen", f"127.0.0.1:{self.port}"],
                                            stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=ENVIRONMENT)
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.kill()
            raise

    def _wait_until_it_answers(self):
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended at once with {self.process.returncode}\n{self.last_words()}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"the server does not answer within {START_SECONDS} s\n{self.last_words()}")
            time.sleep(0.05)

    def _answers(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def last_words(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-30:])

    def is_running(self):
        return self.process.poll() is None

    def ask_to_stop(self):
        if self.is_running():
            self.process.send_signal(signal.SIGTERM)

    def kill(self):
        if self.is_running():
            self.process.send_signal(signal.SIGKILL)
        return self.process.wait()

    def stop(self):
        """Its exit code. One that does not stop in time is killed: -9."""
        self.ask_to_stop()
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            return self.kill()
