#!/usr/bin/env bash
# Installs what is missing, and nothing that is there: `setup.sh build` for the site, `setup.sh test` for the checks too,
# `setup.sh size` for `make size`, `setup.sh fmt`, `setup.sh fuzz` and `setup.sh mutants` for those alone.
# Two ways lead to a compiler with the source of Rust's standard library: rustup, or, where its server cannot be
# reached, Debian's packages. Both then build the same std with the same flags.
source "$(dirname "$0")/env.sh"

goal=${1:-build}

for tool in cargo node npm python3; do
  command -v "$tool" >/dev/null || die "'$tool' is missing. Install it (Rust from https://rustup.rs) and run this again."
done

# apt_install NAME...: true if all are installed now.
apt_install() {
  command -v apt-get >/dev/null || return 1
  local root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || return 1
    root=(sudo)
  fi
  local run=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o=Dpkg::Use-Pty=0)
  "${run[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 && return 0
  "${run[@]}" update >/dev/null && "${run[@]}" install -y --no-install-recommends "$@" >/dev/null
}

has_std_source() { # has_std_source TOOLCHAIN
  local sysroot
  sysroot=$(RUSTUP_TOOLCHAIN=$1 RUSTUP_AUTO_INSTALL=0 rustc --print sysroot 2>/dev/null) || return 1
  [ -f "$sysroot/lib/rustlib/src/rust/library/std/Cargo.toml" ]
}

# Debian's Rust. Its rust-lld is a link to the lld of a package that is only recommended: the link names it.
debian_rust_works() {
  has_std_source /usr && rust-lld -flavor wasm --version >/dev/null 2>&1
}

debian_rust() {
  debian_rust_works && return
  step "rustup's server cannot be reached: installing Debian's Rust instead"
  apt_install rustc-web cargo-web rust-web-src rust-web-llvm && apt_install "$(readlink /usr/bin/rust-lld)" && debian_rust_works
}

wasm_compiler() {
  local kept=$EXHALE_CACHE/wasm-toolchain
  if [ -f "$kept" ] && { [ "$(cat "$kept")" != /usr ] || debian_rust_works; } && has_std_source "$(cat "$kept")"; then
    return
  fi
  mkdir -p "$EXHALE_CACHE"
  if [ -n "${EXHALE_WASM_TOOLCHAIN:-}" ]; then
    has_std_source "$EXHALE_WASM_TOOLCHAIN" || die "EXHALE_WASM_TOOLCHAIN=$EXHALE_WASM_TOOLCHAIN has no rust-src component."
    step "WebAssembly compiler: $EXHALE_WASM_TOOLCHAIN, as EXHALE_WASM_TOOLCHAIN says"
    echo "$EXHALE_WASM_TOOLCHAIN" >"$kept"
  elif command -v rustup >/dev/null && timeout 300 rustup toolchain install "$RUST_VERSION" --profile minimal --component rust-src >"$EXHALE_CACHE/rustup.log" 2>&1; then
    step "WebAssembly compiler: Rust $RUST_VERSION from rustup"
    echo "$RUST_VERSION" >"$kept"
  elif debian_rust; then
    step "WebAssembly compiler: Debian's $(RUSTUP_TOOLCHAIN=/usr rustc --version)"
    echo /usr >"$kept"
  else
    die "no Rust compiler with the source of its standard library: neither 'rustup toolchain install $RUST_VERSION --component rust-src' nor 'apt-get install rustc-web cargo-web rust-web-src rust-web-llvm' worked here. Make one of them work and run this again (rustup's words are in $EXHALE_CACHE/rustup.log)."
  fi
}

cargo_tool() { # cargo_tool FOLDER CRATE VERSION [cargo install options]
  local dir=$1 crate=$2 version=$3
  shift 3
  [ -f "$dir/.complete" ] && return
  step "Compiling $crate $version (a few minutes, once)"
  local args=(install "$crate" --version "=$version" --root "$dir" --force --quiet "$@")
  # --locked can fail where a registry mirror lags behind the tool's own lock file.
  CARGO_TARGET_DIR=$EXHALE_CACHE/tool-build cargo "${args[@]}" --locked ||
    CARGO_TARGET_DIR=$EXHALE_CACHE/tool-build cargo "${args[@]}" ||
    die "$crate $version could not be installed: see cargo's words above."
  rm -rf "$EXHALE_CACHE/tool-build"
  touch "$dir/.complete"
}

