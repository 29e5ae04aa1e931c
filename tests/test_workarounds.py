"""The faults that fpviz works around are still there, each shown in the library alone.

When one of these tests fails, the library has been mended: its workaround can go, and the test.
"""

from __future__ import annotations

import math
import re
import subprocess
import sys

import pytest
import shiboken6
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar, QStyleFactory, QWidget

from tests.checkout import ROOT

MARK = "# WORKAROUND "
WORKAROUND = re.compile(
    r"WORKAROUND (?:Qt|PySide6|pyqtgraph|numpy) \d+\.\d+\.\d+: [^;]+; "
    r"(?:not reported|(?:QTBUG-|PYSIDE-|pyqtgraph )\d+)"
)

UNTRIED = {
    "fpviz/app/application.py": "needs two processes that draw text",
    "fpviz/app/window/workspace_tabs.py": "needs the window, whose own test shows it",
    "pyproject.toml": "needs the versions that it keeps away",
}
"""Where workarounds stand whose fault no quick test shows, and why."""

shown: set[str] = set()


def works_around(*files):
    """Says where the workarounds stand for the fault that a test shows."""
    shown.update(files)
    return lambda test: test


@works_around("fpviz/model/document.py")
def test_a_collection_deletes_undo_commands_under_their_stack():
    script = """if True:
        import gc
        from PySide6.QtCore import QObject
        from PySide6.QtGui import QUndoCommand, QUndoStack
        class Holder(QObject): pass
        class Change(QUndoCommand): pass
        gc.disable()
        holder = Holder()
        holder.circle, changes = holder, [Change() for _ in range(3)]
        holder.stack = QUndoStack(holder)
        for change in changes:
            change.holder = holder
            holder.stack.push(change)
        del holder, change, changes
        gc.collect()
    """
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode < 0  # a signal: the memory is not the process's own


@works_around("fpviz/app/collector.py")
def test_a_collection_within_a_disconnection_waits_for_ever():
    script = """if True:
        import faulthandler, gc
        from PySide6.QtCore import QObject, Signal
        class Speaker(QObject):
            told = Signal()
        class Listener(QObject):
            def __init__(self, speaker):
                super().__init__()
                self.circle = self
                speaker.told.connect(self.hear)
            def hear(self): pass
        def other(): pass
        gc.disable()
        faulthandler.dump_traceback_later(2, exit=True)
        for allocations in range(1, 40):
            speaker = Speaker()
            speaker.told.connect(other)
            Listener(speaker), Listener(speaker), Listener(speaker)
            gc.set_threshold(allocations)
            gc.enable()
            speaker.told.disconnect(other)
            gc.disable()
    """
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "Timeout" in done.stderr


def parent_of(wrapper):
    """The class of the object that PySide6 takes for the parent of one."""
    return re.search(r"^parent\.+ <PySide6\.\w+\.(\w+)", shiboken6.dump(wrapper), re.MULTILINE)[1]


@works_around("fpviz/app/dialogs/shortcuts.py")
def test_an_action_that_is_asked_for_its_menu_becomes_its_parent(qapp):
    bar = QMenuBar()
    menu = QMenu("File", bar)
    action = bar.addMenu(menu)
    assert parent_of(menu) == "QMenuBar"
    assert action.menu() is menu
    assert parent_of(menu) == "QAction"


@works_around("fpviz/app/window/focus.py")
def test_the_next_widget_in_the_chain_becomes_a_child(qapp):
    window = QWidget()
    first, second = QLineEdit(window), QLineEdit(window)
    assert parent_of(second) == "QWidget"
    assert first.nextInFocusChain() is second
    assert parent_of(second) == "QLineEdit"


@works_around("fpviz/widgets/reading/copy_as.py")
def test_a_menu_takes_twice_the_width_of_its_second_column(qapp):
    menu = QMenu()
    style = QStyleFactory.create("Fusion")
    menu.setStyle(style)
    for title in "ab":
        menu.addAction(f"{title}\t{'m' * 40}")
    assert menu.sizeHint().width() > 2 * QFontMetrics(menu.font()).horizontalAdvance("m" * 40)


@works_around("fpviz/app/preferences/appearance.py")
def test_a_platform_may_ignore_the_colour_scheme(qapp):
    before = qapp.palette()
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    assert qapp.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    assert qapp.palette() == before


@works_around("fpviz/app/qt_messages.py")
def test_the_offscreen_platform_warns_of_what_it_cannot_do(qapp, qtlog):
    window = QWidget()
    window.show()
    window.raise_()
    assert "This plugin does not support raise()" in [each.message for each in qtlog.records]


# -- pictures -----------------------------------------------------------------------------------


def svg(draw):
    """What is drawn, as Qt writes it into a picture of 20 by 20 pixels."""
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(20, 20))
    with QPainter(generator) as painter:
        draw(painter)
    return bytes(buffer.data()).decode()


