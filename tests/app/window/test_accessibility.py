"""What a screen reader is told: a name for everything that can be used, the same name only once."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QTabBar, QTableView, QWidget

from fpviz.app.dialogs.about import AboutDialog
from fpviz.app.dialogs.crash import CrashDialog
from fpviz.experiments import EXPERIMENTS
from fpviz.model.files.scene import Setup
from fpviz.widgets.formats.custom_format import CustomFormatDialog
from fpviz.widgets.number_line import NumberLine
from fpviz.widgets.roles import tell_roles
from tests.strides import one_in, strided

ROLES = QAccessible.Role
NAMED_BY_QT = (ROLES.ScrollBar, ROLES.Separator, ROLES.Grip, ROLES.Whitespace)


@dataclass(frozen=True)
class Element:
    """What is told of an element, copied: Qt's own object does not outlive its widget."""

    role: QAccessible.Role
    name: str
    is_used: bool
    above: tuple[int, str]
    """Which element it is in, and how that is called."""

    def __str__(self) -> str:
        return f"{self.role.name} '{self.name}' in {self.above[1]}"


def elements(widget: QWidget) -> list[Element]:
    """A widget and all below it, without what closed lists and an arrow of Qt's have."""
    return list(_below(QAccessible.queryAccessibleInterface(widget), (0, "")))


def _below(interface: QAccessibleInterface, above: tuple[int, str]) -> Iterator[Element]:
    role, name, own = interface.role(), _name(interface), interface.object()
    yield Element(role, name, _is_used(interface), above)
    if isinstance(own, QComboBox | QTableView | QTabBar):
        return
    here = (id(own), f"{role.name} '{name}'")
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and not _is_of_qt(child):
            yield from _below(child, here)


def _is_of_qt(interface: QAccessibleInterface) -> bool:
    widget = interface.object()
    return widget is not None and widget.objectName().startswith("qt_toolbar_ext")


def _name(interface: QAccessibleInterface) -> str:
    """The name; of a combo box that of its label, since Qt gives its value as its name on Linux."""
    if interface.role() == ROLES.ComboBox:
        labels = (other for other, _ in interface.relations(QAccessible.RelationFlag.Label))
        return " ".join(label.text(QAccessible.Text.Name) for label in labels)
    return interface.text(QAccessible.Text.Name)


def _is_used(interface: QAccessibleInterface) -> bool:
    """Whether it takes the keyboard or is pressed."""
    state, role = interface.state(), interface.role()
    if role in NAMED_BY_QT or (role == ROLES.StaticText and state.invisible):
        return False
    return bool(state.focusable or state.checkable or state.editable) or role in (
        ROLES.Button,
        ROLES.MenuItem,
        ROLES.ProgressBar,
    )


def assert_named(widget: QWidget) -> None:
    """All that can be used has a name, and no two beside each other have the same."""
    used = [element for element in elements(widget) if element.is_used]
    assert used
    assert [str(element) for element in used if not element.name.strip()] == []
    times = Counter((element.above, element.role, element.name) for element in used)
    twice = [str(e) for e in used if times[e.above, e.role, e.name] > 1]
    assert twice == []


@pytest.fixture
def every_panel(window, qapp):
    """The window with every panel in front, apart from the others."""
    for frame in window.frames.values():
        frame.show()
    qapp.processEvents()
    return window


def test_everything_in_the_window_has_a_name(every_panel):
    assert_named(every_panel)


@strided(3)
def test_every_form_and_every_result_has_a_name(window, qapp, stride):
    for experiment in list(EXPERIMENTS)[::stride]:
        assert_named_in(window, experiment, qapp)


def assert_named_in(window, experiment, qapp):
    window.document.set_setup(Setup(experiment.name))
    window.session.runs.wait()
    for stage in ("table", "results", "plot"):
        window.panels["updates"].stages.button(stage).click()
        qapp.processEvents()
        assert_named(window.frames["updates"])
    assert_named(window.frames["why"])


def test_menus_that_are_filled_when_they_open(window):
    window.menus.experiments.menu.aboutToShow.emit()
    window.menus.formats.aboutToShow.emit()
    assert_named(window.menuBar())


@pytest.mark.parametrize("make", [AboutDialog, lambda w: CrashDialog("what", "kept", "report", w)])
def test_dialogs(window, make, qtbot):
    dialog = make(window)
    dialog.show()
    assert dialog.windowTitle()
    assert_named(dialog)
    dialog.close()


def test_the_dialog_of_custom_formats(window):
    dialog = CustomFormatDialog(window.appearance.theme, window)
    assert_named(dialog)


def test_dialogs_that_ask(window, monkeypatch):
    """Those that are built in a function, looked at instead of answered."""
    seen = []

    def look(dialog):
        assert_named(dialog)
        seen.append(dialog.windowTitle())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QDialog, "exec", look)
    window.menus.actions["show-shortcuts"].trigger()
    window.menus.actions["export-picture"].trigger()
    assert len(seen) == 2
    assert all(seen)


