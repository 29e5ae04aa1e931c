"""What a text says that is being typed, or why it says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fpviz.core.literals import Context, IncompleteLiteral, Literal, readings
from fpviz.core.phrase import Phrase
from fpviz.widgets.look.theme import Theme


class Verdict(Enum):
    """What a typed text is."""

    VALID = "valid"
    LINK = "link"
    EXPRESSION = "expression"
    DUMP = "dump"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, what it says, what else it may say, and, where it says nothing, why."""

    verdict: Verdict
    literal: Literal | None = None
    reason: Phrase | None = None
    link: object = None
    others: tuple[Literal, ...] = ()

    @property
    def offers(self) -> list[Literal]:
        """The other readings, those of the other kind first."""
        kind = self.literal.kind if self.literal else None
        return sorted(self.others, key=lambda literal: literal.kind is kind)


def frames(theme: Theme, verdict: Verdict) -> tuple[str, str]:
    """The colours of the frame around a text: at rest, and while it has the keyboard."""
    match verdict:
        case Verdict.VALID:
            return theme.line, theme.accent
        case Verdict.LINK | Verdict.EXPRESSION | Verdict.DUMP:
            return theme.accent, theme.accent
        case Verdict.INCOMPLETE:
            return theme.subnormal, theme.subnormal
        case Verdict.WRONG:
            return theme.overflow, theme.overflow


def judge(text: str, where: Context = Context()) -> Typed:
    """What a text is, read as a literal that stands somewhere."""
    found = readings(text, where)
    if found.refusal is None:
        return Typed(Verdict.VALID, found.literals[0], others=found.literals[1:])
    waits = isinstance(found.refusal, IncompleteLiteral)
    verdict = Verdict.INCOMPLETE if waits else Verdict.WRONG
    return Typed(verdict, reason=found.refusal.phrase, others=found.literals)
