"""Cut the paper font to the characters an official report needs. Not needed to run the program.

    python cut_paper_font.py NotoSerifSC_400Regular.ttf Unihan_OtherMappings.txt

Needs fontTools 4. The second file is part of Unicode's Unihan database: its property kTGH lists
the 8,105 characters of 通用规范汉字表. Everything else falls back to the heading font.
"""

import sys
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).with_name("NotoSerifSC-Paper.ttf")
SIGNS = (range(0x20, 0x180), range(0x2010, 0x2040), range(0x2460, 0x2500), range(0x3000, 0x3040), range(0xFF00, 0xFFF0))
UNUSED_TABLES = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx"]


def can_encode(character: int, encoding: str) -> bool:
    """Whether ``encoding`` knows the character."""
    try:
        chr(character).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def wanted(unihan: Path) -> set[int]:
    """GB 2312, 通用规范汉字表 and the signs of GBK."""
    lines = unihan.read_text(encoding="utf-8").splitlines()
    standard = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    plain = {one for one in range(0x20, 0x10000) if can_encode(one, "gb2312")}
    signs = {one for one in range(0x20, 0x10000) if not 0x4E00 <= one <= 0x9FFF and can_encode(one, "gbk")}
    return standard | plain | signs | {one for block in SIGNS for one in block}


def main(source: str, unihan: str) -> None:
    """Write the cut font beside this script."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=["*"])
    options.drop_tables += UNUSED_TABLES
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted(Path(unihan)))
    cutter.subset(font)
    # Without this the file would differ on every run.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    subset.save_font(font, str(TARGET), options)


if __name__ == "__main__":
    main(*sys.argv[1:3])
