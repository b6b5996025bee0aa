#!/usr/bin/env python3
"""Fits what chooses a page's title, day of issue and author, and writes the tables of it.

    fit_head.py PAGES TRUTH TABLES [--program PATH] [--folds N]

PAGES is a folder of ID.html or ID.html.gz. TRUTH is a file of JSON objects, one a line and a page: `id`,
`url`, `title`, `author`, `date` (an ISO day or nothing). PROGRAM is page-features, by default
.build/release/page-features: it prints every candidate of a page with the names of its features.

TABLES is the folder for page-title-trees.tsv and page-head-weights.tsv.

Titles: small trees, a candidate a row; the one with the highest score is taken. Days and authors:
softmax among a page's candidates, one of which is that there is none. A page whose day is not among its
candidates teaches that none is right; one whose author is not teaches nothing. First prints what pages
score that were not fitted to (N folds; pages of one host stay together), then fits to all pages and
writes the tables. Nothing depends on the clock, on chance (all seeds are fixed) or on the order of
files. Needs numpy, scipy, scikit-learn and lightgbm, as fit_blocks.py does.
"""
import argparse, gzip, json, os, re, subprocess, sys, tempfile, unicodedata
from urllib.parse import urlparse

import lightgbm
import numpy as np

from fit import descend, same_title
from fit_blocks import write_trees

SEED = 1
L2 = {"date": 4.0, "author": 4.0}
# Added to the score of there being none: a day that is invented is worse than one that is missed.
CAUTION = {"date": 0.25, "author": 0.0}
# Three leaves: more fit sites, not titles.
TREES = dict(
    objective="binary", learning_rate=0.08, num_leaves=3, min_data_in_leaf=20, feature_fraction=0.5,
    bagging_fraction=0.7, bagging_freq=1, lambda_l2=5, seed=1, num_threads=1, deterministic=True,
    verbose=-1)
ROUNDS = 250
STEPS = 400
HEAD = """\
# What each feature of a candidate for a page's day of issue or author adds to its score, in
# hundredths of a logit: softmax among the candidates of a page, where `none` is the score of there
# being none. See DateCandidates, AuthorCandidates and HeadPlace for the names.
"""
TREES_HEAD = """\
# Which candidate is a page's title: gradient-boosted trees in the form that BoostedTrees reads. See
# TitleRows for the features. Thresholds are whole numbers, values thousandths of a logit.
"""


def plain(text):
    text = unicodedata.normalize("NFKC", text or "").lower()
    text = re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text))
    return " ".join(text.split())


def authors(text):
    text = re.sub("(?i)^by ", "", text or "")
    names = (" ".join(re.findall(r"\w+", plain(part))) for part in re.split(r",| and |;|&", text))
    return {name for name in names if name}


def is_right(field, text, truth):
    if field == "title":
        return same_title(text, truth)
    if field == "date":
        return text == truth[:10]
    return bool(authors(text) & authors(truth))


class Page:
    """rows: the columns of each candidate's features; the last candidate is that there is none."""

    def __init__(self, field, row, truth, columns):
        self.host = urlparse(truth.get("url") or truth["id"]).netloc
        self.gold = truth.get(field)
        found = row[field]
        self.x = np.zeros((len(found) + 1, len(columns)))
        for k, candidate in enumerate(found):
            for name in candidate["features"]:
                self.x[k, columns[name]] = 1
        for name in ["none"] + row["none"].get(field, []):
            self.x[-1, columns[name]] = 1
        self.text = [candidate["texts"][0] for candidate in found]
        self.rows = np.array([candidate["row"] for candidate in found], float)
        self.y = np.zeros(len(found) + 1)
        if self.gold:
            self.y[:-1] = [is_right(field, text, self.gold) for text in self.text]
            # Of a title with the site's name and one without, the second is the one to learn.
            exact = np.array([plain(text) == plain(self.gold) for text in self.text] + [False])
            exact = self.y * exact
            self.learnt = exact if field == "title" and exact.any() else self.y
        else:
            self.learnt = self.y
        if field != "title" and not self.y.any() and not (self.gold and field == "author"):
            self.y[-1] = 1


