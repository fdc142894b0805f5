"""Cuts the report's typefaces to the characters it may print and packs them into one zip. Called by fonts.sh.

usage: fonts.py FOLDER_WITH_THE_UNPACKED_NPM_PACKAGES FOLDER_FOR_THE_RESULT
"""

import sys
import zipfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Text is set in the serif, so it holds GBK and the rare characters of names as well (those that only GB18030 can
# write); headings are set in the sans, where GB2312 is enough: a character that it lacks is borrowed from the serif.
FACES = {
    "serif.ttf": ("serif/package/400Regular/NotoSerifSC_400Regular.ttf", True),
    "sans.ttf": ("sans/package/500Medium/NotoSansSC_500Medium.ttf", False),
}
LICENCES = ["serif/package/LICENSE_FONT", "sans/package/LICENSE_FONT"]

# Signs that reports use and GBK lacks.
SIGNS = "¥€‰‱…—–‑‒―·•′″※№℃℉←↑→↓≈≠≤≥±×÷√∞□■▢▣○●◎◆◇△▲▽▼☆★☐☑☒✓✔✗✘〇〔〕【】《》〈〉「」『』﹣－"


def encodable(encoding):
    """Every character that the two-byte part of a Chinese encoding can write."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                text = bytes([lead, trail]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                found.add(ord(text))
    return found


def wanted(available, rare):
    latin = set(range(0x20, 0x7F)) | set(range(0xA1, 0x180)) | set(range(0x2010, 0x2028))
    circled = set(range(0x2460, 0x2474)) | set(range(0x2160, 0x216C))
    names = {c for c in available if 0x3400 <= c <= 0x4DBF or c >= 0x20000} if rare else set()
    return (encodable("gbk" if rare else "gb2312") | latin | circled | {ord(c) for c in SIGNS} | names) & available


def cut(source, rare):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "VORG", "BASE", "STAT", "DSIG"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    characters = wanted(set(font.getBestCmap()), rare)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    align_figures(font)
    return font, characters


def align_figures(font):
    """Gives the ten figures one width, so that the columns of a table of numbers stand straight."""
    glyphs, widths, names = font["glyf"], font["hmtx"], font.getBestCmap()
    figures = [names[ord(figure)] for figure in "0123456789"]
    widest = max(widths[figure][0] for figure in figures)
    for figure in figures:
        advance, left = widths[figure]
        shift = (widest - advance) // 2
        glyphs[figure].coordinates.translate((shift, 0))
        glyphs[figure].recalcBounds(glyphs)
        widths[figure] = (widest, left + shift)


def main(packages, out):
    licence = "\n\n".join(dict.fromkeys((packages / path).read_text() for path in LICENCES))
    (out / "OFL.txt").write_text(licence)
    # A fixed time in every member: the same recipe makes the same bytes. Stored as they are: unpacking them took longer
    # than a report, and the packages in which the program is given out are packed as a whole.
    def member(name):
        return zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))

    with zipfile.ZipFile(out / "huiqian-fonts.zip", "w") as packed:
        for name, (path, rare) in FACES.items():
            font, characters = cut(packages / path, rare)
            cut_file = out / name
            font.save(cut_file)
            packed.writestr(member(name), cut_file.read_bytes())
            print(f"{name}: {len(characters)} characters, {cut_file.stat().st_size} bytes")
            cut_file.unlink()
        packed.writestr(member("OFL.txt"), licence)
    print(f"huiqian-fonts.zip: {(out / 'huiqian-fonts.zip').stat().st_size} bytes")


main(Path(sys.argv[1]), Path(sys.argv[2]))
