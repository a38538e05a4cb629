#!/bin/sh
# Trunk's post_build hook: the native `site` tool puts the rest of the site in place.
# `make build` has built it; the compiler settings of the WebAssembly build must not reach it.
set -eu
site=${EXHALE_SITE:?run make build, which builds the site tool first}
module=$TRUNK_STAGING_DIR/exhale_bg.wasm
"$site" trim "$module"
# For `make planted`, which builds fifty sites: as it is, not smaller.
if [ -z "${EXHALE_QUICK:-}" ]; then
  # What each of these saves stands in docs/size.md. The first 1024 bytes of memory are the far end of the stack.
  wasm-opt --low-memory-unused --one-caller-inline-max-function-size=60 --always-inline-max-function-size=4 -Oz --flatten --rereloop -Oz -Oz --merge-similar-functions -Oz \
    -g --strip-producers "$module" -o "$module"
  # With the names of its functions, for `make size`.
  mkdir -p target
  cp "$module" target/named.wasm
fi
"$site" shorten "$TRUNK_STAGING_DIR"
if [ -z "${EXHALE_QUICK:-}" ]; then
  # In which order functions stand makes a difference to brotli: of some orders (WAYS in src/bin/site/order.rs) the best.
  orders=$(mktemp -d)
  for way in 0 1 2 3 4 5 6 7 8 9; do echo "$way"; done | xargs -P 2 -I WAY sh -euc '
    cp "$1" "$2/WAY.wasm"
    "$0" order "$2/WAY.wasm" WAY
    wasm-opt --reorder-functions-by-name --strip-debug --strip-target-features "$2/WAY.wasm" -o "$2/WAY.wasm"
  ' "$site" "$module" "$orders"
  mv "$(node scripts/smallest.mjs "$orders"/*.wasm)" "$module"
  rm -r "$orders"
fi
"$site" finish "$TRUNK_STAGING_DIR"
# What `embed.js` imports becomes part of it. The package for bundlers has a file less, and places of its own (embed/package.json).
root=$PWD
package=$root/target/npm
rm -rf "$package"
mkdir -p "$package"
esbuild embed/embed.js --bundle --format=esm --target=es2022 --log-level=warning --outfile="$TRUNK_STAGING_DIR/v1/embed.js"
esbuild embed/own.js --bundle --format=esm --target=es2022 --log-level=warning --outfile="$TRUNK_STAGING_DIR/v1/own.js"
esbuild embed/embed.js --conditions=package --bundle --format=esm --target=es2022 --log-level=warning --outfile="$package/embed.js"
esbuild pages/builder.js --bundle --format=esm --target=es2022 --log-level=warning --outfile="$TRUNK_STAGING_DIR/builder.js"
cd "$TRUNK_STAGING_DIR"
# The scripts that the glue imports become part of it: one request less, and no folder with a hash in its name.
echo 'export { default, mount, read, restart, unmount, update } from "./v1/exhale.js"' |
  esbuild --bundle --format=esm --target=es2022 --log-level=warning --allow-overwrite --outfile=v1/exhale.js
rm -r v1/snippets
for file in *.css *.js v1/*.css v1/*.js; do
  # In a module no name can be seen from outside: all become short.
  format=
  case $file in v1/*.js) format=--format=esm ;; esac
  esbuild "$file" $format --minify --target=es2022 --charset=utf8 --log-level=warning --allow-overwrite --outfile="$file"
done
# What every reader fetches goes through a second hand.
for file in v1/*.js; do
  terser "$file" --module --ecma 2022 --compress passes=3 --mangle --output "$file"
done
cd "$root"
"$site" seal "$TRUNK_STAGING_DIR" "$package"
# Nothing changes any more.
[ -n "${EXHALE_QUICK:-}" ] || node scripts/compress.mjs "$TRUNK_STAGING_DIR"
