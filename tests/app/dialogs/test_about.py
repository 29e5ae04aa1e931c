"""What the dialog "About" says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from fpviz import __version__
from fpviz.app.dialogs.about import AboutDialog
from fpviz.core.formats import CATALOGUE


@pytest.fixture
def about(window, qtbot):
    dialog = AboutDialog(window)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def row(about, title):
    return next(row for row in about.conformance.table.texts if row[0] == title)


def test_the_parts_and_their_versions(about):
    versions = {name: version for name, version, _licence in about.parts.texts[1:]}
    assert versions["fpviz"] == __version__
    assert versions["Qt"] == qVersion()
    assert set(versions) == {"fpviz", "Python", "Qt", "PySide6", "pyqtgraph", "numpy"}


def test_the_table_has_a_row_for_every_format(about):
    assert [row[0] for row in about.conformance.table.texts[1:]] == [fmt.title for fmt in CATALOGUE]
    assert row(about, "FP8 E4M3FN")[1:4] == ("all 256", "ml_dtypes, gfloat", "ml_dtypes, gfloat")
    assert row(about, "FP32")[4] == "numpy, MPFR"
    assert row(about, "TF32")[2] == "–"


def test_the_keys_walk_through_the_table_and_leave_it(about, qtbot):
    about.tabs.setCurrentWidget(about.conformance)
    table = about.conformance.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert about.conformance.details.text().startswith("BF16: Decoding against definitions: ")
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert "Rounding (every rule) against definitions" in about.conformance.details.text()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert about.isHidden()


def test_all_of_it_is_copied(about):
    (copy,) = [each for each in about.findChildren(QPushButton) if each.text() == "&Copy as text"]
    copy.click()
    text = QGuiApplication.clipboard().text()
    assert f"fpviz {__version__} (MIT)" in text
    assert "BF16\tall 65" in text
    assert "gfloat goes by the code's parity" in text
