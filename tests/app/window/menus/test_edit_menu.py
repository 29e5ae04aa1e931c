"""What the menu "Edit" does with pins and links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from fpviz.app.window.menus.edit_menu import EditCommands
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import phrase
from fpviz.model.files.scene import Scene
from fpviz.model.session import Session, new_session


@pytest.fixture
def session(qapp):
    made = new_session(Scene())
    yield made
    made.runs.close()


class Edits:
    """The commands on a session, and what they remark."""

    def __init__(self, session: Session) -> None:
        self._owner = QObject()
        self.commands = EditCommands(session, self._owner)
        self.remarks: list[str] = []
        self.commands.remark.connect(self.remarks.append)


def test_the_source_is_pinned_unless_it_is_older_than_what_was_typed(session: Session) -> None:
    edits = Edits(session)
    session.document.refuse(phrase("'x' is nothing"))
    edits.commands.pin_value()
    session.document.refuse(None)
    edits.commands.pin_value()
    edits.commands.pin_value()
    session.document.set_source(parse_literal("9" * 4001))
    edits.commands.pin_value()
    assert edits.remarks[:3] == [
        "Not pinned: 'x' is nothing",
        "Pinned as A: 1.12156456132",
        "Pinned already, as A: 1.12156456132",
    ]
    assert edits.remarks[3].endswith("has 4001 characters; a pinned value has at most 4000")


def test_a_pasted_link_brings_its_pins_and_one_without_leaves_them(session: Session) -> None:
    edits, pins = Edits(session), session.pins
    pins.pin(parse_literal("1/3"))
    edits.commands.copy_link()
    link = QGuiApplication.clipboard().text()
    assert link.endswith("?pin=A=1/3")
    QGuiApplication.clipboard().setText("fpviz:7?pin=B=0.5&note=B=half")
    edits.commands.paste_value()
    assert [(pin.name, pin.note) for pin in pins.all] == [("B", "half")]
    QGuiApplication.clipboard().setText("fpviz:8")
    edits.commands.paste_value()
    assert [pin.name for pin in pins.all] == ["B"]
    QGuiApplication.clipboard().setText(link)
    edits.commands.paste_value()
    assert [pin.name for pin in pins.all] == ["A"]
    for _ in range(3):
        session.document.undo_stack.undo()
    assert [pin.name for pin in pins.all] == ["A"]


def test_a_link_that_is_too_long_for_its_pins_says_so(session: Session) -> None:
    edits = Edits(session)
    session.pins.pin(parse_literal("1" * 4000))
    edits.commands.copy_link()
    assert "pin=" not in QGuiApplication.clipboard().text()
    assert edits.remarks[-1].startswith("Link copied, without the pins, which are too long for one")


def test_ctrl_d_pins_the_value(window) -> None:
    action = window.menus.actions["pin-value"]
    assert action.shortcut().toString() == "Ctrl+D"
    assert action in window.value_bar.entry.edit.actions()
    action.trigger()
    assert [pin.source for pin in window.session.pins.all] == [window.document.state.source]
    assert window.status.remark.text() == "Pinned as A: 1.12156456132"
