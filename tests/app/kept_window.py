"""A window that tests use one after another, for as long as it cannot be told from a new one.

Building one takes longer than most tests with one do.
"""

from __future__ import annotations

import gc
from dataclasses import fields
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from fpviz.app.launch import build_window
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.app.window.main_window import MainWindow
from fpviz.model.files.scene import Scene, dump_scene
from fpviz.model.settings import Settings
from fpviz.model.workspaces import VALUE


class OpenWindow:
    """The main window on the first scene, complete and on screen, with settings in a folder."""

    def __init__(self, folder: Path, language: Language) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.appearance = Appearance(app, "light")
        self.window = build_window(Scene(), Settings(self.store), self.appearance, language)
        self.window.resize(1440, 900)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.later.complete()
        self.window.layout_.arrange()
        app.processEvents()

    def restore(self) -> None:
        """Show a fresh scene, and forget what there was."""
        window = self.window
        QTest.keyClick(window.value_bar.entry.edit, Qt.Key.Key_Escape)
        window.files.take(None)
        window.files.new_scene()
        window.session.runs.wait()
        self.store.clear()
        window.session.reader.keep_in(window.settings)
        window.session.recent.keep_in(window.settings)
        window.document.undo_stack.clear()
        window.show_remark("")
        for panel in window.panels.built.values():
            if panel.is_behind:  # nobody sees it: what it has to show is put off
                panel.show_now()
        window.resize(1440, 900)
        window.value_bar.focus_value()
        window.value_bar.entry.edit.selectAll()
        QApplication.processEvents()

    def restore_layout(self) -> None:
        """Let every workspace have its first layout, and choose the first."""
        self.window.session.workspace.choose(VALUE)
        self.window.layout_.reset_layout()
        self.window.layout_._left.clear()
        self.window.activateWindow()
        QApplication.processEvents()

    def all_there_is(self) -> object:
        """All that is seen of the window, and what it knows beyond that; comparable."""
        window = self.window
        widgets = [each for each in window.findChildren(QWidget) if each.isVisible()]
        others = [each for each in window.findChildren(QObject) if not isinstance(each, QWidget)]
        parts = [getattr(window.session, part.name) for part in fields(window.session)]
        return (
            dump_scene(window.shown.scene()),
            window.document.undo_stack.count(),
            window.document.refusal,
            window.files.path,
            self.store.allKeys(),
            self.appearance.choice,
            self.appearance.text_size,
            window.saveState().data(),
            [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()],
            [_seen(widget) for widget in widgets],
            [_remembered(part) for part in (window, *parts, *widgets, *others) if _is_ours(part)],
        )

    def close(self) -> None:
        """Delete it at once: every window that is still there takes part in what tests do next."""
        self.window.files.take(None)  # it need not be saved
        self.window.close()
        self.window.deleteLater()
        self.appearance.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # And what Python holds of it: PySide6 6.10.3 waits for ever if a collection deletes
        # objects while a signal is being disconnected.
        gc.collect()
        gc.freeze()  # what is left stays: the next collection need not go through it


class KeptWindow:
    """Gives out one window again and again, or a new one where the last was changed for good."""

    def __init__(self, folder: Path, language: Language) -> None:
        self._folder = folder
        self._language = language
        self._open: OpenWindow | None = None
        self._new: object = None

    def give(self) -> MainWindow:
        """A window that is as a new one."""
        if self._open is None or not self._is_as_new(self._open):
            self.close()
            self._open = OpenWindow(self._folder, self._language)
            self._open.restore()
            self._new = self._open.all_there_is()
        return self._open.window

    def _is_as_new(self, kept: OpenWindow) -> bool:
        """Whether a fresh scene makes the window what it was."""
        if not kept.window.isVisible():
            return False
        kept.restore()
        if kept.all_there_is() == self._new:
            return True
        kept.restore_layout()
        kept.restore()
        return kept.all_there_is() == self._new

    def leave(self) -> None:
        """Let a window go that speaks another language: what has no window wants English, too."""
        if self._language.present != "en":
            self.close()

    def close(self) -> None:
        """Close the window, if there is one; the next one speaks English again."""
        if self._open is not None:
            self._open.close()
            self._open = None
        self._language.choose("en")


def _is_ours(part: QObject) -> bool:
    return type(part).__module__.startswith("fpviz.")


_FOUND_ANEW = {"_taken"}
"""Attributes that any change of the window forgets, until they are wanted again."""


def _remembered(part: QObject) -> tuple[str, list[tuple[str, object]]]:
    """The attributes of an object of fpviz's that are plain values."""
    plain = bool | int | float | str | Enum
    items = [item for item in vars(part).items() if item[0] not in _FOUND_ANEW]
    return type(part).__name__, [item for item in items if isinstance(item[1], plain)]


def _seen(widget: QWidget) -> tuple[object, ...]:
    """What is seen of one widget."""
    match widget:
        case QAbstractButton():
            said: object = widget.text(), widget.isChecked()
        case QLineEdit():
            said = widget.text(), widget.cursorPosition(), widget.selectedText()
        case QLabel():
            said = widget.text()
        case QComboBox():
            said = widget.currentText()
        case _:
            said = widget.windowTitle()
    return (
        type(widget).__name__,
        widget.objectName(),
        widget.geometry().getRect(),
        widget.isEnabled(),
        widget.hasFocus(),
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.toolTip(),
        said,
    )
