"""A random walk through the whole window: nothing fails, nothing warns, and no panel is stale.

A panel is stale where a window that is built anew on the same scene says something else.
"""

from __future__ import annotations

import os
import random
import secrets
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from fpviz.app import dialogs
from fpviz.app.launch import build_window
from fpviz.app.window import value_bar
from fpviz.model import document as documents
from fpviz.model.files.scene import dump_scene, parse_scene
from fpviz.model.settings import passing_settings
from fpviz.widgets.formats.custom_format import CustomFormatDialog
from fpviz.widgets.formats.table import FormatsView
from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.input.chips import Choices
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.input.verdict import Verdict
from fpviz.widgets.number_line import NumberLine
from tests.app.window import walk

SEED = int(os.environ.get("FPVIZ_WALK_SEED", "1"))
LENGTH = int(os.environ.get("FPVIZ_WALK_LENGTH", "4000"))


@pytest.fixture
def walker(window, monkeypatch, tmp_path):
    chance = random.Random(SEED)
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.DISCARD)
    monkeypatch.setattr(dialogs, "complain", lambda *_: None)
    monkeypatch.setattr(CustomFormatDialog, "ask", lambda *_: chance.choice(walk.CUSTOM))
    monkeypatch.setattr(secrets, "randbits", chance.getrandbits)
    monkeypatch.setattr(value_bar, "_REST", 0)
    walker = walk.Walker(window, chance, tmp_path)
    monkeypatch.setattr(documents, "monotonic", lambda: walker.now)
    yield walker
    window.text_size.usual_text()


def test_a_short_walk(walker, qtbot):
    take(walker, qtbot, 24, compared=12)


@pytest.mark.sweep
def test_a_long_walk(walker, qtbot):
    take(walker, qtbot, LENGTH, compared=8)


def take(walker, qtbot, length, *, compared):
    """Take a walk, and compare the window with a new one every so many steps."""
    try:
        for at in range(length):
            with qtbot.captureExceptions() as caught:
                walker.step()
            assert not caught, caught
            if at % compared == compared - 1:
                compare_with_a_new_window(walker)
    except BaseException:
        print(f"seed {SEED}, after {len(walker.trail)} steps:", *walker.trail[-40:], sep="\n  ")
        raise


def compare_with_a_new_window(walker):
    """Whether a window that is built on the same scene shows the same."""
    window = walker.window
    runs = window.session.runs
    runs.wait()
    QCoreApplication.processEvents()
    assert_old_where_refused(window)
    scene = parse_scene(dump_scene(window.shown.scene()))
    settings = passing_settings(str(walker.folder))
    new = build_window(scene, settings, window.appearance, window.language)
    try:
        new.session.runs.wait()
        for kept in runs.kept:
            new.session.runs.keep(kept)
        new.resize(window.size())
        new.show()
        new.later.complete()
        new.restoreState(window.saveState())
        entry = window.value_bar.entry.edit
        if entry.verdict is not Verdict.VALID:
            new.value_bar.entry.edit.show_draft(entry.text())
        QCoreApplication.processEvents()
        for name, frame in window.frames.items():
            seen = frame.isVisible() and not frame.visibleRegion().isEmpty()
            if seen and name not in refusing(window):
                was, now = Counter(told(frame)), Counter(told(new.frames[name]))
                assert was == now, (name, sorted(was - now), sorted(now - was))
    finally:
        new.session.close()
        new.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def assert_old_where_refused(window):
    """Whether what follows the source, or the run, says so where this is older than its text."""
    runs, typed = window.session.runs, window.document.refusal
    old = {name: panel.old for name, panel in window.panels.items()}
    assert [old[name] for name in ("bits", "number-line", "decoded")] == [typed] * 3
    assert [old[name] for name in ("updates", "why")] == [runs.doubt] * 2
    assert window.panels["steps"].form.take_step.isEnabled() == (runs.doubt is None)


def refusing(window) -> set[str]:
    """The panels in which a text is refused: no scene has it, so a new window does not show it."""
    line, steps = window.panels["number-line"], window.panels["steps"]
    refused = {
        "updates": window.session.runs.error is not None,
        "number-line": line.update_field.text() != line.view().update,
        "steps": steps.old is not None or window.session.runs.doubt is not None,
    }
    typed = window.document.refusal  # the one refused text that a new window is told
    old = {name for name, panel in window.panels.items() if panel.old not in (None, typed)}
    return old | {name for name, is_so in refused.items() if is_so}


def meant(edit: LiteralEdit) -> str:
    """A text as a scene has it: one that is a code names its format there."""
    literal = edit.read(edit.text()).literal
    return edit.text() if literal is None else literal.text


def told(frame: PanelFrame) -> list[str]:
    """All that a panel says in words and by its controls."""
    said = [frame.caption.text()]
    for widget in frame.widget().findChildren(QWidget):
        # What nobody sees may be old. Of the readings of a text, a scene writes out the one meant.
        if not widget.isVisible() or isinstance(widget.parent(), Choices):
            continue
        said += [widget.accessibleName(), widget.accessibleDescription()]
        match widget:
            case FormatsView():
                said.append(str(widget.table()))
            case QLineEdit() if widget.isReadOnly():
                said.append(widget.toolTip())  # the text is cut where there is no room for it
            case NumberLine():
                said.append(str(widget.view()))
            case LiteralEdit():
                said.append(meant(widget))
            case QLabel() | QLineEdit():
                said.append(widget.text())
            case QComboBox():
                said.append(widget.currentText())
            case QAbstractButton():
                said.append(
                    f"{widget.accessibleName()} {widget.text()} {widget.isChecked()} "
                    f"{widget.isEnabled()}"
                )
    return sorted(filter(None, said))
