#!/usr/bin/env bash
# Cargo with the Windows toolchain: scripts/windows-cargo.sh build --release -p cli. Results lie in target/windows (below
# CARGO_TARGET_DIR if that is set), in x86_64-pc-windows-gnu/{debug,release}; tests run under Wine.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
tools="$("$root/scripts/windows-toolchain.sh")"
rust="$tools/rust/usr"

export PATH="$rust/bin:$PATH"
export LD_LIBRARY_PATH="$rust/lib/x86_64-linux-gnu:$rust/lib"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$root/target}/windows"
export CARGO_BUILD_TARGET=x86_64-pc-windows-gnu
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER="$root/scripts/windows-wine.sh"
export CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc
export AR_x86_64_pc_windows_gnu=x86_64-w64-mingw32-ar
# Debug information would make test binaries ten times as large.
export CARGO_PROFILE_DEV_DEBUG=0
unset RUSTC RUSTUP_TOOLCHAIN RUSTC_WRAPPER
exec cargo "$@"
