#!/usr/bin/env python3
"""Reads large and hostile inputs with the release binary; `make tough` calls it.

    Benchmarks/tough.py [--program PATH] [--scale 0.1] [--keep FOLDER] [NAME...]

Every input is made by rule, the same in every run. A row says CPU seconds, peak memory and how the
program ended: with a document (0) or with an error that says why (65, 66). It is a failure to end in
another way, to need more than SECONDS_A_MB of CPU for each megabyte or more than MEMORY_A_MB times
the input beside a fixed share, or to take what a row of LIMITS allows it.
"""

import argparse
import os
import resource
import sys
import tempfile
import time

# CPU seconds for a megabyte and for a process; memory as a multiple of the input and megabytes.
SECONDS_A_MB, SECONDS = 0.5, 1.0
MEMORY_A_MB, MEMORY = 75.0, 150.0

PROSE = (
    "The Minister of Transport, Maria Lopez, said on Monday that the port of Santos will get $7.9 "
    "million for a new quay. \"We have waited for 12 years,\" she told reporters in Geneva on 14 "
    "November 2007, and the United Nations Development Programme (UNDP) agreed to help. "
)
NAMES = ["Maria Lopez", "John Okafor", "Jane Roe", "Ahmed Khan", "Li Wei"]


def prose(size):
    return (PROSE * (size // len(PROSE) + 1))[:size]


def paragraphs(size, start="", end="\n\n"):
    part = start + PROSE.strip() + end
    return part * (size // len(part) + 1)


def name(number):
    """Different names: two words of syllables, no two alike."""
    syllables = ["ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "nu"]
    digits = f"{number:06d}"
    word = "".join(syllables[int(digit)] for digit in digits[2:])
    return "".join(syllables[int(d)] for d in digits[:2]).capitalize() + " " + word.capitalize()


MB = 1_000_000
# name: (extension, what to make, of a scale from 0 to 1)
INPUTS = {
    "text-one-line": ("txt", lambda s: prose(int(50 * MB * s))),
    "text-lines": ("txt", lambda s: "The port will get a new quay.\n" * int(800_000 * s)),
    "text-200mb": ("txt", lambda s: paragraphs(int(200 * MB * s))),
    "html-200mb": ("html", lambda s: "<body>" + paragraphs(int(200 * MB * s), "<p>", "</p>\n")),
    "markdown-200mb": ("md", lambda s: paragraphs(int(200 * MB * s))),
    "html-deep-div": ("html", lambda s: "<div>" * int(100_000 * s) + prose(2000)),
    "html-deep-quote": ("html", lambda s: "<blockquote>" * int(100_000 * s) + prose(2000)),
    "html-deep-list": ("html", lambda s: "<ul><li>" * int(100_000 * s) + prose(2000)),
    "html-deep-text": ("html", lambda s: "<div>One word more. " * int(100_000 * s)),
    "html-deep-inline": ("html", lambda s: "<b>a <i>b " * int(50_000 * s)),
    "html-attribute": ("html", lambda s: "<p title='" + "a b" * int(17 * MB * s) + "'>" + prose(2000)),
    "html-attributes": (
        "html", lambda s: "<p " + " ".join(f"a{i}=1" for i in range(int(MB * s))) + ">" + prose(2000)),
    "html-empty-tags": ("html", lambda s: "<p>" + "<i></i>" * int(MB * s) + prose(2000)),
    "html-headings": ("html", lambda s: "<h2>The new quay</h2>" * int(MB * s)),
    "html-wide-row": (
        "html", lambda s: "<table><tr>" + "<td>Santos 12</td>" * int(100_000 * s) + "</table>"),
    "html-links": ("html", lambda s: "<a href=/x>Home</a> " * int(400_000 * s) + prose(2000)),
    "html-comments": ("html", lambda s: "<!-- a -->" * int(MB * s) + prose(2000)),
    "html-references": ("html", lambda s: "<p>" + "&amp;&eacute;&#8212; " * int(500_000 * s)),
    "html-json-ld": (
        "html", lambda s: "<script type='application/ld+json'>{\"@graph\":["
        + ",".join('{"@type":"NewsArticle","headline":"The new quay"}' for _ in range(int(100_000 * s)))
        + "]}</script><p>" + prose(2000)),
    "html-json-ld-broken": (
        "html", lambda s: "<script type='application/ld+json'>{\"@graph\":["
        + '{"@type":"NewsArticle","headline":"The new quay"},' * int(100_000 * s)
        + "</script><p>" + prose(2000)),
    "html-json-ld-deep": (
        "html", lambda s: "<script type='application/ld+json'>" + '{"a":[' * int(500_000 * s)
        + "</script><p>" + prose(2000)),
    "html-scripts": (
        "html", lambda s: "<script type='application/ld+json'>{\"@type\":\"WebPage\"}</script>"
        * int(50_000 * s) + "<p>" + prose(2000)),
    "html-utf-7": ("html", lambda s: "<meta charset=utf-7><p>+AGE- " + prose(int(5 * MB * s))),
    "html-utf-16": (
        "html", lambda s: ("\ufeff<meta charset=utf-16><p>" + prose(int(5 * MB * s))).encode("utf-16-le")),
    "text-utf-16": ("txt", lambda s: ("\ufeff" + paragraphs(int(10 * MB * s))).encode("utf-16-le")),
    "text-latin-1": ("txt", lambda s: ("é " * int(5 * MB * s)).encode("latin-1")),
    "text-nul": ("txt", lambda s: "A\0B " * int(5 * MB * s)),
    "text-invalid": ("txt", lambda s: b"Good \xe2\x80\x99 text \xff\xfe. " * int(500_000 * s)),
    "text-ampersands": ("txt", lambda s: "&" * int(10 * MB * s)),
    "text-less-than": ("txt", lambda s: "a<" * int(5 * MB * s)),
    "html-less-than": ("html", lambda s: "<p>" + "<" * int(10 * MB * s)),
    "html-ampersands": ("html", lambda s: "<p>" + "&" * int(10 * MB * s)),
    "text-quotes": ("txt", lambda s: '"' * int(10 * MB * s)),
    "text-open-quotes": ("txt", lambda s: "“Yes " * int(2 * MB * s)),
    "text-brackets": ("txt", lambda s: "(" * int(10 * MB * s)),
    "text-digits": ("txt", lambda s: "7" * int(10 * MB * s)),
    "text-numbers": ("txt", lambda s: "7 " * int(5 * MB * s)),
    "text-number-list": ("txt", lambda s: "1,234,567," * int(MB * s)),
    "text-dollars": ("txt", lambda s: "$" * int(10 * MB * s)),
    "text-dollar-sums": ("txt", lambda s: "$5 " * int(2 * MB * s)),
    "text-commas": ("txt", lambda s: "," * int(10 * MB * s)),
    "text-dashes": ("txt", lambda s: "- " * int(5 * MB * s)),
    "text-stops": ("txt", lambda s: "A. " * int(3 * MB * s)),
    "text-colons": ("txt", lambda s: "A: " * int(3 * MB * s)),
    "text-one-word": ("txt", lambda s: "a" * int(50 * MB * s)),
    "text-capital-word": ("txt", lambda s: "A" * int(50 * MB * s)),
    "text-capitalized": ("txt", lambda s: "Bureau of " * int(MB * s)),
    "text-and": ("txt", lambda s: "one and two and " * int(MB * s)),
    "text-units": ("txt", lambda s: "hundred thousand million " * int(400_000 * s)),
    "text-years": ("txt", lambda s: "2007-2008-" * int(MB * s)),
    "text-months": ("txt", lambda s: "May " * int(2 * MB * s)),
    "text-said": ("txt", lambda s: "he said " * int(MB * s)),
    "text-one-name": ("txt", lambda s: "Maria Lopez spoke. " * int(MB * s)),
    "text-surnames": (
        "txt", lambda s: "".join(
            f"{NAMES[i % 5]} spoke to Mr. {NAMES[(i + 1) % 5].split()[1]}.\n\n" for i in range(int(200_000 * s)))),
    "text-names": ("txt", lambda s: "".join(f"Senator {name(i)} spoke.\n\n" for i in range(int(100_000 * s)))),
    "text-one-title": ("txt", lambda s: "Senator Maria Lopez spoke. Senator Lopez left. " * int(200_000 * s)),
    "text-titles": (
        "txt", lambda s: "".join(
            f"The Minister for {name(i).split()[1]} Maria Lopez spoke.\n\n" for i in range(int(100_000 * s)))),
    "text-one-surname": (
        "txt", lambda s: "".join(
            f"Senator {name(i).split()[1]} Lopez spoke.\n\n" for i in range(int(100_000 * s)))),
    "text-one-first-name": (
        "txt", lambda s: "".join(
            f"Senator Maria {name(i).split()[1]} spoke.\n\n" for i in range(int(100_000 * s)))),
    "text-one-organization": (
        "txt", lambda s: "The Santos Foundation met. The Foundation left. " * int(200_000 * s)),
    "text-one-acronym": (
        "txt", lambda s: "".join(
            f"The {name(i).split()[1]} Port Union (SPU) met.\n\n" for i in range(int(50_000 * s)))),
    "text-places": ("txt", lambda s: "They met in Geneva, Switzerland, and in Santos, Brazil. " * int(200_000 * s)),
    "text-works": ("txt", lambda s: "The Port Act of 1990 and the report “Ports and Ships” say so. " * int(100_000 * s)),
    "text-organizations": (
        "txt", lambda s: "".join(
            f"The {name(i)} Foundation met.\n\n" for i in range(int(100_000 * s)))),
    "text-acronyms": (
        "txt", lambda s: "".join(
            f"The {name(i)} Union ({name(i)[0]}{name(i).split()[1][0]}U{i}) met.\n\n"
            for i in range(int(50_000 * s)))),
    "text-quotations": (
        "txt", lambda s: "".join(
            f"“We met {i} times,” said {NAMES[i % 5]}.\n\n" for i in range(int(100_000 * s)))),
    "text-pronouns": (
        "txt", lambda s: "".join(f"“We met {i} times,” he said.\n\n" for i in range(int(100_000 * s)))),
    "text-dates": (
        "txt", lambda s: "".join(
            f"It met on {i % 28 + 1} May {1900 + i % 200}. " for i in range(int(100_000 * s)))),
    "text-last-week": ("txt", lambda s: "They met last Friday and next week.\n\n" * int(100_000 * s)),
    "text-contacts": (
        "txt", lambda s: "".join(
            f"Contact: Jane Roe, (202) 555-0{i % 1000:03d}, a{i}@b.org\n" for i in range(int(100_000 * s)))),
    "text-hours": (
        "txt", lambda s: "July 4, 2014\n\nBridge Opens\n\nOn July 8, 2014 it opens "
        + "at 9 a.m. and then " * int(100_000 * s)),
    "text-clocks": ("txt", lambda s: "July 8, 2014 " + "2:37 P.M. EDT " * int(100_000 * s)),
    "text-weekdays": (
        "txt", lambda s: "July 4, 2014\n\nBridge Opens\n\n"
        + "It opens on Tuesday, July 8, 2014. Come on Tuesday at 10 a.m.\n\n" * int(40_000 * s)),
    "text-roles": (
        "txt", lambda s: "".join(
            f"Ann Roe, Chair of Xq{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}, spoke. "
            for i in range(int(17_000 * s)))),
    "text-turns": ("txt", lambda s: "MR. LOPEZ: We met.\n\nQ: When?\n\n" * int(100_000 * s)),
    "text-dated-list": (
        "txt", lambda s: prose(600) + "\n\n"
        + "--11/15/07  Remarks at the Opening; Jane Roe, Secretary; Geneva\n" * int(50_000 * s)),
    "text-menu": (
        "txt", lambda s: "Skip to content\nHome | News | Contact us\n" * int(100_000 * s)
        + prose(600) + "\n\nShare this\nPrivacy policy\n"),
    "text-headings": ("txt", lambda s: "The New Quay\n\n" * int(500_000 * s) + prose(600)),
    "markdown-headings": ("md", lambda s: "# The new quay\n" * int(MB * s)),
    "markdown-deep-quote": ("md", lambda s: ">" * int(100_000 * s) + " " + prose(2000)),
    "markdown-deep-list": ("md", lambda s: "- " * int(100_000 * s) + prose(2000)),
    "markdown-brackets": ("md", lambda s: "[" * int(5 * MB * s)),
    "markdown-links": ("md", lambda s: "[a](" * int(MB * s)),
    "markdown-emphasis": ("md", lambda s: "*a **b " * int(MB * s)),
    "markdown-closers": ("md", lambda s: "*" * int(5 * MB * s) + "a" + "*" * int(5 * MB * s)),
    "markdown-ticks": ("md", lambda s: "`a``b```c" * int(MB * s)),
    "markdown-tick-runs": ("md", lambda s: "".join("`" * i + " " for i in range(int(3000 * s)))),
    "markdown-wide-row": ("md", lambda s: "|" + " Santos |" * int(100_000 * s) + "\n|" + "---|" * int(100_000 * s)),
    "markdown-tags": ("md", lambda s: "<a <b " * int(MB * s)),
    "markdown-struck": ("md", lambda s: "<s>a " * int(MB * s)),
    "markdown-front-matter": ("md", lambda s: "---\n" + "title: a\n" * int(MB * s)),
}
# Limits of their own: (seconds a MB, memory as a multiple). Prose is held tighter.
LIMITS = {
    "text-one-line": (0.4, 24),
    "text-lines": (0.4, 28),
    "text-200mb": (0.4, 24),
    "html-200mb": (0.4, 24),
    "markdown-200mb": (0.4, 24),
    # An amount for every third byte.
    "text-dollar-sums": (2.5, 220),
    # A row of the map to the source for every second byte.
    "text-latin-1": (1.5, 160),
    "text-utf-16": (0.8, 90),
    "markdown-links": (2.0, 75),
    # A heading, a section and a container for every twenty bytes.
    "html-headings": (0.6, 90),
    # A turn, a name or a label for every thirty bytes, each weighed by the tagger.
    "text-turns": (1.2, 120),
    "text-one-surname": (1.2, 75),
    "text-colons": (0.8, 75),
}


def measure(program, path):
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        os.dup2(os.open(path + ".notes", os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), 2)
        resource.setrlimit(resource.RLIMIT_CPU, (900, 900))
        os.execv(program, [program, "read", "--json", "--jobs", "1", path])
    _, status, usage = os.wait4(child, 0)
    with open(path + ".notes", encoding="utf-8", errors="replace") as file:
        notes = file.read().strip()
    os.remove(path + ".notes")
    return {
        "seconds": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - start,
        "memory": usage.ru_maxrss / 1024, "status": os.waitstatus_to_exitcode(status), "notes": notes,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--program", default=".build/release/presswork")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--keep", help="a folder to keep the inputs in")
    options = parser.parse_args()
    unknown = [each for each in options.names if each not in INPUTS]
    if unknown:
        parser.error(f"no input is named {unknown[0]}")
    failures = 0
    print(f"{'input':24} {'MB':>7} {'seconds':>8} {'s/MB':>6} {'memory':>8} {'x':>6}  end")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        for each in options.names or INPUTS:
            extension, make = INPUTS[each]
            path = os.path.join(folder, f"{each}.{extension}")
            data = make(options.scale)
            data = data if isinstance(data, bytes) else data.encode()
            with open(path, "wb") as file:
                file.write(data)
            size = len(data) / MB
            del data
            result = measure(options.program, path)
            if not options.keep:
                os.remove(path)
            seconds, memory = LIMITS.get(each, (SECONDS_A_MB, MEMORY_A_MB))
            faults = []
            if result["status"] not in (0, 65, 66) or (result["status"] and not result["notes"]):
                faults.append("it ended with neither a document nor an error")
            if result["seconds"] > seconds * size + SECONDS:
                faults.append("too slow")
            if result["memory"] > memory * size + MEMORY:
                faults.append("too much memory")
            failures += bool(faults)
            notes = result["notes"].replace(path, os.path.basename(path)).split("\n")[0][:100]
            print(
                f"{each:24} {size:7.1f} {result['seconds']:8.2f} {result['seconds'] / size:6.2f} "
                f"{result['memory']:8.0f} {result['memory'] / size:6.1f}  {result['status']} {notes}"
                + "".join(f" !! {fault}" for fault in faults), flush=True)
    sys.exit(1 if failures else 0)


main()
