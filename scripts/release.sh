#!/usr/bin/env bash
# Everything that is published with a version, in target/release-files: the site, the npm package, the hashes of the folder that
# never changes, and what each of these files must hold. A Yew app takes the crate from the repository, by the tag of the version.
# EXHALE_SITE_URL says where the site will stand, EXHALE_KEEP names a folder with the site as it stands there now: the folders of
# its versions stay, and for a year what pages in caches still ask for.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

out=target/release-files
version=$(sed -n 's/^version = "\(.*\)"/\1/p;T;q' Cargo.toml)
grep -qE "^## \[$version\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md || die "CHANGELOG.md has no section for version $version: add a section '## [$version] - YEAR-MONTH-DAY'."
[ -z "$(git status --porcelain)" ] || die "there are uncommitted changes: a release is made from a commit. See git status."

for tag in $(git tag --points-at HEAD --list 'v*'); do
  [ "$tag" = "v$version" ] || die "the commit is tagged $tag, and the version is $version: see Cargo.toml."
done

scripts/setup.sh test
rm -rf "$out"
mkdir -p "$out"
scripts/build.sh
node scripts/size.mjs dist

if [ -n "${EXHALE_KEEP:-}" ]; then
  [ -d "$EXHALE_KEEP" ] || die "EXHALE_KEEP=$EXHALE_KEEP is no folder."
  for folder in "$EXHALE_KEEP"/v*.*.*/; do
    [ -d "$folder" ] || continue
    name=$(basename "$folder")
    if [ -d "dist/$name" ]; then
      diff -r "$folder" "dist/$name" >&2 || die "$name was published before with other files: it never changes. Choose a new version."
    else
      step "$name stays"
      cp -R "$folder" "dist/$name"
    fi
  done
  step "Files of the element that pages in caches still ask for"
  "$CARGO_TARGET_DIR/debug/site" keep dist "$EXHALE_KEEP"
else
  step "No EXHALE_KEEP: pages in caches, and pages that pin a version, lose their files. Only a first release needs none"
fi
[ -n "${EXHALE_SITE_URL:-}" ] || step "No EXHALE_SITE_URL: cards have relative addresses, and there is no map of the site"

step "What the folder of this version must hold"
node scripts/integrity.mjs "dist/v$version"
cp "dist/v$version/integrity.json" "$out/integrity-$version.json"

step "Links of every version, and the examples of the docs"
cargo test --quiet --locked -p exhale-quiz -p exhale --test testsuite --test documents
scripts/example.sh
EXHALE_ENGINE=chromium cargo test --quiet --locked -p exhale-browser-tests -- "docs_examples:"

step "The package"
(cd target/npm && npm pack --silent --pack-destination "$EXHALE_ROOT/$out" >/dev/null)
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -czf "$out/exhale-site-$version.tar.gz" -C dist .
(cd "$out" && sha256sum -- * >SHA256SUMS)
step "Ready in $out:"
ls -l "$out" >&2
