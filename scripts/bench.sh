#!/bin/sh
# Every speed claim, each as a ratio against a named peer in the same run.
set -eu
cd "$(dirname "$0")/.."
HUIQIAN_FONTS="$PWD/resources/fonts"
export HUIQIAN_FONTS
cargo build --quiet --release -p huiqian-benches -p cli
target="${CARGO_TARGET_DIR:-target}/release"
"$target/bench-settlement"
"$target/bench-journal"
"$target/bench-report"
"$target/bench-verify"
"$target/bench-tickets"
"$target/bench-search"
"$target/bench-attach"

# The peer of the window is the same shell around an empty page.
window() {
  cargo build --quiet --release -p huiqian-desktop --features custom-protocol
}
TAURI_CONFIG='{"build":{"frontendDist":"./benches/empty-page"}}' window
cp "$target/huiqian-desktop" "$target/bench-window-empty"
(cd ui && npm run --silent build)
window
node benches/window.mjs "$target/huiqian-desktop" "$target/bench-window-empty" "$target/huiqian"
cargo build --quiet --release -p host
node benches/page.mjs "$target/huiqian-host" ui/dist
