#!/usr/bin/env python3
"""Fits the weights that tell a page's article from its furniture, and writes a table of them.

    fit.py lines|blocks|titles|dates PAGES TRUTH TABLE [--program PATH] [--folds N]

lines    page-line-weights.tsv: lines of pages dumped as text
blocks   page-block-weights.tsv: blocks of HTML pages
titles   page-title-weights.tsv: which line of a dump is the title
dates    page-date-weights.tsv: which date of a dump is the day of issue, or none

PAGES is a folder: ID.txt for lines, titles and dates; ID.html or ID.html.gz for blocks. TRUTH is a file of
JSON objects, one a line and a page: `id`; `body` (dumps) or `main_content` (HTML), the article's text;
`title`; `date`; and `url`, by whose host the folds for dates are made. The weights in the project come from the development split of WCXB (CC BY 4.0) and from dumps
of its pages. PROGRAM is page-features, by default .build/release/page-features.

First prints what pages score that the weights have not seen (N folds, 0 for none), then fits to all
pages and writes TABLE. No figure depends on the clock, on chance (the folds have a fixed seed) or on
the order of files. Needs numpy, no more; measured with numpy 2.4.
"""
import argparse, collections, difflib, gzip, json, os, re, subprocess, sys, tempfile, unicodedata
import urllib.parse

import numpy as np

SLOTS = 24  # above the number of buckets of any feature
CHANGE = 5.0  # as ArticleLines.change
LEAST = 0.0  # as PageDates.least
SEED = 1

HEADS = {
    "lines": """\
# How much each bucket of each feature of a line speaks for the article (above 0) or the page's
# furniture, in hundredths of a logit. Logistic regression on the lines of whole pages; see
# PageLines.features for the names.
""",
    "blocks": """\
# How much each bucket of each feature of an HTML page's block speaks for the article (above 0) or
# the page's furniture, in hundredths of a logit. Logistic regression on the blocks of whole pages;
# see PageLines.features and HTMLFeatures.names for the names.
""",
    "titles": """\
# How much each bucket of each feature of a line speaks for its being the page's title, in hundredths
# of a logit: logistic regression among the lines of a page; see PageLines.features and
# PageTitle.features for the names.
""",
    "dates": """\
# How much each bucket of each feature of a date speaks for its being the page's day of issue, in
# hundredths of a logit, 0 being "none of them": logistic regression among the dates of a page; see
# PageDates.features for the names.
""",
}
L2 = {"lines": 10.0, "blocks": 5.0, "titles": 3.0, "dates": 2.0}
STEPS = {"lines": 300, "blocks": 300, "titles": 250, "dates": 250}


def words(text):
    return re.findall(r"\w+", (text or "").lower())


# The pages


class Page:
    """x: the column of each feature's bucket, a row a line; y: 1 where a line is what is looked for."""

    def __init__(self, row, truth):
        self.words = [words(t) for t in row["text"]]
        self.gold = words(truth.get("body") or truth.get("main_content"))
        self.is_title = row.get("title") or [False] * len(self.words)
        self.buckets = np.array(row["buckets"], int).reshape(len(self.words), len(row["features"]))
        self.x = self.buckets + np.arange(self.buckets.shape[1]) * SLOTS
        # A line counts by the root of its length, in fitting and in choosing: as ArticleLines.choose.
        self.size = np.sqrt(np.array([len(w) for w in self.words], float) + 1)
        self.y = np.zeros(len(self.words))


def read_pages(kind, arguments):
    with open(arguments.truth, encoding="utf-8") as file:
        truth = {t["id"]: t for t in map(json.loads, file)}
    with tempfile.TemporaryDirectory() as folder:
        for name in sorted(os.listdir(arguments.pages)):
            source = os.path.join(arguments.pages, name)
            if name.endswith(".gz"):
                with gzip.open(source) as packed, open(os.path.join(folder, name[:-3]), "wb") as plain:
                    plain.write(packed.read())
            else:
                os.symlink(os.path.abspath(source), os.path.join(folder, name))
        command = [arguments.program, kind, folder]
        printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    pages, features = [], []
    for row in map(json.loads, printed.splitlines()):
        features = row["features"]
        if row["id"] not in truth:
            sys.exit(f"no truth for page '{row['id']}'")
        page = Page(row, truth[row["id"]])
        if kind == "titles":
            page.y = np.array([same_title(t, truth[row["id"]]["title"]) for t in row["text"]], float)
        elif kind == "dates":
            page.day = truth[row["id"]].get("date") or ""
            page.host = urllib.parse.urlsplit(truth[row["id"]].get("url") or row["id"]).hostname
            page.y = np.array([day == page.day for day in row["text"]], float)
        elif not page.words:
            continue  # a page that shows nothing before its scripts have run
        elif kind == "lines":
            page.y = aligned(page)
        else:
            page.y = quoted(page, truth[row["id"]])
        pages.append(page)
    if not pages:
        sys.exit(f"'{arguments.pages}' holds no pages for '{kind}'")
    return pages, features


