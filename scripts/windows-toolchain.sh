#!/usr/bin/env bash
# Sets up what `make windows` and `make test-windows` need on a Debian machine, once, outside the repository, and prints
# the folder: a Rust compiler with a standard library for x86_64-pc-windows-gnu, mingw-w64, Wine and makensis. Ends at
# once when everything is there. Usage: tools="$(scripts/windows-toolchain.sh)"
#
#   scripts/windows-toolchain.sh --present    prints the folder if the compiler is there, sets up nothing, else fails
#
# rustup's compiler can be used only with a standard library from rustup's own server. Debian's comes with the library's
# source, of exactly its version, so the library is built here; everything is from Debian's packages and crates.io.
set -euo pipefail

home="${HUIQIAN_WINDOWS_TOOLCHAIN:-$HOME/.cache/huiqian/windows}"
target=x86_64-pc-windows-gnu
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
recipe="$(cat "${BASH_SOURCE[0]}" "$here/windows-prng.c" | sha256sum | cut -d' ' -f1)"
system_tools="x86_64-w64-mingw32-gcc x86_64-w64-mingw32-windres wine makensis"

complete() {
  [ "$(cat "$home/recipe" 2>/dev/null)" = "$recipe" ] || return 1
  local tool
  for tool in $system_tools; do command -v "$tool" >/dev/null || return 1; done
}

if complete; then
  printf '%s\n' "$home"
  exit 0
fi
[ "${1:-}" != --present ] || exit 1

if ! command -v apt-get >/dev/null || [ "$(dpkg --print-architecture 2>/dev/null)" != amd64 ]; then
  echo "missing: the Windows toolchain (it is made of Debian 12's amd64 packages, and there is no apt-get for them here)" >&2
  exit 1
fi

mkdir -p "$home"
exec 9>"$home/lock"
flock 9
if complete; then
  printf '%s\n' "$home"
  exit 0
fi

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
missing=""
for package in gcc-mingw-w64-x86-64-win32 wine wine64 nsis; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
$as_root apt-get update -qq >&2
if [ -n "$missing" ]; then
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# The compiler is unpacked, not installed: the machine's own Rust stays what it is.
rust="$home/rust"
rm -rf "$rust" "$home/packages"
mkdir -p "$rust" "$home/packages"
compiler="$(apt-get install --simulate --no-install-recommends rustc-web cargo-web rust-web-clippy rust-web-src |
  awk '/^Inst/ { print $2 }')"
(
  cd "$home/packages"
  # shellcheck disable=SC2086
  apt-get download -qq $compiler >&2
  for package in *.deb; do dpkg -x "$package" "$rust"; done
)
rm -rf "$home/packages"

export PATH="$rust/usr/bin:$PATH"
export LD_LIBRARY_PATH="$rust/usr/lib/x86_64-linux-gnu:$rust/usr/lib"
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
sysroot="$(rustc --print sysroot)"

# The standard library: an empty crate makes cargo build it; what comes out goes where the compiler looks for it. With
# its bitcode, without which nothing could be optimised while it is linked.
library="$home/library"
rm -rf "$library"
mkdir -p "$library/src"
cat >"$library/Cargo.toml" <<'END'
[package]
name = "empty"
version = "0.0.0"
edition = "2024"

[profile.release]
debug = 0
panic = "unwind"
END
touch "$library/src/lib.rs"
(
  cd "$library"
  unset CARGO_TARGET_DIR RUSTFLAGS CARGO_BUILD_TARGET
  RUSTFLAGS=-Cembed-bitcode=yes RUSTC_BOOTSTRAP=1 cargo build --quiet --release -Zbuild-std=std,panic_unwind,panic_abort,proc_macro,test \
    --target "$target" >&2
)
mkdir -p "$sysroot/lib/rustlib/$target/lib"
for made in "$library/target/$target/release/deps/"*.rlib; do
  case "$made" in */libempty-*) ;; *) cp "$made" "$sysroot/lib/rustlib/$target/lib/" ;; esac
done
rm -rf "$library" "$rust/usr/src"

# Wine 8 has no bcryptprimitives.dll, from which Rust's standard library takes its random numbers. For tests only.
export WINEPREFIX="$home/wine" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=" LC_ALL=C.UTF-8
unset LD_LIBRARY_PATH DISPLAY WAYLAND_DISPLAY
rm -rf "$WINEPREFIX"
wineboot --init >/dev/null 2>&1
wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
wineserver --wait
x86_64-w64-mingw32-gcc -O2 -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
  "$here/windows-prng.c" -ladvapi32

printf '%s\n' "$recipe" >"$home/recipe"
printf '%s\n' "$home"
