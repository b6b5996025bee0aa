#!/usr/bin/env python3
"""Fits the trees that tell an HTML page's article from its furniture, and writes their tables.

    fit_blocks.py PAGES TRUTH TABLES [--program PATH] [--folds N]

PAGES is a folder of ID.html or ID.html.gz. TRUTH is a file of JSON objects, one a line and a page:
`id`; `url`; `main_content`, the article's text. TABLES is the folder for page-block-trees.tsv,
page-block-trees-second.tsv and page-class-weights.tsv. PROGRAM is page-features.

First prints what pages of other sites score (N folds by host, 0 for none), then fits to all pages.
The words of classes are weighed, and the second pass sees the scores of the first, only for pages that
those were not fitted to. The same pages give the same tables: all chance has a fixed seed, and
LightGBM runs on one thread. Needs numpy, scipy, scikit-learn and lightgbm (measured with 4.6).
"""
import argparse, collections, gzip, json, math, os, re, subprocess, sys, tempfile
from urllib.parse import urlparse

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROUNDS = 150
TREES = dict(
    objective="binary", learning_rate=0.08, num_leaves=16, min_data_in_leaf=40, feature_fraction=0.4,
    bagging_fraction=0.7, bagging_freq=1, lambda_l2=20, max_bin=127, seed=1, num_threads=1,
    deterministic=True, verbose=-1)
WORD_COLUMNS = 6  # BlockFeatures.appendWords
HOSTS = 8  # a word of classes must stand on the pages of so many sites
SECOND = (
    "score score-3 score-2 score-1 score+1 score+2 score+3 score-near score-wide score-up0 score-up1 "
    "score-up2 score-up3 score-group before after article-words article-share score-most path "
    "path-start path-end").split()  # BlockScores.names
HEAD = """\
# {0} pass over the blocks of HTML pages: gradient-boosted trees in the form that BoostedTrees reads.
# See {1} for the features. Thresholds are whole numbers, values thousandths of a logit.
"""
WORDS_HEAD = """\
# A word of the class, id or role of an element around a block, and what it says of the block, in
# hundredths of a logit: above 0 for the article. Words that several sites share.
"""


def words(text):
    return re.findall(r"\w+", (text or "").lower())


class Page:
    def __init__(self, row, truth):
        self.id = row["id"]
        self.host = (urlparse(truth.get("url") or "").hostname or self.id).removeprefix("www.")
        self.words = [words(t) for t in row["text"]]
        self.size = np.array([len(w) + 1 for w in self.words], float)
        self.gold = words(truth["main_content"])
        self.is_title = np.array(row["title"], bool)
        self.names = row["features"]
        self.x = np.array(row["rows"], np.int32).reshape(len(self.words), len(self.names))
        self.own = np.array(row["own"], int)
        self.parents = np.array(row["parents"], int)
        self.groups = np.array(row["groups"], int)
        self.class_words = [w.split() for w in row["words"]]
        self.y = quoted(self, truth)
        self.above = []
        for place in self.own:
            path = []
            while place >= 0:
                path.append(place)
                place = self.parents[place]
            self.above.append(path)


def quoted(page, truth):
    """Blocks of which six runs of three words in ten stand in the truth; shorter ones must be a line of
    it, near a long one. The title is none."""
    runs = set(zip(page.gold, page.gold[1:], page.gold[2:]))
    lines = {tuple(words(line)) for line in (truth["main_content"] or "").split("\n")}
    y = np.zeros(len(page.words), bool)
    for k, w in enumerate(page.words):
        if len(w) >= 4:
            y[k] = sum(run in runs for run in zip(w, w[1:], w[2:])) >= 0.6 * (len(w) - 2)
        else:
            y[k] = bool(w) and tuple(w) in lines
    long = [k for k, w in enumerate(page.words) if y[k] and len(w) >= 4]
    for k, w in enumerate(page.words):
        far = not long or not long[0] - 3 <= k <= long[-1] + 3
        if page.is_title[k] or (len(w) < 4 and far):
            y[k] = False
    return y


def read_pages(arguments):
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
        command = [arguments.program, "blocks", folder]
        printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    pages = [Page(row, truth[row["id"]]) for row in map(json.loads, printed.splitlines())]
    return [page for page in pages if page.words]