def test_a_bit_says_its_format_its_place_and_its_value(window):
    cells = window.panels["bits"].grid.row(window.document.state.active).cells
    told = [QAccessible.queryAccessibleInterface(cell) for cell in cells]
    assert told[9].text(QAccessible.Text.Name) == (
        "FP16 fraction bit 9, worth 2^-1 of the significand"
    )
    assert told[-1].text(QAccessible.Text.Name) == "FP16 sign bit"
    code = sum(bool(each.state().checked) << at for at, each in enumerate(told))
    assert code == window.document.snapshot.active.code
    row = told[0].parent()
    below = [row.child(at).text(QAccessible.Text.Name) for at in range(row.childCount())]
    assert below[0] == "FP16 sign bit"  # read in the order in which one sees them
    assert below == [each.text(QAccessible.Text.Name) for each in reversed(told)]


def test_a_bit_is_toggled_by_its_action(window):
    cell = window.panels["bits"].grid.row(window.document.state.active).cells[9]
    actions = QAccessible.queryAccessibleInterface(cell).actionInterface()
    assert actions.toggleAction() in actions.actionNames()
    actions.doAction(actions.toggleAction())
    QApplication.processEvents()
    assert window.document.snapshot.active.code == 0x3E7C


def test_the_number_line_says_what_it_shows(window):
    line = window.panels["number-line"].line
    line.grab()
    told = QAccessible.queryAccessibleInterface(line)
    assert told.text(QAccessible.Text.Name) == "Number line"
    assert "FP16 rounds to 1.121" in told.text(QAccessible.Text.Description)


def test_a_value_that_a_screen_reader_enters_is_taken_with_enter(window, qtbot):
    edit = window.value_bar.entry.edit
    QAccessible.queryAccessibleInterface(edit).setText(QAccessible.Text.Value, "2^-14")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert window.document.snapshot.active.code == 0x0400
    count = window.document.undo_stack.count()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert window.document.undo_stack.count() == count


@pytest.mark.parametrize(
    ("panel", "view", "role"),
    [
        ("number-line", "line", ROLES.Graphic),
        ("number-line", "spacing", ROLES.Graphic),
        ("updates", "plot", ROLES.Graphic),
        ("updates", "results", ROLES.Grouping),
        ("bits", "grid", ROLES.Grouping),
        ("steps", "view_", ROLES.Document),
    ],
)
def test_what_is_drawn_has_a_role_a_name_and_a_description(every_panel, panel, view, role, qapp):
    every_panel.docks.bring_to_front(panel)
    qapp.processEvents()
    widget = getattr(every_panel.panels[panel], view)
    widget.grab()
    told = QAccessible.queryAccessibleInterface(widget)
    assert told.role() == role
    assert told.text(QAccessible.Text.Name) == widget.accessibleName() != ""
    if role != ROLES.Grouping:
        assert told.text(QAccessible.Text.Description)
    parent = told.parent()
    assert widget in [parent.child(at).object() for at in range(parent.childCount())]


def test_nothing_that_has_a_name_is_mere_filler(every_panel):
    filler = (ROLES.Client, ROLES.NoRole)
    assert [str(e) for e in elements(every_panel) if e.role in filler and e.name] == []


def test_a_bit_is_in_its_row(window):
    cell = window.panels["bits"].grid.row(window.document.state.active).cells[0]
    row = QAccessible.queryAccessibleInterface(cell).parent()
    assert row.role() == ROLES.Grouping
    assert row.text(QAccessible.Text.Name).startswith("FP16: 1.1210")


def test_an_interface_goes_with_its_widget(qapp):
    tell_roles()
    for _ in range(50):
        line = NumberLine()
        told = weakref.ref(line)
        interface = QAccessible.queryAccessibleInterface(line)
        assert (interface.role(), interface.isValid()) == (ROLES.Graphic, True)
        del interface
        line.deleteLater()
        del line
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert told() is None


@pytest.mark.parametrize(
    "before",
    one_in(2, ["self.menus.languages.choose('zh_CN'); QApplication.processEvents()", ""]),
)
def test_the_program_ends_well_after_a_screen_reader_has_asked(program, before):
    """Interfaces made in Python are still there when the application goes."""
    ask = "[QAccessible.queryAccessibleInterface(w).role() for w in self.findChildren(QWidget)]"
    imports = (
        "from PySide6.QtGui import QAccessible\nfrom PySide6.QtWidgets import QApplication, QWidget"
    )
    wait = "QApplication.processEvents()"
    steps = (ask, before, wait, f"print(len({ask}))", "QApplication.quit()")
    drive = "; ".join(filter(None, steps))
    status, printed = program(drive, before=imports)
    assert status == 0, printed
    assert int(printed.split()[-1]) > 100
