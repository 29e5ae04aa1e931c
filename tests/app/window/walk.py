"""What a user can do to a window, as a table of actions that a random walk takes from."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMenu

from fpviz.app.session.opening import resource_scenes
from fpviz.app.window.main_window import MainWindow
from fpviz.core.formats import find_format
from fpviz.experiments import EXPERIMENTS
from fpviz.widgets.run.editors import ExponentSlider
from fpviz.widgets.run_plot.labels import EndLabels

TEXTS = (
    "0", "-0", "1", "1.5", "3.14", "448", "464", "1/3", "-65519", "65520", "1e400", "1e4000",
    "-1e5000", "1e-400", "2^-14", "2^-24", "inf", "-inf", "nan", "0x1.8p-3", "fp16:0x3c00",
    "fp8_e4m3fn:0x7e", "fp128:0x1", "e8m0:0x00", "16'h7bff", "1e-", "1/", "what", "1e400000",
    "0x3e00", "4e00", "BE00", "1,5", "0.9F", "0.1+0.2",
)  # fmt: skip
LINKS = (
    "fpviz:1.5?in=fp16",
    "fpviz:1e400?in=fp64",
    "fpviz:1e400?in=fp32",
    "fpviz:1e5000?in=fp128",
    "fpviz:1e5000?in=fp64",
    "fpviz:464?in=fp8_e4m3fn",
    "fpviz:-0?in=e8m0,fp4_e2m1",
    "fpviz:0.1?in=fp16,bf16,fp32,fp64,fp128&active=fp128&rounding=upward",
    "fpviz:1?in=fp16&run=adam",
    "fpviz:1.1?rounding=stochastic&random-bits=0x1234&run=drift&steps=50",
    "fpviz:1?in=fp17",
)
AMBIGUOUS = (
    "4e00",
    "7e00",
    "3e80",
    "0x3e00",
    "3c00",
    "1,234",
    "0b0011110000000000",
    "10110000",
    "1067320345",
)
CUSTOM = tuple(map(find_format, ("e5m7", "e2m3", "e11m4", "e4m3b3fnuz", "e3m12finite")))
PARAMETERS = ("0", "1", "2", "0.5", "1e-9", "3/7", "100", "7", "1e", "-1", "fp8_e5m2", "zebra", "")
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Plus,
        Qt.Key.Key_Minus, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_PageDown,
        Qt.Key.Key_Space, Qt.Key.Key_Tab)  # fmt: skip
SIZES = ((1440, 900), (1024, 700), (1280, 720), (1900, 1000))


@dataclass
class Walker:
    """A window, chance, and where files may be written.

    ``trail`` is what was done, ``now`` the time that the window sees.
    """

    window: MainWindow
    chance: random.Random
    folder: Path
    trail: list[str] = field(default_factory=list)
    now: float = 0.0

    def step(self) -> None:
        """Do something."""
        act = self.chance.choice(ACTIONS)
        self.now += self.chance.choice((0.1, 5))
        said = act(self)
        self.trail.append(f"{act.__name__} {'' if said is None else said}".strip())
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def pick(self, things):
        return self.chance.choice(list(things))

    def panel(self, name):
        return self.window.panels[name]


def choose(walker: Walker, combo: QComboBox) -> str:
    """Choose an entry of a list as a user does."""
    model, enabled = combo.model(), Qt.ItemFlag.ItemIsEnabled
    entries = [at for at in range(combo.count()) if enabled in model.flags(model.index(at, 0))]
    at = walker.pick(entries)
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    return combo.itemText(at)


def trigger(walker: Walker, menu: QMenu, deny: tuple[str, ...] = ()) -> str:
    """Open a menu and choose in it, or in one of its own."""
    menu.aboutToShow.emit()
    actions = [a for a in menu.actions() if not a.isSeparator() and a.isEnabled() and a.isVisible()]
    actions = [a for a in actions if not any(word in a.text() for word in deny)]
    if not actions:
        return ""
    action: QAction = walker.pick(actions)
    text, below = action.text(), action.menu()
    if below is not None:
        return f"{text} › {trigger(walker, below, deny)}"
    action.trigger()
    menu.aboutToHide.emit()
    return text


def type_in(walker: Walker, edit: QLineEdit, text: str, end: bool) -> str:
    edit.setFocus()
    edit.selectAll()
    if text:
        QTest.keyClicks(edit, text)
    else:
        QTest.keyClick(edit, Qt.Key.Key_Delete)
    if end:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    return repr(text)


# -- values --------------------------------------------------------------------------------------


def type_value(walker):
    edit = walker.window.value_bar.entry.edit
    return type_in(walker, edit, walker.pick((*TEXTS, *LINKS)), walker.chance.random() < 0.7)


def take_reading(walker):
    """Type a text that may be more than one thing, and go on to another of them."""
    edit = walker.window.value_bar.entry.edit
    text = type_in(walker, edit, walker.pick(AMBIGUOUS), end=walker.chance.random() < 0.3)
    times = walker.chance.randrange(1, 4)
    for _ in range(times):
        QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    if walker.chance.random() < 0.3:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    return f"{text} {times}"


def escape(walker):
    """Leave the entry as it was, or one panel alone, or the full screen."""
    edit = walker.window.value_bar.entry.edit
    said = ""
    if walker.chance.random() < 0.7:
        said = type_in(walker, edit, walker.pick(TEXTS), end=walker.chance.random() < 0.2)
    QTest.keyClick(walker.window.focusWidget() or edit, Qt.Key.Key_Escape)
    return said


def paste(walker):
    text = walker.pick((*TEXTS, *LINKS))
    QGuiApplication.clipboard().setText(text)
    walker.window.menus.actions["paste-value"].trigger()
    return text


def drop(walker):
    mime = QMimeData()
    text = walker.pick((*TEXTS, *LINKS))
    if walker.chance.random() < 0.3:
        text = str(walker.pick(resource_scenes().values()))
        mime.setUrls([QUrl.fromLocalFile(text)])
    mime.setText(text)
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    rest = (both, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    walker.window.dragEnterEvent(QDragEnterEvent(QPointF(9, 9).toPoint(), *rest))
    walker.window.dropEvent(QDropEvent(QPointF(9, 9), *rest))
    return text


def menu_value(walker):
    name = walker.pick(("negate", "previous-value", "next-value", "edit-value", "edit-bits"))
    walker.window.menus.actions[name].trigger()
    return name


def toggle_bit(walker):
    fmt = walker.pick(walker.window.document.state.formats)
    index = walker.chance.randrange(fmt.width)
    walker.window.bits.grid.bit_set.emit(fmt, index, walker.chance.random() < 0.5, object())
    return f"{fmt.name} {index}"


def key_in_grid(walker):
    walker.window.menus.actions["edit-bits"].trigger()
    keys = [walker.pick(KEYS) for _ in range(3)]
    for key in keys:
        held = walker.pick((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
                            Qt.KeyboardModifier.ControlModifier))  # fmt: skip
        target = walker.window.focusWidget()
        if target is not None:
            QTest.keyClick(target, key, held)
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
    return [key.name for key in keys]


# -- formats -------------------------------------------------------------------------------------


def formats_in_menu(walker):
    return trigger(walker, walker.window.menus.formats)


def formats_by_button(walker):
    return trigger(walker, walker.window.bits.add_menu)


def formats_of_row(walker):
    fmt = walker.pick(walker.window.document.state.formats)
    menu = walker.window.bits.row_menu(fmt)
    said = trigger(walker, menu)
    menu.deleteLater()
    return f"{fmt.name} {said}"


def formats_panel(walker):
    panel = walker.panel("formats")
    if walker.chance.random() < 0.4:
        walker.window.focus_order.go_to_panel("formats")
    if panel.table.rowCount() and walker.chance.random() < 0.3:
        row = walker.chance.randrange(panel.table.rowCount())
        panel.table.selectRow(row)
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
        return f"row {row}"
    if walker.chance.random() < 0.2:
        return trigger(walker, panel.copy_menu)
    return type_in(walker, walker.pick(panel.ends), walker.pick(TEXTS), end=True)


# -- rules, theme, language, window ---------------------------------------------------------------


def rules(walker):
    bar = walker.window.value_bar
    if walker.chance.random() < 0.3:
        walker.pick((bar.flush, bar.daz)).click()
        return "flush, daz"
    if walker.chance.random() < 0.2:
        return trigger(walker, bar.rules_menu)
    if bar.draw.isVisible() and walker.chance.random() < 0.3:
        bar.draw.click()
        return "draw"
    return choose(walker, walker.pick((bar.rounding, bar.overflow)))


def theme(walker):
    name = walker.pick(("light", "dark", "system"))
    walker.window.menus.themes.choose(name)
    return name


def language(walker):
    name = walker.pick(("en", "zh_CN"))
    walker.window.menus.languages.choose(name)
    QCoreApplication.processEvents()
    return name


def resize(walker):
    size = walker.pick(SIZES)
    walker.window.resize(*size)
    return size


def text_size(walker):
    name = walker.pick(("larger-text", "smaller-text", "usual-text"))
    walker.window.menus.actions[name].trigger()
    QCoreApplication.processEvents()
    return name


def screen(walker):
    name = walker.pick(("panel-alone", "panel-alone", "full-screen"))
    walker.window.menus.actions[name].trigger()
    return name


def panel_alone(walker):
    names = [n for n, f in walker.window.frames.items() if not f.visibleRegion().isEmpty()]
    if names:
        name = walker.pick(names)
        header = walker.window.frames[name].titleBarWidget()
        QTest.mouseDClick(header, Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
        return name
    return ""


def menu_of_panel(walker):
    """What stands in the menu of a header, with all that has no room beside it."""
    names = [n for n, f in walker.window.frames.items() if not f.visibleRegion().isEmpty()]
    if not names:
        return ""
    menu = walker.window.frames[walker.pick(names)].menu()
    said = trigger(walker, menu, deny=("icture", "图"))
    menu.deleteLater()
    return said


def panels(walker):
    names = list(walker.window.frames)
    way, name = walker.chance.random(), walker.pick(names)
    if way < 0.5:
        walker.window.frames[name].toggleViewAction().trigger()
        return f"toggle {name}"
    if way < 0.8:
        walker.window.focus_order.go_to_panel(name)
        return f"go to {name}"
    action = walker.pick(("next-panel", "previous-panel", "reset-layout", "show-guide"))
    walker.window.menus.actions[action].trigger()
    return action


# -- experiments ---------------------------------------------------------------------------------


def experiment_in_menu(walker):
    menu = walker.window.menus.experiments.menu
    menu.aboutToShow.emit()
    action = menu.actions()[walker.chance.randrange(len(EXPERIMENTS))]
    action.trigger()
    return action.text()


def experiment_in_list(walker):
    return choose(walker, walker.panel("updates").form.experiment)


def parameter(walker):
    fields = walker.panel("updates").form.fields
    field_ = fields[walker.pick(fields)]
    control, name = field_.control, field_.parameter.name
    match control:
        case QCheckBox():
            control.click()
            return name
        case QComboBox():
            return f"{name} {choose(walker, control)}"
        case ExponentSlider():
            control.moved.emit(walker.chance.randrange(-5, 20), object())
            return name
        case QLineEdit():
            text = walker.pick(PARAMETERS) if "steps" not in name else str(walker.pick((3, 7, 60)))
            return f"{name} {type_in(walker, control, text, walker.chance.random() < 0.8)}"
    raise AssertionError(control)


def plot(walker):
    panel, runs = walker.panel("updates"), walker.window.session.runs
    way = walker.chance.randrange(9)
    curve = walker.pick(runs.run.curves).name
    step = walker.chance.randrange(max(1, min(runs.run.domain.steps, 5000)))
    match way:
        case 0 | 1:
            panel._pick(curve, step)
            return f"pick {curve} {step}"
        case 2:
            button = walker.pick([panel.stages.button(n) for n in ("plot", "table", "results")])
            button.click()
            return button.text()
        case 3:
            button = walker.pick([panel.views.button(n) for n in ("value", "error", "ulps")])
            button.click()
            return button.text()
        case 4:
            panel._pick_row(step, walker.pick(("", curve)))
            return f"row {step}"
        case 5:
            return trigger(walker, panel.menu)
        case 6:
            return pick_label(walker, panel.plot)
        case 7:
            key = walker.pick(KEYS)
            QTest.keyClick(panel.plot, key)
            return key.name
        case _:
            runs.look_at(step)
            return f"look {step}"


def pick_label(walker, shown):
    """Click beside the plot, where the labels of the curves are."""
    (labels,) = shown.findChildren(EndLabels)
    at = QPoint(labels.width() // 2, walker.chance.randrange(max(1, labels.height())))
    QTest.mouseClick(labels, Qt.MouseButton.LeftButton, pos=at)
    return f"label at {at.y()}"


def take_source(walker):
    button = walker.panel("updates").form.take_source
    if not button.isHidden():
        button.click()


# -- number line, steps, guide ------------------------------------------------------------------


def line(walker):
    panel = walker.panel("number-line")
    way = walker.chance.randrange(6)
    if way == 0:
        keys = [walker.pick(KEYS[:6]) for _ in range(walker.chance.randrange(1, 30))]
        for key in keys:
            QTest.keyClick(panel.line, key)
        return [key.name for key in keys]
    if way == 1:
        button = walker.pick([panel.axes.button(n) for n in ("linear", "log2", "ordinal")])
        button.click()
        return button.text()
    if way == 2:
        button = walker.pick([panel.views.button(n) for n in ("line", "spacing", "both")])
        button.click()
        return button.text()
    if way == 3:
        button = walker.pick((panel.fit_button, panel.around_button))
        button.click()
        return button.text()
    if way == 4:
        return type_in(walker, panel.update_field, walker.pick(TEXTS), end=True)
    panel.overlay_action.trigger()
    return "overlay"


def steps(walker):
    panel = walker.panel("steps")
    way = walker.chance.randrange(5)
    if way == 0:
        return choose(walker, panel.form.operation)
    if way == 1:
        return choose(walker, panel.form.format)
    if way == 2:
        edit = walker.pick(panel.form.operands)
        text = type_in(walker, edit, walker.pick((*TEXTS, *AMBIGUOUS, "")), end=True)
        if walker.chance.random() < 0.2:
            QTest.keyClick(edit, Qt.Key.Key_Escape)
        return text
    button = walker.pick((panel.previous, panel.next, panel.form.take_step, panel.form.use_result))
    button.click()
    return button.text()


def arrangement(walker):
    name = walker.pick(("aligned", "packed"))
    walker.window.bits.arrangement.button(name).click()
    return name


def decoded(walker):
    menu = walker.panel("decoded").menu("")
    said = trigger(walker, menu)
    menu.deleteLater()
    return said


def copy_as(walker):
    return trigger(walker, walker.window.menus.copy_as)


def guide(walker):
    panel = walker.panel("guide")
    if walker.chance.random() < 0.3:
        name = walker.pick(resource_scenes())
        walker.window.guide.load(name)
        return name
    walker.pick((panel.previous, panel.next, panel.further, panel.load)).click()
    return panel.page.name if panel.page else ""


# -- history and files --------------------------------------------------------------------------


def undo(walker):
    times = walker.chance.randrange(1, 6)
    for _ in range(times):
        walker.window.menus.history.undo.trigger()
    return times


def redo(walker):
    times = walker.chance.randrange(1, 4)
    for _ in range(times):
        walker.window.menus.history.redo.trigger()
    return times


def open_scene(walker):
    path = walker.pick(resource_scenes().values())
    walker.window.files.open_path(path)
    return path.stem


def save_and_open(walker):
    path = walker.folder / "walk.fpviz"
    walker.window.files._save(path)
    walker.window.files.open_path(path)


def new_scene(walker):
    walker.window.menus.actions["new-scene"].trigger()


ACTIONS: tuple[Callable[[Walker], object], ...] = (
    type_value, type_value, take_reading, escape, paste, paste, drop, menu_value, toggle_bit,
    key_in_grid, formats_in_menu, formats_by_button, formats_of_row, formats_panel, formats_panel,
    rules, rules, theme, language, text_size, resize, screen, panel_alone, menu_of_panel, panels,
    take_source, experiment_in_menu, experiment_in_list, parameter, parameter, parameter, plot,
    plot, line, line, steps, steps, arrangement, decoded, copy_as, guide, undo, undo, redo,
    open_scene, save_and_open, new_scene,
)  # fmt: skip
