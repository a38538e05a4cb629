#!/bin/sh
# Trunk's post_build hook: the native `site` tool puts the rest of the site in place.
# `make build` has built it; the compiler settings of the WebAssembly build must not reach it.
set -eu
exec "${EXHALE_SITE:?run make build, which builds the site tool first}" finish "$TRUNK_STAGING_DIR"
