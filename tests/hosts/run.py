#!/usr/bin/env python3
"""Puts the quiz on real hosts, takes it there in a browser, and writes what came of it into docs/reliability.md.

run.py SITE CACHE

SITE is the built site with its compressed files, CACHE a folder for packages from npm. Everything listens on 127.0.0.1 or a socket
in a temporary folder, and is ended with the run. Each host is set up by one function (HOSTS); the tests are in
tests/browser/src/hosts.rs, and find the addresses in a file that EXHALE_HOSTS names. EXHALE_HOSTS_SKIP names hosts to leave out,
EXHALE_HOSTS_ONLY the only ones to set up; both separated by blanks.
"""
import base64
import contextlib
import getpass
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests/hosts"
EXAMPLE = "https://quiz.example/"
QUIZ = "Exhale: a four-minute look at control, perfectionism and trust"


class Failed(Exception):
    """A host that cannot be set up, in a sentence."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def output(*command, **options):
    """What a command prints. Its errors are part of it: some print their version there."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode:
        raise Failed(f"{command[0]} failed ({done.returncode}):\n{done.stdout[-2000:]}")
    return done.stdout.strip()


def version(*command):
    found = re.search(r"\d+(\.\d+)+", output(*command))
    return found.group() if found else "unknown"


def fenced(language):
    """The one example of this language in docs/hosting.md."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / "docs/hosting.md").read_text(), re.M | re.S)
    if len(found) != 1:
        raise Failed(f"docs/hosting.md has {len(found)} examples for {language}")
    return found[0]


def replaced(text, *pairs):
    """Each first of a pair has to be there."""
    for old, new in pairs:
        if old not in text:
            raise Failed(f"'{old}' is not in the configuration any more")
        text = text.replace(old, str(new))
    return text


def copied_text(source, target, site):
    """Copies a folder of a blog, with the address of the quiz for that in the docs."""
    shutil.copytree(source, target)
    for path in target.rglob("*"):
        if path.suffix in (".md", ".html"):
            path.write_text(path.read_text().replace(EXAMPLE, site))


class Run:
    def __init__(self, site, cache, stack):
        self.site, self.cache, self.stack = site, cache, stack
        self.folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="exhale-hosts-")))
        # Servers that are started as root read it as somebody else.
        self.folder.chmod(0o755)

    def start(self, name, command, ready, **options):
        """Starts a server, which is ended with the run. `ready` says whether it answers."""
        log = self.folder / f"{name}.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True, **options
            )
        self.stack.callback(end, process)
        for _ in range(300):
            if ready():
                return
            if process.poll() is not None:
                break
            time.sleep(0.1)
        raise Failed(f"{name} does not answer: {log.read_text()[-2000:]}")

    def serve(self, folder, *options):
        """Serves a folder as the browser tests do. Returns the address."""
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/browser/server.py"), *options, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.stack.callback(end, process)
        return process.stdout.readline().strip()

    def addressed_site(self):
        """The address of a copy of the site that knows where it is: blogs that ask for oEmbed need that."""
        if not hasattr(self, "address"):
            folder = self.folder / "site"
            shutil.copytree(self.site, folder)
            # By another name than the blogs, which are at 127.0.0.1: a frame of the same site shares their process, and Chromium
            # does not spare its work where it is hidden.
            self.address = self.serve(folder).replace("127.0.0.1", "localhost")
            # Compressed files older than the page are not sent.
            address_pages(folder, self.address)
        return self.address

    def npm(self):
        """The folder with the packages of tests/hosts/package.json."""
        folder = self.cache / "npm-hosts"
        lock = (HERE / "package-lock.json").read_text()
        if not (folder / ".lock").exists() or (folder / ".lock").read_text() != lock:
            folder.mkdir(parents=True, exist_ok=True)
            for name in ("package.json", "package-lock.json", ".npmrc"):
                shutil.copy(HERE / name, folder)
            output("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder)
            (folder / ".lock").write_text(lock)
        return folder / "node_modules"


def target():
    return pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))


def address_pages(folder, address):
    """Writes the pages of a site for its address."""
    output(target() / "debug/site", "address", folder, cwd=ROOT, env=os.environ | {"EXHALE_SITE_URL": address})


def end(process):
    """Ends a process with all that it has started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return


def answers(port):
    def ready():
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        return False

    return ready


# The hosts. Each returns its version, and addresses by the names under which the tests know them.


