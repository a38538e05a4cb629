#!/usr/bin/env bash
# Builds the app in examples/yew-app into target/example-site, for the tests. `make test` has set up what it needs.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT/examples/yew-app"

step "Building the Yew app with the quiz in it"
toolchain=$(cat "$EXHALE_CACHE/wasm-toolchain")
# That toolchain has the standard library as source alone, and a stable compiler has to be told to build it.
RUSTUP_TOOLCHAIN=$toolchain \
RUSTC_BOOTSTRAP=1 \
CARGO_TARGET_DIR=${EXHALE_EXAMPLE_TARGET:-$EXHALE_CACHE/target-example} \
CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
NO_COLOR=true \
  trunk --quiet build --locked --dist "$EXHALE_ROOT/target/example-site" ||
  die "examples/yew-app could not be built: see the words above."
