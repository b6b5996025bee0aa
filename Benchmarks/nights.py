#!/usr/bin/env python3
"""Times nights over a large inbox: all of it, with nothing new, and with 50 new releases.

    nights.py [--presswork PROGRAM] [--documents 10000] [--new 50]

The inbox is made: releases of about 2,000 characters each. Prints seconds of wall time and the ratios
that count: nothing new to the first night, and 50 new ones to a night over 50 alone. Exit code 1 where
nothing new takes a second or more. Python 3 standard library only.
"""
import argparse, os, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(os.path.dirname(HERE), ".build", "release", "presswork")
PIPELINE = """presswork: 1
pipeline: night
sources:
  - use: files
    with: {paths: ["../Inbox/*.txt"]}
extract: [plain-text, metadata, sentences, people, organizations, places, dates, amounts, quantities,
  quotes, commitments, key-points]
render: [json, csv, markdown]
publish: {dir: "Reports/night/${run.date}", documents: new}
"""


def release(number):
    months = ["January", "February", "March", "April", "May", "June"]
    day = f"{months[number % 6]} {number % 28 + 1}, 2026"
    body = "".join(
        f"The board of harbour {number} paid ${number % 90 + part} million to the {part}. yard on {day}. "
        f'"We shall open pier {part} by Friday," said Anna Berg, chair of the Port Olsen Board. '
        for part in range(1, 11))
    return f"FOR IMMEDIATE RELEASE\n\n{day}\n\nHarbour {number} opens\n\nPort Olsen, {day} – {body}\n"


class Project:
    def __init__(self, program, folder, first, count):
        self.program, self.folder = program, folder
        os.makedirs(f"{folder}/Inbox")
        os.makedirs(f"{folder}/Pipelines")
        with open(f"{folder}/Pipelines/night.yaml", "w", encoding="utf-8") as file:
            file.write(PIPELINE)
        self.add(first, count)

    def add(self, first, count):
        for number in range(first, first + count):
            with open(f"{self.folder}/Inbox/{number:06}.txt", "w", encoding="utf-8") as file:
                file.write(release(number))

    def run(self, day):
        start = time.perf_counter()
        done = subprocess.run(
            [self.program, "run", "night", "--as-of", f"2026-07-{day:02}"], cwd=self.folder,
            capture_output=True, text=True)
        seconds = time.perf_counter() - start
        if done.returncode != 0:
            sys.exit(f"nights: the run of day {day} ended with {done.returncode}: {done.stderr[-400:]}")
        return seconds, done.stdout.splitlines()[0]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--presswork", default=PROGRAM)
    options.add_argument("--documents", type=int, default=10000)
    options.add_argument("--new", type=int, default=50)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        large = Project(os.path.abspath(given.presswork), f"{scratch}/large", 0, given.documents)
        # A file written a moment ago is hashed again in the next run; a night later none is so young.
        time.sleep(2.5)
        first, line = large.run(1)
        print(f"{given.documents} documents, the first night: {first:.2f} s  ({line})")
        large.run(2)
        nothing, line = min(large.run(2) for _ in range(3))
        print(f"nothing new: {nothing:.3f} s, {nothing / first:.4f} of it  ({line})")
        same, line = min(large.run(1) for _ in range(3))
        print(f"the first night's pack once more: {same:.3f} s, {same / first:.4f} of it  ({line})")
        large.add(given.documents, given.new)
        time.sleep(2.5)
        new, line = large.run(3)
        small = Project(
            os.path.abspath(given.presswork), f"{scratch}/small", given.documents, given.new)
        alone, _ = small.run(3)
        print(f"{given.new} new: {new:.3f} s, {new / first:.4f} of it, {new / alone:.2f} times a night "
              f"over {given.new} alone ({alone:.3f} s)  ({line})")
        return 1 if max(nothing, same) >= 1 else 0


if __name__ == "__main__":
    sys.exit(main())
