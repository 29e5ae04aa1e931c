"""The frame of a panel: a dock whose header has title, caption and the panel's own buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from fpviz.widgets.frame.quiet_place import QuietPlace
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.frame.sign_button import Sign, SignButton
from fpviz.widgets.look.style import frame_sheet, word_font
from fpviz.widgets.look.theme import Theme

_SPACING = 8


class Caption(QLabel):
    """A line of text that gives way where there is no room, ending in an ellipsis."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.setFont(self.font())
            elided = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width()
            )
            if elided != "…":
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, elided)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
            self.setToolTip("" if fits else self.text())
        return super().event(event)


class PanelFrame(QDockWidget):
    """A dock that holds one panel, once it is built, under a header of fpviz's own.

    Where the header is too narrow for all tools, the last ones are entries of the header's menu.

    Signals:
        export_wanted(), copy_wanted(): a picture of the panel was asked for, as a file or to
            paste.
        alone_wanted(): the panel without the others was asked for, or all of them again.
        put_elsewhere(): it stands somewhere else, or has another size: it may have come into view.
    """

    put_elsewhere = Signal()
    export_wanted = Signal()
    copy_wanted = Signal()
    alone_wanted = Signal()

    def __init__(self, panel_id: str, title: str, theme: Theme) -> None:
        super().__init__(title)
        self.setObjectName(panel_id)
        self.setAccessibleName(title)
        self._header = _Header(title, self)
        self.caption = self._header.caption
        self.setTitleBarWidget(self._header)
        self.set_theme(theme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._show_focus)
        self.topLevelChanged.connect(self._came_or_went)

    def hold(self, panel: QWidget, tools: Sequence[QWidget]) -> None:
        """Take the panel, and its tools into the header; called once."""
        self._header.add_tools(tools)
        self.setWidget(panel)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._line = QColor(theme.dim)
        self._header.setStyleSheet(frame_sheet(theme))
        colours = self.palette()
        colours.setColor(self.backgroundRole(), QColor(theme.panel))
        self.setPalette(colours)
        self.setAutoFillBackground(True)

    def _show_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._header.show_focus(now is not None and self.isAncestorOf(now))

    def leave_out_controls(self) -> None:
        """Show the panel under its title alone, as in a figure."""
        self._header.leave_out_controls()

    def _came_or_went(self, floating: bool) -> None:
        """A panel that comes back into the window is the one that is looked at."""
        if not floating:
            self.raise_()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.put_elsewhere.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.put_elsewhere.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A panel that floats has a frame; in the window the splits tell panels apart."""
        super().paintEvent(event)
        if self.isFloating():
            with QPainter(self) as painter:
                painter.setPen(self._line)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def menu(self) -> QMenu:
        """The tools that have no room in the header, and what can be had of the panel."""
        menu = QMenu(self)
        for tool in self._header.left_out():
            _add_entry(menu, tool)
        menu.addSeparator()
        menu.addAction(self.tr("This panel &alone, or all"), self.alone_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("&Export picture of this panel…"), self.export_wanted.emit)
        menu.addAction(self.tr("Copy &picture of this panel"), self.copy_wanted.emit)
        return menu

    def show_menu(self, at: QPoint) -> None:
        """Show the menu at a point of the screen."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


