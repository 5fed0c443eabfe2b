#!/usr/bin/env python3
"""Holds the catalogue of case types against its format and against the rules for what residents read.

Usage: check_catalogue.py [FILE]. Whether a product of the UPL exists is not checked, only the shape of its URI:
the list itself is not part of the source. Shows what is wrong, a line each."""
import collections
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "catalogus/zaaktypen.json"

FORMAT = "dichtbij-zaaktypen/1"
LEAST_CASE_TYPES = 30
LONGEST_SENTENCE_WORDS = 20
LONGEST_AVERAGE_WORDS = 14
SHORT_TEXT_CHARACTERS = 20  # a text this short ("U hoeft niets te doen.") may come back
ALIKE_PERCENT = 50          # of the pairs of neighbouring words

LAPSED = re.compile(r"\bWabo\b|\bWob\b|Regeling omgevingsrecht|Wet algemene bepalingen omgevingsrecht|Wet openbaarheid van bestuur", re.I)
PROMISE = re.compile(r"\b(?:binnen|within|uiterlijk|in|after|na)\s+(?:\d+|een|twee|drie|vier|vijf|zes|acht|tien|one|two|three|four|five|six|eight|ten)\s+"
                     r"(?:werkdag|dag|week|weken|maand|uur|working day|day|month|hour)", re.I)
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
UPL = re.compile(r"http://standaarden\.overheid\.nl/owms/terms/[^\s/]+")


class OneOf(tuple):
    """The values a text may have."""


BOTH = {"nl": str, "en": str}
RULES = {
    "code": CODE, "naam": BOTH, "upl": str, "doel": str, "uitleg": BOTH,
    "aanleiding": OneOf(("aanvraag", "melding", "bezwaar", "klacht", "verzoek")),
    "domein": OneOf(("", "wmo", "jeugd", "inkomen")),
    "vertrouwelijkheid": OneOf(("volgens_domein", "openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk", "confidentieel", "geheim",
                                "zeer_geheim")),
    "afhandelniveau": range(1, 6),
    "betrouwbaarheidsniveau": OneOf(("laag", "substantieel", "hoog")),
    "zonder_inloggen": bool,
    "wettelijke_termijn": {"aantal": range(1, 1000), "eenheid": OneOf(("weken", "dagen", "maanden")), "grondslag": str, "te_bevestigen": bool},
    "servicenorm": {"aantal": range(1, 1000), "eenheid": OneOf(("werkdagen",))},
    "opschorten": bool,
    "verlengen": {"keren": range(0, 10), "aantal": range(0, 1000), "eenheid": OneOf(("weken", "dagen", "maanden")), "met_instemming": bool, "grondslag": str},
    "dwangsom": bool,
    "leges": {"soort": OneOf(("geen", "vast", "verordening")), "bedrag_cent": range(0, 100_000_000), "uitleg": BOTH},
    "statussen": [{"code": CODE, "naam": BOTH, "wij_doen": BOTH, "u_doet": BOTH, "eind": bool}],
    "resultaten": [{"code": CODE, "naam": BOTH,
                    "archief": {"nominatie": OneOf(("vernietigen", "blijvend_bewaren")), "jaren": range(0, 200),
                                "afleiding": OneOf(("afgehandeld", "hoofdzaak", "eigenschap", "ingangsdatum_besluit", "vervaldatum_besluit", "termijn",
                                                    "zaakobject", "gerelateerde_zaak", "ander_datumkenmerk")),
                                "selectielijst": str, "te_bevestigen": bool, "datumkenmerk": str, "procestermijn_jaren": range(0, 200)}}],
    "rollen": [OneOf(("initiator", "belanghebbende", "gemachtigde", "behandelaar", "adviseur", "beslisser", "zaakcoordinator", "klantcontacter",
                      "mede_initiator"))],
    "eigenschappen": [{"code": CODE, "vraag": BOTH, "soort": OneOf(("tekst", "getal", "datum", "ja_nee", "keuze", "adres")), "verplicht": bool,
                       "keuzes": [BOTH]}],
    "documenttypen": [{"code": CODE, "naam": BOTH, "verplicht_bij": OneOf(("aanvraag", "besluit", "nooit")), "vertrouwelijk": bool}],
    "taken": [{"naam": str, "soort": OneOf(("intern_advies", "extern_advies", "vraag_aan_aanvrager", "akkoord", "verstuur_document")),
               "bij_status": CODE, "werkdagen": range(1, 200)}],
}
problems = []


