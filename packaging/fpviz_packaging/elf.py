"""What Linux's loader will look for: the libraries and the glibc that ELF files ask for."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wants:
    """What an ELF file asks for: libraries by soname, and the newest version of glibc."""

    libraries: frozenset[str]
    glibc: tuple[int, ...]


def wants(path: Path) -> Wants:
    """What the ELF file at ``path`` itself asks for, not what its libraries do."""
    done = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    versions = re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)", done.stdout)
    return Wants(
        frozenset(re.findall(r"^\s+NEEDED\s+(\S+)", done.stdout, re.MULTILINE)),
        max((tuple(map(int, version.split("."))) for version in versions), default=()),
    )


def elf_files(folder: Path) -> list[Path]:
    """The ELF files below ``folder``, sorted."""
    return sorted(path for path in folder.rglob("*") if _is_elf(path))


def wanted_of_the_system(files: Iterable[Path]) -> Wants:
    """What ELF files ask for that none of them is."""
    files = list(files)
    all_wants = [wants(path) for path in files]
    libraries = frozenset[str]().union(*(each.libraries for each in all_wants))
    return Wants(
        libraries - {path.name for path in files},
        max((each.glibc for each in all_wants), default=()),
    )


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
