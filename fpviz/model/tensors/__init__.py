"""Files of tensors that are open in a window, and what is counted of them beside it."""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.model.document import Document
from fpviz.model.tensors.counter import TensorCounter
from fpviz.model.tensors.finder import ElementFinder
from fpviz.model.tensors.pairing import UpdateCounter
from fpviz.model.tensors.shelf import TensorShelf


@dataclass(frozen=True)
class Tensors:
    """What is open, what is counted of it, which elements are looked for, and what updates do."""

    shelf: TensorShelf
    counter: TensorCounter
    finder: ElementFinder
    updates: UpdateCounter

    @classmethod
    def of(cls, document: Document) -> Tensors:
        """None are open."""
        shelf = TensorShelf(document)
        return cls(
            shelf,
            TensorCounter(document, shelf),
            ElementFinder(shelf),
            UpdateCounter(document, shelf),
        )

    def wait(self) -> None:
        """Have all that is wanted."""
        self.shelf.reading.wait()
        self.counter.wait()
        self.finder.looking.wait()
        self.updates.counting.wait()

    def close(self) -> None:
        """End what is under way."""
        self.shelf.reading.close()
        self.counter.close()
        self.finder.looking.close()
        self.updates.counting.close()

    def cancel(self) -> None:
        """End what is under way; nothing more is done until it is asked for."""
        for each in (self.shelf, self.counter, self.finder, self.updates):
            each.cancel()
