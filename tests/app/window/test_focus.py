"""The keyboard alone reaches everything, and the list of keys says how."""

from __future__ import annotations

import gc
from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QWidget,
)

from fpviz.app.dialogs.shortcuts import ShortcutsDialog, menu_groups
from fpviz.model.files.resources import resource

TAB, BACKTAB = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def focus():
    return QApplication.focusWidget()


def walk(window, qtbot, key=TAB):
    """The widgets that Tab leads through, from the value entry until it is there again."""
    window.value_bar.focus_value()
    first, met = focus(), [focus()]
    while True:
        qtbot.keyClick(focus(), key)
        if focus() is first:
            return met
        assert focus() not in met, f"Tab goes round and round from {focus()}"
        met.append(focus())


def frame_of(window, widget):
    return next((n for n, frame in window.frames.items() if frame.isAncestorOf(widget)), None)


def test_tab_leads_through_the_panels_as_they_are_seen(window, qtbot):
    met = walk(window, qtbot)
    names = [name for name in dict.fromkeys(frame_of(window, w) for w in met) if name]
    assert names == ["bits", "number-line", "decoded", "updates", "why"]
    changes = [a for a, b in pairwise(met) if frame_of(window, a) != frame_of(window, b)]
    assert len(changes) <= len(names) + 2  # each panel is entered and left once
    assert walk(window, qtbot, BACKTAB)[1:] == met[:0:-1]


def test_tab_passes_a_panel_behind_another_by(window, qtbot):
    assert not any(frame_of(window, widget) == "steps" for widget in walk(window, qtbot))
    window.focus_order.go_to_panel("steps")
    met = walk(window, qtbot)
    assert any(frame_of(window, widget) == "steps" for widget in met)
    assert not any(frame_of(window, widget) == "updates" for widget in met)


def test_every_control_that_is_seen_is_reached(window, qtbot):
    """Of a few buttons of which one is down, the one that is down; the arrows lead on."""
    met = walk(window, qtbot)
    for control in window.findChildren(QWidget):
        if not isinstance(control, QAbstractButton | QComboBox | QLineEdit):
            continue
        if control.visibleRegion().isEmpty() or not control.isEnabled() or control.focusProxy():
            continue
        group = control.group() if isinstance(control, QAbstractButton) else None
        inside = isinstance(control.parent(), QLineEdit | QComboBox)
        if inside or (group is not None and not control.isChecked()):
            continue
        if type(control).__name__ == "BitCell":
            continue  # one of the grid is reached, and arrows lead to the others
        assert control in met, (control, control.accessibleName())


def test_what_takes_the_keyboard_is_scrolled_into_view(window, qtbot):
    window.resize(1024, 700)
    for widget in walk(window, qtbot):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    window.value_bar.focus_value()
    while frame_of(window, focus()) != "updates":
        qtbot.keyClick(focus(), TAB)
    fields = window.panels["updates"].form
    while fields.isAncestorOf(focus()) or not isinstance(focus(), QComboBox):
        qtbot.keyClick(focus(), TAB)
        if fields.isAncestorOf(focus()):
            assert not focus().visibleRegion().isEmpty(), focus().accessibleName()
        if focus() is window.value_bar.entry.edit:
            break


def test_f6_leads_from_panel_to_panel_and_back_to_where_one_was(window, qtbot):
    window.value_bar.focus_value()
    met = []
    for _ in range(6):
        window.focus_order.next_panel()
        met.append(frame_of(window, focus()))
    assert met == ["bits", "number-line", "decoded", "updates", "why", None]
    window.focus_order.next_panel()
    assert focus().accessibleName() == "FP16 sign bit"
    qtbot.keyClick(focus(), Qt.Key.Key_End)
    window.focus_order.next_panel()
    window.focus_order.previous_panel()
    assert focus().accessibleName().startswith("FP16 fraction bit 0")


@pytest.mark.parametrize(("at", "name"), [(1, "bits"), (5, "steps"), (8, "guide")])
def test_a_number_goes_to_its_panel_wherever_that_is(window, qtbot, at, name):
    window.frames["bits"].close()
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{at}"), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.frames[name].visibleRegion().isEmpty())
    assert frame_of(window, focus()) == name


