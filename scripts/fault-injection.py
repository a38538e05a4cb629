#!/usr/bin/env python3
"""Puts each fault of tests/fault-injection.toml into a copy of the source, builds the site from it, and runs the test that has to fail.

fault-injection.py CACHE [PART]    CACHE is where the copies lie; PART is a pattern of what the faults are called that are to be tried

Prints a line for each, and exits 1 if one was not caught, or its test does not pass without it."""
import os
import re
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(sys.argv[1])
PART = sys.argv[2] if len(sys.argv) > 2 else ""


def passes(test, dist):
    """Whether a test passes with a site: True, False, or None where there is no such test or it did not run."""
    environment = {**os.environ, "EXHALE_DIST": str(dist), "EXHALE_ENGINE": "chromium", "RUST_BACKTRACE": "0"}
    command = ["cargo", "test", "--quiet", "--locked", "-p", "exhale-browser-tests", "--", test]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    counted = re.search(r"test result: \w+\. (\d+) passed; (\d+) failed", run.stdout)
    if not counted or counted.groups() == ("0", "0"):
        print(run.stdout, run.stderr, file=sys.stderr)
        return None
    return counted.group(2) == "0"


def copy_source(tree):
    """All that belongs to the project, as it stands."""
    shutil.rmtree(tree, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tree / name)
            shutil.copymode(ROOT / name, tree / name)


def build(tree, into):
    """The site from a tree; what the build said, if it could not be built."""
    # What is compiled from it lies apart: cargo would take it for that of the project.
    apart = {"CARGO_TARGET_DIR": str(CACHE / "target"), "EXHALE_WASM_TARGET": str(CACHE / "target-wasm"), "EXHALE_QUICK": "yes", "RUST_BACKTRACE": "0"}
    run = subprocess.run(["scripts/build.sh"], cwd=tree, env={**os.environ, **apart}, capture_output=True, text=True)
    if run.returncode:
        return run.stderr
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(tree / "dist", into)
    return None


def main():
    faults = tomllib.loads((ROOT / "tests/fault-injection.toml").read_text())["fault"]
    faults = [fault for fault in faults if re.search(PART, fault["what"])]
    tree = CACHE / "tree"
    copy_source(tree)
    for fault in faults:
        if (tree / fault["file"]).read_text().count(fault["old"]) != 1:
            sys.exit(f"{fault['what']}: {fault['file']} does not have the text once that it begins from")
    said = build(tree, CACHE / "sound")
    if said:
        sys.exit(said)
    wrong = []

    def verdict(fault, dist):
        caught = passes(fault["test"], dist)
        shutil.rmtree(dist)
        sentence = {None: "no such test", True: "NOT CAUGHT", False: "caught"}[caught]
        print(f"{sentence:12} {fault['what']}  [{fault['test']}]", flush=True)
        if caught is not False:
            wrong.append(fault["what"])

    # While a site is tried, the next one is built.
    with ThreadPoolExecutor(1) as tried:

        def control(test):
            if not passes(test, CACHE / "sound"):
                wrong.append(test)
                print(f"does not pass without a fault: {test}", flush=True)

        waiting = [tried.submit(control, test) for test in dict.fromkeys(fault["test"] for fault in faults)]
        for number, fault in enumerate(faults):
            file = tree / fault["file"]
            sound = file.read_text()
            file.write_text(sound.replace(fault["old"], fault["new"]))
            dist = CACHE / f"dist-{number}"
            said = build(tree, dist)
            file.write_text(sound)
            if said:
                wrong.append(fault["what"])
                print(f"cannot be built: {fault['what']}\n{said}", flush=True)
            else:
                waiting.append(tried.submit(verdict, fault, dist))
        for one in waiting:
            one.result()
    print(f"{len(faults)} faults, {len(faults) - len([fault for fault in faults if fault['what'] in wrong])} caught")
    sys.exit(1 if wrong else 0)


main()
