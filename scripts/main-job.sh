#!/bin/sh
# The main job on the demo year, from the command line: demo → settle → report → sign → sign → check.
set -eu
cd "$(dirname "$0")/.."
huiqian="${CARGO_TARGET_DIR:-target}/release/huiqian"
HUIQIAN_FONTS="$PWD/resources/fonts"
HUIQIAN_PASSWORD=huiqian-demo
HUIQIAN_P12_PASSWORD=huiqian-demo
export HUIQIAN_FONTS HUIQIAN_PASSWORD HUIQIAN_P12_PASSWORD
place="$(mktemp -d)/慧签演示"
mkdir -p "$place"
"$huiqian" demo "$place/ledger"
"$huiqian" --ledger "$place/ledger" --as jingban settle 2026Q3
"$huiqian" --ledger "$place/ledger" --as jingban report 2026Q3 --out "$place/2026Q3.pdf"
"$huiqian" --ledger "$place/ledger" sign "$place/2026Q3.pdf" --p12 "$place/ledger/keys/client.p12" --party client \
    --out "$place/2026Q3-甲方签.pdf"
"$huiqian" --ledger "$place/ledger" sign "$place/2026Q3-甲方签.pdf" --p12 "$place/ledger/keys/provider.p12" \
    --party provider --out "$place/2026Q3-双方签署.pdf"
"$huiqian" --ledger "$place/ledger" check "$place/2026Q3-双方签署.pdf"
printf '\n文件在 / files are in: %s\n' "$place"
ls -1 "$place"