class _Header(QWidget):
    """The title bar. Mouse events that no button takes reach the dock, which moves by them."""

    def __init__(self, title: str, dock: PanelFrame) -> None:
        super().__init__(dock)
        self._dock = dock
        self.setObjectName("frameHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel(title)
        name.setObjectName("frameTitle")
        self.caption = Caption()
        self.caption.setObjectName("frameCaption")
        self.caption.setFont(word_font(self.font(), 0.92))
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.setSpacing(_SPACING)
        layout.addWidget(name)
        layout.addWidget(QuietPlace(self.caption), 1)
        self._tools: dict[QWidget, QWidget] = {}
        self._slots: list[QWidget] = []
        self._before_signs = layout.count()
        self._rest = name.sizeHint().width() + 18
        self._signs: list[QWidget] = []
        for sign, tip, act in (
            (Sign.MORE, self.tr("More of this panel"), _show_menu),
            (Sign.FLOAT, self.tr("Float or dock this panel"), _float),
            (Sign.CLOSE, self.tr("Hide this panel (the View menu brings it back)"), _hide),
        ):
            button = SignButton(sign, f"{title}: {tip}", tip)
            button.clicked.connect(partial(act, dock, button))
            layout.addWidget(button)
            self._signs.append(button)
            self._rest += button.width() + _SPACING

    def add_tools(self, tools: Sequence[QWidget]) -> None:
        """Put tools before the signs: in their places, and in the order of the keyboard."""
        self._slots = [_slot(tool) for tool in tools]
        self._tools = dict(zip(self._slots, tools, strict=True))
        for at, slot in enumerate(self._slots, self._before_signs):
            self._layout.insertWidget(at, slot)
        for sign in self._signs:
            sign.raise_()
        self._show_tools_with_room()

    def leave_out_controls(self) -> None:
        """Hide every button for good."""
        for widget in (*self._slots, *self._signs):
            widget.hide()
        self._slots = []

    def left_out(self) -> list[QWidget]:
        """The tools that have no room; those that their panel hides are not among them."""
        hidden = (self._tools[slot] for slot in self._slots if slot.isHidden())
        return [tool for tool in hidden if not tool.isHidden()]

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the panel alone, or all again; one that floats comes back into the window."""
        if self._dock.isFloating():
            self._dock.setFloating(False)
        else:
            self._dock.alone_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._dock.show_menu(event.globalPos())

    def show_focus(self, focused: bool) -> None:
        """Show whether the keyboard is in this panel."""
        if focused != self.property("focused"):
            self.setProperty("focused", focused)
            self.style().polish(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._rest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tools_with_room()

    def _show_tools_with_room(self) -> None:
        """Leave out the last tools where there is no room for all."""
        room = self.width() - self._rest
        for slot in self._slots:
            room -= slot.sizeHint().width() + _SPACING
            slot.setVisible(room >= 0)


def _slot(tool: QWidget) -> QWidget:
    """A place for a tool: the header shows and hides the place, the panel the tool in it."""
    slot = QWidget()
    layout = QHBoxLayout(slot)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(tool)
    return slot


def _show_menu(dock: PanelFrame, button: QWidget, _checked: bool = False) -> None:
    dock.show_menu(button.mapToGlobal(button.rect().bottomLeft()))


def _float(dock: PanelFrame, _button: QWidget, _checked: bool = False) -> None:
    dock.setFloating(not dock.isFloating())


def _hide(dock: PanelFrame, _button: QWidget, _checked: bool = False) -> None:
    dock.close()


def _add_entry(menu: QMenu, tool: QWidget) -> None:
    """Offer in a menu what a tool of a header does."""
    match tool:
        case Segments():
            choices = menu.addMenu(tool.accessibleName())
            group = QActionGroup(choices)
            for button in tool.buttons:
                _add_button(choices, button)
            for action in choices.actions():
                group.addAction(action)
        case QToolButton() if tool.menu() is not None:
            tool.menu().setTitle(tool.text())
            menu.addMenu(tool.menu())
        case QAbstractButton():
            _add_button(menu, tool)
        case QLineEdit():
            entry = QWidgetAction(menu)
            entry.setDefaultWidget(_twin(tool))
            menu.addAction(entry)


def _add_button(menu: QMenu, button: QAbstractButton) -> None:
    action = menu.addAction(button.text())
    action.setToolTip(button.toolTip())
    action.setCheckable(button.isCheckable())
    action.setChecked(button.isChecked())
    action.setEnabled(button.isEnabled())
    action.triggered.connect(button.click)


def _twin(line: QLineEdit) -> QLineEdit:
    """Another line in which the same text is typed."""
    twin = QLineEdit(line.text())
    twin.setPlaceholderText(line.placeholderText())
    twin.setAccessibleName(line.accessibleName())
    twin.setToolTip(line.toolTip())
    twin.textEdited.connect(line.setText)
    twin.textEdited.connect(line.textEdited)
    return twin
