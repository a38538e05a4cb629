# Sourced by the other scripts: which tools, which versions, and where they are kept. Everything that is downloaded or compiled
# lands in one cache folder outside the clone, where a fresh clone finds it. EXHALE_CACHE moves it.

set -euo pipefail

EXHALE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
EXHALE_CACHE=${EXHALE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/exhale}

# The compiler for the WebAssembly of a release. Everything native builds with the default `cargo`.
RUST_VERSION=1.96.0
# For the tests of the development build and of the example of a Yew app. 0.22 asks for a newer compiler.
TRUNK_VERSION=0.21.14
# Trunk runs it. It must be the version of the wasm-bindgen crate.
WASM_BINDGEN_VERSION=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' "$EXHALE_ROOT/Cargo.lock")
# Firefox's WebDriver, which Debian has no package of.
GECKODRIVER_VERSION=0.37.0
# Licences, sources and known vulnerabilities of the crates that are used.
CARGO_DENY_VERSION=0.20.2
# Only for `make fuzz`, `make mutants` and `make size`.
CARGO_FUZZ_VERSION=0.13.1
CARGO_MUTANTS_VERSION=27.1.0
TWIGGY_VERSION=0.8.0

TOOLS=$EXHALE_CACHE/tools
# The tools from npm: scripts/package.json has their versions.
NPM_TOOLS=$TOOLS/npm-$(cksum <"$EXHALE_ROOT/scripts/package-lock.json" | cut -d' ' -f1)

export EXHALE_AXE=$NPM_TOOLS/node_modules/axe-core/axe.min.js
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$EXHALE_CACHE/target}
export PATH=$NPM_TOOLS/node_modules/.bin:$PATH
for tool in trunk-$TRUNK_VERSION wasm-bindgen-cli-$WASM_BINDGEN_VERSION geckodriver-$GECKODRIVER_VERSION cargo-deny-$CARGO_DENY_VERSION \
  cargo-fuzz-$CARGO_FUZZ_VERSION cargo-mutants-$CARGO_MUTANTS_VERSION twiggy-$TWIGGY_VERSION; do
  PATH=$PATH:$TOOLS/$tool/bin
done

# Trunk compiles for WebAssembly with the standard library that rustup has installed. Where rustup's server cannot be reached, a `cargo`
# first on PATH compiles that library too, as a release does.
has_wasm_std() { [ -z "${EXHALE_NO_WASM_STD:-}" ] && [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; }
use_wasm_std() {
  has_wasm_std && return
  local cargo folder=$EXHALE_CACHE/cargo-with-std
  cargo=$(command -v cargo)
  mkdir -p "$folder"
  printf '#!/bin/sh\ncase " $* " in\n  *wasm32-unknown-unknown*) export RUSTUP_TOOLCHAIN=%q RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort ;;\nesac\nexec %q "$@"\n' \
    "$(cat "$EXHALE_CACHE/wasm-toolchain")" "$cargo" >"$folder/cargo"
  chmod +x "$folder/cargo"
  PATH=$folder:$PATH
}

# Compiles a program to WebAssembly as for a release: compile_wasm FOLDER ARGUMENTS-OF-CARGO. It lies in FOLDER/wasm32-unknown-unknown/wasm.
# std is built with the same flags as our own code: that is where most of the bytes are. RUSTC_BOOTSTRAP lets a stable compiler take
# them. LLVM is told to leave out what makes code faster and longer (docs/size.md).
compile_wasm() {
  local folder=$1 llvm="-Cllvm-args=-disable-lsr -Cllvm-args=-enable-pre=false -Cllvm-args=-enable-load-pre=false \
    -Cllvm-args=-disable-tail-duplicate -Cllvm-args=-disable-early-taildup \
    -Cllvm-args=-inline-call-penalty=32 -Cllvm-args=-enable-gvn-memdep=false -Cllvm-args=-disable-machine-cse"
  shift
  RUSTUP_TOOLCHAIN=$(cat "$EXHALE_CACHE/wasm-toolchain") \
  RUSTC_BOOTSTRAP=1 \
  CARGO_TARGET_DIR=$folder \
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
  CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Zshare-generics=no $llvm" \
    cargo build --quiet --locked --profile wasm --target wasm32-unknown-unknown "$@"
}

step() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() { printf 'exhale: %s\n' "$*" >&2; exit 1; }
