"""What is felt in the window: start, a toggle, a zoom step."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from fpviz.app import launch
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.app.window.main_window import MainWindow
from fpviz.core.formats import find_format
from fpviz.core.line.view import limits
from fpviz.core.reading import State
from fpviz.model.files.scene import Scene
from fpviz.model.settings import passing_settings

WATCH = """
import os, time
from PySide6.QtCore import QEvent, QObject, QTimer


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, painted)
        return False


def painted():
    print(time.process_time(), flush=True)
    os._exit(0)


watch = Watch()
"""
"""The beginning of a program that says how much of a processor's time it took until what ``watch``
is installed on has been painted, with all that is painted at one go; it is left before anything
else is done."""

BARE = """
import pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
plot = pyqtgraph.PlotWidget()
window.setCentralWidget(plot)
window.resize(1440, 900)
plot.viewport().installEventFilter(watch)
window.show()
app.exec()
"""

FPVIZ = """
from PySide6.QtWidgets import QApplication, QMainWindow
from fpviz.app.cli.main import main


def run(app):
    window = next(each for each in app.topLevelWidgets() if isinstance(each, QMainWindow))
    window.resize(1440, 900)
    window.installEventFilter(watch)
    begin()


begin, QApplication.exec = QApplication.exec, run
main(["--theme", "light", "--lang", "en"])
"""
"""The command itself, from its first import on, without a session to go on with."""

_IEEE = ("fp16", "bf16", "fp32", "fp64", "fp8_e4m3fn", "fp8_e5m2", "fp4_e2m1", "fp128")
ROWS = {
    "4 formats": _IEEE[:4],
    "8 formats": _IEEE,
    "8 families": ("posit16", "x87", "q15", "ibm32", "decimal64", "hif8", "vax_f", "medfloat32"),
    "8 families, most of them wide": (
        *("decimal64", "x87", "q15", "ibm128", "posit64", "hif8", "vax_f", "takum16"),
    ),
}
"""Which rows stand in the window; the first one's bits are toggled."""


def first_paint(body: str, folder: str) -> float:
    """Seconds of a processor from starting the interpreter to the first paint; least of seven.

    Compiled modules are kept in ``folder``, as an installation keeps them, and what is the user's.
    """
    homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
    environment = {**os.environ, **homes, "PYTHONPYCACHEPREFIX": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times = []
    for _ in range(8):
        done = subprocess.run(
            [sys.executable, "-c", WATCH + body],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        times.append(float(done.stdout.split()[0]))
    return min(times[1:])


def timed(act: Callable[[int], None], times: int) -> tuple[float, float]:
    """(median, 95th percentile) in milliseconds."""
    taken = []
    for n in range(times):
        begun = time.perf_counter()
        act(n)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return statistics.median(taken), taken[int(len(taken) * 0.95)]


def report() -> None:
    """Print the figures of the window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        bare = first_paint(BARE, folder)
        ours = first_paint(FPVIZ, folder)
        print("start to first paint, seconds of a processor, least of 7")
        print(f"  bare PySide6 + pyqtgraph window {bare:7.3f}")
        print(f"  fpviz                           {ours:7.3f}   {ours / bare:.2f} of it")
        _report_gestures(folder)


def _report_gestures(folder: str) -> None:
    app = launch.application()
    print("milliseconds to all views repainted, 1440x900      median   95th %")
    for kind, names in ROWS.items():
        formats = tuple(map(find_format, names))
        scene = Scene(State(formats=formats, active=formats[0]))
        appearance, language = Appearance(app, "light"), Language(app, "en")
        settings = passing_settings(folder)
        window = launch.build_window(scene, settings, appearance, language)
        window.resize(1440, 900)
        window.show()
        window.later.complete()
        window.layout_.arrange()
        app.processEvents()
        for name, act in (("one toggle", _toggling(window)), ("a zoom step", _zooming(window))):
            act(0)
            median, high = timed(act, 200)
            print(f"  {name:<14} {kind:<32} {median:8.2f} {high:8.2f}")
        window.close()


def _toggling(window: MainWindow) -> Callable[[int], None]:
    document = window.document
    fmt = document.state.active

    def toggle(n: int) -> None:
        document.toggle_bit(fmt, n * 7 % 10)
        QApplication.processEvents()

    return toggle


def _zooming(window: MainWindow) -> Callable[[int], None]:
    line = window.panels["number-line"].line
    within = limits(window.document.state.formats)

    def zoom(n: int) -> None:
        line.set_view(line.view().zoomed(0.8 if n % 40 < 20 else 1.25, 0.4, within))
        QApplication.processEvents()

    return zoom