def folds(pages, count, seed):
    """The fold of each page: all pages of a site in one."""
    hosts = sorted({page.host for page in pages})
    np.random.RandomState(seed).shuffle(hosts)
    place = {host: k % count for k, host in enumerate(hosts)}
    return [place[page.host] for page in pages]


def split(pages, fold, k):
    return ([p for p, f in zip(pages, fold) if f != k], [p for p, f in zip(pages, fold) if f == k])


# The words of classes


def fit_words(pages):
    hosts = collections.defaultdict(set)
    for page in pages:
        for word in {w for names in page.class_words for w in names if 2 <= len(w) <= 20}:
            hosts[word].add(page.host)
    column = {w: k for k, w in enumerate(sorted(w for w in hosts if len(hosts[w]) >= HOSTS))}
    rows, columns, y, weight = [], [], [], []
    for page in pages:
        share = np.sqrt(page.size) * 50 / np.sqrt(page.size).sum()
        for k, path in enumerate(page.above):
            held = sorted({column[w] for o in path for w in page.class_words[o] if w in column})
            rows += [len(y)] * len(held)
            columns += held
            y.append(page.y[k])
            weight.append(share[k])
    x = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(y), len(column)))
    model = LogisticRegression(C=0.02, max_iter=200).fit(x, y, sample_weight=weight)
    return {w: round(100 * model.coef_[0][k]) for w, k in column.items()}


def weigh_words(page, weights):
    """As HTMLClassWords.append."""
    sums = [sum(weights.get(w, 0) for w in names) for names in page.class_words]
    start = page.names.index("words-own")
    for k, path in enumerate(page.above):
        s = [sums[o] for o in path]
        near = next((value for value in s if value), 0)
        parent = s[min(1, len(s) - 1)]
        page.x[k, start : start + WORD_COLUMNS] = (
            s[0], parent, min(0, *s, 0), max(0, *s, 0), sum(s), near)


# Trees


def fit_trees(pages, x):
    y = np.concatenate([p.y for p in pages]).astype(float)
    weight = np.concatenate([200 * np.sqrt(p.size) / np.sqrt(p.size).sum() for p in pages])
    data = lightgbm.Dataset(np.concatenate([x[p.id] for p in pages]), y, weight=weight)
    return lightgbm.train(TREES, data, ROUNDS)


def logits(trees, x):
    return np.round(1000 * trees.predict(x, raw_score=True)).astype(np.int64)


def path(scores, change):
    """As ArticlePath.best."""
    outside, inside, leaves, enters = 0, -change, [], []
    for score in scores:
        leaves.append(inside - change > outside)
        enters.append(outside - change > inside)
        outside, inside = max(outside, inside - change), max(inside, outside - change) + score
    state, result = inside > outside, np.zeros(len(scores), np.int64)
    for k in reversed(range(len(scores))):
        result[k] = state
        state = not enters[k] if state else leaves[k]
    return result


