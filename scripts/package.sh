#!/usr/bin/env bash
# The npm package as somebody uses it who has a bundler: packed, installed into tests/package, type-checked and built with
# Vite. `make browsers ONLY="package:"` then takes the quiz there. Needs what scripts/build.sh leaves in target/npm;
# EXHALE_PACKAGE names another folder.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

package=$(cd "${EXHALE_PACKAGE:-target/npm}" 2>/dev/null && pwd) || die "there is no package in target/npm: run make build"
project=$EXHALE_ROOT/target/package
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false npm_config_loglevel=error

lock=$(node -p "require('crypto').createHash('sha256').update(require('fs').readFileSync('tests/package/package-lock.json')).digest('hex').slice(0, 12)")
tools=$TOOLS/package-test-$lock
if [ ! -f "$tools/.complete" ]; then
  step "Installing Vite and TypeScript, for a project with the package"
  mkdir -p "$tools"
  cp tests/package/{package.json,package-lock.json,.npmrc} "$tools"
  npm ci --ignore-scripts --prefix "$tools" >&2 || die "npm could not install what tests/package/package.json names."
  touch "$tools/.complete"
fi

step "The npm package in a project with Vite and TypeScript"
rm -rf "$project"
mkdir -p "$project"
cp -R tests/package/. "$project"
cp -R "$tools/node_modules" "$project"
cd "$package"
npm pack --json --pack-destination "$project" >"$project/pack.json"
node "$project/contents.mjs" <"$project/pack.json"
cd "$project"
# Nothing has to be fetched; but some versions of npm ask the registry about what is installed already.
install=(npm install --no-save --no-package-lock --ignore-scripts)
"${install[@]}" --offline ./exhale-quiz-*.tgz >/dev/null 2>&1 || "${install[@]}" --prefer-offline ./exhale-quiz-*.tgz >&2
# Where pages are drawn on a server there are no elements: importing it must do no harm.
node --input-type=module --eval 'await import("exhale-quiz")'
node_modules/.bin/tsc --noEmit
node types.mjs
# Once for the top of a host, and once for whatever folder it is put into.
node_modules/.bin/vite build --logLevel warn --outDir site
node_modules/.bin/vite build --logLevel warn --outDir site/in/a/folder --base ./
