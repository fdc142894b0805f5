#!/usr/bin/env bash
# This machine's side of bridge.c: runs what FOLDER/request says (working folder, program, arguments, each ended by a NUL)
# and leaves out, err and, last, status there.
folder="$1"
mapfile -d '' -t request <"$folder/request"
unset WINEPREFIX WINEPATH WINEDLLOVERRIDES
{ cd "${request[0]}" && "${request[@]:1}"; } >"$folder/out" 2>"$folder/err" </dev/null
echo $? >"$folder/status.part"
mv "$folder/status.part" "$folder/status"
