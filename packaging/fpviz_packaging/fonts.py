"""Sets of fonts, each as if no other were there: fonts decide how wide text is."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fonts:
    """Debian packages, and of their families the one for words and the one for numbers."""

    packages: tuple[str, ...]
    words: str
    numbers: str


SETS = {
    # what a bare Debian gets with fontconfig: wide, and without Chinese
    "dejavu": Fonts(("fonts-dejavu-core",), "DejaVu Sans", "DejaVu Sans Mono"),
    # narrow, with lines of another height, and with Chinese
    "liberation": Fonts(
        ("fonts-liberation", "fonts-noto-cjk"), "Liberation Sans", "Liberation Mono"
    ),
}

CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}/fonts</dir>
  <cachedir>{folder}/cache</cachedir>
{preferences}</fontconfig>
"""

PREFERENCE = """\
  <match>
    <test name="family"><string>{asked}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>{family}</string></edit>
  </match>
"""


def configuration(fonts: Fonts, folder: Path) -> str:
    """What fontconfig is told: where the fonts are, and which is meant by Qt's general names."""
    asked = {"Sans Serif": fonts.words, "sans-serif": fonts.words, "monospace": fonts.numbers}
    preferences = [PREFERENCE.format(asked=name, family=face) for name, face in asked.items()]
    return CONFIGURATION.format(folder=folder, preferences="".join(preferences))


def lay_out(fonts: Fonts, folder: Path) -> Path:
    """Put links to the fonts into a folder, and a configuration that knows them; its path."""
    (folder / "fonts").mkdir()
    for path in files_of(fonts.packages):
        (folder / "fonts" / path.name).symlink_to(path)
    file = folder / "fonts.conf"
    file.write_text(configuration(fonts, folder), "utf-8")
    return file


def files_of(packages: tuple[str, ...]) -> list[Path]:
    """The fonts of Debian packages; of one that is not installed, none."""
    listed = subprocess.run(["dpkg", "-L", *packages], capture_output=True, text=True, check=False)
    paths = map(Path, listed.stdout.splitlines())
    return [path for path in paths if path.suffix in {".ttf", ".ttc", ".otf"}]
