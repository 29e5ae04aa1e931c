"""Says in one line what Qt misses on this machine, where Qt itself would abort."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from pathlib import Path

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

_RENDER_HINT = "'fpviz render' needs no screen"


class PlatformError(Exception):
    """Something that Qt needs is missing; the message is one line."""


def missing_library_message(error: str) -> str:
    """What to install, from the text of a loader's error."""
    match = re.search(r"(lib[\w.+-]+\.so[.\d]*)", error)
    if not match:
        return f"Qt cannot be loaded: {error}"
    library = match[1]
    package = PACKAGES.get(library)
    advice = f" (Debian package {package})" if package else ""
    return f"the system library {library}{advice} is missing; Qt needs it"


def load_qt() -> None:
    """Import Qt's widgets. Raises PlatformError naming the library that is missing."""
    try:
        import PySide6.QtSvg  # noqa: PLC0415
        import PySide6.QtWidgets  # noqa: F401, PLC0415
    except ImportError as error:
        raise PlatformError(missing_library_message(str(error))) from None


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


def _check_xcb_plugin() -> None:
    import PySide6  # noqa: PLC0415

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        reason = error.__cause__ or error  # frozen, the loader's words are the cause of others
        raise PlatformError(f"{missing_library_message(str(reason))}; {_RENDER_HINT}") from None
