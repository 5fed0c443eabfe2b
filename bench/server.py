"""The real program, started for a measurement."""

import http.client
import json
import os
import re
import socket
import subprocess
import time


class Program:
    def __init__(self, program, place, log_directory):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log_path = os.path.join(log_directory, "serve.log")
        self.log = open(self.log_path, "w")
        # Lines of the log go to a file, as they would in use.
        self.process = subprocess.Popen([program, "serve", *place.place, "--listen", f"127.0.0.1:{self.port}"], stdout=self.log, stderr=self.log,
                                        env={**os.environ, "DICHTBIJ_SHARE": os.path.abspath("build/share")})

    def __enter__(self):
        self.wait_for_answer()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()

    def wait_for_answer(self, seconds=120):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"the program stopped; see {self.log_path}")
            try:
                if self.get("/inloggen").status == 200:
                    return
            except OSError:
                time.sleep(0.002)
        raise SystemExit("the program does not answer")

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.content = answer.read()
            return answer
        finally:
            connection.close()

    def wait_for_followers(self):
        while any(follower["rows"] > 0 for follower in json.loads(self.get("/healthz").content)["followers"].values()):
            time.sleep(0.5)

    def anonymous_memory_mb(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"RssAnon:\s+(\d+) kB", status.read())[1]) / 1000


def first_answer_s(program, place, log_directory):
    began = time.monotonic()
    with Program(program, place, log_directory):
        return time.monotonic() - began
