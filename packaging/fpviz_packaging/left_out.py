"""What the frozen program leaves out of the libraries it is made of, each with its reason.

``fpviz.spec`` applies the three tables. Nothing here is needed to shrink the list of shared
libraries themselves: once a plugin or a module is left out, the spec keeps only the libraries that
something kept still asks for.
"""

from __future__ import annotations

from pathlib import PurePosixPath

MODULES: dict[str, str] = {
    "tkinter": "another toolkit; numpy and pyqtgraph only mention it",
    "ssl": "fpviz opens no connection",
    "_ssl": "fpviz opens no connection; brings OpenSSL along",
    "_hashlib": "OpenSSL again: hashlib has its own SHA-2 where this is missing",
    "sqlite3": "no database",
    "readline": "no prompt to edit",
    "curses": "no text screens",
    "lib2to3": "translates Python 2",
    "ensurepip": "installs packages",
    "pip": "installs packages",
    "setuptools": "builds packages; numpy mentions it",
    "distutils": "builds packages",
    "pytest": "tests",
    "numpy.f2py": "compiles Fortran",
    "numpy.distutils": "compiles extensions",
    "numpy.tests": "tests",
    "numpy._core.tests": "tests",
    "numpy._core._multiarray_tests": "tests",
    "numpy._core._umath_tests": "tests",
    "numpy._core._operand_flag_tests": "tests",
    "numpy._core._struct_ufunc_tests": "tests",
    "numpy._core._rational_tests": "tests",
    "pyqtgraph.examples": "its gallery; opens a window when it is imported",
    "pyqtgraph.opengl": "3D scenes; fpviz draws with QPainter alone",
    "pyqtgraph.jupyter": "notebooks",
    "pyqtgraph.console": "a Python prompt in a window",
    "pyqtgraph.flowchart": "data-flow editor",
    "pyqtgraph.dockarea": "docks of its own; fpviz uses Qt's",
    "OpenGL": "pyqtgraph would take it if it were there",
    "matplotlib": "pyqtgraph would take it if it were there",
    "scipy": "pyqtgraph would take it if it were there",
    "numba": "pyqtgraph would take it if it were there",
    "cupy": "pyqtgraph would take it if it were there",
    "h5py": "pyqtgraph would take it if it were there",
    "PIL": "pyqtgraph would take it if it were there",
    "IPython": "pyqtgraph would take it if it were there",
    "PySide6.QtNetwork": "fpviz opens no connection",
    "PySide6.QtOpenGL": "no curve is drawn by OpenGL; see without_opengl.py",
    "PySide6.QtOpenGLWidgets": "as QtOpenGL",
    "PySide6.QtTest": "pyqtgraph imports it if it is there, for its own tests",
    "PySide6.QtQml": "no QML",
    "PySide6.QtQuick": "no QML",
    "PySide6.QtSql": "no database",
    "PySide6.QtPrintSupport": "pictures are written as PDF by QtGui; nothing is printed",
    "PySide6.QtDesigner": "a tool for making forms",
    "PySide6.QtUiTools": "no forms to load",
    "PySide6.QtHelp": "no help collections",
}
"""Modules of Python by name; what is below a name goes with it."""

PLUGINS: dict[str, str] = {
    "egldeviceintegrations": "drawing without a window system",
    "generic": "input devices without a window system",
    "networkinformation": "fpviz opens no connection",
    "printsupport": "nothing is printed",
    "qmllint": "no QML",
    "qmltooling": "no QML",
    "designer": "a tool for making forms",
    "sqldrivers": "no database",
    "tls": "fpviz opens no connection",
    "wayland-graphics-integration-server": "for programs that are a compositor",
    "wayland-graphics-integration-client": "shares OpenGL surfaces; fpviz paints into memory",
    "xcbglintegrations": "OpenGL in X11 windows; fpviz paints into memory",
    "platforms/*eglfs*": "drawing without a window system",
    "platforms/*linuxfb*": "drawing without a window system",
    "platforms/*minimal*": "Qt's own tests; 'offscreen' is the one that draws",
    "platforms/*vkkhrdisplay*": "drawing without a window system",
    "platforms/*vnc*": "serves the window over the network",
    "platforms/*direct2d*": "an experiment of Qt's beside 'windows'",
    "platforminputcontexts/*virtualkeyboard*": "a keyboard in QML",
    "platformthemes/*gtk3*": "GTK and all it needs, for the sake of its dialogs",
    "imageformats/*pdf*": "reads PDF; writing it is in QtGui",
    "imageformats/*gif*": "no such picture is read",
    "imageformats/*icns*": "no such picture is read",
    "imageformats/*jpeg*": "no such picture is read",
    "imageformats/*tga*": "no such picture is read",
    "imageformats/*tiff*": "no such picture is read",
    "imageformats/*wbmp*": "no such picture is read",
    "imageformats/*webp*": "no such picture is read",
}
"""Plugins of Qt by folder, or by folder and file, as patterns."""

DATA: dict[str, str] = {
    "fpviz/resources/pictures/*": "the README's pictures",
    "fpviz/resources/translations/*.ts": "what .qm files are made of",
    "pyqtgraph/colors/maps/*": "colour maps of images; fpviz plots curves",
    "pyqtgraph/icons/peegee/*": "pyqtgraph's own mark",
    "PySide6/Qt/translations/*": "Qt's own words in languages that fpviz does not speak",
    "PySide6/translations/*": "as above; Windows has no folder between",
}
"""Data files by their place in the program, as patterns."""

DATA_KEPT: dict[str, str] = {
    "translations/qtbase_zh_CN.qm": "the buttons of Qt's dialogs in Chinese",
}
"""What is kept all the same."""


def is_plugin(place: str) -> bool:
    """Whether a file of the program, named by its place in it, is a plugin of Qt."""
    return "plugins" in _parts(place)


def plugin_left_out(place: str) -> bool:
    """Whether ``PLUGINS`` leaves out the plugin at that place."""
    parts = _parts(place)
    plugin = PurePosixPath(*parts[parts.index("plugins") + 1 :])
    return any(
        plugin.match(pattern) if "/" in pattern else plugin.parts[0] == pattern
        for pattern in PLUGINS
    )


def data_left_out(place: str) -> bool:
    """Whether ``DATA`` leaves out the data file at that place."""
    path = PurePosixPath(*_parts(place))
    return any(map(path.match, DATA)) and not any(map(path.match, DATA_KEPT))


def _parts(place: str) -> tuple[str, ...]:
    return tuple(place.replace("\\", "/").split("/"))
