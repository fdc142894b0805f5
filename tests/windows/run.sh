#!/usr/bin/env bash
# The Windows program under Wine (`make test-windows`, after `make windows`): the tests of the rooms; the installer, silently,
# as an IT department would roll it out; and the main job with the installed program.
#
#   tests/windows/run.sh             everything
#   tests/windows/run.sh rooms …     the rooms' tests alone; further words go to `cargo test`
#   tests/windows/run.sh installed   the installer and the main job alone
#
# The window is not shown: Wine has no WebView2.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$root"
tools="$(scripts/windows-toolchain.sh)"
out="${CARGO_TARGET_DIR:-$root/target}/windows"
export HUIQIAN_FONTS="$root/resources/fonts"
# Stays between the programs: else each of them waits for a new one. One of the run before may still be there.
WINEPREFIX="${WINEPREFIX:-$tools/wine}" wineserver -p30 || true
part="${1:-all}"
shift || true
fail() { echo "tests/windows: $1" >&2; exit 1; }

# The rooms' tests ask other programs for their opinion; those run on this machine, called through a bridge.
rooms() {
  local bridge="$out/bridge" tool
  mkdir -p "$bridge"
  cp tests/windows/bridge.sh "$bridge/"
  x86_64-w64-mingw32-gcc -O2 -s -o "$bridge/bridge.exe" tests/windows/bridge.c -lshell32
  for tool in bash openssl pdfsig pdftoppm pdftotext python3 qpdf; do cp "$bridge/bridge.exe" "$bridge/$tool.exe"; done
  PATH="$(dirname "$(scripts/python-tools.sh)"):$PATH" WINEPATH="Z:${bridge//\//\\}" HUIQIAN_PYTHON=python3 \
    scripts/windows-cargo.sh test --quiet -p domain -p ledger -p sheet -p report -p seal -p app "$@"
}

wine() { "$root/scripts/windows-wine.sh" "$@"; }
registered() { wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Huiqian' /v "$1" 2>/dev/null | tr -d '\r' | sed -n 's/.*REG_SZ *//p'; }
# The uninstaller goes on as a copy of itself, so that it can remove itself too.
uninstall() {
  wine "$installed/uninstall.exe" /S
  for _ in $(seq 100); do
    [ -e "$installed/uninstall.exe" ] || return 0
    sleep 0.2
  done
  return 1
}

installer_and_main_job() {
  local version later setup local_data installed start place
  version="$(sed -n '/^\[workspace.package\]/,/^\[/ s/^version = "\(.*\)"/\1/p' Cargo.toml)"
  setup="$out/Huiqian-$version-setup.exe"
  [ -f "$setup" ] || fail "no $setup: make windows"
  later="${version%.*}.$((${version##*.} + 1))"
  makensis -V1 -INPUTCHARSET UTF8 -DVERSION="$later" -DFILES="$out/contents" -DICON="$root/icons/icon.ico" \
    -DOUT="$out/later-setup.exe" windows/installer.nsi

  local_data="$(wine winepath -u "$(wine cmd /c 'echo %LOCALAPPDATA%' | tr -d '\r')")"
  installed="$local_data/Programs/Huiqian"
  start="$(wine winepath -u "$(wine cmd /c 'echo %APPDATA%' | tr -d '\r')")/Microsoft/Windows/Start Menu/Programs/慧签.lnk"
  place="$(mktemp -d "$out/place-XXXXXX")"
  rm -rf "$installed" "$local_data/huiqian"
  unset HUIQIAN_FONTS

  wine "$setup" /S || fail "setup ended with $?"
  for file in huiqian-desktop.exe huiqian.exe WebView2Loader.dll licence.txt fonts/huiqian-fonts.zip fonts/OFL.txt uninstall.exe; do
    [ -f "$installed/$file" ] || fail "not installed: $file"
  done
  [ -f "$start" ] || fail "no entry in the Start menu"
  [ "$(registered DisplayVersion)" = "$version" ] || fail "registered as $(registered DisplayVersion)"
  said="$(wine "$installed/huiqian.exe" --version | tr -d '\r')"
  [ "$said" = "huiqian $version" ] || fail "--version says $said"
  echo "installer: $(stat -c %s "$setup" | awk '{ printf "%.1f MB", $1 / 1e6 }'), installed without questions, runs: $said"

  tests/windows/main-job.sh "$installed/huiqian.exe" "$place"

  # A ledger where the desktop program has it.
  HUIQIAN_PASSWORD="correct horse" wine "$installed/huiqian.exe" init --role province --unit ZQ --admin admin >/dev/null
  [ -f "$local_data/huiqian/ledger/ledger.sqlite3" ] || fail "the ledger is not in %LOCALAPPDATA%\\huiqian\\ledger"
  local before after status=0 running
  before="$(sha256sum <"$local_data/huiqian/ledger/ledger.sqlite3")"

  # While the program runs, a silent upgrade is refused and changes nothing.
  wine "$installed/huiqian.exe" demo "$place/演示 一" >/dev/null &
  running=$!
  sleep 1
  wine "$out/later-setup.exe" /S || status=$?
  [ "$status" != 0 ] || fail "upgraded over a running program"
  [ "$(registered DisplayVersion)" = "$version" ] || fail "a refused upgrade left its mark"
  wait $running || fail "the running program was disturbed"

  wine "$out/later-setup.exe" /S || fail "the upgrade ended with $?"
  [ "$(registered DisplayVersion)" = "$later" ] || fail "upgraded, but registered as $(registered DisplayVersion)"
  echo "installer: upgrade refused while the program ran, done after"
  echo "somebody's" >"$installed/mine.txt"
  uninstall || fail "the uninstaller ended with $?"
  [ ! -e "$installed/huiqian.exe" ] && [ ! -e "$start" ] || fail "the uninstaller left the program"
  [ -z "$(registered DisplayVersion)" ] || fail "still registered"
  [ -f "$installed/mine.txt" ] || fail "the uninstaller took somebody's file"
  after="$(sha256sum <"$local_data/huiqian/ledger/ledger.sqlite3")"
  [ "$before" = "$after" ] || fail "the ledger was touched"
  rm -rf "$installed" "$local_data/huiqian" "$place"
  echo "installer: uninstalled without questions, the ledger is where it was"
}

# What the user waits for before the first word: the median of eleven starts, Wine's own included.
start_time() {
  local program="$out/contents/huiqian.exe" times=() from
  wine "$program" --version >/dev/null
  for _ in $(seq 11); do
    from=$(date +%s%N)
    wine "$program" --version >/dev/null
    times+=($((($(date +%s%N) - from) / 1000000)))
  done
  echo "start: $(printf '%s\n' "${times[@]}" | sort -n | sed -n 6p) ms for huiqian.exe --version under Wine (median of 11)"
}

case "$part" in
  rooms) rooms "$@" ;;
  installed) installer_and_main_job; start_time ;;
  all) rooms; installer_and_main_job; start_time ;;
  *) fail "what is “$part”?" ;;
esac