def test_the_panel_with_the_keyboard_is_marked(window):
    window.focus_order.go_to_panel("decoded")
    marked = [n for n, f in window.frames.items() if f.titleBarWidget().property("focused")]
    assert marked == ["decoded"]


# -- the list of keys ---------------------------------------------------------------------------


@pytest.fixture
def groups(window, monkeypatch):
    """The groups of the dialog, as it is shown."""
    shown = []

    def keep(dialog):
        shown.append(dialog)

    monkeypatch.setattr(ShortcutsDialog, "exec", keep)
    window.menus.actions["show-shortcuts"].trigger()
    table, groups = shown[0].table, {}
    for row in table.texts[1:]:
        if len(row) == 1:
            groups[row[0]] = found = []
        else:
            found.append(row)
    return groups


def test_the_list_has_the_keys_of_every_action_and_every_panel(window, groups):
    listed = {keys for found in groups.values() for text, _ in found for keys in text.split("  ")}
    native = QKeySequence.SequenceFormat.NativeText
    for action in window.findChildren(QAction):
        for keys in action.shortcuts():
            assert keys.toString(native) in listed, action.text()
    assert {"File", "Edit", "View", "Bits", "Number line", "Steps", "Guide"} <= set(groups)


def test_no_two_actions_have_the_same_keys(window):
    texts = (text for group in menu_groups(window.menuBar()) for text, _ in group.keys)
    keys = Counter(sequence for text in texts for sequence in text.split("  "))
    assert [text for text, times in keys.items() if times > 1] == []


def test_keys_of_a_panel_are_used_by_one_of_its_widgets(window):
    window.panels["updates"].show_stage("table")
    with_elements(window)
    for panel in window.panels.values():
        widgets = [
            w
            for w in (panel, *panel.findChildren(QWidget))
            if isinstance(w, QAbstractItemView)
            or any(
                kind.__module__.startswith("fpviz") and "keyPressEvent" in vars(kind)
                for kind in type(w).mro()
            )
        ]
        actions = {k.toString() for a in panel.actions() for k in a.shortcuts()}
        actions |= {each.key().toString() for each in panel.findChildren(QShortcut)}
        for sequences, what in panel.keys:
            for sequence in sequences.split():
                assert sequence in actions or any(takes(w, sequence) for w in widgets), what


def with_elements(window):
    """Let bench and tensors have something: most of their keys go from element to element."""
    window.session.workspace.choose("bench")
    window.panels["chart"].show_now()
    window.session.dump.open_text("3f80 4000 4040 4080")
    window.session.dump.wait()
    window.panels["chart"].show_now()
    window.session.workspace.choose("tensors")
    window.panels["tensors"].show_now()
    window.session.tensors.shelf.open_paths(sorted(resource("samples").iterdir()))
    window.session.tensors.wait()
    window.panels["tensors"].show_now()
    listed = window.panels["tensors"].findChild(QAbstractItemView)
    listed.setCurrentIndex(listed.model().index(1, 0))


def takes(widget, sequence):
    keys = QKeySequence(sequence)[0]
    event = QKeyEvent(QKeyEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers())
    widget.keyPressEvent(event)
    return event.isAccepted()


def test_keys_of_a_panel_are_no_actions_of_the_window(window):
    """Such an action would come first, and the panel would never hear of its keys."""
    actions = {k.toString() for g in window.menus.actions.values() for k in g.shortcuts()}
    for panel in window.panels.values():
        for sequences, what in panel.keys:
            assert not actions & set(sequences.split()), what


def test_the_list_is_searched(window, qtbot):
    dialog = ShortcutsDialog(menu_groups(window.menuBar()), window)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.filter, "copy picture")
    rows = range(dialog.table.rowCount())
    shown = [dialog.table.item(row, 0).text() for row in rows if not dialog.table.isRowHidden(row)]
    assert shown == ["File", "Ctrl+Shift+P"]
    dialog.filter.clear()
    assert not any(dialog.table.isRowHidden(row) for row in rows)


def test_the_list_of_keys_leaves_the_menus_alone(window, qapp):
    QTimer.singleShot(0, lambda: qapp.activeModalWidget().reject())
    window.menus.actions["show-shortcuts"].trigger()
    gc.collect()
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        assert menu.actions(), menu.title()
