#!/usr/bin/env bash
# Builds the release site into dist/.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

step "Checking the content"
cargo build --quiet --locked --bin site
export EXHALE_SITE=$CARGO_TARGET_DIR/debug/site
"$EXHALE_SITE" check

step "Building the WebAssembly and the site (a few minutes the first time)"
toolchain=$(cat "$EXHALE_CACHE/wasm-toolchain")
# std is built with the same flags as our own code: that is where most of the bytes are.
# RUSTC_BOOTSTRAP lets a stable compiler take them.
RUSTUP_TOOLCHAIN=$toolchain \
RUSTC_BOOTSTRAP=1 \
CARGO_TARGET_DIR=${EXHALE_WASM_TARGET:-$EXHALE_CACHE/target-wasm} \
CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Zshare-generics=no" \
NO_COLOR=true \
  trunk --quiet build --release --locked ||
  die "the site could not be built: see the words above."
step "dist/ is ready"
