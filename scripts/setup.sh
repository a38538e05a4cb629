#!/usr/bin/env bash
# Installs what is missing, and nothing that is there: `setup.sh build` for the site, `setup.sh check` for lints and native tests,
# `setup.sh test` for the browser suite too, `setup.sh hosts` for the real hosts besides; `setup.sh fuzz`, `setup.sh mutants` and
# `setup.sh size` for those alone.
source "$(dirname "$0")/env.sh"

goal=${1:-build}
mkdir -p "$EXHALE_CACHE"

for tool in cargo node npm python3; do
  command -v "$tool" >/dev/null || die "'$tool' is missing. Install it (Rust from https://rustup.rs) and run this again."
done

# apt_install PACKAGE...: true if all are installed now.
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

# apt_tool NAME PACKAGE...: a command from Debian's packages.
apt_tool() {
  local name=$1
  shift
  command -v "$name" >/dev/null && return
  step "Installing $*"
  apt_install "$@" || die "'$name' is missing and apt could not install it: put it on PATH (Debian: $*) and run this again."
}

# cargo_tool NAME VERSION [cargo install options]: a command from crates.io, unless that version is on PATH.
cargo_tool() {
  local name=$1 version=$2
  shift 2
  # The command is named after the crate, but for these.
  local command=${name/cargo-deny/cargo deny}
  command=${command/wasm-bindgen-cli/wasm-bindgen}
  # The version must be a word of its own: 0.21.1 is not 0.21.14.
  $command --version 2>/dev/null | tr ' ' '\n' | grep -qxF "$version" && return
  step "Compiling $name $version (a few minutes, once)"
  local args=(install "$name" --version "=$version" --root "$TOOLS/$name-$version" --force --quiet --debug "$@")
  # Where a registry mirror lags behind the tool's own lock file, --locked fails and newer dependencies do.
  CARGO_TARGET_DIR=$EXHALE_CACHE/tool-build cargo "${args[@]}" --locked >"$EXHALE_CACHE/$name.log" 2>&1 ||
    CARGO_TARGET_DIR=$EXHALE_CACHE/tool-build cargo "${args[@]}" >>"$EXHALE_CACHE/$name.log" 2>&1 ||
    { tail -n 20 "$EXHALE_CACHE/$name.log" >&2 && die "$name $version could not be installed: see cargo's output above."; }
  rm -rf "$EXHALE_CACHE/tool-build"
}

# npm_tools [--omit=dev]: what scripts/package-lock.json has. All of it includes what the build needs.
npm_tools() {
  [ -f "$NPM_TOOLS/.complete" ] && return
  [ "$#" = 1 ] && [ -f "$NPM_TOOLS/.for-build" ] && return
  step "Installing the tools from npm"
  mkdir -p "$NPM_TOOLS"
  cp "$EXHALE_ROOT"/scripts/{package.json,package-lock.json,.npmrc} "$NPM_TOOLS"
  npm ci --ignore-scripts --prefix "$NPM_TOOLS" "$@" >"$EXHALE_CACHE/npm.log" 2>&1 ||
    { tail -n 20 "$EXHALE_CACHE/npm.log" >&2 && die "npm could not install what scripts/package-lock.json names: see its output above."; }
  if [ "$#" = 1 ]; then touch "$NPM_TOOLS/.for-build"; else touch "$NPM_TOOLS/.complete"; fi
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

# A compiler with the source of the standard library, which a release compiles for size: by rustup, or from Debian's packages.
wasm_compiler() {
  local kept=$EXHALE_CACHE/wasm-toolchain
  if [ -f "$kept" ] && { [ "$(cat "$kept")" != /usr ] || debian_rust_works; } && has_std_source "$(cat "$kept")"; then
    return
  fi
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
    die "no Rust compiler with the source of its standard library: neither 'rustup toolchain install $RUST_VERSION --component rust-src' nor 'apt-get install rustc-web cargo-web rust-web-src rust-web-llvm' worked here. Make one of them work and run this again (rustup's output is in $EXHALE_CACHE/rustup.log)."
  fi
}

# Cargo tells changed files by their time, and takes two clones that share a target folder for one: what another clone
# built since this one was last touched would pass for this one's.
last=$EXHALE_CACHE/last-clone
if [ "$(cat "$last" 2>/dev/null)" != "$EXHALE_ROOT" ]; then
  find "$EXHALE_ROOT" -path "$EXHALE_ROOT/target" -prune -o -name '*.rs' -exec touch {} +
  echo "$EXHALE_ROOT" >"$last"
fi

check_tools() {
  for component in rustfmt clippy; do
    cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || rustup component add "$component" >&2 || die "'$component' is missing: run 'rustup component add $component'."
  done
  npm_tools
  # ESLint and TypeScript look for what they import beside the files they check.
  ln -sfn "$NPM_TOOLS/node_modules" "$EXHALE_ROOT/node_modules"
  cargo_tool cargo-deny "$CARGO_DENY_VERSION"
}

# What `trunk build` needs: wasm-bindgen in the version of Cargo.lock, which Trunk would fetch, and a standard library for WebAssembly
# (env.sh has the way without rustup's server).
dev_tools() {
  cargo_tool trunk "$TRUNK_VERSION" --no-default-features --features rustls
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION"
  has_wasm_std || rustup target add wasm32-unknown-unknown >"$EXHALE_CACHE/rustup.log" 2>&1 || true
}

build_tools() {
  wasm_compiler
  npm_tools --omit=dev
}

# What the browser suite needs.
test_tools() {
  check_tools
  build_tools
  apt_tool chromedriver chromium chromium-driver
  apt_tool hugo hugo
  apt_tool pdftotext poppler-utils
  command -v firefox >/dev/null || apt_tool firefox-esr firefox-esr
  command -v geckodriver >/dev/null || cargo_tool geckodriver "$GECKODRIVER_VERSION"
  apt_tool WebKitWebDriver webkit2gtk-driver
  apt_tool Xvfb xvfb
  dev_tools
}

# The hosts of `make hosts`. Debian starts a server when it is installed, unless this file says no.
host_tools() {
  local packages=(wordpress wordpress-theme-twentytwentyone mariadb-server-core mariadb-client-core php-cli php-mysql php-xml php-mbstring php-curl
    hugo jekyll nginx-light caddy apache2 libjs-prototype libjs-mootools)
  dpkg-query --status "${packages[@]}" 2>/dev/null | grep -c '^Status: install ok installed$' | grep -qx "${#packages[@]}" && return
  step "Installing ${packages[*]}"
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ] && [ "$(id -u)" = 0 ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
  # One by one where not all can be had: what is missing is named by the run, which fails without it.
  apt_install "${packages[@]}" || for package in "${packages[@]}"; do apt_install "$package" || step "$package could not be installed"; done
}

case $goal in
  build) build_tools ;;
  check) check_tools ;;
  fuzz) cargo_tool cargo-fuzz "$CARGO_FUZZ_VERSION" ;;
  mutants) cargo_tool cargo-mutants "$CARGO_MUTANTS_VERSION" ;;
  size) cargo_tool twiggy "$TWIGGY_VERSION" ;;
  test) test_tools ;;
  hosts)
    test_tools
    host_tools
    ;;
  *) die "setup.sh: there is no goal '$goal'" ;;
esac