# Which lines are the article's: the truth is a text, and says it of none


def aligned(page):
    """Lines of which six words in ten stand in the truth, in its order."""
    flat = [w for line in page.words for w in line]
    owner = [k for k, line in enumerate(page.words) for _ in line]
    matcher = difflib.SequenceMatcher(None, flat, page.gold, autojunk=False)
    hits = collections.Counter()
    for block in matcher.get_matching_blocks():
        hits.update(owner[block.a : block.a + block.size])
    return np.array([float(bool(w) and hits[k] >= 0.6 * len(w)) for k, w in enumerate(page.words)])


def quoted(page, truth):
    """Blocks of which six runs of three words in ten stand in the truth; shorter ones must be a line of
    it, near a long one. The title is none."""
    runs = set(zip(page.gold, page.gold[1:], page.gold[2:]))
    lines = {tuple(words(line)) for line in (truth.get("main_content") or "").split("\n")}
    y = np.zeros(len(page.words))
    for k, w in enumerate(page.words):
        if len(w) >= 4:
            y[k] = sum(run in runs for run in zip(w, w[1:], w[2:])) >= 0.6 * (len(w) - 2)
        else:
            y[k] = bool(w) and tuple(w) in lines
    long = [k for k, w in enumerate(page.words) if y[k] and len(w) >= 4]
    for k, w in enumerate(page.words):
        far = not long or not long[0] - 3 <= k <= long[-1] + 3
        if page.is_title[k] or (len(w) < 4 and far):
            y[k] = 0
    return y


def same_title(line, title):
    """Whether two titles are the same but for case, forms of marks and a site's name behind a bar."""

    def plain(text):
        text = unicodedata.normalize("NFKC", text or "").lower()
        text = re.sub("[\u2010-\u2015]", "-", text)
        text = re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d]", '"', text))
        return " ".join(text.split())

    def head(text):
        return re.split(r" [|\u00bb\u00b7-] ", text)[0]

    line, title = plain(line), plain(title)
    return bool(line) and (line == title or line == head(title) or title == head(line))


# Fitting: gradient descent with Adam (Kingma and Ba 2015) over sparse columns


def descend(columns, steps, gradient):
    w, m, v = np.zeros(columns), np.zeros(columns), np.zeros(columns)
    for step in range(1, steps + 1):
        g = gradient(w)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        w = w - 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return w


def fit_article(pages, kind):
    """Logistic regression; every page counts the same. The last weight is the bias."""
    x = np.concatenate([p.x for p in pages])
    y = np.concatenate([p.y for p in pages])
    size = np.concatenate([200 * p.size / p.size.sum() for p in pages])
    count = x.shape[1]
    columns = count * SLOTS

    def gradient(w):
        logit = np.clip(w[x].sum(1) + w[columns], -30, 30)
        g = (1 / (1 + np.exp(-logit)) - y) * size
        slopes = np.bincount(x.ravel(), np.repeat(g, count), minlength=columns)
        return np.append(slopes + L2[kind] * w[:columns], g.sum())

    return descend(columns + 1, STEPS[kind], gradient)


def fit_title(pages, kind):
    """Softmax among the lines of a page, over the pages that print their title."""
    pages = [p for p in pages if p.y.any()]
    count = pages[0].x.shape[1]
    columns = count * SLOTS

    def gradient(w):
        total = L2[kind] * w
        for p in pages:
            s = w[p.x].sum(1)
            share = np.exp(s - s.max())
            share /= share.sum()
            wanted = share * p.y
            wanted /= max(wanted.sum(), 1e-9)
            total = total + np.bincount(
                p.x.ravel(), np.repeat(share - wanted, count), minlength=columns)
        return total

    return descend(columns, STEPS[kind], gradient)


