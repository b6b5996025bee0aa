#!/usr/bin/env python3
"""Measures what the HTML reader finds on pages made around real press releases.

    release_pages.py [--presswork PROGRAM] [--corpora FOLDER] [--documents 700] [--worst N]

Article pages of the web, which the reader's tables are fitted to, are longer than releases and built
otherwise. Here releases of FOLDER (by default beside the project, in ../shared/corpora) are set into
seven made pages, as ministries, members of parliament, agencies and companies build them: menus,
banners, lists of other releases, notes, footers and all. What belongs to the text is known exactly.
Prints word precision, recall and F1, and the share of titles and days that are right, a kind of page
and a length of text a row. No table is fitted to these
pages, but rules for titles, days and notices were made with them in sight. Exit
code 1 where F1 over all is under the floor. Python 3 standard library only.
"""
import argparse, collections, datetime, html, json, os, random, re, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FLOOR = 0.985
SHELVES = {"press-briefings", "speeches-remarks", "remarks"}
TOPICS = (
    "Energy Health Transport Harbours Housing Justice Trade Schools Fisheries Forests Budget Culture "
    "Youth Roads Rivers Parks Taxes Pensions Courts").split()


def releases(folder):
    """Title, day and blocks ("p", "li" or "h2", and words) of releases of at most 9,000 characters."""
    for line in open(f"{folder}/congress-press/releases.jsonl", encoding="utf-8"):
        release = json.loads(line)
        blocks = [("p", " ".join(part.split())) for part in release["text"].split("\n")]
        yield release["title"], release["date"], [b for b in blocks if b[1]]
    for line in open(f"{folder}/wh-briefings/truth.jsonl", encoding="utf-8"):
        release = json.loads(line)
        if release["category"] in SHELVES:
            continue
        with open(f"{folder}/wh-briefings/text/{release['id']}.md", encoding="utf-8") as file:
            text = file.read()
        blocks = []
        for part in re.split(r"\n\s*\n", text.split("\n---", 2)[-1] if text[:3] == "---" else text):
            isList = re.match(r"\s*[-*] ", part)
            for words in part.split("\n") if isList else [part]:
                words = re.sub(r"[*_]{1,3}|\[([^\]]*)\]\([^)]*\)", lambda m: m[1] or "", words)
                words = " ".join(words.split())
                mark = re.match(r"([-•]|#+) (.+)", words)
                kind = "p" if not mark else "h2" if mark[1][0] == "#" else "li"
                blocks.append((kind, mark[2] if mark else words))
        yield release["title"], release["date"], [b for b in blocks if b[1]]


class Site:
    """A page around a release: `page` gives its HTML."""

    def __init__(self, title, date, blocks, chance):
        self.title, self.blocks, self.chance = html.escape(title), blocks, chance
        year, month, day = map(int, date[:10].split("-"))
        self.day = datetime.date(year, month, day)
        form = chance.choice(["{0:%B} {0.day}, {0.year}", "{0.day} {0:%B} {0.year}", "{0:%b} {0.day}, {0.year}"])
        self.date = form.format(self.day)

    def words(self, count):
        return " ".join(self.chance.choice(TOPICS) for _ in range(count))

    def links(self, low, high):
        return "".join(
            f'<li><a href="/{n}">{self.words(self.chance.randint(1, 2))}</a></li>'
            for n in range(self.chance.randint(low, high)))

    def teaser(self):
        who = self.chance.choice(["Minister", "Secretary", "Senator", "Council", "Board"])
        does = self.chance.choice(["welcomes", "announces", "opens", "urges", "visits"])
        return f"{who} {does} {self.words(3).lower()} {self.chance.choice(['plan', 'fund', 'bill'])}"

    def teasers(self, form, low=3, high=6):
        return "".join(
            form.format(self.teaser(), date=self.date) for _ in range(self.chance.randint(low, high)))

    def body(self, notes=False):
        parts, note = [], 0
        for kind, words in self.blocks:
            words = html.escape(words)
            if notes and kind == "p" and self.chance.random() < 0.3:
                note += 1
                words += f'<sup><a href="#fn{note}">{note}</a></sup>'
            parts.append(f"<{kind}>{words}</{kind}>")
        return re.sub(r"((?:<li>.*</li>\n?)+)", r"<ul>\1</ul>", "\n".join(parts))


