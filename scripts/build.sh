#!/usr/bin/env bash
# Builds the release site into dist/, and the npm package into target/npm.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

step "Building the tools of the build, and checking the content"
cargo build --quiet --locked -p exhale-site -p exhale-bindgen
tools=$CARGO_TARGET_DIR/debug
"$tools/site" check

step "Building the WebAssembly (two minutes the first time)"
target=${EXHALE_WASM_TARGET:-$EXHALE_CACHE/target-wasm}
compile_wasm "$target" --no-default-features --features site --bin exhale || die "the WebAssembly could not be built: see the output above."

step "Putting the site together"
site=target/site
rm -rf "$site"
mkdir -p "$site"
"$tools/bindgen" "$target/wasm32-unknown-unknown/wasm/exhale.wasm" "$site"
module=$site/exhale_bg.wasm
if [ -z "${EXHALE_QUICK:-}" ]; then
  # What each of these saves stands in docs/size.md. The first 1024 bytes of memory are the far end of the stack. The result is kept, with
  # the names of its functions for `make size`: a module that has not changed is not optimised again.
  optimised=$EXHALE_CACHE/optimised/$(cat "$module" scripts/build.sh | sha256sum | cut -c1-16).wasm
  if [ ! -f "$optimised" ]; then
    rm -rf "$EXHALE_CACHE/optimised"
    mkdir -p "$EXHALE_CACHE/optimised"
    wasm-opt --low-memory-unused --one-caller-inline-max-function-size=60 --always-inline-max-function-size=4 \
      -Oz --flatten --rereloop -Oz -Oz -g --strip-producers "$module" -o "$optimised.new"
    mv "$optimised.new" "$optimised"
  fi
  cp "$optimised" target/named.wasm
  cp "$optimised" "$module"
  wasm-opt --coalesce-locals-learning --remove-unused-brs --vacuum --reorder-locals --reorder-functions-by-name --optimize-instructions \
    --merge-blocks --remove-unused-brs --vacuum --coalesce-locals-learning --reorder-locals --optimize-stack-ir --optimize-level=2 --shrink-level=2 \
    --strip-debug --strip-target-features --minify-imports-and-exports-and-modules "$module" -o "$module" >"$site/names.json"
fi
"$tools/site" build "$site" target/npm
[ -n "${EXHALE_QUICK:-}" ] || node scripts/compress.mjs "$site"
rm -rf dist
mv "$site" dist
step "dist/ is ready"
