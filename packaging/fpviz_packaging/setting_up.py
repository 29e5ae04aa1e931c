"""What ``start`` and ``test`` do first: fill in what the system lacks, and make ``.venv``.

Needs Python alone, and says anything that stops it in one line.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PINS = ROOT / "packaging" / "pins.txt"
OLDEST = (3, 11)

sys.path.insert(0, str(ROOT))

from fpviz.app.platform_check import lacking, missing_faces, missing_libraries  # noqa: E402 - on the path now


class SetUpError(Exception):
    """What cannot be set up here; the message is one line."""


def ready(extra: str = "", programs: Mapping[str, str] | None = None) -> str:
    """What ``set_up`` gives. Leaves the program with a line and status 2 where it gives nothing."""
    try:
        return str(set_up(extra, programs))
    except SetUpError as error:
        leave(str(error))


def leave(reason: str) -> NoReturn:
    """Leave the program with a line and the status of what cannot be done."""
    print(f"packaging/{Path(sys.argv[0]).name}: {reason}", file=sys.stderr)
    sys.exit(2)


def set_up(extra: str = "", programs: Mapping[str, str] | None = None) -> Path:
    """The Python of ``.venv``, which has fpviz from this checkout, with an extra of its project.

    ``programs`` are commands that are needed, and Debian's packages of them. Raises SetUpError.
    """
    if sys.version_info < OLDEST:
        oldest, this = (".".join(map(str, each[:2])) for each in (OLDEST, sys.version_info))
        raise SetUpError(f"Python {oldest} or later is needed; this is {this}")
    lacks = {**missing_libraries(), **missing_faces(), **_missing_programs(programs or {})}
    fill_in(lacks if PYTHON.exists() else {**lacks, **_missing_venv()})
    stamps = [VENV / f"made-for-{each or 'fpviz'}" for each in ("", extra)]
    if not stamps[-1].exists() or stamps[-1].read_text() != _state():
        _make(f"{ROOT}[{extra}]" if extra else str(ROOT))
        for stamp in stamps:  # what is made with an extra will do without
            stamp.write_text(_state())
    return PYTHON


def _state() -> str:
    """What an environment is made for: with another project or Python it is made anew."""
    project = (ROOT / "pyproject.toml").read_bytes() + PINS.read_bytes()
    return f"{hashlib.sha256(project).hexdigest()} {PYTHON.resolve()}"


def _make(project: str) -> None:
    """Make ``.venv``, unless it is there and works, and install what the project asks for."""
    print(f"setting up {VENV}, which takes a minute or two", file=sys.stderr, flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]
    if not (PYTHON.exists() and _works([*pip, "--version"])):
        _call([sys.executable, "-m", "venv", "--clear", str(VENV)])
    _call([*pip, "install", "--quiet", "--constraint", str(PINS), "--editable", project])


def _missing_programs(programs: Mapping[str, str]) -> dict[str, str]:
    return {name: package for name, package in programs.items() if shutil.which(name) is None}


def _missing_venv() -> dict[str, str]:
    """Debian's Python leaves out what makes environments."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - what is tried
    except ImportError:
        return {"Python's venv": "python3-venv"}
    return {}


def fill_in(things: Mapping[str, str]) -> None:
    """Install Debian's packages of things, if there are any and this may be done.

    Raises SetUpError naming the command, or on other systems the things.
    """
    if not things:
        return
    root = _root_prefix() if shutil.which("apt-get") else None
    if root is None:
        raise SetUpError(lacking(things))
    packages = sorted({*things.values()})
    print(f"installing {' '.join(packages)}", file=sys.stderr)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    _call([*apt, "update"])
    _call([*apt, "install", "--yes", "--no-install-recommends", *packages])


def _root_prefix() -> Sequence[str] | None:
    """What a command is begun with to be run as root; ``None`` where that needs a password."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    may = shutil.which("sudo") is not None and _works([*sudo, "true"])
    return sudo if may else None


def _call(command: Sequence[str]) -> None:
    """Run a command; what it prints is shown if it fails. Raises SetUpError where it does."""
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise SetUpError(f"this failed, for the reasons above: {' '.join(command)}")


def _works(command: Sequence[str]) -> bool:
    """Whether a command can be run and ends well; what it says is not shown."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