def with_scores(page, first):
    """The features with those of BlockScores."""
    count = len(first)
    s = np.clip(first // 10, -800, 800)
    w = page.x[:, page.names.index("words")].astype(np.int64) + 1
    i = np.arange(count)
    padded = np.concatenate([[-800] * 3, s, [-800] * 3])
    columns = [s] + [padded[3 + d : 3 + d + count] for d in (-3, -2, -1, 1, 2, 3)]
    before = lambda values: np.concatenate([[0], np.cumsum(values)])
    weighted, sizes = before(s * w), before(w)
    for reach in (3, 8):
        low, high = np.maximum(0, i - reach), np.minimum(count, i + reach + 1)
        columns.append((weighted[high] - weighted[low]) // (sizes[high] - sizes[low]))

    def means(place, number, parents=()):
        a, b = np.zeros(number, np.int64), np.zeros(number, np.int64)
        np.add.at(a, place, s * w), np.add.at(b, place, w)
        for o in reversed(range(len(parents))):
            if parents[o] >= 0:
                a[parents[o]] += a[o]
                b[parents[o]] += b[o]
        return a // np.maximum(1, b)

    mean, place = means(page.own, len(page.parents), page.parents), page.own
    for _ in range(4):
        columns.append(mean[place])
        place = np.maximum(0, page.parents)[place]
    columns.append(means(page.groups, page.groups.max() + 1)[page.groups])
    likely = before(w * np.clip(s + 200, 0, 400))
    total = likely[-1]
    columns += [likely[:-1] * 1000 // max(1, total), (total - likely[1:]) * 1000 // max(1, total)]
    columns += [np.full(count, value) for value in (
        total // 400, total * 1000 // (400 * sizes[-1]), s.max())]
    inside = path(s * np.array([math.isqrt(size) for size in w]), 300)
    columns.append(inside)
    held = np.nonzero(inside)[0]
    columns += [i - held[0], held[-1] - i] if len(held) else [np.full(count, -1000)] * 2
    return np.column_stack([page.x, *columns])


def fit(pages, inner):
    """The weights of words, and the trees of both passes. Each page's features for fitting come from
    weights and trees that were fitted to pages of other sites."""
    fold = folds(pages, inner, 5)
    for k in range(inner):
        rest, held = split(pages, fold, k)
        weights = fit_words(rest)
        for page in held:
            weigh_words(page, weights)
    x = {p.id: p.x for p in pages}
    first = fit_trees(pages, x)
    fold = folds(pages, inner, 9)
    stacked = {}
    for k in range(inner):
        rest, held = split(pages, fold, k)
        trees = fit_trees(rest, x)
        stacked.update((p.id, with_scores(p, logits(trees, p.x))) for p in held)
    return fit_words(pages), first, fit_trees(pages, stacked)


def f1(page, model):
    """F1 over the bags of words of what is chosen and of the truth."""
    weights, first, second = model
    weigh_words(page, weights)
    return bag_f1(page, logits(second, with_scores(page, logits(first, page.x))) > 0)


def bag_f1(page, chosen):
    mine = [w for k, line in enumerate(page.words) if chosen[k] and not page.is_title[k] for w in line]
    if not mine or not page.gold:
        return float(not mine and not page.gold)
    common = sum((collections.Counter(mine) & collections.Counter(page.gold)).values())
    return 2 * common / (len(mine) + len(page.gold))


def write_trees(trees, names, head, table):
    lines = ["features\t" + "\t".join(names)]

    def walk(node, rows):
        place = len(rows)
        if "split_feature" not in node:
            rows.append([round(1000 * node["leaf_value"])])
            return
        rows.append(None)
        walk(node["left_child"], rows)
        right = len(rows)
        walk(node["right_child"], rows)
        threshold = max(-(2**31), min(2**31 - 1, math.floor(node["threshold"])))
        rows[place] = [node["split_feature"], threshold, right, round(1000 * node["internal_value"])]

    for tree in trees.dump_model()["tree_info"]:
        rows = []
        walk(tree["tree_structure"], rows)
        lines += ["tree"] + ["\t".join(map(str, row)) for row in rows]
    with open(table, "w", encoding="utf-8") as file:
        file.write(head + "\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages"), parser.add_argument("truth"), parser.add_argument("tables")
    parser.add_argument("--program", default=".build/release/page-features")
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    pages = read_pages(arguments)
    best = np.mean([bag_f1(p, p.y) for p in pages])
    print(f"{len(pages)} pages; F1 with the best choice {best:.4f}", flush=True)
    unseen, fold = [], folds(pages, max(1, arguments.folds), 1)
    for k in range(arguments.folds):
        rest, held = split(pages, fold, k)
        model = fit(rest, 3)
        unseen += [f1(p, model) for p in held]
    if unseen:
        print(f"F1 on pages of other sites {np.mean(unseen):.4f} ({arguments.folds} folds)", flush=True)
    model = fit(pages, 4)
    weights, first, second = model
    names = pages[0].names
    table = lambda name: os.path.join(arguments.tables, name + ".tsv")
    write_trees(first, names, HEAD.format("First", "BlockFeatures"), table("page-block-trees"))
    write_trees(
        second, names + SECOND, HEAD.format("Second", "BlockFeatures and BlockScores"),
        table("page-block-trees-second"))
    with open(table("page-class-weights"), "w", encoding="utf-8") as file:
        file.write(WORDS_HEAD)
        file.writelines(f"{w}\t{value}\n" for w, value in sorted(weights.items()) if value)
    print(f"F1 on the pages fitted to {np.mean([f1(p, model) for p in pages]):.4f}")


if __name__ == "__main__":
    main()
