#!/usr/bin/env bash
# What `make test` leaves out: licences of the dependencies, the documentation, the whole browser suite in Firefox and WebKitGTK, the
# ten thousand actions, the quiz in its other languages, and the build that `trunk serve` makes. It takes the site that `make test` has built.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

[ -f dist/index.html ] || die "there is no site in dist/: run make build, or make test"
step "Licences and sources of the dependencies, and the documentation"
cargo deny --all-features --locked check --hide-inclusion-graph bans licenses sources
cargo clippy --quiet --locked -p exhale --no-default-features -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --workspace --exclude exhale-browser-tests --exclude exhale-site --exclude exhale-bindgen

step "The quiz in Firefox and WebKitGTK"
EXHALE_ENGINE=firefox,webkit cargo test --quiet --locked -p exhale-browser-tests
step "Ten thousand actions in Chromium"
EXHALE_ENGINE=chromium cargo test --quiet --locked -p exhale-browser-tests -- "scale: ten thousand"
step "The quiz in other languages"
for file in content/*.toml; do
  lang=$(basename "$file" .toml)
  [ "$lang" != en ] || continue
  for suite in "smoke:" "reflow: at 320"; do
    EXHALE_LANG=$lang EXHALE_ENGINE=chromium cargo test --quiet --locked -p exhale-browser-tests -- "$suite"
  done
done
step "The build for developing"
use_wasm_std
trunk --quiet build --offline
# Two of the quiz taken whole, and one that compares results. What a release fetches is no matter here.
EXHALE_DIST=target/trunk EXHALE_ENGINE=chromium cargo test --quiet --locked -p exhale-browser-tests -- "smoke: the "
step "All engines passed"
