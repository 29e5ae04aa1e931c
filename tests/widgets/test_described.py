from __future__ import annotations

from fpviz.widgets.described import Described


class Counter(Described):
    def __init__(self) -> None:
        super().__init__()
        self.shown = self.described = 0

    def show_number(self, number: int) -> None:
        self.shown = number
        self.describe_soon()

    def description(self) -> str:
        self.described += 1
        return f"number {self.shown}"


def test_who_asks_gets_the_present_description(qtbot):
    widget = Counter()
    qtbot.addWidget(widget)
    for number in range(10):
        widget.show_number(number)
    assert widget.described == 0
    assert widget.accessibleDescription() == "number 9"
    assert widget.accessibleDescription() == "number 9"
    assert widget.described == 1


def test_a_picture_that_rests_is_described_by_itself(qtbot):
    widget = Counter()
    qtbot.addWidget(widget)
    widget.show_number(7)
    qtbot.waitUntil(lambda: widget.described == 1)
    assert widget.accessibleDescription() == "number 7"