class Ministry(Site):
    def page(self):
        return f"""<!doctype html><html lang=en><head><title>{self.title} - Ministry of {self.words(1)}</title>
</head><body><a href="#c">Skip to main content</a><div class=cookie-banner><h2>Cookies on this site</h2>
<p>We use some essential cookies to make this website work. We would like to set additional cookies.</p>
<button>Accept</button></div><header><nav><ul>{self.links(6, 20)}</ul></nav></header>
<div class=breadcrumbs><ol><li><a>Home</a></li><li><a>News</a></li></ol></div><main id=c><div class=grid>
<div class=two-thirds><span class=caption>Press release</span><h1>{self.title}</h1>
<div class=metadata>From: <a>Ministry of {self.words(1)}</a><br>Published {self.date}</div>
<div class=govspeak>{self.body()}</div><div class=share><h2>Share this page</h2><ul>
<li><a>Share on Facebook</a></li><li><a>Share on Twitter</a></li></ul></div></div><div class=one-third>
<h2>Related content</h2><ul>{self.teasers('<li><a href="#">{0}</a></li>', 2)}</ul></div></div></main><footer>
<div class=feedback><p>Is this page useful?</p><button>Yes</button></div><ul>{self.links(8, 8)}</ul>
<p>All content is available under the licence, except where otherwise stated</p></footer></body></html>"""


class Flat(Site):
    """The paragraphs stand in the main element itself, beside labels and related content."""

    def page(self):
        return f"""<!doctype html><html lang=en-GB><head><title>{self.title} - Ministry</title></head><body>
<nav><a href=/>Home</a> <a href=/news>News</a></nav><div class=cookie-banner><p>We use cookies to make this
site work. Accept all cookies?</p></div><main><p class=label>Press release</p><h1>{self.title}</h1>
<p class=meta>Published {self.date}</p>{self.body(notes=True)}<aside><h2>Related content</h2><ul>
{self.teasers('<li><a href="#">{0}, {date}</a></li>')}</ul></aside></main><footer><p>© Crown copyright</p>
<ul>{self.links(6, 6)}</ul></footer></body></html>"""


class Member(Site):
    def page(self):
        return f"""<html><head><title>{self.title} | Press Releases | Congressman Example</title></head><body>
<div id=header><div class=logo>Congressman Example</div><div id=nav><ul>{self.links(8, 24)}</ul></div></div>
<div id=search><form><input name=q><input type=submit value=Search></form></div><div id=content>
<div class=newsie-titler>{self.title}</div><div class=topnewstext><b>Washington, DC, {self.date}</b></div>
<div class=bodycopy>{self.body()}</div><div class=links><a>Print</a> <a>Email</a> <a>Tweet</a></div></div>
<div id=sidebar><h3>Recent Press Releases</h3><ul>
{self.teasers('<li><span class=date>{date}</span> <a href="#">{0}</a></li>')}</ul><h3>Stay Connected</h3>
<p>Sign up for the newsletter to receive updates in your inbox.</p><form><input></form></div>
<div id=footer><p>Washington Office: 123 House Building, Washington, DC 20515, Phone: (202) 555-0100</p>
<ul>{self.links(6, 6)}</ul><p>Privacy Policy | Accessibility</p></div></body></html>"""


