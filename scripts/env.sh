# Sourced by the other scripts: which tools, which versions, and where they are kept.
# Everything that is downloaded or compiled lands in one cache folder outside the clone,
# so that a fresh clone finds it again. Set EXHALE_CACHE to move it.

set -euo pipefail

EXHALE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
EXHALE_CACHE=${EXHALE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/exhale}

# The compiler for the WebAssembly. Everything native builds with whatever `cargo` is the default.
RUST_VERSION=1.96.0
# Must equal the wasm-bindgen crate exactly; `setup.sh` compares it with Cargo.lock.
WASM_BINDGEN_VERSION=0.2.130
# 0.22 asks for a newer compiler than this project does.
TRUNK_VERSION=0.21.14
# The npm build of Binaryen. Debian's Binaryen 108 corrupts the externref table that wasm-bindgen needs.
BINARYEN_VERSION=132.0.0
# Only to take comments and spaces out of scripts and style sheets.
ESBUILD_VERSION=0.28.1
# Makes scripts smaller still; esbuild's own would do (docs/size.md).
TERSER_VERSION=5.51.2
# Formats scripts and style sheets.
PRETTIER_VERSION=3.10.1
# Only for `make fuzz`.
CARGO_FUZZ_VERSION=0.13.1
# Firefox's WebDriver, which Debian has no package of.
GECKODRIVER_VERSION=0.37.0
# Only for the browser suite: looks for what keeps people out.
AXE_VERSION=4.14.1
# Licences, sources and known faults of the crates that are used.
CARGO_DENY_VERSION=0.20.2
# Only for `make mutants`.
CARGO_MUTANTS_VERSION=27.1.0
# Only for `make size`.
TWIGGY_VERSION=0.8.0

TOOLS=$EXHALE_CACHE/tools
WASM_BINDGEN_DIR=$TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION
TRUNK_DIR=$TOOLS/trunk-$TRUNK_VERSION
BINARYEN_DIR=$TOOLS/binaryen-$BINARYEN_VERSION
ESBUILD_DIR=$TOOLS/esbuild-$ESBUILD_VERSION
TERSER_DIR=$TOOLS/terser-$TERSER_VERSION
PRETTIER_DIR=$TOOLS/prettier-$PRETTIER_VERSION
CARGO_FUZZ_DIR=$TOOLS/cargo-fuzz-$CARGO_FUZZ_VERSION
GECKODRIVER_DIR=$TOOLS/geckodriver-$GECKODRIVER_VERSION
CARGO_DENY_DIR=$TOOLS/cargo-deny-$CARGO_DENY_VERSION
AXE_DIR=$TOOLS/axe-core-$AXE_VERSION
CARGO_MUTANTS_DIR=$TOOLS/cargo-mutants-$CARGO_MUTANTS_VERSION
TWIGGY_DIR=$TOOLS/twiggy-$TWIGGY_VERSION

export EXHALE_AXE=$AXE_DIR/node_modules/axe-core/axe.min.js
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$EXHALE_CACHE/target}
export PATH=$WASM_BINDGEN_DIR/bin:$TRUNK_DIR/bin:$BINARYEN_DIR/node_modules/.bin:$ESBUILD_DIR/node_modules/.bin:$TERSER_DIR/node_modules/.bin:$PRETTIER_DIR/node_modules/.bin:$CARGO_FUZZ_DIR/bin:$GECKODRIVER_DIR/bin:$CARGO_DENY_DIR/bin:$TWIGGY_DIR/bin:$CARGO_MUTANTS_DIR/bin:$PATH

step() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() { printf 'exhale: %s\n' "$*" >&2; exit 1; }
