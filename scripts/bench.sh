#!/usr/bin/env bash
# Measures the quiz in Chromium beside other ways to make one (bench/run.mjs), and writes docs/performance.md.
# With BENCH_DIST the site is not built: that folder is measured. `bench.sh tools` only says whether what it needs is there.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

for tool in node npm; do
  command -v "$tool" >/dev/null || die "'$tool' is missing: the bench needs node with npm. Install it and run this again."
done
command -v chromium >/dev/null || die "'chromium' is missing: the bench measures in it. Put it on PATH (apt-get install chromium) and run this again."

[ "${1:-}" = tools ] && exit

# What npm installs is kept outside the clone, by the content of the lock file, and found by a link.
modules=$EXHALE_CACHE/bench-$(sha256sum bench/package-lock.json | cut -c1-12)
if [ ! -f "$modules/.complete" ]; then
  step "Installing what the bench measures with"
  mkdir -p "$modules"
  cp bench/package.json bench/package-lock.json bench/.npmrc "$modules"
  (cd "$modules" && npm ci --silent --ignore-scripts >&2) || die "npm could not install what bench/package-lock.json names: see its words above."
  touch "$modules/.complete"
fi
ln -sfn "$modules/node_modules" bench/node_modules

if [ -z "${BENCH_DIST:-}" ]; then
  scripts/setup.sh build
  scripts/build.sh
fi

step "Building a counter in Yew"
yew=bench/.out/yew
rm -rf "$yew"
mkdir -p "$yew"
cargo build --quiet --locked -p exhale-bindgen
compile_wasm "$EXHALE_CACHE/target-wasm" -p exhale-bench-yew
"$CARGO_TARGET_DIR/debug/bindgen" "$EXHALE_CACHE/target-wasm/wasm32-unknown-unknown/wasm/exhale-bench-yew.wasm" "$yew"
wasm-opt -Oz --strip-debug --strip-producers "$yew/exhale-bench-yew_bg.wasm" -o "$yew/exhale-bench-yew_bg.wasm"

# Written by `make bench-scoring`.
export BENCH_SCORING="$CARGO_TARGET_DIR/criterion/full sheet/scores/new/estimates.json"
step "Measuring: about two minutes a round, on a machine that does nothing else"
exec node bench/run.mjs
