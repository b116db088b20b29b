"""Makes the sheets' fonts anew from the published Noto Sans SC: `python -m generator.fonts.subset`.

It fetches the package through npm and keeps all of GB2312 and the symbols that business texts use. Needs npm and the
test packages (fonttools). The same version gives the same bytes.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # fonttools brings no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # as above

from generator.fonts import FOLDER

PACKAGE: Final = "@expo-google-fonts/noto-sans-sc@0.4.3"
WEIGHTS: Final = {"400Regular": "Regular", "700Bold": "Bold"}
LICENCE: Final = "LICENSE_FONT"

# Latin with the accents of Europe and of pinyin, Greek, Cyrillic, punctuation, currencies, letter-like signs, number
# forms, arrows, mathematics, enclosed numbers, shapes, Chinese punctuation, full-width forms.
RANGES: Final = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x01CD, 0x01DC),
    (0x0391, 0x03C9),
    (0x0401, 0x0451),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x25FF),
    (0x2600, 0x2606),
    (0x2713, 0x2713),
    (0x3000, 0x303F),
    (0x3220, 0x3229),
    (0xFF01, 0xFF5E),
    (0xFFE0, 0xFFE6),
)

# Of today's words and names, what GB2312 of 1980 does not have.
LATER: Final = (
    "啰瞭镕喆堃淼玥珺瑄璟煊祎翀赟頔昇珮琤甯郄禤璠翊旻昉晟晞暐昶曈炘焜珅珣琇"
    "瑨璇璿筠翾芃苒菡蓁虓谡辿鄢镡雱颢飏龑玙珏琰瑀栩桉枋湉滢沄洺翃翯韫彧婳婧"
    "媗妤妍嫄姮"
)


def wanted() -> Iterator[str]:
    """Yield the characters to keep where the font has them: all of GB2312, and the ranges above."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield bytes((row, cell)).decode("gb2312", "ignore")
    yield LATER
    for first, last in RANGES:
        yield from map(chr, range(first, last + 1))


def subset(font: Path, target: Path) -> frozenset[int]:
    """Write the part of `font` that the sheets need to `target`; return the characters it has, as numbers."""
    options = Options(hinting=False, recalc_timestamp=False, notdef_outline=True)
    options.layout_features = ["ccmp", "kern", "locl", "mark", "pwid"]
    options.drop_tables += ["vhea", "vmtx", "STAT"]
    made = TTFont(font, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(wanted()))
    subsetter.subset(made)
    made.save(target)
    return frozenset(made.getBestCmap())


def main() -> None:
    """Fetch the package and write fonts, licence and list of characters beside this file."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not installed")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True)  # noqa: S603  # a pinned package
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        package = Path(folder) / "package"
        kept = [
            subset(package / weight / f"NotoSansSC_{weight}.ttf", FOLDER / f"NotoSansSC-{name}.ttf")
            for weight, name in WEIGHTS.items()
        ]
        shutil.copy(package / LICENCE, FOLDER / "OFL.txt")
    signs = "".join(map(chr, sorted(frozenset.intersection(*kept))))
    (FOLDER / "characters.txt").write_text(signs, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