def read_rows(arguments):
    with open(arguments.truth, encoding="utf-8") as file:
        truth = {t["id"]: t for t in map(json.loads, file)}
    with tempfile.TemporaryDirectory() as folder:
        for name in sorted(os.listdir(arguments.pages)):
            source = os.path.join(arguments.pages, name)
            if name.endswith(".gz"):
                with gzip.open(source) as packed, open(os.path.join(folder, name[:-3]), "wb") as plain_file:
                    plain_file.write(packed.read())
            else:
                os.symlink(os.path.abspath(source), os.path.join(folder, name))
        command = [arguments.program, "head", folder]
        printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    rows = [json.loads(line) for line in printed.splitlines()]
    return [(row, truth[row["id"]]) for row in rows if row["id"] in truth]


def fit_titles(pages):
    pages = [p for p in pages if p.y.any()]
    data = lightgbm.Dataset(
        np.concatenate([p.rows for p in pages]), np.concatenate([p.learnt[:-1] for p in pages]))
    return lightgbm.train(TREES, data, ROUNDS)


def fit(field, pages, count):
    if field == "title":
        return fit_titles(pages)
    pages = [p for p in pages if p.y.any() and len(p.y) > 1]
    owner = np.repeat(np.arange(len(pages)), [len(p.y) for p in pages])
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    x = np.concatenate([p.x for p in pages])
    y = np.concatenate([p.learnt for p in pages])

    def gradient(w):
        s = x @ w
        s = s - np.maximum.reduceat(s, starts)[owner]
        share = np.exp(s)
        share /= np.add.reduceat(share, starts)[owner]
        wanted = share * y + 1e-12 * y
        wanted /= np.add.reduceat(wanted, starts)[owner]
        return x.T @ (share - wanted) + L2[field] * w

    w = descend(count, STEPS, gradient)
    w[-1] += CAUTION[field]
    return w


def choose(field, page, w):
    """The index of the best candidate; None for none."""
    if field == "title":
        scores = w.predict(page.rows, raw_score=True) if len(page.rows) else []
        return int(np.argmax(scores)) if len(scores) else None
    s = page.x @ w
    best = int(np.argmax(s[:-1])) if len(s) > 1 else None
    return best if best is not None and s[best] > s[-1] else None


def figures(field, pages, chosen):
    given = [(p, k) for p, k in zip(pages, chosen) if k is not None]
    right = sum(p.y[k] > 0 for p, k in given if p.gold)
    with_truth = sum(bool(p.gold) for p in pages)
    line = f"accuracy {right / max(1, with_truth):.4f}  right where given {right / max(1, sum(bool(p.gold) for p, _ in given)):.4f}"
    if with_truth < len(pages):
        invented = sum(not p.gold for p, _ in given)
        line += f"  given where the truth has none {invented / (len(pages) - with_truth):.4f}"
    return line


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages"), parser.add_argument("truth"), parser.add_argument("tables")
    parser.add_argument("--program", default=".build/release/page-features")
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    rows = read_rows(arguments)
    if not rows:
        sys.exit(f"'{arguments.pages}' holds no pages of the truth")
    table = HEAD
    for field in ["title", "date", "author"]:
        names = {n for row, _ in rows for c in row[field] for n in c["features"]}
        names |= {n for row, _ in rows for n in row["none"].get(field, [])}
        names = sorted(names) + ["none"]
        columns = {name: k for k, name in enumerate(names)}
        pages = [Page(field, row, truth, columns) for row, truth in rows]
        best = sum(p.y[:-1].any() for p in pages if p.gold) / sum(bool(p.gold) for p in pages)
        print(f"{field}: {len(pages)} pages; accuracy with the best choice {best:.4f}")
        hosts = sorted({p.host for p in pages})
        fold = dict(zip(hosts, np.random.RandomState(SEED).permutation(len(hosts))))
        chosen = [None] * len(pages)
        for k in range(arguments.folds):
            seen = [p for p in pages if fold[p.host] % arguments.folds != k]
            w = fit(field, seen, len(names))
            for i, p in enumerate(pages):
                if fold[p.host] % arguments.folds == k:
                    chosen[i] = choose(field, p, w)
        if arguments.folds:
            print(f"  unseen pages    {figures(field, pages, chosen)}")
        w = fit(field, pages, len(names))
        print(f"  pages fitted to {figures(field, pages, [choose(field, p, w) for p in pages])}")
        if field == "title":
            numbers = rows[0][0]["titleNumbers"]
            write_trees(w, numbers, TREES_HEAD, os.path.join(arguments.tables, "page-title-trees.tsv"))
            continue
        for name, value in zip(names, w):
            table += f"{field}\t{name}\t{round(100 * value)}\n"
    with open(os.path.join(arguments.tables, "page-head-weights.tsv"), "w", encoding="utf-8") as file:
        file.write(table)


if __name__ == "__main__":
    main()
