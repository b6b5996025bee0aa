#!/usr/bin/env python3
"""Measures the key points of documents against summaries that were written of them, on GUM.

    key_points.py [--presswork PROGRAM] [--worst N]

The documents stand beside the project, in ../shared; where they are absent this says so and does
nothing. Each has five summaries of a sentence, one by a person and four by models. Two measures:

ROUGE, over the words of the three key points in the order of the text: the share of a summary's
words (1), pairs of words (2) and longest common subsequence (L) that they hold, and the F1 of it, mean
over the summaries. F1 asks for short ones, recall for full ones.

Precision at 3: how many of the key points are among the most central tenth of the document's
sentences, at least three. Central is told apart in two ways, whatever the length of the sentences that
are picked. By words: the mean F1 of a sentence's content words against those of each summary, so that
neither a greeting nor a sentence that says everything is central. By entities: the sum over the
entities that gold finds in the sentence, named or as pronouns, of the number of summaries that name
them. A key point counts as the gold sentence that it shares most letters with.

Beside them stand the first three sentences of the text (lead), the first three of eight words or more
that are no heading (lead of prose), and the mean of 20 seeded random choices of three. Ends with 1
where the key points are not better than the lead, over all documents, by the sum of ROUGE's recalls, by
that of its F1s and by each precision. What texts score that the weights were not fitted to is printed by
BuildTools/KeyPointWeights/fit.py. Python 3 standard library only.
"""
import argparse, collections, json, os, random, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
CORPUS = os.path.join(ROOT, "..", "shared", "corpora", "gum-train", "docs.jsonl")
PROGRAM = os.path.join(ROOT, ".build", "release", "presswork")
FUNCTION_WORDS = set(
    "a an the of to in on at by for with from as and or but nor so if that this these those it its he she "
    "they them his her their him we our us you your i my me mine is are was were be been being has have had "
    "do does did will would can could should may might must not no than then there here which who whom whose "
    "what when where while also about into over after before between during such other more most some any "
    "all both each own very just only one s t".split())
ARTICLES = re.compile(r"(?i)(?:the|an?|his|her|its|their|our|my|your|this|that|these|those)\s+")
FIGURES = ["R1", "R2", "RL", "F1", "F2", "FL", "words", "entities"]


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower().replace("\u2019", "'").replace("'s", ""))


def content(text):
    return {w[:6] for w in words(text) if w not in FUNCTION_WORDS and len(w) > 1}


def f1(shared, one, two):
    return 2 * shared / (one + two) if shared else 0.0


def subsequence(one, two):
    before = [0] * (len(two) + 1)
    for a in one:
        row = [0]
        for j, b in enumerate(two):
            row.append(before[j] + 1 if a == b else max(before[j + 1], row[j]))
        before = row
    return before[-1]


def rouge(text, summary):
    """Recall of 1, 2 and L, then their F1."""
    mine, gold = words(text), words(summary)
    recalls, f1s = [], []
    for n in (1, 2):
        one, two = (
            collections.Counter(tuple(w[i : i + n]) for i in range(len(w) - n + 1)) for w in (mine, gold))
        shared = sum((one & two).values())
        recalls.append(shared / max(1, sum(two.values())))
        f1s.append(f1(shared, sum(one.values()), sum(two.values())))
    shared = subsequence(mine, gold)
    return recalls + [shared / max(1, len(gold))] + f1s + [f1(shared, len(mine), len(gold))]


