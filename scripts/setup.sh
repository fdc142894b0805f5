#!/bin/sh
# Installs what building and testing need on a fresh Debian machine with Rust and Node; says in one line what is missing
# where it cannot. Quick when everything is there.
set -eu
cd "$(dirname "$0")/.."

for tool in cargo node npm python3; do
    command -v "$tool" >/dev/null || { echo "missing: $tool (Rust 1.95, Node 20, npm and Python 3 are needed)" >&2; exit 1; }
done

packages="libwebkit2gtk-4.1-dev librsvg2-dev build-essential pkg-config file webkit2gtk-driver xvfb xauth fonts-noto-cjk
    chromium poppler-utils qpdf openssl python3-venv"
missing=""
for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
if [ -n "$missing" ]; then
    command -v apt-get >/dev/null || { echo "missing packages:$missing (no apt-get here to install them)" >&2; exit 1; }
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

scripts/fonts.sh
if ! cmp -s ui/package-lock.json ui/node_modules/.installed; then
    (cd ui && npm ci --silent --no-audit --no-fund)
    cp ui/package-lock.json ui/node_modules/.installed
fi
