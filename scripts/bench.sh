#!/bin/sh
# Every speed claim, each as a ratio against a named peer in the same run.
set -eu
cd "$(dirname "$0")/.."
HUIQIAN_FONTS="$PWD/resources/fonts"
export HUIQIAN_FONTS
cargo build --quiet --release -p huiqian-benches
target="${CARGO_TARGET_DIR:-target}/release"
"$target/bench-settlement"
"$target/bench-journal"
"$target/bench-report"
"$target/bench-verify"
# The page needs Chromium and a built page; without them the rest has been measured.
if [ -x "${CHROMIUM:-$(command -v chromium || true)}" ] && [ -d ui/node_modules/playwright-core ]; then
  (cd ui && npm run --silent build)
  cargo build --quiet --release -p host
  node benches/page.mjs "$target/huiqian-host" ui/dist
fi
