#!/usr/bin/env bash
# Fuzzes what is read from outside, each target for so many seconds (EXHALE_FUZZ_SECONDS, default 600): natively what Rust
# reads, in Chromium what the scripts read. What it finds is printed with the file, or the seed, to keep in fuzz/corpus, which
# `make check` runs through again.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

scripts/setup.sh fuzz
export CARGO_TARGET_DIR=$EXHALE_CACHE/target-fuzz
# A stable compiler with sanitizers. New inputs go to a copy, so that the committed corpus stays small.
corpus=$EXHALE_CACHE/fuzz-corpus
for target in address link session settings; do
  step "Fuzzing $target for ${EXHALE_FUZZ_SECONDS:-600} s"
  mkdir -p "$corpus/$target"
  RUSTC_BOOTSTRAP=1 cargo fuzz run "$target" "$corpus/$target" "fuzz/corpus/$target" -- -max_total_time="${EXHALE_FUZZ_SECONDS:-600}" -max_len=400
done

unset CARGO_TARGET_DIR
source scripts/env.sh
scripts/setup.sh test
scripts/build.sh
step "Fuzzing messages and attributes for ${EXHALE_FUZZ_SECONDS:-600} s each"
EXHALE_FUZZ_SECONDS=${EXHALE_FUZZ_SECONDS:-600} EXHALE_ENGINE=chromium cargo test --quiet --locked -p exhale-browser-tests -- "fuzzing:"
