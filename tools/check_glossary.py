#!/usr/bin/env python3
"""docs/glossary.md has one row for every domain type in a public header of the capabilities, and no other."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["taal", "norm", "organisatie", "toepassing", "aanmelding", "opzoek", "zaaktype", "partij", "document", "werk", "bericht", "portaal", "klantcontact", "taak", "zaak", "belofte", "overleg", "ketenpartner", "waardering", "bezorging", "postvak", "formulier", "balie", "notificatie", "api/contactgegevens"]
# Headers of the inside: SQL, operations, screens and tests. Their types are no words of the domain.
INSIDE = re.compile(r"(_store|_service|_desk|_render|_portaal|_routes|testing)\.h$")
TYPE = re.compile(r"^(?:struct|enum class) ([A-Z]\w*)\b(?!;)", re.M)
ROW = re.compile(r"^\| ([^|]+) \| `(\w+::\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)

faults = []
types = {}
for folder in FOLDERS:
    for header in sorted((ROOT / "src" / folder).glob("*.h")):
        if INSIDE.search(header.name):
            continue
        for name in TYPE.findall(header.read_text()):
            types.setdefault(f"{folder.rsplit('/')[-1]}::{name}", header.relative_to(ROOT))

text = (ROOT / "docs" / "glossary.md").read_text()
rows = [row[1] for row in ROW.findall(text)]
faults += [f"{header}: {name} is not in docs/glossary.md" for name, header in types.items() if name not in rows]
faults += [f"docs/glossary.md: {name} is no type of a public header" for name in rows if name not in types]
faults += [f"docs/glossary.md: {name} has {rows.count(name)} rows" for name in sorted(set(rows)) if rows.count(name) > 1]
table_lines = len(re.findall(r"^\| (?!term )", text, re.M))
if table_lines != len(rows):
    faults.append(f"docs/glossary.md: {table_lines - len(rows)} lines of a table do not have the five columns")
print("\n".join(faults) if faults else f"{len(rows)} domain types in the glossary")
sys.exit(1 if faults else 0)
