#!/bin/sh
# Makes resources/fonts/huiqian-fonts.zip: the two typefaces of the reports, cut down to the characters they may print.
#
# The typefaces come from two pinned npm packages (SIL Open Font License 1.1; the licence goes into the zip and beside
# it). They are far too large for git, so they are made here, once: the downloads and the Python tools stay in a cache
# outside the tree, and a run that finds its result up to date ends at once.
#
#   scripts/fonts.sh            make the resource if it is missing or was made by another version of this recipe
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname "$here")
out="$root/resources/fonts"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/huiqian/fonts"

package_version=0.4.3
fonttools_version=4.60.1
recipe=$(cat "$0" "$here/fonts.py" | sha256sum | cut -d' ' -f1)

if [ -f "$out/huiqian-fonts.zip" ] && [ "$(cat "$out/recipe" 2>/dev/null)" = "$recipe" ]; then
    exit 0
fi

# A worktree beside this one may have made the same thing already.
if [ ! -f "$cache/made/$recipe/huiqian-fonts.zip" ]; then
    mkdir -p "$cache/npm-$package_version"
    cd "$cache/npm-$package_version"
    for face in serif sans; do
        archive="expo-google-fonts-noto-$face-sc-$package_version.tgz"
        [ -f "$archive" ] || npm pack --silent "@expo-google-fonts/noto-$face-sc@$package_version" >/dev/null
        if [ ! -d "$face" ]; then
            rm -rf "$face.part"
            mkdir "$face.part"
            tar -xzf "$archive" -C "$face.part"
            mv "$face.part" "$face"
        fi
    done

    venv="$cache/venv-$fonttools_version"
    if [ ! -f "$venv/ready" ]; then
        rm -rf "$venv"
        python3 -m venv "$venv"
        "$venv/bin/pip" install --quiet --disable-pip-version-check "fonttools==$fonttools_version"
        touch "$venv/ready"
    fi

    rm -rf "$cache/made/$recipe.part"
    mkdir -p "$cache/made/$recipe.part"
    "$venv/bin/python" "$here/fonts.py" "$cache/npm-$package_version" "$cache/made/$recipe.part"
    rm -rf "$cache/made/$recipe"
    mv "$cache/made/$recipe.part" "$cache/made/$recipe"
fi

mkdir -p "$out"
cp "$cache/made/$recipe/huiqian-fonts.zip" "$cache/made/$recipe/OFL.txt" "$out/"
printf '%s\n' "$recipe" >"$out/recipe"
