"""A web server that misbehaves, for the tests of fetching. Prints its port, and serves until its
standard input ends."""

import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROBOTS = b"User-agent: *\nDisallow: /\n\nUser-agent: presswork\nDisallow: /closed\nAllow: /closed/open\n"
counts = {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", headers=(), length=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = self.path
        counts[path] = counts.get(path, 0) + 1
        try:
            self.serve(path, counts[path])
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def serve(self, path, count):
        port = self.server.server_address[1]
        if path == "/robots.txt":
            self.answer(200, ROBOTS)
        elif path == "/page":
            self.answer(200, b"<p>Open.</p>", [("Content-Type", "text/html; charset=ISO-8859-1")])
        elif path == "/count":
            self.answer(200, str(counts.get("/later", 0)).encode())
        elif path == "/condition":
            if self.headers.get("If-None-Match") == '"7"':
                self.answer(304, headers=[("ETag", '"7"')])
            else:
                self.answer(200, b"seven %d" % count, [("ETag", '"7"')])
        elif path == "/slow":
            time.sleep(8)
            self.answer(200, b"late")
        elif path == "/cut":
            self.answer(200, b"half", length=4000)
            self.close_connection = True
        elif path == "/loop":
            self.answer(302, headers=[("Location", "/loop")])
        elif path == "/away":
            self.answer(302, headers=[("Location", f"http://localhost:{port}/page")])
        elif path == "/file":
            self.answer(302, headers=[("Location", "file:///etc/passwd")])
        elif path == "/once":
            self.answer(301, headers=[("Location", "page")])
        elif path == "/later":
            if count == 1:
                self.answer(429, headers=[("Retry-After", "0")])
            else:
                self.answer(200, b"now")
        elif path == "/busy":
            self.answer(503, headers=[("Retry-After", "0")])
        elif path == "/weeks":
            self.answer(503, headers=[("Retry-After", "999999")])
        elif path == "/endless":
            self.send_response(200)
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            for _ in range(4096):
                self.wfile.write(b"x" * 65536)
        elif path == "/garbage":
            self.wfile.write(b"this is no HTTP\n\n")
            self.close_connection = True
        elif path == "/news.xml":
            items = "".join(
                f"<item><title>T{n}</title><link>{p}</link></item>"
                for n, p in enumerate(["/page", "/closed", "/gone"])
            )
            body = f"<rss><channel>{items}</channel></rss>".encode()
            self.answer(200, body, [("Content-Type", "application/rss+xml")])
        elif path == "/wrong-charset":
            body = '<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>Å</title>'
            body += "<guid>u1</guid><description>Å</description></item></channel></rss>"
            self.answer(200, body.encode(), [("Content-Type", "text/xml; charset=ascii")])
        elif path.startswith("/closed"):
            self.answer(200, b"inside")
        else:
            self.answer(404)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