class Document:
    """A document's gold sentences and how central each is."""

    def __init__(self, row):
        self.id, self.genre, self.text = row["id"], row["id"].split("_")[1], row["text"]
        self.spans = [(s["start"], s["end"]) for s in row["sentences"]]
        self.summaries = [re.sub(r"^\([^)]*\) ", "", s) for s in row["summaries"]]
        heads = [b["start"] for b in row["blocks"] if b["block"].startswith("head")]
        starts = sorted(b["start"] for b in row["blocks"])
        block = lambda start: max((b for b in starts if b <= start), default=0)
        self.prose = [
            i for i, s in enumerate(self.spans)
            if block(s[0]) not in heads and len(self.text[s[0] : s[1]].split()) >= 8
        ]
        self.by_words = self.words_carried()
        self.by_entities = self.entities_carried(row["entities"])
        self.count = max(3, round(len(self.spans) / 10))

    def sentence(self, index):
        return self.text[slice(*self.spans[index])]

    def words_carried(self):
        gold = [content(s) for s in self.summaries]
        mine = [content(self.sentence(i)) for i in range(len(self.spans))]
        return [sum(f1(len(m & g), len(m), len(g)) for g in gold) / max(1, len(gold)) for m in mine]

    def entities_carried(self, mentions):
        forms = collections.defaultdict(set)
        for mention in mentions:
            form = words(ARTICLES.sub("", mention["text"]))
            if any(w not in FUNCTION_WORDS for w in form):
                forms[mention["eid"]].add(f" {' '.join(form)} ")
        summaries = [f" {' '.join(words(s))} " for s in self.summaries]
        weight = {
            entity: sum(any(form in s for form in known) for s in summaries)
            for entity, known in forms.items()
        }
        found = ({m["eid"] for m in mentions if a <= m["start"] < b} for a, b in self.spans)
        return [sum(weight.get(entity, 0) for entity in entities) for entities in found]

    def central(self, carried):
        order = sorted(range(len(carried)), key=lambda i: (-carried[i], i))
        return set(order[: self.count])

    def figures(self, texts, indices):
        """FIGURES of three texts in the document's order that are these gold sentences."""
        scores = [rouge(" ".join(texts), s) for s in self.summaries]
        row = [sum(column) / len(column) for column in zip(*scores)]
        for carried in (self.by_words, self.by_entities):
            row.append(len(set(indices) & self.central(carried)) / 3)
        return row

    def of_sentences(self, indices):
        indices = sorted(indices[:3])
        return self.figures([self.sentence(i) for i in indices], indices)

    def nearest(self, start, end):
        """The gold sentence that shares most with a span."""
        return max(
            range(len(self.spans)),
            key=lambda i: (min(end, self.spans[i][1]) - max(start, self.spans[i][0]), -i))


def read(program, documents):
    """The program's document for each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for document in documents:
            paths.append(os.path.join(folder, document.id + ".txt"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(document.text)
        result = subprocess.run([program, "read", "--json", *paths], stdout=subprocess.PIPE)
        return [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]


def key_points(document, mine):
    """(words, gold sentence) of each key point in the order of the text."""
    black = [i for i, c in enumerate(document.text) if not c.isspace()]
    own = [i for i, c in enumerate(mine["text"]) if not c.isspace()]
    places = dict(zip(own, black))
    found = []
    for point in (mine["facts"].get("keyPoints") or [])[:3]:
        start, end = places.get(point["start"]), places.get(point["end"] - 1)
        if start is not None and end is not None:
            found.append((start, point["text"], document.nearest(start, end + 1)))
    return [(text, index) for _, text, index in sorted(found)]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--presswork", default=PROGRAM)
    parser.add_argument("--worst", type=int, default=0)
    a = parser.parse_args()
    if not os.path.exists(CORPUS):
        print("key points: skipped, the documents with truth are not beside the project (../shared)")
        return 0
    documents = [Document(json.loads(line)) for line in open(CORPUS, encoding="utf-8")]
    dice = random.Random(1)
    tables = collections.defaultdict(list)
    worst = []
    for document, mine in zip(documents, read(a.presswork, documents)):
        points = key_points(document, mine)
        choices = [dice.sample(range(len(document.spans)), 3) for _ in range(20)]
        chance = zip(*(document.of_sentences(c) for c in choices))
        rows = {
            "key points": document.figures([t for t, _ in points], [i for _, i in points]),
            "lead": document.of_sentences(list(range(3))),
            "lead of prose": document.of_sentences(document.prose),
            "random": [sum(column) / len(column) for column in chance],
        }
        for name, row in rows.items():
            tables[name, "all"].append(row)
            tables[name, document.genre].append(row)
        worst.append((rows["key points"][6] + rows["key points"][3], document.id, points))
    means = {key: [sum(c) / len(c) for c in zip(*rows)] for key, rows in tables.items()}
    for name, genre in sorted(means, key=lambda key: (key[1] != "all", key[1])):
        figures = (f"{f} {v:.3f}" for f, v in zip(FIGURES, means[name, genre]))
        print(f"key points {genre:9} {name:13}", *figures)
    for _, name, points in sorted(worst)[: a.worst]:
        print(name, *(text for text, _ in points), sep="\n    ")
    rows = (means[name, "all"] for name in ("key points", "lead"))
    mine, lead = ([sum(r[:3]), sum(r[3:6]), r[6], r[7]] for r in rows)
    if any(m <= o for m, o in zip(mine, lead)):
        print("key points: NOT BETTER than the lead")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
