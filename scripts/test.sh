#!/usr/bin/env bash
# Everything that must hold, in one run: what CI calls. Needs `setup.sh test`, and does it first.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

scripts/setup.sh test
step "Formatting and lints"
cargo fmt --check || die "the code is not formatted: run make fmt"
(cd examples/yew-app && cargo fmt --check) || die "examples/yew-app is not formatted: run make fmt"
prettier --log-level warn --check '**/*.{js,mjs,ts,css}' || die "scripts and style sheets are not formatted: run make fmt"
cargo clippy --quiet --locked --all-targets --all-features -- -D warnings
cargo clippy --quiet --locked --no-default-features --lib -- -D warnings
cargo clippy --quiet --locked --no-default-features --features component --lib -- -D warnings
cargo deny --all-features --locked check --hide-inclusion-graph bans licenses sources
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --lib --all-features

step "Native tests"
# Snapshots are compared, never written: tests/rendering/snapshots.rs says how to renew them.
export INSTA_UPDATE=no
suites=()
for test in tests/*.rs tests/*/main.rs; do
  name=${test#tests/}
  name=${name%/main.rs}
  name=${name%.rs}
  case $name in browser | component | quiz) ;; *) suites+=(--test "$name") ;; esac
done
cargo test --quiet --locked --lib --bins "${suites[@]}"
cargo test --quiet --locked --features component --test component
cargo test --quiet --locked --features component --doc

scripts/build.sh
scripts/example.sh
step "The weight of a first visit"
node scripts/size.mjs dist
node scripts/compress.mjs --check dist
node scripts/sinks.mjs dist

scripts/package.sh

step "The quiz in Chromium, Firefox and WebKit"
cargo test --quiet --locked --test browser
step "The quiz in other languages"
for file in content/*.toml; do
  lang=$(basename "$file" .toml)
  [ "$lang" != en ] || continue
  for suite in "whole:" "fits: at 320"; do
    EXHALE_LANG=$lang EXHALE_ENGINE=chromium cargo test --quiet --locked --test browser -- "$suite"
  done
done
step "All checks passed"
