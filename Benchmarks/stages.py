#!/usr/bin/env python3
"""Measures words a second of CPU with all stages that find facts, and with each one left out.

    stages.py [--presswork PROGRAM] [--corpora FOLDER] [--rounds 5] [--floor 300000]

The documents are the sample page, releases and transcripts made here, and, where FOLDER has them (by
default beside the project, in ../shared), real releases, briefings and speeches. `read` finds all
facts and prints JSON; a run is a whole pipeline: reading, facts, pack.json, verifying and publishing.
Both work on one core. Each run without a stage follows one with all stages, and the ratio of the two
is taken; medians over the rounds are shown, so that what else the machine does weighs little. A
stage's share holds what other stages, the check of spans and the pack do with its facts. Where Python
has spaCy and its small English model, it is timed on the same texts. Exit code 1 where `read` comes
to fewer words a second than the floor. Python 3 standard library only.
"""
import argparse, glob, json, os, shutil, statistics, subprocess, sys, tempfile, time

from nights import release

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TEXT = ["markdown", "plain-text", "metadata"]
# What others read comes before them, and what reads all others behind.
FIRST = ["sentences", "people", "organizations", "places"]
LAST = ["audit"]
PIPELINE = """presswork: 1
pipeline: {name}
sources:
  - use: files
    with: {{paths: ["../Inbox/*"]}}
extract: [{stages}]
render: [json]
publish: {{dir: "Reports/{name}"}}
"""


def transcript(number):
    turns = []
    for part in range(30):
        turns.append(f"Q Can you say when pier {number + part} opens, and what the port will pay?")
        turns.append(
            f"MS. OKAFOR: We will pay ${number % 50 + part + 1} million by June. (Laughter.) Mayor Anna "
            f"Berg of Port Olsen said last week that \"the board will open pier {part} in time.\"\n\n"
            "And I have nothing to add to that, but the Harbour Board will meet on Friday.")
    return "MS. OKAFOR: Good afternoon.\n\n" + "\n\n".join(turns) + "\n\nEND 2:37 P.M. EDT\n"


def own():
    with open(f"{ROOT}/Pipelines/Samples/2007-bamako-ministerial.txt", encoding="utf-8") as file:
        page = file.read()
    yield from ((f"page-{n}.txt", page) for n in range(40))
    yield from ((f"release-{n}.txt", release(n)) for n in range(120))
    yield from ((f"transcript-{n}.txt", transcript(n)) for n in range(20))


