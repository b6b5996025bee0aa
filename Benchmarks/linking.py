#!/usr/bin/env python3
"""Measures how well names are linked across a document, on GUM's gold mentions.

    linking.py [--presswork PROGRAM] [--worst N]

The documents stand beside the project, in ../shared; where they are absent this says so and does
nothing. A gold mention is one of a person, organization or place whose words in the text start, after
articles, titles and modifiers, with a capital; its name is the mention the program found inside it,
the longest and last. Over all pairs of names of a document that have both a gold entity and one of
the program's: precision is the share of the program's pairs that one gold entity holds, recall the
share of gold's pairs that one entry of the program holds. Python 3 standard library only.
"""
import argparse, collections, itertools, json, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
CORPUS = os.path.join(ROOT, "..", "shared", "corpora", "gum-train", "docs.jsonl")
PROGRAM = os.path.join(ROOT, ".build", "release", "presswork")
KINDS = {"person": "people", "organization": "organizations", "place": "places"}
HEAD = re.compile(r"(?i)(?:the|a|an|this|our|its)\s+")


def read(program, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        result = subprocess.run([program, "read", "--json", file.name], stdout=subprocess.PIPE)
        return json.loads(result.stdout.decode("utf-8"))


def positions(gold, mine):
    """Offsets of `mine` in `gold`, which differ in white space only."""
    black = [i for i, c in enumerate(gold) if not c.isspace()]
    own = [i for i, c in enumerate(mine) if not c.isspace()]
    if [gold[i] for i in black] != [mine[i] for i in own]:
        return None
    return dict(zip(own, black))


def named(text, mention):
    """The span of a gold mention's name, or None for pronouns and descriptions."""
    words = text[mention["start"] : mention["end"]]
    start = mention["start"]
    if found := HEAD.match(words):
        start += found.end()
    words = text[start : mention["end"]]
    if not words[:1].isupper() or not mention["named"]:
        return None
    return start, mention["end"]


def pairs(document, truth):
    """(gold entity, program's entry, words) of each name that both know."""
    table = positions(truth["text"], document["text"])
    if table is None:
        return []
    mine = []
    for gold_kind, kind in KINDS.items():
        for number, fact in enumerate(document["facts"].get(kind) or []):
            for mention in fact.get("mentions") or []:
                start, end = table.get(mention["start"]), table.get(mention["end"] - 1)
                if start is not None and end is not None:
                    mine.append((start, end + 1, (kind, number), gold_kind))
    found = []
    for mention in truth["entities"]:
        if mention["etype"] not in KINDS:
            continue
        span = named(truth["text"], mention)
        if not span:
            continue
        # The name at the mention's head: not one in an apposition or a phrase behind it.
        inside = [
            m for m in mine
            if m[3] == mention["etype"] and span[0] <= m[0] and m[1] <= span[1]
            and 2 * (m[1] - m[0]) >= span[1] - span[0]
        ]
        if inside:
            best = max(inside, key=lambda m: (m[1] - m[0], -m[0]))
            words = truth["text"][best[0] : best[1]]
            found.append(((mention["etype"], mention["eid"]), best[2], words, mention["etype"]))
    return found


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--presswork", default=PROGRAM)
    parser.add_argument("--worst", type=int, default=0)
    a = parser.parse_args()
    if not os.path.exists(CORPUS):
        print("linking: skipped, the documents with truth are not beside the project (../shared)")
        return 0
    counts = collections.Counter()
    wrong = []
    for line in open(CORPUS, encoding="utf-8"):
        truth = json.loads(line)
        for one, two in itertools.combinations(pairs(read(a.presswork, truth["text"]), truth), 2):
            is_gold, is_mine = one[0] == two[0], one[1] == two[1]
            for kind in {"all", one[3]} if one[3] == two[3] else {"all"}:
                counts[kind, "gold"] += is_gold
                counts[kind, "mine"] += is_mine
                counts[kind, "both"] += is_gold and is_mine
            if is_gold != is_mine:
                wrong.append((truth["id"], "parted" if is_gold else "joined", one[2], two[2]))
    for kind in ["all", *KINDS]:
        both, mine, gold = (counts[kind, name] for name in ("both", "mine", "gold"))
        p, r = both / max(1, mine), both / max(1, gold)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        print(f"linking {kind:13} precision {p:.4f} recall {r:.4f} f1 {f1:.4f} pairs {gold}")
    for row, count in collections.Counter(wrong).most_common(a.worst):
        print(count, *row, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
