#!/usr/bin/env python3
"""Times the reading of HTML pages beside other programs, on the same pages, in the same run.

    peers.py [--pages FOLDER] [--rounds N]

FOLDER holds .html or .html.gz files; by default the article pages beside the project, in ../shared.
Where there are none this says so and does nothing. Every contender runs as one process on one
thread; from its CPU time that of a run without pages is taken off. The contenders run in turn, round
after round; medians are shown. trafilatura runs in the first round only. lxml and trafilatura are
left out, with a line that says so, where Python does not have them.
"""
import argparse, glob, gzip, os, statistics, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, ".build", "release")
LXML = """
import sys, lxml.html
for name in sys.argv[1:]:
    lxml.html.document_fromstring(open(name, 'rb').read() or b'<p>')
"""
TRAFILATURA = """
import sys, trafilatura
for name in sys.argv[1:]:
    page = open(name, 'rb').read()
    trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
"""


def contenders():
    yield "parser alone", [os.path.join(BUILD, "parse-pages")], None
    program = [os.path.join(BUILD, "presswork"), "read", "--json", "--jobs", "1"]
    yield "presswork, text and metadata", program + ["--without-facts"], None
    yield "presswork, all facts", program, None
    for name, code in (("lxml", LXML), ("trafilatura", TRAFILATURA)):
        load = [sys.executable, "-c", f"import {name}"]
        if subprocess.run(load, stderr=subprocess.DEVNULL).returncode == 0:
            rounds = 1 if name == "trafilatura" else None
            yield name + (", parser alone" if name == "lxml" else ""), [sys.executable, "-c", code], rounds
        else:
            print(f"peers: {name} is left out, Python does not have it or cannot load it")


def run(command):
    """CPU seconds and peak memory in MB of a child process."""
    with open(os.devnull, "w") as nothing:
        child = subprocess.Popen(command, stdout=nothing, stderr=nothing)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    # 65: a page holds no text.
    if child.returncode not in (0, 65):
        sys.exit(f"peers: '{' '.join(command[:3])[:80]}' ended with {child.returncode}, so nothing was measured")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--pages", default=os.path.join(ROOT, "..", "shared", "corpora", "wcxb-articles", "html"))
    parser.add_argument("--rounds", type=int, default=3)
    a = parser.parse_args()
    names = sorted(glob.glob(os.path.join(a.pages, "*.html*")))
    if not names:
        print("peers: skipped, there are no pages beside the project (../shared)")
        return
    with tempfile.TemporaryDirectory() as folder:
        files, size = [], 0
        for number, name in enumerate(names):
            page = (gzip.open if name.endswith(".gz") else open)(name, "rb").read()
            files.append(os.path.join(folder, f"{number}.html"))
            size += len(page)
            with open(files[-1], "wb") as file:
                file.write(page)
        cost, memory = {}, {}
        all_contenders = list(contenders())
        empty = os.path.join(folder, "empty.html")
        with open(empty, "w") as file:
            file.write("<p>Nothing here.")
        for turn in range(a.rounds):
            for name, command, rounds in all_contenders:
                if rounds is not None and turn >= rounds:
                    continue
                idle, _ = run(command + [empty])
                busy, peak = run(command + files)
                cost.setdefault(name, []).append(max(1e-6, busy - idle))
                memory.setdefault(name, []).append(peak)
    median = {name: statistics.median(values) for name, values in cost.items()}
    print(f"{len(files)} pages, {size / 1e6:.0f} MB, one thread, CPU time")
    shown = [name for name in ("parser alone", "lxml, parser alone", "trafilatura") if name in median]
    print(f"{'':30} {'ms/page':>8} {'pages/s':>8} {'MB/s':>7} {'peak MB':>8}"
          + "".join(f"  / {name.split(',')[0]}" for name in shown))
    for name, seconds in median.items():
        print(f"{name:30} {seconds / len(files) * 1e3:8.2f} {len(files) / seconds:8.0f}"
              f" {size / seconds / 1e6:7.1f} {statistics.median(memory[name]):8.0f}"
              + "".join(f"  {seconds / median[other]:>{len(other.split(',')[0]) + 2}.3f}" for other in shown))


if __name__ == "__main__":
    main()
