"""The size of text: one for the whole window, kept, and not that of pictures."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from fpviz.app.pictures.figures.figure import figure
from fpviz.app.pictures.files.writing import png
from fpviz.app.pictures.look import PictureLook
from fpviz.app.preferences.appearance import Appearance, usual_font
from fpviz.core.literals import parse_literal
from fpviz.model.settings import TEXT_SIZE, TEXT_SIZES
from tests.strides import one_in


@pytest.fixture
def sized(window, qapp):
    """The window, and a way to another size of its text; the usual one comes back."""

    def choose(percent):
        window.text_size.choose(percent)
        settle(window, qapp)

    yield choose
    choose(100)


def settle(window, qapp):
    """Let what was asked for happen, and the runs come in."""
    qapp.processEvents()
    window.session.runs.wait()
    for _ in range(3):
        qapp.processEvents()


def press(window, qapp, keys):
    """Do what the keys stand for in the menus."""
    actions = [
        a for a in window.findChildren(QAction) if keys in [k.toString() for k in a.shortcuts()]
    ]
    assert len(actions) == 1, keys
    actions[0].trigger()
    settle(window, qapp)


def turn(window, qapp, notches, modifiers=Qt.KeyboardModifier.ControlModifier):
    """Turn the wheel over the number line, as the system says it to the window."""
    line = window.panels["number-line"].line
    at = line.mapTo(window, line.rect().center())
    wheel = QWheelEvent(
        QPointF(at), QPointF(window.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.windowHandle(), wheel)
    settle(window, qapp)


def heights(window):
    """How tall text is in parts of the window that are made in different ways."""
    bits, updates = window.bits.grid, window.panels["updates"]
    return [
        window.menuBar().fontMetrics().height(),
        window.value_bar.entry.edit.fontMetrics().height(),
        window.frames["bits"].caption.fontMetrics().height(),
        bits.rows[0].height(),
        QFontMetricsF(bits.rows[0].bit_font).height(),
        window.panels["number-line"].line.minimumSizeHint().height(),
        updates.table.grid.verticalHeader().defaultSectionSize(),
        updates.form.fontMetrics().height(),
        QFontMetricsF(window.panels["guide"].text.document().defaultFont()).height(),
        window.panels["steps"].form.operands[0].fontMetrics().height(),
    ]


@pytest.mark.parametrize("percent", one_in(2, [200, 150]))
def test_all_text_grows_alike(window, sized, percent):
    before = heights(window)
    sized(percent)
    grown = [after / old for after, old in zip(heights(window), before, strict=True)]
    assert all(abs(each - percent / 100) < 0.16 * percent / 100 for each in grown), grown


def test_the_same_session_is_shown_at_another_size(window, qapp, sized):
    window.document.set_source(parse_literal("0.1"))
    window.value_bar.focus_value()
    sized(175)
    assert window.value_bar.entry.edit.text() == "0.1"
    assert window.value_bar.entry.edit.hasFocus()
    window.document.undo_stack.undo()
    assert window.value_bar.entry.edit.text() == "1.12156456132"


def test_keys_make_text_larger_smaller_and_usual(window, qapp, sized):
    for keys, percent in (
        ("Ctrl++", 110), ("Ctrl+=", 125), ("Ctrl+-", 110), ("Ctrl+0", 100),
    ):  # fmt: skip
        press(window, qapp, keys)
        assert window.appearance.text_size == percent
        assert window.settings.get(TEXT_SIZE) == str(percent)


@pytest.mark.sweep
def test_the_sizes_end(window, qapp, sized):
    for _ in TEXT_SIZES:
        window.text_size.smaller_text()
    assert window.appearance.text_size == TEXT_SIZES[0]
    sized(TEXT_SIZES[-1])
    window.text_size.larger_text()
    assert window.appearance.text_size == TEXT_SIZES[-1]


def test_smaller_text_does_not_negate(window, qapp, sized):
    before = window.document.snapshot
    press(window, qapp, "Ctrl+-")
    assert window.appearance.text_size == 90
    assert window.settings.get(TEXT_SIZE) == "90"
    assert window.document.snapshot is before
    press(window, qapp, "Alt+-")
    codes = [each.readings[0].code for each in (before, window.document.snapshot)]
    assert codes[0] ^ codes[1] == 0x8000


def test_control_and_the_wheel_are_the_text_and_the_wheel_alone_is_the_line(window, qapp, sized):
    shown = window.panels["number-line"].view()
    turn(window, qapp, 2)
    assert window.appearance.text_size == 125
    assert window.panels["number-line"].view() == shown
    turn(window, qapp, -1)
    assert window.appearance.text_size == 110


def test_a_remembered_size_is_that_of_the_next_run(qapp):
    appearance = Appearance(qapp, "light", 150)
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * usual_font().pointSizeF())
    appearance.resize_text(100)
    assert qapp.font() == usual_font()
    appearance.deleteLater()


def test_pictures_keep_their_size(window, sized):
    def picture(panel):
        with figure(window.shown.scene(), PictureLook(panel)) as made:
            return png(made.picture)

    panels = ("bits", "updates")
    usual = [picture(panel) for panel in panels]
    sized(200)
    before = heights(window)
    assert [picture(panel) for panel in panels] == usual
    assert heights(window) == before
    assert QApplication.font() == window.font()


SMALL, WIDE = (1024, 700), (1280, 720)


@pytest.mark.parametrize(
    ("spoken", "percent", "small"),
    one_in(
        4,
        [
            ("zh_CN", 200, SMALL), ("zh_CN", 150, SMALL), ("zh_CN", 100, SMALL), ("en", 200, SMALL),
            ("en", 100, SMALL), ("en", 150, SMALL), ("en", 200, WIDE), ("zh_CN", 200, WIDE),
        ],
    ),
)  # fmt: skip
def test_nothing_touches(window, sized, spoken, percent, small):
    window.resize(*small)
    window.menus.languages.choose(spoken)
    for name in ("steps", "updates", "guide"):
        window.docks.bring_to_front(name)
        sized(percent)
        assert window.size().toTuple() == small
        assert not list(overlapping(window))
        assert not list(cut(window))


def shown(window, kind=QWidget):
    return [each for each in window.findChildren(kind) if not each.visibleRegion().isEmpty()]


def overlapping(window):
    """Words and controls of one parent that stand over each other."""
    parts = [w for w in shown(window) if isinstance(w, QLabel | QAbstractButton) and w.text()]
    for one, other in combinations(parts, 2):
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(
            other.geometry()
        ):
            yield one.text(), other.text()


def cut(window):
    """Buttons that are narrower than their words."""
    for button in shown(window, QAbstractButton):
        needed = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
        if needed > button.width():
            yield button.text(), needed, button.width()
