#!/usr/bin/env bash
# Makes the Python environment target/py from scripts/python-requirements.txt (once; again when the list changes) and
# prints the path of its python. Usage: PY="$(scripts/python-tools.sh)". Several builds may call it at once.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
list="$root/scripts/python-requirements.txt"
home="${CARGO_TARGET_DIR:-$root/target}/py"
if [ -x "$home/Scripts/python.exe" ]; then python="$home/Scripts/python.exe"; else python="$home/bin/python"; fi
stamp="$home/.requirements"

mkdir -p "$(dirname "$home")"
# Without flock (Windows) two first calls at once are the caller's affair.
if command -v flock >/dev/null; then
  exec 9>"$home.lock"
  flock 9
fi

if ! { [ -x "$python" ] && cmp -s "$list" "$stamp"; }; then
  "${PYTHON:-python3}" -m venv "$home" >&2
  if [ -x "$home/Scripts/python.exe" ]; then python="$home/Scripts/python.exe"; else python="$home/bin/python"; fi
  "$python" -m pip install --quiet --disable-pip-version-check --requirement "$list" >&2
  cp "$list" "$stamp"
fi
printf '%s\n' "$python"
