#!/usr/bin/env bash
# Formatting, lints, types of the scripts, and native tests: what `make check` runs, and `make test` first.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

step "Formatting"
cargo fmt --all --check || die "the code is not formatted: run make fmt"
(cd examples/yew-app && cargo fmt --check) || die "examples/yew-app is not formatted: run make fmt"
prettier --log-level warn --check '**/*.{js,mjs,ts,css}' || die "scripts and style sheets are not formatted: run make fmt"

step "Lints and types of scripts"
eslint .
tsc -p .
tsc -p scripts

step "Lints"
cargo clippy --quiet --locked --workspace --all-targets -- -D warnings

step "Native tests"
# Snapshots are compared, never written: tests/rendering/snapshots.rs says how to renew them.
INSTA_UPDATE=no cargo test --quiet --locked --workspace --exclude exhale-browser-tests
