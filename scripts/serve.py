#!/usr/bin/env python3
"""Serves a folder on 127.0.0.1 with the types a static host would send, and nothing cached.

serve.py [--port N] [--log FILE] FOLDER    port 0 takes a free one; the address is printed when the server listens.
                                           FILE gets a line for each request: path, and the Referer header.
"""
import argparse
import http.server
import os
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".en": "application/octet-stream",
    }

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        # As the common static hosts do: the element is used from other origins.
        self.send_header("Access-Control-Allow-Origin", "*")
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


LOG = None


def main():
    global LOG
    parser = argparse.ArgumentParser(description="Serves a folder on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--log")
    parser.add_argument("folder")
    arguments = parser.parse_args()
    if arguments.log:
        LOG = open(arguments.log, "a")

    def handler(*args):
        return Handler(*args, directory=arguments.folder)

    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", arguments.port), handler)
    except OSError as error:
        sys.exit(f"Port {arguments.port} cannot be used ({error.strerror}). Choose another: make serve PORT=8081")
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
