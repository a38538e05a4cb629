#!/usr/bin/env python3
"""Compares the result of `make mutants` with the baseline: mutants-baseline.py BASELINE FOLDER...

BASELINE is a TOML file: each [[survivor]] has a `mutant`, as cargo-mutants calls it without line and column, and a `reason` why
no test can tell it from the original. FOLDERs hold the lists of cargo-mutants (mutants.out), one for each run.
Exits 1 where fewer than 95 % are caught, where one survives that has no reason, or where one with a reason is caught."""
import re
import sys
import tomllib
from pathlib import Path

LEAST = 95

reasons = {entry["mutant"]: entry["reason"] for entry in tomllib.loads(Path(sys.argv[1]).read_text())["survivor"]}
caught, missed = set(), set()


def lines(folder, name):
    file = Path(folder) / name
    return set(file.read_text().splitlines()) if file.exists() else set()


for folder in sys.argv[2:]:
    caught |= lines(folder, "caught.txt") | lines(folder, "timeout.txt")
    missed |= lines(folder, "missed.txt")
# A second run takes up what the first has missed.
missed -= caught
if not caught:
    sys.exit("no mutant was tried")


def plain(line):
    """Without line and column, which move."""
    return re.sub(r"^(\S+?):\d+:\d+: ", r"\1: ", line)


share = 100 * len(caught) / (len(caught) + len(missed))
print(f"{len(caught)} of {len(caught) + len(missed)} mutants caught: {share:.1f} %")
unexplained = [line for line in sorted(missed) if plain(line) not in reasons]
for line in unexplained:
    print(f"survives without a reason: {line}")
found = {plain(line) for line in missed}
known = {plain(line) for line in missed | caught}
stale = [mutant for mutant in reasons if mutant in known and mutant not in found]
for mutant in stale:
    print(f"has a reason, and is caught: {mutant}")
sys.exit(1 if share < LEAST or unexplained or stale else 0)
