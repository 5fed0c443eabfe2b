"""Which employee asks for which pages. Sessions are rows in the store, as signing in would make them."""

import hashlib
import random
import time
import urllib.parse

EMPLOYEES = 50
USER_AGENT = "Dichtbij-bench"  # as in http_client.h: a session belongs to one browser
SEARCHES = 40                  # that an employee asks for in turn


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def sign_in(place):
    """Fifty employees with work of a team: (token, team, gemeenten)."""
    found = place.rows(
        f"select {place.hex('r.account')}, min({place.hex('l.team')}) from account_rol r join team_lid l on l.medewerker = r.account "
        f"join account a on a.medewerker = r.account where r.rol in ('kcc_medewerker', 'behandelaar') and a.uit_op is null group by r.account order by r.account limit {EMPLOYEES}")
    roles = place.rows(f"select distinct {place.hex('account')}, {place.hex('gemeente')} from account_rol where rol in ('kcc_medewerker', 'behandelaar')")
    if len(found) < EMPLOYEES:
        raise SystemExit(f"the data has {len(found)} employees with a team, the bench needs {EMPLOYEES}")
    now = int(time.time())
    employees, statements = [], ["delete from sessie where toestel = 'bench';"]
    for account, team in found:
        token = f"bench-{account}"
        statements.append(f"insert into sessie (hash, account, fase, begonnen_op, gezien_op, stil_tot, einde_op, csrf, agent_hash, toestel, nieuw_totp) values "
                          f"({place.blob(sha256(token))}, {place.blob(account)}, 'volledig', {now}, {now}, {now + 36000}, {now + 36000}, 'bench', "
                          f"{place.blob(sha256(USER_AGENT))}, 'bench', null);")
        employees.append((token, team, {gemeente for who, gemeente in roles if who == account}))
    place.run("\n".join(statements))
    return employees


def uuid(hexadecimal):
    return "-".join((hexadecimal[:8], hexadecimal[8:12], hexadecimal[12:16], hexadecimal[16:20], hexadecimal[20:]))


def worklist_plan(employees):
    return [(token, [f"/werk?wie=team&team={uuid(team)}"]) for token, team, _ in employees]


def klantbeeld_plan(place, employees):
    people = place.rows(f"select {place.hex('b.partij')}, min({place.hex('b.gemeente')}) from betrokkene b where b.partij is not null group by b.partij having count(*) >= 500 order by 1 limit 100")
    plan = []
    for number, (token, _, gemeenten) in enumerate(employees):
        own = [f"/personen/{uuid(person)}" for person, gemeente in people if gemeente in gemeenten]
        if own:
            plan.append((token, own[number % len(own) :] + own[: number % len(own)]))
    if len(plan) < len(employees):
        raise SystemExit(f"only {len(plan)} employees may see a person with 500 contacts")
    return plan


def sample(place, table, columns, condition):
    """Some rows from all over the table."""
    last = place.rows(f"select max(rowid) from {table}")[0][0]
    dice = random.Random(7)
    picked = ", ".join(str(dice.randrange(1, last + 1)) for _ in range(4000))
    return place.rows(f"select {columns} from {table} where rowid in ({picked}) and {condition}")


def search_plan(employees, texts):
    dice = random.Random(11)
    return [(token, ["/zoeken?q=" + urllib.parse.quote(dice.choice(texts)) for _ in range(SEARCHES)]) for token, _, _ in employees]


def exact_search_plan(place, employees):
    texts = [row[0] for row in sample(place, "klantcontact", "nummer", "1 = 1")][:500]
    texts += [row[0] for row in sample(place, "digitaal_adres", "adres", "soort <> 'overig'")][:500]
    texts += [row[0] for row in sample(place, "partij_identificator", "object_id", "code_soort_object_id = 'bsn'")][:500]
    texts += [f"{postcode} {number}" for postcode, number in sample(place, "partij_adres", "postcode, huisnummer", "postcode <> '' and huisnummer is not null")][:500]
    return search_plan(employees, texts)


def names(place):
    found = sample(place, "partij", "voornaam, voorvoegsel_achternaam, achternaam", "soort = 'persoon' and achternaam <> ''")
    return [" ".join(filter(None, row)) for row in found][:1000]


def name_search_plan(place, employees):
    return search_plan(employees, names(place))


def typo_search_plan(place, employees):
    dice = random.Random(13)
    texts = []
    for name in names(place):
        at = dice.randrange(max(1, len(name) - 4), len(name) - 1)
        texts.append(name[:at] + dice.choice("aeinrst") + name[at + 1 :])
    return search_plan(employees, texts)