def real(folder):
    for name in sorted(glob.glob(f"{folder}/wh-briefings/text/*.md"))[::8]:
        yield os.path.basename(name), open(name, encoding="utf-8").read()
    for name in sorted(glob.glob(f"{folder}/presidential-speeches/text/*.txt"))[::8]:
        yield os.path.basename(name), open(name, encoding="utf-8").read()
    releases = f"{folder}/congress-press/releases.jsonl"
    if os.path.exists(releases):
        with open(releases, encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number % 8 == 0:
                    yield f"congress-{number}.txt", json.loads(line).get("text") or ""


class Project:
    """A folder of documents, and a pipeline for each choice of stages."""

    def __init__(self, program, folder, documents):
        self.program, self.folder = program, folder
        os.makedirs(f"{folder}/Inbox")
        os.makedirs(f"{folder}/Pipelines")
        for name, text in documents:
            if text.strip():
                with open(f"{folder}/Inbox/{name}", "w", encoding="utf-8") as file:
                    file.write(text)

        os.makedirs(f"{folder}/Tiny/Inbox")
        os.makedirs(f"{folder}/Tiny/Pipelines")
        with open(f"{folder}/Tiny/Inbox/one.txt", "w", encoding="utf-8") as file:
            file.write("Mayor Ann Reed opened the pier on Friday.\n")

    def add(self, name, stages):
        for folder in (self.folder, f"{self.folder}/Tiny"):
            with open(f"{folder}/Pipelines/{name}.yaml", "w", encoding="utf-8") as file:
                file.write(PIPELINE.format(name=name, stages=", ".join(stages)))

    def run(self, name, part="."):
        """CPU seconds of a run that starts from nothing."""
        folder = f"{self.folder}/{part}"
        shutil.rmtree(f"{folder}/.presswork", ignore_errors=True)
        return self.seconds(["run", name, "--jobs", "1", "--fresh", "--quiet"], folder)

    def read(self, options, part="."):
        folder = f"{self.folder}/{part}"
        names = sorted(glob.glob(f"{folder}/Inbox/*"))
        return self.seconds(["read", "--json", "--jobs", "1", *options, *names], folder)

    def seconds(self, arguments, folder):
        with tempfile.TemporaryFile() as notes:
            child = subprocess.Popen(
                [self.program, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=notes)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode != 0:
                notes.seek(0)
                sys.exit(f"stages: '{arguments[1]}' ended with {child.returncode}: "
                         f"{notes.read()[-800:]!r}")
        return used.ru_utime + used.ru_stime

    def texts(self, name):
        with open(f"{self.folder}/Reports/{name}/pack.json", encoding="utf-8") as file:
            return [document["text"] for document in json.load(file)["documents"]]


def fact_stages(program):
    """The extractors that find facts, in an order in which each finds what it reads."""
    listed = subprocess.run([program, "stages"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    found = [row[2] for row in rows if row[1] == "extractor" and row[2] not in TEXT]
    between = [stage for stage in found if stage not in FIRST + LAST]
    return [stage for stage in FIRST + between + LAST if stage in found]


def measure(project, label, stages, rounds):
    """Prints words a second of all; gives the texts, their words, and `read`'s words a second."""
    project.add("all", TEXT + stages)
    project.add("text", TEXT)
    project.run("all")
    texts = project.texts("all")
    words = sum(len(text.split()) for text in texts)
    found = {name: [] for name in ("run", "run, text", "read", "read, text")}
    for _ in range(rounds):
        found["run"].append(project.run("all") - project.run("all", "Tiny"))
        found["run, text"].append(project.run("text") - project.run("text", "Tiny"))
        for name, options in (("read", []), ("read, text", ["--without-facts"])):
            found[name].append(project.read(options) - project.read(options, "Tiny"))
    speeds = {name: words / statistics.median(seconds) for name, seconds in found.items()}
    print(f"{label}: {len(texts)} documents, {words} words; words a second of CPU, start-up taken off")
    print(f"  {'read, all facts, as JSON':44} {speeds['read']:10,.0f}")
    print(f"  {'read, text and metadata only':44} {speeds['read, text']:10,.0f}")
    print(f"  {'run, all facts, verified and published':44} {speeds['run']:10,.0f}")
    print(f"  {'run, text and metadata only':44} {speeds['run, text']:10,.0f}")
    return texts, words, speeds["read"]


def without_each(project, stages, words, rounds):
    """Prints words a second of a run without each stage. `audit` reports what no fact covers, so it
    has more to do where a stage is missing: it is added to all others, which are measured without."""
    base = [stage for stage in stages if stage != "audit"]
    project.add("base", TEXT + base)
    ratios = {stage: [] for stage in stages}
    seconds = []
    for stage in stages:
        project.add(f"but-{stage}", TEXT + [other for other in base if other != stage])
    for _ in range(rounds):
        for stage in stages:
            seconds.append(project.run("base"))
            if stage == "audit":
                ratios[stage].append(2 - project.run("all") / seconds[-1])
            else:
                ratios[stage].append(project.run(f"but-{stage}") / seconds[-1])
    whole = statistics.median(seconds)
    print(f"  {'run, all facts but audit, start-up included':44} {words / whole:10,.0f}")
    for stage, found in sorted(ratios.items(), key=lambda item: statistics.median(item[1])):
        ratio = statistics.median(found)
        label, ratio = ("and audit", 2 - ratio) if stage == "audit" else (f"without {stage}", ratio)
        print(f"    {label:42} {words / (whole * ratio):10,.0f}   {abs(1 - ratio) * 100:5.1f} %")


def beside_spacy(texts):
    try:
        import spacy

        model = spacy.load("en_core_web_sm")
    except (ImportError, OSError) as error:
        print(f"spaCy: left out, Python does not have it or its small model ({type(error).__name__})")
        return
    some, words = [], 0
    for text in texts:
        if words > 40000:
            break
        some.append(text[:200000])
        words += len(some[-1].split())
    start = time.process_time()
    for _ in model.pipe(some):
        pass
    print(f"spaCy {spacy.__version__}, en_core_web_sm: "
          f"{words / (time.process_time() - start):,.0f} words a second of CPU")


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--presswork", default=f"{ROOT}/.build/release/presswork")
    options.add_argument("--corpora", default=os.path.join(ROOT, "..", "shared", "corpora"))
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--floor", type=int, default=300000)
    given = options.parse_args()
    program = os.path.abspath(given.presswork)
    stages = fact_stages(program)
    with tempfile.TemporaryDirectory() as scratch:
        project = Project(program, f"{scratch}/own", own())
        texts, words, speed = measure(project, "documents of the project", stages, given.rounds)
        speeds = [speed]
        if os.path.isdir(given.corpora):
            project = Project(program, f"{scratch}/real", real(given.corpora))
            texts, words, speed = measure(project, "real documents", stages, given.rounds)
            speeds.append(speed)
        else:
            print("real documents: skipped, they are not beside the project (../shared)")
        without_each(project, stages, words, given.rounds)
        beside_spacy(texts)
    if min(speeds) < given.floor:
        print(f"stages: fewer than {given.floor:,} words a second")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