class Weblog(Site):
    def page(self):
        card = (
            '<article class=card><h3><a href="#">{0}</a></h3><p class=excerpt>{0}, and the office said that '
            "more will follow in the coming weeks ...</p><a>Read more</a></article>")
        return f"""<!doctype html><html lang=en-US><head><title>{self.title}</title>
<meta property="og:title" content="{self.title}">
<meta property="article:published_time" content="{self.day}T10:00:00+00:00"></head><body class=single-post>
<header class=site-header><div class=menu><ul>{self.links(5, 14)}</ul></div></header><div class=site-content>
<article class="post type-post"><header class=entry-header><h1 class=entry-title>{self.title}</h1>
<div class=entry-meta><time datetime="{self.day}">{self.date}</time> <span class=byline>Press Office</span></div>
</header><div class=entry-content>{self.body()}<div class=sharedaddy><h3>Share this:</h3><ul>
<li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div></div><footer class=entry-footer>Categories:
<a>{self.words(1)}</a></footer></article><nav class=post-navigation><a>Previous: {self.teaser()}</a>
<a>Next: {self.teaser()}</a></nav><section class=related-posts><h2>You may also like</h2>
{self.teasers(card, 2, 4)}</section></div><aside class=widget-area><section><h2>Subscribe</h2><p>Get the
latest news by email.</p></section></aside><footer class=site-footer><p>Copyright 2024 Example. All rights
reserved.</p></footer></body></html>"""


class Department(Site):
    def page(self):
        row = (
            "<div class=views-row><div class=views-field-title><a>{0}</a></div>"
            "<div class=views-field-created>{date}</div></div>")
        return f"""<!DOCTYPE html><html lang="en" dir="ltr"><head><title>{self.title} | Department of
{self.words(1)}</title></head><body><section class=usa-banner><p>An official website of the government</p>
<p>Here is how you know</p><div><p>Official websites use .gov. A .gov website belongs to an official
government organization.</p></div></section><header role=banner><ul class=usa-nav>{self.links(6, 12)}</ul>
</header><div class=layout-container><main role=main><div class=block-page-title><h1><span>{self.title}</span>
</h1></div><article class="node node--type-press-release"><div class=node__content>
<div class=field--name-field-date><div class=field__label>Date</div><div class=field__item>{self.date}</div></div>
<div class=field--name-field-contact><div class=field__label>Media Contact</div>
<div class=field__item>press@dept.example</div></div><div class="field--name-body field__items">
<div class="field__item">{self.body()}</div></div><div class=field--name-field-tags><div>Topics</div>
<a>{self.words(1)}</a> <a>{self.words(1)}</a></div></div></article></main><aside class=layout-sidebar>
<h2>Latest News</h2>{self.teasers(row)}<a>View all</a></aside></div><footer><a>Return to top</a>
<ul>{self.links(12, 12)}</ul><address>1200 Main Avenue SE, Capital 20590</address></footer></body></html>"""


class Tables(Site):
    """Layout by tables, and lines that breaks part."""

    def page(self):
        lines = "<br><br>\n".join(
            ("&bull; " if kind == "li" else "") + html.escape(words) for kind, words in self.blocks)
        return f"""<html><head><title>{self.title}</title></head><body bgcolor=white><table width=760><tr>
<td colspan=2><img src=logo.gif alt="Office of the Minister"></td></tr><tr><td valign=top width=150><table>
{self.teasers('<tr><td><a href=x>{0}</a></td></tr>', 6, 15)}</table></td><td valign=top><font size=2><b>For
Immediate Release<br>{self.date}</b></font><p><font size=4><b>{self.title}</b></font></p><font size=2>{lines}
</font><p align=center># # #</p></td></tr><tr><td colspan=2><font size=1>Home | Contact | Privacy | Search |
Site Map</font></td></tr></table></body></html>"""