def fit_date(pages, kind):
    """Softmax among the dates of a page and "none", whose logit is 0. The last weight is the bias."""
    pages = [p for p in pages if len(p.y)]
    count = pages[0].x.shape[1]
    columns = count * SLOTS

    def gradient(w):
        total = np.append(L2[kind] * w[:columns], 0.0)
        for p in pages:
            s = np.append(w[p.x].sum(1) + w[columns], 0.0)
            share = np.exp(s - s.max())
            share /= share.sum()
            wanted = share * np.append(p.y, 0.0 if p.y.any() else 1.0)
            wanted /= max(wanted.sum(), 1e-9)
            g = (share - wanted)[:-1]
            total[:columns] += np.bincount(p.x.ravel(), np.repeat(g, count), minlength=columns)
            total[columns] += g.sum()
        return total

    return descend(columns + 1, STEPS[kind], gradient)


# Scoring


def choose(page, w):
    """As ArticleLines.path."""
    scores = (w[page.x].sum(1) + w[-1]) * page.size
    outside, inside, leaves, enters = 0.0, -CHANGE, [], []
    for score in scores:
        leaves.append(inside - CHANGE > outside)
        enters.append(outside - CHANGE > inside)
        outside, inside = max(outside, inside - CHANGE), max(inside, outside - CHANGE) + score
    state, result = inside > outside, [False] * len(scores)
    for k in reversed(range(len(scores))):
        result[k] = state and not page.is_title[k]
        state = not enters[k] if state else leaves[k]
    return result


def f1(page, chosen):
    """F1 over the bags of words of what was chosen and of the truth."""
    mine = [w for k, line in enumerate(page.words) if chosen[k] for w in line]
    if not mine or not page.gold:
        return float(not mine and not page.gold)
    common = sum((collections.Counter(mine) & collections.Counter(page.gold)).values())
    return 2 * common / (len(mine) + len(page.gold))


def score(kind, pages, w):
    if kind == "titles":
        return [float(len(p.y) > 0 and p.y[np.argmax(w[p.x].sum(1))] > 0) for p in pages]
    if kind == "dates":
        return [judged(p, w) for p in pages]
    return [f1(p, choose(p, w)) for p in pages]


def judged(page, w):
    """1 where the day that the record names is found, or none where it names none."""
    s = w[page.x].sum(1) + w[-1] if len(page.y) else np.array([0.0])
    page.given = s.max() > LEAST
    return float(page.y[np.argmax(s)] > 0) if page.given else float(not page.day)


def write(kind, pages, features, w, table):
    with open(table, "w", encoding="utf-8") as file:
        file.write(HEADS[kind])
        if kind != "titles":
            file.write(f"bias\t{round(100 * w[-1])}\n")
        for k, name in enumerate(features):
            used = 1 + max(int(p.buckets[:, k].max()) for p in pages if len(p.words))
            row = (str(round(100 * value)) for value in w[k * SLOTS : k * SLOTS + used])
            file.write("\t".join([name, *row]) + "\n")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=list(HEADS))
    parser.add_argument("pages"), parser.add_argument("truth"), parser.add_argument("table")
    parser.add_argument("--program", default=".build/release/page-features")
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    kind = arguments.kind
    pages, features = read_pages(kind, arguments)
    fit = {"titles": fit_title, "dates": fit_date}.get(kind, fit_article)
    is_choice = kind in ("titles", "dates")
    measure = "right" if is_choice else "F1"
    best = [float(p.y.any()) if is_choice else f1(p, p.y) for p in pages]
    if kind == "dates":
        best = [float(p.y.any() or not p.day) for p in pages]
    print(f"{len(pages)} pages; {measure} with the best choice {np.mean(best):.4f}")
    order = np.random.RandomState(SEED).permutation(len(pages))
    groups = [set(order[k :: arguments.folds]) for k in range(arguments.folds)]
    if kind == "dates":
        hosts = sorted({p.host for p in pages})
        fold = np.random.RandomState(SEED).randint(0, max(1, arguments.folds), len(hosts))
        fold = dict(zip(hosts, fold))
        groups = [
            {i for i, p in enumerate(pages) if fold[p.host] == k} for k in range(arguments.folds)]
    unseen, order_seen = [], []
    for held in groups:
        order_seen += [pages[i] for i in sorted(held)]
        w = fit([p for i, p in enumerate(pages) if i not in held], kind)
        unseen += score(kind, [pages[i] for i in sorted(held)], w)
    if unseen:
        print(f"{measure} on unseen pages {np.mean(unseen):.4f} ({arguments.folds} folds)")
        if kind == "dates":
            given = [p for p in pages if p.given]
            right = np.mean([value for p, value in zip(order_seen, unseen) if p.given])
            print(f"given {len(given)} of {len(pages)}, right where given {right:.4f}")
    w = fit(pages, kind)
    print(f"{measure} on the pages fitted to {np.mean(score(kind, pages, w)):.4f}")
    write(kind, pages, features, w, arguments.table)


if __name__ == "__main__":
    main()
