#!/usr/bin/env python3
"""The HTTP server of the browser tests. Serves a folder on 127.0.0.1, at a free port, and prints the address once it listens.
Media types are those of a static host; a precompressed FILE.br or FILE.gz is sent if the browser accepts it.

server.py [--log FILE] [--fill NAME=VALUE] [--rules FILE] [--copies] [--overlay NAME=FOLDER] [--clean] FOLDER

--log     appends a line to FILE for each request: path and Referer header
--fill    replaces {{NAME}} with VALUE in HTML files and in the headers of --rules
--rules   a JSON file with extra response headers by path: {"/post.html": {"Referrer-Policy": "no-referrer"}}
--copies  serves the folder under /copy/NAME/ too, so that the requests of one test can be told from others'. A NAME that begins
          with FAULT-FILE injects a fault into one file. FILE is wasm, glue, style, content, first-party, embed, runtime,
          hashed-runtime, page-style, frame, child or parent (see FILES). FAULT is
            no       404
            late     answered after a second
            held     answered once /copy/NAME/release has been requested
            stalled  never answered
            cut      the connection breaks halfway through
            altered  different content, so that its hash no longer matches
          Other faults: octet (the module has a generic media type), no-cors, no-cors-wasm (no CORS headers, or none for the
          module), mangled (HTML as a careless minifier leaves it, with a style sheet that does not exist), moved-FILE (a redirect
          of that file to the same address at localhost, or back at 127.0.0.1), clean (a redirect of PAGE.html to PAGE, without
          the query), old (HTML as a browser reads it that knows no declarative shadow roots, and an embed.js that it cannot
          parse), none (no script can be parsed), rootless (HTML without declarative shadow roots), none-rootless (both)
--overlay NAME=FOLDER: in the copy NAME the files of FOLDER stand before those of the site
--clean   addresses without .html and without the last slash of a folder, as the npm package `serve` has them: others are
          redirected there, and lose their query
"""
import argparse
import http.server
import io
import json
import os
import re
import sys
import threading
import time
import urllib.parse

