#!/usr/bin/env bash
# Breaks the code of the scoring, the links and the session in every small way that cargo-mutants knows, and sees whether a test
# fails. Three quarters of an hour on two cores. EXHALE_SHARD=0/4 does a quarter of it, EXHALE_JOBS says how many at a time (2).
# Exits 1 where fewer than 95 % are caught, or one survives that tests/mutants-baseline.toml does not name.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

scripts/setup.sh mutants
out=$EXHALE_CACHE/mutants
rm -rf "$out"
# Each copy of the source has a folder of its own for what is compiled.
unset CARGO_TARGET_DIR
# Less than what `make check` tries, so that there is time to try all.
export PROPTEST_CASES=64

# run FOLDER SECONDS [cargo mutants options] -- [cargo test options]
# Tests that take so many SECONDS would go on for ever, and take all the memory there is: that is a fault caught, too.
run() {
  local into=$1 timeout=$2 options=() tests=()
  shift 2
  while [ "$1" != -- ]; do options+=("$1") && shift; done
  shift
  for test in "$@"; do tests+=("--cargo-test-arg=$test"); done
  local status=0
  cargo mutants --output "$out/$into" --jobs "${EXHALE_JOBS:-2}" --shard "${EXHALE_SHARD:-0/1}" --no-shuffle --colors never \
    --timeout "$timeout" --cargo-arg=--locked "${options[@]}" "${tests[@]}" >"$out.log" 2>&1 || status=$?
  # 2: some were missed; 3: some ran too long. Both are counted below.
  case $status in 0 | 2 | 3) ;; *) tail -n 30 "$out.log" >&2 && die "cargo mutants stopped: see above." ;; esac
  # The next run on the same code writes its lists anew, and takes up what stands in these. What ran too long is caught.
  local lists=$out/$into/mutants.out
  runs=$((${runs:-0} + 1))
  mkdir -p "$out/counted/$runs"
  cp "$lists"/*.txt "$out/counted/$runs"
  cat "$lists/timeout.txt" >>"$lists/caught.txt"
  # Programs that a test had started and that go on for ever are nobody's now.
  pkill -f 'cargo-mutants-.*/target/' || true
}

mkdir -p "$out"
step "The quiz, with its own tests"
run quiz 20 --package exhale-quiz --test-package exhale-quiz -- --lib --test=testsuite
step "What was not caught, with the simulation, what score prints, and what is drawn"
run quiz 120 --package exhale-quiz --test-package exhale-quiz,exhale-score,exhale --iterate -- --tests
step "What the screen depends on"
run state 60 --package exhale --file src/state.rs --test-package exhale -- --test=widget --test=rendering
python3 scripts/mutants-baseline.py tests/mutants-baseline.toml "$out"/counted/*