def wordpress(run):
    quiz = run.addressed_site()
    folder, data, sock = run.folder / "wordpress", run.folder / "mariadb", run.folder / "mariadb.sock"
    shutil.copytree("/usr/share/wordpress", folder, ignore_dangling_symlinks=True)
    output("mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal", f"--user={getpass.getuser()}", "--skip-test-db")
    database = ["mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={sock}", f"--pid-file={data}/pid", "--skip-networking", f"--user={getpass.getuser()}"]
    run.start("mariadb", database, sock.exists)
    output("mariadb", "--no-defaults", f"--socket={sock}", "--user=root", "-e", "CREATE DATABASE blog")

    port = free_port()
    address = f"http://127.0.0.1:{port}"
    keys = "".join(f"define('{name}', '{name}');\n" for name in ("AUTH_KEY", "SECURE_AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY", "AUTH_SALT", "SECURE_AUTH_SALT", "LOGGED_IN_SALT", "NONCE_SALT"))
    (folder / "wp-config.php").write_text(
        f"""<?php
{keys}define('DB_NAME', 'blog');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{sock}');
define('DB_CHARSET', 'utf8mb4');
define('QUIZ_PORT', {quiz.rstrip("/").rsplit(":", 1)[1]});
// Application passwords work without TLS.
define('WP_ENVIRONMENT_TYPE', 'local');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1,localhost');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
    )
    plugins = folder / "wp-content/mu-plugins"
    plugins.mkdir()
    shutil.copy(HERE / "wordpress-network.php", plugins)
    blog = json.loads(output("php", HERE / "wordpress.php", folder, address).splitlines()[-1])
    run.start("php", ["php", "-S", f"127.0.0.1:{port}", "-t", folder], answers(port), env=os.environ | {"PHP_CLI_SERVER_WORKERS": "4"})

    before, after = "We kept arguing about who packs the car. Then a friend sent us this:", "I came out as the one with the list."

    def blocks(middle):
        paragraph = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"
        return "\n\n".join([paragraph.format(before), middle, paragraph.format(after)])

    # As the block editor writes it when an address is pasted, or put into a block "Embed".
    setting = json.dumps({"url": quiz, "type": "rich", "providerNameSlug": "exhale", "responsive": True}, separators=(",", ":"))
    embed = f'<!-- wp:embed {setting} -->\n<figure class="wp-block-embed is-type-rich is-provider-exhale wp-block-embed-exhale"><div class="wp-block-embed__wrapper">\n{quiz}\n</div></figure>\n<!-- /wp:embed -->'
    snippet = f'<exhale-quiz lang="en">\n  <a href="{quiz}">{QUIZ}</a>\n</exhale-quiz>\n<script type="module" src="{quiz}v1/embed.js"></script>'
    contents = {
        # As the classic editor writes it.
        "line": f"{before}\n\n{quiz}\n\n{after}",
        "embed": blocks(embed),
        "html": blocks(f"<!-- wp:html -->\n{snippet}\n<!-- /wp:html -->"),
    }
    pages = {}
    for user, password in blog["passwords"].items():
        secret = base64.b64encode(f"{user}:{password}".encode()).decode()
        for name, content in contents.items():
            request = urllib.request.Request(
                f"{address}/?rest_route=/wp/v2/posts",
                json.dumps({"title": f"{user}: {name}", "status": "publish", "content": content}).encode(),
                {"Content-Type": "application/json", "Authorization": f"Basic {secret}"},
            )
            with urllib.request.urlopen(request) as response:
                pages[f"{user}-{name}"] = json.load(response)["link"]
    said = f"{blog['version']} (PHP {version('php', '--version')}, MariaDB {version('mariadbd', '--version')}, {blog['theme']})"
    return said, pages


def hugo(run):
    folder = run.folder / "hugo"
    copied_text(ROOT / "tests/browser/hugo", folder, run.addressed_site())
    output("hugo", "--config", "hugo.toml,with-html.toml", cwd=folder)
    address = run.serve(folder / "public")
    return version("hugo", "version"), {"snippet": f"{address}posts/pasted/", "shortcode": f"{address}posts/shortcode/"}


def jekyll(run):
    folder = run.folder / "jekyll"
    copied_text(HERE / "jekyll", folder, run.addressed_site())
    output("jekyll", "build", "--quiet", "--disable-disk-cache", cwd=folder)
    return version("jekyll", "--version"), {"snippet": f"{run.serve(folder / '_site')}2026/03/02/pasted.html"}


SERVE = "const serve = require('serve-handler'); require('http').createServer((request, response) => serve(request, response, { public: process.argv[1], headers: [{ source: '**', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }] }] })).listen(Number(process.argv[2]), '127.0.0.1')"


def serve(run):
    """The npm package `serve`, with its option --cors: addresses without .html, a folder without its last slash."""
    folder, port = run.folder / "serve", free_port()
    shutil.copytree(run.site, folder / "quiz")
    address = f"http://127.0.0.1:{port}/quiz"
    address_pages(folder / "quiz", f"{address}/")
    run.start("serve", ["node", "-e", SERVE, folder, port], answers(port), cwd=run.npm().parent)
    said = json.loads((run.npm() / "serve-handler/package.json").read_text())["version"]
    return said, {"site": address}


def script(name, files, said):
    """A page with somebody else's script: what to copy beside it, and its version."""

    def host(run):
        folder = run.folder / name
        folder.mkdir()
        for file, source in files.items():
            path = pathlib.Path(source)
            shutil.copy(path if path.is_absolute() else run.npm() / path, folder / file)
        shutil.copy(HERE / f"pages/{name}.html", folder)
        address = run.serve(folder, "--fill", f"site={run.addressed_site()}")
        first = next(iter(files))
        return said(run, (folder / first).read_text(errors="replace")), {"page": f"{address}{name}.html"}

    return host


def npm_version(package):
    return lambda run, _: json.loads((run.npm() / package / "package.json").read_text())["version"]


def said_in(pattern):
    return lambda _, text: re.search(pattern, text).group(1)


def served(run, name, port, command, **options):
    run.start(name, command, answers(port), **options)
    return {"site": f"http://127.0.0.1:{port}/"}


def public_copy(run, name):
    """The site where a server may read it that has given its rights away."""
    folder = run.folder / name / "www"
    shutil.copytree(run.site, folder)
    folder.parent.chmod(0o755)
    return folder


def nginx_main(folder, sites):
    """Debian's own configuration, but for where it listens, and what it writes."""
    text = pathlib.Path("/etc/nginx/nginx.conf").read_text()
    text = re.sub(r"^pid .*$", f"pid {folder}/pid;", text, flags=re.M)
    text = re.sub(r"^(\s*)(access|error)_log .*$", rf"\1\2_log {folder}/\2.log;", text, flags=re.M)
    text = re.sub(r"^include /etc/nginx/modules-enabled.*$", "", text, flags=re.M)
    text = replaced(text, ("include /etc/nginx/sites-enabled/*;", f"include {folder}/site;"), ("http {", "http {\n" + "".join(f"\t{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))))
    (folder / "site").write_text(sites)
    (folder / "nginx.conf").write_text(text)
    return ["nginx", "-c", folder / "nginx.conf", "-e", folder / "error.log", "-g", "daemon off;"]


def nginx(run):
    www, port = public_copy(run, "nginx"), free_port()
    site = replaced(fenced("nginx"), ("listen 80;", f"listen 127.0.0.1:{port};"), ("root /var/www/quiz;", f"root {www};"), ("server_name quiz.example;", "server_name 127.0.0.1;"))
    return version("nginx", "-v"), served(run, "nginx", port, nginx_main(www.parent, site))


def nginx_debian(run):
    www, port = public_copy(run, "nginx-debian"), free_port()
    site = pathlib.Path("/etc/nginx/sites-available/default").read_text()
    site = re.sub(r"^\s*listen \[::\].*$", "", site, flags=re.M)
    site = replaced(site, ("listen 80 default_server;", f"listen 127.0.0.1:{port} default_server;"), ("root /var/www/html;", f"root {www};"))
    return version("nginx", "-v"), served(run, "nginx-debian", port, nginx_main(www.parent, site))


def caddy(run):
    www, port = public_copy(run, "caddy"), free_port()
    site = replaced(fenced("caddyfile"), ("quiz.example {", f"http://127.0.0.1:{port} {{\n\tbind 127.0.0.1"), ("root * /var/www/quiz", f"root * {www}"))
    file = www.parent / "Caddyfile"
    file.write_text("{\n\tadmin off\n\tauto_https off\n}\n" + site)
    homes = {name: str(www.parent) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    command = ["caddy", "run", "--config", file, "--adapter", "caddyfile"]
    return version("caddy", "version"), served(run, "caddy", port, command, env=os.environ | homes)


def apache(run):
    www, port = public_copy(run, "apache"), free_port()
    (www / ".htaccess").write_text(fenced("apache"))
    folder = www.parent
    modules = "/etc/apache2/mods-available"
    names = ["mpm_event", "authz_core", "mime", "dir", "negotiation", "setenvif", "filter", "deflate", "headers", "rewrite"]
    load = "".join(f"Include {path}\n" for name in names for path in (f"{modules}/{name}.load", f"{modules}/{name}.conf") if os.path.exists(path))
    user = "User www-data\nGroup www-data\n" if os.getuid() == 0 else ""
    (folder / "apache.conf").write_text(
        f"""ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
DefaultRuntimeDir {folder}
Mutex file:{folder} default
ErrorLog {folder}/error.log
{user}{load}DocumentRoot {www}
<Directory {www}>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
    )
    command = ["apache2", "-f", folder / "apache.conf", "-DFOREGROUND"]
    return version("apache2", "-v"), served(run, "apache", port, command)


HOSTS = {
    "wordpress": ("WordPress", wordpress),
    "hugo": ("Hugo", hugo),
    "jekyll": ("Jekyll", jekyll),
    "prototype": ("Prototype", script("prototype", {"prototype.js": "/usr/share/javascript/prototype/prototype.js"}, said_in(r"version ([\d.]+)"))),
    "mootools": ("MooTools", script("mootools", {"mootools.js": "/usr/share/javascript/mootools/mootools.js", "mootools-more.js": "/usr/share/javascript/mootools/mootools-more.js"}, said_in(r'version:\s*"([\d.]+)"'))),
    "zone": ("zone.js", script("zone", {"zone.js": "zone.js/bundles/zone.umd.js"}, npm_version("zone.js"))),
    "darkreader": ("Dark Reader", script("darkreader", {"darkreader.js": "darkreader/darkreader.js"}, npm_version("darkreader"))),
    "nginx": ("nginx, as docs/hosting.md says", nginx),
    "nginx_debian": ("nginx, as Debian ships it", nginx_debian),
    "serve": ("serve, from npm", serve),
    "caddy": ("Caddy, as docs/hosting.md says", caddy),
    "apache": ("Apache, as docs/hosting.md says", apache),
}

BEGIN, END = "<!-- Written by make hosts -->", "<!-- End of what make hosts writes -->"


def table(versions, results):
    lines = ["| host | version | what was looked at | |", "| --- | --- | --- | --- |"]
    for host, (title, _) in HOSTS.items():
        for name, outcome in results.get(host, {}).items():
            lines.append(f"| {title} | {versions[host]} | {name} | {'yes' if outcome == 'ok' else '**no**'} |")
            title = ""
            versions[host] = ""
    return "\n".join(lines)


def write_table(versions, results):
    path = ROOT / "docs/reliability.md"
    before, rest = path.read_text().split(BEGIN)
    _, after = rest.split(END)
    path.write_text(f"{before}{BEGIN}\n\n{table(versions, results)}\n\n{END}{after}")


def names(variable):
    found = os.environ.get(variable, "").split()
    for name in found:
        if name not in HOSTS:
            raise Failed(f"{variable} names '{name}': expected some of {', '.join(HOSTS)}")
    return found


def run_tests(run, addresses, filters):
    """The results by host and test, as they are printed."""
    file = run.folder / "hosts.json"
    file.write_text(json.dumps(addresses))
    environment = os.environ | {"EXHALE_HOSTS": str(file), "EXHALE_DIST": str(run.site)}
    environment.setdefault("EXHALE_ENGINE", "chromium")
    command = ["cargo", "test", "--locked", "-p", "exhale-browser-tests", "--", *filters]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    results = {}
    for line in process.stdout:
        print(line, end="", flush=True)
        found = re.match(r"test \[.*?\] (\w+): (.*?) +\.\.\. (ok|FAILED)", line)
        if found:
            host, name, outcome = found.groups()
            results.setdefault(host, {})[name] = outcome
    return process.wait(), results


def main():
    site, cache, *filters = sys.argv[1:]
    skipped, only = names("EXHALE_HOSTS_SKIP"), names("EXHALE_HOSTS_ONLY")
    wanted = [name for name in HOSTS if name not in skipped and (not only or name in only)]
    with contextlib.ExitStack() as stack:
        run = Run(pathlib.Path(site).resolve(), pathlib.Path(cache), stack)
        versions, addresses, missing = {}, {}, []
        for name in wanted:
            print(f"==> {HOSTS[name][0]}", file=sys.stderr, flush=True)
            try:
                versions[name], addresses[name] = HOSTS[name][1](run)
            except (Failed, OSError) as error:
                missing.append(name)
                print(f"exhale: {HOSTS[name][0]} could not be set up: {error}", file=sys.stderr)
        status, results = run_tests(run, addresses, filters)
        for name in wanted:
            if name not in missing and not filters and not results.get(name):
                missing.append(name)
                print(f"exhale: no test ran on {HOSTS[name][0]}", file=sys.stderr)
        if len(wanted) == len(HOSTS) and not missing and not filters:
            write_table(versions, results)
    if missing:
        sys.exit(f"exhale: not everything was tried: {', '.join(missing)}. EXHALE_HOSTS_SKIP leaves hosts out.")
    sys.exit(status)


if __name__ == "__main__":
    # A terminated run ends what it has started, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        main()
    except Failed as error:
        sys.exit(f"exhale: {error}")
