#!/usr/bin/env python3
"""Follows the README's "A night over feeds, mail and PDFs" over real feeds, pages and PDFs.

    real_night.py CORPUS [--presswork PROGRAM]

CORPUS is a folder with `feeds/`, `html/` and `pdf/`. The pipeline is the block of the README, letter for
letter, but for the address of the feed: a server on this machine gives the real feeds, with their entries
leading to pages of its own, because nothing here asks the web. What a person would put into `Inbox` is the
PDFs, a message with an attachment, and half a download. Two nights: in the second a page has been
corrected, an entry and a file have come, and the feed has not changed for a third. Prints what each
command says; exit code 1 names what is not as the README says. Python 3 standard library only.
"""
import argparse, email.message, hashlib, http.server, json, os, re, shutil, subprocess, sys, tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def readme_pipeline():
    with open(f"{ROOT}/README.md", encoding="utf-8") as file:
        section = file.read().split("### A night over feeds, mail and PDFs", 1)[1]
    return re.search(r"```yaml\n(.*?)```", section, re.S).group(1)


# A sentence or two for each page, or all of them would be copies of one release.
STORIES = [
    "Ferries will call at the northern quay twice a day, and the fare for islanders falls by a third.",
    "A new roof covers the fish market, whose traders had worked under canvas since the autumn storm.",
    "Teachers of the harbour school begin a course in navigation that ends with a week at sea.",
    "The lighthouse gets an electric lamp; its keeper will guide visitors up the stairs on Sundays.",
    "Two dredgers deepen the channel, so that grain ships need no longer wait for the spring tide.",
    "Nurses will visit the outer islands by boat each month, and a doctor answers by radio at night.",
    "The old customs house becomes a library with a reading room for sailors and their children.",
]


def page(title, edition=1, story=6):
    words = " ".join(re.findall(r"[A-Za-z ,.'-]+", title)) or "News"
    return (f"<html><head><title>{title}</title></head><body><nav>Home News</nav><article>"
            f"<h1>{title}</h1><p>August 20, 2026</p><p>The office said today that {words.strip()} is of "
            f"note to the public, and that ${edition} million will be spent on it by the end of the year. "
            f"{STORIES[story]}</p><p>“We have worked for years to bring this about,” said Anna Berg, the director of "
            f"the Port Olsen Office. The work begins in September 2026 in Port Olsen.</p></article>"
            f"<footer>Contact</footer></body></html>").encode()


class Server:
    """Gives feeds and pages, answers conditional requests, and counts what it was asked."""

    def __init__(self, corpus):
        self.pages, self.asked, self.unchanged = {}, 0, 0
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = server.pages.get(self.path)
                server.asked += 1
                if body is None:
                    self.send_error(404)
                    return
                mark = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
                same = self.headers.get("If-None-Match") == mark
                server.unchanged += same
                self.send_response(304 if same else 200)
                self.send_header("ETag", mark)
                self.send_header("Content-Type", "application/rss+xml" if self.path.endswith(".xml")
                                 else "text/html; charset=utf-8")
                self.send_header("Content-Length", "0" if same else str(len(body)))
                self.end_headers()
                if not same:
                    self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.add_feed(f"{corpus}/feeds/whitehouse_briefing_room.xml", "/news.xml")

    def add_feed(self, path, name):
        with open(path, encoding="utf-8") as file:
            feed = file.read()
        feed = re.sub(r"https?://(www\.)?whitehouse\.gov", self.url, feed)
        for story, item in enumerate(re.findall(r"<item>.*?</item>", feed, re.S)[:6]):
            title = " ".join(re.search(r"<title>(.*?)</title>", item, re.S).group(1).split())
            link = re.search(r"<link>\s*(.*?)\s*</link>", item, re.S).group(1)
            self.pages[link[len(self.url):]] = page(title, story=story)
        # Six of the thirty entries: a night asks a host once a second.
        items = re.findall(r"<item>.*?</item>", feed, re.S)
        for item in items[6:]:
            feed = feed.replace(item, "")
        self.pages[name] = feed.encode()

    def entries(self):
        return [path for path in self.pages if not path.endswith(".xml")]

    def drop(self, path):
        del self.pages[path]


class Night:
    def __init__(self, program, folder):
        self.program, self.folder, self.faults = program, folder, []

    def call(self, *words, expect=0):
        print("$ presswork", *words)
        done = subprocess.run(
            [self.program, *words], cwd=self.folder, capture_output=True, text=True,
            env={k: v for k, v in os.environ.items() if "proxy" not in k.lower()})
        text = done.stdout + done.stderr
        print(text if len(text) < 3000 else text[:3000] + "…\n", end="")
        self.hold(done.returncode == expect, f"{' '.join(words)} ended with {done.returncode}")
        return text

    def hold(self, is_so, what):
        if not is_so:
            self.faults.append(what)
            print(f"NOT SO: {what}")


