"""An employee at the desk, as a browser is one: signs in, and records contacts in the form."""
import html
import http.client
import re
import urllib.parse

PASSWORD = "een zin van de reis 2026"
TIMEOUT_SECONDS = 120
LOST = (OSError, http.client.HTTPException)  # the server went away before its answer was here


class Refused(Exception):
    """The server answered, but not as it should."""


class Employee:
    def __init__(self, email):
        self.email = email
        self.cookies = {}
        self.csrf = ""
        self.connection = None
        self.unsure = None  # (draft id, question): sent, and no answer came

    def connect(self, port):
        self.close()
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_SECONDS)

    def close(self):
        if self.connection:
            self.connection.close()

    def ask(self, method, path, form=None):
        """Status, place to go to, and text of the answer."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "User-Agent": "crash test"}
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode({**form, "_csrf": self.csrf})
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name.strip()] = value
        token = re.search(r'name="_csrf" value="([^"]+)"', text)
        if token:
            self.csrf = html.unescape(token.group(1))
        return answer.status, answer.headers.get("Location", ""), text

    def _redirected(self, method, path, form, to):
        status, place, text = self.ask(method, path, form)
        if status != 303 or not place.startswith(to):
            said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text[text.find("<main"):]))[:400]
            raise Refused(f"{method} {path} answered {status} {place}: {said}")
        return place

    def sign_in(self, one_time_password):
        self.ask("GET", "/inloggen")
        self._redirected("POST", "/inloggen", {"email": self.email, "wachtwoord": one_time_password}, "/inloggen/wachtwoord")
        self.ask("GET", "/inloggen/wachtwoord")
        self._redirected("POST", "/inloggen/wachtwoord", {"nieuw": PASSWORD, "herhaald": PASSWORD}, "/")
        status, _, _ = self.ask("GET", "/")
        if status != 200:
            raise Refused(f"{self.email}: the start page answers {status} after signing in")

    def record(self, question, hand_on):
        """The id of the conversation that the server confirmed."""
        draft = self._redirected("GET", "/contact/nieuw", None, "/contact/")
        self.unsure = (draft, question)
        return self._save(draft, question, "doorgezet" if hand_on else "beantwoord")

    def record_again(self):
        """Sends what got no answer once more. None when it was recorded the first time."""
        draft, question = self.unsure
        status, _, _ = self.ask("GET", draft)
        if status == 404:
            self.unsure = None
            return None
        return self._save(draft, question, "beantwoord")

    def _save(self, draft, question, outcome):
        form = {"kanaal": "telefoon", "v1_vraag": question, "v1_notitie": f"Notitie bij {question}", "v1_afloop": outcome,
                "actie": "bewaar"}
        place = self._redirected("POST", draft, form, "/gesprekken/")
        self.unsure = None
        return place.removeprefix("/gesprekken/").split("?")[0]