# Cargo tells changed files by their time, and takes two clones that share a target folder for one: what another clone
# built since this one was last touched would pass for this one's.
last=$EXHALE_CACHE/last-clone
if [ "$(cat "$last" 2>/dev/null)" != "$EXHALE_ROOT" ]; then
  mkdir -p "$EXHALE_CACHE"
  find "$EXHALE_ROOT" -path "$EXHALE_ROOT/target" -prune -o -name '*.rs' -exec touch {} +
  echo "$EXHALE_ROOT" >"$last"
fi

if [ "$goal" = fuzz ]; then
  cargo_tool "$CARGO_FUZZ_DIR" cargo-fuzz "$CARGO_FUZZ_VERSION" --debug
  exit
fi

if [ "$goal" = mutants ]; then
  cargo_tool "$CARGO_MUTANTS_DIR" cargo-mutants "$CARGO_MUTANTS_VERSION" --debug
  exit
fi

npm_tool() { # npm_tool FOLDER PACKAGE VERSION
  [ -f "$1/.complete" ] && return
  step "Installing $2 $3"
  npm install --silent --no-save --prefix "$1" "$2@$3" >&2 || die "npm could not install $2 $3."
  touch "$1/.complete"
}

if [ "$goal" = fmt ]; then
  npm_tool "$PRETTIER_DIR" prettier "$PRETTIER_VERSION"
  exit
fi

wasm_compiler
locked=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' "$EXHALE_ROOT/Cargo.lock")
[ "$locked" = "$WASM_BINDGEN_VERSION" ] || die "Cargo.lock has wasm-bindgen $locked, scripts/env.sh has $WASM_BINDGEN_VERSION: they must be equal."
cargo_tool "$WASM_BINDGEN_DIR" wasm-bindgen-cli "$WASM_BINDGEN_VERSION" --debug
cargo_tool "$TRUNK_DIR" trunk "$TRUNK_VERSION" --debug --no-default-features --features rustls
npm_tool "$BINARYEN_DIR" binaryen "$BINARYEN_VERSION"
npm_tool "$ESBUILD_DIR" esbuild "$ESBUILD_VERSION"
npm_tool "$TERSER_DIR" terser "$TERSER_VERSION"

if [ "$goal" = size ]; then
  cargo_tool "$TWIGGY_DIR" twiggy "$TWIGGY_VERSION" --debug
fi

if [ "$goal" = test ]; then
  for component in rustfmt clippy; do
    cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || rustup component add "$component" >&2 || die "'$component' is missing: run 'rustup component add $component'."
  done
  if ! command -v chromedriver >/dev/null || ! command -v chromium >/dev/null; then
    step "Installing Chromium and its driver"
    apt_install chromium chromium-driver || die "Chromium and chromedriver are missing and apt could not install them: put 'chromium' and 'chromedriver' on PATH and run this again."
  fi
  cargo_tool "$CARGO_DENY_DIR" cargo-deny "$CARGO_DENY_VERSION" --debug
  npm_tool "$AXE_DIR" axe-core "$AXE_VERSION"
  npm_tool "$PRETTIER_DIR" prettier "$PRETTIER_VERSION"
  if ! command -v hugo >/dev/null; then
    step "Installing Hugo, whose blog has the quiz in a post"
    apt_install hugo || die "'hugo' is missing and apt could not install it: put Hugo (0.111 or newer) on PATH and run this again."
  fi
  if ! command -v pdftotext >/dev/null; then
    step "Installing poppler-utils, which reads what was printed"
    apt_install poppler-utils || die "'pdftotext' is missing and apt could not install it: install poppler-utils and run this again."
  fi
  if ! command -v firefox-esr >/dev/null && ! command -v firefox >/dev/null; then
    step "Installing Firefox"
    apt_install firefox-esr || die "Firefox is missing and apt could not install it: put 'firefox' on PATH and run this again."
  fi
  command -v geckodriver >/dev/null || cargo_tool "$GECKODRIVER_DIR" geckodriver "$GECKODRIVER_VERSION" --debug
  if ! command -v WebKitWebDriver >/dev/null || ! command -v Xvfb >/dev/null; then
    step "Installing WebKit, its driver, and a screen for it"
    apt_install webkit2gtk-driver xvfb || die "WebKitWebDriver and Xvfb are missing and apt could not install them: install webkit2gtk-driver and xvfb, and run this again."
  fi
fi
