#!/bin/sh
# Walks through the real window: the program itself, in WebKit, on a display of its own. Screenshots: target/screens/desktop.
set -eu
cd "$(dirname "$0")/../.."
for tool in Xvfb WebKitWebDriver; do
  command -v "$tool" >/dev/null || { echo "tests/desktop: no $tool (apt: xvfb, webkit2gtk-driver)" >&2; exit 1; }
done
[ -d ui/node_modules/webdriverio ] || { echo "tests/desktop: run 'npm ci' in ui/ first" >&2; exit 1; }
scripts/fonts.sh
(cd ui && npm run --silent build)
cargo build-all --quiet
PYTHON_TOOLS="$(scripts/python-tools.sh)"
export PYTHON_TOOLS
exec node tests/desktop/walk.mjs "${CARGO_TARGET_DIR:-target}/debug/huiqian-desktop" target/screens/desktop
