"""The Debian package: the program's folder with what makes it part of a desktop.

No script runs when it is installed: the menu, the icons and the MIME types are taken up by triggers
of the packages that keep them. ``Depends`` is worked out from the program's own files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fpviz_packaging import icons
from fpviz_packaging.elf import Wants, elf_files, wanted_of_the_system

LINUX = Path(__file__).resolve().parents[1] / "linux"

_OF_GLIBC = (
    "libc.so",
    "libm.so",
    "libdl.so",
    "libpthread.so",
    "librt.so",
    "libutil.so",
    "ld-linux",
)

_RECOMMENDS = ("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")


class DependencyError(Exception):
    """A library that no package is known for; the message is one line."""


@dataclass(frozen=True, slots=True)
class Package:
    """What a Debian package says of itself."""

    name: str
    version: str
    description: str
    long_description: str
    architecture: str
    depends: tuple[str, ...]
    installed_size: int

    @property
    def file_name(self) -> str:
        return f"{self.name}_{self.version}_{self.architecture}.deb"

    def control(self) -> str:
        """The text of the file ``control``."""
        paragraph = textwrap.wrap(" ".join(self.long_description.split()), 78)
        fields = {
            "Package": self.name,
            "Version": self.version,
            "Architecture": self.architecture,
            "Maintainer": f"The {self.name} developers",
            "Installed-Size": str(self.installed_size),
            "Depends": ", ".join(self.depends),
            "Recommends": ", ".join(_RECOMMENDS),
            "Section": "math",
            "Priority": "optional",
            "Description": "\n ".join([self.description, *paragraph]),
        }
        return "".join(f"{name}: {text}\n" for name, text in fields.items())


def depends_on(wants: Wants, packages: Mapping[str, str]) -> tuple[str, ...]:
    """The packages that have what is wanted. Raises DependencyError naming what none has."""
    libraries = [name for name in wants.libraries if not name.startswith(_OF_GLIBC)]
    unknown = sorted(name for name in libraries if name not in packages)
    if unknown:
        raise DependencyError(f"no package is known for {', '.join(unknown)}")
    glibc = ".".join(map(str, wants.glibc))
    return (f"libc6 (>= {glibc})", *sorted({packages[name] for name in libraries}))


def lay_out(folder: Path, name: str, root: Path) -> None:
    """Put the program's folder and what belongs to the desktop where Debian wants it."""
    shutil.copytree(folder, root / "usr/lib" / name, symlinks=True)
    command = root / "usr/bin" / name
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{name}/{name}")
    share = root / "usr/share"
    for place in ("applications", "metainfo", "mime/packages", f"doc/{name}"):
        (share / place).mkdir(parents=True)
    shutil.copy(LINUX / f"{name}.desktop", share / "applications")
    shutil.copy(LINUX / f"{name}.metainfo.xml", share / "metainfo")
    shutil.copy(LINUX / f"{name}.mime.xml", share / f"mime/packages/{name}.xml")
    shutil.copy(LINUX / "copyright", share / f"doc/{name}/copyright")
    _lay_out_icons(share / "icons/hicolor", name)


def _lay_out_icons(theme: Path, name: str) -> None:
    for size in icons.SIZES:
        place = theme / f"{size}x{size}/apps"
        place.mkdir(parents=True)
        (place / f"{name}.png").write_bytes(icons.png(size))
    (theme / "scalable/apps").mkdir(parents=True)
    shutil.copy(icons.DRAWING, theme / f"scalable/apps/{name}.svg")


def build_package(
    project: Mapping[str, Any], version: str, folder: Path, work: Path, target: Path
) -> Path:
    """Make the package of the program in ``folder``; its path in ``target``.

    Raises DependencyError.
    """
    from fpviz.app.platform_check import PACKAGES  # noqa: PLC0415 - the version built, see build

    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(folder, project["name"], root)
    package = Package(
        name=project["name"],
        version=version,
        description=project["description"].partition(":")[0],
        long_description=(LINUX / "description.txt").read_text("utf-8"),
        architecture=_output("dpkg", "--print-architecture"),
        depends=depends_on(wanted_of_the_system(elf_files(folder)), PACKAGES),
        installed_size=_kibibytes(root),
    )
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(package.control(), "utf-8")
    _set_modes(root)
    path = target / package.file_name
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, path], check=True)
    return path


def _kibibytes(folder: Path) -> int:
    files = [path for path in folder.rglob("*") if not path.is_symlink()]
    return sum(-(-path.stat().st_size // 1024) if path.is_file() else 1 for path in files)


def _set_modes(root: Path) -> None:
    """What may be run stays so; all may read everything, whatever the builder's umask is."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            may_run = path.is_dir() or (os.access(path, os.X_OK) and ".so" not in path.suffixes)
            path.chmod(0o755 if may_run else 0o644)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