@works_around("fpviz/app/pictures/files/svg.py")
def test_cosmetic_lines_of_an_svg_do_not_grow_and_texts_have_one_face_and_no_width(qapp):
    def draw(painter):
        pen = QPen(QColor("red"))
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setFont(QFont("DejaVu Sans", 9))
        painter.drawLine(0, 0, 9, 9)
        painter.drawText(0, 9, "two")

    text = svg(draw)
    assert 'vector-effect="non-scaling-stroke"' in text
    assert re.search(r'<text [^>]*font-family="DejaVu Sans"', text)
    assert "textLength" not in text


@works_around("fpviz/app/pictures/figures/paper_style.py")
def test_an_svg_is_not_clipped(qapp):
    def draw(painter):
        painter.setClipRect(0, 0, 5, 5)
        painter.fillRect(0, 0, 20, 20, QColor("red"))

    text = svg(draw)
    assert '<rect x="0" y="0" width="20" height="20"/>' in text
    assert "clip" not in text


@works_around("fpviz/widgets/look/stroke.py")
def test_a_hatch_of_qt_is_dots_in_an_svg(qapp):
    brush = QBrush(QColor("red"), Qt.BrushStyle.BDiagPattern)
    text = svg(lambda painter: painter.fillRect(0, 0, 20, 20, brush))
    assert '<rect x="6" y="1" width="1" height="1" />' in text


@works_around("fpviz/app/pictures/files/pdf.py")
def test_a_pdf_has_pages_of_whole_points_and_the_time_of_the_day(qapp):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(100.4, 50.6), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    with QPainter(writer) as painter:
        painter.drawLine(0, 0, 9, 9)
    data = bytes(buffer.data())
    assert b"/MediaBox [0 0 100.000000 51.000000]" in data
    assert b"/CreationDate (" in data


# -- Markdown -----------------------------------------------------------------------------------


def colour_of_heading(fill):
    document = QTextDocument()
    document.setDefaultStyleSheet("h1 { color: #ff0000 }")
    fill(document)
    return document.begin().charFormat().foreground().color().name()


@works_around("fpviz/widgets/guide_view.py")
def test_a_style_sheet_reaches_html_and_not_markdown(qapp):
    assert colour_of_heading(lambda document: document.setHtml("<h1>a</h1>")) == "#ff0000"
    assert colour_of_heading(lambda document: document.setMarkdown("# a")) != "#ff0000"


@works_around("fpviz/widgets/guide_view.py")
def test_empty_blocks_stand_before_and_after_a_table(qapp):
    document = QTextDocument()
    document.setMarkdown("| a |\n|---|\n| 1 |\n\ntext")
    blocks = [document.findBlockByNumber(at) for at in range(document.blockCount())]
    outside = [block.text() for block in blocks if QTextCursor(block).currentTable() is None]
    assert outside == ["", "", "text"]


# -- pyqtgraph ----------------------------------------------------------------------------------


@pytest.fixture
def plot(qtbot):
    import pyqtgraph  # noqa: PLC0415 - its import is what some tests are about

    plot = pyqtgraph.PlotWidget()
    qtbot.addWidget(plot)
    return plot


@works_around("fpviz/widgets/run_plot/plot.py", "fpviz/widgets/chart/plot.py")
def test_the_menu_of_a_plot_belongs_to_nobody(plot):
    assert plot.getPlotItem().ctrlMenu.parent() is None


@works_around("fpviz/widgets/run_plot/sampling.py")
def test_tiny_numbers_have_no_place_in_a_plot(plot):
    plot.resize(200, 200)
    plot.show()
    box = plot.getViewBox()
    plot.setYRange(0, 1, padding=0)
    assert 0 <= box.mapViewToScene(box.viewRect().center()).y() <= 200
    plot.setYRange(0, 1e-310, padding=0)
    assert math.isnan(box.mapViewToScene(box.viewRect().center()).y())


@works_around("packaging/fpviz_packaging/without_opengl.py")
def test_opengl_is_imported_though_nothing_asks_for_it(plot):
    assert {"PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"} <= set(sys.modules)


# -- all of them --------------------------------------------------------------------------------


def comments():
    """The files with the comments in them that begin with WORKAROUND, each as one line."""
    files = [*ROOT.glob("fpviz/**/*.py"), *ROOT.glob("packaging/**/*.py"), ROOT / "pyproject.toml"]
    for path in sorted(files):
        block = ""
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            goes_on = line.lstrip().startswith("# ")
            if block and not (goes_on and MARK not in line):
                yield path.relative_to(ROOT).as_posix(), block
                block = ""
            if MARK in line or block:
                block = f"{block} {line.strip().removeprefix('# ')}".strip()


def test_every_workaround_says_what_it_is_for_and_has_its_test():
    found = list(comments())
    assert [each for each in found if not WORKAROUND.match(each[1])] == []
    assert {name for name, _ in found} == shown | set(UNTRIED)
