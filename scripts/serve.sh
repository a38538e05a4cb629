#!/usr/bin/env bash
# Serves dist/ as a static host would: serve.sh HOST PORT.
source "$(dirname "$0")/env.sh"
cd "$EXHALE_ROOT"

host=$1 port=$2
if (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; then
  die "port $port of $host is in use. Choose another: make serve PORT=$((port + 1))"
fi
step "http://$host:$port/ (Ctrl+C stops it)"
# A page of another origin may use the element; nothing is cached, so that a reload shows what was built last.
export NODE_NO_WARNINGS=1
exec http-server dist -a "$host" -p "$port" --cors -c-1 --brotli --gzip -d false --silent
