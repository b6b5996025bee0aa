#!/usr/bin/env python3
"""Fits how much each feature of a sentence speaks for its being a key point, and writes the table.

    fit.py DOCUMENTS TABLE [--program PATH]

DOCUMENTS is a file of JSON objects, one a line and a document, in the form that
`Benchmarks/key_points.py` reads: `text`, `sentences`, `blocks`, `entities`, `summaries`. PROGRAM is
sentence-features, by default .build/release/sentence-features: it prints the sentences that may be key
points with their features. TABLE is key-point-weights.tsv.

Ridge regression, a document's sentences together weighing as much as any other's. What is fitted is
half of: the share of the summaries' words that a sentence carries, of the document's best sentence; the
same for their entities; less LENGTH for a sentence of 40 words, in proportion, because a key point is
short. First prints what documents score that were not fitted to, each left out alone and each genre left
out as a whole, then fits to all and writes. Nothing depends on the clock, on chance or on the order of
files. Needs numpy.
"""
import argparse, json, os, subprocess, sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "Benchmarks"))
from key_points import FIGURES, Document, content

LENGTH = 0.3
RIDGE = 80.0
REPETITION = 0.2
HEAD = """\
# What a unit of each feature of a sentence adds to its score as a key point, in thousandths: linear
# regression on how much of what summaries say it carries. See SentenceFeatures.names.
"""


class Sample:
    """A document's candidates: their features, and what they are worth."""

    def __init__(self, row, features):
        self.document = document = Document(row)
        self.sentences = features["sentences"]
        self.x = np.array(features["values"])
        self.indices = []
        end = 0
        for sentence in self.sentences:
            start = document.text.find(sentence, end)
            # What differs in white space stands where the one before ended.
            start = end if start < 0 else start
            end = start + len(sentence)
            self.indices.append(document.nearest(start, end))
        long = np.array([min(60, len(s.split())) for s in self.sentences]) / 40
        carried = [
            np.array([by[i] for i in self.indices]) / (max(by) or 1)
            for by in (document.by_words, document.by_entities)
        ]
        self.y = (carried[0] + carried[1] - LENGTH * long) / 2

    def figures(self, scores):
        """What the best three score; as SentenceRanking.best takes them."""
        taken, words = [], [content(s) for s in self.sentences]
        while len(taken) < min(3, len(words)):
            def value(j):
                shared = (len(words[j] & words[k]) / max(1, min(len(words[j]), len(words[k]))) for k in taken)
                return scores[j] - REPETITION * max(shared, default=0)
            taken.append(max((j for j in range(len(words)) if j not in taken), key=value))
        taken.sort()
        return self.document.figures(
            [self.sentences[j] for j in taken], [self.indices[j] for j in taken])


class Fit:
    """Ridge regression on features that are centred by document and scaled over all."""

    def __init__(self, samples):
        centred = [s.x - s.x.mean(0) for s in samples]
        self.scale = np.concatenate(centred).std(0) + 1e-9
        centred = [x / self.scale for x in centred]
        self.squares = [x.T @ x / len(x) * 40 for x in centred]
        self.products = [x.T @ (s.y - s.y.mean()) / len(x) * 40 for x, s in zip(centred, samples)]

    def weights(self, kept):
        squares = sum(self.squares[k] for k in kept)
        products = sum(self.products[k] for k in kept)
        return np.linalg.solve(squares + RIDGE * np.eye(len(products)), products) / self.scale


def report(name, samples, weights):
    rows = [s.figures(s.x @ w) for s, w in zip(samples, weights)]
    for genre in ["all", *sorted({s.document.genre for s in samples})]:
        kept = [r for r, s in zip(rows, samples) if genre in ("all", s.document.genre)]
        means = (sum(column) / len(column) for column in zip(*kept))
        print(f"{name:20} {genre:9}", *(f"{f} {m:.3f}" for f, m in zip(FIGURES, means)))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("table")
    parser.add_argument("--program", default=".build/release/sentence-features")
    a = parser.parse_args()
    printed = subprocess.run([a.program, a.documents], stdout=subprocess.PIPE, check=True).stdout
    features = [json.loads(line) for line in printed.decode("utf-8").splitlines()]
    rows = [json.loads(line) for line in open(a.documents, encoding="utf-8")]
    samples = [Sample(row, f) for row, f in zip(rows, features) if len(f["sentences"]) > 3]
    fit, every = Fit(samples), range(len(samples))
    report("unseen documents", samples, [fit.weights([j for j in every if j != k]) for k in every])
    others = [
        [j for j in every if samples[j].document.genre != sample.document.genre] for sample in samples]
    report("unseen genres", samples, [fit.weights(kept) for kept in others])
    weights = fit.weights(every)
    report("fitted to", samples, [weights for _ in samples])
    bias = np.mean([np.mean(s.y - s.x @ weights) for s in samples])
    with open(a.table, "w", encoding="utf-8") as file:
        file.write(HEAD + f"bias\t{round(bias * 1000)}\n")
        for name, weight in zip(features[0]["features"], weights):
            file.write(f"{name}\t{round(weight * 1000)}\n")


if __name__ == "__main__":
    main()