def matches(value, rule):
    if isinstance(rule, range):
        return type(value) is int and value in rule
    if isinstance(rule, OneOf):
        return isinstance(value, str) and value in rule
    if isinstance(rule, re.Pattern):
        return isinstance(value, str) and rule.fullmatch(value) is not None
    return type(value) is rule


def check_shape(value, rule, where):
    """True when the value has the keys, in the order, and the values that the rule asks for, all the way down."""
    if isinstance(rule, dict):
        if not isinstance(value, dict):
            problems.append(f"{where} is not an object")
            return False
        if list(value) != list(rule):
            problems.append(f"{where} has the keys {', '.join(value)} and must have, in this order: {', '.join(rule)}")
            return False
        return all([check_shape(value[key], rule[key], f"{where}.{key}") for key in rule])
    if isinstance(rule, list):
        if not isinstance(value, list):
            problems.append(f"{where} is not a list")
            return False
        return all([check_shape(one, rule[0], f"{where}[{i}]") for i, one in enumerate(value)])
    if not matches(value, rule):
        problems.append(f"{where} cannot be {value!r}")
        return False
    return True


def check_languages(value, where, may_be_empty):
    """Dutch and English come together; only what the resident must do, and what a free case costs, may be left out."""
    if isinstance(value, list):
        for i, one in enumerate(value):
            check_languages(one, f"{where}[{i}]", may_be_empty)
    elif isinstance(value, dict) and list(value) == ["nl", "en"]:
        dutch, english = value["nl"].strip(), value["en"].strip()
        if bool(dutch) != bool(english):
            problems.append(f"{where} is only in {'nl' if dutch else 'en'}")
        elif not dutch and not may_be_empty:
            problems.append(f"{where} is empty")
        if (value["nl"], value["en"]) != (dutch, english):
            problems.append(f"{where} has spaces around it")
    elif isinstance(value, dict):
        for key, one in value.items():
            check_languages(one, f"{where}.{key}", key == "u_doet" or where.endswith(".leges"))


def unique(values, where):
    for value, times in collections.Counter(values).items():
        if times > 1:
            problems.append(f"{where}: {value} is there {times} times")


def check_rules(zaaktype, where):
    statussen = zaaktype["statussen"]
    if not 3 <= len(statussen) <= 6:
        problems.append(f"{where} has {len(statussen)} statuses: 3 to 6")
    if [status["eind"] for status in statussen] != [False] * (len(statussen) - 1) + [True]:
        problems.append(f"{where}: the last status, and no other, is the end")
    if not 2 <= len(zaaktype["resultaten"]) <= 5:
        problems.append(f"{where} has {len(zaaktype['resultaten'])} results: 2 to 5")
    for part in ("statussen", "resultaten", "eigenschappen", "documenttypen"):
        unique([one["code"] for one in zaaktype[part]], f"{where}.{part}")
    unique(zaaktype["rollen"], f"{where}.rollen")
    for role in {"initiator", "behandelaar"} - set(zaaktype["rollen"]):
        problems.append(f"{where} has no {role}")
    if not zaaktype["doel"].strip():
        problems.append(f"{where} has no purpose")
    if zaaktype["upl"] and not UPL.fullmatch(zaaktype["upl"]):
        problems.append(f"{where}: {zaaktype['upl']} is not the address of a product")
    if zaaktype["domein"] and zaaktype["zonder_inloggen"]:
        problems.append(f"{where} is confidential: never shown without signing in")
    verlengen = zaaktype["verlengen"]
    if (verlengen["keren"] == 0) != (verlengen["aantal"] == 0):
        problems.append(f"{where}.verlengen: how often and how long go together")
    leges = zaaktype["leges"]
    if (leges["soort"] == "vast") != (leges["bedrag_cent"] > 0):
        problems.append(f"{where}.leges: an amount goes with a fixed fee, and only with that")
    if leges["soort"] != "geen" and not leges["uitleg"]["nl"].strip():
        problems.append(f"{where}.leges: a fee is explained")
    for one in zaaktype["resultaten"]:
        archief = one["archief"]
        if (archief["nominatie"] == "blijvend_bewaren") != (archief["jaren"] == 0):
            problems.append(f"{where}.{one['code']}: years go with what is destroyed, and only with that")
        if not archief["selectielijst"] and not archief["te_bevestigen"]:
            problems.append(f"{where}.{one['code']}: without a number of the selection list the term is to be confirmed")
    for one in zaaktype["eigenschappen"]:
        if (one["soort"] == "keuze") != (len(one["keuzes"]) >= 2) or (one["soort"] != "keuze" and one["keuzes"]):
            problems.append(f"{where}.{one['code']}: choices go with a choice, and only with that")
    running = {status["code"] for status in statussen if not status["eind"]}
    for one in zaaktype["taken"]:
        if one["bij_status"] not in running:
            problems.append(f"{where}: task {one['naam']!r} belongs to no status in which the case still runs")
        if not one["naam"].strip():
            problems.append(f"{where} has a task without a name")
    termijn = zaaktype["wettelijke_termijn"]
    if not termijn["grondslag"] and not termijn["te_bevestigen"]:
        problems.append(f"{where}: a term without an article is to be confirmed")
    for text in (zaaktype["doel"], termijn["grondslag"], verlengen["grondslag"]):
        if LAPSED.search(text):
            problems.append(f"{where}: {text!r} names a law that has lapsed")


