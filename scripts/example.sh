#!/usr/bin/env bash
# Builds the app in examples/yew-app with Trunk into target/example-site, for the tests. `setup.sh test` has set up what it needs.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT/examples/yew-app"

use_wasm_std
step "Building the Yew app with the quiz in it"
CARGO_TARGET_DIR=${EXHALE_EXAMPLE_TARGET:-$EXHALE_CACHE/target-example} NO_COLOR=true \
  trunk --quiet build --locked --dist "$EXHALE_ROOT/target/example-site" ||
  die "examples/yew-app could not be built: see the output above."
