"""What a screen reader takes a drawn widget for: a role beside its name and its description.

Qt asks factories for what it tells of a widget; a plain ``QWidget`` is *filler* to it, which screen
readers pass over. The interface here is Qt's own for widgets, with another role.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role
Class = TypeVar("Class", bound=type[QWidget])

_ROLES: dict[type, Role] = {}


def told_as(role: Role) -> Callable[[Class], Class]:
    """A decorator: screen readers are told that widgets of this very class have this role."""

    def tell(widget: Class) -> Class:
        _ROLES[widget] = role
        return widget

    return tell


@cache
def tell_roles() -> None:
    """Answer Qt's question for the classes that have a role; once for the life of the program."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(type(widget))
    if role is None or not isinstance(widget, QWidget):
        return None
    # PySide keeps the Python part of it as long as the application; Qt frees its own before.
    return QAccessibleWidget(widget, role)
