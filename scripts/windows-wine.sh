#!/usr/bin/env bash
# Runs a Windows program under Wine, in the toolchain's own prefix, without a display: scripts/windows-wine.sh PROGRAM …
# Paths of this machine are below Z:. Cargo calls this for test binaries.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
tools="$("$root/scripts/windows-toolchain.sh")"
export WINEPREFIX="${WINEPREFIX:-$tools/wine}" WINEDEBUG="${WINEDEBUG:--all}"
export WINEDLLOVERRIDES="mscoree=;mshtml=" LC_ALL=C.UTF-8
# The compiler's libraries are not for Wine's own programs.
unset LD_LIBRARY_PATH DISPLAY WAYLAND_DISPLAY
exec wine "$@"
