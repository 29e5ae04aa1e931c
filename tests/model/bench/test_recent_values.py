"""Values that were the source lately."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.reading import DEFAULT_LITERAL
from fpviz.model.bench.recent_values import MOST, RecentValues
from fpviz.model.document import Document
from fpviz.model.settings import Settings


class Desk:
    """A document, its recent values, and a clock that is turned by hand."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.now = 0.0
        self.document = Document()
        self.recent = RecentValues(self.document, lambda: self.now)
        if settings is not None:
            self.recent.keep_in(settings)

    def type(self, *texts: str, pause: float = 2.0) -> None:
        for text in texts:
            self.document.set_source(parse_literal(text), "typing")
            self.now += pause

    def texts(self) -> list[str]:
        return [value.text for value in self.recent.values]


@pytest.fixture
def settings(qapp, tmp_path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def desk(qapp) -> Desk:
    return Desk()


def test_what_rested_is_kept_when_another_takes_its_place(desk: Desk) -> None:
    desk.now = 9.0
    desk.type("0.1", "0.2")
    assert desk.texts() == ["0.1", DEFAULT_LITERAL]
    desk.document.set_source(code_source(find_format("fp16"), 0x3C00))
    assert desk.texts() == ["0.2", "0.1", DEFAULT_LITERAL]


def test_keystrokes_and_drags_are_not_kept(desk: Desk) -> None:
    desk.type("3", "3.1", "3.14", pause=0.2)
    desk.now += 3
    desk.type("1", "2", pause=1.4)
    assert desk.texts() == ["3.14"]


def test_rules_and_formats_are_no_other_value(desk: Desk) -> None:
    desk.type("0.1")
    desk.document.activate(find_format("fp32"))
    desk.now += 1
    desk.type("0.2")
    assert desk.texts() == ["0.1"]


def test_there_are_no_repetitions_and_at_most_fifty(desk: Desk) -> None:
    desk.type("5", "6", "5", "7")
    assert desk.texts() == ["5", "6"]
    desk.type(*map(str, range(100, 100 + 2 * MOST)))
    assert len(desk.texts()) == MOST
    assert desk.texts()[0] == str(100 + 2 * MOST - 2)


def test_they_are_kept_over_sessions_and_forgotten_when_asked(settings: Settings) -> None:
    first = Desk(settings)
    first.type("0.1", "fp16:0x3c00", "9")
    second = Desk(settings)
    assert second.texts() == ["fp16:0x3c00", "0.1"]
    second.type("8", "7")
    assert first.texts() == ["8", "fp16:0x3c00", "0.1"]
    first.recent.forget(first.recent.values[1])
    assert Desk(settings).texts() == ["8", "0.1"]
    first.recent.clear()
    assert second.texts() == []


def test_what_no_longer_reads_and_what_is_very_long_is_left_out(settings: Settings) -> None:
    settings.set_list("recent_values", ["fp99:0x3", "1/7"])
    desk = Desk(settings)
    desk.type("9" * 401, "2")
    assert desk.texts() == ["1/7"]


def test_a_change_is_told(desk: Desk) -> None:
    heard: list[None] = []
    desk.recent.changed.connect(lambda: heard.append(None))
    desk.type("1", "2", "3")
    assert len(heard) == 2
