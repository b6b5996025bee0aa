#!/usr/bin/env python3
"""Measures `near-duplicates` on duplicates that are made by rule, of real releases.

    Benchmarks/duplicates.py [--program PATH] [--releases FILE] [--count N]

FILE holds JSON lines with the field `text`; by default the releases beside the project, in
../shared. Where it is missing this says so and does nothing. Each release stays as it is, and has
one changed copy: in turn another head, a paragraph left out, paragraphs swapped, every fiftieth,
twentieth or tenth word replaced, and every number changed, which must keep it. Printed are, for each
kind of change, the copies that were merged into their release.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PIPELINE = """presswork: 1
pipeline: copies
title: Releases and their copies
sources:
  - use: files
    with: {paths: ["Inbox/*.txt"]}
extract: [plain-text, dates, amounts, quantities]
transform: [near-duplicates]
render: [json]
publish: {dir: Reports/copies}
"""


def paragraphs(text):
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


def replaced(text, every):
    words = text.split(" ")
    for place in range(every // 2, len(words), every):
        if words[place].isalpha():
            words[place] = "indeed"
    return " ".join(words)


def without(text, place):
    parts = paragraphs(text)
    return "\n\n".join(parts[:place] + parts[place + 1:])


def swapped(text):
    parts = paragraphs(text)
    return "\n\n".join(parts[:1] + parts[2:3] + parts[1:2] + parts[3:])


CHANGES = {
    "another head": lambda t: "Press Office\nFor immediate release\n\nNORTHTOWN, May 3 - " + t,
    "a paragraph left out": lambda t: without(t, len(paragraphs(t)) // 2),
    "paragraphs swapped": swapped,
    "every 50th word": lambda t: replaced(t, 50),
    "every 20th word": lambda t: replaced(t, 20),
    "every 10th word": lambda t: replaced(t, 10),
    "every number": lambda t: re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), t),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "presswork"))
    parser.add_argument(
        "--releases",
        default=os.path.join(ROOT, "..", "shared", "corpora", "congress-press", "releases.jsonl"))
    parser.add_argument("--count", type=int, default=700)
    options = parser.parse_args()
    if not os.path.exists(options.releases):
        print("duplicates: skipped, there are no releases beside the project (../shared)")
        return
    texts = []
    with open(options.releases, encoding="utf-8") as lines:
        for line in lines:
            text = (json.loads(line).get("text") or "").replace("\r\n", "\n")
            amounts = re.search(r"\$\d", text)
            if len(text.split()) >= 150 and len(paragraphs(text)) >= 4 and amounts:
                texts.append(text)
    texts = texts[: options.count]
    names = list(CHANGES)
    with tempfile.TemporaryDirectory() as folder:
        inbox = os.path.join(folder, "Pipelines", "Inbox")
        os.makedirs(inbox)
        with open(os.path.join(folder, "Pipelines", "copies.yaml"), "w") as file:
            file.write(PIPELINE)
        for number, text in enumerate(texts):
            changed = CHANGES[names[number % len(names)]](text)
            for kind, words in (("a", text), ("b", changed)):
                with open(os.path.join(inbox, f"{kind}-{number:04d}.txt"), "w") as file:
                    file.write(words)
        run = subprocess.run(
            [options.program, "run", "copies", "--as-of", "2026-01-01"], cwd=folder,
            capture_output=True, text=True)
        if run.returncode:
            sys.exit(run.stderr)
        with open(os.path.join(folder, "Reports", "copies", "pack.json")) as file:
            ledger = json.load(file)["ledger"]
    origin = {entry["document"]: os.path.basename(entry["origin"]) for entry in ledger}
    merged = {
        os.path.basename(entry["origin"]): origin.get(entry["detail"])
        for entry in ledger if entry["fate"] == "merged"}
    right, wrong, all_of = collections.Counter(), 0, collections.Counter()
    for number in range(len(texts)):
        change = names[number % len(names)]
        all_of[change] += 1
        into = merged.get(f"b-{number:04d}.txt")
        right[change] += into == f"a-{number:04d}.txt"
        wrong += into is not None and into != f"a-{number:04d}.txt"
    print(f"near-duplicates: {len(texts)} releases and a copy of each; merged into their release:")
    for change in names:
        print(f"  {change:<22} {right[change]:>4} of {all_of[change]}")
    originals = sum(1 for name in merged if name.startswith("a-"))
    print(f"  merged into another release: {wrong} copies, {originals} releases")


if __name__ == "__main__":
    main()
