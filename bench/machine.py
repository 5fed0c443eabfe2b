"""What the figures were measured on."""

import datetime
import os
import platform
import re
import subprocess


def first_match(pattern, path):
    with open(path) as file:
        found = re.search(pattern, file.read())
    return found[1].strip() if found else "unknown"


def facts(contacts):
    memory_gb = int(first_match(r"MemTotal:\s+(\d+)", "/proc/meminfo")) / 1e6
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip() or "unknown"
    return [
        f"{datetime.date.today()}, commit {commit}, {contacts:,} contacten",
        f"{first_match(r'model name.*: (.*)', '/proc/cpuinfo')}, {os.cpu_count()} kernen, {memory_gb:.0f} GB, Linux {platform.release().split('-')[0]}",
        f"drukte bij het einde: {os.getloadavg()[1]:.1f} wachtende processen gemiddeld over 5 minuten",
    ]
