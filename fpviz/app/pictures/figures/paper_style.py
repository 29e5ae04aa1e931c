"""What Qt's style draws of a window on a screen and should not draw into a picture."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget


def give(style: QProxyStyle, widget: QWidget) -> None:
    """Let a widget, not those in it, be drawn in a style; a widget does not own its style."""
    style.setParent(widget)
    widget.setStyle(style)


class NoHandles(QProxyStyle):
    """Draws nothing between docks, where a window shows that they can be dragged."""

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is not QStyle.PrimitiveElement.PE_IndicatorDockWidgetResizeHandle:
            super().drawPrimitive(element, option, painter, widget)


class NoEmptyArea(QProxyStyle):
    """Does not fill a menu bar where it has no menus."""

    # WORKAROUND Qt 6.10.3: QSvgGenerator leaves clipping out, so the bar would be filled from end
    # to end, and over the menus; not reported.

    def drawControl(  # noqa: N802 - Qt's name
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is not QStyle.ControlElement.CE_MenuBarEmptyArea:
            super().drawControl(element, option, painter, widget)
