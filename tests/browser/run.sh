#!/bin/sh
# Walks through the page in Chromium, on the real use cases behind the test host: the main job with a mouse and
# without one, an objection slip, a certification, the acts of a year, attendance, an engineer's life, tickets, what each
# role sees of them, what comes out of them and into the scores, documents and their approval, looking for words, what is
# written in files, opportunities and customers, then every screen.
# Screenshots: target/screens/browser.
set -eu
cd "$(dirname "$0")/../.."
CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}
[ -x "$CHROMIUM" ] || { echo "tests/browser: no chromium (apt: chromium), or set CHROMIUM" >&2; exit 1; }
[ -d ui/node_modules/playwright-core ] || { echo "tests/browser: run 'npm ci' in ui/ first" >&2; exit 1; }
scripts/fonts.sh
(cd ui && npm run --silent build)
cargo build-all --quiet
export CHROMIUM
for walk in walk keyboard slip certification acts attendance people tickets roles loops ticket_types tickets_out documents approvals find contents communication evidence opportunities screens; do
  node "tests/browser/$walk.mjs" "${CARGO_TARGET_DIR:-target}/debug/huiqian-host" ui/dist "target/screens/browser/$walk"
done
