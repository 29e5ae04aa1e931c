"""Where the files of ``resources/`` are: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fpviz

_PACKAGE = Path(fpviz.__file__).resolve().parent


class AssetError(FileNotFoundError):
    """A resource that is not there: the installation is incomplete."""


@cache
def resources() -> Path:
    """The folder of resources. Raises AssetError if the installation has none."""
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (folder / "scenes").is_dir():
            return folder
    raise AssetError("the resources of fpviz are missing; install it anew")


def resource(name: str) -> Path:
    """A file of resources by its path within it, with ``/``.

    Raises ValueError for a path that leads outside, AssetError for a file that is not there.
    """
    path = (resources() / name).resolve()
    if not path.is_relative_to(resources()):
        raise ValueError(f"'{name}' is no resource")
    if not path.exists():
        raise AssetError(f"the resource '{name}' is missing; install fpviz anew")
    return path