class Company(Site):
    def page(self):
        tile = "<a class=tile href=#><div class=tile-date>{date}</div><div class=tile-title>{0}</div></a>"
        data = json.dumps({
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": html.unescape(self.title),
            "datePublished": str(self.day)})
        return f"""<!doctype html><html lang=en><head><title>{self.title} | Newsroom</title>
<script type="application/ld+json">{data}</script></head><body><div class=topbar><div class=nav>
{self.teasers('<a href="#">{0}</a>')}</div></div><div class=hero><div class=eyebrow>News</div>
<h1>{self.title}</h1><div class=sub>{self.date} · 3 min read</div></div><div class=wrap><div class=rich-text>
<div>{self.body()}</div></div><div class=downloads><h4>Downloads</h4><a>Press kit (PDF, 2 MB)</a></div>
<div class=contact-card><h4>Media contact</h4><div>Jane Roe</div><div>press@example.com</div></div></div>
<div class=more><h3>More news</h3>{self.teasers(tile, 3, 3)}</div><div class=newsletter><h3>Stay up to
date</h3><p>Sign up to our newsletter and never miss a story.</p><form><input></form></div><div class=footer>
<ul>{self.links(14, 14)}</ul><small>© 2025 Example plc</small></div></body></html>"""


SITES = [Ministry, Flat, Member, Weblog, Department, Tables, Company]


def measure(text, truth):
    found, gold = (collections.Counter(re.findall(r"\w+", words.lower())) for words in (text, truth))
    both = sum((found & gold).values())
    precision, recall = both / max(1, sum(found.values())), both / max(1, sum(gold.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def plain(title):
    return " ".join(re.findall(r"\w+", (title or "").lower()))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--presswork", default=f"{ROOT}/.build/release/presswork")
    options.add_argument("--corpora", default=f"{os.path.dirname(ROOT)}/shared/corpora")
    options.add_argument("--documents", type=int, default=700)
    options.add_argument("--worst", type=int, default=0)
    given = options.parse_args()
    if not os.path.isdir(f"{given.corpora}/congress-press"):
        print(f"release pages: skipped, '{given.corpora}' holds no releases")
        return 0
    all_releases = [
        r for r in releases(given.corpora) if 1 <= len(r[2]) <= 60 and sum(len(b[1]) for b in r[2]) < 9000]
    chance = random.Random(7)
    chance.shuffle(all_releases)
    rows, worst = collections.defaultdict(list), []
    with tempfile.TemporaryDirectory() as folder:
        made = {}
        for number, release in enumerate(all_releases[:given.documents]):
            site = SITES[number % len(SITES)](*release, chance)
            made[f"{number}.html"] = (site, release)
            with open(f"{folder}/{number}.html", "w", encoding="utf-8") as file:
                file.write(site.page())
        printed = subprocess.run(
            [os.path.abspath(given.presswork), "read", "--json", "--without-facts", *made], cwd=folder, check=True,
            stdout=subprocess.PIPE).stdout
    read = {o["source"]["path"]: o for o in map(json.loads, printed.splitlines())}
    for name, (site, (title, date, blocks)) in made.items():
        document = read.get(name, {})
        truth = "\n".join(words for _, words in blocks)
        count = len(truth.split())
        length = next((f"to {most} words" for most in (100, 200, 400) if count < most), "400 words and more")
        row = measure(document.get("text") or "", truth) + (
            plain(document.get("title")) == plain(title), (document.get("published") or "")[:10] == date[:10])
        for key in ("all", type(site).__name__, length):
            rows[key].append(row)
        worst.append((row[2], type(site).__name__, title))
    print(f"{'release pages':20} {'pages':>6} {'precision':>9} {'recall':>7} {'F1':>6} {'title':>6} {'day':>6}")
    for key, values in sorted(rows.items(), key=lambda item: (item[0] != "all", item[0])):
        means = [sum(value[k] for value in values) / len(values) for k in range(5)]
        print(f"{key:20} {len(values):6} {means[0]:9.4f} {means[1]:7.4f} " + " ".join(f"{m:6.4f}" for m in means[2:]))
    for f1, kind, title in sorted(worst)[:given.worst]:
        print(f"    {f1:.3f} {kind}: {title[:90]}")
    f1 = sum(value[2] for value in rows["all"]) / len(rows["all"])
    if f1 < FLOOR:
        print(f"release pages: F1 {f1:.4f} is under the floor of {FLOOR}")
    return f1 < FLOOR


if __name__ == "__main__":
    sys.exit(main())
