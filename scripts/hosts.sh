#!/usr/bin/env bash
# Puts the quiz on real hosts (WordPress, Hugo, Jekyll, pages with old and meddling scripts, nginx, Caddy, Apache) and takes it there. A host
# that cannot be set up fails the run, unless EXHALE_HOSTS_SKIP names it. What came of it is written into docs/reliability.md.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

[ -f dist/index.html.br ] || die "there is no release in dist/: run make build"
cargo build --quiet --locked -p exhale-site
python3 tests/hosts/run.py "${EXHALE_DIST:-dist}" "$EXHALE_CACHE" "$@"
