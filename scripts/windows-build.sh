#!/usr/bin/env bash
# Builds the two Windows programs and the installer: target/windows/Huiqian-VERSION-setup.exe (below CARGO_TARGET_DIR if
# that is set). The page (ui/dist) must be built; `make windows` does that first.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
[ -f ui/dist/index.html ] || { echo "missing: ui/dist (make ui)" >&2; exit 1; }
version="$(sed -n '/^\[workspace.package\]/,/^\[/ s/^version = "\(.*\)"/\1/p' Cargo.toml)"
out="${CARGO_TARGET_DIR:-$root/target}/windows"
files="$out/contents"
built="$out/x86_64-pc-windows-gnu/installed"

scripts/windows-cargo.sh build --profile installed -p cli -p huiqian-desktop --features huiqian-desktop/custom-protocol

rm -rf "$files"
mkdir -p "$files/fonts"
cp "$built/huiqian-desktop.exe" "$built/huiqian.exe" "$built/WebView2Loader.dll" "$files/"
cp resources/fonts/huiqian-fonts.zip resources/fonts/OFL.txt "$files/fonts/"
# The installer wants a mark that it is UTF-8, and Windows' lines.
{ printf '\357\273\277'; cat LICENSE; } | sed 's/$/\r/' >"$files/licence.txt"

setup="$out/Huiqian-$version-setup.exe"
makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DFILES="$files" -DICON="$root/icons/icon.ico" -DOUT="$setup" \
  windows/installer.nsi
ls -l "$files/huiqian-desktop.exe" "$files/huiqian.exe" "$setup" | awk '{ printf "%6.1f MB  %s\n", $5 / 1e6, $9 }'
