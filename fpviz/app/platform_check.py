"""Says in one line what Qt misses on this machine, where Qt itself would abort or draw boxes.

``packaging/start`` and ``packaging/test`` ask the same, before there is a Qt.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from fpviz.core.phrase import UserError

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian's package of each system library that Qt's wheels do not bring along."""

FACES = {"fonts": "fonts-dejavu-core"}
"""Debian's package of faces that are enough for all but Chinese."""

_RENDER_HINT = "'fpviz render' needs no screen"


class PlatformError(UserError):
    """Something that Qt needs is missing."""


def missing_libraries() -> dict[str, str]:
    """Those of ``PACKAGES`` that the loader does not find; Wayland's count on Wayland alone."""
    if sys.platform != "linux":
        return {}
    spared = () if os.environ.get("WAYLAND_DISPLAY") else ("libwayland",)
    return {
        name: package
        for name, package in PACKAGES.items()
        if not name.startswith(spared) and not _can_be_loaded(name)
    }


def _can_be_loaded(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_faces() -> dict[str, str]:
    """What to write with, if fontconfig, which Qt asks on Linux, knows no font at all."""
    if sys.platform != "linux":
        return {}
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return FACES
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)  # a count, then the fonts
    fonts = fontconfig.FcConfigGetFonts(None, 0) if fontconfig.FcInit() else None
    return {} if fonts and fonts[0] > 0 else FACES


def lacking(things: Mapping[str, str]) -> str:
    """That the system lacks things, each with its package: what to type on Debian, else by name."""
    named = ", ".join(things)
    if shutil.which("apt-get") is None:
        return f"the system lacks {named}"
    what = named if len(things) == 1 else "what fpviz needs"
    packages = " ".join(sorted({*things.values()}))
    return f"the system lacks {what}; as root: apt-get install {packages}"


def load_qt() -> None:
    """Import Qt's widgets. Raises PlatformError naming all libraries, or the fonts, it lacks."""
    try:
        import PySide6.QtSvg  # noqa: PLC0415 - what is tried
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - the same
    except ImportError as error:
        raise PlatformError(_not_loaded(error)) from None
    if faces := missing_faces():
        raise PlatformError(lacking(faces))


def _not_loaded(error: BaseException) -> str:
    """Why Qt does not load: all that the system lacks, else the loader's own words."""
    missing = {} if isinstance(error, ModuleNotFoundError) else missing_libraries()
    return lacking(missing) if missing else f"Qt cannot be loaded: {error}"


def has_screen() -> bool:
    """Whether the environment names a platform or a screen to draw on."""
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def without_screen() -> None:
    """Draw to memory unless the environment names another platform."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def check_screen() -> None:
    """Find out whether a window can be opened, before Qt would abort. Raises PlatformError."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return
    if os.environ.get("WAYLAND_DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
        return
    if not os.environ.get("DISPLAY"):
        raise PlatformError(f"there is no screen (DISPLAY is not set); {_RENDER_HINT}")
    _check_xcb_plugin()
    _check_server()


def _check_xcb_plugin() -> None:
    import PySide6  # noqa: PLC0415 - it is there only now

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        reason = error.__cause__ or error  # frozen, the loader's words are the cause of others
        raise PlatformError(f"{_not_loaded(reason)}; {_RENDER_HINT}") from None


def _check_server() -> None:
    """Whether the X server that is named answers: Qt would abort."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    connection = x11.XOpenDisplay(None)
    if not connection:
        screen = os.environ["DISPLAY"]
        raise PlatformError(f"the screen '{screen}' (DISPLAY) does not answer; {_RENDER_HINT}")
    x11.XCloseDisplay(ctypes.c_void_p(connection))