def message(folder):
    mail = email.message.EmailMessage()
    mail["From"], mail["To"] = "Press Office <press@example.org>", "Desk <desk@example.org>"
    mail["Subject"], mail["Date"] = "Port Olsen opens its pier", "Thu, 20 Aug 2026 10:00:00 +0200"
    mail.set_content("PORT OLSEN, August 20, 2026 – The board opened the pier today.\n\n"
                     "“It cost $5 million,” said Carl Dahl, the chair of the Port Olsen Board.\n")
    mail.add_attachment(b"The pier is 300 metres long. It was opened on August 20, 2026.\n",
                        maintype="text", subtype="plain", filename="facts.txt")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    with open(f"{folder}/Inbox/pier.eml", "wb") as file:
        file.write(bytes(mail))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("corpus")
    options.add_argument("--presswork", default=f"{ROOT}/.build/release/presswork")
    given = options.parse_args()
    corpus = os.path.abspath(given.corpus)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(corpus)
        night = Night(os.path.abspath(given.presswork), folder)
        os.makedirs(f"{folder}/Pipelines")
        os.makedirs(f"{folder}/Inbox")
        with open(f"{folder}/Pipelines/news.yaml", "w", encoding="utf-8") as file:
            file.write(readme_pipeline().replace(
                'urls: ["https://www.example.org/news.xml"]',
                f'urls: ["{server.url}/news.xml"], allow_hosts: [127.0.0.1]'))
        late = "discours_pmcg_en.pdf"
        for name in sorted(os.listdir(f"{corpus}/pdf")):
            if name != late:
                shutil.copy(f"{corpus}/pdf/{name}", f"{folder}/Inbox/{name}")
        for name in os.listdir(f"{corpus}/html"):
            shutil.copy(f"{corpus}/html/{name}", f"{folder}/Inbox/{name}")
        message(folder)
        with open(f"{folder}/Inbox/half.pdf.part", "wb") as file:
            file.write(b"%PDF-1.4 half")
        pages = server.entries()
        server.drop(pages[5])

        night.call("doctor")
        night.call("lint")
        night.call("plan", "news")
        first = night.call("run", "news", "--as-of", "2026-08-22")
        night.hold(re.search(r"\d+ in = \d+ packed.* \+ 3 quarantined", first), "three failed")
        night.hold("attachments of type image/png" in first, "the logo is told of")
        night.hold("half.pdf" not in first, "half a download is left alone")
        asked = server.asked
        again = night.call("run", "news", "--as-of", "2026-08-22")
        night.hold("nothing has changed" in again, "a second run finds nothing new")
        night.hold(server.unchanged > 0, "what has not changed is asked for with conditions")
        print(f"(the server was asked {asked} times, then {server.asked - asked}; "
              f"{server.unchanged} answers were 'not modified')")
        quarantine = night.call("quarantine", "list")
        night.hold(quarantine.count("pdf: ") == 2 and "404" in quarantine, "each with its reason")

        server.pages[pages[0]] = page("A title that was corrected", edition=7, story=0)
        server.pages[pages[5]] = page("A page that is there again")
        shutil.copy(f"{corpus}/pdf/{late}", f"{folder}/Inbox/{late}")
        night.call("plan", "news")
        second = night.call("batch", "--tag", "nightly", "--as-of", "2026-08-23")
        night.hold("corrected since an earlier pack" in second, "the correction is told of")
        with open(f"{folder}/Reports/news/latest/briefing.md", encoding="utf-8") as file:
            briefing = file.read()
        night.hold("## Corrected since" in briefing and "~~1~~**7**" in briefing,
                   "the briefing says what was corrected")
        difference = night.call("diff", "news", expect=1)
        night.hold("edited" in difference and "new document" in difference, "diff says why")
        line = next((l for l in briefing.splitlines() if "Anna Berg" in l and "[^" in l), "Anna Berg")
        with open(f"{folder}/Reports/news/latest/pack.json", encoding="utf-8") as file:
            pack = json.load(file)
        fact = next(f["id"] for d in pack["documents"] if d["source"]["path"] == f"Inbox/{late}"
                    for f in d["facts"]["people"])
        night.call("explain", "news", fact)
        number = briefing.splitlines().index(line) + 1
        night.call("explain", "Reports/news/latest", f"briefing.md:{number}")
        night.call("runs")
        quarantine = night.call("quarantine", "list")
        night.hold(quarantine.count("pdf: ") == 2 and "404" not in quarantine,
                   "a page that is there again leaves the quarantine")
        night.call("verify", "Reports/news/latest")
        night.call("verify", "Reports/news/2026-08-22")
        night.hold(sorted(n for n in os.listdir(f"{folder}/Reports/news") if n[0] != ".")
                   == ["2026-08-22", "2026-08-23", "latest"], "a folder a night, and latest")
    print("the README's night holds" if not night.faults else f"{len(night.faults)} things do not hold")
    return 1 if night.faults else 0


if __name__ == "__main__":
    sys.exit(main())
