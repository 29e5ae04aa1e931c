"""The weight and the gradient that belong together, and what becomes of the updates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, Phrase
from fpviz.model.background import Background
from fpviz.model.document import Document
from fpviz.model.tensors.records import Entry
from fpviz.model.tensors.shelf import TensorShelf

if TYPE_CHECKING:  # a window is there before a tensor is opened
    from fpviz.data.census.pairs import Kept
    from fpviz.data.tensors.tensor import TensorFile


class TensorPair(NamedTuple):
    """A weight, its gradient, and the learning rate that their file says, if it does."""

    weight: Entry
    gradient: Entry
    rate: float | None


class PairOf(NamedTuple):
    """What is asked: of which pair, at which rate, in which formats, by which rules."""

    pair: TensorPair
    rate: float
    formats: tuple[Format, ...]
    rules: Rules


class UpdateCounter(QObject):
    """Counts the updates of the pair that is looked at.

    Signals:
        changed(): what is known is other.
        progressed(object): how far counting is, 0 to 1; ``None`` when it is over.
    """

    changed = Signal()
    progressed = Signal(object)

    def __init__(self, document: Document, shelf: TensorShelf) -> None:
        super().__init__(shelf)
        self._document, self._shelf = document, shelf
        self._of: PairOf | None = None
        self.kept: Mapping[Format, Kept] = {}
        self.refusal: Phrase | None = None
        self.counting = Background(self)
        self.counting.progressed.connect(self.progressed.emit)
        self.counting.done.connect(self._take)
        self.counting.failed.connect(self._fail)

    def pair(self) -> TensorPair | None:
        """The pair that the tensor that is looked at belongs to, by the names in its file."""
        from fpviz.data.census.pairs import gradients_of, rate_of  # noqa: PLC0415 - now it is needed

        chosen = self._shelf.chosen
        if chosen is None:
            return None
        here = {each.tensor.name: each for each in self._shelf.entries if each.open is chosen.open}
        name = chosen.tensor.name
        for weight, gradient in gradients_of(here).items():
            if name in (weight, gradient):
                file: TensorFile | None = chosen.open.file
                assert file is not None
                return TensorPair(here[weight], here[gradient], rate_of(file))
        return None

    def want(self, pair: TensorPair, rate: float) -> None:
        """See to it that the updates of a pair are counted."""
        state = self._document.state
        of = PairOf(pair, rate, state.formats, state.rules)
        if of != self._of:
            self._of, self.kept, self.refusal = of, {}, None
            self.counting.start(_job(of))

    def cancel(self) -> None:
        """End the counting that is under way."""
        self.counting.cancel()
        self.progressed.emit(None)

    def _take(self, kept: Mapping[Format, Kept]) -> None:
        self.progressed.emit(None)
        self.kept = kept
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.progressed.emit(None)
        if not isinstance(error, Complaint):
            raise error
        self.refusal = error.phrase
        self.changed.emit()


def _job(of: PairOf) -> Callable[[Callable[[float], None]], Mapping[Format, Kept]]:
    from fpviz.data.census.pairs import PairQuestion, pair_here  # noqa: PLC0415 - as above

    question = PairQuestion(of.rate, of.formats, of.rules)
    weight, gradient = of.pair.weight.tensor, of.pair.gradient.tensor
    return lambda report: pair_here(weight, gradient, question, report)