def resident_texts(zaaktype):
    """Every (place, language, text) that tells the resident what happens."""
    places = [("uitleg", zaaktype["uitleg"])]
    for status in zaaktype["statussen"]:
        places += [(f"{status['code']}.{key}", status[key]) for key in ("wij_doen", "u_doet")]
    for place, text in places:
        for language in ("nl", "en"):
            if text[language]:
                yield f"{zaaktype['code']}.{place}.{language}", language, text[language]


def words(text):
    return re.findall(r"[\w'’-]+", text.lower())


def check_readable(where, text):
    if not re.search(r"[.?!]$", text):
        problems.append(f"{where} does not end as a sentence")
    counts = [len(words(sentence)) for sentence in re.split(r"(?<=[.?!:])\s+", text)]
    if max(counts) > LONGEST_SENTENCE_WORDS:
        problems.append(f"{where} has a sentence of {max(counts)} words: at most {LONGEST_SENTENCE_WORDS}")
    if sum(counts) > LONGEST_AVERAGE_WORDS * len(counts):
        problems.append(f"{where} has {sum(counts) / len(counts):.1f} words a sentence: at most {LONGEST_AVERAGE_WORDS}")
    if where.endswith((".uitleg.nl", ".uitleg.en")) and not 2 <= len(counts) <= 5:
        problems.append(f"{where} has {len(counts)} sentences: 2 to 5")
    if promise := PROMISE.search(text):
        problems.append(f"{where} promises a date: {promise.group()!r}")
    if "  " in text or re.search(r"\s[,.?!]", text):
        problems.append(f"{where} has a space too many")


def check_no_two_alike(texts):
    """A text that only swaps the noun is alike too, so pairs of neighbouring words are compared, not characters."""
    pairs = []
    for where, language, text in texts:
        if len(text) > SHORT_TEXT_CHARACTERS:
            one = words(text)
            pairs.append((where, language, set(zip(one, one[1:]))))
    for i, (where, language, mine) in enumerate(pairs):
        for other, other_language, theirs in pairs[:i]:
            if language == other_language and 100 * len(mine & theirs) >= ALIKE_PERCENT * len(mine | theirs):
                problems.append(f"{where} is like {other}")


def no_key_twice(pairs):
    unique([key for key, _ in pairs], "a key")
    return dict(pairs)


def check(data):
    if not isinstance(data, dict) or list(data) != ["formaat", "zaaktypen"] or data["formaat"] != FORMAT or not isinstance(data["zaaktypen"], list):
        problems.append(f"{FILE.name} is not a file of {FORMAT}")
        return
    if len(data["zaaktypen"]) < LEAST_CASE_TYPES:
        problems.append(f"there are {len(data['zaaktypen'])} case types: at least {LEAST_CASE_TYPES}")
    sound = []
    for i, zaaktype in enumerate(data["zaaktypen"]):
        where = str(zaaktype.get("code", i)) if isinstance(zaaktype, dict) else str(i)
        if check_shape(zaaktype, RULES, where):
            sound.append(zaaktype)
            check_languages(zaaktype, where, may_be_empty=False)
            check_rules(zaaktype, where)
    unique([zaaktype["code"] for zaaktype in sound], "code")
    unique([zaaktype["naam"]["nl"] for zaaktype in sound], "naam")
    texts = [text for zaaktype in sound for text in resident_texts(zaaktype)]
    for where, _, text in texts:
        check_readable(where, text)
    check_no_two_alike(texts)


try:
    raw = FILE.read_text(encoding="utf-8")
    data = json.loads(raw, object_pairs_hook=no_key_twice)
except (OSError, ValueError) as error:
    problems.append(f"{FILE}: {error}")
else:
    check(data)
    if raw != json.dumps(data, ensure_ascii=False, indent=2) + "\n":
        problems.append(f"{FILE.name} is not laid out with two spaces and one line end at its end")
if problems:
    print("\n".join(problems))
    sys.exit(1)
print(f"{len(data['zaaktypen'])} case types hold")
