#!/usr/bin/env bash
# What `make test` runs: every check, the site, the whole browser suite in Chromium, and a smoke run in Firefox and WebKitGTK.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

scripts/check.sh
scripts/build.sh
step "The weight of a first visit"
node scripts/size.mjs dist
node scripts/compress.mjs --check dist
node scripts/sinks.mjs dist

scripts/example.sh
scripts/package.sh
step "The quiz in Chromium; a smoke run in Firefox and WebKitGTK"
EXHALE_SMOKE=firefox,webkit cargo test --quiet --locked -p exhale-browser-tests
step "All checks passed"
