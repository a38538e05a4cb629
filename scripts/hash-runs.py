#!/usr/bin/env python3
"""Writes the hash of every run of four words in some texts, so that a test can show that the statements share none.

hash-runs.py ARTICLE... > tests/article-runs.txt

A word is a run of letters and digits, lower-cased, with apostrophes inside it dropped. The hash is FNV-1a, 64 bits, of
the four words joined by single spaces in UTF-8, cut to its low 40 bits, in hexadecimal. One a line, sorted.
"""
import re
import sys


def words(text):
    text = text.lower().replace("’", "'")
    return [word.replace("'", "") for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)]


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


hashes = set()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as article:
        found = words(article.read())
    for start in range(len(found) - 3):
        hashes.add(fnv1a(" ".join(found[start : start + 4]).encode()) % 2**40)
for value in sorted(hashes):
    print(f"{value:010x}")
