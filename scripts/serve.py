#!/usr/bin/env python3
"""Serves a folder, on 127.0.0.1 if no other --host is named, with the types a static host would send, and nothing cached. Where
FILE.br or FILE.gz lies beside a file, and the browser takes it, that is sent.

serve.py [--host ADDRESS] [--port N] [--log FILE] [--fill NAME=VALUE] [--rules FILE] [--copies] FOLDER

--port    0 takes a free one; the address is printed when the server listens
--log     FILE gets a line for each request: path, and the Referer header
--fill    {{NAME}} in a web page, and in the headers of --rules, becomes VALUE
--rules   a JSON file: for a path the headers that its answer has besides, {"/post.html": {"Referrer-Policy": "no-referrer"}}
--copies  the folder is also there under /copy/NAME/, so that requests can be told apart. A NAME that begins with what can
          happen to a file, and which, makes it happen: no-FILE (404), late-FILE (a second), held-FILE (once /copy/NAME/release has been
          asked for), stalled-FILE (it never comes), cut-FILE (the connection breaks in the midst of it), altered-FILE (it is
          not the one that was built). FILE is wasm, glue (the script beside the module), style, content, own (the script
          of our own pages), embed, sheet (the style sheet of a page). Other faults that hosts have: octet (the module's
          type), no-cors, no-cors-wasm, mangled (a page's markup has spaces and other tags where a careless minifier puts
          them, and names a style sheet that is gone)
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

# What is held back, by the name of its copy.
HELD = {}
COPY = re.compile(r"^/copy/([\w-]+)(?=/)")
FILES = {
    "wasm": r"\.wasm$",
    "glue": r"/exhale\.[\w-]+\.js$",
    "style": r"/quiz\.[\w-]+\.css$",
    "content": r"/content\.",
    "own": r"/own\.js$",
    "embed": r"/embed\.js$",
    "sheet": r"/(page|builder|paper)\.css$",
}
FAULT = re.compile(f"(no|late|held|stalled|cut|altered)-({'|'.join(FILES)})(?=-|$)")


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        # Content files end with their language.
        ".en": "application/octet-stream",
        ".es": "application/octet-stream",
        ".fa": "application/octet-stream",
    }

    def file(self):
        """The path that was asked for, without query."""
        return urllib.parse.urlsplit(self.path).path

    def fault(self):
        """The name of the copy that was asked for, or nothing."""
        copy = OPTIONS.copies and COPY.match(self.file())
        return copy.group(1) if copy else ""

    def is_module(self):
        return self.file().endswith(".wasm")

    def happens(self):
        """What happens to the file that was asked for, by the name of the copy; or nothing."""
        fault = FAULT.match(self.fault())
        return fault.group(1) if fault and re.search(FILES[fault.group(2)], self.file()) else ""

    def translate_path(self, path):
        return super().translate_path(COPY.sub("", path) if self.fault() else path)

    def guess_type(self, path):
        return "application/octet-stream" if self.fault() == "octet" and self.is_module() else super().guess_type(path)

    def send_head(self):
        if self.fault().startswith("held-"):
            released = HELD.setdefault(self.fault(), threading.Event())
            if self.file().endswith("/release"):
                released.set()
                return self.send_body(b"released", "text/plain")
        happens = self.happens()
        if happens == "stalled":
            self.log_message()
            self.rfile.read(1)  # nothing comes: it returns when the browser gives up
            self.close_connection = True
            return None
        if happens == "late":
            time.sleep(1)
        if happens == "held":
            released.wait(60)
        if happens == "no":
            return self.send_error(404)
        if happens == "cut":
            return self.send_cut()
        if happens == "altered":
            return self.send_altered()
        if "mangled" in self.fault() and self.file().endswith(".html"):
            return self.send_mangled()
        if OPTIONS.fill and self.file().endswith(".html"):
            return self.send_filled()
        return self.send_packed() or super().send_head()

    def send_packed(self):
        """The file as it was compressed beforehand, if the browser takes that and the file has not changed since."""
        path = self.translate_path(self.path)
        if self.file().endswith("/"):
            path = os.path.join(path, "index.html")
        taken = [part.split(";")[0].strip() for part in self.headers.get("Accept-Encoding", "").split(",")]
        for encoding, packed in (("br", path + ".br"), ("gzip", path + ".gz")):
            try:
                if encoding not in taken or os.path.getmtime(packed) < os.path.getmtime(path):
                    continue
                file = open(packed, "rb")
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

    def send_body(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def read(self):
        with open(self.translate_path(self.path), "rb") as file:
            return file.read()

    def send_altered(self):
        """A script or style sheet with a comment more; of anything else a byte in the middle is another."""
        body, kind = self.read(), self.guess_type(self.path)
        if kind.startswith("text/"):
            return self.send_body(body + b"/* */", kind)
        middle = len(body) // 2
        return self.send_body(body[:middle] + bytes([body[middle] ^ 0xFF]) + body[middle + 1 :], kind)

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
        # Asked for again each time, and yet a page that is left may be kept for Back: "no-store" forbids that.
        headers = {"Cache-Control": "no-cache"}
        # As the common static hosts do: the element is used from other origins.
        if not (self.fault() == "no-cors" or self.fault() == "no-cors-wasm" and self.is_module()):
            headers["Access-Control-Allow-Origin"] = "*"
        for name, value in (headers | rules).items():
            self.send_header(name, filled(value))
        super().end_headers()

    def send_error(self, code, *args, **kwargs):
        # As static hosts do: the site's own page for what is not there.
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
        # A browser that has gone away is no news.
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
    parser = argparse.ArgumentParser(description="Serves a folder.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--log")
    parser.add_argument("--fill", action="append", default=[], type=lambda pair: pair.split("=", 1))
    parser.add_argument("--rules", type=rules, default={})
    parser.add_argument("--copies", action="store_true")
    parser.add_argument("folder")
    OPTIONS = arguments = parser.parse_args()
    if arguments.log:
        LOG = open(arguments.log, "a")

    def handler(*args):
        return Handler(*args, directory=arguments.folder)

    try:
        server = Server((arguments.host, arguments.port), handler)
    except OSError as error:
        sys.exit(f"Port {arguments.port} of {arguments.host} cannot be used ({error.strerror}). Choose another: make serve PORT=8081")
    print(f"http://{arguments.host}:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
