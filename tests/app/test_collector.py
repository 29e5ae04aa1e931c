"""Cyclic garbage of the running program is collected, and only between events."""

from __future__ import annotations

HELD = """
import gc, weakref

class Circle:
    def __init__(self):
        self.me = self
"""

DRIVE = """
        assert not gc.isenabled()
        assert gc.get_freeze_count() > 10_000, gc.get_freeze_count()
        gone = weakref.ref(Circle())
        self.kept = [[] for _ in range(5 * gc.get_threshold()[0])]
        assert gone() is not None
        tried = QTimer(self, interval=50)
        tried.timeout.connect(lambda: gone() is None and (print("collected"), self.close()))
        tried.start()
"""


def test_garbage_is_collected_between_events(program):
    assert program(DRIVE, before=HELD)[0] == 0


def test_a_change_of_language_leaves_nothing_that_is_never_collected(program):
    drive = """
        first = weakref.ref(self.panels["updates"])
        self.language.choose("zh_CN")
        QApplication.processEvents()
        assert self.panels["updates"] is not first()
        tried = QTimer(self, interval=50)
        kept = []
        def look():
            kept.extend([] for _ in range(3000))
            if first() is None:
                print("collected")
                self.close()
        tried.timeout.connect(look)
        tried.start()
"""
    status, said = program(drive, before=HELD + "from PySide6.QtWidgets import QApplication\n")
    assert (status, "collected" in said) == (0, True), said
