#!/usr/bin/env python3
"""Ends runs at many points and fails their writes at others, and checks that the next run mends all.

    faults.py [--program PRESSWORK] [--kills 200] [--failures 50] [--seed 1]

A project publishes a pack; then its inbox changes and a run over it is disturbed at one call that
changes the disk (see faults.c). After each disturbance the pack that is there must verify; the next,
undisturbed run must end with 0; its pack must be byte for byte that of a run that nothing disturbed;
no draft may be left; and the ledger must know exactly one published run for each pack. Every other
point replaces the pack in its folder; the rest publish to a folder a day, with `latest` and `keep`.
Exit code 1 names the points that failed. Python 3 standard library and a C compiler.
"""
import argparse, hashlib, json, os, random, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

PIPELINE = """presswork: 1
pipeline: night
sources:
  - use: files
    with: {{paths: ["../Inbox/*.txt"]}}
extract: [plain-text, metadata, sentences, people, organizations, dates, amounts, quotes]
transform: [near-duplicates, timeline]
render: [json, csv, markdown]
publish: {publish}
"""
SAME = '{dir: "Reports/night"}'
DATED = '{dir: "Reports/night/${run.date}", latest: true, keep: 2}'


def release(number, edition=1):
    return (
        f"FOR IMMEDIATE RELEASE\n\nMarch {number % 28 + 1}, 2026\n\nHarbour {number} opens\n\n"
        f"Port Olsen, March {number % 28 + 1}, 2026 – The harbour board opened pier {number} today. "
        f'"We spent ${number + edition} million on it," said Anna Berg{number}, the board\'s chair. '
        f"It is the {edition}. edition of this release.\n"
    )


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def tree(folder):
    """Hashes of all files below a folder by their path in it."""
    found = {}
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in names + [n for n in folders if os.path.islink(os.path.join(parent, n))]:
            path = os.path.join(parent, name)
            key = os.path.relpath(path, folder)
            if os.path.islink(path):
                found[key] = os.readlink(path)
            else:
                with open(path, "rb") as file:
                    found[key] = hashlib.sha256(file.read()).hexdigest()
    return found


class Project:
    def __init__(self, program, shim, folder, dated):
        self.program, self.shim, self.folder, self.dated = program, shim, folder, dated

    def copy(self, folder):
        shutil.copytree(self.folder, folder, symlinks=True)
        return Project(self.program, self.shim, folder, self.dated)

    def call(self, *words, **faults):
        environment = dict(os.environ)
        if faults:
            environment["LD_PRELOAD"] = self.shim
            environment.update({f"FAULT_{k.upper()}": str(v) for k, v in faults.items()})
        return subprocess.run(
            [self.program, *words], cwd=self.folder, env=environment, capture_output=True, text=True)

    def run(self, day, **faults):
        return self.call("run", "night", "--jobs", "1", "--as-of", f"2026-03-0{day}", **faults)

    def prepare(self):
        publish = DATED if self.dated else SAME
        write(f"{self.folder}/Pipelines/night.yaml", PIPELINE.format(publish=publish))
        for number in range(6):
            write(f"{self.folder}/Inbox/{number}.txt", release(number))
        first = self.run(1)
        assert first.returncode == 0, first.stderr
        write(f"{self.folder}/Inbox/2.txt", release(2, edition=2))
        write(f"{self.folder}/Inbox/6.txt", release(6))
        write(f"{self.folder}/Inbox/7.txt", "")

    def packs(self):
        base = f"{self.folder}/Reports/night"
        if not self.dated:
            return [base]
        return [f"{base}/{n}" for n in sorted(os.listdir(base)) if n[0] != "." and n != "latest"
                and not n.startswith("latest.new")]

    def faults(self, expected):
        """What is wrong after a disturbed run and the one that followed it; empty where all is well."""
        second = self.run(2)
        if second.returncode != 0:
            return f"the next run ended with {second.returncode}: {second.stderr.strip()}"
        if tree(f"{self.folder}/Reports") != expected:
            return "the packs differ from those of an undisturbed run"
        runs = [json.loads(line) for line in self.call("runs", "night", "--json").stdout.splitlines()]
        published = [r for r in runs if r["outcome"] == "published"]
        if len(published) != 2:
            return f"the ledger knows {len(published)} published runs, not 2"
        if any(r["outcome"] in ("running", "publishing") for r in runs):
            return "the ledger has a run without an end"
        quarantined = [json.loads(x) for x in
                       self.call("quarantine", "list", "--json").stdout.splitlines()]
        if [q["origin"] for q in quarantined] != ["Inbox/7.txt"]:
            return f"the quarantine holds {quarantined}"
        return ""


def disturb(base, expected, scratch, mode, point):
    project = base.copy(f"{scratch}/{mode}-{point}")
    try:
        ended = project.run(2, mode=mode, at=point)
        if mode == "kill" and ended.returncode != -9:
            return f"it was to be killed and ended with {ended.returncode}: {ended.stderr.strip()}"
        if mode != "kill" and ended.returncode not in (0, 4, 73, 74):
            return f"it ended with {ended.returncode}: {ended.stderr.strip()}"
        for pack in project.packs():
            check = project.call("verify", pack)
            if check.returncode != 0:
                return f"a pack does not verify: {check.stderr.strip()}"
        return project.faults(expected)
    finally:
        shutil.rmtree(project.folder, ignore_errors=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", default=f"{ROOT}/.build/release/presswork")
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--failures", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    seeded = random.Random(given.seed)
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        shim = f"{scratch}/faults.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, f"{HERE}/faults.c", "-ldl"],
                       check=True)
        done = {"kill": 0, "full": 0, "error": 0}
        for dated in (False, True):
            base = Project(os.path.abspath(given.program), shim, f"{scratch}/base-{dated}", dated)
            base.prepare()
            calm = base.copy(f"{scratch}/calm-{dated}")
            assert calm.run(2).returncode == 0
            expected = tree(f"{calm.folder}/Reports")
            counted = base.copy(f"{scratch}/count-{dated}")
            report = f"{scratch}/report-{dated}"
            assert counted.run(2, mode="count", report=report).returncode == 0
            with open(report) as file:
                total = int(file.read())
            kills = given.kills // 2 + (given.kills % 2 if dated else 0)
            failures = given.failures // 2 + (given.failures % 2 if dated else 0)
            points = [("kill", p) for p in sorted(seeded.sample(range(1, total + 1), min(kills, total)))]
            points += [(("full", "error")[i % 2], p) for i, p in enumerate(
                sorted(seeded.sample(range(1, total + 1), min(failures, total))))]
            for mode, point in points:
                fault = disturb(base, expected, scratch, mode, point)
                done[mode] += 1
                if fault:
                    failed += 1
                    where = "a folder a day" if dated else "one folder"
                    print(f"{where}, {mode} at call {point} of {total}: {fault}")
    print(f"{done['kill']} kills, {done['full']} full disks, {done['error']} broken writes: "
          f"{failed} were not mended by the next run")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