# Events that release held files, by the name of the copy.
HELD = {}
COPY = re.compile(r"^/copy/([\w-]+)(?=/)")
FILES = {
    "wasm": r"/exhale_bg\.[\w-]+\.wasm$",
    "glue": r"/exhale\.[\w-]+\.js$",
    "style": r"/quiz\.[\w-]+\.css$",
    "content": r"/content\.\w+\.[\w-]+\.txt$",
    "first-party": r"/first-party\.js$",
    "embed": r"/(page-)?embed\.js$",
    "runtime": r"/runtime\.([\w-]+\.)?js$",
    "hashed-runtime": r"/runtime\.[\w-]+\.js$",
    "page-style": r"/(start|page|about|builder|paper)\.css$",
    "frame": r"/frame\.html$",
    "child": r"/iframe-child\.js$",
    "parent": r"/frame\.js$",
}
FAULT = re.compile(f"(no|late|held|stalled|cut|altered|moved)-({'|'.join(FILES)})(?=-|$)")


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        # Python's own table depends on its version and on the system.
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def file(self):
        """The requested path without its query."""
        return urllib.parse.urlsplit(self.path).path

    def copy(self):
        """The name of the requested copy, or an empty string."""
        match = OPTIONS.copies and COPY.match(self.file())
        return match.group(1) if match else ""

    def is_module(self):
        return self.file().endswith(".wasm")

    def fault(self):
        """The fault that the name of the copy injects into the requested file, or an empty string."""
        match = FAULT.match(self.copy())
        return match.group(1) if match and re.search(FILES[match.group(2)], self.file()) else ""

    def translate_path(self, path):
        if not self.copy():
            return super().translate_path(path)
        path = COPY.sub("", path)
        over = os.path.join(OPTIONS.overlay.get(self.copy(), ""), urllib.parse.urlsplit(path).path.lstrip("/"))
        if self.copy() in OPTIONS.overlay and os.path.isfile(over):
            return over
        file = super().translate_path(path)
        return file + ".html" if self.copy() == "clean" and os.path.isfile(file + ".html") else file

    def guess_type(self, path):
        return "application/octet-stream" if self.copy() == "octet" and self.is_module() else super().guess_type(path)

    def send_head(self):
        if self.copy().startswith("held-"):
            released = HELD.setdefault(self.copy(), threading.Event())
            if self.file().endswith("/release"):
                released.set()
                return self.send_body(b"released", "text/plain")
        fault = self.fault()
        if fault == "stalled":
            self.log_message()
            self.rfile.read(1)  # returns when the browser closes the connection
            self.close_connection = True
            return None
        if fault == "late":
            time.sleep(1)
        if fault == "held":
            released.wait(60)
        if fault == "no":
            return self.send_error(404)
        if fault == "cut":
            return self.send_cut()
        if fault == "altered":
            return self.send_altered()
        if fault == "moved":
            host, port = self.headers["Host"].split(":")
            return self.send_redirect(f"http://{'127.0.0.1' if host == 'localhost' else 'localhost'}:{port}{COPY.sub('', self.path)}")
        if self.copy() == "clean" and self.file().endswith(".html"):
            return self.send_redirect(self.file().removesuffix(".html"))
        if self.copy() == "old" and self.file().endswith(".html"):
            return self.send_body(self.read().replace(b"shadowrootmode", b"data-unknown"), "text/html")
        if self.copy() == "old" and self.file().endswith("embed.js"):
            return self.send_body(b"class Later { static { this is later", "text/javascript")
        if self.copy().startswith("none") and self.file().endswith(".js"):
            return self.send_body(b"(;", "text/javascript")
        if self.copy() in ("rootless", "none-rootless") and self.guess_type(self.path_of_file()) == "text/html":
            return self.send_body(self.read().replace(b"shadowrootmode", b"data-mode"), "text/html")
        if OPTIONS.clean:
            moved = re.sub(r"(index)?\.html$|(?<=.)/$", "", self.file())
            if moved != self.file():
                self.send_response(301)
                self.send_header("Location", moved.rstrip("/") or "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            path = self.translate_path(self.path)
            found = next((name for name in (path, path + ".html", os.path.join(path, "index.html")) if os.path.isfile(name)), None)
            if found and found != path:
                with open(found, "rb") as file:
                    return self.send_body(file.read(), "text/html")
        if "mangled" in self.copy() and self.file().endswith(".html"):
            return self.send_mangled()
        if OPTIONS.fill and self.file().endswith(".html"):
            return self.send_filled()
        return self.send_compressed() or super().send_head()

    def send_compressed(self):
        """Sends the precompressed file, if there is an up-to-date one that the browser accepts."""
        path = self.translate_path(self.path)
        if self.file().endswith("/"):
            path = os.path.join(path, "index.html")
        accepted = [part.split(";")[0].strip() for part in self.headers.get("Accept-Encoding", "").split(",")]
        for encoding, compressed in (("br", path + ".br"), ("gzip", path + ".gz")):
            try:
                if encoding not in accepted or os.path.getmtime(compressed) < os.path.getmtime(path):
                    continue
                file = open(compressed, "rb")
            except OSError:
                continue
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", encoding)
            self.send_header("Content-Length", str(os.fstat(file.fileno()).st_size))
            self.send_header("Vary", "Accept-Encoding")
            self.end_headers()
            return file
        return None

    def send_body(self, body, media_type):
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def send_redirect(self, address):
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()
        return io.BytesIO()

    def path_of_file(self):
        path = self.translate_path(self.path)
        return os.path.join(path, "index.html") if os.path.isdir(path) else path

    def read(self):
        with open(self.path_of_file(), "rb") as file:
            return file.read()

    def send_altered(self):
        """Appends a comment to a script or style sheet, and flips the middle byte of any other file."""
        body, media_type = self.read(), self.guess_type(self.path)
        if media_type in ("text/javascript", "text/css"):
            return self.send_body(body + b"/* */", media_type)
        middle = len(body) // 2
        return self.send_body(body[:middle] + bytes([body[middle] ^ 0xFF]) + body[middle + 1 :], media_type)

    def send_cut(self):
        body = self.read()
        self.send_body(body, self.guess_type(self.path))
        self.wfile.write(body[: len(body) // 2])
        self.close_connection = True
        return None

    def send_mangled(self):
        text = self.read().decode().replace("><", ">\n <").replace("</p>", "").replace("<legend", "<b></b><legend").replace("v1/quiz.", "v1/gone.")
        return self.send_body(re.sub(r' (part|tabindex)="[^"]*"', "", text).encode(), "text/html")

    def send_filled(self):
        try:
            return self.send_body(filled(self.read().decode()).encode(), "text/html")
        except OSError:
            return self.send_error(404)

    def end_headers(self):
        rules = OPTIONS.rules.get(self.file(), {})
        # Revalidated on each request; unlike "no-store" this allows the back/forward cache.
        headers = {"Cache-Control": "no-cache"}
        # As common static hosts do: the element is used from other origins.
        if not (self.copy() == "no-cors" or self.copy() == "no-cors-wasm" and self.is_module()):
            headers["Access-Control-Allow-Origin"] = "*"
        for name, value in (headers | rules).items():
            self.send_header(name, filled(value))
        super().end_headers()

    def send_error(self, code, *args, **kwargs):
        # As static hosts do: the 404 page of the site.
        page = os.path.join(self.directory, "404.html")
        if code != 404 or not os.path.exists(page):
            return super().send_error(code, *args, **kwargs)
        with open(page, "rb") as file:
            body = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        if LOG:
            LOG.write(f"{getattr(self, 'path', '')} {self.headers.get('Referer', '') if hasattr(self, 'headers') else ''}\n")
            LOG.flush()


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        # Browsers drop connections all the time.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


LOG = None
OPTIONS = None


def filled(text):
    for name, value in OPTIONS.fill:
        text = text.replace("{{" + name + "}}", value)
    return text


def rules(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    global LOG, OPTIONS
    parser = argparse.ArgumentParser(description="The HTTP server of the browser tests.")
    parser.add_argument("--log")
    parser.add_argument("--fill", action="append", default=[], type=lambda pair: pair.split("=", 1))
    parser.add_argument("--rules", type=rules, default={})
    parser.add_argument("--copies", action="store_true")
    parser.add_argument("--overlay", action="append", default=[], type=lambda pair: pair.split("=", 1))
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("folder")
    OPTIONS = arguments = parser.parse_args()
    arguments.overlay = dict(arguments.overlay)
    if arguments.log:
        LOG = open(arguments.log, "a")

    def handler(*args):
        return Handler(*args, directory=arguments.folder)

    server = Server(("127.0.0.1", 0), handler)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
