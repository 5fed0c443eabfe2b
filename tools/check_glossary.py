#!/usr/bin/env python3
"""Every domain type in a public header of the capabilities stands in docs/glossary.md."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["norm", "organisatie", "partij", "werk", "klantcontact", "taak"]
glossary = (ROOT / "docs" / "glossary.md").read_text()
known = set(re.findall(r"`([A-Za-z_]+)`", glossary))
missing = []
for folder in FOLDERS:
    for header in sorted((ROOT / "src" / folder).glob(f"{folder}.h")):
        for kind, name in re.findall(r"^(struct|enum class) ([A-Z][A-Za-z]+)", header.read_text(), re.M):
            if name not in known:
                missing.append(f"{header.relative_to(ROOT)}: {name} is not in docs/glossary.md")
print("\n".join(missing))
sys.exit(1 if missing else 0)
