#!/usr/bin/env python3
"""Times nights over a large inbox: all of it, with nothing new, and with 50 new releases.

    nights.py [--presswork PROGRAM] [--documents 10000] [--new 50]

The inbox is made: releases of about 2,000 characters each. Prints seconds of wall time and of CPU time,
and the ratios that count: nothing new to the first night, and 50 new ones to a night over 50 alone; the
same for a pipeline that packs everything each night, whose pack must be that of a run anew, byte for byte.
Exit code 1 where nothing new takes a second or more, 50 new ones more than 2.5 times the CPU time of 50
alone, or the bytes differ. Python 3 standard library only.
"""
import argparse, hashlib, os, resource, subprocess, sys, tempfile, time

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

    def run(self, day, *words, name="night"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = subprocess.run(
            [self.program, "run", name, "--as-of", f"2026-07-{day:02}", *words], cwd=self.folder,
            capture_output=True, text=True)
        seconds = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            sys.exit(f"nights: the run of day {day} ended with {done.returncode}: {done.stderr[-400:]}")
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return seconds, cpu, done.stdout.splitlines()[0]

    def sums(self, path):
        with open(f"{self.folder}/{path}/SHA256SUMS", "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()


def show(what, seconds, cpu, line, **ratios):
    words = "".join(f", {value:.4f} of {name}" for name, value in ratios.items())
    print(f"{what}: {seconds:.3f} s, {cpu:.3f} s of CPU{words}  ({line})")


def new_only(large, program, scratch, documents, new):
    first, first_cpu, line = large.run(1)
    show(f"{documents} documents, the first night", first, first_cpu, line)
    large.run(2)
    nothing, cpu, line = min(large.run(2) for _ in range(3))
    show("nothing new", nothing, cpu, line, it=nothing / first)
    same, cpu, line = min(large.run(1) for _ in range(3))
    show("the first night's pack once more", same, cpu, line, it=same / first)
    # Several nights with as many new ones each, and as many alone, a night each by turns.
    with_all, alone = [], []
    for night in range(3):
        start = documents + night * new
        large.add(start, new)
        small = Project(program, f"{scratch}/small-{night}", start, new)
        time.sleep(2.5)
        with_all.append(large.run(3 + night))
        alone.append(small.run(3 + night))
    (seconds, cpu, line), (alone_seconds, alone_cpu, _) = min(with_all), min(alone)
    show(f"{new} new", seconds, cpu, line, it=seconds / first)
    print(f"{new} new: {seconds / alone_seconds:.2f} times a night over {new} alone "
          f"({alone_seconds:.3f} s), {cpu / alone_cpu:.2f} times its CPU time ({alone_cpu:.3f} s)")
    return max(nothing, same) < 1 and cpu < 2.5 * alone_cpu


def everything(large, documents, new):
    with open(f"{large.folder}/Pipelines/all.yaml", "w", encoding="utf-8") as file:
        file.write(PIPELINE.replace("pipeline: night", "pipeline: all").replace(
            '{dir: "Reports/night/${run.date}", documents: new}', '{dir: "Reports/all"}'))
    first, first_cpu, line = large.run(1, "--fresh", name="all")
    show("a pack of everything, the first night", first, first_cpu, line)
    same, cpu, line = min(large.run(1, name="all") for _ in range(3))
    show("nothing new", same, cpu, line, it=same / first)
    large.add(documents + 3 * new, new)
    time.sleep(2.5)
    seconds, cpu, line = large.run(1, name="all")
    show(f"{new} new", seconds, cpu, line, it=seconds / first, its_CPU=cpu / first_cpu)
    sums = large.sums("Reports/all")
    large.run(1, "--fresh", name="all")
    is_same = large.sums("Reports/all") == sums
    print(f"the same bytes as a run anew: {'yes' if is_same else 'NO'}")
    return same < 1 and is_same


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--presswork", default=PROGRAM)
    options.add_argument("--documents", type=int, default=10000)
    options.add_argument("--new", type=int, default=50)
    given = options.parse_args()
    program = os.path.abspath(given.presswork)
    with tempfile.TemporaryDirectory() as scratch:
        large = Project(program, f"{scratch}/large", 0, given.documents)
        # A file written a moment ago is hashed again in the next run; a night later none is so young.
        time.sleep(2.5)
        holds = [new_only(large, program, scratch, given.documents, given.new),
                 everything(large, given.documents, given.new)]
        return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
